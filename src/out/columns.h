/* out/columns.h: the flat columns of a record: one table of them for CSV, Parquet,
 * GeoJSON, the data package and the codebook, so that these cannot disagree. */
#ifndef DATELINE_COLUMNS_H
#define DATELINE_COLUMNS_H
#include "base/day.h"
#include "out/kept.h"

typedef enum column_type { COLUMN_TEXT, COLUMN_LIST /* of words */, COLUMN_WHOLE, COLUMN_NUMBER, COLUMN_DAY, COLUMN_YES_NO } column_type;
/* One of them is set, by the column's type; a list is words joined by ';'. */
typedef struct cell { bool known, yes; str text; int64_t whole; double number; day date; } cell;

typedef struct column {
    const char *name;
    column_type type;
    const char *means;                    /* for the codebook */
    const char *values;                   /* all that it can be, separated by blanks; NULL: open */
    bool always;                          /* never empty */
    void (*get)(cell *out, const kept *e, arena *mem); /* leaves *out, which is unknown, alone where it is */
} column;

extern const column columns[];
extern const int n_columns;
cell column_get(const column *c, const kept *e, arena *mem);
/* The value as text; empty where unknown.  Numbers without the zeros that say nothing. */
str  column_text(const column *c, const cell *v, arena *mem);
/* Of days as ISO 8601-2 (EDTF level 1): "2020-10", "2020-09-27/2020-11-10", "../2020-10-04"; empty if unknown. */
str  columns_edtf(arena *mem, str first, str last);
#endif
