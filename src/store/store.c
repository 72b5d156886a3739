/* store.c: opens and closes a store; which articles does it know? */
#include "store/sql.h"
#include <inttypes.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* Readers go on while one process writes; a kill loses nothing that was committed. */
static const char pragmas[] = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;"
                              "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 8000";
enum { WAIT_MS = 10000 };                 /* for another process that writes */

static int open_file(store *s, store_mode mode, fail *f)
{
    int flags = mode == STORE_WRITE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE;
    if (mode != STORE_WRITE && access(s->path, F_OK)) return fail_set(f, FAIL_MISSING, s->path, 0, "there is no such store");
    if (mode == STORE_READ && access(s->path, W_OK)) flags = SQLITE_OPEN_READONLY;
    /* A handle is used by one thread at a time. */
    if (sqlite3_open_v2(s->path, &s->db, flags | SQLITE_OPEN_NOMUTEX, NULL)) return s->db ? sql_fail(s, FAIL_READ, f) : FAIL_MEMORY;
    sqlite3_busy_timeout(s->db, WAIT_MS);
    sqlite3_extended_result_codes(s->db, 0);
    if (mode == STORE_READ) {
        int code = schema_check(s, f);
        if (!code) code = sql_run(s, "PRAGMA trusted_schema = OFF; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY", f);
        if (!code) code = schema_pretend(s, f);
        return code ? code : sql_run(s, "PRAGMA query_only = ON", f);
    }
    int code = sql_run(s, pragmas, f);
    return code ? code : schema_today(s, f);
}

int store_open(store **out, const char *path, store_mode mode, const store_run *run, fail *f)
{
    store *s = calloc(1, sizeof *s);
    *out = NULL;
    if (!s || !(s->mem = arena_new(DOC_MAX_MEMORY))) {
        free(s);
        return fail_set(f, FAIL_MEMORY, path, 0, "out of memory");
    }
    if (run) s->run = *run;
    snprintf(s->path, sizeof s->path, "%s", path);
    int code = strlen(path) < sizeof s->path ? open_file(s, mode, f) : fail_set(f, FAIL_USAGE, "", 0, "the name of the store is too long");
    if (code) store_close(s);
    else *out = s;
    return code;
}

void store_close(store *s)
{
    if (!s) return;
    for (int i = 0; i < SQL_STATEMENTS; i++) sqlite3_finalize(s->ready[i]);
    sqlite3_close(s->db);
    arena_free(s->mem);
    free(s);
}

/* ---- limits ------------------------------------------------------------------------ */

enum { STEPS_BETWEEN_LOOKS = 10000 };     /* of SQLite's machine, at the clock: a tenth of a millisecond */

static int64_t milliseconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int is_late(void *context)
{
    store *s = context;
    s->timed_out = s->timed_out || milliseconds() > s->until;
    return s->timed_out;
}

void store_limit(store *s, unsigned ms)
{
    s->until = milliseconds() + ms;
    s->timed_out = false;
    sqlite3_progress_handler(s->db, ms ? STEPS_BETWEEN_LOOKS : 0, is_late, s);
}

bool store_timed_out(const store *s) { return s->timed_out; }

void store_interrupt(store *s) { sqlite3_interrupt(s->db); }

int store_data_version(store *s, int64_t *out, fail *f)
{
    sqlite3_stmt *q;
    if (sql_prepare(s, &q, "PRAGMA data_version", f)) return f->code;
    int got = sql_step(s, q, f);
    if (got > 0) *out = sqlite3_column_int64(q, 0);
    sqlite3_finalize(q);
    return got < 0 ? got : FAIL_OK;
}

/* ---- what is there ----------------------------------------------------------------- */

typedef struct found { int64_t n; bool same_id; } found;

/* The article with that text; the hash only points to it. */
static int find_text(store *s, const doc *d, found *out, fail *f)
{
    char hash[17];
    snprintf(hash, sizeof hash, "%016" PRIx64, str_hash(d->article.given));
    sqlite3_stmt *q = sql_use(s, SQL_KNOWN, f);
    if (!q) return FAIL_READ;
    sql_z(q, 1, hash);
    int got;
    while ((got = sql_step(s, q, f)) > 0) {
        if (!str_eq(sql_column(q, 2), d->article.given)) continue;
        *out = (found){sqlite3_column_int64(q, 0), str_eq(sql_column(q, 1), d->article.id)};
        break;
    }
    sqlite3_reset(q);
    return got;
}

