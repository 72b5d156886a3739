/* roles.c: who did it and to whom, from the tree and the entry's role frame. */
#include "parse/tree.h"
#include "what/what_internal.h"

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

/* ---- places of a role frame ------------------------------------------------------ */
static uint32_t complement_verb(const doc *d, uint32_t word)
{
    static const test_kind kinds[] = {TEST_COMP_THAT, TEST_COMP_TO, TEST_COMP_ING};
    for (int k = 0; k < 3; k++) {
        uint32_t v = frame_complement(d, word, kinds[k]);
        if (v != NONE) return v;
    }
    return NONE;
}

static void add_carrier_subject(doc *d, actor_list *list, uint32_t light)
{
    frame fr = frame_of(d, light);
    parties_phrase(d, list, fr.noun ? frame_possessive(d, light) : fr.subject, 0);
}

/* "flew to Cairo for talks with the rebels", "acted in concert with Iraq": who goes there, who does so takes part. */
static void add_goer(doc *d, const senses *s, actor_list *list, uint32_t noun)
{
    uint32_t prep = at(d, noun)->head, verb = at(d, prep)->head;
    if (at(d, noun)->dep != DEP_pobj || at(d, verb)->pos != POS_VERB) return;
    bool goes = str_is(at(d, prep)->lower, "for") && lexicon_is(s->words, "go", frame_lemma(d, verb));
    bool jointly = str_is(at(d, prep)->lower, "in") && lexicon_is(s->words, "joint", frame_lemma(d, noun));
    if (goes || jointly) add_carrier_subject(d, list, verb);
}

/* "returned at Iraq's request": asked of those who returned. */
static void add_asked(doc *d, const senses *s, actor_list *list, uint32_t noun)
{
    uint32_t prep = at(d, noun)->head, verb = at(d, prep)->head;
    bool clause = at(d, verb)->pos == POS_VERB || at(d, verb)->pos == POS_AUX;
    if (at(d, noun)->dep == DEP_pobj && str_is(at(d, prep)->lower, "at") && clause && lexicon_is(s->words, "asks", str_of(s->at[noun].type->name)))
        add_carrier_subject(d, list, verb);
}

/* "is in talks with", "the minister, on a visit to", "said at a meeting with": who is in or on it takes part. */
static void add_partaker(doc *d, const senses *s, actor_list *list, uint32_t noun)
{
    uint32_t prep = at(d, noun)->head, above = at(d, prep)->head;
    if (at(d, noun)->dep != DEP_pobj || at(d, prep)->dep != DEP_prep || !lexicon_is(s->words, "takes-part", at(d, prep)->lower)) return;
    bool passive = false, partner = frame_prep_object(d, noun, S("with")) != NONE || frame_prep_object(d, noun, S("to")) != NONE;
    uint32_t subject = at(d, above)->pos == POS_VERB && partner ? tree_understood_subject(d, above, &passive) : NONE;
    if (at(d, above)->pos == POS_AUX) parties_phrase(d, list, tree_subject(d, above), 0);
    else if (subject != NONE && !passive) parties_phrase(d, list, subject, 0);
    else if (d->actor_of[above] != NONE && str_is(at(d, prep)->lower, "on")) parties_phrase(d, list, above, 0);
}

/* "In a phone call, X told Y", "X and Y agreed in a call": those who speak in it take part. */
static void add_speakers(doc *d, const senses *s, actor_list *list, uint32_t noun)
{
    uint32_t prep = at(d, noun)->head, verb = at(d, prep)->head;
    bool within = at(d, noun)->dep == DEP_pobj && str_is(at(d, prep)->lower, "in") && lexicon_is(s->words, "exchange", frame_lemma(d, noun));
    if (!within || at(d, verb)->pos != POS_VERB || tree_passive(d, verb)) return;
    actor_list found = {0};
    frame fr = frame_of(d, verb);
    parties_phrase(d, &found, fr.subject, 0);
    parties_phrase(d, &found, fr.object, 0);
    for (uint32_t k = 0; k < found.n && found.n > 1; k++) parties_add(d, list, found.at[k]);
}

