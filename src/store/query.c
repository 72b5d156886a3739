/* query.c: how does a question become SQL?
 *
 * Of fixed pieces: what is asked for is only ever bound, never part of the
 * text.  Parties and places carry the type and the first day of their event, so
 * that each such filter is answered by one index; their events are then met.
 */
#include "base/utf8.h"
#include "store/query.h"
#include <stdlib.h>

const char query_groups[] = "day month year type mode quad status actor recipient says country place outlet";

struct query { store *s; sqlite3_stmt *row; arena *mem; };

/* ---- pieces ------------------------------------------------------------------------------- */

static void add(builder *b, const char *text) { buf_add(&b->sql, str_of(text)); }

void query_bind(builder *b, const char *text, str value)
{
    array_push(b->mem, b->value, (bound){.text = value});
    buf_printf(&b->sql, "%s?%u", text, b->value.n);
}

void query_bind_number(builder *b, const char *text, double value)
{
    array_push(b->mem, b->value, (bound){.number = value, .is_number = true});
    buf_printf(&b->sql, "%s?%u", text, b->value.n);
}

static void condition(builder *b) { add(b, b->conditions++ ? " AND " : " WHERE "); }

/* ---- sets of events: by party, by place ------------------------------------------------------ */

/* Opens "e.n IN (SELECT ..." or goes on with "INTERSECT SELECT ...". */
static void begin_set(builder *b)
{
    if (b->sets++) add(b, " INTERSECT ");
    else {
        condition(b);
        add(b, "e.n IN (");
    }
}

/* No act of a known first day behind --until answers.  One of which only the last day is known answers
 * unless a first day is asked for, too. */
void query_until(builder *b, const char *before, const char *first)
{
    if (!b->asked->to) return;
    add(b, before);
    if (!b->asked->from) buf_printf(&b->sql, "(%s IS NULL OR ", first);
    add(b, first);
    query_bind(b, " <= ", str_of(b->asked->to));
    if (!b->asked->from) add(b, ")");
}

static void limit_set(builder *b)
{
    if (b->asked->from) query_bind(b, " AND first >= ", str_of(b->asked->from));
    query_until(b, " AND ", "first");
    if (b->asked->type) query_bind(b, " AND type = ", str_of(b->asked->type));
}

/* "ARM/GOV", "ARM", "/GOV" */
static void party_set(builder *b, const char *role, const char *who)
{
    if (!who) return;
    str rest = str_of(who), code, sector;
    str_cut(&rest, '/', &code);
    begin_set(b);
    query_bind(b, "SELECT event FROM parties WHERE role = ", str_of(role));
    if (code.len) query_bind(b, " AND code = ", code);
    limit_set(b);
    while (str_cut(&rest, '/', &sector)) {
        query_bind(b, " AND instr(';' || sectors || ';', ';' || ", sector);
        add(b, " || ';')");
    }
}

static bool is_country(str s)
{
    for (uint32_t i = 0; i < s.len; i++)
        if (s.ptr[i] < 'A' || s.ptr[i] > 'Z') return false;
    return s.len == 3;
}

static void place_set(builder *b, const char *where)
{
    long id;
    if (!where) return;
    str name = str_of(where);
    begin_set(b);
    if (str_to_int(name, &id)) query_bind_number(b, "SELECT event FROM places WHERE geonameid = ", (double)id);
    else if (is_country(name)) query_bind(b, "SELECT event FROM places WHERE country = ", name);
    else query_bind(b, "SELECT event FROM places WHERE folded = ", utf8_fold_name(b->mem, name));
    limit_set(b);
}

/* ---- which events ------------------------------------------------------------------------------ */

static void equals(builder *b, const char *column, const char *value)
{
    if (!value) return;
    condition(b);
    query_bind(b, column, str_of(value));
}

