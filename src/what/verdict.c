/* verdict.c: who judges whom?
 *
 *     "It is a mistake", said a senator         he blames whose act it is
 *     "called the operation a violation"        likewise
 *     "amounts to a coup", "behaves like a thug"
 *     "described her as a hero"                 praise
 *     "is not happy with Chad's move"           blame by the subject
 *
 * PLOVER files blame under ACCUSE and praise under SUPPORT.  The judge is he
 * who calls it so, or whose words the clause is; a judgment in the outlet's own
 * voice is nobody's act. */
#include "parse/tree.h"
#include "story/story.h"
#include "what/what_internal.h"

#define REACH 3 /* sentences looked back for the act that "it" or "the move" means */

typedef struct verdict {
    uint32_t word, clause; /* "mistake"; its verb: "is", "called" */
    uint32_t judged;       /* what is judged: a token, or NONE     */
    bool     called;       /* "called X a mistake", not "X is one"  */
    bool     felt;         /* "is not happy with X": the subject judges */
} verdict;

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

static bool is_listed(const doc *d, const what *w, const char *list, uint32_t i)
{
    return lexicon_is(w, list, frame_lemma(d, i)) || lexicon_is(w, list, at(d, i)->lower);
}

/* The word itself, or what it is called besides: "a terrorist state", "a grave violation". */
static bool is_of_list(const doc *d, const what *w, const char *list, uint32_t i)
{
    if (is_listed(d, w, list, i)) return true;
    for (uint32_t c = tree_first(d, i); c != NONE; c = tree_next(d, c))
        if ((at(d, c)->dep == DEP_amod || at(d, c)->dep == DEP_compound) && is_listed(d, w, list, c)) return true;
    return false;
}

/* ---- the clause ------------------------------------------------------------------------ */

/* "X is a mistake" */
static bool is_predicate(const doc *d, uint32_t i, verdict *v)
{
    uint32_t be = at(d, i)->head;
    if ((at(d, i)->dep != DEP_attr && at(d, i)->dep != DEP_acomp) || !str_is(at(d, be)->lemma, "be")) return false;
    *v = (verdict){i, be, tree_subject(d, be), false, false};
    return v->judged != NONE;
}

/* "X constitutes a violation", "X amounts to a coup", "X behaves like a thug" */
static bool is_likened(const doc *d, const what *w, uint32_t i, verdict *v)
{
    uint32_t verb = at(d, i)->head;
    bool object = at(d, i)->dep == DEP_dobj && is_listed(d, w, "constitutes", verb);
    if (at(d, i)->dep == DEP_pobj) {
        const token *prep = at(d, verb);
        verb = prep->head;
        object = (str_is(prep->lower, "to") && is_listed(d, w, "amounts", verb)) || (str_is(prep->lower, "like") && is_listed(d, w, "behaves", verb));
    }
    *v = (verdict){i, verb, object ? tree_subject(d, verb) : NONE, false, false};
    return v->judged != NONE;
}

/* "is not happy with X" */
static bool is_felt(const doc *d, const what *w, uint32_t i, verdict *v)
{
    uint32_t be = at(d, i)->head, with = frame_prep_object(d, i, S("with"));
    if (at(d, i)->dep != DEP_acomp || !is_listed(d, w, "content", i) || with == NONE) return false;
    *v = (verdict){i, be, with, true, true};
    return tree_negated(d, be) || tree_negated(d, i);
}

/* "called X a mistake", "described X as unacceptable" */
static bool is_called(const doc *d, const what *w, uint32_t i, verdict *v)
{
    uint32_t verb = at(d, i)->head;
    bool own = at(d, i)->dep == DEP_amod && i == tree_span(d, verb).end - 1 && i > verb; /* "ruled the move unlawful": the parser may hang it on the object */
    bool as = i > verb && str_is(at(d, verb)->lower, "as");
    if (as) verb = at(d, verb)->head;
    if (as && at(d, verb)->dep == DEP_dobj) verb = at(d, verb)->head; /* the parser may hang "as" on the object */
    if (own) verb = at(d, verb)->head;
    if ((!as && !own && at(d, i)->dep != DEP_oprd) || at(d, verb)->pos != POS_VERB || !is_listed(d, w, "calls", verb)) return false;
    *v = (verdict){i, verb, tree_passive(d, verb) ? tree_subject(d, verb) : tree_child(d, verb, DEP_dobj), true, false};
    return v->judged != NONE && v->judged != i;
}

static uint32_t judge_of(const doc *d, const verdict *v)
{
    uint32_t subject = v->felt ? tree_subject(d, v->clause) : v->called ? frame_of(d, v->clause).subject : NONE;
    if (subject != NONE && d->actor_of[subject] == NONE && v->felt) return NONE;
    if (v->felt && at(d, subject)->pos == POS_PRON && !is_code(d->actors.at[d->actor_of[subject]].code)) subject = NONE; /* "we are not happy": who speaks */
    if (subject != NONE) return d->actor_of[subject];
    uint32_t a = story_attribution_at(d, v->clause);
    return a == NONE || !d->attributions.at[a].speech ? NONE : d->attributions.at[a].speaker;
}

