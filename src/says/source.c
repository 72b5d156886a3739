/* source.c: whose saying is it? */
#include "says/parts.h"
#include "parse/tree.h"

#define MAX_CLIMB 16
#define MAX_INSERTION 40  /* tokens between two commas */

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

range range_trim(const doc *d, range r)
{
    while (r.first < r.end && at(d, r.first)->pos == POS_PUNCT && !quote_is_mark(at(d, r.first)) && !str_is(at(d, r.first)->text, "(") &&
           !str_is(at(d, r.first)->text, "["))
        r.first++;
    while (r.first < r.end && (at(d, r.end - 1)->pos == POS_PUNCT || str_is(at(d, r.end - 1)->text, "-")) && !quote_is_mark(at(d, r.end - 1)) &&
           !str_is(at(d, r.end - 1)->text, ")") && !str_is(at(d, r.end - 1)->text, "]"))
        r.end--;
    return r;
}

range source_phrase(const doc *d, uint32_t head)
{
    range r = tree_span(d, head);
    for (uint32_t i = head; i-- > r.first;)
        if (str_is(at(d, i)->text, ":")) r.first = i + 1;
    for (uint32_t i = r.end; i-- > head;)
        if (str_is(at(d, i)->text, ":")) r.end = i;
    return range_trim(d, r);
}

bool source_is_person(const doc *d, uint32_t head)
{
    if (head == NONE) return false;
    const token *t = at(d, head);
    if (t->ent == ENT_PERSON || (t->pos == POS_PROPN && t->ent == ENT_NONE)) return true;
    return str_is(t->lower, "he") || str_is(t->lower, "she") || str_is(t->lower, "who");
}

static bool is_noun(const doc *d, uint32_t i)
{
    pos p = at(d, i)->pos;
    return p == POS_NOUN || p == POS_PROPN || p == POS_PRON;
}

static uint32_t agent_of(const doc *d, uint32_t verb)
{
    uint32_t by = tree_child(d, verb, DEP_agent);
    return by == NONE ? NONE : tree_child(d, by, DEP_pobj);
}

/* The verb that does something with a statement: "issued a statement saying". */
static uint32_t carrier_verb(const doc *d, uint32_t noun)
{
    uint32_t i = noun;
    for (int k = 0; k < MAX_CLIMB; k++) {
        dep l = at(d, i)->dep;
        uint32_t h = at(d, i)->head;
        if (l != DEP_dobj && l != DEP_pobj && l != DEP_prep && l != DEP_conj && l != DEP_appos) return NONE;
        if (at(d, h)->pos == POS_VERB) return h;
        i = h;
    }
    return NONE;
}

static bool is_infinitive(const doc *d, uint32_t v)
{
    uint32_t to = tree_child(d, v, DEP_aux);
    return to != NONE && str_is(at(d, to)->lower, "to");
}

typedef struct step { uint32_t at; bool found; } step; /* found: `at` is the subject itself */

/* "a statement saying", "footage showing", "their plan to say". */
static step above_participle(const doc *d, const says *rules, uint32_t v)
{
    uint32_t noun = at(d, v)->head;
    if (is_infinitive(d, v)) {
        uint32_t owner = tree_child(d, noun, DEP_poss);
        return owner != NONE ? (step){owner, true} : (step){carrier_verb(d, noun), false};
    }
    uint32_t issuer = map_get(&rules->carriers, at(d, noun)->lemma, 0) ? carrier_verb(d, noun) : NONE;
    return issuer != NONE ? (step){issuer, false} : (step){noun, true};
}

/* "accused them of saying", "criticized him for saying": it is the object that says. */
static step above_preposition(const doc *d, uint32_t v)
{
    uint32_t prep = at(d, v)->head, g = at(d, prep)->head, o = tree_child(d, g, DEP_dobj);
    str p = at(d, prep)->lower;
    if (o != NONE && (str_is(p, "of") || str_is(p, "for") || str_is(p, "as"))) return (step){o, true};
    return (step){prep, false};
}

/* One step up to the verb whose subject this verb shares, or to the noun that
 * is its subject. */
static step step_up(const doc *d, const says *rules, uint32_t v)
{
    uint32_t h = at(d, v)->head, o;
    if (h == v) return (step){NONE, false};
    switch (at(d, v)->dep) {
    case DEP_acl: return above_participle(d, rules, v);
    case DEP_relcl: return (step){h, true};
    case DEP_pcomp: return above_preposition(d, v);
    case DEP_xcomp:
        o = tree_child(d, h, DEP_dobj);
        return o != NONE && o < v ? (step){o, true} : (step){h, false};
    case DEP_conj: case DEP_advcl: case DEP_ccomp: case DEP_prep: case DEP_acomp:
    case DEP_dep: case DEP_parataxis: case DEP_pobj: case DEP_advmod: return (step){h, false};
    default: return (step){NONE, false};
    }
}

