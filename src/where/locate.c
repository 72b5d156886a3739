/* locate.c: which place of that name?
 *
 * The names of an article are decided together.  Every name holds its possible
 * places with a probability; in a few rounds each place is weighed anew by
 *   how large and well known it is,
 *   what the text says outright ("Paris, Texas"; "Goma in DR Congo"),
 *   how well it goes with the likely places of the other names: the same
 *   country, the same division, near by; the more often and the closer to it in
 *   the text they stand, the more they count.
 * A name means one place throughout unless the text says so ("Columbus, Ga."). */
#include "base/utf8.h"
#include "where/atlas.h"
#include "where/toponym.h"
#include "where/where.h"
#include <math.h>
#include <stdlib.h>

#define MAX_NAMES  160u                   /* names of an article that speak for others        */
#define WINDOW     40u                    /* mentions to either side that may tell where a street is */
#define ROUNDS     5

struct where { atlas *atlas; };

/* What speaks for a place, in natural logarithms of odds. */
static const struct weights {
    double people, country, admin1, admin2, capital, region, other, by_hand, full;
    double same_country, in_country, same_admin1, in_admin1, near, near_km, in_admin2;
    double context, spread, said, beside, same_name, home_km, weak, namesake;
} W = {
    .people = 0.28, .country = 2.5, .admin1 = 1.5, .admin2 = -0.3, .capital = 1.0, .region = 6.5, .other = -1.6,
    .by_hand = 2.2, .full = 2.0,
    .same_country = 0.4, .in_country = 0.5, .same_admin1 = 1.4, .in_admin1 = 1.2, .near = 4.5, .near_km = 120, .in_admin2 = 1.5,
    .context = 2.2, .spread = 80, .said = 6.0, .beside = 3.0, .same_name = 3.0, .home_km = 80, .weak = 0.3, .namesake = 3.0,
};

/* A name of the article: all mentions that must mean the same place. */
typedef struct named {
    str        key;                       /* what makes two mentions the same name           */
    uint32_t   plain;                     /* the same for "Paris" and for "Paris, Texas": a name's number */
    uint32_t   alike;                     /* next name with that plain, or NONE              */
    array(uint32_t) edges;                /* those it is part of                             */
    array(uint32_t) beside;               /* names that stand in a list with it              */
    candidates may;
    double    *odds, *chance;             /* one a candidate                                 */
    double    *prior;
    uint32_t   mentions, first_tok;
    bool       weak;                      /* looked up without its kind: says little of others */
    uint32_t   best;
} named;
typedef struct said { uint32_t inner, outer; } said;       /* names: inner lies in outer     */

typedef struct chart {
    const doc   *d;
    const atlas *a;
    arena       *mem;
    mentions     m;
    uint32_t    *name_of;                 /* by mention                                      */
    array(named) names;
    array(said)  edges;
} chart;

/* ---- places against places ------------------------------------------------ */

static double km_between(const candidate *a, const candidate *b)
{
    double dot = a->at[0] * b->at[0] + a->at[1] * b->at[1] + a->at[2] * b->at[2];
    return isnan(dot) ? 20000 : 6371 * acos(dot > 1 ? 1 : dot < -1 ? -1 : dot);
}

static bool same_country(const candidate *a, const candidate *b)
{
    return a->country[0] && strcmp(a->country, b->country) == 0;
}

static bool same_admin1(const candidate *a, const candidate *b) { return a->admin1 != NONE && a->admin1 == b->admin1; }

/* Does `outer` hold `inner`, as in "inner, outer"? */
static bool holds(const candidate *outer, const candidate *inner)
{
    switch (outer->level) {
    case LEVEL_COUNTRY: return inner->level != LEVEL_COUNTRY && same_country(outer, inner);
    case LEVEL_ADMIN1: return inner->level > LEVEL_ADMIN1 && (same_admin1(outer, inner) ||
                              (inner->admin1 == NONE && same_country(outer, inner) && km_between(outer, inner) < 500));
    case LEVEL_ADMIN2: return inner->level > LEVEL_ADMIN2 && same_country(outer, inner) &&
                              (inner->admin2 == outer->admin2 || km_between(outer, inner) < 50);
    case LEVEL_TOWN: return inner->level >= LEVEL_TOWN && km_between(outer, inner) < 30;
    case LEVEL_REGION: return inner->level > LEVEL_COUNTRY && km_between(outer, inner) < 500;
    }
    return false;
}