/* ---- whose act it is ---------------------------------------------------------------------- */
static bool is_party_of(const doc *d, uint32_t which, const char *code)
{
    return which != NONE && is_code(code) && strcmp(d->actors.at[which].code, code) == 0;
}

/* The doer of the latest act told, if he is not the judge. */
static const party *last_doer(const doc *d, const verdict *v, uint32_t judge)
{
    for (uint32_t k = d->events.n; k-- > 0;) {
        const event *ev = &d->events.at[k];
        if (at(d, ev->trigger.first)->sent + REACH < at(d, v->word)->sent) return NULL;
        if (ev->actor.n && is_code(ev->actor.at[0].code)) return is_party_of(d, judge, ev->actor.at[0].code) ? NULL : &ev->actor.at[0];
    }
    return NULL;
}

/* "said of the decree": what the words are about; NONE if that is not told. */
static uint32_t said_of(const doc *d, uint32_t i)
{
    uint32_t a = story_attribution_at(d, i), cue = a == NONE ? NONE : d->attributions.at[a].cue_head;
    uint32_t of = cue == NONE ? NONE : tree_prep_object(d, cue, "of");
    return of == NONE && cue != NONE ? tree_prep_object(d, cue, "about") : of;
}

/* Whose the thing is: "the president's decree", "the decree by the president". */
static bool add_owner(doc *d, uint32_t thing, roles *r)
{
    parties_phrase(d, &r->whom, thing, 0);
    if (!r->whom.n) parties_inside(d, &r->whom, thing, 0);
    return r->whom.n > 0;
}

/* What may be judged: a party, an act of one, or what was told before. */
static bool is_judged(doc *d, const what *w, const senses *s, const verdict *v, roles *r)
{
    uint32_t a = d->actor_of[v->judged];
    const token *t = at(d, v->judged);
    uint32_t about = t->pos == POS_PRON ? said_of(d, v->clause) : NONE;
    if (v->felt) return add_owner(d, v->judged, r);
    if (about != NONE) add_owner(d, about, r);
    if (about != NONE) return true;
    bool it = str_is(t->lower, "it") || str_is(t->lower, "this") || str_is(t->lower, "that"); /* what was told before, whatever party stood last */
    if (it) return true;
    bool anybody = a != NONE && !is_code(d->actors.at[a].code) && strcmp(d->actors.at[a].sector[0], "CVL") == 0; /* "people make mistakes" */
    if (anybody) return false;
    if (a != NONE && (is_code(d->actors.at[a].code) || d->actors.at[a].sector[0][0])) {
        array_push(d->mem, r->whom, a);
        return true;
    }
    if (s->at[v->judged].type) {
        r->whom = roles_find(d, s, v->judged).who;
        if (!r->whom.n) parties_modifiers(d, &r->whom, v->judged);
        return true;
    }
    bool deed = is_listed(d, w, "any-act", v->judged) || is_listed(d, w, "ruling", v->judged) || t->dep == DEP_csubj;
    uint32_t owner = frame_possessive(d, v->judged);
    if (deed && owner != NONE && d->actor_of[owner] != NONE) array_push(d->mem, r->whom, d->actor_of[owner]);
    else if (v->called) deed |= add_owner(d, v->judged, r);
    else if (deed) parties_modifiers(d, &r->whom, v->judged);
    return deed;
}

static bool is_society(const what *w, const actor *a) { return a->sector[0][0] && lexicon_is(w, "society-sector", str_of(a->sector[0])); }

/* Firms, churches, the press judge politically only where they judge those who rule. */
static bool is_political_judge(const doc *d, const what *w, const actor *a, const roles *r)
{
    bool ruler = false;
    for (uint32_t k = 0; k < r->whom.n; k++) {
        const actor *x = &d->actors.at[r->whom.at[k]];
        ruler |= x->kind == ACTOR_COUNTRY || lexicon_is(w, "state-sector", str_of(x->sector[0]));
    }
    return (is_code(a->code) || a->sector[0][0]) && (!is_society(w, a) || (ruler && lexicon_is(w, "judging-society", str_of(a->sector[0]))));
}

static bool is_quoted(const doc *d, const verdict *v)
{
    uint32_t a = story_attribution_at(d, v->clause);
    return a != NONE && d->attributions.at[a].kind != SAID_INDIRECT;
}

