/* roles.c: who did it and to whom, from the tree and the entry's role frame. */
#include "parse/tree.h"
#include "story/story.h"
#include "what/what_internal.h"

#define MAX_DEPTH   4 /* phrases within phrases that are searched for a party */
#define SEARCH_COST 6 /* arcs to a party that no place of the entry names, a verb counting three: farther ones have another part */

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

bool roles_is_party(const doc *d, uint32_t i)
{
    const actor *a = &d->actors.at[i];
    return is_code(a->code) || a->sector[0][0] || a->kind == ACTOR_PRONOUN || a->kind == ACTOR_PERSON || a->kind == ACTOR_BODY || a->n_members;
}

static void add(doc *d, actor_list *list, uint32_t a)
{
    for (uint32_t k = 0; k < list->n; k++)
        if (list->at[k] == a) return;
    array_push(d->mem, *list, a);
}

/* "the two sides" stands for its members, "it" for what it means. */
static void add_meant(doc *d, actor_list *list, uint32_t i)
{
    actor a = d->actors.at[i];
    if (a.n_members == 0) add(d, list, i);
    for (uint32_t k = 0; k < a.n_members; k++) {
        if (a.kind != ACTOR_ROLE || !a.sector[0][0]) {
            add(d, list, a.member[k]);
            continue;
        }
        actor fresh = a; /* "both governments": each is a government, whoever was named before */
        fresh.n_members = 0;
        memcpy(fresh.code, d->actors.at[a.member[k]].code, 4);
        array_push(d->mem, d->actors, fresh);
        add(d, list, d->actors.n - 1);
    }
}

/* "anti-Syrian", "pro-Russian": on neither side of the act by that. */
static bool is_pro_or_anti(const doc *d, uint32_t i)
{
    if (i > 0 && str_is(at(d, i - 1)->text, "-")) i--;
    else if (i == 0 || at(d, i - 1)->space_after) return false;
    return i > 0 && (str_is(at(d, i - 1)->lower, "anti") || str_is(at(d, i - 1)->lower, "pro"));
}

static bool is_modifier(dep l) { return l == DEP_amod || l == DEP_compound || l == DEP_nmod || l == DEP_npadvmod; }

/* Adjectives and compounds that name parties: "Hungarian and Romanian officials". */
static uint32_t add_modifiers(doc *d, actor_list *list, uint32_t noun)
{
    uint32_t before = list->n;
    for (uint32_t c = tree_first(d, noun); c != NONE; c = tree_next(d, c)) {
        if (!is_modifier(at(d, c)->dep) || is_pro_or_anti(d, c)) continue;
        uint32_t all[8], n = tree_conjuncts(d, c, all, 8);
        for (uint32_t k = 0; k < n; k++)
            if (d->actor_of[all[k]] != NONE && is_code(d->actors.at[d->actor_of[all[k]]].code)) add(d, list, d->actor_of[all[k]]);
    }
    return list->n - before;
}

static uint32_t named_modifiers(doc *d, uint32_t noun)
{
    actor_list found = {0};
    uint32_t n = add_modifiers(d, &found, noun);
    for (uint32_t k = 1; k < n; k++)
        if (strcmp(d->actors.at[found.at[k]].code, d->actors.at[found.at[0]].code) != 0) return n;
    return 0;
}

static void add_phrase(doc *d, actor_list *list, uint32_t head, int depth);

/* A phrase whose head is no party: its owner, modifier, or what it is of. */
static void add_inside(doc *d, actor_list *list, uint32_t head, int depth)
{
    static const char *const links[] = {"of", "by", "from", "in", "between", "for"};
    uint32_t before = list->n, owner = frame_possessive(d, head);
    bool other = owner != NONE && at(d, owner)->pos == POS_PRON && tree_prep_object(d, head, "from") != NONE;
    add_modifiers(d, list, head); /* "his Turkish counterpart", "his counterpart from Turkey" is no party of his side */
    if (list->n == before && owner != NONE && !other) add_phrase(d, list, owner, depth + 1);
    for (int k = other ? 2 : 0; k < 6 && list->n == before; k++) {
        uint32_t o = tree_prep_object(d, head, links[k]);
        if (o != NONE) add_phrase(d, list, o, depth + 1);
    }
    if (list->n == before) {
        uint32_t same = tree_child(d, head, DEP_appos);
        if (same != NONE) add_phrase(d, list, same, depth + 1);
    }
}

