/* Do the columns say what the tables say?  Each number is compared with a question to SQLite. */
#include "store/flat.h"
#include "made.h"

static const flat_column *column_of(const flat *t, const char *name)
{
    for (int i = 0; i < FLAT_COLUMNS; i++)
        if (strcmp(t->column[i].name, name) == 0) return &t->column[i];
    abort();
}

static int64_t at(const flat *t, const char *name, uint32_t row)
{
    static const unsigned width[] = {[FLAT_U8] = 1, [FLAT_U16] = 2, [FLAT_U32] = 4, [FLAT_I32] = 4};
    const flat_column *c = column_of(t, name);
    assert(row < c->length && c->offset % 8 == 0 && c->offset + c->length * width[c->type] <= t->size);
    uint32_t value = 0;
    for (unsigned i = 0; i < width[c->type]; i++) value |= (uint32_t)t->block[c->offset + row * width[c->type] + i] << 8 * i;
    return c->type == FLAT_I32 ? (int64_t)(int32_t)value : (int64_t)value;
}

static bool is_word(const flat *t, flat_list list, int64_t n, const char *word)
{
    return n >= 0 && n < t->list[list].n && str_is(t->list[list].at[n], word);
}

static void fill(void)
{
    fail f = {0};
    store *s = open_as(&now);
    doc *a = article_of("a", "first"), *b = article_of("b", "second");
    add_event(a, "ASSAULT", 1000, STATUS_ACTUAL, "ECU", 9);
    add_event(a, "PROTEST", DAY_NONE, STATUS_PLANNED, NULL, 0);
    add_event(b, "ASSAULT", 1000, STATUS_DENIED, "PER", 0);
    array_push(b->mem, b->events.at[0].actor, named("---", ""));
    put(s, a);
    put(s, b);
    assert(store_flush(s, &f) == 0);
    /* numbers need not be in a row */
    assert(sql_run(s, "PRAGMA foreign_keys = OFF; UPDATE events SET n = 70 WHERE n = 3; UPDATE parties SET event = 70 WHERE event = 3;"
                      "INSERT INTO places(event, ord, name, geonameid, country, lat, lon, kind, first, type) "
                      "VALUES (70, 0, 'Lima', 3936456, 'PER', -12.04, -77.03, 'capital', NULL, 'ASSAULT');"
                      "INSERT INTO places(event, ord, name, country, first, type) VALUES (70, 1, 'Peru', 'PER', NULL, 'ASSAULT')", &f) == 0);
    assert(number(s, "SELECT max(n) FROM events") == 70);
    doc_free(a);
    doc_free(b);
    store_close(s);
}

static void test_events(const flat *t)
{
    assert(t->events == 3 && t->articles == 2);
    assert(at(t, "n", 0) == 1 && at(t, "n", 1) == 2 && at(t, "n", 2) == 70);
    assert(at(t, "story", 0) == at(t, "story", 2) && at(t, "story", 0) != at(t, "story", 1));
    assert(at(t, "article", 0) == 0 && at(t, "article", 2) == 1 && at(t, "article_n", 1) == 2);
    assert(is_word(t, FLAT_TYPES, at(t, "type", 1), "PROTEST") && is_word(t, FLAT_TYPES, at(t, "type", 2), "ASSAULT"));
    assert(is_word(t, FLAT_STATUSES, at(t, "status", 2), "denied") && at(t, "mode", 0) == 0);
    assert(is_word(t, FLAT_GRAINS, at(t, "grain", 0) - 1, "day") && is_word(t, FLAT_BASES, at(t, "basis", 0), "stated"));
    assert(at(t, "first", 0) == 1000 && at(t, "last", 0) == 1000 && at(t, "first", 1) == DAY_NONE && at(t, "confidence", 0) == 80);
    assert(at(t, "contested", 0) == 1 && at(t, "contested", 1) == 0 && at(t, "contested", 2) == 1);
    assert(is_word(t, FLAT_OUTLETS, at(t, "outlet", 0) - 1, "Outlet") && at(t, "published", 0) == day_of(2024, 3, 12));
}

static void test_parties(const flat *t)
{
    assert(at(t, "actor_at", 0) == 0 && at(t, "actor_at", 1) == 1 && at(t, "actor_at", 2) == 2 && at(t, "actor_at", 3) == 4);
    assert(is_word(t, FLAT_PARTIES, at(t, "actor", 0), "PER/MIL") && is_word(t, FLAT_PARTIES, at(t, "actor", 3), "---"));
    assert(at(t, "recipient_at", 3) == 3 && is_word(t, FLAT_PARTIES, at(t, "recipient", 1), "ECU/GOV"));
    assert(at(t, "source_at", 1) == 1 && at(t, "source_at", 2) == 1 && at(t, "source_at", 3) == 2);
    assert(is_word(t, FLAT_PARTIES, at(t, "source", 1), "PER/GOV"));
}

static void test_places(const flat *t)
{
    assert(at(t, "place", 0) == 0 && at(t, "place", 2) == 1 && t->places.n == 1);
    assert(t->places.at[0].geonameid == 3936456 && str_is(t->places.at[0].kind, "capital") && t->places.at[0].lat < -12);
}

int main(void)
{
    fail f = {0};
    store *s;
    flat t;
    snprintf(path, sizeof path, "/tmp/test_flat.%d.db", (int)getpid());
    store_close(open_as(NULL));
    assert(store_open(&s, path, STORE_READ, NULL, &f) == 0 && flat_open(&t, s, &f) == 0 && t.events == 0 && t.articles == 0);
    flat_close(&t);
    store_close(s);
    fill();
    assert(store_open(&s, path, STORE_READ, NULL, &f) == 0 && flat_open(&t, s, &f) == 0);
    test_events(&t);
    test_parties(&t);
    test_places(&t);
    flat_close(&t);
    store_limit(s, 1);                    /* nothing is held after a failure */
    usleep(5000);
    assert(flat_open(&t, s, &f) == 0 || (t.block == NULL && t.mem == NULL));
    flat_close(&t);
    store_close(s);
    unlink(path);
    return 0;
}
