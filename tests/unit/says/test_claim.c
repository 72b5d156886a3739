/* Who says what, in which claim, and what does the source do with it? */
#include "parsed.h"
#include "says/says.h"
#include <stdio.h>

static const says *rules;
static const char lemmas[] = "said=say says=say denied=deny accused=accuse reported=report noted=note";

static void words_of(buf *b, const doc *d, const ranges *list)
{
    for (uint32_t i = 0; i < list->n; i++) buf_printf(b, i ? " + " STR_FMT : STR_FMT, STR_ARG(doc_words(d, list->at[i])));
    if (!list->n) buf_add(b, S("-"));
}

/* "source: cue: content" of every claim, one a line; ">" once for every claim around it. */
static void claims(const char *const *lines, uint32_t n, const char *expected)
{
    doc *d = parsed_doc(lines, n, lemmas);
    says_fill(d, rules);
    buf b = {.mem = d->mem};
    for (uint32_t i = 0; i < d->attributions.n; i++) {
        const attribution *a = &d->attributions.at[i];
        assert(a->why && a->content.n && a->speaker == NONE);
        for (uint32_t k = a->within; k != NONE; k = d->attributions.at[k].within) buf_byte(&b, '>');
        words_of(&b, d, &a->source);
        buf_add(&b, S(": "));
        words_of(&b, d, &a->cue);
        buf_add(&b, S(": "));
        words_of(&b, d, &a->content);
        static const char *const kinds[] = {"", " (mixed)", " (direct)"};
        static const char *const stances[] = {"", " (denied)", " (asked)", " (demanded)", " (planned)", " (supposed)", " (not said)"};
        buf_printf(&b, "%s%s\n", kinds[a->kind], stances[a->stance]);
    }
    str found = buf_str(&b);
    if (!str_is(found, expected)) fprintf(stderr, "%s\n  wanted\n%s  found\n" STR_FMT, lines[0], expected, STR_ARG(found));
    assert(str_is(found, expected));
    doc_free(d);
}

static void one(const char *line, const char *expected) { claims(&line, 1, expected); }

static void before_after_and_between(void)
{
    one("Oslo/NNP/nsubj/2 said/VBD/ROOT/0 troops/NNS/nsubj/4 left/VBD/ccomp/2 _./././2", "Oslo: said: troops left\n");
    one("“/./punct/4 _We/PRP/nsubj/3 stay/VBP/ccomp/7 _,/,/punct/7 _”/./punct/7 he/PRP/nsubj/7 said/VBD/ROOT/0 _././punct/7",
        "he: said: “We stay,” (direct)\n");
    one("Troops/NNS/nsubj/6 _,/,/punct/6 envoys/NNS/nsubj/4 say/VBP/parataxis/6 _,/,/punct/6 left/VBD/ROOT/0 _././punct/6",
        "envoys: say: Troops + left\n");
}

static void claims_in_claims(void)
{
    one("Oslo/NNP/nsubj/2 said/VBD/ROOT/0 Rome/NNP/nsubj/5 had/VBD/aux/5 denied/VBN/ccomp/2 that/IN/mark/8 troops/NNS/nsubj/8 left/VBD/ccomp/5 _././punct/2",
        "Oslo: said: Rome had denied that troops left\n>Rome: denied: that troops left (denied)\n");
    one("Oslo/NNP/nsubj/4 did/VBD/aux/4 not/RB/neg/4 say/VB/ROOT/0 troops/NNS/nsubj/6 left/VBD/ccomp/4 _././punct/4",
        "Oslo: say: troops left (not said)\n");
}

/* Claims that tell no further source, and what no claim is made of. */
static void idle_claims(void)
{
    one("Oslo/NNP/nsubj/2 said/VBD/ROOT/0 he/PRP/nsubj/4 said/VBD/ccomp/2 troops/NNS/nsubj/6 left/VBD/ccomp/4 _././punct/2",
        "Oslo: said: he said troops left\n");
    one("Note/VB/ROOT/0 that/IN/mark/4 troops/NNS/nsubj/4 left/VBD/ccomp/1 _././punct/1", "");
    one("Oslo/NNP/nsubj/2 said/VBD/ROOT/0 it/PRP/dobj/2 _././punct/2", "");
}

