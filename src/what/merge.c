/* merge.c: one act told twice gets one first telling; later ones point to it. */
#include "what/what_internal.h"

static bool codes_agree(const parties *a, const parties *b)
{
    if (a->n == 0 || b->n == 0) return true;
    for (uint32_t i = 0; i < a->n; i++)
        for (uint32_t k = 0; k < b->n; k++)
            if (strcmp(a->at[i].code, b->at[k].code) == 0 && is_code(a->at[i].code)) return true;
    return false;
}

/* An act without days, or with an open end, may be any within: "up to the report's day". */
static bool is_open(const event *ev) { return ev->basis == BASIS_UNSTATED || ev->first == DAY_NONE || ev->last == DAY_NONE; }

static bool has_within(const event *outer, const event *inner)
{
    bool begins = outer->first == DAY_NONE || (inner->first != DAY_NONE && inner->first >= outer->first);
    return begins && (outer->last == DAY_NONE || (inner->last != DAY_NONE && inner->last <= outer->last));
}

static bool days_agree(const event *a, const event *b)
{
    if (a->basis == BASIS_UNSTATED || b->basis == BASIS_UNSTATED || (a->first == b->first && a->last == b->last)) return true;
    return (is_open(a) && has_within(a, b)) || (is_open(b) && has_within(b, a));
}

/* What one telling says of the days holds for the other. */
static void share_days(doc *d, event *to, const event *from)
{
    if (!is_open(to) || is_open(from)) return;
    days_take(to, from);
    array_push(d->mem, to->because, "what: the days of its other telling");
}

/* The same word, or the same dated name, for the same parties on the same days. */
static bool same_act(doc *d, const event *a, const event *b)
{
    if (strcmp(a->type, b->type) != 0 || a->status != b->status) return false;
    bool named = a->basis == BASIS_NAMED && b->basis == BASIS_NAMED && a->first == b->first && a->last == b->last;
    bool word = str_eq(frame_lemma(d, a->trigger.first), frame_lemma(d, b->trigger.first));
    if (!named && !word) return false;
    bool parties_known = a->actor.n && b->actor.n;
    return codes_agree(&a->actor, &b->actor) && codes_agree(&a->recipient, &b->recipient) && days_agree(a, b) && places_agree(d, a, b) &&
           (named || parties_known);
}

void merge_events(doc *d)
{
    enum { REACH = 64 }; /* events looked back: a report is about its own acts */
    for (uint32_t i = 1; i < d->events.n; i++) {
        event *ev = &d->events.at[i];
        for (uint32_t k = i > REACH ? i - REACH : 0; k < i && ev->same_as == NONE; k++)
            if (d->events.at[k].same_as == NONE && same_act(d, &d->events.at[k], ev)) ev->same_as = k;
        if (ev->same_as == NONE) continue;
        event *first = &d->events.at[ev->same_as];
        share_days(d, ev, first);
        share_days(d, first, ev);
    }
}
