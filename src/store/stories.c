/* stories.c: which events tell one act?
 *
 * An event joins the first story all of whose events are, each, the same act
 * with it (same.c); else it begins a story.  Every event has one.  What is
 * joined can be taken apart: the events stay as they are, and store_rebuild
 * makes all stories anew.
 */
#include "store/same.h"
#include "store/sql.h"

typedef array(told) tolds;
typedef array(int64_t) numbers;

/* ---- events from the store ----------------------------------------------------------------- */

static void set_code(char to[4], str from) { snprintf(to, 4, STR_FMT, STR_ARG(from)); }

static void read_told(store *s, told *t, sqlite3_stmt *q)
{
    *t = (told){.n = sqlite3_column_int64(q, 0), .article = sqlite3_column_int64(q, 1), .original = sqlite3_column_int64(q, 2),
                .story = sqlite3_column_int64(q, 3), .first = sql_column_day(q, 7), .last = sql_column_day(q, 8)};
    t->type = str_copy(s->mem, sql_column(q, 4));
    t->mode = str_copy(s->mem, sql_column(q, 5));
    t->status = str_copy(s->mem, sql_column(q, 6));
    t->trigger = str_copy(s->mem, sql_column(q, 9));
    t->id = str_copy(s->mem, sql_column(q, 10));
    t->same_as = str_copy(s->mem, sql_column(q, 11));
    t->source = str_copy(s->mem, sql_column(q, 12));
}

static void add_party(told *t, sqlite3_stmt *q)
{
    bool acts = str_is(sql_column(q, 0), "actor");
    uint32_t *n = acts ? &t->n_actors : &t->n_recipients;
    if (*n == TOLD_PARTIES) return;
    told_party *p = &(acts ? t->actor : t->recipient)[(*n)++];
    set_code(p->code, sql_column(q, 1));
    set_code(p->sector, str_slice(sql_column(q, 2), 0, 3));
}

static void add_place(store *s, told *t, sqlite3_stmt *q)
{
    if (t->n_places == TOLD_PLACES) return;
    told_place *p = &t->place[t->n_places++];
    p->geonameid = sqlite3_column_int64(q, 0);
    set_code(p->country, sql_column(q, 1));
    p->admin1 = str_copy(s->mem, sql_column(q, 3));
    p->nation = str_is(sql_column(q, 2), "country");
    p->admin = str_is(sql_column(q, 2), "admin1");
    p->town = str_is(sql_column(q, 2), "city") || str_is(sql_column(q, 2), "capital");
}

static int64_t bound(sqlite3_stmt *q, int at) { return sqlite3_column_type(q, at) == SQLITE_NULL ? -1 : sqlite3_column_int64(q, at); }

static void add_count(store *s, told *t, sqlite3_stmt *q)
{
    if (t->n_counts == TOLD_COUNTS) return;
    t->count[t->n_counts++] = (told_count){str_copy(s->mem, sql_column(q, 0)), bound(q, 1), bound(q, 2)};
}

/* The rows of one of the three statements about an event. */
static int read_parts(store *s, told *t, statement which, fail *f)
{
    sqlite3_stmt *q = sql_use(s, which, f);
    if (!q) return FAIL_READ;
    sql_int(q, 1, t->n);
    int got;
    while ((got = sql_step(s, q, f)) > 0) {
        if (which == SQL_TOLD_CODES) add_party(t, q);
        else if (which == SQL_TOLD_PLACES) add_place(s, t, q);
        else add_count(s, t, q);
    }
    sqlite3_reset(q);
    return got;
}

static int read_tolds(store *s, tolds *out, statement which, int64_t key, fail *f)
{
    sqlite3_stmt *q = sql_use(s, which, f);
    if (!q) return FAIL_READ;
    sql_int(q, 1, key);
    int got;
    while ((got = sql_step(s, q, f)) > 0) read_told(s, array_add(s->mem, *out), q);
    sqlite3_reset(q);
    for (uint32_t i = 0; i < out->n && got == 0; i++) {
        got = read_parts(s, &out->at[i], SQL_TOLD_CODES, f);
        if (!got) got = read_parts(s, &out->at[i], SQL_TOLD_PLACES, f);
        if (!got) got = read_parts(s, &out->at[i], SQL_TOLD_COUNTS, f);
    }
    return got;
}

