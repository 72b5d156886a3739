/* absorb.c: acts that two words of one clause tell.
 *
 *     "shelled the town, killing two", "the raid killed two"   the result belongs to the act
 *     "two were killed in a raid"                              the noun says by what
 *     "marched to demand new elections"                        the purpose says to whom
 */
#include "parse/tree.h"
#include "what/what_internal.h"

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

static bool is_verb(const doc *d, uint32_t i) { return at(d, i)->pos == POS_VERB || at(d, i)->pos == POS_AUX; }
static bool is_event(const senses *s, uint32_t i) { return s->at[i].type && !s->at[i].blocked; }
static bool is_of(const senses *s, uint32_t i, const char *list) { return is_event(s, i) && lexicon_is(s->words, list, str_of(s->at[i].type->name)); }
static bool is_assault(const senses *s, uint32_t i) { return is_event(s, i) && strcmp(s->at[i].type->name, "ASSAULT") == 0; }
static bool is_harm(const doc *d, const senses *s, uint32_t i) { return lexicon_is(s->words, "harm", frame_lemma(d, i)); }

/* "shot and killed": one act; the second verb has its parties, the first its means. */
static bool is_means_of(const doc *d, const senses *s, uint32_t h, uint32_t i)
{
    return at(d, i)->dep == DEP_conj && at(d, i)->tag != TAG_VBG && i > h && i - h <= 2 && is_verb(d, h) && is_assault(s, h) && !is_harm(d, s, h);
}

/* "shelled the town, killing two", "the raid killed a general". */
static void absorb_result(const doc *d, senses *s, uint32_t i)
{
    uint32_t h = at(d, i)->head, subject = tree_subject(d, i);
    bool participle = (at(d, i)->dep == DEP_advcl || at(d, i)->dep == DEP_acl || at(d, i)->dep == DEP_conj) && at(d, i)->tag == TAG_VBG;
    if (h != i && is_assault(s, h) && participle) s->at[i].blocked = true;
    else if (h != i && s->at[h].blocked && participle && is_harm(d, s, h)) s->at[i].blocked = true;
    else if (h != i && is_means_of(d, s, h, i)) s->at[h].blocked = true, s->at[i].mode = s->at[h].mode;
    else if (subject != NONE && is_assault(s, subject) && at(d, i)->dep != DEP_relcl) {
        s->at[i].blocked = true;
        s->at[subject].result = i;
    }
}

/* The attack that a verb of harm names as its cause: "killed in a raid". */
static uint32_t cause_of(const doc *d, const senses *s, uint32_t verb)
{
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c)) {
        uint32_t noun = lexicon_is(s->words, "cause-preposition", at(d, c)->lower) ? tree_child(d, c, DEP_pobj) : NONE;
        if (noun != NONE && is_assault(s, noun) && lexicon_is(s->words, "strike", frame_lemma(d, noun))) return noun;
    }
    return NONE;
}

static bool differ(const actor_list *a, const actor_list *b)
{
    for (uint32_t k = 0; k < a->n; k++)
        for (uint32_t j = 0; j < b->n; j++)
            if (a->at[k] == b->at[j]) return false;
    return a->n && b->n;
}

static void absorb_cause(doc *d, senses *s, uint32_t verb)
{
    uint32_t noun = cause_of(d, s, verb);
    if (noun == NONE) return;
    roles outer = roles_find(d, s, verb), inner = roles_find(d, s, noun);
    if (differ(&outer.who, &inner.who)) return; /* two doers, two acts */
    s->at[verb].cause = noun;
    if (!s->at[verb].mode) s->at[verb].mode = s->at[noun].mode;
    s->at[noun].blocked = true;
}

/* The event that a verb stands for: its own, or that of the noun it carries ("began a hunger strike"). */
static uint32_t event_of(const doc *d, const senses *s, uint32_t verb)
{
    if (is_event(s, verb)) return verb;
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c))
        if (s->at[c].light == verb && is_event(s, c)) return c;
    return NONE;
}

/* "marched to demand new elections": a crowd's purpose is part of its protest;
 * "opened fire to disperse the crowd": the purpose tells whom. */
static void absorb_purpose(const doc *d, senses *s, uint32_t i)
{
    dep l = at(d, i)->dep;
    uint32_t inner = event_of(d, s, i);
    if (inner == NONE || at(d, i)->tag != TAG_VB || at(d, i)->head == i || (l != DEP_advcl && l != DEP_xcomp && l != DEP_acl)) return;
    uint32_t outer = event_of(d, s, at(d, i)->head);
    if (outer == NONE || outer == i) return;
    bool same = s->at[outer].type == s->at[inner].type; /* "met to discuss" */
    bool protest = strcmp(s->at[outer].type->name, "PROTEST") == 0 && is_of(s, inner, "crowd-purpose");
    if (protest || same) s->at[inner].blocked = true;
    if (protest || same || (is_of(s, outer, "hostile") && is_of(s, inner, "hostile"))) s->at[outer].purpose = inner;
}

void absorb_fill(doc *d, senses *s)
{
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        if (!is_verb(d, i)) continue;
        if (is_assault(s, i) && is_harm(d, s, i)) absorb_result(d, s, i);
        if (is_assault(s, i) && is_harm(d, s, i)) absorb_cause(d, s, i);
        absorb_purpose(d, s, i);
    }
}
