/* act.c: which words that fit an entry are acts: precision comes from asking
 * who did it or to whom it was done, and of what nobody is told to have done,
 * whether it is told as having happened. */
#include "parse/tree.h"
#include "story/story.h"
#include "what/what_internal.h"

#define SURE_NOUN 0.75 /* an act noun that names whom but not who has to be as sure as this */
#define TOLD_NOUN 0.44 /* one that a verb tells as having happened: "the war began" */

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

static bool is_verb(const doc *d, uint32_t i) { return at(d, i)->pos == POS_VERB || at(d, i)->pos == POS_AUX; }

static bool is_dated_name(const doc *d, uint32_t i)
{
    uint32_t k = doc_time_at(d, i);
    return k != NONE && d->times.at[k].names_event && d->times.at[k].basis == BASIS_NAMED;
}

/* "the convoy came under fire": the subject is whom it was done to; "a mine killed ...":
 * the entry says that there may be nobody. */
static bool suffers(const sense *x)
{
    const entry *e = x->outer ? NULL : x->entry;
    for (uint32_t k = 0; e && k < e->n_whom; k++)
        if (e->whom[k].slot == SLOT_SUBJECT) return true;
    for (uint32_t k = 0; e && k < e->n_who; k++)
        if (e->who[k].slot == SLOT_NONE) return true;
    return false;
}

/* ---- acts that stand alone ------------------------------------------------------------- */

static bool is_verb_of(const doc *d, const senses *s, uint32_t i, const char *list)
{
    return is_verb(d, i) && lexicon_is(s->words, list, frame_lemma(d, i));
}

/* "a couple of bombings", "a wave of attacks": the noun that counts them. */
static uint32_t counted(const doc *d, const senses *s, uint32_t i)
{
    uint32_t of = at(d, i)->head, noun = at(d, of)->head;
    bool many = at(d, i)->dep == DEP_pobj && str_is(at(d, of)->lower, "of") && lexicon_is(s->words, "quantity", frame_lemma(d, noun));
    return many ? noun : i;
}

/* "a crackdown is under way" */
static bool is_going_on(const doc *d, const senses *s, uint32_t verb)
{
    if (!str_is(frame_lemma(d, verb), "be")) return false;
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c)) {
        uint32_t in = at(d, c)->dep == DEP_prep ? tree_child(d, c, DEP_pobj) : c;
        if (in != NONE && lexicon_is(s->words, "going-on", frame_lemma(d, in))) return true;
    }
    return false;
}

/* "the attack killed two", "protests continue", "a bombing took place", "was reported to have killed". */
static bool is_told_by_verb(const doc *d, const senses *s, uint32_t i)
{
    const token *t = at(d, counted(d, s, i));
    uint32_t below = tree_child(d, t->head, DEP_xcomp);
    if (t->dep != DEP_nsubj && t->dep != DEP_nsubjpass) return false;
    if (below != NONE && t->dep == DEP_nsubjpass && (is_verb_of(d, s, below, "occurs") || is_verb_of(d, s, below, "harm"))) return true;
    return is_verb_of(d, s, t->head, "occurs") || is_verb_of(d, s, t->head, "harm") || is_going_on(d, s, t->head);
}

/* "dozens died in the attack" */
static bool is_told_by_cause(const doc *d, const senses *s, uint32_t i)
{
    uint32_t prep = at(d, i)->head, verb = at(d, prep)->head;
    return at(d, i)->dep == DEP_pobj && lexicon_is(s->words, "cause-preposition", at(d, prep)->lower) &&
           (is_verb_of(d, s, verb, "harm") || is_verb_of(d, s, verb, "dies"));
}

static bool is_day(const doc *d, uint32_t i)
{
    uint32_t k = doc_time_at(d, i);
    return k != NONE && d->times.at[k].first != DAY_NONE;
}

static bool is_place(const doc *d, uint32_t i)
{
    for (uint32_t k = 0; k < d->places.n; k++)
        if (range_has(d->places.at[k].tok, i)) return true;
    return false;
}

/* "last night's attack", "a bombing in Mokha", "the attack on December 27". */
static bool is_placed(const doc *d, uint32_t i)
{
    for (uint32_t c = tree_first(d, i); c != NONE; c = tree_next(d, c)) {
        uint32_t in = at(d, c)->dep == DEP_prep ? tree_child(d, c, DEP_pobj) : c;
        if (in != NONE && (is_day(d, in) || (in != c && is_place(d, in)))) return true;
    }
    return false;
}

/* "the blast that ripped through a church" */
static bool is_told_by_clause(const doc *d, const senses *s, uint32_t i)
{
    uint32_t verb = tree_child(d, i, DEP_relcl);
    return verb != NONE && (is_verb_of(d, s, verb, "occurs") || is_verb_of(d, s, verb, "harm"));
}

