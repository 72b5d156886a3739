/* http.c: what comes in from the network, and what goes out?
 *
 * libmicrohttpd reads and writes, in one thread.  Here a request is copied,
 * refused if it is not for us or too large, and handed to a worker; the
 * connection rests until the reply is there.
 */
#include "base/utf8.h"
#include "serve/inside.h"
#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

enum { FIRST_PORT = 8765, PORTS = 20, MEMORY = 1 << 29 };

struct http { struct MHD_Daemon *daemon; server *at; crew *crew; int port; };
/* One request; `job` comes first, so that the worker's job leads back here. */
typedef struct call {
    job      job;
    struct MHD_Connection *connection;
    http    *of;
    char     body[MAX_BODY + 1];
    size_t   body_len;
    bool     odd_path, begun, too_large, gone_in, answered;
} call;

/* ---- out ---------------------------------------------------------------------------------- */

static void add(struct MHD_Response *m, const char *name, const char *value)
{
    if (value) MHD_add_response_header(m, name, value);
}

static const char policy[] = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; "
                             "frame-ancestors 'none'";

static void add_headers(struct MHD_Response *m, const reply *out)
{
    add(m, "Content-Type", out->type ? out->type : out->columns ? "application/octet-stream" : "application/json");
    add(m, "Content-Security-Policy", policy);
    add(m, "X-Content-Type-Options", "nosniff");
    add(m, "Referrer-Policy", "no-referrer");
    add(m, "Cross-Origin-Resource-Policy", "same-origin");
    add(m, "Cross-Origin-Opener-Policy", "same-origin");
    /* What is part of the program may be kept and asked for again; data is not kept. */
    add(m, "Cache-Control", out->fixed.len ? "no-cache" : "no-store");
    add(m, "Content-Encoding", out->gzip ? "gzip" : NULL);
    add(m, "Allow", out->allow);
    add(m, "Retry-After", out->status == 503 ? "1" : NULL);
    add(m, "ETag", (out->status == 200 || out->status == 304) && out->etag[0] ? out->etag : NULL);
}

static void drop(void *columns) { columns_drop(columns); }

static struct MHD_Response *make_columns(struct columns *c)
{
    str head = columns_head(c);
    struct MHD_IoVec part[2] = {{head.ptr, head.len}, {columns_flat(c)->block, columns_flat(c)->size}};
    struct MHD_Response *m = MHD_create_response_from_iovec(part, part[1].iov_len ? 2 : 1, drop, c);
    if (!m) columns_drop(c);
    return m;
}

static struct MHD_Response *make_json(buf *body)
{
    size_t n;
    char *bytes = body->len ? safe_json((str){body->ptr, (uint32_t)body->len}, &n) : NULL;
    if (!bytes) return MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
    struct MHD_Response *m = MHD_create_response_from_buffer(n, bytes, MHD_RESPMEM_MUST_FREE);
    if (!m) free(bytes);
    return m;
}

static struct MHD_Response *make_response(reply *out)
{
    if (out->status == 304 || out->status == 204) {
        columns_drop(out->columns);
        return MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
    }
    if (out->columns) return make_columns(out->columns);
    if (!out->fixed.len) return make_json(&out->body);
    return MHD_create_response_from_buffer(out->fixed.len, (void *)(uintptr_t)out->fixed.ptr, MHD_RESPMEM_PERSISTENT);
}

static enum MHD_Result send_reply(struct MHD_Connection *to, reply *out)
{
    struct MHD_Response *m = make_response(out);
    if (!m) return MHD_NO;
    add_headers(m, out);
    enum MHD_Result sent = MHD_queue_response(to, out->status, m);
    MHD_destroy_response(m);
    return sent;
}

/* ---- in ----------------------------------------------------------------------------------- */

static str header(struct MHD_Connection *c, const char *name)
{
    const char *value = NULL;
    size_t n = 0;
    if (MHD_lookup_connection_value_n(c, MHD_HEADER_KIND, name, strlen(name), &value, &n) != MHD_YES || !value) return (str){0};
    return (str){value, (uint32_t)n};
}

static method method_of(const char *name)
{
    if (strcmp(name, "GET") == 0 || strcmp(name, "HEAD") == 0) return METHOD_GET;
    if (strcmp(name, "POST") == 0) return METHOD_POST;
    return strcmp(name, "DELETE") == 0 ? METHOD_DELETE : METHOD_OTHER;
}

