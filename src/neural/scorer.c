/* scorer.c: which class is best for a vector (the tagger), or for a state of a
 * transition parser?
 *
 * A parser's state is a few tokens in slots.  Its hidden layer is the sum of a
 * row for each (token, slot), then maxout; a row is the slot's matrix times the
 * token's projected vector.  Rows are kept in a ring of the last tokens: a
 * parser looks at tokens in order, and rarely far back. */
#include "neural/kernels.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { WIDE_HIDDEN = HIDDEN * HALVES, LANES_MOST = 16, PANEL_MOST = 32, RING = 256, AHEAD = 24 };

static uint32_t round_up(uint32_t n, uint32_t to) { return (n + to - 1) / to * to; }

/* First class with that score; scores are numbers unless the weights are not. */
static uint32_t first_of(const float *score, float top, uint32_t first, uint32_t end)
{
    while (first + 1 < end && score[first] != top) first++;
    return first;
}

/* ---- linear ---------------------------------------------------------------- */
struct linear {
    const kernels *k;
    uint32_t n_in, n_out, wide;            /* wide: n_out rounded up               */
    float *U, *b;                          /* [n_in][wide]; b is -inf where padded */
    matrix many;                           /* the same, packed for many rows       */
};

static bool prepare_linear(linear *l, const kernels *k, const linear_weights *w)
{
    *l = (linear){.k = k, .n_in = w->n_in, .n_out = w->n_out, .wide = round_up(w->n_out, LANES_MOST)};
    l->U = kernels_alloc((size_t)l->n_in * l->wide), l->b = kernels_alloc(l->wide);
    if (!l->U || !l->b) return false;
    for (uint32_t o = 0; o < l->wide; o++) {
        l->b[o] = o < w->n_out ? w->b[o] : -INFINITY;
        for (uint32_t i = 0; i < w->n_in; i++) l->U[(size_t)i * l->wide + o] = o < w->n_out ? w->W[(size_t)o * w->n_in + i] : 0;
    }
    return true;
}

linear *linear_new(const linear_weights *w, arith a)
{
    const kernels *k = kernels_for(a);
    linear *l = k && w->n_out <= MAX_CLASSES ? calloc(1, sizeof *l) : NULL;
    if (!l || (prepare_linear(l, k, w) && kernels_pack(k, &l->many, w->W, l->n_in, round_up(l->n_out, PANEL_MOST), l->n_out, 1, l->n_in))) return l;
    linear_free(l);
    return NULL;
}

void linear_free(linear *l)
{
    if (!l) return;
    kernels_free(l->U), kernels_free(l->b), kernels_free(l->many.at);
    free(l);
}

static void best_rows(const linear *l, const float *rows, uint32_t n, uint16_t *best)
{
    float score[AHEAD * MAX_CLASSES];
    l->k->multiply(&l->many, n, rows, l->n_in, score, l->many.N);
    for (uint32_t i = 0; i < n; i++) {
        float *x = score + (size_t)i * l->many.N;
        for (uint32_t c = 0; c < l->wide; c++) x[c] += l->b[c];
        best[i] = (uint16_t)first_of(x, l->k->largest(x, l->wide), 0, l->n_out);
    }
}

void linear_best(const linear *l, const float *rows, uint32_t n, uint16_t *best)
{
    for (uint32_t i = 0; i < n; i += AHEAD) best_rows(l, rows + (size_t)i * l->n_in, n - i < AHEAD ? n - i : AHEAD, best + i);
}

/* ---- scorer ---------------------------------------------------------------- */
struct scorer {
    const kernels *k;
    uint32_t n_slots, n_always;
    matrix project, always;                /* always: the first slots side by side    */
    float *project_b;
    float *slot[MAX_SLOTS];                /* [HIDDEN][WIDE_HIDDEN], not packed        */
    float *pad[MAX_SLOTS], *b;             /* [WIDE_HIDDEN]                            */
    linear upper;
};

struct scorer_view {
    const scorer *s;
    const float *projected;
    uint32_t n, ready;                     /* tokens; those before it have their rows  */
    uint32_t extra[RING];                  /* bits: which of the other slots are there */
    float *ring;                           /* [RING][n_slots][WIDE_HIDDEN]             */
    float *far;                            /* [n_slots][WIDE_HIDDEN]: of tokens that left the ring */
};

