/* parties.c: which parties a phrase names: its head, its modifiers, its owner,
 * all that is coordinated with it. */
#include "parse/tree.h"
#include "what/what_internal.h"

#define MAX_DEPTH 4 /* phrases within phrases that are searched for a party */

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

bool parties_is(const doc *d, uint32_t i)
{
    const actor *a = &d->actors.at[i];
    return is_code(a->code) || a->sector[0][0] || a->kind == ACTOR_PRONOUN || a->kind == ACTOR_PERSON || a->kind == ACTOR_BODY || a->n_members;
}

void parties_add(doc *d, actor_list *list, uint32_t a)
{
    for (uint32_t k = 0; k < list->n; k++)
        if (list->at[k] == a) return;
    array_push(d->mem, *list, a);
}

/* "the two sides" stands for its members, "it" for what it means. */
static void add_meant(doc *d, actor_list *list, uint32_t i)
{
    actor a = d->actors.at[i];
    if (a.n_members == 0) parties_add(d, list, i);
    for (uint32_t k = 0; k < a.n_members; k++) {
        if (a.kind != ACTOR_ROLE || !a.sector[0][0]) {
            parties_add(d, list, a.member[k]);
            continue;
        }
        actor fresh = a; /* "both governments": each is a government, whoever was named before */
        fresh.n_members = 0;
        memcpy(fresh.code, d->actors.at[a.member[k]].code, 4);
        array_push(d->mem, d->actors, fresh);
        parties_add(d, list, d->actors.n - 1);
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

static bool names_code(const doc *d, uint32_t tok) { return d->actor_of[tok] != NONE && is_code(d->actors.at[d->actor_of[tok]].code); }

/* "the Chad-Niger treaty": the first of the pair; the parser hangs it on the second. */
static uint32_t hyphened(const doc *d, uint32_t second)
{
    bool dash = second > 1 && !at(d, second - 1)->space_after && (str_is(at(d, second - 1)->text, "-") || str_is(at(d, second - 1)->text, "\xe2\x80\x93"));
    return dash && names_code(d, second) && names_code(d, second - 2) ? second - 2 : NONE;
}

/* "Saudi-led airstrikes", "the U.S.-led campaign": who leads it; an index of doc->actors, NONE if nobody. */
static uint32_t leader_of(const doc *d, uint32_t led)
{
    str w = at(d, led)->lower;
    if (str_is(w, "led")) {
        uint32_t leader = tree_child(d, led, DEP_npadvmod);
        return leader != NONE && names_code(d, leader) ? d->actor_of[leader] : NONE;
    }
    if (!str_ends(w, S("-led"))) return NONE;
    str name = str_slice(at(d, led)->text, 0, w.len - 4); /* one word to the model: told elsewhere by itself */
    for (uint32_t i = 0; i < d->actors.n; i++) {
        const actor *a = &d->actors.at[i];
        if (a->kind == ACTOR_COUNTRY && is_code(a->code) && str_eq(at(d, a->head)->text, name)) return i;
    }
    return NONE;
}

/* Adjectives and compounds that name parties: "Hungarian and Romanian officials". */
uint32_t parties_modifiers(doc *d, actor_list *list, uint32_t noun)
{
    uint32_t before = list->n;
    for (uint32_t c = tree_first(d, noun); c != NONE; c = tree_next(d, c)) {
        if (!is_modifier(at(d, c)->dep) || is_pro_or_anti(d, c)) continue;
        uint32_t all[8], n = tree_conjuncts(d, c, all, 8), pair = hyphened(d, c);
        if (pair != NONE) parties_add(d, list, d->actor_of[pair]);
        if (leader_of(d, c) != NONE) parties_add(d, list, leader_of(d, c));
        for (uint32_t k = 0; k < n; k++)
            if (names_code(d, all[k])) parties_add(d, list, d->actor_of[all[k]]);
    }
    return list->n - before;
}

static uint32_t named_modifiers(doc *d, uint32_t noun)
{
    actor_list found = {0};
    uint32_t n = parties_modifiers(d, &found, noun);
    for (uint32_t k = 1; k < n; k++)
        if (strcmp(d->actors.at[found.at[k]].code, d->actors.at[found.at[0]].code) != 0) return n;
    return 0;
}

/* A phrase whose head is no party: its owner, modifier, or what it is of. */
void parties_inside(doc *d, actor_list *list, uint32_t head, int depth)
{
    static const char *const links[] = {"of", "by", "from", "in", "between", "for"};
    uint32_t before = list->n, owner = frame_possessive(d, head);
    bool other = owner != NONE && at(d, owner)->pos == POS_PRON && tree_prep_object(d, head, "from") != NONE;
    other = other || (d->actor_of[head] != NONE && d->actors.at[d->actor_of[head]].of_another); /* "its neighbours" */
    parties_modifiers(d, list, head); /* "his Turkish counterpart", "his counterpart from Turkey" is no party of his side */
    if (list->n == before && owner != NONE && !other) parties_phrase(d, list, owner, depth + 1);
    for (int k = other ? 2 : 0; k < 6 && list->n == before; k++) {
        uint32_t o = tree_prep_object(d, head, links[k]);
        if (o != NONE) parties_phrase(d, list, o, depth + 1);
    }
    if (list->n == before) {
        uint32_t same = tree_child(d, head, DEP_appos);
        if (same != NONE) parties_phrase(d, list, same, depth + 1);
    }
}

/* The country as the role's: "the ministers of Ukraine" → Ukraine, GOV. */
static void add_of_role(doc *d, actor_list *list, uint32_t country, uint32_t role)
{
    actor fresh = d->actors.at[country];
    bool people = strcmp(d->actors.at[role].sector[0], "CVL") == 0; /* "the leaders of the neighbours": no people */
    if (!people) memcpy(fresh.sector, d->actors.at[role].sector, sizeof fresh.sector);
    array_push(d->mem, d->actors, fresh);
    parties_add(d, list, d->actors.n - 1);
}

/* "the navies of Argentina and Brazil": the role once for each country. */
static bool add_shared_role(doc *d, actor_list *list, uint32_t head, uint32_t role)
{
    uint32_t of = tree_prep_object(d, head, "of"), all[8];
    if (of == NONE) of = tree_prep_object(d, head, "from");
    uint32_t named = of == NONE ? NONE : tree_child(d, of, DEP_appos); /* "the leaders of the two neighbours, Chad and Niger" */
    if (named == NONE && of != NONE) named = tree_child(d, head, DEP_appos);
    if (named != NONE && d->actor_of[named] != NONE && d->actors.at[d->actor_of[named]].kind == ACTOR_COUNTRY) of = named;
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
        parties_phrase(d, list, example, depth + 1);
        return;
    }
    if (a != NONE && is_thing(d, a)) return;
    if (a == NONE || !parties_is(d, a)) {
        parties_inside(d, list, head, depth);
        return;
    }
    if (d->actors.at[a].kind == ACTOR_ROLE && add_shared_role(d, list, head, a)) return;
    uint32_t counted = d->actors.at[a].kind == ACTOR_ROLE ? tree_prep_object(d, head, "of") : NONE; /* "scores of Chadian and Libyan refugees" */
    if (counted != NONE && named_modifiers(d, counted)) {
        parties_modifiers(d, list, counted);
        return;
    }
    if (d->actors.at[a].kind == ACTOR_ROLE && named_modifiers(d, head)) parties_modifiers(d, list, head);
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

/* "North and South Korea": the first shares the second's noun; it is the one that the report names in full. */
static uint32_t shared_name(const doc *d, uint32_t second)
{
    uint32_t first = second < 3 ? NONE : second - 3;
    if (first == NONE || at(d, second - 2)->dep != DEP_cc || d->actor_of[second] == NONE || d->actor_of[first] != NONE || at(d, first)->pos != POS_PROPN) return NONE;
    for (uint32_t i = 0; i < d->actors.n; i++) {
        const actor *b = &d->actors.at[i];
        bool full = b->tok.end > b->tok.first && b->head > 0 && str_eq(at(d, b->head)->text, at(d, second)->text) && str_eq(at(d, b->head - 1)->text, at(d, first)->text);
        if (full && is_code(b->code)) return i;
    }
    return NONE;
}

/* The parties of a noun phrase and all that is coordinated with it. */
void parties_phrase(doc *d, actor_list *list, uint32_t head, int depth)
{
    if (head == NONE || depth > MAX_DEPTH) return;
    uint32_t all[16], n = 1;
    all[0] = head;
    if (at(d, head)->pos != POS_VERB && at(d, head)->pos != POS_AUX) n = tree_conjuncts(d, head, all, 16);
    for (uint32_t k = 0; k < n; k++) {
        uint32_t stray = stray_country(d, head, all[k]), shared = shared_name(d, all[k]);
        if (shared != NONE) parties_add(d, list, shared);
        if (stray != NONE) add_of_role(d, list, stray, d->actor_of[head]);
        else add_head(d, list, all[k], depth);
    }
}
