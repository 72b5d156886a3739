/* neural/kernels_lanes.h: the loops of kernels.h for one vector width.
 * Included once for each kind of processor by kernels.c, which defines
 *     NAME(x)   the name of x for this kind        LANES   floats in a vector
 *     TARGET    its function attribute             ROWS    rows of a tile (the registers allow)
 *     SPLAT(x)  FMA(a, b, c)  MAX(a, b)
 * Sums over a vector's lanes are made in one order for every width. */
#define V      NAME(vector)
#define PANEL  (2 * LANES)
#define PAIRS  (ROWS / 2)
#define INLINE static inline __attribute__((always_inline)) TARGET
#define PARTS  (16 / LANES)

typedef float V __attribute__((vector_size(4 * LANES)));
typedef float NAME(loose) __attribute__((vector_size(4 * LANES), aligned(4), may_alias));

INLINE V NAME(load)(const float *p) { return *(const NAME(loose) *)p; }
INLINE void NAME(store)(float *p, V x) { *(NAME(loose) *)p = x; }
#define LOAD  NAME(load)
#define STORE NAME(store)

/* ---- matrix products ---------------------------------------------------- */
INLINE void NAME(tile)(const uint32_t rows, uint32_t K, const float *A, size_t lda, const float *B, float *C, size_t ldc)
{
    V c[ROWS][2];
    UNROLL for (uint32_t i = 0; i < rows; i++) c[i][0] = c[i][1] = SPLAT(0);
    for (uint32_t k = 0; k < K; k++, A++, B += PANEL) {
        V b0 = LOAD(B), b1 = LOAD(B + LANES);
        UNROLL for (uint32_t i = 0; i < rows; i++) {
            V a = SPLAT(A[i * lda]);
            c[i][0] = FMA(a, b0, c[i][0]);
            c[i][1] = FMA(a, b1, c[i][1]);
        }
    }
    UNROLL for (uint32_t i = 0; i < rows; i++) {
        STORE(C + i * ldc, c[i][0]);
        STORE(C + i * ldc + LANES, c[i][1]);
    }
}

TARGET static void NAME(tile_full)(uint32_t K, const float *A, size_t lda, const float *B, float *C, size_t ldc)
{
    NAME(tile)(ROWS, K, A, lda, B, C, ldc);
}

/* The last rows: halves of tiles, then single ones. */
TARGET static void NAME(tile_rest)(uint32_t rows, uint32_t K, const float *A, size_t lda, const float *B, float *C, size_t ldc)
{
    for (; rows >= 4; rows -= 4, A += 4 * lda, C += 4 * ldc) NAME(tile)(4, K, A, lda, B, C, ldc);
    if (rows >= 2) NAME(tile)(2, K, A, lda, B, C, ldc), rows -= 2, A += 2 * lda, C += 2 * ldc;
    if (rows) NAME(tile)(1, K, A, lda, B, C, ldc);
}

TARGET static void NAME(multiply)(const matrix *B, uint32_t rows, const float *A, size_t lda, float *C, size_t ldc)
{
    const float *panel = B->at;
    for (uint32_t n = 0; n < B->N; n += PANEL, panel += (size_t)B->K * PANEL) {
        uint32_t i = 0;
        for (; i + ROWS <= rows; i += ROWS) NAME(tile_full)(B->K, A + i * lda, lda, panel, C + i * ldc + n, ldc);
        NAME(tile_rest)(rows - i, B->K, A + i * lda, lda, panel, C + i * ldc + n, ldc);
    }
}

TARGET static void NAME(pair_in)(const float *x, float *d)
{
    for (uint32_t j = 0; j < WIDTH; j += LANES, x += LANES, d += LANES) {
        V x0 = LOAD(x - WIDTH), x1 = LOAD(x), x2 = LOAD(x + WIDTH), x3 = LOAD(x + 2 * WIDTH);
        STORE(d, x1 + x2);
        STORE(d + WIDTH, x2 - x1);
        STORE(d + 2 * WIDTH, x0 - x2);
        STORE(d + 3 * WIDTH, x3 - x1);
    }
}

