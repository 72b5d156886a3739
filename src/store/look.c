/* look.c: which fixed questions by number are there? */
#include "store/look.h"
#include "store/sql.h"

#define CORRECTION \
    "SELECT c.n AS n, (SELECT e.n FROM events e WHERE e.id = c.event_id AND e.article = c.article LIMIT 1) AS event, " \
    "c.event_id AS event_id, c.article AS article, a.id AS doc, c.field AS field, c.note AS note, c.value AS value, " \
    "c.made AS made FROM corrections c JOIN articles a ON a.n = c.article "
#define JSON_OF(column) "CASE WHEN json_valid(" column ") THEN " column " ELSE 'null' END"

static const char *const text_of[LOOK_KINDS] = {
    [LOOK_ROW] = "SELECT e.n AS n, e.story AS story, e.article AS article, a.id AS doc, a.outlet AS outlet, a.title AS title, "
                 "a.url AS url, a.published AS published, coalesce(st.articles, 1) AS reports, "
                 "coalesce(st.originals, 1) AS originals, coalesce(st.contested, 0) AS \"contested?\", "
                 "coalesce(st.denied, 0) AS \"denied?\", coalesce(st.other_actor, 0) AS \"other_actor?\", "
                 "coalesce(st.other_number, 0) AS \"other_number?\", (SELECT count(*) FROM corrections c "
                 "WHERE c.article = e.article AND c.event_id = e.id) AS corrections, " JSON_OF("e.record") " AS \"record{}\" "
                 "FROM events e JOIN articles a ON a.n = e.article LEFT JOIN stories st ON st.n = e.story WHERE e.n = ?1",
    [LOOK_ARTICLE] = "SELECT n, id, outlet, title, url, language, published, published_basis, text, copy_of "
                     "FROM articles WHERE n = ?1",
    [LOOK_COPIES] = "SELECT id, outlet, title, url, published FROM copies WHERE article = ?1 ORDER BY id LIMIT 200",
    [LOOK_NEAR] = "SELECT a.n AS n, a.id AS id, a.outlet AS outlet, a.title AS title, a.published AS published "
                  "FROM (SELECT coalesce(copy_of, n) AS first FROM articles WHERE n = ?1) m JOIN articles a "
                  "ON a.n = m.first OR a.copy_of = m.first WHERE a.n <> ?1 ORDER BY a.n LIMIT 200",
    [LOOK_RUN] = "SELECT r.program AS program, r.model AS model, r.data AS data, r.least AS least, r.started AS started "
                 "FROM articles a JOIN runs r ON r.n = a.run WHERE a.n = ?1",
    [LOOK_ATTRIBUTIONS] = "SELECT ord, within, kind, stance, speech AS \"speech?\", name, code, sectors AS \"sectors;\", "
                          JSON_OF("source") " AS \"source{}\", " JSON_OF("cue") " AS \"cue{}\", " JSON_OF("content")
                          " AS \"content{}\" FROM attributions WHERE article = ?1 ORDER BY ord",
    [LOOK_ARTICLE_EVENTS] = "SELECT n FROM events WHERE article = ?1 ORDER BY n",
    [LOOK_STORY] = "SELECT n, events, articles, originals, denied AS \"denied?\", other_actor AS \"other_actor?\", "
                   "other_number AS \"other_number?\", contested AS \"contested?\" FROM stories WHERE n = ?1",
    [LOOK_STORY_EVENTS] = "SELECT n FROM events WHERE story = ?1 ORDER BY n LIMIT 1000",
    [LOOK_EVENT] = "SELECT id, article, record FROM events WHERE n = ?1",
    [LOOK_CORRECTION] = CORRECTION "WHERE c.n = ?1",
    [LOOK_CORRECTIONS_OF] = CORRECTION "WHERE c.article = ?1 ORDER BY c.n",
    [LOOK_CORRECTIONS] = CORRECTION "ORDER BY c.n",
    [LOOK_RUNS] = "SELECT r.program AS program, r.model AS model, r.data AS data, r.least AS least, r.started AS started, "
                  "(SELECT count(*) FROM articles a WHERE a.run = r.n) AS articles FROM runs r ORDER BY r.n",
    [LOOK_DAYS] = "SELECT (SELECT min(first) FROM events) AS first, (SELECT max(last) FROM events) AS last",
};

int look_open(query **out, store *s, look what, int64_t n, fail *f)
{
    int code = query_of(out, s, text_of[what], f);
    if (!code && n) look_again(*out, n);
    return code;
}

void look_again(query *q, int64_t n)
{
    sqlite3_stmt *row = query_row(q);
    sqlite3_reset(row);
    sql_int(row, 1, n);
}

int look_search(query **out, store *s, const char *text, fail *f)
{
    *out = NULL;
    int code = query_check_text(s, text, f);
    if (!code) code = query_of(out, s, "SELECT rowid AS n FROM search WHERE search MATCH ?1 ORDER BY rowid", f);
    if (!code) sqlite3_bind_text(query_row(*out), 1, text, -1, SQLITE_TRANSIENT);
    return code;
}