/* "died in the shelling of the town by Chad": the parser hangs the agent on the verb. */
static uint32_t agent_behind(const doc *d, uint32_t noun)
{
    uint32_t prep = at(d, noun)->head, verb = at(d, prep)->head;
    if (at(d, noun)->dep != DEP_pobj || at(d, verb)->pos != POS_VERB || tree_passive(d, verb)) return NONE;
    uint32_t agent = frame_prep_object(d, verb, S("by"));
    return agent != NONE && agent > noun ? agent : NONE;
}

/* "died in the attack, reportedly carried out by rebels": the participle behind the noun, whatever the parser hangs it on. */
static uint32_t agent_of_participle(const doc *d, const senses *s, uint32_t noun)
{
    for (uint32_t i = noun + 1; i < d->tokens.n && i < noun + 5; i++) {
        if (at(d, i)->tag == TAG_VBN) return lexicon_is(s->words, "done-by", frame_lemma(d, i)) ? frame_prep_object(d, i, S("by")) : NONE;
        if (at(d, i)->pos != POS_PUNCT && at(d, i)->pos != POS_ADV) return NONE;
    }
    return NONE;
}

/* "Russia's role in the bombardment", "Iran's part in the attack": whose part it was. */
static uint32_t part_taker(const doc *d, const senses *s, uint32_t noun)
{
    uint32_t first = tree_first_conjunct(d, noun), prep = at(d, first)->head, part = at(d, prep)->head;
    bool part_in = at(d, first)->dep == DEP_pobj && str_is(at(d, prep)->lower, "in") && lexicon_is(s->words, "part-in", frame_lemma(d, part));
    return part_in ? frame_possessive(d, part) : NONE;
}

/* "claimed responsibility for the bombing": whoever does so did it. */
static uint32_t claimant(const doc *d, const senses *s, uint32_t noun)
{
    uint32_t prep = at(d, noun)->head, blame = at(d, prep)->head, verb = at(d, blame)->head;
    bool for_it = at(d, noun)->dep == DEP_pobj && str_is(at(d, prep)->lower, "for") && lexicon_is(s->words, "responsibility", frame_lemma(d, blame));
    bool claims = for_it && at(d, blame)->dep == DEP_dobj && lexicon_is(s->words, "claims-for-itself", frame_lemma(d, verb));
    bool passive = false;
    uint32_t doer = claims ? tree_understood_subject(d, verb, &passive) : NONE;
    return passive ? NONE : doer;
}

/* "suffered defeats at the hands of rebels": whose hands, below the act or beside it. */
static uint32_t at_hands(const doc *d, uint32_t i)
{
    uint32_t hands = frame_prep_object(d, i, S("at"));
    if (hands == NONE && at(d, i)->pos == POS_NOUN)
        for (uint32_t k = 0, v = i; k < 3 && hands == NONE && at(d, v)->head != v; k++) v = at(d, v)->head, hands = frame_prep_object(d, v, S("at"));
    return hands != NONE && str_is(at(d, hands)->lower, "hands") ? frame_prep_object(d, hands, S("of")) : NONE;
}

static void add_prep(doc *d, const senses *s, actor_list *list, uint32_t i, str prep)
{
    parties_phrase(d, list, frame_prep_object(d, i, prep), 0);
    if (list->n == 0 && at(d, i)->pos == POS_NOUN && at(d, i)->dep == DEP_nsubj && str_is(prep, "against"))
        parties_phrase(d, list, frame_prep_object(d, at(d, i)->head, prep), 0); /* "the protest started out against the reform" */
    uint32_t first = at(d, i)->dep == DEP_conj && at(d, i)->pos == POS_NOUN ? tree_first_conjunct(d, i) : i;
    uint32_t shared = first == i ? NONE : frame_prep_object(d, first, prep);
    if (list->n == 0 && shared != NONE && shared > i && str_is(prep, "of")) parties_phrase(d, list, shared, 0); /* "the invasion and occupation of Chad" */
    uint32_t light = s->at[i].light;
    if (list->n == 0 && light != NONE && !str_is(prep, "of") && !str_is(prep, "by")) parties_phrase(d, list, frame_prep_object(d, light, prep), 0);
    if (list->n == 0 && str_is(prep, "by") && at(d, i)->pos == POS_NOUN) parties_phrase(d, list, agent_behind(d, i), 0);
    if (list->n == 0 && str_is(prep, "by") && at(d, i)->pos == POS_NOUN) parties_phrase(d, list, agent_of_participle(d, s, i), 0);
    if (list->n == 0 && str_is(prep, "by") && at(d, i)->pos == POS_NOUN) parties_phrase(d, list, claimant(d, s, i), 0);
    if (list->n == 0 && str_is(prep, "by") && at(d, i)->pos == POS_NOUN) parties_phrase(d, list, part_taker(d, s, i), 0);
    if (list->n == 0 && str_is(prep, "by")) parties_phrase(d, list, at_hands(d, i), 0);
    if (list->n == 0 && light != NONE && str_is(prep, "by") && !s->at[i].suffered && at(d, light)->pos == POS_VERB && tree_passive(d, light))
        add_carrier_subject(d, list, light);
}

