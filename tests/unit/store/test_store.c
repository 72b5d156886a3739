/* Does a store keep, find, link, replace, and refuse?  Documents made by hand, no model needed. */
#include "made.h"

static void test_known(store *s)
{
    fail f = {0};
    doc *a = article_of("a", "one text"), *b = article_of("b", "one text"), *c = article_of("a", "another text");
    assert(store_known(s, a, &f) == 0);
    add_event(a, "ASSAULT", 1000, STATUS_ACTUAL, NULL, 3);
    put(s, a);
    put(s, a); /* as another process might at the same time */
    assert(number(s, "SELECT count(*) FROM events") == 1);
    assert(store_known(s, a, &f) == 1 && number(s, "SELECT count(*) FROM copies") == 0);
    assert(store_known(s, b, &f) == 1 && number(s, "SELECT count(*) FROM copies WHERE id = 'b'") == 1);
    assert(store_known(s, c, &f) == 0);
    doc_free(a);
    doc_free(b);
    doc_free(c);
}

static void test_stories(store *s)
{
    doc *b = article_of("s1", "first"), *c = article_of("s2", "second"), *d = article_of("s3", "third");
    add_event(b, "ASSAULT", 1000, STATUS_ACTUAL, "ECU", 9);
    add_event(c, "ASSAULT", 1000, STATUS_DENIED, "PER", 0);
    add_event(d, "ASSAULT", 1003, STATUS_ACTUAL, NULL, 0);
    put(s, b);
    assert(number(s, "SELECT events * 100 + denied * 10 + other_number FROM stories") == 201);
    put(s, c);
    assert(number(s, "SELECT events * 100 + denied * 10 + other_number FROM stories") == 311);
    put(s, d);
    assert(number(s, "SELECT count(*) FROM stories") == 2 && number(s, "SELECT count(*) FROM stories WHERE contested") == 1);
    fail f = {0};
    assert(store_rebuild(s, &f) == 0);
    assert(number(s, "SELECT count(*) FROM stories") == 2 && number(s, "SELECT count(*) FROM stories WHERE contested") == 1);
    doc_free(b);
    doc_free(c);
    doc_free(d);
}

/* All are stale for a newer program; each is given as it came in; runs stay. */
static void test_recode(void)
{
    fail f = {0};
    int64_t n = 0;
    store *s = open_as(&later);
    int seen = 0;
    for (;; seen++) {
        doc *d = doc_new();
        int got = store_stale(s, &n, d, &f);
        assert(got >= 0);
        if (got) assert(d->article.published == day_of(2024, 3, 12) && d->article.basis == PUBLISHED_GIVEN && d->article.given.len);
        if (got) assert(store_replace(s, n, d, records, &f) == 0); /* the newer program finds nothing in it */
        doc_free(d);
        if (!got) break;
    }
    assert(seen == 4 && number(s, "SELECT count(*) FROM events") == 0 && number(s, "SELECT count(*) FROM stories") == 0);
    assert(number(s, "SELECT count(*) FROM runs") == 2 && number(s, "SELECT count(*) FROM articles WHERE run = 2") == 4);
    n = 0;
    doc *d = doc_new();
    assert(store_stale(s, &n, d, &f) == 0 && store_flush(s, &f) == 0);
    doc_free(d);
    store_close(s);
}

static bool plan_has(store *s, const question *asked, const char *words)
{
    fail f = {0};
    buf out = {.mem = s->mem};
    assert(query_plan(&out, s, asked, &f) == 0);
    str plan = buf_str(&out);
    bool scan = str_find(plan, S("SCAN e")) < plan.len && str_find(plan, S("SCAN e USING")) == plan.len;
    bool found = str_find(plan, str_of(words)) < plan.len;
    if (scan || !found) fprintf(stderr, "no %s in\n" STR_FMT "\n", words, STR_ARG(plan));
    return found && !scan;
}