/* w[piece of a hidden unit] → [half][HIDDEN]. */
static void by_half(const float *w, size_t step, float *out)
{
    for (uint32_t half = 0; half < HALVES; half++)
        for (uint32_t o = 0; o < HIDDEN; o++) out[half * HIDDEN + o] = w[(o * HALVES + half) * step];
}

static bool prepare_slots(scorer *s, const scorer_weights *w)
{
    bool good = (s->b = kernels_alloc(WIDE_HIDDEN)) != NULL;
    if (good) by_half(w->lower_b, 1, s->b);
    for (uint32_t f = 0; good && f < s->n_slots; f++) {
        s->slot[f] = kernels_alloc(HIDDEN * WIDE_HIDDEN), s->pad[f] = kernels_alloc(WIDE_HIDDEN);
        good = s->slot[f] && s->pad[f];
        for (uint32_t k = 0; good && k < HIDDEN; k++)
            by_half(w->lower_W + (size_t)f * WIDE_HIDDEN * HIDDEN + k, HIDDEN, s->slot[f] + (size_t)k * WIDE_HIDDEN);
        if (good) by_half(w->pad + (size_t)f * WIDE_HIDDEN, 1, s->pad[f]);
    }
    return good;
}

static bool prepare_always(scorer *s)
{
    uint32_t N = s->n_always * WIDE_HIDDEN;
    float *W = kernels_alloc((size_t)HIDDEN * N);
    for (uint32_t k = 0; W && k < HIDDEN; k++)
        for (uint32_t f = 0; f < s->n_always; f++)
            memcpy(W + (size_t)k * N + f * WIDE_HIDDEN, s->slot[f] + (size_t)k * WIDE_HIDDEN, WIDE_HIDDEN * sizeof(float));
    bool good = W && kernels_pack(s->k, &s->always, W, HIDDEN, N, N, N, 1);
    kernels_free(W);
    return good;
}

scorer *scorer_new(const scorer_weights *w, uint32_t n_always, arith a)
{
    const kernels *k = kernels_for(a);
    scorer *s = k && w->upper.n_out <= MAX_CLASSES && w->n_slots <= MAX_SLOTS ? calloc(1, sizeof *s) : NULL;
    if (!s) return NULL;
    s->k = k, s->n_slots = w->n_slots, s->n_always = n_always;
    s->project_b = kernels_alloc(HIDDEN);
    if (s->project_b) memcpy(s->project_b, w->projection.b, HIDDEN * sizeof(float));
    if (s->project_b && kernels_pack(k, &s->project, w->projection.W, WIDTH, HIDDEN, HIDDEN, 1, WIDTH) && prepare_slots(s, w) &&
        prepare_always(s) && prepare_linear(&s->upper, k, &w->upper))
        return s;
    scorer_free(s);
    return NULL;
}

void scorer_free(scorer *s)
{
    if (!s) return;
    kernels_free(s->project.at), kernels_free(s->project_b), kernels_free(s->always.at), kernels_free(s->b);
    for (uint32_t f = 0; f < s->n_slots; f++) kernels_free(s->slot[f]), kernels_free(s->pad[f]);
    kernels_free(s->upper.U), kernels_free(s->upper.b);
    free(s);
}

scorer_view *scorer_view_new(const scorer *s)
{
    scorer_view *v = calloc(1, sizeof *v);
    if (!v) return NULL;
    v->s = s;
    v->ring = kernels_alloc((size_t)RING * s->n_slots * WIDE_HIDDEN);
    v->far = kernels_alloc((size_t)s->n_slots * WIDE_HIDDEN);
    if (v->ring && v->far) return v;
    scorer_view_free(v);
    return NULL;
}

void scorer_view_free(scorer_view *v)
{
    if (!v) return;
    kernels_free(v->ring), kernels_free(v->far);
    free(v);
}

