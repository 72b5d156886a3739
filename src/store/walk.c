/* walk.c: which records answer a question, one after the other and whole?
 *
 * In the order in which the articles came, so that what is made of a million
 * records is made of one at a time.  The walk sees the store as it was when it
 * began, whatever is put into it meanwhile.
 */
#include "store/sql.h"
#include <math.h>
#include <stdlib.h>

enum { Q_EVENT, Q_PARTY, Q_PLACE, Q_COUNT, Q_ARTICLE, Q_ATTRIBUTION, Q_ALL };
struct walk { store *s; sqlite3_stmt *q[Q_ALL]; bool wholes; };

#define ARTICLE_COLUMNS \
    "a.n, a.id, a.outlet, a.title, a.url, a.language, a.published, a.published_basis, r.program, r.model, r.data"
enum { ARTICLE_WIDTH = 11 };
#define EVENT_COLUMNS \
    "e.n, e.story, st.articles, st.originals, st.contested, st.denied, st.other_actor, st.other_number, e.id, e.type, e.mode, " \
    "e.context, e.cameo, e.quad, e.first, e.last, e.grain, e.basis, e.when_text, e.when_start, e.when_end, e.quote, e.status, " \
    "e.trigger_text, e.trigger_start, e.trigger_end, e.evidence, e.evidence_start, e.evidence_end, e.same_as, e.confidence, e.record"

static const char *const text_of[Q_ALL] = {
    [Q_PARTY] = "SELECT role, code, sectors, text, name, cue, start, end, cue_start, cue_end FROM parties WHERE event = ?1 "
                "ORDER BY role, ord",
    [Q_PLACE] = "SELECT text, name, country, admin1, kind, geonameid, lat, lon, start, end FROM places WHERE event = ?1 ORDER BY ord",
    [Q_COUNT] = "SELECT what, text, low, high, start, end FROM counts WHERE event = ?1 ORDER BY ord",
    [Q_ARTICLE] = "SELECT " ARTICLE_COLUMNS ", " EVENT_COLUMNS " FROM events e JOIN articles a ON a.n = e.article "
                  "JOIN runs r ON r.n = a.run LEFT JOIN stories st ON st.n = e.story WHERE e.article = ?1 ORDER BY e.n",
    [Q_ATTRIBUTION] = "SELECT kind, stance, name, code, sectors, source, cue, content FROM attributions WHERE article = ?1 ORDER BY ord",
};
static const char events_text[] =
    "SELECT " ARTICLE_COLUMNS ", " EVENT_COLUMNS " FROM hit CROSS JOIN events e ON e.n = hit.n JOIN articles a ON a.n = e.article "
    "JOIN runs r ON r.n = a.run LEFT JOIN stories st ON st.n = e.story ORDER BY e.article, e.n";
static const char articles_text[] =
    "SELECT " ARTICLE_COLUMNS ", a.text FROM (SELECT DISTINCT e.article AS n FROM hit CROSS JOIN events e ON e.n = hit.n) h "
    "JOIN articles a ON a.n = h.n JOIN runs r ON r.n = a.run ORDER BY a.n";

static const char all_text[] =
    "SELECT " ARTICLE_COLUMNS ", a.text FROM articles a JOIN runs r ON r.n = a.run ORDER BY a.n LIMIT ?1";

/* ---- columns ---------------------------------------------------------------------------- */

static str text(arena *mem, sqlite3_stmt *q, int at) { return str_copy(mem, sql_column(q, at)); }

static int64_t number(sqlite3_stmt *q, int at)
{
    return sqlite3_column_type(q, at) == SQLITE_NULL ? KEPT_NONE : sqlite3_column_int64(q, at);
}

static double real(sqlite3_stmt *q, int at)
{
    return sqlite3_column_type(q, at) == SQLITE_NULL ? (double)NAN : sqlite3_column_double(q, at);
}

static kept_span span(sqlite3_stmt *q, int at) { return (kept_span){number(q, at), number(q, at + 1)}; }

/* "[[3,9],[12,20]]" */
static void read_spans(kept_spans *out, arena *mem, str json)
{
    int64_t n = KEPT_NONE, pair[2] = {0};
    int k = 0;
    for (uint32_t i = 0; i < json.len; i++) {
        if (json.ptr[i] >= '0' && json.ptr[i] <= '9') n = (n < 0 ? 0 : n * 10) + (json.ptr[i] - '0');
        else if (n >= 0) {
            pair[k++] = n;
            n = KEPT_NONE;
        }
        if (k < 2) continue;
        array_push(mem, *out, (kept_span){pair[0], pair[1]});
        k = 0;
    }
}

