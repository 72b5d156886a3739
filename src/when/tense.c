/* when/tense.c: does the clause around a time look back or ahead?
 *
 *     "met on Tuesday" past · "will meet on Tuesday", "is to meet", "plans to
 *     meet on Tuesday" future · "meets on Tuesday" present */
#include "when/when_internal.h"

enum { MAX_STEPS = 60, MAX_CHILDREN = 100 };

static bool is_any(str s, const char *const *list)
{
    for (; *list; list++)
        if (str_is(s, *list))
            return true;
    return false;
}

/* The auxiliaries' say: "will", "to" ahead; "had", "was" back. */
static tense tense_of_aux(const doc *d, uint32_t verb)
{
    static const char *const ahead[] = {"will", "'ll", "’ll", "shall", "wo", "going", "gonna", NULL};
    tense found = TENSE_NONE;
    uint32_t seen = 0;
    for (uint32_t c = tree_first(d, verb); c != NONE && seen < MAX_CHILDREN; c = tree_next(d, c), seen++) {
        const token *t = &d->tokens.at[c];
        if (t->dep != DEP_aux && t->dep != DEP_auxpass)
            continue;
        if (is_any(t->lower, ahead))
            return TENSE_FUTURE;
        if (t->tag == TAG_TO || t->tag == TAG_MD)
            found = TENSE_FUTURE;         /* "would leave"; "would have left" is past, by its "have" */
        else if (t->tag == TAG_VBD || str_is(t->lower, "have") || str_is(t->lower, "has"))
            found = TENSE_PAST;
        else if ((t->tag == TAG_VBZ || t->tag == TAG_VBP) && found == TENSE_NONE)
            found = TENSE_PRESENT;
    }
    return found;
}

static bool is_verb(const token *t) { return t->pos == POS_VERB || t->pos == POS_AUX; }

/* "The conference opens on Monday": a plan told in the present. */
static bool is_scheduled(str lemma)
{
    static const char *const verbs[] = {"start", "begin", "open", "meet", "leave", "arrive", "depart", "resume", "convene",
                                        "expire", "host", "return", "end", "close", NULL};
    return is_any(lemma, verbs);
}

/* What the verb itself shows; TENSE_NONE: look at the verb above. */
static tense tense_of_verb(const doc *d, uint32_t verb)
{
    static const char *const planned[] = {"scheduled", "due", "slated", "planned", "expected", "set", NULL};
    const token *t = &d->tokens.at[verb];
    tense aux = tense_of_aux(d, verb);
    if (t->tag == TAG_VBN && is_any(t->lower, planned) && aux != TENSE_PAST)
        return TENSE_FUTURE;
    if (aux == TENSE_PRESENT && t->tag == TAG_VBN)
        return TENSE_PAST;                    /* "is released" in an old caption, "is killed" */
    if (aux == TENSE_PRESENT && t->tag == TAG_VBG)
        return TENSE_FUTURE;                  /* "is meeting on Tuesday" */
    if (aux != TENSE_NONE)
        return aux;
    if (t->tag == TAG_VBD)
        return TENSE_PAST;
    if (t->tag != TAG_VBZ && t->tag != TAG_VBP)
        return TENSE_NONE;
    return is_scheduled(t->lemma) ? TENSE_FUTURE : TENSE_PRESENT;
}

/* "extended to November 25", "was put off until May": the act is past, its day is not. */
static bool is_put_off(const token *verb, const token *below)
{
    static const char *const verbs[] = {"extend", "postpone", "delay", "reschedule", "adjourn", "defer", "put", "push", "schedule", "set", NULL};
    static const char *const to[] = {"to", "until", "till", "for", NULL};
    return is_any(verb->lemma, verbs) && is_any(below->lower, to);
}

static bool is_bare_infinitive(const doc *d, uint32_t verb)
{
    bool to = false;
    uint32_t seen = 0;
    for (uint32_t c = tree_first(d, verb); c != NONE && seen < MAX_CHILDREN; c = tree_next(d, c), seen++) {
        const token *t = &d->tokens.at[c];
        if (t->dep == DEP_aux && t->tag != TAG_TO)
            return false;
        to |= t->tag == TAG_TO;
    }
    return to;
}

