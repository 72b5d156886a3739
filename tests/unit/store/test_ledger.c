/* Who speaks for whom, of whose act, and do they agree?  Records made by hand; then rows out of a store. */
#include "store/ledger.h"
#include "store/sql.h"
#include <assert.h>
#include <stdlib.h>
#include <unistd.h>

static arena *mem;
static const ledger_question two = {.party = {"PER", "ECU"}, .n_parties = 2, .all_standings = true};

/* ---- voices ---------------------------------------------------------------------------- */

static ledger_party of(const char *code, const char *sectors)
{
    return (ledger_party){str_of(code), str_of(sectors), S(""), S(""), S("said")};
}

static ledger_party named(const char *code, const char *sectors, const char *name)
{
    return (ledger_party){str_of(code), str_of(sectors), str_of(name), str_of(name), S("said")};
}

/* PER/MIL did it to ECU, as up to two sources say; article n. */
static ledger_say told(int64_t n, const char *how, const ledger_party *source, uint32_t n_sources)
{
    ledger_say s = {.n = n, .article = n, .original = n, .type = S("ASSAULT"), .status = str_of(how), .first = S("2024-03-01"), .last = S("2024-03-01")};
    array_push(mem, s.actor, of("PER", "MIL"));
    array_push(mem, s.recipient, of("ECU", ""));
    for (uint32_t i = 0; i < n_sources; i++) array_push(mem, s.source, source[i]);
    return s;
}

static ledger_say killed(ledger_say s, long low, long high)
{
    array_push(mem, s.counts, (ledger_number){.what = S("killed"), .low = low, .high = high});
    return s;
}

static ledger_row weigh(const ledger_question *asked, const ledger_say *say, uint32_t n)
{
    ledger_row row = {0};
    for (uint32_t i = 0; i < n; i++) voices_place(mem, asked, &row, &say[i]);
    voices_weigh(asked, &row);
    return row;
}

#define WEIGH(...) weigh(&two, (const ledger_say[]){__VA_ARGS__}, sizeof((const ledger_say[]){__VA_ARGS__}) / sizeof(ledger_say))
#define SAID(n, status, ...) told(n, status, (const ledger_party[]){__VA_ARGS__}, sizeof((const ledger_party[]){__VA_ARGS__}) / sizeof(ledger_party))
#define OUTLET(n, status) told(n, status, NULL, 0)

static void test_standing(void)
{
    ledger_party per = of("PER", "GOV"), ecu = of("ECU", "GOV"), un = of("IGO", "");
    assert(WEIGH(SAID(1, "actual", per), SAID(2, "actual", ecu)).standing == LEDGER_AGREED);
    assert(WEIGH(SAID(1, "denied", per), SAID(2, "actual", ecu)).standing == LEDGER_DENIED);
    assert(WEIGH(SAID(1, "denied", per), OUTLET(2, "actual")).standing == LEDGER_DENIED);
    assert(WEIGH(SAID(1, "denied", per), SAID(2, "actual", un)).standing == LEDGER_DENIED);
    assert(WEIGH(SAID(1, "denied", per)).standing == LEDGER_ONE_SIDE);
    assert(WEIGH(SAID(1, "actual", ecu), OUTLET(2, "actual")).standing == LEDGER_ONE_SIDE);
    assert(WEIGH(SAID(1, "actual", ecu), SAID(2, "denied", un)).standing == LEDGER_ONE_SIDE); /* none of the parties denies */
    assert(WEIGH(OUTLET(1, "actual"), SAID(2, "actual", un)).standing == LEDGER_OUTLET);
    assert(WEIGH(SAID(1, "actual", per), SAID(2, "planned", ecu)).standing == LEDGER_DIFFERS);
}

static void test_numbers(void)
{
    ledger_party per = of("PER", "GOV"), ecu = of("ECU", "GOV");
    ledger_row row = WEIGH(killed(SAID(1, "actual", per), 3, 3), killed(SAID(2, "actual", ecu), 12, -1));
    assert(row.standing == LEDGER_DIFFERS && row.other_number && !row.other_actor);
    row = WEIGH(killed(SAID(1, "actual", per), 12, 12), killed(SAID(2, "actual", ecu), 10, -1));
    assert(row.standing == LEDGER_AGREED && !row.other_number);
    row = WEIGH(killed(SAID(1, "actual", per), 3, 3), killed(OUTLET(2, "actual"), 12, 12));
    assert(row.standing == LEDGER_ONE_SIDE && row.other_number); /* the outlet's number differs, no party's */
    ledger_say other = SAID(2, "actual", ecu);
    other.actor.at[0] = of("COL", "MIL");
    row = WEIGH(SAID(1, "actual", per), other);
    assert(row.standing == LEDGER_DIFFERS && row.other_actor);
    other.actor.at[0] = of("---", "UAF"); /* unknown is not another */
    assert(WEIGH(SAID(1, "actual", per), other).standing == LEDGER_AGREED);
}