/* ---- a story's numbers ------------------------------------------------------------------------ */

/* What the event `t` adds to a story of those before it. */
typedef struct verdict { bool denied, other_actor, other_number; } verdict;

static void judge(verdict *v, const told *t, const told *before, uint32_t n)
{
    v->denied = v->denied || str_is(t->status, "denied");
    for (uint32_t i = 0; i < n; i++) {
        v->other_actor = v->other_actor || same_but_actor(t, &before[i]);
        v->other_number = v->other_number || same_but_number(t, &before[i]);
    }
}

static int put_verdict(store *s, int64_t which, verdict v, fail *f)
{
    sqlite3_stmt *q = sql_use(s, SQL_TELL_STORY, f);
    if (!q) return FAIL_READ;
    sql_int(q, 1, which);
    sql_int(q, 2, v.denied);
    sql_int(q, 3, v.other_actor);
    sql_int(q, 4, v.other_number);
    return sql_do(s, q, f);
}

static int do_with(store *s, statement what, int64_t which, fail *f)
{
    sqlite3_stmt *q = sql_use(s, what, f);
    if (!q) return FAIL_READ;
    sql_int(q, 1, which);
    return sql_do(s, q, f);
}

int stories_tell(store *s, int64_t which, fail *f)
{
    tolds all = {0};
    verdict v = {0};
    int code = read_tolds(s, &all, SQL_TOLD_OF_STORY, which, f);
    if (code) return code;
    if (!all.n) return do_with(s, SQL_END_STORY, which, f);
    for (uint32_t i = 0; i < all.n; i++) judge(&v, &all.at[i], all.at, i);
    code = do_with(s, SQL_RESET_STORY, which, f);
    return code ? code : put_verdict(s, which, v, f);
}

/* ---- which story ---------------------------------------------------------------------------------- */

static int add_numbers(store *s, numbers *out, sqlite3_stmt *q, fail *f)
{
    int got;
    while ((got = sql_step(s, q, f)) > 0) array_push(s->mem, *out, sqlite3_column_int64(q, 0));
    sqlite3_reset(q);
    return got;
}

/* Stories of the same type with one of the parties in the same days. */
static int add_by_parties(store *s, numbers *out, const told *t, const char *role, const told_party *side, uint32_t n, fail *f)
{
    for (uint32_t i = 0; i < n; i++) {
        if (!is_code(side[i].code)) continue;
        sqlite3_stmt *q = sql_use(s, SQL_CANDIDATES, f);
        if (!q) return FAIL_READ;
        sql_z(q, 1, role);
        sql_z(q, 2, side[i].code);
        sql_day(s, q, 3, t->first - SAME_DAYS);
        sql_day(s, q, 4, t->last);
        sql_full(q, 5, t->type);
        int code = add_numbers(s, out, q, f);
        if (code) return code;
    }
    return FAIL_OK;
}

static int add_of_copies(store *s, numbers *out, const told *t, fail *f)
{
    sqlite3_stmt *q = sql_use(s, SQL_COPIED, f);
    if (!q) return FAIL_READ;
    sql_int(q, 1, t->original);
    sql_int(q, 2, t->article);
    sql_full(q, 3, t->type);
    sql_text(q, 4, t->trigger);
    sql_day(s, q, 5, t->first);
    return add_numbers(s, out, q, f);
}

/* Acts with a recipient are looked for by it, since accounts may differ in the actor. */
static int find_candidates(store *s, numbers *out, const told *t, const tolds *before, fail *f)
{
    int code = add_of_copies(s, out, t, f);
    for (uint32_t i = 0; i < before->n && before->at[i].n != t->n; i++)
        if (str_eq(before->at[i].type, t->type)) array_push(s->mem, *out, before->at[i].story);
    if (code || !same_days_known(t)) return code;
    if (same_any_coded(t->recipient, t->n_recipients))
        return add_by_parties(s, out, t, "recipient", t->recipient, t->n_recipients, f);
    return add_by_parties(s, out, t, "actor", t->actor, t->n_actors, f);
}

