/* parquet.c: how do records become a Parquet file?  Written by carquet, where
 * the program was built with it: the columns of columns.h, typed; lists of
 * words as lists; days as DATE.
 *
 * Values are gathered by column for some hundred rows and handed on together,
 * a row group is ended after ROWS_IN_GROUP: memory does not grow with the file.
 */
#include "out/columns.h"
#include "out/export.h"
#include "out/json.h"

#ifndef HAVE_CARQUET

bool parquet_built(void) { return false; }

int parquet_open(parquet **out, FILE *file, const char *version, fail *f)
{
    (void)file;
    (void)version;
    *out = NULL;
    return fail_set(f, FAIL_MISSING, "", 0, "built without Parquet");
}

int parquet_row(parquet *p, const kept *e, fail *f)
{
    (void)p;
    (void)e;
    return fail_set(f, FAIL_MISSING, "", 0, "built without Parquet");
}

int parquet_close(parquet *p, const coders *by, fail *f)
{
    (void)p;
    (void)by;
    return fail_set(f, FAIL_MISSING, "", 0, "built without Parquet");
}

void parquet_abandon(parquet *p) { (void)p; }

#else
#include <carquet/carquet.h>
#include <stdlib.h>

enum { ROWS_TOGETHER = 500, ROWS_IN_GROUP = 100000 };

/* What was gathered of one column: values of the rows that have one, and which rows these are. */
typedef struct gathered {
    carquet_byte_array_t text[ROWS_TOGETHER];
    int64_t whole[ROWS_TOGETHER];
    double  number[ROWS_TOGETHER];
    int32_t date[ROWS_TOGETHER];
    uint8_t yes[ROWS_TOGETHER];
    int16_t level[ROWS_TOGETHER];         /* 1: the row has a value */
    int32_t n;                            /* values */
    array(carquet_byte_array_t) word;     /* of lists: all rows' words */
    int32_t end[ROWS_TOGETHER + 1];       /* of each row's words, behind a 0 */
    uint8_t there[ROWS_TOGETHER / 8 + 1];
} gathered;

struct parquet {
    carquet_writer_t *writer;
    arena *mem;                           /* of the rows that are gathered */
    gathered *column;
    int32_t rows;                         /* gathered */
    int64_t in_group;
    char created_by[64];                  /* carquet asks for it at the end */
};

bool parquet_built(void) { return true; }

static int failed(fail *f, const char *doing) { return fail_set(f, FAIL_WRITE, "", 0, "Parquet: %s", doing); }

/* ---- schema --------------------------------------------------------------------------- */

static carquet_physical_type_t stored_as(column_type t)
{
    switch (t) {
    case COLUMN_WHOLE: return CARQUET_PHYSICAL_INT64;
    case COLUMN_NUMBER: return CARQUET_PHYSICAL_DOUBLE;
    case COLUMN_DAY: return CARQUET_PHYSICAL_INT32;
    case COLUMN_YES_NO: return CARQUET_PHYSICAL_BOOLEAN;
    case COLUMN_TEXT: case COLUMN_LIST: return CARQUET_PHYSICAL_BYTE_ARRAY;
    }
    return CARQUET_PHYSICAL_BYTE_ARRAY;
}

static bool add_column(carquet_schema_t *schema, const column *c)
{
    carquet_logical_type_t text = {.id = CARQUET_LOGICAL_STRING}, date = {.id = CARQUET_LOGICAL_DATE};
    const carquet_logical_type_t *meant = c->type == COLUMN_TEXT ? &text : c->type == COLUMN_DAY ? &date : NULL;
    if (c->type == COLUMN_LIST)
        return carquet_schema_add_list(schema, c->name, CARQUET_PHYSICAL_BYTE_ARRAY, &text, CARQUET_REPETITION_OPTIONAL, 0, 0) >= 0;
    return carquet_schema_add_column(schema, c->name, stored_as(c->type), meant, CARQUET_REPETITION_OPTIONAL, 0, 0) == CARQUET_OK;
}

static carquet_schema_t *make_schema(void)
{
    carquet_error_t ignored = CARQUET_ERROR_INIT;
    carquet_schema_t *schema = carquet_schema_create(&ignored);
    bool good = schema != NULL;
    for (int i = 0; i < n_columns && good; i++) good = add_column(schema, &columns[i]);
    if (good) return schema;
    carquet_schema_free(schema);
    return NULL;
}

/* ---- open ------------------------------------------------------------------------------------ */

/* Texts by dictionary, which carquet gives up for a column that has too many different ones. */
static bool choose_encodings(carquet_writer_t *w)
{
    bool good = true;
    for (int i = 0; i < n_columns && good; i++)
        if (columns[i].type == COLUMN_TEXT || columns[i].type == COLUMN_LIST)
            good = carquet_writer_set_column_encoding(w, i, CARQUET_ENCODING_RLE_DICTIONARY) == CARQUET_OK;
    return good;
}

static carquet_writer_t *make_writer(FILE *file, const char *created_by)
{
    carquet_error_t ignored = CARQUET_ERROR_INIT;
    carquet_writer_options_t how;
    carquet_schema_t *schema = make_schema();
    if (!schema) return NULL;
    carquet_writer_options_init(&how);
    how.compression = CARQUET_COMPRESSION_ZSTD;
    how.created_by = created_by;
    how.async_io = false;
    carquet_writer_t *w = carquet_writer_create_file(file, schema, &how, &ignored);
    carquet_schema_free(schema);
    if (!w || choose_encodings(w)) return w;
    carquet_writer_abort(w);
    return NULL;
}

