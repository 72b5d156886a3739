/* what/what.h: which event.
 *
 * Reads     everything above
 * Writes    doc->events
 * Data      data/what/: one .rules file a PLOVER type, classes.rules, compose.rules
 */
#ifndef DATELINE_WHAT_H
#define DATELINE_WHAT_H
#include "base/dataset.h"
#include "doc.h"
#include "who/who.h"

typedef struct what what;
int  what_load(what **out, arena *mem, const dataset *data, fail *f);
void what_fill(doc *d, const what *rules, const who *people);
#endif
