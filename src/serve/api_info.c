/* api_info.c: /api/info: which store is this, and what is in it?
 *
 * Counted once for each version of the store: in one of an older version,
 * counting reads all of it.
 */
#include "serve/inside.h"
#include <stdlib.h>

struct facts { pthread_mutex_t lock; bool known; int64_t version; store_totals n; char first[16], last[16]; };

facts *facts_new(void)
{
    facts *k = calloc(1, sizeof *k);
    if (k) pthread_mutex_init(&k->lock, NULL);
    return k;
}

void facts_free(facts *k)
{
    if (!k) return;
    pthread_mutex_destroy(&k->lock);
    free(k);
}

/* ---- counting --------------------------------------------------------------------------- */

static void keep_day(char to[16], const query *q, int column)
{
    bool known;
    str value = query_value(q, column, &known);
    uint32_t n = value.len < 15 ? value.len : 15;
    memcpy(to, value.ptr, n);
    to[n] = 0;
}

static int count_all(facts *k, store *s, fail *f)
{
    query *days = NULL;
    int code = store_count(s, &k->n, f);
    if (!code) code = look_open(&days, s, LOOK_DAYS, 0, f);
    int got = code ? code : query_next(days, f);
    if (got > 0) keep_day(k->first, days, 0);
    if (got > 0) keep_day(k->last, days, 1);
    query_close(days);
    return got < 0 ? got : FAIL_OK;
}

/* A copy of today's; false with *f. */
static bool read_facts(request *r, facts *out, fail *f)
{
    facts *k = server_facts(r->at);
    pthread_mutex_lock(&k->lock);
    int64_t version = server_version(r->at);
    if (!k->known || k->version != version) {
        k->known = count_all(k, r->s, f) == FAIL_OK;
        k->version = version;
    }
    bool known = k->known;
    out->n = k->n;
    memcpy(out->first, k->first, sizeof k->first);
    memcpy(out->last, k->last, sizeof k->last);
    pthread_mutex_unlock(&k->lock);
    return known;
}

/* ---- the answer -------------------------------------------------------------------------- */

static const char *last_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void put_totals(buf *out, const store_totals *n)
{
    json_put_int(out, "articles", (long)n->articles);
    json_put_int(out, "copies", (long)n->copies);
    json_put_int(out, "events", (long)n->events);
    json_put_int(out, "stories", (long)n->stories);
    json_put_int(out, "contested", (long)n->contested);
}

void api_info(request *r, reply *out)
{
    fail f = {0};
    facts k;
    if (!read_facts(r, &k, &f)) {
        refuse_fail(r, out, &f);
        return;
    }
    json_open(&out->body, '{');
    json_put_z(&out->body, "program", "dateline");
    json_put_z(&out->body, "version", DATELINE_VERSION);
    json_put_z(&out->body, "store", last_name(server_options(r->at)->db));
    put_totals(&out->body, &k.n);
    json_put_z(&out->body, "first", k.first);
    json_put_z(&out->body, "last", k.last);
    json_put_bool(&out->body, "write", server_options(r->at)->write);
    if (put_list(r, out, "runs", LOOK_RUNS, 0)) json_close(&out->body, '{');
}
