/* ledger.c: which acts do the parties speak of, and who says what of each?
 *
 * One statement gives the numbers of the stories; then each is read record by
 * record, its parties and numbers with it, and weighed (voices.c).  The
 * statement asks for codes by index; whether a record truly ties two of the
 * parties, where one is a part of another (ARM, ARM/GOV), is decided after.
 */
#include "store/ledger.h"
#include "store/query.h"
#include <stdlib.h>

struct ledger {
    store *s;
    arena *mem, *row_mem;                 /* the question's; a row's */
    ledger_question asked;
    sqlite3_stmt *stories, *records, *parties, *counts;
    ledger_row row;
};

/* ---- the statement --------------------------------------------------------------------- */

static void add(builder *b, const char *text) { buf_add(&b->sql, str_of(text)); }

/* Events with the party in one of the roles, of the days and the type asked for. */
static void events_of(builder *b, const char *roles, const char *who)
{
    str rest = str_of(who), code, sector;
    str_cut(&rest, '/', &code);
    add(b, "SELECT event FROM parties WHERE role IN ");
    add(b, roles);
    if (code.len) query_bind(b, " AND code = ", code);
    if (b->asked->from) query_bind(b, " AND first >= ", str_of(b->asked->from));
    query_until(b, " AND ", "first");
    if (b->asked->type) query_bind(b, " AND type = ", str_of(b->asked->type));
    while (str_cut(&rest, '/', &sector)) {
        query_bind(b, " AND instr(';' || sectors || ';', ';' || ", sector);
        add(b, " || ';')");
    }
}

/* Of each party: events that it does or tells, and of which another is actor or recipient. */
static void ties(builder *b, const ledger_question *asked)
{
    for (uint32_t i = 0; i < asked->n_parties; i++) {
        if (i) add(b, " UNION ");
        events_of(b, "('actor', 'source')", asked->party[i]);
        add(b, " AND event IN (");
        for (uint32_t k = 0, n = 0; k < asked->n_parties; k++) {
            if (k == i) continue;
            if (n++) add(b, " UNION ALL ");
            events_of(b, "('actor', 'recipient')", asked->party[k]);
        }
        add(b, ")");
    }
}

/* By more than days and type, which what ties is looked for with. */
static bool is_filtered(const question *q)
{
    return q->actor || q->recipient || q->says || q->status || q->place || q->text || q->contested;
}

static void stories_sql(builder *b, const ledger_question *asked)
{
    add(b, "WITH tied(n) AS MATERIALIZED (");
    ties(b, asked);
    add(b, "), days(story, first) AS MATERIALIZED (SELECT e.story, min(e.first) FROM tied CROSS JOIN events e ON e.n = tied.n ");
    query_bind_number(b, "WHERE e.story IS NOT NULL AND e.confidence >= ", asked->filters.least);
    if (asked->filters.to) query_bind(b, " AND e.last <= ", str_of(asked->filters.to));
    add(b, " GROUP BY e.story) SELECT story FROM days d");
    if (is_filtered(&asked->filters)) {
        add(b, " WHERE EXISTS (SELECT 1 FROM events e INDEXED BY events_story WHERE e.story = d.story");
        b->conditions = 1;
        query_conditions(b);
        add(b, ")");
    }
    add(b, " ORDER BY first IS NULL, first, story");
}

static const char records_sql[] =
    "SELECT e.n, e.article, coalesce(a.copy_of, a.n), a.id, a.outlet, a.published, e.type, e.mode, e.status, e.quote, e.evidence, "
    "e.first, e.last, w.name, w.country, e.trigger_text, (SELECT count(*) FROM copies c WHERE c.article = e.article) FROM events e CROSS JOIN articles a ON a.n = e.article "
    "LEFT JOIN places w ON w.event = e.n AND w.ord = 0 WHERE e.story = ?1 AND e.confidence >= ?2 "
    "ORDER BY a.published IS NULL, a.published, e.n LIMIT ?3";
static const char parties_sql[] = "SELECT role, code, sectors, text, name, cue FROM parties WHERE event = ?1 ORDER BY role, ord";
static const char counts_sql[] = "SELECT what, text, low, high FROM counts WHERE event = ?1 ORDER BY ord";

static int prepare_stories(ledger *l, const char *before, fail *f)
{
    builder b = {.mem = l->mem, .sql = {.mem = l->mem}, .asked = &l->asked.filters};
    add(&b, before);
    stories_sql(&b, &l->asked);
    int code = sql_prepare(l->s, &l->stories, buf_str(&b.sql).ptr, f);
    if (!code) query_give(l->stories, &b);
    return code;
}

static int prepare(ledger *l, const char *before, fail *f)
{
    int code = prepare_stories(l, before, f);
    if (!code) code = sql_prepare(l->s, &l->records, records_sql, f);
    if (!code) code = sql_prepare(l->s, &l->parties, parties_sql, f);
    return code ? code : sql_prepare(l->s, &l->counts, counts_sql, f);
}

/* ---- opening ------------------------------------------------------------------------------ */

static int check(const ledger_question *asked, fail *f)
{
    if (asked->n_parties < 2 || asked->n_parties > LEDGER_PARTIES)
        return fail_set(f, FAIL_USAGE, "", 0, "a ledger wants two to six parties");
    for (uint32_t i = 0; i < asked->n_parties; i++)
        for (uint32_t k = 0; k < i; k++)
            if (strcmp(asked->party[i], asked->party[k]) == 0)
                return fail_set(f, FAIL_USAGE, "", 0, "the party %s is named twice", asked->party[i]);
    return FAIL_OK;
}

