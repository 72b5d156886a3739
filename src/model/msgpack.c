/* msgpack.c: which value lies here? (github.com/msgpack, spec of 2013) */
#include "model/msgpack.h"

typedef enum kind { KIND_NIL, KIND_BOOL, KIND_UINT, KIND_INT, KIND_FLOAT, KIND_TEXT, KIND_EXT, KIND_ARRAY, KIND_MAP, KIND_BAD } kind;
/* Head of a value: `n` is the number, the length of the text, or how many values follow. */
typedef struct head { kind kind; uint64_t n; } head;

msgpack msgpack_of(const void *p, size_t n) { return (msgpack){p, (const uint8_t *)p + n}; }

static bool big_endian(msgpack *in, uint32_t width, uint64_t *out)
{
    if ((size_t)(in->end - in->at) < width) return false;
    uint64_t v = 0;
    for (uint32_t i = 0; i < width; i++) v = v << 8 | in->at[i];
    in->at += width;
    *out = v;
    return true;
}

static head sized(msgpack *in, kind k, uint32_t width, uint32_t extra)
{
    uint64_t n;
    return big_endian(in, width, &n) ? (head){k, n + extra} : (head){KIND_BAD, 0};
}

static head signed_number(msgpack *in, uint32_t width)
{
    uint64_t v;
    if (!big_endian(in, width, &v)) return (head){KIND_BAD, 0};
    uint64_t sign = (uint64_t)1 << (8 * width - 1);
    return (head){KIND_INT, (v ^ sign) - sign};
}

/* The one-byte heads from 0xC0 to 0xDF. */
static head coded(msgpack *in, uint8_t c)
{
    switch (c) {
    case 0xC0: return (head){KIND_NIL, 0};
    case 0xC2: case 0xC3: return (head){KIND_BOOL, c & 1};
    case 0xC4: case 0xC5: case 0xC6: return sized(in, KIND_TEXT, 1u << (c - 0xC4), 0);
    case 0xC7: case 0xC8: case 0xC9: return sized(in, KIND_EXT, 1u << (c - 0xC7), 1);
    case 0xCA: return sized(in, KIND_FLOAT, 4, 0);
    case 0xCB: return sized(in, KIND_FLOAT, 8, 0);
    case 0xCC: case 0xCD: case 0xCE: case 0xCF: return sized(in, KIND_UINT, 1u << (c - 0xCC), 0);
    case 0xD0: case 0xD1: case 0xD2: case 0xD3: return signed_number(in, 1u << (c - 0xD0));
    case 0xD4: case 0xD5: case 0xD6: case 0xD7: case 0xD8: return (head){KIND_EXT, (1u << (c - 0xD4)) + 1};
    case 0xD9: case 0xDA: case 0xDB: return sized(in, KIND_TEXT, 1u << (c - 0xD9), 0);
    case 0xDC: case 0xDD: return sized(in, KIND_ARRAY, 2u << (c - 0xDC), 0);
    case 0xDE: case 0xDF: return sized(in, KIND_MAP, 2u << (c - 0xDE), 0);
    default: return (head){KIND_BAD, 0};
    }
}

static head read_head(msgpack *in)
{
    if (in->at >= in->end) return (head){KIND_BAD, 0};
    uint8_t c = *in->at++;
    if (c < 0x80) return (head){KIND_UINT, c};
    if (c < 0x90) return (head){KIND_MAP, c & 0x0F};
    if (c < 0xA0) return (head){KIND_ARRAY, c & 0x0F};
    if (c < 0xC0) return (head){KIND_TEXT, c & 0x1F};
    if (c >= 0xE0) return (head){KIND_INT, (uint64_t)(int64_t)(int8_t)c};
    return coded(in, c);
}

bool msgpack_nil(msgpack *in)
{
    if (in->at >= in->end || *in->at != 0xC0) return false;
    in->at++;
    return true;
}

bool msgpack_bool(msgpack *in, bool *out)
{
    head h = read_head(in);
    *out = h.n != 0;
    return h.kind == KIND_BOOL;
}

bool msgpack_int(msgpack *in, int64_t *out)
{
    head h = read_head(in);
    *out = (int64_t)h.n;
    return h.kind == KIND_INT || (h.kind == KIND_UINT && h.n <= INT64_MAX);
}

bool msgpack_uint(msgpack *in, uint64_t *out)
{
    head h = read_head(in);
    *out = h.n;
    return h.kind == KIND_UINT || (h.kind == KIND_INT && h.n <= INT64_MAX);
}

bool msgpack_text(msgpack *in, str *out)
{
    head h = read_head(in);
    if (h.kind != KIND_TEXT || h.n > (size_t)(in->end - in->at)) return false;
    *out = (str){(const char *)in->at, (uint32_t)h.n};
    in->at += h.n;
    return true;
}

/* A value takes at least a byte, so a count above what is left is damage; it is
 * said here so that callers may reserve room for `n` values. */
static bool counted(msgpack *in, kind want, uint32_t least, uint32_t *n)
{
    head h = read_head(in);
    *n = (uint32_t)h.n;
    return h.kind == want && h.n * least <= (size_t)(in->end - in->at);
}

bool msgpack_array(msgpack *in, uint32_t *n) { return counted(in, KIND_ARRAY, 1, n); }
bool msgpack_map(msgpack *in, uint32_t *n) { return counted(in, KIND_MAP, 2, n); }

bool msgpack_skip(msgpack *in)
{
    for (uint64_t left = 1; left > 0; left--) {
        head h = read_head(in);
        if (h.kind == KIND_BAD) return false;
        if (h.kind == KIND_ARRAY || h.kind == KIND_MAP) left += h.kind == KIND_MAP ? 2 * h.n : h.n;
        if (h.kind != KIND_TEXT && h.kind != KIND_EXT) continue;
        if (h.n > (size_t)(in->end - in->at)) return false;
        in->at += h.n;
    }
    return true;
}

bool msgpack_find(msgpack in, const char *key, msgpack *value)
{
    uint32_t n;
    if (!msgpack_map(&in, &n)) return false;
    for (; n > 0; n--) {
        msgpack before = in;
        str name;
        bool hit = msgpack_text(&in, &name) && str_is(name, key);
        if (!hit && (in = before, !msgpack_skip(&in))) return false;
        if (hit) return *value = in, true;
        if (!msgpack_skip(&in)) return false;
    }
    return false;
}