static void add_complement_part(doc *d, actor_list *list, uint32_t word, bool subject)
{
    uint32_t v = complement_verb(d, word);
    if (v == NONE) return;
    frame fr = frame_of(d, v);
    parties_phrase(d, list, subject ? (fr.passive ? fr.object : fr.subject) : (fr.passive ? NONE : fr.object), 0);
}

/* "Armenia's aggression and occupation": what stands before the first of
 * coordinated nouns holds for all that have nothing of their own. */
static uint32_t owner_noun(const doc *d, uint32_t i)
{
    for (uint32_t c = tree_first(d, i); c != NONE; c = tree_next(d, c))
        if (at(d, c)->dep == DEP_poss || at(d, c)->dep == DEP_det) return i;
    return at(d, i)->dep == DEP_conj && (at(d, at(d, i)->head)->pos == POS_NOUN || at(d, at(d, i)->head)->pos == POS_PROPN) ? tree_first_conjunct(d, i) : i;
}

static bool is_town(const doc *d, uint32_t tok)
{
    for (uint32_t k = 0; k < d->places.n; k++)
        if (range_has(d->places.at[k].tok, tok)) return strcmp(d->places.at[k].kind, "city") == 0 || strcmp(d->places.at[k].kind, "capital") == 0;
    return false;
}

/* "signed an accord in Havana": where it was, nobody's. */
static bool is_scene(const doc *d, uint32_t tok)
{
    if (at(d, tok)->dep != DEP_pobj || !str_is(at(d, at(d, tok)->head)->lower, "in")) return false;
    return is_town(d, tok);
}

/* "the Kabul bombing", "the Geneva talks": a town before the act's noun is where it was. */
static void drop_towns(const doc *d, actor_list *list)
{
    uint32_t n = 0;
    for (uint32_t k = 0; k < list->n; k++)
        if (at(d, d->actors.at[list->at[k]].head)->dep != DEP_compound || !is_town(d, d->actors.at[list->at[k]].head)) list->at[n++] = list->at[k];
    list->n = n;
}

/* Who is told by where it was does it not, nor bears it. */
static void drop_grounds(const doc *d, const senses *s, actor_list *list)
{
    uint32_t n = 0;
    for (uint32_t k = 0; k < list->n; k++) {
        const token *t = at(d, d->actors.at[list->at[k]].head);
        if (t->dep != DEP_pobj || !lexicon_is(s->words, "where-only", at(d, t->head)->lower)) list->at[n++] = list->at[k];
    }
    list->n = n;
}

/* "a car bomb in Kenya killed two": where the thing was that did it. */
static void drop_scene(const doc *d, const senses *s, actor_list *list, uint32_t subject)
{
    if (subject != NONE && d->actor_of[subject] == NONE && lexicon_is(s->words, "strikes-alone", frame_lemma(d, subject))) drop_grounds(d, s, list);
}

/* "condemned his arrest": whose it is bore it. */
static bool is_sufferer(const senses *s, uint32_t object)
{
    const entry *e = s->at[object].entry;
    bool does = false, bears = false;
    for (uint32_t k = 0; e && e->type && k < e->n_who; k++) does = does || e->who[k].slot == SLOT_POSSESSIVE;
    for (uint32_t k = 0; e && e->type && k < e->n_whom; k++) bears = bears || e->whom[k].slot == SLOT_POSSESSIVE;
    return bears && !does;
}

