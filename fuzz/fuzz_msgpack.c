/* fuzz_msgpack.c: any bytes as MessagePack, and as a file of layers: values or refusals? */
#include "model/msgpack.h"
#include "model/weights.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* Walks one value by asking for its kinds in turn. */
static bool walk(msgpack *in, int depth)
{
    msgpack at = *in;
    uint32_t count;
    int64_t i;
    uint64_t u;
    bool yes;
    str s;
    if (msgpack_text(&at, &s) || (at = *in, msgpack_int(&at, &i)) || (at = *in, msgpack_uint(&at, &u)) || (at = *in, msgpack_bool(&at, &yes))
        || (at = *in, msgpack_nil(&at))) {
        *in = at;
        return true;
    }
    at = *in;
    bool is_array = msgpack_array(&at, &count);
    if (!is_array && (at = *in, !msgpack_map(&at, &count))) return msgpack_skip(in);
    if (depth > 50) return msgpack_skip(in);
    for (uint64_t k = is_array ? count : 2 * (uint64_t)count; k > 0; k--)
        if (!walk(&at, depth + 1)) return false;
    *in = at;
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    msgpack in = msgpack_of(data, n), one = in, two = in, value;
    bool walked = walk(&one, 0), skipped = msgpack_skip(&two);
    if (walked != skipped || (walked && one.at != two.at)) abort();
    msgpack_find(in, "nodes", &value);
    arena *mem = arena_new((size_t)64 << 20);
    if (!mem) return 0;
    if (!arena_enter(mem)) {
        bundle b = {.mem = mem};
        fail f = {0};
        str file = {(const char *)data, (uint32_t)n};
        weights_add_encoder(&b, "tok2vec", file, "fuzz", &f);
        weights_add_linear(&b, "tagger", file, "fuzz", &f);
        weights_add_scorer(&b, "parser", file, "fuzz", &f);
    }
    arena_free(mem);
    return 0;
}
