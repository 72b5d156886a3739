/* when/beside.c: what do two times say that stand side by side?
 *
 * "two weeks after the fall of Kabul": a length in front of "after" or "before"
 * and a dated event or a date is a time of its own, reckoned from that event; in
 * front of anything else it stays a length.
 * "two weeks ago, on 13 September": the day is of the year beside it. */
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

static bool tells_year(str text)
{
    uint32_t digits = 0;
    for (uint32_t i = 0; i < text.len && digits < 4; i++)
        digits = text.ptr[i] >= '0' && text.ptr[i] <= '9' ? digits + 1 : 0;
    return digits == 4;
}

static bool is_ago(const doc *d, const timex *t)
{
    return t->first != DAY_NONE && t->basis == BASIS_RELATIVE && t->anchor == NONE && str_ends(str_slice(d->text, t->span.first, t->span.end), S(" ago"));
}

static bool lacks_year(const doc *d, const timex *t)
{
    bool date = t->type == TIMEX_DATE && !t->names_event && t->basis == BASIS_STATED && (t->grain == GRAIN_DAY || t->grain == GRAIN_MONTH);
    return date && t->value.len >= 7 && !tells_year(str_slice(d->text, t->span.first, t->span.end));
}

/* ", on", ", in" and the like: no more than that between the two. */
static bool is_joint(str gap)
{
    str word;
    if (gap.len > MAX_GAP || str_find(gap, S(",")) == gap.len)
        return false;
    while (str_word(&gap, &word))
        if (!str_is(word, ",") && !str_is(word, "on") && !str_is(word, "in"))
            return false;
    return true;
}

static void take_year(doc *d, timex *to, uint32_t from)
{
    int32_t year = day_ymd(d->times.at[from].first).year, by = year - day_ymd(to->first).year;
    to->first = day_shift(to->first, by, UNIT_year);
    to->last = day_shift(to->last, by, UNIT_year);
    to->value = str_printf(d->mem, "%04d" STR_FMT, year, STR_ARG(str_slice(to->value, 4, to->value.len)));
    to->anchor = from;
}

static void join_years(doc *d)
{
    for (uint32_t i = 0; i + 1 < d->times.n; i++) {
        timex *a = &d->times.at[i], *b = a + 1;
        if (b->span.first <= a->span.end || !is_joint(str_slice(d->text, a->span.end, b->span.first)))
            continue;
        if (is_ago(d, a) && lacks_year(d, b))
            take_year(d, b, i);
        else if (is_ago(d, b) && lacks_year(d, a))
            take_year(d, a, i + 1);
    }
}

void beside_settle(doc *d)
{
    join_years(d);
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
