/* stance.c: what does the source do with what it says?  Asserted, denied,
 * asked, demanded, planned, supposed, or not said at all. */
#include "says/parts.h"
#include "parse/tree.h"

#define MAX_CLIMB 8

static bool is_modal(str w)
{
    static const char *const words[] = {"would", "could", "might", "may", "should", "can", "must", "ca"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_is(w, words[i])) return true;
    return false;
}

/* "If he says": the saying itself is only supposed. */
static bool is_conditional(const doc *d, uint32_t verb)
{
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c)) {
        const token *t = &d->tokens.at[c];
        if (t->dep == DEP_mark && (str_is(t->lower, "if") || str_is(t->lower, "unless") || str_is(t->lower, "whether"))) return true;
    }
    return false;
}

static bool has_modal(const doc *d, uint32_t verb)
{
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c))
        if (d->tokens.at[c].dep == DEP_aux && is_modal(d->tokens.at[c].lower)) return true;
    return false;
}

/* Negated itself, or what it hangs on as an infinitive: "did not want to say". */
static bool is_negated(const doc *d, uint32_t verb)
{
    for (int k = 0; k < MAX_CLIMB; k++) {
        if (tree_negated(d, verb)) return true;
        if (d->tokens.at[verb].dep != DEP_xcomp || d->tokens.at[verb].head == verb) return false;
        verb = d->tokens.at[verb].head;
    }
    return false;
}

stance stance_of(const doc *d, const cue *c)
{
    stance own = c->entry ? c->entry->stance : STANCE_ASSERTED;
    if (c->kind != CUE_VERB) return c->kind == CUE_NOUN && tree_negated(d, c->head) ? STANCE_NOT_SAID : own;
    if (is_negated(d, c->head)) return STANCE_NOT_SAID;
    if (own == STANCE_ASSERTED && (is_conditional(d, c->head) || has_modal(d, c->head))) return STANCE_SUPPOSED;
    return own;
}
