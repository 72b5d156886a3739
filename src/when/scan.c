/* when/scan.c: which words, numbers and marks stand in the text?
 *
 * Times are written in ways that a tokenizer cuts differently from model to
 * model ("mid-2007", "44-day", "6:00am", "1990’s").  So this room scans the
 * text itself, and asks the tokens only for tags and tense. */
#include "base/utf8.h"
#include "when/when_internal.h"

enum { KEY_MAX = 40, MANY = 20000000 };

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

str scan_key(arena *mem, str word) { return utf8_lower(mem, word); }

/* The rules' number of a word, without taking memory for plain words. */
static uint32_t word_number(arena *mem, str word, const map *words)
{
    char lower[KEY_MAX];
    if (word.len > KEY_MAX)
        return NONE;
    for (uint32_t i = 0; i < word.len; i++) {
        if ((unsigned char)word.ptr[i] >= 0x80)
            return map_get(words, scan_key(mem, word), NONE);
        char c = word.ptr[i];
        lower[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    return map_get(words, (str){lower, word.len}, NONE);
}

/* Digits with grouping ("1,200,000") or decimals ("22.8"). */
static uint32_t number_end(str s, uint32_t i, bool *grouped)
{
    uint32_t first = i;
    while (i < s.len && is_digit(s.ptr[i]))
        i++;
    *grouped = false;
    while (i - first <= 12 && i + 3 < s.len && s.ptr[i] == ',' && is_digit(s.ptr[i + 1]) && is_digit(s.ptr[i + 2]) &&
           is_digit(s.ptr[i + 3]) && !(i + 4 < s.len && is_digit(s.ptr[i + 4])) && (*grouped || i - first <= 3)) {
        i += 4;
        *grouped = true;
    }
    uint32_t end = i;
    if (i + 1 < s.len && s.ptr[i] == '.' && is_digit(s.ptr[i + 1]) && !(first > 0 && s.ptr[first - 1] == '.')) {
        for (i++; i < s.len && is_digit(s.ptr[i]);)
            i++;
        if (i - end > 3 || (i + 1 < s.len && s.ptr[i] == '.' && is_digit(s.ptr[i + 1])))
            return end;
        *grouped = true;
    }
    return i;
}

static int32_t number_hundredths(str s)
{
    int64_t n = 0, scale = 100;
    bool decimals = false;
    for (uint32_t i = 0; i < s.len && n <= MANY; i++) {
        if (s.ptr[i] == '.')
            decimals = true;
        else if (is_digit(s.ptr[i]) && !decimals)
            n = n * 10 + (s.ptr[i] - '0');
        else if (is_digit(s.ptr[i]) && scale > 1) {
            n = n * 10 + (s.ptr[i] - '0');
            scale /= 10;
        }
    }
    return n > MANY ? -1 : (int32_t)(n * scale);
}

static void add_number(atom *a, str text, uint32_t i)
{
    bool grouped;
    a->kind = ATOM_NUMBER;
    a->end = number_end(text, i, &grouped);
    a->grouped = grouped;
    a->hundredths = number_hundredths(str_slice(text, i, a->end));
    a->digits = (uint8_t)(a->end - i > 255 ? 255 : a->end - i);
}

/* Marks of many shapes that mean one: dashes and apostrophes. */
static str plain_mark(uint32_t cp, str as_is)
{
    if (cp == '-' || (cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212)
        return S("-");
    if (cp == '\'' || cp == 0x2018 || cp == 0x2019 || cp == 0x2bc)
        return S("'");
    return as_is;
}

static uint32_t word_end(str text, uint32_t i)
{
    const char *end = text.ptr + text.len;
    while (i < text.len) {
        uint32_t cp, n = utf8_next(text.ptr + i, end, &cp);
        if (!utf8_is_alpha(cp) || plain_mark(cp, S("")).len)
            break;
        i += n;
    }
    return i;
}

static uint32_t add_atom(arena *mem, atom *a, str text, uint32_t i, const map *words)
{
    uint32_t cp, n = utf8_next(text.ptr + i, text.ptr + text.len, &cp);
    *a = (atom){.start = i, .end = i + n, .word = NONE, .kind = ATOM_MARK};
    a->glued = i > 0 && text.ptr[i - 1] != ' ' && text.ptr[i - 1] != '\n' && text.ptr[i - 1] != '\t';
    if (is_digit(text.ptr[i])) {
        add_number(a, text, i);
    } else if (word_end(text, i) > i) {
        a->kind = ATOM_WORD;
        a->capital = utf8_is_upper(cp);
        a->end = word_end(text, i);
        a->word = word_number(mem, str_slice(text, i, a->end), words);
    } else {
        a->word = map_get(words, plain_mark(cp, str_slice(text, i, i + n)), NONE);
    }
    return a->end;
}

atoms scan_text(arena *mem, str text, const map *words)
{
    array(atom) list = {0};
    for (uint32_t i = 0; i < text.len;) {
        uint32_t cp, n = utf8_next(text.ptr + i, text.ptr + text.len, &cp);
        if (utf8_is_space(cp)) {
            i += n;
            continue;
        }
        array_room(mem, list);
        i = add_atom(mem, &list.at[list.n++], text, i, words);
    }
    return (atoms){list.at, list.n};
}