/* The country as the role's: "the ministers of Ukraine" → Ukraine, GOV. */
static void add_of_role(doc *d, actor_list *list, uint32_t country, uint32_t role)
{
    actor fresh = d->actors.at[country];
    memcpy(fresh.sector, d->actors.at[role].sector, sizeof fresh.sector);
    array_push(d->mem, d->actors, fresh);
    add(d, list, d->actors.n - 1);
}

/* "the navies of Argentina and Brazil": the role once for each country. */
static bool add_shared_role(doc *d, actor_list *list, uint32_t head, uint32_t role)
{
    uint32_t of = tree_prep_object(d, head, "of"), all[8];
    if (of == NONE) of = tree_prep_object(d, head, "from");
    uint32_t n = of == NONE ? 0 : tree_conjuncts(d, of, all, 8), countries = 0;
    for (uint32_t k = 0; k < n; k++) countries += d->actor_of[all[k]] != NONE && d->actors.at[d->actor_of[all[k]]].kind == ACTOR_COUNTRY;
    if (countries < 2 || countries != n) return false;
    for (uint32_t k = 0; k < n; k++) add_of_role(d, list, d->actor_of[all[k]], role);
    return true;
}

/* An "it" or "them" that stands for no party told before, as an object. */
static bool is_thing(const doc *d, uint32_t i)
{
    const actor *a = &d->actors.at[i];
    dep l = at(d, a->head)->dep;
    if (a->kind != ACTOR_PRONOUN || is_code(a->code) || a->sector[0][0] || a->n_members || (l != DEP_dobj && l != DEP_pobj)) return false;
    return str_is(at(d, a->head)->lower, "it") || str_is(at(d, a->head)->lower, "them");
}

/* "allies such as Germany": those named tell more than the noun; what "such as" or "including" holds. */
static uint32_t example_of(const doc *d, uint32_t head)
{
    for (uint32_t c = tree_first(d, head); c != NONE; c = tree_next(d, c)) {
        bool such = str_is(at(d, c)->lower, "as") && c > 0 && str_is(at(d, c - 1)->lower, "such");
        uint32_t o = such || str_is(at(d, c)->lower, "including") ? tree_child(d, c, DEP_pobj) : NONE;
        if (o != NONE && d->actor_of[o] != NONE && is_code(d->actors.at[d->actor_of[o]].code)) return o;
    }
    return NONE;
}

static void add_head(doc *d, actor_list *list, uint32_t head, int depth)
{
    uint32_t a = d->actor_of[head], example = example_of(d, head);
    if (example != NONE && (a == NONE || !is_code(d->actors.at[a].code))) {
        add_phrase(d, list, example, depth + 1);
        return;
    }
    if (a != NONE && is_thing(d, a)) return;
    if (a == NONE || !roles_is_party(d, a)) {
        add_inside(d, list, head, depth);
        return;
    }
    if (d->actors.at[a].kind == ACTOR_ROLE && add_shared_role(d, list, head, a)) return;
    if (d->actors.at[a].kind == ACTOR_ROLE && named_modifiers(d, head)) add_modifiers(d, list, head);
    else add_meant(d, list, a);
}

/* "the foreign ministers of Ukraine | and Russia": the model hangs the second
 * country on the ministers; where it stands right behind the first, it is theirs. */
