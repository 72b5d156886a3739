/* amend.c: what do readers say is wrong, and with which record of which text?
 *
 * The record is read from the line that the correction keeps: the article may
 * have been coded anew since.
 */
#include "store/sql.h"
#include <stdlib.h>

enum { Q_CORRECTION, Q_PARTY, Q_PLACE, Q_COUNT, Q_SPAN, Q_ALL };
struct amend { store *s; sqlite3_stmt *q[Q_ALL]; };

#define OF(path) "json_extract(c.record, '$." path "')"
static const char *const text_of[Q_ALL] = {
    [Q_CORRECTION] = "SELECT c.field, c.note, c.value, c.made, a.id, a.outlet, a.published, a.text, c.event_id, " OF("type") ", "
                     OF("mode") ", " OF("when.start") ", " OF("when.end") ", " OF("quote") ", " OF("status") ", " OF("trigger.text")
                     ", c.record FROM corrections c JOIN articles a ON a.n = c.article WHERE json_valid(c.record) ORDER BY c.n",
    [Q_PARTY] = "SELECT json_extract(p.value, '$.code'), (SELECT group_concat(s.value, ';') FROM json_each(p.value, '$.sector') s), "
                "json_extract(p.value, '$.text'), json_extract(p.value, '$.name') FROM json_each(?1, ?2) p ORDER BY p.key",
    [Q_PLACE] = "SELECT json_extract(p.value, '$.text'), json_extract(p.value, '$.name') FROM json_each(?1, '$.where') p ORDER BY p.key",
    [Q_COUNT] = "SELECT json_extract(p.value, '$.what'), json_extract(p.value, '$.low'), json_extract(p.value, '$.high') "
                "FROM json_each(?1, '$.counts') p ORDER BY p.key",
    [Q_SPAN] = "SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_tree(?1) "
               "WHERE key IN ('span', 'cue_span') AND type = 'array'",
};

static str text(arena *mem, sqlite3_stmt *q, int at) { return str_copy(mem, sql_column(q, at)); }

static int64_t number(sqlite3_stmt *q, int at)
{
    return sqlite3_column_type(q, at) == SQLITE_NULL ? KEPT_NONE : sqlite3_column_int64(q, at);
}

/* ---- lists of the record ------------------------------------------------------------------- */

static sqlite3_stmt *ask(amend *a, int which, str record)
{
    sqlite3_reset(a->q[which]);
    sql_full(a->q[which], 1, record);
    return a->q[which];
}

static int read_parties(amend *a, kept_parties *out, const char *path, str record, arena *mem, fail *f)
{
    int got;
    sqlite3_stmt *q = ask(a, Q_PARTY, record);
    sql_z(q, 2, path);
    while ((got = sql_step(a->s, q, f)) > 0) {
        kept_party p = {.code = text(mem, q, 0), .sectors = text(mem, q, 1), .text = text(mem, q, 2), .name = text(mem, q, 3)};
        array_push(mem, *out, p);
    }
    sqlite3_reset(q);
    return got;
}

static int read_places(amend *a, kept *e, arena *mem, fail *f)
{
    int got;
    sqlite3_stmt *q = ask(a, Q_PLACE, e->record);
    while ((got = sql_step(a->s, q, f)) > 0) {
        kept_place p = {.text = text(mem, q, 0), .name = text(mem, q, 1)};
        array_push(mem, e->place, p);
    }
    sqlite3_reset(q);
    return got;
}

static int read_counts(amend *a, kept *e, arena *mem, fail *f)
{
    int got;
    sqlite3_stmt *q = ask(a, Q_COUNT, e->record);
    while ((got = sql_step(a->s, q, f)) > 0) {
        kept_count c = {.what = text(mem, q, 0), .low = number(q, 1), .high = number(q, 2)};
        array_push(mem, e->count, c);
    }
    sqlite3_reset(q);
    return got;
}

static int read_spans(amend *a, kept_correction *c, arena *mem, fail *f)
{
    int got;
    sqlite3_stmt *q = ask(a, Q_SPAN, c->record.record);
    while ((got = sql_step(a->s, q, f)) > 0) {
        kept_span one = {number(q, 0), number(q, 1)};
        array_push(mem, c->words, one);
    }
    sqlite3_reset(q);
    return got;
}

/* ---- the walk --------------------------------------------------------------------------------- */

static void read_correction(kept_correction *c, arena *mem, sqlite3_stmt *q)
{
    kept *e = &c->record;
    str *const field[] = {&c->field, &c->note, &c->value, &c->made, &e->article.id, &e->article.outlet, &e->article.published,
                          &e->article.text, &e->id, &e->type, &e->mode, &e->first, &e->last, &e->quote, &e->status, &e->trigger,
                          &e->record};
    *c = (kept_correction){0};
    for (int i = 0; i < (int)(sizeof field / sizeof *field); i++) *field[i] = text(mem, q, i);
}

int amend_open(amend **out, store *s, fail *f)
{
    amend *a = calloc(1, sizeof *a);
    int code = FAIL_OK;
    *out = NULL;
    if (!a) return fail_set(f, FAIL_MEMORY, s->path, 0, "out of memory");
    a->s = s;
    for (int i = 0; i < Q_ALL && !code; i++) code = sql_prepare(s, &a->q[i], text_of[i], f);
    if (code) amend_close(a);
    else *out = a;
    return code;
}

void amend_close(amend *a)
{
    if (!a) return;
    for (int i = 0; i < Q_ALL; i++) sqlite3_finalize(a->q[i]);
    free(a);
}

int amend_next(amend *a, kept_correction *out, arena *mem, fail *f)
{
    int got = sql_step(a->s, a->q[Q_CORRECTION], f);
    if (got <= 0) return got;
    read_correction(out, mem, a->q[Q_CORRECTION]);
    kept *e = &out->record;
    int code = read_parties(a, &e->actor, "$.actor", e->record, mem, f);
    if (!code) code = read_parties(a, &e->recipient, "$.recipient", e->record, mem, f);
    if (!code) code = read_parties(a, &e->source, "$.according_to", e->record, mem, f);
    if (!code) code = read_places(a, e, mem, f);
    if (!code) code = read_counts(a, e, mem, f);
    if (!code) code = read_spans(a, out, mem, f);
    return code ? code : 1;
}
