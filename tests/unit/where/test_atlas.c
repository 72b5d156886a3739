/* Does where/atlas.c join the compiled list with data/where, and are those tables sound? */
#include "places.h"
#include "base/table.h"
#include "where/atlas.h"

static candidate first(const atlas *a, arena *mem, const char *name)
{
    candidates all = {0};
    atlas_find(a, mem, str_of(name), &all);
    assert(all.n > 0);
    return all.at[0];
}

static void same_place(const atlas *a, arena *mem, const char *x, const char *y)
{
    candidate p = first(a, mem, x), q = first(a, mem, y);
    assert(str_eq(p.name, q.name) && p.id == q.id && !(p.lat < q.lat) && !(p.lat > q.lat));
}

static void abbreviation(const atlas *a, const char *text, uint32_t id, bool only_behind)
{
    candidate c;
    bool behind;
    assert(atlas_abbreviation(a, str_of(text), &c, &behind) == (id != 0));
    assert(!id || (c.id == id && behind == only_behind));
}

static void names(const atlas *a, arena *mem)
{
    candidate c;
    same_place(a, mem, "Nagorno-Karabakh", "Artsakh");
    same_place(a, mem, "Karabakh", "Garabagh");
    same_place(a, mem, "Shusha", "Shushi");
    same_place(a, mem, "Burma", "Myanmar");
    same_place(a, mem, "the Gulf of Aden", "Gulf of Aden");
    same_place(a, mem, "Donbass", "Donbas");
    assert(strcmp(first(a, mem, "Georgia").country, "GEO") == 0 && first(a, mem, "Georgia").level == LEVEL_COUNTRY);
    assert(first(a, mem, "Kirkuk").level == LEVEL_ADMIN1 && str_is(atlas_name(a, first(a, mem, "Kirkuk").admin1), "Kirkuk"));
    assert(atlas_has(a, mem, str_of("Ganja")) && atlas_has(a, mem, str_of("Sahel")) && !atlas_has(a, mem, str_of("Nowhere")));
    assert(atlas_people(a, str_of("Armenians"), &c) && strcmp(c.country, "ARM") == 0);
    assert(atlas_people(a, str_of("South Korean"), &c) && strcmp(c.country, "KOR") == 0);
    assert(!atlas_people(a, str_of("Martian"), &c) && atlas_name(a, NONE).len == 0);
    abbreviation(a, "Calif.", 5332921, false);
    abbreviation(a, "Calif", 5332921, true);
    abbreviation(a, "TX", 4736286, true);
    abbreviation(a, "U.S.", 6252001, false);
    abbreviation(a, "U.S", 6252001, false);
    abbreviation(a, "calif.", 0, false);
    abbreviation(a, "", 0, false);
    assert((atlas_word(a, str_of("near")) & WORD_BEFORE) && (atlas_word(a, str_of("county")) & WORD_BEHIND) && !atlas_word(a, str_of("xyz")));
}

static void is_place(const table *t, uint32_t row, const char *lat, const char *lon)
{
    double la = strtod(table_cell(t, row, table_column(t, lat)).ptr, NULL), lo = strtod(table_cell(t, row, table_column(t, lon)).ptr, NULL);
    assert(la >= -90 && la <= 90 && lo >= -180 && lo <= 180);
}

static void tables(const dataset *data, arena *mem)
{
    static const char *const with_middles[] = {"where/countries.tsv", "where/regions.tsv", "where/middles.tsv"};
    for (size_t k = 0; k < sizeof with_middles / sizeof *with_middles; k++) {
        fail f = {0};
        str text;
        const char *path;
        table t;
        assert(dataset_text(data, with_middles[k], &text, &path, &f) == FAIL_OK && table_read(&t, mem, text, path, &f) == FAIL_OK);
        for (uint32_t i = 0; i < t.n_rows; i++) is_place(&t, i, "lat", "lon");
        uint32_t country = table_column(&t, k ? "country" : "code");
        for (uint32_t i = 0; i < t.n_rows; i++) assert(table_cell(&t, i, country).len == 3 || (k && table_cell(&t, i, country).len == 0));
    }
}

int main(void)
{
    fail f = {0};
    dataset *data;
    atlas *a;
    arena *mem = arena_new(0);
    const char *path = places_make();
    assert(dataset_open(&data, mem, NULL, &f) == FAIL_OK);
    assert(atlas_open(&a, mem, data, "/nonexistent/places.bin", &f) == FAIL_MISSING);
    assert(atlas_open(&a, mem, data, path, &f) == FAIL_OK);
    names(a, mem);
    tables(data, mem);
    atlas_close(a);
    arena_free(mem);
    remove(path);
    return 0;
}
