/* tree.c: questions to a dependency tree. */
#include "parse/tree.h"

#define MAX_CLIMB 64 /* governors looked at for a subject: no real sentence has more */
#define MAX_DEPTH 1024 /* governors looked at for anything else */

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

static void link_children(doc *d)
{
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        token *t = &d->tokens.at[i];
        t->child = t->sibling = NONE;
        t->left = i;
        t->right = i + 1;
    }
    for (uint32_t i = d->tokens.n; i-- > 0;) {
        token *t = &d->tokens.at[i];
        if (t->head == i) continue;
        t->sibling = d->tokens.at[t->head].child;
        d->tokens.at[t->head].child = i;
    }
}

/* Outermost tokens of every subtree; sweeps until nothing moves (trees of a
 * parser are nearly projective, so two or three do). */
static void link_spans(doc *d)
{
    bool moved = true;
    for (int sweep = 0; moved && sweep < MAX_CLIMB; sweep++) {
        moved = false;
        for (uint32_t k = 0; k < d->tokens.n; k++) {
            uint32_t i = sweep % 2 ? d->tokens.n - 1 - k : k;
            token *t = &d->tokens.at[i], *h = &d->tokens.at[t->head];
            if (t->left < h->left) h->left = t->left, moved = true;
            if (t->right > h->right) h->right = t->right, moved = true;
        }
    }
}

static void link_sentences(doc *d)
{
    d->sentences.n = 0;
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        if (i == 0 || d->tokens.at[i].sent_start) array_push(d->mem, d->sentences, (range){i, i});
        d->sentences.at[d->sentences.n - 1].end = i + 1;
        d->tokens.at[i].sent = d->sentences.n - 1;
    }
}

void tree_link(doc *d)
{
    link_children(d);
    link_spans(d);
    link_sentences(d);
}

uint32_t tree_first(const doc *d, uint32_t i) { return at(d, i)->child; }

uint32_t tree_next(const doc *d, uint32_t child) { return at(d, child)->sibling; }

uint32_t tree_child(const doc *d, uint32_t i, dep label)
{
    uint32_t c = tree_first(d, i);
    while (c != NONE && at(d, c)->dep != label) c = tree_next(d, c);
    return c;
}

uint32_t tree_child_lemma(const doc *d, uint32_t i, dep label, const char *lemma)
{
    uint32_t c = tree_first(d, i);
    while (c != NONE && !(at(d, c)->dep == label && str_is(at(d, c)->lemma, lemma))) c = tree_next(d, c);
    return c;
}

bool tree_under(const doc *d, uint32_t i, uint32_t top)
{
    if (!range_has(tree_span(d, top), i)) return false;
    for (int k = 0; k < MAX_DEPTH && i != top && at(d, i)->head != i; k++) i = at(d, i)->head;
    return i == top;
}

range tree_span(const doc *d, uint32_t i) { return (range){at(d, i)->left, at(d, i)->right}; }

uint32_t tree_subject(const doc *d, uint32_t verb)
{
    uint32_t subject = NONE; /* "Minister, on Tuesday the guard seized ...": who is addressed is no subject */
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c)) {
        dep l = at(d, c)->dep;
        if (l != DEP_nsubj && l != DEP_nsubjpass && l != DEP_csubj && l != DEP_csubjpass) continue;
        if (subject == NONE || (c < verb && str_is(at(d, subject + 1)->text, ","))) subject = c;
    }
    return subject;
}

bool tree_passive(const doc *d, uint32_t verb)
{
    if (tree_child(d, verb, DEP_nsubjpass) != NONE || tree_child(d, verb, DEP_auxpass) != NONE) return true;
    const token *t = at(d, verb);
    if (t->tag != TAG_VBN || tree_child(d, verb, DEP_nsubj) != NONE || tree_child(d, verb, DEP_aux) != NONE) return false;
    if (t->dep == DEP_conj) return tree_passive(d, t->head);
    return t->dep == DEP_acl || t->dep == DEP_amod || t->dep == DEP_advcl || tree_child(d, verb, DEP_agent) != NONE;
}

