/* base/day.h: calendar arithmetic on day numbers (proleptic Gregorian). */
#ifndef DATELINE_DAY_H
#define DATELINE_DAY_H
#include "base/str.h"

typedef int32_t day;                 /* days since 1970-01-01; may be negative */
#define DAY_NONE INT32_MIN           /* unknown, or an open end                */

typedef struct ymd { int year, month, day; } ymd; /* month 1..12, day 1..31; year 0 is 1 BC */

day  day_of(int year, int month, int mday);   /* month, day out of range roll over   */
ymd  day_ymd(day d);
int  day_weekday(day d);                      /* 1 Monday .. 7 Sunday (ISO 8601)     */
int  day_month_length(int year, int month);
int  day_iso_week(day d, int *year);          /* ISO week 1..53 and its year         */
day  day_of_iso_week(int year, int week);     /* that week's Monday                  */
bool day_parse(str s, day *out);              /* "2020-09-27", also followed by a time ("T..." or " ...") */
/* "2020", "2020-10", "2020-10-04": the first and the last day of it. */
bool day_stretch(str s, day *first, day *last);
str  day_print(arena *mem, day d);            /* "2020-09-27"; "" for DAY_NONE       */
#endif
