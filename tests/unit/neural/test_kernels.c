/* Do the loops of each processor kind give what plain loops give?  AVX2 and
 * AVX-512 must agree to the bit, and rows must not depend on their group. */
#include "neural/kernels.h"
#include "random_net.h"

enum { ROWS = 29, K = 96, N = 96 };

static void multiplies(const kernels *k)
{
    float *A = random_floats(ROWS * K, 1), *W = random_floats(K * N, 1), right[ROWS * N], got[ROWS * N], one[N];
    for (int i = 0; i < ROWS; i++)
        for (int n = 0; n < N; n++) {
            double sum = 0;
            for (int j = 0; j < K; j++) sum += (double)A[i * K + j] * W[n * K + j];
            right[i * N + n] = n < N - 3 ? (float)sum : 0;
        }
    matrix B;
    assert(kernels_pack(k, &B, W, K, N, N - 3, 1, K));
    for (uint32_t rows = 0; rows <= ROWS; rows++) {
        memset(got, 0, sizeof got);
        k->multiply(&B, rows, A, K, got, N);
        assert(largest_difference(got, right, rows * N) < 2e-5);
        if (rows < ROWS) assert(got[rows * N] == 0);
    }
    for (int i = 0; i < ROWS; i++) {
        k->multiply(&B, 1, A + i * K, K, one, N);
        assert(memcmp(one, got + i * N, sizeof one) == 0);
    }
    kernels_free(B.at), free(A), free(W);
}

static void finishes(const kernels *k)
{
    norm n;
    float *y = random_floats(3 * WIDE, 1), *r = random_floats(WIDTH, 1), *b = random_floats(WIDE + 2 * WIDTH, 1), got[WIDTH], sum[WIDTH], right[WIDTH];
    memcpy(&n, b, sizeof n);
    double x[WIDTH], mean = 0, var = 0;
    for (int i = 0; i < WIDTH; i++) {
        x[i] = -1e9;
        for (int p = 0; p < PIECES; p++) x[i] = fmax(x[i], (double)y[p * WIDTH + i] + (double)n.b[p * WIDTH + i]);
        mean += x[i] / WIDTH;
    }
    for (int i = 0; i < WIDTH; i++) var += (x[i] - mean) * (x[i] - mean) / WIDTH;
    for (int i = 0; i < WIDTH; i++) right[i] = (float)((x[i] - mean) / sqrt(var + 1e-8) * n.G[i] + n.beta[i] + r[i]);
    k->finish(&n, y, r, got);
    assert(largest_difference(got, right, WIDTH) < 1e-5);
    float *part = random_floats(2 * WIDE, 1), rest[WIDE];
    for (int i = 0; i < WIDE; i++) rest[i] = y[i] - part[i] - part[WIDE + i];
    k->finish_sum(&n, part, rest, part + WIDE, r, sum);
    assert(largest_difference(sum, right, WIDTH) < 1e-5);
    free(y), free(r), free(b), free(part);
}

static void steps(const kernels *k)
{
    float *B = random_floats(HIDDEN * 2 * HIDDEN, 1), *x = random_floats(HIDDEN, 1), *b = random_floats(112, 1), wide[2 * HIDDEN], right[2 * HIDDEN], h[HIDDEN], score[112];
    for (int i = 0; i < 2 * HIDDEN; i++) {
        right[i] = 0;
        for (int j = 0; j < HIDDEN; j++) right[i] += x[j] * B[j * 2 * HIDDEN + i];
    }
    k->lower_one(B, x, wide);
    assert(largest_difference(wide, right, 2 * HIDDEN) < 2e-5);
    const float *row[3] = {wide, B, B + 2 * HIDDEN};
    k->hidden(row, 3, h);
    for (int i = 0; i < HIDDEN; i++) {
        float p = wide[i] + B[i] + B[2 * HIDDEN + i], q = wide[HIDDEN + i] + B[HIDDEN + i] + B[3 * HIDDEN + i];
        assert(h[i] == (p > q ? p : q));
    }
    for (uint32_t first = 0; first < 112; first += 16) {
        k->classes(HIDDEN, B, 2 * HIDDEN, b, x, first, 112, score);
        for (uint32_t c = first; c < 112; c++) assert(fabsf(score[c] - right[c] - b[c]) < 2e-5f);
    }
    for (uint32_t n = 16; n <= 112; n += 16) {
        float top = score[0];
        for (uint32_t c = 0; c < n; c++) top = score[c] > top ? score[c] : top;
        assert(k->largest(score, n) == top);
    }
    free(B), free(x), free(b);
}

/* The vector paths, to the bit. */
static void agree(const kernels *a, const kernels *b)
{
    norm n;
    float *x = random_floats(WIDE + 2 * WIDTH, 1), *y = random_floats(3 * WIDE, 1), p[WIDTH], q[WIDTH];
    memcpy(&n, x, sizeof n);
    a->finish(&n, y, NULL, p), b->finish(&n, y, NULL, q);
    assert(memcmp(p, q, sizeof p) == 0);
    a->finish_sum(&n, y, y + WIDE, y + 2 * WIDE, x, p), b->finish_sum(&n, y, y + WIDE, y + 2 * WIDE, x, q);
    assert(memcmp(p, q, sizeof p) == 0);
    free(x), free(y);
}

int main(void)
{
    for (arith a = ARITH_BEST; a <= ARITH_AVX512; a++) {
        const kernels *k = kernels_for(a);
        if (!k) continue;
        multiplies(k), finishes(k), steps(k);
    }
    if (arith_supported(ARITH_AVX2) && arith_supported(ARITH_AVX512)) agree(kernels_for(ARITH_AVX2), kernels_for(ARITH_AVX512));
    puts("kernels: ok");
}
