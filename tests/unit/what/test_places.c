/* Where was it: the places of the event's own clause, not the speaker's? */
#include "ruled.h"

static bool failed;

/* The names of the event's places, most specific first; `kinds` are "word=kind" in text order. */
static void where(const char *text, const char *type, const char *trigger, const char *kinds, const char *wanted)
{
    doc *d = told(text, "", "");
    senses s = ruled_senses(d);
    buf b = {.mem = d->mem};
    for (str rest = str_of(kinds), kind, word; str_word(&rest, &kind);) {
        str_cut(&kind, '=', &word);
        uint32_t i = told_word(d, word, 0);
        array_push(d->mem, d->places, (place){.tok = {i, i + 1}, .name = word, .kind = str_copy(d->mem, kind).ptr, .score = str_is(word, "Doubt") ? 0.01 : 0.9, .why = "test"});
    }
    uint32_t i = told_at(d, trigger);
    event ev = {.type = type, .trigger = {i, i + 1}};
    array_push(d->mem, ev.actor, ((party){.tok = {0, 1}}));
    places_fill(d, &s, &ev, i);
    assert(ev.because.n == ev.where.n);
    for (uint32_t k = 0; k < ev.where.n; k++) buf_printf(&b, "%s" STR_FMT, k ? " " : "", STR_ARG(d->places.at[ev.where.at[k]].name));
    failed |= !told_same(d, buf_str(&b), wanted);
    doc_free(d);
}

#define MEN_HIT "men/NNS/nsubj/2 hit/VBD/ROOT/0 "

static void own_clause(void)
{
    where(MEN_HIT "cars/NNS/dobj/2 in/IN/prep/2 Rome/NNP/pobj/4", "ASSAULT", "hit", "Rome=city", "Rome");
    where(MEN_HIT "cars/NNS/dobj/2 from/IN/prep/2 Rome/NNP/pobj/4", "ASSAULT", "hit", "Rome=city", "");
    where(MEN_HIT "Rome/NNP/dobj/2", "ASSAULT", "hit", "Rome=city", "Rome");
    where(MEN_HIT "Italy/NNP/dobj/2", "ASSAULT", "hit", "Italy=country", ""); /* a party, not a place */
    where(MEN_HIT "Italian/JJ/amod/4 cars/NNS/dobj/2", "ASSAULT", "hit", "Italian=country", "");
    where("Rome/NNP/nsubj/2 hit/VBD/ROOT/0 cars/NNS/dobj/2", "ASSAULT", "hit", "Rome=city", "");
    where(MEN_HIT "cars/NNS/dobj/2 in/IN/prep/2 Doubt/NNP/pobj/4", "ASSAULT", "hit", "Doubt=city", "");
}

static void most_specific_first(void)
{
    where(MEN_HIT "cars/NNS/dobj/2 in/IN/prep/2 Italy/NNP/pobj/4 and/CC/cc/5 Rome/NNP/conj/5", "ASSAULT", "hit", "Italy=country Rome=city", "Rome Italy");
    where(MEN_HIT "cars/NNS/dobj/2 in/IN/prep/2 Lazio/NNP/pobj/4 in/IN/prep/2 Rome/NNP/pobj/6 in/IN/prep/2 Europe/NNP/pobj/8", "ASSAULT", "hit",
          "Lazio=admin1 Rome=city Europe=continent", "Rome Lazio Europe");
}

/* The act in a statement is not where it was stated. */
static void speech_and_acts(void)
{
    static const char said[] = "Oslo/NNP/nsubj/2 said/VBD/ROOT/0 in/IN/prep/2 Bern/NNP/pobj/3 men/NNS/nsubj/6 hit/VBD/ccomp/2 cars/NNS/dobj/6 in/IN/prep/6 Rome/NNP/pobj/8";
    where(said, "ASSAULT", "hit", "Bern=city Rome=city", "Rome");
    where(said, "ACCUSE", "said", "Bern=city", "Bern");
}

static void goes_to(void)
{
    static const char text[] = "men/NNS/nsubj/2 came/VBD/ROOT/0 to/IN/prep/2 Rome/NNP/pobj/3";
    where(text, "CONSULT", "came", "Rome=city", "Rome");
    where(text, "AID", "came", "Rome=city", "Rome");
    where(text, "ASSAULT", "came", "Rome=city", "");
}

