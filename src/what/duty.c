/* duty.c: what a source says another must do, it asks of him.
 *
 *     "Armenia must learn", said a ministry           of Armenia
 *     "They need to pay", he said of the allies       of the allies
 *     "It is time for the junta to go", said Mali     of the junta
 *     "The law should be changed", said the premier   of nobody told
 *     "Stop the killing", Mali told the junta         of the hearer
 *
 * "There will be no talks with Mali" refuses them.  What a source says another will suffer, it threatens him with: "Mali will
 * pay a price", "there will be consequences".
 */
#include "parse/tree.h"
#include "story/story.h"
#include "what/what_internal.h"

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

/* "may have to", "would need to" */
static bool has_any_modal(const doc *d, uint32_t verb)
{
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c))
        if (at(d, c)->tag == TAG_MD) return true;
    return false;
}

/* "must learn", "needs to learn". */
static uint32_t duty_modal(const what *w, const doc *d, uint32_t verb)
{
    uint32_t below = lexicon_is(w, "duty-verb", frame_lemma(d, verb)) ? frame_complement(d, verb, TEST_COMP_TO) : NONE;
    if (below != NONE && at(d, below)->dep == DEP_xcomp && tree_child(d, verb, DEP_dobj) == NONE && !tree_negated(d, verb) && !has_any_modal(d, verb)) return verb;
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c)) {
        if (at(d, c)->dep == DEP_aux && lexicon_is(w, "duty", at(d, c)->lower)) return c;
    }
    return NONE;
}

/* "It is time for the junta to go": the word above the infinitive, or NONE. */
static uint32_t due_word(const what *w, const doc *d, uint32_t verb)
{
    uint32_t above = at(d, verb)->head, be = NONE;
    bool infinitive = at(d, verb)->tag == TAG_VB && tree_subject(d, verb) != NONE && frame_is_to(d, verb);
    if (!infinitive && at(d, verb)->tag == TAG_VBD && at(d, above)->dep == DEP_attr && tree_child(d, verb, DEP_mark) != NONE && str_is(at(d, above)->lemma, "time")) return above; /* "high time that Chad left" */
    if (!infinitive || above == verb) return NONE;
    for (uint32_t c = tree_first(d, above); c != NONE; c = tree_next(d, c))
        if ((at(d, c)->dep == DEP_attr || at(d, c)->dep == DEP_acomp) && lexicon_is(w, "due", frame_lemma(d, c))) be = c;
    if (be != NONE) return be;
    return lexicon_is(w, "due", frame_lemma(d, above)) ? above : NONE;
}

/* "Do not stop", "don't let us suffer": the only aux of an imperative. */
static bool is_do(const doc *d, uint32_t i) { return str_is(at(d, i)->lower, "do"); }

/* "Stop the killing", "please go", "let us talk" */
static bool is_imperative(const doc *d, uint32_t verb)
{
    dep l = at(d, verb)->dep;
    uint32_t first = verb;
    if (at(d, verb)->tag != TAG_VB || tree_subject(d, verb) != NONE || (l != DEP_ccomp && l != DEP_advcl && at(d, verb)->head != verb)) return false;
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c)) {
        dep child = at(d, c)->dep;
        if (child == DEP_mark || (child == DEP_aux && !is_do(d, c))) return false;
        if (c < first && at(d, c)->pos != POS_PUNCT) first = c;
    }
    return first > 0 && at(d, first - 1)->pos == POS_PUNCT;
}

/* ---- of whom ---------------------------------------------------------------------------- */

static bool may_be_asked(const what *w, const doc *d, uint32_t asked, uint32_t speaker)
{
    const actor *x = &d->actors.at[asked], *y = &d->actors.at[speaker];
    if (x->kind == ACTOR_PRONOUN) return false;
    if (is_code(x->code) && strcmp(x->code, y->code) != 0) return true;
    bool other = x->sector[0][0] && y->sector[0][0] && strcmp(x->sector[0], y->sector[0]) != 0; /* "the government must go", said the opposition */
    return other && x->kind != ACTOR_PERSON && lexicon_is(w, "answerable", str_of(x->sector[0])) && lexicon_is(w, "answerable", str_of(y->sector[0]));
}

/* The party behind a word of the one who speaks: "said *of* the allies", "told *the junta*". */
static uint32_t beside_cue(const doc *d, const attribution *a, bool hearer)
{
    if (a->cue_head == NONE) return NONE;
    uint32_t i = hearer ? tree_child(d, a->cue_head, DEP_dobj) : tree_prep_object(d, a->cue_head, "of");
    return i == NONE ? NONE : d->actor_of[i];
}

/* A law, a ban or a vote may have to be changed by whom it concerns. */
static bool is_matter(const what *w, const doc *d, uint32_t verb, uint32_t subject)
{
    return at(d, subject)->dep == DEP_nsubjpass && at(d, verb)->tag == TAG_VBN && lexicon_is(w, "ruling", frame_lemma(d, subject));
}