static void read_article(kept_article *a, arena *mem, sqlite3_stmt *q)
{
    a->n = sqlite3_column_int64(q, 0);
    str *const field[] = {&a->id, &a->outlet, &a->title, &a->url, &a->language, &a->published, &a->published_basis,
                          &a->program, &a->model, &a->data};
    for (int i = 0; i < ARTICLE_WIDTH - 1; i++) *field[i] = text(mem, q, i + 1);
}

static void read_event(kept *e, arena *mem, sqlite3_stmt *q)
{
    const int at = ARTICLE_WIDTH;
    e->story = number(q, at + 1);
    e->reports = number(q, at + 2);
    e->originals = number(q, at + 3);
    e->contested = sqlite3_column_int(q, at + 4);
    e->denied = sqlite3_column_int(q, at + 5);
    e->other_actor = sqlite3_column_int(q, at + 6);
    e->other_number = sqlite3_column_int(q, at + 7);
    str *const field[] = {&e->id, &e->type, &e->mode, &e->context, &e->cameo, &e->quad, &e->first, &e->last, &e->grain, &e->basis,
                          &e->when_text};
    for (int i = 0; i < 11; i++) *field[i] = text(mem, q, at + 8 + i);
    e->when_span = span(q, at + 19);
    e->quote = text(mem, q, at + 21);
    e->status = text(mem, q, at + 22);
    e->trigger = text(mem, q, at + 23);
    e->trigger_span = span(q, at + 24);
    e->evidence = text(mem, q, at + 26);
    e->evidence_span = span(q, at + 27);
    e->same_as = text(mem, q, at + 29);
    e->confidence = real(q, at + 30);
    e->record = text(mem, q, at + 31);
}

/* ---- what hangs on an event ---------------------------------------------------------------- */

static kept_parties *of_role(kept *e, str role)
{
    return str_is(role, "actor") ? &e->actor : str_is(role, "recipient") ? &e->recipient : &e->source;
}

static void read_party(kept *e, arena *mem, sqlite3_stmt *q)
{
    kept_parties *list = of_role(e, sql_column(q, 0));
    kept_party p = {.code = text(mem, q, 1), .sectors = text(mem, q, 2), .text = text(mem, q, 3), .name = text(mem, q, 4),
                    .cue = text(mem, q, 5), .span = span(q, 6), .cue_span = span(q, 8)};
    array_push(mem, *list, p);
}

static void read_place(kept *e, arena *mem, sqlite3_stmt *q)
{
    kept_place p = {.text = text(mem, q, 0), .name = text(mem, q, 1), .country = text(mem, q, 2), .admin1 = text(mem, q, 3),
                    .kind = text(mem, q, 4), .geonameid = number(q, 5), .lat = real(q, 6), .lon = real(q, 7), .span = span(q, 8)};
    array_push(mem, e->place, p);
}

static void read_count(kept *e, arena *mem, sqlite3_stmt *q)
{
    kept_count c = {text(mem, q, 0), text(mem, q, 1), number(q, 2), number(q, 3), span(q, 4)};
    array_push(mem, e->count, c);
}

static int read_each(walk *w, int which, int64_t of, kept *e, arena *mem, void (*use)(kept *, arena *, sqlite3_stmt *), fail *f)
{
    int got;
    sqlite3_stmt *q = w->q[which];
    sqlite3_reset(q);
    sql_int(q, 1, of);
    while ((got = sql_step(w->s, q, f)) > 0) use(e, mem, q);
    sqlite3_reset(q);
    return got;
}

/* One row of the events' columns and all that hangs on it. */
static int read_whole_event(walk *w, sqlite3_stmt *q, kept *e, arena *mem, fail *f)
{
    int64_t n = sqlite3_column_int64(q, ARTICLE_WIDTH);
    *e = (kept){0};
    read_article(&e->article, mem, q);
    read_event(e, mem, q);
    int code = read_each(w, Q_PARTY, n, e, mem, read_party, f);
    if (!code) code = read_each(w, Q_PLACE, n, e, mem, read_place, f);
    if (!code) code = read_each(w, Q_COUNT, n, e, mem, read_count, f);
    return code;
}

/* ---- whole articles -------------------------------------------------------------------------- */