void scorer_project(const scorer *s, const float *vectors, uint32_t n, float *out)
{
    s->k->multiply(&s->project, n, vectors, WIDTH, out, HIDDEN);
    for (uint32_t i = 0; i < n; i++, out += HIDDEN)
        for (uint32_t j = 0; j < HIDDEN; j++) out[j] += s->project_b[j];
}

void scorer_look(scorer_view *v, const float *projected, uint32_t n)
{
    v->projected = projected, v->n = n, v->ready = 0;
}

static float *ring_row(const scorer_view *v, uint32_t slot, uint32_t token)
{
    return v->ring + ((size_t)(token % RING) * v->s->n_slots + slot) * WIDE_HIDDEN;
}

/* Works out the next tokens' rows; a run does not go round the ring's end. */
static void read_ahead(scorer_view *v)
{
    const scorer *s = v->s;
    uint32_t n = v->n - v->ready < AHEAD ? v->n - v->ready : AHEAD, at = v->ready % RING;
    if (n > RING - at) n = RING - at;
    s->k->multiply(&s->always, n, v->projected + (size_t)v->ready * HIDDEN, HIDDEN, ring_row(v, 0, v->ready), (size_t)s->n_slots * WIDE_HIDDEN);
    memset(v->extra + at, 0, n * sizeof *v->extra);
    v->ready += n;
}

static const float *row_of(scorer_view *v, uint32_t slot, uint32_t token)
{
    const scorer *s = v->s;
    if (token == NO_TOKEN) return s->pad[slot];
    const float *x = v->projected + (size_t)token * HIDDEN;
    if (v->ready - token > RING) {
        float *far = v->far + (size_t)slot * WIDE_HIDDEN;
        s->k->lower_one(s->slot[slot], x, far);
        return far;
    }
    float *row = ring_row(v, slot, token);
    if (slot >= s->n_always && !(v->extra[token % RING] >> slot & 1)) {
        s->k->lower_one(s->slot[slot], x, row);
        v->extra[token % RING] |= 1u << slot;
    }
    return row;
}

static void hidden_of(scorer_view *v, const uint32_t slot[MAX_SLOTS], float hidden[HIDDEN])
{
    const float *row[MAX_SLOTS + 1];
    uint32_t n = v->s->n_slots;
    for (uint32_t f = 0; f < n; f++)
        while (slot[f] != NO_TOKEN && slot[f] >= v->ready) read_ahead(v);
    for (uint32_t f = 0; f < n; f++) row[f] = row_of(v, f, slot[f]);
    row[n] = v->s->b;
    v->s->k->hidden(row, n + 1, hidden);
}

static void score_range(const scorer_view *v, const float hidden[HIDDEN], uint32_t first, uint32_t end, float *score)
{
    const linear *u = &v->s->upper;
    u->k->classes(HIDDEN, u->U, u->wide, u->b, hidden, first, end, score);
}

static void forbid(float *score, uint32_t first, uint32_t end)
{
    for (uint32_t c = first; c < end; c++) score[c] = -INFINITY;
}

/* All classes from the first to the last allowed one are scored, in one go:
 * that is faster than several short runs. */
uint32_t scorer_best(scorer_view *v, const uint32_t slot[MAX_SLOTS], const class_range *allowed, uint32_t n_allowed)
{
    if (n_allowed == 1 && allowed->end - allowed->first == 1) return allowed->first;
    float hidden[HIDDEN], score[MAX_CLASSES];
    uint32_t first = allowed[0].first / LANES_MOST * LANES_MOST, end = round_up(allowed[n_allowed - 1].end, LANES_MOST), at = first;
    hidden_of(v, slot, hidden);
    score_range(v, hidden, first, end, score);
    for (uint32_t i = 0; i < n_allowed; at = allowed[i++].end) forbid(score, at, allowed[i].first);
    forbid(score, at, end);
    return first_of(score, v->s->k->largest(score + first, end - first), allowed[0].first, end);
}

void scorer_scores(scorer_view *v, const uint32_t slot[MAX_SLOTS], float score[MAX_CLASSES])
{
    float hidden[HIDDEN];
    hidden_of(v, slot, hidden);
    score_range(v, hidden, 0, v->s->upper.wide, score);
}
