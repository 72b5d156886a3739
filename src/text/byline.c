/* byline.c: what does an article say of its own place, day and agency?
 *
 *     "BAKU, Nov. 8 (AFP) - The ministry ..."       place BAKU, agency AFP
 *     "WASHINGTON (Reuters) — The president ..."     place WASHINGTON, agency Reuters
 *     "Friday, January 4, 2019"  as a first line      only a day, which when/ reads
 *
 * Reads     doc->text, paragraphs
 * Writes    article.byline, byline_place, byline_agency; doc->paragraphs
 * Not here  which day it is: when/
 */
#include "base/utf8.h"
#include "text/text_internal.h"

enum { MAX_HEAD = 110,                    /* bytes of the longest dateline                 */
       MAX_LOOK = 4 };                    /* paragraphs: a title or a photo credit may stand above */

static bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/* ---- days -------------------------------------------------------------- */

/* Is `word` one of the words, or its first letters (at least three)? */
static bool is_short_for(str word, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n && word.len >= 3; i++) {
        str whole = str_of(words[i]);
        bool common = word.len <= 4 || word.len == whole.len;   /* "Jan", "Sept", "January"; not "Janua" */
        if (common && word.len <= whole.len && str_eq_fold(word, str_slice(whole, 0, word.len))) return true;
    }
    return false;
}

static bool is_month(str word)
{
    static const char *const months[] = {"january", "february", "march",     "april",   "may",      "june",
                                         "july",    "august",   "september", "october", "november", "december"};
    return is_short_for(word, months, 12);
}

static bool is_weekday(str word)
{
    static const char *const days[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    return is_short_for(word, days, 7);
}

/* "Nov. 8", "8 November 2024", "2019", "Friday", "14:30 GMT": nothing but words of a date, with a number? */
static bool is_date(str s)
{
    bool number = false;
    for (str word; str_word(&s, &word);) {
        while (word.len && (word.ptr[word.len - 1] == ',' || word.ptr[word.len - 1] == '.')) word.len--;
        if (!word.len) continue;
        if (is_ascii_digit(word.ptr[0])) number = true;
        else if (!is_month(word) && !is_weekday(word)) return false;
    }
    return number;
}

/* A whole line that is a date with month and year or weekday: "Friday, January 4, 2019". */
static bool is_date_line(str s)
{
    bool named = false;
    str rest = s;
    for (str word; str_word(&rest, &word);) named = named || is_month(word);
    return named && s.len < 50 && is_date(s);
}

/* ---- datelines --------------------------------------------------------- */

/* Byte behind the dash that ends a dateline, or 0; *head is what stands before. */
static uint32_t dash_end(str s, str *head)
{
    static const char *const dashes[] = {"\u2014", "\u2013", "\u2015", "--", "- "};
    uint32_t limit = s.len < MAX_HEAD ? s.len : MAX_HEAD;
    for (uint32_t i = 2; i < limit; i++)
        for (size_t k = 0; k < sizeof dashes / sizeof *dashes; k++) {
            uint32_t n = (uint32_t)strlen(dashes[k]);
            if (i + n > s.len || memcmp(s.ptr + i, dashes[k], n) != 0) continue;
            if (k == 4 && s.ptr[i - 1] != ' ' && s.ptr[i - 1] != ')') continue;
            *head = str_trim(str_slice(s, 0, i));
            while (i + n < s.len && (s.ptr[i + n] == ' ' || s.ptr[i + n] == '-')) n++;
            return i + n;
        }
    return 0;
}

/* Are the letters of `s` capitals, at least three of them? ("NEW YORK", "N'DJAMENA") */
static bool in_capitals(str s)
{
    uint32_t upper = 0, cp;
    for (const char *p = s.ptr, *end = p + s.len; p < end;) {
        p += utf8_next(p, end, &cp);
        if (!utf8_is_alpha(cp)) continue;
        if (!utf8_is_upper(cp)) return false;
        upper++;
    }
    return upper >= 3;
}

/* One to four words that all begin with a capital: "Baku", "New York", "U.S.". */
static bool is_name(str s)
{
    uint32_t words = 0, cp;
    for (str word; str_word(&s, &word); words++) {
        utf8_next(word.ptr, word.ptr + word.len, &cp);
        if (!utf8_is_upper(cp)) return false;
    }
    return words >= 1 && words <= 4;
}

typedef struct head { str place, agency; bool has_date; } head;

/* "(AFP)", "(8 November 2024)": takes the bracket out of *s. */
static bool take_bracket(str *s, head *h)
{
    uint32_t open = 0;
    while (open < s->len && s->ptr[open] != '(') open++;
    if (open == s->len) return true;
    if (s->ptr[s->len - 1] != ')') return false;
    str inside = str_trim(str_slice(*s, open + 1, s->len - 1));
    if (!inside.len) return false;
    if (is_date(inside)) h->has_date = true;
    else h->agency = inside;
    *s = str_trim(str_slice(*s, 0, open));
    return true;
}

/* A region ("Azerbaijan"), a date, a part of one, or an agency ("AZERTAC"). */
static bool take_part(str part, head *h)
{
    if (is_date(part)) h->has_date = true;
    else if (!is_name(part)) return false;
    return true;
}

static bool read_head(str s, head *h)
{
    str part;
    if (!take_bracket(&s, h) || !str_cut(&s, ',', &part)) return false;
    /* "BAKU Nov 8": the date may follow without a comma. */
    h->place = str_trim(part);
    for (uint32_t i = 1; i < h->place.len; i++)
        if (h->place.ptr[i - 1] == ' ' && is_date(str_slice(h->place, i, h->place.len))) {
            h->place = str_trim(str_slice(h->place, 0, i));
            h->has_date = true;
        }
    if (is_month(h->place) || is_weekday(h->place)) h->place.len = 0;
    else if (!h->place.len || !is_name(h->place)) return false;
    while (str_cut(&s, ',', &part))
        if (!take_part(str_trim(part), h)) return false;
    return in_capitals(h->place) || h->agency.len || h->has_date;
}

/* The dateline becomes a paragraph of its own: it is no part of the sentence behind it. */
static void split_paragraph(doc *d, uint32_t i, uint32_t end)
{
    array_push(d->mem, d->paragraphs, (range){0, 0});
    range *p = &d->paragraphs.at[i];
    memmove(p + 1, p, (d->paragraphs.n - 1 - i) * sizeof *p);
    p[1].first = p[0].end = end;
    while (p[0].end > p[0].first && d->text.ptr[p[0].end - 1] == ' ') p[0].end--;
}

static bool find_dateline(doc *d, uint32_t i)
{
    range p = d->paragraphs.at[i];
    str s = str_slice(d->text, p.first, p.end), before;
    head h = {0};
    uint32_t end = dash_end(s, &before);
    if (!end || end >= s.len || !read_head(before, &h)) return false;
    split_paragraph(d, i, p.first + end);
    d->article.byline = d->paragraphs.at[i];
    d->article.byline_place = h.place;
    d->article.byline_agency = h.agency;
    return true;
}

void byline_find(doc *d)
{
    for (uint32_t i = 0; i < d->paragraphs.n && i < MAX_LOOK; i++)
        if (find_dateline(d, i)) return;
    for (uint32_t i = 0; i < d->paragraphs.n && i < MAX_LOOK; i++) {
        range p = d->paragraphs.at[i];
        if (!is_date_line(str_slice(d->text, p.first, p.end))) continue;
        d->article.byline = p;
        return;
    }
}
