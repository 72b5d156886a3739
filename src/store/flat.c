/* flat.c: how do the tables of a store become columns of numbers?
 *
 * How long each array is, is counted first, so that all lie in one block; all
 * reading is in one transaction, so that the arrays fit one another.
 */
#include "store/flat.h"
#include "base/map.h"
#include "store/sql.h"
#include <math.h>
#include <stdlib.h>

typedef enum column {
    EVENT_N, EVENT_STORY, EVENT_ARTICLE, EVENT_TYPE, EVENT_MODE, EVENT_STATUS, EVENT_GRAIN, EVENT_BASIS, EVENT_QUOTE, EVENT_FIRST,
    EVENT_LAST, EVENT_CONFIDENCE, EVENT_PLACE, EVENT_CONTESTED, ACTOR_AT, ACTOR, RECIPIENT_AT, RECIPIENT, SOURCE_AT, SOURCE,
    ARTICLE_N, ARTICLE_OUTLET, ARTICLE_PUBLISHED, ARTICLE_COPY_OF, COLUMN_END
} column;
typedef struct made { flat *t; store *s; map word[FLAT_LISTS], place; } made;

static const struct { const char *name; flat_type type; } shape[COLUMN_END] = {
    [EVENT_N] = {"n", FLAT_U32}, [EVENT_STORY] = {"story", FLAT_U32}, [EVENT_ARTICLE] = {"article", FLAT_U32},
    [EVENT_TYPE] = {"type", FLAT_U8}, [EVENT_MODE] = {"mode", FLAT_U16}, [EVENT_STATUS] = {"status", FLAT_U8},
    [EVENT_GRAIN] = {"grain", FLAT_U8}, [EVENT_BASIS] = {"basis", FLAT_U8}, [EVENT_QUOTE] = {"quote", FLAT_U8},
    [EVENT_FIRST] = {"first", FLAT_I32}, [EVENT_LAST] = {"last", FLAT_I32}, [EVENT_CONFIDENCE] = {"confidence", FLAT_U8},
    [EVENT_PLACE] = {"place", FLAT_U32}, [EVENT_CONTESTED] = {"contested", FLAT_U8},
    [ACTOR_AT] = {"actor_at", FLAT_U32}, [ACTOR] = {"actor", FLAT_U32},
    [RECIPIENT_AT] = {"recipient_at", FLAT_U32}, [RECIPIENT] = {"recipient", FLAT_U32},
    [SOURCE_AT] = {"source_at", FLAT_U32}, [SOURCE] = {"source", FLAT_U32},
    [ARTICLE_N] = {"article_n", FLAT_U32}, [ARTICLE_OUTLET] = {"outlet", FLAT_U16},
    [ARTICLE_PUBLISHED] = {"published", FLAT_I32}, [ARTICLE_COPY_OF] = {"copy_of", FLAT_U32},
};
static const uint8_t width[] = {[FLAT_U8] = 1, [FLAT_U16] = 2, [FLAT_U32] = 4, [FLAT_I32] = 4};

/* ---- the block ------------------------------------------------------------------------ */

static void set(made *m, column c, uint64_t row, int64_t value)
{
    const flat_column *at = &m->t->column[c];
    uint8_t *to = m->t->block + at->offset + row * width[at->type];
    uint64_t bits = (uint64_t)value;
    for (unsigned i = 0; i < width[at->type]; i++) to[i] = (uint8_t)(bits >> 8 * i);
}

