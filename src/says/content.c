/* content.c: what is said, of one cue?
 *
 * The tree tells where the clause, object or infinitive of a cue stands; the
 * marks tell more surely where a quotation stands.  Content is kept as pieces
 * of tokens, so that a cue in the middle ("A, he said, B") falls out of it. */
#include "says/parts.h"
#include "parse/tree.h"

#define MAX_LOOK 60              /* tokens between a cue and the quotation beside it */
#define MAX_SHORT 10             /* tokens of a sentence like "he asked her." behind a quotation */
#define MAX_PARENTHESIS 600      /* tokens of a clause around a parenthetical cue    */
#define MAX_REACH 1000           /* tokens of unquoted content on either side of a cue */
#define MAX_CLIMB 64             /* governors looked at for a clause                 */

static const token *tok(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

/* ---- the tree */

/* As tree_under, in constant time. */
static bool is_below(const doc *d, uint32_t i, uint32_t top)
{
    return range_has(tree_span(d, top), i);
}

/* As tree_clause, but gives up in time. */
static uint32_t clause_of(const doc *d, uint32_t i)
{
    for (int k = 0; k < MAX_CLIMB && tok(d, i)->pos != POS_VERB && tok(d, i)->pos != POS_AUX && tok(d, i)->head != i; k++) i = tok(d, i)->head;
    return i;
}

static bool has_to(const doc *d, uint32_t verb)
{
    for (uint32_t c = tree_first(d, verb); c != NONE && c < verb; c = tree_next(d, c))
        if (tok(d, c)->dep == DEP_aux && str_is(tok(d, c)->lower, "to")) return true;
    return false;
}

static bool listed(const str *list, uint32_t n, str word)
{
    for (uint32_t i = 0; i < n; i++)
        if (str_eq(list[i], word)) return true;
    return false;
}

/* What hangs on the verb beside its object and belongs to what is said:
 * "accused them of lying", "called it a mistake", "described X as Y". */
static void add_complements(const doc *d, const cue *c, uint32_t after, pieces *p)
{
    uint32_t start = NONE, end = after;
    for (uint32_t k = tree_first(d, c->head); k != NONE; k = tree_next(d, k)) {
        const token *t = tok(d, k);
        if (k <= after) continue;
        bool take = t->dep == DEP_oprd || t->dep == DEP_xcomp || t->dep == DEP_ccomp || t->dep == DEP_acomp || t->dep == DEP_attr;
        take = take && c->entry->places & PLACE_COMPLEMENT;
        if ((t->dep == DEP_prep || t->dep == DEP_dative) && listed(c->entry->with, c->entry->n_with, t->lower)) take = true;
        if (!take) continue;
        if (start == NONE) start = t->left;
        end = t->right;
    }
    range *object = p->n ? &p->at[p->n - 1] : NULL;
    if (object && object->first > c->head && start != NONE) start = object->first;
    if (start != NONE) piece_add(p, (range){start, end});
}

static uint32_t object_of(const doc *d, uint32_t v)
{
    uint32_t o = tree_child(d, v, DEP_dobj);
    return o != NONE ? o : tree_child(d, v, DEP_nsubjpass);
}

/* "accused by prosecutors of taking bribes": the parser hangs it on the agent. */
static void add_behind_agent(const doc *d, const cue *c, pieces *p)
{
    uint32_t by = tree_child(d, c->head, DEP_agent), agent = by == NONE ? NONE : tree_child(d, by, DEP_pobj);
    if (agent == NONE) return;
    for (uint32_t k = tree_first(d, agent); k != NONE; k = tree_next(d, k))
        if (tree_child(d, k, DEP_pcomp) != NONE && listed(c->entry->with, c->entry->n_with, tok(d, k)->lower)) piece_add(p, tree_span(d, k));
}

/* A relative clause's own object: "which he said had ...", "the deal that she praised". */
static void add_object(const doc *d, const cue *c, uint32_t source, pieces *p)
{
    uint32_t o = object_of(d, c->head);
    if (o == NONE || o == source) {
        if (tree_passive(d, c->head) && tok(d, c->head)->dep == DEP_acl && tree_child(d, c->head, DEP_agent) != NONE)
            piece_add(p, tree_phrase(d, tok(d, c->head)->head));
        if (tree_passive(d, c->head)) add_complements(d, c, c->head, p);
        return;
    }
    if (p->n && tok(d, o)->dep == DEP_nsubjpass && str_is(tok(d, o)->lower, "it")) return;
    piece_add(p, tree_span(d, o));
    add_complements(d, c, o > c->head ? o : c->head, p);
    add_behind_agent(d, c, p);
}

/* "vowed last month to leave": the parser takes the infinitive for a purpose. */
static bool is_late_infinitive(const doc *d, const cue *c, uint32_t k)
{
    uint32_t left = tok(d, k)->left;
    bool comma = left > 0 && str_is(tok(d, left - 1)->text, ",");
    return k > c->head && !comma && tree_child(d, c->head, DEP_dobj) == NONE;
}

/* "asked the general *if the road was open*" */
static bool asks_whether(const doc *d, uint32_t k)
{
    uint32_t mark = tree_child(d, k, DEP_mark);
    return mark != NONE && (str_is(tok(d, mark)->lower, "if") || str_is(tok(d, mark)->lower, "whether"));
}

/* Is the child `k` of the cue a clause of the kind that the cue gives as said? */
static bool is_content_clause(const doc *d, const quote_map *m, const cue *c, uint32_t k)
{
    const token *t = tok(d, k);
    unsigned places = c->entry->places;
    bool to = has_to(d, k);
    switch (t->dep) {
    case DEP_ccomp:
        if (places & (PLACE_CLAUSE | PLACE_COMPLEMENT) || (to && places & PLACE_TO)) return true;
        return places & PLACE_QUOTE && m->in[k] != m->in[c->head];
    case DEP_advcl:
        if (c->entry->stance == STANCE_ASKED && k > c->head && asks_whether(d, k)) return places & PLACE_CLAUSE;
        return to && places & PLACE_TO && is_late_infinitive(d, c, k);
    case DEP_xcomp: case DEP_pcomp:
        if (to) return places & PLACE_TO;
        return m->in[k] == m->in[c->head] && places & (t->tag == TAG_VBG ? PLACE_ING : PLACE_CLAUSE);
    default: return false;
    }
}

/* Words that belong to the cue itself: its subject, auxiliaries, adverbs. */
static bool is_own(const doc *d, const quote_map *m, const cue *c, uint32_t k)
{
    const token *t = tok(d, k);
    bool clause = t->dep == DEP_conj || t->dep == DEP_parataxis || t->dep == DEP_advcl;
    bool holds = t->left <= c->head && c->head < t->right;
    return !holds && !clause && m->in[k] == m->in[c->head] && t->dep != DEP_punct && t->dep != DEP_cc;
}

static void add_clauses(const doc *d, const quote_map *m, const cue *c, pieces *p, range *own)
{
    for (uint32_t k = tree_first(d, c->head); k != NONE; k = tree_next(d, k)) {
        const token *t = tok(d, k);
        range s = tree_span(d, k);
        if (is_content_clause(d, m, c, k)) piece_add(p, s);
        else if (t->dep == DEP_nsubjpass && c->entry->places & PLACE_OBJECT && !c->entry->hearer) continue;
        else if (is_own(d, m, c, k)) {
            if (s.first < own->first) own->first = s.first;
            if (s.end > own->end) own->end = s.end;
        }
    }
}

/* "called on them *to leave*", "*not to leave*", right behind token `end`. */
static bool is_deed(const doc *d, uint32_t j, uint32_t end)
{
    const token *t = tok(d, j);
    if (t->left != end || (t->dep != DEP_xcomp && t->dep != DEP_advcl && t->dep != DEP_ccomp)) return false;
    return str_is(tok(d, end)->lower, "to") || str_is(tok(d, end)->lower, "not");
}

/* "called *for the minister to resign*": the preposition opens a clause. */
static void add_marked(const doc *d, cue *c, uint32_t k, pieces *p)
{
    uint32_t mark = tree_child(d, k, DEP_mark);
    if (k < c->head || mark == NONE || mark != tok(d, k)->left || !has_to(d, k) || !listed(c->entry->prep, c->entry->n_preps, tok(d, mark)->lower)) return;
    piece_add(p, (range){mark + 1, tok(d, k)->right});
    if (mark == c->span.end) c->span.end = mark + 1;
}

static void add_prepositions(const doc *d, cue *c, pieces *p)
{
    for (uint32_t k = tree_first(d, c->head); k != NONE; k = tree_next(d, k)) {
        const token *t = tok(d, k);
        if (t->dep == DEP_advcl || t->dep == DEP_xcomp || t->dep == DEP_ccomp) add_marked(d, c, k, p);
        if (t->dep != DEP_prep && t->dep != DEP_dative) continue;
        if (!listed(c->entry->prep, c->entry->n_preps, t->lower)) continue;
        uint32_t end = tree_span(d, k).end;
        for (uint32_t j = tree_next(d, k); j != NONE; j = tree_next(d, j))
            if (is_deed(d, j, end) || (tok(d, j)->dep == DEP_prep && tok(d, j)->left == end && listed(c->entry->with, c->entry->n_with, tok(d, j)->lower)))
                end = tok(d, j)->right;
        piece_add(p, (range){k + 1, end});
        if (k == c->span.end) c->span.end = k + 1;
    }
}

/* ---- quotations beside the cue */

static bool ends_open(const doc *d, uint32_t close)
{
    while (close > 1 && quote_is_mark(tok(d, close - 1))) close--;
    str t = tok(d, close - 1)->text;
    return str_is(t, ",") || str_is(t, "?") || str_is(t, "!") || str_is(t, "—") || str_is(t, "–") || str_is(t, "…") || str_is(t, "...");
}

static bool new_paragraph(const doc *d, uint32_t i)
{
    for (uint32_t b = tok(d, i)->end; b < tok(d, i + 1)->start; b++)
        if (d->text.ptr[b] == '\n') return true;
    return false;
}

/* A quotation that ends where the words of the cue begin: "…," he said. */
static uint32_t quote_left(const doc *d, const quote_map *m, const cue *c)
{
    uint32_t low = c->head > MAX_LOOK ? c->head - MAX_LOOK : 0;
    uint32_t sent = tok(d, c->head)->sent;
    for (uint32_t j = c->head; j-- > low;) {
        uint32_t q = m->closes[j];
        bool here = tok(d, j)->sent == sent;
        if (!here && (c->head - j > MAX_SHORT || new_paragraph(d, j))) return NONE;
        if (q != NONE && m->in[c->head] != m->in[j] && j > 0) {
            bool comma = ends_open(d, j) || (j + 1 < d->tokens.n && str_is(tok(d, j + 1)->text, ","));
            bool bare = c->head + 2 >= d->sentences.at[sent].end && c->head - j < MAX_SHORT; /* "Lopez said." */
            return comma || bare || j + 1 == c->head || (here && d->quotes.at[q].inside.first + 3 < j) ? q : NONE;
        }
        if (!here || (!is_below(d, j, c->head) && tok(d, j)->dep != DEP_cc)) return NONE;
    }
    return NONE;
}

static bool leads_in(const doc *d, uint32_t i)
{
    str t = tok(d, i)->text;
    return str_is(t, ":") || str_is(t, ",") || str_is(t, "—") || str_is(t, "-") || str_is(t, "–");
}

/* A quotation that begins where the words of the cue end: he said, "…". */
static uint32_t quote_right(const doc *d, const says *rules, const quote_map *m, const cue *c, uint32_t source, const pieces *p)
{
    uint32_t top = c->head + MAX_LOOK < d->tokens.n ? c->head + MAX_LOOK : d->tokens.n;
    uint32_t sent = tok(d, c->head)->sent;
    bool content = piece_any(p);
    for (uint32_t j = c->head + 1; j < top; j++) {
        uint32_t q = m->opens[j];
        bool here = tok(d, j)->sent == sent;
        if (q != NONE && m->in[j] == q) {
            bool led = leads_in(d, j - 1) || j == c->span.end || j == c->head + 1 || (p->n && p->at[p->n - 1].end == j);
            bool long_one = d->quotes.at[q].inside.end - d->quotes.at[q].inside.first > 4;
            if (!led && (content || !here || !long_one)) return NONE;
            return here || str_is(tok(d, j - 1)->text, ":") || str_is(tok(d, j - 1)->text, ",") ? q : NONE;
        }
        bool of_source = source != NONE && is_below(d, j, source), told = of_source || is_below(d, j, c->head);
        if (!here || (tok(d, j)->pos != POS_PUNCT && !told)) return NONE;
        if (!of_source && tok(d, j)->pos == POS_VERB && cue_takes_quote(d, rules, j)) return NONE;
    }
    return NONE;
}

static void add_quote(const doc *d, uint32_t q, pieces *p, uint32_t *quoted)
{
    if (q == NONE) return;
    piece_add(p, quote_outer(d, q));
    *quoted = q;
}

/* A quotation in the middle of what is said: "Those who listen to 'certain
 * shows,' he said, end up ..." is said from the start of the sentence on. */
static void add_left(const doc *d, const says *rules, const quote_map *m, const cue *c, range own, pieces *p, uint32_t *quoted)
{
    const token *t = tok(d, c->head);
    if ((t->tag == TAG_VBN || t->tag == TAG_VBG) && (t->dep == DEP_advcl || t->dep == DEP_acl) && tree_subject(d, c->head) == NONE) return;
    if (t->dep == DEP_conj && tree_subject(d, c->head) == NONE) return;
    uint32_t q = quote_left(d, m, c);
    if (q == NONE) return;
    add_quote(d, q, p, quoted);
    range sent = d->sentences.at[tok(d, c->head)->sent];
    uint32_t open = d->quotes.at[q].open;
    if (sent.first >= open) return;
    for (uint32_t i = sent.first; i < open; i++)
        if (tok(d, i)->pos == POS_VERB && m->in[i] == NONE && cue_takes_quote(d, rules, i)) return;
    piece_add(p, (range){sent.first, open});
    if (own.end < sent.end && str_is(tok(d, own.end)->text, ",")) piece_add(p, (range){own.end, sent.end});
}

/* "said in a statement that the plan “was ...” and would ...": from "that" on. */
static void add_right(const doc *d, const says *rules, const quote_map *m, const cue *c, uint32_t source, pieces *p, uint32_t *quoted)
{
    const token *t = tok(d, c->head);
    if (t->dep == DEP_relcl && cue_takes_quote(d, rules, tok(d, t->head)->head)) return; /* "said Lopez, who advises the union, “…”" */
    uint32_t q = quote_right(d, rules, m, c, source, p);
    if (q == NONE) return;
    bool bare = !piece_any(p);
    add_quote(d, q, p, quoted);
    uint32_t open = d->quotes.at[q].open, end = d->sentences.at[tok(d, c->head)->sent].end;
    for (uint32_t i = open; bare && i-- > c->span.end;)
        if (str_is(tok(d, i)->lower, "that") && tok(d, i)->dep != DEP_det) {
            piece_add(p, (range){i, end});
            return;
        }
}

/* "A, economists say, because B": what goes on behind the parenthesis. */
static void add_rest(const doc *d, const says *rules, const quote_map *m, const cue *c, range own, pieces *p)
{
    range sent = d->sentences.at[tok(d, c->head)->sent];
    if (own.first <= sent.first || own.end + 2 >= sent.end || m->in[c->head] != NONE) return;
    if (!str_is(tok(d, own.first - 1)->text, ",") || !str_is(tok(d, own.end)->text, ",")) return;
    bool left = false;
    for (uint32_t i = 0; i < p->n; i++) {
        left = left || (p->at[i].first < p->at[i].end && p->at[i].end + 1 >= own.first && p->at[i].first < own.first);
        if (p->at[i].first < p->at[i].end && p->at[i].end > own.end) return;
    }
    tag t = tok(d, own.end + 1)->tag;
    if (!left || t == TAG_VBG || t == TAG_WP || t == TAG_WDT || t == TAG_VBN) return;
    for (uint32_t i = own.end + 1; i < sent.end; i++)
        if ((tok(d, i)->pos == POS_VERB && cue_takes_quote(d, rules, i)) || m->in[i] != NONE) return;
    piece_add(p, (range){own.end + 1, sent.end});
}

/* A quotation that the content touches is said as a whole. */
static void widen_to_quotes(const doc *d, const quote_map *m, const cue *c, pieces *p, uint32_t *quoted)
{
    uint32_t n = p->n;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t j = p->at[i].first, k = 0; j < p->at[i].end; k++) {
            uint32_t q = m->in[j];
            if (q == NONE) { j++; continue; }
            range r = quote_outer(d, q);
            if (q != m->in[c->head]) {
                piece_add(p, r);
                if (*quoted == NONE) *quoted = q;
            }
            j = r.end;
        }
}

