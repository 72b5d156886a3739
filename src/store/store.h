/* store/store.h: articles and their findings in one SQLite file.
 *
 *     store *s;
 *     if (store_open(&s, "news.db", STORE_WRITE, &run, &f)) ...
 *     if (store_known(s, d, &f) == 0) { ... read the document ...  store_put(s, d, records, &f); }
 *
 * An article is there with all that hangs on it, or it is not there.  Those
 * that come fast are committed together; store_flush commits the rest.  What
 * reports share (near copies, acts told by several) is found as they come in.
 *
 * Reads     all of the document
 * Writes    nothing of it
 * Data      schema.sql, schema_2.sql
 * Not here  coding; how answers look (cli)
 */
#ifndef DATELINE_STORE_H
#define DATELINE_STORE_H
#include "base/fail.h"
#include "doc.h"
#include "out/kept.h"

typedef struct store store;
typedef enum store_mode { STORE_READ, STORE_CHANGE /* one that is there */, STORE_WRITE } store_mode;
/* Who codes. */
typedef struct store_run { const char *program, *model; uint64_t data; double least; } store_run;

/* STORE_WRITE makes the file where there is none; it and STORE_CHANGE bring an
 * older one to today's version; `run` may be NULL where nothing will be put.  FAIL_MISSING,
 * FAIL_VERSION, FAIL_READ. */
int  store_open(store **out, const char *path, store_mode mode, const store_run *run, fail *f);
void store_close(store *s);               /* without what was not committed */
int  store_flush(store *s, fail *f);

/* Is the article's text there already?  1 or 0, or FAIL_*.  Under another id, or by
 * another outlet, the place where it was seen is kept. */
int store_known(store *s, const doc *d, fail *f);
/* Puts a document that has been read; `record` are its events as lines of JSON. */
int store_put(store *s, const doc *d, const str *record, fail *f);

/* The next article, behind number *n, that another program, model or data has
 * coded, into the empty document *d as it was given; *n becomes its number.  1, or 0 when
 * there is none, or FAIL_*. */
int store_stale(store *s, int64_t *n, doc *d, fail *f);
/* Puts the findings of the article of that number anew. */
int store_replace(store *s, int64_t n, const doc *d, const str *record, fail *f);

/* The article of that number into the empty document *d, as it was given.  FAIL_MISSING. */
int store_article(store *s, int64_t n, doc *d, fail *f);

/* Makes all copies and stories anew, in the order in which the articles came. */
int store_rebuild(store *s, fail *f);
typedef struct store_totals { int64_t articles, copies, events, stories, contested; } store_totals;
int store_count(store *s, store_totals *out, fail *f);

/* Ends each statement that runs longer than so many milliseconds from now on (0: no limit):
 * it fails, and store_timed_out tells why. */
void store_limit(store *s, unsigned ms);
bool store_timed_out(const store *s);
void store_interrupt(store *s);           /* ends what another thread asks of this handle */
/* Another number than this handle saw before: somebody else has changed the store. */
int  store_data_version(store *s, int64_t *out, fail *f);

/* ---- questions (query.c) ------------------------------------------------------ */
/* NULL, 0 or false: not asked.  All must hold. */
typedef struct question {
    const char *actor, *recipient, *says; /* "ARM", "ARM/GOV", "/GOV"; says: any of the sources */
    const char *type, *status;
    const char *from, *to;                /* days, inclusive; the act lies wholly within */
    const char *place;                    /* a name, a country's code, or a geonameid */
    const char *text;                     /* FTS5 */
    double      least;                    /* confidence */
    bool        contested;
    bool        by_report;                /* a row for each event, not for each story */
    const char *count_by;                 /* "month,type": numbers instead of rows */
    long        limit;                    /* of rows; 0: none */
    long        offset;                   /* rows passed over; only with a limit */
    bool        numbers;                  /* of rows, only n: for look.h */
} question;

/* What --count-by knows. */
extern const char query_groups[];

typedef struct query query;
/* FAIL_USAGE when --text is no question that FTS5 understands. */
int  query_open(query **out, store *s, const question *asked, fail *f);
void query_close(query *q);
int  query_next(query *q, fail *f);       /* 1: a row; 0: no more; FAIL_* */
int  query_columns(const query *q);
const char *query_name(const query *q, int column);
/* Valid until the next row; *known is false where it is NULL. */
str  query_value(const query *q, int column, bool *known);
bool query_is_number(const query *q, int column);
/* How the database goes about it, one line a step. */
int  query_plan(buf *out, store *s, const question *asked, fail *f);

/* ---- all records that answer, whole (walk.c) ------------------------------------ */
typedef struct walk walk;
/* In the order in which the articles came.  walk_events: a record for each event, or story, as asked;
 * walk_articles: the articles in which such records stand, with all that was found in them.  The store
 * stays open meanwhile and answers nothing else; FAIL_USAGE as query_open. */
int  walk_events(walk **out, store *s, const question *asked, fail *f);
int  walk_articles(walk **out, store *s, const question *asked, fail *f);
void walk_close(walk *w);
/* 1: *out is filled, on `mem`; 0: no more; FAIL_*. */
int  walk_next_event(walk *w, kept *out, arena *mem, fail *f);
int  walk_next_article(walk *w, kept_whole *out, arena *mem, fail *f);

/* ---- corrections, with what they speak of (amend.c) ------------------------------- */
typedef struct amend amend;
/* In the order in which they were made; the record as it was then. */
int  amend_open(amend **out, store *s, fail *f);
void amend_close(amend *a);
/* 1: *out is filled, on `mem`; 0: no more; FAIL_*. */
int  amend_next(amend *a, kept_correction *out, arena *mem, fail *f);
#endif
