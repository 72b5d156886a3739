/* Which events are taken for reports of one act (same.c, words.c)? */
#include "store/same.h"
#include <assert.h>
#include <math.h>
#include <stdio.h>

static void party_is(told_party *p, const char *code, const char *sector, const char *name)
{
    snprintf(p->code, sizeof p->code, "%s", code);
    snprintf(p->sector, sizeof p->sector, "%s", sector);
    p->n_name = words_name(p->name, str_of(name));
}

static told_place spot(int64_t id, const char *admin1, double lat, double lon)
{
    return (told_place){.geonameid = id, .country = "UKR", .admin1 = str_of(admin1), .lat = lat, .lon = lon, .town = true};
}

/* Russian forces shelled Kharkiv on day 100. */
static told shelling(int64_t of)
{
    told t = {.n = of, .article = of, .original = of, .type = S("ASSAULT"), .mode = S("heavy-weapons"), .status = S("actual"),
              .trigger = S("shelled"), .id = S("1"), .basis = S("relative"), .end = 30, .first = 100, .last = 100, .published = 101,
              .n_actors = 1, .n_recipients = 1, .n_places = 1};
    party_is(&t.actor[0], "RUS", "MIL", "Russian forces");
    party_is(&t.recipient[0], "UKR", "", "Kharkiv");
    t.place[0] = spot(706483, "Kharkiv", 49.98, 36.25);
    return t;
}

/* X criticized Y on day 100. */
static told words_of_day(int64_t of, const char *who, const char *whom)
{
    told t = {.n = of, .article = of, .original = of, .type = S("ACCUSE"), .mode = S("disapprove"), .status = S("actual"),
              .trigger = S("criticized"), .id = S("1"), .basis = S("relative"), .end = 30, .first = 100, .last = 100, .published = 101,
              .n_actors = 1, .n_recipients = 1};
    party_is(&t.actor[0], "USA", "PTY", who);
    party_is(&t.recipient[0], "USA", "LEG", whom);
    return t;
}

static void test_parties(void)
{
    told a = shelling(1), b = shelling(2);
    assert(same_act(&a, &b));
    party_is(&b.recipient[0], "UKR", "CVL", "residents");
    assert(same_act(&a, &b));
    party_is(&b.actor[0], "RUS", "GOV", "Russia"); /* the state's own hands */
    assert(same_act(&a, &b));
    party_is(&b.actor[0], "RUS", "REB", "rebels");
    assert(!same_may(&a, &b));
    b = shelling(2);
    b.n_recipients = 0; /* left open: the town speaks for it */
    assert(same_act(&a, &b));
    b.n_places = 0;
    assert(same_may(&a, &b) && !same_act(&a, &b));
    party_is(&a.actor[0], "---", "COP", "police");
    party_is(&b.actor[0], "---", "COP", "police");
    a.n_recipients = a.n_places = 0;
    assert(!same_act(&a, &b)); /* some police somewhere */
}

/* Within one country the names must speak for it. */
static void test_names(void)
{
    told a = words_of_day(1, "John Smith", "Ann Jones"), b = words_of_day(2, "Smith", "Senator Ann Jones"), c = words_of_day(3, "Peter Miller", "Ann Jones");
    assert(same_points(&a, &b) > same_points(&a, &c));
    assert(!same_act(&a, &c) && same_act(&a, &b));
    b.trigger = S("attacked"); /* who criticises every day may have meant another thing */
    assert(!same_act(&a, &b));
    words_of(&a.words, S("the tariff on imported steel"));
    words_of(&b.words, S("his steel tariffs"));
    assert(same_act(&a, &b));
}

static void test_days(void)
{
    told a = shelling(1), b = shelling(2);
    b.first = b.last = 101;
    assert(!same_act(&a, &b));
    b.first = 98;
    assert(same_act(&a, &b));
    b.first = 60; /* "in the last weeks" */
    assert(!same_act(&a, &b));
    b.first = DAY_NONE; /* "by then" */
    assert(same_days_known(&b) && same_begin(&b) == 95 && same_may(&a, &b));
    b.first = b.last = a.first = a.last = DAY_NONE;
    assert(!same_act(&a, &b));
    b.original = 1; /* in a copy the same words are the same act */
    assert(same_act(&a, &b));
}

/* The day of a denial is not the act's. */
static void test_denials(void)
{
    told a = shelling(1), b = shelling(2);
    b.status = S("denied");
    assert(same_act(&a, &b));
    b.mode = S("firearms"); /* "did not fire": there */
    assert(same_act(&a, &b));
    b.n_places = 0;
    assert(!same_may(&a, &b));
    b.mode = a.mode;
    b.n_places = 1;
    b.first = b.last = 103;
    assert(!same_act(&a, &b)); /* told with a day of its own */
    b.basis = S("published");
    assert(same_act(&a, &b));
    b.first = b.last = 99; /* it cannot deny what comes after it */
    assert(!same_act(&a, &b));
    b.first = b.last = 120;
    assert(!same_act(&a, &b));
    b.first = b.last = DAY_NONE;
    assert(!same_act(&a, &b));
    b.article = b.original = 1; /* within the article there is what it denies */
    b.source = S("RUS/GOV the ministry");
    assert(same_act(&a, &b));
}

