/* out/json.h: writes JSON values into a builder, keys in the caller's order. */
#ifndef DATELINE_JSON_H
#define DATELINE_JSON_H
#include "base/day.h"
#include "base/str.h"

void json_str(buf *out, str s);                          /* "..." with escapes              */
void json_key(buf *out, const char *key);                /* a comma if needed, "key":       */
void json_put_str(buf *out, const char *key, str s);     /* always a string                 */
void json_put_text(buf *out, const char *key, str s);    /* null when empty                 */
void json_put_z(buf *out, const char *key, const char *z); /* null when NULL or ""          */
void json_put_day(buf *out, const char *key, day d);     /* null for DAY_NONE               */
void json_put_number(buf *out, const char *key, double x, int decimals); /* null when NAN   */
void json_put_int(buf *out, const char *key, long n);
void json_put_null(buf *out, const char *key);
void json_put_bool(buf *out, const char *key, bool yes);
void json_open(buf *out, char bracket);                  /* '{' or '[', a comma if needed   */
void json_close(buf *out, char bracket);
void json_put_open(buf *out, const char *key, char bracket);
#endif
