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

/* ---- an act and its result ---------------------------------------------------------------- */
static bool is_harm(const doc *d, uint32_t i)
{
    static const char *const words[] = {"kill", "wound", "injure", "hurt", "destroy", "damage"};
    for (int k = 0; k < 6; k++)
        if (str_is(frame_lemma(d, i), words[k])) return true;
    return false;
}

static bool is_assault(const senses *s, uint32_t i) { return s->at[i].type && !s->at[i].blocked && strcmp(s->at[i].type->name, "ASSAULT") == 0; }

/* "shelled the town, killing two", "the raid killed a general": one act, whose
 * result and numbers belong to it. */
static void absorb_results(const doc *d, senses *s)
{
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        if (!is_verb(d, i) || !is_assault(s, i) || !is_harm(d, i)) continue;
        uint32_t h = at(d, i)->head, subject = tree_subject(d, i);
        bool participle = (at(d, i)->dep == DEP_advcl || at(d, i)->dep == DEP_acl || at(d, i)->dep == DEP_conj) && at(d, i)->tag == TAG_VBG;
        if (h != i && is_assault(s, h) && participle) s->at[i].blocked = true;
        else if (h != i && s->at[h].blocked && participle && is_harm(d, h)) s->at[i].blocked = true;
        else if (subject != NONE && is_assault(s, subject) && at(d, i)->dep != DEP_relcl) {
            s->at[i].blocked = true;
            s->at[subject].result = i;
        }
    }
}

/* ---- the room ----------------------------------------------------------------------------- */
/* "rallied to protest": the purpose is no second act of the kind. */
static bool is_purpose_of_same(const doc *d, const senses *s, uint32_t i)
{
    uint32_t h = at(d, i)->head;
    return (at(d, i)->dep == DEP_advcl || at(d, i)->dep == DEP_xcomp || at(d, i)->dep == DEP_acl) && at(d, i)->tag == TAG_VB &&
           s->at[h].type == s->at[i].type && !s->at[h].blocked;
}

static void code_word(const what *w, doc *d, const who *people, senses *s, uint32_t i)
{
    bool event_here = s->at[i].type && !s->at[i].blocked;
    if (is_verb(d, i) && (duty_try(w, d, people, s, i) || denial_try(d, people, i))) return;
    if (!event_here) return;
    retype_future(w, d, s, i);
    retype_crowd(w, d, s, i);
    if (is_purpose_of_same(d, s, i)) return;
    roles r = roles_find(d, s, i);
    if (act_is(d, s, i, &r) && act_is_political(d, s, i, &r)) bind_event(d, w, people, s, i, &r);
}

void what_fill(doc *d, const what *w, const who *people)
{
    senses s = {arena_array_of(d->mem, sense, d->tokens.n + 1), d->tokens.n};
    match_fill(w, d, &s);
    compose_fill(w, d, &s);
    absorb_results(d, &s);
    for (uint32_t i = 0; i < d->tokens.n; i++) code_word(w, d, people, &s, i);
    merge_events(d);
    confidence_fill(d, w);
}
