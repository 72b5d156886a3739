/* out/export.h: records of a store in the forms that other programs read.
 *
 *     csv_head(&out);  while (...) csv_row(&out, &record);
 *
 * Each writer puts one record, or one article, into a builder; who calls writes
 * it out and empties the builder, so that any number goes through the same memory.
 * docs/export.md has the forms.
 *
 * Reads     records as a store keeps them (kept.h); data/out
 * Not here  which records (store); files and folders (cli)
 */
#ifndef DATELINE_EXPORT_H
#define DATELINE_EXPORT_H
#include "base/dataset.h"
#include "doc.h"
#include "out/kept.h"
#include <stdio.h>

/* ---- codes.c: what other code lists call a party -------------------------------- */
typedef struct codes codes;
int  codes_load(codes **out, arena *mem, const dataset *data, fail *f);
/* Correlates of War number of a country, "" if it has none. */
str  codes_cow(const codes *c, str country);
/* CAMEO's role for a PLOVER sector ("JRN" is "MED"), "" if it has none. */
str  codes_cameo_role(const codes *c, str sector);
/* CAMEO's code of an organisation by its name ("United Nations" is "IGOUNO"), "" if none is known. */
str  codes_cameo_body(const codes *c, str name);

/* ---- record.c: JSON Lines, as `dateline query` writes them ------------------------ */
void record_row(buf *out, const kept *e);

/* ---- csv.c: RFC 4180, the columns of columns.h ------------------------------------ */
void csv_cell(buf *out, str s);
void csv_head(buf *out);
void csv_row(buf *out, const kept *e);

/* ---- codebook.c: what stands beside a CSV ------------------------------------------ */
typedef struct coded_by { str program, model, data; int64_t rows; } coded_by;
typedef array(coded_by) coders;
typedef struct package { str program; /* that exports */ str asked; /* the filters, as they were written */ int64_t rows, bytes; coders by; } package;
void codebook_datapackage(buf *out, const package *p);
void codebook_text(buf *out, const package *p);

/* ---- geojson.c: RFC 7946 --------------------------------------------------------------- */
void geojson_open(buf *out);
void geojson_feature(buf *out, const kept *e, bool first); /* of a collection */
void geojson_line(buf *out, const kept *e);                /* of a sequence, one a line */
void geojson_close(buf *out);

/* ---- polecat.c, cameo.c: tab-separated ---------------------------------------------------- */
void tabbed_cell(buf *out, str s);        /* without tabs, line ends and control characters */
void polecat_head(buf *out);
void polecat_row(buf *out, const kept *e, const codes *c, const char *version);
/* As many rows as it has pairs of actor and recipient; their number. */
int  cameo_rows(buf *out, const kept *e, const codes *c);

/* ---- brat.c: a text and what stands in it ---------------------------------------------------- */
typedef array(str) brat_modes;            /* that are not PLOVER's */
void brat_note_mode(brat_modes *others, arena *mem, str mode);
void brat_conf(buf *out, const brat_modes *others); /* annotation.conf */
void brat_annotations(buf *out, const kept_whole *w);

/* ---- marks.c: what stands on which words of a parse -------------------------------------------- */
typedef struct mark { kept_span span; str text; /* "Event=e1:ASSAULT" */ } mark;
typedef array(mark) marks;
void marks_of(marks *out, const kept_whole *w, arena *mem);
/* conllu.c: a parse with marks in MISC. */
void conllu_marked(buf *out, const doc *d, const marks *m);

/* ---- cases.c: corrections as golden cases (docs/cases.md) ------------------------------------------ */
void cases_head(buf *out, const char *version);
void cases_put(buf *out, const kept_correction *c);

/* ---- parquet.c: the columns of columns.h --------------------------------------------------------- */
typedef struct parquet parquet;
bool parquet_built(void);                 /* was the program built with it? */
/* The file stays the caller's to close. */
int  parquet_open(parquet **out, FILE *file, const char *version, fail *f);
int  parquet_row(parquet *p, const kept *e, fail *f);
/* Writes the end; the writer is gone whatever happens.  `by`: for the file's metadata. */
int  parquet_close(parquet *p, const coders *by, fail *f);
void parquet_abandon(parquet *p);
#endif
