/* engine.h: opens model and data, then calls the rooms in order.
 *
 *     engine *e;  fail f;
 *     if (engine_open(&e, &(engine_options){.model = "en_core_web_md"}, &f)) ...
 *     scratch *s = engine_scratch(e);
 *     doc *d = doc_new();  d->article.given = ...;
 *     if (engine_read(e, s, d, ENGINE_ALL, &f)) ...      then walk d->events
 *
 * The engine is read-only once open: any number of threads may read with it,
 * each with a scratch of its own. */
#ifndef DATELINE_ENGINE_H
#define DATELINE_ENGINE_H
#include "base/fail.h"
#include "doc.h"
#include "parse/parse.h"
#include "where/where.h"
#include "who/who.h"

/* Which rooms a caller wants; a room brings those it reads. */
enum { ENGINE_PARSE = 1, ENGINE_SAYS = 2, ENGINE_WHEN = 4, ENGINE_WHERE = 8, ENGINE_WHO = 16, ENGINE_STORY = 32, ENGINE_WHAT = 64,
       ENGINE_ALL = 127 };

typedef struct engine engine;
typedef struct engine_options {
    const char *model;    /* name or folder; NULL: en_core_web_md                     */
    const char *data_dir; /* files in place of the embedded ones; NULL: none          */
    const char *places;   /* the compiled gazetteer; NULL: in the cache folder        */
    unsigned    rooms;    /* to open; 0: all                                          */
} engine_options;

int  engine_open(engine **out, const engine_options *o, fail *f);
void engine_close(engine *e);
scratch *engine_scratch(const engine *e);   /* one a thread; scratch_free it; NULL: no memory */

/* Reads the article in d->article through the rooms asked for.  FAIL_ENCODING,
 * FAIL_TOO_LARGE, or FAIL_MEMORY (the document is then only good for freeing). */
int engine_read(const engine *e, scratch *s, doc *d, unsigned rooms, fail *f);
/* Only the parse, of the text exactly as given: `dateline parse`. */
int engine_parse_raw(const engine *e, scratch *s, doc *d, fail *f);

const who   *engine_who(const engine *e);
const where *engine_where(const engine *e);
const struct dataset *engine_data(const engine *e);
#endif
