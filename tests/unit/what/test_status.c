/* Told as done, planned, demanded, denied or supposed? */
#include "ruled.h"

static bool failed;
static const what *words;
static const char *const names[] = {"actual", "planned", "demanded", "denied", "hypothetical"};

static void status_in(doc *d, const senses *s, const char *word, status wanted)
{
    failed |= !told_same(d, str_of(names[status_of(d, s, told_at(d, word))]), names[wanted]);
    doc_free(d);
}

static void is(const char *text, const char *word, status wanted)
{
    doc *d = told(text, "managed=manage began=begin forced=force", "");
    senses s = ruled_senses(d);
    s.words = words;
    status_in(d, &s, word, wanted);
}

static void modals(void)
{
    is("Oslo/NNP/nsubj/2 hit/VBD/ROOT/0 Rome/NNP/dobj/2", "hit", STATUS_ACTUAL);
    is("Oslo/NNP/nsubj/3 will/MD/aux/3 hit/VB/ROOT/0 Rome/NNP/dobj/3", "hit", STATUS_PLANNED);
    is("Oslo/NNP/nsubj/3 must/MD/aux/3 hit/VB/ROOT/0 Rome/NNP/dobj/3", "hit", STATUS_DEMANDED);
    is("Oslo/NNP/nsubj/3 may/MD/aux/3 hit/VB/ROOT/0 Rome/NNP/dobj/3", "hit", STATUS_HYPOTHETICAL);
    is("Oslo/NNP/nsubj/3 would/MD/aux/3 hit/VB/ROOT/0 Rome/NNP/dobj/3", "hit", STATUS_HYPOTHETICAL);
    is("Oslo/NNP/nsubj/2 said/VBD/ROOT/0 it/PRP/nsubj/5 would/MD/aux/5 hit/VB/ccomp/2 Rome/NNP/dobj/5", "hit", STATUS_PLANNED);
    is("Oslo/NNP/nsubj/3 will/MD/aux/3 come/VB/ROOT/0 and/CC/cc/3 hit/VB/conj/3 Rome/NNP/dobj/5", "hit", STATUS_PLANNED);
}

static void negations(void)
{
    is("Oslo/NNP/nsubj/4 did/VBD/aux/4 not/RB/neg/4 hit/VB/ROOT/0 Rome/NNP/dobj/4", "hit", STATUS_DENIED);
    is("Oslo/NNP/nsubj/3 never/RB/neg/3 hit/VBD/ROOT/0 Rome/NNP/dobj/3", "hit", STATUS_DENIED);
    is("no/DT/det/2 troops/NNS/nsubj/3 hit/VBD/ROOT/0 Rome/NNP/dobj/3", "hit", STATUS_DENIED);
    is("Oslo/NNP/nsubj/4 can/MD/aux/4 not/RB/neg/4 hit/VB/ROOT/0 Rome/NNP/dobj/4", "hit", STATUS_DENIED);
    is("Oslo/NNP/nsubj/2 left/VBD/ROOT/0 without/IN/prep/2 hitting/VBG/pcomp/3 Rome/NNP/dobj/4", "hitting", STATUS_DENIED);
    is("there/EX/expl/2 was/VBD/ROOT/0 no/DT/det/4 raid/NN/attr/2", "raid", STATUS_DENIED);
}

static void questions_and_ifs(void)
{
    is("Oslo/NNP/nsubj/2 hit/VBD/ROOT/0 Rome/NNP/dobj/2 ?/./punct/2", "hit", STATUS_HYPOTHETICAL);
    is("if/IN/mark/3 Oslo/NNP/nsubj/3 hit/VBZ/advcl/6 ,/,/punct/6 Rome/NNP/nsubj/6 left/VBD/ROOT/0", "hit", STATUS_HYPOTHETICAL);
    is("if/IN/mark/3 Oslo/NNP/nsubj/3 hit/VBZ/advcl/6 ,/,/punct/6 Rome/NNP/nsubj/6 left/VBD/ROOT/0", "left", STATUS_ACTUAL);
    is("Oslo/NNP/nsubj/2 asked/VBD/ROOT/0 whether/IN/mark/5 Rome/NNP/nsubj/5 hit/VBD/ccomp/2 Bern/NNP/dobj/5", "hit", STATUS_HYPOTHETICAL);
}

static void infinitives(void)
{
    is("Oslo/NNP/nsubj/2 wants/VBZ/ROOT/0 to/TO/aux/4 hit/VB/xcomp/2 Rome/NNP/dobj/4", "hit", STATUS_PLANNED);
    is("Oslo/NNP/nsubj/2 managed/VBD/ROOT/0 to/TO/aux/4 hit/VB/xcomp/2 Rome/NNP/dobj/4", "hit", STATUS_ACTUAL);
    is("Oslo/NNP/nsubj/2 came/VBD/ROOT/0 to/TO/aux/4 hit/VB/advcl/2 Rome/NNP/dobj/4", "hit", STATUS_PLANNED);
    is("Oslo/NNP/nsubj/3 will/MD/aux/3 begin/VB/ROOT/0 to/TO/aux/5 hit/VB/xcomp/3 Rome/NNP/dobj/5", "hit", STATUS_PLANNED);
    is("Oslo/NNP/nsubj/3 will/MD/aux/3 say/VB/ROOT/0 Rome/NNP/nsubj/5 hit/VBD/ccomp/3 Bern/NNP/dobj/5", "hit", STATUS_ACTUAL);
}