/* "rockets struck near the base": nobody told to have fired them. */
static bool is_of_weapons(const doc *d, const senses *s, uint32_t i)
{
    uint32_t subject = is_verb(d, i) ? tree_subject(d, i) : NONE;
    if (subject == NONE || strcmp(s->at[i].type->name, "ASSAULT") != 0) return false;
    uint32_t of = lexicon_is(s->words, "quantity", frame_lemma(d, subject)) ? tree_prep_object(d, subject, "of") : NONE;
    return lexicon_is(s->words, "strikes-alone", frame_lemma(d, of == NONE ? subject : of));
}

/* "a curfew is in force in the capital", "the crackdown continued": nobody but rulers does such things. */
static bool is_told_of_rulers(const doc *d, const senses *s, uint32_t i)
{
    return lexicon_is(s->words, "of-rulers", frame_lemma(d, i)) && is_told_by_verb(d, s, i);
}

/* "fought a war that killed ...": the verb tells the war. */
static bool is_told_already(const doc *d, const senses *s, uint32_t i)
{
    const sense *x = &s->at[i], *above = &s->at[at(d, i)->head];
    return at(d, i)->dep == DEP_dobj && above->type == x->type && !above->blocked;
}

bool act_stands_alone(const doc *d, const senses *s, uint32_t i)
{
    const sense *x = &s->at[i];
    if (is_dated_name(d, i) || is_of_weapons(d, s, i)) return true;
    if (is_verb(d, i) || is_told_already(d, s, i)) return false;
    if (!lexicon_is(s->words, "force", str_of(x->type->name))) return is_told_of_rulers(d, s, i);
    if (strcmp(x->type->name, "PROTEST") == 0 && x->mode && strcmp(x->mode, "riot") == 0) return true;
    if (x->confidence < (lexicon_is(s->words, "everyday", frame_lemma(d, i)) ? SURE_NOUN : TOLD_NOUN)) return false;
    if (is_told_by_verb(d, s, i) || is_told_by_cause(d, s, i) || is_told_by_clause(d, s, i)) return true;
    return x->confidence >= SURE_NOUN && is_placed(d, i);
}

/* Precision comes from requiring an act of a party: somebody did it, or it was
 * done to somebody; a verb whose own subject is a thing is no political act. */
/* "approved a treaty with Turkey": the treaty is what the act is about, told of one side only. */
static bool is_matter(const doc *d, const senses *s, uint32_t i, const roles *r)
{
    const sense *x = &s->at[i], *above = &s->at[at(d, i)->head];
    bool one = r->who.n == 1 && r->whom.n == 0 && x->light == NONE && x->entry && x->entry->together;
    return one && at(d, i)->dep == DEP_dobj && above->type && !above->blocked;
}

/* "sanctions were imposed on ..." */
static bool is_agentless(const doc *d, uint32_t verb) { return is_verb(d, verb) && frame_of(d, verb).passive; }

/* "attacking civilians is a crime", "blocking roads is prohibited": what is so of whoever does it. */
static bool is_norm(const doc *d, uint32_t i, const roles *r)
{
    const token *t = at(d, i), *above = at(d, t->head);
    bool clause = t->dep == DEP_csubj || t->dep == DEP_csubjpass || t->dep == DEP_nsubj || t->dep == DEP_nsubjpass;
    if (t->tag != TAG_VBG || !clause || r->who.n) return false;
    uint32_t aux = tree_child(d, t->head, DEP_auxpass);
    return str_is(above->lemma, "be") ? above->tag == TAG_VBZ : aux != NONE && at(d, aux)->tag == TAG_VBZ;
}

/* "nearly killed her", "almost came to blows": it did not come to that. */
static bool is_almost(const doc *d, const senses *s, uint32_t verb)
{
    for (uint32_t c = tree_first(d, verb); c != NONE && c < verb; c = tree_next(d, c))
        if (at(d, c)->dep == DEP_advmod && lexicon_is(s->words, "almost", at(d, c)->lower)) return true;
    return false;
}

bool act_is(const doc *d, const senses *s, uint32_t i, const roles *r)
{
    if (is_matter(d, s, i, r) || (is_verb(d, i) && (is_norm(d, i, r) || is_almost(d, s, i)))) return false;
    if (is_verb(d, i)) {
        frame fr = frame_of(d, i);
        if (r->who.n || is_of_weapons(d, s, i)) return true;
        return r->whom.n && (fr.passive || fr.subject == NONE || suffers(&s->at[i]));
    }
    if (r->who.n || (r->whom.n && (s->at[i].suffered || s->at[i].result != NONE))) return true;
    if (act_stands_alone(d, s, i)) return true;
    uint32_t light = s->at[i].light;
    if (r->whom.n == 0 || (light != NONE && !is_agentless(d, light))) return false;
    return s->at[i].confidence >= SURE_NOUN || tree_prep(d, i, "of") != NONE || story_attribution_at(d, i) != NONE;
}
