/* kernels.c: which loops does this processor run, and how are matrices packed for them?
 * The loops are written once, in kernels_lanes.h, and compiled for three widths:
 * plain C (4 lanes, any processor; the twin that the others are tested against),
 * AVX2 with FMA (8), AVX-512 (16). */
#include "neural/kernels.h"
#include <math.h>
#include <stdlib.h>

#ifdef __clang__
#define UNROLL _Pragma("clang loop unroll(full)")
#else
#define UNROLL _Pragma("GCC unroll 16")
#endif

typedef int lane_mask __attribute__((vector_size(16)));
typedef float four __attribute__((vector_size(16)));
static inline four larger(four a, four b)
{
    lane_mask m = a > b;
    return (four)(((lane_mask)a & m) | ((lane_mask)b & ~m));
}

#define NAME(x) x##_plain
#define TARGET
#define LANES 4
#define ROWS 6
#define SPLAT(x) ((four){(x), (x), (x), (x)})
#define FMA(a, b, c) ((a) * (b) + (c))
#define MAX(a, b) larger(a, b)
#include "neural/kernels_lanes.h"

#ifdef __x86_64__
#include <immintrin.h>

#define NAME(x) x##_avx2
#define TARGET __attribute__((target("avx2,fma")))
#define LANES 8
#define ROWS 6
#define SPLAT(x) _mm256_set1_ps(x)
#define FMA(a, b, c) _mm256_fmadd_ps(a, b, c)
#define MAX(a, b) _mm256_max_ps(a, b)
#include "neural/kernels_lanes.h"

#define NAME(x) x##_avx512
#define TARGET __attribute__((target("avx512f,avx512vl,avx512dq,avx2,fma")))
#define LANES 16
#define ROWS 12
#define SPLAT(x) _mm512_set1_ps(x)
#define FMA(a, b, c) _mm512_fmadd_ps(a, b, c)
#define MAX(a, b) _mm512_max_ps(a, b)
#include "neural/kernels_lanes.h"

static bool has_avx2(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }
static bool has_avx512(void)
{
    return has_avx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
}

const kernels *kernels_for(arith a)
{
    if ((a == ARITH_BEST || a == ARITH_AVX512) && has_avx512()) return &kernels_avx512;
    if ((a == ARITH_BEST || a == ARITH_AVX2) && has_avx2()) return &kernels_avx2;
    return a == ARITH_BEST || a == ARITH_PLAIN ? &kernels_plain : NULL;
}
#else
const kernels *kernels_for(arith a) { return a == ARITH_BEST || a == ARITH_PLAIN ? &kernels_plain : NULL; }
#endif

bool arith_supported(arith a) { return kernels_for(a) != NULL; }

float *kernels_alloc(size_t n_floats)
{
    size_t bytes = (n_floats * sizeof(float) + 63) & ~(size_t)63;
    return aligned_alloc(64, bytes ? bytes : 64);
}

void kernels_free(float *p) { free(p); }

bool kernels_pack(const kernels *ks, matrix *out, const float *W, uint32_t K, uint32_t N, uint32_t n_real, size_t step_k, size_t step_n)
{
    float *p = kernels_alloc((size_t)K * N);
    *out = (matrix){K, N, p};
    if (!p) return false;
    for (uint32_t n = 0; n < N; n += ks->panel)
        for (uint32_t k = 0; k < K; k++)
            for (uint32_t j = n; j < n + ks->panel; j++) *p++ = j < n_real ? W[j * step_n + k * step_k] : 0;
    return true;
}
