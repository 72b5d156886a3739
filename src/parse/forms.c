/* forms.c: part of speech, features and lemma of a tagged word; each worked out once.
 *
 * All but a few rules look at one token only, so what they make of a word with
 * its tag and label is always the same. */
#include "parse/words.h"
#include <stdlib.h>

struct forms {
    const ruler      *ruler;
    const lemmatizer *lemmatizer;
    vocab            *words;
    array(known_form) list;
    uint32_t         *slot, n_slots;   /* open addressing: index in list + 1 */
};

#define FIRST_SLOTS 8192u

forms *forms_new(const ruler *r, const lemmatizer *l, vocab *w)
{
    forms *s = calloc(1, sizeof *s);
    if (s) *s = (forms){.ruler = r, .lemmatizer = l, .words = w};
    return s;
}

void forms_free(forms *s) { free(s); }

void forms_forget(forms *s)
{
    memset(&s->list, 0, sizeof s->list);
    s->slot = NULL;
    s->n_slots = 0;
}

static uint64_t key_hash(uint64_t key)
{
    key *= 0x9e3779b97f4a7c15u;
    return key ^ key >> 32;
}

static void grow(forms *s)
{
    s->n_slots = s->n_slots ? s->n_slots * 2 : FIRST_SLOTS;
    s->slot = arena_array_of(vocab_arena(s->words), uint32_t, s->n_slots);
    for (uint32_t i = 0; i < s->list.n; i++) {
        uint64_t at = key_hash(s->list.at[i].key) & (s->n_slots - 1);
        while (s->slot[at]) at = (at + 1) & (s->n_slots - 1);
        s->slot[at] = i + 1;
    }
}

static rule_view view_of(const word *w, const char *tag_text, const char *dep_text)
{
    return (rule_view){w->lower, w->text, tag_text, dep_text, w->is_space};
}

/* The lemma and the enums that follow from what the rules say. */
static void complete(const forms *s, const word *w, known_form *k)
{
    const form *f = &k->form;
    k->lemma = f->lemma && f->lemma[0] ? str_of(f->lemma)
                                       : lemmatizer_find(s->lemmatizer, vocab_arena(s->words), w->text, w->lower, f->pos, f->morph);
    k->pos = pos_of(f->pos);
    k->tag = tag_of(f->tag);
    k->dep = dep_of(f->dep);
}

const known_form *forms_find(forms *s, uint32_t word_number, uint16_t tag_number, uint16_t dep_number, const char *tag_text, const char *dep_text)
{
    uint64_t key = (uint64_t)word_number << 32 | (uint32_t)tag_number << 16 | dep_number, at;
    if (2 * s->list.n >= s->n_slots) grow(s);
    for (at = key_hash(key) & (s->n_slots - 1); s->slot[at]; at = (at + 1) & (s->n_slots - 1))
        if (s->list.at[s->slot[at] - 1].key == key) return &s->list.at[s->slot[at] - 1];
    known_form k = {.key = key};
    const word *w = vocab_at(s->words, word_number);
    rule_view view = view_of(w, tag_text, dep_text);
    k.form = ruler_one(s->ruler, &view, &k.starts);
    complete(s, w, &k);
    array_push(vocab_arena(s->words), s->list, k);
    s->slot[at] = s->list.n;
    return &s->list.at[s->list.n - 1];
}

void forms_several(const forms *s, const seen_token *t, uint32_t n, known_form *out)
{
    enum { MOST = 16 };
    rule_view view[MOST];
    form f[MOST], before[MOST];
    if (n > ruler_reach(s->ruler)) n = ruler_reach(s->ruler);
    for (uint32_t i = 0; i < n && i < MOST; i++) {
        view[i] = view_of(vocab_at(s->words, t[i].word), t[i].tag_text, t[i].dep_text);
        f[i] = before[i] = out[i].form;
    }
    ruler_several(s->ruler, view, n, f);
    for (uint32_t i = 0; i < n; i++) {
        if (memcmp(f[i].order, before[i].order, sizeof f[i].order) == 0) continue;
        out[i].form = f[i];
        complete(s, vocab_at(s->words, t[i].word), &out[i]);
    }
}