/* What the object belongs to: "rejected *Iran's* offer". */
static void add_owner(doc *d, actor_list *list, uint32_t object)
{
    actor_list found = {0};
    parties_inside(d, &found, object, 0);
    for (uint32_t k = 0; k < found.n; k++)
        if (!is_scene(d, d->actors.at[found.at[k]].head)) parties_add(d, list, found.at[k]);
}

/* "was condemned in a statement by Egypt": the agent stands with the means. */
static uint32_t agent_in_means(const doc *d, const senses *s, uint32_t verb)
{
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c)) {
        uint32_t noun = lexicon_is(s->words, "cause-preposition", at(d, c)->lower) ? tree_child(d, c, DEP_pobj) : NONE;
        if (noun != NONE && (lexicon_is(s->words, "means", frame_lemma(d, noun)) || lexicon_is(s->words, "strike", frame_lemma(d, noun))))
            return frame_prep_object(d, noun, S("by"));
    }
    return NONE;
}

/* "adopted a resolution condemning ...": who makes the document speaks in it. */
static void add_author(doc *d, const senses *s, actor_list *list, uint32_t noun)
{
    uint32_t verb = at(d, noun)->head;
    if (at(d, noun)->dep != DEP_dobj || at(d, verb)->pos != POS_VERB || !lexicon_is(s->words, "document", frame_lemma(d, noun))) return;
    frame fr = frame_of(d, verb);
    if (!fr.passive) parties_phrase(d, list, fr.subject, 0);
}

static void add_place(doc *d, const senses *s, actor_list *list, const frame *fr, where_at where, const actor_list *except)
{
    uint32_t i = fr->word;
    switch (where.slot) {
    case SLOT_SUBJECT: /* an act is no doer: "a bombing in Somalia killed three" */
        if (!fr->noun && fr->subject != NONE && (d->actor_of[fr->subject] != NONE || !s->at[fr->subject].type)) parties_phrase(d, list, fr->subject, 0);
        drop_scene(d, s, list, fr->noun ? NONE : fr->subject);
        if (!fr->noun && fr->passive && fr->subject == NONE) parties_phrase(d, list, agent_in_means(d, s, i), 0);
        if (list->n == 0 && !fr->noun && fr->subject != NONE) add_author(d, s, list, fr->subject);
        break;
    case SLOT_OBJECT: parties_phrase(d, list, fr->object, 0); break;
    case SLOT_PREP:
        add_prep(d, s, list, i, where.prep);
        if (list->n == 0 && !fr->noun && fr->object != NONE && !str_is(where.prep, "of") && !str_is(where.prep, "in"))
            parties_phrase(d, list, frame_prep_object(d, fr->object, where.prep), 0); /* "rallied support against Chad" */
        break;
    case SLOT_POSSESSIVE: parties_phrase(d, list, frame_possessive(d, owner_noun(d, i)), 0); break;
    case SLOT_MODIFIER:
        if (!parties_modifiers(d, list, i)) parties_modifiers(d, list, owner_noun(d, i));
        drop_towns(d, list);
        break;
    case SLOT_GOVERNOR:
        if (s->at[i].light != NONE && !s->at[i].suffered && frame_of(d, s->at[i].light).subject != i) add_carrier_subject(d, list, s->at[i].light);
        if (s->at[i].light == NONE && s->at[i].entry && s->at[i].entry->together) add_goer(d, s, list, i);
        if (s->at[i].light == NONE && list->n == 0) add_partaker(d, s, list, i);
        if (s->at[i].light == NONE && list->n == 0) add_speakers(d, s, list, i);
        break;
    case SLOT_OBJECT_OWNER:
        if (fr->object != NONE && !is_sufferer(s, fr->object)) add_owner(d, list, fr->object);
        break;
    case SLOT_COMP_SUBJECT: add_complement_part(d, list, i, true); break;
    case SLOT_COMP_OBJECT: add_complement_part(d, list, i, false); break;
    case SLOT_ANY: search_nearest(d, s, list, i, except); break;
    default: break;
    }
}