static uint32_t stray_country(const doc *d, uint32_t role, uint32_t head)
{
    uint32_t of = tree_prep_object(d, role, "of"), r = d->actor_of[role], c = d->actor_of[head];
    if (of == NONE || head == role || r == NONE || c == NONE || d->actors.at[c].tok.first != of + 2) return NONE;
    bool plural = at(d, role)->tag == TAG_NNS && d->actors.at[r].kind == ACTOR_ROLE;
    bool bare = d->actors.at[c].kind == ACTOR_COUNTRY && d->actor_of[of] != NONE && d->actors.at[d->actor_of[of]].kind == ACTOR_COUNTRY;
    return plural && bare && at(d, of + 1)->dep == DEP_cc ? c : NONE;
}

/* The parties of a noun phrase and all that is coordinated with it. */
static void add_phrase(doc *d, actor_list *list, uint32_t head, int depth)
{
    if (head == NONE || depth > MAX_DEPTH) return;
    uint32_t all[16], n = 1;
    all[0] = head;
    if (at(d, head)->pos != POS_VERB && at(d, head)->pos != POS_AUX) n = tree_conjuncts(d, head, all, 16);
    for (uint32_t k = 0; k < n; k++) {
        uint32_t stray = stray_country(d, head, all[k]);
        if (stray != NONE) add_of_role(d, list, stray, d->actor_of[head]);
        else add_head(d, list, all[k], depth);
    }
}

/* "at its border with Chad": nobody acted on Chad. */
static bool is_neighbour(const doc *d, const senses *s, uint32_t tok)
{
    const token *t = at(d, tok), *prep = at(d, t->head), *border = at(d, prep->head);
    return t->dep == DEP_pobj && str_is(prep->lower, "with") && lexicon_is(s->words, "border", frame_lemma(d, prep->head)) &&
           border->dep == DEP_pobj && !str_is(at(d, border->head)->lower, "of");
}

static bool has_modal(const doc *d, uint32_t verb)
{
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c))
        if (at(d, c)->tag == TAG_MD) return true;
    return false;
}

/* "debts worth two million that ...": the object itself, or what measures it. */
static bool is_of_object(const doc *d, uint32_t noun, uint32_t top)
{
    for (uint32_t t = noun; t != top && at(d, t)->head != t; t = at(d, t)->head)
        if (at(d, t)->pos == POS_VERB || (at(d, t)->dep == DEP_prep && !str_is(at(d, t)->lower, "of") && !str_is(at(d, t)->lower, "worth"))) return false;
    return true;
}

/* The arcs from a word up to `top`, verbs counting three; NONE where the way
 * leads through a clause that tells of another thing than the word's own object,
 * or of what might be ("a bill that would allow ..."). */
static uint32_t cost_up(const doc *d, uint32_t tok, uint32_t top)
{
    uint32_t cost = 0;
    for (uint32_t t = tok; t != top && at(d, t)->head != t; t = at(d, t)->head) {
        bool aside = at(d, t)->dep == DEP_relcl && (has_modal(d, t) || !is_of_object(d, at(d, t)->head, top));
        if (at(d, t)->dep == DEP_parataxis || aside) return NONE;
        cost += at(d, t)->pos == POS_VERB && at(d, t)->dep != DEP_relcl ? 3 : 1;
    }
    return cost;
}

/* "According to the BBC, a minister regretted ...": who tells of it takes no part. */
static bool is_source(const doc *d, uint32_t i, uint32_t word)
{
    for (uint32_t a = story_attribution_at(d, word); a != NONE; a = d->attributions.at[a].within)
        if (d->attributions.at[a].speaker == i || ranges_have(&d->attributions.at[a].source, d->actors.at[i].head)) return true;
    return false;
}

