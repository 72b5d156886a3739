/* api.c: the public header on top of the engine.
 *
 * A scratch belongs to one reading at a time: the engine keeps a list of idle
 * ones under a lock, so that any number of threads may read.
 */
#include "dateline.h"
#include "engine.h"
#include "out/out.h"
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct idle { scratch *scratch; struct idle *next; } idle;

struct dateline {
    engine *engine;
    pthread_mutex_t lock;
    idle *free;                           /* scratches that nobody reads with */
};

struct dateline_document {
    doc *doc;
    dateline_event *event;
};

/* ---- errors ----------------------------------------------------------------- */

static int give(dateline_error *error, const fail *f)
{
    if (error) {
        error->code = f->code;
        error->line = f->line;
        snprintf(error->path, sizeof error->path, "%s", f->path);
        snprintf(error->text, sizeof error->text, "%s", f->text);
    }
    return f->code;
}

static int refuse(dateline_error *error, int code, const char *text)
{
    fail f = {0};
    fail_set(&f, code, "", 0, "%s", text);
    return give(error, &f);
}

/* ---- the engine --------------------------------------------------------------- */

int dateline_open(dateline **out, const dateline_options *options, dateline_error *error)
{
    fail f = {0};
    engine_options o = {0};
    if (options) o = (engine_options){.model = options->model, .data_dir = options->data, .places = options->places};
    dateline *d = calloc(1, sizeof *d);
    *out = NULL;
    if (!d) return refuse(error, FAIL_MEMORY, "out of memory");
    if (engine_open(&d->engine, &o, &f)) {
        free(d);
        return give(error, &f);
    }
    pthread_mutex_init(&d->lock, NULL);
    *out = d;
    return DATELINE_OK;
}

void dateline_close(dateline *e)
{
    if (!e) return;
    for (idle *i = e->free, *next; i; i = next) {
        next = i->next;
        scratch_free(i->scratch);
        free(i);
    }
    pthread_mutex_destroy(&e->lock);
    engine_close(e->engine);
    free(e);
}

static idle *borrow(dateline *e)
{
    pthread_mutex_lock(&e->lock);
    idle *i = e->free;
    if (i) e->free = i->next;
    pthread_mutex_unlock(&e->lock);
    if (i) return i;
    i = calloc(1, sizeof *i);
    if (i) i->scratch = engine_scratch(e->engine);
    if (i && i->scratch) return i;
    free(i);
    return NULL;
}

static void give_back(dateline *e, idle *i)
{
    pthread_mutex_lock(&e->lock);
    i->next = e->free;
    e->free = i;
    pthread_mutex_unlock(&e->lock);
}

/* ---- events as plain structures -------------------------------------------------- */

static const char *text(const doc *d, str s) { return s.len ? str_copy(d->mem, s).ptr : ""; }
static const char *or_empty(const char *z) { return z ? z : ""; }

static dateline_span span(const doc *d, range tok)
{
    if (tok.first >= tok.end || tok.end > d->tokens.n) return (dateline_span){0, 0};
    return (dateline_span){doc_point(d, d->tokens.at[tok.first].start), doc_point_end(d, d->tokens.at[tok.end - 1].end)};
}

static const dateline_party *make_parties(const doc *d, const parties *list)
{
    dateline_party *out = arena_array_of(d->mem, dateline_party, (size_t)list->n + 1);
    for (uint32_t i = 0; i < list->n; i++) {
        const party *p = &list->at[i];
        out[i] = (dateline_party){.text = text(d, p->text), .name = text(d, p->name), .span = span(d, p->tok), .cue = text(d, p->cue)};
        out[i].code = p->code[0] ? p->code : "---";
        for (int k = 0; k < MAX_SECTORS && p->sector[k][0]; k++) out[i].sector[k] = p->sector[k];
    }
    return out;
}

static const dateline_place *make_places(const doc *d, const event *e)
{
    dateline_place *out = arena_array_of(d->mem, dateline_place, (size_t)e->where.n + 1);
    for (uint32_t i = 0; i < e->where.n; i++) {
        const place *p = &d->places.at[e->where.at[i]];
        out[i] = (dateline_place){.text = text(d, doc_words(d, p->tok)), .name = text(d, p->name), .country = p->country,
                                  .lat = p->lat, .lon = p->lon, .geonameid = p->geonameid, .span = span(d, p->tok)};
    }
    return out;
}

