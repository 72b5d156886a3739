/* Are points of time written in TIMEX3, and are they the right days? */
#include "when/when_internal.h"
#include <assert.h>
#include <stdio.h>

static arena *mem;

static void point_is(point p, const char *value, const char *first, const char *last)
{
    day a, b;
    grain g;
    assert(str_is(value_point(mem, &p), value));
    bool known = value_days(&p, &a, &b, &g);
    assert(known == (first[0] != '\0'));
    assert(!known || (str_is(day_print(mem, a), first) && str_is(day_print(mem, b), last)));
}

static point with(int32_t year, int32_t month, int32_t mday)
{
    point p = point_none();
    p.year = year;
    p.month = month;
    p.mday = mday;
    return p;
}

static point season_of(int32_t year, int32_t season)
{
    point p = with(year, UNSET, UNSET);
    p.season = season;
    return p;
}

static point week_of(int32_t year, int32_t week, bool weekend)
{
    point p = with(year, UNSET, UNSET);
    p.week = week;
    p.weekend = weekend;
    return p;
}

static point decade_of(int32_t decade)
{
    point p = point_none();
    p.decade = decade;
    return p;
}

static point century_of(int32_t century)
{
    point p = point_none();
    p.century = century;
    return p;
}

static point clock_of(point p, int32_t hour, int32_t minute, int32_t zone)
{
    p.hour = hour;
    p.minute = minute;
    p.zone = zone;
    return p;
}

static void lengths(void)
{
    assert(str_is(value_duration(mem, 4400, UNIT_day), "P44D"));
    assert(str_is(value_duration(mem, 250, UNIT_year), "P2.5Y"));
    assert(str_is(value_duration(mem, 2400, UNIT_hour), "PT24H"));
    assert(str_is(value_duration(mem, -1, UNIT_month), "PXM"));
    assert(str_is(value_each(mem, UNIT_day, 1), "XXXX-WXX-1"));
    assert(str_is(value_each(mem, UNIT_month, UNSET), "XXXX-XX"));
}

static void shifts(void)
{
    assert(day_shift(day_of(2020, 3, 31), -1, UNIT_month) == day_of(2020, 2, 29));
    assert(day_shift(day_of(2020, 2, 29), 1, UNIT_year) == day_of(2021, 2, 28));
    assert(day_shift(day_of(2020, 12, 30), 1, UNIT_week) == day_of(2021, 1, 6));
    assert(day_shift(day_of(2020, 1, 15), -2, UNIT_decade) == day_of(2000, 1, 15));
    assert(day_shift(day_of(2020, 1, 15), 5, UNIT_minute) == day_of(2020, 1, 15));
}

int main(void)
{
    mem = arena_new(0);
    point_is(with(2003, 5, 6), "2003-05-06", "2003-05-06", "2003-05-06");
    point_is(with(2003, 5, UNSET), "2003-05", "2003-05-01", "2003-05-31");
    point_is(with(2003, UNSET, UNSET), "2003", "2003-01-01", "2003-12-31");
    point_is(with(UNSET, 5, 6), "XXXX-05-06", "", "");
    point_is(with(-489, UNSET, UNSET), "BC0490", "-0489-01-01", "-0489-12-31");
    point_is(with(0, UNSET, UNSET), "BC0001", "0000-01-01", "0000-12-31");
    point_is(season_of(2003, SEASON_SU), "2003-SU", "2003-06-01", "2003-08-31");
    point_is(season_of(2003, SEASON_WI), "2003-WI", "2003-12-01", "2004-02-29");
    point_is(week_of(2020, 53, false), "2020-W53", "2020-12-28", "2021-01-03");
    point_is(week_of(2020, 53, true), "2020-W53-WE", "2021-01-02", "2021-01-03");
    point_is(decade_of(1990), "199", "1990-01-01", "1999-12-31");
    point_is(decade_of(-470), "BC047", "-0478-01-01", "-0469-12-31");
    point_is(century_of(18), "18", "1800-01-01", "1899-12-31");
    point_is(clock_of(with(2003, 3, 19), 21, 34, -300), "2003-03-19T21:34-05", "2003-03-19", "2003-03-19");
    point_is(clock_of(point_none(), 10, 0, UNSET), "T10:00", "", "");
    lengths();
    shifts();
    arena_free(mem);
    puts("test_value: ok");
    return 0;
}
