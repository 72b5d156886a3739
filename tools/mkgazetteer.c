/* mkgazetteer.c: compiles the table of places into the file that the program maps.
 *
 *     mkgazetteer PLACES.tsv OUT.bin
 *     mkgazetteer --format             prints what a list must have been made with
 *
 * The table (tools/setup-places.py makes it) has a place a line: id, kind,
 * country, admin1 and admin2 (ids), lat, lon, population, and its names with
 * bars between, the main one first.  src/where/gazetteer.h tells the layout.
 * The file is written whole or not at all, and read back before it is kept. */
#include "base/array.h"
#include "base/bytes.h"
#include "base/table.h"
#include "where/gazetteer.h"
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct place_row {
    uint32_t id, admin1, admin2, population;
    int32_t lat, lon;                     /* 1/100000 degree */
    const char *country;
    place_kind kind;
    str names;
} place_row;
typedef struct named { uint64_t hash; str key; uint32_t place, population; bool other; } named;
typedef array(place_row) place_rows;
typedef array(named) nameds;

/* ---- reading ---------------------------------------------------------- */

static uint32_t number(str cell)
{
    long v = 0;
    return str_to_int(cell, &v) && v > 0 && v < (long)UINT32_MAX ? (uint32_t)v : 0;
}

static int32_t degrees(arena *mem, str cell) { return (int32_t)lround(strtod(str_copy(mem, cell).ptr, NULL) * 1e5); }

static int read_kind(str cell, place_kind *kind)
{
    for (int k = 0; k < PLACE_KINDS; k++)
        if (str_is(cell, gazetteer_kind_name((place_kind)k))) {
            *kind = (place_kind)k;
            return FAIL_OK;
        }
    return FAIL_FORMAT;
}

static int read_row(place_row *p, arena *mem, const table_row *row, const char *path, fail *f)
{
    const str *c = row->cell;
    *p = (place_row){.id = number(c[0]), .country = str_copy(mem, c[2]).ptr, .admin1 = number(c[3]), .admin2 = number(c[4]),
                     .lat = degrees(mem, c[5]), .lon = degrees(mem, c[6]), .population = number(c[7]), .names = c[8]};
    if (p->id == 0 || c[2].len != 3 || c[8].len == 0 || read_kind(c[1], &p->kind))
        return fail_set(f, FAIL_FORMAT, path, row->line, "id, kind, country or name is not as expected");
    return FAIL_OK;
}

static int by_id(const void *a, const void *b)
{
    const place_row *x = a, *y = b;
    return (x->id > y->id) - (x->id < y->id);
}

static int read_places(place_rows *out, arena *mem, const char *path, fail *f)
{
    bytes file;
    table t;
    int code = bytes_map(&file, path, f);
    if (code) return code;
    code = table_read(&t, mem, (str){(const char *)file.ptr, (uint32_t)file.len}, path, f);
    if (!code && t.n_columns != 9) code = fail_set(f, FAIL_FORMAT, path, 0, "%u columns, wanted 9", t.n_columns);
    for (uint32_t i = 0; i < t.n_rows && !code; i++) code = read_row(array_add(mem, *out), mem, &t.row[i], path, f);
    if (!code && out->n == 0) code = fail_set(f, FAIL_FORMAT, path, 0, "no places");
    if (!code) qsort(out->at, out->n, sizeof *out->at, by_id);
    for (uint32_t i = 1; i < out->n && !code; i++)
        if (out->at[i].id == out->at[i - 1].id) code = fail_set(f, FAIL_FORMAT, path, 0, "id %u twice", out->at[i].id);
    return code;
}

/* ---- names ------------------------------------------------------------ */

static int by_name(const void *a, const void *b)
{
    const named *x = a, *y = b;
    if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
    if (x->population != y->population) return x->population > y->population ? -1 : 1;
    if (x->place != y->place) return x->place < y->place ? -1 : 1;
    return (int)x->other - (int)y->other;
}

static void add_names(nameds *out, arena *mem, const place_row *p, uint32_t place)
{
    bool other = false;
    for (str rest = p->names, name; str_cut(&rest, '|', &name); other = true) {
        str key = gazetteer_fold(mem, name);
        if (key.len) array_push(mem, *out, (named){str_hash(key), key, place, p->population, other});
    }
}

/* Sorts, and keeps one of the names of a place that fold to the same key. */
static int sort_names(nameds *names, fail *f)
{
    uint32_t n = 0;
    qsort(names->at, names->n, sizeof *names->at, by_name);
    for (uint32_t i = 0; i < names->n; i++) {
        named *x = &names->at[i], *last = n ? &names->at[n - 1] : NULL;
        if (last && last->hash == x->hash && !str_eq(last->key, x->key))
            return fail_set(f, FAIL_FORMAT, "", 0, "two names with one hash: " STR_FMT " and " STR_FMT,
                            STR_ARG(last->key), STR_ARG(x->key));
        if (last && last->hash == x->hash && last->place == x->place) continue;
        names->at[n++] = *x;
    }
    names->n = n;
    return FAIL_OK;
}

/* ---- writing ---------------------------------------------------------- */

static void put32(buf *b, uint32_t v)
{
    for (int i = 0; i < 4; i++) buf_byte(b, (char)(v >> 8 * i));
}

static void put64(buf *b, uint64_t v)
{
    put32(b, (uint32_t)v);
    put32(b, (uint32_t)(v >> 32));
}

