/* frame.c: what stands around a word: subject, object, complements. */
#include "parse/tree.h"
#include "what/what_internal.h"

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

str frame_lemma(const doc *d, uint32_t i)
{
    str s = at(d, i)->lemma;
    for (uint32_t k = 0; k < s.len; k++)
        if (s.ptr[k] >= 'A' && s.ptr[k] <= 'Z') return str_lower_ascii(d->mem, s);
    return s;
}

static bool is_relative_word(const doc *d, uint32_t i) { return at(d, i)->tag == TAG_WDT || at(d, i)->tag == TAG_WP; }

/* The noun that a relative clause or participle is about, through coordination. */
static uint32_t clause_noun(const doc *d, uint32_t verb, bool *relative)
{
    uint32_t v = tree_first_conjunct(d, verb);
    *relative = at(d, v)->dep == DEP_relcl;
    return at(d, v)->dep == DEP_relcl || at(d, v)->dep == DEP_acl ? at(d, v)->head : NONE;
}

static uint32_t agent_of(const doc *d, uint32_t verb)
{
    uint32_t by = tree_child(d, verb, DEP_agent);
    return by == NONE ? NONE : tree_child(d, by, DEP_pobj);
}

/* Objects shared by coordinated verbs ("seized and burned the village") stand with the last. */
static uint32_t own_object(const doc *d, uint32_t verb)
{
    uint32_t o = tree_child(d, verb, DEP_dobj);
    if (o == NONE) o = tree_child(d, verb, DEP_oprd);
    bool relative;
    uint32_t noun = clause_noun(d, verb, &relative);
    if (o != NONE && is_relative_word(d, o) && relative) return noun;
    if (o == NONE && relative && tree_child(d, verb, DEP_nsubj) != NONE && !is_relative_word(d, tree_child(d, verb, DEP_nsubj)) &&
        tree_child(d, verb, DEP_ccomp) == NONE && tree_child(d, verb, DEP_xcomp) == NONE)
        return noun;
    return o;
}

/* "gunned down a man": the parser takes the particle for a preposition. */
static uint32_t particle_object(const doc *d, uint32_t verb)
{
    static const char *const particles[] = {"down", "up", "out", "off", "away"};
    for (int k = 0; k < 5; k++) {
        uint32_t o = frame_prep_object(d, verb, str_of(particles[k]));
        if (o != NONE) return o;
    }
    return NONE;
}

/* "shelling by Chad of the town killed two": a gerund that is a noun has its parties like one. */
static bool is_gerund_noun(const doc *d, uint32_t v)
{
    dep l = at(d, v)->dep;
    return at(d, v)->tag == TAG_VBG && (l == DEP_nsubj || l == DEP_nsubjpass || l == DEP_dobj || l == DEP_pobj);
}

static frame gerund_frame(const doc *d, uint32_t v)
{
    frame fr = {.word = v, .subject = frame_prep_object(d, v, S("by")), .object = tree_child(d, v, DEP_dobj), .governor = NONE};
    if (fr.subject == NONE) fr.subject = frame_possessive(d, v);
    if (fr.object == NONE) fr.object = frame_prep_object(d, v, S("of"));
    return fr;
}

static uint32_t governing_verb(const doc *d, uint32_t noun);

static bool is_one_of(str lemma, const char *const *words, size_t n)
{
    for (size_t k = 0; k < n; k++)
        if (str_is(lemma, words[k])) return true;
    return false;
}

/* "Iraq's plan to leave", "announced plans to leave": he whose plan it is leaves. */
static uint32_t planner(const doc *d, uint32_t v)
{
    static const char *const plans[] = {"plan", "decision", "intention", "promise", "pledge", "vow", "refusal", "offer", "threat",
                                        "agreement", "readiness", "willingness", "proposal", "commitment", "deal", "opportunity", "occasion", "chance"};
    static const char *const tells[] = {"announce", "unveil", "confirm", "reveal", "outline", "have", "disclose", "declare", "express", "signal", "reiterate", "reaffirm", "make", "reach", "take", "use", "seize"};
    uint32_t noun = at(d, v)->head;
    if (at(d, v)->dep != DEP_acl || at(d, v)->tag != TAG_VB || at(d, noun)->pos != POS_NOUN) return NONE;
    if (!is_one_of(at(d, noun)->lemma, plans, sizeof plans / sizeof *plans)) return NONE;
    uint32_t owner = tree_child(d, noun, DEP_poss), by = frame_prep_object(d, noun, S("by"));
    if (owner != NONE || by != NONE) return owner != NONE ? owner : by;
    uint32_t verb = at(d, noun)->dep == DEP_dobj ? governing_verb(d, noun) : NONE;
    bool told = verb != NONE && !tree_passive(d, verb) && is_one_of(at(d, verb)->lemma, tells, sizeof tells / sizeof *tells);
    return told ? tree_subject(d, verb) : NONE;
}

