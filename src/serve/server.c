/* server.c: what does the server hold, and in which order does it start and end? */
#include "serve/inside.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>

struct server {
    serve_options o;
    arena   *mem;
    dataset *data;
    asker   *asker;
    store   *watch, *changes;             /* each under its lock */
    pthread_mutex_t watch_lock, changes_lock;
    int64_t  seen, version;               /* data version of `watch`; how often it changed */
    char     token[TOKEN_CHARS + 1], address[96], host[2][32], start[9];
    shelf   *shelf;
    facts   *facts;
    reasons *reasons;
    crew    *crew;
    http    *http;
    pthread_t first;                      /* makes the columns before they are asked for */
    bool     has_first;
};

/* ---- what others ask ------------------------------------------------------------------- */

const asker *server_asker(const server *s) { return s->asker; }
const dataset *server_data(const server *s) { return s->data; }
const serve_options *server_options(const server *s) { return &s->o; }
const char *serve_address(const server *s) { return s->address; }
shelf *server_shelf(server *s) { return s->shelf; }
facts *server_facts(server *s) { return s->facts; }
reasons *server_reasons(server *s) { return s->reasons; }
const char *server_start(const server *s) { return s->start; }

int64_t server_version(server *s)
{
    int64_t now;
    fail ignored = {0};
    pthread_mutex_lock(&s->watch_lock);
    if (store_data_version(s->watch, &now, &ignored) == FAIL_OK && now != s->seen) {
        s->seen = now;
        s->version++;
    }
    int64_t version = s->version;
    pthread_mutex_unlock(&s->watch_lock);
    return version;
}

store *server_lock_changes(server *s)
{
    pthread_mutex_lock(&s->changes_lock);
    return s->changes;
}

void server_unlock_changes(server *s) { pthread_mutex_unlock(&s->changes_lock); }

bool server_is_ours(const server *s, str host) { return str_is(host, s->host[0]) || str_is(host, s->host[1]); }

bool server_is_origin(const server *s, str origin)
{
    return str_starts(origin, S("http://")) && server_is_ours(s, str_slice(origin, 7, origin.len));
}

bool server_token_is(const server *s, str given)
{
    unsigned differs = given.len != TOKEN_CHARS;
    for (uint32_t i = 0; i < TOKEN_CHARS; i++)
        differs |= (unsigned char)s->token[i] ^ (unsigned char)(i < given.len ? given.ptr[i] : 0);
    return s->token[0] && !differs;
}

/* ---- start -------------------------------------------------------------------------------- */

/* Hexadecimal digits that nobody can guess. */
static int make_random(char *out, size_t digits, fail *f)
{
    unsigned char raw[TOKEN_CHARS / 2];
    if (getrandom(raw, digits / 2, 0) != (ssize_t)(digits / 2))
        return fail_set(f, FAIL_READ, "", 0, "the system gives no random numbers");
    for (size_t i = 0; i < digits / 2; i++) snprintf(out + 2 * i, 3, "%02x", raw[i]);
    return FAIL_OK;
}

/* The handle for changes comes first: it brings an older store up to date. */
static int open_stores(server *s, fail *f)
{
    int code = s->o.write ? store_open(&s->changes, s->o.db, STORE_CHANGE, NULL, f) : FAIL_OK;
    if (!code) code = store_open(&s->watch, s->o.db, STORE_READ, NULL, f);
    return code ? code : store_data_version(s->watch, &s->seen, f);
}

static int open_data(server *s, fail *f)
{
    if (!(s->mem = arena_new(0)) || arena_enter(s->mem)) return fail_set(f, FAIL_MEMORY, "", 0, "out of memory");
    int code = dataset_open(&s->data, s->mem, s->o.data, f);
    return code ? code : ask_open(&s->asker, s->mem, s->data, f);
}

static int open_parts(server *s, fail *f)
{
    int code = make_random(s->start, 8, f);
    if (!code && s->o.write) code = make_random(s->token, TOKEN_CHARS, f);
    if (!code) code = open_data(s, f);
    if (!code) code = open_stores(s, f);
    if (code) return code;
    if (!(s->shelf = shelf_new()) || !(s->facts = facts_new()) || !(s->reasons = reasons_new(&s->o)))
        return fail_set(f, FAIL_MEMORY, "", 0, "out of memory");
    code = crew_open(&s->crew, s, f);
    return code ? code : http_open(&s->http, s, s->crew, s->o.port, f);
}

static void name_address(server *s)
{
    int port = http_port(s->http);
    snprintf(s->host[0], sizeof s->host[0], "127.0.0.1:%d", port);
    snprintf(s->host[1], sizeof s->host[1], "localhost:%d", port);
    snprintf(s->address, sizeof s->address, "http://127.0.0.1:%d/%s%s", port, s->token[0] ? "#token=" : "", s->token);
}

static void *make_columns(void *context)
{
    server *s = context;
    store *own;
    fail ignored = {0};
    if (store_open(&own, s->o.db, STORE_READ, NULL, &ignored)) return NULL;
    columns_drop(shelf_columns(s->shelf, s, own, &ignored));
    store_close(own);
    return NULL;
}

int serve_open(server **out, const serve_options *o, fail *f)
{
    server *s = calloc(1, sizeof *s);
    *out = NULL;
    if (!s) return fail_set(f, FAIL_MEMORY, "", 0, "out of memory");
    s->o = *o;
    pthread_mutex_init(&s->watch_lock, NULL);
    pthread_mutex_init(&s->changes_lock, NULL);
    int code = open_parts(s, f);
    if (code) {
        serve_close(s);
        return code;
    }
    name_address(s);
    s->has_first = pthread_create(&s->first, NULL, make_columns, s) == 0;
    *out = s;
    return FAIL_OK;
}

void serve_close(server *s)
{
    if (!s) return;
    if (s->http) http_quiet(s->http);
    if (s->crew) crew_stop(s->crew);
    if (s->http) http_close(s->http);
    if (s->crew) crew_close(s->crew);
    if (s->has_first) pthread_join(s->first, NULL);
    shelf_free(s->shelf);
    facts_free(s->facts);
    reasons_free(s->reasons);
    store_close(s->watch);
    store_close(s->changes);
    arena_free(s->mem);
    pthread_mutex_destroy(&s->watch_lock);
    pthread_mutex_destroy(&s->changes_lock);
    free(s);
}
