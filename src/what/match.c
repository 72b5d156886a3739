/* match.c: which entry of the lexicon fits what stands around a word. */
#include "parse/tree.h"
#include "what/what_internal.h"

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

/* ---- words ------------------------------------------------------------------ */
static bool word_is(const doc *d, uint32_t i, str word)
{
    return str_eq(at(d, i)->lower, word) || str_eq(frame_lemma(d, i), word);
}

/* "take hostage", "carry out", "set on fire": every further word of a verb
 * stands behind it and hangs on it by at most two arcs. */
static bool verb_words(const doc *d, uint32_t verb, const str *word, uint32_t n)
{
    for (uint32_t k = 1; k < n; k++) {
        bool found = false;
        for (uint32_t i = verb + 1; i < d->tokens.n && i <= verb + 8 && !found; i++) {
            uint32_t h = at(d, i)->head;
            bool near = h == verb || (h < d->tokens.n && at(d, h)->head == verb) || i == verb + k;
            found = near && word_is(d, i, word[k]);
        }
        if (!found) return false;
    }
    return true;
}

static bool is_hyphen(const doc *d, uint32_t i) { return at(d, i)->tag == TAG_HYPH || str_is(at(d, i)->text, "-"); }

/* A noun's further words stand beside it without a gap ("arms embargo",
 * "cease - fire", "call for help"); hyphens are passed over. */
static bool noun_words(const doc *d, uint32_t noun, const str *word, uint32_t n, uint32_t head)
{
    uint32_t i = noun;
    for (uint32_t k = head; k-- > 0;) {
        if (i > 0 && is_hyphen(d, i - 1)) i--;
        if (i == 0 || !word_is(d, --i, word[k])) return false;
    }
    i = noun;
    for (uint32_t k = head + 1; k < n; k++) {
        if (i + 1 < d->tokens.n && is_hyphen(d, i + 1)) i++;
        if (++i >= d->tokens.n || !word_is(d, i, word[k])) return false;
    }
    return true;
}

/* "drew criticism": the act of the verb and its words is told once. */
void match_take_words(const doc *d, senses *s, uint32_t verb)
{
    const entry *e = s->at[verb].entry;
    for (uint32_t k = 1; e && e->kind == WORD_VERB && !s->at[verb].outer && k < e->n_words; k++)
        for (uint32_t i = verb + 1; i < d->tokens.n && i <= verb + 8; i++) {
            bool own = at(d, i)->head == verb && at(d, i)->pos == POS_NOUN && s->at[i].type == e->type && word_is(d, i, e->word[k]);
            if (own) s->at[i].blocked = true;
        }
}

bool match_words(const doc *d, uint32_t i, const str *word, uint32_t n, uint32_t head, bool noun)
{
    return noun ? noun_words(d, i, word, n, head) : verb_words(d, i, word, n);
}

/* ---- tests of a condition ----------------------------------------------------- */
static const actor *actor_at(const doc *d, uint32_t i)
{
    return d->actor_of && d->actor_of[i] != NONE ? &d->actors.at[d->actor_of[i]] : NULL;
}

static bool is_state(const what *w, const actor *a)
{
    return a->kind == ACTOR_COUNTRY || lexicon_is(w, "state-sector", str_of(a->sector[0]));
}

static bool is_place(const doc *d, uint32_t i)
{
    ent e = at(d, i)->ent;
    if (e == ENT_GPE || e == ENT_LOC || e == ENT_FAC) return true;
    for (uint32_t k = 0; k < d->places.n; k++)
        if (range_has(d->places.at[k].tok, i)) return true;
    return false;
}

static bool is_person(const doc *d, uint32_t i)
{
    const actor *a = actor_at(d, i);
    return at(d, i)->ent == ENT_PERSON || (a && (a->kind == ACTOR_PERSON || a->kind == ACTOR_ROLE || a->kind == ACTOR_PEOPLE || a->kind == ACTOR_PRONOUN));
}

