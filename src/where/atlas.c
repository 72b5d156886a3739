/* atlas.c: which places may a name mean?  Joins the compiled list with our tables. */
#include "where/atlas.h"
#include "base/table.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* One of our names: a country, a region, or a place of the list by its number. */
typedef struct entry { candidate place; uint32_t list_id; bool behind; reason why; uint32_t next; } entry;

typedef struct point { double lat, lon; } point;

struct atlas {
    arena *mem;
    gazetteer *list;
    map names;                            /* folded name → entry, chained by next       */
    map abbreviations;                    /* as written → entry                         */
    map words;                            /* lower case → word_class bits               */
    map people;                           /* "Armenian" → entry of the country          */
    map countries;                        /* GeoNames' number as text → entry           */
    map middles;                          /* the same → row of middle                   */
    array(point) middle;
    array(entry) entries;
};

/* ---- reading the tables ------------------------------------------------ */

static int open_table(table *t, arena *mem, const dataset *data, const char *name, fail *f)
{
    str text;
    const char *path;
    int code = dataset_text(data, name, &text, &path, f);
    return code ? code : table_read(t, mem, text, path, f);
}

static double number(arena *mem, str cell)
{
    return cell.len ? strtod(str_copy(mem, cell).ptr, NULL) : NAN;
}

static uint32_t whole(str cell)
{
    long v = 0;
    return str_to_int(cell, &v) && v > 0 && v < (long)UINT32_MAX ? (uint32_t)v : 0;
}

static void set_point(candidate *c)
{
    const double r = 3.14159265358979323846 / 180.0;
    c->at[0] = cos(c->lat * r) * cos(c->lon * r);
    c->at[1] = cos(c->lat * r) * sin(c->lon * r);
    c->at[2] = sin(c->lat * r);
}

static void set_country(candidate *c, str code)
{
    memset(c->country, 0, sizeof c->country);
    if (code.len == 3) memcpy(c->country, code.ptr, 3);
}

static uint32_t add_entry(atlas *a, const entry *e)
{
    array_push(a->mem, a->entries, *e);
    return a->entries.n - 1;
}

/* Hangs an entry under a name, behind those that are there. */
static void add_name(atlas *a, str name, entry e)
{
    e.next = NONE;
    uint32_t at = add_entry(a, &e);
    uint32_t *head = map_at(&a->names, gazetteer_fold(a->mem, name), NONE);
    if (*head == NONE) {
        *head = at;
        return;
    }
    uint32_t last = *head;
    while (a->entries.at[last].next != NONE) last = a->entries.at[last].next;
    a->entries.at[last].next = at;
}

static void add_names(atlas *a, str names, const entry *e)
{
    for (str name; str_cut(&names, '|', &name);) add_name(a, name, *e);
}

static int read_countries(atlas *a, const dataset *data, fail *f)
{
    table t;
    int code = open_table(&t, a->mem, data, "where/countries.tsv", f);
    for (uint32_t i = 0; i < t.n_rows && !code; i++) {
        const str *c = t.row[i].cell;
        entry e = {.why = t.row[i].why};
        e.place = (candidate){.id = whole(c[2]), .level = LEVEL_COUNTRY, .name = c[3], .lat = number(a->mem, c[4]),
                              .lon = number(a->mem, c[5]), .admin1 = NONE, .admin2 = NONE, .kind = "country",
                              .population = whole(c[6]), .by_hand = true, .why = t.row[i].why};
        set_country(&e.place, c[0]);
        set_point(&e.place);
        add_name(a, c[3], e);
        map_put(&a->countries, c[2], a->entries.n - 1);
        uint32_t country = a->entries.n - 1;
        add_names(a, c[8], &e);
        for (str rest = c[9], name; str_cut(&rest, '|', &name);) map_put(&a->people, name, country);
    }
    return code;
}

/* "Galicia (Eastern Europe)" is shown, and looked up, as its aliases say: not with the bracket. */
static str without_bracket(str name)
{
    uint32_t at = str_find(name, S(" ("));
    return str_slice(name, 0, at);
}

static int read_regions(atlas *a, const dataset *data, fail *f)
{
    table t;
    int code = open_table(&t, a->mem, data, "where/regions.tsv", f);
    for (uint32_t i = 0; i < t.n_rows && !code; i++) {
        const str *c = t.row[i].cell;
        entry e = {.list_id = whole(c[5]), .why = t.row[i].why};
        e.place = (candidate){.id = whole(c[5]), .level = LEVEL_REGION, .name = without_bracket(c[1]), .lat = number(a->mem, c[2]),
                              .lon = number(a->mem, c[3]), .admin1 = NONE, .admin2 = NONE,
                              .kind = str_copy(a->mem, c[0]).ptr, .by_hand = true, .why = t.row[i].why};
        if (str_is(c[0], "city")) e.place.level = LEVEL_TOWN;
        set_country(&e.place, c[4]);
        set_point(&e.place);
        if (e.place.name.len == c[1].len) add_name(a, c[1], e);
        add_names(a, c[6], &e);
    }
    return code;
}