/* What the source does with the claim; the clause's own words go before it. */
static void claimed(stance st, const char *text, status wanted)
{
    doc *d = told(text, "", "");
    senses s = ruled_senses(d);
    s.words = words;
    told_claim(d, "Oslo", "said", "Rome", "hit", SAID_INDIRECT, st);
    status_in(d, &s, "hit", wanted);
}

static void stances(void)
{
    static const char text[] = "Oslo/NNP/nsubj/2 said/VBD/ROOT/0 Rome/NNP/nsubj/4 hit/VBD/ccomp/2";
    static const status by[] = {[STANCE_ASSERTED] = STATUS_ACTUAL, [STANCE_DENIED] = STATUS_DENIED, [STANCE_ASKED] = STATUS_HYPOTHETICAL,
                                [STANCE_DEMANDED] = STATUS_DEMANDED, [STANCE_PLANNED] = STATUS_PLANNED, [STANCE_SUPPOSED] = STATUS_HYPOTHETICAL,
                                [STANCE_NOT_SAID] = STATUS_HYPOTHETICAL};
    for (int k = STANCE_ASSERTED; k <= STANCE_NOT_SAID; k++) claimed((stance)k, text, by[k]);
    claimed(STANCE_DEMANDED, "Oslo/NNP/nsubj/2 said/VBD/ROOT/0 Rome/NNP/nsubj/5 may/MD/aux/5 hit/VB/ccomp/2", STATUS_HYPOTHETICAL);
}

/* A light verb's tense is its noun's; what a composer forces holds whatever the clause says. */
static void carried_and_forced(void)
{
    static const char text[] = "Oslo/NNP/nsubj/3 will/MD/aux/3 launch/VB/ROOT/0 raids/NNS/dobj/3";
    doc *d = told(text, "", "");
    senses s = ruled_senses(d);
    s.words = words;
    s.at[3].light = 2;
    status_in(d, &s, "raids", STATUS_PLANNED);
    d = told(text, "", "");
    s = ruled_senses(d);
    s.at[2].status = STATUS_ACTUAL;
    s.at[2].forced = true;
    status_in(d, &s, "launch", STATUS_ACTUAL);
    d = told("Oslo/NNP/nsubj/4 did/VBD/aux/4 not/RB/neg/4 plan/VB/ROOT/0 raids/NNS/dobj/4", "", "");
    s = ruled_senses(d);
    s.at[3].status = STATUS_PLANNED;
    status_in(d, &s, "plan", STATUS_DENIED);
}

/* What stands before the noun; "would" where somebody has spoken. */
static void modifiers_and_habits(void)
{
    is("Oslo/NNP/nsubj/2 feared/VBD/ROOT/0 an/DT/det/5 imminent/JJ/amod/5 raid/NN/dobj/2", "raid", STATUS_PLANNED);
    is("Oslo/NNP/nsubj/2 felt/VBD/ROOT/0 a/DT/det/5 possible/JJ/amod/5 raid/NN/dobj/2", "raid", STATUS_HYPOTHETICAL);
    is("Oslo/NNP/nsubj/4 would/MD/aux/4 often/RB/advmod/4 hit/VB/ROOT/0 Rome/NNP/dobj/4", "hit", STATUS_ACTUAL);
    static const char text[] = "Oslo/NNP/nsubj/2 said/VBD/ROOT/0 so/RB/advmod/2 ._/./punct/2 Rome/NNP/nsubj/7 would/MD/aux/7 hit/VB/ROOT/0 Bern/NNP/dobj/7";
    doc *d = told(text, "", "");
    senses s = ruled_senses(d);
    s.words = words;
    told_claim(d, "Oslo", "said", "so", "so", SAID_INDIRECT, STANCE_ASSERTED);
    status_in(d, &s, "hit", STATUS_PLANNED);
    is("Oslo/NNP/nsubj/3 must/MD/aux/3 go/VB/ROOT/0 and/CC/cc/3 Rome/NNP/nsubj/6 hit/VBZ/conj/3 Bern/NNP/dobj/6", "hit", STATUS_ACTUAL);
}

int main(void)
{
    arena *mem = arena_new(0);
    assert(mem && !arena_enter(mem));
    words = ruled(mem, "words.rules", "list done-with-infinitive\n  is  manage begin force\nlist to-come\n  is  imminent\n"
                                      "list may-come\n  is  possible\nlist habit\n  is  often\n");
    modifiers_and_habits();
    modals();
    negations();
    questions_and_ifs();
    infinitives();
    stances();
    carried_and_forced();
    arena_free(mem);
    if (!failed) puts("ok");
    return failed;
}
