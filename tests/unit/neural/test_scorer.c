/* Are scores and best classes those of plain sums, near and far back in a text? */
#include "random_net.h"

enum { TOKENS = 700 };

static void plain_scores(const scorer_weights *w, const float *projected, const uint32_t *slot, double *score)
{
    double wide[HIDDEN * HALVES], h[HIDDEN];
    for (uint32_t o = 0; o < HIDDEN * HALVES; o++) {
        wide[o] = w->lower_b[o];
        for (uint32_t f = 0; f < w->n_slots; f++) {
            const float *row = w->lower_W + ((size_t)f * HIDDEN * HALVES + o) * HIDDEN;
            if (slot[f] == NO_TOKEN) wide[o] += w->pad[f * HIDDEN * HALVES + o];
            else
                for (uint32_t k = 0; k < HIDDEN; k++) wide[o] += (double)row[k] * projected[slot[f] * HIDDEN + k];
        }
    }
    for (uint32_t o = 0; o < HIDDEN; o++) h[o] = fmax(wide[2 * o], wide[2 * o + 1]);
    for (uint32_t c = 0; c < w->upper.n_out; c++) {
        score[c] = w->upper.b[c];
        for (uint32_t k = 0; k < HIDDEN; k++) score[c] += (double)w->upper.W[c * HIDDEN + k] * h[k];
    }
}

static void is_best(scorer_view *v, const uint32_t *slot, const double *right, uint32_t n_classes)
{
    uint32_t a = random_below(n_classes - 2), b = a + 1 + random_below(n_classes - a - 2);
    class_range allowed[2] = {{a, a + 1 + random_below(b - a)}, {b, b + 1 + random_below(n_classes - b)}};
    uint32_t got = scorer_best(v, slot, allowed, 2);
    assert((got >= allowed[0].first && got < allowed[0].end) || (got >= allowed[1].first && got < allowed[1].end));
    for (int i = 0; i < 2; i++)
        for (uint32_t c = allowed[i].first; c < allowed[i].end; c++) assert(right[got] > right[c] - 1e-4);
    assert(scorer_best(v, slot, &(class_range){b, b + 1}, 1) == b);
}

static void scores_as_plain(uint32_t n_slots, uint32_t n_classes, uint32_t n_always, arith a)
{
    scorer_weights w = random_scorer(n_slots, n_classes);
    scorer *s = scorer_new(&w, n_always, a);
    scorer_view *v = scorer_view_new(s);
    float *vectors = random_floats(TOKENS * WIDTH, 1), *projected = calloc(TOKENS * HIDDEN, sizeof *projected), score[MAX_CLASSES];
    scorer_project(s, vectors, TOKENS, projected);
    double right[MAX_CLASSES];
    for (int round = 0; round < 2; round++) {
        scorer_look(v, projected, TOKENS);
        for (uint32_t i = 0; i < TOKENS; i += 1 + random_below(3)) {
            uint32_t slot[MAX_SLOTS];
            for (uint32_t f = 0; f < n_slots; f++) slot[f] = random_below(4) ? i - random_below(i < 20 ? i + 1 : 20) : random_below(2) ? NO_TOKEN : random_below(i + 1);
            plain_scores(&w, projected, slot, right);
            scorer_scores(v, slot, score);
            for (uint32_t c = 0; c < n_classes; c++) assert(fabs(score[c] - right[c]) < 1e-4);
            is_best(v, slot, right, n_classes);
        }
    }
    free(vectors), free(projected);
    scorer_view_free(v), scorer_free(s), free_scorer(w);
}

static void first_of_equals(arith a)
{
    float W[50 * WIDTH] = {0}, b[50], rows[3 * WIDTH] = {0};
    for (int i = 0; i < 50; i++) b[i] = i == 17 || i == 18 || i == 49 ? 2 : -1;
    W[30 * WIDTH] = 1;
    rows[WIDTH] = 4, rows[2 * WIDTH] = 3;
    linear *l = linear_new(&(linear_weights){W, b, WIDTH, 50}, a);
    uint16_t best[3];
    linear_best(l, rows, 3, best);
    assert(best[0] == 17 && best[1] == 30 && best[2] == 17);
    linear_free(l);
}

int main(void)
{
    for (arith a = ARITH_PLAIN; a <= ARITH_AVX512; a++) {
        if (!arith_supported(a)) continue;
        scores_as_plain(8, 106, 5, a);
        scores_as_plain(3, 74, 1, a);
        scores_as_plain(8, 30, 8, a);
        first_of_equals(a);
    }
    puts("scorer: ok");
}
