/* model/model.h: a spaCy model folder → arrays and tables.  Knows no document.
 *
 * Reads the folder of a spaCy 3.x English CNN pipeline (en_core_web_sm, _md),
 * or the one mapped file compiled from it.  Read-only once open; threads share it.
 */
#ifndef DATELINE_MODEL_H
#define DATELINE_MODEL_H
#include "base/arena.h"
#include "base/fail.h"
#include "model/bundle.h"
#include "model/strings.h"
#include "neural/neural.h"

typedef struct model {
    arena  *mem;
    bundle  parts;               /* what all below points into                        */
    bytes   reading;             /* the folder's file being read, while opening       */
    str     lang;                /* "en"                                              */
    str     tokenizer, patterns; /* MessagePack, as in the folder                     */
    str     tags;                /* the tagger's labels by class, each ended by NUL   */
    str     parser_moves, namer_moves; /* by class: an action's digit, a label, NUL   */
    id_map  norms;               /* word → its norm                                   */
    id_set  vector_words;        /* words that have a vector ...                      */
    const uint32_t *vector_row;  /* ... and its row                                   */
    uint32_t n_vectors;
    encoder_weights words, names;
    linear_weights  tagger;
    scorer_weights  parser, namer;
} model;

/* Lemmas of one part of speech, empty where the model has none. */
typedef struct lemma_table {
    id_set index;                /* words that are lemmas                             */
    id_map exceptions;           /* form → lemmas                                     */
    str    endings;              /* old, NUL, new, NUL, ...                           */
} lemma_table;

/* `name_or_dir`: "en_core_web_md", "en_core_web_sm", or a folder with meta.json.
 * FAIL_MISSING says what to do (make setup); FAIL_FORMAT what is damaged;
 * FAIL_VERSION what is not supported.  Compiles the folder into one file of the
 * cache folder when it can be written there, so that the next start is quick. */
int  model_open(model **out, const char *name_or_dir, fail *f);
void model_close(model *m);
/* `pos` in small letters: "noun". */
int  model_lemmas(const model *m, str pos, lemma_table *out, fail *f);
#endif
