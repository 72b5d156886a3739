/* text/text_internal.h: what the files of this room share. */
#ifndef DATELINE_TEXT_INTERNAL_H
#define DATELINE_TEXT_INTERNAL_H
#include "text/text.h"

/* One character of the given text that is kept.  Blanks of all kinds are ' ',
 * line ends of all kinds '\n'. */
typedef struct unit { uint32_t cp, given; /* first byte */ } unit;
typedef array(unit) units;

/* What the document's quotation marks are, as far as cleaning must know. */
typedef struct marks { bool low_opens; /* „ opens, so “ closes */ bool curly; /* “ opens */ } marks;
marks glue_marks(const units *u);
/* Is a blank missing between characters i-1 and i?  `straight` counts the
 * straight double quotes (") of the paragraph before i. */
bool glue_at(const units *u, uint32_t i, marks m, uint32_t straight);

/* byline.c: finds "BAKU, Nov. 8 (AFP) -" in the clean text's first paragraphs. */
void byline_find(doc *d);
#endif
