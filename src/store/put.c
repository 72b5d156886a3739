/* put.c: how does a document become rows?  One transaction an article. */
#include "base/utf8.h"
#include "out/out.h"
#include "store/sql.h"
#include <inttypes.h>
#include <time.h>

/* ---- spans -------------------------------------------------------------------------- */

static bool has_words(const doc *d, range tok) { return tok.first < tok.end && tok.end <= d->tokens.n; }

/* Two values, NULL when the range is empty. */
static void bind_span(sqlite3_stmt *q, int at, const doc *d, range tok)
{
    if (!has_words(d, tok)) return;
    sql_int(q, at, doc_point(d, d->tokens.at[tok.first].start));
    sql_int(q, at + 1, doc_point_end(d, d->tokens.at[tok.end - 1].end));
}

/* "[[3,9],[12,20]]" */
static str spans(store *s, const doc *d, const ranges *list)
{
    buf out = {.mem = s->mem};
    for (uint32_t i = 0; i < list->n; i++) {
        range tok = list->at[i];
        if (!has_words(d, tok)) continue;
        buf_printf(&out, "%s[%u,%u]", out.len ? "," : "", doc_point(d, d->tokens.at[tok.first].start),
                   doc_point_end(d, d->tokens.at[tok.end - 1].end));
    }
    return str_printf(s->mem, "[" STR_FMT "]", STR_ARG(buf_str(&out)));
}

static str sectors(store *s, const char sector[MAX_SECTORS][4])
{
    buf out = {.mem = s->mem};
    for (int i = 0; i < MAX_SECTORS && sector[i][0]; i++) buf_printf(&out, "%s%s", i ? ";" : "", sector[i]);
    return buf_str(&out);
}

static str contexts(store *s, const event *e)
{
    buf out = {.mem = s->mem};
    for (uint32_t i = 0; i < e->context.n; i++) buf_printf(&out, "%s%s", i ? ";" : "", e->context.at[i]);
    return buf_str(&out);
}

/* ---- what hangs on an event ------------------------------------------------------------ */

static int put_parties(store *s, const doc *d, const event *e, int64_t n, const char *role, const parties *list, fail *f)
{
    for (uint32_t i = 0; i < list->n; i++) {
        const party *p = &list->at[i];
        sqlite3_stmt *q = sql_use(s, SQL_PARTY, f);
        if (!q) return FAIL_READ;
        sql_int(q, 1, n);
        sql_z(q, 2, role);
        sql_int(q, 3, i);
        sql_z(q, 4, p->code[0] ? p->code : "---");
        sql_full(q, 5, sectors(s, p->sector));
        sql_text(q, 6, p->text);
        sql_text(q, 7, p->name);
        bind_span(q, 8, d, p->tok);
        sql_text(q, 10, p->cue);
        bind_span(q, 11, d, p->cue_tok);
        sql_day(s, q, 13, e->first);
        sql_z(q, 14, e->type);
        int code = sql_do(s, q, f);
        if (code) return code;
    }
    return FAIL_OK;
}

static int put_place(store *s, const doc *d, const event *e, int64_t n, uint32_t ord, fail *f)
{
    const place *p = &d->places.at[e->where.at[ord]];
    sqlite3_stmt *q = sql_use(s, SQL_PLACE, f);
    if (!q) return FAIL_READ;
    sql_int(q, 1, n);
    sql_int(q, 2, ord);
    sql_text(q, 3, doc_words(d, p->tok));
    sql_text(q, 4, p->name);
    sql_text(q, 5, utf8_fold_name(s->mem, p->name.len ? p->name : doc_words(d, p->tok)));
    if (p->geonameid) sql_int(q, 6, p->geonameid);
    sql_z(q, 7, p->country);
    sql_text(q, 8, p->admin1);
    sql_real(q, 9, p->lat);
    sql_real(q, 10, p->lon);
    sql_z(q, 11, p->kind);
    bind_span(q, 12, d, p->tok);
    sql_day(s, q, 14, e->first);
    sql_z(q, 15, e->type);
    return sql_do(s, q, f);
}

static int put_count(store *s, const doc *d, const event *e, int64_t n, uint32_t ord, fail *f)
{
    const count *c = &e->counts.at[ord];
    sqlite3_stmt *q = sql_use(s, SQL_COUNT, f);
    if (!q) return FAIL_READ;
    sql_int(q, 1, n);
    sql_int(q, 2, ord);
    sql_z(q, 3, c->what);
    if (c->low >= 0) sql_int(q, 4, c->low);
    if (c->high >= 0) sql_int(q, 5, c->high);
    sql_text(q, 6, c->text);
    bind_span(q, 7, d, c->tok);
    return sql_do(s, q, f);
}

/* ---- events ------------------------------------------------------------------------------ */

static void bind_when(store *s, sqlite3_stmt *q, const doc *d, const event *e)
{
    sql_day(s, q, 8, e->first);
    sql_day(s, q, 9, e->last);
    sql_z(q, 10, grain_name(e->grain));
    sql_z(q, 11, basis_name(e->basis));
    sql_text(q, 12, e->when_text);
    bind_span(q, 13, d, e->when_tok);
}