static int open_with(ledger **out, store *s, const ledger_question *asked, const char *before, fail *f)
{
    *out = NULL;
    int code = check(asked, f);
    if (!code) code = query_check_text(s, asked->filters.text, f);
    if (code) return code;
    ledger *l = calloc(1, sizeof *l);
    if (!l || !(l->mem = arena_new(0)) || !(l->row_mem = arena_new(0)) || arena_enter(l->mem)) {
        ledger_close(l);
        return fail_set(f, FAIL_MEMORY, s->path, 0, "out of memory");
    }
    l->s = s;
    l->asked = *asked;
    code = prepare(l, before, f);
    if (code) ledger_close(l);
    else *out = l;
    return code;
}

int ledger_open(ledger **out, store *s, const ledger_question *asked, fail *f) { return open_with(out, s, asked, "", f); }

void ledger_close(ledger *l)
{
    if (!l) return;
    sqlite3_finalize(l->stories);
    sqlite3_finalize(l->records);
    sqlite3_finalize(l->parties);
    sqlite3_finalize(l->counts);
    arena_free(l->mem);
    arena_free(l->row_mem);
    free(l);
}

int ledger_plan(buf *out, store *s, const ledger_question *asked, fail *f)
{
    ledger *l = NULL;
    int code = open_with(&l, s, asked, "EXPLAIN QUERY PLAN ", f), got = 0;
    while (!code && (got = sql_step(s, l->stories, f)) > 0) buf_printf(out, STR_FMT "\n", STR_ARG(sql_column(l->stories, 3)));
    ledger_close(l);
    return code ? code : got;
}

/* ---- reading ---------------------------------------------------------------------------------- */

static str copied(ledger *l, sqlite3_stmt *q, int column) { return str_copy(l->row_mem, sql_column(q, column)); }

static int64_t bound_of(sqlite3_stmt *q, int column)
{
    return sqlite3_column_type(q, column) == SQLITE_NULL ? -1 : sqlite3_column_int64(q, column);
}

static int read_parties(ledger *l, ledger_say *say, fail *f)
{
    sqlite3_stmt *q = l->parties;
    int got;
    sql_int(q, 1, say->n);
    while ((got = sql_step(l->s, q, f)) > 0) {
        str role = sql_column(q, 0);
        ledger_party p = {copied(l, q, 1), copied(l, q, 2), copied(l, q, 3), copied(l, q, 4), copied(l, q, 5)};
        if (str_is(role, "actor")) array_push(l->row_mem, say->actor, p);
        else if (str_is(role, "recipient")) array_push(l->row_mem, say->recipient, p);
        else array_push(l->row_mem, say->source, p);
    }
    sqlite3_reset(q);
    return got;
}

static int read_counts(ledger *l, ledger_say *say, fail *f)
{
    sqlite3_stmt *q = l->counts;
    int got;
    sql_int(q, 1, say->n);
    while ((got = sql_step(l->s, q, f)) > 0)
        array_push(l->row_mem, say->counts, (ledger_number){copied(l, q, 0), copied(l, q, 1), bound_of(q, 2), bound_of(q, 3)});
    sqlite3_reset(q);
    return got;
}

static int read_say(ledger *l, ledger_say *say, fail *f)
{
    sqlite3_stmt *q = l->records;
    str *const text[] = {&say->doc, &say->outlet, &say->published, &say->type, &say->mode, &say->status, &say->quote, &say->text,
                         &say->first, &say->last, &say->place, &say->country, &say->trigger};
    say->n = sqlite3_column_int64(q, 0);
    say->article = sqlite3_column_int64(q, 1);
    say->original = sqlite3_column_int64(q, 2);
    for (int i = 0; i < (int)(sizeof text / sizeof *text); i++) *text[i] = copied(l, q, i + 3);
    say->copies = (uint32_t)sqlite3_column_int64(q, 16);
    int code = read_parties(l, say, f);
    return code ? code : read_counts(l, say, f);
}

/* *tied: does one of its records tie two of the parties? */
static int read_story(ledger *l, int64_t which, bool *tied, fail *f)
{
    sqlite3_stmt *q = l->records;
    int got, code = FAIL_OK;
    l->row = (ledger_row){.story = which};
    *tied = false;
    sql_int(q, 1, which);
    sql_real(q, 2, l->asked.filters.least);
    sql_int(q, 3, LEDGER_RECORDS);
    while (!code && (got = sql_step(l->s, q, f)) != 0) {
        ledger_say say = {0};
        code = got < 0 ? got : read_say(l, &say, f);
        if (code) break;
        *tied = *tied || voices_tie(&l->asked, &say);
        voices_place(l->row_mem, &l->asked, &l->row, &say);
    }
    sqlite3_reset(q);
    return code;
}

/* 1: the story of that number is a row. */
static int take_story(ledger *l, int64_t which, fail *f)
{
    bool tied;
    arena_reset(l->row_mem);
    if (arena_enter(l->row_mem)) return fail_set(f, FAIL_MEMORY, l->s->path, 0, "out of memory");
    int code = read_story(l, which, &tied, f);
    if (code || !tied) return code;
    voices_weigh(&l->asked, &l->row);
    return l->asked.all_standings || l->row.standing == l->asked.standing;
}

int ledger_next(ledger *l, const ledger_row **row, fail *f)
{
    int got, code = 0;
    *row = NULL;
    while (!code && (got = sql_step(l->s, l->stories, f)) != 0)
        code = got < 0 ? got : take_story(l, sqlite3_column_int64(l->stories, 0), f);
    if (code > 0) *row = &l->row;
    return code;
}