/* How much the nearness of `b` speaks for `a`. */
static double kinship(const candidate *a, const candidate *b)
{
    double v = 0;
    if (b->level == LEVEL_COUNTRY) return same_country(a, b) ? W.in_country : 0;
    if (same_country(a, b)) v += W.same_country;
    if (b->level == LEVEL_ADMIN1) return v + (same_admin1(a, b) ? W.in_admin1 : 0);
    if (same_admin1(a, b)) v += W.same_admin1;
    if (a->admin2 != NONE && a->admin2 == b->admin2 && (a->level == LEVEL_ADMIN2 || b->level == LEVEL_ADMIN2)) v += W.in_admin2;
    if (a->level > LEVEL_ADMIN1) v += W.near * exp(-km_between(a, b) / W.near_km);
    return v;
}

/* ---- one place by itself ---------------------------------------------------- */

static double prior(const candidate *c, bool full)
{
    double v = W.people * log(1 + (double)(c->population > 0 ? c->population : 0) + 200);
    if (c->level == LEVEL_COUNTRY) v += W.country;
    if (c->level == LEVEL_ADMIN1) v += W.admin1 + (full ? W.full : 0);
    if (c->level == LEVEL_ADMIN2) v += full ? W.full : W.admin2;
    if (c->level == LEVEL_REGION || (c->level == LEVEL_TOWN && c->id == 0)) v = W.region;
    if (strcmp(c->kind, "capital") == 0) v += W.capital;
    if (c->other) v += W.other;
    if (c->by_hand && c->level != LEVEL_COUNTRY) v += W.by_hand;
    return v;
}

/* ---- gathering the names -------------------------------------------------- */

static bool is_mark(const doc *d, uint32_t i, const char *text) { return i < d->tokens.n && str_is(d->tokens.at[i].lower, text); }

/* Says the text that mention i lies in mention i + 1: "i, j", "i (j", "i in j"? */
static bool said_within(const chart *c, uint32_t i)
{
    if (i + 1 >= c->m.n) return false;
    uint32_t at = c->m.at[i].tok.end, next = c->m.at[i + 1].tok.first;
    if (is_mark(c->d, at, ",") && next == at + 2 && (is_mark(c->d, at + 1, "in") || is_mark(c->d, at + 1, "the"))) return true;
    if (next == at + 2 && is_mark(c->d, at, "in") && is_mark(c->d, at + 1, "the")) return true;
    return next == at + 1 && (is_mark(c->d, at, ",") || is_mark(c->d, at, "(") || is_mark(c->d, at, "in"));
}

/* "Azerbaijan's Ganja" */
static bool said_owner(const chart *c, uint32_t i)
{
    if (i + 1 >= c->m.n) return false;
    uint32_t at = c->m.at[i].tok.end;
    return c->m.at[i + 1].tok.first == at + 1 && (is_mark(c->d, at, "'s") || is_mark(c->d, at, "’s"));
}

/* Are mentions i and i + 1 members of a list: "Texas, Utah, Virginia", "Goma and Bukavu"? */
static bool listed_beside(const chart *c, uint32_t i)
{
    if (i + 1 >= c->m.n) return false;
    uint32_t at = c->m.at[i].tok.end, next = c->m.at[i + 1].tok.first;
    if (is_mark(c->d, at, ",") && at + 1 < next) at++;
    return at + 1 == next && (is_mark(c->d, at, ",") || is_mark(c->d, at, "and") || is_mark(c->d, at, "or"));
}

static void find_candidates(const chart *c, const mention *m, candidates *out)
{
    candidate one;
    bool behind;
    if (m->abbreviated && atlas_abbreviation(c->a, m->look, &one, &behind)) array_push(c->mem, *out, one);
    else if (m->look.len) atlas_find(c->a, c->mem, m->look, out);
}