int parquet_open(parquet **out, FILE *file, const char *version, fail *f)
{
    parquet *p = calloc(1, sizeof *p);
    *out = NULL;
    if (p) snprintf(p->created_by, sizeof p->created_by, "dateline version %s", version);
    if (p) p->column = calloc((size_t)n_columns, sizeof *p->column);
    if (p) p->mem = arena_new(0);
    if (p && p->column && p->mem && carquet_init() == CARQUET_OK) p->writer = make_writer(file, p->created_by);
    if (!p || !p->writer) {
        parquet_abandon(p);
        return failed(f, "no memory to begin with");
    }
    *out = p;
    return FAIL_OK;
}

/* ---- rows ---------------------------------------------------------------------------------------- */

static carquet_byte_array_t bytes_of(arena *mem, str s)
{
    str copy = str_copy(mem, s);
    return (carquet_byte_array_t){.data = (uint8_t *)(uintptr_t)copy.ptr, .length = (int32_t)copy.len};
}

static void gather_list(parquet *p, gathered *g, const cell *v)
{
    str rest = v->known ? v->text : (str){0}, word;
    while (str_cut(&rest, ';', &word)) array_push(p->mem, g->word, bytes_of(p->mem, word));
    g->end[p->rows + 1] = (int32_t)g->word.n;
    if (v->known) g->there[p->rows / 8] |= (uint8_t)(1 << p->rows % 8);
}

static void gather(parquet *p, gathered *g, const column *c, const cell *v)
{
    if (c->type == COLUMN_LIST) {
        gather_list(p, g, v);
        return;
    }
    g->level[p->rows] = v->known;
    if (!v->known) return;
    int32_t n = g->n++;
    if (c->type == COLUMN_TEXT) g->text[n] = bytes_of(p->mem, v->text);
    else if (c->type == COLUMN_WHOLE) g->whole[n] = v->whole;
    else if (c->type == COLUMN_NUMBER) g->number[n] = v->number;
    else if (c->type == COLUMN_DAY) g->date[n] = v->date;
    else g->yes[n] = v->yes;
}

static const void *values_of(const gathered *g, column_type t)
{
    switch (t) {
    case COLUMN_WHOLE: return g->whole;
    case COLUMN_NUMBER: return g->number;
    case COLUMN_DAY: return g->date;
    case COLUMN_YES_NO: return g->yes;
    case COLUMN_TEXT: case COLUMN_LIST: return g->text;
    }
    return g->text;
}

static bool write_column(parquet *p, int i)
{
    gathered *g = &p->column[i];
    carquet_error_t ignored = CARQUET_ERROR_INIT;
    carquet_status_t done;
    if (columns[i].type == COLUMN_LIST)
        done = carquet_writer_write_list_column(p->writer, i, p->rows, g->end, g->there, g->word.n ? g->word.at : g->text, NULL, &ignored);
    else done = carquet_writer_write_batch(p->writer, i, values_of(g, columns[i].type), p->rows, g->level, NULL);
    g->n = 0;
    g->word.at = NULL;
    g->word.n = g->word.cap = 0;
    memset(g->there, 0, sizeof g->there);
    return done == CARQUET_OK;
}

static int write_gathered(parquet *p, fail *f)
{
    if (!p->rows) return FAIL_OK;
    for (int i = 0; i < n_columns; i++)
        if (!write_column(p, i)) return failed(f, columns[i].name);
    p->in_group += p->rows;
    p->rows = 0;
    arena_reset(p->mem);
    if (p->in_group < ROWS_IN_GROUP) return FAIL_OK;
    p->in_group = 0;
    return carquet_writer_new_row_group(p->writer) == CARQUET_OK ? FAIL_OK : failed(f, "could not be written");
}

int parquet_row(parquet *p, const kept *e, fail *f)
{
    if (arena_enter(p->mem)) return fail_set(f, FAIL_MEMORY, "", 0, "out of memory");
    for (int i = 0; i < n_columns; i++) {
        cell v = column_get(&columns[i], e, p->mem);
        gather(p, &p->column[i], &columns[i], &v);
    }
    p->rows++;
    return p->rows < ROWS_TOGETHER ? FAIL_OK : write_gathered(p, f);
}

/* ---- close ------------------------------------------------------------------------------------------ */

static str coders_json(arena *mem, const coders *by)
{
    buf out = {.mem = mem};
    json_open(&out, '[');
    for (uint32_t i = 0; i < by->n; i++) {
        json_open(&out, '{');
        json_put_text(&out, "program", by->at[i].program);
        json_put_text(&out, "model", by->at[i].model);
        json_put_text(&out, "data", by->at[i].data);
        json_put_int(&out, "rows", (long)by->at[i].rows);
        json_close(&out, '{');
    }
    json_close(&out, '[');
    return buf_str(&out);
}

static int finish(parquet *p, const coders *by, fail *f)
{
    if (arena_enter(p->mem)) return fail_set(f, FAIL_MEMORY, "", 0, "out of memory");
    int code = write_gathered(p, f);
    if (code) return code;
    bool good = carquet_writer_add_metadata(p->writer, "dateline.schema", "1") == CARQUET_OK &&
                carquet_writer_add_metadata(p->writer, "dateline.coded_by", coders_json(p->mem, by).ptr) == CARQUET_OK;
    carquet_status_t done = carquet_writer_close(p->writer);
    p->writer = NULL;
    return good && done == CARQUET_OK ? FAIL_OK : failed(f, "the end could not be written");
}

int parquet_close(parquet *p, const coders *by, fail *f)
{
    int code = finish(p, by, f);
    parquet_abandon(p);
    return code;
}

void parquet_abandon(parquet *p)
{
    if (!p) return;
    if (p->writer) carquet_writer_abort(p->writer);
    arena_free(p->mem);
    free(p->column);
    free(p);
}
#endif
