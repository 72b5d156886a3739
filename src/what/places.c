/* places.c: where an event was: the places of its own clause, not the speaker's.
 *
 * A place is climbed up from, through "the airport of", "the districts of", to
 * the word that it says something of; that word must be the act, the verb that
 * carries it, or a part of its clause.  An act without a place may have one
 * from the verb that it shares its subject with ("met in Bern and signed"). */
#include "parse/tree.h"
#include "what/what_internal.h"

#define MAX_CLIMB 10
#define MAX_PLACES_TOLD 8u

/* The act whose place is asked for. */
typedef struct asked {
    const doc *d;
    const senses *s;
    const event *ev;
    uint32_t trigger, light, verb;        /* verb: of its clause                             */
    bool speech;                          /* what is spoken about is elsewhere               */
} asked;

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }
static bool is_listed(const asked *q, const char *list, str w) { return lexicon_is(q->s->words, list, w); }

/* The place of what is spoken about is not where it was spoken. */
static asked ask(const doc *d, const senses *s, const event *ev, uint32_t trigger)
{
    uint32_t light = s->at[trigger].light;
    return (asked){d, s, ev, trigger, light, tree_clause(d, light == NONE ? trigger : light), lexicon_is(s->words, "speech", str_of(ev->type))};
}

static bool is_kind(const place *p, const char *kind) { return strcmp(p->kind, kind) == 0; }
static bool is_wide(const place *p) { return is_kind(p, "country") || is_kind(p, "continent"); }

static uint32_t head_of(const doc *d, range r)
{
    uint32_t i = r.first;
    for (int k = 0; k < 64 && range_has(r, at(d, i)->head) && at(d, i)->head != i; k++) i = at(d, i)->head;
    return i;
}

static bool carries(const asked *q, uint32_t i) { return i == q->trigger || i == q->light; }

/* ---- what stands above a place ------------------------------------------------------- */

/* "left Iraq", "entered Goma": whose object is where it is, though it be a country. */
static bool moves(const asked *q, uint32_t verb) { return is_listed(q, "moves", frame_lemma(q->d, verb)); }

/* Is the subject of `verb` what the act was done to: "Ganja came under attack"? */
static bool suffers(const asked *q, uint32_t verb)
{
    const sense *x = &q->s->at[q->trigger];
    if (x->suffered && verb == q->light) return true;
    return verb == q->trigger && x->entry && x->entry->n_whom && x->entry->whom[0].slot == SLOT_SUBJECT;
}

/* What the act was done to: "shelled Ganja".  A country is a party there, not a place. */
static bool is_done_to(const asked *q, uint32_t i, const place *pl)
{
    const token *t = at(q->d, i);
    if (!carries(q, t->head)) return false;
    if (t->dep == DEP_dobj || t->dep == DEP_nsubjpass) return !is_wide(pl) || moves(q, t->head);
    return t->dep == DEP_nsubj && suffers(q, t->head) && !is_wide(pl);
}

/* Does this preposition say where an act of the type is? */
static bool is_locative(const asked *q, str prep, const place *pl)
{
    str type = str_of(q->ev->type);
    if (str_is(prep, "on") || str_is(prep, "over")) return !is_wide(pl); /* "sanctions on Iran" */
    if (is_listed(q, "locative", prep)) return true;
    if (str_is(prep, "into")) return !q->speech;
    if (str_is(prep, "to")) return is_listed(q, "goes-to", type);
    return str_is(prep, "from") && is_listed(q, "goes-from", type);
}

/* Is g part of what is told below the act, not of another act told beside or
 * within it?  "Two were killed and ten hurt when ..." tells of both. */
static bool is_below(const asked *q, uint32_t g)
{
    dep last = DEP_OTHER;
    for (int k = 0; k < 64 && g != q->trigger; k++) {
        const token *t = at(q->d, g);
        bool act = t->pos == POS_VERB || q->s->at[g].type != NULL, beside = t->dep == DEP_conj && last != DEP_advcl;
        if (t->head == g || (act && (beside || t->dep == DEP_relcl || t->dep == DEP_ccomp || t->dep == DEP_parataxis))) return false;
        last = t->dep;
        g = t->head;
    }
    return g == q->trigger;
}

/* An act that was taken into this one ("signed an agreement in X"), or no act at all. */
static bool is_own_part(const asked *q, uint32_t g)
{
    const sense *x = &q->s->at[g];
    return x->type == NULL || x->blocked || q->s->at[q->trigger].inner == g;
}

/* "in X" hangs on g: on the act, on the verb of its clause, or below the act. */
static bool tells_where(const asked *q, uint32_t g, bool from)
{
    if (carries(q, g)) return true;
    if (from) return false;
    if (g == q->verb) return true;
    bool same_clause = tree_clause(q->d, g) == q->verb;
    if (q->speech) return same_clause && is_below(q, g) && is_own_part(q, g);
    return is_below(q, g) || (same_clause && at(q->d, g)->pos != POS_VERB) || at(q->d, g)->dep == DEP_dobj;
}

