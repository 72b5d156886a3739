/* Does base/day.c count days as the calendar does? */
#include "base/day.h"
#include <assert.h>
#include <stdio.h>

static void is(int year, int month, int mday, day expected, int weekday)
{
    ymd c = day_ymd(expected);
    assert(day_of(year, month, mday) == expected);
    assert(c.year == year && c.month == month && c.day == mday);
    assert(day_weekday(expected) == weekday);
}

static void week(int year, int month, int mday, int iso_year, int iso_week)
{
    int y, w = day_iso_week(day_of(year, month, mday), &y);
    assert(y == iso_year && w == iso_week);
    day monday = day_of_iso_week(iso_year, iso_week);
    assert(day_weekday(monday) == 1 && day_of(year, month, mday) - monday < 7);
}

static void parses(const char *text, int year, int month, int mday)
{
    day d = DAY_NONE;
    assert(day_parse(str_of(text), &d) && d == day_of(year, month, mday));
}

static void refuses(const char *text)
{
    day d = 7;
    assert(!day_parse(str_of(text), &d) && d == 7);
}

static void goes_through_every_day(void)
{
    day d = day_of(-401, 1, 1);
    for (ymd c, last = {-402, 12, 31}; d < day_of(2101, 1, 1); d++, last = c) {
        c = day_ymd(d);
        assert(day_of(c.year, c.month, c.day) == d);
        assert(c.day == last.day + 1 || (c.day == 1 && last.day == day_month_length(last.year, last.month)));
    }
}

int main(void)
{
    is(1970, 1, 1, 0, 4);
    is(1969, 12, 31, -1, 3);
    is(2000, 2, 29, 11016, 2);
    is(2020, 11, 8, 18574, 7);
    is(0, 3, 1, -719468, 3);
    assert(day_of(2020, 13, 1) == day_of(2021, 1, 1));
    assert(day_of(2020, 0, 1) == day_of(2019, 12, 1));
    assert(day_of(2020, -13, 1) == day_of(2018, 11, 1));
    assert(day_of(2020, 3, 0) == day_of(2020, 2, 29));
    assert(day_month_length(1900, 2) == 28 && day_month_length(2000, 2) == 29 && day_month_length(2023, 12) == 31);
    week(2020, 12, 31, 2020, 53);
    week(2021, 1, 3, 2020, 53);
    week(2021, 1, 4, 2021, 1);
    week(2018, 12, 31, 2019, 1);
    parses("2020-09-27", 2020, 9, 27);
    parses("2020-09-27T10:00:00Z", 2020, 9, 27);
    parses("2020-09-27 10:00", 2020, 9, 27);
    refuses("2020-9-27");
    refuses("2020-02-30");
    refuses("2020-09-271");
    refuses("2020/09/27");
    refuses("2020-09");
    refuses("");
    goes_through_every_day();
    arena *mem = arena_new(0);
    assert(str_is(day_print(mem, 18574), "2020-11-08") && day_print(mem, DAY_NONE).len == 0);
    arena_free(mem);
    puts("test_day: ok");
    return 0;
}
