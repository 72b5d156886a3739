/* Which countries is the story about, and which day is it at, sentence by sentence? */
#include "told.h"

static bool failed;

/* The countries with their weights, heaviest first, as of the start of each sentence and of the whole. */
static void countries(const char *text, const char *actors, const char *wanted)
{
    doc *d = told(text, "", actors);
    buf b = {.mem = d->mem};
    state_fill(d);
    for (uint32_t s = 0; s <= d->sentences.n; s++) {
        const country_weight *c = s < d->sentences.n ? d->story.at[s].country : d->story.country;
        if (s) buf_add(&b, S(" |"));
        for (int k = 0; k < 4 && c[k].code[0]; k++) buf_printf(&b, " %s=%.1f", c[k].code, c[k].weight);
    }
    failed |= !told_same(d, buf_str(&b), wanted);
    doc_free(d);
}

static void weighs_countries(void)
{
    countries("Oslo left", "Oslo=co/NOR", " | NOR=1.5");
    countries("Oslo met Rome\nRome left", "Oslo=co/NOR Rome=co/ITA Rome=co/ITA", " | NOR=1.5 ITA=1.5 | ITA=3.0 NOR=1.5");
    countries("Oslo met Rome", "Oslo=bo/NOR/JRN Rome=co/ITA", " | ITA=1.5 NOR=0.1");
    countries("Oslo met it", "Oslo=co/NOR it=pr/ITA", " | NOR=1.5");
    countries("Oslo met troops", "Oslo=co/NOR troops=ro/ITA/MIL/c", " | NOR=1.5");
    countries("Oslo met banks", "Oslo=bo/IGO banks=bo/MNC/BUS", " |");
    countries("a b c d e", "a=co/AAA b=co/BBB c=co/CCC d=co/DDD e=co/EEE", " | AAA=1.5 BBB=1.5 CCC=1.5 DDD=1.5");
}

static void weighs_places(void)
{
    doc *d = told("Oslo left Rome", "", "Oslo=co/NOR");
    array_push(d->mem, d->places, (place){.tok = {2, 3}, .country = "ITA", .kind = "city"});
    state_fill(d);
    failed |= strcmp(d->story.country[1].code, "ITA") != 0 || d->story.country[1].weight >= 1;
    failed |= strcmp(story_country_near(d, 1, NULL), "NOR") != 0 || strcmp(story_country_near(d, 1, "NOR"), "ITA") != 0;
    doc_free(d);
    d = told("they left", "", "");
    state_fill(d);
    failed |= story_country_near(d, 1, NULL)[0] != 0;
    doc_free(d);
}

/* The day at the start of each sentence; "-" for none. */
static void days_are(doc *d, const char *wanted)
{
    buf b = {.mem = d->mem};
    state_fill(d);
    for (uint32_t s = 0; s < d->sentences.n; s++) {
        const story_state *st = &d->story.at[s];
        str first = day_print(d->mem, st->first);
        assert((st->time == NONE) == (st->first == DAY_NONE));
        buf_printf(&b, "%s" STR_FMT, s ? " " : "", STR_ARG(first.len ? first : S("-")));
    }
    failed |= !told_same(d, buf_str(&b), wanted);
    doc_free(d);
}

static const char five[] = "a met Monday\nb met c\nd met May\ne met f\ng met h";

static void carries_days(void)
{
    doc *d = told(five, "", "");
    told_time(d, "Monday", GRAIN_DAY, BASIS_RELATIVE, "2024-05-06", "2024-05-06");
    days_are(d, "- 2024-05-06 2024-05-06 2024-05-06 -");
    d = told(five, "", ""); /* a month is carried on in its paragraph */
    told_time(d, "c", GRAIN_DAY, BASIS_RELATIVE, "2024-05-06", "2024-05-06");
    told_time(d, "May", GRAIN_MONTH, BASIS_STATED, "2023-05-01", "2023-05-31");
    days_are(d, "- - 2024-05-06 2023-05-01 2023-05-01");
    d = told("a met Monday\nd met May\n|\ne met f", "", "");
    told_time(d, "May", GRAIN_MONTH, BASIS_STATED, "2023-05-01", "2023-05-31");
    days_are(d, "- - -");
    d = told(five, "", ""); /* the finest time of a sentence goes on */
    told_time(d, "a", GRAIN_DAY, BASIS_STATED, "2024-05-01", "2024-05-01");
    told_time(d, "Monday", GRAIN_WEEK, BASIS_RELATIVE, "2024-05-06", "2024-05-12");
    days_are(d, "- 2024-05-01 2024-05-01 2024-05-01 -");
}

