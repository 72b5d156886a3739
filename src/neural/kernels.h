/* neural/kernels.h: the inner loops, one set for each kind of processor.
 *
 * Matrices are packed in panels of columns, [panel][k][width of panel], so that
 * a tile of rows x one panel is worked out in registers from one stream of
 * memory.  Every output is summed over k in order, whatever the tile: results
 * do not depend on how rows are grouped, and AVX2 and AVX-512 agree to the bit. */
#ifndef DATELINE_KERNELS_H
#define DATELINE_KERNELS_H
#include "neural/neural.h"

enum { WIDE = WIDTH * PIECES };                 /* a layer's outputs before maxout, [piece][WIDTH] */

typedef struct matrix { uint32_t K, N; float *at; } matrix; /* [K][N], packed; N a multiple of 32 */

/* Bias, maxout over pieces, layer norm: what follows the matrix of a layer. */
typedef struct norm { float b[WIDE], G[WIDTH], beta[WIDTH]; } norm;

typedef struct kernels {
    uint32_t panel;                             /* columns of a panel                              */
    /* C = A B */
    void (*multiply)(const matrix *B, uint32_t rows, const float *A, size_t lda, float *C, size_t ldc);
    /* Two neighbouring outputs of a window of three, from rows x[-1], x[0], x[1], x[2]: see encoder.c. */
    void (*pair_in)(const float *x, float *d);  /* d: [4][WIDTH]                                   */
    void (*pair_multiply)(const float *U, uint32_t pairs, const float *d, float *y);
    /* out = norm of y (+ residual unless NULL); of l + c + r. */
    void (*finish)(const norm *n, const float *y, const float *residual, float *out);
    void (*finish_sum)(const norm *n, const float *l, const float *c, const float *r, const float *residual, float *out);
    void (*sum_rows)(const float *const row[4], float *out);                /* [WIDTH]             */
    /* wide = x B; x has HIDDEN values, B is [HIDDEN][2 * HIDDEN], not packed.        */
    void (*lower_one)(const float *B, const float *x, float *wide);
    /* Maxout over two halves of the sum of `n` rows of 2 * HIDDEN. */
    void (*hidden)(const float *const *row, uint32_t n, float *out);
    /* score[i] = b[i] + sum over K of h[k] U[k][i], i in [first, end); both multiples of 16. */
    void (*classes)(uint32_t K, const float *U, size_t ldu, const float *b, const float *h, uint32_t first, uint32_t end, float *score);
    float (*largest)(const float *x, uint32_t n);                           /* n a multiple of 16  */
} kernels;

const kernels *kernels_for(arith a);            /* NULL: this processor cannot */

/* Packs element (k, n) = W[n * step_n + k * step_k] (K x N; columns from n_real
 * on are zero).  False: no memory.  Freed by kernels_free. */
bool  kernels_pack(const kernels *k, matrix *out, const float *W, uint32_t K, uint32_t N, uint32_t n_real, size_t step_k, size_t step_n);
float *kernels_alloc(size_t n_floats);          /* on a cache line, not cleared; NULL: no memory */
void  kernels_free(float *p);
#endif