/* The candidates of all mentions; those of one spelling are looked up once. */
static candidates *find_all(const chart *c)
{
    map seen = {.mem = c->mem};
    candidates *may = arena_array_of(c->mem, candidates, c->m.n + 1);
    for (uint32_t i = 0; i < c->m.n; i++) {
        uint32_t first = *map_at(&seen, c->m.at[i].look, i);
        if (first < i && c->m.at[first].abbreviated == c->m.at[i].abbreviated) may[i] = may[first];
        else find_candidates(c, &c->m.at[i], &may[i]);
    }
    return may;
}

/* Can the place behind the comma be a country or a division at all? */
static bool may_hold(const candidates *list)
{
    for (uint32_t i = 0; i < list->n; i++)
        if (list->at[i].level <= LEVEL_ADMIN2 || list->at[i].level == LEVEL_REGION) return true;
    return false;
}

static bool any_held(const candidates *inner, const candidates *outer)
{
    for (uint32_t i = 0; i < inner->n; i++)
        for (uint32_t k = 0; k < outer->n; k++)
            if (holds(&outer->at[k], &inner->at[i])) return true;
    return false;
}

static uint32_t name_for(chart *c, map *index, str key, str plain, map *plains)
{
    uint32_t *at = map_at(index, key, NONE);
    if (*at != NONE) return *at;
    *at = c->names.n;
    named *n = array_add(c->mem, c->names);
    uint32_t *p = map_at(plains, plain, *at);
    *n = (named){.key = key, .plain = *p, .alike = NONE};
    if (*p != *at) {
        n->alike = c->names.at[*p].alike;
        c->names.at[*p].alike = *at;
    }
    return *at;
}

static bool is_division_word(const chart *c, uint32_t i) { return (atlas_word(c->a, c->d->tokens.at[i].lower) & WORD_DIVISION) != 0; }

/* Is it called a division: "Kirkuk province", "Rapides Parish", "the state of Washington"? */
static bool is_full(const chart *c, const mention *m)
{
    uint32_t i = m->tok.end;
    if (m->tok.first > 1 && is_mark(c->d, m->tok.first - 1, "of") && is_division_word(c, m->tok.first - 2)) return true;
    return (i - m->tok.first > 1 && is_division_word(c, i - 1)) || (i < c->d->tokens.n && is_division_word(c, i));
}

/* A division that is called like its own town, or like a city abroad that is
 * larger than it ("Sofia", "Hanover"): the bare name means the town. */
static bool has_namesake(const candidates *list, const candidate *p)
{
    for (uint32_t i = 0; i < list->n; i++) {
        const candidate *town = &list->at[i];
        bool within = p->level == LEVEL_ADMIN1 ? same_admin1(p, town) : same_country(p, town) && km_between(p, town) < 80;
        bool larger = town->population > 300000 && town->population > p->population;
        if (town->level == LEVEL_TOWN && ((within && town->population > 30000) || larger)) return true;
    }
    return false;
}

/* What speaks for candidate i of a list by itself. */
static double weigh(const candidates *list, uint32_t i, bool full)
{
    const candidate *p = &list->at[i];
    bool division = p->level == LEVEL_ADMIN1 || p->level == LEVEL_ADMIN2;
    if (full && p->level == LEVEL_TOWN) return prior(p, full) - W.full;
    return prior(p, full) - (division && !full && has_namesake(list, p) ? W.namesake : 0);
}

static void weigh_alone(chart *c, named *n, bool full)
{
    n->prior = arena_array_of(c->mem, double, n->may.n + 1);
    n->odds = arena_array_of(c->mem, double, n->may.n + 1);
    n->chance = arena_array_of(c->mem, double, n->may.n + 1);
    for (uint32_t i = 0; i < n->may.n; i++) n->odds[i] = n->prior[i] = weigh(&n->may, i, full);
}