/* "which", "that", "who" as subject of a relative clause stand for its noun. */
static bool is_relative_word(const doc *d, uint32_t i)
{
    tag t = at(d, i)->tag;
    return t == TAG_WDT || t == TAG_WP;
}

static uint32_t relative_noun(const doc *d, uint32_t verb)
{
    uint32_t v = verb;
    for (int k = 0; k < MAX_CLIMB && at(d, v)->dep == DEP_conj; k++) v = at(d, v)->head;
    return at(d, v)->dep == DEP_relcl ? at(d, v)->head : NONE;
}

/* Object control: "urged *Iran* to halt", "forced them to leave". */
static uint32_t controller_object(const doc *d, uint32_t governor)
{
    uint32_t o = tree_child(d, governor, DEP_dobj);
    return o != NONE ? o : tree_child(d, governor, DEP_dative);
}

/* "accused Iran of breaking", "stopped them from leaving": the object does it;
 * "helped it by sending", "left after signing": the subject. */
static uint32_t prepositional_controller(const doc *d, uint32_t verb)
{
    uint32_t prep = at(d, verb)->head, governor = at(d, prep)->head;
    str w = at(d, prep)->lower;
    if (at(d, verb)->dep != DEP_pcomp || (!str_is(w, "of") && !str_is(w, "from") && !str_is(w, "into") && !str_is(w, "for"))) return NONE;
    uint32_t o = controller_object(d, governor);
    return o != NONE ? o : tree_child(d, governor, DEP_nsubjpass);
}

/* One step up from a verb without a subject of its own.  Gives the subject, or
 * moves *verb to the governor whose subject it shares and gives NONE. */
static uint32_t step_up(const doc *d, uint32_t *verb, bool *stop)
{
    uint32_t v = *verb, head = at(d, v)->head;
    dep l = at(d, v)->dep;
    *stop = head == v;
    if (*stop) return NONE;
    if (l == DEP_acl || l == DEP_relcl) return head;
    if (prepositional_controller(d, v) != NONE) return prepositional_controller(d, v);
    if (l == DEP_xcomp && controller_object(d, head) != NONE) return controller_object(d, head);
    if (l == DEP_xcomp && tree_child(d, head, DEP_nsubjpass) != NONE) return tree_child(d, head, DEP_nsubjpass);
    if (l != DEP_conj && l != DEP_xcomp && l != DEP_advcl && l != DEP_pcomp && l != DEP_prep && l != DEP_ccomp && l != DEP_acomp)
        *stop = true;
    *verb = head;
    return NONE;
}

static bool finite_own(const doc *d, uint32_t verb)
{
    tag t = at(d, verb)->tag;
    return t == TAG_VBD || t == TAG_VBZ || t == TAG_VBP || t == TAG_MD;
}

uint32_t tree_understood_subject(const doc *d, uint32_t verb, bool *passive)
{
    *passive = tree_passive(d, verb);
    bool stop = false;
    for (int k = 0; k < MAX_CLIMB && !stop; k++) {
        uint32_t s = tree_subject(d, verb);
        if (s != NONE && is_relative_word(d, s) && relative_noun(d, verb) != NONE) return relative_noun(d, verb);
        if (s != NONE) return s;
        if (at(d, verb)->dep == DEP_ccomp && finite_own(d, verb)) return NONE; /* its subject was lost by the parser */
        s = step_up(d, &verb, &stop);
        if (s != NONE) return s;
    }
    return NONE;
}

/* "not only shelled", "did not just loot": more than that, not less. */
static bool is_not_only(const doc *d, uint32_t i)
{
    static const char *const more[] = {"only", "just", "merely", "simply", "solely"};
    if (!str_is(at(d, i)->lower, "not") || i + 1 >= d->tokens.n) return false;
    for (size_t k = 0; k < sizeof more / sizeof *more; k++)
        if (str_is(at(d, i + 1)->lower, more[k])) return true;
    return false;
}

static bool is_negative_word(const doc *d, uint32_t i)
{
    const token *t = at(d, i);
    if (is_not_only(d, i)) return false;
    return t->dep == DEP_neg || (t->dep == DEP_det && str_is(t->lower, "no")) || str_is(t->lower, "never") || str_is(t->lower, "neither");
}

