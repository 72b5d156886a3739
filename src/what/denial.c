/* denial.c: "Congo denied it": the act that was claimed of the denier, told
 * again as denied, according to him.  Looks back for the latest claimed act of
 * the same party; what was told as the outlet's own fact is looked at too. */
#include "parse/tree.h"
#include "what/what_internal.h"

#define REACH 4 /* sentences looked back */

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

/* "denied it", "rejected the accusation", "dismissed the claims". */
static bool denies(const what *w, const doc *d, uint32_t verb)
{
    uint32_t o = tree_child(d, verb, DEP_dobj);
    bool plain = lexicon_is(w, "denies", frame_lemma(d, verb)); /* "rejected it" may be a proposal */
    if ((!plain && !lexicon_is(w, "dismisses", frame_lemma(d, verb))) || tree_negated(d, verb)) return false;
    if (o == NONE) return plain && frame_complement(d, verb, TEST_COMP_THAT) == NONE;
    return lexicon_is(w, "accusation", frame_lemma(d, o)) || (plain && lexicon_is(w, "points-back", frame_lemma(d, o)));
}

/* Of one country, and both of its state or of one sector: not the army for the rebels. */
static bool is_same(const what *w, const party *p, const party *q)
{
    if (strcmp(p->code, q->code) != 0) return false;
    if (!p->sector[0][0] || !q->sector[0][0] || strcmp(p->sector[0], q->sector[0]) == 0) return true;
    return lexicon_is(w, "state-sector", str_of(p->sector[0])) && lexicon_is(w, "state-sector", str_of(q->sector[0]));
}

static bool among(const what *w, const parties *list, const party *q)
{
    for (uint32_t k = 0; k < list->n; k++)
        if (is_same(w, &list->at[k], q)) return true;
    return false;
}

/* The latest act that another claims of the denier, the first of its sentence
 * ("opened fire and seized a school": the fire); `suffered`: as done to him
 * ("Oslo claimed to have captured four of Rome's soldiers; Rome denied it"). */
static uint32_t claimed_act(const what *w, const doc *d, const party *denier, uint32_t verb, bool suffered)
{
    uint32_t found = NONE;
    for (uint32_t k = d->events.n; k-- > 0;) {
        const event *ev = &d->events.at[k];
        uint32_t sent = at(d, ev->trigger.first)->sent;
        if (sent + REACH < at(d, verb)->sent || (found != NONE && sent != at(d, d->events.at[found].trigger.first)->sent)) break;
        bool own_words = ev->according_to.n && is_same(w, &ev->according_to.at[0], denier);
        if (ev->status == STATUS_ACTUAL && !lexicon_is(w, "in-words", str_of(ev->type)) && !own_words &&
            (suffered ? ev->according_to.n && among(w, &ev->recipient, denier) : among(w, &ev->actor, denier)))
            found = k;
    }
    return found;
}

static void tell_again(doc *d, uint32_t act, uint32_t verb, party p)
{
    event copy = d->events.at[act], *ev;
    memset(&copy.according_to, 0, sizeof copy.according_to);
    memset(&copy.because, 0, sizeof copy.because);
    memset(&copy.counts, 0, sizeof copy.counts);
    p.cue_tok = (range){verb, verb + 1};
    p.cue = at(d, verb)->text;
    array_push(d->mem, copy.according_to, p);
    array_push(d->mem, copy.because, "what: a denial without its own words denies what was last claimed of the denier");
    for (uint32_t k = 0; k < d->events.at[act].because.n; k++) array_push(d->mem, copy.because, d->events.at[act].because.at[k]);
    copy.status = STATUS_DENIED;
    copy.quoted = true;
    copy.quote = SAID_INDIRECT;
    copy.trigger = (range){verb, verb + 1};
    copy.evidence = tree_span(d, verb);
    copy.id[0] = 0;
    array_push(d->mem, d->events, copy);
    ev = &d->events.at[d->events.n - 1];
    bind_id(d, ev, verb);
}

bool denial_try(const what *w, doc *d, const who *people, uint32_t verb)
{
    if (at(d, verb)->pos != POS_VERB || !denies(w, d, verb)) return false;
    uint32_t subject = frame_of(d, verb).subject, denier = subject == NONE ? NONE : d->actor_of[subject];
    if (denier == NONE || !is_code(d->actors.at[denier].code)) return false;
    party p = who_on(d, people, denier, d->article.published);
    if (!p.code[0]) memcpy(p.code, "---", 4);
    uint32_t act = claimed_act(w, d, &p, verb, false);
    if (act == NONE) act = claimed_act(w, d, &p, verb, true);
    if (act == NONE) return false;
    tell_again(d, act, verb, p);
    return true;
}
