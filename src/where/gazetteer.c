/* gazetteer.c: which places have this name?  Reads the compiled list in place. */
#include "where/gazetteer.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include <sys/mman.h>

struct gazetteer {
    bytes file;
    const char *path;
    uint32_t n_names, n_postings, n_places, n_text;
    const uint8_t *directory, *hashes, *first, *postings, *places, *text;
};

static uint32_t read32(const uint8_t *p)
{
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static uint64_t read64(const uint8_t *p) { return read32(p) | (uint64_t)read32(p + 4) << 32; }

/* ---- opening ---------------------------------------------------------- */

static int check_head(const bytes *b, arena *mem, const char *path, fail *f)
{
    if (b->len < GAZETTEER_HEAD || memcmp(b->ptr, GAZETTEER_MAGIC, 8) != 0)
        return fail_set(f, FAIL_FORMAT, path, 0, "not a list of places; make setup writes a new one");
    if (read32(b->ptr + HEAD_VERSION) != GAZETTEER_VERSION)
        return fail_set(f, FAIL_VERSION, path, 0, "list of places of version %u, wanted %u; make setup writes a new one",
                        read32(b->ptr + HEAD_VERSION), GAZETTEER_VERSION);
    if (read64(b->ptr + HEAD_SUM) != bytes_checksum(b->ptr, HEAD_SUM))
        return fail_set(f, FAIL_FORMAT, path, 0, "list of places is damaged (head); make setup writes a new one");
    if (read64(b->ptr + HEAD_FOLDING) != gazetteer_folding(mem))
        return fail_set(f, FAIL_VERSION, path, 0, "list of places spells names otherwise than this program; make setup writes a new one");
    return FAIL_OK;
}

/* Sets the sections' addresses; false when they do not fill the file exactly. */
static bool lay_out(gazetteer *g)
{
    const uint8_t *p = g->file.ptr;
    g->n_names = read32(p + HEAD_NAMES);
    g->n_postings = read32(p + HEAD_POSTINGS);
    g->n_places = read32(p + HEAD_PLACES);
    g->n_text = read32(p + HEAD_TEXT);
    uint64_t size = GAZETTEER_HEAD + 4ull * GAZETTEER_DIRECTORY + 8ull * g->n_names + 4ull * ((uint64_t)g->n_names + 1) +
                    4ull * g->n_postings + (uint64_t)GAZETTEER_PLACE * g->n_places + g->n_text;
    if (size != g->file.len) return false;
    g->directory = p + GAZETTEER_HEAD;
    g->hashes = g->directory + 4 * (size_t)GAZETTEER_DIRECTORY;
    g->first = g->hashes + 8 * (size_t)g->n_names;
    g->postings = g->first + 4 * ((size_t)g->n_names + 1);
    g->places = g->postings + 4 * (size_t)g->n_postings;
    g->text = g->places + GAZETTEER_PLACE * (size_t)g->n_places;
    return true;
}

int gazetteer_open(gazetteer **out, arena *mem, const char *path, fail *f)
{
    gazetteer *g = arena_new_of(mem, gazetteer);
    g->path = str_copy(mem, str_of(path)).ptr;
    int code = bytes_map(&g->file, path, f);
    if (code == FAIL_MISSING) fail_set(f, code, path, 0, "no list of places; run make setup");
    if (code) return code;
    code = check_head(&g->file, mem, path, f);
    if (!code && !lay_out(g))
        code = fail_set(f, FAIL_FORMAT, path, 0, "list of places is cut off; make setup writes a new one");
    if (code) {
        bytes_close(&g->file);
        return code;
    }
    /* Look-ups jump about: without this the system would read 16 pages for one. */
    if (g->file.mapped) posix_madvise((void *)(uintptr_t)g->file.ptr, g->file.len, POSIX_MADV_RANDOM);
    *out = g;
    return FAIL_OK;
}

void gazetteer_close(gazetteer *g)
{
    if (g) bytes_close(&g->file);
}

int gazetteer_verify(const gazetteer *g, fail *f)
{
    uint64_t sum = bytes_checksum(g->file.ptr + GAZETTEER_HEAD, g->file.len - GAZETTEER_HEAD);
    if (sum == read64(g->file.ptr + HEAD_BODY_SUM)) return FAIL_OK;
    return fail_set(f, FAIL_FORMAT, g->path, 0, "list of places is damaged; make setup writes a new one");
}

/* ---- names ------------------------------------------------------------ */

/* The abbreviations that names are written with, and what they stand for. */
static str written_out(str word)
{
    if (str_is(word, "st")) return S("saint");
    if (str_is(word, "ste")) return S("sainte");
    if (str_is(word, "mt")) return S("mount");
    if (str_is(word, "ft")) return S("fort");
    return word;
}

str gazetteer_fold(arena *mem, str name)
{
    buf plain = {.mem = mem}, key = {.mem = mem};
    for (uint32_t i = 0; i < name.len; i++)
        if (name.ptr[i] != '.') buf_byte(&plain, name.ptr[i]);
        else if (i + 1 < name.len && name.ptr[i + 1] != ' ' && i + 2 < name.len && name.ptr[i + 2] != '.')
            buf_byte(&plain, ' '); /* "St.Louis", but not "U.S." */
    str rest = utf8_fold_name(mem, buf_str(&plain)), word;
    while (str_word(&rest, &word)) {
        if (key.len == 0 && str_is(word, "the") && str_trim(rest).len) continue;
        if (key.len) buf_byte(&key, ' ');
        buf_add(&key, str_trim(rest).len ? written_out(word) : word);
    }
    return buf_str(&key);
}

uint64_t gazetteer_folding(arena *mem)
{
    return str_hash(gazetteer_fold(
        mem, S("The N'Djamena; Şuşa; Gəncə; ISTANBUL İstanbul; Łódź; Ørsta; St.-Denis; Sana‘a; Đà Nẵng")));
}

/* Number of the first name whose hash is not below `hash`, within its bucket. */
static uint32_t lower_bound(const gazetteer *g, uint64_t hash)
{
    const uint8_t *bucket = g->directory + 4 * (size_t)(hash >> 48);
    uint32_t low = read32(bucket), high = read32(bucket + 4);
    if (high > g->n_names) high = g->n_names;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (read64(g->hashes + 8 * (size_t)middle) < hash) low = middle + 1;
        else high = middle;
    }
    return low;
}

