/* when/infer.c: on which day was the article published, if nobody says?
 *
 * In order of trust: a date in the dateline or on a line of its own at the top;
 * "Today, four years have passed since X" with a dated X; a weekday and a day
 * of a month that must be the same day, in the first year that fits and is not
 * before the latest year told.  Without such evidence the day stays unknown. */
#include "when/when_internal.h"

enum { TOP_BYTES = 400, YEARS_AHEAD = 6, MAX_ANNIVERSARIES = 20 };

typedef struct found { int32_t year, month, mday, weekday; } found;

static bool is_op(const match *m, const char *name)
{
    return str_is(str_of(m->phrase->value[0].op->name), name);
}

static found date_of(const match *m)
{
    slots s = anchor_slots(m, 0);
    int32_t mday = s.at[SLOT_day] != UNSET ? s.at[SLOT_day] : s.at[SLOT_nth];
    bool dates = is_op(m, "date") && s.at[SLOT_era] != ERA_bc;
    return (found){dates ? s.at[SLOT_year] : UNSET, dates ? s.at[SLOT_month] : UNSET, dates ? mday : UNSET, s.at[SLOT_weekday]};
}

static bool is_day(found f) { return f.month != UNSET && f.mday != UNSET; }

static bool set_published(doc *d, day on, published_basis how)
{
    d->article.published = on;
    d->article.basis = how;
    return true;
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\xc2' || c == '\xa0'; }

/* Nothing but the date on its line: "Friday, January 4, 2019". */
static bool alone_on_line(const doc *d, const atoms *a, const match *m)
{
    uint32_t start = a->at[m->first].start, end = a->at[m->end - 1].end;
    while (start > 0 && is_blank(d->text.ptr[start - 1]))
        start--;
    while (end < d->text.len && is_blank(d->text.ptr[end]))
        end++;
    return (start == 0 || d->text.ptr[start - 1] == '\n') && (end == d->text.len || d->text.ptr[end] == '\n');
}

static bool in_byline(const doc *d, const atoms *a, const match *m)
{
    range b = d->article.byline;
    return b.first < b.end && a->at[m->first].start >= b.first && a->at[m->end - 1].end <= b.end;
}

/* The year told last in time, UNSET if none: the article is not older. */
static int32_t latest_year(const matches *m, const named_hits *n)
{
    int32_t latest = UNSET;
    for (uint32_t i = 0; i < m->n; i++) {
        found f = date_of(m->at[i]);
        if (f.year != UNSET && f.year >= 1000 && f.year <= 2100 && f.year > latest)
            latest = f.year;
    }
    for (uint32_t i = 0; i < n->n; i++)
        if (day_ymd(n->at[i].what->last).year > latest)
            latest = day_ymd(n->at[i].what->last).year;
    return latest;
}

/* The first year from `from` on in which that day falls on that weekday. */
static int32_t fitting_year(found f, int32_t weekday, int32_t from)
{
    for (int32_t y = from; y <= from + YEARS_AHEAD; y++)
        if (f.mday <= day_month_length(y, f.month) && day_weekday(day_of(y, f.month, f.mday)) == weekday)
            return y;
    return UNSET;
}

/* The weekday that the article's first reporting clause names, UNSET if none. */
static int32_t first_weekday(const matches *m)
{
    for (uint32_t i = 0; i < m->n; i++)
        if (is_op(m->at[i], "weekday"))
            return anchor_slots(m->at[i], 0).at[SLOT_weekday];
    return UNSET;
}

static bool from_dateline(doc *d, const atoms *a, const matches *m, const named_hits *n)
{
    for (uint32_t i = 0; i < m->n; i++) {
        const match *at = m->at[i];
        found f = date_of(at);
        bool byline = in_byline(d, a, at);
        if (!is_day(f) || !(byline || (a->at[at->first].start < TOP_BYTES && alone_on_line(d, a, at))))
            continue;
        if (f.year == UNSET && latest_year(m, n) != UNSET) {
            int32_t weekday = f.weekday != UNSET ? f.weekday : first_weekday(m);
            f.year = weekday == UNSET ? UNSET : fitting_year(f, weekday, latest_year(m, n));
        }
        if (f.year != UNSET)
            return set_published(d, day_of(f.year, f.month, f.mday), PUBLISHED_DATELINE);
    }
    return false;
}

/* The day that a sentence names behind byte `from`: of an event, or in full. */
static day day_behind(const doc *d, const atoms *a, const matches *m, const named_hits *n, uint32_t from)
{
    uint32_t stop = from;
    while (stop < d->text.len && stop < from + 200 && d->text.ptr[stop] != '.' && d->text.ptr[stop] != '\n')
        stop++;
    for (uint32_t i = 0; i < n->n; i++)
        if (n->at[i].span.first >= from && n->at[i].span.first < stop && n->at[i].what->first == n->at[i].what->last)
            return n->at[i].what->first;
    for (uint32_t i = 0; i < m->n; i++) {
        found f = date_of(m->at[i]);
        uint32_t start = a->at[m->at[i]->first].start;
        if (is_day(f) && f.year != UNSET && start >= from && start < stop)
            return day_of(f.year, f.month, f.mday);
    }
    return DAY_NONE;
}

/* "Today, 4 years have passed since the Shusha victory" */
static bool from_anniversary(doc *d, const atoms *a, const matches *m, const named_hits *n)
{
    for (uint32_t i = 0, seen = 0; i < m->n && seen < MAX_ANNIVERSARIES; i++) {
        if (!is_op(m->at[i], "passed"))
            continue;
        seen++;
        slots s = anchor_slots(m->at[i], 0);
        day then = day_behind(d, a, m, n, a->at[m->at[i]->end - 1].end);
        int32_t number = s.at[SLOT_number];
        bool whole = number > 0 && number % 100 == 0 && number <= 50000 && s.at[SLOT_unit] == UNIT_year;
        if (then != DAY_NONE && whole)
            return set_published(d, day_shift(then, number / 100, UNIT_year), PUBLISHED_INFERRED);
    }
    return false;
}

/* Is `weekday` the only one that the text names? */
static bool only_weekday(const matches *m, int32_t weekday)
{
    for (uint32_t i = 0; i < m->n; i++) {
        int32_t told = anchor_slots(m->at[i], 0).at[SLOT_weekday];
        if (told != UNSET && told != weekday)
            return false;
    }
    return true;
}

/* "on Friday" in the report and "marks November 8", or "on Friday, November 8"
 * where no other weekday is named: the year in which both are one day. */
static bool from_weekday(doc *d, const matches *m, const named_hits *n)
{
    int32_t latest = latest_year(m, n), first = first_weekday(m);
    if (latest == UNSET)
        return false;
    for (uint32_t i = 0; i < m->n; i++) {
        found f = date_of(m->at[i]);
        bool marked = anchor_slots(m->at[i], 0).at[SLOT_ref] == REF_present;
        int32_t weekday = f.weekday != UNSET ? f.weekday : marked ? first : UNSET;
        if (!is_day(f) || f.year != UNSET || weekday == UNSET || !(marked || only_weekday(m, weekday)))
            continue;
        int32_t year = fitting_year(f, weekday, latest);
        if (year != UNSET)
            return set_published(d, day_of(year, f.month, f.mday), PUBLISHED_INFERRED);
    }
    return false;
}

void infer_published(doc *d, const atoms *a, const matches *m, const named_hits *n)
{
    if (d->article.published != DAY_NONE)
        return;
    if (!from_dateline(d, a, m, n) && !from_anniversary(d, a, m, n) && !from_weekday(d, m, n))
        d->article.basis = PUBLISHED_UNKNOWN;
}
