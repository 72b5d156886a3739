/* base/near.h: "did you mean ...?": lists of known words, separated by blanks. */
#ifndef DATELINE_NEAR_H
#define DATELINE_NEAR_H
#include "base/str.h"

/* Which of the words is most like `wrong`; NULL if none is. */
const char *near_word(const char *wrong, const char *words, char out[64]);
bool near_has(const char *words, str wanted);
#endif
