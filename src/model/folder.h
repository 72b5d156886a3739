/* model/folder.h: the files of a spaCy model folder → parts of a bundle.
 *
 * Parts, besides the nets' (weights.h):
 *     lang, tokenizer, patterns     bytes: texts; two MessagePack files as they are
 *     tagger.labels                 bytes: texts ended by NUL, in order of class
 *     parser.moves, ner.moves       bytes: an action's digit, label, NUL; in order of class
 *     norm.*  exc.P.*               id_map as key, at, text (P: number of a part of speech)
 *     index.P  rules.P              u64 words; bytes: ending, NUL, ending, NUL, ...
 *     vectors.key, .row, .data      u64 words, u32 rows of data, f32 [rows][300] */
#ifndef DATELINE_FOLDER_H
#define DATELINE_FOLDER_H
#include "model/bundle.h"

/* Is there a meta.json? */
bool folder_is_model(arena *mem, const char *dir);
/* Number that changes when a file of the folder is changed or replaced. */
uint64_t folder_stamp(arena *mem, const char *dir);
/* `open` is the file being read, for the caller to close when memory runs out. */
int folder_read(bundle *b, const char *dir, bytes *open, fail *f);
#endif
