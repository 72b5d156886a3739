/* neural/encoder_internal.h: the prepared encoder, shared by embed.c and encoder.c. */
#ifndef DATELINE_ENCODER_INTERNAL_H
#define DATELINE_ENCODER_INTERNAL_H
#include "neural/kernels.h"

struct encoder {
    const kernels *k;
    hash_table table[MAX_TABLES];
    uint32_t n_tables, n_in;          /* n_in: of the mix                                */
    const float *vectors;             /* NULL: no static vectors                         */
    uint32_t n_vectors;
    matrix vector_W, mix;
    matrix first;                     /* the first window layer's left, centre and right parts side by side */
    float *pairs[DEPTH - 1];          /* the other window layers, see encoder.c          */
    norm norm[DEPTH + 1];             /* of the mix and the window layers                */
};

/* ---- embed.c: words seen lately ------------------------------------------ */
/* What is kept of a word: its embedding, and that times the first window layer. */
enum { WORD_ROW = WIDTH + 3 * WIDE, PAD_WORD = 0 /* a row of zeros */ };
typedef struct words words;
void   embed_rows(uint64_t key, uint32_t seed, uint32_t n_rows, uint32_t out[4]); /* which rows of a hash table */
words *words_new(const encoder *e, uint32_t most, uint32_t batch); /* at most `batch` words are asked for between two turns */
void   words_free(words *w);
void   words_turn(words *w);                               /* words asked for before the last turn may now be forgotten */
uint32_t words_find(words *w, const features *token);      /* its number; its row is ready after words_work */
void   words_work(words *w);
const float *words_row(const words *w, uint32_t word);
void   words_fetch(const words *w, uint32_t word);         /* its row will be needed soon */
#endif
