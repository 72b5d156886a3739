/* what.c: the room, step by step. */
#include "parse/tree.h"
#include "what/what_internal.h"

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

int what_load(what **out, arena *mem, const dataset *data, fail *f)
{
    what *w = arena_new_of(mem, what);
    w->mem = mem;
    w->verbs.mem = w->nouns.mem = w->adjs.mem = w->verb_composers.mem = w->noun_composers.mem = w->class_no.mem = w->class_words.mem = mem;
    *out = w;
    int code = lexicon_load(w, data, f);
    return code ? code : confidence_load(w, data, f);
}

static bool is_verb(const doc *d, uint32_t i) { return at(d, i)->pos == POS_VERB || at(d, i)->pos == POS_AUX; }

/* ---- the room ----------------------------------------------------------------------------- */
static void code_word(const what *w, doc *d, const who *people, senses *s, uint32_t i)
{
    bool event_here = s->at[i].type && !s->at[i].blocked;
    if (is_verb(d, i) && (duty_try(w, d, people, s, i) || denial_try(d, people, i))) return;
    if (!event_here) return;
    retype_future(w, d, s, i);
    retype_crowd(w, d, s, i);
    roles r = roles_find(d, s, i);
    if (act_is(d, s, i, &r) && act_is_political(d, s, i, &r)) bind_event(d, w, people, s, i, &r);
}

void what_fill(doc *d, const what *w, const who *people)
{
    senses s = {arena_array_of(d->mem, sense, d->tokens.n + 1), d->tokens.n, w};
    match_fill(w, d, &s);
    compose_fill(w, d, &s);
    absorb_fill(d, &s);
    for (uint32_t i = 0; i < d->tokens.n; i++) code_word(w, d, people, &s, i);
    merge_events(d);
    confidence_fill(d, w);
}
