/* same.c: do two events tell one act?
 *
 * Nothing may speak against it (same_may):
 * - the type is the same, the modes are equal or not both told;
 * - both are told as done (or denied), or both as planned, demanded, supposed;
 * - days overlap, of at most a week each.  The day of a denial that tells none is
 *   the day of the denying: the act may lie in the week before.  In copies of one
 *   text the same days will do;
 * - on each side the countries of one are those of the other, or some of them, or
 *   a side is left open; an actor of the state is none of the rebels;
 * - the most specific place of one is, or lies in, one of the other's;
 * - within one article another source (the coder has joined what one source tells
 *   twice), but for the outcome of an act that is told in the same breath.
 *
 * And enough must speak for it (same_points): two parties of different countries,
 * one spot, persons of the same names, the same words, the same number.  A
 * government criticises every day, so that words count for less than deeds.
 *
 * Where only the actor speaks against it, it may be another account of the act: on
 * one day, at one spot, with the same recipient, or with the sides changed.
 */
#include "store/same.h"
#include <math.h>

enum { WANTED = 4, WANTED_RARE = 3, NEAR_KM = 60, REMEMBERED_DAYS = 60 };

/* ---- parties --------------------------------------------------------------------------- */

typedef enum kind { KIND_OPEN, KIND_STATE, KIND_ARMED, KIND_POLITICS, KIND_CIVIL } kind;

static bool is_one_of(const char *sector, const char *list) { return strstr(list, sector) != NULL; }

static kind kind_of(const told_party *p)
{
    if (!p->sector[0]) return KIND_OPEN;
    if (is_one_of(p->sector, "GOV MIL COP SPY JUD LEG")) return KIND_STATE;
    if (is_one_of(p->sector, "REB UAF CRM PRM")) return KIND_ARMED;
    return is_one_of(p->sector, "PTY OPP ELI") ? KIND_POLITICS : KIND_CIVIL;
}

static bool is_trade(const char *sector) { return sector[0] && is_one_of(sector, "LAB MED EDU JRN REL AGR REF BUS"); }

static bool kinds_meet(const told_party *a, const told_party *b)
{
    kind x = kind_of(a), y = kind_of(b);
    if (x == y || x == KIND_OPEN || y == KIND_OPEN) return true;
    return x != KIND_ARMED && y != KIND_ARMED && (x == KIND_POLITICS || y == KIND_POLITICS);
}

/* "Kasich" and "Ohio Gov. John Kasich": the last word of one is in the other. */
static bool has_last(const told_party *a, const told_party *b)
{
    for (uint32_t i = 0; a->n_name && i < b->n_name; i++)
        if (b->name[i] == a->name[a->n_name - 1]) return true;
    return false;
}

/* One of the two is a full name, of two words or more. */
static bool names_agree(const told_party *a, const told_party *b)
{
    return (a->n_name > 1 || b->n_name > 1) && (has_last(a, b) || has_last(b, a));
}

bool same_any_coded(const told_party *side, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (is_code(side[i].code)) return true;
    return false;
}

static const told_party *find_code(const told_party *p, const told_party *side, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (strcmp(p->code, side[i].code) == 0) return &side[i];
    return NULL;
}

static bool all_in(const told_party *a, uint32_t na, const told_party *b, uint32_t nb)
{
    for (uint32_t i = 0; i < na; i++)
        if (is_code(a[i].code) && !find_code(&a[i], b, nb)) return false;
    return true;
}

/* What two sides have in common. */
typedef struct meeting {
    bool against;
    bool coded;                           /* a country of both */
    bool named;                           /* the same person or body */
    bool alike;                           /* of kinds that may be one */
    bool special;                         /* the same trade: workers, doctors */
} meeting;

static void meet(meeting *m, const told_party *a, const told_party *b)
{
    bool same_code = strcmp(a->code, b->code) == 0, open = !is_code(a->code) || !is_code(b->code);
    if (!same_code && !open) return;
    bool named = names_agree(a, b);
    m->coded = m->coded || (same_code && !open);
    m->named = m->named || named;
    m->special = m->special || (same_code && !open && strcmp(a->sector, b->sector) == 0 && is_trade(a->sector));
    m->alike = m->alike || named || kinds_meet(a, b);
}

static meeting sides(const told_party *a, uint32_t na, const told_party *b, uint32_t nb)
{
    meeting m = {.alike = !na || !nb};
    m.against = same_any_coded(a, na) && same_any_coded(b, nb) && !all_in(a, na, b, nb) && !all_in(b, nb, a, na);
    for (uint32_t i = 0; i < na; i++)
        for (uint32_t k = 0; k < nb; k++) meet(&m, &a[i], &b[k]);
    return m;
}

