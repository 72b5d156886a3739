/* cli/sides.h: one text for many pairs of rivals (docs/cases.md, "Two sides"). */
#ifndef DATELINE_SIDES_H
#define DATELINE_SIDES_H
#include "base/table.h"

/* `text` with every `{A form}` and `{B form}` replaced: `form` is a column of
 * `pairs`, whose cells hold the two sides' words with a bar between.  `swapped`
 * takes the second side for A.  What names no column stays as it is. */
str sides_put(arena *mem, str text, const table *pairs, uint32_t row, bool swapped);
#endif
