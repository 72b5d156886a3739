/* columns.c: /api/columns: how do all events reach the page at once?
 *
 * Made once for each version of the store, at the start behind the first
 * answers' back, and kept; every answer sends the same bytes.
 */
#include "serve/inside.h"
#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>

struct columns { flat t; char *head; size_t head_len; int64_t version; atomic_uint users; };
struct shelf { pthread_mutex_t lock; struct columns *now; };

/* ---- the header ------------------------------------------------------------------------ */

static void put_strings(buf *out, const char *key, const str *at, uint32_t n)
{
    json_put_open(out, key, '[');
    for (uint32_t i = 0; i < n; i++) {
        if (i) buf_byte(out, ',');
        json_str(out, at[i]);
    }
    json_close(out, '[');
}

static void put_shape(buf *out, const flat *t)
{
    static const char *const type[] = {[FLAT_U8] = "u8", [FLAT_U16] = "u16", [FLAT_U32] = "u32", [FLAT_I32] = "i32"};
    json_put_open(out, "columns", '[');
    for (int i = 0; i < FLAT_COLUMNS; i++) {
        const flat_column *c = &t->column[i];
        json_open(out, '{');
        json_put_z(out, "name", c->name);
        json_put_z(out, "type", type[c->type]);
        json_put_int(out, "length", (long)c->length);
        json_put_int(out, "offset", (long)c->offset);
        json_close(out, '{');
    }
    json_close(out, '[');
}

static void put_places(buf *out, const flat *t)
{
    json_put_open(out, "places", '[');
    for (uint32_t i = 0; i < t->places.n; i++) {
        const flat_place *p = &t->places.at[i];
        json_open(out, '{');
        if (p->geonameid) json_put_int(out, "geonameid", (long)p->geonameid);
        else json_put_null(out, "geonameid");
        json_put_text(out, "name", p->name);
        json_put_text(out, "country", p->country);
        json_put_text(out, "admin1", p->admin1);
        json_put_number(out, "lat", p->lat, 5);
        json_put_number(out, "lon", p->lon, 5);
        json_put_text(out, "kind", p->kind);
        json_close(out, '{');
    }
    json_close(out, '[');
}

static str header(arena *mem, const flat *t)
{
    static const char *const list[FLAT_LISTS] = {"types", "modes", "statuses", "grains", "bases", "quotes", "parties", "outlets"};
    buf out = {.mem = mem};
    json_open(&out, '{');
    json_put_int(&out, "events", (long)t->events);
    json_put_int(&out, "articles", (long)t->articles);
    put_shape(&out, t);
    for (int i = 0; i < FLAT_LISTS; i++) put_strings(&out, list[i], t->list[i].at, t->list[i].n);
    put_places(&out, t);
    json_close(&out, '{');
    return buf_str(&out);
}

/* "DLC1", the length, the header, blanks up to a multiple of eight. */
static bool make_head(struct columns *c, arena *mem)
{
    size_t n;
    if (arena_enter(mem)) return false;
    char *json = safe_json(header(mem, &c->t), &n);
    size_t padded = (n + 7) / 8 * 8;
    c->head_len = 8 + padded;
    c->head = json ? malloc(c->head_len) : NULL;
    if (c->head) {
        memset(c->head, ' ', c->head_len);
        memcpy(c->head, "DLC1", 4);
        for (int i = 0; i < 4; i++) c->head[4 + i] = (char)(padded >> 8 * i);
        memcpy(c->head + 8, json, n);
    }
    free(json);
    return c->head != NULL;
}

/* ---- one version ---------------------------------------------------------------------------- */

void columns_drop(struct columns *c)
{
    if (!c || atomic_fetch_sub(&c->users, 1) > 1) return;
    flat_close(&c->t);
    free(c->head);
    free(c);
}

static struct columns *make(store *s, int64_t version, fail *f)
{
    struct columns *c = calloc(1, sizeof *c);
    if (!c) {
        fail_set(f, FAIL_MEMORY, "", 0, "out of memory");
        return NULL;
    }
    atomic_init(&c->users, 1);
    c->version = version;
    store_limit(s, COLUMNS_MS);
    arena *mem = arena_new(0);
    int code = flat_open(&c->t, s, f);
    if (!code && (!mem || !make_head(c, mem))) code = fail_set(f, FAIL_MEMORY, "", 0, "out of memory");
    arena_free(mem);
    if (!code) return c;
    columns_drop(c);
    return NULL;
}

str columns_head(const struct columns *c) { return (str){c->head, (uint32_t)c->head_len}; }
const flat *columns_flat(const struct columns *c) { return &c->t; }

/* ---- the shelf --------------------------------------------------------------------------------- */

shelf *shelf_new(void)
{
    shelf *k = calloc(1, sizeof *k);
    if (k) pthread_mutex_init(&k->lock, NULL);
    return k;
}

void shelf_free(shelf *k)
{
    if (!k) return;
    columns_drop(k->now);
    pthread_mutex_destroy(&k->lock);
    free(k);
}

/* Whoever comes while they are made waits for the same ones. */
struct columns *shelf_columns(shelf *k, server *at, store *s, fail *f)
{
    pthread_mutex_lock(&k->lock);
    int64_t version = server_version(at);
    if (!k->now || k->now->version != version) {
        struct columns *fresh = make(s, version, f);
        columns_drop(k->now);
        k->now = fresh;
    }
    struct columns *c = k->now;
    if (c) atomic_fetch_add(&c->users, 1);
    pthread_mutex_unlock(&k->lock);
    return c;
}

void api_columns(request *r, reply *out)
{
    fail f = {0};
    out->columns = shelf_columns(server_shelf(r->at), r->at, r->s, &f);
    if (!out->columns) refuse_fail(r, out, &f);
}