static bool is_finite(const doc *d, uint32_t v)
{
    tag t = at(d, v)->tag;
    return t == TAG_VBD || t == TAG_VBZ || t == TAG_VBP || tree_child(d, v, DEP_aux) != NONE;
}

/* "…,” said Mr. Smith", whatever the parser took him for. */
static uint32_t inverted_subject(const doc *d, const quote_map *m, uint32_t v)
{
    if (v == 0 || v + 1 >= d->tokens.n || at(d, v + 1)->sent != at(d, v)->sent) return NONE;
    bool said = m->closes[v - 1] != NONE || (v > 1 && str_is(at(d, v - 1)->text, ",") && m->closes[v - 2] != NONE);
    if (!said || m->in[v + 1] != m->in[v]) return NONE;
    for (uint32_t c = tree_first(d, v); c != NONE; c = tree_next(d, c))
        if (at(d, c)->left == v + 1 && (is_noun(d, c) || (c == v + 1 && at(d, c)->pos == POS_NUM))) return c; /* "“…,” read one" */
    uint32_t n = v + 1;
    for (int k = 0; k < MAX_CLIMB && at(d, n)->head != n && at(d, n)->head > v && at(d, at(d, n)->head)->left == v + 1; k++) n = at(d, n)->head;
    return is_noun(d, n) ? n : NONE;
}

static bool is_day(const doc *d, uint32_t i) { return at(d, i)->ent == ENT_DATE && at(d, i)->pos == POS_PROPN; }

/* A subject that is a clause says nothing; nor does a day that the parser took for one. */
static uint32_t own_subject(const doc *d, uint32_t v)
{
    uint32_t s = NONE;
    for (uint32_t c = tree_first(d, v); c != NONE; c = tree_next(d, c))
        if (at(d, c)->dep == DEP_nsubj && !is_day(d, c) && (s == NONE || c < v)) s = c;
    return s != NONE ? s : tree_child(d, v, DEP_nsubjpass);
}

/* The noun phrase that ends at token `i`, by its topmost noun below `top`. */
static uint32_t phrase_ending(const doc *d, uint32_t i, uint32_t top)
{
    uint32_t n = i;
    for (int k = 0; k < MAX_CLIMB && at(d, n)->head != n && at(d, n)->head != top; k++) {
        uint32_t h = at(d, n)->head;
        if (!is_noun(d, h) || at(d, h)->right != i + 1) break;
        n = h;
    }
    return n;
}

/* "footage of the mayor saying": the participle belongs to the nearer noun. */
static uint32_t nearer_noun(const doc *d, uint32_t noun, uint32_t v)
{
    if (v == 0 || v - 1 <= noun || !is_noun(d, v - 1) || !range_has(tree_span(d, noun), v - 1)) return noun;
    return source_is_person(d, v - 1) || at(d, v - 1)->pos == POS_PRON ? phrase_ending(d, v - 1, noun) : noun;
}

/* "X said that Y had left, adding that ...": it is X who adds. */
bool source_goes_on(const doc *d, const says *rules, uint32_t v)
{
    return at(d, v)->tag == TAG_VBG && map_get(&rules->aside, at(d, v)->lemma, 0) && v > 0 &&
           (str_is(at(d, at(d, v)->left)->text, ",") || (at(d, v)->left > 0 && str_is(at(d, at(d, v)->left - 1)->text, ",")));
}

static bool is_verb_cue(const doc *d, const says *rules, uint32_t v)
{
    return at(d, v)->pos == POS_VERB && map_get(&rules->verbs, at(d, v)->lemma, NONE) != NONE;
}

/* The outermost verb of saying above the clause that an aside hangs on. */
static uint32_t above_aside(const doc *d, const says *rules, uint32_t v)
{
    uint32_t h = at(d, v)->head, found = NONE;
    for (int k = 0; k < MAX_CLIMB && at(d, h)->head != h; k++) {
        uint32_t g = at(d, h)->head;
        if (is_verb_cue(d, rules, g) && (at(d, h)->dep == DEP_ccomp || own_subject(d, g) != NONE)) found = g;
        h = g;
    }
    return found;
}

/* The tag that tells a verb's tense: its first auxiliary's, else its own. */
static tag tense_of(const doc *d, uint32_t v)
{
    for (uint32_t c = tree_first(d, v); c != NONE && c < v; c = tree_next(d, c)) {
        dep l = at(d, c)->dep;
        if ((l == DEP_aux || l == DEP_auxpass) && at(d, c)->tag != TAG_TO) return at(d, c)->tag;
    }
    return at(d, v)->tag;
}

static bool is_speech_cue(const doc *d, const says *rules, uint32_t v)
{
    return is_verb_cue(d, rules, v) && rules->entries.at[map_get(&rules->verbs, at(d, v)->lemma, NONE)].speech;
}

