/* json.c: how is a value written as JSON?
 *
 * A comma goes before a key or an element unless a bracket or a colon stands
 * there, so callers never count.
 */
#include "out/json.h"
#include <math.h>
#include <stdio.h>

static void comma(buf *out)
{
    char last = out->len ? out->ptr[out->len - 1] : '\n';
    if (last != '{' && last != '[' && last != ':' && last != '\n') buf_byte(out, ',');
}

/* Length of the line end at `i` that many readers of lines take for one though
 * JSON does not: U+0085, U+2028, U+2029; 0 if there is none. */
static uint32_t line_end_at(str s, uint32_t i)
{
    const unsigned char *p = (const unsigned char *)s.ptr + i;
    if (p[0] == 0xC2 && i + 1 < s.len && p[1] == 0x85) return 2;
    if (p[0] == 0xE2 && i + 2 < s.len && p[1] == 0x80 && (p[2] == 0xA8 || p[2] == 0xA9)) return 3;
    return 0;
}

static bool is_plain(str s, uint32_t i)
{
    unsigned char c = (unsigned char)s.ptr[i];
    if (c < 0x20 || c == '"' || c == '\\' || c == 0x7F) return false;
    return (c != 0xC2 && c != 0xE2) || !line_end_at(s, i);
}

/* Writes the character at `i` as an escape; gives its length. */
static uint32_t escape(buf *out, str s, uint32_t i)
{
    char c = s.ptr[i];
    uint32_t n = line_end_at(s, i);
    if (n == 2) buf_add(out, S("\\u0085"));
    else if (n == 3) buf_printf(out, "\\u20%02x", (unsigned)(unsigned char)s.ptr[i + 2] - 0x80u);
    else if (c == '"' || c == '\\') buf_add(out, c == '"' ? S("\\\"") : S("\\\\"));
    else if (c == '\n') buf_add(out, S("\\n"));
    else if (c == '\t') buf_add(out, S("\\t"));
    else if (c == '\r') buf_add(out, S("\\r"));
    else buf_printf(out, "\\u%04x", (unsigned)(unsigned char)c);
    return n ? n : 1;
}

void json_str(buf *out, str s)
{
    buf_byte(out, '"');
    for (uint32_t i = 0, end; i < s.len;) {
        for (end = i; end < s.len && is_plain(s, end);) end++;
        buf_add(out, str_slice(s, i, end));
        i = end < s.len ? end + escape(out, s, end) : end;
    }
    buf_byte(out, '"');
}

void json_key(buf *out, const char *key)
{
    comma(out);
    buf_byte(out, '"');
    buf_add(out, str_of(key));
    buf_add(out, S("\":"));
}

void json_put_str(buf *out, const char *key, str s)
{
    json_key(out, key);
    json_str(out, s);
}

void json_put_null(buf *out, const char *key)
{
    json_key(out, key);
    buf_add(out, S("null"));
}

void json_put_text(buf *out, const char *key, str s)
{
    if (s.len) json_put_str(out, key, s);
    else json_put_null(out, key);
}

void json_put_z(buf *out, const char *key, const char *z) { json_put_text(out, key, str_of(z)); }

void json_put_day(buf *out, const char *key, day d)
{
    if (d == DAY_NONE) json_put_null(out, key);
    else json_put_str(out, key, day_print(out->mem, d));
}

/* A number without the zeros that say nothing: 40.68, 46. */
void json_put_number(buf *out, const char *key, double x, int decimals)
{
    if (!isfinite(x)) {
        json_put_null(out, key);
        return;
    }
    char text[64];
    int n = snprintf(text, sizeof text, "%.*f", decimals, x);
    while (n > 1 && decimals > 0 && text[n - 1] == '0') n--;
    if (text[n - 1] == '.') n--;
    json_key(out, key);
    buf_add(out, (str){text, (uint32_t)n});
}

void json_put_int(buf *out, const char *key, long n)
{
    json_key(out, key);
    buf_printf(out, "%ld", n);
}

void json_put_bool(buf *out, const char *key, bool yes)
{
    json_key(out, key);
    buf_add(out, yes ? S("true") : S("false"));
}

void json_open(buf *out, char bracket)
{
    comma(out);
    buf_byte(out, bracket);
}

void json_close(buf *out, char bracket) { buf_byte(out, bracket == '{' ? '}' : ']'); }

void json_put_open(buf *out, const char *key, char bracket)
{
    json_key(out, key);
    buf_byte(out, bracket);
}
