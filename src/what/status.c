/* status.c: told as done, planned, demanded, denied or supposed?  Seen from the
 * innermost source (FactBank's source-relative factuality). */
#include "parse/tree.h"
#include "story/story.h"
#include "what/what_internal.h"

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

/* The modal over a verb: "will", "may", "would"; NONE if none. */
static uint32_t modal_of(const doc *d, uint32_t verb)
{
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c))
        if (at(d, c)->dep == DEP_aux && at(d, c)->tag == TAG_MD) return c;
    const token *t = at(d, verb);
    return t->dep == DEP_conj && t->head != verb && tree_subject(d, verb) == NONE && t->tag == TAG_VB ? modal_of(d, t->head) : NONE;
}

static bool is_perfect(const doc *d, uint32_t verb)
{
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c))
        if (at(d, c)->dep == DEP_aux && str_is(at(d, c)->lower, "have")) return true;
    return false;
}

/* Is there a condition, or a clause that is one, in the sentence? */
static bool has_condition(const doc *d, uint32_t verb)
{
    range sent = d->sentences.at[at(d, verb)->sent];
    for (uint32_t i = sent.first; i < sent.end; i++)
        if (str_is(at(d, i)->lower, "if") || str_is(at(d, i)->lower, "unless") || str_is(at(d, i)->lower, "without")) return true;
    return false;
}

#define REACH 2  /* sentences that a speaker's words may run on without a cue */

/* Did somebody speak a little before? */
static bool runs_on(const doc *d, uint32_t verb)
{
    for (uint32_t k = 0; k < d->attributions.n; k++) {
        const attribution *a = &d->attributions.at[k];
        uint32_t from = at(d, a->cue_head)->sent, here = at(d, verb)->sent;
        if (a->speech && from <= here && here - from <= REACH) return true;
    }
    return false;
}

/* "would" after a past-tense cue is what "will" was in the source's own words;
 * so it is in the sentences that run on: "He said ... Parliament would meet". */
static bool reported_future(const doc *d, uint32_t verb)
{
    const token *t = at(d, verb);
    if (is_perfect(d, verb)) return false;
    if (t->dep == DEP_conj && t->head != verb && at(d, t->head)->pos != POS_NOUN) return reported_future(d, t->head);
    if (t->dep == DEP_ccomp) return at(d, t->head)->tag == TAG_VBD;
    return t->head == verb && !has_condition(d, verb) && runs_on(d, verb);
}

static bool is_habit(const doc *d, const senses *s, uint32_t verb)
{
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c))
        if (at(d, c)->dep == DEP_advmod && lexicon_is(s->words, "habit", at(d, c)->lower)) return true;
    return false;
}

static int by_modal(const doc *d, const senses *s, uint32_t verb)
{
    uint32_t m = modal_of(d, verb);
    if (m == NONE) return -1;
    str w = at(d, m)->lower;
    bool will = str_is(w, "will") || str_is(w, "'ll") || str_is(w, "’ll") || str_is(w, "shall"), would = str_is(w, "would");
    if (would && is_habit(d, s, verb)) return -1;
    if (will || (would && reported_future(d, verb))) return STATUS_PLANNED;
    if (str_is(w, "must") || str_is(w, "should")) return STATUS_DEMANDED;
    return STATUS_HYPOTHETICAL;
}

static bool under_if(const doc *d, uint32_t verb)
{
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c)) {
        str w = at(d, c)->lower;
        if (at(d, c)->dep == DEP_mark && (str_is(w, "if") || str_is(w, "unless") || str_is(w, "whether"))) return true;
    }
    return false;
}

static bool is_to_infinitive(const doc *d, uint32_t verb)
{
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c))
        if (at(d, c)->tag == TAG_TO) return true;
    return false;
}

/* One step of the way from a word up to its clause's root. */
static int by_infinitive(doc *d, const senses *s, uint32_t verb)
{
    const token *t = at(d, verb);
    if (!is_to_infinitive(d, verb) || is_perfect(d, verb)) return -1; /* "claims to have killed" */
    if (t->dep == DEP_xcomp && tree_negated(d, t->head)) return STATUS_DENIED; /* "does not plan to" */
    if (t->dep == DEP_xcomp && str_is(at(d, t->head)->lower, "unlikely")) return STATUS_HYPOTHETICAL;
    if (t->dep == DEP_xcomp && lexicon_is(s->words, "obliges", frame_lemma(d, t->head)))
        return at(d, t->head)->tag == TAG_VBD ? -1 : STATUS_DEMANDED; /* "had to leave" against "have to leave" */
    if (t->dep == DEP_xcomp || t->dep == DEP_ccomp) return lexicon_is(s->words, "done-with-infinitive", frame_lemma(d, t->head)) ? -1 : STATUS_PLANNED;
    if (t->dep == DEP_advcl || t->dep == DEP_acl) return STATUS_PLANNED;
    return -1;
}

/* "did not sign until July": it did. */
static bool is_delayed(const doc *d, uint32_t verb)
{
    if (at(d, verb)->tag == TAG_VBG) return false;
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c))
        if (c > verb && str_is(at(d, c)->lower, "until") && at(d, c)->dep == DEP_prep) return true;
    return false;
}

static int by_clause(doc *d, const senses *s, uint32_t verb)
{
    if (under_if(d, verb)) return STATUS_HYPOTHETICAL;
    int st = by_modal(d, s, verb);
    if (st >= 0) return tree_negated(d, verb) && st == STATUS_HYPOTHETICAL ? STATUS_DENIED : st;
    if (tree_negated(d, verb)) return is_delayed(d, verb) ? -1 : STATUS_DENIED;
    return by_infinitive(d, s, verb);
}