/* The speaker's further verb, which the parser joined to what he said. */
static void the_same_speaker(void)
{
    one("Oslo/NNP/nsubj/2 said/VBD/ROOT/0 it/PRP/nsubj/4 stayed/VBD/ccomp/2 and/CC/cc/4 denied/VBD/conj/4 that/IN/mark/9 troops/NNS/nsubj/9 left/VBD/ccomp/6 _././punct/2",
        "Oslo: said: it stayed\nOslo: denied: that troops left (denied)\n");
    one("Envoys/NNS/nsubj/4 _,/,/punct/4 Lopez/NNP/nsubj/4 said/VBD/ROOT/0 troops/NNS/nsubj/6 left/VBD/ccomp/4 _././punct/4",
        "Envoys, Lopez: said: troops left\n");
}

/* A statement behind a colon; a source that stands between the halves. */
static void colons_and_halves(void)
{
    one("Oslo/NNP/nsubj/2 struck/VBD/ROOT/0 _:/:/punct/2 “/./punct/7 _They/PRP/nsubj/7 were/VBD/aux/7 bringing/VBG/ccomp/2 more/NN/dobj/7 guns/NNS/dobj/7 _././punct/7 _”/./punct/7",
        "Oslo: :: “They were bringing more guns.” (direct)\n");
    one("“/./punct/7 _Risk/NN/nsubj/7 _,/,/punct/7 _”/./punct/7 said/VBD/parataxis/7 Lopez/NNP/nsubj/5 _,/,/punct/7 “/./punct/9 _is/VBZ/ROOT/0 near/RB/advmod/9 _././punct/9 _”/./punct/9",
        "Lopez: said: “Risk,” + “is near.” (direct)\n");
}

/* Two quotations, the second glued to the first or in the next paragraph. */
static void the_speaker_goes_on(void)
{
    const char *lines[] = {
        "“/./punct/3 _We/PRP/nsubj/3 stay/VBP/ccomp/7 _,/,/punct/7 _”/./punct/7 he/PRP/nsubj/7 said/VBD/ROOT/0 _././punct/7",
        "“/./punct/3 _Rome/NNP/nsubj/3 left/VBD/ROOT/0 it/PRP/dobj/3 _././punct/3", "|",
        "“/./punct/3 _Oslo/NNP/nsubj/3 came/VBD/ROOT/0 back/RB/advmod/3 _././punct/3 _”/./punct/3"};
    claims(lines, 4, "he: said: “We stay,” + “Rome left it + “Oslo came back.” (direct)\n");
}

static void scare_quotes_are_none(void)
{
    one("The/DT/det/4 “/./punct/4 _new/RB/advmod/4 friends/NNS/nsubj/6 _”/./punct/4 left/VBD/ROOT/0 _././punct/6", "");
}

static void marks_for_verbs(void)
{
    one("Maria/NNP/compound/2 Lopez/NNP/ROOT/0 _:/:/punct/2 Rome/NNP/nsubj/5 left/VBD/appos/2", "Maria Lopez: :: Rome left\n");
}

/* A thousand claims in one another: the chain is cut, nothing breaks. */
static void deep_chains_are_cut(void)
{
    enum { N = 1000 };
    static char line[N * 48];
    size_t at = 0;
    for (int i = 0; i < N; i++)
        at += (size_t)snprintf(line + at, sizeof line - at, "Oslo/NNP/nsubj/%d said/VBD/%s/%d ", 2 * i + 2, i ? "ccomp" : "ROOT", i ? 2 * i : 0);
    const char *lines[] = {line};
    doc *d = parsed_doc(lines, 1, lemmas);
    says_fill(d, rules);
    for (uint32_t i = 0; i < d->attributions.n; i++) {
        uint32_t depth = 0;
        for (uint32_t k = d->attributions.at[i].within; k != NONE; k = d->attributions.at[k].within) depth++;
        assert(depth <= DOC_MAX_CHAIN);
    }
    doc_free(d);
}

int main(void)
{
    arena *mem = arena_new(0);
    dataset *data;
    says *s;
    fail f = {0};
    if (arena_enter(mem) || dataset_open(&data, mem, NULL, &f) || says_load(&s, mem, data, &f)) {
        fprintf(stderr, "%s:%u: %s\n", f.path, f.line, f.text);
        return 1;
    }
    rules = s;
    before_after_and_between();
    claims_in_claims();
    idle_claims();
    the_same_speaker();
    colons_and_halves();
    the_speaker_goes_on();
    scare_quotes_are_none();
    marks_for_verbs();
    deep_chains_are_cut();
    arena_free(mem);
    puts("ok");
}
