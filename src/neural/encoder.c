/* encoder.c: what is each token's vector, once its neighbours are seen?
 *
 * Four window layers: row i of each is norm(maxout(W [x(i-1) x(i) x(i+1)] + b)) + x(i).
 * Texts go through as one stream of rows, with at least four rows of padding
 * between them.  The padding starts as zeros but IS WORKED ON like tokens (as
 * spaCy does it); padding farther from a token than the layers still to come
 * can reach is passed over.
 *
 * The stream is cut into blocks.  Each layer runs two rows behind the one
 * before it, so that the rows it needs are always there:
 *
 *     words      | . . . . . . . . . . . . p p |
 *     layer 1    . . | . . . . . . . . . . . . |        | block |
 *     layer 2        . . | . . . . ...
 *
 * The first layer is a sum of products kept per word (embed.c).  The others
 * work on rows in pairs by Winograd's F(2,3), with two thirds of the
 * multiplications: for rows x0..x3 and W = [g0 g1 g2],
 *     s = (x1 + x2) (g0 + g1 + g2)/2      t = (x2 - x1) (g0 - g1 + g2)/2
 *     row 1 = s + t + (x0 - x2) g0        row 2 = s - t + (x3 - x1) g2
 * A text begins at an even row, so a token's pair does not depend on other texts. */
#include "neural/encoder_internal.h"
#include <stdlib.h>
#include <string.h>

enum {
    SPAN  = 960,              /* rows whose words are looked up together            */
    BLOCK = 240,              /* new rows in a block; even                          */
    AHEAD = 6,                /* rows from fetching a word's products to their use  */
    PAST  = 16,               /* rows of words and margins kept of the block before */
    CARRY = 4,                /* rows of a layer kept of the block before           */
    PADS  = DEPTH,            /* rows of padding between texts, at least            */
    LAG   = 2 * DEPTH,        /* rows that the last layer is behind the words       */
    CHUNK = 30                /* pairs multiplied at a time                         */
};

struct encoder_stream {
    const encoder *e;
    words *words;
    const features *token;
    const uint32_t *end;
    uint32_t n_texts, text;   /* the text that is being read                        */
    uint32_t at, left;        /* next token; tokens whose vectors are still to come */
    uint32_t pads, behind;    /* padding to write before it; written since the last token */
    uint32_t row, n_rows;     /* rows that have been read: row..n_rows are new      */
    uint32_t word[PAST + SPAN + AHEAD];
    uint8_t  margin[PAST + SPAN]; /* rows to the nearest token; 0: a token          */
    float   *x[DEPTH];        /* x[l]: rows of layer l + 1, CARRY + BLOCK; x[3]: tokens only */
    float   *d, *y;
};

/* ---- preparing ------------------------------------------------------------ */
static void prepare_norm(norm *out, const maxout_layer *l)
{
    for (uint32_t p = 0; p < PIECES; p++)
        for (uint32_t o = 0; o < WIDTH; o++) out->b[p * WIDTH + o] = l->b[o * PIECES + p];
    memcpy(out->G, l->G, sizeof out->G);
    memcpy(out->beta, l->beta, sizeof out->beta);
}

/* The layer's W as [n_in][piece][WIDTH]: maxout compares whole rows then. */
static float *by_piece(const maxout_layer *l)
{
    float *W = kernels_alloc((size_t)l->n_in * WIDE);
    for (uint32_t k = 0; W && k < l->n_in; k++)
        for (uint32_t p = 0; p < PIECES; p++)
            for (uint32_t o = 0; o < WIDTH; o++) W[(size_t)k * WIDE + p * WIDTH + o] = l->W[(size_t)(o * PIECES + p) * l->n_in + k];
    return W;
}

/* Packs a layer for pair_multiply: a panel holds, for each k, the two matrices
 * of s and t, then for each k those of the corrections. */
static float *prepare_pairs(const kernels *ks, const maxout_layer *l)
{
    float *W = by_piece(l), *U = W ? kernels_alloc((size_t)4 * WIDTH * WIDE) : NULL, *u = U;
    for (uint32_t n = 0; U && n < WIDE; n += ks->panel)
        for (uint32_t k = 0; k < 2 * WIDTH; k++) {
            const float *g = W + (size_t)(k % WIDTH) * WIDE + n;
            for (uint32_t j = 0; j < ks->panel; j++, g++, u++) {
                float g0 = g[0], g1 = g[WIDTH * WIDE], g2 = g[2 * WIDTH * WIDE];
                u[0] = k < WIDTH ? (g0 + g1 + g2) / 2 : g0;
                u[ks->panel] = k < WIDTH ? (g0 - g1 + g2) / 2 : g2;
            }
            u += ks->panel;
        }
    kernels_free(W);
    return U;
}

