/* minhash.c: are two texts nearly the same? */
#include "store/minhash.h"

#define SEED 0x646174656c696e65u          /* "dateline" */

typedef struct functions { uint64_t a[MINHASH_HASHES], b[MINHASH_HASHES]; } functions;

static uint64_t mix(uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

static void make_functions(functions *f)
{
    uint64_t state = SEED;
    for (int i = 0; i < MINHASH_HASHES; i++) {
        f->a[i] = mix(state += 0x9e3779b97f4a7c15u) | 1;
        f->b[i] = mix(state += 0x9e3779b97f4a7c15u);
    }
}

static bool is_word_byte(unsigned char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

/* Hash of the next word; false at the end. */
static bool next_word(str text, uint32_t *at, uint64_t *hash)
{
    uint64_t h = 0xcbf29ce484222325u;
    while (*at < text.len && !is_word_byte((unsigned char)text.ptr[*at])) ++*at;
    if (*at == text.len) return false;
    for (; *at < text.len && is_word_byte((unsigned char)text.ptr[*at]); ++*at) {
        unsigned char c = (unsigned char)text.ptr[*at];
        h = (h ^ (c >= 'A' && c <= 'Z' ? c + 32u : c)) * 0x100000001b3u;
    }
    *hash = mix(h);
    return true;
}

static void take(signature *s, const functions *f, uint64_t shingle)
{
    for (int i = 0; i < MINHASH_HASHES; i++) {
        uint32_t v = (uint32_t)((f->a[i] * shingle + f->b[i]) >> 32);
        if (v < s->value[i]) s->value[i] = v;
    }
}

bool minhash_sign(signature *out, str text)
{
    functions f;
    uint64_t word[MINHASH_SHINGLE] = {0};
    uint32_t at = 0, n = 0;
    make_functions(&f);
    memset(out, 0xFF, sizeof *out);
    for (uint64_t h; next_word(text, &at, &h);) {
        memmove(word, word + 1, sizeof word - sizeof *word);
        word[MINHASH_SHINGLE - 1] = h;
        if (++n < MINHASH_SHINGLE) continue;
        uint64_t shingle = 0;
        for (int i = 0; i < MINHASH_SHINGLE; i++) shingle = mix(shingle * 31 + word[i]);
        take(out, &f, shingle);
    }
    return n >= MINHASH_SHINGLE + MINHASH_LEAST - 1;
}

void minhash_bands(const signature *s, int64_t band[MINHASH_BANDS])
{
    enum { ROWS = MINHASH_HASHES / MINHASH_BANDS };
    for (int b = 0; b < MINHASH_BANDS; b++) {
        uint64_t h = (uint64_t)b + 1;
        for (int r = 0; r < ROWS; r++) h = mix(h * 31 + s->value[b * ROWS + r]);
        band[b] = (int64_t)h;
    }
}

double minhash_likeness(const signature *a, const signature *b)
{
    int same = 0;
    for (int i = 0; i < MINHASH_HASHES; i++) same += a->value[i] == b->value[i];
    return (double)same / MINHASH_HASHES;
}
