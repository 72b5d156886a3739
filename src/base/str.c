/* str.c: slices of text, and a builder. */
#include "base/str.h"
#include <stdio.h>

str str_of(const char *z) { return z ? (str){z, (uint32_t)strlen(z)} : (str){"", 0}; }

bool str_eq(str a, str b) { return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0); }

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }

bool str_eq_fold(str a, str b)
{
    if (a.len != b.len) return false;
    for (uint32_t i = 0; i < a.len; i++)
        if (lower(a.ptr[i]) != lower(b.ptr[i])) return false;
    return true;
}

bool str_is(str a, const char *z)
{
    size_t n = strlen(z);
    return a.len == n && (n == 0 || memcmp(a.ptr, z, n) == 0);
}

int str_cmp(str a, str b)
{
    uint32_t n = a.len < b.len ? a.len : b.len;
    int c = n ? memcmp(a.ptr, b.ptr, n) : 0;
    return c ? c : (a.len > b.len) - (a.len < b.len);
}

bool str_starts(str s, str head) { return s.len >= head.len && str_eq(str_slice(s, 0, head.len), head); }

bool str_ends(str s, str tail) { return s.len >= tail.len && str_eq(str_slice(s, s.len - tail.len, s.len), tail); }

uint32_t str_find(str s, str part)
{
    for (uint32_t i = 0; part.len <= s.len && i <= s.len - part.len; i++)
        if (part.len == 0 || memcmp(s.ptr + i, part.ptr, part.len) == 0) return i;
    return s.len;
}

str str_slice(str s, uint32_t first, uint32_t end)
{
    if (end > s.len) end = s.len;
    if (first > end) first = end;
    return (str){s.ptr ? s.ptr + first : "", end - first};
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

str str_trim(str s)
{
    while (s.len && is_blank(s.ptr[0])) s = str_slice(s, 1, s.len);
    while (s.len && is_blank(s.ptr[s.len - 1])) s.len--;
    return s;
}

bool str_cut(str *rest, char sep, str *part)
{
    if (rest->len == 0) return false;
    const char *p = memchr(rest->ptr, sep, rest->len);
    uint32_t at = p ? (uint32_t)(p - rest->ptr) : rest->len;
    *part = str_slice(*rest, 0, at);
    *rest = str_slice(*rest, at + 1 > rest->len ? rest->len : at + 1, rest->len);
    return true;
}

bool str_word(str *rest, str *word)
{
    *rest = str_trim(*rest);
    uint32_t n = 0;
    while (n < rest->len && !is_blank(rest->ptr[n])) n++;
    *word = str_slice(*rest, 0, n);
    *rest = str_trim(str_slice(*rest, n, rest->len));
    return n > 0;
}

bool str_to_int(str s, long *out)
{
    uint32_t i = s.len && (s.ptr[0] == '-' || s.ptr[0] == '+');
    long v = 0;
    if (i == s.len || s.len - i > 17) return false;
    for (; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9') return false;
        v = v * 10 + (s.ptr[i] - '0');
    }
    *out = s.ptr[0] == '-' ? -v : v;
    return true;
}

/* FNV-1a with a final mix: short keys, same on every machine. */
uint64_t str_hash(str s)
{
    uint64_t h = 0xcbf29ce484222325u;
    for (uint32_t i = 0; i < s.len; i++) h = (h ^ (unsigned char)s.ptr[i]) * 0x100000001b3u;
    h ^= h >> 32;
    h *= 0xd6e8feb86659fd93u;
    return h ^ (h >> 32);
}

str str_copy(arena *mem, str s)
{
    char *p = arena_alloc(mem, (size_t)s.len + 1);
    if (s.len) memcpy(p, s.ptr, s.len);
    return (str){p, s.len};
}

str str_lower_ascii(arena *mem, str s)
{
    char *p = arena_alloc(mem, (size_t)s.len + 1);
    for (uint32_t i = 0; i < s.len; i++) p[i] = lower(s.ptr[i]);
    return (str){p, s.len};
}

static void reserve(buf *b, size_t more)
{
    if (b->len + more + 1 <= b->cap) return;
    size_t cap = b->cap ? b->cap * 2 : 32; /* most are short: reasons, keys of names */
    while (cap < b->len + more + 1) cap *= 2;
    b->ptr = arena_grow(b->mem, b->ptr, b->len, cap);
    b->cap = cap;
}

void buf_add(buf *b, str s)
{
    reserve(b, s.len);
    if (s.len) memcpy(b->ptr + b->len, s.ptr, s.len);
    b->len += s.len;
}

void buf_byte(buf *b, char c) { buf_add(b, (str){&c, 1}); }

static void add_formatted(buf *b, const char *fmt, va_list args)
{
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, fmt, args);
    if (n > 0) {
        reserve(b, (size_t)n);
        vsnprintf(b->ptr + b->len, (size_t)n + 1, fmt, again);
        b->len += (size_t)n;
    }
    va_end(again);
}

void buf_printf(buf *b, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    add_formatted(b, fmt, args);
    va_end(args);
}

str buf_str(buf *b)
{
    reserve(b, 0);
    b->ptr[b->len] = 0;
    return (str){b->ptr, (uint32_t)b->len};
}

str str_printf(arena *mem, const char *fmt, ...)
{
    buf b = {.mem = mem};
    va_list args;
    va_start(args, fmt);
    add_formatted(&b, fmt, args);
    va_end(args);
    return buf_str(&b);
}
