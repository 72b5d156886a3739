/* utf8.c: which character is this, and what class is it of? */
#include "base/utf8.h"
#include "base/utf8_tables.h"

#define COUNT(t) (uint32_t)(sizeof(t) / sizeof *(t))

uint32_t utf8_next(const char *p, const char *end, uint32_t *cp)
{
    const uint8_t *u = (const uint8_t *)p;
    size_t left = (size_t)(end - p);
    if (u[0] < 0x80 || left < 2) {
        *cp = u[0];
        return 1;
    }
    if (u[0] < 0xE0) {
        *cp = (uint32_t)(u[0] & 0x1F) << 6 | (u[1] & 0x3F);
        return 2;
    }
    if (u[0] < 0xF0 && left >= 3) {
        *cp = (uint32_t)(u[0] & 0x0F) << 12 | (uint32_t)(u[1] & 0x3F) << 6 | (u[2] & 0x3F);
        return 3;
    }
    if (left < 4) {
        *cp = 0xFFFD;
        return (uint32_t)left;
    }
    *cp = (uint32_t)(u[0] & 0x07) << 18 | (uint32_t)(u[1] & 0x3F) << 12 | (uint32_t)(u[2] & 0x3F) << 6 | (u[3] & 0x3F);
    return 4;
}

uint32_t utf8_put(uint32_t cp, char out[4])
{
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    if (cp < 0x800) {
        out[0] = (char)(0xC0 | cp >> 6);
        out[1] = (char)(0x80 | (cp & 0x3F));
        return 2;
    }
    if (cp < 0x10000) {
        out[0] = (char)(0xE0 | cp >> 12);
        out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
        out[2] = (char)(0x80 | (cp & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | cp >> 18);
    out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
    out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
    out[3] = (char)(0x80 | (cp & 0x3F));
    return 4;
}

/* Length of the well-formed character at `u`, 0 if there is none (Unicode, table 3-7). */
static size_t well_formed(const uint8_t *u, size_t left)
{
    if (u[0] < 0x80) return 1;
    size_t n = u[0] >= 0xC2 && u[0] <= 0xDF ? 2 : (u[0] & 0xF0) == 0xE0 ? 3 : u[0] >= 0xF0 && u[0] <= 0xF4 ? 4 : 0;
    if (n == 0 || n > left) return 0;
    for (size_t i = 1; i < n; i++)
        if ((u[i] & 0xC0) != 0x80) return 0;
    if ((u[0] == 0xE0 && u[1] < 0xA0) || (u[0] == 0xED && u[1] > 0x9F)) return 0;
    if ((u[0] == 0xF0 && u[1] < 0x90) || (u[0] == 0xF4 && u[1] > 0x8F)) return 0;
    return n;
}

size_t utf8_invalid_at(const char *p, size_t n)
{
    size_t at = 0;
    while (at < n) {
        uint64_t eight;
        if (n - at >= 8 && (memcpy(&eight, p + at, 8), (eight & 0x8080808080808080u) == 0)) {
            at += 8;
            continue;
        }
        size_t len = well_formed((const uint8_t *)p + at, n - at);
        if (len == 0) return at;
        at += len;
    }
    return n;
}

uint32_t utf8_count(str s)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < s.len; i++) n += ((uint8_t)s.ptr[i] & 0xC0) != 0x80;
    return n;
}

static bool within(const span *t, uint32_t n, uint32_t cp)
{
    uint32_t lo = 0, hi = n;
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        if (t[mid].last < cp) lo = mid + 1;
        else hi = mid;
    }
    return lo < n && t[lo].first <= cp;
}

bool utf8_is_alpha(uint32_t cp)
{
    if (cp < 0x80) return (cp | 0x20) - 'a' < 26;
    return within(alpha_spans, COUNT(alpha_spans), cp);
}

bool utf8_is_upper(uint32_t cp)
{
    if (cp < 0x80) return cp - 'A' < 26;
    return within(upper_spans, COUNT(upper_spans), cp);
}

bool utf8_is_digit(uint32_t cp)
{
    if (cp < 0x80) return cp - '0' < 10;
    return within(digit_spans, COUNT(digit_spans), cp);
}

bool utf8_is_space(uint32_t cp)
{
    if (cp < 0x80) return cp == ' ' || cp - 9 < 5 || cp - 0x1C < 4;
    return within(space_spans, COUNT(space_spans), cp);
}

