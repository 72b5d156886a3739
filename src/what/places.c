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
#define MEANT_REACH 3u                    /* sentences from a town to "the city", "there"    */
#define CARRY_REACH 3u                    /* sentences from an act to "the attack"           */
#define CARRY_EVENTS 16u                  /* and acts that may be told between them          */

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
    if (str_is(prep, "on") || str_is(prep, "over")) return !is_wide(pl) && !q->speech; /* "sanctions on Iran", "called on Moscow" */
    if (is_listed(q, "locative", prep)) return true;
    if (str_is(prep, "into")) return !q->speech;
    if (str_is(prep, "to")) return is_listed(q, "goes-to", type);
    return str_is(prep, "from") && is_listed(q, "goes-from", type);
}

/* An act that was taken into this one ("signed an agreement in X"), that is
 * the same ("discussed it at talks in X"), or no act at all. */
static bool is_own_part(const asked *q, uint32_t g)
{
    const sense *x = &q->s->at[g], *own = &q->s->at[q->trigger];
    bool talks = x->type && strcmp(x->type->name, "CONSULT") == 0 && strcmp(q->ev->type, "CONSULT") == 0;
    return x->type == NULL || x->blocked || carries(q, g) || own->inner == g || own->cause == g || talks;
}

/* Is g part of what is told below the act, not of another act told beside or
 * within it?  "Two were killed and ten hurt when ..." tells of both. */
static bool is_below(const asked *q, uint32_t g)
{
    dep last = DEP_OTHER;
    for (int k = 0; k < 64 && g != q->trigger; k++) {
        const token *t = at(q->d, g);
        bool act = t->pos == POS_VERB || q->s->at[g].type != NULL, beside = t->dep == DEP_conj && last != DEP_advcl;
        bool inside = t->dep == DEP_relcl || t->dep == DEP_ccomp || t->dep == DEP_parataxis;
        if (t->head == g || (t->pos == POS_NOUN && !is_own_part(q, g)) || (act && (beside || inside))) return false;
        last = t->dep;
        g = t->head;
    }
    return g == q->trigger;
}

/* A noun of the clause itself, not of an aside: "Louisiana, a state on the Gulf of Mexico, ..." */
static bool is_in_clause(const asked *q, uint32_t g)
{
    if (at(q->d, g)->pos == POS_VERB || tree_clause(q->d, g) != q->verb) return false;
    for (int k = 0; k < 64 && g != q->verb; k++) {
        if (at(q->d, g)->dep == DEP_appos || at(q->d, g)->head == g || !is_own_part(q, g)) return false;
        g = at(q->d, g)->head;
    }
    return true;
}

/* "in X" hangs on g: on the act, on the verb of its clause, or below the act. */
static bool tells_where(const asked *q, uint32_t g, bool from)
{
    if (carries(q, g)) return true;
    if (from) return false;
    if (g == q->verb) return true;
    if (q->speech) return tree_clause(q->d, g) == q->verb && is_below(q, g) && is_own_part(q, g);
    return is_below(q, g) || is_in_clause(q, g) || at(q->d, g)->dep == DEP_dobj;
}

/* "the US embassy in X", "the Red Sea port of X": such a one says whose or what kind, not where; "the Syria border" does. */
static bool is_beside_point(const asked *q, uint32_t head, const place *pl)
{
    if (!is_wide(pl)) return is_kind(pl, "water");
    if (at(q->d, head)->dep == DEP_compound && is_listed(q, "edge", frame_lemma(q->d, at(q->d, head)->head))) return false;
    return at(q->d, head)->pos != POS_PROPN && !is_listed(q, "edge", frame_lemma(q->d, head));
}

