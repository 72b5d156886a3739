/* when/value.c: how is a point of time written in TIMEX3, and which days is it?
 *
 *     year 2003, month 5             "2003-05"         2003-05-01 .. 2003-05-31
 *     year -489                      "BC0490"          (astronomical: year 0 is 1 BC)
 *     year 2003, season summer       "2003-SU"         2003-06-01 .. 2003-08-31
 *     day 2003-05-06, part of day    "2003-05-06TNI"   2003-05-06
 */
#include "when/when_internal.h"
#include <stdlib.h>

point point_none(void)
{
    return (point){UNSET, UNSET, UNSET, UNSET, UNSET, UNSET, UNSET, UNSET, UNSET, UNSET, UNSET, UNSET, UNSET, UNSET, false};
}

point point_of_day(day d)
{
    point p = point_none();
    ymd c = day_ymd(d);
    p.year = c.year;
    p.month = c.month;
    p.mday = c.day;
    return p;
}

/* ---- values ----------------------------------------------------------- */
static void put_year(buf *b, int32_t year)
{
    if (year == UNSET)
        buf_add(b, S("XXXX"));
    else if (year <= 0)
        buf_printf(b, "BC%04d", 1 - year);
    else
        buf_printf(b, "%04d", year);
}

/* Decades and centuries are years cut short: 1990s "199", the 19th century "18". */
static bool put_long(buf *b, const point *p)
{
    if (p->decade != UNSET && p->decade < 0)
        buf_printf(b, "BC%03d", -p->decade / 10);
    else if (p->decade != UNSET)
        buf_printf(b, "%03d", p->decade / 10);
    else if (p->century != UNSET && p->century < 0)
        buf_printf(b, "BC%02d", -p->century - 1);
    else if (p->century != UNSET)
        buf_printf(b, "%02d", p->century);
    return b->len > 0;
}

static void put_in_year(buf *b, const point *p)
{
    static const char *const seasons[] = {"SP", "SU", "FA", "WI"};
    if (p->week != UNSET)
        buf_printf(b, "-W%02d%s", p->week, p->weekend ? "-WE" : "");
    else if (p->season != UNSET)
        buf_printf(b, "-%s", seasons[p->season]);
    else if (p->half != UNSET)
        buf_printf(b, "-H%d", p->half);
    else if (p->quarter != UNSET)
        buf_printf(b, "-Q%d", p->quarter);
    else if (p->month != UNSET)
        buf_printf(b, "-%02d", p->month);
    else if (p->mday != UNSET)
        buf_add(b, S("-XX"));
    if (p->mday != UNSET && p->mday > 0)
        buf_printf(b, "-%02d", p->mday);
    else if (p->mday != UNSET)
        buf_add(b, S("-XX"));
}

static void put_zone(buf *b, int32_t minutes)
{
    if (minutes == UNSET)
        return;
    if (minutes == 0)
        buf_byte(b, 'Z');
    else
        buf_printf(b, "%c%02d", minutes < 0 ? '-' : '+', abs(minutes) / 60);
    if (abs(minutes) % 60)
        buf_printf(b, ":%02d", abs(minutes) % 60);
}

static void put_time(buf *b, const point *p)
{
    static const char *const parts[] = {"MO", "MI", "AF", "EV", "NI", "DT"};
    if (p->hour == UNSET && p->part != UNSET)
        buf_printf(b, "T%s", parts[p->part]);
    if (p->hour == UNSET)
        return;
    buf_printf(b, "T%02d:%02d", p->hour, p->minute == UNSET ? 0 : p->minute);
    if (p->second != UNSET)
        buf_printf(b, ":%02d", p->second);
    put_zone(b, p->zone);
}

str value_point(arena *mem, const point *p)
{
    buf b = {.mem = mem};
    if (put_long(&b, p))
        return buf_str(&b);
    bool bare = p->hour != UNSET && p->year == UNSET && p->month == UNSET && p->mday == UNSET;
    if (!bare) {
        put_year(&b, p->year);
        put_in_year(&b, p);
    }
    put_time(&b, p);
    return buf_str(&b);
}

static const char *const unit_letters[UNIT_N] = {"S", "M", "H", "D", "W", "WE", "M", "Q", "SE", "H", "Y", "DE", "CE", "ML"};

