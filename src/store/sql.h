/* store/sql.h: what the files of the store share: statements, and errors of SQLite. */
#ifndef DATELINE_SQL_H
#define DATELINE_SQL_H
#include "store/store.h"
#include <sqlite3.h>
#include <stdio.h>

enum { STORE_VERSION = 2 };

/* Every statement that is used for each article, prepared once. */
typedef enum statement {
    SQL_BEGIN, SQL_COMMIT, SQL_ROLLBACK, SQL_MARK, SQL_KEEP, SQL_UNDO,
    SQL_KNOWN, SQL_COPY, SQL_RUN, SQL_ARTICLE, SQL_ATTRIBUTION, SQL_EVENT, SQL_PARTY, SQL_PLACE, SQL_COUNT,
    SQL_STALE, SQL_DROP_EVENTS, SQL_DROP_ATTRIBUTIONS, SQL_RECODE, SQL_STORIES_OF,
    SQL_SIGN, SQL_BAND, SQL_NEAR, SQL_COPY_OF,
    SQL_TOLD_OF_ARTICLE, SQL_TOLD_OF_STORY, SQL_TOLD_CODES, SQL_TOLD_PLACES, SQL_TOLD_COUNTS,
    SQL_CANDIDATES, SQL_SAME_DAYS, SQL_COPIED, SQL_NEW_STORY, SQL_SET_STORY, SQL_TELL_STORY, SQL_RESET_STORY, SQL_END_STORY, SQL_ALL_ARTICLES,
    SQL_FORGET_LINKS, SQL_FORGET_STORIES, SQL_FORGET_BANDS, SQL_FORGET_COPIES,
    SQL_CORRECT, SQL_UNCORRECT,
    SQL_STATEMENTS
} statement;

struct store {
    sqlite3 *db;
    arena   *mem;                         /* emptied with every article */
    char     path[256];
    store_run run;
    int64_t  run_n;                       /* its row, 0: none yet */
    int64_t  committed;                   /* when, in milliseconds of the monotonic clock */
    sqlite3_stmt *ready[SQL_STATEMENTS];
    int64_t  until;                       /* when questions end, as `committed`; 0: never */
    bool     timed_out;
};

/* ---- sql.c ---------------------------------------------------------------- */
/* What SQLite has to say, as a failure of `code`. */
int sql_fail(store *s, int code, fail *f);
int sql_prepare(store *s, sqlite3_stmt **out, const char *text, fail *f);
/* One of the kept statements, reset and without values; NULL with *f filled. */
sqlite3_stmt *sql_use(store *s, statement which, fail *f);
/* 1: a row; 0: done; below 0: FAIL_*. */
int sql_step(store *s, sqlite3_stmt *q, fail *f);
/* Runs a kept statement that gives no rows, and forgets its values. */
int sql_do(store *s, sqlite3_stmt *q, fail *f);
int sql_run(store *s, const char *text, fail *f); /* several statements, no values */
int sql_begin(store *s, fail *f);
/* Commits, or rolls back when `code` is no FAIL_OK, and gives the code. */
int sql_end(store *s, int code, fail *f);

/* Binds by the statement's numbers; an empty text, NULL, DAY_NONE and NAN are bound as NULL. */
void sql_text(sqlite3_stmt *q, int at, str text);
void sql_full(sqlite3_stmt *q, int at, str text); /* an empty text stays one */
void sql_z(sqlite3_stmt *q, int at, const char *z);
void sql_int(sqlite3_stmt *q, int at, int64_t n);
void sql_real(sqlite3_stmt *q, int at, double x);
void sql_day(store *s, sqlite3_stmt *q, int at, day d);
str  sql_column(sqlite3_stmt *q, int at); /* valid until the next step */
day  sql_column_day(sqlite3_stmt *q, int at);

/* ---- store.c ---------------------------------------------------------------- */
/* store_known within a transaction and an entered arena. */
int store_find(store *s, const doc *d, fail *f);

/* ---- schema.c -------------------------------------------------------------- */
/* Brings the file to version `n` by the steps it lacks, all or none: step[i] leads from version i to i + 1. */
int schema_migrate(store *s, const char *const *step, int n, fail *f);
int schema_today(store *s, fail *f);
int schema_check(store *s, fail *f);      /* for reading: is it a store that this program knows? */

/* What a store of an older version lacks, as far as readers ask for it, is empty for this connection. */
int schema_pretend(store *s, fail *f);

/* ---- query.c --------------------------------------------------------------- */
/* A question of fixed text; its values are bound to query_row. */
int query_of(query **out, store *s, const char *sql, fail *f);
sqlite3_stmt *query_row(const query *q);
/* FTS5 reads its question only when it runs. */
int query_check_text(store *s, const char *text, fail *f);
/* `rest` behind WITH hit(n): the events that answer, of each story the first.  FAIL_USAGE as query_open. */
int query_hits(sqlite3_stmt **out, store *s, const question *asked, const char *rest, fail *f);

/* ---- copies.c --------------------------------------------------------------- */
/* Signs the article's text and finds the earliest article of which it is nearly a copy. */
int copies_link(store *s, int64_t of, str text, fail *f);

/* ---- told.c ----------------------------------------------------------------- */
struct told;
typedef array(struct told) tolds;
/* Events as the judge of stories sees them: of an article (SQL_TOLD_OF_ARTICLE) or of
 * a story (SQL_TOLD_OF_STORY, the first 24), in the order of their numbers. */
int told_read(store *s, tolds *out, statement which, int64_t key, fail *f);
/* The same in two steps: what the events' own rows tell, and then the rest. */
int told_heads(store *s, tolds *out, statement which, int64_t key, fail *f);
int told_rest(store *s, tolds *of, fail *f);

/* ---- stories.c -------------------------------------------------------------- */
/* Finds or makes the story of each event of the article. */
int stories_link(store *s, int64_t of, fail *f);
/* Counts and judges a story anew; takes it away when nothing tells it. */
int stories_tell(store *s, int64_t which, fail *f);
#endif