/* "Goma airport", "Kalbajar and Lachin districts", "the Serbian capital, Belgrade": the noun that the place stands for. */
static uint32_t site_above(const asked *q, uint32_t i, const place *pl)
{
    const token *t = at(q->d, i);
    if (t->head == i || at(q->d, t->head)->pos == POS_VERB) return NONE;
    if (t->dep == DEP_appos) return at(q->d, t->head)->ent == ENT_PERSON ? NONE : t->head;
    if (is_beside_point(q, t->head, pl)) return NONE;
    bool inside = t->dep == DEP_compound || t->dep == DEP_nmod || t->dep == DEP_poss || t->dep == DEP_amod;
    const token *above = at(q->d, t->head);
    bool joined = inside && above->dep == DEP_compound && above->pos == POS_PROPN; /* "the Armenia-Azerbaijan border" */
    if (joined && is_listed(q, "edge", frame_lemma(q->d, above->head))) return above->head;
    bool named = t->dep == DEP_poss && at(q->d, t->head)->pos == POS_PROPN; /* "Honiara's Chinatown" */
    return named || (inside && is_listed(q, "site", frame_lemma(q->d, t->head))) ? t->head : NONE;
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

/* "told reporters after two days of *talks in Accra*", whatever the parser hangs it on. */
static bool stands_behind(const asked *q, uint32_t prep)
{
    return at(q->d, q->trigger)->pos == POS_NOUN && prep == q->trigger + 1 && !str_is(at(q->d, prep)->lower, "to");
}

/* "drove the militants *out of* X" */
static bool is_way_out(const asked *q, uint32_t out)
{
    return str_is(at(q->d, out)->lower, "out") && !q->speech && carries(q, at(q->d, out)->head);
}

/* "Mokha is quieter since *it* was taken": the act is done to "it", which is what the clause above is about. */
static bool is_meant_by_it(const asked *q, uint32_t i, const place *pl)
{
    uint32_t above = at(q->d, q->verb)->head, it = NONE;
    if (above == q->verb || at(q->d, q->verb)->dep != DEP_advcl || is_wide(pl)) return false;
    for (uint32_t c = tree_first(q->d, q->verb); c != NONE; c = tree_next(q->d, c))
        if ((at(q->d, c)->dep == DEP_nsubjpass || at(q->d, c)->dep == DEP_dobj) && str_is(at(q->d, c)->lower, "it")) it = c;
    return it != NONE && carries(q, q->verb) && tree_subject(q->d, above) == i;
}

/* "cities such as X" */
static bool follows_such(const doc *d, uint32_t as) { return as > 0 && str_is(at(d, as - 1)->lower, "such"); }

static bool is_of_act(const asked *q, uint32_t tok, const place *pl)
{
    uint32_t i = tree_first_conjunct(q->d, tok);
    if (names_act(q, i, pl) || is_meant_by_it(q, i, pl)) return true;
    for (int k = 0; k < MAX_CLIMB; k++) {
        const token *t = at(q->d, i);
        uint32_t site = site_above(q, i, pl);
        if (is_done_to(q, i, pl)) return true;
        if (site != NONE) {
            i = tree_first_conjunct(q->d, site);
            continue;
        }
        if (t->dep != DEP_pobj) return false;
        const token *prep = at(q->d, t->head);
        if (is_locative(q, prep->lower, pl)) return tells_where(q, prep->head, str_is(prep->lower, "from")) || stands_behind(q, t->head);
        if (str_is(prep->lower, "of") && is_way_out(q, prep->head)) return true;
        bool inner = str_is(prep->lower, "of") || str_is(prep->lower, "like") || (str_is(prep->lower, "as") && follows_such(q->d, t->head));
        if (!inner || at(q->d, prep->head)->pos == POS_VERB) return false;
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

static bool same_place(const place *a, const place *b)
{
    return a->geonameid ? a->geonameid == b->geonameid : str_eq(a->name, b->name);
}

static void insert(doc *d, event *ev, uint32_t p)
{
    for (uint32_t k = 0; k < ev->where.n; k++)
        if (same_place(&d->places.at[p], &d->places.at[ev->where.at[k]])) return;
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
    for (uint32_t p = doc_place_from(d, sent.first); p < d->places.n && d->places.at[p].tok.first < sent.end && ev->where.n < MAX_PLACES_TOLD; p++) {
        const place *pl = &d->places.at[p];
        if (pl->tok.end > sent.end || pl->score < 0.05) continue;
        if (pl->tok.first + FRAME_REACH < trigger || trigger + FRAME_REACH < pl->tok.first) continue;
        uint32_t tok = head_of(d, pl->tok);
        if (is_of_act(&q, tok, pl) || is_described(&q, tok)) insert(d, ev, p);
    }
}

/* "died in Aden after being *shot*": the verb that the phrase belongs to. */
static uint32_t verb_of_phrase(const doc *d, uint32_t verb)
{
    const token *prep = at(d, at(d, verb)->head);
    bool then = str_is(prep->lower, "after") || str_is(prep->lower, "while") || str_is(prep->lower, "by");
    return at(d, verb)->dep == DEP_pcomp && then && at(d, prep->head)->pos == POS_VERB ? prep->head : NONE;
}

/* The verb that this one shares its subject with: "met in Bern and *signed*", "..., *killing* two". */
static uint32_t sharing_verb(const doc *d, uint32_t verb)
{
    const token *t = at(d, verb);
    if (t->dep == DEP_pcomp) return verb_of_phrase(d, verb);
    bool shares = t->dep == DEP_conj || (t->dep == DEP_advcl && (t->tag == TAG_VBG || t->tag == TAG_VBN)) || t->dep == DEP_xcomp;
    bool verbs = t->pos == POS_VERB && at(d, t->head)->pos == POS_VERB && t->head != verb;
    return shares && verbs && t->head < verb && tree_subject(d, verb) == NONE ? t->head : NONE;
}

/* ---- "in the city", "there" ------------------------------------------------------------ */

/* The place last told before token i, a town if asked for; NONE if there is none near by. */
static uint32_t place_before(const doc *d, uint32_t i, bool town)
{
    uint32_t best = NONE;
    for (uint32_t p = 0; p < d->places.n && d->places.at[p].tok.end <= i; p++) {
        const place *pl = &d->places.at[p];
        bool is_town = is_kind(pl, "city") || is_kind(pl, "capital");
        if (pl->score >= 0.2 && at(d, pl->tok.first)->sent + MEANT_REACH >= at(d, i)->sent && (is_town || !town)) best = p;
    }
    return best;
}

/* "in the city", "at the town": a common noun that stands for a town told before. */
static bool is_the_town(const asked *q, uint32_t i)
{
    if (at(q->d, i)->pos != POS_NOUN || !is_listed(q, "town", at(q->d, i)->lower)) return false;
    for (uint32_t c = tree_first(q->d, i); c != NONE; c = tree_next(q->d, c)) {
        str w = at(q->d, c)->lower;
        bool the = at(q->d, c)->dep == DEP_det && (str_is(w, "the") || str_is(w, "this") || str_is(w, "that"));
        if (!the && !is_listed(q, "town", w)) return false;
    }
    return tree_first(q->d, i) != NONE;
}

static void gather_meant(doc *d, const senses *s, event *ev, uint32_t trigger)
{
    asked q = ask(d, s, ev, trigger);
    range sent = d->sentences.at[at(d, trigger)->sent];
    static const place town = {.kind = "city"};
    if (sent.first + FRAME_REACH < trigger) sent.first = trigger - FRAME_REACH;
    if (sent.end > trigger + FRAME_REACH) sent.end = trigger + FRAME_REACH;
    for (uint32_t i = sent.first; i < sent.end && ev->where.n == 0; i++) {
        uint32_t p = is_the_town(&q, i) && is_of_act(&q, i, &town) ? place_before(d, i, true) : NONE;
        if (p != NONE) insert(d, ev, p);
    }
    if (ev->where.n || !(has_adverb(d, trigger, "there") || has_adverb(d, q.light, "there"))) return;
    uint32_t p = place_before(d, trigger, false);
    if (p != NONE) insert(d, ev, p);
}

void places_fill(doc *d, const senses *s, event *ev, uint32_t trigger)
{
    gather(d, s, ev, trigger);
    if (!lexicon_is(s->words, "bodily", str_of(ev->type))) return;
    if (ev->where.n == 0) gather_meant(d, s, ev, trigger);
    uint32_t verb = at(d, trigger)->pos == POS_VERB ? trigger : s->at[trigger].light;
    for (int k = 0; k < 3 && verb != NONE && ev->where.n == 0; k++) {
        verb = sharing_verb(d, verb);
        if (verb != NONE) gather(d, s, ev, verb);
    }
}

/* ---- tellings of one act --------------------------------------------------------------------- */

/* A wide place tells nothing against one within it. */
static bool may_hold(const place *a, const place *b) { return (is_wide(a) || is_wide(b)) && strcmp(a->country, b->country) == 0; }

bool places_agree(const doc *d, const event *a, const event *b)
{
    for (uint32_t i = 0; i < a->where.n; i++)
        for (uint32_t k = 0; k < b->where.n; k++) {
            const place *x = &d->places.at[a->where.at[i]], *y = &d->places.at[b->where.at[k]];
            if (same_place(x, y) || may_hold(x, y)) return true;
        }
    return a->where.n == 0 || b->where.n == 0;
}

/* "the attack", "last night's attack", "Monday's bombing": known from before.  "The attack on X" tells of itself. */
static bool is_known_act(const doc *d, const event *ev)
{
    uint32_t i = ev->trigger.end - 1;
    if (at(d, i)->pos != POS_NOUN || tree_child(d, i, DEP_prep) != NONE) return false;
    for (uint32_t c = tree_first(d, i); c != NONE; c = tree_next(d, c)) {
        str w = at(d, c)->lower;
        if (at(d, c)->dep == DEP_det && (str_is(w, "the") || str_is(w, "this") || str_is(w, "that"))) return true;
        if (at(d, c)->dep == DEP_poss && at(d, c)->ent != ENT_NONE && (at(d, c)->ent == ENT_DATE || at(d, c)->ent == ENT_TIME)) return true;
    }
    return false;
}

static bool shares_code(const parties *a, const parties *b)
{
    bool known_a = false, known_b = false;
    for (uint32_t i = 0; i < a->n; i++) known_a |= is_code(a->at[i].code);
    for (uint32_t k = 0; k < b->n; k++) known_b |= is_code(b->at[k].code);
    for (uint32_t i = 0; i < a->n; i++)
        for (uint32_t k = 0; k < b->n; k++)
            if (is_code(a->at[i].code) && strcmp(a->at[i].code, b->at[k].code) == 0) return true;
    return !known_a || !known_b;
}

static bool days_meet(const event *a, const event *b)
{
    if (a->first == DAY_NONE || b->first == DAY_NONE || a->last == DAY_NONE || b->last == DAY_NONE) return true;
    return a->first <= b->last && b->first <= a->last;
}

/* "the bombing" for "bombed", "the meeting" for "met". */
static bool same_word(const doc *d, const event *a, const event *b)
{
    str x = frame_lemma(d, a->trigger.end - 1), y = frame_lemma(d, b->trigger.first);
    return str_starts(x, y) || str_starts(y, x);
}

/* May `ev`, "the attack", be what `told` told shortly before? */
static bool may_retell(const doc *d, const event *ev, const event *told)
{
    uint32_t s = at(d, ev->trigger.first)->sent, from = at(d, told->trigger.first)->sent;
    bool alike = strcmp(ev->type, told->type) == 0 && ev->status == told->status && told->where.n && s >= from && s - from <= CARRY_REACH;
    return alike && same_word(d, ev, told) && days_meet(ev, told) && shares_code(&ev->actor, &told->actor) &&
           shares_code(&ev->recipient, &told->recipient);
}

static bool same_paragraph(const doc *d, uint32_t i, uint32_t k)
{
    uint32_t from = at(d, i)->end, to = at(d, k)->start;
    return from > to || !memchr(d->text.ptr + from, '\n', to - from);
}

/* What the act did, or more of it, in the next sentence: "Two soldiers were killed", "They also burned ...". */
static bool goes_on(const doc *d, const what *w, const event *ev)
{
    uint32_t i = ev->trigger.first, subject = at(d, i)->pos == POS_VERB ? tree_subject(d, i) : NONE;
    if (strcmp(ev->type, "ASSAULT") != 0 || subject == NONE) return false;
    bool result = ev->actor.n == 0 && lexicon_is(w, "harm", frame_lemma(d, i));
    return result || str_is(at(d, subject)->lower, "they");
}

/* "last night's attack": any act of force. */
static bool is_any_act(const doc *d, const event *ev)
{
    str w = frame_lemma(d, ev->trigger.end - 1);
    return is_known_act(d, ev) && strcmp(ev->type, "ASSAULT") == 0 && (str_is(w, "attack") || str_is(w, "assault") || str_is(w, "violence"));
}

/* Told right before, in the same paragraph? */
static bool is_just_told(const doc *d, const event *ev, const event *told)
{
    uint32_t s = at(d, ev->trigger.first)->sent, from = at(d, told->trigger.first)->sent;
    bool alike = strcmp(ev->type, told->type) == 0 && ev->status == told->status && told->where.n && s >= from && s - from <= 1;
    return alike && same_paragraph(d, told->trigger.first, ev->trigger.first) && days_meet(ev, told) &&
           shares_code(&ev->actor, &told->actor);
}

static void take_places(doc *d, event *ev, const event *told)
{
    if (told->where.n == 0) return;
    for (uint32_t k = 0; k < told->where.n; k++) array_push(d->mem, ev->where, told->where.at[k]);
    array_push(d->mem, ev->because, "what: the place of its other telling");
}

static void take_from_before(doc *d, uint32_t i)
{
    for (uint32_t k = i; k-- > 0 && i - k <= 3;)
        if (is_just_told(d, &d->events.at[i], &d->events.at[k])) {
            take_places(d, &d->events.at[i], &d->events.at[k]);
            return;
        }
}

void places_carry(doc *d, const what *w)
{
    for (uint32_t i = 1; i < d->events.n; i++) {
        event *ev = &d->events.at[i];
        if (ev->where.n) continue;
        const event *first = ev->same_as == NONE ? NULL : &d->events.at[ev->same_as];
        bool any = first && is_any_act(d, ev) && same_paragraph(d, first->trigger.first, ev->trigger.first);
        if (first && (any || same_word(d, ev, first))) take_places(d, ev, first);
        for (uint32_t k = i; k-- > 0 && ev->where.n == 0 && i - k <= CARRY_EVENTS && is_known_act(d, ev);)
            if (may_retell(d, ev, &d->events.at[k])) take_places(d, ev, &d->events.at[k]);
        if (ev->where.n == 0 && (goes_on(d, w, ev) || is_any_act(d, ev))) take_from_before(d, i);
    }
}

/* "at the Armenia-Azerbaijan border": two countries speak for none. */
static bool is_between(const doc *d, const event *ev)
{
    const char *first = NULL;
    for (uint32_t k = 0; k < ev->where.n; k++) {
        const place *p = &d->places.at[ev->where.at[k]];
        if (is_kind(p, "border") || (is_kind(p, "country") && first && strcmp(first, p->country) != 0)) return true;
        if (is_kind(p, "country")) first = p->country;
    }
    return false;
}

/* A place's country speaks for a party only where the story is about that
 * country: a namesake abroad must not bring another state in. */
const char *places_country(const doc *d, const event *ev)
{
    const country_weight *c = d->story.country;
    for (uint32_t k = 0; k < ev->where.n && !is_between(d, ev); k++) {
        const char *code = d->places.at[ev->where.at[k]].country;
        for (int i = 0; i < 4 && code[0]; i++)
            if (strcmp(c[i].code, code) == 0 && (c[i].weight >= 1.0 || c[0].weight < 2.0)) return c[i].code;
    }
    return NULL;
}
