/* table.c: reads tab-separated tables with a head line. */
#include "base/table.h"

static uint32_t split(arena *mem, str line, str **cell)
{
    uint32_t n = 1;
    for (uint32_t i = 0; i < line.len; i++) n += line.ptr[i] == '\t';
    *cell = arena_array_of(mem, str, n);
    uint32_t k = 0, from = 0;
    for (uint32_t i = 0; i <= line.len; i++)
        if (i == line.len || line.ptr[i] == '\t') {
            (*cell)[k++] = str_trim(str_slice(line, from, i));
            from = i + 1;
        }
    while (n && (*cell)[n - 1].len == 0) n--; /* cells left empty at the end */
    return n;
}

static bool is_comment(str line)
{
    str s = str_trim(line);
    return s.len == 0 || s.ptr[0] == '#';
}

int table_read(table *out, arena *mem, str text, const char *path, fail *f)
{
    array(table_row) rows = {0};
    *out = (table){.path = path};
    uint32_t line_no = 0;
    for (str rest = text, line; str_cut(&rest, '\n', &line);) {
        line_no++;
        if (is_comment(line)) continue;
        str *cell;
        uint32_t n = split(mem, line, &cell);
        if (!out->column) {
            out->column = cell;
            out->n_columns = n;
            continue;
        }
        if (n > out->n_columns)
            return fail_set(f, FAIL_FORMAT, path, line_no, "%u cells where the head names %u columns", n, out->n_columns);
        if (n < out->n_columns) {
            cell = arena_grow(mem, cell, n * sizeof *cell, out->n_columns * sizeof *cell);
            for (uint32_t i = n; i < out->n_columns; i++) cell[i] = (str){"", 0};
        }
        table_row *row = array_add(mem, rows);
        *row = (table_row){cell, line_no, str_printf(mem, "%s:%u", path, line_no).ptr};
    }
    out->row = rows.at;
    out->n_rows = rows.n;
    return FAIL_OK;
}

uint32_t table_column(const table *t, const char *name)
{
    uint32_t i = 0;
    while (i < t->n_columns && !str_is(t->column[i], name)) i++;
    return i;
}

str table_cell(const table *t, uint32_t row, uint32_t column)
{
    return row < t->n_rows && column < t->n_columns ? t->row[row].cell[column] : (str){"", 0};
}
