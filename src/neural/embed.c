/* embed.c: what is a word's vector, before its neighbours are seen?
 *
 * Each feature of a word picks four rows of a hash table; their sum, and the
 * projected static vector, are mixed to WIDTH values.  That is the same each
 * time the word comes, so it is kept, together with its product with the first
 * window layer: a word seen before costs nothing, and the layer two additions.
 * The table is bounded; a hand goes round it and forgets words whose count of
 * recent uses has run out (CLOCK), so frequent words stay. */
#include "neural/encoder_internal.h"
#include <stdlib.h>
#include <string.h>

enum { BATCH = 48, MAX_COUNT = 7 };

typedef struct known {
    features key;
    uint32_t next;                     /* in its bucket; 0 ends                   */
    uint32_t turn;                     /* when last asked for                     */
    uint32_t bucket;
    uint32_t count;
} known;

struct words {
    const encoder *e;
    uint32_t cap, n, hand, turn;       /* words 1..n are in use; 0 is padding     */
    uint32_t mask, *bucket;
    known   *word;
    float   *row;                      /* [cap + 1][WORD_ROW]                     */
    uint32_t *fresh, n_fresh;          /* found, not yet worked out               */
    float   *in, *out, *vector;        /* of BATCH words                          */
};

static uint64_t rotate(uint64_t x, int by) { return x << by | x >> (64 - by); }

static uint64_t stir(uint64_t x)
{
    x = (x ^ x >> 33) * 0xff51afd7ed558ccd;
    x = (x ^ x >> 33) * 0xc4ceb9fe1a85ec53;
    return x ^ x >> 33;
}

/* The tail of MurmurHash3_x64_128 for one 8-byte key. */
void embed_rows(uint64_t key, uint32_t seed, uint32_t n_rows, uint32_t out[4])
{
    uint64_t h1 = rotate(key * 0x87c37b91114253d5, 31) * 0x4cf5ad432745937f ^ seed ^ 8, h2 = seed ^ 8u;
    h1 += h2, h2 += h1;
    h1 = stir(h1), h2 = stir(h2);
    h1 += h2, h2 += h1;
    out[0] = (uint32_t)h1 % n_rows, out[1] = (uint32_t)(h1 >> 32) % n_rows;
    out[2] = (uint32_t)h2 % n_rows, out[3] = (uint32_t)(h2 >> 32) % n_rows;
}

/* ---- the table of words --------------------------------------------------- */
void words_free(words *w)
{
    if (!w) return;
    free(w->bucket), free(w->word), free(w->fresh);
    kernels_free(w->row), kernels_free(w->in), kernels_free(w->out), kernels_free(w->vector);
    free(w);
}

words *words_new(const encoder *e, uint32_t most, uint32_t batch)
{
    words *w = calloc(1, sizeof *w);
    if (!w) return NULL;
    w->e = e, w->hand = 1, w->turn = 2;
    w->cap = most > 2 * batch + 1 ? most : 2 * batch + 1;
    for (w->mask = 1; w->mask < w->cap; w->mask *= 2) {}
    w->bucket = calloc(w->mask, sizeof *w->bucket);
    w->mask--;
    w->word = calloc(w->cap + 1, sizeof *w->word);
    w->fresh = calloc(batch, sizeof *w->fresh);
    w->row = kernels_alloc((size_t)(w->cap + 1) * WORD_ROW);
    w->in = kernels_alloc((size_t)BATCH * e->n_in), w->out = kernels_alloc((size_t)BATCH * 3 * WIDE), w->vector = kernels_alloc((size_t)BATCH * VECTOR);
    if (!w->bucket || !w->word || !w->fresh || !w->row || !w->in || !w->out || !w->vector) {
        words_free(w);
        return NULL;
    }
    memset(w->row, 0, WORD_ROW * sizeof *w->row);
    return w;
}

void words_turn(words *w)
{
    if (++w->turn != UINT32_MAX) return;
    for (uint32_t i = 1; i <= w->n; i++) w->word[i].turn = 0;
    w->turn = 2;
}

const float *words_row(const words *w, uint32_t word) { return w->row + (size_t)word * WORD_ROW; }

void words_fetch(const words *w, uint32_t word)
{
    const float *row = words_row(w, word);
    for (uint32_t i = 0; i < WORD_ROW; i += 16) __builtin_prefetch(row + i);
}

