/* compose.c: words that change the event below them (data/what/compose.rules).
 *
 *     "carried out an attack"      light: the noun's event, the verb's subject
 *     "threatened to cut aid"      SANCTION below "threaten" makes THREATEN
 *     "urged Iran to agree to talks"   from the inside out
 */
#include "parse/tree.h"
#include "what/what_internal.h"
#include <stdlib.h>

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

static int type_number(const what *w, const type_info *t) { return t ? (int)(t - w->type) : N_TYPES; }

/* ---- where the inner event stands ------------------------------------------------ */
static bool has_event(const senses *s, uint32_t i) { return s->at[i].type != NULL && !s->at[i].blocked; }

/* The event noun of a phrase: its head, one of its conjuncts, or what is "of" it
 * ("a series of attacks", "plans for talks"). */
static uint32_t event_in_phrase(const doc *d, const senses *s, uint32_t head)
{
    if (head == NONE) return NONE;
    uint32_t all[16], n = tree_conjuncts(d, head, all, 16);
    for (uint32_t k = 0; k < n; k++)
        if (has_event(s, all[k])) return all[k];
    static const char *const links[] = {"of", "for", "on", "to"};
    for (int k = 0; k < 4; k++) {
        uint32_t o = tree_prep_object(d, head, links[k]);
        if (o != NONE && has_event(s, o)) return o;
    }
    return NONE;
}

/* The event noun that a light verb has taken: "asked Brazil to send aid". */
static uint32_t carried_by(const doc *d, const senses *s, uint32_t verb)
{
    range span = tree_span(d, verb);
    for (uint32_t i = span.first; i < span.end; i++)
        if (s->at[i].light == verb && has_event(s, i)) return i;
    return NONE;
}

/* The inner event's token for one place of a composer; *verb says that an inner
 * verb is there even when it is no event. */
static uint32_t inner_at(const doc *d, const senses *s, const frame *fr, where_at where, test_kind kind, uint32_t *verb)
{
    if (kind != TEST_NONE) {
        uint32_t v = frame_complement(d, fr->word, kind);
        if (v != NONE) *verb = v;
        if (v != NONE && has_event(s, v)) return v;
        uint32_t carried = v == NONE ? NONE : carried_by(d, s, v);
        if (carried != NONE) return carried;
        if (v == NONE && kind == TEST_COMP_TO) return event_in_phrase(d, s, frame_prep_object(d, fr->word, S("to")));
        uint32_t noun = v == NONE || at(d, v)->pos != POS_AUX ? NONE : tree_child(d, v, DEP_attr);
        return noun != NONE && has_event(s, noun) ? noun : NONE;
    }
    uint32_t o = where.slot == SLOT_OBJECT ? fr->object : where.slot == SLOT_SUBJECT ? fr->subject
                 : where.slot == SLOT_PREP ? frame_prep_object(d, fr->word, where.prep) : NONE;
    uint32_t is = o == NONE && where.slot == SLOT_PREP && !fr->noun ? tree_child(d, fr->word, DEP_attr) : NONE;
    if (is != NONE) o = frame_prep_object(d, is, where.prep); /* "is the target of sanctions" */
    if (o != NONE && where.slot == SLOT_PREP && at(d, o)->pos == POS_VERB) *verb = o;
    return event_in_phrase(d, s, o);
}

/* ---- one composer on one word ------------------------------------------------------ */
static const char *inner_mode(const what *w, const composer *c, const type_info *inner)
{
    int t = type_number(w, inner);
    for (uint32_t k = 0; k < c->n_modes; k++)
        if (c->modes[k].type == t) return c->modes[k].mode;
    return c->mode;
}

static void add_why(sense *x, reason why)
{
    if (x->n_why < 4) x->why[x->n_why++] = why;
}

static void apply_light(senses *s, uint32_t word, uint32_t inner, const composer *c)
{
    sense *in = &s->at[inner], *out = &s->at[word];
    in->light = word;
    in->suffered = c->suffered;
    add_why(in, c->why);
    out->blocked = true;
    out->type = NULL;
    if (c->status >= 0) in->status = c->status;
}

static void apply_same(const doc *d, senses *s, uint32_t word, uint32_t inner, const composer *c)
{
    sense *in = &s->at[inner], *out = &s->at[word];
    if (c->status >= 0) in->status = c->status;
    bool below = tree_subject(d, word) != inner;
    bool sufferer = c->whom == WHOM_PLACE; /* "survived an ambush": the word says who suffered it */
    if (sufferer && c->whom_at.slot != SLOT_SUBJECT) in->result = word, in->light = below ? word : in->light;
    else if (sufferer) in->light = word, in->suffered = true;
    else if (in->entry && in->entry->kind == WORD_NOUN && in->light == NONE) in->light = word;
    add_why(in, c->why);
    out->blocked = true;
    out->type = NULL;
}