static bool is_api(const char *url) { return strncmp(url, "/api/", 5) == 0; }

static bool is_text(str s) { return utf8_invalid_at(s.ptr, s.len) == s.len && !(s.len && memchr(s.ptr, 0, s.len)); }

typedef struct reading { request *r; const char *wrong; } reading;

static enum MHD_Result take_param(void *context, enum MHD_ValueKind kind, const char *key, size_t key_n, const char *value, size_t value_n)
{
    (void)kind;
    reading *in = context;
    str name = {key, (uint32_t)key_n}, words = {value ? value : "", value ? (uint32_t)value_n : 0};
    uint32_t most = str_is(name, "n") ? MAX_NUMBERS : MAX_VALUE;
    if (!is_text(name) || !is_text(words)) in->wrong = "a parameter is no UTF-8, or has a NUL";
    else if (key_n > 64 || utf8_count(words) > most) in->wrong = "a parameter is too long";
    else if (in->r->param.n == MAX_PARAMETERS) in->wrong = "too many parameters";
    if (in->wrong) return MHD_NO;
    array_push(in->r->mem, in->r->param, (pair){str_copy(in->r->mem, name), str_copy(in->r->mem, words)});
    return MHD_YES;
}

/* Copies what the worker needs, on its memory. */
static const char *read_request(call *c, const char *url)
{
    request *r = &c->job.r;
    reading in = {r, NULL};
    if (arena_enter(r->mem)) return "too large";
    r->path = str_copy(r->mem, str_of(url));
    r->token = str_copy(r->mem, header(c->connection, "X-Dateline-Token"));
    r->origin = str_copy(r->mem, header(c->connection, "Origin"));
    r->content_type = str_copy(r->mem, header(c->connection, "Content-Type"));
    str match = header(c->connection, "If-None-Match");
    if (match.len < sizeof c->job.match) memcpy(c->job.match, match.ptr ? match.ptr : "", match.len);
    r->body = (str){c->body, (uint32_t)c->body_len};
    /* The page's own parameters are the page's business. */
    if (is_api(url)) MHD_get_connection_values_n(c->connection, MHD_GET_ARGUMENT_KIND, take_param, &in);
    return in.wrong;
}

/* ---- refusals before anything is done --------------------------------------------------------- */

static enum MHD_Result turn_away(call *c, unsigned number, const char *words)
{
    reply out = {.body = {.mem = c->job.r.mem}};
    if (arena_enter(c->job.r.mem)) return MHD_NO;
    refuse(&out, number, NULL, "%s", words);
    c->answered = true;
    return send_reply(c->connection, &out);
}

/* Another name for this address is how a page of elsewhere would reach us (DNS rebinding). */
static const char *not_for_us(const call *c, const char *url)
{
    str host = header(c->connection, "Host"), site = header(c->connection, "Sec-Fetch-Site");
    if (!server_is_ours(c->of->at, host)) return "this server answers to 127.0.0.1 and localhost only";
    if (is_api(url) && site.len && !str_is(site, "same-origin") && !str_is(site, "none")) return "pages of other sites get no answer";
    return NULL;
}

static enum MHD_Result hand_over(call *c, const char *url)
{
    const char *wrong = not_for_us(c, url);
    if (wrong) return turn_away(c, server_is_ours(c->of->at, header(c->connection, "Host")) ? 403 : 421, wrong);
    if (c->too_large) return turn_away(c, 413, "the body is too large");
    if (c->odd_path) return turn_away(c, 404, "there is nothing at this address");
    wrong = read_request(c, url);
    if (wrong) return turn_away(c, 400, wrong);
    c->gone_in = true;
    MHD_suspend_connection(c->connection);
    if (crew_take(c->of->crew, &c->job)) return MHD_YES;
    c->job.out = busy_reply;
    MHD_resume_connection(c->connection);
    return MHD_YES;
}

/* ---- libmicrohttpd's calls ----------------------------------------------------------------------- */

static void wake(job *j) { MHD_resume_connection(((call *)j)->connection); }

