/* fuzz_clean.c: any bytes → clean text whose steps and paragraphs hold together? */
#include "text/text.h"
#include "base/utf8.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void must(bool holds)
{
    if (!holds) abort();
}

static void check_text(const doc *d)
{
    uint32_t last = 0, points = utf8_count(d->article.given);
    must(utf8_invalid_at(d->text.ptr, d->text.len) == d->text.len);
    for (uint32_t i = 0; i < d->paragraphs.n; i++) {
        range p = d->paragraphs.at[i];
        must(p.first >= last && p.first < p.end && p.end <= d->text.len);
        last = p.end;
    }
    for (uint32_t i = 0, before = 0; i < d->text.len; i++) {
        uint32_t point = doc_point(d, i);
        must(point >= before && point <= points);
        must(doc_point_end(d, i + 1) <= points);
        before = point;
    }
    must(d->article.byline.first <= d->article.byline.end && d->article.byline.end <= d->text.len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    fail f = {0};
    doc *d = doc_new();
    if (n > 1 << 16 || !d || arena_enter(d->mem)) {
        doc_free(d);
        return 0;
    }
    d->article.given = (str){(const char *)data, (uint32_t)n};
    if (text_fill(d, &f) == FAIL_OK) check_text(d);
    doc_free(d);
    return 0;
}
