/* Who and whom: from the tree and an entry's places. */
#include "ruled.h"

static bool failed;
static const what *lexicon;

static const char text_of_rules[] =
    "type ASSAULT\n  quad MATERIAL CONFLICT\n  cameo 190\n"
    "verb zap\n"
    "verb zip\n  whom at | into\n"
    "verb zop\n  whom none\n"
    "verb zup\n  who object-owner\n"
    "noun zapping\n"
    "noun zipping\n  who of\n  whom on\n"
    "noun zopping\n  who of | possessive\n  whom on\n"
    "noun zupping\n  whom between | with\n  together yes\n";

static const char lemmas[] = "zapped=zap zipped=zip zopped=zop zupped=zup zappings=zapping";

static void add_names(buf *b, const doc *d, const actor_list *list)
{
    for (uint32_t k = 0; k < list->n; k++) buf_printf(b, "%s" STR_FMT, k ? "+" : "", STR_ARG(d->actors.at[list->at[k]].name));
    if (!list->n) buf_byte(b, '-');
}

/* "who whom" of the event on `word`, which `light` carries ("" for none). */
static void carried(const char *text, const char *word, const char *light, const char *actors, const char *wanted)
{
    doc *d = told(text, lemmas, actors);
    senses s = ruled_senses(d);
    buf b = {.mem = d->mem};
    match_fill(lexicon, d, &s);
    uint32_t i = told_at(d, word);
    assert(s.at[i].entry);
    if (*light) s.at[i].light = told_at(d, light);
    roles r = roles_find(d, &s, i);
    add_names(&b, d, &r.who);
    buf_byte(&b, ' ');
    add_names(&b, d, &r.whom);
    failed |= !told_same(d, buf_str(&b), wanted);
    doc_free(d);
}

static void who_whom(const char *text, const char *word, const char *actors, const char *wanted) { carried(text, word, "", actors, wanted); }

static void plain(void)
{
    who_whom("Oslo/NNP/nsubj/2 zapped/VBD/ROOT/0 Rome/NNP/dobj/2", "zapped", "Oslo=co/NOR Rome=co/ITA", "Oslo Rome");
    who_whom("Rome/NNP/nsubjpass/3 was/VBD/auxpass/3 zapped/VBN/ROOT/0 by/IN/agent/3 Oslo/NNP/pobj/4", "zapped", "Rome=co/ITA Oslo=co/NOR", "Oslo Rome");
    who_whom("fish/NN/nsubj/2 zapped/VBD/ROOT/0 Rome/NNP/dobj/2", "zapped", "fish=ro Rome=co/ITA", "- Rome"); /* no party at all */
    who_whom("Oslo/NNP/nsubj/2 zipped/VBD/ROOT/0 Rome/NNP/dobj/2 into/IN/prep/2 Bern/NNP/pobj/4", "zipped", "Oslo=co/NOR Rome=co/ITA Bern=co/CHE", "Oslo Bern");
    who_whom("Oslo/NNP/nsubj/2 zopped/VBD/ROOT/0 Rome/NNP/dobj/2", "zopped", "Oslo=co/NOR Rome=co/ITA", "Oslo -");
}

static void coordination(void)
{
    who_whom("Oslo/NNP/nsubj/4 and/CC/cc/1 Bern/NNP/conj/1 zapped/VBD/ROOT/0 Rome/NNP/dobj/4 ,/,/punct/5 Cairo/NNP/conj/5 and/CC/cc/7 Lima/NNP/conj/7", "zapped",
            "Oslo=co/NOR Bern=co/CHE Rome=co/ITA Cairo=co/EGY Lima=co/PER", "Oslo+Bern Rome+Cairo+Lima");
    who_whom("Hungarian/JJ/amod/4 and/CC/cc/1 Romanian/JJ/conj/1 envoys/NNS/nsubj/5 zapped/VBD/ROOT/0 Rome/NNP/dobj/5", "zapped",
            "Hungarian=co/HUN Romanian=co/ROU envoys=ro//GOV/p Rome=co/ITA", "Hungarian+Romanian Rome");
    who_whom("Oslo/NNP/poss/3 's/POS/case/1 zapping/NN/nsubj/6 and/CC/cc/3 zipping/NN/conj/3 went/VBD/ROOT/0", "zapping", "Oslo=co/NOR", "Oslo -");
    who_whom("Oslo/NNP/poss/3 's/POS/case/1 zopping/NN/nsubj/6 and/CC/cc/3 zapping/NN/conj/3 went/VBD/ROOT/0", "zapping", "Oslo=co/NOR", "Oslo -");
}

/* "the navies of Oslo and Bern": the role once for each. */
static void shared_roles(void)
{
    doc *d = told("navies/NNS/nsubj/6 of/IN/prep/1 Oslo/NNP/pobj/2 and/CC/cc/3 Bern/NNP/conj/3 zapped/VBD/ROOT/0", lemmas, "navies=ro//MIL/p Oslo=co/NOR Bern=co/CHE");
    senses s = ruled_senses(d);
    match_fill(lexicon, d, &s);
    roles r = roles_find(d, &s, 5);
    failed |= r.who.n != 2;
    for (uint32_t k = 0; k < r.who.n; k++) failed |= strcmp(d->actors.at[r.who.at[k]].sector[0], "MIL") != 0 || strcmp(d->actors.at[r.who.at[k]].code, k ? "CHE" : "NOR") != 0;
    failed |= d->actors.at[1].sector[0][0] != 0; /* the country itself stays what it is */
    doc_free(d);
}

