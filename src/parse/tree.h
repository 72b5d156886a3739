/* parse/tree.h: questions to a dependency tree.  The rooms' way of reading a
 * parse; needs doc->tokens with child, sibling, left and right set. */
#ifndef DATELINE_TREE_H
#define DATELINE_TREE_H
#include "doc.h"

/* Sets child, sibling, left, right and sent of all tokens from head and
 * sent_start, and doc->sentences.  Whoever makes tokens calls it once. */
void tree_link(doc *d);

/* for (uint32_t c = tree_first(d, i); c != NONE; c = tree_next(d, c)) */
uint32_t tree_first(const doc *d, uint32_t i);
uint32_t tree_next(const doc *d, uint32_t child);

uint32_t tree_child(const doc *d, uint32_t i, dep label);      /* first child with that label, or NONE     */
uint32_t tree_child_lemma(const doc *d, uint32_t i, dep label, const char *lemma);
bool     tree_under(const doc *d, uint32_t i, uint32_t top);   /* top is i or an ancestor of i             */
range    tree_span(const doc *d, uint32_t i);                  /* the subtree's tokens                     */
uint32_t tree_subject(const doc *d, uint32_t verb);            /* own nsubj/nsubjpass/csubj, or NONE       */
/* The subject a verb is understood to have: its own; shared through conj; of
 * the governing verb (xcomp, advcl: control; object control where the
 * governor has an object); the noun of an acl or relcl.  *passive tells whether that
 * noun is the verb's patient.  NONE if there is none. */
uint32_t tree_understood_subject(const doc *d, uint32_t verb, bool *passive);
bool     tree_passive(const doc *d, uint32_t verb);            /* nsubjpass, auxpass, or a bare participle */
bool     tree_negated(const doc *d, uint32_t i);               /* neg child, or "no", "never", "without" above */
/* The preposition child of `i` with that lower-case text, and its object. */
uint32_t tree_prep(const doc *d, uint32_t i, const char *prep);
uint32_t tree_prep_object(const doc *d, uint32_t i, const char *prep);
/* All of a coordination, from its first member: fills `out` (at most `max`), gives how many. */
uint32_t tree_conjuncts(const doc *d, uint32_t i, uint32_t *out, uint32_t max);
uint32_t tree_first_conjunct(const doc *d, uint32_t i);
/* The clause's verb that governs `i`: nearest ancestor (or i) that is a VERB or AUX, or the root. */
uint32_t tree_clause(const doc *d, uint32_t i);
/* A noun phrase from its head without relative clauses and appositions: for texts of parties. */
range    tree_phrase(const doc *d, uint32_t head);
#endif
