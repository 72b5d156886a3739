/* On which days was it, by the dates of its own sentence? */
#include "ruled.h"

static bool failed;
static const type_info act = {"ASSAULT", "", ""}, speech = {"ACCUSE", "", ""};

/* "first..last" of the event on `word`; "" for an open or unknown end. */
static void days_in(doc *d, const char *word, const type_info *type, status st, const char *wanted)
{
    senses s = ruled_senses(d);
    uint32_t i = told_at(d, word);
    s.at[i].type = type;
    event ev = {.type = type->name, .status = st, .trigger = {i, i + 1}};
    buf b = {.mem = d->mem};
    days_fill(d, &s, &ev, i);
    buf_printf(&b, STR_FMT ".." STR_FMT, STR_ARG(day_print(d->mem, ev.first)), STR_ARG(day_print(d->mem, ev.last)));
    assert((ev.basis == BASIS_UNSTATED) == (ev.because.n == 0));
    failed |= !told_same(d, buf_str(&b), wanted);
    doc_free(d);
}

#define MONDAY "2024-05-06"
#define SUNDAY "2024-05-05"

static doc *on(const char *text, bool sunday)
{
    doc *d = told(text, "", "");
    d->article.published = told_day("2024-05-08");
    if (sunday) told_time(d, "Sunday", GRAIN_DAY, BASIS_RELATIVE, SUNDAY, SUNDAY);
    told_time(d, "Monday", GRAIN_DAY, BASIS_RELATIVE, MONDAY, MONDAY);
    return d;
}

static void own_clause(void)
{
    days_in(on("Oslo/NNP/nsubj/2 hit/VBD/ROOT/0 Rome/NNP/dobj/2 Monday/NNP/npadvmod/2", false), "hit", &act, STATUS_ACTUAL, MONDAY ".." MONDAY);
    static const char two[] = "Oslo/NNP/nsubj/2 hit/VBD/ROOT/0 Rome/NNP/dobj/2 on/IN/prep/2 Sunday/NNP/pobj/4 and/CC/cc/2 Bern/NNP/nsubj/8 left/VBD/conj/2 "
                              "on/IN/prep/8 Monday/NNP/pobj/9";
    days_in(on(two, true), "hit", &act, STATUS_ACTUAL, SUNDAY ".." SUNDAY);
    days_in(on(two, true), "left", &act, STATUS_ACTUAL, MONDAY ".." MONDAY);
}

/* "said on Monday troops hit Rome on Sunday": each act has its own; the claim's
 * day is not that of what it tells, when that has one. */
static void acts_below_keep_theirs(void)
{
    static const char both[] = "Oslo/NNP/nsubj/2 said/VBD/ROOT/0 on/IN/prep/2 Monday/NNP/pobj/3 troops/NNS/nsubj/6 hit/VBD/ccomp/2 Rome/NNP/dobj/6 on/IN/prep/6 "
                               "Sunday/NNP/pobj/8";
    days_in(on(both, true), "hit", &act, STATUS_ACTUAL, SUNDAY ".." SUNDAY);
    days_in(on(both, true), "said", &speech, STATUS_ACTUAL, MONDAY ".." MONDAY);
    static const char below[] = "Oslo/NNP/nsubj/2 condemned/VBD/ROOT/0 Rome/NNP/dobj/2 ,/,/punct/3 which/WDT/nsubj/6 fell/VBD/relcl/3 on/IN/prep/6 Monday/NNP/pobj/7";
    days_in(on(below, false), "fell", &act, STATUS_ACTUAL, MONDAY ".." MONDAY);
    days_in(on(below, false), "condemned", &act, STATUS_DENIED, "2024-05-08..2024-05-08"); /* Monday is Rome's fall */
}

static doc *after(const char *prep)
{
    arena *mem = arena_new(0);
    assert(mem && !arena_enter(mem));
    str text = str_printf(mem, "Oslo/NNP/nsubj/2 ruled/VBD/ROOT/0 Rome/NNP/dobj/2 %s/IN/prep/2 Monday/NNP/pobj/4", prep);
    doc *d = on(text.ptr, false);
    arena_free(mem);
    d->times.at[0].last = told_day("2024-05-07");
    return d;
}