/* One round over k: c0 += d[0] U[0], c1 += d[1] U[1]. */
INLINE void NAME(pair_round)(const uint32_t pairs, const float *U, const float *d, V c0[PAIRS][2], V c1[PAIRS][2])
{
    for (uint32_t k = 0; k < WIDTH; k++, d++, U += 2 * PANEL) {
        V a0 = LOAD(U), a1 = LOAD(U + LANES);
        UNROLL for (uint32_t i = 0; i < pairs; i++) {
            V x = SPLAT(d[i * 4 * WIDTH]);
            c0[i][0] = FMA(x, a0, c0[i][0]);
            c0[i][1] = FMA(x, a1, c0[i][1]);
        }
        V b0 = LOAD(U + PANEL), b1 = LOAD(U + PANEL + LANES);
        UNROLL for (uint32_t i = 0; i < pairs; i++) {
            V x = SPLAT(d[i * 4 * WIDTH + WIDTH]);
            c1[i][0] = FMA(x, b0, c1[i][0]);
            c1[i][1] = FMA(x, b1, c1[i][1]);
        }
    }
}

INLINE void NAME(pair_tile)(const uint32_t pairs, const float *U, const float *d, float *y)
{
    V s[PAIRS][2], t[PAIRS][2], p[PAIRS][2], q[PAIRS][2];
    UNROLL for (uint32_t i = 0; i < pairs; i++) s[i][0] = s[i][1] = t[i][0] = t[i][1] = SPLAT(0);
    NAME(pair_round)(pairs, U, d, s, t);
    UNROLL for (uint32_t i = 0; i < pairs; i++) {
        p[i][0] = s[i][0] + t[i][0], p[i][1] = s[i][1] + t[i][1];
        q[i][0] = s[i][0] - t[i][0], q[i][1] = s[i][1] - t[i][1];
    }
    NAME(pair_round)(pairs, U + 2 * PANEL * WIDTH, d + 2 * WIDTH, p, q);
    UNROLL for (uint32_t i = 0; i < pairs; i++) {
        STORE(y + 2 * i * WIDE, p[i][0]), STORE(y + 2 * i * WIDE + LANES, p[i][1]);
        STORE(y + 2 * i * WIDE + WIDE, q[i][0]), STORE(y + 2 * i * WIDE + WIDE + LANES, q[i][1]);
    }
}

TARGET static void NAME(pair_full)(const float *U, const float *d, float *y) { NAME(pair_tile)(PAIRS, U, d, y); }

TARGET static void NAME(pair_rest)(uint32_t pairs, const float *U, const float *d, float *y)
{
    if (pairs >= 3) NAME(pair_tile)(3, U, d, y), pairs -= 3, d += 12 * WIDTH, y += 6 * WIDE;
    if (pairs >= 2) NAME(pair_tile)(2, U, d, y), pairs -= 2, d += 8 * WIDTH, y += 4 * WIDE;
    if (pairs) NAME(pair_tile)(1, U, d, y);
}

TARGET static void NAME(pair_multiply)(const float *U, uint32_t pairs, const float *d, float *y)
{
    for (uint32_t n = 0; n < WIDE; n += PANEL, U += 4 * WIDTH * PANEL) {
        uint32_t i = 0;
        for (; i + PAIRS <= pairs; i += PAIRS) NAME(pair_full)(U, d + (size_t)i * 4 * WIDTH, y + (size_t)i * 2 * WIDE + n);
        NAME(pair_rest)(pairs - i, U, d + (size_t)i * 4 * WIDTH, y + (size_t)i * 2 * WIDE + n);
    }
}

