/* when/reckon.c: from which day, and in which year?
 *
 * News counts from its publication day, with the tense saying which way; a
 * history counts from the time it last told. */
#include "when/when_internal.h"

enum { MAX_AHEAD = 150 };                 /* days: without a tense, news looks back rather than ahead */

tense reckon_tense(const reckoner *r, const match *m)
{
    uint32_t t = r->token_at[m->first];
    return t == NONE ? TENSE_NONE : tense_at(r->d, t);
}

static bool finer(grain have, unit want)
{
    if (want <= UNIT_weekend)
        return have == GRAIN_DAY || (want == UNIT_week && have == GRAIN_WEEK);
    if (want == UNIT_month)
        return have == GRAIN_DAY || have == GRAIN_WEEK || have == GRAIN_MONTH;
    return true;
}

/* In news: does the sentence, or the one before, stand in a year long past that it told? */
static bool in_history(const reckoner *r)
{
    if (r->last_told == NONE || r->published == DAY_NONE)
        return false;
    const timex *t = &r->d->times.at[r->last_told];
    return day_ymd(t->first).year < day_ymd(r->published).year && t->tok.end && r->d->tokens.at[t->tok.first].sent + 1 >= r->sentence;
}

/* The base day of a shift by `u`.  False: there is none as exact as that. */
bool reckon_base(const reckoner *r, int32_t from, unit u, day *base, uint32_t *anchor, grain *exact)
{
    *anchor = NONE;
    *exact = GRAIN_DAY;
    bool text = from == FROM_text || (from != FROM_published && (r->narrative || r->published == DAY_NONE)) || (from == FROM_told && in_history(r));
    if (text) {
        uint32_t i = u <= UNIT_weekend && r->last_any != r->last_day && r->last_any != NONE && !finer(r->d->times.at[r->last_any].grain, u)
                         ? r->last_any : u <= UNIT_weekend ? r->last_day : r->last_any;
        if (i != NONE) {
            const timex *t = &r->d->times.at[i];
            *base = u >= UNIT_month ? t->first : t->last;
            *anchor = i;
            *exact = t->grain;
            return finer(t->grain, u);
        }
    }
    *base = r->published;
    return r->published != DAY_NONE;
}

/* The year of times[from], or the next when the text goes on from a December. */
static bool carried_year(const reckoner *r, uint32_t from, int month, int32_t *year, uint32_t *anchor)
{
    if (from == NONE)
        return false;
    const timex *t = &r->d->times.at[from];
    ymd last = day_ymd(t->first);
    bool told = t->grain == GRAIN_DAY || t->grain == GRAIN_MONTH;
    *year = last.year + (told && last.month == 12 && month <= 2);
    *anchor = from;
    return true;
}

static int32_t nearest_year(day published, int month, int mday, tense t)
{
    int now = day_ymd(published).year, best = now;
    day there = day_of(now, month, mday ? mday : 15);
    if (t == TENSE_FUTURE)
        best = (mday ? there : day_of(now, month + 1, 0)) < published ? now + 1 : now;
    else if (t == TENSE_PAST)
        best = (mday ? there : day_of(now, month, 1)) > published ? now - 1 : now;
    else if (there - published > MAX_AHEAD)
        best = now - 1;
    else if (published - there > 365 - MAX_AHEAD)
        best = now + 1;
    return best;
}

int32_t reckon_year(reckoner *r, const match *m, int month, int mday, uint32_t *anchor)
{
    int32_t year = UNSET;
    *anchor = NONE;
    bool carries = r->narrative || r->published == DAY_NONE;
    if (carries ? carried_year(r, r->last_story, month, &year, anchor)
                : in_history(r) && reckon_tense(r, m) != TENSE_FUTURE && carried_year(r, r->last_told, month, &year, anchor))
        return year;
    if (r->published == DAY_NONE)
        return UNSET;
    return nearest_year(r->published, month, mday, reckon_tense(r, m));
}

/* The point of grain `u` that holds day `d`. */
void reckon_set_unit(point *p, day d, unit u)
{
    ymd c = day_ymd(d);
    p->year = c.year;
    switch (u) {
    case UNIT_second: case UNIT_minute: case UNIT_hour: case UNIT_day:
        p->month = c.month;
        p->mday = c.day;
        break;
    case UNIT_week: case UNIT_weekend:
        p->week = day_iso_week(d, &p->year);
        p->weekend = u == UNIT_weekend;
        break;
    case UNIT_month:   p->month = c.month; break;
    case UNIT_quarter: p->quarter = (c.month + 2) / 3; break;
    case UNIT_season:  p->season = (c.month + 9) % 12 / 3; p->year -= c.month < 3; break;
    case UNIT_half:    p->half = c.month > 6 ? 2 : 1; break;
    case UNIT_decade:  p->decade = c.year > 0 ? c.year - c.year % 10 : -((1 - c.year) / 10 * 10); break;
    case UNIT_century: p->century = c.year > 0 ? c.year / 100 : -((-c.year) / 100 + 1); break;
    default: break;
    }
}

/* ---- what a time leaves behind ----------------------------------------- */
/* Does the story go on from this time?  Not from an aside, nor from "two years
 * earlier"; and "1941" behind "December 7" tells no more than was known. */
static bool moves_story(const reckoner *r, const timex *t)
{
    if (r->last_story == NONE || !t->tok.end)
        return true;
    const timex *old = &r->d->times.at[r->last_story];
    if (t->grain == GRAIN_YEAR && old->grain != GRAIN_YEAR && day_ymd(old->first).year == day_ymd(t->first).year)
        return false;
    if (t->basis == BASIS_RELATIVE && t->last < old->first && t->anchor != NONE && t->grain >= GRAIN_MONTH)
        return false;
    return !tense_is_aside(r->d, t->tok);
}

/* In news: may what follows stand in this year?  "In 1994 war came." at the head
 * of a sentence and "in March 1994" say so; "It ended in 1994.", asides do not. */
static bool sets_frame(const reckoner *r, const timex *t)
{
    if (!t->tok.end)
        return true;
    if (tense_is_aside(r->d, t->tok))
        return false;
    uint32_t sentence = r->d->tokens.at[t->tok.first].sent;
    return t->grain != GRAIN_YEAR || t->tok.first <= r->d->sentences.at[sentence].first + 2;
}

/* Notes what times[i] means for the times to come. */
void reckon_remember(reckoner *r, uint32_t i, bool year_told)
{
    const timex *t = &r->d->times.at[i];
    if (t->first == DAY_NONE || t->type == TIMEX_DURATION || t->type == TIMEX_SET)
        return;
    if (t->grain == GRAIN_DECADE || t->grain == GRAIN_CENTURY)
        return;
    if (r->narrative && t->basis == BASIS_RELATIVE && t->anchor == NONE)
        return;                           /* the writer's own "last year" */
    bool tells = year_told || (t->anchor != NONE && t->anchor == r->last_told);
    if (tells && (r->narrative || sets_frame(r, t)))
        r->last_told = i;
    r->last_any = i;
    if (moves_story(r, t))
        r->last_story = i;
    if (t->grain == GRAIN_DAY)
        r->last_day = r->sentence_day = i;
}
