/* Which events are taken for reports of one act (same.c)? */
#include "store/same.h"
#include <assert.h>
#include <stdio.h>

static void party_is(told_party *p, const char *code, const char *sector)
{
    snprintf(p->code, sizeof p->code, "%s", code);
    snprintf(p->sector, sizeof p->sector, "%s", sector);
}

/* Russian forces shelled Kharkiv on day 100. */
static told shelling(int64_t of)
{
    told t = {.n = of, .article = of, .original = of, .type = S("ASSAULT"), .mode = S("heavy-weapons"), .status = S("actual"),
              .trigger = S("shelled"), .id = S("1"), .first = 100, .last = 100, .n_actors = 1, .n_recipients = 1, .n_places = 1};
    party_is(&t.actor[0], "RUS", "MIL");
    party_is(&t.recipient[0], "UKR", "");
    t.place[0] = (told_place){.geonameid = 706483, .country = "UKR", .admin1 = S("Kharkiv"), .town = true};
    return t;
}

static void test_parties(void)
{
    told a = shelling(1), b = shelling(2);
    assert(same_act(&a, &b));
    party_is(&b.recipient[0], "UKR", "CVL");
    assert(same_act(&a, &b));
    party_is(&a.recipient[0], "UKR", "MIL");
    assert(!same_act(&a, &b));
    a = shelling(1), b = shelling(2);
    b.n_recipients = 0;
    assert(!same_act(&a, &b)); /* whom is known of one only */
    a.n_recipients = 0;
    assert(same_act(&a, &b));
    party_is(&a.actor[0], "---", "COP");
    party_is(&b.actor[0], "---", "COP");
    assert(!same_act(&a, &b)); /* some police somewhere */
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
    b.first = b.last = a.first = a.last = DAY_NONE;
    assert(!same_act(&a, &b));
    b.original = 1; /* in a copy the same words are the same act */
    assert(same_act(&a, &b));
}

static void test_places(void)
{
    told a = shelling(1), b = shelling(2);
    b.place[0] = (told_place){.geonameid = 703448, .country = "UKR", .admin1 = S("Kyiv City"), .town = true};
    assert(!same_act(&a, &b));
    b.place[0] = (told_place){.geonameid = 690791, .country = "UKR", .nation = true};
    assert(same_act(&a, &b));
    b.place[0] = (told_place){.geonameid = 706482, .country = "UKR", .admin1 = S("Kharkiv"), .admin = true};
    assert(same_act(&a, &b));
    b.place[0].admin1 = S("Sumy");
    assert(!same_act(&a, &b));
    b.n_places = 0;
    assert(same_act(&a, &b));
}

static void test_kinds(void)
{
    told a = shelling(1), b = shelling(2);
    b.status = S("denied");
    assert(same_act(&a, &b));
    b.status = S("planned");
    assert(!same_act(&a, &b));
    b = shelling(2);
    b.mode = S("aerial");
    assert(!same_act(&a, &b));
    b.mode = (str){0};
    assert(same_act(&a, &b));
    b.article = b.original = 1; /* the coder keeps apart what one source tells in one article */
    assert(!same_act(&a, &b));
    b.source = S("UKR/GOV the ministry");
    assert(same_act(&a, &b));
}

static void test_accounts(void)
{
    told a = shelling(1), b = shelling(2);
    party_is(&b.actor[0], "UKR", "MIL");
    assert(!same_act(&a, &b)); /* both outlets speak for themselves: two acts */
    b.source = S("RUS/GOV the ministry");
    assert(same_act(&a, &b) && same_but_actor(&a, &b));
    b.place[0] = (told_place){.geonameid = 690791, .country = "UKR", .nation = true};
    assert(!same_act(&a, &b));
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

int main(void)
{
    test_parties();
    test_days();
    test_places();
    test_kinds();
    test_accounts();
    test_numbers();
}
