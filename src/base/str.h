/* base/str.h: slices of text, and a builder.  A slice owns nothing. */
#ifndef DATELINE_STR_H
#define DATELINE_STR_H
#include "base/arena.h"
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef struct str { const char *ptr; uint32_t len; } str; /* UTF-8, not ended by NUL */

#define S(literal) ((str){(literal), (uint32_t)(sizeof(literal) - 1)})
#define STR_FMT "%.*s"
#define STR_ARG(s) (int)(s).len, ((s).ptr ? (s).ptr : "")

str  str_of(const char *z);                     /* NULL gives the empty slice         */
bool str_eq(str a, str b);                      /* the same bytes                     */
bool str_eq_fold(str a, str b);                 /* the same, A-Z taken as a-z         */
bool str_is(str a, const char *z);              /* str_eq against a C string          */
int  str_cmp(str a, str b);                     /* by bytes, as strcmp                */
bool str_starts(str s, str head);
bool str_ends(str s, str tail);
uint32_t str_find(str s, str part);             /* offset of `part`, or s.len if none */
str  str_slice(str s, uint32_t first, uint32_t end); /* clamped to s                  */
str  str_trim(str s);                           /* without blanks and tabs at the ends*/
/* Cuts the part before `sep` off the front of *rest (all of it if `sep` is not
 * there) and gives that part.  False when *rest was empty. */
bool str_cut(str *rest, char sep, str *part);
/* Cuts the next word (between blanks or tabs) off the front of *rest. */
bool str_word(str *rest, str *word);
bool str_to_int(str s, long *out);              /* whole slice a decimal number?      */
uint64_t str_hash(str s);                       /* the same on every machine          */
str  str_copy(arena *mem, str s);               /* followed by a NUL                  */
str  str_lower_ascii(arena *mem, str s);
str  str_printf(arena *mem, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* A builder: bytes that grow on an arena. */
typedef struct buf { arena *mem; char *ptr; size_t len, cap; } buf;
void buf_add(buf *b, str s);
void buf_byte(buf *b, char c);
void buf_printf(buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
str  buf_str(buf *b);                           /* what is there, followed by a NUL   */
#endif