static void test_places(void)
{
    told a = shelling(1), b = shelling(2);
    b.place[0] = spot(703448, "Kyiv City", 50.45, 30.52);
    assert(!same_may(&a, &b));
    b.place[1] = (told_place){.geonameid = 690791, .country = "UKR", .nation = true, .lat = NAN, .lon = NAN};
    b.n_places = 2; /* "Kyiv in Ukraine" is still Kyiv */
    assert(!same_may(&a, &b));
    b.place[0] = b.place[1];
    b.n_places = 1;
    assert(same_may(&a, &b));
    b.place[0] = (told_place){.geonameid = 706482, .country = "UKR", .admin1 = S("Kharkiv"), .admin = true, .lat = NAN, .lon = NAN};
    assert(same_may(&a, &b));
    b.place[0].admin1 = S("Sumy");
    assert(!same_may(&a, &b));
    b.place[0] = spot(1, "Kharkiv", 49.8, 36.3); /* a district */
    assert(!same_may(&a, &b));
    b.place[0].town = false;
    assert(same_may(&a, &b));
    b.place[0].lat = 47;
    assert(!same_may(&a, &b));
    b.n_places = 0; /* another town may be meant */
    assert(same_may(&a, &b) && same_points(&a, &b) < 0);
}

static void test_kinds(void)
{
    told a = shelling(1), b = shelling(2);
    b.status = S("planned");
    assert(!same_act(&a, &b));
    b = shelling(2);
    b.mode = S("aerial");
    assert(!same_act(&a, &b));
    b.mode = (str){0};
    assert(same_act(&a, &b));
    b.article = b.original = 1; /* the coder keeps apart what one source tells in one article */
    b.start = 50, b.end = 80;
    assert(!same_act(&a, &b));
    b.n_actors = 0; /* "... , killing 12 people" */
    b.start = 31;
    b.n_counts = 1;
    b.count[0] = (told_count){S("killed"), 12, 12};
    assert(same_act(&a, &b));
    b.start = 50;
    b.source = S("UKR/GOV the ministry");
    assert(same_act(&a, &b));
}

static void test_accounts(void)
{
    told a = shelling(1), b = shelling(2), c = shelling(3);
    party_is(&b.actor[0], "UKR", "MIL", "Ukrainian forces");
    assert(!same_act(&a, &b)); /* both outlets speak for themselves: two acts */
    b.source = S("RUS/GOV the ministry");
    assert(same_act(&a, &b) && same_but_actor(&a, &b));
    party_is(&b.recipient[0], "RUS", "MIL", "Russian forces"); /* each says that the other did it */
    assert(same_act(&a, &b) && same_but_actor(&a, &b));
    b.trigger = S("attacked");
    b.mode = (str){0};
    assert(!same_act(&a, &b)); /* one may have answered the other */
    a.source = S("UKR/GOV the governor");
    assert(same_act(&a, &b)); /* but for each blaming the other */
    party_is(&c.actor[1], "UKR", "MIL", "Ukrainian forces");
    c.n_actors = 2, c.n_recipients = 0, c.mode = (str){0}, c.trigger = S("clashed");
    assert(same_act(&a, &c) && !same_but_actor(&a, &c));
    b.place[0] = (told_place){.geonameid = 690791, .country = "UKR", .nation = true, .lat = NAN, .lon = NAN};
    assert(!same_act(&a, &b));
}

/* "On 20 July 1974": told again after years, the day alone says much. */
static void test_remembered(void)
{
    told a = shelling(1), b = shelling(2);
    a.n_actors = b.n_actors = a.n_places = b.n_places = 0;
    assert(!same_act(&a, &b));
    a.published = b.published = 4000;
    assert(same_act(&a, &b));
}

static void test_numbers(void)
{
    told a = shelling(1), b = shelling(2);
    a.n_counts = b.n_counts = 1;
    a.count[0] = (told_count){S("killed"), 12, 12};
    b.count[0] = (told_count){S("killed"), 10, -1}; /* at least ten */
    assert(!same_but_number(&a, &b));
    b.count[0].low = 20;
    assert(same_but_number(&a, &b) && same_but_number(&b, &a));
    b.count[0].what = S("injured");
    assert(!same_but_number(&a, &b));
}

static void test_words(void)
{
    told_words a, b;
    words_of(&a, S("Police arrested three miners with batons in Marikana on Thursday"));
    words_of(&b, S("the arrest of a miner, which batons could not explain"));
    assert(a.n == 5 && words_shared(&a, &b) == 3 && words_shared(&b, &a) == 3);
    words_drop(&a, S("Marikana's miners"));
    assert(a.n == 4 && words_shared(&a, &b) == 3); /* names only */
    assert(words_akin(S("shelled"), S("Shelling")) && words_akin(S("war"), S("War")) && !words_akin(S("shot"), S("shelled")) && !words_akin(S(""), S("")));
    uint32_t name[TOLD_NAME];
    assert(words_name(name, S("the Ohio Gov. John Kasich")) == 4 && words_name(name, S("the police")) == 0);
}

/* A question that has two sides has one answer. */
static void test_symmetry(void)
{
    told t[] = {shelling(1), shelling(2), shelling(3), words_of_day(4, "Smith", "Ann Jones"), words_of_day(5, "John Smith", "Jones")};
    party_is(&t[1].actor[0], "UKR", "MIL", "");
    t[1].source = S("x");
    t[2].n_actors = 0;
    t[2].status = S("denied");
    t[2].basis = S("published");
    for (size_t i = 0; i < sizeof t / sizeof *t; i++)
        for (size_t k = 0; k < sizeof t / sizeof *t; k++)
            assert(same_may(&t[i], &t[k]) == same_may(&t[k], &t[i]) &&
                   (!str_eq(t[i].type, t[k].type) || same_points(&t[i], &t[k]) == same_points(&t[k], &t[i])));
}

int main(void)
{
    test_parties();
    test_names();
    test_days();
    test_denials();
    test_places();
    test_kinds();
    test_accounts();
    test_remembered();
    test_numbers();
    test_words();
    test_symmetry();
}
