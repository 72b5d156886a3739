/* where/where.h: in which place.
 *
 * Finds toponyms and decides which place of that name is meant, with the
 * article as context.
 *
 * Reads     doc->tokens, sentences, article
 * Writes    doc->places (all toponyms, also those no event uses), peoples
 * Data      the compiled gazetteer (tools/mkgazetteer.c), the tables of data/where/
 * Not here  whether a place acts ("Ankara said"): who/
 */
#ifndef DATELINE_WHERE_H
#define DATELINE_WHERE_H
#include "base/dataset.h"
#include "doc.h"

typedef struct where where;
/* `gazetteer`: path of the compiled list.  FAIL_MISSING, FAIL_VERSION, FAIL_FORMAT with the path. */
int  where_load(where **out, arena *mem, const dataset *data, const char *gazetteer, fail *f);
void where_close(where *w);            /* unmaps the gazetteer */
void where_fill(doc *d, const where *w);
/* Places of that name, best first, at most `max`; `near` is an alpha-3 code or NULL.  For `dateline place`. */
uint32_t where_lookup(const where *w, arena *mem, str name, const char *near, place *out, uint32_t max);
#endif