static void bind_event(store *s, sqlite3_stmt *q, const doc *d, const event *e)
{
    sql_z(q, 2, e->id);
    sql_z(q, 3, e->type);
    sql_z(q, 4, e->mode);
    sql_text(q, 5, contexts(s, e));
    sql_z(q, 6, e->cameo);
    sql_z(q, 7, e->quad);
    bind_when(s, q, d, e);
    sql_z(q, 15, quote_name(e));
    sql_z(q, 16, status_name(e->status));
    sql_text(q, 17, doc_words(d, e->trigger));
    bind_span(q, 18, d, e->trigger);
    sql_text(q, 20, doc_words(d, e->evidence));
    bind_span(q, 21, d, e->evidence);
    if (e->same_as != NONE) sql_z(q, 23, d->events.at[e->same_as].id);
    sql_real(q, 24, e->confidence);
}

static int put_event(store *s, const doc *d, const event *e, int64_t of, str record, fail *f)
{
    sqlite3_stmt *q = sql_use(s, SQL_EVENT, f);
    if (!q) return FAIL_READ;
    sql_int(q, 1, of);
    bind_event(s, q, d, e);
    sql_full(q, 25, record);
    int code = sql_do(s, q, f);
    int64_t n = sqlite3_last_insert_rowid(s->db);
    if (!code) code = put_parties(s, d, e, n, "actor", &e->actor, f);
    if (!code) code = put_parties(s, d, e, n, "recipient", &e->recipient, f);
    if (!code) code = put_parties(s, d, e, n, "source", &e->according_to, f);
    for (uint32_t i = 0; i < e->where.n && !code; i++) code = put_place(s, d, e, n, i, f);
    for (uint32_t i = 0; i < e->counts.n && !code; i++) code = put_count(s, d, e, n, i, f);
    return code;
}

/* ---- attributions --------------------------------------------------------------------------- */

static void bind_speaker(store *s, sqlite3_stmt *q, const doc *d, const attribution *a)
{
    if (a->speaker == NONE || a->speaker >= d->actors.n) return;
    const actor *who = &d->actors.at[a->speaker];
    sql_text(q, 7, who->name);
    sql_z(q, 8, who->code[0] ? who->code : "---");
    sql_full(q, 9, sectors(s, who->sector));
}

static int put_attribution(store *s, const doc *d, int64_t of, uint32_t ord, fail *f)
{
    const attribution *a = &d->attributions.at[ord];
    sqlite3_stmt *q = sql_use(s, SQL_ATTRIBUTION, f);
    if (!q) return FAIL_READ;
    sql_int(q, 1, of);
    sql_int(q, 2, ord);
    if (a->within != NONE) sql_int(q, 3, a->within);
    sql_z(q, 4, said_name(a->kind));
    sql_z(q, 5, stance_name(a->stance));
    sql_int(q, 6, a->speech);
    bind_speaker(s, q, d, a);
    sql_full(q, 10, spans(s, d, &a->source));
    sql_full(q, 11, spans(s, d, &a->cue));
    sql_full(q, 12, spans(s, d, &a->content));
    return sql_do(s, q, f);
}

/* ---- articles --------------------------------------------------------------------------------- */

static int put_findings(store *s, const doc *d, const str *record, int64_t of, fail *f)
{
    int code = FAIL_OK;
    for (uint32_t i = 0; i < d->attributions.n && !code; i++) code = put_attribution(s, d, of, i, f);
    for (uint32_t i = 0; i < d->events.n && !code; i++) code = put_event(s, d, &d->events.at[i], of, record[i], f);
    return code ? code : stories_link(s, of, f);
}

/* The run's row comes with its first article: a run that coded nothing leaves none. */
static int put_run(store *s, fail *f)
{
    char data[17];
    if (s->run_n) return FAIL_OK;
    sqlite3_stmt *q = sql_use(s, SQL_RUN, f);
    if (!q) return FAIL_READ;
    snprintf(data, sizeof data, "%016" PRIx64, s->run.data);
    sql_full(q, 1, str_of(s->run.program));
    sql_full(q, 2, str_of(s->run.model));
    sql_z(q, 3, data);
    sql_real(q, 4, s->run.least);
    int code = sql_do(s, q, f);
    if (!code) s->run_n = sqlite3_last_insert_rowid(s->db);
    return code;
}

static int put_article(store *s, const article *a, int64_t *n, fail *f)
{
    char hash[17];
    sqlite3_stmt *q = sql_use(s, SQL_ARTICLE, f);
    if (!q) return FAIL_READ;
    snprintf(hash, sizeof hash, "%016" PRIx64, str_hash(a->given));
    sql_full(q, 1, a->id);
    sql_z(q, 2, hash);
    sql_text(q, 3, a->outlet);
    sql_text(q, 4, a->title);
    sql_text(q, 5, a->url);
    sql_text(q, 6, a->language);
    sql_day(s, q, 7, a->published);
    sql_z(q, 8, published_name(a->basis));
    sql_int(q, 9, s->run_n);
    sql_full(q, 10, a->given);
    int code = sql_do(s, q, f);
    *n = sqlite3_last_insert_rowid(s->db);
    return code;
}

