/* tale.c: how do all reports of an act tell it? */
#include "store/tale.h"
#include "store/query.h"
#include "store/same.h"
#include <inttypes.h>
#include <stdlib.h>

struct tales {
    store *s;
    arena *mem, *row_mem;                 /* the question's; a story's */
    sqlite3_stmt *stories, *tellings, *counts;
    tale row;
};

#define CODE "CASE WHEN p.sectors = '' THEN p.code ELSE p.code || '/' || replace(p.sectors, ';', '/') END"
#define SIDE(role) "(SELECT group_concat(" CODE ", '+') FROM parties p WHERE p.event = e.n AND p.role = '" role "' ORDER BY p.ord)"

static const char telling_sql[] =
    "SELECT e.n, e.article, a.copy_of IS NOT NULL, a.id, a.outlet, a.published, e.status, " CODE ", coalesce(p.text, p.name), "
    SIDE("actor") ", e.trigger_text, e.evidence, e.type, e.mode, " SIDE("recipient") ", w.name, w.country, e.first, e.last "
    "FROM events e JOIN articles a ON a.n = e.article LEFT JOIN parties p ON p.event = e.n AND p.role = 'source' AND p.ord = 0 "
    "LEFT JOIN places w ON w.event = e.n AND w.ord = 0 WHERE e.story = ?1 ORDER BY e.n LIMIT ?2";
static const char counts_sql[] = "SELECT what, low, high FROM counts WHERE event = ?1 ORDER BY ord";

/* ---- which stories ------------------------------------------------------------------------- */

static void add(builder *b, const char *text) { buf_add(&b->sql, str_of(text)); }

static int prepare_stories(tales *t, const question *asked, fail *f)
{
    builder b = {.mem = t->mem, .sql = {.mem = t->mem}, .asked = asked};
    add(&b, "WITH hit(story) AS MATERIALIZED (SELECT DISTINCT e.story FROM events e");
    query_conditions(&b);
    add(&b, ") SELECT s.n, s.events, s.articles, s.originals, (SELECT count(DISTINCT coalesce(a.outlet, a.id)) FROM events e "
            "JOIN articles a ON a.n = e.article WHERE e.story = s.n), s.contested, s.denied, s.other_actor, s.other_number "
            "FROM hit CROSS JOIN stories s ON s.n = hit.story ORDER BY s.contested DESC, s.originals DESC, s.articles DESC, s.n");
    if (asked->limit) query_bind_number(&b, " LIMIT ", (double)asked->limit);
    if (asked->limit && asked->offset) query_bind_number(&b, " OFFSET ", (double)asked->offset);
    int code = sql_prepare(t->s, &t->stories, buf_str(&b.sql).ptr, f);
    if (!code) query_give(t->stories, &b);
    return code;
}

static int open_in(tales *t, const question *asked, fail *f)
{
    if (arena_enter(t->mem)) return fail_set(f, FAIL_MEMORY, t->s->path, 0, "out of memory");
    int code = query_check_text(t->s, asked->text, f);
    if (!code) code = prepare_stories(t, asked, f);
    if (!code) code = sql_prepare(t->s, &t->tellings, telling_sql, f);
    return code ? code : sql_prepare(t->s, &t->counts, counts_sql, f);
}

int tales_open(tales **out, store *s, const question *asked, fail *f)
{
    *out = NULL;
    tales *t = calloc(1, sizeof *t);
    if (!t || !(t->mem = arena_new(0)) || !(t->row_mem = arena_new(0))) {
        tales_close(t);
        return fail_set(f, FAIL_MEMORY, s->path, 0, "out of memory");
    }
    t->s = s;
    int code = open_in(t, asked, f);
    if (code) tales_close(t);
    else *out = t;
    return code;
}

void tales_close(tales *t)
{
    if (!t) return;
    sqlite3_finalize(t->stories);
    sqlite3_finalize(t->tellings);
    sqlite3_finalize(t->counts);
    arena_free(t->mem);
    arena_free(t->row_mem);
    free(t);
}

/* ---- one story --------------------------------------------------------------------------------- */

static int64_t bound_of(sqlite3_stmt *q, int at) { return sqlite3_column_type(q, at) == SQLITE_NULL ? -1 : sqlite3_column_int64(q, at); }

static int read_counts(tales *t, tale_telling *one, fail *f)
{
    sqlite3_reset(t->counts);
    sql_int(t->counts, 1, one->n);
    int got;
    while ((got = sql_step(t->s, t->counts, f)) > 0) {
        tale_number number = {str_copy(t->row_mem, sql_column(t->counts, 0)), bound_of(t->counts, 1), bound_of(t->counts, 2)};
        array_push(t->row_mem, one->counts, number);
    }
    return got;
}

static void read_act(tales *t, tale *out)
{
    sqlite3_stmt *q = t->tellings;
    out->type = str_copy(t->row_mem, sql_column(q, 12));
    out->mode = str_copy(t->row_mem, sql_column(q, 13));
    out->actor = str_copy(t->row_mem, sql_column(q, 9));
    out->recipient = str_copy(t->row_mem, sql_column(q, 14));
    out->place = str_copy(t->row_mem, sql_column(q, 15));
    out->country = str_copy(t->row_mem, sql_column(q, 16));
    out->first = sql_column_day(q, 17);
    out->last = sql_column_day(q, 18);
}

