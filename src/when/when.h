/* when/when.h: the days on which things happened, and how we know.
 *
 * News says "on Tuesday", "in October 2020", "the 44-day war".  This room finds
 * such phrases and turns each into days.  Published Wed 2023-11-08:
 *     "on Tuesday"        2023-11-07 .. 2023-11-07   BASIS_RELATIVE
 *     "in October 2020"   2020-10-01 .. 2020-10-31   BASIS_STATED
 *     "the 44-day war"    2020-09-27 .. 2020-11-10   BASIS_NAMED
 *
 * Reads     doc->tokens, sentences, article
 * Writes    doc->times; article.published and its basis when it was not given
 * Data      data/when/en.rules, named.tsv, holidays.tsv
 * Not here  which event a phrase belongs to: what/bind.c
 */
#ifndef DATELINE_WHEN_H
#define DATELINE_WHEN_H
#include "base/dataset.h"
#include "doc.h"

typedef struct when when;
int  when_load(when **out, arena *mem, const dataset *data, fail *f);
void when_fill(doc *d, const when *w);
/* `dateline when TEXT --date D` makes a document of TEXT and calls when_fill. */
#endif