static int put_copy(store *s, const doc *d, int64_t n, fail *f)
{
    const article *a = &d->article;
    sqlite3_stmt *q = sql_use(s, SQL_COPY, f);
    if (!q) return FAIL_READ;
    sql_int(q, 1, n);
    sql_full(q, 2, a->id);
    sql_text(q, 3, a->outlet);
    sql_text(q, 4, a->title);
    sql_text(q, 5, a->url);
    sql_day(s, q, 6, a->published);
    return sql_do(s, q, f);
}

int store_find(store *s, const doc *d, fail *f)
{
    found it = {0};
    int got = find_text(s, d, &it, f);
    if (got <= 0 || it.same_id) return got;
    int code = put_copy(s, d, it.n, f);
    return code ? code : 1;
}

int store_known(store *s, const doc *d, fail *f)
{
    arena_reset(s->mem);
    if (arena_enter(s->mem)) return fail_set(f, FAIL_MEMORY, s->path, 0, "out of memory");
    return store_find(s, d, f);
}

/* ---- articles to code anew ------------------------------------------------------------ */

static published_basis basis_of(str name) { return str_is(name, "given") ? PUBLISHED_GIVEN : PUBLISHED_UNKNOWN; }

/* As it came in; a day that was inferred is inferred anew. */
static void read_article(doc *d, sqlite3_stmt *q)
{
    article *a = &d->article;
    a->id = str_copy(d->mem, sql_column(q, 1));
    a->outlet = str_copy(d->mem, sql_column(q, 2));
    a->title = str_copy(d->mem, sql_column(q, 3));
    a->url = str_copy(d->mem, sql_column(q, 4));
    a->language = str_copy(d->mem, sql_column(q, 5));
    a->basis = basis_of(sql_column(q, 7));
    a->published = a->basis == PUBLISHED_GIVEN ? sql_column_day(q, 6) : DAY_NONE;
    a->given = str_copy(d->mem, sql_column(q, 8));
}

int store_stale(store *s, int64_t *n, doc *d, fail *f)
{
    char data[17];
    snprintf(data, sizeof data, "%016" PRIx64, s->run.data);
    if (arena_enter(d->mem)) return fail_set(f, FAIL_MEMORY, s->path, 0, "out of memory");
    sqlite3_stmt *q = sql_use(s, SQL_STALE, f);
    if (!q) return FAIL_READ;
    sql_int(q, 1, *n);
    sql_z(q, 2, s->run.program);
    sql_z(q, 3, s->run.model);
    sql_z(q, 4, data);
    sql_real(q, 5, s->run.least);
    int got = sql_step(s, q, f);
    if (got > 0) {
        *n = sqlite3_column_int64(q, 0);
        read_article(d, q);
    }
    sqlite3_reset(q);
    sqlite3_clear_bindings(q);
    return got;
}

int store_article(store *s, int64_t n, doc *d, fail *f)
{
    sqlite3_stmt *q;
    if (arena_enter(d->mem)) return fail_set(f, FAIL_MEMORY, s->path, 0, "out of memory");
    if (sql_prepare(s, &q, "SELECT n, id, outlet, title, url, language, published, published_basis, text FROM articles WHERE n = ?1", f))
        return f->code;
    sql_int(q, 1, n);
    int got = sql_step(s, q, f);
    if (got > 0) read_article(d, q);
    sqlite3_finalize(q);
    return got < 0 ? got : got ? FAIL_OK : fail_set(f, FAIL_MISSING, s->path, 0, "there is no article %lld", (long long)n);
}

/* ---- totals ------------------------------------------------------------------------------ */

int store_count(store *s, store_totals *out, fail *f)
{
    sqlite3_stmt *q;
    if (sql_prepare(s, &q, "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM articles WHERE copy_of IS NOT NULL), "
                           "(SELECT count(*) FROM events), (SELECT count(*) FROM stories), "
                           "(SELECT count(*) FROM stories WHERE contested = 1)", f)) return f->code;
    int got = sql_step(s, q, f);
    if (got > 0)
        *out = (store_totals){sqlite3_column_int64(q, 0), sqlite3_column_int64(q, 1), sqlite3_column_int64(q, 2),
                              sqlite3_column_int64(q, 3), sqlite3_column_int64(q, 4)};
    sqlite3_finalize(q);
    return got < 0 ? got : FAIL_OK;
}