/* "A stressed her support of a raid that killed B and said ...": the parser
 * joins "said" to "killed"; its partner is the verb of saying further up that
 * has its tense. */
uint32_t source_partner(const doc *d, const says *rules, uint32_t v)
{
    uint32_t h = at(d, v)->head;
    if (at(d, v)->dep != DEP_conj || h == v || own_subject(d, v) != NONE || is_speech_cue(d, rules, h)) return NONE;
    uint32_t inner = own_subject(d, h);
    bool same = inner != NONE && at(d, inner)->tag == TAG_PRP && is_speech_cue(d, rules, v), deed = tree_child(d, v, DEP_ccomp) != NONE;
    bool odd = tense_of(d, h) != tense_of(d, v) || at(d, h)->dep == DEP_relcl || same || deed;
    for (int k = 0; odd && k < MAX_CLIMB && at(d, h)->head != h; k++) {
        h = at(d, h)->head;
        if (is_verb_cue(d, rules, h) && tense_of(d, h) == tense_of(d, v)) return h;
    }
    return NONE;
}

static uint32_t active_subject(const doc *d, const says *rules, const quote_map *m, uint32_t v)
{
    uint32_t start = v, partner = source_partner(d, rules, v);
    if (partner != NONE) v = partner;
    if (at(d, v)->dep == DEP_advcl && source_goes_on(d, rules, v) && above_aside(d, rules, v) != NONE) v = above_aside(d, rules, v);
    for (int k = 0; k < MAX_CLIMB && v != NONE; k++) {
        uint32_t s = own_subject(d, v), behind = v == start ? inverted_subject(d, m, v) : NONE;
        if (s != NONE && (behind == NONE || m->in[s] == m->in[v])) return s;
        if (behind != NONE) return behind;
        if (at(d, v)->pos == POS_NOUN && tree_child(d, v, DEP_poss) != NONE) return tree_child(d, v, DEP_poss);
        if ((at(d, v)->dep == DEP_ccomp) && is_finite(d, v)) return NONE;
        step up = step_up(d, rules, v);
        if (up.found) return at(d, v)->dep == DEP_acl ? nearer_noun(d, up.at, v) : up.at;
        v = up.at;
    }
    return NONE;
}

static bool is_expletive(const doc *d, uint32_t s)
{
    return at(d, s)->dep == DEP_expl || str_is(at(d, s)->lower, "there");
}

/* The noun phrase beside the cue, where the parser lost its subject; it may
 * have an insertion behind it: "Stein, a physician, accused". */
static uint32_t beside(const doc *d, const quote_map *m, uint32_t v)
{
    uint32_t first = d->sentences.at[at(d, v)->sent].first, i = v;
    while (i > first && (at(d, i - 1)->pos == POS_ADV || at(d, i - 1)->pos == POS_AUX || at(d, i - 1)->pos == POS_PART)) i--;
    if (i > first && str_is(at(d, i - 1)->text, ")")) /* "Lopez (Bay) said" */
        for (uint32_t j = i - 1; j-- > first && i - j < MAX_INSERTION;)
            if (str_is(at(d, j)->text, "(")) { i = j; break; }
    if (i > first && is_noun(d, i - 1) && m->in[i - 1] == m->in[v]) return phrase_ending(d, i - 1, v);
    if (i <= first + 1 || !str_is(at(d, i - 1)->text, ",")) return NONE;
    uint32_t low = i > first + MAX_INSERTION ? i - MAX_INSERTION : first + 1;
    for (uint32_t j = i - 1; j-- > low;)
        if (str_is(at(d, j)->text, ",")) return is_noun(d, j - 1) && m->in[j - 1] == m->in[v] ? phrase_ending(d, j - 1, v) : NONE;
    return NONE;
}

/* "when asked whether ...", "if told to leave": another one speaks, whom the clause does not name. */
static bool is_heard(const doc *d, const cue *c)
{
    const token *t = at(d, c->head);
    bool participle = t->tag == TAG_VBN || t->tag == TAG_VBD;
    if (!c->entry->hearer || !participle || t->dep != DEP_advcl || own_subject(d, c->head) != NONE) return false;
    uint32_t first = t->left;
    return first == c->head || str_is(at(d, first)->lower, "when") || str_is(at(d, first)->lower, "if");
}

static uint32_t verb_source(const doc *d, const says *rules, const quote_map *m, const cue *c)
{
    uint32_t s;
    if (tree_passive(d, c->head) || is_heard(d, c)) s = agent_of(d, c->head);
    else s = active_subject(d, rules, m, c->head);
    if (s != NONE && m->in[s] != m->in[c->head] && m->in[s] != NONE) s = beside(d, m, c->head);
    else if (s == NONE && !tree_passive(d, c->head) && is_finite(d, c->head)) s = beside(d, m, c->head);
    bool climbed = s != NONE && at(d, s)->head != c->head;
    return s != NONE && (is_expletive(d, s) || (climbed && str_is(at(d, s)->lower, "it") && at(d, at(d, s)->head)->pos == POS_AUX)) ? NONE : s;
}

