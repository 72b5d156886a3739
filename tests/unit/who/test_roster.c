/* Does the list know countries by their names, and what held on a day? */
#include "who/who_internal.h"
#include <assert.h>
#include <stdio.h>

static void country(const who *w, const char *name, const char *expected)
{
    char code[4] = "";
    reason why = NULL;
    assert(who_country(w, str_of(name), code, &why) == (expected[0] != 0));
    assert(strcmp(code, expected) == 0 && (expected[0] == 0 || why));
}

static const entry *entry_of(const who *w, arena *mem, const char *name)
{
    uint32_t p = map_get(&w->phrase_of, roster_key(mem, str_of(name)), NONE);
    assert(p != NONE);
    return &w->entries.at[w->phrases.at[p].entry];
}

static void held(const entry *e, day on, const char *sector, bool past, bool early)
{
    bool was, will;
    const tenure *t = roster_on(e, on, &was, &will);
    assert(t && strcmp(t->sector[0], sector) == 0 && was == past && will == early);
}

/* A row whose country is in no nations row would be a slip. */
static void codes_are_known(const who *w)
{
    static const char *const other[] = {"", "IGO", "NGO", "IMG", "MNC"};
    for (uint32_t i = 0; i < w->entries.n; i++)
        for (uint32_t k = 0; k < w->entries.at[i].at.n; k++) {
            const tenure *t = &w->entries.at[i].at.at[k];
            bool known = who_country_name(w, t->code).len > 0;
            for (size_t n = 0; n < sizeof other / sizeof *other; n++) known |= strcmp(t->code, other[n]) == 0;
            if (!known || (t->from != DAY_NONE && t->to != DAY_NONE && t->from > t->to)) fprintf(stderr, "%s\n", t->why);
            assert(known && (t->from == DAY_NONE || t->to == DAY_NONE || t->from <= t->to));
        }
}

int main(void)
{
    arena *mem = arena_new(0);
    fail f;
    dataset *data;
    who *w;
    assert(dataset_open(&data, mem, NULL, &f) == FAIL_OK && who_load(&w, mem, data, &f) == FAIL_OK);
    country(w, "Azerbaijan", "AZE");
    country(w, "U.S.", "USA");
    country(w, "US", "USA");
    country(w, "us", "");
    country(w, "Baku", "AZE");
    country(w, "Soviet Union", "RUS");
    country(w, "Armenians", "ARM");
    country(w, "Guinea-Bissau", "GNB");
    country(w, "Guinea", "GIN");
    country(w, "Niger", "NER");
    country(w, "Atlantis", "");
    assert(str_is(who_country_name(w, "AZE"), "Azerbaijan") && who_country_name(w, "XYZ").len == 0);
    held(entry_of(w, mem, "Taliban"), day_of(2000, 1, 1), "GOV", false, false);
    held(entry_of(w, mem, "Taliban"), day_of(2010, 1, 1), "REB", false, false);
    held(entry_of(w, mem, "Taliban"), day_of(2022, 1, 1), "GOV", false, false);
    held(entry_of(w, mem, "Robert Mugabe"), day_of(2018, 1, 1), "GOV", true, false);
    held(entry_of(w, mem, "Robert Mugabe"), day_of(1970, 1, 1), "GOV", false, true);
    codes_are_known(w);
    arena_free(mem);
    puts("roster: ok");
}
