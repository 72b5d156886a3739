/* says/says.h: according to whom.
 *
 * Finds quotations and reported speech, and for each its source, its cue and
 * its content, nested as told:
 *     "The ministry said that Armenia had accused Baku of lying."
 *      source "The ministry", cue "said", content "that Armenia ... lying"
 *        within it: source "Armenia", cue "accused", content "Baku of lying"
 *
 * Reads     doc->tokens, sentences, paragraphs
 * Writes    doc->quotes, doc->attributions (all but `speaker`)
 * Data      data/says/cues.rules
 * Not here  which party the source is: who/, story/
 */
#ifndef DATELINE_SAYS_H
#define DATELINE_SAYS_H
#include "base/dataset.h"
#include "doc.h"

typedef struct says says;   /* read-only once loaded; threads share it */
int  says_load(says **out, arena *mem, const dataset *data, fail *f);
void says_fill(doc *d, const says *rules);
#endif