/* The owner before all others, whatever the entry's order; what it is of is whom then. */
static void owners(void)
{
    static const char text[] = "Oslo/NNP/poss/3 's/POS/case/1 zopping/NN/nsubj/6 of/IN/prep/3 Rome/NNP/pobj/4 went/VBD/ROOT/0";
    who_whom(text, "zopping", "Oslo=co/NOR Rome=co/ITA", "Oslo -");
    who_whom("Oslo/NNP/poss/3 's/POS/case/1 zapping/NN/nsubj/6 of/IN/prep/3 Rome/NNP/pobj/4 went/VBD/ROOT/0", "zapping", "Oslo=co/NOR Rome=co/ITA", "Oslo Rome");
    who_whom("zapping/NN/nsubj/6 of/IN/prep/1 Rome/NNP/pobj/2 by/IN/prep/1 Oslo/NNP/pobj/4 went/VBD/ROOT/0", "zapping", "Rome=co/ITA Oslo=co/NOR", "Oslo Rome");
    who_whom("Norwegian/JJ/amod/2 zappings/NNS/nsubj/5 on/IN/prep/2 Rome/NNP/pobj/3 went/VBD/ROOT/0", "zappings", "Norwegian=co/NOR Rome=co/ITA", "Norwegian Rome");
}

/* A phrase whose head is no party: its owner, its modifier, or what it is of. */
static void inside_phrases(void)
{
    who_whom("ships/NNS/nsubj/4 of/IN/prep/1 Oslo/NNP/pobj/2 zapped/VBD/ROOT/0 Rome/NNP/poss/7 's/POS/case/5 port/NN/dobj/4", "zapped", "Oslo=co/NOR Rome=co/ITA", "Oslo Rome");
    who_whom("Norwegian/JJ/amod/2 ships/NNS/nsubj/3 zapped/VBD/ROOT/0 Italian/JJ/amod/5 ports/NNS/dobj/3", "zapped", "Norwegian=co/NOR Italian=co/ITA", "Norwegian Italian");
    who_whom("men/NNS/nsubj/2 zupped/VBD/ROOT/0 Oslo/NNP/poss/5 's/POS/case/3 offer/NN/dobj/2", "zupped", "men=ro//UAF/p Oslo=co/NOR", "Oslo -");
}

static void meant_parties(void)
{
    doc *d = told("sides/NNS/nsubj/2 zapped/VBD/ROOT/0 Oslo/NNP/dep/2 Bern/NNP/dep/2", lemmas, "sides=ro Oslo=co/NOR Bern=co/CHE");
    d->actors.at[0].member[0] = 1;
    d->actors.at[0].member[1] = 2;
    d->actors.at[0].n_members = 2;
    senses s = ruled_senses(d);
    match_fill(lexicon, d, &s);
    roles r = roles_find(d, &s, 1);
    failed |= r.who.n != 2 || r.who.at[0] != 1 || r.who.at[1] != 2;
    doc_free(d);
}

static void together_and_light(void)
{
    who_whom("Oslo/NNP/poss/3 's/POS/case/1 zupping/NN/nsubj/6 with/IN/prep/3 Rome/NNP/pobj/4 went/VBD/ROOT/0", "zupping", "Oslo=co/NOR Rome=co/ITA", "Oslo Rome"); /* a fight has two sides */
    carried("Oslo/NNP/nsubj/2 launched/VBD/ROOT/0 zapping/NN/dobj/2 on/IN/prep/2 Rome/NNP/pobj/4", "zapping", "launched", "Oslo=co/NOR Rome=co/ITA", "Oslo Rome");
    carried("zapping/NN/nsubjpass/3 was/VBD/auxpass/3 launched/VBN/ROOT/0 by/IN/agent/3 Oslo/NNP/pobj/4 on/IN/prep/3 Rome/NNP/pobj/6", "zapping", "launched",
            "Oslo=co/NOR Rome=co/ITA", "Oslo Rome");
}

/* Types whose recipient is often deep take the nearest named party below the word. */
static void nearest(const char *type, const char *actors, const char *wanted)
{
    doc *d = told("Oslo/NNP/nsubj/2 zapped/VBD/ROOT/0 plans/NNS/dobj/2 about/IN/prep/3 ships/NNS/pobj/4 near/IN/prep/5 Rome/NNP/pobj/6 and/CC/cc/2 "
                  "said/VBD/conj/2 Bern/NNP/nsubj/11 left/VBD/ccomp/9",
                  lemmas, actors);
    senses s = ruled_senses(d);
    buf b = {.mem = d->mem};
    match_fill(lexicon, d, &s);
    s.at[1].type = &lexicon->type[lexicon_type(lexicon, str_of(type))];
    roles r = roles_find(d, &s, 1);
    add_names(&b, d, &r.whom);
    failed |= !told_same(d, buf_str(&b), wanted);
    doc_free(d);
}

int main(void)
{
    arena *mem = arena_new(0);
    assert(mem && !arena_enter(mem));
    lexicon = ruled(mem, "own.rules", text_of_rules);
    plain();
    coordination();
    shared_roles();
    owners();
    inside_phrases();
    meant_parties();
    together_and_light();
    nearest("REJECT", "Oslo=co/NOR Rome=co/ITA Bern=co/CHE", "Rome");
    nearest("ASSAULT", "Oslo=co/NOR Rome=co/ITA Bern=co/CHE", "-");
    nearest("REJECT", "Oslo=co/NOR Rome=co/NOR Bern=co/CHE", "-"); /* its own side is no recipient, nor one of another clause */
    nearest("REJECT", "Oslo=co/NOR Rome=co/ITA//c Bern=pr/CHE", "Rome");
    arena_free(mem);
    if (!failed) puts("ok");
    return failed;
}