/* The named party nearest below a word, not one of `except`. */
static void add_nearest(doc *d, const senses *s, actor_list *list, uint32_t word, const actor_list *except)
{
    uint32_t best = NONE, best_cost = UINT32_MAX;
    range span = tree_span(d, word);
    for (uint32_t i = 0; i < d->actors.n; i++) {
        const actor *a = &d->actors.at[i];
        if (!range_has(span, a->head) || !is_code(a->code) || a->kind == ACTOR_PRONOUN || is_neighbour(d, s, a->head) || is_source(d, i, word)) continue;
        bool taken = false, bare = a->kind == ACTOR_COUNTRY || a->kind == ACTOR_PEOPLE || a->kind == ACTOR_PLACE;
        for (uint32_t k = 0; k < except->n; k++)
            taken = taken || except->at[k] == i || tree_under(d, a->head, d->actors.at[except->at[k]].head) || (bare && strcmp(d->actors.at[except->at[k]].code, a->code) == 0);
        uint32_t cost = taken ? NONE : cost_up(d, a->head, word);
        if (cost < best_cost && cost <= SEARCH_COST) best = i, best_cost = cost;
    }
    if (best != NONE) add(d, list, best);
}

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
    add_phrase(d, list, fr.noun ? frame_possessive(d, light) : fr.subject, 0);
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
    if (at(d, noun)->dep == DEP_pobj && str_is(at(d, prep)->lower, "at") && at(d, verb)->pos == POS_VERB && lexicon_is(s->words, "asks", str_of(s->at[noun].type->name)))
        add_carrier_subject(d, list, verb);
}

/* "is in talks with", "the minister, on a visit to": who is in or on it takes part. */
static void add_partaker(doc *d, actor_list *list, uint32_t noun)
{
    uint32_t prep = at(d, noun)->head, above = at(d, prep)->head;
    bool on = str_is(at(d, prep)->lower, "on");
    if (at(d, noun)->dep != DEP_pobj || at(d, prep)->dep != DEP_prep || (!on && !str_is(at(d, prep)->lower, "in"))) return;
    if (at(d, above)->pos == POS_AUX) add_phrase(d, list, tree_subject(d, above), 0);
    else if (on && d->actor_of[above] != NONE) add_phrase(d, list, above, 0);
}

/* "died in the shelling of the town by Chad": the parser hangs the agent on the verb. */
static uint32_t agent_behind(const doc *d, uint32_t noun)
{
    uint32_t prep = at(d, noun)->head, verb = at(d, prep)->head;
    if (at(d, noun)->dep != DEP_pobj || at(d, verb)->pos != POS_VERB || tree_passive(d, verb)) return NONE;
    uint32_t agent = frame_prep_object(d, verb, S("by"));
    return agent != NONE && agent > noun ? agent : NONE;
}

static void add_prep(doc *d, const senses *s, actor_list *list, uint32_t i, str prep)
{
    add_phrase(d, list, frame_prep_object(d, i, prep), 0);
    if (list->n == 0 && at(d, i)->pos == POS_NOUN && at(d, i)->dep == DEP_nsubj && str_is(prep, "against"))
        add_phrase(d, list, frame_prep_object(d, at(d, i)->head, prep), 0); /* "the protest started out against the reform" */
    uint32_t light = s->at[i].light;
    if (list->n == 0 && light != NONE && !str_is(prep, "of") && !str_is(prep, "by")) add_phrase(d, list, frame_prep_object(d, light, prep), 0);
    if (list->n == 0 && str_is(prep, "by") && at(d, i)->pos == POS_NOUN) add_phrase(d, list, agent_behind(d, i), 0);
    if (list->n == 0 && light != NONE && str_is(prep, "by") && !s->at[i].suffered && at(d, light)->pos == POS_VERB && tree_passive(d, light))
        add_carrier_subject(d, list, light);
}

static void add_complement_part(doc *d, actor_list *list, uint32_t word, bool subject)
{
    uint32_t v = complement_verb(d, word);
    if (v == NONE) return;
    frame fr = frame_of(d, v);
    add_phrase(d, list, subject ? (fr.passive ? fr.object : fr.subject) : (fr.passive ? NONE : fr.object), 0);
}