static void make_event(dateline_event *out, const doc *d, const event *e)
{
    *out = (dateline_event){
        .id = e->id, .type = or_empty(e->type), .mode = or_empty(e->mode), .cameo = or_empty(e->cameo), .quad = or_empty(e->quad),
        .actor = make_parties(d, &e->actor), .n_actor = e->actor.n,
        .recipient = make_parties(d, &e->recipient), .n_recipient = e->recipient.n,
        .according_to = make_parties(d, &e->according_to), .n_according_to = e->according_to.n,
        .start = text(d, day_print(d->mem, e->first)), .end = text(d, day_print(d->mem, e->last)),
        .when_basis = basis_name(e->basis), .where = make_places(d, e), .n_where = e->where.n,
        .status = status_name(e->status), .quote = quote_name(e),
        .trigger = text(d, doc_words(d, e->trigger)), .evidence = text(d, doc_words(d, e->evidence)),
        .trigger_span = span(d, e->trigger), .evidence_span = span(d, e->evidence),
        .same_as = e->same_as == NONE ? "" : d->events.at[e->same_as].id, .confidence = e->confidence,
    };
}

/* ---- documents --------------------------------------------------------------------- */

/* Copies the caller's article; the caller may free it after reading. */
static int take_article(doc *d, const dateline_article *a, dateline_error *error)
{
    size_t n = a->length ? a->length : strlen(a->text);
    if (n > DOC_MAX_BYTES) return refuse(error, FAIL_TOO_LARGE, "the article is too long");
    if (arena_enter(d->mem)) return refuse(error, FAIL_MEMORY, "out of memory");
    d->article.given = str_copy(d->mem, (str){a->text, (uint32_t)n});
    d->article.id = str_copy(d->mem, str_of(a->id));
    d->article.outlet = str_copy(d->mem, str_of(a->outlet));
    if (!a->published) return DATELINE_OK;
    if (!day_parse(str_of(a->published), &d->article.published))
        return refuse(error, FAIL_FORMAT, "the day of publication has not the form YYYY-MM-DD");
    d->article.basis = PUBLISHED_GIVEN;
    return DATELINE_OK;
}

static int read_with(dateline *e, doc *d, dateline_error *error)
{
    fail f = {0};
    idle *borrowed = borrow(e);
    if (!borrowed) return refuse(error, FAIL_MEMORY, "out of memory");
    int code = engine_read(e->engine, borrowed->scratch, d, ENGINE_ALL, &f);
    give_back(e, borrowed);
    return code ? give(error, &f) : DATELINE_OK;
}

static int make_events(dateline_document *out, dateline_error *error)
{
    doc *d = out->doc;
    if (arena_enter(d->mem)) return refuse(error, FAIL_MEMORY, "out of memory");
    out->event = arena_array_of(d->mem, dateline_event, (size_t)d->events.n + 1);
    for (uint32_t i = 0; i < d->events.n; i++) make_event(&out->event[i], d, &d->events.at[i]);
    return DATELINE_OK;
}

int dateline_read(dateline *e, const dateline_article *a, dateline_document **out, dateline_error *error)
{
    dateline_document *d = calloc(1, sizeof *d);
    *out = NULL;
    if (d) d->doc = doc_new();
    int code = d && d->doc ? take_article(d->doc, a, error) : refuse(error, FAIL_MEMORY, "out of memory");
    if (!code) code = read_with(e, d->doc, error);
    if (!code) code = make_events(d, error);
    if (code) dateline_document_free(d);
    else *out = d;
    return code;
}

void dateline_document_free(dateline_document *d)
{
    if (!d) return;
    doc_free(d->doc);
    free(d);
}

size_t dateline_event_count(const dateline_document *d) { return d->doc->events.n; }

const dateline_event *dateline_event_at(const dateline_document *d, size_t i)
{
    return i < d->doc->events.n ? &d->event[i] : NULL;
}

const char *dateline_event_json(dateline_document *d, size_t i)
{
    if (i >= d->doc->events.n || arena_enter(d->doc->mem)) return NULL;
    buf out = {.mem = d->doc->mem};
    jsonl_event(&out, d->doc, &d->doc->events.at[i]);
    return buf_str(&out).ptr;
}

const char *dateline_document_json(dateline_document *d)
{
    if (arena_enter(d->doc->mem)) return NULL;
    buf out = {.mem = d->doc->mem};
    jsonl_document(&out, d->doc, LAYER_ALL);
    return buf_str(&out).ptr;
}

const char *dateline_version(void) { return DATELINE_VERSION; }