static void add_edge(chart *c, uint32_t inner, uint32_t outer)
{
    array_push(c->mem, c->names.at[inner].edges, c->edges.n);
    array_push(c->mem, c->names.at[outer].edges, c->edges.n);
    array_push(c->mem, c->edges, (said){inner, outer});
}

/* A people's name of one or two words at token i: its tokens, 0 if there is none. */
static uint32_t people_at(const chart *c, uint32_t i, candidate *home)
{
    range two = {i, i + 2};
    bool joined = two.end <= c->d->tokens.n && c->d->tokens.at[i].sent == c->d->tokens.at[i + 1].sent;
    if (joined && atlas_people(c->a, doc_words(c->d, two), home)) return 2;
    return atlas_people(c->a, c->d->tokens.at[i].text, home) ? 1 : 0;
}

static void add_beside(chart *c, uint32_t a, uint32_t b)
{
    if (a == b) return;
    array_push(c->mem, c->names.at[a].beside, b);
    array_push(c->mem, c->names.at[b].beside, a);
}

/* Peoples are no places, but tell which countries the article is about: names without mentions to write. */
static void add_peoples(chart *c, map *index, map *plains)
{
    candidate country;
    for (uint32_t i = 0; i < c->d->tokens.n && c->names.n < MAX_NAMES / 2; i++) {
        if (c->d->tokens.at[i].ent == ENT_NONE || !people_at(c, i, &country)) continue;
        str key = str_printf(c->mem, "people of " STR_FMT, STR_ARG(country.name));
        uint32_t n = name_for(c, index, key, key, plains);
        if (c->names.at[n].mentions++ == 0) {
            array_push(c->mem, c->names.at[n].may, country);
            weigh_alone(c, &c->names.at[n], false);
        }
        c->names.at[n].first_tok = i;
    }
}

/* Makes the names of all mentions, and notes which is said to lie in which. */
static void gather(chart *c)
{
    map index = {.mem = c->mem}, plains = {.mem = c->mem};
    candidates *may = find_all(c);
    c->name_of = arena_array_of(c->mem, uint32_t, c->m.n + 1);
    add_peoples(c, &index, &plains);
    for (uint32_t i = c->m.n; i-- > 0;) {
        const mention *m = &c->m.at[i];
        bool within = said_within(c, i) && may[i].n && may_hold(&may[i + 1]) && any_held(&may[i], &may[i + 1]);
        bool full = is_full(c, m);
        str plain = m->abbreviated ? m->look : gazetteer_fold(c->mem, doc_words(c->d, m->tok));
        if (full) plain = str_printf(c->mem, STR_FMT " division", STR_ARG(plain));
        str key = within ? str_printf(c->mem, STR_FMT "|%u", STR_ARG(plain), c->name_of[i + 1]) : plain;
        uint32_t n = name_for(c, &index, key, plain, &plains), had = c->names.at[n].mentions++;
        c->name_of[i] = n;
        c->names.at[n].first_tok = m->tok.first;
        if (had == 0) {
            c->names.at[n].may = may[i];
            c->names.at[n].weak = m->partial;
            weigh_alone(c, &c->names.at[n], full);
        }
        if (within && had == 0) add_edge(c, n, c->name_of[i + 1]);
        if (said_owner(c, i) && may[i].n) add_edge(c, c->name_of[i + 1], n);
        if (!within && listed_beside(c, i)) add_beside(c, n, c->name_of[i + 1]);
    }
}

/* ---- weighing them together -------------------------------------------------- */

static void normalise(named *n)
{
    double top = -INFINITY, sum = 0;
    for (uint32_t i = 0; i < n->may.n; i++) {
        if (n->odds[i] > top) {
            top = n->odds[i];
            n->best = i;
        }
    }
    for (uint32_t i = 0; i < n->may.n; i++) sum += n->chance[i] = exp(n->odds[i] - top);
    for (uint32_t i = 0; i < n->may.n; i++) n->chance[i] /= sum;
}

