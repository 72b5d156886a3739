/* sql.c: which statements does the store have, and how are they run? */
#include "store/sql.h"
#include <math.h>

/* One event as the judge of stories sees it. */
#define TOLD \
    "SELECT e.n, e.article, coalesce(a.copy_of, a.n), e.story, e.type, e.mode, e.status, e.first, e.last, e.trigger_text, e.id, " \
    "e.same_as, (SELECT group_concat(code || '/' || sectors || coalesce(text, ''), '|') FROM parties p " \
    "WHERE p.event = e.n AND p.role = 'source'), e.basis, e.evidence, e.evidence_start, e.evidence_end, a.published, e.when_start, e.when_end FROM events e JOIN articles a ON a.n = e.article "

static const char *const text_of[SQL_STATEMENTS] = {
    [SQL_BEGIN] = "BEGIN IMMEDIATE",
    [SQL_COMMIT] = "COMMIT",
    [SQL_ROLLBACK] = "ROLLBACK",
    [SQL_MARK] = "SAVEPOINT article",
    [SQL_KEEP] = "RELEASE article",
    [SQL_UNDO] = "ROLLBACK TO article",
    [SQL_KNOWN] = "SELECT n, id, text FROM articles WHERE hash = ?1 ORDER BY n",
    [SQL_COPY] = "INSERT OR IGNORE INTO copies(article, id, outlet, title, url, published) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    [SQL_RUN] = "INSERT INTO runs(program, model, data, least, started) "
                "VALUES (?1, ?2, ?3, ?4, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))",
    [SQL_ARTICLE] = "INSERT INTO articles(id, hash, outlet, title, url, language, published, published_basis, run, text) "
                    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    [SQL_ATTRIBUTION] = "INSERT INTO attributions VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    [SQL_EVENT] = "INSERT INTO events(article, id, type, mode, context, cameo, quad, first, last, grain, basis, when_text, "
                  "when_start, when_end, quote, status, trigger_text, trigger_start, trigger_end, evidence, evidence_start, "
                  "evidence_end, same_as, confidence, record) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, "
                  "?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25)",
    [SQL_PARTY] = "INSERT INTO parties(event, role, ord, code, sectors, text, name, start, end, cue, cue_start, cue_end, first, "
                  "type) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
    [SQL_PLACE] = "INSERT INTO places(event, ord, text, name, folded, geonameid, country, admin1, lat, lon, kind, start, end, "
                  "first, type) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
    [SQL_COUNT] = "INSERT INTO counts(event, ord, what, low, high, text, start, end) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    [SQL_STALE] = "SELECT a.n, a.id, a.outlet, a.title, a.url, a.language, a.published, a.published_basis, a.text "
                  "FROM articles a JOIN runs r ON r.n = a.run WHERE a.n > ?1 AND (r.program <> ?2 OR r.model <> ?3 OR "
                  "r.data <> ?4 OR r.least <> ?5) ORDER BY a.n LIMIT 1",
    [SQL_DROP_EVENTS] = "DELETE FROM events WHERE article = ?1",
    [SQL_DROP_ATTRIBUTIONS] = "DELETE FROM attributions WHERE article = ?1",
    [SQL_RECODE] = "UPDATE articles SET run = ?2, language = ?3, published = ?4, published_basis = ?5, outlet = ?6 WHERE n = ?1",
    [SQL_STORIES_OF] = "SELECT DISTINCT story FROM events WHERE article = ?1 AND story IS NOT NULL",
    [SQL_SIGN] = "UPDATE articles SET signature = ?2, copy_of = NULL WHERE n = ?1",
    [SQL_BAND] = "INSERT OR IGNORE INTO bands(band, article) VALUES (?1, ?2)",
    [SQL_NEAR] = "SELECT DISTINCT b.article, a.signature, coalesce(a.copy_of, a.n) FROM bands m CROSS JOIN bands b "
                 "ON b.band = m.band AND b.article < m.article CROSS JOIN articles a ON a.n = b.article WHERE m.article = ?1 "
                 "ORDER BY b.article LIMIT 256",
    [SQL_COPY_OF] = "UPDATE articles SET copy_of = ?2 WHERE n = ?1",
    [SQL_TOLD_OF_ARTICLE] = TOLD "WHERE e.article = ?1 ORDER BY e.n",
    [SQL_TOLD_OF_STORY] = TOLD "WHERE e.story = ?1 ORDER BY e.n LIMIT 24",
    [SQL_TOLD_CODES] = "SELECT role, code, sectors, name, text FROM parties WHERE event = ?1 AND role <> 'source' ORDER BY role, ord",
    [SQL_TOLD_PLACES] = "SELECT geonameid, country, kind, admin1, lat, lon, name, text, folded FROM places WHERE event = ?1 ORDER BY ord",
    [SQL_TOLD_COUNTS] = "SELECT what, low, high FROM counts WHERE event = ?1 ORDER BY ord",
    [SQL_CANDIDATES] = "SELECT DISTINCT e.story FROM parties p CROSS JOIN events e ON e.n = p.event WHERE p.role = ?1 AND "
                       "p.code = ?2 AND p.first BETWEEN ?3 AND ?4 AND p.type = ?5 AND e.story IS NOT NULL LIMIT 256",
    [SQL_SAME_DAYS] = "SELECT DISTINCT story FROM events WHERE type = ?1 AND first BETWEEN ?2 AND ?3 AND story IS NOT NULL LIMIT 64",
    [SQL_COPIED] = "SELECT DISTINCT e.story FROM (SELECT ?1 AS n UNION SELECT n FROM articles WHERE copy_of = ?1) a "
                   "CROSS JOIN events e ON e.article = a.n WHERE a.n <> ?2 AND e.type = ?3 AND e.trigger_text IS ?4 AND e.first IS ?5 AND e.story IS NOT NULL LIMIT 256",
    [SQL_NEW_STORY] = "INSERT INTO stories(events, articles, originals, denied, other_actor, other_number) VALUES (1, 1, 1, ?1, 0, 0)",
    [SQL_SET_STORY] = "UPDATE events SET story = ?2 WHERE n = ?1",
    [SQL_TELL_STORY] = "UPDATE stories SET (events, articles, originals) = (SELECT count(*), count(DISTINCT e.article), "
                       "count(DISTINCT coalesce(a.copy_of, a.n)) FROM events e JOIN articles a ON a.n = e.article "
                       "WHERE e.story = ?1), denied = max(denied, ?2), other_actor = max(other_actor, ?3), "
                       "other_number = max(other_number, ?4) WHERE n = ?1",
    [SQL_RESET_STORY] = "UPDATE stories SET denied = 0, other_actor = 0, other_number = 0 WHERE n = ?1",
    [SQL_END_STORY] = "DELETE FROM stories WHERE n = ?1",
    [SQL_ALL_ARTICLES] = "SELECT n, text FROM articles WHERE n > ?1 ORDER BY n LIMIT 1",
    [SQL_FORGET_LINKS] = "UPDATE events SET story = NULL",
    [SQL_FORGET_STORIES] = "DELETE FROM stories",
    [SQL_FORGET_BANDS] = "DELETE FROM bands",
    [SQL_FORGET_COPIES] = "UPDATE articles SET copy_of = NULL, signature = NULL",
    [SQL_CORRECT] = "INSERT INTO corrections(article, event_id, field, note, value, made, record, run) SELECT e.article, e.id, ?2, ?3, "
                    "?4, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), e.record, a.run FROM events e JOIN articles a ON a.n = e.article "
                    "WHERE e.n = ?1",
    [SQL_UNCORRECT] = "DELETE FROM corrections WHERE n = ?1",
};

int sql_fail(store *s, int code, fail *f)
{
    return fail_set(f, code, s->path, 0, "%s", sqlite3_errmsg(s->db));
}

int sql_prepare(store *s, sqlite3_stmt **out, const char *text, fail *f)
{
    int bad = sqlite3_prepare_v3(s->db, text, -1, SQLITE_PREPARE_PERSISTENT, out, NULL);
    return bad ? sql_fail(s, FAIL_READ, f) : FAIL_OK;
}

sqlite3_stmt *sql_use(store *s, statement which, fail *f)
{
    sqlite3_stmt **q = &s->ready[which];
    if (!*q && sql_prepare(s, q, text_of[which], f)) return NULL;
    sqlite3_reset(*q);
    sqlite3_clear_bindings(*q);
    return *q;
}

int sql_step(store *s, sqlite3_stmt *q, fail *f)
{
    int got = sqlite3_step(q);
    if (got == SQLITE_ROW) return 1;
    if (got == SQLITE_DONE) return 0;
    return sql_fail(s, got == SQLITE_FULL || got == SQLITE_IOERR || got == SQLITE_READONLY ? FAIL_WRITE : FAIL_READ, f);
}

int sql_do(store *s, sqlite3_stmt *q, fail *f)
{
    if (!q) return FAIL_READ;
    int code = sql_step(s, q, f);
    sqlite3_reset(q);
    sqlite3_clear_bindings(q);
    return code < 0 ? code : FAIL_OK;
}

int sql_run(store *s, const char *text, fail *f)
{
    return sqlite3_exec(s->db, text, NULL, NULL, NULL) ? sql_fail(s, FAIL_WRITE, f) : FAIL_OK;
}

int sql_begin(store *s, fail *f) { return sql_do(s, sql_use(s, SQL_BEGIN, f), f); }

int sql_end(store *s, int code, fail *f)
{
    fail ignored;
    if (!code) code = sql_do(s, sql_use(s, SQL_COMMIT, f), f);
    /* SQLite may have rolled back by itself, as it does when a disk is full. */
    if (code && !sqlite3_get_autocommit(s->db)) sql_do(s, sql_use(s, SQL_ROLLBACK, &ignored), &ignored);
    return code;
}

/* ---- values ------------------------------------------------------------------- */

/* The bytes stay where they are until the statement has run. */
void sql_full(sqlite3_stmt *q, int at, str text) { sqlite3_bind_text(q, at, text.ptr ? text.ptr : "", (int)text.len, SQLITE_STATIC); }

void sql_text(sqlite3_stmt *q, int at, str text)
{
    if (text.len) sql_full(q, at, text);
    else sqlite3_bind_null(q, at);
}

void sql_z(sqlite3_stmt *q, int at, const char *z) { sql_text(q, at, str_of(z)); }

void sql_int(sqlite3_stmt *q, int at, int64_t n) { sqlite3_bind_int64(q, at, n); }

void sql_real(sqlite3_stmt *q, int at, double x)
{
    if (isnan(x)) sqlite3_bind_null(q, at);
    else sqlite3_bind_double(q, at, x);
}

void sql_day(store *s, sqlite3_stmt *q, int at, day d) { sql_text(q, at, day_print(s->mem, d)); }

str sql_column(sqlite3_stmt *q, int at)
{
    const unsigned char *text = sqlite3_column_text(q, at);
    return text ? (str){(const char *)text, (uint32_t)sqlite3_column_bytes(q, at)} : (str){"", 0};
}

day sql_column_day(sqlite3_stmt *q, int at)
{
    day d;
    return day_parse(sql_column(q, at), &d) ? d : DAY_NONE;
}
