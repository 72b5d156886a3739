/* places.c: where an event was: the places of its own clause, not the speaker's. */
#include "parse/tree.h"
#include "what/what_internal.h"

#define REACH 1000 /* tokens: no real clause is longer */

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

static bool is_locative(const senses *s, str w) { return lexicon_is(s->words, "locative", w); }

/* Visits, aid and troops go to where they happen. */
static bool goes_to(const senses *s, const event *ev, str w)
{
    return (str_is(w, "to") || str_is(w, "into")) && lexicon_is(s->words, "goes-to", str_of(ev->type));
}

static uint32_t head_of(const doc *d, range r)
{
    uint32_t i = r.first;
    for (int k = 0; k < 64 && range_has(r, at(d, i)->head) && at(d, i)->head != i; k++) i = at(d, i)->head;
    return i;
}

/* The place of what is spoken about is not where it was spoken. */
static bool is_speech(const senses *s, const event *ev) { return lexicon_is(s->words, "speech", str_of(ev->type)); }

static bool is_own_party(const event *ev, uint32_t tok)
{
    for (uint32_t k = 0; k < ev->actor.n; k++)
        if (range_has(ev->actor.at[k].tok, tok)) return true;
    return false;
}

/* The place stands under a locative preposition of the event's clause, or is
 * what the act was done to ("shelled Ganja"). */
static bool is_of_event(const doc *d, const senses *s, const event *ev, uint32_t tok, uint32_t trigger, uint32_t verb, const place *pl)
{
    bool country = strcmp(pl->kind, "country") == 0, division = strncmp(pl->kind, "admin", 5) == 0;
    if (division && at(d, tok)->dep == DEP_compound && s->at[at(d, tok)->head].type == NULL) tok = at(d, tok)->head; /* "Kaduna state" */
    uint32_t i = tree_first_conjunct(d, tok), light = s->at[trigger].light;
    for (int k = 0; k < 8; k++) {
        const token *t = at(d, i), *h = at(d, t->head);
        if (t->dep == DEP_pobj && (is_locative(s, h->lower) || goes_to(s, ev, h->lower))) {
            uint32_t g = h->head;
            if (!is_speech(s, ev) && at(d, g)->pos != POS_VERB && tree_clause(d, g) == verb) return true;
            return g == trigger || g == light || g == verb || (tree_under(d, g, trigger) && (!is_speech(s, ev) || tree_clause(d, g) == verb)) || at(d, g)->dep == DEP_dobj;
        }
        bool inside = t->dep == DEP_compound || t->dep == DEP_amod || t->dep == DEP_nmod || t->dep == DEP_poss;
        if (inside || (t->dep == DEP_pobj && !str_is(h->lower, "of"))) return false; /* "a US operation", "a statement by Egypt" */
        if (t->dep == DEP_dobj || t->dep == DEP_nsubjpass || (t->dep == DEP_pobj && str_is(h->lower, "of") && h->head == trigger))
            return (t->head == trigger || h->head == trigger) && !country && !is_own_party(ev, tok);
        if (t->head == i || t->pos == POS_VERB) return false;
        i = tree_first_conjunct(d, t->head);
    }
    return false;
}

static int rank(const place *p)
{
    static const char *const kinds[] = {"country", "continent", "region", "admin1", "admin2"};
    for (int k = 0; k < 5; k++)
        if (strcmp(p->kind, kinds[k]) == 0) return k == 0 ? 5 : k == 1 ? 6 : k == 2 ? 4 : k == 3 ? 3 : 2;
    return 1;
}

static void insert(doc *d, event *ev, uint32_t p)
{
    array_push(d->mem, ev->where, p);
    for (uint32_t k = ev->where.n - 1; k > 0 && rank(&d->places.at[ev->where.at[k - 1]]) > rank(&d->places.at[p]); k--) {
        ev->where.at[k] = ev->where.at[k - 1];
        ev->where.at[k - 1] = p;
    }
}

void places_fill(doc *d, const senses *s, event *ev, uint32_t trigger)
{
    range sent = d->sentences.at[at(d, trigger)->sent];
    uint32_t verb = tree_clause(d, s->at[trigger].light == NONE ? trigger : s->at[trigger].light);
    for (uint32_t p = 0; p < d->places.n && ev->where.n < 8; p++) {
        const place *pl = &d->places.at[p];
        if (pl->tok.first < sent.first || pl->tok.end > sent.end || pl->score < 0.05 || strcmp(pl->kind, "people") == 0) continue;
        if (pl->tok.first + FRAME_REACH < trigger || trigger + FRAME_REACH < pl->tok.first) continue;
        uint32_t tok = head_of(d, pl->tok);
        if (!is_of_event(d, s, ev, tok, trigger, verb, pl)) continue;
        insert(d, ev, p);
        array_push(d->mem, ev->because, pl->why);
    }
}

/* A place's country speaks for a party only where the story is about that
 * country: a namesake abroad must not bring another state in. */
const char *places_country(const doc *d, const event *ev)
{
    const country_weight *c = d->story.country;
    for (uint32_t k = 0; k < ev->where.n; k++) {
        const char *code = d->places.at[ev->where.at[k]].country;
        for (int i = 0; i < 4 && code[0]; i++)
            if (strcmp(c[i].code, code) == 0 && (c[i].weight >= 1.0 || c[0].weight < 2.0)) return c[i].code;
    }
    return NULL;
}