/* "Serbians", "thousands of farmers", "opponents of the president": people without arms or an office. */
static bool is_people(const what *w, const doc *d, uint32_t i)
{
    const actor *a = actor_at(d, i);
    if (!a || a->kind != ACTOR_ROLE || !a->plural) return a && a->kind == ACTOR_PEOPLE;
    return !a->sector[0][0] || lexicon_is(w, "society-sector", str_of(a->sector[0])) || lexicon_is(w, "group-sector", str_of(a->sector[0]));
}

/* A noun counts as its own word, and as "modifier head" for two-word class members. */
static bool in_class(const what *w, const doc *d, uint32_t i, uint32_t no)
{
    str head = frame_lemma(d, i);
    if (lexicon_in_class(w, head, no) || lexicon_in_class(w, at(d, i)->lower, no)) return true;
    return i > 0 && lexicon_in_class(w, str_printf(d->mem, STR_FMT " " STR_FMT, STR_ARG(at(d, i - 1)->lower), STR_ARG(head)), no);
}

static bool test_token(const what *w, const doc *d, const senses *s, uint32_t i, const test *t)
{
    switch (t->kind) {
    case TEST_ANY: return true;
    case TEST_CLASS: return in_class(w, d, i, t->class_no);
    case TEST_PARTY: return actor_at(d, i) != NULL;
    case TEST_STATE: return actor_at(d, i) && is_state(w, actor_at(d, i));
    case TEST_PERSON: return is_person(d, i);
    case TEST_PEOPLE: return is_people(w, d, i);
    case TEST_PLACE: return is_place(d, i);
    case TEST_EVENT: return s->at[i].type != NULL;
    case TEST_WORD: return word_is(d, i, t->word);
    default: return false;
    }
}

/* What "he", "it", "they" stand for, where the text tells: conditions ask of that. */
static uint32_t meant(const doc *d, uint32_t i)
{
    const actor *a = actor_at(d, i);
    bool pronoun = a && a->kind == ACTOR_PRONOUN && a->same_as != NONE && d->actors.at[a->same_as].kind != ACTOR_PRONOUN;
    return pronoun ? d->actors.at[a->same_as].head : i;
}

/* Does any member of the coordination at `i` pass? */
static bool test_phrase(const what *w, const doc *d, const senses *s, uint32_t i, const test *t)
{
    if (i == NONE) return t->kind == TEST_NONE;
    if (test_token(w, d, s, i, t)) return true;
    uint32_t of = lexicon_is(w, "quantity", frame_lemma(d, i)) ? tree_prep_object(d, i, "of") : NONE;
    if (of != NONE && test_token(w, d, s, of, t)) return true; /* "hundreds of demonstrators", "dozens of rounds" */
    uint32_t other = meant(d, i);
    if (other != i && !t->forbid && (t->kind == TEST_STATE || t->kind == TEST_CLASS) && test_token(w, d, s, other, t)) return true;
    uint32_t all[16], n = tree_conjuncts(d, i, all, 16);
    for (uint32_t k = 0; k < n; k++)
        if (test_token(w, d, s, all[k], t)) return true;
    return false;
}

static bool test_comp(const doc *d, uint32_t word, const test *t)
{
    bool any = frame_complement(d, word, TEST_COMP_TO) != NONE || frame_complement(d, word, TEST_COMP_THAT) != NONE ||
               frame_complement(d, word, TEST_COMP_ING) != NONE;
    if (t->kind == TEST_ANY) return any;
    if (t->kind == TEST_NONE) return !any;
    return frame_complement(d, word, t->kind) != NONE;
}