/* ---- the clause around a cue */

static bool is_edge(const doc *d, uint32_t i)
{
    return tok(d, i)->pos == POS_PUNCT;
}

/* Can the clause of a cue in this place be a parenthesis? */
static bool is_insertable(const doc *d, const cue *c, bool last)
{
    const token *t = tok(d, c->head);
    if (t->head == c->head || t->dep == DEP_acl || t->dep == DEP_conj || t->dep == DEP_xcomp || t->dep == DEP_pcomp) return false;
    return t->dep != DEP_relcl || last;
}

static bool has_name_subject(const doc *d, uint32_t v)
{
    uint32_t s = tree_child(d, v, DEP_nsubj);
    return s != NONE && tok(d, s)->tag != TAG_WDT && tok(d, s)->tag != TAG_WP;
}

/* "The plan, economists say, could fail." and "as she put it". */
static void add_around(const doc *d, const cue *c, range own, pieces *p)
{
    range sent = d->sentences.at[tok(d, c->head)->sent];
    bool last = own.first > sent.first && own.end + 1 >= sent.end && has_name_subject(d, c->head);
    bool left = own.first == sent.first || is_edge(d, own.first - 1) || tok(d, own.first - 1)->pos == POS_CCONJ;
    bool right = own.end >= sent.end || is_edge(d, own.end);
    if (!left || !right || !is_insertable(d, c, last)) return;
    range around = last ? (range){sent.first, own.first} : tree_span(d, clause_of(d, tok(d, c->head)->head));
    if (around.end - around.first > MAX_PARENTHESIS) return;
    piece_add(p, around);
    piece_take(p, own);
}