static uint32_t get(const made *m, column c, uint64_t row)
{
    const uint8_t *at = m->t->block + m->t->column[c].offset + row * 4;
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static int too_large(const made *m, fail *f)
{
    return fail_set(f, FAIL_TOO_LARGE, m->s->path, 0, "more than the columns can number");
}

/* The number of rows of each kind. */
static int count_rows(made *m, uint64_t rows[5], fail *f)
{
    static const char text[] =
        "SELECT (SELECT count(*) FROM events), (SELECT count(*) FROM articles), (SELECT count(*) FROM parties WHERE role = 'actor'), "
        "(SELECT count(*) FROM parties WHERE role = 'recipient'), (SELECT count(*) FROM parties WHERE role = 'source')";
    sqlite3_stmt *q;
    if (sql_prepare(m->s, &q, text, f)) return f->code;
    int got = sql_step(m->s, q, f);
    for (int i = 0; i < 5 && got > 0; i++) rows[i] = (uint64_t)sqlite3_column_int64(q, i);
    sqlite3_finalize(q);
    for (int i = 0; i < 5 && got > 0; i++)
        if (rows[i] >= UINT32_MAX / 2) return too_large(m, f);
    return got < 0 ? got : FAIL_OK;
}

static uint64_t length_of(column c, const uint64_t rows[5])
{
    if (c >= ARTICLE_N) return rows[1];
    if (c < ACTOR_AT) return rows[0];
    return (c - ACTOR_AT) % 2 ? rows[2 + (c - ACTOR_AT) / 2] : rows[0] + 1;
}

static int lay_out(made *m, fail *f)
{
    uint64_t rows[5] = {0}, offset = 0;
    int code = count_rows(m, rows, f);
    if (code) return code;
    for (int c = 0; c < COLUMN_END; c++) {
        uint64_t length = length_of((column)c, rows);
        m->t->column[c] = (flat_column){shape[c].name, shape[c].type, length, offset};
        offset += (length * width[shape[c].type] + 7) / 8 * 8;
    }
    m->t->events = (uint32_t)rows[0];
    m->t->articles = (uint32_t)rows[1];
    m->t->size = offset;
    m->t->block = calloc(offset ? offset : 1, 1);
    return m->t->block ? FAIL_OK : fail_set(f, FAIL_MEMORY, m->s->path, 0, "out of memory");
}

/* ---- words ------------------------------------------------------------------------------- */

static uint32_t word_number(made *m, flat_list list, str word)
{
    uint32_t next = m->t->list[list].n, *at, known = map_get(&m->word[list], word, UINT32_MAX);
    if (known != UINT32_MAX) return known;
    str copy = str_copy(m->t->mem, word);
    at = map_at(&m->word[list], copy, next);
    array_push(m->t->mem, m->t->list[list], copy);
    return *at;
}

/* The word's number, or 0 where there is none and its number + 1 otherwise. */
static uint32_t word_or_none(made *m, flat_list list, str word) { return word.len ? word_number(m, list, word) + 1 : 0; }

static bool lists_fit(const made *m)
{
    static const uint32_t most[FLAT_LISTS] = {256, 65535, 256, 255, 256, 256, UINT32_MAX, 65535};
    for (int i = 0; i < FLAT_LISTS; i++)
        if (m->t->list[i].n > most[i]) return false;
    return true;
}

/* ---- articles and stories ------------------------------------------------------------------- */

static int read_articles(made *m, fail *f)
{
    sqlite3_stmt *q;
    uint64_t row = 0;
    int got;
    if (sql_prepare(m->s, &q, "SELECT n, outlet, published, copy_of FROM articles ORDER BY n", f)) return f->code;
    while ((got = sql_step(m->s, q, f)) > 0 && row < m->t->articles) {
        if (sqlite3_column_int64(q, 0) > UINT32_MAX) got = too_large(m, f);
        if (got < 0) break;
        set(m, ARTICLE_N, row, sqlite3_column_int64(q, 0));
        set(m, ARTICLE_OUTLET, row, word_or_none(m, FLAT_OUTLETS, sql_column(q, 1)));
        set(m, ARTICLE_PUBLISHED, row, sql_column_day(q, 2));
        set(m, ARTICLE_COPY_OF, row++, sqlite3_column_int64(q, 3));
    }
    sqlite3_finalize(q);
    return got < 0 ? got : FAIL_OK;
}

/* The row of the first array element that is not below `n`. */
static uint32_t row_of(const made *m, column c, uint32_t rows, uint32_t n)
{
    uint32_t low = 0, high = rows;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (get(m, c, middle) < n) low = middle + 1;
        else high = middle;
    }
    return low;
}

typedef struct dispute { uint32_t story; uint8_t bits; } dispute;
typedef array(dispute) disputes;

static int read_disputes(made *m, arena *mem, disputes *out, fail *f)
{
    sqlite3_stmt *q;
    int got;
    if (sql_prepare(m->s, &q, "SELECT n, denied + 2 * other_actor + 4 * other_number FROM stories WHERE contested = 1 ORDER BY n", f))
        return f->code;
    while ((got = sql_step(m->s, q, f)) > 0)
        array_push(mem, *out, (dispute){(uint32_t)sqlite3_column_int64(q, 0), (uint8_t)sqlite3_column_int(q, 1)});
    sqlite3_finalize(q);
    return got < 0 ? got : FAIL_OK;
}

