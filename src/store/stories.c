/* stories.c: which events tell one act?
 *
 * An event joins the story against none of whose events anything speaks, and
 * for one of which the most (same.c); else it begins a story.  Every event has
 * one.  What is joined can be taken apart: the events stay as they are, and
 * store_rebuild makes all stories anew.
 */
#include "store/same.h"
#include "store/sql.h"
#include <stdlib.h>

typedef array(int64_t) numbers;

/* ---- a story's numbers ------------------------------------------------------------------------ */

/* What the event `t` adds to a story of those before it. */
typedef struct verdict { bool denied, other_actor, other_number; } verdict;

static bool is_denied(const told *t) { return str_is(t->status, "denied"); }

/* A source denies it.  What an outlet tells did not happen is contested only where somebody tells that it did. */
static bool by_source(const told *t) { return is_denied(t) && t->source.len > 0; }

static void judge(verdict *v, const told *t, const told *before, uint32_t n)
{
    v->denied = v->denied || by_source(t);
    for (uint32_t i = 0; i < n; i++) {
        v->denied = v->denied || is_denied(t) != is_denied(&before[i]);
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
    int code = told_read(s, &all, SQL_TOLD_OF_STORY, which, f);
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

/* Stories of the same type with an event that begins between the two days and has one of
 * the parties, on either side: accounts may change the sides. */
static int add_by_parties(store *s, numbers *out, const told *t, const told_party *side, uint32_t n, const char *role, fail *f)
{
    for (uint32_t i = 0; i < n; i++) {
        if (!is_code(side[i].code)) continue;
        sqlite3_stmt *q = sql_use(s, SQL_CANDIDATES, f);
        if (!q) return FAIL_READ;
        sql_z(q, 1, role);
        sql_z(q, 2, side[i].code);
        sql_day(s, q, 3, same_begin(t) - 2 * SAME_DAYS);
        sql_day(s, q, 4, t->last + SAME_DAYS);
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

/* Of parties of no country there is only the day to look for. */
static int add_of_days(store *s, numbers *out, const told *t, fail *f)
{
    sqlite3_stmt *q = sql_use(s, SQL_SAME_DAYS, f);
    if (!q) return FAIL_READ;
    sql_full(q, 1, t->type);
    sql_day(s, q, 2, same_begin(t));
    sql_day(s, q, 3, t->last);
    return add_numbers(s, out, q, f);
}

static int find_candidates(store *s, numbers *out, const told *t, const tolds *before, fail *f)
{
    static const char *const roles[] = {"actor", "recipient"};
    int code = add_of_copies(s, out, t, f);
    for (uint32_t i = 0; i < before->n && before->at[i].n != t->n; i++)
        if (str_eq(before->at[i].type, t->type)) array_push(s->mem, *out, before->at[i].story);
    if (code || !same_days_known(t)) return code;
    if (!same_any_coded(t->actor, t->n_actors) && !same_any_coded(t->recipient, t->n_recipients)) return add_of_days(s, out, t, f);
    for (int r = 0; r < 2 && !code; r++) {
        code = add_by_parties(s, out, t, t->actor, t->n_actors, roles[r], f);
        if (!code) code = add_by_parties(s, out, t, t->recipient, t->n_recipients, roles[r], f);
    }
    return code;
}

/* How well an event goes with a story. */
typedef struct bid { int64_t story; int points, days /* between the two */; verdict v; } bid;

static void weigh(bid *b, const told *t, const told *e)
{
    int points = same_points(t, e), days = abs(same_begin(t) - same_begin(e));
    if (points < b->points || (points == b->points && days >= b->days)) return;
    b->points = points;
    b->days = days;
}

/* Nothing may speak against any of its events (of many the first 24), and enough must speak for one.
 * `all` is where they are read into. */
static int story_bids(store *s, int64_t which, const told *t, bid *out, tolds *all, fail *f)
{
    all->n = 0;
    int code = told_heads(s, all, SQL_TOLD_OF_STORY, which, f);
    *out = (bid){.points = -1};
    for (uint32_t i = 0; i < all->n; i++)
        if (!same_kind(t, &all->at[i])) return code;
    if (!code) code = told_rest(s, all, f);
    for (uint32_t i = 0; i < all->n; i++)
        if (code || !same_may(t, &all->at[i])) return code;
    for (uint32_t i = 0; i < all->n; i++) weigh(out, t, &all->at[i]);
    if (out->points >= 0) out->story = which;
    judge(&out->v, t, all->at, all->n);
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
    int code = do_with(s, SQL_NEW_STORY, by_source(t), f);
    return code ? code : set_story(s, t, sqlite3_last_insert_rowid(s->db), f);
}

static bool is_better(const bid *a, const bid *b)
{
    if (!a->story || !b->story) return a->story != 0;
    if (a->points != b->points) return a->points > b->points;
    return a->days != b->days ? a->days < b->days : a->story < b->story;
}

static int link_event(store *s, told *t, const tolds *before, fail *f)
{
    numbers candidate = {0};
    tolds room = {0};
    bid best = {0}, next;
    int code = find_candidates(s, &candidate, t, before, f);
    for (uint32_t i = 0; i < candidate.n && !code; i++) {
        bool asked = false;
        for (uint32_t k = 0; k < i && !asked; k++) asked = candidate.at[k] == candidate.at[i];
        if (asked) continue;
        code = story_bids(s, candidate.at[i], t, &next, &room, f);
        if (is_better(&next, &best)) best = next;
    }
    if (code) return code;
    return best.story ? join_story(s, t, best.story, best.v, f) : begin_story(s, t, f);
}

int stories_link(store *s, int64_t of, fail *f)
{
    tolds mine = {0};
    int code = told_read(s, &mine, SQL_TOLD_OF_ARTICLE, of, f);
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