static bool prepare_first(encoder *e, const maxout_layer *l)
{
    float *W = by_piece(l), *side = W ? kernels_alloc((size_t)WIDTH * 3 * WIDE) : NULL;
    for (uint32_t k = 0; side && k < WIDTH; k++)
        for (uint32_t part = 0; part < 3; part++)
            memcpy(side + ((size_t)k * 3 + part) * WIDE, W + (size_t)(part * WIDTH + k) * WIDE, WIDE * sizeof(float));
    bool good = side && kernels_pack(e->k, &e->first, side, WIDTH, 3 * WIDE, 3 * WIDE, 3 * WIDE, 1);
    kernels_free(W), kernels_free(side);
    return good;
}

static bool prepare_mix(encoder *e, const maxout_layer *l)
{
    float *W = by_piece(l);
    bool good = W && kernels_pack(e->k, &e->mix, W, l->n_in, WIDE, WIDE, WIDE, 1);
    kernels_free(W);
    return good;
}

static bool prepare(encoder *e, const encoder_weights *w)
{
    prepare_norm(&e->norm[0], &w->mix);
    for (uint32_t l = 0; l < DEPTH; l++) prepare_norm(&e->norm[l + 1], &w->window[l]);
    bool good = prepare_mix(e, &w->mix) && prepare_first(e, &w->window[0]);
    for (uint32_t l = 1; good && l < DEPTH; l++) good = (e->pairs[l - 1] = prepare_pairs(e->k, &w->window[l])) != NULL;
    return good && (!w->vectors || kernels_pack(e->k, &e->vector_W, w->vector_W, VECTOR, WIDTH, WIDTH, 1, VECTOR));
}

encoder *encoder_new(const encoder_weights *w, arith a)
{
    const kernels *k = kernels_for(a);
    encoder *e = k ? calloc(1, sizeof *e) : NULL;
    if (!e) return NULL;
    e->k = k;
    memcpy(e->table, w->table, sizeof e->table);
    e->n_tables = w->n_tables, e->n_in = w->mix.n_in;
    e->vectors = w->vectors, e->n_vectors = w->n_vectors;
    if (prepare(e, w)) return e;
    encoder_free(e);
    return NULL;
}

void encoder_free(encoder *e)
{
    if (!e) return;
    kernels_free(e->vector_W.at), kernels_free(e->mix.at), kernels_free(e->first.at);
    for (uint32_t l = 0; l < DEPTH - 1; l++) kernels_free(e->pairs[l]);
    free(e);
}

encoder_stream *encoder_stream_new(const encoder *e, uint32_t n_words)
{
    encoder_stream *s = calloc(1, sizeof *s);
    if (!s) return NULL;
    s->e = e;
    s->words = words_new(e, n_words, SPAN);
    bool good = s->words != NULL;
    for (uint32_t l = 0; l < DEPTH; l++) good = (s->x[l] = kernels_alloc((CARRY + BLOCK) * WIDTH)) != NULL && good;
    s->d = kernels_alloc(CHUNK * 4 * WIDTH), s->y = kernels_alloc(CHUNK * 2 * WIDE);
    if (good && s->d && s->y) return s;
    encoder_stream_free(s);
    return NULL;
}

void encoder_stream_free(encoder_stream *s)
{
    if (!s) return;
    words_free(s->words);
    for (uint32_t l = 0; l < DEPTH; l++) kernels_free(s->x[l]);
    kernels_free(s->d), kernels_free(s->y);
    free(s);
}

/* ---- the stream of rows ---------------------------------------------------- */
static void skip_empty_texts(encoder_stream *s)
{
    while (s->text < s->n_texts && s->at == s->end[s->text]) s->text++;
}

void encoder_start(encoder_stream *s, const features *token, const uint32_t *end, uint32_t n_texts)
{
    s->token = token, s->end = end, s->n_texts = n_texts;
    s->text = s->at = 0;
    s->left = n_texts ? end[n_texts - 1] : 0;
    s->pads = PADS, s->behind = UINT8_MAX - 1;
    s->row = s->n_rows = 0;
    skip_empty_texts(s);
    memset(s->word, 0, sizeof s->word);
    memset(s->margin, UINT8_MAX, sizeof s->margin);
    for (uint32_t l = 0; l < DEPTH; l++) memset(s->x[l], 0, (CARRY + BLOCK) * WIDTH * sizeof(float));
}

static uint8_t smaller(uint32_t a, uint32_t b) { return (uint8_t)(a < b ? a : b); }