/* The day of a clause aside is not where the text is; nor is a day to come. */
static void stays_with_main_clause(void)
{
    static const char aside[] = "a/NNP/nsubj/2 met/VBD/ROOT/0 c/NNP/dobj/2 who/WP/nsubj/5 left/VBD/relcl/3 Monday/NNP/npadvmod/5\ne met f";
    doc *d = told(aside, "", "");
    told_time(d, "Monday", GRAIN_DAY, BASIS_RELATIVE, "2024-05-06", "2024-05-06");
    days_are(d, "- -");
    d = told(five, "", "");
    d->article.published = told_day("2024-05-03");
    told_time(d, "Monday", GRAIN_DAY, BASIS_RELATIVE, "2024-05-06", "2024-05-06");
    days_are(d, "- - - - -");
}

/* The news' own day: told in the first sentences, near the report. */
static void finds_the_lead(void)
{
    doc *d = told("a/NNP/nsubj/2 met/VBD/ROOT/0 Monday/NNP/npadvmod/2", "", "");
    told_time(d, "Monday", GRAIN_DAY, BASIS_RELATIVE, "2024-05-06", "2024-05-06");
    d->article.published = told_day("2024-05-08");
    state_fill(d);
    failed |= d->story.lead != 0;
    d->article.published = told_day("2024-06-08");
    state_fill(d);
    failed |= d->story.lead != NONE;
    doc_free(d);
}

static void finds_frames(void)
{
    doc *d = told(five, "", "");
    told_time(d, "Monday", GRAIN_RANGE, BASIS_NAMED, "2020-09-27", "2020-11-10")->names_event = true;
    state_fill(d);
    failed |= d->story.at[0].frame != NONE || d->story.at[1].frame != 0 || d->story.at[4].frame != NONE;
    doc_free(d);
}

static void carries_no_other_times(void)
{
    doc *d = told(five, "", "");
    told_time(d, "Monday", GRAIN_DAY, BASIS_NAMED, "2020-09-27", "2020-11-10")->names_event = true;
    days_are(d, "- - - - -");
    d = told(five, "", "");
    told_time(d, "Monday", GRAIN_DAY, BASIS_RELATIVE, "2020-09-27", "2020-09-29")->type = TIMEX_DURATION;
    days_are(d, "- - - - -");
    d = told(five, "", "");
    told_time(d, "Monday", GRAIN_DAY, BASIS_STATED, "2020-09-27", "");
    days_are(d, "- - - - -");
}

/* The innermost claim about a word; a cue is told by whoever tells of the source. */
static void finds_claims(void)
{
    doc *d = told("Oslo said Rome said troops left", "", "");
    told_claim(d, "Oslo", "said", "Rome", "left", SAID_INDIRECT, STANCE_ASSERTED);
    told_claim(d, "Rome", "", "troops", "left", SAID_INDIRECT, STANCE_ASSERTED);
    failed |= story_attribution_at(d, 0) != NONE || story_attribution_at(d, 2) != 0 || story_attribution_at(d, 5) != 1;
    doc_free(d);
}

int main(void)
{
    weighs_countries();
    weighs_places();
    carries_days();
    carries_no_other_times();
    stays_with_main_clause();
    finds_the_lead();
    finds_frames();
    finds_claims();
    if (!failed) puts("ok");
    return failed;
}