/* How much name h counts for name g: often told, close in the text. */
static double influence(const named *g, const named *h)
{
    double gap = fabs((double)g->first_tok - (double)h->first_tok);
    return (1 + log((double)h->mentions)) * (0.35 + 0.65 * exp(-gap / W.spread)) * (h->weak ? W.weak : 1);
}

static double support(const chart *c, uint32_t g, const candidate *p)
{
    double sum = 0;
    for (uint32_t h = 0; h < c->names.n && h < MAX_NAMES; h++) {
        const named *other = &c->names.at[h];
        if (h == g || other->plain == c->names.at[g].plain) continue;
        double v = 0;
        for (uint32_t k = 0; k < other->may.n; k++)
            if (other->chance[k] > 0.02) v += other->chance[k] * kinship(p, &other->may.at[k]);
        sum += v * influence(&c->names.at[g], other);
    }
    return W.context * log1p(sum);
}

/* What the text says outright. */
static double told(const chart *c, uint32_t g, const candidate *p)
{
    const named *name = &c->names.at[g];
    double v = 0;
    for (uint32_t e = 0; e < name->edges.n && v < W.said * 1.5; e++) {
        const said *edge = &c->edges.at[name->edges.at[e]];
        const named *other = &c->names.at[edge->inner == g ? edge->outer : edge->inner];
        for (uint32_t k = 0; k < other->may.n; k++)
            if (edge->inner == g ? holds(&other->may.at[k], p) : holds(p, &other->may.at[k])) v += W.said * other->chance[k];
    }
    return v > W.said * 1.5 ? W.said * 1.5 : v;
}

/* Lists name things of a kind: among states "Georgia" and "Washington" are states. */
static double listed_with(const chart *c, uint32_t g, const candidate *p)
{
    const named *name = &c->names.at[g];
    double v = 0;
    for (uint32_t e = 0; e < name->beside.n && v < W.beside * 2; e++) {
        const named *other = &c->names.at[name->beside.at[e]];
        for (uint32_t k = 0; k < other->may.n; k++) {
            const candidate *q = &other->may.at[k];
            bool kind = p->level == LEVEL_COUNTRY || (p->level == LEVEL_ADMIN1 && same_country(p, q));
            if (kind && q->level == p->level) v += W.beside * other->chance[k];
        }
    }
    return v > W.beside * 2 ? W.beside * 2 : v;
}

/* One name, one place: "Columbus, Ga." speaks for the other "Columbus". */
static double same_name(const chart *c, uint32_t g, const candidate *p)
{
    double v = 0;
    for (uint32_t h = c->names.at[g].plain; h != NONE && v < W.same_name * 2; h = c->names.at[h].alike) {
        const named *other = &c->names.at[h];
        for (uint32_t k = 0; h != g && k < other->may.n; k++)
            if (other->may.at[k].id == p->id && p->id) v += W.same_name * other->chance[k];
    }
    return v > W.same_name * 2 ? W.same_name * 2 : v;
}

static void settle(chart *c)
{
    for (uint32_t n = 0; n < c->names.n; n++) normalise(&c->names.at[n]);
    for (int round = 0; round < ROUNDS; round++) {
        uint32_t end = round + 1 < ROUNDS && c->names.n > MAX_NAMES ? MAX_NAMES : c->names.n; /* the others once, at last */
        for (uint32_t n = 0; n < end; n++) {
            named *g = &c->names.at[n];
            for (uint32_t i = 0; i < g->may.n; i++)
                g->odds[i] = g->prior[i] + support(c, n, &g->may.at[i]) + told(c, n, &g->may.at[i]) + listed_with(c, n, &g->may.at[i]) +
                             same_name(c, n, &g->may.at[i]);
        }
        for (uint32_t n = 0; n < end; n++) normalise(&c->names.at[n]);
    }
}

/* ---- writing ------------------------------------------------------------------ */

static place to_place(const chart *c, const candidate *p, range tok, double score)
{
    place out = {.tok = tok, .name = p->name, .geonameid = p->id, .lat = p->lat, .lon = p->lon, .kind = p->kind,
                 .population = p->population, .score = score, .why = p->why,
                 .admin1 = p->level > LEVEL_ADMIN1 ? atlas_name(c->a, p->admin1) : (str){"", 0}};
    memcpy(out.country, p->country, sizeof out.country);
    return out;
}