static bool is_state(const what *w, const doc *d, uint32_t speaker)
{
    const actor *x = &d->actors.at[speaker];
    return lexicon_is(w, "state-sector", str_of(x->sector[0])) || strcmp(x->sector[0], "PTY") == 0 || strcmp(x->sector[0], "OPP") == 0;
}

/* A ruler, a party, a body of states, armed men, a church. */
static bool speaks_in_politics(const what *w, const doc *d, uint32_t speaker)
{
    const actor *x = &d->actors.at[speaker];
    if (is_state(w, d, speaker) || lexicon_is(w, "political-voice", str_of(x->sector[0]))) return true;
    return strcmp(x->code, "IGO") == 0;
}

/* "We must put our quarrels aside", "every society needs to ...": asked of nobody told; only where a report is about politics. */
static bool is_asked_of_all(const what *w, const doc *d, uint32_t verb, uint32_t subject, uint32_t speaker)
{
    const token *t = at(d, subject);
    bool others = t->pos != POS_PRON || lexicon_is(w, "asked-of-all", t->lower);
    bool once = lexicon_is(w, "duty-verb", frame_lemma(d, verb)) && at(d, verb)->tag == TAG_VBD; /* "had to" */
    return others && !once && !lexicon_is(w, "of-course", frame_lemma(d, verb)) && speaks_in_politics(w, d, speaker);
}

/* A source that says what another party must do asks it of that party. */
static bool duty_roles(doc *d, const what *w, uint32_t verb, bool hearer, bool political, roles *r)
{
    uint32_t a = story_attribution_at(d, verb), subject = hearer ? verb : tree_subject(d, verb);
    if (a == NONE || subject == NONE || !d->attributions.at[a].speech || d->attributions.at[a].speaker == NONE) return false;
    uint32_t speaker = d->attributions.at[a].speaker, asked = d->actor_of[subject];
    hearer = hearer || str_is(at(d, subject)->lower, "you"); /* "you must stop", Mali told the junta */
    if (hearer || (at(d, subject)->pos == POS_PRON && (asked == NONE || !may_be_asked(w, d, asked, speaker)))) asked = beside_cue(d, &d->attributions.at[a], hearer);
    bool whom = asked != NONE && may_be_asked(w, d, asked, speaker);
    bool quoted = hearer && political && d->attributions.at[a].kind != SAID_INDIRECT && !lexicon_is(w, "of-course", frame_lemma(d, verb)) && speaks_in_politics(w, d, speaker);
    bool matter = !hearer && asked == NONE && is_matter(w, d, verb, subject) && is_state(w, d, speaker);
    if (!whom && !matter && !quoted && (hearer || !political || asked == speaker || !is_asked_of_all(w, d, verb, subject, speaker))) return false;
    array_push(d->mem, r->who, speaker);
    if (whom) array_push(d->mem, r->whom, asked);
    return true;
}

/* ---- threats ----------------------------------------------------------------------------- */

/* "will", "must"; with `can` also "can". */
static bool has_modal_of(const doc *d, uint32_t verb, bool can)
{
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c))
        if (at(d, c)->tag == TAG_MD && !str_is(at(d, c)->lower, "may") && (can || !str_is(at(d, c)->lower, "can"))) return true;
    return false;
}

static bool is_we(const doc *d, uint32_t i) { return i != NONE && (str_is(at(d, i)->lower, "we") || str_is(at(d, i)->lower, "i")); }

/* "we will crush them", "will not hesitate to use force" */
static bool is_own_menace(const what *w, const doc *d, uint32_t verb)
{
    if (str_is(at(d, verb)->lemma, "hesitate")) return has_modal_of(d, verb, false) && tree_negated(d, verb) && frame_complement(d, verb, TEST_COMP_TO) != NONE;
    return is_we(d, tree_subject(d, verb)) && has_modal_of(d, verb, false) && !tree_negated(d, verb) && lexicon_is(w, "menaces", frame_lemma(d, verb));
}

/* "will pay a price", "will regret it", "there will be consequences" */
static bool is_menace(const what *w, const doc *d, uint32_t verb)
{
    uint32_t fate = tree_child(d, verb, str_is(at(d, verb)->lemma, "be") ? DEP_attr : DEP_dobj);
    if (!has_modal_of(d, verb, false) || tree_negated(d, verb)) return false;
    if (str_is(at(d, verb)->lemma, "regret")) return true; /* "will regret it" */
    bool told = str_is(at(d, verb)->lemma, "be") ? tree_child(d, verb, DEP_expl) != NONE : lexicon_is(w, "suffers", frame_lemma(d, verb));
    return told && fate != NONE && lexicon_is(w, "reprisal", frame_lemma(d, fate));
}