/* ---- bias, maxout, layer norm, residual ---------------------------------- */
INLINE float NAME(total)(const V part[PARTS])
{
    float x[16];
    UNROLL for (uint32_t j = 0; j < PARTS; j++) STORE(x + LANES * j, part[j]);
    UNROLL for (uint32_t half = 8; half; half /= 2)
        UNROLL for (uint32_t i = 0; i < half; i++) x[i] += x[i + half];
    return x[0];
}

INLINE void NAME(normalize)(const norm *n, V v[WIDTH / LANES], const float *residual, float *out)
{
    V sum[PARTS], square[PARTS];
    UNROLL for (uint32_t j = 0; j < PARTS; j++) sum[j] = square[j] = SPLAT(0);
    UNROLL for (uint32_t j = 0; j < WIDTH / LANES; j++) sum[j % PARTS] += v[j];
    V mean = SPLAT(NAME(total)(sum) / WIDTH);
    UNROLL for (uint32_t j = 0; j < WIDTH / LANES; j++) {
        v[j] -= mean;
        square[j % PARTS] = FMA(v[j], v[j], square[j % PARTS]);
    }
    V scale = SPLAT(1 / sqrtf(NAME(total)(square) / WIDTH + 1e-8f));
    UNROLL for (uint32_t j = 0; j < WIDTH / LANES; j++) {
        V x = FMA(v[j] * scale, LOAD(n->G + LANES * j), LOAD(n->beta + LANES * j));
        if (residual) x += LOAD(residual + LANES * j);
        STORE(out + LANES * j, x);
    }
}

TARGET static void NAME(finish)(const norm *n, const float *y, const float *residual, float *out)
{
    V v[WIDTH / LANES];
    UNROLL for (uint32_t j = 0; j < WIDTH / LANES; j++) {
        uint32_t at = j * LANES;
        V p = LOAD(y + at) + LOAD(n->b + at), q = LOAD(y + at + WIDTH) + LOAD(n->b + at + WIDTH);
        v[j] = MAX(MAX(p, q), LOAD(y + at + 2 * WIDTH) + LOAD(n->b + at + 2 * WIDTH));
    }
    NAME(normalize)(n, v, residual, out);
}

TARGET static void NAME(finish_sum)(const norm *n, const float *l, const float *c, const float *r, const float *residual, float *out)
{
    V v[WIDTH / LANES], w[PIECES];
    UNROLL for (uint32_t j = 0; j < WIDTH / LANES; j++) {
        UNROLL for (uint32_t p = 0; p < PIECES; p++) {
            uint32_t at = j * LANES + p * WIDTH;
            w[p] = LOAD(l + at) + LOAD(c + at) + LOAD(r + at) + LOAD(n->b + at);
        }
        v[j] = MAX(MAX(w[0], w[1]), w[2]);
    }
    NAME(normalize)(n, v, residual, out);
}

TARGET static void NAME(sum_rows)(const float *const row[4], float *out)
{
    for (uint32_t j = 0; j < WIDTH; j += LANES)
        STORE(out + j, LOAD(row[0] + j) + LOAD(row[1] + j) + LOAD(row[2] + j) + LOAD(row[3] + j));
}

/* ---- the scorer's steps --------------------------------------------------- */
TARGET static void NAME(lower_one)(const float *B, const float *x, float *wide)
{
    enum { PART = 8 };
    for (uint32_t n = 0; n < 2 * HIDDEN; n += PART * LANES) {
        V c[PART];
        UNROLL for (uint32_t j = 0; j < PART; j++) c[j] = SPLAT(0);
        for (uint32_t k = 0; k < HIDDEN; k++) {
            V a = SPLAT(x[k]);
            UNROLL for (uint32_t j = 0; j < PART; j++) c[j] = FMA(a, LOAD(B + (size_t)k * 2 * HIDDEN + n + j * LANES), c[j]);
        }
        UNROLL for (uint32_t j = 0; j < PART; j++) STORE(wide + n + j * LANES, c[j]);
    }
}