static int read_aliases(atlas *a, const dataset *data, fail *f)
{
    table t;
    int code = open_table(&t, a->mem, data, "where/aliases.tsv", f);
    for (uint32_t i = 0; i < t.n_rows && !code; i++) {
        const str *c = t.row[i].cell;
        add_names(a, c[1], &(entry){.list_id = whole(c[0]), .why = t.row[i].why});
    }
    return code;
}

/* "South Ossetian": the names of peoples that have no country's list entry. */
static int read_peoples(atlas *a, const dataset *data, fail *f)
{
    table t;
    int code = open_table(&t, a->mem, data, "where/peoples.tsv", f);
    for (uint32_t i = 0; i < t.n_rows && !code; i++) {
        const str *c = t.row[i].cell;
        uint32_t region = map_get(&a->names, gazetteer_fold(a->mem, c[1]), NONE);
        entry e = {.list_id = whole(c[2]), .why = t.row[i].why};
        if (!e.list_id && region == NONE) return fail_set(f, FAIL_FORMAT, t.path, t.row[i].line, "no such region, and no number");
        if (!e.list_id) e = a->entries.at[region];
        uint32_t at = add_entry(a, &e);
        for (str rest = c[0], name; str_cut(&rest, '|', &name);) map_put(&a->people, name, at);
    }
    return code;
}

static int read_abbreviations(atlas *a, const dataset *data, fail *f)
{
    table t;
    int code = open_table(&t, a->mem, data, "where/abbreviations.tsv", f);
    for (uint32_t i = 0; i < t.n_rows && !code; i++) {
        const str *c = t.row[i].cell;
        uint32_t country = map_get(&a->countries, c[1], NONE);
        entry e = {.list_id = whole(c[1]), .behind = str_is(c[2], "after"), .why = t.row[i].why};
        if (country != NONE) e.place = a->entries.at[country].place;
        map_put(&a->abbreviations, c[0], add_entry(a, &e));
    }
    return code;
}

static int read_middles(atlas *a, const dataset *data, fail *f)
{
    table t;
    int code = open_table(&t, a->mem, data, "where/middles.tsv", f);
    for (uint32_t i = 0; i < t.n_rows && !code; i++) {
        const str *c = t.row[i].cell;
        array_push(a->mem, a->middle, (point){number(a->mem, c[1]), number(a->mem, c[2])});
        map_put(&a->middles, c[0], a->middle.n - 1);
    }
    return code;
}

static uint32_t class_bit(str name)
{
    static const char *const known[] = {"before", "behind", "front", "side", "body", "title", "never", "road", "folk", "act",
                                        "division", "settlement", "site", "edge"};
    for (uint32_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_is(name, known[i])) return 1u << i;
    return 0;
}

static int read_words(atlas *a, const dataset *data, fail *f)
{
    table t;
    int code = open_table(&t, a->mem, data, "where/words.tsv", f);
    for (uint32_t i = 0; i < t.n_rows && !code; i++) {
        uint32_t bit = class_bit(t.row[i].cell[0]);
        if (!bit) return fail_set(f, FAIL_FORMAT, t.path, t.row[i].line, "no such class of words");
        for (str rest = t.row[i].cell[1], word; str_word(&rest, &word);) *map_at(&a->words, word, 0) |= bit;
    }
    return code;
}

int atlas_open(atlas **out, arena *mem, const dataset *data, const char *path, fail *f)
{
    atlas *a = arena_new_of(mem, atlas);
    a->mem = a->names.mem = a->abbreviations.mem = a->words.mem = a->countries.mem = a->middles.mem = a->people.mem = mem;
    int code = read_countries(a, data, f);
    if (!code) code = read_regions(a, data, f);
    if (!code) code = read_aliases(a, data, f);
    if (!code) code = read_peoples(a, data, f);
    if (!code) code = read_abbreviations(a, data, f);
    if (!code) code = read_middles(a, data, f);
    if (!code) code = read_words(a, data, f);
    if (!code) code = gazetteer_open(&a->list, mem, path, f);
    *out = code ? NULL : a;
    return code;
}

void atlas_close(atlas *a)
{
    if (a) gazetteer_close(a->list);
}

/* ---- look-ups ----------------------------------------------------------- */