static uint8_t dispute_of(const disputes *all, uint32_t n)
{
    uint32_t low = 0, high = all->n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (all->at[middle].story < n) low = middle + 1;
        else high = middle;
    }
    return low < all->n && all->at[low].story == n ? all->at[low].bits : 0;
}

/* ---- events ---------------------------------------------------------------------------------- */

static void set_event(made *m, const disputes *contested, sqlite3_stmt *q, uint32_t row)
{
    set(m, EVENT_N, row, sqlite3_column_int64(q, 0));
    set(m, EVENT_STORY, row, sqlite3_column_int64(q, 1));
    set(m, EVENT_ARTICLE, row, row_of(m, ARTICLE_N, m->t->articles, (uint32_t)sqlite3_column_int64(q, 2)));
    set(m, EVENT_TYPE, row, word_number(m, FLAT_TYPES, sql_column(q, 3)));
    set(m, EVENT_MODE, row, word_or_none(m, FLAT_MODES, sql_column(q, 4)));
    set(m, EVENT_STATUS, row, word_number(m, FLAT_STATUSES, sql_column(q, 5)));
    set(m, EVENT_GRAIN, row, word_or_none(m, FLAT_GRAINS, sql_column(q, 6)));
    set(m, EVENT_BASIS, row, word_number(m, FLAT_BASES, sql_column(q, 7)));
    set(m, EVENT_QUOTE, row, word_number(m, FLAT_QUOTES, sql_column(q, 8)));
    set(m, EVENT_FIRST, row, sql_column_day(q, 9));
    set(m, EVENT_LAST, row, sql_column_day(q, 10));
    double sure = sqlite3_column_double(q, 11);
    set(m, EVENT_CONFIDENCE, row, (int64_t)lround(100 * (sure < 0 ? 0 : sure > 1 ? 1 : sure)));
    set(m, EVENT_CONTESTED, row, dispute_of(contested, (uint32_t)sqlite3_column_int64(q, 1)));
}

static int read_events(made *m, fail *f)
{
    sqlite3_stmt *q;
    disputes contested = {0};
    uint32_t row = 0;
    int got, code = read_disputes(m, m->t->mem, &contested, f);
    if (code) return code;
    if (sql_prepare(m->s, &q, "SELECT n, story, article, type, mode, status, grain, basis, quote, first, last, confidence "
                              "FROM events ORDER BY n", f)) return f->code;
    while ((got = sql_step(m->s, q, f)) > 0 && row < m->t->events) {
        if (sqlite3_column_int64(q, 0) > UINT32_MAX || sqlite3_column_int64(q, 1) > UINT32_MAX) got = too_large(m, f);
        if (got < 0) break;
        set_event(m, &contested, q, row++);
    }
    sqlite3_finalize(q);
    return got < 0 ? got : FAIL_OK;
}

/* ---- parties ------------------------------------------------------------------------------------ */

/* "ARM" and "GOV;MIL" → "ARM/GOV/MIL" */
static uint32_t party_number(made *m, str code, str sectors)
{
    char text[64];
    uint32_t n = 0;
    for (uint32_t i = 0; i < code.len && n < sizeof text - 1; i++) text[n++] = code.ptr[i];
    if (sectors.len) text[n++] = '/';
    for (uint32_t i = 0; i < sectors.len && n < sizeof text; i++) text[n++] = sectors.ptr[i] == ';' ? '/' : sectors.ptr[i];
    return word_number(m, FLAT_PARTIES, (str){text, n});
}

static column role_column(str role) { return str_is(role, "actor") ? ACTOR_AT : str_is(role, "recipient") ? RECIPIENT_AT : SOURCE_AT; }

/* Parties come by event, as the events do; `filled` counts those of each role. */
static void set_party(made *m, sqlite3_stmt *q, uint32_t *row, uint64_t filled[3])
{
    uint32_t of = (uint32_t)sqlite3_column_int64(q, 0);
    while (*row < m->t->events && get(m, EVENT_N, *row) < of) {
        ++*row;
        for (int i = 0; i < 3; i++) set(m, (column)(ACTOR_AT + 2 * i), *row, (int64_t)filled[i]);
    }
    column at = role_column(sql_column(q, 1));
    uint64_t *n = &filled[(at - ACTOR_AT) / 2];
    if (*row >= m->t->events || get(m, EVENT_N, *row) != of || *n >= m->t->column[at + 1].length) return;
    set(m, (column)(at + 1), (*n)++, party_number(m, sql_column(q, 2), sql_column(q, 3)));
}

