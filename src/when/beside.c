/* when/beside.c: which day is "two weeks after the fall of Kabul"?
 *
 * A length in front of "after" or "before" and a dated event or a date is a
 * time of its own, reckoned from that event; in front of anything else it
 * stays a length. */
#include "when/when_internal.h"

enum { MAX_GAP = 16 };

/* What stands between the length and the event: 1 after, -1 before, 0 neither. */
static int32_t side_of(str gap)
{
    str first, rest = gap, word;
    if (gap.len > MAX_GAP || !str_word(&rest, &first))
        return 0;
    while (str_word(&rest, &word))
        if (!str_is(word, "the") && !str_is(word, "a") && !str_is(word, "an"))
            return 0;
    return str_is(first, "after") ? 1 : str_is(first, "before") ? -1 : 0;
}

/* "P2W" → 2 weeks; false for what is vague, broken or measured in hours. */
static bool length_of(str value, int32_t *n, unit *u)
{
    static const struct { char letter; unit unit; } units[] = {{'D', UNIT_day}, {'W', UNIT_week}, {'M', UNIT_month}, {'Y', UNIT_year}};
    long number;
    if (value.len < 3 || value.ptr[0] != 'P' || !str_to_int(str_slice(value, 1, value.len - 1), &number) || number < 1 || number > 999)
        return false;
    *n = (int32_t)number;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (value.ptr[value.len - 1] != units[i].letter)
            continue;
        *u = units[i].unit;
        return true;
    }
    return false;
}

static void settle(doc *d, uint32_t i, int32_t side)
{
    timex *t = &d->times.at[i];
    const timex *from = t + 1;
    int32_t n;
    unit u;
    bool day_known = from->grain == GRAIN_DAY || (from->names_event && from->first != DAY_NONE);
    if (!day_known || !length_of(t->value, &n, &u))
        return;
    day there = day_shift(side > 0 ? from->last : from->first, side * n, u);
    point p = point_none();
    bool loose = u == UNIT_week && n > 1;
    reckon_set_unit(&p, there, u == UNIT_week ? UNIT_day : u);
    t->type = TIMEX_DATE;
    t->value = value_point(d->mem, &p);
    value_days(&p, &t->first, &t->last, &t->grain);
    if (loose) {                          /* "two weeks after" is no day to the day */
        t->first = there - 3;
        t->last = there + 3;
        t->grain = GRAIN_RANGE;
    }
    t->basis = BASIS_RELATIVE;
    t->anchor = i + 1;
}

void beside_settle(doc *d)
{
    for (uint32_t i = 0; i + 1 < d->times.n; i++) {
        const timex *t = &d->times.at[i];
        uint32_t next = d->times.at[i + 1].span.first;
        if (t->type != TIMEX_DURATION || t->first != DAY_NONE || next <= t->span.end)
            continue;
        int32_t side = side_of(str_slice(d->text, t->span.end, next));
        if (side)
            settle(d, i, side);
    }
}