static meeting actors(const told *a, const told *b) { return sides(a->actor, a->n_actors, b->actor, b->n_actors); }
static meeting recipients(const told *a, const told *b) { return sides(a->recipient, a->n_recipients, b->recipient, b->n_recipients); }

/* Both clash: their parties are all actors, or one names who began. */
static bool is_mutual(const told *t)
{
    return !t->n_recipients && t->n_actors > 1 && strcmp(t->actor[0].code, t->actor[1].code) != 0;
}

static bool in_clash(const told *clash, const told *t)
{
    return is_mutual(clash) && same_any_coded(t->actor, t->n_actors) && all_in(t->actor, t->n_actors, clash->actor, clash->n_actors) &&
           all_in(t->recipient, t->n_recipients, clash->actor, clash->n_actors);
}

bool same_but_actor(const told *a, const told *b)
{
    if (!same_any_coded(a->actor, a->n_actors) || !same_any_coded(b->actor, b->n_actors)) return false;
    for (uint32_t i = 0; i < a->n_actors; i++)
        if (find_code(&a->actor[i], b->actor, b->n_actors)) return false;
    return true;
}

/* ---- days ---------------------------------------------------------------------------------- */

day same_begin(const told *t) { return t->first == DAY_NONE && t->last != DAY_NONE ? t->last - SAME_DAYS + 1 : t->first; }

bool same_days_known(const told *t)
{
    return same_begin(t) != DAY_NONE && t->last != DAY_NONE && t->last - same_begin(t) < SAME_DAYS;
}

static bool is_denied(const told *t) { return str_is(t->status, "denied"); }

/* Its day is the day of the denying, not of the act: "On Monday it denied that ..." */
static bool is_later_denial(const told *t)
{
    return is_denied(t) && (t->day_apart || str_is(t->basis, "published") || str_is(t->basis, "unstated"));
}

static day earliest(const told *t) { return is_later_denial(t) ? same_begin(t) - SAME_DAYS : same_begin(t); }

static bool days_overlap(const told *a, const told *b)
{
    return same_days_known(a) && same_days_known(b) && earliest(a) <= b->last && earliest(b) <= a->last;
}

static bool one_day(const told *a, const told *b)
{
    return days_overlap(a, b) && a->first == a->last && b->first == b->last && a->first == b->first;
}

static bool in_copies(const told *a, const told *b)
{
    return a->article != b->article && a->original == b->original && str_eq(a->trigger, b->trigger) &&
           a->first == b->first && a->last == b->last;
}

/* A denial that tells no day at all belongs to what its own article tells. */
static bool days_go(const told *a, const told *b)
{
    bool within = a->article == b->article && (is_later_denial(a) || is_later_denial(b));
    return days_overlap(a, b) || in_copies(a, b) || (within && (a->first == DAY_NONE || b->first == DAY_NONE));
}

/* ---- places ---------------------------------------------------------------------------------- */

static double kilometres(const told_place *a, const told_place *b)
{
    const double km = 111.2, radian = 0.017453292519943295;
    double north = (a->lat - b->lat) * km, east = (a->lon - b->lon) * km * cos((a->lat + b->lat) / 2 * radian);
    return sqrt(north * north + east * east);
}

/* A district, a valley, a water: it may hold a town that is near. */
static bool is_area(const told_place *p) { return !p->town && !p->admin && !p->nation; }

static bool has_spot(const told *t) { return t->n_places && !t->place[0].nation && !t->place[0].admin; }

static bool lies_in(const told_place *p, const told_place *o)
{
    bool same = p->geonameid || o->geonameid ? p->geonameid == o->geonameid : str_eq(p->name, o->name);
    bool land = p->country[0] && strcmp(p->country, o->country) == 0;
    bool part = (p->admin || o->admin) && p->admin1.len && str_eq(p->admin1, o->admin1);
    bool near = (is_area(p) || is_area(o)) && kilometres(p, o) <= NEAR_KM;
    return same || near || (land && (p->nation || o->nation || part));
}

/* Where the other tells a spot, the country around it is no place of its own. */
static bool place_fits(const told_place *p, const told *t)
{
    for (uint32_t i = 0; i < t->n_places; i++) {
        const told_place *o = &t->place[i];
        if ((o->nation || o->admin) && has_spot(t)) continue;
        if (lies_in(p, o)) return true;
    }
    return false;
}

/* The most specific place of each is somewhere in the other's. */
static bool places_go(const told *a, const told *b)
{
    return !a->n_places || !b->n_places || place_fits(&a->place[0], b) || place_fits(&b->place[0], a);
}

static bool same_spot(const told *a, const told *b)
{
    if (!has_spot(a) || !has_spot(b)) return false;
    const told_place *p = &a->place[0], *q = &b->place[0];
    return p->geonameid || q->geonameid ? p->geonameid == q->geonameid : str_eq(p->name, q->name);
}

