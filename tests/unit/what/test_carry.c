/* On which days was an act that tells none: by its verb's form, the text before it, the report? */
#include "ruled.h"

static bool failed;
static const type_info act = {"ASSAULT", "", ""}, speech = {"ACCUSE", "", ""};

#define MONDAY "2024-05-06"
#define REPORT "2024-05-08"

/* "first..last" of the act on `word`; "" for an open or unknown end. */
static void days_beside(doc *d, const char *other, const char *word, const type_info *type, status st, const char *wanted)
{
    senses s = ruled_senses(d);
    if (*other) s.at[told_at(d, other)].type = &speech;
    uint32_t i = told_at(d, word);
    s.at[i].type = type;
    event ev = {.type = type->name, .status = st, .trigger = {i, i + 1}, .first = DAY_NONE, .last = DAY_NONE};
    buf b = {.mem = d->mem};
    carry_days(d, &s, &ev, i);
    buf_printf(&b, STR_FMT ".." STR_FMT, STR_ARG(day_print(d->mem, ev.first)), STR_ARG(day_print(d->mem, ev.last)));
    bool none = ev.because.n == 0;
    if (none) buf_add(&b, S(" unstated"));
    failed |= !told_same(d, buf_str(&b), wanted);
    doc_free(d);
}

static void days_in(doc *d, const char *word, const type_info *type, status st, const char *wanted) { days_beside(d, "", word, type, st, wanted); }

/* A sentence of a day, then two with the one asked for, then the rest of the report. */
static const char lines[] = "Oslo/NNP/nsubj/2 came/VBD/ROOT/0\n%s\nOslo/NNP/nsubj/2 sat/VBD/ROOT/0\nBern/NNP/nsubj/2 shelled/VBD/ROOT/0 Rome/NNP/dobj/2";

static doc *report(const char *sentence, bool carried)
{
    arena *mem = arena_new(0);
    assert(mem && !arena_enter(mem));
    doc *d = told(str_printf(mem, lines, sentence).ptr, "", "");
    arena_free(mem);
    d->article.published = told_day(REPORT);
    if (!carried) return d;
    told_time(d, "came", GRAIN_DAY, BASIS_RELATIVE, MONDAY, MONDAY);
    for (uint32_t k = 1; k < d->sentences.n; k++) d->story.at[k].time = 0;
    return d;
}

static void by_form(void)
{
    days_in(report("Oslo/NNP/nsubj/2 hit/VBD/ROOT/0 Rome/NNP/dobj/2", true), "hit", &act, STATUS_ACTUAL, MONDAY ".." MONDAY);
    days_in(report("Oslo/NNP/nsubj/3 had/VBD/aux/3 hit/VBN/ROOT/0 Rome/NNP/dobj/3", true), "hit", &act, STATUS_ACTUAL, ".." MONDAY);
    days_in(report("Oslo/NNP/nsubj/4 has/VBZ/aux/4 often/RB/advmod/4 hit/VBN/ROOT/0 Rome/NNP/dobj/4", true), "hit", &act, STATUS_ACTUAL, ".." REPORT);
    days_in(report("Oslo/NNP/nsubj/3 is/VBZ/aux/3 hitting/VBG/ROOT/0 Rome/NNP/dobj/3", true), "hitting", &act, STATUS_ACTUAL, ".." REPORT);
    days_in(report("Oslo/NNP/nsubj/2 condemns/VBZ/ROOT/0 Rome/NNP/dobj/2", true), "condemns", &speech, STATUS_ACTUAL, REPORT ".." REPORT);
    days_in(report("Oslo/NNP/nsubj/3 will/MD/aux/3 hit/VB/ROOT/0 Rome/NNP/dobj/3", true), "hit", &act, STATUS_PLANNED, "2024-05-09..");
    days_in(report("Oslo/NNP/nsubj/3 may/MD/aux/3 hit/VB/ROOT/0 Rome/NNP/dobj/3", true), "hit", &act, STATUS_HYPOTHETICAL, "2024-05-09..");
    days_in(report("Oslo/NNP/nsubj/4 may/MD/aux/4 have/VB/aux/4 hit/VBN/ROOT/0 Rome/NNP/dobj/4", true), "hit", &act, STATUS_HYPOTHETICAL, ".. unstated");
}