static int read_events(walk *w, kept_whole *out, arena *mem, fail *f)
{
    int got;
    sqlite3_stmt *q = w->q[Q_ARTICLE];
    sqlite3_reset(q);
    sql_int(q, 1, out->article.n);
    while ((got = sql_step(w->s, q, f)) > 0) {
        kept *e = array_add(mem, out->event);
        if ((got = read_whole_event(w, q, e, mem, f))) break;
    }
    sqlite3_reset(q);
    return got;
}

static int read_attributions(walk *w, kept_whole *out, arena *mem, fail *f)
{
    int got;
    sqlite3_stmt *q = w->q[Q_ATTRIBUTION];
    sqlite3_reset(q);
    sql_int(q, 1, out->article.n);
    while ((got = sql_step(w->s, q, f)) > 0) {
        kept_attribution *a = array_add(mem, out->attribution);
        *a = (kept_attribution){.kind = text(mem, q, 0), .stance = text(mem, q, 1), .name = text(mem, q, 2), .code = text(mem, q, 3),
                                .sectors = text(mem, q, 4)};
        read_spans(&a->source, mem, sql_column(q, 5));
        read_spans(&a->cue, mem, sql_column(q, 6));
        read_spans(&a->content, mem, sql_column(q, 7));
    }
    sqlite3_reset(q);
    return got;
}

/* ---- the walk ----------------------------------------------------------------------------------- */

/* Without a filter all articles are walked, also those that tell no act. */
static bool asks_nothing(const question *a)
{
    return !a->actor && !a->recipient && !a->says && !a->type && !a->status && !a->from && !a->to && !a->place && !a->text &&
           a->least <= 0 && !a->contested;
}

static int prepare_main(walk *w, const question *asked, fail *f)
{
    sqlite3_stmt **q = &w->q[Q_EVENT];
    if (!w->wholes || !asks_nothing(asked)) return query_hits(q, w->s, asked, w->wholes ? articles_text : events_text, f);
    int code = sql_prepare(w->s, q, all_text, f);
    if (!code) sql_int(*q, 1, asked->limit ? asked->limit : -1);
    return code;
}

/* What is sorted goes to temporary files where it grows: memory stays the same for any store. */
static int prepare(walk *w, const question *asked, fail *f)
{
    int code = sql_run(w->s, "PRAGMA temp_store = FILE; PRAGMA cache_size = -16384; BEGIN", f);
    if (!code) code = prepare_main(w, asked, f);
    for (int i = Q_PARTY; i < Q_ALL && !code; i++) code = sql_prepare(w->s, &w->q[i], text_of[i], f);
    return code;
}

static int start(walk **out, store *s, const question *asked, bool wholes, fail *f)
{
    walk *w = calloc(1, sizeof *w);
    *out = NULL;
    if (!w) return fail_set(f, FAIL_MEMORY, s->path, 0, "out of memory");
    *w = (walk){.s = s, .wholes = wholes};
    int code = prepare(w, asked, f);
    if (code) walk_close(w);
    else *out = w;
    return code;
}

int walk_events(walk **out, store *s, const question *asked, fail *f) { return start(out, s, asked, false, f); }
int walk_articles(walk **out, store *s, const question *asked, fail *f) { return start(out, s, asked, true, f); }

void walk_close(walk *w)
{
    fail ignored;
    if (!w) return;
    for (int i = 0; i < Q_ALL; i++) sqlite3_finalize(w->q[i]);
    if (!sqlite3_get_autocommit(w->s->db)) sql_run(w->s, "ROLLBACK", &ignored);
    free(w);
}

int walk_next_event(walk *w, kept *out, arena *mem, fail *f)
{
    int got = sql_step(w->s, w->q[Q_EVENT], f);
    if (got <= 0) return got;
    int code = read_whole_event(w, w->q[Q_EVENT], out, mem, f);
    return code ? code : 1;
}

int walk_next_article(walk *w, kept_whole *out, arena *mem, fail *f)
{
    int got = sql_step(w->s, w->q[Q_EVENT], f);
    if (got <= 0) return got;
    *out = (kept_whole){0};
    read_article(&out->article, mem, w->q[Q_EVENT]);
    out->article.text = text(mem, w->q[Q_EVENT], ARTICLE_WIDTH);
    int code = read_events(w, out, mem, f);
    if (!code) code = read_attributions(w, out, mem, f);
    return code ? code : 1;
}
