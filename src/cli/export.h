/* cli/export.h: what the files of `dateline export` share. */
#ifndef DATELINE_CLI_EXPORT_H
#define DATELINE_CLI_EXPORT_H
#include "cli/cli.h"
#include "out/export.h"
#include "store/store.h"
#include <stdio.h>

/* ---- sink.c: a file that is there whole or not at all --------------------------- */
typedef struct sink { FILE *file; char path[512], draft[520]; int64_t bytes; } sink;
/* NULL: standard output. */
int  sink_open(sink *s, const char *path, fail *f);
bool sink_put(sink *s, str text);
/* Gives the file its name when `code` is FAIL_OK, else takes it away; FAIL_WRITE. */
int  sink_close(sink *s, int code, fail *f);
int  sink_write(const char *folder, const char *name, str text, fail *f); /* a whole small file */
/* Makes the folder where there is none. */
int  sink_folder(const char *path, fail *f);
bool sink_is_empty(const char *folder);

/* ---- one export --------------------------------------------------------------------- */
typedef struct exporter {
    const options *o;
    const char *format;
    store   *s;
    question ask;
    arena   *mem, *keep;                  /* emptied with every record; not */
    codes   *codes;
    coders   by;
    int64_t  rows;
    sink     out;
    parquet *file;
    fail     f;
} exporter;

/* ---- export_articles.c ----------------------------------------------------------------- */
int export_brat(exporter *x);             /* FAIL_* */
int export_conllu(exporter *x);
int export_cases(exporter *x);
#endif
