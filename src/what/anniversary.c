/* anniversary.c: on which day was the act whose anniversary is told?  "the 30th
 * anniversary of the massacre", marked on a day, is of an act as many years before. */
#include "parse/tree.h"
#include "what/what_internal.h"

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

/* "30th", "thirtieth" → 30; 0 if it is no number of years. */
static int32_t ordinal_of(str w)
{
    static const struct { const char *word; int32_t n; } words[] = {
        {"first", 1}, {"second", 2}, {"third", 3}, {"fourth", 4}, {"fifth", 5}, {"sixth", 6}, {"seventh", 7}, {"eighth", 8}, {"ninth", 9}, {"tenth", 10},
        {"fifteenth", 15}, {"twentieth", 20}, {"twenty-fifth", 25}, {"thirtieth", 30}, {"fortieth", 40}, {"fiftieth", 50}, {"sixtieth", 60}, {"seventieth", 70},
        {"eightieth", 80}, {"ninetieth", 90}, {"hundredth", 100}};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (str_is(w, words[k].word)) return words[k].n;
    int32_t n = 0;
    uint32_t i = 0;
    for (; i < w.len && i < 4 && w.ptr[i] >= '0' && w.ptr[i] <= '9'; i++) n = n * 10 + (w.ptr[i] - '0');
    return i > 0 && i + 2 == w.len ? n : 0;
}

static day years_before(day on, int32_t years)
{
    ymd c = day_ymd(on);
    int32_t length = day_month_length(c.year - years, c.month);
    return day_of(c.year - years, c.month, c.day < length ? c.day : length);
}

/* The "anniversary" that a noun stands under, NONE if none. */
uint32_t anniversary_of(const doc *d, uint32_t noun)
{
    uint32_t prep = at(d, noun)->head, up = at(d, prep)->head;
    return at(d, noun)->dep == DEP_pobj && str_is(at(d, prep)->lower, "of") && str_is(at(d, up)->lemma, "anniversary") ? up : NONE;
}

/* Is it told on the very day: "marked on Sunday", "today is the anniversary"? */
static day day_of_marking(const doc *d, uint32_t anniversary)
{
    static const char *const marks[] = {"mark", "commemorate", "observe", "celebrate", "be"};
    uint32_t verb = tree_clause(d, anniversary);
    range sent = d->sentences.at[at(d, anniversary)->sent];
    for (uint32_t k = doc_time_from(d, sent.first); k < d->times.n && d->times.at[k].tok.first < sent.end; k++)
        if (d->times.at[k].grain == GRAIN_DAY && d->times.at[k].basis == BASIS_RELATIVE) return d->times.at[k].first;
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
        if (str_is(at(d, verb)->lemma, marks[k]) && tree_child_lemma(d, verb, DEP_aux, "will") == NONE) return d->article.published;
    return DAY_NONE;
}

/* "the 30th anniversary of the massacre": it was so many years before the day
 * on which that is marked; within the year, where the day is not told. */
bool anniversary_days(doc *d, event *ev, uint32_t noun)
{
    uint32_t up = anniversary_of(d, noun);
    int32_t years = 0;
    for (uint32_t c = up == NONE ? NONE : tree_first(d, up); c != NONE; c = tree_next(d, c))
        if (!years) years = ordinal_of(at(d, c)->lower);
    if (!years || d->article.published == DAY_NONE) return false;
    day on = day_of_marking(d, up), then = years_before(on == DAY_NONE ? d->article.published : on, years);
    int32_t year = day_ymd(then).year;
    bool exact = on != DAY_NONE;
    ev->first = exact ? then : day_of(year, 1, 1);
    ev->last = exact ? then : day_of(year, 12, 31);
    ev->grain = exact ? GRAIN_DAY : GRAIN_YEAR;
    ev->basis = BASIS_RELATIVE;
    array_push(d->mem, ev->because, "when: reckoned from its anniversary");
    return true;
}