/* ---- who tells it ------------------------------------------------------------------------------ */

static bool told_again(const told *a, const told *b)
{
    if (a->article != b->article) return false;
    return (a->same_as.len && str_eq(a->same_as, b->id)) || (b->same_as.len && str_eq(b->same_as, a->id)) ||
           (a->same_as.len && str_eq(a->same_as, b->same_as));
}

/* ---- nothing against it --------------------------------------------------------------------------- */

static bool tells_deaths(const told *t)
{
    for (uint32_t i = 0; i < t->n_counts; i++)
        if (str_is(t->count[i].what, "killed") || str_is(t->count[i].what, "injured")) return true;
    return words_akin(t->trigger, S("killed"));
}

/* Who died is told, not by whose hand. */
static bool is_outcome(const told *t) { return !t->n_actors && tells_deaths(t); }

/* "Twelve died when they shelled the town": one part names the actor, the other tells what came of it.
 * "He denied shelling it": one is within the other. */
static bool in_one_breath(const told *a, const told *b)
{
    if (a->article != b->article || a->start > b->end + 3 || b->start > a->end + 3) return false;
    bool within = (a->start <= b->start && b->end <= a->end) || (b->start <= a->start && a->end <= b->end);
    return (within && str_eq(a->mode, b->mode)) || (!a->n_actors && tells_deaths(a)) || (!b->n_actors && tells_deaths(b));
}

/* Within one article two records of one source are two acts. */
static bool tellers_go(const told *a, const told *b)
{
    bool both_denials = is_denied(a) && is_denied(b) && same_spot(a, b);
    return a->article != b->article || !str_eq(a->source, b->source) || in_one_breath(a, b) || both_denials;
}

/* Losses of one who is told to have attacked there, at that time. */
static bool fell_in(const told *outcome, const told *t)
{
    return is_outcome(outcome) && days_overlap(outcome, t) && same_spot(outcome, t) &&
           all_in(outcome->recipient, outcome->n_recipients, t->actor, t->n_actors);
}

static bool parties_go(const told *a, const told *b)
{
    meeting who = actors(a, b), whom = recipients(a, b);
    if (in_clash(a, b) || in_clash(b, a) || fell_in(a, b) || fell_in(b, a)) return true;
    return !who.against && who.alike && !whom.against;
}

static bool is_done(str s) { return str_is(s, "actual") || str_is(s, "denied"); }

static bool kinds_go(const told *a, const told *b)
{
    bool modes = !a->mode.len || !b->mode.len || str_eq(a->mode, b->mode) || is_denied(a) || is_denied(b);
    bool beings = str_eq(a->status, b->status) || (is_done(a->status) && is_done(b->status));
    return str_eq(a->type, b->type) && modes && beings;
}

static bool other_hand(const told *a, const told *b)
{
    meeting whom = recipients(a, b);
    return whom.coded && !whom.against && str_eq(a->mode, b->mode);
}

static bool is_told_by(const told *t, const told_party *side, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (is_code(side[i].code) && str_starts(t->source, str_of(side[i].code))) return true;
    return false;
}

/* The one to whom it was done tells it, or who is said to have done it denies it. */
static bool blames(const told *t)
{
    return is_denied(t) ? is_told_by(t, t->actor, t->n_actors) : is_told_by(t, t->recipient, t->n_recipients);
}

/* Each says that the other did it, or both tell it with one word. */
static bool sides_changed(const told *a, const told *b)
{
    meeting x = sides(a->actor, a->n_actors, b->recipient, b->n_recipients), y = sides(b->actor, b->n_actors, a->recipient, a->n_recipients);
    return x.coded && y.coded && !x.against && !y.against && (words_akin(a->trigger, b->trigger) || (blames(a) && blames(b)));
}

static bool other_account(const told *a, const told *b)
{
    return (a->source.len || b->source.len) && one_day(a, b) && same_spot(a, b) && same_but_actor(a, b) &&
           (other_hand(a, b) || sides_changed(a, b));
}

/* "We did not fire" denies the shelling, where it is told of the same spot. */
static bool modes_go(const told *a, const told *b)
{
    return !a->mode.len || !b->mode.len || str_eq(a->mode, b->mode) || (same_spot(a, b) && (is_denied(a) || is_denied(b)));
}

bool same_kind(const told *a, const told *b) { return told_again(a, b) || (kinds_go(a, b) && days_go(a, b)); }

bool same_may(const told *a, const told *b)
{
    if (told_again(a, b)) return true;
    if (!same_kind(a, b) || !modes_go(a, b) || !tellers_go(a, b) || !places_go(a, b)) return false;
    return parties_go(a, b) || other_account(a, b);
}

