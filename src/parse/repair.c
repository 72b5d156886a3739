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

/* What is said to modify a word takes the word's place; the word hangs on it, and what stands before it, too. */
static void change_places(doc *d, uint32_t modifier, dep label, const char *text)
{
    uint32_t word = at(d, modifier)->head;
    bool root = at(d, word)->head == word;
    at(d, modifier)->head = root ? modifier : at(d, word)->head;
    set_dep(at(d, modifier), at(d, word)->dep, at(d, word)->dep_text);
    for (uint32_t c = tree_first(d, word); c != NONE; c = tree_next(d, c))
        if (c < modifier) at(d, c)->head = modifier;
    at(d, word)->head = modifier;
    set_dep(at(d, word), label, text);
    tree_link(d);
}

/* "President A of X [and] President B": the first of two persons, taken for a part of the second's name. */
static bool is_fused(const doc *d, uint32_t i)
{
    const token *a = &d->tokens.at[i], *b = &d->tokens.at[a->head];
    uint32_t and = tree_child(d, i, DEP_cc);
    bool names = a->pos == POS_PROPN && b->pos == POS_PROPN && a->ent == ENT_PERSON && b->ent == ENT_PERSON;
    return names && (a->dep == DEP_nmod || a->dep == DEP_compound) && and != NONE && i < and && and < a->head && tree_child(d, i, DEP_conj) == NONE;
}

/* "Armenia 's another offensive [forced]": the finite verb behind a short "is" and its noun, with no subject of its own. */
static uint32_t verb_behind(const doc *d, uint32_t is)
{
    const token *t = &d->tokens.at[is];
    uint32_t noun = tree_child(d, is, DEP_attr), end = noun == NONE ? 0 : tree_span(d, noun).end;
    if (!str_is(t->text, "'s") && !str_is(t->text, "’s")) return NONE;
    if (t->tag != TAG_VBZ || is == 0 || noun < is || end >= d->tokens.n || tree_child(d, is, DEP_nsubj) != is - 1) return NONE;
    const token *v = &d->tokens.at[end];
    bool beside = v->sent == t->sent && (v->head == is || v->head == t->head || v->head == end);
    return beside && v->pos == POS_VERB && is_finite(v) && tree_subject(d, end) == NONE ? end : NONE;
}

/* The "is" becomes the ending of its subject, which owns the noun, which is the verb's subject. */
static void make_possessive(doc *d, uint32_t is, uint32_t verb)
{
    uint32_t noun = tree_child(d, is, DEP_attr), owner = is - 1;
    for (uint32_t c = tree_first(d, is); c != NONE; c = tree_next(d, c))
        if (c != verb) at(d, c)->head = verb;
    at(d, verb)->head = at(d, is)->head == is ? verb : at(d, is)->head;
    set_dep(at(d, verb), at(d, is)->dep, at(d, is)->dep_text);
    at(d, noun)->head = verb;
    set_dep(at(d, noun), DEP_nsubj, "nsubj");
    at(d, owner)->head = noun;
    set_dep(at(d, owner), DEP_poss, "poss");
    at(d, is)->head = owner;
    set_dep(at(d, is), DEP_case, "case");
    at(d, is)->pos = POS_PART;
    at(d, is)->tag = TAG_POS;
    tree_link(d);
}

void parse_repair(doc *d)
{
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        uint32_t verb = verb_behind(d, i);
        if (verb != NONE) make_possessive(d, i, verb);
        if (is_fused(d, i)) change_places(d, i, DEP_conj, "conj");
        uint32_t subject = lost_subject(d, i);
        if (subject != NONE) set_dep(at(d, subject), DEP_nsubj, "nsubj");
        if (is_swallowed(d, i)) change_places(d, i, DEP_dobj, "dobj");
    }
}
