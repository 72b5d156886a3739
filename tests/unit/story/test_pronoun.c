/* Whom do "he", "it", "they", "our" and "the two sides" mean? */
#include "told.h"

static bool failed;

/* "word>party" for every pronoun, in text order; "word>-" when nobody is found. */
static void means(const char *text, const char *actors, const char *wanted)
{
    doc *d = told(text, "", actors);
    buf b = {.mem = d->mem};
    pronoun_fill(d);
    for (uint32_t i = 0; i < d->actors.n; i++) {
        const actor *a = &d->actors.at[i];
        if (a->kind != ACTOR_PRONOUN) continue;
        str other = a->same_as == NONE ? S("-") : d->tokens.at[d->actors.at[a->same_as].head].text;
        buf_printf(&b, "%s" STR_FMT ">" STR_FMT, b.len ? " " : "", STR_ARG(d->tokens.at[a->head].text), STR_ARG(other));
        assert(a->same_as == NONE || strcmp(a->code, d->actors.at[a->same_as].code) == 0);
    }
    failed |= !told_same(d, buf_str(&b), wanted);
    doc_free(d);
}

#define LEFT(who) who "/NNP/nsubj/2 left/VBD/ROOT/0"

static void third_person(void)
{
    means(LEFT("Lopez") "\n" LEFT("he"), "Lopez=pe/ITA/GOV he=pr", "he>Lopez");
    means(LEFT("Oslo") "\n" LEFT("he"), "Oslo=co/NOR he=pr", "he>-");
    means(LEFT("Oslo") "\n" LEFT("it"), "Oslo=co/NOR it=pr", "it>Oslo");
    means(LEFT("Lopez") "\n" LEFT("it"), "Lopez=pe/ITA/GOV it=pr", "it>-");
    means(LEFT("envoys") "\n" LEFT("they"), "envoys=ro/ITA/GOV/p they=pr", "they>envoys");
    means(LEFT("Oslo") "\n" LEFT("they"), "Oslo=co/NOR they=pr", "they>-");
    means(LEFT("ministry") "\n" LEFT("it"), "ministry=ro/ITA/GOV/d it=pr", "it>ministry");
    means(LEFT("Lopez") "\n" LEFT("Rossi") "\n" LEFT("she"), "Lopez=pe/ITA/GOV Rossi=pe/ITA/OPP she=pr", "she>Rossi");
    means(LEFT("we"), "we=pr", "we>-");
}

/* A subject before a nearer object; never an adjective, never one's own clause. */
static void prefers_subjects(void)
{
    means("Lopez/NNP/nsubj/2 met/VBD/ROOT/0 Rossi/NNP/dobj/2\n" LEFT("he"), "Lopez=pe/ITA/GOV Rossi=pe/FRA/GOV he=pr", "he>Lopez");
    means("Oslo/JJ/amod/2 fish/NN/nsubj/3 left/VBD/ROOT/0\n" LEFT("it"), "Oslo=co/NOR it=pr", "it>-");
    means("Lopez/NNP/nsubj/2 met/VBD/ROOT/0 him/PRP/dobj/2", "Lopez=pe/ITA/GOV him=pr", "him>-");
    means("Lopez/NNP/nsubj/2 met/VBD/ROOT/0 his/PRP$/poss/4 aide/NN/dobj/2", "Lopez=pe/ITA/GOV his=pr", "his>Lopez");
}

static void reaches_three_sentences(void)
{
    means(LEFT("Lopez") "\n" LEFT("a") "\n" LEFT("b") "\n" LEFT("he"), "Lopez=pe/ITA/GOV he=pr", "he>Lopez");
    means(LEFT("Lopez") "\n" LEFT("a") "\n" LEFT("b") "\n" LEFT("c") "\n" LEFT("he"), "Lopez=pe/ITA/GOV he=pr", "he>-");
}

