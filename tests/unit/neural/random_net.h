/* Random weights for nets of the real shapes, and small helpers of the tests. */
#ifndef TEST_RANDOM_NET_H
#define TEST_RANDOM_NET_H
#include "neural/neural.h"
#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t random_state = 1;

static inline uint32_t random_below(uint32_t n)
{
    random_state = random_state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)((random_state >> 33) % n);
}

/* `n` numbers between -size and size; freed by the caller. */
static inline float *random_floats(size_t n, double size)
{
    float *p = malloc((n + 16) * sizeof *p);
    assert(p);
    for (size_t i = 0; i < n; i++) p[i] = (float)(size * (random_below(2000001) / 1e6 - 1));
    return p;
}

static inline double largest_difference(const float *a, const float *b, size_t n)
{
    double most = 0;
    for (size_t i = 0; i < n; i++) most = fmax(most, fabs((double)a[i] - (double)b[i]));
    return most;
}

static inline maxout_layer random_layer(uint32_t n_in)
{
    return (maxout_layer){random_floats((size_t)WIDTH * PIECES * n_in, 2 / sqrt(n_in)), random_floats(WIDTH * PIECES, 0.5), random_floats(WIDTH, 1),
                          random_floats(WIDTH, 0.5), n_in};
}

static inline void free_layer(maxout_layer l) { free((void *)l.W), free((void *)l.b), free((void *)l.G), free((void *)l.beta); }

static inline encoder_weights random_encoder(uint32_t n_tables, uint32_t n_vectors)
{
    encoder_weights w = {.n_tables = n_tables, .n_vectors = n_vectors};
    for (uint32_t t = 0; t < n_tables; t++) w.table[t] = (hash_table){random_floats((size_t)(40 + t) * WIDTH, 0.4), 40 + t, 8 + t, t};
    w.mix = random_layer(WIDTH * (n_tables + (n_vectors != 0)));
    for (uint32_t l = 0; l < DEPTH; l++) w.window[l] = random_layer(3 * WIDTH);
    if (n_vectors) w.vector_W = random_floats(WIDTH * VECTOR, 0.1), w.vectors = random_floats((size_t)n_vectors * VECTOR, 1);
    return w;
}

static inline void free_encoder(encoder_weights w)
{
    for (uint32_t t = 0; t < w.n_tables; t++) free((void *)w.table[t].E);
    free_layer(w.mix);
    for (uint32_t l = 0; l < DEPTH; l++) free_layer(w.window[l]);
    free((void *)w.vector_W), free((void *)w.vectors);
}

static inline linear_weights random_linear(uint32_t n_in, uint32_t n_out)
{
    return (linear_weights){random_floats((size_t)n_in * n_out, 0.2), random_floats(n_out, 0.2), n_in, n_out};
}

static inline scorer_weights random_scorer(uint32_t n_slots, uint32_t n_classes)
{
    size_t row = HIDDEN * HALVES;
    return (scorer_weights){random_linear(WIDTH, HIDDEN), random_floats(n_slots * row * HIDDEN, 0.2), random_floats(row, 0.2), random_floats(n_slots * row, 0.2),
                            n_slots, random_linear(HIDDEN, n_classes)};
}

static inline void free_linear(linear_weights w) { free((void *)w.W), free((void *)w.b); }
static inline void free_scorer(scorer_weights w)
{
    free_linear(w.projection), free_linear(w.upper);
    free((void *)w.lower_W), free((void *)w.lower_b), free((void *)w.pad);
}

/* Tokens out of `n_words` different ones. */
static inline features *random_tokens(uint32_t n, uint32_t n_words, uint32_t n_vectors)
{
    features *t = calloc(n + 1, sizeof *t);
    assert(t);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t word = random_below(n_words);
        t[i] = (features){{word * 7919 + 5, word % 13, word % 97, word % 5, random_below(2), word == 3}, word % 3 ? NO_VECTOR : word % (n_vectors + 1)};
        if (t[i].vector >= n_vectors) t[i].vector = NO_VECTOR;
    }
    return t;
}
#endif