/* Clauses above that the word's own reality hangs on: its light verb, the verb
 * that an infinitive or participle depends on, the condition around it. */
static int by_higher_clause(doc *d, const senses *s, uint32_t verb)
{
    for (int k = 0; k < 8; k++) {
        const token *t = at(d, verb);
        if (t->head == verb || (t->dep == DEP_ccomp && !is_to_infinitive(d, verb)) || t->dep == DEP_relcl) return -1;
        if (t->dep == DEP_acl && !is_to_infinitive(d, verb)) return -1; /* "the fact that ..." */
        bool finite = t->tag == TAG_VBD || t->tag == TAG_VBZ || t->tag == TAG_VBP;
        if (t->dep == DEP_conj && (finite || tree_child(d, verb, DEP_nsubj) != NONE)) return under_if(d, t->head) ? STATUS_HYPOTHETICAL : -1;
        if (t->dep == DEP_advcl && !under_if(d, verb) && !is_to_infinitive(d, verb)) return -1;
        uint32_t up = tree_clause(d, t->head);
        if (up == verb) return -1;
        verb = up;
        if (at(d, verb)->pos != POS_VERB && at(d, verb)->pos != POS_AUX) return -1;
        int st = under_if(d, verb) ? STATUS_HYPOTHETICAL : by_modal(d, s, verb);
        if (st < 0) st = by_infinitive(d, s, verb);
        if (st >= 0) return st;
    }
    return -1;
}

static bool is_verb(const doc *d, uint32_t i) { return at(d, i)->pos == POS_VERB || at(d, i)->pos == POS_AUX; }

static bool is_finite_past(const doc *d, uint32_t verb)
{
    if (at(d, verb)->tag == TAG_VBD) return modal_of(d, verb) == NONE;
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c))
        if (at(d, c)->dep == DEP_auxpass && at(d, c)->tag == TAG_VBD) return true;
    return false;
}

/* A clause beside what is asked, feared or promised: "urged those who *attacked*
 * it to ...", "refused it after many were hurt in *clashes*". */
static bool is_past_deed(const doc *d, uint32_t i)
{
    static const char *const marks[] = {"after", "since", "when", "as", "because"};
    uint32_t verb = is_verb(d, i) ? i : tree_clause(d, i);
    if (!is_verb(d, verb) || !is_finite_past(d, verb)) return false;
    if (at(d, verb)->dep == DEP_relcl) return true;
    for (uint32_t c = tree_first(d, verb); c != NONE && at(d, verb)->dep == DEP_advcl; c = tree_next(d, c))
        for (int k = 0; k < 5; k++)
            if ((at(d, c)->dep == DEP_mark || at(d, c)->dep == DEP_advmod) && str_is(at(d, c)->lower, marks[k])) return true;
    return false;
}

static int by_stance(const doc *d, uint32_t i)
{
    uint32_t a = story_attribution_at(d, i);
    if (a == NONE) return -1;
    switch (d->attributions.at[a].stance) {
    case STANCE_DENIED: return STATUS_DENIED;
    case STANCE_DEMANDED: return is_past_deed(d, i) ? -1 : STATUS_DEMANDED;
    case STANCE_PLANNED: return is_past_deed(d, i) ? -1 : STATUS_PLANNED;
    case STANCE_NOT_SAID: return is_verb(d, i) ? STATUS_HYPOTHETICAL : -1; /* "declined to comment on the raid" */
    case STANCE_ASKED:
    case STANCE_SUPPOSED: return is_past_deed(d, i) ? -1 : STATUS_HYPOTHETICAL;
    default: return -1;
    }
}

/* "an imminent attack", "possible sanctions" */
static int by_modifier(doc *d, const senses *s, uint32_t noun)
{
    for (uint32_t c = tree_first(d, noun); c != NONE; c = tree_next(d, c)) {
        if (at(d, c)->dep != DEP_amod) continue;
        str w = frame_lemma(d, c);
        if (lexicon_is(s->words, "to-come", w)) return STATUS_PLANNED;
        if (lexicon_is(s->words, "may-come", w)) return STATUS_HYPOTHETICAL;
    }
    return -1;
}

static bool is_question(const doc *d, uint32_t i)
{
    range sent = d->sentences.at[at(d, i)->sent];
    for (uint32_t k = sent.end; k-- > sent.first && sent.end - k < 4;)
        if (str_is(at(d, k)->text, "?")) return true;
    return false;
}

status status_of(const doc *cd, const senses *s, uint32_t i)
{
    doc *d = (doc *)(uintptr_t)cd;
    const sense *x = &s->at[i];
    if (x->forced) return (status)x->status;
    uint32_t verb = is_verb(d, i) ? i : x->light;
    int st = verb == NONE || !is_verb(d, verb) ? -1 : by_clause(d, s, verb);
    if (st < 0 && is_question(d, i)) return STATUS_HYPOTHETICAL;
    if (st == STATUS_DENIED) return STATUS_DENIED;
    if (x->status > STATUS_ACTUAL) return (status)x->status;
    if (st < 0 && verb == NONE && tree_negated(d, i)) st = STATUS_DENIED;
    if (st < 0 && !is_verb(d, i)) st = by_modifier(d, s, i);
    if (st < 0) st = by_stance(d, x->light == NONE ? i : x->light);
    if (st < 0) st = verb != NONE ? by_higher_clause(d, s, verb) : -1;
    return st < 0 ? STATUS_ACTUAL : (status)st;
}