/* Another process may have put the same text since store_known was asked. */
static int put_new(store *s, const doc *d, const str *record, fail *f)
{
    int64_t n = 0;
    int known = store_find(s, d, f);
    if (known) return known < 0 ? known : FAIL_OK;
    int code = put_run(s, f);
    if (!code) code = put_article(s, &d->article, &n, f);
    if (!code) code = copies_link(s, n, d->article.given, f);
    return code ? code : put_findings(s, d, record, n, f);
}

/* ---- transactions ---------------------------------------------------------------------------- */

enum { TOGETHER_MS = 500 };

static int64_t milliseconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Opens the transaction of several articles where none is open, and marks where this one begins. */
static int begin_article(store *s, fail *f)
{
    arena_reset(s->mem);
    int code = sqlite3_get_autocommit(s->db) ? sql_begin(s, f) : FAIL_OK;
    return code ? code : sql_do(s, sql_use(s, SQL_MARK, f), f);
}

int store_flush(store *s, fail *f)
{
    s->committed = milliseconds();
    return sqlite3_get_autocommit(s->db) ? FAIL_OK : sql_end(s, FAIL_OK, f);
}

/* Keeps the article, or undoes it alone: it leaves no run behind either. */
static int end_article(store *s, int code, int64_t run_before, fail *f)
{
    fail ignored;
    if (code) {
        s->run_n = run_before;
        /* SQLite may have rolled all back by itself, as it does when a disk is full. */
        if (!sqlite3_get_autocommit(s->db)) sql_do(s, sql_use(s, SQL_UNDO, &ignored), &ignored);
        return code;
    }
    code = sql_do(s, sql_use(s, SQL_KEEP, f), f);
    return code || milliseconds() - s->committed < TOGETHER_MS ? code : store_flush(s, f);
}

int store_put(store *s, const doc *d, const str *record, fail *f)
{
    const int64_t run_before = s->run_n;
    int code = begin_article(s, f);
    if (code) return code;
    if (arena_enter(s->mem)) code = fail_set(f, FAIL_MEMORY, s->path, 0, "out of memory");
    else code = put_new(s, d, record, f);
    return end_article(s, code, run_before, f);
}

/* ---- anew -------------------------------------------------------------------------------------- */

static int drop(store *s, statement which, int64_t of, fail *f)
{
    sqlite3_stmt *q = sql_use(s, which, f);
    if (!q) return FAIL_READ;
    sql_int(q, 1, of);
    return sql_do(s, q, f);
}

static int mark_recoded(store *s, const article *a, int64_t n, fail *f)
{
    sqlite3_stmt *q = sql_use(s, SQL_RECODE, f);
    if (!q) return FAIL_READ;
    sql_int(q, 1, n);
    sql_int(q, 2, s->run_n);
    sql_text(q, 3, a->language);
    sql_day(s, q, 4, a->published);
    sql_z(q, 5, published_name(a->basis));
    sql_text(q, 6, a->outlet);
    return sql_do(s, q, f);
}

/* The stories that the article tells; they may end with its events. */
static int stories_of(store *s, int64_t n, int64_t **list, uint32_t *n_list, fail *f)
{
    array(int64_t) found = {0};
    sqlite3_stmt *q = sql_use(s, SQL_STORIES_OF, f);
    if (!q) return FAIL_READ;
    sql_int(q, 1, n);
    int got;
    while ((got = sql_step(s, q, f)) > 0) array_push(s->mem, found, sqlite3_column_int64(q, 0));
    sqlite3_reset(q);
    *list = found.at;
    *n_list = found.n;
    return got;
}

static int replace(store *s, int64_t n, const doc *d, const str *record, fail *f)
{
    int64_t *told = NULL;
    uint32_t n_stories = 0;
    int code = stories_of(s, n, &told, &n_stories, f);
    if (!code) code = drop(s, SQL_DROP_EVENTS, n, f);
    if (!code) code = drop(s, SQL_DROP_ATTRIBUTIONS, n, f);
    for (uint32_t i = 0; i < n_stories && !code; i++) code = stories_tell(s, told[i], f);
    if (!code) code = put_run(s, f);
    if (!code) code = mark_recoded(s, &d->article, n, f);
    return code ? code : put_findings(s, d, record, n, f);
}

int store_replace(store *s, int64_t n, const doc *d, const str *record, fail *f)
{
    const int64_t run_before = s->run_n;
    int code = begin_article(s, f);
    if (code) return code;
    if (arena_enter(s->mem)) code = fail_set(f, FAIL_MEMORY, s->path, 0, "out of memory");
    else code = replace(s, n, d, record, f);
    return end_article(s, code, run_before, f);
}