/* "Baku said that Yerevan had admitted it" is Yerevan's word by Baku's mouth alone. */
static void test_hearsay(void)
{
    ledger_party per = of("PER", "GOV"), ecu = of("ECU", "GOV"), press = of("ECU", "JRN"), aide = of("PER", "MIL");
    ledger_row row = WEIGH(SAID(1, "actual", per, ecu));
    assert(row.standing == LEDGER_OUTLET && row.cell[0].n == 1 && row.cell[1].n == 1 && row.cell[LEDGER_OTHERS].n == 0);
    assert(!row.cell[0].at[0].firm && !row.cell[0].at[0].relays && row.cell[1].at[0].relays && !row.cell[1].at[0].firm);
    assert(WEIGH(SAID(1, "actual", per, ecu), SAID(2, "actual", ecu)).standing == LEDGER_ONE_SIDE); /* no agreement */
    assert(WEIGH(SAID(1, "actual", per, aide), SAID(2, "actual", ecu)).standing == LEDGER_AGREED);  /* its own side, */
    assert(WEIGH(SAID(1, "actual", per, press), SAID(2, "actual", ecu)).standing == LEDGER_AGREED); /* or the press */
    row = WEIGH(SAID(1, "actual", of("IGO", ""), ecu));
    assert(row.cell[LEDGER_OTHERS].n == 1 && row.cell[1].n == 1 && row.cell[1].at[0].relays);
}

/* A villager is not his country, unless villagers are asked for. */
static void test_voice(void)
{
    static const ledger_question civil = {.party = {"PER/CVL", "ECU"}, .n_parties = 2, .all_standings = true};
    ledger_say says[] = {SAID(1, "actual", of("PER", "CVL")), SAID(2, "actual", of("ECU", "MIL"))};
    ledger_row row = weigh(&two, says, 2);
    assert(row.standing == LEDGER_ONE_SIDE && row.cell[0].n == 1 && !row.cell[0].at[0].firm);
    assert(weigh(&civil, says, 2).standing == LEDGER_AGREED);
}

static ledger_about about(const ledger_question *asked, ledger_party source, ledger_party doer)
{
    ledger_say s = SAID(1, "actual", source);
    s.actor.at[0] = doer;
    ledger_row row = weigh(asked, &s, 1);
    for (uint32_t i = 0; i < LEDGER_CELLS; i++)
        if (row.cell[i].n) return row.cell[i].at[0].about;
    abort();
}

static void test_about(void)
{
    static const ledger_question rebels = {.party = {"PER/GOV", "PER/REB"}, .n_parties = 2, .all_standings = true};
    assert(about(&two, of("PER", "GOV"), of("PER", "MIL")) == LEDGER_OWN_SIDE);
    assert(about(&two, of("ECU", "GOV"), of("PER", "MIL")) == LEDGER_ANOTHER);
    assert(about(&two, of("ECU", "GOV"), of("COL", "MIL")) == LEDGER_NOT_THEIRS);
    assert(about(&two, of("PER", "GOV"), of("PER", "REB")) == LEDGER_NOT_THEIRS); /* its rebels are not the government */
    assert(about(&rebels, of("PER", "GOV"), of("PER", "REB")) == LEDGER_ANOTHER);
    assert(about(&two, named("PER", "PTY", "the Reds"), named("PER", "PTY", "the Blues")) == LEDGER_NOT_THEIRS);
    assert(about(&two, named("PER", "PTY", "the Reds"), named("PER", "PTY", "The Reds")) == LEDGER_OWN_SIDE);
    assert(about(&two, named("IGO", "", "NATO"), named("IGO", "", "the EU")) == LEDGER_NOT_THEIRS);
}

static bool ties(const ledger_question *asked, ledger_party doer, ledger_party other, ledger_party source)
{
    ledger_say s = SAID(1, "actual", source);
    s.actor.at[0] = doer;
    s.recipient.at[0] = other;
    return voices_tie(asked, &s);
}

