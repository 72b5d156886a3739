/* Does the room find times in a text without a parse, and name the days and
 * the publication day?  What needs the tense is in tests/cases/when. */
#include "when/when_internal.h"
#include <assert.h>
#include <stdio.h>

static const when *room;
static bool failed;

static doc *read_text(const char *text, const char *published)
{
    doc *d = doc_new();
    assert(d && !arena_enter(d->mem));
    d->text = d->article.given = str_of(text);
    d->article.published = DAY_NONE;
    if (day_parse(str_of(published), &d->article.published))
        d->article.basis = PUBLISHED_GIVEN;
    when_fill(d, room);
    return d;
}

/* The times' values with blanks between; ranges and named events in brackets. */
static void times(const char *text, const char *published, const char *expected)
{
    doc *d = read_text(text, published);
    buf b = {.mem = d->mem};
    for (uint32_t i = 0; i < d->times.n; i++) {
        const timex *t = &d->times.at[i];
        assert(t->why && t->span.first < t->span.end && t->span.end <= d->text.len);
        buf_printf(&b, t->names_event ? "%s(" STR_FMT ")" : "%s" STR_FMT, b.len ? " " : "", STR_ARG(t->value));
    }
    str found = buf_str(&b);
    if (!str_is(found, expected))
        fprintf(stderr, "%s\n  wanted %s\n  found  " STR_FMT "\n", text, expected, STR_ARG(found));
    failed |= !str_is(found, expected);
    doc_free(d);
}

static void days(const char *text, const char *published, const char *first, const char *last)
{
    doc *d = read_text(text, published);
    assert(d->times.n > 0);
    const timex *t = &d->times.at[d->times.n - 1];
    str a = day_print(d->mem, t->first), b = day_print(d->mem, t->last);
    if (!str_is(a, first) || !str_is(b, last))
        fprintf(stderr, "%s\n  found " STR_FMT ".." STR_FMT "\n", text, STR_ARG(a), STR_ARG(b));
    failed |= !str_is(a, first) || !str_is(b, last);
    doc_free(d);
}

static void published(const char *text, const char *expected, published_basis how)
{
    doc *d = read_text(text, "");
    str found = day_print(d->mem, d->article.published);
    if (!str_is(found, expected))
        fprintf(stderr, "%s\n  found " STR_FMT "\n", text, STR_ARG(found));
    failed |= !str_is(found, expected) || d->article.basis != how;
    doc_free(d);
}

static void finds(void)
{
    times("", "2003-05-08", "");
    times("from 1914 to 1918", "2003-05-08", "(1914/1918) 1914 1918");
    times("They fought from 6 April to 10 May 1990.", "2003-05-08", "(1990-04-06/1990-05-10) 1990-04-06 1990-05-10");
    times("They held it from October to March.", "2003-05-08", "(2002-10/2003-03) 2002-10 2003-03");
    times("They held it from 23 January to 9 March.", "2003-01-28", "(2003-01-23/2003-03-09) 2003-01-23 2003-03-09");
    times("The 44-day war went on.", "2024-11-08", "P44D");
    times("Azerbaijan won the Second Karabakh War.", "2024-11-08", "(2020-09-27/2020-11-10)");
    times("The Six-Day War began.", "2003-05-08", "(1967-06-05/1967-06-10) P6D");
    times("Four years ago, on 27 September, war began.", "2024-11-08", "2020 2020-09-27");
    times("On 27 September, four years ago, war began.", "2024-11-08", "2020-09-27 2020");
    times("In 2021, four years ago and in May 2022, war began.", "2024-11-08", "2021 2020 2022-05");
    times("$2000 and F-105 and 2000-year-old things", "2003-05-08", "P2000Y");
    times("1990s, 19th-century, 480 BC", "2003-05-08", "199 18 BC0480");
    times("on 30 February 2003", "2003-05-08", "");
    times("at 10 a.m. GMT on 5 May 2003", "2004-05-08", "2003-05-05T10:00Z");
    times("Easter 2024 and Thanksgiving 2023 and Memorial Day 2022", "2003-05-08", "2024-03-31 2023-11-23 2022-05-30");
}

static void names_days(void)
{
    days("over the past 24 hours", "2003-05-08", "2003-05-07", "2003-05-08");
    days("early October 2020", "2003-05-08", "2020-10-01", "2020-10-10");
    days("two weeks ago", "2003-05-08", "2003-04-21", "2003-04-27");
    days("the second half of 2008", "2003-05-08", "2008-07-01", "2008-12-31");
    days("the five-day war of Georgia", "2010-01-01", "", "");
    days("8 November - Azerbaijan tells of the Shusha victory of 2020", "2024-11-08", "2020-01-01", "2020-12-31");
}

static void infers(void)
{
    published("Friday, January 4, 2019\n\nThe talks went on.", "2019-01-04", PUBLISHED_DATELINE);
    published("Today, ten years have passed since the fall of the Berlin Wall.", "1999-11-09", PUBLISHED_INFERRED);
    published("He left in 2019. He said on Friday, November 8, that he would return.", "2019-11-08", PUBLISHED_INFERRED);
    published("He said on Friday that he would return.", "", PUBLISHED_UNKNOWN);
    published("The war of 1998 was long.", "", PUBLISHED_UNKNOWN);
}

int main(void)
{
    fail f = {0};
    dataset *data;
    when *loaded;
    arena *mem = arena_new(0);
    assert(dataset_open(&data, mem, NULL, &f) == FAIL_OK);
    assert(when_load(&loaded, mem, data, &f) == FAIL_OK);
    room = loaded;
    finds();
    names_days();
    infers();
    arena_free(mem);
    puts(failed ? "test_when: failed" : "test_when: ok");
    return failed;
}
