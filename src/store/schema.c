/* schema.c: which version has a store, and how does it come to today's? */
#include "store/sql.h"

/* The files of that name, each followed by a NUL. */
#define EMBED(name, path) \
    extern const char name[]; \
    __asm__(".section .rodata\n.global " #name "\n.hidden " #name "\n" #name ":\n.incbin \"" path "\"\n.byte 0\n.previous\n")
EMBED(store_schema_sql, "src/store/schema.sql");
EMBED(store_schema_2_sql, "src/store/schema_2.sql");

static int read_version(store *s, int *version, fail *f)
{
    sqlite3_stmt *ask;
    if (sql_prepare(s, &ask, "PRAGMA user_version", f)) return f->code;
    int code = sql_step(s, ask, f);
    *version = code > 0 ? sqlite3_column_int(ask, 0) : 0;
    sqlite3_finalize(ask);
    return code < 0 ? code : FAIL_OK;
}

/* A file that is no store must not be made one. */
static int check_empty(store *s, fail *f)
{
    sqlite3_stmt *ask;
    if (sql_prepare(s, &ask, "SELECT count(*) FROM sqlite_schema", f)) return f->code;
    int code = sql_step(s, ask, f);
    bool other = code > 0 && sqlite3_column_int(ask, 0) > 0;
    sqlite3_finalize(ask);
    if (code < 0) return code;
    return other ? fail_set(f, FAIL_VERSION, s->path, 0, "an SQLite file, but no store of dateline") : FAIL_OK;
}

static int take_steps(store *s, const char *const *step, int from, int n, fail *f)
{
    char set[64];
    int code = FAIL_OK;
    for (int i = from; i < n && !code; i++) code = sql_run(s, step[i], f);
    snprintf(set, sizeof set, "PRAGMA user_version = %d", n);
    return code ? code : sql_run(s, set, f);
}

int schema_migrate(store *s, const char *const *step, int n, fail *f)
{
    int version = 0;
    int code = read_version(s, &version, f);
    if (code) return code;
    if (version > n)
        return fail_set(f, FAIL_VERSION, s->path, 0, "a store of version %d; this dateline knows %d at most", version, n);
    if (version == n) return FAIL_OK;
    if ((code = sql_begin(s, f))) return code;
    /* Another process may have been faster. */
    code = read_version(s, &version, f);
    if (!code && version == 0) code = check_empty(s, f);
    if (!code && version < n) code = take_steps(s, step, version, n, f);
    return sql_end(s, code, f);
}

int schema_today(store *s, fail *f)
{
    const char *const step[] = {store_schema_sql, store_schema_2_sql};
    return schema_migrate(s, step, (int)(sizeof step / sizeof *step), f);
}

int schema_check(store *s, fail *f)
{
    int version = 0;
    int code = read_version(s, &version, f);
    if (code) return code;
    if (version == 0) return fail_set(f, FAIL_VERSION, s->path, 0, "no store of dateline");
    if (version > STORE_VERSION)
        return fail_set(f, FAIL_VERSION, s->path, 0, "a store of version %d; this dateline knows %d at most", version, STORE_VERSION);
    return FAIL_OK;
}

int schema_pretend(store *s, fail *f)
{
    int version = 0;
    int code = read_version(s, &version, f);
    if (code || version >= 2) return code;
    return sql_run(s, "CREATE TEMP TABLE corrections(n INTEGER PRIMARY KEY, article, event_id, field, note, value, made, record, run)", f);
}
