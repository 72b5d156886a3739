/* Are token vectors those of the plain recipe, alone and in any company? */
#include "neural/encoder_internal.h"
#include "random_net.h"

/* ---- the recipe, word for word (no caches, no pairs, padding worked on) ---- */
static void plain_layer(const maxout_layer *l, const double *u, double *out)
{
    double mean = 0, var = 0;
    for (int o = 0; o < WIDTH; o++) {
        out[o] = -1e30;
        for (int p = 0; p < PIECES; p++) {
            double y = l->b[o * PIECES + p];
            const float *w = l->W + (size_t)(o * PIECES + p) * l->n_in;
            for (uint32_t k = 0; k < l->n_in; k++) y += (double)w[k] * u[k];
            out[o] = fmax(out[o], y);
        }
        mean += out[o] / WIDTH;
    }
    for (int o = 0; o < WIDTH; o++) var += (out[o] - mean) * (out[o] - mean) / WIDTH;
    for (int o = 0; o < WIDTH; o++) out[o] = (out[o] - mean) / sqrt(var + 1e-8) * l->G[o] + l->beta[o];
}

static void plain_embedding(const encoder_weights *w, const features *f, double *out)
{
    double in[(MAX_TABLES + 1) * WIDTH] = {0}, *u = in;
    for (uint32_t t = 0; t < w->n_tables; t++, u += WIDTH) {
        uint32_t row[4];
        embed_rows(f->of[w->table[t].feature], w->table[t].seed, w->table[t].rows, row);
        for (int j = 0; j < 4; j++)
            for (uint32_t o = 0; o < WIDTH; o++) u[o] += w->table[t].E[(size_t)row[j] * WIDTH + o];
    }
    for (uint32_t o = 0; w->vectors && f->vector != NO_VECTOR && o < WIDTH; o++)
        for (uint32_t k = 0; k < VECTOR; k++) u[o] += (double)w->vector_W[o * VECTOR + k] * w->vectors[(size_t)f->vector * VECTOR + k];
    plain_layer(&w->mix, in, out);
}

static void plain_text(const encoder_weights *w, const features *token, uint32_t n, float *out)
{
    uint32_t rows = n + 2 * DEPTH;
    double *x = calloc((size_t)rows * WIDTH, sizeof *x), *y = calloc((size_t)rows * WIDTH, sizeof *y);
    for (uint32_t i = 0; i < n; i++) plain_embedding(w, &token[i], x + (size_t)(i + DEPTH) * WIDTH);
    for (uint32_t l = 0; l < DEPTH; l++) {
        for (uint32_t i = 0; i < rows; i++) {
            double u[3 * WIDTH] = {0}, o[WIDTH];
            for (uint32_t k = 0; k < 3; k++)
                if (i + k >= 1 && i + k <= rows) memcpy(u + k * WIDTH, x + (size_t)(i + k - 1) * WIDTH, WIDTH * sizeof *u);
            plain_layer(&w->window[l], u, o);
            for (int j = 0; j < WIDTH; j++) y[(size_t)i * WIDTH + (size_t)j] = x[(size_t)i * WIDTH + (size_t)j] + o[j];
        }
        double *s = x;
        x = y, y = s;
    }
    for (size_t i = 0; i < (size_t)n * WIDTH; i++) out[i] = (float)x[DEPTH * WIDTH + i];
    free(x), free(y);
}

/* ---- comparisons ------------------------------------------------------------ */
static float *run(const encoder *e, encoder_stream *s, const features *token, const uint32_t *end, uint32_t n_texts)
{
    (void)e;
    uint32_t n = n_texts ? end[n_texts - 1] : 0, at = 0;
    float *out = malloc(((size_t)n + 1) * WIDTH * sizeof *out);
    const float *rows;
    encoder_start(s, token, end, n_texts);
    for (uint32_t got; (got = encoder_next(s, &rows)); at += got) {
        assert(at + got <= n);
        memcpy(out + (size_t)at * WIDTH, rows, got * WIDTH * sizeof *out);
    }
    assert(at == n);
    return out;
}

