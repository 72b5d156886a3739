/* base/utf8.h: characters.  Classes are Python 3.11's (Unicode 14), which
 * spaCy's word shapes are made with; tables by tools/gen_unicode.py. */
#ifndef DATELINE_UTF8_H
#define DATELINE_UTF8_H
#include "base/str.h"

/* Decodes the character at `p` (p < end) of valid UTF-8; gives its length in bytes. */
uint32_t utf8_next(const char *p, const char *end, uint32_t *cp);
uint32_t utf8_put(uint32_t cp, char out[4]);            /* encodes; gives 1..4 bytes      */
/* Byte offset of the first byte that is not UTF-8 (overlong, surrogate, above
 * U+10FFFF, cut off); s.len when all is well. */
size_t   utf8_invalid_at(const char *p, size_t n);
uint32_t utf8_count(str s);                             /* code points                     */

bool utf8_is_alpha(uint32_t cp);   /* str.isalpha: categories L*                           */
bool utf8_is_upper(uint32_t cp);   /* str.isupper                                          */
bool utf8_is_digit(uint32_t cp);   /* str.isdigit                                          */
bool utf8_is_space(uint32_t cp);   /* str.isspace                                          */

str utf8_lower(arena *mem, str s); /* full lower-casing as str.lower(), final sigma too    */
/* A name's spelling reduced to what makes it the same name: lower case, no
 * accents, ə and ı as e and i, hyphens and apostrophes dropped, blanks single.
 * "Şuşa" → "susa", "N'Djamena" → "ndjamena", "Guinea-Bissau" → "guinea bissau". */
str utf8_fold_name(arena *mem, str s);
#endif