/* ---- names that no list has ------------------------------------------------------ */

static const candidate *chosen(const chart *c, uint32_t which)
{
    const named *n = &c->names.at[c->name_of[which]];
    return n->may.n ? &n->may.at[n->best] : NULL;
}

static bool is_local(const candidate *p) { return p && (p->level == LEVEL_TOWN || p->level == LEVEL_ADMIN2); }

/* The mentions that stand around one. */
static range window(const chart *c, uint32_t which)
{
    return (range){which > WINDOW ? which - WINDOW : 0, which + WINDOW < c->m.n ? which + WINDOW : c->m.n};
}

/* The nearest mention of the same sentence that has been placed; NONE if there is none. */
static uint32_t neighbour(const chart *c, uint32_t which, bool local)
{
    uint32_t best = NONE, sent = c->d->tokens.at[c->m.at[which].tok.first].sent;
    range around = window(c, which);
    for (uint32_t i = around.first; i < around.end; i++) {
        const candidate *p = chosen(c, i);
        if (!p || (local && !is_local(p)) || c->d->tokens.at[c->m.at[i].tok.first].sent != sent) continue;
        if (best == NONE || labs((long)i - (long)which) < labs((long)best - (long)which)) best = i;
    }
    return best;
}

/* The town around which most towns of the article lie, for local news; NONE if they are spread. */
static uint32_t home_of(const chart *c)
{
    uint32_t best = NONE, most = 0, all = 0;
    for (uint32_t i = 0; i < c->m.n && i < MAX_NAMES; i++) {
        if (!is_local(chosen(c, i))) continue;
        uint32_t near = 0;
        for (uint32_t k = 0; k < c->m.n; k++)
            near += is_local(chosen(c, k)) && km_between(chosen(c, i), chosen(c, k)) < W.home_km;
        if (near > most) {
            most = near;
            best = i;
        }
        all++;
    }
    return most >= 2 && most * 10 >= all * 6 ? best : NONE;
}

/* The country that three of five placed names lie in. */
static const candidate *main_country(const chart *c)
{
    for (uint32_t i = 0; i < c->m.n && i < MAX_NAMES; i++) {
        uint32_t same = 0, all = 0;
        for (uint32_t k = 0; k < c->m.n; k++) {
            all += chosen(c, k) && chosen(c, k)->country[0];
            same += chosen(c, k) && chosen(c, i) && same_country(chosen(c, i), chosen(c, k));
        }
        if (same * 5 >= all * 3 && same) return chosen(c, i);
    }
    return NULL;
}

/* Was it right to take "Neches" for "Neches River"?  Divisions yes ("Goris region"); else it must be near by. */
static bool is_likely_part(const chart *c, uint32_t which, uint32_t home)
{
    const candidate *p = chosen(c, which);
    if (p->level == LEVEL_ADMIN1 || p->level == LEVEL_ADMIN2) return true;
    range around = window(c, which);
    for (uint32_t i = around.first; i < around.end; i++)
        if (i != which && !c->m.at[i].partial && is_local(chosen(c, i)) && km_between(chosen(c, i), p) < 2 * W.home_km) return true;
    return home != NONE && km_between(chosen(c, home), p) < 2 * W.home_km;
}

/* A street, a school, a hamlet: it is where the text around it is, if that is one town. */
static place place_unlisted(const chart *c, uint32_t which, uint32_t home, const candidate *country)
{
    const mention *m = &c->m.at[which];
    place out = {.tok = m->tok, .name = doc_words(c->d, m->tok), .lat = NAN, .lon = NAN, .kind = "place",
                 .score = m->sure / 4, .why = "in no list of places"};
    if (m->border) {
        out.kind = "border";
        out.score = m->sure;
        out.why = "where: a border between two peoples";
        return out;
    }
    uint32_t by = neighbour(c, which, true), any = neighbour(c, which, false);
    const candidate *p = by != NONE ? chosen(c, by) : any != NONE ? chosen(c, any) : home != NONE ? chosen(c, home) : country;
    if (!p) return out;
    out.why = "in no list of places; the places told of around it are there";
    memcpy(out.country, p->country, sizeof out.country);
    out.admin1 = p->level > LEVEL_ADMIN1 && (by != NONE || home != NONE) ? atlas_name(c->a, p->admin1) : (str){"", 0};
    if (by == NONE && (home == NONE || any != NONE)) return out;
    out.lat = p->lat;
    out.lon = p->lon;
    return out;
}