static void read_padding(encoder_stream *s, uint32_t row)
{
    if (s->behind < UINT8_MAX - 1) s->behind++;
    s->word[row] = PAD_WORD;
    s->margin[row] = smaller(s->behind, s->text < s->n_texts ? s->pads : UINT8_MAX);
    if (s->pads) s->pads--;
}

static void read_token(encoder_stream *s, uint32_t row)
{
    s->word[row] = words_find(s->words, &s->token[s->at++]);
    s->margin[row] = 0;
    s->behind = 0;
    if (s->at < s->end[s->text]) return;
    uint32_t first = s->text ? s->end[s->text - 1] : 0;
    s->pads = PADS + (s->at - first) % 2;
    skip_empty_texts(s);
}

/* Reads the next rows: tokens and padding, and at the end as much padding as
 * the layers lag behind; an even number.  The last rows before stay in front. */
static void read_rows(encoder_stream *s)
{
    memmove(s->word, s->word + s->n_rows, PAST * sizeof *s->word);
    memmove(s->margin, s->margin + s->n_rows, PAST * sizeof *s->margin);
    uint32_t n = 0;
    for (; n < SPAN && (s->text < s->n_texts || s->behind <= LAG || n % 2); n++) {
        if (s->text == s->n_texts || s->pads) read_padding(s, PAST + n);
        else read_token(s, PAST + n);
    }
    s->row = 0, s->n_rows = n;
}

/* ---- layers ----------------------------------------------------------------- */
static void first_layer(encoder_stream *s, uint32_t n)
{
    const encoder *e = s->e;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t at = s->row + PAST - 2 + i;
        words_fetch(s->words, s->word[at + AHEAD]);
        if (s->margin[at] >= DEPTH) continue;
        const float *l = words_row(s->words, s->word[at - 1]), *c = words_row(s->words, s->word[at]), *r = words_row(s->words, s->word[at + 1]);
        e->k->finish_sum(&e->norm[1], l + WIDTH, c + WIDTH + WIDE, r + WIDTH + 2 * WIDE, c, s->x[0] + (size_t)(CARRY + i) * WIDTH);
    }
}

/* Rows of layer `l` + 1 (l = 1..3) whose pairs begin at at[0..n) of the layer below. */
static void layer_chunk(encoder_stream *s, uint32_t l, const uint32_t *at, uint32_t n, uint32_t *n_out)
{
    const encoder *e = s->e;
    const float *x = s->x[l - 1];
    const uint8_t *margin = s->margin + s->row + PAST - CARRY - 2 * l;
    for (uint32_t i = 0; i < n; i++) e->k->pair_in(x + (size_t)at[i] * WIDTH, s->d + (size_t)i * 4 * WIDTH);
    e->k->pair_multiply(e->pairs[l - 1], n, s->d, s->y);
    for (uint32_t i = 0; i < 2 * n; i++) {
        uint32_t row = at[i / 2] + i % 2;
        if (margin[row] > DEPTH - 1 - l) continue;
        uint32_t to = l < DEPTH - 1 ? row + 2 : (*n_out)++;
        e->k->finish(&e->norm[l + 1], s->y + (size_t)i * WIDE, x + (size_t)row * WIDTH, s->x[l] + (size_t)to * WIDTH);
    }
}

static uint32_t next_layer(encoder_stream *s, uint32_t l, uint32_t n)
{
    const uint8_t *margin = s->margin + s->row + PAST - CARRY - 2 * l;
    uint32_t at[CHUNK], n_at = 0, n_out = 0;
    for (uint32_t i = CARRY - 2; i < CARRY - 2 + n; i += 2) {
        if (smaller(margin[i], margin[i + 1]) <= DEPTH - 1 - l) at[n_at++] = i;
        if (n_at == CHUNK) layer_chunk(s, l, at, n_at, &n_out), n_at = 0;
    }
    layer_chunk(s, l, at, n_at, &n_out);
    return n_out;
}

uint32_t encoder_next(encoder_stream *s, const float **out)
{
    uint32_t n_out = 0;
    while (s->left && !n_out) {
        if (s->row == s->n_rows) {
            words_turn(s->words);
            read_rows(s);
            words_work(s->words);
        }
        uint32_t n = s->n_rows - s->row < BLOCK ? s->n_rows - s->row : BLOCK;
        first_layer(s, n);
        for (uint32_t l = 1; l < DEPTH; l++) n_out = next_layer(s, l, n);
        for (uint32_t l = 0; l < DEPTH - 1; l++) memmove(s->x[l], s->x[l] + (size_t)n * WIDTH, CARRY * WIDTH * sizeof(float));
        s->row += n;
    }
    s->left -= n_out;
    *out = s->x[DEPTH - 1];
    return n_out;
}