/* The clause, its coordinates and what it hangs on, up to reported speech. */
static uint32_t whole_clause(const doc *d, uint32_t v)
{
    for (int k = 0; k < MAX_CLIMB && tok(d, v)->head != v; k++) {
        if (tok(d, v)->dep == DEP_ccomp || tok(d, v)->dep == DEP_relcl) break;
        v = tok(d, v)->head;
    }
    return v;
}

/* What a phrase like "according to" speaks of: the whole sentence where it
 * stands at its start, or behind a comma at its end, else its own clause. */
static void add_clause_of_phrase(const doc *d, const quote_map *m, const cue *c, pieces *p)
{
    range own = tree_span(d, c->head), sent = d->sentences.at[tok(d, c->head)->sent];
    if (own.end < c->span.end) own.end = c->span.end;
    uint32_t v = tok(d, c->head)->head, end = own.end;
    while (end < sent.end && is_edge(d, end)) end++;
    bool comma = own.first > sent.first && is_edge(d, own.first - 1);
    bool whole = own.first == sent.first || (end == sent.end && comma);
    range around = whole ? sent : tree_span(d, comma && !c->entry->sourceless ? whole_clause(d, v) : clause_of(d, v));
    if (around.end - around.first > MAX_PARENTHESIS) return;
    piece_add(p, around);
    piece_take(p, own);
    if (c->entry->sourceless) cut_semicolon(d, m, c, p);
}