static void write_places(chart *c, doc *d)
{
    uint32_t home = home_of(c);
    const candidate *country = main_country(c);
    for (uint32_t i = 0; i < c->m.n; i++) {
        const mention *m = &c->m.at[i];
        const named *n = &c->names.at[c->name_of[i]];
        bool listed = n->may.n && (!m->partial || is_likely_part(c, i, home));
        place p = listed ? to_place(c, &n->may.at[n->best], m->tok, m->sure * n->chance[n->best]) : place_unlisted(c, i, home, country);
        array_push(d->mem, d->places, p);
    }
}

/* "Turkish troops", "Georgians": of which place they are. */
static void write_peoples(chart *c, doc *d)
{
    candidate home;
    uint32_t p = 0;
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        while (p < d->places.n && d->places.at[p].tok.end <= i) p++;
        if (d->tokens.at[i].ent != ENT_NORP) continue;
        uint32_t n = people_at(c, i, &home);
        if (n == 0 || (p < d->places.n && d->places.at[p].tok.first < i + n)) continue;
        place one = to_place(c, &home, (range){i, i + n}, 0.9);
        one.kind = "people";
        array_push(d->mem, d->peoples, one);
        i += n - 1;
    }
}

void where_fill(doc *d, const where *w)
{
    chart c = {.d = d, .a = w->atlas, .mem = d->mem};
    toponym_find(&c.m, d, w->atlas);
    gather(&c);
    settle(&c);
    write_places(&c, d);
    write_peoples(&c, d);
}

/* ---- opening, looking up -------------------------------------------------------- */

int where_load(where **out, arena *mem, const dataset *data, const char *path, fail *f)
{
    where *w = arena_new_of(mem, where);
    int code = atlas_open(&w->atlas, mem, data, path, f);
    *out = code ? NULL : w;
    return code;
}

void where_close(where *w)
{
    if (w) atlas_close(w->atlas);
}

typedef struct ranked { candidate place; double odds; } ranked;

static int by_odds(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    if (x->odds < y->odds || x->odds > y->odds) return x->odds < y->odds ? 1 : -1;
    return (x->place.id > y->place.id) - (x->place.id < y->place.id);
}

uint32_t where_lookup(const where *w, arena *mem, str name, const char *near, place *out, uint32_t max)
{
    chart c = {.a = w->atlas, .mem = mem};
    candidates may = {0};
    candidate one;
    bool behind;
    if (utf8_invalid_at(name.ptr, name.len) < name.len) return 0;
    if (atlas_abbreviation(w->atlas, str_trim(name), &one, &behind)) array_push(mem, may, one);
    atlas_find(w->atlas, mem, name, &may);
    ranked *list = arena_array_of(mem, ranked, may.n + 1);
    double sum = 0;
    for (uint32_t i = 0; i < may.n; i++) {
        list[i] = (ranked){may.at[i], weigh(&may, i, false)};
        if (near && strcmp(near, may.at[i].country) == 0) list[i].odds += W.said;
    }
    if (may.n) qsort(list, may.n, sizeof *list, by_odds);
    for (uint32_t i = 0; i < may.n; i++) sum += exp(list[i].odds - list[0].odds);
    for (uint32_t i = 0; i < may.n && i < max; i++)
        out[i] = to_place(&c, &list[i].place, (range){0, 0}, exp(list[i].odds - list[0].odds) / sum);
    return may.n < max ? may.n : max;
}
