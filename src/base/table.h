/* base/table.h: reads tab-separated tables with a head line.
 * `#` lines and empty lines are passed over; the first other line names the
 * columns; a row may have fewer cells than columns (the rest are empty). */
#ifndef DATELINE_TABLE_H
#define DATELINE_TABLE_H
#include "base/array.h"
#include "base/fail.h"
#include "base/str.h"

typedef struct table_row { str *cell; uint32_t line; const char *why; /* "data/who/nations.tsv:12" */ } table_row;
typedef struct table { str *column; uint32_t n_columns; table_row *row; uint32_t n_rows; const char *path; } table;

/* Slices point into `text`, which must stay.  More cells than columns: FAIL_FORMAT. */
int table_read(table *out, arena *mem, str text, const char *path, fail *f);
/* Number of the column of that name, or n_columns if there is none. */
uint32_t table_column(const table *t, const char *name);
str table_cell(const table *t, uint32_t row, uint32_t column); /* "" when not there */
#endif