static void without(const doc *d, const senses *s, uint32_t i, actor_list *list, const actor_list *except)
{
    uint32_t n = 0;
    for (uint32_t k = 0; k < list->n; k++) {
        bool taken = false;
        for (uint32_t j = 0; j < except->n; j++) taken = taken || own_is(s->words, d, &s->at[i], list->at[k], except->at[j]);
        if (!taken) list->at[n++] = list->at[k];
    }
    list->n = n;
}

static void fill_places(doc *d, const senses *s, const frame *fr, const where_at *where, uint32_t n, actor_list *list, const actor_list *except)
{
    for (uint32_t k = 0; k < n && list->n == 0 && where[k].slot != SLOT_NONE; k++) {
        add_place(d, s, list, fr, where[k], except);
        without(d, s, fr->word, list, except);
    }
}

/* ---- composed events ---------------------------------------------------------------- */
static void composed_who(doc *d, const senses *s, const frame *fr, roles *r)
{
    static const slot noun_places[] = {SLOT_POSSESSIVE, SLOT_MODIFIER, SLOT_GOVERNOR};
    actor_list nobody = {0};
    if (!fr->noun) {
        parties_phrase(d, &r->who, fr->subject, 0);
        if (r->who.n == 0 && fr->subject != NONE) add_author(d, s, &r->who, fr->subject);
        bool expected = fr->passive && fr->subject == NONE && lexicon_is(s->words, "expected", frame_lemma(d, fr->word));
        if (expected) parties_phrase(d, &r->who, fr->object, 0); /* "is scheduled to meet": who is scheduled meets */
        return;
    }
    add_prep(d, s, &r->who, fr->word, S("by"));
    for (int k = 0; k < 3 && r->who.n == 0; k++) add_place(d, s, &r->who, fr, (where_at){noun_places[k], {"", 0}}, &nobody);
}

static bool is_blame(const sense *x)
{
    return x->outer && x->outer->type && strcmp(x->outer->type->name, "ACCUSE") == 0 && x->outer->whom == WHOM_INNER_WHO && x->inner != NONE;
}

/* Recipient of the inner word; an inner verb that is no event gives its object or any party below it. */
static void inner_whom(doc *d, const senses *s, uint32_t word, uint32_t inner, roles *r)
{
    if (inner == NONE) return;
    if (s->at[inner].type) {
        roles in = roles_find(d, s, inner);
        bool victim = is_blame(&s->at[word]) && is_sufferer(s, inner) && frame_possessive(d, inner) != NONE && at(d, frame_possessive(d, inner))->pos == POS_PRON;
        for (uint32_t k = 0; k < in.whom.n && !victim; k++) parties_add(d, &r->whom, in.whom.at[k]);
        if (in.whom.n == 0 && s->at[inner].entry && s->at[inner].entry->together)
            for (uint32_t k = 0; k < in.who.n; k++) parties_add(d, &r->whom, in.who.at[k]);
    } else if (at(d, inner)->pos == POS_VERB) {
        frame fr = frame_of(d, inner);
        parties_phrase(d, &r->whom, fr.object, 0);
        if (r->whom.n == 0) search_nearest(d, s, &r->whom, inner, &r->who);
    }
    without(d, s, word, &r->whom, &r->who);
}

/* "condemned the arrest of a leader by Chad": whoever is blamed stands behind "by", anywhere below. */
static void add_blamed(doc *d, const sense *x, roles *r)
{
    if (!is_blame(x)) return;
    range span = tree_span(d, x->inner);
    for (uint32_t i = span.first; i < span.end && r->whom.n == 0; i++)
        if (str_is(at(d, i)->lower, "by")) parties_phrase(d, &r->whom, tree_child(d, i, DEP_pobj), 0);
}