/* ---- nouns */

static uint32_t own_subjects(const doc *d, uint32_t v)
{
    uint32_t n = 0;
    for (uint32_t c = tree_first(d, v); c != NONE; c = tree_next(d, c)) n += tok(d, c)->dep == DEP_nsubj;
    return n;
}

/* "the claim that the bridge fell" against "the claim that he made". */
static bool is_that_clause(const doc *d, uint32_t k)
{
    dep l = tok(d, k)->dep;
    if (l == DEP_ccomp) return true;
    if (l != DEP_acl && l != DEP_relcl) return false;
    if (tree_child(d, k, DEP_mark) != NONE) return true;
    uint32_t that = tree_child(d, k, DEP_nsubj);
    return that != NONE && str_is(tok(d, that)->lower, "that") && own_subjects(d, k) > 1;
}

static void add_noun_content(const doc *d, cue *c, uint32_t source, pieces *p)
{
    for (uint32_t k = tree_first(d, c->head); k != NONE; k = tree_next(d, k)) {
        const token *t = tok(d, k);
        if (k < c->head || k == source) continue;
        bool to = has_to(d, k);
        if (t->dep == DEP_acl || t->dep == DEP_relcl || t->dep == DEP_advcl || t->dep == DEP_xcomp) add_marked(d, c, k, p);
        if (c->entry->places & PLACE_CLAUSE && !to && is_that_clause(d, k)) piece_add(p, tree_span(d, k));
        if ((t->dep == DEP_acl || t->dep == DEP_xcomp) && to && c->entry->places & PLACE_TO) piece_add(p, tree_span(d, k));
        if (t->dep == DEP_prep && listed(c->entry->prep, c->entry->n_preps, t->lower)) {
            piece_add(p, (range){k + 1, tree_span(d, k).end});
            if (k == c->span.end) c->span.end = k + 1;
        }
    }
}