static void by_report(void)
{
    days_in(report("Oslo/NNP/nsubj/2 hit/VBD/ROOT/0 Rome/NNP/dobj/2", false), "hit", &act, STATUS_ACTUAL, REPORT ".." REPORT); /* told as news */
    days_in(report("Oslo/NNP/nsubj/2 hit/VBD/ROOT/0 Rome/NNP/dobj/2", false), "shelled", &act, STATUS_ACTUAL, ".. unstated");  /* background   */
    days_in(report("Oslo/NNP/nsubj/2 hit/VBD/ROOT/0 Rome/NNP/dobj/2", false), "shelled", &speech, STATUS_ACTUAL, REPORT ".." REPORT);
    doc *d = report("Oslo/NNP/nsubj/2 hit/VBD/ROOT/0 Rome/NNP/dobj/2", false);
    told_time(d, "came", GRAIN_DAY, BASIS_RELATIVE, MONDAY, MONDAY);
    d->story.lead = 0;
    days_in(d, "shelled", &act, STATUS_ACTUAL, MONDAY ".." MONDAY); /* the day of the news */
    d = report("Oslo/NNP/nsubj/2 hit/VBD/ROOT/0 Rome/NNP/dobj/2", false);
    d->article.published = DAY_NONE;
    days_in(d, "hit", &act, STATUS_ACTUAL, ".. unstated");
}

/* A claim goes along with the text; the war that its source was at comes first. */
static void in_claims(void)
{
    doc *d = report("Oslo/NNP/nsubj/2 hit/VBD/ROOT/0 Rome/NNP/dobj/2", true);
    told_claim(d, "", "", "hit", "Rome", SAID_DIRECT, STANCE_ASSERTED);
    days_in(d, "hit", &act, STATUS_ACTUAL, MONDAY ".." MONDAY);
    d = report("Oslo/NNP/nsubj/2 hit/VBD/ROOT/0 Rome/NNP/dobj/2", true);
    told_claim(d, "", "", "hit", "Rome", SAID_DIRECT, STANCE_ASSERTED);
    told_time(d, "Oslo", GRAIN_RANGE, BASIS_NAMED, "2020-09-27", "2020-11-10")->names_event = true;
    d->times.at[1].tok = (range){1, 2};
    d->story.at[1].frame = 1;
    d->story.at[1].time = NONE;
    days_in(d, "hit", &act, STATUS_ACTUAL, "2020-09-27..2020-11-10");
}

/* "the raid" is the one told before; "a raid" is not; "the continued siege" goes on. */
static void nouns(const char *phrase, const char *verb, const char *noun, const char *wanted)
{
    doc *d = report(phrase, false);
    event before = {.type = act.name, .status = STATUS_ACTUAL, .trigger = {1, 2}, .first = told_day(MONDAY), .last = told_day(MONDAY), .basis = BASIS_STATED};
    array_push(d->mem, d->events, before);
    days_beside(d, verb, noun, &act, STATUS_ACTUAL, wanted);
}

/* What "after the war" names is at its end; a cause ends with what it led to. */
static void after_a_war(void)
{
    doc *d = told("Oslo/NNP/nsubj/2 came/VBD/ROOT/0 after/IN/prep/2 war/NN/pobj/3\nRaids/NNS/nsubj/2 prompted/VBD/ROOT/0 action/NN/dobj/2 Monday/NNP/npadvmod/2", "", "");
    d->article.published = told_day(REPORT);
    told_time(d, "war", GRAIN_RANGE, BASIS_NAMED, "2020-09-27", "2020-11-10")->names_event = true;
    told_time(d, "Monday", GRAIN_DAY, BASIS_RELATIVE, MONDAY, MONDAY);
    d->story.at[1].time = 0;
    days_in(d, "Raids", &act, STATUS_ACTUAL, "2020-11-10.." MONDAY);
}

int main(void)
{
    arena *mem = arena_new(0);
    if (!mem || arena_enter(mem)) return 1;
    ruled(mem, "own.rules", "type ASSAULT\n  quad MATERIAL CONFLICT\n  cameo 190\n");
    by_form();
    by_report();
    in_claims();
    nouns("Oslo/NNP/nsubj/2 condemned/VBD/ROOT/0 the/DT/det/4 raid/NN/dobj/2", "condemned", "raid", MONDAY ".." MONDAY);
    nouns("Oslo/NNP/nsubj/2 condemned/VBD/ROOT/0 a/DT/det/4 raid/NN/dobj/2", "condemned", "raid", ".." REPORT);
    nouns("Oslo/NNP/nsubj/2 condemned/VBD/ROOT/0 the/DT/det/5 continued/JJ/amod/5 siege/NN/dobj/2", "condemned", "siege", ".." REPORT);
    nouns("Oslo/NNP/nsubj/2 made/VBD/ROOT/0 a/DT/det/4 raid/NN/dobj/2", "", "raid", REPORT ".." REPORT);
    after_a_war();
    arena_free(mem);
    if (!failed) puts("ok");
    return failed;
}
