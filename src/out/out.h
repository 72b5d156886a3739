/* out/out.h: records out.
 *
 * A document's findings → text: JSON Lines (docs/records.md), a table for
 * people, CoNLL-U, and the words of `dateline explain`.  Everything is written
 * into a builder; who calls decides where it goes.
 *
 * Reads     all of the document
 * Writes    nothing of it
 */
#ifndef DATELINE_OUT_H
#define DATELINE_OUT_H
#include "base/dataset.h"
#include "doc.h"

/* ---- jsonl.c: one object a line, keys in a fixed order ------------------ */
enum { LAYER_SENTENCES = 1, LAYER_ATTRIBUTIONS = 2, LAYER_TIMEXES = 4, LAYER_PLACES = 8, LAYER_ACTORS = 16, LAYER_EVENTS = 32,
       LAYER_ALL = 63 };
/* The layer of that name, or 0. */
unsigned jsonl_layer(str name);
void jsonl_event(buf *out, const doc *d, const event *e);
void jsonl_document(buf *out, const doc *d, unsigned layers);
void jsonl_parse(buf *out, const doc *d);
/* The answers of the look-ups `actor`, `place` and `when`. */
void jsonl_party(buf *out, const party *p, reason why);
void jsonl_place(buf *out, const place *p, str text);
void jsonl_timex(buf *out, const doc *d, const timex *t);

/* ---- names.c: NULL when the value has none ------------------------------- */
const char *grain_name(grain g);
const char *basis_name(basis b);
const char *status_name(status s);
const char *said_name(said_kind k);
const char *stance_name(stance s);
const char *timex_name(timex_type t);
const char *published_name(published_basis b);
const char *quote_name(const event *e);

/* ---- listing.c: a table for people --------------------------------------- */
typedef struct listing_style { uint32_t width; bool colour; } listing_style;
void listing_document(buf *out, const doc *d, listing_style style);
/* Days in few words, a line break where there are two: "2020-10", "2020-09-27 to\n2020-11-10". */
str  listing_days(arena *mem, day first, day last);
/* Adds what cannot move the cursor or turn the writing around; so many columns is it wide. */
void listing_safe(buf *out, str s);
uint32_t listing_width(str s);
/* The whole characters that fit into so many bytes. */
str  listing_shorten(str s, uint32_t bytes);

/* ---- explain.c: every value with its reason ------------------------------- */
/* One line: a value of a field in words, or (with `why`) what gave the value of the lines before. */
typedef struct explained_line {
    const char *field, *label;            /* of the record; for people, "" where it goes on */
    str     value, words;                 /* the field's value in short                     */
    reason  why;                          /* a line of data or a mechanism; or NULL         */
    str     rule;                         /* the text of that line                          */
} explained_line;
typedef array(explained_line) explained;
explained explain_lines(arena *mem, const doc *d, const event *e, const dataset *data);
void explain_event(buf *out, const doc *d, const event *e, const dataset *data);
/* What kind of knowledge a reason is, in words; the text of the line of data, "" if it is none. */
str  explain_reason(const dataset *data, reason why);
str  explain_rule(const dataset *data, reason why);

/* ---- conllu.c ----------------------------------------------------------- */
void conllu_document(buf *out, const doc *d);
#endif
