/* What stands around a word: subject and object through passive, control, sharing and relative clauses? */
#include "ruled.h"

static bool failed;

/* "subject verb object" of the last token of that form; "(passive)" behind it. */
static void frame_is(const char *text, const char *word, const char *wanted)
{
    doc *d = told(text, "", "");
    buf b = {.mem = d->mem};
    frame fr = frame_of(d, told_at(d, word));
    buf_printf(&b, STR_FMT " " STR_FMT "%s", STR_ARG(ruled_word(d, fr.subject)), STR_ARG(ruled_word(d, fr.object)), fr.passive ? " (passive)" : "");
    failed |= !told_same(d, buf_str(&b), wanted);
    doc_free(d);
}

static void own_clause(void)
{
    frame_is("Oslo/NNP/nsubj/2 hit/VBD/ROOT/0 Rome/NNP/dobj/2", "hit", "Oslo Rome");
    frame_is("Oslo/NNP/nsubj/2 left/VBD/ROOT/0", "left", "Oslo -");
    frame_is("men/NNS/nsubj/2 gunned/VBD/ROOT/0 down/IN/prep/2 Rossi/NNP/pobj/3", "gunned", "men Rossi");
}

static void passives(void)
{
    frame_is("Rome/NNP/nsubjpass/3 was/VBD/auxpass/3 hit/VBN/ROOT/0 by/IN/agent/3 Oslo/NNP/pobj/4", "hit", "Oslo Rome (passive)");
    frame_is("Rome/NNP/nsubjpass/3 was/VBD/auxpass/3 hit/VBN/ROOT/0", "hit", "- Rome (passive)");
    frame_is("town/NN/ROOT/0 hit/VBN/acl/1 by/IN/agent/2 Oslo/NNP/pobj/3", "hit", "Oslo town (passive)");
    frame_is("Rome/NNP/nsubjpass/3 was/VBD/auxpass/3 hit/VBN/ROOT/0 and/CC/cc/3 burned/VBN/conj/3 by/IN/agent/5 Oslo/NNP/pobj/6", "burned", "Oslo Rome (passive)");
}

static void relatives(void)
{
    frame_is("Oslo/NNP/ROOT/0 which/WDT/nsubj/3 hit/VBD/relcl/1 Rome/NNP/dobj/3", "hit", "Oslo Rome");
    frame_is("towns/NNS/ROOT/0 Oslo/NNP/nsubj/3 hit/VBD/relcl/1", "hit", "Oslo towns");
    frame_is("towns/NNS/ROOT/0 which/WDT/dobj/4 Oslo/NNP/nsubj/4 hit/VBD/relcl/1", "hit", "Oslo towns");
    frame_is("towns/NNS/ROOT/0 which/WDT/nsubjpass/4 were/VBD/auxpass/4 hit/VBN/relcl/1", "hit", "- towns (passive)");
    frame_is("men/NNS/ROOT/0 who/WP/nsubj/3 came/VBD/relcl/1 and/CC/cc/3 hit/VBD/conj/3 Rome/NNP/dobj/5", "hit", "men Rome");
}

static void control(void)
{
    frame_is("Oslo/NNP/nsubj/2 vowed/VBD/ROOT/0 to/TO/aux/4 hit/VB/xcomp/2 Rome/NNP/dobj/4", "hit", "Oslo Rome");
    frame_is("Oslo/NNP/nsubj/2 urged/VBD/ROOT/0 Rome/NNP/dobj/2 to/TO/aux/5 hit/VB/xcomp/2 Bern/NNP/dobj/5", "hit", "Rome Bern");
    frame_is("Oslo/NNP/nsubj/2 accused/VBD/ROOT/0 Rome/NNP/dobj/2 of/IN/prep/2 hitting/VBG/pcomp/4 Bern/NNP/dobj/5", "hitting", "Rome Bern");
    frame_is("Oslo/NNP/nsubj/2 left/VBD/ROOT/0 after/IN/prep/2 hitting/VBG/pcomp/3 Bern/NNP/dobj/4", "hitting", "Oslo Bern");
    frame_is("Oslo/NNP/nsubj/2 came/VBD/ROOT/0 and/CC/cc/2 hit/VBD/conj/2 Rome/NNP/dobj/4", "hit", "Oslo Rome");
}

static void nouns(void)
{
    doc *d = told("Oslo/NNP/nsubj/2 began/VBD/ROOT/0 its/PRP$/poss/4 raids/NNS/dobj/2 on/IN/prep/4 Rome/NNP/pobj/5", "", "");
    frame fr = frame_of(d, 3);
    failed |= !fr.noun || fr.governor != 1 || fr.subject != NONE || frame_possessive(d, 3) != 2;
    failed |= frame_prep_object(d, 3, S("on")) != 5 || frame_prep_object(d, 3, S("of")) != NONE;
    doc_free(d);
    d = told("Oslo/NNP/nsubj/2 is/VBZ/ROOT/0 ready/JJ/acomp/2", "", "");
    failed |= frame_of(d, 2).subject != 0 || frame_of(d, 2).noun;
    doc_free(d);
}

/* The complement's verb for "to", "that" and "ing". */
static void complements(const char *text, const char *wanted)
{
    doc *d = told(text, "", "");
    buf b = {.mem = d->mem};
    static const test_kind kinds[] = {TEST_COMP_TO, TEST_COMP_THAT, TEST_COMP_ING};
    for (int k = 0; k < 3; k++) buf_printf(&b, "%s" STR_FMT, k ? " " : "", STR_ARG(ruled_word(d, frame_complement(d, 1, kinds[k]))));
    failed |= !told_same(d, buf_str(&b), wanted);
    doc_free(d);
}

static void clauses_below(void)
{
    complements("Oslo/NNP/nsubj/2 vowed/VBD/ROOT/0 to/TO/aux/4 leave/VB/xcomp/2", "leave - -");
    complements("Oslo/NNP/nsubj/2 said/VBD/ROOT/0 Rome/NNP/nsubj/4 left/VBD/ccomp/2", "- left -");
    complements("Oslo/NNP/nsubj/2 stopped/VBD/ROOT/0 fighting/VBG/xcomp/2", "- - fighting");
    complements("Oslo/NNP/nsubj/2 left/VBD/ROOT/0 ,/,/punct/2 fighting/VBG/advcl/2", "- - -");
}

int main(void)
{
    own_clause();
    passives();
    relatives();
    control();
    nouns();
    clauses_below();
    doc *d = told("Oslo/NNP/ROOT/0", "oslo=OsLo", "");
    failed |= !str_is(frame_lemma(d, 0), "oslo");
    doc_free(d);
    if (!failed) puts("ok");
    return failed;
}