/* Whom the words are about: the object, the hearer, who they are said of. */
static uint32_t foe_of(const what *w, const doc *d, uint32_t verb, const attribution *a)
{
    uint32_t object = tree_child(d, verb, DEP_dobj), foe = object == NONE ? NONE : d->actor_of[object];
    if (foe == NONE || !may_be_asked(w, d, foe, a->speaker)) foe = beside_cue(d, a, true);
    return foe == NONE ? beside_cue(d, a, false) : foe;
}

static bool menace_roles(doc *d, const what *w, uint32_t verb, bool own, roles *r)
{
    uint32_t a = story_attribution_at(d, verb), subject = tree_subject(d, verb);
    if (a == NONE || !d->attributions.at[a].speech || d->attributions.at[a].speaker == NONE) return false;
    uint32_t speaker = d->attributions.at[a].speaker, foe = subject == NONE ? NONE : d->actor_of[subject];
    if (own) foe = foe_of(w, d, verb, &d->attributions.at[a]);
    if (!own && (foe == speaker || (subject != NONE && at(d, subject)->lower.len < 3))) return false; /* "we will pay a price" */
    if (foe == NONE || !may_be_asked(w, d, foe, speaker)) foe = beside_cue(d, &d->attributions.at[a], true);
    bool whom = foe != NONE && may_be_asked(w, d, foe, speaker), armed = strcmp(d->actors.at[speaker].sector[0], "REB") == 0;
    if (!whom && !is_state(w, d, speaker) && !armed) return false;
    array_push(d->mem, r->who, speaker);
    if (whom) array_push(d->mem, r->whom, foe);
    return true;
}

static bool menace_try(const what *w, doc *d, const who *people, senses *s, uint32_t verb)
{
    roles r = {0};
    bool own = !(s->at[verb].type && !s->at[verb].blocked) && is_own_menace(w, d, verb);
    if ((!own && !is_menace(w, d, verb)) || !menace_roles(d, w, verb, own, &r)) return false;
    bind_words(d, w, people, s, verb, &r, "THREATEN", NULL, "what: a source that says what another will suffer threatens him");
    return true;
}

/* ---- refusals ---------------------------------------------------------------------------- */

/* "There will be no talks with Mali", "there can be no deal" */
static bool refusal_try(const what *w, doc *d, const who *people, senses *s, uint32_t verb)
{
    uint32_t talks = str_is(at(d, verb)->lemma, "be") && tree_child(d, verb, DEP_expl) != NONE ? tree_child(d, verb, DEP_attr) : NONE;
    uint32_t a = story_attribution_at(d, verb);
    roles r = {0};
    bool refused = talks != NONE && has_modal_of(d, verb, true) && tree_negated(d, talks) && s->at[talks].type && lexicon_is(w, "cooperative", str_of(s->at[talks].type->name));
    if (!refused || a == NONE || !d->attributions.at[a].speech || d->attributions.at[a].speaker == NONE) return false;
    uint32_t speaker = d->attributions.at[a].speaker;
    bool armed = strcmp(d->actors.at[speaker].sector[0], "REB") == 0;
    if (!armed && !is_state(w, d, speaker)) return false;
    uint32_t with = frame_prep_object(d, talks, S("with"));
    array_push(d->mem, r.who, speaker);
    if (with != NONE && d->actor_of[with] != NONE) array_push(d->mem, r.whom, d->actor_of[with]);
    bind_words(d, w, people, s, talks, &r, "REJECT", strcmp(s->at[talks].type->name, "CONSULT") == 0 ? "meet" : NULL, "what: a source that says there will be none refuses it");
    s->at[talks].blocked = true;
    return true;
}

bool duty_try(const what *w, doc *d, const who *people, senses *s, uint32_t verb)
{
    roles r = {0};
    if (menace_try(w, d, people, s, verb) || refusal_try(w, d, people, s, verb)) return true;
    if (at(d, verb)->pos != POS_VERB) return false;
    uint32_t modal = duty_modal(w, d, verb);
    if (modal == NONE) modal = due_word(w, d, verb);
    bool hearer = modal == NONE && is_imperative(d, verb);
    if ((modal == NONE && !hearer) || !duty_roles(d, w, verb, hearer, s->some, &r)) return false;
    bind_words(d, w, people, s, verb, &r, "REQUEST", "change", "what: a source that says what another must do asks it");
    uint32_t below = hearer && str_is(at(d, verb)->lemma, "let") ? tree_child(d, verb, DEP_ccomp) : NONE;
    if (modal == verb) below = frame_complement(d, verb, TEST_COMP_TO);
    if (below != NONE) s->at[below].blocked = true; /* "let us stop", "need to stop": asked, not done */
    if (modal != NONE && modal < verb) d->events.at[d->events.n - 1].trigger.first = modal;
    return true;
}
