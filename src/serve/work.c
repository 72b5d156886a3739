/* work.c: who does what is asked?  A few threads, each with a store of its own.
 *
 * A job is answered within its own memory; when that runs out, or the store
 * takes too long, the job is refused and the next one begins.
 */
#include "serve/inside.h"
#include <stdio.h>
#include <stdlib.h>

typedef struct worker { crew *of; store *s; pthread_t thread; bool runs; } worker;
struct crew {
    server *at;
    pthread_mutex_t lock;
    pthread_cond_t work;
    job *first, *last;
    unsigned waiting;
    bool ends;
    worker worker[WORKERS];
};

const reply busy_reply = {.status = 503, .fixed = {"{\"error\":\"too much to do\",\"hint\":\"ask again\"}", 45}};

/* ---- one job ---------------------------------------------------------------------------- */

static void close_queries(request *r)
{
    while (r->queries) query_close(r->query[--r->queries]);
    ledger_close(r->ledger);
    r->ledger = NULL;
}

/* The store has not changed since the browser asked last. */
static bool is_known(job *j)
{
    return j->r.method == METHOD_GET && j->match[0] && strcmp(j->match, j->out.etag) == 0;
}

static void answer(job *j, store *s)
{
    request *r = &j->r;
    r->s = s;
    j->out.status = 200;
    j->out.body = (buf){.mem = r->mem};
    if (arena_enter(r->mem)) {
        j->out = busy_reply;
    } else {
        store_limit(s, ANSWER_MS);
        snprintf(j->out.etag, sizeof j->out.etag, "\"%s-%llx\"", server_start(r->at), (long long)server_version(r->at));
        route(r, &j->out);
        if (j->out.status == 200 && is_known(j)) j->out.status = 304;
    }
    close_queries(r);
}

/* ---- the queue ---------------------------------------------------------------------------- */

static job *take(crew *c)
{
    pthread_mutex_lock(&c->lock);
    while (!c->first && !c->ends) pthread_cond_wait(&c->work, &c->lock);
    job *j = c->ends ? NULL : c->first;
    if (j) {
        c->first = j->next;
        c->waiting--;
    }
    pthread_mutex_unlock(&c->lock);
    return j;
}

static void *work(void *context)
{
    worker *w = context;
    for (job *j; (j = take(w->of));) {
        answer(j, w->s);
        j->done(j);
    }
    return NULL;
}

bool crew_take(crew *c, job *j)
{
    pthread_mutex_lock(&c->lock);
    bool fits = !c->ends && c->waiting < MAX_WAITING;
    if (fits) {
        j->next = NULL;
        if (c->first) c->last->next = j;
        else c->first = j;
        c->last = j;
        c->waiting++;
        pthread_cond_signal(&c->work);
    }
    pthread_mutex_unlock(&c->lock);
    return fits;
}

/* ---- start and end --------------------------------------------------------------------------- */

static int start(crew *c, fail *f)
{
    for (int i = 0; i < WORKERS; i++) {
        worker *w = &c->worker[i];
        w->of = c;
        int code = store_open(&w->s, server_options(c->at)->db, STORE_READ, NULL, f);
        if (code) return code;
        if (pthread_create(&w->thread, NULL, work, w)) return fail_set(f, FAIL_MEMORY, "", 0, "the system gives no more threads");
        w->runs = true;
    }
    return FAIL_OK;
}

int crew_open(crew **out, server *s, fail *f)
{
    crew *c = *out = calloc(1, sizeof *c);
    if (!c) return fail_set(f, FAIL_MEMORY, "", 0, "out of memory");
    c->at = s;
    pthread_mutex_init(&c->lock, NULL);
    pthread_cond_init(&c->work, NULL);
    return start(c, f);
}

static void refuse_waiting(crew *c)
{
    for (job *j = c->first, *next; j; j = next) {
        next = j->next;
        j->out = busy_reply;
        j->done(j);
    }
    c->first = NULL;
}

void crew_stop(crew *c)
{
    pthread_mutex_lock(&c->lock);
    c->ends = true;
    pthread_cond_broadcast(&c->work);
    pthread_mutex_unlock(&c->lock);
    for (int i = 0; i < WORKERS; i++) {
        worker *w = &c->worker[i];
        if (w->runs) store_interrupt(w->s);
        if (w->runs) pthread_join(w->thread, NULL);
        w->runs = false;
    }
    refuse_waiting(c);
}

void crew_close(crew *c)
{
    for (int i = 0; i < WORKERS; i++) store_close(c->worker[i].s);
    pthread_mutex_destroy(&c->lock);
    pthread_cond_destroy(&c->work);
    free(c);
}
