/* Documents and stores made by hand: no model needed. */
#include "store/sql.h"
#include <assert.h>
#include <stdlib.h>
#include <unistd.h>

static char path[64];
static const store_run now = {"1.0", "model", 7, 0}, later = {"1.1", "model", 7, 0};

static party named(const char *code, const char *sector)
{
    party p = {.actor = NONE, .text = str_of(code), .tok = {0, 0}};
    snprintf(p.code, sizeof p.code, "%s", code);
    snprintf(p.sector[0], sizeof p.sector[0], "%s", sector);
    return p;
}

/* One act of PER to ECU on a day, told by `source` if there is one. */
static void add_event(doc *d, const char *type, day when, status st, const char *source, long killed)
{
    event *e = array_add(d->mem, d->events);
    snprintf(e->id, sizeof e->id, "%015d%u", when, d->events.n);
    e->type = type;
    e->cameo = "190";
    e->quad = "MATERIAL CONFLICT";
    array_push(d->mem, e->actor, named("PER", "MIL"));
    array_push(d->mem, e->recipient, named("ECU", "GOV"));
    if (source) array_push(d->mem, e->according_to, named(source, "GOV"));
    if (killed) array_push(d->mem, e->counts, (count){.what = "killed", .low = killed, .high = killed, .text = S("some")});
    e->first = e->last = when;
    e->grain = GRAIN_DAY;
    e->basis = BASIS_STATED;
    e->status = st;
    e->same_as = NONE;
    e->confidence = 0.8;
}

static doc *article_of(const char *id, const char *text)
{
    doc *d = doc_new();
    if (!d || arena_enter(d->mem)) abort();
    d->article.id = str_of(id);
    d->article.outlet = S("Outlet");
    d->article.given = d->text = str_of(text);
    d->article.published = day_of(2024, 3, 12);
    d->article.basis = PUBLISHED_GIVEN;
    return d;
}

static const str records[] = {{"{\"id\":1}", 8}, {"{\"id\":2}", 8}};

static store *open_as(const store_run *run)
{
    store *s;
    fail f = {0};
    int code = store_open(&s, path, STORE_WRITE, run, &f);
    if (code) fprintf(stderr, "%s\n", f.text);
    assert(!code);
    return s;
}

static void put(store *s, doc *d)
{
    fail f = {0};
    int code = store_put(s, d, records, &f);
    if (code) fprintf(stderr, "%s\n", f.text);
    assert(!code);
}

static int64_t number(store *s, const char *sql)
{
    sqlite3_stmt *q;
    fail f = {0};
    assert(sql_prepare(s, &q, sql, &f) == 0 && sql_step(s, q, &f) == 1);
    int64_t n = sqlite3_column_int64(q, 0);
    sqlite3_finalize(q);
    return n;
}