static void test_tie(void)
{
    static const ledger_question part = {.party = {"PER", "PER/GOV"}, .n_parties = 2};
    ledger_party per = of("PER", "MIL"), ecu = of("ECU", ""), un = of("IGO", ""), gov = of("PER", "GOV;MIL");
    assert(ties(&two, per, ecu, un) && ties(&two, un, per, ecu) && ties(&two, per, un, ecu));
    assert(!ties(&two, un, ecu, un) && !ties(&two, per, un, per) && !ties(&two, per, per, per));
    assert(voices_party(&part, &gov) == 1 && voices_party(&part, &per) == 0 && voices_party(&part, &ecu) == LEDGER_OTHERS);
    assert(ties(&part, per, un, gov) && !ties(&part, gov, un, gov)); /* one party, not two */
    ledger_say joint = SAID(1, "actual", un);
    joint.recipient.n = 0;
    array_push(mem, joint.actor, ecu);
    assert(voices_tie(&two, &joint));
}

static void test_copies(void)
{
    ledger_say a = SAID(1, "actual", of("PER", "GOV")), b = SAID(2, "actual", of("PER", "GOV")), c = SAID(3, "denied", of("PER", "GOV"));
    b.original = c.original = 1;
    ledger_row row = WEIGH(a, b, c);
    assert(row.cell[0].n == 2 && row.cell[0].at[0].copies == 1 && row.records == 3);
}

/* ---- a store ------------------------------------------------------------------------------- */

static const char rows_sql[] =
    "INSERT INTO runs VALUES (1, 'p', 'm', '0', 0, '2024-01-01T00:00:00Z');"
    "INSERT INTO articles(n, id, hash, outlet, published, published_basis, run, text) VALUES "
    "(1, 'a', '1', 'Alpha', '2024-03-02', 'given', 1, 'shells fell on the harbour'), (2, 'b', '2', 'Beta', '2024-03-03', 'given', 1, 'a denial');"
    "INSERT INTO stories(n, events, articles, originals, denied, other_actor, other_number) VALUES (1, 2, 2, 2, 1, 0, 0), (2, 1, 1, 1, 0, 0, 0), "
    "(3, 1, 1, 1, 0, 0, 0);"
    "INSERT INTO events(n, article, story, id, type, first, last, basis, quote, status, confidence, record, evidence) VALUES "
    "(1, 1, 1, 'e1', 'ASSAULT', '2024-03-01', '2024-03-01', 'stated', 'indirect', 'actual', 0.9, '{}', 'shelled the harbour'),"
    "(2, 2, 1, 'e2', 'ASSAULT', '2024-03-01', '2024-03-01', 'stated', 'indirect', 'denied', 0.4, '{}', 'did not shell'),"
    "(3, 2, 2, 'e3', 'CONSULT', '2024-03-02', '2024-03-02', 'stated', 'none', 'actual', 0.9, '{}', 'met'),"
    "(4, 2, 3, 'e4', 'PROTEST', '2024-03-02', '2024-03-02', 'stated', 'none', 'actual', 0.9, '{}', 'marched');"
    "INSERT INTO parties(event, role, ord, code, sectors, text, cue, first, type) VALUES "
    "(1, 'actor', 0, 'PER', 'MIL', 'forces', NULL, '2024-03-01', 'ASSAULT'), (1, 'recipient', 0, 'ECU', '', 'harbour', NULL, '2024-03-01', 'ASSAULT'),"
    "(1, 'source', 0, 'ECU', 'GOV', 'Quito', 'said', '2024-03-01', 'ASSAULT'),"
    "(2, 'actor', 0, 'PER', 'MIL', 'we', NULL, '2024-03-01', 'ASSAULT'), (2, 'recipient', 0, 'ECU', '', 'it', NULL, '2024-03-01', 'ASSAULT'),"
    "(2, 'source', 0, 'PER', 'GOV;MIL', 'Lima', 'denied', '2024-03-01', 'ASSAULT'),"
    "(3, 'actor', 0, 'PER', 'GOV', 'Peru', NULL, '2024-03-02', 'CONSULT'), (3, 'actor', 1, 'ECU', 'GOV', 'Ecuador', NULL, '2024-03-02', 'CONSULT'),"
    "(4, 'actor', 0, 'PER', 'CVL', 'students', NULL, '2024-03-02', 'PROTEST');"
    "INSERT INTO places(event, ord, name, folded, country, first, type) VALUES (1, 0, 'Guayaquil', 'guayaquil', 'ECU', '2024-03-01', 'ASSAULT');"
    "INSERT INTO counts(event, ord, what, low, high) VALUES (1, 0, 'killed', 3, NULL);";

/* The stories of the rows, as digits: 12 is the first, then the second. */
static long stories_of(store *s, ledger_question asked, buf *json)
{
    ledger *l;
    fail f = {0};
    const ledger_row *row;
    long digits = 0;
    int got;
    int code = ledger_open(&l, s, &asked, &f);
    if (code) return code;
    for (; (got = ledger_next(l, &row, &f)) > 0; digits = digits * 10 + row->story)
        if (json) ledger_json(json, &asked, row);
    ledger_close(l);
    return got < 0 ? got : digits;
}