static void relative_words(void)
{
    means("Rossi/NNP/ROOT/0 who/WP/nsubj/3 left/VBD/relcl/1", "Rossi=pe/ITA/GOV who=pr", "who>Rossi");
    means("Oslo/NNP/nsubj/5 which/WDT/nsubj/3 left/VBD/relcl/1 ,/,/punct/1 won/VBD/ROOT/0", "Oslo=co/NOR which=pr", "which>Oslo");
}

/* What "the two sides" stands for, nearest first; "" when not two countries are told. */
static void sides(const char *text, const char *actors, const char *wanted)
{
    doc *d = told(text, "", actors);
    buf b = {.mem = d->mem};
    pronoun_fill(d);
    const actor *a = &d->actors.at[d->actors.n - 1];
    for (uint32_t k = 0; k < a->n_members; k++) buf_printf(&b, "%s%s", k ? " " : "", d->actors.at[a->member[k]].code);
    failed |= !told_same(d, buf_str(&b), wanted);
    doc_free(d);
}

#define TWO_SIDES "\nthe/DT/det/3 two/CD/nummod/3 sides/NNS/nsubj/4 met/VBD/ROOT/0"

static void two_sides(void)
{
    sides("Oslo/NNP/nsubj/2 met/VBD/ROOT/0 Rome/NNP/dobj/2" TWO_SIDES, "Oslo=co/NOR Rome=co/ITA sides=ro///p", "ITA NOR");
    sides("Oslo/NNP/nsubj/2 met/VBD/ROOT/0 Rome/NNP/dobj/2" TWO_SIDES, "Oslo=co/NOR Rome=co/NOR sides=ro///p", "");
    sides("Oslo/NNP/nsubj/2 met/VBD/ROOT/0 Rome/NNP/dobj/2" TWO_SIDES, "Oslo=co/NOR Rome=ro/ITA/GOV/c sides=ro///p", "");
    sides("Oslo/NNP/nsubj/2 met/VBD/ROOT/0 Rome/NNP/dobj/2\nsides/NNS/nsubj/2 met/VBD/ROOT/0", "Oslo=co/NOR Rome=co/ITA sides=ro///p", "");
}

/* The country of the last party after the first person is known. */
static void ours(const char *text, const char *actors, const char *first, const char *wanted)
{
    doc *d = told(text, "", actors);
    if (first) told_claim(d, "", "", first, "left", SAID_DIRECT, STANCE_ASSERTED)->speaker = 0;
    pronoun_fill_first_person(d);
    const actor *a = &d->actors.at[d->actors.n - 1];
    assert(!is_code(a->code) || (a->code_from_context && a->why_code));
    failed |= !told_same(d, str_of(a->code), wanted);
    doc_free(d);
}

#define OUR_TROOPS "our/PRP$/poss/2 troops/NNS/nsubj/3 left/VBD/ROOT/0"

static void first_person(void)
{
    ours(LEFT("Rossi") "\n" OUR_TROOPS, "Rossi=pe/ITA/GOV troops=ro//MIL/p", "our", "ITA");
    ours(LEFT("Rossi") "\n" LEFT("We"), "Rossi=pe/ITA/GOV We=pr", NULL, "ITA");
    ours("Rossi/NNP/nsubj/2 spoke/VBD/ROOT/0\nWe/PRP/nsubj/2 left/VBD/ROOT/0", "Rossi=pe//GOV We=pr", "We", "");
    ours(LEFT("Oslo") "\n" OUR_TROOPS, "Oslo=co/NOR troops=ro//MIL/p", NULL, ""); /* no body that issues it */
    ours(LEFT("Rossi") "\nthe/DT/det/2 troops/NNS/nsubj/3 left/VBD/ROOT/0", "Rossi=pe/ITA/GOV troops=ro//MIL/p", "the", "");
}

int main(void)
{
    third_person();
    prefers_subjects();
    reaches_three_sentences();
    relative_words();
    two_sides();
    first_person();
    if (!failed) puts("ok");
    return failed;
}