/* Of whom is it said?  Not of the judge himself: "our army is heroic" is no act. */
static bool find_sides(doc *d, const what *w, const senses *s, const verdict *v, roles *r)
{
    uint32_t judge = judge_of(d, v);
    if (judge == NONE || !is_judged(d, w, s, v, r) || !is_political_judge(d, w, &d->actors.at[judge], r)) return false;
    for (uint32_t k = 0; k < r->whom.n; k++) {
        const actor *a = &d->actors.at[r->whom.at[k]];
        bool third = a->kind == ACTOR_PRONOUN && is_quoted(d, v) && (str_is(at(d, a->head)->lower, "he") || str_is(at(d, a->head)->lower, "she"));
        if (third) continue; /* "he was a dictator": in his own words nobody is "he" */
        bool bare = a->kind == ACTOR_PRONOUN || a->kind == ACTOR_COUNTRY || a->kind == ACTOR_PLACE;
        if (a->kind == ACTOR_PRONOUN && !is_code(a->code)) return false;
        if (r->whom.at[k] == judge || str_eq(at(d, a->head)->lower, at(d, d->actors.at[judge].head)->lower) || (bare && is_party_of(d, judge, a->code))) return false;
    }
    array_push(d->mem, r->who, judge);
    return true;
}

/* ---- blame or praise ------------------------------------------------------------------------ */

/* "a great leader", "the right decision" */
static bool is_lauded(const doc *d, const what *w, uint32_t i)
{
    if (!is_listed(d, w, "lauded", i)) return false;
    for (uint32_t c = tree_first(d, i); c != NONE; c = tree_next(d, c))
        if (at(d, c)->dep == DEP_amod && is_listed(d, w, "lauds", c)) return true;
    return false;
}

/* Below 0 blame, above 0 praise, 0 neither; "is not acceptable" is blame, "is no mistake" neither. */
static int judgment(const doc *d, const what *w, const verdict *v)
{
    bool no = tree_negated(d, v->clause) || tree_negated(d, v->word);
    if (v->felt) return -1;
    if (no) return is_listed(d, w, "approves", v->word) ? -1 : 0;
    bool plain = v->called || at(d, v->judged)->pos != POS_PRON;
    if (is_of_list(d, w, "blame", v->word) || (plain && is_listed(d, w, "blame-of-act", v->word))) return -1;
    return is_of_list(d, w, "praise", v->word) || is_lauded(d, w, v->word);
}

/* ---- wrongs told by another ------------------------------------------------------------------ */

/* "Chad was undermining the union", said a minister; "claimed that the army had sent them". */
static bool is_wrong(const doc *d, const what *w, const senses *s, uint32_t verb, verdict *v)
{
    uint32_t a = story_attribution_at(d, verb), cue = a == NONE ? NONE : d->attributions.at[a].cue_head;
    if (at(d, verb)->pos != POS_VERB || at(d, verb)->tag == TAG_VB || cue == NONE || s->at[cue].type || tree_negated(d, verb) || tree_negated(d, cue)) return false;
    bool claimed = at(d, verb)->dep == DEP_ccomp && at(d, verb)->head == cue && is_listed(d, w, "contends", cue) && !is_listed(d, w, "harmless", verb);
    uint32_t subject = frame_of(d, verb).subject;
    if ((!claimed && !is_listed(d, w, "wrongs", verb)) || subject == NONE || d->actor_of[subject] == NONE) return false;
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c))
        if (at(d, c)->tag == TAG_MD || (at(d, c)->dep == DEP_mark && str_is(at(d, c)->lower, "if"))) return false;
    *v = (verdict){verb, verb, subject, false, false};
    return true;
}

static void bind_verdict(const what *w, doc *d, const who *people, senses *s, const verdict *v, const roles *r, bool blame, reason why)
{
    bind_words(d, w, people, s, v->word, r, blame ? "ACCUSE" : "SUPPORT", blame ? "disapprove" : NULL, why);
    event *ev = &d->events.at[d->events.n - 1];
    const party *doer = ev->recipient.n ? NULL : last_doer(d, v, r->who.at[0]);
    bool self = doer && ev->actor.n && str_eq(doer->name, ev->actor.at[0].name);
    if (doer && !self) array_push(d->mem, ev->recipient, *doer);
}

bool verdict_try(const what *w, doc *d, const who *people, senses *s, uint32_t i)
{
    static const char why[] = "what: who calls it so judges it", wrong[] = "what: who tells the wrong of another accuses him";
    verdict v;
    roles r = {0};
    if (at(d, i)->pos == POS_VERB) {
        if ((s->at[i].type && !s->at[i].blocked) || !is_wrong(d, w, s, i, &v) || !find_sides(d, w, s, &v, &r) || !r.whom.n) return false;
        bind_verdict(w, d, people, s, &v, &r, true, wrong);
        return true;
    }
    if (at(d, i)->pos != POS_NOUN && at(d, i)->pos != POS_ADJ && at(d, i)->pos != POS_PROPN) return false;
    if (!is_predicate(d, i, &v) && !is_called(d, w, i, &v) && !is_likened(d, w, i, &v)) return false;
    verdict felt;
    if (is_felt(d, w, i, &felt)) v = felt;
    bool told = s->at[i].type && !v.called && !is_listed(d, w, "blame", i); /* "it was a terrorist attack" tells the attack */
    int j = told ? 0 : judgment(d, w, &v);
    if (!j || (s->at[v.clause].type && !v.felt) || !find_sides(d, w, s, &v, &r)) return false;
    bind_verdict(w, d, people, s, &v, &r, j < 0, why);
    return true;
}
