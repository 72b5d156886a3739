/* what/what.h: which event.
 *
 * Reads     everything above
 * Writes    doc->events
 * Data      data/what/: one .rules file a PLOVER type, classes.rules, compose.rules,
 *           confidence.tsv
 */
#ifndef DATELINE_WHAT_H
#define DATELINE_WHAT_H
#include "base/dataset.h"
#include "doc.h"
#include "who/who.h"

typedef struct what what;
int  what_load(what **out, arena *mem, const dataset *data, fail *f);
void what_fill(doc *d, const what *rules, const who *people);
/* Name of the k-th of the signs that confidence is reckoned from, "" if the record lacks it; NULL behind the last. */
const char *what_sign(const doc *d, const event *ev, uint32_t k);
/* Drops the events that are less sure than `least` (0 to 1); the first telling that is left becomes the first. */
void what_keep_sure(doc *d, double least);
#endif
