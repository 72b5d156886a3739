/* doc.c: makes and frees a document; positions and words of it. */
#include "doc.h"
#include "base/utf8.h"
#include <stdlib.h>

doc *doc_new(void)
{
    arena *mem = arena_new(DOC_MAX_MEMORY);
    doc *d = mem ? calloc(1, sizeof *d) : NULL;
    if (!d) {
        arena_free(mem);
        return NULL;
    }
    d->mem = mem;
    d->article.published = DAY_NONE;
    return d;
}

void doc_free(doc *d)
{
    if (!d) return;
    arena_free(d->mem);
    free(d);
}

/* Byte of the given text that a byte of the clean text stands for. */
static uint32_t given_byte(const doc *d, uint32_t byte)
{
    uint32_t lo = 0, hi = d->steps.n;
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        if (d->steps.at[mid].clean <= byte) lo = mid + 1;
        else hi = mid;
    }
    if (lo == 0) return byte;
    const text_step *s = &d->steps.at[lo - 1];
    uint32_t at = s->given + (byte - s->clean);
    uint32_t limit = lo < d->steps.n ? d->steps.at[lo].given : d->article.given.len;
    return at > limit ? limit : at;
}

void doc_index_points(doc *d)
{
    uint32_t n = d->article.given.len / DOC_POINT_STEP + 1;
    d->point_index = arena_array_of(d->mem, uint32_t, n);
    d->article.hash = str_hash(d->article.given);
    for (uint32_t i = 1; i < n; i++)
        d->point_index[i] = d->point_index[i - 1] +
                            utf8_count(str_slice(d->article.given, (i - 1) * DOC_POINT_STEP, i * DOC_POINT_STEP));
}

static uint32_t points_before(const doc *d, uint32_t given)
{
    uint32_t step = d->point_index ? given / DOC_POINT_STEP : 0;
    uint32_t known = step ? d->point_index[step] : 0;
    return known + utf8_count(str_slice(d->article.given, step * DOC_POINT_STEP, given));
}

uint32_t doc_point(const doc *d, uint32_t byte) { return points_before(d, given_byte(d, byte)); }

/* The end of a span is the place behind its last byte, wherever that was. */
uint32_t doc_point_end(const doc *d, uint32_t byte)
{
    if (byte == 0) return 0;
    uint32_t at = given_byte(d, byte - 1) + 1;
    const char *p = d->article.given.ptr;
    while (at < d->article.given.len && (p[at] & 0xC0) == 0x80) at++;
    return points_before(d, at);
}

/* Halving: the first of n things, each of them `size` bytes and its token `where` bytes within, that is not before tok. */
static uint32_t first_from(const void *things, uint32_t n, size_t size, size_t where, uint32_t tok)
{
    uint32_t low = 0, high = n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2, its;
        memcpy(&its, (const char *)things + middle * size + where, sizeof its);
        if (its < tok) low = middle + 1;
        else high = middle;
    }
    return low;
}

uint32_t doc_time_from(const doc *d, uint32_t tok)
{
    return first_from(d->times.at, d->times.n, sizeof(timex), offsetof(timex, tok) + offsetof(range, first), tok);
}

uint32_t doc_place_from(const doc *d, uint32_t tok)
{
    return first_from(d->places.at, d->places.n, sizeof(place), offsetof(place, tok) + offsetof(range, first), tok);
}

uint32_t doc_attribution_from(const doc *d, uint32_t tok)
{
    return first_from(d->attributions.at, d->attributions.n, sizeof(attribution), offsetof(attribution, cue_head), tok);
}

uint32_t doc_time_at(const doc *d, uint32_t tok)
{
    if (tok >= d->tokens.n) return NONE;
    uint32_t sentence = d->sentences.at[d->tokens.at[tok].sent].first;
    for (uint32_t k = doc_time_from(d, sentence); k < d->times.n && d->times.at[k].tok.first <= tok; k++)
        if (range_has(d->times.at[k].tok, tok)) return k;
    return NONE;
}

str doc_words(const doc *d, range tok)
{
    if (tok.first >= tok.end || tok.end > d->tokens.n) return (str){"", 0};
    return str_slice(d->text, d->tokens.at[tok.first].start, d->tokens.at[tok.end - 1].end);
}

bool range_has(range outer, uint32_t i) { return outer.first <= i && i < outer.end; }

bool range_holds(range outer, range inner) { return outer.first <= inner.first && inner.end <= outer.end; }

bool ranges_have(const ranges *list, uint32_t i)
{
    for (uint32_t k = 0; k < list->n; k++)
        if (range_has(list->at[k], i)) return true;
    return false;
}

bool is_code(const char *code) { return code[0] && strcmp(code, "---") != 0; }