/* "Armenia's aggression and occupation": what stands before the first of
 * coordinated nouns holds for all that have nothing of their own. */
static uint32_t owner_noun(const doc *d, uint32_t i)
{
    for (uint32_t c = tree_first(d, i); c != NONE; c = tree_next(d, c))
        if (at(d, c)->dep == DEP_poss || at(d, c)->dep == DEP_det) return i;
    return at(d, i)->dep == DEP_conj && (at(d, at(d, i)->head)->pos == POS_NOUN || at(d, at(d, i)->head)->pos == POS_PROPN) ? tree_first_conjunct(d, i) : i;
}

/* "signed an accord in Havana": where it was, nobody's. */
static bool is_scene(const doc *d, uint32_t tok)
{
    if (at(d, tok)->dep != DEP_pobj || !str_is(at(d, at(d, tok)->head)->lower, "in")) return false;
    for (uint32_t k = 0; k < d->places.n; k++)
        if (range_has(d->places.at[k].tok, tok)) return strcmp(d->places.at[k].kind, "city") == 0 || strcmp(d->places.at[k].kind, "capital") == 0;
    return false;
}

/* What the object belongs to: "rejected *Iran's* offer". */
static void add_owner(doc *d, actor_list *list, uint32_t object)
{
    actor_list found = {0};
    add_inside(d, &found, object, 0);
    for (uint32_t k = 0; k < found.n; k++)
        if (!is_scene(d, d->actors.at[found.at[k]].head)) add(d, list, found.at[k]);
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

static void add_place(doc *d, const senses *s, actor_list *list, const frame *fr, where_at where, const actor_list *except)
{
    uint32_t i = fr->word;
    switch (where.slot) {
    case SLOT_SUBJECT: /* an act is no doer: "a bombing in Somalia killed three" */
        if (!fr->noun && fr->subject != NONE && (d->actor_of[fr->subject] != NONE || !s->at[fr->subject].type)) add_phrase(d, list, fr->subject, 0);
        if (!fr->noun && fr->passive && fr->subject == NONE) add_phrase(d, list, agent_in_means(d, s, i), 0);
        break;
    case SLOT_OBJECT: add_phrase(d, list, fr->object, 0); break;
    case SLOT_PREP:
        add_prep(d, s, list, i, where.prep);
        if (list->n == 0 && !fr->noun && fr->object != NONE && !str_is(where.prep, "of") && !str_is(where.prep, "in"))
            add_phrase(d, list, frame_prep_object(d, fr->object, where.prep), 0); /* "rallied support against Chad" */
        break;
    case SLOT_POSSESSIVE: add_phrase(d, list, frame_possessive(d, owner_noun(d, i)), 0); break;
    case SLOT_MODIFIER:
        if (!add_modifiers(d, list, i)) add_modifiers(d, list, owner_noun(d, i));
        break;
    case SLOT_GOVERNOR:
        if (s->at[i].light != NONE && !s->at[i].suffered) add_carrier_subject(d, list, s->at[i].light);
        if (s->at[i].light == NONE && s->at[i].entry && s->at[i].entry->together) add_goer(d, s, list, i);
        if (s->at[i].light == NONE && list->n == 0) add_partaker(d, list, i);
        break;
    case SLOT_OBJECT_OWNER:
        if (fr->object != NONE) add_owner(d, list, fr->object);
        break;
    case SLOT_COMP_SUBJECT: add_complement_part(d, list, i, true); break;
    case SLOT_COMP_OBJECT: add_complement_part(d, list, i, false); break;
    case SLOT_ANY: add_nearest(d, s, list, i, except); break;
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
        add_phrase(d, &r->who, fr->subject, 0);
        return;
    }
    add_prep(d, s, &r->who, fr->word, S("by"));
    for (int k = 0; k < 3 && r->who.n == 0; k++) add_place(d, s, &r->who, fr, (where_at){noun_places[k], {"", 0}}, &nobody);
}

/* Recipient of the inner word; an inner verb that is no event gives its object or any party below it. */
static void inner_whom(doc *d, const senses *s, uint32_t word, uint32_t inner, roles *r)
{
    if (inner == NONE) return;
    if (s->at[inner].type) {
        roles in = roles_find(d, s, inner);
        for (uint32_t k = 0; k < in.whom.n; k++) add(d, &r->whom, in.whom.at[k]);
        if (in.whom.n == 0 && s->at[inner].entry && s->at[inner].entry->together)
            for (uint32_t k = 0; k < in.who.n; k++) add(d, &r->whom, in.who.at[k]);
    } else if (at(d, inner)->pos == POS_VERB) {
        frame fr = frame_of(d, inner);
        add_phrase(d, &r->whom, fr.object, 0);
        if (r->whom.n == 0) add_nearest(d, s, &r->whom, inner, &r->who);
    }
    without(d, s, word, &r->whom, &r->who);
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
        else add_phrase(d, &r->whom, in.passive ? in.object : in.subject, 0);
    }
    without(d, s, fr->word, &r->whom, &r->who);
    if (r->whom.n) return;
    if (!fr->noun && x->inner != fr->object) add_phrase(d, &r->whom, fr->object, 0);
    without(d, s, fr->word, &r->whom, &r->who);
    if (r->whom.n == 0 && x->outer->type && strcmp(x->outer->type->name, "REQUEST") != 0) inner_whom(d, s, fr->word, x->inner, r);
    for (int k = 0; k < 6 && r->whom.n == 0; k++) add_phrase(d, &r->whom, frame_prep_object(d, fr->word, str_of(preps[k])), 0);
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
    for (uint32_t k = 0; k < r->whom.n; k++) add(d, &r->who, r->whom.at[k]);
    r->whom.n = 0;
}