static void follows_the_recipe(const encoder_weights *w, arith a)
{
    encoder *e = encoder_new(w, a);
    encoder_stream *s = encoder_stream_new(e, 4000);
    for (uint32_t n = 1; n < 60; n += n < 10 ? 1 : 11) {
        features *t = random_tokens(n, 30, w->n_vectors);
        float *right = malloc(n * WIDTH * sizeof *right), *got = run(e, s, t, &n, 1);
        plain_text(w, t, n, right);
        assert(largest_difference(right, got, n * WIDTH) < 3e-5);
        free(t), free(right), free(got);
    }
    encoder_stream_free(s), encoder_free(e);
}

/* Many texts at once, some empty, and one by one: the same bits; so with a
 * table of words that is too small for them. */
static void company_does_not_matter(const encoder_weights *w, arith a)
{
    enum { TEXTS = 90 };
    uint32_t end[TEXTS], n = 0;
    for (uint32_t t = 0; t < TEXTS; t++) end[t] = n += t % 7 == 3 ? 0 : t == 50 ? 3000 : 1 + random_below(90);
    features *token = random_tokens(n, 6000, w->n_vectors);
    encoder *e = encoder_new(w, a);
    encoder_stream *large = encoder_stream_new(e, 20000), *small = encoder_stream_new(e, 1);
    float *all = run(e, large, token, end, TEXTS), *again = run(e, small, token, end, TEXTS);
    assert(memcmp(all, again, (size_t)n * WIDTH * sizeof *all) == 0);
    for (uint32_t t = 0, first = 0; t < TEXTS; first = end[t++]) {
        uint32_t len = end[t] - first;
        float *one = run(e, small, token + first, &len, 1);
        assert(memcmp(one, all + (size_t)first * WIDTH, (size_t)len * WIDTH * sizeof *one) == 0);
        free(one);
    }
    free(run(e, large, token, end, 0));
    free(all), free(again), free(token);
    encoder_stream_free(large), encoder_stream_free(small), encoder_free(e);
}

static void paths_agree(const encoder_weights *w)
{
    uint32_t n = 700;
    features *t = random_tokens(n, 300, w->n_vectors);
    float *out[ARITH_AVX512 + 1] = {0};
    for (arith a = ARITH_PLAIN; a <= ARITH_AVX512; a++) {
        if (!arith_supported(a)) continue;
        encoder *e = encoder_new(w, a);
        encoder_stream *s = encoder_stream_new(e, 4000);
        out[a] = run(e, s, t, &n, 1);
        assert(largest_difference(out[a], out[ARITH_PLAIN], (size_t)n * WIDTH) < 3e-5);
        encoder_stream_free(s), encoder_free(e);
    }
    if (out[ARITH_AVX2] && out[ARITH_AVX512]) assert(memcmp(out[ARITH_AVX2], out[ARITH_AVX512], n * WIDTH * sizeof **out) == 0);
    for (arith a = ARITH_PLAIN; a <= ARITH_AVX512; a++) free(out[a]);
    free(t);
}

static void hashes(uint64_t key, uint32_t seed, uint32_t n_rows, uint32_t a, uint32_t b, uint32_t c, uint32_t d)
{
    uint32_t row[4];
    embed_rows(key, seed, n_rows, row);
    assert(row[0] == a && row[1] == b && row[2] == c && row[3] == d);
}

int main(void)
{
    hashes(0, 12, UINT32_MAX, 3628889788, 3483432925, 485828337, 1486234390);
    hashes(1, 13, UINT32_MAX, 1266879892, 1356517611, 318478807, 3343674364);
    hashes(429, 8, UINT32_MAX, 694509216, 2175185562, 1041763824, 1115294695);
    hashes(7425985699627899538u, 8, 5000, 2498, 2909, 2599, 4364);   /* "the" as NORM   */
    hashes(7425985699627899538u, 10, 2500, 1568, 1172, 739, 890);    /* "the" as SUFFIX */
    hashes(0, 12, 50, 38, 25, 37, 40);
    encoder_weights with = random_encoder(6, 50), without = random_encoder(4, 0);
    for (arith a = ARITH_PLAIN; a <= ARITH_AVX512; a++) {
        if (!arith_supported(a)) continue;
        follows_the_recipe(&with, a), follows_the_recipe(&without, a);
        company_does_not_matter(&with, a);
    }
    paths_agree(&with), paths_agree(&without);
    free_encoder(with), free_encoder(without);
    puts("encoder: ok");
}
