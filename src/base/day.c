/* base/day.c: which day is that?  Conversions between day numbers, calendar
 * dates and ISO weeks, in the proleptic Gregorian calendar.
 *
 * Days are counted in eras of 400 years (146,097 days) that begin on 1 March,
 * so that the leap day is the last of its year (Howard Hinnant, "chrono-
 * Compatible Low-Level Date Algorithms"). */
#include "base/day.h"

enum { ERA_DAYS = 146097, EPOCH = 719468 /* from 0000-03-01 to 1970-01-01 */ };

static int floor_div(int a, int b) { return a / b - (a % b != 0 && (a % b < 0) != (b < 0)); }

day day_of(int year, int month, int mday)
{
    year += floor_div(month - 1, 12);
    month -= 12 * floor_div(month - 1, 12);
    if (month <= 2)
        year--;
    int era = floor_div(year, 400), year_of_era = year - era * 400;
    int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + mday - 1;
    return era * ERA_DAYS + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - EPOCH;
}

ymd day_ymd(day d)
{
    int n = d + EPOCH, era = floor_div(n, ERA_DAYS), of_era = n - era * ERA_DAYS;
    int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * year + year / 4 - year / 100), shifted = (5 * of_year + 2) / 153;
    int month = shifted < 10 ? shifted + 3 : shifted - 9;
    return (ymd){year + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) / 5 + 1};
}

int day_weekday(day d)
{
    return d - 7 * floor_div(d + 3, 7) + 4; /* 1970-01-01 was a Thursday */
}

int day_month_length(int year, int month)
{
    return day_of(year, month + 1, 1) - day_of(year, month, 1);
}

day day_of_iso_week(int year, int week)
{
    day fourth = day_of(year, 1, 4);        /* always in week 1 */
    return fourth - day_weekday(fourth) + 1 + 7 * (week - 1);
}

int day_iso_week(day d, int *year)
{
    *year = day_ymd(d + 4 - day_weekday(d)).year; /* the week belongs to its Thursday's year */
    return (d - day_of_iso_week(*year, 1)) / 7 + 1;
}

/* The number in digits [first, end) of s, or -1. */
static int digits(str s, uint32_t first, uint32_t end)
{
    int n = 0;
    for (uint32_t i = first; i < end; i++) {
        if (i >= s.len || s.ptr[i] < '0' || s.ptr[i] > '9')
            return -1;
        n = n * 10 + (s.ptr[i] - '0');
    }
    return n;
}

bool day_parse(str s, day *out)
{
    int year = digits(s, 0, 4), month = digits(s, 5, 7), mday = digits(s, 8, 10);
    if (year < 0 || month < 1 || month > 12 || mday < 1 || s.ptr[4] != '-' || s.ptr[7] != '-')
        return false;
    if (mday > day_month_length(year, month) || (s.len > 10 && s.ptr[10] != 'T' && s.ptr[10] != ' '))
        return false;
    *out = day_of(year, month, mday);
    return true;
}

str day_print(arena *mem, day d)
{
    if (d == DAY_NONE)
        return S("");
    ymd c = day_ymd(d);
    return str_printf(mem, "%s%04d-%02d-%02d", c.year < 0 ? "-" : "", c.year < 0 ? -c.year : c.year, c.month, c.day);
}

static bool read_number(str s, uint32_t first, uint32_t end, long *out)
{
    return end <= s.len && str_to_int(str_slice(s, first, end), out) && s.ptr[first] != '-';
}

bool day_stretch(str s, day *first, day *last)
{
    long year, month;
    if (s.len == 10 && day_parse(s, first)) {
        *last = *first;
        return true;
    }
    if (s.len != 4 && s.len != 7) return false;
    if (!read_number(s, 0, 4, &year)) return false;
    if (s.len == 4) {
        *first = day_of((int)year, 1, 1);
        *last = day_of((int)year, 12, 31);
        return true;
    }
    if (s.ptr[4] != '-' || !read_number(s, 5, 7, &month) || month < 1 || month > 12) return false;
    *first = day_of((int)year, (int)month, 1);
    *last = day_of((int)year, (int)month, day_month_length((int)year, (int)month));
    return true;
}