/* ---- all together */

static range reach_of(const cue *c)
{
    return (range){c->head > MAX_REACH ? c->head - MAX_REACH : 0, c->head + MAX_REACH};
}

/* "A, but B, the envoy added.": all that precedes is said, though the parser
 * gives the verb only the last clause. */
static void add_from_start(const doc *d, const quote_map *m, range own, const cue *c, pieces *p)
{
    range sent = d->sentences.at[tok(d, c->head)->sent];
    uint32_t end = own.end;
    while (end < sent.end && is_edge(d, end)) end++;
    if (end != sent.end || p->n != 1 || own.first <= sent.first || !is_edge(d, own.first - 1)) return;
    range r = {sent.first, own.first};
    if (p->at[0].end > own.first || p->at[0].first <= r.first || tok(d, c->head)->head != c->head) return;
    if (m->in[c->head] == NONE && m->in[r.first] == NONE) p->at[0] = r;
}

/* "said in an interview that ...": the parser hangs the clause on the interview. */
static void add_strayed(const doc *d, const cue *c, pieces *p)
{
    uint32_t end = tree_span(d, c->head).end;
    if (end > c->head + MAX_LOOK) end = c->head + MAX_LOOK;
    for (uint32_t j = c->head + 2; j < end; j++) {
        uint32_t v = tok(d, j)->head;
        if (!str_is(tok(d, j)->lower, "that") || tok(d, j)->dep != DEP_mark || v < j) continue;
        if (tok(d, v)->pos != POS_VERB && tok(d, v)->pos != POS_AUX) continue;
        piece_add(p, (range){j, tok(d, v)->right});
        return;
    }
}