void query_conditions(builder *b)
{
    const question *a = b->asked;
    party_set(b, "actor", a->actor);
    party_set(b, "recipient", a->recipient);
    party_set(b, "source", a->says);
    place_set(b, a->place);
    if (b->sets) add(b, ")");
    equals(b, "e.type = ", a->type);
    equals(b, "e.first >= ", a->from);
    if (a->to) condition(b);
    query_until(b, "", "e.first"); /* follows from the next, but the index knows it */
    equals(b, "e.last <= ", a->to);
    equals(b, "e.status = ", a->status);
    if (a->least > 0) {
        condition(b);
        query_bind_number(b, "e.confidence >= ", a->least);
    }
    if (a->contested) {
        condition(b);
        add(b, "e.story IN (SELECT n FROM stories WHERE contested = 1)");
    }
    if (!a->text) return;
    condition(b);
    query_bind(b, "e.article IN (SELECT rowid FROM search WHERE search MATCH ", str_of(a->text));
    add(b, ")");
}

/* hit(n): the events asked for, of each story the first. */
static void hits(builder *b)
{
    add(b, "WITH hit(n) AS MATERIALIZED (SELECT ");
    add(b, b->asked->by_report ? "e.n FROM events e" : "min(e.n) FROM events e");
    query_conditions(b);
    if (!b->asked->by_report) add(b, " GROUP BY e.story");
    add(b, ") ");
}

/* ---- rows ------------------------------------------------------------------------------------------ */

#define PARTIES(role, what) \
    "(SELECT group_concat(" what ", '+') FROM parties p WHERE p.event = e.n AND p.role = '" role "' ORDER BY p.ord)"
#define CODE "CASE WHEN p.sectors = '' THEN p.code ELSE p.code || '/' || replace(p.sectors, ';', '/') END"
#define WORDS "coalesce(p.text, p.name, '')"

static void limits(builder *b)
{
    if (b->asked->limit) query_bind_number(b, " LIMIT ", (double)b->asked->limit);
    if (b->asked->limit && b->asked->offset) query_bind_number(b, " OFFSET ", (double)b->asked->offset);
}

static void numbers(builder *b)
{
    hits(b);
    add(b, "SELECT e.n AS n FROM hit CROSS JOIN events e ON e.n = hit.n ORDER BY e.first IS NULL, e.first, e.n");
    limits(b);
}

static void rows(builder *b)
{
    hits(b);
    add(b, "SELECT e.story AS story, st.articles AS reports, st.originals AS originals, st.contested AS contested, "
           "st.denied AS denied, st.other_actor AS other_actor, st.other_number AS other_number, e.id AS id, e.first AS first, "
           "e.last AS last, e.grain AS grain, e.basis AS basis, e.type AS type, e.mode AS mode, e.context AS context, "
           "e.cameo AS cameo, e.quad AS quad, " PARTIES("actor", CODE) " AS actor, " PARTIES("actor", WORDS) " AS actor_text, "
           PARTIES("recipient", CODE) " AS recipient, " PARTIES("recipient", WORDS) " AS recipient_text, "
           "w.name AS place, w.country AS country, w.geonameid AS geonameid, w.lat AS lat, w.lon AS lon, "
           PARTIES("source", CODE) " AS says, " PARTIES("source", WORDS) " AS says_text, e.quote AS quote, e.status AS status, "
           "round(e.confidence, 2) AS confidence, a.id AS doc, a.outlet AS outlet, a.title AS title, a.url AS url, "
           "a.published AS published, e.evidence AS evidence, e.record AS record "
           "FROM hit CROSS JOIN events e ON e.n = hit.n CROSS JOIN articles a ON a.n = e.article "
           "LEFT JOIN stories st ON st.n = e.story LEFT JOIN places w ON w.event = e.n AND w.ord = 0 "
           "ORDER BY e.first IS NULL, e.first, e.n");
    limits(b);
}

/* ---- numbers ---------------------------------------------------------------------------------------- */