/* Do all of its events (of many the first 24) tell the act that `t` tells? */
static int story_takes(store *s, int64_t which, const told *t, bool *takes, verdict *v, fail *f)
{
    tolds all = {0};
    int code = read_tolds(s, &all, SQL_TOLD_OF_STORY, which, f);
    *takes = all.n > 0;
    for (uint32_t i = 0; i < all.n && *takes; i++) *takes = same_act(t, &all.at[i]);
    if (*takes) judge(v, t, all.at, all.n);
    return code;
}

static int set_story(store *s, told *t, int64_t which, fail *f)
{
    sqlite3_stmt *q = sql_use(s, SQL_SET_STORY, f);
    if (!q) return FAIL_READ;
    sql_int(q, 1, t->n);
    sql_int(q, 2, which);
    t->story = which;
    return sql_do(s, q, f);
}

static int join_story(store *s, told *t, int64_t which, verdict v, fail *f)
{
    int code = set_story(s, t, which, f);
    return code ? code : put_verdict(s, which, v, f);
}

static int begin_story(store *s, told *t, fail *f)
{
    int code = do_with(s, SQL_NEW_STORY, str_is(t->status, "denied"), f);
    return code ? code : set_story(s, t, sqlite3_last_insert_rowid(s->db), f);
}

static int link_event(store *s, told *t, const tolds *before, fail *f)
{
    numbers candidate = {0};
    int code = find_candidates(s, &candidate, t, before, f);
    for (uint32_t i = 0; i < candidate.n && !code; i++) {
        bool takes = false, asked = false;
        for (uint32_t k = 0; k < i && !asked; k++) asked = candidate.at[k] == candidate.at[i];
        if (asked) continue;
        verdict v = {0};
        code = story_takes(s, candidate.at[i], t, &takes, &v, f);
        if (code || takes) return code ? code : join_story(s, t, candidate.at[i], v, f);
    }
    return code ? code : begin_story(s, t, f);
}

int stories_link(store *s, int64_t of, fail *f)
{
    tolds mine = {0};
    int code = read_tolds(s, &mine, SQL_TOLD_OF_ARTICLE, of, f);
    for (uint32_t i = 0; i < mine.n && !code; i++) code = link_event(s, &mine.at[i], &mine, f);
    return code;
}

/* ---- all anew ------------------------------------------------------------------------------------------ */

static int forget_all(store *s, fail *f)
{
    const statement steps[] = {SQL_FORGET_LINKS, SQL_FORGET_STORIES, SQL_FORGET_BANDS, SQL_FORGET_COPIES};
    int code = FAIL_OK;
    for (size_t i = 0; i < sizeof steps / sizeof *steps && !code; i++) code = sql_do(s, sql_use(s, steps[i], f), f);
    return code;
}

/* The next article behind *n: 1, 0 at the end. */
static int next_article(store *s, int64_t *n, fail *f)
{
    sqlite3_stmt *q = sql_use(s, SQL_ALL_ARTICLES, f);
    if (!q) return FAIL_READ;
    sql_int(q, 1, *n);
    int got = sql_step(s, q, f);
    if (got > 0) {
        *n = sqlite3_column_int64(q, 0);
        str text = str_copy(s->mem, sql_column(q, 1));
        sqlite3_reset(q);
        int code = copies_link(s, *n, text, f);
        return code ? code : 1;
    }
    sqlite3_reset(q);
    return got;
}

static int link_all(store *s, fail *f)
{
    int code = forget_all(s, f), got;
    int64_t n = 0;
    while (!code && (got = next_article(s, &n, f)) != 0) {
        code = got < 0 ? got : stories_link(s, n, f);
        arena_reset(s->mem);
    }
    return code;
}

int store_rebuild(store *s, fail *f)
{
    int code = store_flush(s, f);
    if (!code) code = sql_begin(s, f);
    if (code) return code;
    arena_reset(s->mem);
    if (arena_enter(s->mem)) code = fail_set(f, FAIL_MEMORY, s->path, 0, "out of memory");
    else code = link_all(s, f);
    return sql_end(s, code, f);
}