/* ---- the whole ------------------------------------------------------------------------ */
static void plain_roles(doc *d, const senses *s, const frame *fr, const entry *e, roles *r)
{
    actor_list nobody = {0};
    if (s->at[fr->word].light != NONE && !s->at[fr->word].suffered && e->kind == WORD_NOUN && at(d, s->at[fr->word].light)->pos == POS_VERB &&
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

/* What words beside the act's own tell of its parties: "came under attack",
 * "the raid killed a general", "killed in a raid by rebels", "marched to demand". */
static void borrowed_roles(doc *d, const senses *s, uint32_t i, roles *r)
{
    const sense *x = &s->at[i];
    bool mutual = x->entry && x->entry->together && r->who.n > 1; /* "50 died in fighting between ..." */
    if (x->suffered && x->light != NONE && r->whom.n == 0 && !mutual && frame_of(d, x->light).subject != i) {
        frame fr = frame_of(d, x->light);
        add_phrase(d, &r->whom, fr.passive ? fr.object : fr.subject, 0);
    }
    if (x->type && r->who.n && r->whom.n == 0 && at(d, i)->pos == POS_NOUN) add_asked(d, s, &r->whom, i);
    if (x->result != NONE && r->whom.n == 0 && !mutual) add_phrase(d, &r->whom, frame_of(d, x->result).object, 0);
    if (x->cause != NONE && r->who.n == 0) {
        r->who = roles_find(d, s, x->cause).who;
        if (r->who.n > 1 && !names_country(d, &r->whom)) r->whom.n = 0; /* "50 died in fighting between Chad and Niger": of either */
    }
    if (x->cause != NONE && r->whom.n == 0) r->whom = roles_find(d, s, x->cause).whom;
    if (x->purpose != NONE && r->whom.n == 0) r->whom = roles_find(d, s, x->purpose).whom;
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
    if (r.whom.n == 0 && r.who.n && !both && x->type && may_search(s, i)) add_nearest(d, s, &r.whom, i, &r.who);
    return r;
}
