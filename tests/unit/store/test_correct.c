/* Do corrections stay, and does a store of version 1 become one of today with all that is in it? */
#include "store/correct.h"
#include "made.h"
#include "store/look.h"

static correction wrong_day(int64_t n) { return (correction){n, S("when"), S("it was Tuesday"), S("2024-03-12")}; }

static str value_of(store *s, look what, int64_t n, int column)
{
    fail f = {0};
    query *q;
    bool known;
    static char kept[200];
    assert(look_open(&q, s, what, n, &f) == 0 && query_next(q, &f) == 1);
    snprintf(kept, sizeof kept, STR_FMT, STR_ARG(query_value(q, column, &known)));
    query_close(q);
    return str_of(kept);
}

static void test_refused(store *s)
{
    fail f = {0};
    int64_t n;
    static char longer[CORRECT_MAX_NOTE + 1];
    memset(longer, 'x', sizeof longer);
    correction nothing = wrong_day(99), field = {1, S("weather"), S(""), S("")}, two = {1, S("type status"), S(""), S("")},
               note = {1, S("type"), {longer, sizeof longer}, S("")}, value = {1, S("type"), S(""), {longer, CORRECT_MAX_VALUE + 1}};
    assert(correct_put(s, &nothing, &n, &f) == FAIL_MISSING && correct_put(s, &field, &n, &f) == FAIL_USAGE);
    assert(correct_put(s, &two, &n, &f) == FAIL_USAGE && correct_put(s, &note, &n, &f) == FAIL_USAGE);
    assert(correct_put(s, &value, &n, &f) == FAIL_USAGE && correct_remove(s, 1, &f) == FAIL_MISSING);
    assert(number(s, "SELECT count(*) FROM corrections") == 0);
}

static void test_kept(store *s)
{
    fail f = {0};
    int64_t n = 0, second = 0;
    correction c = wrong_day(1), bare = {1, S("event"), S(""), S("")};
    assert(correct_put(s, &c, &n, &f) == 0 && n == 1 && correct_put(s, &bare, &second, &f) == 0 && second == 2);
    assert(number(s, "SELECT count(*) FROM corrections c JOIN events e ON e.id = c.event_id AND e.record = c.record "
                     "WHERE c.run = 1 AND c.made > '2024' AND c.n = 1 AND c.value = '2024-03-12'") == 1);
    assert(number(s, "SELECT count(*) FROM corrections WHERE value IS NULL AND note = ''") == 1);
    assert(str_is(value_of(s, LOOK_CORRECTION, 1, 5), "when") && str_is(value_of(s, LOOK_CORRECTION, 1, 1), "1"));
    assert(correct_remove(s, 2, &f) == 0 && number(s, "SELECT count(*) FROM corrections") == 1);
}

/* The article is coded anew and has no such event any more; stories are made anew. */
static void test_survives(void)
{
    fail f = {0};
    store *s = open_as(&later);
    doc *d = article_of("a", "one text");
    assert(store_replace(s, 1, d, records, &f) == 0 && store_rebuild(s, &f) == 0 && store_flush(s, &f) == 0);
    assert(number(s, "SELECT count(*) FROM events") == 0 && number(s, "SELECT count(*) FROM corrections") == 1);
    assert(value_of(s, LOOK_CORRECTION, 1, 1).len == 0 && value_of(s, LOOK_CORRECTION, 1, 2).len == 16);
    assert(number(s, "SELECT run FROM corrections") == 1);
    doc_free(d);
    store_close(s);
}

/* ---- version 1 ----------------------------------------------------------------------- */

extern const char store_schema_sql[];

static void make_version_1(void)
{
    static const char rows[] =
        "PRAGMA user_version = 1; INSERT INTO runs VALUES (1, '1.0', 'model', '7', 0, '2024-01-01T00:00:00Z');"
        "INSERT INTO articles(n, id, hash, published_basis, run, text) VALUES (1, 'a', '00', 'unknown', 1, 'one text');"
        "INSERT INTO events(n, article, id, type, basis, quote, status, confidence, record) "
        "VALUES (1, 1, '0123456789abcdef', 'ASSAULT', 'unstated', 'none', 'actual', 0.5, '{}')";
    sqlite3 *db;
    unlink(path);
    assert(sqlite3_open(path, &db) == 0 && sqlite3_exec(db, store_schema_sql, NULL, NULL, NULL) == 0);
    assert(sqlite3_exec(db, rows, NULL, NULL, NULL) == 0);
    sqlite3_close(db);
}

static int version(void)
{
    sqlite3 *db;
    sqlite3_stmt *q;
    assert(sqlite3_open(path, &db) == 0 && sqlite3_prepare_v2(db, "PRAGMA user_version", -1, &q, NULL) == 0);
    assert(sqlite3_step(q) == SQLITE_ROW);
    int n = sqlite3_column_int(q, 0);
    sqlite3_finalize(q);
    sqlite3_close(db);
    return n;
}

static void test_version_1(void)
{
    fail f = {0};
    store *s;
    int64_t n;
    correction c = wrong_day(1);
    make_version_1();
    assert(store_open(&s, path, STORE_READ, NULL, &f) == 0);
    assert(str_is(value_of(s, LOOK_ROW, 1, 14), "0")); /* as if nothing had been corrected */
    assert(correct_put(s, &c, &n, &f) != 0);
    store_close(s);
    assert(version() == 1);               /* reading changes nothing */
    assert(store_open(&s, path, STORE_CHANGE, NULL, &f) == 0 && correct_put(s, &c, &n, &f) == 0);
    assert(number(s, "SELECT count(*) FROM events") == 1 && number(s, "SELECT count(*) FROM corrections WHERE article = 1") == 1);
    assert(str_is(value_of(s, LOOK_ROW, 1, 14), "1"));
    store_close(s);
    assert(version() == STORE_VERSION);
}

static void test_limit(void)
{
    fail f = {0};
    store *s;
    sqlite3_stmt *q;
    const char *endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
    assert(store_open(&s, path, STORE_READ, NULL, &f) == 0 && sql_prepare(s, &q, endless, &f) == 0);
    store_limit(s, 30);
    assert(sql_step(s, q, &f) < 0 && store_timed_out(s));
    sqlite3_finalize(q);
    store_limit(s, 1000);
    assert(!store_timed_out(s) && number(s, "SELECT count(*) FROM events") == 1);
    store_close(s);
}

int main(void)
{
    fail f = {0};
    snprintf(path, sizeof path, "/tmp/test_correct.%d.db", (int)getpid());
    store *s = open_as(&now);
    doc *d = article_of("a", "one text");
    add_event(d, "ASSAULT", 1000, STATUS_ACTUAL, NULL, 3);
    put(s, d);
    assert(store_flush(s, &f) == 0);
    test_refused(s);
    test_kept(s);
    doc_free(d);
    store_close(s);
    test_survives();
    test_version_1();
    test_limit();
    unlink(path);
    return 0;
}
