/* cut.c: what stands in the content of a cue and is not said by its source?
 *
 * The parser gives a verb of saying more than is said: clauses of another's
 * saying, further acts of the author's telling, asides behind a comma. */
#include "says/parts.h"
#include "parse/tree.h"

static const token *tok(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

static bool has_to(const doc *d, uint32_t verb)
{
    for (uint32_t c = tree_first(d, verb); c != NONE && c < verb; c = tree_next(d, c))
        if (tok(d, c)->dep == DEP_aux && str_is(tok(d, c)->lower, "to")) return true;
    return false;
}

static bool is_edge(const doc *d, uint32_t i)
{
    return tok(d, i)->pos == POS_PUNCT;
}

static bool parts_clauses(str t) { return str_is(t, ";") || str_is(t, ":"); }

/* "A did this; B said that X": what stands before the semicolon is not B's. */
void cut_semicolon(const doc *d, const quote_map *m, const cue *c, pieces *p)
{
    uint32_t first = d->sentences.at[tok(d, c->head)->sent].first, i = c->head;
    bool right = false;
    for (uint32_t k = 0; k < p->n; k++) right = right || (p->at[k].first < p->at[k].end && p->at[k].end > c->span.end);
    while (i > first && (m->in[i] != m->in[c->head] || !parts_clauses(tok(d, i)->text))) i--;
    if (right && i > first) piece_take(p, (range){first, i + 1});
}

static bool is_past(const doc *d, uint32_t v)
{
    return tok(d, v)->tag == TAG_VBD || tok(d, v)->tag == TAG_VBZ;
}

/* What the author adds behind the words of another: a clause of another's
 * saying ("A said X and B said Y"), a further act ("urged them to stay and left"). */
static void cut_author(const doc *d, const says *rules, const quote_map *m, const cue *c, pieces *p)
{
    for (uint32_t k = tree_first(d, c->head); k != NONE; k = tree_next(d, k)) {
        if (tok(d, k)->dep != DEP_ccomp && tok(d, k)->dep != DEP_xcomp) continue;
        for (uint32_t j = tree_first(d, k); j != NONE; j = tree_next(d, j)) {
            range r = tree_span(d, j);
            if (m->in[j] != m->in[c->head] || r.first == 0) continue;
            if (j < k) continue;
            if (tok(d, j)->dep == DEP_advcl && source_goes_on(d, rules, j)) piece_take(p, r);
            if (tok(d, j)->dep == DEP_conj && has_to(d, k) && is_past(d, j)) piece_take(p, (range){j, r.end});
            bool own = tree_child(d, j, DEP_nsubj) != NONE && tree_child(d, j, DEP_mark) == NONE; /* "and *that* Oslo claimed" goes on */
            if (tok(d, j)->dep == DEP_conj && own && cue_takes_quote(d, rules, j)) piece_take(p, r);
        }
    }
}

/* A clause behind a comma at the end of indirect speech is mostly the author's:
 * "..., who served two terms", "..., while doctors warned of ...". */
static bool is_aside(const doc *d, uint32_t i, uint32_t end)
{
    const token *t = tok(d, i);
    if (t->right < end || t->left == 0 || !str_is(tok(d, t->left - 1)->text, ",")) return false;
    if (t->dep == DEP_relcl) return true;
    if (t->dep != DEP_advcl) return false;
    uint32_t mark = tree_child(d, i, DEP_mark);
    if (mark == NONE) return false;
    return (str_is(tok(d, mark)->lower, "while") || str_is(tok(d, mark)->lower, "although") || str_is(tok(d, mark)->lower, "though"));
}

/* Further saying of the same speaker that the parser put into the content:
 * "stressed her support of a raid that killed B and said ...", "said that B
 * died, adding that ...". */
static void cut_partners(const doc *d, const says *rules, const quote_map *m, const cue *c, pieces *p)
{
    for (uint32_t i = 0, n = p->n; i < n; i++)
        for (uint32_t j = p->at[i].first; j < p->at[i].end; j++) {
            if (j == c->head || m->in[j] != m->in[c->head]) continue;
            bool again = tok(d, j)->dep == DEP_conj && source_partner(d, rules, j) == c->head;
            if (again || (j > c->head && source_goes_on(d, rules, j))) piece_take(p, tree_span(d, j));
        }
}

/* "Asked whether she would run, Lopez said": the question is not what she said. */
static void cut_question(const doc *d, const quote_map *m, const cue *c, pieces *p)
{
    uint32_t first = d->sentences.at[tok(d, c->head)->sent].first;
    for (uint32_t j = first; j < c->head && j < first + 3; j++) {
        bool asked = tok(d, j)->tag == TAG_VBN && m->in[j] == m->in[c->head] && str_is(tok(d, j)->lemma, "ask");
        if (asked && tok(d, j)->dep != DEP_ROOT && tree_child(d, j, DEP_nsubjpass) == NONE) piece_take(p, (range){first, tree_span(d, j).end});
    }
}

/* "X fled, B said that Y": a clause before the cue and another right behind
 * it; without quotation marks only the latter is said. */
static void cut_clause_before(const doc *d, const quote_map *m, const cue *c, pieces *p)
{
    uint32_t right = NONE;
    for (uint32_t i = 0; i < p->n; i++)
        if (p->at[i].first < p->at[i].end && p->at[i].first == c->span.end && tok(d, c->span.end)->pos != POS_PUNCT) right = i;
    for (uint32_t i = 0, n = p->n; right != NONE && i < n; i++)
        if (p->at[i].end <= c->head && p->at[i].first < p->at[i].end && m->in[p->at[i].first] == NONE && m->in[p->at[i].end - 1] == NONE)
            p->at[i].end = p->at[i].first;
}

void cut_aside(const doc *d, const quote_map *m, const cue *c, pieces *p)
{
    if (!p->n || m->in[c->head] != NONE) return;
    range *last = &p->at[p->n - 1];
    if (last->end <= c->head) return;
    uint32_t end = last->end;
    while (end > last->first && is_edge(d, end - 1)) end--;
    for (uint32_t i = last->first + 1; i < end; i++) {
        if (m->in[i] != NONE || !is_aside(d, i, end) || tok(d, i)->left <= last->first + 2) continue;
        last->end = tok(d, i)->left;
        return;
    }
}

void cut_others(const doc *d, const says *rules, const quote_map *m, const cue *c, pieces *p)
{
    cut_author(d, rules, m, c, p);
    cut_partners(d, rules, m, c, p);
    cut_question(d, m, c, p);
    cut_clause_before(d, m, c, p);
    cut_semicolon(d, m, c, p);
}