/* ---- what speaks for it ------------------------------------------------------------------------------ */

/* Of different countries: what is between two states happens less often than what is within one. */
static bool between_states(const told *a, const told *b)
{
    meeting who = actors(a, b), whom = recipients(a, b);
    if (in_clash(a, b) || in_clash(b, a) || (is_mutual(a) && is_mutual(b))) return true;
    if (same_but_actor(a, b)) return sides_changed(a, b);
    return who.coded && whom.coded && !find_code(&a->actor[0], a->recipient, a->n_recipients) &&
           !find_code(&b->actor[0], b->recipient, b->n_recipients);
}

static bool both_named(const told *a, const told *b) { return actors(a, b).named && recipients(a, b).named; }

static int party_points(const told *a, const told *b)
{
    meeting who = actors(a, b), whom = recipients(a, b);
    int points = (whom.coded && !whom.alike ? -1 : 0) + who.special + (whom.coded && (is_outcome(a) || is_outcome(b)));
    if (between_states(a, b)) return points + 2;
    return points + who.named + whom.named + both_named(a, b);
}

static bool is_deed(const told *t) { return str_is(t->type, "ASSAULT") || str_is(t->type, "PROTEST") || str_is(t->type, "COERCE"); }

static bool is_often_said(const told *t)
{
    return str_is(t->type, "ACCUSE") || str_is(t->type, "REQUEST") || str_is(t->type, "REJECT");
}

/* Deeds of a day have their towns: a report that names none may tell of another. */
static int place_points(const told *a, const told *b)
{
    if (same_spot(a, b)) return 3;
    if (has_spot(a) && has_spot(b)) return 1;
    return is_deed(a) && has_spot(a) != has_spot(b) ? -1 : 0;
}

static bool same_number(const told *a, const told *b)
{
    for (uint32_t i = 0; i < a->n_counts; i++)
        for (uint32_t k = 0; k < b->n_counts; k++)
            if (str_eq(a->count[i].what, b->count[k].what) && a->count[i].low > 1 && a->count[i].low == b->count[k].low) return true;
    return false;
}

static int word_points(const told *a, const told *b)
{
    uint32_t shared = words_shared(&a->words, &b->words) + words_shared(&a->words, &b->cue) + words_shared(&a->cue, &b->words);
    bool verbatim = a->evidence.len > 24 && str_eq(a->evidence, b->evidence);
    int points = (shared > 3 ? 3 : (int)shared) + words_akin(a->trigger, b->trigger) + same_number(a, b);
    return verbatim ? points + 3 : points;
}

/* Told long after: a day that is remembered has one such act. */
static bool is_remembered(const told *t) { return t->published != DAY_NONE && t->last != DAY_NONE && t->published - t->last > REMEMBERED_DAYS; }

static int day_points(const told *a, const told *b)
{
    if (is_later_denial(a) || is_later_denial(b)) return 0;
    if (a->first == DAY_NONE || b->first == DAY_NONE) return -2;
    if (!one_day(a, b)) return -1;
    return is_remembered(a) + is_remembered(b) + (is_remembered(a) && is_remembered(b));
}

/* A denial is of what was told: where it goes with that by more than its parties. */
static int denial_points(const told *a, const told *b, int others)
{
    if (is_denied(a) == is_denied(b)) return 0;
    bool dated = !is_later_denial(a) && !is_later_denial(b);
    return others >= (dated ? 1 : 2) || a->article == b->article ? 1 : -1;
}

int same_points(const told *a, const told *b)
{
    bool rare = (between_states(a, b) && !is_deed(a) && !is_often_said(a)) || (str_is(a->type, "SUPPORT") && both_named(a, b));
    int words = word_points(a, b), places = place_points(a, b);
    int points = party_points(a, b) + places + words + day_points(a, b) + denial_points(a, b, words + places);
    if (a->mode.len && str_eq(a->mode, b->mode) && !is_often_said(a)) points++;
    if (told_again(a, b) || in_one_breath(a, b)) return points < 0 ? WANTED : points + WANTED;
    if (in_copies(a, b)) points += WANTED;
    return points - (rare ? WANTED_RARE : WANTED);
}

bool same_act(const told *a, const told *b) { return same_may(a, b) && same_points(a, b) >= 0; }

bool same_but_number(const told *a, const told *b)
{
    for (uint32_t i = 0; i < a->n_counts; i++)
        for (uint32_t k = 0; k < b->n_counts; k++) {
            const told_count *x = &a->count[i], *y = &b->count[k];
            if (!str_eq(x->what, y->what)) continue;
            if ((x->high >= 0 && y->low > x->high) || (y->high >= 0 && x->low > y->high)) return true;
        }
    return false;
}