static void test_rows(store *s)
{
    ledger_question q = two;
    buf json = {.mem = mem};
    assert(stories_of(s, q, &json) == 12);
    str out = buf_str(&json);
    assert(str_starts(out, S("{\"story\":1,\"type\":\"ASSAULT\",\"mode\":null,\"status\":\"actual\",\"first\":\"2024-03-01\"")));
    assert(str_find(out, S("\"place\":\"Guayaquil\",\"country\":\"ECU\",\"standing\":\"denied\",\"differs\":[],\"cells\":[[{\"n\":2,")) < out.len);
    assert(str_find(out, S("\"counts\":[{\"what\":\"killed\",\"low\":3,\"high\":null}]")) < out.len);
    assert(str_find(out, S("\"cells\":[[],[]],\"others\":[{\"n\":3,")) < out.len);
    q.filters = (question){.least = 0.5}; /* the denial is not sure enough */
    q.all_standings = false;
    q.standing = LEDGER_ONE_SIDE;
    assert(stories_of(s, q, NULL) == 1);
    q.standing = LEDGER_DENIED;
    assert(stories_of(s, q, NULL) == 0);
}

static void test_filters(store *s)
{
    const struct { question filters; long stories; } tests[] = {
        {{.type = "CONSULT"}, 2}, {{.type = "PROTEST"}, 0}, {{.place = "Guayaquil"}, 1}, {{.place = "Quito"}, 0},
        {{.text = "harbour"}, 1}, {{.text = "denial"}, 12}, {{.text = "x' OR 1 = 1"}, FAIL_USAGE}, {{.from = "2024-03-02"}, 2},
        {{.to = "2024-03-01"}, 1}, {{.status = "denied"}, 1}, {{.contested = true}, 1}, {{.says = "PER/MIL"}, 1}, {{.actor = "ECU"}, 2},
    };
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) {
        ledger_question q = two;
        q.filters = tests[i].filters;
        assert(stories_of(s, q, NULL) == tests[i].stories);
    }
    assert(stories_of(s, (ledger_question){.party = {"PER"}, .n_parties = 1}, NULL) == FAIL_USAGE);
    assert(stories_of(s, (ledger_question){.party = {"PER", "PER"}, .n_parties = 2}, NULL) == FAIL_USAGE);
    assert(stories_of(s, (ledger_question){.party = {"PER/CVL", "ECU' OR 1"}, .n_parties = 2, .all_standings = true}, NULL) == 0);
}

/* Everything by an index; nothing reads all events or all parties. */
static void test_plan(store *s)
{
    fail f = {0};
    ledger_question q = two;
    q.filters = (question){.type = "ASSAULT", .from = "2024-01-01", .place = "Lima"};
    buf out = {.mem = mem};
    assert(ledger_plan(&out, s, &q, &f) == 0);
    str plan = buf_str(&out);
    const char *const wanted[] = {"SEARCH parties USING COVERING INDEX parties_code (role=? AND code=? AND first>?)", "SEARCH e USING INTEGER PRIMARY KEY (rowid=?)",
                                  "INDEX events_story (story=?", "INDEX places_folded (folded=?"};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        if (str_find(plan, str_of(wanted[i])) == plan.len) fprintf(stderr, "no %s in\n" STR_FMT "\n", wanted[i], STR_ARG(plan));
        assert(str_find(plan, str_of(wanted[i])) < plan.len);
    }
    assert(str_find(plan, S("SCAN e")) == plan.len && str_find(plan, S("SCAN parties")) == plan.len && str_find(plan, S("SCAN places")) == plan.len);
}

static void test_store(void)
{
    char path[64];
    store *s;
    fail f = {0};
    const store_run run = {"1.0", "model", 7, 0};
    snprintf(path, sizeof path, "/tmp/test_ledger.%d.db", (int)getpid());
    assert(store_open(&s, path, STORE_WRITE, &run, &f) == 0 && sql_run(s, rows_sql, &f) == 0);
    test_rows(s);
    test_filters(s);
    test_plan(s);
    store_close(s);
    for (const char *const *end = (const char *const[]){"", "-wal", "-shm", NULL}; *end; end++) {
        char name[80];
        snprintf(name, sizeof name, "%s%s", path, *end);
        unlink(name);
    }
}

int main(void)
{
    mem = arena_new(0);
    if (!mem || arena_enter(mem)) abort();
    test_standing();
    test_numbers();
    test_hearsay();
    test_voice();
    test_about();
    test_tie();
    test_copies();
    test_store();
    arena_free(mem);
    return 0;
}