TARGET static void NAME(hidden)(const float *const *row, uint32_t n, float *out)
{
    for (uint32_t at = 0; at < HIDDEN; at += PARTS * LANES) {
        V a[PARTS], b[PARTS];
        UNROLL for (uint32_t j = 0; j < PARTS; j++) a[j] = LOAD(row[0] + at + j * LANES), b[j] = LOAD(row[0] + at + HIDDEN + j * LANES);
        for (uint32_t i = 1; i < n; i++)
            UNROLL for (uint32_t j = 0; j < PARTS; j++) {
                a[j] += LOAD(row[i] + at + j * LANES);
                b[j] += LOAD(row[i] + at + HIDDEN + j * LANES);
            }
        UNROLL for (uint32_t j = 0; j < PARTS; j++) STORE(out + at + j * LANES, MAX(a[j], b[j]));
    }
}

INLINE void NAME(classes_part)(const uint32_t n, uint32_t K, const float *U, size_t ldu, const float *b, const float *h, float *score)
{
    V c[8];
    UNROLL for (uint32_t j = 0; j < n; j++) c[j] = LOAD(b + j * LANES);
    for (uint32_t k = 0; k < K; k++) {
        V a = SPLAT(h[k]);
        UNROLL for (uint32_t j = 0; j < n; j++) c[j] = FMA(a, LOAD(U + k * ldu + j * LANES), c[j]);
    }
    UNROLL for (uint32_t j = 0; j < n; j++) STORE(score + j * LANES, c[j]);
}

TARGET static void NAME(classes)(uint32_t K, const float *U, size_t ldu, const float *b, const float *h, uint32_t first, uint32_t end, float *score)
{
    for (uint32_t n, i = first; i < end; i += n * LANES) {
        n = (end - i) / LANES < 8 ? (end - i) / LANES : 8;
        switch (n) {
        case 1: NAME(classes_part)(1, K, U + i, ldu, b + i, h, score + i); break;
        case 2: NAME(classes_part)(2, K, U + i, ldu, b + i, h, score + i); break;
        case 3: NAME(classes_part)(3, K, U + i, ldu, b + i, h, score + i); break;
        case 4: NAME(classes_part)(4, K, U + i, ldu, b + i, h, score + i); break;
        case 5: NAME(classes_part)(5, K, U + i, ldu, b + i, h, score + i); break;
        case 6: NAME(classes_part)(6, K, U + i, ldu, b + i, h, score + i); break;
        case 7: NAME(classes_part)(7, K, U + i, ldu, b + i, h, score + i); break;
        default: NAME(classes_part)(8, K, U + i, ldu, b + i, h, score + i);
        }
    }
}

TARGET static float NAME(largest)(const float *x, uint32_t n)
{
    V best[PARTS];
    UNROLL for (uint32_t j = 0; j < PARTS; j++) best[j] = LOAD(x + j * LANES);
    for (uint32_t i = 16; i < n; i += 16)
        UNROLL for (uint32_t j = 0; j < PARTS; j++) best[j] = MAX(best[j], LOAD(x + i + j * LANES));
    float y[16];
    UNROLL for (uint32_t j = 0; j < PARTS; j++) STORE(y + LANES * j, best[j]);
    for (uint32_t half = 8; half; half /= 2)
        for (uint32_t i = 0; i < half; i++) y[i] = y[i] < y[i + half] ? y[i + half] : y[i];
    return y[0];
}

static const kernels NAME(kernels) = {
    .panel = PANEL, .multiply = NAME(multiply), .pair_in = NAME(pair_in), .pair_multiply = NAME(pair_multiply),
    .finish = NAME(finish), .finish_sum = NAME(finish_sum), .sum_rows = NAME(sum_rows), .lower_one = NAME(lower_one),
    .hidden = NAME(hidden), .classes = NAME(classes), .largest = NAME(largest),
};

#undef V
#undef PANEL
#undef PAIRS
#undef INLINE
#undef PARTS
#undef LOAD
#undef STORE
#undef NAME
#undef TARGET
#undef LANES
#undef ROWS
#undef SPLAT
#undef FMA
#undef MAX
