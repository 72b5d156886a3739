/* Which entry of the lexicon fits what stands around a word? */
#include "ruled.h"

static bool failed;
static const what *lexicon;

static const char text_of_rules[] =
    "type ASSAULT\n  quad MATERIAL CONFLICT\n  cameo 190\n"
    "verb zap\n  mode plain\n"
    "verb zap\n  mode state\n  subject state\n"
    "verb zap\n  mode on-state\n  subject state\n  with-at party\n"
    "verb zap\n  means none\n  object fish\n"
    "verb zap off\n  mode off\n"
    "verb zop\n  mode first\n"
    "verb zop\n  mode second\n"
    "verb zop\n  mode surer\n  confidence 0.9\n  object any\n"
    "verb zop\n  mode less-sure\n  confidence 0.5\n  object any\n"
    "verb zip\n  mode any-but\n  object !fish | !@own-fleet\n"
    "verb zup\n  mode to\n  comp to\n"
    "verb zup\n  mode passive\n  voice passive\n"
    "verb zup\n  mode alone\n  comp none\n  object none\n  voice active\n"
    "noun zapping | arms zapping | zapping for help\n  mode noun\n"
    "noun zopping\n  mode sea\n  modifier naval\n"
    "adj zappy\n  mode adj\n";

static const char lemmas[] = "zapped=zap zopped=zop zipped=zip zupped=zup";

/* The mode of the entry on `word`: "-" when none fits, "none" when it is said to be no event. */
static void fits(const char *text, const char *word, const char *actors, const char *wanted)
{
    doc *d = told(text, lemmas, actors);
    senses s = ruled_senses(d);
    match_fill(lexicon, d, &s);
    const sense *x = &s.at[told_at(d, word)];
    assert(!x->type || (x->entry && x->n_why == 1 && x->status == -1));
    failed |= !told_same(d, str_of(!x->entry ? "-" : !x->type ? "none" : x->mode), wanted);
    doc_free(d);
}

/* Most conditions first, then "no event", then the surer, then the earlier. */
static void the_best_wins(void)
{
    fits("men/NNS/nsubj/2 zapped/VBD/ROOT/0 Rome/NNP/dobj/2", "zapped", "", "plain");
    fits("Oslo/NNP/nsubj/2 zapped/VBD/ROOT/0 Rome/NNP/dobj/2", "zapped", "Oslo=co/NOR", "state");
    fits("army/NN/nsubj/2 zapped/VBD/ROOT/0 Rome/NNP/dobj/2", "zapped", "army=ro//MIL", "state");
    fits("firm/NN/nsubj/2 zapped/VBD/ROOT/0 Rome/NNP/dobj/2", "zapped", "firm=ro//BUS", "plain");
    fits("Oslo/NNP/nsubj/2 zapped/VBD/ROOT/0 at/IN/prep/2 Rome/NNP/pobj/3", "zapped", "Oslo=co/NOR Rome=co/ITA", "on-state");
    fits("Oslo/NNP/nsubj/2 zapped/VBD/ROOT/0 fish/NN/dobj/2", "zapped", "Oslo=co/NOR", "none");
    fits("Oslo/NNP/nsubj/2 zapped/VBD/ROOT/0 boats/NNS/dobj/2 and/CC/cc/3 fish/NN/conj/3", "zapped", "", "none");
    fits("men/NNS/nsubj/2 zopped/VBD/ROOT/0", "zopped", "", "first");
    fits("men/NNS/nsubj/2 zopped/VBD/ROOT/0 Rome/NNP/dobj/2", "zopped", "", "surer");
}

static void conditions(void)
{
    fits("men/NNS/nsubj/2 zipped/VBD/ROOT/0 fish/NN/dobj/2", "zipped", "", "-");
    fits("men/NNS/nsubj/2 zipped/VBD/ROOT/0 Rome/NNP/dobj/2", "zipped", "", "any-but");
    fits("men/NNS/nsubj/2 zipped/VBD/ROOT/0", "zipped", "", "any-but");
    fits("men/NNS/nsubj/2 zupped/VBD/ROOT/0 to/TO/aux/4 leave/VB/xcomp/2", "zupped", "", "to");
    fits("men/NNS/nsubjpass/3 were/VBD/auxpass/3 zupped/VBN/ROOT/0", "zupped", "", "passive");
    fits("men/NNS/nsubj/2 zupped/VBD/ROOT/0", "zupped", "", "alone");
    fits("men/NNS/nsubj/2 zupped/VBD/ROOT/0 Rome/NNP/dobj/2", "zupped", "", "-");
}

static void several_words(void)
{
    fits("men/NNS/nsubj/2 zapped/VBD/ROOT/0 off/RP/prt/2 Rome/NNP/dobj/2", "zapped", "", "off");
    fits("men/NNS/nsubj/2 zapped/VBD/ROOT/0 Rome/NNP/dobj/2 off/RP/prt/2", "zapped", "", "off");
    fits("off/RP/prt/3 men/NNS/nsubj/3 zapped/VBD/ROOT/0 Rome/NNP/dobj/3", "zapped", "", "plain");
    fits("zapping/NN/ROOT/0 for/IN/prep/1 help/NN/pobj/2", "zapping", "", "noun");
    fits("naval/JJ/amod/2 zopping/NN/ROOT/0", "zopping", "", "sea");
    fits("new/JJ/amod/2 zopping/NN/ROOT/0", "zopping", "", "-");
}

/* A word in a name or before another noun is no act; a word acts as its part of speech only. */
static void no_act(void)
{
    fits("zapping/NN/compound/2 laws/NNS/ROOT/0", "zapping", "", "-");
    fits("Zapping/NNP/compound/2 Corps/NNP/ROOT/0", "Zapping", "", "-");
    fits("men/NNS/nsubj/2 zapping/VBG/ROOT/0", "zapping", "", "-");
    fits("Oslo/NNP/nsubj/2 is/VBZ/ROOT/0 zappy/JJ/acomp/2", "zappy", "", "adj");
}

int main(void)
{
    arena *mem = arena_new(0);
    assert(mem && !arena_enter(mem));
    lexicon = ruled(mem, "own.rules", text_of_rules);
    the_best_wins();
    conditions();
    several_words();
    no_act();
    arena_free(mem);
    if (!failed) puts("ok");
    return failed;
}
