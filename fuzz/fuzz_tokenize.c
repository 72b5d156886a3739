/* fuzz_tokenize.c: any bytes as an article's text: does the parse hold together?
 *
 * Uses en_core_web_sm from the cache folder; without it there is nothing to do. */
#include "base/utf8.h"
#include "parse/parse.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* Opened once for all inputs, as a program does. */
static scratch *opened(const parser **out)
{
    static const parser *p;
    static scratch *s;
    static bool tried;
    if (!tried) {
        model *m;
        parser *fresh;
        fail f;
        if (!model_open(&m, "en_core_web_sm", &f) && !parser_open(&fresh, m, &f)) s = scratch_new(p = fresh);
        tried = true;
    }
    *out = p;
    return s;
}

/* Tokens in order, apart by blanks only, in trees; raw parses give back every byte. */
static void check(const doc *d, bool raw)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        const token *t = &d->tokens.at[i];
        if (t->start < at || t->end <= t->start || t->end > d->text.len || t->head >= d->tokens.n) abort();
        if (raw && t->start != at) abort();
        if (!t->text.len || !t->lower.ptr || !t->lemma.ptr || !t->pos_text || !t->morph || !t->ent_text || !t->dep_text || !t->tag_text) abort();
        if (t->iob == 'I' && i && d->tokens.at[i - 1].iob == 'O') abort();
        at = t->end + t->space_after;
    }
    if (raw && at != d->text.len && utf8_invalid_at(d->text.ptr, d->text.len) == d->text.len) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    const parser *p;
    scratch *s = opened(&p);
    if (!s || n > 1 << 14) return 0;
    for (int raw = 0; raw < 2; raw++) {
        doc *d = doc_new();
        if (!d) return 0;
        if (!arena_enter(d->mem)) {
            d->text = str_copy(d->mem, (str){(const char *)data, (uint32_t)n});
            uint32_t half = (uint32_t)n / 2;
            array_push(d->mem, d->paragraphs, (range){0, half});
            array_push(d->mem, d->paragraphs, (range){half, (uint32_t)n});
            if (raw) parse_fill_raw(d, p, s);
            else parse_fill(d, p, s);
            check(d, raw);
        }
        doc_free(d);
    }
    return 0;
}