/* Called with the address as it came.  No path here needs an escape: one may hide a NUL. */
static void *on_address(void *context, const char *uri, struct MHD_Connection *connection)
{
    http *h = context;
    call *c = calloc(1, sizeof *c);
    if (!c || !(c->job.r.mem = arena_new(MEMORY))) {
        free(c);
        return NULL;
    }
    c->of = h;
    c->connection = connection;
    c->job.done = wake;
    c->job.r.at = h->at;
    c->odd_path = memchr(uri, '%', strcspn(uri, "?")) != NULL;
    return c;
}

static void take_body(call *c, const char *data, size_t *n)
{
    c->too_large = c->too_large || *n > MAX_BODY - c->body_len;
    if (!c->too_large) {
        memcpy(c->body + c->body_len, data, *n);
        c->body_len += *n;
    }
    *n = 0;
}

static enum MHD_Result on_request(void *context, struct MHD_Connection *connection, const char *url, const char *name,
                                  const char *version, const char *data, size_t *data_n, void **state)
{
    (void)context;
    (void)version;
    call *c = *state;
    if (!c) return MHD_NO;                /* no memory */
    if (!c->begun) {
        c->job.r.method = method_of(name);
        c->begun = true;
        return MHD_YES;
    }
    if (*data_n) {
        take_body(c, data, data_n);
        return MHD_YES;
    }
    if (c->answered) return MHD_YES;
    if (!c->gone_in) return hand_over(c, url);
    c->answered = true;
    return send_reply(connection, &c->job.out);
}

static void on_end(void *context, struct MHD_Connection *connection, void **state, enum MHD_RequestTerminationCode why)
{
    (void)context;
    (void)connection;
    (void)why;
    call *c = *state;
    if (!c) return;
    if (c->gone_in && !c->answered) columns_drop(c->job.out.columns);
    arena_free(c->job.r.mem);
    free(c);
    *state = NULL;
}

static void say_nothing(void *context, const char *fmt, va_list args)
{
    (void)context;
    (void)fmt;
    (void)args;
}

/* ---- start and end --------------------------------------------------------------------------------- */

/* A socket that listens on the loopback address; -1 with errno. */
static int listen_on(int port)
{
    int yes = 1, s = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (s < 0) return -1;
    setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(s, (struct sockaddr *)&to, sizeof to) == 0 && listen(s, MAX_CONNECTIONS) == 0) return s;
    int why = errno;
    close(s);
    errno = why;
    return -1;
}

static int open_socket(int wanted, fail *f)
{
    int s = -1;
    for (int i = 0; i < PORTS && s < 0; i++) {
        s = listen_on(wanted >= 0 ? wanted : FIRST_PORT + i);
        if (wanted >= 0) break;
    }
    if (s < 0) fail_set(f, FAIL_USAGE, "", 0, "port %d: %s", wanted >= 0 ? wanted : FIRST_PORT, strerror(errno));
    return s;
}

static int port_of(int s)
{
    struct sockaddr_in at = {0};
    socklen_t n = sizeof at;
    return getsockname(s, (struct sockaddr *)&at, &n) == 0 ? ntohs(at.sin_port) : 0;
}

int http_open(http **out, server *s, crew *c, int port, fail *f)
{
    http *h = *out = calloc(1, sizeof *h);
    if (!h) return fail_set(f, FAIL_MEMORY, "", 0, "out of memory");
    int listening = open_socket(port, f);
    if (listening < 0) return f->code;
    *h = (http){.at = s, .crew = c, .port = port_of(listening)};
    h->daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG, 0, NULL, NULL, on_request, h,
                                 MHD_OPTION_EXTERNAL_LOGGER, say_nothing, NULL, MHD_OPTION_LISTEN_SOCKET, listening,
                                 MHD_OPTION_URI_LOG_CALLBACK, on_address, h, MHD_OPTION_NOTIFY_COMPLETED, on_end, NULL, MHD_OPTION_CONNECTION_LIMIT, (unsigned)MAX_CONNECTIONS,
                                 MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)MAX_HEAD,
                                 MHD_OPTION_END);
    if (h->daemon) return FAIL_OK;
    close(listening);
    return fail_set(f, FAIL_READ, "", 0, "cannot listen");
}

void http_quiet(http *h)
{
    if (!h->daemon) return;
    int listening = MHD_quiesce_daemon(h->daemon);
    if (listening >= 0) close(listening);
}

void http_close(http *h)
{
    if (h->daemon) MHD_stop_daemon(h->daemon);
    free(h);
}

int http_port(const http *h) { return h->port; }
