/* Does where/gazetteer.c find what tools/mkgazetteer.c wrote, and refuse what is damaged? */
#include "places.h"

static void folds(arena *mem, const char *name, const char *key)
{
    str got = gazetteer_fold(mem, str_of(name));
    if (!str_is(got, key)) fprintf(stderr, "%s: " STR_FMT ", not %s\n", name, STR_ARG(got), key);
    assert(str_is(got, key));
}

static void names_fold(arena *mem)
{
    folds(mem, "Paris", "paris");
    folds(mem, "The Hague", "hague");
    folds(mem, "St. Louis", "saint louis");
    folds(mem, "St.Louis", "saint louis");
    folds(mem, "Mt Pleasant", "mount pleasant");
    folds(mem, "U.S.", "us");
    folds(mem, "N'Djamena", "ndjamena");
    folds(mem, "Guinea-Bissau", "guinea bissau");
    folds(mem, "", "");
    folds(mem, "The", "the");
}

static void finds(const gazetteer *g, arena *mem, const char *name, uint32_t n, uint32_t first_id)
{
    gazetteer_hits hits = gazetteer_find(g, gazetteer_fold(mem, str_of(name)));
    assert(hits.end - hits.first == n);
    if (!n) return;
    bool other;
    gazetteer_place p;
    assert(gazetteer_at(g, gazetteer_hit(g, hits.first, &other), &p) && p.id == first_id);
}

static void look_ups(const char *path)
{
    fail f = {0};
    gazetteer *g;
    gazetteer_place p;
    bool other;
    arena *mem = arena_new(0);
    assert(gazetteer_open(&g, mem, path, &f) == FAIL_OK && gazetteer_verify(g, &f) == FAIL_OK);
    names_fold(mem);
    finds(g, mem, "Paris", 2, 2988507); /* most people first */
    finds(g, mem, "PARIS", 2, 2988507);
    finds(g, mem, "Lutetia", 1, 2988507);
    finds(g, mem, "Shushi", 1, 147105);
    finds(g, mem, "Kirkuk", 2, 99001);
    finds(g, mem, "Nowhere", 0, 0);
    finds(g, mem, "", 0, 0);
    gazetteer_hit(g, gazetteer_find(g, S("lutetia")).first, &other);
    assert(other);
    assert(gazetteer_at(g, gazetteer_by_id(g, 94787), &p) && str_is(p.name, "Kirkuk") && strcmp(p.country, "IRQ") == 0);
    assert(p.admin1 == gazetteer_by_id(g, 99001) && p.admin2 == GAZETTEER_NO_PLACE && p.kind == PLACE_CITY);
    assert(p.lat > 35.469 && p.lat < 35.471 && p.population == 601433);
    assert(gazetteer_by_id(g, 1) == GAZETTEER_NO_PLACE && !gazetteer_at(g, gazetteer_count(g), &p));
    assert(gazetteer_hit(g, UINT32_MAX, &other) == GAZETTEER_NO_PLACE);
    gazetteer_close(g);
    arena_free(mem);
}

/* Writes the list with one byte changed (at `at`), cut to `size`, and tells what opening says. */
static int opens(const char *path, size_t at, size_t size, bool *verified)
{
    static uint8_t copy[1 << 20];
    char damaged[96];
    fail f = {0};
    gazetteer *g = NULL;
    arena *mem = arena_new(0);
    FILE *in = fopen(path, "rb");
    size_t n = fread(copy, 1, sizeof copy, in);
    fclose(in);
    if (at < n) copy[at] ^= 0x55;
    snprintf(damaged, sizeof damaged, "%s.damaged", path);
    FILE *out = fopen(damaged, "wb");
    assert(out && fwrite(copy, 1, size < n ? size : n, out) == (size < n ? size : n) && fclose(out) == 0);
    int code = gazetteer_open(&g, mem, damaged, &f);
    assert(code == FAIL_OK || (f.code == code && f.text[0] && strcmp(f.path, damaged) == 0));
    *verified = code == FAIL_OK && gazetteer_verify(g, &f) == FAIL_OK;
    if (code == FAIL_OK) gazetteer_close(g);
    arena_free(mem);
    remove(damaged);
    return code;
}

static void damage(const char *path)
{
    fail f = {0};
    bool verified;
    gazetteer *g = NULL;
    arena *mem = arena_new(0);
    assert(opens(path, SIZE_MAX, SIZE_MAX, &verified) == FAIL_OK && verified);
    assert(opens(path, 0, SIZE_MAX, &verified) == FAIL_FORMAT);
    assert(opens(path, HEAD_VERSION, SIZE_MAX, &verified) == FAIL_VERSION);
    assert(opens(path, HEAD_NAMES, SIZE_MAX, &verified) == FAIL_FORMAT);
    assert(opens(path, SIZE_MAX, 20, &verified) == FAIL_FORMAT);
    assert(opens(path, SIZE_MAX, 0, &verified) == FAIL_FORMAT);
    assert(opens(path, SIZE_MAX, 5000, &verified) == FAIL_FORMAT);
    /* Behind the head damage is found by verify only. */
    assert(opens(path, GAZETTEER_HEAD + 4 * GAZETTEER_DIRECTORY + 9, SIZE_MAX, &verified) == FAIL_OK && !verified);
    assert(gazetteer_open(&g, mem, "/nonexistent/places.bin", &f) == FAIL_MISSING && strstr(f.text, "make setup"));
    arena_free(mem);
}

static void bad_tables(void)
{
    static const char *const bad[] = {
        "id\tkind\tcountry\tadmin1\tadmin2\tlat\tlon\tpopulation\tnames\n1\tvillage\tFRA\t0\t0\t1\t1\t1\tX\n",
        "id\tkind\tcountry\tadmin1\tadmin2\tlat\tlon\tpopulation\tnames\n1\tcity\tFR\t0\t0\t1\t1\t1\tX\n",
        "id\tkind\tcountry\tadmin1\tadmin2\tlat\tlon\tpopulation\tnames\n", "id\tname\n1\tX\n",
        "id\tkind\tcountry\tadmin1\tadmin2\tlat\tlon\tpopulation\tnames\n1\tcity\tFRA\t0\t0\t1\t1\t1\tX\n1\tcity\tFRA\t0\t0\t1\t1\t1\tY\n"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char rows[80], out[80];
        fail f = {0};
        arena *mem = arena_new(0);
        snprintf(rows, sizeof rows, "%s.bad", places_path());
        snprintf(out, sizeof out, "%s.never", places_path());
        FILE *t = fopen(rows, "wb");
        assert(t && fwrite(bad[i], 1, strlen(bad[i]), t) == strlen(bad[i]) && fclose(t) == 0);
        assert(compile(rows, out, mem, &f) == FAIL_FORMAT && access(out, F_OK) != 0);
        remove(rows);
        arena_free(mem);
    }
}

int main(void)
{
    const char *path = places_make();
    look_ups(path);
    damage(path);
    bad_tables();
    remove(path);
    return 0;
}