/* "became the first to leave", "is the latest country to leave": who became so leaves. */
static uint32_t one_who(const doc *d, uint32_t v)
{
    uint32_t one = at(d, v)->head;
    bool infinitive = (at(d, v)->dep == DEP_relcl || at(d, v)->dep == DEP_acl) && frame_is_to(d, v) && tree_subject(d, v) == NONE;
    return infinitive && at(d, one)->dep == DEP_attr ? tree_subject(d, at(d, one)->head) : NONE;
}

/* "took the step of leaving", "had no choice but to leave", "went as far as leaving". */
static uint32_t taker_of_step(const doc *d, uint32_t v)
{
    static const char *const steps[] = {"step", "course", "policy", "habit", "practice", "risk", "liberty", "lead", "tactic", "strategy", "campaign", "choice",
                                        "option", "alternative", "difficulty", "trouble", "time", "point", "process", "gamble", "precaution", "measure",
                                        "history", "record", "tradition"};
    uint32_t prep = at(d, v)->head, noun = at(d, prep)->head;
    if (at(d, v)->dep != DEP_pcomp || tree_subject(d, v) != NONE) return NONE;
    bool step = at(d, noun)->dep == DEP_dobj && is_one_of(at(d, noun)->lemma, steps, sizeof steps / sizeof *steps);
    bool far = at(d, noun)->dep == DEP_advmod && str_is(at(d, noun)->lower, "far");
    bool passive = false;
    uint32_t s = step || far ? tree_understood_subject(d, at(d, noun)->head, &passive) : NONE;
    return passive ? NONE : s;
}

/* "spent weeks preparing", "used the visit to praise": not the weeks, not the visit. */
static uint32_t spender(const doc *d, uint32_t v, uint32_t subject)
{
    static const char *const uses[] = {"spend", "use", "seize"};
    uint32_t above = at(d, v)->head;
    if (subject == NONE || at(d, subject)->dep != DEP_dobj || at(d, subject)->head != above || !is_one_of(at(d, above)->lemma, uses, 3)) return NONE;
    return tree_subject(d, above);
}

/* "Chad has, since May, expelled ...": the parser hung the subject on the auxiliary. */
static uint32_t subject_of_aux(const doc *d, uint32_t v)
{
    for (uint32_t c = tree_first(d, v); c != NONE && c < v; c = tree_next(d, c))
        if (at(d, c)->dep == DEP_aux && tree_child(d, c, DEP_nsubj) != NONE) return tree_child(d, c, DEP_nsubj);
    return NONE;
}

/* Who does it where the parser's tree does not tell: whose plan, whose step it is. */
static uint32_t doer_above(const doc *d, uint32_t v, uint32_t subject)
{
    uint32_t s = planner(d, v);
    if (s == NONE) s = one_who(d, v);
    if (s == NONE) s = taker_of_step(d, v);
    if (s == NONE && subject == NONE) s = subject_of_aux(d, v);
    return s == NONE ? spender(d, v, subject) : s;
}

/* "among those arrested was a general": he was arrested. */
static uint32_t one_of_those(const doc *d, uint32_t those)
{
    uint32_t prep = at(d, those)->head, be = at(d, prep)->head;
    bool among = str_is(at(d, those)->lower, "those") && str_is(at(d, prep)->lower, "among") && str_is(at(d, be)->lemma, "be");
    uint32_t one = among ? tree_child(d, be, DEP_attr) : NONE;
    return among && one == NONE ? tree_subject(d, be) : one;
}

static frame verb_frame(const doc *d, uint32_t v)
{
    if (is_gerund_noun(d, v) && (frame_prep_object(d, v, S("by")) != NONE || frame_prep_object(d, v, S("of")) != NONE)) return gerund_frame(d, v);
    frame fr = {.word = v, .subject = NONE, .object = NONE, .governor = NONE};
    bool passive;
    uint32_t s = tree_understood_subject(d, v, &passive);
    fr.passive = passive;
    if (passive) {
        uint32_t one = s == NONE ? NONE : one_of_those(d, s);
        fr.object = one == NONE ? s : one;
        fr.subject = agent_of(d, v);
        if (tree_child(d, v, DEP_dobj) != NONE && fr.object == NONE) fr.object = tree_child(d, v, DEP_dobj);
    } else {
        uint32_t whose = doer_above(d, v, s);
        fr.subject = whose == NONE ? s : whose;
        fr.object = own_object(d, v);
        if (fr.object == NONE) fr.object = particle_object(d, v);
    }
    return fr;
}

/* The verb a noun depends on, when the noun is its object or in a phrase of it. */
static uint32_t governing_verb(const doc *d, uint32_t noun)
{
    uint32_t i = tree_first_conjunct(d, noun);
    for (int k = 0; k < 6 && at(d, i)->head != i; k++) {
        i = at(d, i)->head;
        if (at(d, i)->pos == POS_VERB || at(d, i)->pos == POS_AUX) return i;
        if (at(d, i)->pos != POS_ADP && at(d, i)->pos != POS_NOUN) return NONE;
    }
    return NONE;
}