static uint64_t key_hash(const encoder *e, const features *f)
{
    uint64_t h = e->vectors ? f->vector : 0;
    for (uint32_t t = 0; t < e->n_tables; t++) h = rotate((h ^ f->of[e->table[t].feature]) * 0x9e3779b97f4a7c15, 29);
    return h ^ h >> 32;
}

static bool key_same(const encoder *e, const features *a, const features *b)
{
    for (uint32_t t = 0; t < e->n_tables; t++)
        if (a->of[e->table[t].feature] != b->of[e->table[t].feature]) return false;
    return !e->vectors || a->vector == b->vector;
}

static void unlink_word(words *w, uint32_t i)
{
    uint32_t *at = &w->bucket[w->word[i].bucket];
    while (*at != i) at = &w->word[*at].next;
    *at = w->word[i].next;
}

/* A free number.  Words of this turn and the last stay; there is room for more
 * than those, so the hand stops after a few rounds. */
static uint32_t make_room(words *w)
{
    if (w->n < w->cap) return ++w->n;
    for (;; w->hand = w->hand == w->cap ? 1 : w->hand + 1) {
        known *c = &w->word[w->hand];
        if (c->turn + 1 >= w->turn) continue;
        if (c->count) {
            c->count--;
            continue;
        }
        unlink_word(w, w->hand);
        return w->hand;
    }
}

uint32_t words_find(words *w, const features *token)
{
    uint32_t bucket = (uint32_t)key_hash(w->e, token) & w->mask, i = w->bucket[bucket];
    while (i && !key_same(w->e, &w->word[i].key, token)) i = w->word[i].next;
    if (!i) {
        i = make_room(w);
        w->word[i] = (known){.key = *token, .next = w->bucket[bucket], .bucket = bucket};
        w->bucket[bucket] = i;
        w->fresh[w->n_fresh++] = i;
    } else if (w->word[i].count < MAX_COUNT) {
        w->word[i].count++;
    }
    w->word[i].turn = w->turn;
    return i;
}

/* ---- working out ---------------------------------------------------------- */
static void sum_tables(const words *w, const features *f, float *in)
{
    const encoder *e = w->e;
    for (uint32_t t = 0; t < e->n_tables; t++) {
        const hash_table *h = &e->table[t];
        uint32_t at[4];
        embed_rows(f->of[h->feature], h->seed, h->rows, at);
        const float *row[4];
        for (int j = 0; j < 4; j++) row[j] = h->E + (size_t)at[j] * WIDTH;
        e->k->sum_rows(row, in + (size_t)t * WIDTH);
    }
}

/* Static vectors of `n` fresh words, projected into their place of `in`; zeros for words without. */
static void project_vectors(words *w, const uint32_t *fresh, uint32_t n)
{
    const encoder *e = w->e;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t row = w->word[fresh[i]].key.vector;
        if (row < e->n_vectors) memcpy(w->vector + (size_t)i * VECTOR, e->vectors + (size_t)row * VECTOR, VECTOR * sizeof(float));
        else memset(w->vector + (size_t)i * VECTOR, 0, VECTOR * sizeof(float));
    }
    e->k->multiply(&e->vector_W, n, w->vector, VECTOR, w->in + (size_t)e->n_tables * WIDTH, e->n_in);
}

static void work_batch(words *w, const uint32_t *fresh, uint32_t n)
{
    const encoder *e = w->e;
    for (uint32_t i = 0; i < n; i++) sum_tables(w, &w->word[fresh[i]].key, w->in + (size_t)i * e->n_in);
    if (e->vectors) project_vectors(w, fresh, n);
    e->k->multiply(&e->mix, n, w->in, e->n_in, w->out, WIDE);
    for (uint32_t i = 0; i < n; i++) {
        float *row = w->row + (size_t)fresh[i] * WORD_ROW;
        e->k->finish(&e->norm[0], w->out + (size_t)i * WIDE, NULL, row);
        memcpy(w->in + (size_t)i * WIDTH, row, WIDTH * sizeof(float));
    }
    e->k->multiply(&e->first, n, w->in, WIDTH, w->out, 3 * WIDE);
    for (uint32_t i = 0; i < n; i++)
        memcpy(w->row + (size_t)fresh[i] * WORD_ROW + WIDTH, w->out + (size_t)i * 3 * WIDE, 3 * WIDE * sizeof(float));
}

void words_work(words *w)
{
    for (uint32_t i = 0; i < w->n_fresh; i += BATCH)
        work_batch(w, w->fresh + i, w->n_fresh - i < BATCH ? w->n_fresh - i : BATCH);
    w->n_fresh = 0;
}
