/* What stands in the flat columns of a record, in CSV, and in other lists of codes? */
#include "out/columns.h"
#include "out/export.h"
#include <assert.h>
#include <math.h>

static arena *mem;

static bool gives(const char *first, const char *last, const char *edtf)
{
    return str_is(columns_edtf(mem, str_of(first), str_of(last)), edtf);
}

static void days(void)
{
    assert(gives("2020-10-04", "2020-10-04", "2020-10-04"));
    assert(gives("2020-02-01", "2020-02-29", "2020-02"));
    assert(gives("2021-02-01", "2021-02-27", "2021-02-01/2021-02-27"));
    assert(gives("2020-01-01", "2020-12-31", "2020"));
    assert(gives("2020-09-27", "2020-11-10", "2020-09-27/2020-11-10"));
    assert(gives("2019-12-01", "2020-12-31", "2019-12-01/2020-12-31"));
    assert(gives("", "2020-10-04", "../2020-10-04"));
    assert(gives("2020-10-04", "", "2020-10-04/.."));
    assert(gives("", "", ""));
}

static bool has(const kept *e, const char *name, const char *text)
{
    for (int i = 0; i < n_columns; i++) {
        if (strcmp(columns[i].name, name) != 0) continue;
        cell v = column_get(&columns[i], e, mem);
        return str_is(column_text(&columns[i], &v, mem), text) && v.known == (*text != 0);
    }
    return false;
}

static void values(void)
{
    kept_party actors[] = {{.code = S("AZE"), .sectors = S("GOV;MIL"), .text = S("the army"), .name = S("Army; of Azerbaijan")},
                           {.code = S("---"), .text = S("gunmen")}, {.code = S("TUR")}};
    kept_count counts[] = {{S("injured"), S("at least 40"), 40, KEPT_NONE, {0, 0}}, {S("killed"), S("12"), 12, 12, {0, 0}}};
    kept_place spot = {.name = S("Ganja"), .geonameid = KEPT_NONE, .lat = 40.68, .lon = 46.0};
    kept e = {.id = S("e1"), .story = KEPT_NONE, .first = S("2020-10-04"), .confidence = 0.834, .contested = true,
              .actor = {actors, 3, 3}, .count = {counts, 2, 2}, .place = {&spot, 1, 1}};
    assert(has(&e, "id", "e1") && has(&e, "story", "") && has(&e, "contested", "true") && has(&e, "denied", "false"));
    assert(has(&e, "actor_code", "AZE") && has(&e, "actor_sectors", "GOV;MIL") && has(&e, "actor_all", "AZE/GOV/MIL;---;TUR"));
    assert(has(&e, "actor_names", "Army, of Azerbaijan;gunmen;TUR")); /* as many as there are codes */
    assert(has(&e, "recipient_code", "") && has(&e, "recipient_all", ""));
    assert(has(&e, "injured_low", "40") && has(&e, "injured_high", "") && has(&e, "killed_high", "12") && has(&e, "detained_low", ""));
    assert(has(&e, "counts", "injured=40..;killed=12"));
    assert(has(&e, "lat", "40.68") && has(&e, "lon", "46") && has(&e, "geonameid", "") && has(&e, "confidence", "0.83"));
    assert(has(&e, "date_start", "2020-10-04") && has(&e, "date_end", "") && has(&e, "published", ""));
    e.place.n = 0;
    assert(has(&e, "lat", "") && has(&e, "place_name", ""));
}

static bool writes(void (*put)(buf *, str), str given, const char *wanted)
{
    buf out = {.mem = mem};
    put(&out, given);
    return str_is(buf_str(&out), wanted);
}

static void cells(void)
{
    assert(writes(csv_cell, S("plain \xC3\xA9"), "plain \xC3\xA9") && writes(csv_cell, S("a,b"), "\"a,b\""));
    assert(writes(csv_cell, S("say \"no\""), "\"say \"\"no\"\"\"") && writes(csv_cell, S("two\nlines"), "\"two\nlines\""));
    assert(writes(csv_cell, S("a\0b\1"), "a b ") && writes(csv_cell, S(""), ""));
    assert(writes(tabbed_cell, S("a\tb\r\nc\0"), "a b  c "));
}

static void lists_of_codes(void)
{
    codes *c;
    dataset *data;
    fail f = {0};
    assert(!dataset_open(&data, mem, NULL, &f) && !codes_load(&c, mem, data, &f));
    assert(str_is(codes_cow(c, S("AZE")), "373") && str_is(codes_cow(c, S("USA")), "2") && !codes_cow(c, S("PSE")).len);
    assert(str_is(codes_cameo_role(c, S("JRN")), "MED") && str_is(codes_cameo_role(c, S("MED")), "HLH") && !codes_cameo_role(c, S("PRE")).len);
    assert(str_is(codes_cameo_body(c, S("United Nations")), "IGOUNO") && !codes_cameo_body(c, S("Mercosur")).len);
}

static void pairs(void)
{
    codes *c;
    dataset *data;
    fail f = {0};
    buf out = {.mem = mem};
    kept_party two[] = {{.code = S("FRA"), .sectors = S("GOV")}, {.code = S("DEU")}}, one = {.code = S("RUS"), .sectors = S("MIL;JRN")};
    kept e = {.id = S("e1"), .type = S("CONSULT"), .cameo = S("040"), .actor = {two, 2, 2}};
    assert(!dataset_open(&data, mem, NULL, &f) && !codes_load(&c, mem, data, &f));
    assert(cameo_rows(&out, &e, c) == 2);
    e.type = S("PROTEST");
    assert(cameo_rows(&out, &e, c) == 2 && str_find(buf_str(&out), S("\t---\t")) < out.len); /* each alone, not against one another */
    e.recipient = (kept_parties){&one, 1, 1};
    assert(cameo_rows(&out, &e, c) == 2 && str_find(buf_str(&out), S("RUSMILMED\tRUS\tMIL\tMED")) < out.len);
    e.actor.n = 0;
    assert(cameo_rows(&out, &e, c) == 1);
}

int main(void)
{
    mem = arena_new(0);
    if (!mem || arena_enter(mem)) return 1;
    days();
    values();
    cells();
    lists_of_codes();
    pairs();
    arena_free(mem);
    return 0;
}