static bool test_modifier(const what *w, const doc *d, const senses *s, uint32_t word, const test *t)
{
    bool some = false;
    for (uint32_t c = tree_first(d, word); c != NONE; c = tree_next(d, c)) {
        dep l = at(d, c)->dep;
        if (l != DEP_amod && l != DEP_compound && l != DEP_nmod && l != DEP_poss && l != DEP_advmod && l != DEP_nummod) continue;
        some = true;
        if (t->kind != TEST_NONE && test_phrase(w, d, s, c, t)) return true;
    }
    return t->kind == TEST_NONE && !some;
}

static bool test_particle(const doc *d, uint32_t word, const test *t)
{
    uint32_t p = tree_child(d, word, DEP_prt);
    if (t->kind == TEST_NONE) return p == NONE;
    return p != NONE && (t->kind == TEST_ANY || str_eq(at(d, p)->lower, t->word));
}

/* A verb's preposition often hangs on its object: "suspected Somalia of smuggling". */
static uint32_t prep_object(const doc *d, const frame *fr, str prep)
{
    uint32_t o = frame_prep_object(d, fr->word, prep);
    return o == NONE && !fr->noun && !fr->passive && fr->object != NONE ? frame_prep_object(d, fr->object, prep) : o;
}

/* Who it is in the clause below: "wants the rebels to leave". */
static uint32_t complement_subject(const doc *d, uint32_t word)
{
    static const test_kind kinds[] = {TEST_COMP_TO, TEST_COMP_THAT, TEST_COMP_ING};
    for (int k = 0; k < 3; k++) {
        uint32_t v = frame_complement(d, word, kinds[k]);
        if (v != NONE) return tree_child(d, v, DEP_nsubj);
    }
    return NONE;
}

/* "blamed each other", "one another": whoever the subject is. */
static uint32_t meant_by(const doc *d, const frame *fr, uint32_t i)
{
    if (i == NONE || i == 0 || fr->noun) return i;
    str w = at(d, i)->lower, before = at(d, i - 1)->lower;
    bool each = (str_is(w, "other") && str_is(before, "each")) || (str_is(w, "another") && str_is(before, "one"));
    return each && fr->subject != NONE ? fr->subject : i;
}

static bool test_slot(const what *w, const doc *d, const senses *s, const frame *fr, where_at where, const test *t)
{
    switch (where.slot) {
    case SLOT_COMP_SUBJECT: return test_phrase(w, d, s, complement_subject(d, fr->word), t);
    case SLOT_SUBJECT: return test_phrase(w, d, s, fr->noun ? frame_possessive(d, fr->word) : fr->subject, t);
    case SLOT_OBJECT: return test_phrase(w, d, s, fr->noun ? frame_prep_object(d, fr->word, S("of")) : meant_by(d, fr, fr->object), t);
    case SLOT_PREP: return test_phrase(w, d, s, meant_by(d, fr, prep_object(d, fr, where.prep)), t);
    case SLOT_COMP: return test_comp(d, fr->word, t);
    case SLOT_VOICE: return t->kind == TEST_PASSIVE ? fr->passive : !fr->passive;
    case SLOT_PARTICLE: return test_particle(d, fr->word, t);
    case SLOT_MODIFIER: return test_modifier(w, d, s, fr->word, t);
    default: return false;
    }
}

static bool condition_holds(const what *w, const doc *d, const senses *s, const frame *fr, const condition *c)
{
    bool wanted = false, met = false;
    for (uint32_t i = 0; i < c->n; i++) {
        bool yes = test_slot(w, d, s, fr, c->at, &c->test[i]);
        if (c->test[i].forbid && yes) return false;
        if (!c->test[i].forbid) wanted = true, met = met || yes;
    }
    return met || !wanted;
}

bool match_conditions(const what *w, const doc *d, const senses *s, const frame *fr, const condition *cond, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (!condition_holds(w, d, s, fr, &cond[i])) return false;
    return true;
}