/* Puts a large division where our table says. */
static void set_middle(const atlas *a, candidate *c)
{
    char id[16];
    int n = snprintf(id, sizeof id, "%u", c->id);
    uint32_t at = map_get(&a->middles, (str){id, (uint32_t)n}, NONE);
    if (at == NONE) return;
    c->lat = a->middle.at[at].lat;
    c->lon = a->middle.at[at].lon;
}

static bool from_list(const atlas *a, uint32_t which, candidate *c)
{
    gazetteer_place p;
    static const level of_kind[PLACE_KINDS] = {LEVEL_TOWN, LEVEL_TOWN, LEVEL_ADMIN1, LEVEL_ADMIN2, LEVEL_ADMIN2};
    if (!gazetteer_at(a->list, which, &p)) return false;
    *c = (candidate){.id = p.id, .level = of_kind[p.kind], .name = p.name, .lat = p.lat, .lon = p.lon,
                     .admin1 = p.admin1, .admin2 = p.admin2, .kind = gazetteer_kind_name(p.kind),
                     .population = p.population, .why = "places.bin"};
    if (p.kind == PLACE_ADMIN1) c->admin1 = which, set_middle(a, c);
    if (p.kind == PLACE_ADMIN2) c->admin2 = which;
    memcpy(c->country, p.country, sizeof c->country);
    set_point(c);
    return true;
}

/* An alias takes all from the list; a region that the list has as a division is held to be one. */
static bool from_entry(const atlas *a, const entry *e, candidate *c)
{
    candidate listed;
    bool found = e->list_id && from_list(a, gazetteer_by_id(a->list, e->list_id), &listed);
    if (!e->place.kind && !found) return false;
    *c = e->place.kind ? e->place : listed;
    if (e->place.kind && found && e->place.level == LEVEL_REGION) {
        c->level = listed.level;
        c->admin1 = listed.admin1;
        c->population = listed.population;
    }
    c->by_hand = true;
    c->why = e->why;
    return true;
}

/* Is it in the list already, by its number or by its row (two aliases may fold to one key)? */
static bool is_there(const candidates *list, const candidate *c)
{
    for (uint32_t i = 0; i < list->n; i++)
        if ((c->id && list->at[i].id == c->id) || (!c->id && list->at[i].why == c->why)) return true;
    return false;
}

void atlas_find(const atlas *a, arena *mem, str name, candidates *out)
{
    str key = gazetteer_fold(mem, name);
    candidate c;
    for (uint32_t i = map_get(&a->names, key, NONE); i != NONE; i = a->entries.at[i].next)
        if (from_entry(a, &a->entries.at[i], &c) && !is_there(out, &c)) array_push(mem, *out, c);
    gazetteer_hits hits = gazetteer_find(a->list, key);
    for (uint32_t i = hits.first; i < hits.end && out->n < ATLAS_MAX_CANDIDATES; i++) {
        bool other = false;
        if (!from_list(a, gazetteer_hit(a->list, i, &other), &c) || is_there(out, &c)) continue;
        c.other = other;
        array_push(mem, *out, c);
    }
}

bool atlas_has(const atlas *a, arena *mem, str name)
{
    str key = gazetteer_fold(mem, name);
    gazetteer_hits hits = {0, 0};
    if (map_get(&a->names, key, NONE) != NONE) return true;
    hits = gazetteer_find(a->list, key);
    return hits.first < hits.end;
}

bool atlas_abbreviation(const atlas *a, str text, candidate *out, bool *behind)
{
    uint32_t i = map_get(&a->abbreviations, text, NONE);
    char stopped[9] = {0};
    if (i == NONE && text.len > 1 && text.len < 8 && text.ptr[text.len - 1] != '.') { /* "Calif", "N.Y" before a sentence's stop */
        memcpy(stopped, text.ptr, text.len);
        stopped[text.len] = '.';
        i = map_get(&a->abbreviations, str_of(stopped), NONE);
    }
    if (i == NONE) return false;
    *behind = a->entries.at[i].behind || (stopped[0] && !memchr(text.ptr, '.', text.len));
    return from_entry(a, &a->entries.at[i], out);
}

bool atlas_people(const atlas *a, str name, candidate *out)
{
    uint32_t i = map_get(&a->people, name, NONE);
    if (i == NONE && str_ends(name, S("s"))) i = map_get(&a->people, str_slice(name, 0, name.len - 1), NONE);
    return i != NONE && from_entry(a, &a->entries.at[i], out);
}

uint32_t atlas_word(const atlas *a, str lower) { return map_get(&a->words, lower, 0); }

str atlas_name(const atlas *a, uint32_t division)
{
    gazetteer_place p;
    return division != NONE && gazetteer_at(a->list, division, &p) ? p.name : (str){"", 0};
}