/* Each filter is answered by its index, and then by the numbers of events: nothing reads all. */
static void test_plans(store *s)
{
    if (arena_enter(s->mem)) abort();
    const struct { question asked; const char *plan; } tests[] = {
        {{.actor = "PER"}, "USING COVERING INDEX parties_code (role=? AND code=?)"},
        {{.actor = "PER/MIL", .type = "ASSAULT", .from = "2020-01-01", .to = "2020-12-31"},
         "USING COVERING INDEX parties_code (role=? AND code=? AND first>? AND first<?)"},
        {{.recipient = "ECU", .by_report = true}, "SEARCH e USING INTEGER PRIMARY KEY (rowid=?)"},
        {{.says = "ECU/GOV", .count_by = "month,type"}, "USING COVERING INDEX parties_code (role=? AND code=?)"},
        {{.place = "Lima"}, "INDEX places_folded (folded=?"},
        {{.place = "PER"}, "INDEX places_country (country=?"},
        {{.place = "3936456"}, "INDEX places_geonameid (geonameid=?"},
        {{.type = "ASSAULT", .from = "2020-01-01", .to = "2020-01-31"}, "INDEX events_type (type=? AND first>? AND first<?)"},
        {{.from = "2020-01-01", .to = "2020-01-31"}, "INDEX events_first (first>? AND first<?)"},
        {{.text = "border"}, "SEARCH e USING INDEX events_article (article=?)"},
    };
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) assert(plan_has(s, &tests[i].asked, tests[i].plan));
}

static void test_questions(store *s)
{
    fail f = {0};
    query *q;
    question all = {.type = "ASSAULT"}, reports = {.type = "ASSAULT", .by_report = true}, splice = {.type = "x' OR 1 = 1 --"},
             words = {.text = "\"open"}, groups = {.count_by = "mode;DROP TABLE events"};
    int n = 0;
    assert(query_open(&q, s, &all, &f) == 0);
    while (query_next(q, &f) > 0) n++;
    query_close(q);
    assert(n == 2 && query_open(&q, s, &reports, &f) == 0);
    while (query_next(q, &f) > 0) n++;
    query_close(q);
    assert(n == 6 && query_open(&q, s, &splice, &f) == 0 && query_next(q, &f) == 0);
    query_close(q);
    assert(query_open(&q, s, &words, &f) == FAIL_USAGE && query_open(&q, s, &groups, &f) == FAIL_USAGE);
}

/* Steps are taken in order, all or none; a later version and another's file are refused. */
static void test_versions(void)
{
    fail f = {0};
    store *s = open_as(NULL), *other;
    const char *const good[] = {"", "", "CREATE TABLE extra(x)"},
               *const bad[] = {"", "", "", "CREATE TABLE more(x); nonsense"};
    assert(number(s, "PRAGMA user_version") == STORE_VERSION);
    assert(schema_migrate(s, good, 3, &f) == 0 && number(s, "PRAGMA user_version") == 3);
    assert(schema_migrate(s, bad, 4, &f) != 0 && number(s, "PRAGMA user_version") == 3);
    assert(number(s, "SELECT count(*) FROM sqlite_schema WHERE name IN ('extra', 'more')") == 1);
    store_close(s);
    assert(store_open(&other, path, STORE_WRITE, NULL, &f) == FAIL_VERSION && strstr(f.text, "version 3"));
    assert(store_open(&other, path, STORE_READ, NULL, &f) == FAIL_VERSION);
    unlink(path);
    assert(store_open(&other, path, STORE_READ, NULL, &f) == FAIL_MISSING);
    sqlite3 *db;
    assert(sqlite3_open(path, &db) == 0 && sqlite3_exec(db, "CREATE TABLE mine(x)", NULL, NULL, NULL) == 0);
    sqlite3_close(db);
    assert(store_open(&other, path, STORE_WRITE, NULL, &f) == FAIL_VERSION && strstr(f.text, "no store"));
    unlink(path);
}

int main(void)
{
    snprintf(path, sizeof path, "/tmp/test_store.%d.db", (int)getpid());
    store *s = open_as(&now);
    test_known(s);
    test_stories(s);
    test_plans(s);
    test_questions(s);
    fail f = {0};
    assert(store_flush(s, &f) == 0);
    store_close(s);
    test_recode();
    test_versions();
    return 0;
}