/* ---- entries --------------------------------------------------------------------- */
/* A forbidding entry before all; then more words and more conditions tell more; then the surer entry, then the earlier. */
static bool better(const what *w, uint32_t a, uint32_t b)
{
    if (b == NONE) return true;
    const entry *x = &w->entries.at[a], *y = &w->entries.at[b];
    if (!x->type != !y->type) return !x->type; /* what never.rules forbids, no other line allows */
    if (x->last != y->last) return !x->last;
    uint32_t nx = x->n_cond + 2 * (x->n_words - 1), ny = y->n_cond + 2 * (y->n_words - 1);
    if (nx != ny) return nx > ny;
    return x->confidence != y->confidence ? x->confidence > y->confidence : a < b;
}

static uint32_t best_entry(const what *w, const doc *d, const senses *s, uint32_t i, const map *words)
{
    uint32_t best = NONE;
    frame fr = {.word = NONE};
    for (uint32_t e = map_get(words, frame_lemma(d, i), NONE); e != NONE; e = w->entries.at[e].next) {
        const entry *en = &w->entries.at[e];
        if (!better(w, e, best) || !match_words(d, i, en->word, en->n_words, en->head, en->kind == WORD_NOUN)) continue;
        if (fr.word == NONE) fr = frame_of(d, i);
        if (match_conditions(w, d, s, &fr, en->cond, en->n_cond)) best = e;
    }
    return best;
}

static const map *words_for(const what *w, const token *t)
{
    if (t->pos == POS_VERB || (t->pos == POS_AUX && t->dep != DEP_aux && t->dep != DEP_auxpass)) return &w->verbs; /* "is in custody" */
    if (t->pos == POS_NOUN || t->pos == POS_PROPN) return &w->nouns;
    bool noun_place = t->dep == DEP_nsubj || t->dep == DEP_nsubjpass || t->dep == DEP_dobj || t->dep == DEP_pobj;
    if (t->pos == POS_ADJ) return noun_place ? &w->nouns : &w->adjs; /* "the counter-offensive" */
    return NULL;
}

/* "the Security Council", "Peace Corps": a word inside another's name acts only as its head. */
static bool inside_name(const doc *d, uint32_t i)
{
    const token *t = at(d, i);
    if (t->pos != POS_PROPN) return false;
    if (t->ent == ENT_EVENT) return t->dep == DEP_compound;
    return t->ent != ENT_NONE || t->dep == DEP_compound;
}

/* "war crimes", "truce offer": a noun before a noun says of what kind the other is. */
static bool is_compound(const doc *d, uint32_t i)
{
    const token *t = at(d, i);
    return t->pos == POS_NOUN && (t->dep == DEP_compound || t->dep == DEP_nmod) && at(d, t->head)->pos == POS_NOUN;
}

static void set_sense(const what *w, sense *out, uint32_t e)
{
    const entry *en = &w->entries.at[e];
    out->entry = en;
    out->type = en->type;
    out->mode = en->mode;
    out->status = en->status;
    out->confidence = en->confidence;
    out->why[0] = en->why;
    out->n_why = 1;
}

static void match_token(const what *w, doc *d, senses *s, uint32_t i)
{
    const map *words = words_for(w, at(d, i));
    if (!words || inside_name(d, i) || is_compound(d, i)) return;
    uint32_t e = best_entry(w, d, s, i, words);
    if (e != NONE) set_sense(w, &s->at[i], e);
}

/* Nouns before verbs: a verb's condition may ask whether its object is an event. */
void match_fill(const what *w, doc *d, senses *s)
{
    for (uint32_t i = 0; i < d->tokens.n; i++) s->at[i] = (sense){.inner = NONE, .light = NONE, .cause = NONE, .purpose = NONE, .result = NONE, .status = -1};
    for (uint32_t i = 0; i < d->tokens.n; i++)
        if (at(d, i)->pos != POS_VERB) match_token(w, d, s, i);
    for (uint32_t i = 0; i < d->tokens.n; i++)
        if (at(d, i)->pos == POS_VERB) match_token(w, d, s, i);
}