/* "Goma airport", "Kalbajar and Lachin districts", "the Serbian capital, Belgrade": the noun that the place stands for. */
static uint32_t site_above(const asked *q, uint32_t i)
{
    const token *t = at(q->d, i);
    if (t->head == i || at(q->d, t->head)->pos == POS_VERB) return NONE;
    if (t->dep == DEP_appos) return t->head;
    bool inside = t->dep == DEP_compound || t->dep == DEP_nmod || t->dep == DEP_poss || t->dep == DEP_amod;
    return inside && is_listed(q, "site", frame_lemma(q->d, t->head)) ? t->head : NONE;
}

/* "a Kabul car bombing", "the Raqqa battle": a town before the word for the act. */
static bool names_act(const asked *q, uint32_t i, const place *pl)
{
    for (int k = 0; k < 3 && at(q->d, i)->dep == DEP_compound; k++) {
        i = at(q->d, i)->head;
        if (i == q->trigger) return !is_wide(pl) && !q->speech && at(q->d, i)->pos == POS_NOUN;
    }
    return false;
}

static bool is_of_act(const asked *q, uint32_t tok, const place *pl)
{
    uint32_t i = tree_first_conjunct(q->d, tok);
    if (names_act(q, i, pl)) return true;
    for (int k = 0; k < MAX_CLIMB; k++) {
        const token *t = at(q->d, i);
        uint32_t site = site_above(q, i);
        if (is_done_to(q, i, pl)) return true;
        if (site != NONE) {
            i = tree_first_conjunct(q->d, site);
            continue;
        }
        if (t->dep != DEP_pobj) return false;
        const token *prep = at(q->d, t->head);
        if (is_locative(q, prep->lower, pl)) return tells_where(q, prep->head, str_is(prep->lower, "from"));
        if (!str_is(prep->lower, "of") || at(q->d, prep->head)->pos == POS_VERB) return false;
        if (prep->head == q->trigger) return !is_wide(pl); /* "the shelling of Ganja" */
        i = tree_first_conjunct(q->d, prep->head);
    }
    return false;
}

/* ---- "where", "there" ------------------------------------------------------------------ */

static bool has_adverb(const doc *d, uint32_t i, const char *word)
{
    for (uint32_t c = i == NONE ? NONE : tree_first(d, i); c != NONE; c = tree_next(d, c))
        if (at(d, c)->dep == DEP_advmod && str_is(at(d, c)->lower, word)) return true;
    return false;
}

/* "Goma, where rebels attacked": the noun that the act's clause describes. */
static bool is_described(const asked *q, uint32_t tok)
{
    return at(q->d, q->verb)->dep == DEP_relcl && has_adverb(q->d, q->verb, "where") && tree_under(q->d, tok, at(q->d, q->verb)->head) &&
           tok < q->verb && !tree_under(q->d, tok, q->verb);
}

/* ---- gathering ---------------------------------------------------------------------------- */

static int rank(const place *p)
{
    static const char *const kinds[] = {"country", "continent", "region", "admin1", "admin2"};
    for (int k = 0; k < 5; k++)
        if (is_kind(p, kinds[k])) return k == 0 ? 5 : k == 1 ? 6 : k == 2 ? 4 : k == 3 ? 3 : 2;
    return 1;
}

static void insert(doc *d, event *ev, uint32_t p)
{
    array_push(d->mem, ev->where, p);
    for (uint32_t k = ev->where.n - 1; k > 0 && rank(&d->places.at[ev->where.at[k - 1]]) > rank(&d->places.at[p]); k--) {
        ev->where.at[k] = ev->where.at[k - 1];
        ev->where.at[k - 1] = p;
    }
    array_push(d->mem, ev->because, d->places.at[p].why);
}

static void gather(doc *d, const senses *s, event *ev, uint32_t trigger)
{
    asked q = ask(d, s, ev, trigger);
    range sent = d->sentences.at[at(d, trigger)->sent];
    for (uint32_t p = 0; p < d->places.n && ev->where.n < MAX_PLACES_TOLD; p++) {
        const place *pl = &d->places.at[p];
        if (pl->tok.first < sent.first || pl->tok.end > sent.end || pl->score < 0.05) continue;
        if (pl->tok.first + FRAME_REACH < trigger || trigger + FRAME_REACH < pl->tok.first) continue;
        uint32_t tok = head_of(d, pl->tok);
        if (is_of_act(&q, tok, pl) || is_described(&q, tok)) insert(d, ev, p);
    }
}

/* The verb that this one shares its subject with: "met in Bern and *signed*", "..., *killing* two". */
static uint32_t sharing_verb(const doc *d, uint32_t verb)
{
    const token *t = at(d, verb);
    bool shares = t->dep == DEP_conj || (t->dep == DEP_advcl && (t->tag == TAG_VBG || t->tag == TAG_VBN)) || t->dep == DEP_xcomp;
    bool verbs = t->pos == POS_VERB && at(d, t->head)->pos == POS_VERB && t->head != verb;
    return shares && verbs && t->head < verb && tree_subject(d, verb) == NONE ? t->head : NONE;
}

void places_fill(doc *d, const senses *s, event *ev, uint32_t trigger)
{
    gather(d, s, ev, trigger);
    if (!lexicon_is(s->words, "bodily", str_of(ev->type))) return;
    uint32_t verb = at(d, trigger)->pos == POS_VERB ? trigger : s->at[trigger].light;
    for (int k = 0; k < 3 && verb != NONE && ev->where.n == 0; k++) {
        verb = sharing_verb(d, verb);
        if (verb != NONE) gather(d, s, ev, verb);
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
