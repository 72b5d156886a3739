/* bench/kernels.c: how near do the inner loops come to this core's limit?
 *
 *     make bench
 *
 * First the limit: multiply-adds on registers alone.  Then each loop on the
 * shapes of the models, best of many short runs, so that other work on the
 * machine does not count.  Pairs do the work of 3 x 96 x 288 products a row
 * with two thirds of them; both figures are told. */
#include "neural/kernels.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROWS = 240, REPEATS = 300 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

#define BEST(best, ...)                                    \
    double best = 1e9;                                     \
    for (int repeat = 0; repeat < REPEATS; repeat++) {     \
        double began = now();                              \
        __VA_ARGS__;                                       \
        double took = now() - began;                       \
        best = took < best ? took : best;                  \
    }

/* ---- the limit ------------------------------------------------------------ */
#ifdef __x86_64__
#include <immintrin.h>
enum { STEPS = 20000, CHAINS = 12 };

/* CHAINS different sums, held in registers by name so that nothing else is measured. */
#define PEAK(name, features, V, set1, fma)                                                        \
    __attribute__((target(features))) static V name(V x, V y)                                     \
    {                                                                                             \
        V a = x, b = a + x, c = b + x, d = c + x, e = d + x, f = e + x, g = f + x, h = g + x;     \
        V i = h + x, j = i + x, k = j + x, l = k + x;                                             \
        for (int step = 0; step < STEPS; step++) {                                                \
            a = fma(x, y, a), b = fma(x, y, b), c = fma(x, y, c), d = fma(x, y, d);               \
            e = fma(x, y, e), f = fma(x, y, f), g = fma(x, y, g), h = fma(x, y, h);               \
            i = fma(x, y, i), j = fma(x, y, j), k = fma(x, y, k), l = fma(x, y, l);               \
            __asm__ volatile("" : "+v"(x), "+v"(y));                                              \
        }                                                                                         \
        return a + b + c + d + e + f + g + h + i + j + k + l;                                     \
    }                                                                                             \
    __attribute__((target(features))) static double name##_speed(void)                            \
    {                                                                                             \
        V x = set1(1.0001f), y = set1(1e-7f), sum = x;                                            \
        BEST(t, sum += name(x, y))                                                                \
        __asm__ volatile("" : : "v"(sum));                                                        \
        return (double)STEPS * CHAINS * sizeof(V) / sizeof(float) / t * 1e-9;                     \
    }
PEAK(peak_avx2, "avx2,fma", __m256, _mm256_set1_ps, _mm256_fmadd_ps)
PEAK(peak_avx512, "avx512f,avx2,fma", __m512, _mm512_set1_ps, _mm512_fmadd_ps)

static double limit(arith a) { return a == ARITH_AVX512 ? peak_avx512_speed() : peak_avx2_speed(); }
#else
static double limit(arith a) { return (void)a, 0; }
#endif

/* ---- the loops ------------------------------------------------------------- */
static float *filled(size_t n)
{
    float *p = kernels_alloc(n);
    if (!p) abort();
    for (size_t i = 0; i < n; i++) p[i] = (float)(i % 17) * 0.01f - 0.05f;
    return p;
}

static void tell(const char *what, double macs, double seconds, double peak)
{
    double speed = macs / seconds * 1e-9;
    printf("  %-44s %7.1f GMAC/s", what, speed);
    if (peak > 0) printf("  %4.0f %%", 100 * speed / peak);
    printf("  %8.1f ns a row\n", seconds / ROWS * 1e9);
}

static void bench_multiply(const kernels *k, const char *what, uint32_t K, uint32_t N, double peak)
{
    float *A = filled((size_t)ROWS * K), *W = filled((size_t)K * N), *C = filled((size_t)ROWS * N);
    matrix B;
    if (!kernels_pack(k, &B, W, K, N, N, N, 1)) abort();
    BEST(t, k->multiply(&B, ROWS, A, K, C, N))
    tell(what, (double)ROWS * K * N, t, peak);
    kernels_free(A), kernels_free(W), kernels_free(C), kernels_free(B.at);
}

static void window_rows(const kernels *k, const float *U, const norm *n, float *x, float *d, float *y, float *out)
{
    for (uint32_t i = 0; i < ROWS; i += 60) {
        for (uint32_t j = 0; j < 30; j++) k->pair_in(x + (size_t)(i + 2 * j + 1) * WIDTH, d + (size_t)j * 4 * WIDTH);
        k->pair_multiply(U, 30, d, y);
        for (uint32_t j = 0; j < 60; j++) k->finish(n, y + (size_t)j * WIDE, x + (size_t)(i + j + 1) * WIDTH, out + (size_t)(i + j) * WIDTH);
    }
}

static void bench_window(const kernels *k, double peak)
{
    float *U = filled((size_t)4 * WIDTH * WIDE), *x = filled((size_t)(ROWS + 4) * WIDTH), *d = filled((size_t)ROWS / 2 * 4 * WIDTH), *y = filled((size_t)ROWS * WIDE);
    norm *n = (norm *)(void *)filled(sizeof *n / sizeof(float));
    BEST(t, k->pair_multiply(U, ROWS / 2, d, y))
    tell("window layer, pairs: products made", (double)ROWS * 2 * WIDTH * WIDE, t, peak);
    BEST(whole, window_rows(k, U, n, x, d, y, d))
    tell("whole window layer: products stood for", (double)ROWS * 3 * WIDTH * WIDE, whole, peak);
    BEST(tail, for (uint32_t i = 0; i < ROWS; i++) k->finish(n, y + (size_t)i * WIDE, x + (size_t)i * WIDTH, d + (size_t)i * WIDTH))
    printf("  %-44s %32.1f ns a row\n", "bias, maxout, layer norm, residual", tail / ROWS * 1e9);
    kernels_free(U), kernels_free(x), kernels_free(d), kernels_free(y), kernels_free((float *)n);
}

static void bench_steps(const kernels *k, double peak)
{
    float *U = filled((size_t)HIDDEN * 128), *x = filled((size_t)ROWS * HIDDEN), score[128];
    BEST(t, for (uint32_t i = 0; i < ROWS; i++) k->classes(HIDDEN, U, 112, x, x + (size_t)i * HIDDEN, 0, 112, score))
    tell("a parser state's scores, 64 x 112", (double)ROWS * HIDDEN * 112, t, peak);
    BEST(one, for (uint32_t i = 0; i < ROWS; i++) k->lower_one(U, x + (size_t)i * HIDDEN, score))
    tell("one token in one slot, 64 x 128", (double)ROWS * HIDDEN * 128, one, peak);
    kernels_free(U), kernels_free(x);
}

int main(void)
{
    static const char *name[] = {"", "plain C", "AVX2", "AVX-512"};
    for (arith a = ARITH_PLAIN; a <= ARITH_AVX512; a++) {
        const kernels *k = kernels_for(a);
        if (!k) continue;
        double peak = a == ARITH_PLAIN ? 0 : limit(a);
        printf("%s", name[a]);
        if (peak > 0) printf(": limit of the registers %.1f GMAC/s", peak);
        putchar('\n');
        bench_multiply(k, "mix, 672 x 288", 672, 288, peak);
        bench_multiply(k, "first layer's products, 96 x 864", 96, 864, peak);
        bench_multiply(k, "parser's rows, 64 x 640", 64, 640, peak);
        bench_window(k, peak);
        bench_steps(k, peak);
    }
}