str value_duration(arena *mem, int32_t hundredths, unit u)
{
    buf b = {.mem = mem};
    buf_add(&b, u <= UNIT_hour ? S("PT") : S("P"));
    if (hundredths < 0)
        buf_byte(&b, 'X');
    else if (hundredths % 100 == 0)
        buf_printf(&b, "%d", hundredths / 100);
    else if (hundredths % 10 == 0)
        buf_printf(&b, "%d.%d", hundredths / 100, hundredths / 10 % 10);
    else
        buf_printf(&b, "%d.%02d", hundredths / 100, hundredths % 100);
    buf_add(&b, str_of(unit_letters[u]));
    return buf_str(&b);
}

str value_each(arena *mem, unit u, int32_t weekday)
{
    if (weekday != UNSET)
        return str_printf(mem, "XXXX-WXX-%d", weekday);
    switch (u) {
    case UNIT_day:   return S("XXXX-XX-XX");
    case UNIT_week:  return S("XXXX-WXX");
    case UNIT_weekend: return S("XXXX-WXX-WE");
    case UNIT_month: return S("XXXX-XX");
    case UNIT_quarter: return S("XXXX-QX");
    case UNIT_year:  return S("XXXX");
    default:         return value_duration(mem, 100, u);
    }
}

/* ---- days ------------------------------------------------------------- */
static bool days_long(const point *p, day *first, day *last, grain *g)
{
    int32_t year = p->decade != UNSET ? p->decade : p->century * 100, years = p->decade != UNSET ? 10 : 100;
    if (p->decade != UNSET && p->decade < 0)
        year = p->decade - 8;                           /* the 470s BC: 479 .. 470 */
    if (p->decade == UNSET && p->century < 0)
        year = p->century * 100 + 1;                    /* the 5th century BC: 500 .. 401 */
    *first = day_of(year, 1, 1);
    *last = day_of(year + years, 1, 0);
    *g = years == 10 ? GRAIN_DECADE : GRAIN_CENTURY;
    return true;
}

static void months(const point *p, int first_month, int n, day *first, day *last)
{
    *first = day_of(p->year, first_month, 1);
    *last = day_of(p->year, first_month + n, 0);
}

static bool days_in_year(const point *p, day *first, day *last, grain *g)
{
    if (p->season != UNSET)
        months(p, 3 + 3 * p->season, 3, first, last), *g = GRAIN_QUARTER;
    else if (p->half != UNSET)
        months(p, 6 * p->half - 5, 6, first, last), *g = GRAIN_RANGE;
    else if (p->quarter != UNSET)
        months(p, 3 * p->quarter - 2, 3, first, last), *g = GRAIN_QUARTER;
    else if (p->month != UNSET)
        months(p, p->month, 1, first, last), *g = GRAIN_MONTH;
    else
        months(p, 1, 12, first, last), *g = GRAIN_YEAR;
    return true;
}

bool value_days(const point *p, day *first, day *last, grain *g)
{
    if (p->decade != UNSET || p->century != UNSET)
        return days_long(p, first, last, g);
    if (p->year == UNSET)
        return false;
    if (p->week != UNSET) {
        *first = day_of_iso_week(p->year, p->week) + (p->weekend ? 5 : 0);
        *last = *first + (p->weekend ? 1 : 6);
        *g = p->weekend ? GRAIN_RANGE : GRAIN_WEEK;
        return true;
    }
    if (p->month != UNSET && p->mday != UNSET && p->mday > 0) {
        *first = *last = day_of(p->year, p->month, p->mday);
        *g = GRAIN_DAY;
        return true;
    }
    return days_in_year(p, first, last, g);
}

day day_shift(day d, int32_t n, unit u)
{
    int32_t in_months = u == UNIT_month ? 1 : u == UNIT_quarter || u == UNIT_season ? 3 : u == UNIT_half ? 6 : u == UNIT_year ? 12
                      : u == UNIT_decade ? 120 : u == UNIT_century ? 1200 : u == UNIT_millennium ? 12000 : 0;
    if (!in_months)
        return d + n * (u == UNIT_week || u == UNIT_weekend ? 7 : u >= UNIT_day ? 1 : 0);
    ymd c = day_ymd(d), there = day_ymd(day_of(c.year, c.month + n * in_months, 1));
    int length = day_month_length(there.year, there.month);
    return day_of(there.year, there.month, c.day < length ? c.day : length);
}