static bool is_people(const doc *d, uint32_t i)
{
    return at(d, i)->ent == ENT_NORP || at(d, i)->ent == ENT_PERSON || at(d, i)->ent == ENT_ORG || at(d, i)->ent == ENT_GPE;
}

/* "Israeli claims that", "opposition calls for": the modifier is the source. */
static uint32_t modifier_source(const doc *d, uint32_t noun)
{
    for (uint32_t c = tree_first(d, noun); c != NONE; c = tree_next(d, c))
        if ((at(d, c)->dep == DEP_amod || at(d, c)->dep == DEP_compound) && is_people(d, c)) return c;
    return NONE;
}

static uint32_t noun_source(const doc *d, const says *rules, const quote_map *m, const cue *c)
{
    uint32_t n = c->head, s = tree_child(d, n, DEP_poss);
    if (s == NONE) s = tree_prep_object(d, n, "by");
    if (s == NONE) s = tree_prep_object(d, n, "from");
    if (s == NONE) s = modifier_source(d, n);
    if (s != NONE) return s;
    uint32_t v = at(d, n)->head;
    if (at(d, n)->dep == DEP_dobj && map_get(&rules->light, at(d, v)->lemma, 0)) return active_subject(d, rules, m, v);
    if (at(d, n)->dep == DEP_nsubjpass) return agent_of(d, v);
    return NONE;
}

static uint32_t phrase_source(const doc *d, const cue *c)
{
    for (uint32_t i = c->span.first; i < c->span.end; i++) {
        uint32_t o = tree_child(d, i, DEP_pobj);
        if (o != NONE) return o;
    }
    uint32_t n = c->span.end;   /* the parser lost it: the noun phrase behind the words */
    for (int k = 0; k < MAX_CLIMB && n < d->tokens.n && at(d, n)->head != n && at(d, at(d, n)->head)->left == c->span.end; k++) n = at(d, n)->head;
    return n < d->tokens.n && is_noun(d, n) && at(d, n)->sent == at(d, c->head)->sent ? n : NONE;
}

/* "by prosecutors of taking bribes": what they accuse of is not theirs. */
static range without_deed(const doc *d, uint32_t head, range r)
{
    for (uint32_t k = tree_first(d, head); k != NONE; k = tree_next(d, k))
        if (at(d, k)->dep == DEP_prep && k > head && tree_child(d, k, DEP_pcomp) != NONE && at(d, k)->left < r.end) r.end = at(d, k)->left;
    return r;
}

/* "A member of the council, Maria Lopez said": the parser made two subjects of
 * one; the title belongs to the name. */
static range with_title(const doc *d, uint32_t s, range r)
{
    uint32_t v = at(d, s)->head, end = r.first;
    if (at(d, s)->dep != DEP_nsubj || at(d, s)->pos != POS_PROPN || end == 0) return r;
    if (str_is(at(d, end - 1)->text, ",")) end--;
    for (uint32_t c = tree_first(d, v); c != NONE && c < s; c = tree_next(d, c)) {
        bool title = at(d, c)->pos == POS_NOUN && (at(d, c)->dep == DEP_nsubj || at(d, c)->dep == DEP_dep);
        if (title && at(d, c)->right == end && !is_day(d, c)) return (range){at(d, c)->left, r.end};
    }
    return r;
}

/* A possessive's own words: "Mr. Trump's" without the mark. */
static range without_mark(const doc *d, range r)
{
    while (r.end > r.first + 1 && at(d, r.end - 1)->tag == TAG_POS) r.end--;
    return r;
}

void source_of(const doc *d, const says *rules, const quote_map *m, const cue *c, range *span, uint32_t *head)
{
    uint32_t s = NONE;
    if (!c->entry->sourceless)
        s = c->kind == CUE_VERB ? verb_source(d, rules, m, c) : c->kind == CUE_NOUN ? noun_source(d, rules, m, c) : phrase_source(d, c);
    *head = s;
    *span = s == NONE ? (range){c->head, c->head} : without_mark(d, source_phrase(d, s));
    if (s != NONE && c->kind == CUE_VERB) *span = with_title(d, s, *span);
    if (s != NONE && c->kind == CUE_VERB && at(d, at(d, s)->head)->dep == DEP_agent) *span = without_deed(d, s, *span);
    if (s != NONE && range_has(*span, c->head)) *span = tree_phrase(d, s);
    if (s != NONE && range_has(*span, c->head)) *span = (range){s, s + 1};
}