/* Days that are not within one month or year have no month or year. */
#define WITHIN(n) "CASE WHEN substr(e.first, 1, " n ") = substr(e.last, 1, " n ") THEN substr(e.first, 1, " n ") END"
typedef struct group { const char *name, *value, *join; bool several; } group;
static const group group_of[] = {
    {"day", WITHIN("10"), "", false}, {"month", WITHIN("7"), "", false}, {"year", WITHIN("4"), "", false},
    {"type", "e.type", "", false}, {"mode", "e.mode", "", false}, {"quad", "e.quad", "", false}, {"status", "e.status", "", false},
    {"actor", "pa.code", " LEFT JOIN parties pa ON pa.event = e.n AND pa.role = 'actor'", true},
    {"recipient", "pr.code", " LEFT JOIN parties pr ON pr.event = e.n AND pr.role = 'recipient'", true},
    {"says", "ps.code", " LEFT JOIN parties ps ON ps.event = e.n AND ps.role = 'source' AND ps.ord = 0", false},
    {"country", "w.country", " LEFT JOIN places w ON w.event = e.n AND w.ord = 0", false},
    {"place", "wn.name", " LEFT JOIN places wn ON wn.event = e.n AND wn.ord = 0", false},
    {"outlet", "a.outlet", " CROSS JOIN articles a ON a.n = e.article", false},
};
enum { MAX_GROUPS = 8 };

static const group *find_group(str name)
{
    for (size_t i = 0; i < sizeof group_of / sizeof *group_of; i++)
        if (str_is(name, group_of[i].name)) return &group_of[i];
    return NULL;
}

static int read_groups(const char *names, const group *out[MAX_GROUPS], int *n, fail *f)
{
    str rest = str_of(names);
    for (str name; str_cut(&rest, ',', &name);) {
        const group *g = find_group(str_trim(name));
        for (int i = 0; i < *n && g; i++)
            if (out[i] == g) return fail_set(f, FAIL_USAGE, "", 0, "counting by %s twice", g->name);
        if (!g) return fail_set(f, FAIL_USAGE, "", 0, "nothing is counted by " STR_FMT, STR_ARG(name));
        if (*n == MAX_GROUPS) return fail_set(f, FAIL_USAGE, "", 0, "too many things to count by");
        out[(*n)++] = g;
    }
    return FAIL_OK;
}

static int counts(builder *b, fail *f)
{
    const group *g[MAX_GROUPS];
    int n = 0, code = read_groups(b->asked->count_by, g, &n, f);
    bool several = false;                 /* two actors of one country are one in its count */
    if (code) return code;
    for (int i = 0; i < n; i++) several = several || g[i]->several;
    hits(b);
    add(b, "SELECT ");
    for (int i = 0; i < n; i++) buf_printf(&b->sql, "%s AS %s, ", g[i]->value, g[i]->name);
    buf_printf(&b->sql, "%s AS %s FROM hit CROSS JOIN events e ON e.n = hit.n", several ? "count(DISTINCT e.n)" : "count(*)",
               b->asked->by_report ? "reports" : "stories");
    for (int i = 0; i < n; i++) add(b, g[i]->join);
    for (int i = 0; i < n; i++) buf_printf(&b->sql, "%s%d", i ? ", " : " GROUP BY ", i + 1);
    for (int i = 0; i < n; i++) buf_printf(&b->sql, "%s%d IS NULL, %d", i ? ", " : " ORDER BY ", i + 1, i + 1);
    limits(b);
    return FAIL_OK;
}

/* ---- asking ------------------------------------------------------------------------------------------ */

void query_give(sqlite3_stmt *row, const builder *b)
{
    for (uint32_t i = 0; i < b->value.n; i++) {
        str text = b->value.at[i].text;
        if (b->value.at[i].is_number) sql_real(row, (int)i + 1, b->value.at[i].number);
        else sqlite3_bind_text(row, (int)i + 1, text.ptr, (int)text.len, SQLITE_TRANSIENT); /* its memory may be used anew */
    }
}

/* The statement with what was asked for bound to it. */
static int finish(sqlite3_stmt **out, store *s, builder *b, fail *f)
{
    int code = sql_prepare(s, out, buf_str(&b->sql).ptr, f);
    if (!code) query_give(*out, b);
    return code;
}

