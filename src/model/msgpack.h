/* model/msgpack.h: walks MessagePack where it lies, with bounds everywhere.
 *
 *     msgpack in = msgpack_of(bytes), value;
 *     if (msgpack_find(in, "exceptions", &value) && msgpack_map(&value, &n)) ...
 *
 * Every function that reads gives false when the bytes end or hold another
 * kind of value; the cursor must not be used after that.  Nothing is copied. */
#ifndef DATELINE_MSGPACK_H
#define DATELINE_MSGPACK_H
#include "base/str.h"

typedef struct msgpack { const uint8_t *at, *end; } msgpack;

msgpack msgpack_of(const void *p, size_t n);
bool msgpack_nil(msgpack *in);                      /* steps over a nil; false if it is something else */
bool msgpack_bool(msgpack *in, bool *out);
bool msgpack_int(msgpack *in, int64_t *out);        /* any whole number up to 2^63 - 1      */
bool msgpack_uint(msgpack *in, uint64_t *out);      /* any whole number from 0              */
bool msgpack_text(msgpack *in, str *out);           /* a string or binary                   */
bool msgpack_array(msgpack *in, uint32_t *n);       /* then n values follow                 */
bool msgpack_map(msgpack *in, uint32_t *n);         /* then n keys, each with its value     */
bool msgpack_skip(msgpack *in);                     /* one whole value, however nested      */
/* The value of a text key of the map at `in`, which stays where it is. */
bool msgpack_find(msgpack in, const char *key, msgpack *value);
#endif
