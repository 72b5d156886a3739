/* parse/conllu_read.h: parses in as CoNLL-U (out/conllu.c writes it).
 *
 * Takes a parse of any tool in place of parse_fill: the text is put together
 * from the words, with SpaceAfter=No, SpacesAfter and `# newpar` as they say;
 * names come from NER=B-ORG in the last column.  Multiword lines (1-2) and
 * empty nodes (1.1) are passed over. */
#ifndef DATELINE_CONLLU_READ_H
#define DATELINE_CONLLU_READ_H
#include "base/fail.h"
#include "doc.h"

/* Cuts the next document off *rest into the new document `d`: its article.id,
 * text, paragraphs, tokens and sentences.  *line counts the lines passed.
 * FAIL_FORMAT with the line, FAIL_ENCODING, FAIL_TOO_LARGE; FAIL_MISSING when *rest holds none. */
int conllu_read(doc *d, str *rest, const char *path, uint32_t *line, fail *f);
#endif