/* "asked a question" against "asked the minister": is the object someone? */
static bool hears_object(const doc *d, uint32_t v)
{
    uint32_t o = object_of(d, v);
    return o != NONE && (tok(d, o)->pos == POS_PROPN || tok(d, o)->pos == POS_PRON || tok(d, o)->ent != ENT_NONE);
}

/* "said they would stay, because ...": the parser hangs the reason on the
 * saying; it is mostly the speaker's. */
static bool is_reason(const doc *d, uint32_t j)
{
    if (tok(d, j)->dep != DEP_advcl) return false;
    uint32_t mark = tree_child(d, j, DEP_mark);
    if (mark == NONE) mark = tree_child(d, j, DEP_advmod);
    if (mark == NONE) return false;
    str w = tok(d, mark)->lower;
    return str_is(w, "because") || str_is(w, "if") || str_is(w, "unless") || str_is(w, "even") || str_is(w, "though") || str_is(w, "although");
}

/* "mocked the talk *about leaving*", "the support *for raising* taxes" */
static bool is_gerund_phrase(const doc *d, uint32_t j)
{
    if (tok(d, j)->dep != DEP_prep) return false;
    uint32_t v = tree_child(d, j, DEP_pcomp);
    str w = tok(d, j)->lower;
    return v != NONE && tok(d, v)->tag == TAG_VBG && (str_is(w, "about") || str_is(w, "for") || str_is(w, "in") || str_is(w, "like") || str_is(w, "from"));
}

