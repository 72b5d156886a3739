/* neural/neural.h: the arithmetic of a spaCy CNN pipeline.  Sees arrays, never
 * files; knows no language and no document.
 *
 * Three kinds of net, each prepared once from plain weights (packed for this
 * processor) and then read-only, shared by threads:
 *
 *     encoder   words → one vector a token, from the word and four neighbours on each side
 *     linear    vector → class            (the tagger)
 *     scorer    parser state → scores     (a few tokens' vectors → hidden → classes)
 *
 * All arithmetic is fp32.  A token's vector does not depend on what else is in
 * the batch, and the two vector paths give the same bits.
 */
#ifndef DATELINE_NEURAL_H
#define DATELINE_NEURAL_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Sizes that all supported models share; the loader checks them. */
enum {
    WIDTH        = 96,  /* of a token's vector                        */
    PIECES       = 3,   /* of the encoder's maxout                    */
    DEPTH        = 4,   /* window layers                              */
    HIDDEN       = 64,  /* of a scorer                                */
    HALVES       = 2,   /* pieces of a scorer's maxout                */
    VECTOR       = 300, /* of a static word vector                    */
    MAX_SLOTS    = 8,   /* tokens that a scorer looks at              */
    MAX_CLASSES  = 128, /* of a scorer or a linear net                */
    MAX_TABLES   = 6    /* hash tables of an encoder                  */
};

/* What the encoder knows of a token: ids of strings, and 0 or 1 for the last two. */
enum { FEATURE_NORM, FEATURE_PREFIX, FEATURE_SUFFIX, FEATURE_SHAPE, FEATURE_SPACY, FEATURE_IS_SPACE, N_FEATURES };
#define NO_VECTOR UINT32_MAX
typedef struct features {
    uint64_t of[N_FEATURES];
    uint32_t vector;    /* row of the static vectors, or NO_VECTOR    */
} features;

/* ---- weights: as the model has them ------------------------------------
 * Row-major float arrays of the model files, first index outermost.  They need
 * to live only until the net is prepared, but for E and vectors (long lived). */
typedef struct hash_table {
    const float *E;                    /* [rows][WIDTH]                              */
    uint32_t rows, seed;
    uint32_t feature;                  /* FEATURE_*                                  */
} hash_table;

typedef struct maxout_layer {
    const float *W;                    /* [WIDTH][PIECES][n_in]                      */
    const float *b;                    /* [WIDTH][PIECES]                            */
    const float *G, *beta;             /* [WIDTH] layer norm                         */
    uint32_t n_in;
} maxout_layer;

typedef struct encoder_weights {
    hash_table   table[MAX_TABLES];    /* in order of columns                        */
    uint32_t     n_tables;
    maxout_layer mix;                  /* n_in = WIDTH * (n_tables + 1 if vectors)   */
    maxout_layer window[DEPTH];        /* n_in = 3 * WIDTH                           */
    const float *vector_W;             /* [WIDTH][VECTOR], or NULL: no static vectors*/
    const float *vectors;              /* [n_vectors][VECTOR]                        */
    uint32_t     n_vectors;
} encoder_weights;

typedef struct linear_weights {
    const float *W;                    /* [n_out][n_in]                              */
    const float *b;                    /* [n_out]                                    */
    uint32_t     n_in, n_out;
} linear_weights;

typedef struct scorer_weights {
    linear_weights projection;         /* WIDTH → HIDDEN                             */
    const float *lower_W;              /* [n_slots][HIDDEN][HALVES][HIDDEN]          */
    const float *lower_b;              /* [HIDDEN][HALVES]                           */
    const float *pad;                  /* [n_slots][HIDDEN][HALVES]: a missing token */
    uint32_t     n_slots;
    linear_weights upper;              /* HIDDEN → classes                           */
} scorer_weights;

/* ---- which instructions ------------------------------------------------ */
typedef enum arith { ARITH_BEST, ARITH_PLAIN, ARITH_AVX2, ARITH_AVX512 } arith;
bool arith_supported(arith a);         /* can this processor?  BEST and PLAIN always */

/* ---- encoder ----------------------------------------------------------- */
typedef struct encoder        encoder;
typedef struct encoder_stream encoder_stream; /* one a thread: buffers, and the words seen lately */

/* NULL: no memory (or `a` is not supported). */
encoder *encoder_new(const encoder_weights *w, arith a);
void     encoder_free(encoder *e);
/* Remembers about `words` different words (2,000 at least), 3.9 kB each. */
encoder_stream *encoder_stream_new(const encoder *e, uint32_t words);
void     encoder_stream_free(encoder_stream *s);

/* Begins on `n` tokens: texts one after the other, text t being the tokens
 * [end[t-1], end[t]) and end[n_texts-1] == n.  Texts do not see one another.
 * `token` and `end` must stay until the last encoder_next. */
void     encoder_start(encoder_stream *s, const features *token, const uint32_t *end, uint32_t n_texts);
/* The vectors of the next tokens, [count][WIDTH]; gives their count, 0 after
 * the last.  *out is valid until the next call. */
uint32_t encoder_next(encoder_stream *s, const float **out);

/* ---- linear ------------------------------------------------------------ */
typedef struct linear linear;
linear *linear_new(const linear_weights *w, arith a);
void    linear_free(linear *l);
/* Best class of each of `n` rows; the first of equals. */
void    linear_best(const linear *l, const float *rows, uint32_t n, uint16_t *best);

/* ---- scorer ------------------------------------------------------------ */
typedef struct scorer      scorer;
typedef struct scorer_view scorer_view; /* one a thread: rows of a text's tokens worked out lately */
/* The first `n_always` slots are worked out for every token in blocks, the
 * others only for those that come up: they hold few tokens. */
scorer *scorer_new(const scorer_weights *w, uint32_t n_always, arith a);
void    scorer_free(scorer *s);
scorer_view *scorer_view_new(const scorer *s);
void    scorer_view_free(scorer_view *v);

/* vectors [n][WIDTH] → out [n][HIDDEN]; do this first, for all tokens. */
void    scorer_project(const scorer *s, const float *vectors, uint32_t n, float *out);
/* Looks at a text of `n` tokens, `projected` by scorer_project. */
void    scorer_look(scorer_view *v, const float *projected, uint32_t n);
/* A state is a token (or NO_TOKEN) in each slot; allowed classes are [first, end)
 * ranges in ascending order.  Gives the class with the best score; the first of equals. */
#define NO_TOKEN UINT32_MAX
typedef struct class_range { uint32_t first, end; } class_range;
uint32_t scorer_best(scorer_view *v, const uint32_t slot[MAX_SLOTS], const class_range *allowed, uint32_t n_allowed);
/* All scores of a state, for tests and for looking at. */
void    scorer_scores(scorer_view *v, const uint32_t slot[MAX_SLOTS], float score[MAX_CLASSES]);
#endif
