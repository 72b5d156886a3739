/* correct.c: how is it kept that a record is wrong? */
#include "store/correct.h"
#include "base/near.h"
#include "base/utf8.h"
#include "store/sql.h"

const char correct_fields[] = "event type mode actor recipient when where according_to quote status counts";

static int check(const correction *c, fail *f)
{
    if (!near_has(correct_fields, c->field)) return fail_set(f, FAIL_USAGE, "", 0, "a record has no field of that name");
    if (utf8_count(c->note) > CORRECT_MAX_NOTE) return fail_set(f, FAIL_USAGE, "", 0, "a note has %d characters at most", CORRECT_MAX_NOTE);
    if (utf8_count(c->value) > CORRECT_MAX_VALUE) return fail_set(f, FAIL_USAGE, "", 0, "a value has %d characters at most", CORRECT_MAX_VALUE);
    return FAIL_OK;
}

static int changed(store *s, const char *what, int64_t n, fail *f)
{
    if (sqlite3_changes(s->db) > 0) return FAIL_OK;
    return fail_set(f, FAIL_MISSING, "", 0, "there is no %s %lld", what, (long long)n);
}

static int put(store *s, const correction *c, fail *f)
{
    sqlite3_stmt *q = sql_use(s, SQL_CORRECT, f);
    if (!q) return FAIL_READ;
    sql_int(q, 1, c->event);
    sql_full(q, 2, c->field);
    sql_full(q, 3, c->note);
    sql_text(q, 4, c->value);
    int code = sql_do(s, q, f);
    return code ? code : changed(s, "event", c->event, f);
}

int correct_put(store *s, const correction *c, int64_t *n, fail *f)
{
    int code = check(c, f);
    if (!code) code = sql_begin(s, f);
    if (code) return code;
    code = put(s, c, f);
    *n = sqlite3_last_insert_rowid(s->db);
    return sql_end(s, code, f);
}

int correct_remove(store *s, int64_t n, fail *f)
{
    int code = sql_begin(s, f);
    if (code) return code;
    sqlite3_stmt *q = sql_use(s, SQL_UNCORRECT, f);
    if (q) sql_int(q, 1, n);
    code = sql_do(s, q, f);
    return sql_end(s, code ? code : changed(s, "correction", n, f), f);
}