static void composed_whom(doc *d, const senses *s, const frame *fr, const sense *x, roles *r)
{
    static const char *const preps[] = {"to", "from", "with", "against", "on", "for"};
    const composer *c = x->outer;
    if (c->whom == WHOM_NONE) return;
    if (c->whom == WHOM_PLACE) add_place(d, s, &r->whom, fr, c->whom_at, &r->who);
    if (c->whom == WHOM_INNER_WHO && x->inner != NONE) {
        frame in = frame_of(d, x->inner);
        if (s->at[x->inner].type) r->whom = roles_find(d, s, x->inner).who;
        else parties_phrase(d, &r->whom, in.passive ? in.object : in.subject, 0);
    }
    without(d, s, fr->word, &r->whom, &r->who);
    add_blamed(d, x, r);
    without(d, s, fr->word, &r->whom, &r->who);
    if (r->whom.n) return;
    if (!fr->noun && x->inner != fr->object) parties_phrase(d, &r->whom, fr->object, 0);
    without(d, s, fr->word, &r->whom, &r->who);
    if (r->whom.n == 0 && x->outer->type && strcmp(x->outer->type->name, "REQUEST") != 0) inner_whom(d, s, fr->word, x->inner, r);
    for (int k = 0; k < 6 && r->whom.n == 0; k++) parties_phrase(d, &r->whom, frame_prep_object(d, fr->word, str_of(preps[k])), 0);
    without(d, s, fr->word, &r->whom, &r->who);
    bool asked = !fr->noun && fr->object != NONE && x->inner != NONE && x->inner != fr->object && at(d, x->inner)->pos == POS_VERB;
    if (r->whom.n == 0 && !asked) inner_whom(d, s, fr->word, x->inner, r); /* "urged firms to leave Iran": asked of the firms */
}

/* The recipient is often deep ("rejected a fresh offer from ...", "break
 * relations with ..."): then the named party nearest below the word, unless the
 * entry says that there is none. */
static bool may_search(const senses *s, uint32_t i)
{
    const sense *x = &s->at[i];
    if (x->outer ? x->outer->whom == WHOM_NONE : !x->entry || x->entry->together) return false;
    for (uint32_t k = 0; !x->outer && k < x->entry->n_whom; k++)
        if (x->entry->whom[k].slot == SLOT_NONE) return false;
    return lexicon_is(s->words, "deep-recipient", str_of(x->type->name));
}

/* Equals are all actors. */
static void join(doc *d, roles *r)
{
    for (uint32_t k = 0; k < r->whom.n; k++) parties_add(d, &r->who, r->whom.at[k]);
    r->whom.n = 0;
}

/* ---- the whole ------------------------------------------------------------------------ */
static void plain_roles(doc *d, const senses *s, const frame *fr, const entry *e, roles *r)
{
    actor_list nobody = {0};
    if (s->at[fr->word].light != NONE && !s->at[fr->word].suffered && frame_of(d, s->at[fr->word].light).subject != fr->word && e->kind == WORD_NOUN && at(d, s->at[fr->word].light)->pos == POS_VERB &&
        frame_possessive(d, fr->word) == NONE && tree_prep(d, fr->word, "by") == NONE)
        add_carrier_subject(d, &r->who, s->at[fr->word].light);
    for (uint32_t k = 0; k < e->n_who && fr->noun && r->who.n == 0; k++) /* an owner before all others */
        if (e->who[k].slot == SLOT_POSSESSIVE) add_place(d, s, &r->who, fr, e->who[k], &nobody);
    fill_places(d, s, fr, e->who, e->n_who, &r->who, &nobody);
    fill_places(d, s, fr, e->whom, e->n_whom, &r->whom, &r->who);
    if (!e->together || (r->who.n && s->at[fr->word].type && lexicon_is(s->words, "hostile", str_of(s->at[fr->word].type->name)))) return; /* "clashed with": not equals */
    join(d, r);
}

static bool names_country(const doc *d, const actor_list *list)
{
    for (uint32_t k = 0; k < list->n; k++)
        if (is_code(d->actors.at[list->at[k]].code)) return true;
    return false;
}

/* "opened fire to disperse the crowd": a purpose that is no event of its own tells whom. */
static void add_dispersed(doc *d, const senses *s, actor_list *list, uint32_t i)
{
    for (uint32_t c = tree_first(d, i); c != NONE && list->n == 0; c = tree_next(d, c))
        if (at(d, c)->dep == DEP_advcl && at(d, c)->tag == TAG_VB && lexicon_is(s->words, "purpose-on", frame_lemma(d, c)))
            parties_phrase(d, list, frame_of(d, c).object, 0);
}

/* "was subjected to shelling by": who is understood of the gerund bears it; the agent of either verb does it. */
static void borne_doer(doc *d, uint32_t gerund, uint32_t outer, roles *r)
{
    r->who.n = r->whom.n = 0;
    parties_phrase(d, &r->who, frame_prep_object(d, gerund, S("by")), 0);
    if (r->who.n == 0) parties_phrase(d, &r->who, frame_of(d, outer).subject, 0);
}

