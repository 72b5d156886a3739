/* serve/inside.h: what the files of the server share.  A request comes in at
 * http.c, which refuses what is not for us; a worker (work.c) takes it to the
 * function that route.c names, and http.c sends the reply. */
#ifndef DATELINE_SERVE_INSIDE_H
#define DATELINE_SERVE_INSIDE_H
#include "base/array.h"
#include "base/dataset.h"
#include "out/json.h"
#include "serve/serve.h"
#include "store/ask.h"
#include "store/flat.h"
#include "store/ledger.h"
#include "store/look.h"
#include <pthread.h>

enum { WORKERS = 4, MAX_CONNECTIONS = 128, MAX_WAITING = 64,
       MAX_HEAD = 32768,                  /* bytes of a request before its body     */
       MAX_BODY = 16384,                  /* bytes                                  */
       MAX_VALUE = 500,                   /* characters of a parameter              */
       MAX_NUMBERS = 4000,                /* bytes of a list of numbers             */
       MAX_PARAMETERS = 32,
       MAX_ROWS = 200, MAX_LIMIT = 1000, MAX_OFFSET = 10000000, MAX_COUNTS = 50000, MAX_STORIES = 5000,
       ANSWER_MS = 10000,                 /* of the store, for one request          */
       COLUMNS_MS = 120000,
       IDLE_SECONDS = 30,
       TOKEN_CHARS = 32 };

/* ---- a request and its reply ------------------------------------------------ */
typedef struct pair { str name, value; } pair;
typedef enum method { METHOD_GET, METHOD_POST, METHOD_DELETE, METHOD_OTHER } method;

enum { MAX_QUERIES = 12 };
typedef struct request {
    server  *at;
    store   *s;                           /* the worker's                          */
    arena   *mem;
    method   method;
    str      path;
    array(pair) param;
    str      body, token, origin, content_type;
    int64_t  number;                      /* that the path holds, 0: none          */
    query   *query[MAX_QUERIES];          /* open; closed when the reply is made   */
    unsigned queries;
    ledger  *ledger;                      /* the same                              */
} request;

typedef struct reply {
    unsigned status;
    const char *type;                     /* of the body; NULL: JSON               */
    buf      body;                        /* on the request's arena                */
    str      fixed;                       /* part of the program, in place of body */
    bool     gzip;                        /* `fixed` is                            */
    const char *allow;                    /* for 405                               */
    char     etag[48];
    struct columns *columns;              /* in place of body                      */
} reply;

/* ---- route.c ------------------------------------------------------------------ */
/* Finds what answers, checks the parameters' names, and answers. */
void route(request *r, reply *out);

/* ---- answer.c ----------------------------------------------------------------- */
/* {"error": ..., "hint": ...}; hint may be NULL. */
void refuse(reply *out, unsigned number, const char *hint, const char *fmt, ...) __attribute__((format(printf, 4, 5)));
/* What the store could not do. */
void refuse_fail(const request *r, reply *out, const fail *f);
/* The value of a parameter, "" empty, NULL not given. */
const char *param(const request *r, const char *name);
/* A whole number within the bounds, or `fallback`; false with a refusal. */
bool param_number(const request *r, reply *out, const char *name, long least, long most, long fallback, long *n);
/* Opens a question that is closed with the request; NULL with a refusal. */
query *look_up(request *r, reply *out, look what, int64_t n);
query *keep_query(request *r, query *q);
/* The next row: 1, or 0, or -1 with a refusal. */
int  next_row(const request *r, reply *out, query *q);
/* The row's columns as members of an object that is open; as an object. */
void put_members(buf *out, const query *q);
void put_object(buf *out, const query *q);
/* "key":[the rows as objects]; false with a refusal. */
bool put_list(request *r, reply *out, const char *key, look what, int64_t n);
/* "key":[rows of the events whose numbers the question gives], at most `most`; *more: there are others. */
bool put_rows(request *r, reply *out, const char *key, query *numbers, long most, bool *more);
/* As it goes out: valid UTF-8 that is harmless in HTML and does not turn the
 * writing around.  malloc'ed; NULL when there is no memory. */
char *safe_json(str json, size_t *len);

/* ---- filters.c ------------------------------------------------------------------ */
#define FILTERS "actor recipient says type status from until place text contested min_confidence by_report"
/* The request's filters as a question; false with a refusal. */
bool read_filters(request *r, reply *out, question *q);

/* ---- server.c -------------------------------------------------------------------- */
/* Counts the states of the store that the server has seen. */
int64_t server_version(server *s);
const asker *server_asker(const server *s);
const dataset *server_data(const server *s);
const char *server_start(const server *s); /* differs from start to start */
const serve_options *server_options(const server *s);
bool server_is_ours(const server *s, str host); /* is it the address we listen on? */
bool server_is_origin(const server *s, str origin);
/* Runs with the handle for changes, one at a time; NULL where nothing may be changed. */
store *server_lock_changes(server *s);
void server_unlock_changes(server *s);
bool server_token_is(const server *s, str token); /* takes as long for any */

/* ---- work.c ------------------------------------------------------------------------- */
typedef struct job { request r; reply out; struct job *next; void (*done)(struct job *); char match[64]; /* If-None-Match */ } job;
typedef struct crew crew;
int  crew_open(crew **out, server *s, fail *f);
void crew_stop(crew *c);                  /* ends what runs; what waits and what comes is refused */
void crew_close(crew *c);
bool crew_take(crew *c, job *j);          /* false: too much to do already */
extern const reply busy_reply;            /* where there is no memory for words, or no time */

/* ---- http.c -------------------------------------------------------------------------- */
typedef struct http http;
int  http_open(http **out, server *s, crew *c, int port, fail *f);
void http_quiet(http *h);                 /* takes no more */
void http_close(http *h);
int  http_port(const http *h);

/* ---- columns.c ------------------------------------------------------------------------- */
typedef struct shelf shelf;               /* keeps the columns of one version */
shelf *shelf_new(void);
void   shelf_free(shelf *k);
/* The columns of today, made now if need be; a reference that columns_drop gives back.  NULL with *f. */
struct columns *shelf_columns(shelf *k, server *at, store *s, fail *f);
void columns_drop(struct columns *c);
str  columns_head(const struct columns *c);
const flat *columns_flat(const struct columns *c);
shelf *server_shelf(server *s);

/* ---- api_why.c: an engine, opened when it is first asked -------------------------------- */
typedef struct reasons reasons;
reasons *reasons_new(const serve_options *o);
void     reasons_free(reasons *w);
reasons *server_reasons(server *s);

/* ---- api_info.c: what is counted once for each version of the store ---------------------- */
typedef struct facts facts;
facts *facts_new(void);
void   facts_free(facts *k);
facts *server_facts(server *s);

/* ---- what answers ------------------------------------------------------------------------ */
void api_info(request *r, reply *out);
void api_openapi(request *r, reply *out);
void api_columns(request *r, reply *out);
void api_rows(request *r, reply *out);
void api_query(request *r, reply *out);
void api_count(request *r, reply *out);
void api_search(request *r, reply *out);
void api_article(request *r, reply *out);
void api_why(request *r, reply *out);
void api_story(request *r, reply *out);
void api_ledger(request *r, reply *out);
void api_corrections(request *r, reply *out);
void api_correct(request *r, reply *out);
void api_uncorrect(request *r, reply *out);
void page_home(request *r, reply *out);
void page_script(request *r, reply *out);
void page_style(request *r, reply *out);
void page_world(request *r, reply *out);
#endif