static void apply_type(const what *w, senses *s, uint32_t word, uint32_t inner, const composer *c)
{
    sense *out = &s->at[word];
    const type_info *below = inner == NONE ? NULL : s->at[inner].type;
    bool own = out->entry && out->entry->type == c->type && out->entry->mode; /* the word's own entry is the more exact */
    *out = (sense){.entry = out->entry, .outer = c, .type = c->type, .mode = own ? out->entry->mode : inner_mode(w, c, below), .inner = inner, .light = NONE, .cause = NONE, .purpose = NONE, .result = NONE,
                   .status = c->status, .confidence = c->confidence};
    add_why(out, c->why);
    if (inner == NONE) return;
    if (s->at[inner].n_why) add_why(out, s->at[inner].why[0]);
    s->at[inner].blocked = strcmp(c->type->name, "ACCUSE") != 0; /* what one is accused of is told as well, as a claim */
}

/* Takes effect if an inner event of its types is there; gives whether it did. */
static bool try_composer(const what *w, const doc *d, senses *s, uint32_t i, const frame *fr, const composer *c)
{
    for (uint32_t k = 0; k < c->n_comp; k++) {
        uint32_t verb = NONE, inner = inner_at(d, s, fr, c->comp[k], c->comp_kind[k], &verb);
        int type = inner == NONE ? N_TYPES : type_number(w, s->at[inner].type);
        if (inner == NONE && (verb == NONE || !(c->types >> N_TYPES & 1) || c->gives != GIVES_TYPE)) continue;
        if (!(c->types >> type & 1)) continue;
        if (c->light && inner != NONE && at(d, inner)->tag == TAG_VB) continue; /* "gathered to demand": two acts */
        if (c->light) apply_light(s, i, inner, c);
        else if (c->gives == GIVES_SAME) apply_same(d, s, i, inner, c);
        else if (c->gives == GIVES_NONE) s->at[inner].blocked = true, s->at[i].blocked = true;
        else {
            apply_type(w, s, i, inner, c);
            if (inner == NONE) s->at[i].inner = verb;
        }
        return true;
    }
    return false;
}

static bool better(const composer *a, const composer *b)
{
    uint32_t na = a->n_cond + 2 * a->n_words, nb = b->n_cond + 2 * b->n_words;
    return na != nb ? na > nb : a < b;
}

/* Composers of a word, the most telling first, until one takes effect. */
static void compose_word(const what *w, const doc *d, senses *s, uint32_t i, const map *words, bool noun)
{
    const composer *fits[32];
    uint32_t n = 0;
    frame fr = frame_of(d, i);
    for (uint32_t c = map_get(words, frame_lemma(d, i), NONE); c != NONE && n < 32; c = w->composers.at[c].next) {
        const composer *co = &w->composers.at[c];
        if (!match_words(d, i, co->word, co->n_words, co->head, noun)) continue;
        if (!match_conditions(w, d, s, &fr, co->cond, co->n_cond)) continue;
        uint32_t k = n++;
        for (; k > 0 && better(co, fits[k - 1]); k--) fits[k] = fits[k - 1];
        fits[k] = co;
    }
    for (uint32_t k = 0; k < n; k++)
        if (try_composer(w, d, s, i, &fr, fits[k])) return;
}

/* ---- from the inside out -------------------------------------------------------------- */
typedef struct depth_of { uint32_t word, depth; } depth_of;

static int deepest_first(const void *a, const void *b)
{
    const depth_of *x = a, *y = b;
    if (x->depth != y->depth) return x->depth > y->depth ? -1 : 1;
    return (x->word > y->word) - (x->word < y->word);
}

static uint32_t depth(const doc *d, uint32_t i)
{
    uint32_t n = 0;
    while (at(d, i)->head != i && n < 1000) i = at(d, i)->head, n++;
    return n;
}

void compose_fill(const what *w, doc *d, senses *s)
{
    array(depth_of) words = {0};
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        pos p = at(d, i)->pos;
        const map *m = p == POS_VERB || p == POS_AUX || p == POS_ADJ ? &w->verb_composers : p == POS_NOUN ? &w->noun_composers : NULL;
        if (m && map_get(m, frame_lemma(d, i), NONE) != NONE) array_push(d->mem, words, (depth_of){i, depth(d, i)});
    }
    if (words.n) qsort(words.at, words.n, sizeof *words.at, deepest_first);
    for (uint32_t k = 0; k < words.n; k++) {
        uint32_t i = words.at[k].word;
        bool noun = at(d, i)->pos == POS_NOUN;
        compose_word(w, d, s, i, noun ? &w->noun_composers : &w->verb_composers, noun);
    }
}