/* What words beside the act's own tell of its parties: "came under attack",
 * "the raid killed a general", "killed in a raid by rebels", "marched to demand". */
static void borrowed_roles(doc *d, const senses *s, uint32_t i, roles *r)
{
    const sense *x = &s->at[i];
    bool mutual = x->entry && x->entry->together && r->who.n > 1; /* "50 died in fighting between ..." */
    if (at(d, i)->pos == POS_VERB && x->light != NONE && (x->suffered || x->result == x->light)) borne_doer(d, i, x->light, r);
    if (x->suffered && x->light != NONE && r->whom.n == 0 && !mutual && frame_of(d, x->light).subject != i) {
        frame fr = frame_of(d, x->light);
        parties_phrase(d, &r->whom, fr.passive ? fr.object : fr.subject, 0);
    }
    if (x->type && r->who.n && r->whom.n == 0 && at(d, i)->pos == POS_NOUN) add_asked(d, s, &r->whom, i);
    if (x->result != NONE && frame_of(d, x->result).object != NONE && !mutual) drop_grounds(d, s, &r->whom); /* "the bomb in Chad killed a minister" */
    if (x->result != NONE && r->whom.n == 0 && !mutual) parties_phrase(d, &r->whom, frame_of(d, x->result).object, 0);
    if (x->cause != NONE && r->who.n == 0) {
        r->who = roles_find(d, s, x->cause).who;
        if (r->who.n > 1 && !names_country(d, &r->whom)) r->whom.n = 0; /* "50 died in fighting between Chad and Niger": of either */
    }
    if (x->cause != NONE && r->whom.n == 0) r->whom = roles_find(d, s, x->cause).whom;
    if (x->purpose != NONE && r->whom.n == 0) r->whom = roles_find(d, s, x->purpose).whom;
    if (r->whom.n == 0 && x->type && lexicon_is(s->words, "hostile", str_of(x->type->name))) add_dispersed(d, s, &r->whom, i);
    without(d, s, i, &r->whom, &r->who);
}

/* "a treaty between Chad and Niger was signed": no doer told but both sides. */
static void both_sides(const doc *d, const senses *s, uint32_t i, roles *r)
{
    if (r->who.n || r->whom.n < 2 || !s->at[i].type || !lexicon_is(s->words, "equals", str_of(s->at[i].type->name))) return;
    const actor *a = &d->actors.at[r->whom.at[0]];
    uint32_t head = at(d, tree_first_conjunct(d, a->head))->head;
    if (!str_is(at(d, head)->lower, "between")) return;
    r->who = r->whom;
    memset(&r->whom, 0, sizeof r->whom);
}

roles roles_find(doc *d, const senses *s, uint32_t i)
{
    roles r = {0};
    frame fr = frame_of(d, i);
    const sense *x = &s->at[i];
    if (x->outer) {
        composed_who(d, s, &fr, &r);
        composed_whom(d, s, &fr, x, &r);
        if (x->outer->together) join(d, &r);
    } else if (x->entry) {
        plain_roles(d, s, &fr, x->entry, &r);
    }
    borrowed_roles(d, s, i, &r);
    both_sides(d, s, i, &r);
    bool both = r.who.n > 1 && x->type && lexicon_is(s->words, "equals", str_of(x->type->name)); /* they agreed with each other */
    if (r.whom.n == 0 && r.who.n && x->type && strcmp(x->type->name, "MOBILIZE") == 0) search_enemy(d, &r.whom, i);
    without(d, s, i, &r.whom, &r.who);
    bool told = !fr.noun && fr.passive && fr.object != NONE && d->actor_of[fr.object] != NONE; /* "he was sanctioned": whoever he is */
    told = told || (!fr.noun && fr.object != NONE && frame_complement(d, i, TEST_COMP_TO) != NONE && x->type && lexicon_is(s->words, "asks", str_of(x->type->name))); /* "urged firms to ..." */
    if (r.whom.n == 0 && r.who.n && !told && !both && x->type && may_search(s, i)) search_nearest(d, s, &r.whom, i, &r.who);
    return r;
}