/* "put no pressure", "nobody attacked", "no troops were sent". */
static bool has_negative_argument(const doc *d, uint32_t verb)
{
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c)) {
        dep l = at(d, c)->dep;
        if (l != DEP_dobj && l != DEP_nsubj && l != DEP_nsubjpass) continue;
        str w = at(d, c)->lower;
        if (str_is(w, "nobody") || str_is(w, "none") || str_is(w, "nothing")) return true;
        for (uint32_t k = l == DEP_dobj ? NONE : tree_first(d, c); k != NONE; k = tree_next(d, k))
            if (str_is(at(d, k)->lower, "neither")) return true; /* "neither Chad nor Mali signed" */
        uint32_t first = tree_child(d, c, DEP_det);
        if (first != NONE && str_is(at(d, first)->lower, "no")) return true;
    }
    return false;
}

bool tree_negated(const doc *d, uint32_t i)
{
    for (uint32_t c = tree_first(d, i); c != NONE; c = tree_next(d, c))
        if (is_negative_word(d, c)) return true;
    const token *t = at(d, i), *h = at(d, t->head);
    if (t->pos == POS_VERB && has_negative_argument(d, i)) return true;
    if ((t->dep == DEP_pobj || t->dep == DEP_pcomp) && str_is(h->lower, "without")) return true;
    return false;
}

uint32_t tree_prep(const doc *d, uint32_t i, const char *prep)
{
    for (uint32_t c = tree_first(d, i); c != NONE; c = tree_next(d, c)) {
        dep l = at(d, c)->dep;
        if ((l == DEP_prep || l == DEP_agent || l == DEP_dative) && str_is(at(d, c)->lower, prep)) return c;
    }
    return NONE;
}

uint32_t tree_prep_object(const doc *d, uint32_t i, const char *prep)
{
    uint32_t p = tree_prep(d, i, prep);
    if (p == NONE) return NONE;
    uint32_t o = tree_child(d, p, DEP_pobj);
    return o != NONE ? o : tree_child(d, p, DEP_pcomp);
}

uint32_t tree_first_conjunct(const doc *d, uint32_t i)
{
    for (int k = 0; k < MAX_CLIMB && at(d, i)->dep == DEP_conj && at(d, i)->head != i; k++) i = at(d, i)->head;
    return i;
}

static uint32_t add_conjuncts(const doc *d, uint32_t i, uint32_t *out, uint32_t n, uint32_t max)
{
    if (n < max) out[n++] = i;
    for (uint32_t c = tree_first(d, i); c != NONE && n < max; c = tree_next(d, c))
        if (at(d, c)->dep == DEP_conj) n = add_conjuncts(d, c, out, n, max);
    return n;
}

uint32_t tree_conjuncts(const doc *d, uint32_t i, uint32_t *out, uint32_t max)
{
    return add_conjuncts(d, tree_first_conjunct(d, i), out, 0, max);
}

uint32_t tree_clause(const doc *d, uint32_t i)
{
    for (int k = 0; k < MAX_DEPTH && at(d, i)->pos != POS_VERB && at(d, i)->pos != POS_AUX && at(d, i)->head != i; k++) i = at(d, i)->head;
    return i;
}

range tree_phrase(const doc *d, uint32_t head)
{
    range r = {head, head + 1};
    for (uint32_t c = tree_first(d, head); c != NONE; c = tree_next(d, c)) {
        const token *t = at(d, c);
        bool outside = t->dep == DEP_relcl || t->dep == DEP_acl || t->dep == DEP_appos || t->dep == DEP_conj || t->dep == DEP_cc ||
                       t->dep == DEP_punct || t->dep == DEP_prep || t->dep == DEP_advmod;
        if (!outside && t->left < r.first) r.first = t->left;
        if (!outside && t->right > r.end) r.end = t->right;
        if (t->dep == DEP_prep && str_is(t->lower, "of") && t->left == r.end) r.end = t->right;
    }
    return r;
}