static void prepositions(void)
{
    days_in(after("in"), "ruled", &act, STATUS_ACTUAL, "2024-05-06..2024-05-07");
    days_in(after("since"), "ruled", &act, STATUS_ACTUAL, "2024-05-06..2024-05-08");
    days_in(after("after"), "ruled", &act, STATUS_ACTUAL, "2024-05-07..2024-05-08");
    days_in(after("following"), "ruled", &act, STATUS_ACTUAL, "2024-05-07..2024-05-08");
    days_in(after("before"), "ruled", &act, STATUS_ACTUAL, "..2024-05-06");
    days_in(after("until"), "ruled", &act, STATUS_ACTUAL, "..2024-05-07");
}

/* A date of another clause of the sentence will do; of two, the one told before. */
static void far_dates(uint32_t n, const char *wanted)
{
    doc *d = on("Oslo/NNP/nsubj/2 said/VBD/ROOT/0 a/NN/nsubj/4 left/VBD/parataxis/2 Sunday/NNP/npadvmod/4 Rome/NNP/nsubj/7 hit/VBD/parataxis/2 Bern/NNP/dobj/7 "
                "b/NN/nsubj/10 came/VBD/parataxis/2 Monday/NNP/npadvmod/10",
                true);
    d->times.n = n;
    d->article.published = DAY_NONE;
    days_in(d, "hit", &act, STATUS_ACTUAL, wanted);
}

/* What was done was on no day to come; what is planned may be. */
static void days_to_come(void)
{
    static const char text[] = "Oslo/NNP/nsubj/2 hit/VBD/ROOT/0 Rome/NNP/dobj/2 Monday/NNP/npadvmod/2";
    doc *d = on(text, false);
    d->article.published = told_day(SUNDAY);
    days_in(d, "hit", &act, STATUS_ACTUAL, SUNDAY ".." SUNDAY);
    d = on(text, false);
    d->article.published = told_day(SUNDAY);
    days_in(d, "hit", &act, STATUS_PLANNED, MONDAY ".." MONDAY);
}

/* "a raid that came on Monday"; "left since Rome fell on Monday" */
static void clauses_below(void)
{
    days_in(on("Oslo/NNP/nsubj/2 saw/VBD/ROOT/0 raid/NN/dobj/2 that/WDT/nsubj/5 came/VBD/relcl/3 Monday/NNP/npadvmod/5", false), "raid", &act, STATUS_ACTUAL, MONDAY ".." MONDAY);
    static const char since[] = "Oslo/NNP/nsubj/2 hit/VBD/ROOT/0 Bern/NNP/dobj/2 since/IN/mark/6 Rome/NNP/nsubj/6 fell/VBD/advcl/2 Monday/NNP/npadvmod/6";
    days_in(on(since, false), "hit", &act, STATUS_ACTUAL, MONDAY "..2024-05-08");
}

/* "this week" of what was done ends with the report; of two that go together the finer one holds. */
static void wide_times(void)
{
    static const char text[] = "Oslo/NNP/nsubj/2 hit/VBD/ROOT/0 Rome/NNP/dobj/2 Sunday/NNP/npadvmod/2 Monday/NNP/npadvmod/2";
    doc *d = on(text, true);
    d->times.at[0].last = told_day("2024-05-12");
    d->times.n = 1;
    days_in(d, "hit", &act, STATUS_ACTUAL, SUNDAY "..2024-05-08");
    d = on(text, true);
    d->times.at[0].last = told_day("2024-05-12");
    days_in(d, "hit", &act, STATUS_ACTUAL, MONDAY ".." MONDAY);
}

/* Ends without days and repetitions tell none. */
static void times_without_days(void)
{
    static const char text[] = "Oslo/NNP/nsubj/2 hit/VBD/ROOT/0 Rome/NNP/dobj/2 Monday/NNP/npadvmod/2";
    doc *d = on(text, false);
    d->times.at[0].type = TIMEX_SET;
    d->article.published = DAY_NONE;
    days_in(d, "hit", &act, STATUS_ACTUAL, "..");
    d = on(text, false);
    d->times.at[0].basis = BASIS_UNSTATED;
    d->article.published = DAY_NONE;
    days_in(d, "hit", &act, STATUS_ACTUAL, "..");
}

int main(void)
{
    own_clause();
    acts_below_keep_theirs();
    prepositions();
    far_dates(1, SUNDAY ".." SUNDAY);
    far_dates(2, SUNDAY ".." SUNDAY);
    days_to_come();
    clauses_below();
    wide_times();
    times_without_days();
    if (!failed) puts("ok");
    return failed;
}