/* Airports and districts are called by their place; towns stand before the word for the act. */
static void called_by(void)
{
    where(MEN_HIT "Rome/NNP/compound/4 airport/NN/dobj/2", "ASSAULT", "hit", "Rome=city", "Rome");
    where(MEN_HIT "Rome/NNP/compound/4 bread/NN/dobj/2", "ASSAULT", "hit", "Rome=city", "");
    where(MEN_HIT "airport/NN/dobj/2 of/IN/prep/3 Rome/NNP/pobj/4", "ASSAULT", "hit", "Rome=city", "Rome");
    where("a/DT/det/4 Rome/NNP/compound/4 car/NN/compound/4 raid/NN/nsubj/5 hurt/VBD/ROOT/0 men/NNS/dobj/5", "ASSAULT", "raid", "Rome=city", "Rome");
    where("an/DT/det/3 Italy/NNP/compound/3 raid/NN/nsubj/4 hurt/VBD/ROOT/0 men/NNS/dobj/4", "ASSAULT", "raid", "Italy=country", "");
}

static void from_into_on(void)
{
    where("men/NNS/nsubj/2 left/VBD/ROOT/0 from/IN/prep/2 Rome/NNP/pobj/3", "RETREAT", "left", "Rome=city", "Rome");
    where("men/NNS/nsubj/2 leave/VBP/ROOT/0 Italy/NNP/dobj/2", "RETREAT", "leave", "Italy=country", "Italy");
    where("men/NNS/nsubj/2 moved/VBD/ROOT/0 into/IN/prep/2 Rome/NNP/pobj/3", "ASSAULT", "moved", "Rome=city", "Rome");
    where("bans/NNS/ROOT/0 on/IN/prep/1 Italy/NNP/pobj/2", "SANCTION", "bans", "Italy=country", "");
}

/* Verbs that share a subject share its place; another act has its own. */
static void shared(void)
{
    where(MEN_HIT "cars/NNS/dobj/2 in/IN/prep/2 Rome/NNP/pobj/4 and/CC/cc/2 fled/VBD/conj/2", "RETREAT", "fled", "Rome=city", "Rome");
    where(MEN_HIT "cars/NNS/dobj/2 and/CC/cc/2 boys/NNS/nsubj/6 fled/VBD/conj/2 to/IN/prep/6 Rome/NNP/pobj/7", "MOBILIZE", "hit", "Rome=city", "");
    where("Rome/NNP/ROOT/0 ,/,/punct/1 where/WRB/advmod/5 men/NNS/nsubj/5 hit/VBD/relcl/1 cars/NNS/dobj/5", "ASSAULT", "hit", "Rome=city", "Rome");
}

/* "the raid" a sentence later has the place of the raid that was told. */
static void carried(const char *second, const char *wanted)
{
    doc *d = told(second, "", "");
    buf b = {.mem = d->mem};
    array_push(d->mem, d->places, ((place){.tok = {3, 4}, .name = S("Rome"), .kind = "city", .score = 0.9, .why = "test"}));
    uint32_t last = d->tokens.n - 1;
    event one = {.type = "ASSAULT", .trigger = {0, 1}, .same_as = NONE, .first = 1, .last = 1}, two = {.type = "ASSAULT", .trigger = {last, last + 1}, .same_as = NONE, .first = 1, .last = 1};
    array_push(d->mem, one.where, 0);
    array_push(d->mem, d->events, one);
    array_push(d->mem, d->events, two);
    places_carry(d, ruled_words);
    const event *ev = &d->events.at[1];
    for (uint32_t k = 0; k < ev->where.n; k++) buf_printf(&b, STR_FMT, STR_ARG(d->places.at[ev->where.at[k]].name));
    failed |= !told_same(d, buf_str(&b), wanted);
    doc_free(d);
}

int main(void)
{
    arena *mem = arena_new(0);
    assert(mem && !arena_enter(mem));
    ruled(mem, "own.rules", "type ASSAULT\n  quad MATERIAL CONFLICT\n  cameo 190\n");
    own_clause();
    called_by();
    from_into_on();
    shared();
    carried("raid/NN/ROOT/0 was/VBD/dep/1 in/IN/prep/1 Rome/NNP/pobj/3\nthe/DT/det/2 raid/NN/ROOT/0", "Rome");
    carried("raid/NN/ROOT/0 was/VBD/dep/1 in/IN/prep/1 Rome/NNP/pobj/3\na/DT/det/2 raid/NN/ROOT/0", "");
    carried("raid/NN/ROOT/0 was/VBD/dep/1 in/IN/prep/1 Rome/NNP/pobj/3\nthe/DT/det/2 siege/NN/ROOT/0", "");
    most_specific_first();
    speech_and_acts();
    goes_to();
    where("men/NNS/nsubj/2 hit/VBD/ROOT/0 cars/NNS/dobj/2\nthey/PRP/nsubj/2 met/VBD/ROOT/0 in/IN/prep/2 Rome/NNP/pobj/3", "ASSAULT", "hit", "Rome=city", "");
    arena_free(mem);
    if (!failed) puts("ok");
    return failed;
}
