/* same.c: do two events tell one act?
 *
 * Yes, where all of these hold:
 * - the same type, and modes that are equal or not both told;
 * - the same kind of being: told as done (or denied), planned, demanded, supposed;
 * - days that overlap, of at most a week each; or, in copies of one text, the same word;
 * - parties of the same countries on both sides (a side that is unknown in one is unknown in both),
 *   with primary sectors that are equal or not both told;
 * - places that do not speak against it;
 * - within one article, another source (the coder has joined what one source tells twice).
 * Another actor is taken for a different account of the same act only where type,
 * mode, day, town and recipient are the same and one account has a source.
 */
#include "store/same.h"

/* ---- parties --------------------------------------------------------------------------- */

static bool sectors_go(const told_party *a, const told_party *b)
{
    return !a->sector[0] || !b->sector[0] || strcmp(a->sector, b->sector) == 0;
}

static bool in_side(const told_party *p, const told_party *side, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (strcmp(p->code, side[i].code) == 0 && sectors_go(p, &side[i])) return true;
    return false;
}

static bool all_in(const told_party *a, uint32_t na, const told_party *b, uint32_t nb)
{
    for (uint32_t i = 0; i < na; i++)
        if (!in_side(&a[i], b, nb)) return false;
    return true;
}

/* One side may name more of the parties than the other. */
static bool sides_same(const told_party *a, uint32_t na, const told_party *b, uint32_t nb)
{
    if (!na || !nb) return na == nb;
    return all_in(a, na, b, nb) || all_in(b, nb, a, na);
}

bool same_any_coded(const told_party *side, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (is_code(side[i].code)) return true;
    return false;
}

/* Parties of which nothing but a role is known ("police", "gunmen") do not tell two acts apart. */
static bool parties_same(const told *a, const told *b)
{
    return (same_any_coded(a->actor, a->n_actors) || same_any_coded(a->recipient, a->n_recipients)) &&
           sides_same(a->actor, a->n_actors, b->actor, b->n_actors) &&
           sides_same(a->recipient, a->n_recipients, b->recipient, b->n_recipients);
}

bool same_but_actor(const told *a, const told *b)
{
    if (!same_any_coded(a->actor, a->n_actors) || !same_any_coded(b->actor, b->n_actors)) return false;
    for (uint32_t i = 0; i < a->n_actors; i++)
        for (uint32_t k = 0; k < b->n_actors; k++)
            if (strcmp(a->actor[i].code, b->actor[k].code) == 0) return false;
    return true;
}

/* ---- days and places ---------------------------------------------------------------------- */

bool same_days_known(const told *t)
{
    return t->first != DAY_NONE && t->last != DAY_NONE && t->last - t->first < SAME_DAYS;
}

static bool days_overlap(const told *a, const told *b)
{
    return same_days_known(a) && same_days_known(b) && a->first <= b->last && b->first <= a->last;
}

static bool place_fits(const told_place *p, const told *t)
{
    for (uint32_t i = 0; i < t->n_places; i++) {
        const told_place *o = &t->place[i];
        bool same = p->geonameid && p->geonameid == o->geonameid;
        bool land = p->country[0] && strcmp(p->country, o->country) == 0;
        bool part = (p->admin || o->admin) && p->admin1.len && str_eq(p->admin1, o->admin1);
        if (same || (land && (p->nation || o->nation || part))) return true;
    }
    return false;
}

/* The most specific place of each is somewhere in the other's. */
static bool places_go(const told *a, const told *b)
{
    return !a->n_places || !b->n_places || place_fits(&a->place[0], b) || place_fits(&b->place[0], a);
}

static bool same_town(const told *a, const told *b)
{
    return a->n_places && b->n_places && a->place[0].town && a->place[0].geonameid &&
           a->place[0].geonameid == b->place[0].geonameid;
}

/* ---- both ------------------------------------------------------------------------------------ */

static bool is_done(str s) { return str_is(s, "actual") || str_is(s, "denied"); }

static bool kinds_go(const told *a, const told *b)
{
    bool modes = !a->mode.len || !b->mode.len || str_eq(a->mode, b->mode);
    bool beings = str_eq(a->status, b->status) || (is_done(a->status) && is_done(b->status));
    return str_eq(a->type, b->type) && modes && beings;
}

static bool told_again(const told *a, const told *b)
{
    return (a->same_as.len && str_eq(a->same_as, b->id)) || (b->same_as.len && str_eq(b->same_as, a->id)) ||
           (a->same_as.len && str_eq(a->same_as, b->same_as));
}

/* Within one article two records of one source are two acts. */
static bool tellers_go(const told *a, const told *b)
{
    return a->article != b->article || !str_eq(a->source, b->source);
}

static bool in_copies(const told *a, const told *b)
{
    return a->article != b->article && a->original == b->original && str_eq(a->trigger, b->trigger) &&
           a->first == b->first && a->last == b->last;
}

static bool other_account(const told *a, const told *b)
{
    return (a->source.len || b->source.len) && a->first == a->last && b->first == b->last && a->first == b->first &&
           str_eq(a->mode, b->mode) && same_town(a, b) && same_but_actor(a, b) && same_any_coded(a->recipient, a->n_recipients) &&
           sides_same(a->recipient, a->n_recipients, b->recipient, b->n_recipients);
}

bool same_act(const told *a, const told *b)
{
    if (a->article == b->article && told_again(a, b)) return true;
    if (!kinds_go(a, b) || !tellers_go(a, b)) return false;
    if (parties_same(a, b) && places_go(a, b) && (days_overlap(a, b) || in_copies(a, b))) return true;
    return days_overlap(a, b) && other_account(a, b);
}

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
