/* repair.c: where the model's tree is wrong in ways that can be told for sure.
 *
 * The model takes the verb of a short clause for an adjective of its object
 * ("Turkey [deployed troops]"), and a name before its verb for an adverb, as
 * "Monday" would be ("Chile imposed ...").  A finite verb tells better.  The
 * raw parse stays as the model gave it; what reads the text goes by this.
 */
#include "parse/parse.h"
#include "parse/tree.h"

static token *at(doc *d, uint32_t i) { return &d->tokens.at[i]; }

static bool is_finite(const token *t) { return t->tag == TAG_VBD || t->tag == TAG_VBZ || t->tag == TAG_VBP; }

static bool is_name(const token *t)
{
    return t->pos == POS_PROPN && (t->ent == ENT_GPE || t->ent == ENT_ORG || t->ent == ENT_PERSON || t->ent == ENT_NORP);
}

/* The name before a finite verb that has no other subject. */
static uint32_t lost_subject(const doc *d, uint32_t verb)
{
    uint32_t c = tree_child(d, verb, DEP_npadvmod);
    if (c == NONE || c > verb || !is_finite(&d->tokens.at[verb]) || !is_name(&d->tokens.at[c])) return NONE;
    return tree_subject(d, verb) == NONE ? c : NONE;
}

static void set_dep(token *t, dep label, const char *text)
{
    t->dep = label;
    t->dep_text = text;
}

/* "Turkey deployed troops": a verb with a subject of its own, before the noun it is said to modify. */
static bool is_swallowed(const doc *d, uint32_t verb)
{
    const token *v = &d->tokens.at[verb];
    uint32_t subject = tree_child(d, verb, DEP_nsubj);
    return v->dep == DEP_amod && is_finite(v) && v->head > verb && subject != NONE && subject < verb;
}

/* The verb takes its noun's place; the noun becomes its object, and what stands before the verb hangs on the verb. */
static void free_verb(doc *d, uint32_t verb)
{
    uint32_t noun = at(d, verb)->head;
    bool root = at(d, noun)->head == noun;
    at(d, verb)->head = root ? verb : at(d, noun)->head;
    set_dep(at(d, verb), at(d, noun)->dep, at(d, noun)->dep_text);
    for (uint32_t c = tree_first(d, noun); c != NONE; c = tree_next(d, c))
        if (c < verb) at(d, c)->head = verb;
    at(d, noun)->head = verb;
    set_dep(at(d, noun), DEP_dobj, "dobj");
}

/* "President A of X [and] President B": the first of two persons, taken for a part of the second's name. */
static bool is_fused(const doc *d, uint32_t i)
{
    const token *a = &d->tokens.at[i], *b = &d->tokens.at[a->head];
    uint32_t and = tree_child(d, i, DEP_cc);
    bool names = a->pos == POS_PROPN && b->pos == POS_PROPN && a->ent == ENT_PERSON && b->ent == ENT_PERSON;
    return names && (a->dep == DEP_nmod || a->dep == DEP_compound) && and != NONE && i < and && and < a->head && tree_child(d, i, DEP_conj) == NONE;
}

/* The first takes the place of the second, which is coordinated with it. */
static void part_names(doc *d, uint32_t first)
{
    uint32_t second = at(d, first)->head;
    bool root = at(d, second)->head == second;
    at(d, first)->head = root ? first : at(d, second)->head;
    set_dep(at(d, first), at(d, second)->dep, at(d, second)->dep_text);
    for (uint32_t c = tree_first(d, second); c != NONE; c = tree_next(d, c))
        if (c < first) at(d, c)->head = first;
    at(d, second)->head = first;
    set_dep(at(d, second), DEP_conj, "conj");
}

void parse_repair(doc *d)
{
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        if (is_fused(d, i)) {
            part_names(d, i);
            tree_link(d);
        }
        uint32_t subject = lost_subject(d, i);
        if (subject != NONE) set_dep(at(d, subject), DEP_nsubj, "nsubj");
        if (!is_swallowed(d, i)) continue;
        free_verb(d, i);
        tree_link(d);
    }
}
