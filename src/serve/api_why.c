/* api_why.c: /api/events/N/why: why is a record what it is?
 *
 * As `dateline explain` tells it: the article is read once more, with an engine
 * that is opened when somebody first asks.  Where that cannot be (no model here,
 * or the record is of another program or data), the lines of data that the
 * record itself names are told.
 */
#include "engine.h"
#include "out/out.h"
#include "serve/inside.h"
#include <json-c/json.h>
#include <stdlib.h>

enum { MAX_TEXT = 200000 };               /* bytes of an article that is read while somebody waits */

struct reasons {
    pthread_mutex_t lock;
    engine_options how;
    engine  *engine;
    scratch *scratch;
    bool     tried;
    doc     *last;                        /* the article that was read last, for the next of its records */
    int64_t  last_n, last_version;
};

reasons *reasons_new(const serve_options *o)
{
    reasons *w = calloc(1, sizeof *w);
    if (!w) return NULL;
    pthread_mutex_init(&w->lock, NULL);
    w->how = (engine_options){.model = o->model, .data_dir = o->data, .places = o->places};
    return w;
}

void reasons_free(reasons *w)
{
    if (!w) return;
    doc_free(w->last);
    if (w->scratch) scratch_free(w->scratch);
    engine_close(w->engine);
    pthread_mutex_destroy(&w->lock);
    free(w);
}

/* ---- lines ------------------------------------------------------------------------------ */

static void put_line(buf *out, str field, str value, str words, const char *why, str rule)
{
    json_open(out, '{');
    json_put_str(out, "field", field);
    json_put_text(out, "value", value);
    json_put_text(out, "words", words);
    json_put_z(out, "rule", rule.len ? why : NULL);
    json_put_text(out, "line", rule);
    json_close(out, '{');
}

static void put_lines(buf *out, const explained *all)
{
    for (uint32_t i = 0; i < all->n; i++) {
        const explained_line *l = &all->at[i];
        put_line(out, str_of(l->field), l->value, l->words, l->why, l->rule);
    }
}

/* ---- with the engine ---------------------------------------------------------------------- */

static bool is_open(reasons *w)
{
    fail ignored = {0};
    if (w->tried) return w->scratch != NULL;
    w->tried = true;
    if (engine_open(&w->engine, &w->how, &ignored)) return false;
    w->scratch = engine_scratch(w->engine);
    return w->scratch != NULL;
}

/* The article, read; NULL where that cannot be. */
static const doc *read_article(reasons *w, request *r, int64_t n)
{
    fail ignored = {0};
    int64_t version = server_version(r->at);
    if (w->last && w->last_n == n && w->last_version == version) return w->last;
    doc_free(w->last);
    w->last = doc_new();
    w->last_n = n;
    w->last_version = version;
    if (w->last && store_article(r->s, n, w->last, &ignored) == FAIL_OK && w->last->article.given.len <= MAX_TEXT &&
        engine_read(w->engine, w->scratch, w->last, ENGINE_ALL, &ignored) == FAIL_OK) return w->last;
    doc_free(w->last);
    w->last = NULL;
    return NULL;
}

/* Writes the lines of the record with that id; false where the article holds none. */
static bool explain(reasons *w, request *r, int64_t article_n, str id, buf *out)
{
    const doc *d = is_open(w) ? read_article(w, r, article_n) : NULL;
    for (uint32_t i = 0; d && i < d->events.n; i++) {
        if (!str_is(id, d->events.at[i].id)) continue;
        explained all = explain_lines(out->mem, d, &d->events.at[i], engine_data(w->engine));
        put_lines(out, &all);
        return true;
    }
    return false;
}

/* With memory of its own: what is held here must be given back when that runs out. */
static bool explain_alone(request *r, int64_t article_n, str id, buf *out)
{
    reasons *w = server_reasons(r->at);
    arena *mem = arena_new(MAX_TEXT * 64);
    volatile bool found = false;
    buf lines = {.mem = mem};
    if (!mem) return false;
    pthread_mutex_lock(&w->lock);
    if (!arena_enter(mem)) found = explain(w, r, article_n, id, &lines);
    pthread_mutex_unlock(&w->lock);
    if (found) buf_add(out, buf_str(&lines));
    arena_free(mem);
    return found;
}

/* ---- without ----------------------------------------------------------------------------------- */

/* The field that such a line of data is about. */
static str field_of(str why)
{
    static const struct { const char *folder, *field; } all[] = {
        {"data/what/confidence.tsv", "confidence"}, {"data/what/", "type"}, {"data/when/", "when"}, {"data/where/", "where"},
        {"data/says/", "according_to"},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (str_starts(why, str_of(all[i].folder))) return str_of(all[i].field);
    return S("because");
}

static void put_named(request *r, buf *out, str record)
{
    struct json_tokener *reader = json_tokener_new_ex(16);
    struct json_object *all = reader ? json_tokener_parse_ex(reader, record.ptr, (int)record.len) : NULL;
    struct json_object *list = json_object_object_get(all, "because");
    size_t n = json_object_is_type(list, json_type_array) ? json_object_array_length(list) : 0;
    for (size_t i = 0; i < n; i++) {
        const char *why = json_object_get_string(json_object_array_get_idx(list, i));
        if (!why) continue;
        str line = str_copy(r->mem, str_of(why));
        put_line(out, field_of(line), (str){0}, explain_reason(server_data(r->at), line.ptr), line.ptr,
                 explain_rule(server_data(r->at), line.ptr));
    }
    json_object_put(all);
    if (reader) json_tokener_free(reader);
}

/* ---- the answer ------------------------------------------------------------------------------------ */

void api_why(request *r, reply *out)
{
    bool known;
    query *q = look_up(r, out, LOOK_EVENT, r->number);
    int got = q ? next_row(r, out, q) : -1;
    if (got == 0) refuse(out, 404, NULL, "there is no event %lld", (long long)r->number);
    if (got <= 0) return;
    json_open(&out->body, '{');
    json_put_open(&out->body, "why", '[');
    bool whole = explain_alone(r, strtoll(query_value(q, 1, &known).ptr, NULL, 10), query_value(q, 0, &known), &out->body);
    if (!whole) put_named(r, &out->body, query_value(q, 2, &known));
    json_close(&out->body, '[');
    json_put_bool(&out->body, "whole", whole);
    json_close(&out->body, '{');
}