static void read_telling(tales *t, tale_telling *out)
{
    sqlite3_stmt *q = t->tellings;
    out->n = sqlite3_column_int64(q, 0);
    out->article = sqlite3_column_int64(q, 1);
    out->copy = sqlite3_column_int(q, 2) != 0;
    str *const text[] = {&out->doc, &out->outlet, &out->published, &out->status, &out->by, &out->by_text, &out->actor, &out->trigger, &out->evidence};
    for (int i = 0; i < (int)(sizeof text / sizeof *text); i++) *text[i] = str_copy(t->row_mem, sql_column(q, 3 + i));
}

static int read_tellings(tales *t, fail *f)
{
    int got;
    sqlite3_reset(t->tellings);
    sql_int(t->tellings, 1, t->row.n);
    sql_int(t->tellings, 2, TALE_TELLINGS);
    while ((got = sql_step(t->s, t->tellings, f)) > 0) {
        tale_telling *one = array_add(t->row_mem, t->row.telling);
        if (!t->row.actor.len && (t->row.telling.n == 1 || sql_column(t->tellings, 9).len)) read_act(t, &t->row);
        read_telling(t, one);
        int code = read_counts(t, one, f);
        if (code) return code;
    }
    return got;
}

static void read_head(tales *t)
{
    sqlite3_stmt *q = t->stories;
    t->row = (tale){.n = sqlite3_column_int64(q, 0), .events = sqlite3_column_int64(q, 1), .articles = sqlite3_column_int64(q, 2),
                    .originals = sqlite3_column_int64(q, 3), .outlets = sqlite3_column_int64(q, 4), .contested = sqlite3_column_int(q, 5) != 0,
                    .denied = sqlite3_column_int(q, 6) != 0, .other_actor = sqlite3_column_int(q, 7) != 0,
                    .other_number = sqlite3_column_int(q, 8) != 0};
}

int tales_next(tales *t, const tale **out, fail *f)
{
    arena_reset(t->row_mem);
    if (arena_enter(t->row_mem)) return fail_set(f, FAIL_MEMORY, t->s->path, 0, "out of memory");
    int got = sql_step(t->s, t->stories, f);
    if (got <= 0) return got;
    read_head(t);
    *out = &t->row;
    int code = read_tellings(t, f);
    return code ? code : 1;
}

/* ---- what they have in common, and not ------------------------------------------------------------ */

static void add_once(arena *mem, tale_words *list, str word)
{
    for (uint32_t i = 0; i < list->n; i++)
        if (str_eq(list->at[i], word)) return;
    if (word.len) array_push(mem, *list, word);
}

static bool is_denied(const tale_telling *t) { return str_is(t->status, "denied"); }

/* "AZE/GOV the ministry", or the outlet. */
static str voice(arena *mem, const tale_telling *t)
{
    if (!t->by.len) return t->outlet.len ? t->outlet : t->doc;
    if (str_is(t->by, "---")) return t->by_text;
    return str_printf(mem, STR_FMT " " STR_FMT, STR_ARG(t->by), STR_ARG(t->by_text));
}

tale_words tale_voices(const tale *t, arena *mem, bool denying)
{
    tale_words out = {0};
    for (uint32_t i = 0; i < t->telling.n; i++)
        if (is_denied(&t->telling.at[i]) == denying) add_once(mem, &out, voice(mem, &t->telling.at[i]));
    return out;
}

tale_words tale_actors(const tale *t, arena *mem)
{
    tale_words out = {0};
    for (uint32_t i = 0; i < t->telling.n && t->other_actor; i++) add_once(mem, &out, t->telling.at[i].actor);
    return out;
}

static str number_words(arena *mem, const tale_number *c)
{
    if (c->low >= 0 && c->low == c->high) return str_printf(mem, STR_FMT " %" PRId64, STR_ARG(c->what), c->low);
    if (c->low >= 0 && c->high >= 0) return str_printf(mem, STR_FMT " %" PRId64 " to %" PRId64, STR_ARG(c->what), c->low, c->high);
    if (c->low >= 0) return str_printf(mem, STR_FMT " %" PRId64 " or more", STR_ARG(c->what), c->low);
    return c->high >= 0 ? str_printf(mem, STR_FMT " up to %" PRId64, STR_ARG(c->what), c->high) : (str){0};
}

tale_words tale_numbers(const tale *t, arena *mem)
{
    tale_words out = {0};
    for (uint32_t i = 0; i < t->telling.n; i++)
        for (uint32_t k = 0; k < t->telling.at[i].counts.n; k++) add_once(mem, &out, number_words(mem, &t->telling.at[i].counts.at[k]));
    return out;
}

tale_words tale_verbs(const tale *t, arena *mem)
{
    tale_words out = {0}, none = {0};
    for (uint32_t i = 0; i < t->telling.n; i++) {
        bool akin = is_denied(&t->telling.at[i]) || !t->telling.at[i].trigger.len;
        for (uint32_t k = 0; k < out.n && !akin; k++) akin = words_akin(out.at[k], t->telling.at[i].trigger);
        if (!akin) array_push(mem, out, t->telling.at[i].trigger);
    }
    return out.n > 1 ? out : none;
}