static uint32_t lower_one(uint32_t cp)
{
    if (cp < 0x80) return cp - 'A' < 26 ? cp + 32 : cp;
    uint32_t lo = 0, hi = COUNT(lower_runs);
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        if (lower_runs[mid].last < cp) lo = mid + 1;
        else hi = mid;
    }
    if (lo == COUNT(lower_runs) || cp < lower_runs[lo].first) return cp;
    if ((cp - lower_runs[lo].first) % lower_runs[lo].stride) return cp;
    return (uint32_t)((int32_t)cp + lower_runs[lo].delta);
}

/* Is there a cased character before (or after) byte `at`, passing over case-ignorable ones? */
static bool cased_beside(str s, uint32_t at, bool after)
{
    for (;;) {
        if (after ? at >= s.len : at == 0) return false;
        uint32_t cp, from = at;
        if (!after)
            do from--;
            while (from > 0 && ((uint8_t)s.ptr[from] & 0xC0) == 0x80);
        uint32_t n = utf8_next(s.ptr + from, s.ptr + s.len, &cp);
        if (!within(ignorable_spans, COUNT(ignorable_spans), cp)) return within(cased_spans, COUNT(cased_spans), cp);
        at = after ? from + n : from;
    }
}

/* A capital sigma at the end of a word becomes the final small one. */
static uint32_t lower_sigma(str s, uint32_t at)
{
    return cased_beside(s, at, false) && !cased_beside(s, at + 2, true) ? 0x3C2 : 0x3C3;
}

/* Room for a text whose characters become at most `most` times as long; ASCII stays as long as it is. */
static char *room_for(arena *mem, str s, size_t most)
{
    uint32_t i = 0;
    while (i < s.len && (uint8_t)s.ptr[i] < 0x80) i++;
    return arena_alloc(mem, (i == s.len ? s.len : s.len * most) + 1);
}

str utf8_lower(arena *mem, str s)
{
    char *out = room_for(mem, s, 3); /* U+0130: 2 bytes become 3; U+2C62..: 2 become 3 */
    uint32_t n = 0;
    for (uint32_t i = 0; i < s.len;) {
        if ((uint8_t)s.ptr[i] < 0x80) {
            out[n++] = (char)lower_one((uint8_t)s.ptr[i++]);
            continue;
        }
        uint32_t cp, at = i;
        i += utf8_next(s.ptr + i, s.ptr + s.len, &cp);
        if (cp == 0x130) {
            memcpy(out + n, "i\xCC\x87", 3);
            n += 3;
            continue;
        }
        n += utf8_put(cp == 0x3A3 ? lower_sigma(s, at) : lower_one(cp), out + n);
    }
    return (str){out, n};
}

static const char *fold_of(uint32_t cp)
{
    uint32_t lo = 0, hi = COUNT(folds);
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        if (folds[mid].cp < cp) lo = mid + 1;
        else hi = mid;
    }
    return lo < COUNT(folds) && folds[lo].cp == cp ? folds[lo].text : NULL;
}

static bool is_hyphen(uint32_t cp) { return cp == '-' || (cp >= 0x2010 && cp <= 0x2015); }

static bool is_dropped(uint32_t cp)
{
    return cp == '\'' || cp == '`' || cp == 0xB4 || (cp >= 0x2B9 && cp <= 0x2BF) || cp == 0x2C8 || cp == 0x2018 || cp == 0x2019
        || cp == 0x201B || cp == 0x2032 || (cp >= 0x300 && cp <= 0x36F) || cp == 0xAD;
}

str utf8_fold_name(arena *mem, str s)
{
    char *out = room_for(mem, s, 5); /* one fold: 2 bytes become 9 */
    uint32_t n = 0, cp;
    bool blank = false;
    for (uint32_t i = 0; i < s.len;) {
        i += utf8_next(s.ptr + i, s.ptr + s.len, &cp);
        if (is_dropped(cp)) continue;
        if (utf8_is_space(cp) || is_hyphen(cp)) {
            blank = n > 0;
            continue;
        }
        if (blank) out[n++] = ' ';
        blank = false;
        const char *text = fold_of(cp);
        if (!text) n += utf8_put(lower_one(cp), out + n);
        for (; text && *text; text++) out[n++] = *text;
    }
    return (str){out, n};
}
