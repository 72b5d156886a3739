/* Is MessagePack read as it is meant, and never beyond its end? */
#include "model/msgpack.h"
#include <assert.h>
#include <stdio.h>

/* {"a": [1, -2, 300, nil, true], "bin": b"xy", "deep": [[[]]], "f": 1.5} */
static const uint8_t sample[] = {
    0x84, 0xA1, 'a',  0x95, 0x01, 0xFE, 0xCD, 0x01, 0x2C, 0xC0, 0xC3, 0xA3, 'b',  'i',  'n',  0xC4, 0x02, 'x', 'y',
    0xA4, 'd',  'e',  'e',  'p',  0x91, 0x91, 0x90, 0xA1, 'f',  0xCB, 0x3F, 0xF8, 0,    0,    0,    0,    0,    0};

static void reads_values(void)
{
    msgpack in = msgpack_of(sample, sizeof sample), at;
    uint32_t n;
    int64_t i;
    uint64_t u;
    bool yes;
    str s;
    assert(msgpack_find(in, "a", &at) && msgpack_array(&at, &n) && n == 5);
    assert(msgpack_uint(&at, &u) && u == 1);
    assert(msgpack_int(&at, &i) && i == -2);
    assert(msgpack_int(&at, &i) && i == 300);
    assert(msgpack_nil(&at) && msgpack_bool(&at, &yes) && yes);
    assert(msgpack_find(in, "bin", &at) && msgpack_text(&at, &s) && str_is(s, "xy"));
    assert(!msgpack_find(in, "none", &at));
    assert(msgpack_skip(&in) && in.at == in.end);
}

static void refuses_other_kinds(void)
{
    msgpack in = msgpack_of(sample, sizeof sample), at;
    uint32_t n;
    uint64_t u;
    str s;
    at = in;
    assert(!msgpack_array(&at, &n));
    assert(msgpack_find(in, "a", &at) && !msgpack_text(&at, &s));
    assert(msgpack_find(in, "f", &at) && !msgpack_uint(&at, &u));
    at = msgpack_of("\xFE", 1);
    assert(!msgpack_uint(&at, &u)); /* -2 */
}

/* Each shorter piece of the sample, in memory of its own size, is refused. */
static void refuses_cut_off(void)
{
    for (size_t n = 0; n < sizeof sample; n++) {
        msgpack in = msgpack_of(sample, n);
        assert(!msgpack_skip(&in));
    }
}

static void refuses_false_counts(void)
{
    uint32_t n;
    str s;
    msgpack in = msgpack_of("\xDD\xFF\xFF\xFF\xFF\x01", 6);
    assert(!msgpack_array(&in, &n));
    in = msgpack_of("\xDF\x80\x00\x00\x00\x01", 6);
    assert(!msgpack_map(&in, &n));
    in = msgpack_of("\xDB\xFF\xFF\xFF\xFFx", 6);
    assert(!msgpack_text(&in, &s));
    in = msgpack_of("\xC9\xFF\xFF\xFF\xFFx", 6);
    assert(!msgpack_skip(&in));
    in = msgpack_of("\xC1", 1);
    assert(!msgpack_skip(&in));
}

int main(void)
{
    reads_values();
    refuses_other_kinds();
    refuses_cut_off();
    refuses_false_counts();
    puts("msgpack: ok");
    return 0;
}