/* Parts of the last piece that the parser hangs on the cue right behind it. */
static void add_behind(const doc *d, const quote_map *m, const cue *c, pieces *p)
{
    for (uint32_t j = tree_first(d, c->head); j != NONE; j = tree_next(d, j)) {
        uint32_t first = tok(d, j)->left;
        if (j < c->head || m->in[j] != m->in[c->head] || first <= c->span.end || (!is_reason(d, j) && !is_gerund_phrase(d, j))) continue;
        for (uint32_t i = 0; i < p->n; i++) {
            uint32_t end = p->at[i].end;
            bool comma = end < first && tok(d, j)->dep == DEP_advcl && str_is(tok(d, end)->text, ",");
            if (p->at[i].first < end && p->at[i].first > c->head && end + comma == first) p->at[i].end = tok(d, j)->right;
        }
    }
}

static bool own_subject(const doc *d, uint32_t v)
{
    return tree_child(d, v, DEP_nsubj) != NONE;
}

static void verb_content(const doc *d, const says *rules, const quote_map *m, cue *c, uint32_t source, pieces *p, uint32_t *quoted)
{
    unsigned places = c->entry->places;
    range own = c->span;
    bool hears = c->entry->hearer;
    add_clauses(d, m, c, p, &own);
    if (!hears && places & PLACE_OBJECT) add_object(d, c, source, p);
    if (!piece_any(p) || hears) add_prepositions(d, c, p);
    if (!piece_any(p) && places & PLACE_COMPLEMENT) add_complements(d, c, c->head, p);
    if (places & PLACE_QUOTE) {
        add_left(d, rules, m, c, own, p, quoted);
        add_right(d, rules, m, c, source, p, quoted);
    }
    if (!piece_any(p) && places & PLACE_CLAUSE && own_subject(d, c->head)) add_around(d, c, own, p);
    if (!piece_any(p) && places & PLACE_CLAUSE) add_strayed(d, c, p);
    if (hears && !piece_any(p) && places & PLACE_OBJECT && !hears_object(d, c->head)) add_object(d, c, source, p);
    add_rest(d, rules, m, c, own, p);
    add_behind(d, m, c, p);
    piece_clip(p, reach_of(c));
    cut_others(d, rules, m, c, p);
    cut_aside(d, m, c, p);
    if (*quoted == NONE) add_from_start(d, m, own, c, p);
    widen_to_quotes(d, m, c, p, quoted);
    piece_take(p, (range){own.first, c->span.end});
    if (source != NONE && source > c->head && tok(d, source)->left == c->head + 1) piece_take(p, tree_span(d, source));
}

void content_of(doc *d, const says *rules, const quote_map *m, cue *c, uint32_t source, ranges *out)
{
    pieces p = {.n = 0};
    uint32_t quoted = NONE;
    if (c->kind == CUE_VERB) verb_content(d, rules, m, c, source, &p, &quoted);
    else if (c->kind == CUE_NOUN) add_noun_content(d, c, source, &p), piece_clip(&p, reach_of(c));
    else add_clause_of_phrase(d, m, c, &p), widen_to_quotes(d, m, c, &p, &quoted);
    uint32_t q = m->in[c->head];
    if (q != NONE) piece_clip(&p, d->quotes.at[q].inside);
    piece_out(d, &p, out);
}
