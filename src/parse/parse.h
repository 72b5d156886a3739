/* parse/parse.h: text → sentences, tags, heads, names, with spaCy's values.
 *
 * Reads     doc->text, paragraphs
 * Writes    doc->tokens, sentences
 */
#ifndef DATELINE_PARSE_H
#define DATELINE_PARSE_H
#include "base/fail.h"
#include "doc.h"
#include "model/model.h"

typedef struct parser  parser;   /* read-only once open; threads share it             */
typedef struct scratch scratch;  /* one a thread: buffers, and caches of seen words   */

int      parser_open(parser **out, const model *m, fail *f);
void     parser_close(parser *p);
scratch *scratch_new(const parser *p);      /* NULL: no memory */
void     scratch_free(scratch *s);

/* Parses every paragraph by itself; no white-space tokens are kept.  Leaves by
 * the document's door when memory ends. */
void parse_fill(doc *d, const parser *p, scratch *s);
/* Mends what the model is known to get wrong (repair.c); not for a raw parse. */
void parse_repair(doc *d);
/* As parse_fill, for doc->text as one piece, white-space tokens kept: exactly spaCy's Doc. */
void parse_fill_raw(doc *d, const parser *p, scratch *s);
#endif