/* "refused to receive them on 8 August", "went to Oslo to meet them on Friday":
 * the infinitive is as past as the verb above it; after "agreed to" it is ahead. */
static bool goes_with_governor(const doc *d, uint32_t verb)
{
    static const char *const done[] = {"refuse", "fail", "manage", "begin", "start", "try", "attempt", "force", "compel", "decline", "neglect", "continue",
                                       "help", "rush", "go", "come", "travel", "fly", "arrive", "gather", "return", "use", "cease", "lead", "cause",
                                       "proceed", "hurry", "march", "assemble", "rally", "enable", "visit", NULL};
    const token *t = &d->tokens.at[verb], *up = &d->tokens.at[t->head];
    if ((t->dep != DEP_xcomp && t->dep != DEP_advcl) || t->head == verb || !is_bare_infinitive(d, verb))
        return false;
    return is_any(up->lemma, done);
}

/* "if they do not leave by Friday": what has not come yet. */
static bool is_condition(const doc *d, uint32_t verb)
{
    static const char *const marks[] = {"if", "unless", NULL};
    const token *t = &d->tokens.at[verb];
    if (t->dep != DEP_advcl)
        return false;
    uint32_t mark = tree_child(d, verb, DEP_mark);
    return mark != NONE && is_any(d->tokens.at[mark].lower, marks) && tree_child_lemma(d, verb, DEP_aux, "have") == NONE;
}

/* What the verb tells of a time below it; TENSE_NONE: look at the verb above. */
static tense tense_here(const doc *d, uint32_t verb)
{
    if (goes_with_governor(d, verb))
        return TENSE_NONE;
    tense found = tense_of_verb(d, verb);
    return found == TENSE_PRESENT && is_condition(d, verb) ? TENSE_FUTURE : found;
}

tense tense_at(const doc *d, uint32_t token_at)
{
    uint32_t below = token_at;
    for (uint32_t steps = 0; token_at != NONE && steps < MAX_STEPS; below = token_at, token_at = d->tokens.at[token_at].head, steps++) {
        const token *t = &d->tokens.at[token_at];
        if (is_verb(t) && is_put_off(t, &d->tokens.at[below]))
            return TENSE_FUTURE;
        tense found = is_verb(t) ? tense_here(d, token_at) : TENSE_NONE;
        if (found != TENSE_NONE)
            return found;
        if (is_verb(t) && t->tag == TAG_VBN)
            return TENSE_PAST;                /* "the deal signed on Tuesday" */
        if (t->head == token_at)
            break;
    }
    return TENSE_NONE;
}

static bool has_child(const doc *d, uint32_t head, const char *const *list)
{
    uint32_t seen = 0;
    for (uint32_t c = tree_first(d, head); c != NONE && seen < MAX_CHILDREN; c = tree_next(d, c), seen++)
        if (d->tokens.at[c].dep == DEP_amod && is_any(d->tokens.at[c].lower, list))
            return true;
    return false;
}

/* Does the time stand beside the story: as a part of a name or noun ("the May
 * 2007 high"), behind "since" or "until", or in a relative or participle clause
 * ("forces that had invaded in 1943", "a document declassified in 2005")? */
bool tense_is_aside(const doc *d, range tok)
{
    static const char *const bounds[] = {"since", "until", "till", "through", NULL};
    static const char *const planned[] = {"planned", "scheduled", "projected", "proposed", "expected", "intended", NULL};
    uint32_t at = tok.first;
    while (at + 1 < tok.end && range_has(tok, d->tokens.at[at].head) && d->tokens.at[at].head != at)
        at = d->tokens.at[at].head > at ? d->tokens.at[at].head : at + 1;
    for (uint32_t steps = 0; steps < MAX_STEPS; steps++) {
        const token *t = &d->tokens.at[at];
        if (t->dep == DEP_relcl || t->dep == DEP_acl || is_any(t->lower, bounds) || has_child(d, at, planned))
            return true;
        if (is_verb(t) && tense_of_aux(d, at) == TENSE_FUTURE)
            return true;
        if (steps == 0 && (t->dep == DEP_compound || t->dep == DEP_amod || t->dep == DEP_poss || t->dep == DEP_nmod || t->dep == DEP_nummod))
            return true;
        if (t->head == at)
            break;
        at = t->head;
    }
    return false;
}
