/* Which numbers are told of an act, and with which bounds? */
#include "ruled.h"

static bool failed;
static const what *lexicon;
static const char lemmas[] = "killed=kill killing=kill died=die arrested=arrest deaths=death wounding=wound wounded=wound gathered=gather";

/* "what low..high" of every count; -1 is no bound. */
static void counts(const char *text, const char *trigger, const char *wanted)
{
    doc *d = told(text, lemmas, "");
    buf b = {.mem = d->mem};
    event ev = {.type = "ASSAULT"};
    counts_fill(d, lexicon, &ev, told_at(d, trigger));
    for (uint32_t k = 0; k < ev.counts.n; k++) {
        const count *c = &ev.counts.at[k];
        assert(str_eq(c->text, doc_words(d, c->tok)));
        buf_printf(&b, "%s%s %ld..%ld", k ? ", " : "", c->what, c->low, c->high);
    }
    failed |= !told_same(d, buf_str(&b), wanted);
    doc_free(d);
}

#define KILLED "raids/NNS/nsubj/2 killed/VBD/ROOT/0 "

static void numbers(void)
{
    counts(KILLED "12/CD/nummod/4 men/NNS/dobj/2", "killed", "killed 12..12");
    counts(KILLED "twelve/CD/nummod/4 men/NNS/dobj/2", "killed", "killed 12..12");
    counts(KILLED "two/CD/compound/4 dozen/CD/nummod/5 men/NNS/dobj/2", "killed", "killed 24..24");
    counts(KILLED "12,500/CD/nummod/4 men/NNS/dobj/2", "killed", "killed 12500..12500");
    counts(KILLED "forty/CD/nummod/4 men/NNS/dobj/2", "killed", "killed 40..40");
    counts(KILLED "12/CD/dobj/2", "killed", "killed 12..12");
    counts(KILLED "men/NNS/dobj/2", "killed", "");
    counts(KILLED "B12/CD/nummod/4 men/NNS/dobj/2", "killed", "");
    counts(KILLED "999999999999/CD/nummod/4 men/NNS/dobj/2", "killed", "");
}

static void scales(void)
{
    counts(KILLED "two/CD/compound/4 hundred/CD/nummod/5 men/NNS/dobj/2", "killed", "killed 200..200");
    counts(KILLED "3/CD/compound/4 thousand/CD/nummod/5 men/NNS/dobj/2", "killed", "killed 3000..3000");
    counts(KILLED "a/DT/det/4 dozen/CD/nummod/5 men/NNS/dobj/2", "killed", "killed 12..12");
    counts(KILLED "forty/CD/compound/4 five/CD/nummod/5 men/NNS/dobj/2", "killed", "killed 45..45");
    counts(KILLED "two/CD/compound/5 hundred/CD/compound/5 thousand/CD/nummod/6 men/NNS/dobj/2", "killed", "killed 200000..200000");
}

static void bounds(void)
{
    counts(KILLED "at/IN/advmod/4 least/JJS/advmod/5 40/CD/nummod/6 men/NNS/dobj/2", "killed", "killed 40..-1");
    counts(KILLED "over/IN/quantmod/4 40/CD/nummod/5 men/NNS/dobj/2", "killed", "killed 40..-1");
    counts(KILLED "more/JJR/amod/5 than/IN/quantmod/5 40/CD/nummod/6 men/NNS/dobj/2", "killed", "killed 40..-1");
    counts(KILLED "fewer/JJR/amod/5 than/IN/quantmod/5 40/CD/nummod/6 men/NNS/dobj/2", "killed", "killed -1..40");
    counts(KILLED "at/IN/advmod/4 most/JJS/advmod/5 40/CD/nummod/6 men/NNS/dobj/2", "killed", "killed -1..40");
}

static void of_whom(void)
{
    counts("12/CD/nummod/2 men/NNS/nsubj/3 died/VBD/ROOT/0", "died", "killed 12..12");
    counts("12/CD/nummod/2 men/NNS/nsubjpass/4 were/VBD/auxpass/4 arrested/VBN/ROOT/0", "arrested", "detained 12..12");
    counts("12/CD/nummod/2 guards/NNS/nsubj/3 killed/VBD/ROOT/0 men/NNS/dobj/3", "killed", "");
    counts("deaths/NNS/nsubj/5 of/IN/prep/1 12/CD/nummod/4 men/NNS/pobj/2 rose/VBD/ROOT/0", "deaths", "killed 12..12");
    counts("crowds/NNS/nsubj/2 hit/VBD/ROOT/0 Rome/NNP/dobj/2 ,/,/punct/2 killing/VBG/advcl/2 two/CD/dobj/5 and/CC/cc/5 wounding/VBG/conj/5 five/CD/dobj/8", "hit",
           "killed 2..2, injured 5..5");
    counts(KILLED "12/CD/nummod/4 men/NNS/dobj/2 who/WP/nsubj/6 arrested/VBD/relcl/4 3/CD/nummod/8 envoys/NNS/dobj/6", "killed", "killed 12..12");
}

int main(void)
{
    arena *mem = arena_new(0);
    assert(mem && !arena_enter(mem));
    lexicon = ruled(mem, "own.rules", "type ASSAULT\n  quad MATERIAL CONFLICT\n  cameo 190\n");
    numbers();
    scales();
    bounds();
    of_whom();
    arena_free(mem);
    if (!failed) puts("ok");
    return failed;
}
