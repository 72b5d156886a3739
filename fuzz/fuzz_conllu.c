/* fuzz_conllu.c: any bytes as CoNLL-U: parses or refusals, to the end? */
#include "parse/conllu_read.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void check(const doc *d)
{
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        const token *t = &d->tokens.at[i];
        if (t->end <= t->start || t->end > d->text.len || t->head >= d->tokens.n || !t->lemma.ptr) abort();
        if (d->tokens.at[t->head].sent != t->sent) abort();
    }
    for (uint32_t i = 0; i < d->paragraphs.n; i++)
        if (d->paragraphs.at[i].first > d->paragraphs.at[i].end || d->paragraphs.at[i].end > d->text.len) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    str rest = {(const char *)data, (uint32_t)n};
    uint32_t line = 0;
    fail f = {0};
    for (int code = FAIL_OK; code == FAIL_OK;) {
        doc *d = doc_new();
        if (!d) return 0;
        code = arena_enter(d->mem) ? FAIL_MEMORY : conllu_read(d, &rest, "fuzz", &line, &f);
        if (code == FAIL_OK) check(d);
        doc_free(d);
    }
    if (!f.text[0]) abort();
    return 0;
}
