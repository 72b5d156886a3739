/* parsed.h: documents with a parse written by hand, for tests without a model.
 *
 * A sentence is words with blanks between, each `form/TAG/dep/head` (head: the
 * number of its word in the sentence, from 1; 0 is the root) or only `form`
 * where no tree is needed.  "_" before a form: no blank stands before it.
 * A line "|" begins a new paragraph. */
#ifndef TEST_PARSED_H
#define TEST_PARSED_H
#include "doc.h"
#include "parse/tree.h"
#include <assert.h>

static pos parsed_pos(str form, tag t, dep label)
{
    if (label == DEP_aux || label == DEP_auxpass) return POS_AUX;
    switch (t) {
    case TAG_VB: case TAG_VBD: case TAG_VBG: case TAG_VBN: case TAG_VBP: case TAG_VBZ: return POS_VERB;
    case TAG_NN: case TAG_NNS: return POS_NOUN;
    case TAG_NNP: case TAG_NNPS: return POS_PROPN;
    case TAG_PRP: case TAG_WP: case TAG_WDT: return POS_PRON;
    case TAG_IN: return POS_ADP;
    case TAG_RB: return POS_ADV;
    case TAG_CC: return POS_CCONJ;
    default: break;
    }
    unsigned char c = (unsigned char)form.ptr[form.len - 1];
    bool letter = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter ? POS_DET : POS_PUNCT;
}

static void parsed_word(doc *d, buf *text, str word, uint32_t base, bool first)
{
    str form, field[3] = {{0}};
    str_cut(&word, '/', &form);
    for (int i = 0; i < 3; i++) str_cut(&word, '/', &field[i]);
    bool glued = form.len > 1 && form.ptr[0] == '_';
    if (glued) form = str_slice(form, 1, form.len);
    if (text->len && !glued) buf_byte(text, ' ');
    if (d->tokens.n) d->tokens.at[d->tokens.n - 1].space_after = !glued;
    long head = 0;
    str_to_int(field[2], &head);
    token t = {.start = (uint32_t)text->len, .sent_start = first, .text = form};
    t.head = head ? base + (uint32_t)head - 1 : d->tokens.n;
    t.tag = tag_of(str_copy(d->mem, field[0]).ptr);
    t.dep = dep_of(str_copy(d->mem, field[1]).ptr);
    t.pos = parsed_pos(form, t.tag, t.dep);
    t.lower = str_lower_ascii(d->mem, form);
    buf_add(text, form);
    t.end = (uint32_t)text->len;
    array_push(d->mem, d->tokens, t);
}

/* `lemmas`: "said=say told=tell"; other words are their own lemma. */
static void parsed_lemmas(doc *d, const char *lemmas)
{
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        token *t = &d->tokens.at[i];
        t->lemma = t->lower;
        str rest = str_of(lemmas), pair, form;
        while (str_word(&rest, &pair)) {
            str_cut(&pair, '=', &form);
            if (str_eq(form, t->lower)) t->lemma = pair;
        }
    }
}

static doc *parsed_new(void)
{
    doc *d = doc_new();
    assert(d);
    int full = arena_enter(d->mem);
    assert(!full);
    return d;
}

/* Sentences one below the other, "|" between paragraphs. */
static doc *parsed_doc(const char *const *lines, uint32_t n, const char *lemmas)
{
    doc *d = parsed_new();
    buf text = {.mem = d->mem};
    uint32_t para = 0;
    for (uint32_t i = 0; i < n; i++) {
        str rest = str_of(lines[i]), word;
        if (str_is(rest, "|")) {
            array_push(d->mem, d->paragraphs, (range){para, (uint32_t)text.len});
            buf_add(&text, S("\n\n"));
            para = (uint32_t)text.len;
            continue;
        }
        uint32_t base = d->tokens.n;
        while (str_word(&rest, &word)) parsed_word(d, &text, word, base, d->tokens.n == base);
    }
    array_push(d->mem, d->paragraphs, (range){para, (uint32_t)text.len});
    d->text = buf_str(&text);
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        token *t = &d->tokens.at[i];
        t->text = str_slice(d->text, t->start, t->end);
    }
    parsed_lemmas(d, lemmas);
    tree_link(d);
    return d;
}
#endif
