/* again.c: "the attack", told before: its parties, days and place are those of
 * the act that was told, and it points to it. */
#include "parse/tree.h"
#include "what/what_internal.h"

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

/* "the attack", "these talks"; not "the attacks of last year", which names its own. */
bool again_is_definite(const doc *d, const senses *s, uint32_t noun)
{
    uint32_t det = tree_child(d, noun, DEP_det);
    return det != NONE && lexicon_is(s->words, "definite", at(d, det)->lower);
}

static bool is_word_for(doc *d, const senses *s, uint32_t noun, const event *ev)
{
    str own = frame_lemma(d, noun), other = frame_lemma(d, ev->trigger.first);
    if (at(d, noun)->tag == TAG_NN && at(d, ev->trigger.first)->tag == TAG_NNS) return false; /* "the attack" is none of "the attacks" */
    return str_eq(own, other) || (lexicon_is(s->words, "strike", own) && strcmp(ev->type, "ASSAULT") == 0);
}

/* "the civil war" is another act than the bombing told before. */
static bool is_plain(doc *d, const senses *s, uint32_t noun)
{
    if (!lexicon_is(s->words, "lasting", frame_lemma(d, noun))) return true;
    return tree_child(d, noun, DEP_amod) == NONE && tree_child(d, noun, DEP_compound) == NONE;
}

/* The latest act told of that type: by the same word, else, for a plain noun, the latest of all. */
static uint32_t told_before(doc *d, const senses *s, uint32_t noun)
{
    uint32_t any = NONE;
    for (uint32_t k = d->events.n; k-- > 0;) {
        const event *ev = &d->events.at[k];
        bool fits = strcmp(ev->type, s->at[noun].type->name) == 0 && ev->status == STATUS_ACTUAL && (ev->actor.n || ev->recipient.n);
        if (fits && is_word_for(d, s, noun, ev)) return k;
        if (fits && any == NONE) any = k;
    }
    return is_plain(d, s, noun) ? any : NONE;
}

/* "the attack came ...", "since the attack": told; "condemned the attack" tells another act. */
static bool is_told(const doc *d, const senses *s, uint32_t noun)
{
    const token *t = at(d, noun);
    if (t->dep == DEP_nsubj || t->dep == DEP_nsubjpass) return true;
    return t->dep == DEP_pobj && lexicon_is(s->words, "told-by", at(d, t->head)->lower);
}

uint32_t again_find(doc *d, const senses *s, uint32_t noun, const roles *r)
{
    const sense *x = &s->at[noun];
    bool bare = at(d, noun)->pos == POS_NOUN && r->who.n == 0 && r->whom.n == 0 && x->light == NONE;
    return bare && again_is_definite(d, s, noun) && is_told(d, s, noun) ? told_before(d, s, noun) : NONE;
}

void again_fill(doc *d, event *ev, uint32_t before)
{
    const event *told = &d->events.at[before];
    if (!ev->actor.n && !ev->recipient.n) {
        ev->actor = told->actor;
        ev->recipient = told->recipient;
    }
    if (ev->basis == BASIS_UNSTATED || ev->when_text.len == 0) days_take(ev, told);
    if (!ev->where.n) ev->where = told->where;
    ev->same_as = told->same_as == NONE ? before : told->same_as;
    array_push(d->mem, ev->because, "what: the act told before, by a word with \"the\"");
}
