/* verdict.c: who judges whom?
 *
 *     "It is a mistake", said a senator         he blames whose act it is
 *     "called the operation a violation"        likewise
 *     "described her as a hero"                 praise
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
    *v = (verdict){i, be, tree_subject(d, be), false};
    return v->judged != NONE;
}

/* "called X a mistake", "described X as unacceptable" */
static bool is_called(const doc *d, const what *w, uint32_t i, verdict *v)
{
    uint32_t verb = at(d, i)->head;
    bool as = at(d, i)->dep == DEP_pobj && str_is(at(d, verb)->lower, "as");
    if (as) verb = at(d, verb)->head;
    if ((!as && at(d, i)->dep != DEP_oprd) || at(d, verb)->pos != POS_VERB || !is_listed(d, w, "calls", verb)) return false;
    *v = (verdict){i, verb, tree_passive(d, verb) ? tree_subject(d, verb) : tree_child(d, verb, DEP_dobj), true};
    return v->judged != NONE && v->judged != i;
}

static uint32_t judge_of(const doc *d, const verdict *v)
{
    uint32_t subject = v->called ? frame_of(d, v->clause).subject : NONE;
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

/* What may be judged: a party, an act of one, or what was told before. */
static bool is_judged(doc *d, const what *w, const senses *s, const verdict *v, roles *r)
{
    uint32_t a = d->actor_of[v->judged];
    const token *t = at(d, v->judged);
    if (a != NONE && (is_code(d->actors.at[a].code) || d->actors.at[a].sector[0][0])) {
        array_push(d->mem, r->whom, a);
        return true;
    }
    if (s->at[v->judged].type) {
        r->whom = roles_find(d, s, v->judged).who;
        return true;
    }
    bool deed = is_listed(d, w, "any-act", v->judged) || is_listed(d, w, "ruling", v->judged) || t->dep == DEP_csubj;
    uint32_t owner = frame_possessive(d, v->judged);
    if (deed && owner != NONE && d->actor_of[owner] != NONE) array_push(d->mem, r->whom, d->actor_of[owner]);
    return deed || str_is(t->lower, "it") || str_is(t->lower, "this") || str_is(t->lower, "that");
}

static bool is_political_judge(const what *w, const actor *a)
{
    bool society = a->sector[0][0] && lexicon_is(w, "society-sector", str_of(a->sector[0]));
    return !society && (is_code(a->code) || a->sector[0][0]);
}

/* Of whom is it said?  Not of the judge himself: "our army is heroic" is no act. */
static bool find_sides(doc *d, const what *w, const senses *s, const verdict *v, roles *r)
{
    uint32_t judge = judge_of(d, v);
    if (judge == NONE || !is_political_judge(w, &d->actors.at[judge]) || !is_judged(d, w, s, v, r)) return false;
    for (uint32_t k = 0; k < r->whom.n; k++) {
        const actor *a = &d->actors.at[r->whom.at[k]];
        bool bare = a->kind == ACTOR_PRONOUN || a->kind == ACTOR_COUNTRY || a->kind == ACTOR_PLACE;
        if (r->whom.at[k] == judge || (bare && is_party_of(d, judge, a->code))) return false;
    }
    array_push(d->mem, r->who, judge);
    return true;
}

bool verdict_try(const what *w, doc *d, const who *people, senses *s, uint32_t i)
{
    static const char why[] = "what: who calls it so judges it";
    verdict v;
    roles r = {0};
    if (s->at[i].type || (at(d, i)->pos != POS_NOUN && at(d, i)->pos != POS_ADJ && at(d, i)->pos != POS_PROPN)) return false;
    if (!is_predicate(d, i, &v) && !is_called(d, w, i, &v)) return false;
    bool blame = is_of_list(d, w, "blame", i), praise = !blame && is_of_list(d, w, "praise", i);
    if ((!blame && !praise) || tree_negated(d, v.clause) || tree_negated(d, i) || s->at[v.clause].type || !find_sides(d, w, s, &v, &r)) return false;
    bind_words(d, w, people, s, i, &r, blame ? "ACCUSE" : "SUPPORT", blame ? "disapprove" : NULL, why);
    event *ev = &d->events.at[d->events.n - 1];
    const party *doer = ev->recipient.n ? NULL : last_doer(d, &v, r.who.at[0]);
    if (doer) array_push(d->mem, ev->recipient, *doer);
    return true;
}
