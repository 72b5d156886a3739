/* base/near.h: "did you mean ...?": lists of known words, separated by blanks. */
#ifndef DATELINE_NEAR_H
#define DATELINE_NEAR_H
#include "base/str.h"

/* Which of the words is most like `wrong`; NULL if none is. */
const char *near_word(const char *wrong, const char *words, char out[64]);
/* Letters to change, add or drop to make one of the other; 99 where one is longer than 60 bytes. */
unsigned near_distance(const char *a, const char *b);
bool near_has(const char *words, str wanted);
#endif
