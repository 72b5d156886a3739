/* when/holiday.c: on which day does a holiday fall?  data/when/holidays.tsv
 * gives a fixed day, the nth weekday of a month, or days from Easter. */
#include "base/table.h"
#include "when/when_internal.h"

/* Easter Sunday of the Gregorian calendar (the "anonymous" computus, 1876). */
static day easter(int year)
{
    int a = year % 19, b = year / 100, c = year % 100, g = (8 * b + 13) / 25;
    int h = (19 * a + b - b / 4 - g + 15) % 30, l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 19 * l) / 433, month = (h + l - 7 * m + 90) / 25;
    return day_of(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}

day holiday_in(const holiday *h, int year)
{
    if (h->moves)
        return easter(year < 1583 ? 1583 : year) + h->easter;
    if (!h->nth)
        return day_of(year, h->month, h->mday);
    if (h->nth < 0) {
        day last = day_of(year, h->month + 1, 0);
        return last - (day_weekday(last) - h->weekday + 7) % 7;
    }
    day first = day_of(year, h->month, 1);
    return first + (h->weekday - day_weekday(first) + 7) % 7 + 7 * (h->nth - 1);
}

static int32_t number_in(const table *t, uint32_t row, const char *column)
{
    long n = 0;
    str_to_int(table_cell(t, row, table_column(t, column)), &n);
    return (int32_t)n;
}

static void read_row(holidays *list, arena *mem, const table *t, uint32_t row)
{
    holiday *h = array_add(mem, list->at);
    array(str) found = {0};
    str names = table_cell(t, row, table_column(t, "names")), name;
    while (str_cut(&names, '|', &name))
        array_push(mem, found, str_trim(name));
    h->name = found.at;
    h->n_names = found.n;
    h->month = number_in(t, row, "month");
    h->mday = number_in(t, row, "day");
    h->nth = number_in(t, row, "nth");
    h->weekday = number_in(t, row, "weekday");
    h->moves = table_cell(t, row, table_column(t, "easter")).len > 0;
    h->easter = number_in(t, row, "easter");
    h->why = t->row[row].why;
}

int holidays_load(holidays *h, arena *mem, const dataset *data, fail *f)
{
    str text;
    const char *path;
    table t;
    int code = dataset_text(data, "when/holidays.tsv", &text, &path, f);
    if (code || (code = table_read(&t, mem, text, path, f)) != 0)
        return code;
    for (uint32_t i = 0; i < t.n_rows; i++) {
        read_row(h, mem, &t, i);
        const holiday *new = &h->at.at[h->at.n - 1];
        if (!new->moves && (new->month < 1 || new->month > 12))
            return fail_set(f, FAIL_FORMAT, path, t.row[i].line, "a holiday needs a month or days from Easter");
    }
    return 0;
}