frame frame_of(const doc *d, uint32_t word)
{
    pos p = at(d, word)->pos;
    if (p == POS_VERB || p == POS_AUX) return verb_frame(d, word);
    if (p == POS_ADJ) { /* "is ready to": the subject is that of "is" */
        bool passive;
        uint32_t s = at(d, word)->dep == DEP_acomp ? tree_understood_subject(d, at(d, word)->head, &passive) : NONE;
        return (frame){.word = word, .subject = s, .object = NONE, .governor = NONE};
    }
    return (frame){.word = word, .noun = true, .subject = NONE, .object = NONE, .governor = governing_verb(d, word)};
}

uint32_t frame_possessive(const doc *d, uint32_t noun) { return tree_child(d, noun, DEP_poss); }

bool frame_is_to(const doc *d, uint32_t verb)
{
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c))
        if (at(d, c)->tag == TAG_TO) return true;
    return false;
}

static bool complement_fits(const doc *d, uint32_t c, test_kind kind)
{
    const token *t = at(d, c);
    if (t->pos != POS_VERB && t->pos != POS_AUX && t->dep != DEP_ccomp) return false;
    bool clause = t->dep == DEP_xcomp || t->dep == DEP_ccomp || t->dep == DEP_pcomp || t->dep == DEP_acl || t->dep == DEP_advcl || t->dep == DEP_dobj;
    if (!clause) return false;
    if (kind == TEST_COMP_TO) return frame_is_to(d, c); /* "to drop it", "to be dropped" */
    if (kind == TEST_COMP_ING) return t->tag == TAG_VBG && t->dep != DEP_advcl;
    return t->dep == DEP_ccomp && !frame_is_to(d, c);
}

uint32_t frame_complement(const doc *d, uint32_t word, test_kind kind)
{
    for (uint32_t c = tree_first(d, word); c != NONE; c = tree_next(d, c))
        if (complement_fits(d, c, kind)) return c;
    return NONE;
}

/* "on Monday ... spoke on the phone": of two such phrases the one that is no time. */
static uint32_t own_prep_object(const doc *d, uint32_t word, str prep)
{
    uint32_t time = NONE;
    for (uint32_t c = tree_first(d, word); c != NONE; c = tree_next(d, c)) {
        const token *t = at(d, c);
        if (str_is(t->lower, "out") && str_is(prep, "of") && tree_prep_object(d, c, "of") != NONE) return tree_prep_object(d, c, "of"); /* "pulled out of" */
        if ((t->dep != DEP_prep && t->dep != DEP_agent && t->dep != DEP_dative && t->dep != DEP_prt && t->dep != DEP_advmod) || !str_eq(t->lower, prep)) continue;
        uint32_t o = tree_child(d, c, DEP_pobj);
        if (o == NONE) o = tree_child(d, c, DEP_pcomp);
        if (o != NONE && doc_time_at(d, o) == NONE) return o;
        if (time == NONE) time = o;
    }
    return time;
}

/* "gave the junta a week": what "to" would name stands without it. */
static uint32_t indirect_object(const doc *d, uint32_t word)
{
    uint32_t o = tree_child(d, word, DEP_dative);
    return o != NONE && (at(d, o)->pos == POS_NOUN || at(d, o)->pos == POS_PROPN || at(d, o)->pos == POS_PRON) ? o : NONE;
}

/* "the launch of a rocket by Iran", "the swap of prisoners between Chad and Mali": the parser hangs what tells
 * the doer on the thing it was done to. */
static uint32_t below_of(const doc *d, uint32_t noun, str prep)
{
    static const char *const doers[] = {"by", "between"}, *const others[] = {"with", "to", "against", "into", "on"};
    uint32_t thing = at(d, noun)->pos == POS_NOUN ? own_prep_object(d, noun, S("of")) : NONE;
    if (thing == NONE || at(d, thing)->pos != POS_NOUN) return NONE;
    bool doer = is_one_of(prep, doers, 2), other = d->actor_of && d->actor_of[thing] == NONE && is_one_of(prep, others, 5);
    return doer || other ? own_prep_object(d, thing, prep) : NONE;
}

/* "walked out of the talks", "backed away from": the preposition hangs on the word of direction. */
uint32_t frame_prep_object(const doc *d, uint32_t word, str prep)
{
    uint32_t o = own_prep_object(d, word, prep);
    for (uint32_t c = tree_first(d, word); c != NONE && o == NONE; c = tree_next(d, c)) {
        dep l = at(d, c)->dep;
        bool direction = (l == DEP_prep || l == DEP_advmod || l == DEP_prt) && tree_child(d, c, DEP_pobj) == NONE;
        if (direction) o = own_prep_object(d, c, prep);
    }
    if (o == NONE) o = below_of(d, word, prep);
    return o == NONE && str_is(prep, "to") ? indirect_object(d, word) : o;
}