static uint32_t place_of(const place_rows *places, uint32_t id)
{
    const place_row *p = bsearch(&(place_row){.id = id}, places->at, places->n, sizeof *places->at, by_id);
    return p ? (uint32_t)(p - places->at) : GAZETTEER_NO_PLACE;
}

static void put_names(buf *b, const nameds *names, uint32_t n_keys)
{
    buf first = {.mem = b->mem}, postings = {.mem = b->mem}, hashes = {.mem = b->mem};
    uint32_t key = 0, bucket = 0;
    for (uint32_t i = 0; i < names->n; i++) {
        const named *x = &names->at[i];
        if (i == 0 || x->hash != names->at[i - 1].hash) {
            for (; bucket <= x->hash >> 48; bucket++) put32(b, key);
            put64(&hashes, x->hash);
            put32(&first, i);
            key++;
        }
        put32(&postings, x->place << 1 | x->other);
    }
    for (; bucket < GAZETTEER_DIRECTORY; bucket++) put32(b, n_keys);
    put32(&first, names->n);
    buf_add(b, buf_str(&hashes));
    buf_add(b, buf_str(&first));
    buf_add(b, buf_str(&postings));
}

/* Gives the number of bytes of text. */
static uint32_t put_places(buf *b, const place_rows *places)
{
    buf text = {.mem = b->mem};
    for (uint32_t i = 0; i < places->n; i++) {
        const place_row *p = &places->at[i];
        uint32_t v[7] = {p->id, (uint32_t)text.len, (uint32_t)p->lat, (uint32_t)p->lon, p->population,
                         place_of(places, p->admin1), place_of(places, p->admin2)};
        for (int k = 0; k < 7; k++) put32(b, v[k]);
        buf_add(b, (str){p->country, 3});
        buf_byte(b, (char)p->kind);
        str rest = p->names, name = {0};
        str_cut(&rest, '|', &name);
        name.len = name.len > 255 ? 255 : name.len;
        buf_byte(&text, (char)name.len);
        buf_add(&text, name);
    }
    buf_add(b, buf_str(&text));
    return (uint32_t)text.len;
}

static str make_head(arena *mem, const uint32_t size[4], str body)
{
    buf b = {.mem = mem};
    buf_add(&b, S(GAZETTEER_MAGIC));
    put32(&b, GAZETTEER_VERSION);
    for (int i = 0; i < 4; i++) put32(&b, size[i]);
    while (b.len < HEAD_BODY_SUM) buf_byte(&b, 0);
    put64(&b, bytes_checksum(body.ptr, body.len));
    put64(&b, gazetteer_folding(mem));
    while (b.len < HEAD_SUM) buf_byte(&b, 0);
    put64(&b, bytes_checksum(b.ptr, HEAD_SUM));
    return buf_str(&b);
}

static int write_file(const char *path, str head, str body, fail *f)
{
    FILE *out = fopen(path, "wb");
    if (!out) return fail_set(f, FAIL_WRITE, path, 0, "%s", strerror(errno));
    bool ok = fwrite(head.ptr, 1, head.len, out) == head.len && fwrite(body.ptr, 1, body.len, out) == body.len;
    ok = fclose(out) == 0 && ok;
    if (ok) return FAIL_OK;
    remove(path);
    return fail_set(f, FAIL_WRITE, path, 0, "cannot write all of it");
}

static int read_back(const char *path, arena *mem, fail *f)
{
    gazetteer *g;
    int code = gazetteer_open(&g, mem, path, f);
    if (code) return code;
    code = gazetteer_verify(g, f);
    gazetteer_close(g);
    return code;
}

static int compile(const char *from, const char *to, arena *mem, fail *f)
{
    place_rows places = {0};
    nameds names = {0};
    buf body = {.mem = mem};
    int code = read_places(&places, mem, from, f);
    if (code) return code;
    for (uint32_t i = 0; i < places.n; i++) add_names(&names, mem, &places.at[i], i);
    code = sort_names(&names, f);
    if (code) return code;
    uint32_t size[4] = {0, names.n, places.n, 0};
    for (uint32_t i = 0; i < names.n; i++) size[0] += i == 0 || names.at[i].hash != names.at[i - 1].hash;
    put_names(&body, &names, size[0]);
    size[3] = put_places(&body, &places);
    str all = buf_str(&body);
    code = write_file(to, make_head(mem, size, all), all, f);
    return code ? code : read_back(to, mem, f);
}

int main(int argc, char **argv)
{
    fail f = {0};
    bool format = argc == 2 && strcmp(argv[1], "--format") == 0;
    if (argc != 3 && !format) return fprintf(stderr, "usage: mkgazetteer PLACES.tsv OUT.bin | --format\n"), 2;
    arena *mem = arena_new(0);
    if (!mem || arena_enter(mem)) return fprintf(stderr, "mkgazetteer: out of memory\n"), 1;
    if (format) {
        printf("format %u folding %016llx\n", GAZETTEER_VERSION, (unsigned long long)gazetteer_folding(mem));
        arena_free(mem);
        return 0;
    }
    int code = compile(argv[1], argv[2], mem, &f);
    if (code) fprintf(stderr, "mkgazetteer: %s:%u: %s\n", f.path, f.line, f.text);
    arena_free(mem);
    return code ? 1 : 0;
}
