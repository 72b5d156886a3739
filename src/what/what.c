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

/* What every word's event would be: its parties, and whether it is political. */
typedef struct plan { roles r; politics politics; bool act; } plan;

static bool is_event(const senses *s, uint32_t i) { return s->at[i].type && !s->at[i].blocked; }

#define SURE 0.6 /* a word of an act of no party has to be as sure as this */

/* "critics have accused the premier": whoever they are, it was done to somebody. */
static bool is_by_unknown(const doc *d, const senses *s, uint32_t i, const roles *r)
{
    frame fr = is_verb(d, i) ? frame_of(d, i) : (frame){.subject = NONE};
    return fr.subject != NONE && !fr.passive && !r->who.n && r->whom.n && lexicon_is(s->words, "by-unknown", str_of(s->at[i].type->name));
}

/* "the talks broke down", "two weeks of protests": in a report about little but politics, of whomever it tells. */
static bool is_of_report(const doc *d, const senses *s, uint32_t i, const roles *r)
{
    const sense *x = &s->at[i];
    if (x->confidence < SURE || x->light != NONE || status_of(d, s, i) == STATUS_HYPOTHETICAL) return false;
    if (is_by_unknown(d, s, i, r)) return true;
    bool inquiry = x->mode && lexicon_is(s->words, "inquiries", str_of(x->mode)); /* "the investigation": of anybody, into anything */
    bool alone = at(d, i)->pos == POS_NOUN || (is_verb(d, i) && frame_of(d, i).passive);
    return alone && !inquiry && !r->who.n && !r->whom.n && lexicon_is(s->words, "of-report", str_of(x->type->name));
}

#define SOME 3 /* political acts in a report that tells of politics */
#define MUCH 6 /* political acts in a report of which most sentences are about politics */

static uint32_t plan_words(const what *w, doc *d, senses *s, plan *p)
{
    uint32_t political = 0;
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        if (!is_event(s, i)) continue;
        retype_future(w, d, s, i);
        retype_crowd(w, d, s, i);
        p[i].r = roles_find(d, s, i);
        p[i].act = act_is(d, s, i, &p[i].r);
        p[i].politics = p[i].act ? political_is(d, s, i, &p[i].r) : is_of_report(d, s, i, &p[i].r) ? POLITICS_IF_MUCH : POLITICS_NO;
        if (p[i].politics == POLITICS_YES && lexicon_is(s->words, "speech", str_of(s->at[i].type->name))) match_take_words(d, s, i);
        political += p[i].politics == POLITICS_YES;
    }
    return political;
}

static void code_word(const what *w, doc *d, const who *people, senses *s, const plan *p, uint32_t i, uint32_t political)
{
    if (is_verb(d, i) && (duty_try(w, d, people, s, i) || denial_try(w, d, people, i))) return;
    if (verdict_try(w, d, people, s, i)) return;
    if (!is_event(s, i)) return;
    uint32_t before = again_find(d, s, i, &p->r);
    bool told = p->politics == POLITICS_YES || (p->politics == POLITICS_IF_REPORT && political) ||
                (p->politics == POLITICS_IF_MUCH && s->much) || before != NONE;
    if (told) bind_event(d, w, people, s, i, &p->r);
    if (told && before != NONE) again_fill(d, &d->events.at[d->events.n - 1], before);
}

void what_fill(doc *d, const what *w, const who *people)
{
    senses s = {arena_array_of(d->mem, sense, d->tokens.n + 1), d->tokens.n, w, false, false};
    plan *p = arena_array_of(d->mem, plan, d->tokens.n + 1);
    match_fill(w, d, &s);
    compose_fill(w, d, &s);
    absorb_fill(d, &s);
    uint32_t political = plan_words(w, d, &s, p);
    s.much = political >= MUCH && 3 * political >= d->sentences.n;
    s.some = political >= SOME;
    for (uint32_t i = 0; i < d->tokens.n; i++) code_word(w, d, people, &s, &p[i], i, political);
    merge_events(d);
    places_carry(d, w);
    context_fill(d, w);
    confidence_fill(d, w);
    days_bound(d);
}
