/* model/weights.h: a component's layers and arrays, shapes checked. */
#ifndef DATELINE_WEIGHTS_H
#define DATELINE_WEIGHTS_H
#include "model/bundle.h"
#include "neural/neural.h"

/* Adds the arrays of one thinc model file (MessagePack) to the bundle.  Names
 * begin with `net`: "tok2vec.E0", "ner.window2.W", "tagger.W", "parser.lower.W". */
int weights_add_encoder(bundle *b, const char *net, str file, const char *path, fail *f);
int weights_add_linear(bundle *b, const char *net, str file, const char *path, fail *f);
int weights_add_scorer(bundle *b, const char *net, str file, const char *path, fail *f);

/* The same arrays out of the bundle, in neural's structures.  `vectors` come
 * from the part "vectors.data". */
int weights_encoder(encoder_weights *w, const bundle *b, const char *net, fail *f);
int weights_linear(linear_weights *w, const bundle *b, const char *net, uint32_t n_in, fail *f);
int weights_scorer(scorer_weights *w, const bundle *b, const char *net, uint32_t n_slots, fail *f);
#endif