gazetteer_hits gazetteer_find(const gazetteer *g, str folded)
{
    uint64_t hash = str_hash(folded);
    uint32_t i = lower_bound(g, hash);
    if (folded.len == 0 || i >= g->n_names || read64(g->hashes + 8 * (size_t)i) != hash) return (gazetteer_hits){0, 0};
    gazetteer_hits hits = {read32(g->first + 4 * (size_t)i), read32(g->first + 4 * ((size_t)i + 1))};
    if (hits.end > g->n_postings) hits.end = g->n_postings;
    return hits.first < hits.end ? hits : (gazetteer_hits){0, 0};
}

uint32_t gazetteer_hit(const gazetteer *g, uint32_t posting, bool *other)
{
    if (posting >= g->n_postings) return GAZETTEER_NO_PLACE;
    uint32_t v = read32(g->postings + 4 * (size_t)posting);
    *other = v & 1;
    return v >> 1;
}

/* ---- places ----------------------------------------------------------- */

uint32_t gazetteer_count(const gazetteer *g) { return g->n_places; }

uint32_t gazetteer_by_id(const gazetteer *g, uint32_t id)
{
    uint32_t low = 0, high = g->n_places;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (read32(g->places + GAZETTEER_PLACE * (size_t)middle) < id) low = middle + 1;
        else high = middle;
    }
    return low < g->n_places && read32(g->places + GAZETTEER_PLACE * (size_t)low) == id ? low : GAZETTEER_NO_PLACE;
}

static str name_at(const gazetteer *g, uint32_t offset)
{
    if (offset >= g->n_text || g->text[offset] >= g->n_text - offset) return (str){"", 0};
    return (str){(const char *)g->text + offset + 1, g->text[offset]};
}

/* A record: id, name's offset, latitude and longitude in 1/100000 degree,
 * population, admin1, admin2, then three letters of country and a byte of kind. */
bool gazetteer_at(const gazetteer *g, uint32_t number, gazetteer_place *out)
{
    if (number >= g->n_places) return false;
    const uint8_t *p = g->places + GAZETTEER_PLACE * (size_t)number;
    *out = (gazetteer_place){.id = read32(p), .name = name_at(g, read32(p + 4)),
                             .lat = (int32_t)read32(p + 8) / 1e5, .lon = (int32_t)read32(p + 12) / 1e5,
                             .population = read32(p + 16), .admin1 = read32(p + 20), .admin2 = read32(p + 24),
                             .kind = p[31] < PLACE_KINDS ? (place_kind)p[31] : PLACE_CITY};
    for (int i = 0; i < 3; i++)
        if (p[28 + i] >= 'A' && p[28 + i] <= 'Z') out->country[i] = (char)p[28 + i];
        else return out->country[0] = '\0', true;
    return true;
}

const char *gazetteer_kind_name(place_kind kind)
{
    static const char *const name[PLACE_KINDS] = {"city", "capital", "admin1", "admin2", "admin3"};
    return name[kind];
}