static int prepare(query *q, const question *asked, const char *before, fail *f)
{
    builder b = {.mem = q->mem, .sql = {.mem = q->mem}, .asked = asked};
    add(&b, before);
    int code = FAIL_OK;
    if (asked->count_by) code = counts(&b, f);
    else if (asked->numbers) numbers(&b);
    else rows(&b);
    return code ? code : finish(&q->row, q->s, &b, f);
}

int query_check_text(store *s, const char *text, fail *f)
{
    sqlite3_stmt *q;
    if (!text) return FAIL_OK;
    if (sql_prepare(s, &q, "SELECT rowid FROM search WHERE search MATCH ?1 LIMIT 1", f)) return f->code;
    sql_full(q, 1, str_of(text));
    int got = sqlite3_step(q);
    int code = got == SQLITE_ERROR ? fail_set(f, FAIL_USAGE, "", 0, "the words of --text: %s", sqlite3_errmsg(s->db)) : FAIL_OK;
    sqlite3_finalize(q);
    return code;
}

static query *new_query(store *s)
{
    query *q = calloc(1, sizeof *q);
    if (q && !(q->mem = arena_new(0))) {
        free(q);
        return NULL;
    }
    if (q) q->s = s;
    return q;
}

int query_of(query **out, store *s, const char *sql, fail *f)
{
    query *q = new_query(s);
    *out = NULL;
    if (!q) return fail_set(f, FAIL_MEMORY, s->path, 0, "out of memory");
    int code = sql_prepare(s, &q->row, sql, f);
    if (code) query_close(q);
    else *out = q;
    return code;
}

sqlite3_stmt *query_row(const query *q) { return q->row; }

int query_hits(sqlite3_stmt **out, store *s, const question *asked, const char *rest, fail *f)
{
    int code = query_check_text(s, asked->text, f);
    if (code) return code;
    arena_reset(s->mem);
    if (arena_enter(s->mem)) return fail_set(f, FAIL_MEMORY, s->path, 0, "out of memory");
    builder b = {.mem = s->mem, .sql = {.mem = s->mem}, .asked = asked};
    hits(&b);
    add(&b, rest);
    if (asked->limit) query_bind_number(&b, " LIMIT ", (double)asked->limit);
    return finish(out, s, &b, f);
}

static int ask(query **out, store *s, const question *asked, const char *before, fail *f)
{
    int code = query_check_text(s, asked->text, f);
    if (code) return code;
    query *q = new_query(s);
    if (!q || arena_enter(q->mem)) {
        query_close(q);
        return fail_set(f, FAIL_MEMORY, s->path, 0, "out of memory");
    }
    code = prepare(q, asked, before, f);
    if (code) query_close(q);
    else *out = q;
    return code;
}

int query_open(query **out, store *s, const question *asked, fail *f)
{
    *out = NULL;
    return ask(out, s, asked, "", f);
}

void query_close(query *q)
{
    if (!q) return;
    sqlite3_finalize(q->row);
    arena_free(q->mem);
    free(q);
}

int query_next(query *q, fail *f) { return sql_step(q->s, q->row, f); }

int query_columns(const query *q) { return sqlite3_column_count(q->row); }

const char *query_name(const query *q, int column) { return sqlite3_column_name(q->row, column); }

str query_value(const query *q, int column, bool *known)
{
    *known = sqlite3_column_type(q->row, column) != SQLITE_NULL;
    return sql_column(q->row, column);
}

bool query_is_number(const query *q, int column)
{
    int type = sqlite3_column_type(q->row, column);
    return type == SQLITE_INTEGER || type == SQLITE_FLOAT;
}

int query_plan(buf *out, store *s, const question *asked, fail *f)
{
    query *q = NULL;
    int code = ask(&q, s, asked, "EXPLAIN QUERY PLAN ", f), got = 0;
    while (!code && (got = query_next(q, f)) > 0) buf_printf(out, STR_FMT "\n", STR_ARG(sql_column(q->row, 3)));
    query_close(q);
    return code ? code : got;
}