static int read_parties(made *m, fail *f)
{
    sqlite3_stmt *q;
    uint32_t row = 0;
    uint64_t filled[3] = {0};
    int got;
    if (sql_prepare(m->s, &q, "SELECT event, role, code, sectors FROM parties ORDER BY event, role, ord", f)) return f->code;
    while ((got = sql_step(m->s, q, f)) > 0) set_party(m, q, &row, filled);
    while (row < m->t->events) {
        row++;
        for (int i = 0; i < 3; i++) set(m, (column)(ACTOR_AT + 2 * i), row, (int64_t)filled[i]);
    }
    sqlite3_finalize(q);
    return got < 0 ? got : FAIL_OK;
}

/* ---- places --------------------------------------------------------------------------------------- */

static double real_or_none(sqlite3_stmt *q, int at)
{
    return sqlite3_column_type(q, at) == SQLITE_NULL ? (double)NAN : sqlite3_column_double(q, at);
}

static uint32_t new_place(made *m, sqlite3_stmt *q)
{
    arena *mem = m->t->mem;
    array_push(mem, m->t->places, (flat_place){
        sqlite3_column_int64(q, 1), str_copy(mem, sql_column(q, 2)), str_copy(mem, sql_column(q, 3)), str_copy(mem, sql_column(q, 4)),
        str_copy(mem, sql_column(q, 7)), real_or_none(q, 5), real_or_none(q, 6)});
    return m->t->places.n - 1;
}

/* The same number, name and country are the same place. */
static uint32_t place_number(made *m, sqlite3_stmt *q)
{
    char key[128];
    int64_t id = sqlite3_column_int64(q, 1);
    str name = sql_column(q, 2), country = sql_column(q, 3);
    uint32_t n = sizeof id, fits = name.len < 100 ? name.len : 100;
    memcpy(key, &id, n);
    memcpy(key + n, name.ptr, fits);
    n += fits;
    for (uint32_t i = 0; i < country.len && i < 8; i++) key[n++] = country.ptr[i];
    uint32_t known = map_get(&m->place, (str){key, n}, UINT32_MAX);
    if (known != UINT32_MAX) return known;
    return *map_at(&m->place, str_copy(m->t->mem, (str){key, n}), new_place(m, q));
}

static int read_places(made *m, fail *f)
{
    sqlite3_stmt *q;
    int got;
    uint32_t row = 0;
    if (sql_prepare(m->s, &q, "SELECT event, geonameid, name, country, admin1, lat, lon, kind FROM places WHERE ord = 0 ORDER BY event", f))
        return f->code;
    while ((got = sql_step(m->s, q, f)) > 0) {
        uint32_t of = (uint32_t)sqlite3_column_int64(q, 0);
        while (row < m->t->events && get(m, EVENT_N, row) < of) row++;
        if (row < m->t->events && get(m, EVENT_N, row) == of) set(m, EVENT_PLACE, row, place_number(m, q) + 1);
    }
    sqlite3_finalize(q);
    return got < 0 ? got : FAIL_OK;
}

/* ---- all ---------------------------------------------------------------------------------------------- */

static int read_all(made *m, fail *f)
{
    int code = lay_out(m, f);
    if (!code) code = read_articles(m, f);
    if (!code) code = read_events(m, f);
    if (!code) code = read_parties(m, f);
    if (!code) code = read_places(m, f);
    return code || lists_fit(m) ? code : too_large(m, f);
}

int flat_open(flat *out, store *s, fail *f)
{
    *out = (flat){.mem = arena_new(0)};
    if (!out->mem || arena_enter(out->mem)) {
        flat_close(out);
        sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
        return fail_set(f, FAIL_MEMORY, s->path, 0, "out of memory");
    }
    made m = {.t = out, .s = s, .place = {.mem = out->mem}};
    for (int i = 0; i < FLAT_LISTS; i++) m.word[i].mem = out->mem;
    int code = sql_run(s, "BEGIN", f);
    if (!code) code = read_all(&m, f);
    sqlite3_exec(s->db, "COMMIT", NULL, NULL, NULL);
    if (code) flat_close(out);
    return code;
}

void flat_close(flat *t)
{
    arena_free(t->mem);
    free(t->block);
    *t = (flat){0};
}
