/* own.c: what is the actor's own, and so nobody that he acts on: "Chad sent
 * *its* troops to Niger", "the Serbian president promised to reform *Serbia*". */
#include "parse/tree.h"
#include "what/what_internal.h"

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

static bool same_code(const actor *a, const actor *b) { return is_code(a->code) && strcmp(a->code, b->code) == 0; }

/* "its" in "Chad promised to close its border" is Chad again, not another party. */
static bool is_own_pronoun(const actor *a, const actor *b, uint32_t of)
{
    return a->kind == ACTOR_PRONOUN && (a->same_as == of || same_code(a, b));
}

static bool is_of_state(const what *w, const actor *a) { return !a->sector[0][0] || lexicon_is(w, "state-sector", str_of(a->sector[0])); }

/* "their forces": behind the possessive stands what belongs to him. */
static bool is_owned(const what *w, const doc *d, const actor *a, const actor *b, uint32_t of)
{
    uint32_t owner = a->kind == ACTOR_PRONOUN || a->tok.first == a->tok.end ? NONE : tree_child(d, a->head, DEP_poss);
    if (owner == NONE || !is_of_state(w, a) || lexicon_is(w, "against-oneself", at(d, a->head)->lemma) || at(d, owner)->pos != POS_PRON) return false;
    const actor *o = d->actor_of[owner] == NONE ? NULL : &d->actors.at[d->actor_of[owner]];
    return !o || (!is_code(o->code) && o->same_as == NONE) ? same_code(a, b) : is_own_pronoun(o, b, of);
}

static bool is_region(const doc *d, const actor *a)
{
    for (uint32_t k = 0; k < d->places.n; k++)
        if (range_has(d->places.at[k].tok, a->head)) return strcmp(d->places.at[k].kind, "country") != 0;
    return false;
}

/* A state does nothing to itself; what rebels or a crowd do to their country is another matter. */
static bool is_own_country(const what *w, const doc *d, const actor *a, const actor *b)
{
    if (b->kind == ACTOR_COUNTRY && !str_eq(at(d, a->head)->text, a->name)) return false; /* "Scotland" and "Britain", "Tigray" */
    return a->kind == ACTOR_COUNTRY && !a->sector[0][0] && same_code(a, b) && !is_region(d, a) && (is_of_state(w, b) || b->kind == ACTOR_COUNTRY);
}

/* "a crackdown by the Chadian and Libyan armies": the armies are those that the words before them name. */
static bool is_named_by(const doc *d, const actor *a, const actor *b)
{
    dep l = at(d, b->head)->dep;
    uint32_t first = tree_first_conjunct(d, b->head);
    if (l == DEP_conj) l = at(d, first)->dep;
    return (l == DEP_amod || l == DEP_compound || l == DEP_nmod) && at(d, first)->head == a->head && a->kind == ACTOR_ROLE;
}

bool own_is(const what *w, const doc *d, const sense *x, uint32_t i, uint32_t of)
{
    const actor *a = &d->actors.at[i], *b = &d->actors.at[of];
    if (i == of || is_own_pronoun(a, b, of) || is_named_by(d, a, b)) return true;
    if (!x->type) return false;
    bool ground = a->kind == ACTOR_COUNTRY || a->kind == ACTOR_PLACE; /* "the Syrian army entered Raqqa" */
    if (ground && same_code(a, b) && is_of_state(w, b) && lexicon_is(w, "own-ground", str_of(x->type->name))) return true;
    return is_own_country(w, d, a, b) || (lexicon_is(w, "spares-its-own", str_of(x->type->name)) && is_owned(w, d, a, b, of));
}
