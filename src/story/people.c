/* people.c: who is who.  "Foreign Minister Ararat Mirzoyan of Armenia" once,
 * "Mirzoyan" ever after; "the Sudanese army" once, then "the army". */
#include "base/map.h"
#include "parse/tree.h"
#include "story/story_internal.h"

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

void people_take(doc *d, uint32_t to, uint32_t from, reason why)
{
    actor *a = &d->actors.at[to];
    const actor *b = &d->actors.at[from];
    if (from < to) a->same_as = from;
    if (!a->code[0] && b->code[0]) {
        memcpy(a->code, b->code, 4);
        a->code_from_context = true;
        a->why_code = why;
    }
    bool named = a->kind == ACTOR_PERSON || a->kind == ACTOR_PRONOUN;
    if (!a->sector[0][0] || a->kind == ACTOR_PRONOUN) memcpy(a->sector, b->sector, sizeof a->sector);
    if (a->entry == NONE) a->entry = b->entry;
    if (named && b->name.len > a->name.len) a->name = b->name;
    if (a->kind == ACTOR_PRONOUN && a->n_members == 0) {
        memcpy(a->member, b->member, sizeof a->member);
        a->n_members = b->n_members;
    }
}

/* A person is known by the last word of the name: "President Trump's" by "trump". */
static uint32_t last_word(const doc *d, const actor *a)
{
    uint32_t last = a->tok.end - 1;
    while (last > a->tok.first && at(d, last)->tag == TAG_POS) last--;
    return last;
}

static str surname(const doc *d, const actor *a) { return at(d, last_word(d, a))->lower; }

static bool is_person(const doc *d, const actor *a)
{
    if (a->tok.end <= a->tok.first || a->kind == ACTOR_PRONOUN) return false;
    return a->kind == ACTOR_PERSON || (a->kind == ACTOR_ROLE && at(d, a->head)->ent == ENT_PERSON);
}

/* "al-Hakim": several tokens, one word. */
static bool is_one_word(const doc *d, const actor *a)
{
    for (uint32_t i = a->tok.first; i < last_word(d, a); i++)
        if (at(d, i)->space_after) return false;
    return true;
}

/* A bare name of unknown kind ("Trump" taken for a body) may be a person told before. */
static bool may_be_person(const doc *d, const actor *a)
{
    if (is_person(d, a)) return true;
    return a->tok.end > a->tok.first && is_one_word(d, a) && at(d, last_word(d, a))->pos == POS_PROPN && !is_code(a->code);
}

static bool is_bare_name(const doc *d, const actor *a)
{
    return a->tok.end == a->tok.first + 1 && !is_code(a->code) && at(d, a->head)->pos == POS_PROPN && (a->kind == ACTOR_BODY || a->kind == ACTOR_PERSON);
}

static bool is_bracket(str w) { return str_is(w, "(") || str_is(w, "[") || str_is(w, "-LRB-"); }

/* The party whose words end before the bracket at `open`, or on whose head the letters in it hang. */
static uint32_t before_bracket(const doc *d, uint32_t open)
{
    enum { REACH = 40 };                  /* words from a party's head to its end */
    uint32_t head = at(d, open + 1)->head, found = head <= open ? d->actor_of[head] : NONE;
    for (uint32_t t = open > REACH ? open - REACH : 0; t < open; t++) {
        uint32_t k = d->actor_of[t];
        if (k != NONE && k < found && d->actors.at[k].tok.end == open) found = k;
    }
    return found;
}

/* "the People's Army [KPA]": the party before the bracket is the one that the letters stand for. */
static map spelled_out(doc *d)
{
    map full = {.mem = d->mem};
    for (uint32_t t = 1; t + 1 < d->tokens.n; t++) {
        uint32_t k = is_bracket(at(d, t)->text) ? before_bracket(d, t) : NONE;
        if (k != NONE) map_at(&full, at(d, t + 1)->text, k);
    }
    return full;
}

/* The latest persons and bodies that are told by a name of several words, by its first. */
typedef struct told_names { map person, body; } told_names;

static void remember_names(doc *d, told_names *told, uint32_t k)
{
    const actor *a = &d->actors.at[k];
    bool person = a->kind == ACTOR_PERSON || at(d, a->head)->ent == ENT_PERSON, body = a->kind == ACTOR_BODY || a->kind == ACTOR_ROLE;
    if (!person && !body) return;
    for (uint32_t t = a->tok.first; t + 1 < a->tok.end; t++) {
        bool start = t == a->tok.first || at(d, t - 1)->pos != POS_PROPN;
        if (start && at(d, t)->pos == POS_PROPN && at(d, t + 1)->pos == POS_PROPN) map_put(person ? &told->person : &told->body, at(d, t)->text, k);
    }
}

/* "the airline Delta Air" once, "Delta" ever after: the latest party told in full by a name that begins so. */
static void join_names(doc *d)
{
    map spelled = spelled_out(d);
    told_names told = {{.mem = d->mem}, {.mem = d->mem}};
    for (uint32_t i = 0; i < d->actors.n; i++) {
        const actor *a = &d->actors.at[i];
        str word = at(d, a->head)->text;
        bool bare = is_bare_name(d, a) && word.len >= 2;
        uint32_t full = bare ? map_get(&spelled, word, NONE) : NONE;
        if (bare && (full == NONE || full == i)) full = map_get(a->kind == ACTOR_PERSON ? &told.person : &told.body, word, NONE);
        if (full != NONE) people_take(d, i, full, "story: the party that the report names in full");
        remember_names(d, &told, i);
    }
}

static double worth(const actor *a) { return (is_code(a->code) ? 2 : 0) + (a->sector[0][0] ? 1 : 0) + (a->entry != NONE ? 0.5 : 0); }

/* The mention of each surname that tells most; of equals, the first. */
static map best_mentions(doc *d)
{
    map best = {.mem = d->mem};
    for (uint32_t i = 0; i < d->actors.n; i++) {
        const actor *a = &d->actors.at[i];
        if (!is_person(d, a)) continue;
        uint32_t *b = map_at(&best, surname(d, a), i);
        if (worth(a) > worth(&d->actors.at[*b])) *b = i;
    }
    return best;
}

static void join_persons(doc *d)
{
    map best = best_mentions(d);
    for (uint32_t i = 0; i < d->actors.n; i++) {
        actor *a = &d->actors.at[i];
        if (!may_be_person(d, a)) continue;
        uint32_t b = map_get(&best, surname(d, a), i);
        if (b != i && a->kind == ACTOR_BODY && !a->sector[0][0] && is_person(d, &d->actors.at[b])) a->kind = ACTOR_PERSON;
        if (b != i && worth(a) < worth(&d->actors.at[b])) people_take(d, i, b, "story: the same person, told elsewhere in the report");
    }
}

/* "the ministry" after "the Turkish defence ministry": the latest party of the
 * same head word whose country is told. */
static void remember_titles(doc *d, map *latest, uint32_t i)
{
    const actor *a = &d->actors.at[i];
    for (uint32_t t = a->tok.first; t + 1 < a->tok.end && is_code(a->code); t++)
        if (at(d, t)->pos == POS_NOUN || at(d, t)->pos == POS_PROPN) map_put(latest, at(d, t)->lower, i);
}

static void join_definite(doc *d)
{
    map latest = {.mem = d->mem};
    for (uint32_t i = 0; i < d->actors.n; i++) {
        actor *a = &d->actors.at[i];
        if ((is_person(d, a) || a->kind == ACTOR_BODY) && !a->code_from_context) remember_titles(d, &latest, i); /* "Foreign Minister X": "the minister" */
        if (a->kind != ACTOR_ROLE && a->kind != ACTOR_BODY) continue;
        str word = at(d, a->head)->lower;
        if (is_code(a->code) && !a->code_from_context) {
            map_put(&latest, word, i);
            continue;
        }
        uint32_t b = map_get(&latest, word, NONE);
        if (b != NONE && a->definite && !is_code(a->code)) people_take(d, i, b, "story: the one of that name told before");
    }
}

/* "the country's army": of the country named last. */
static const char *country_before(const doc *d, uint32_t owner)
{
    enum { BACK = 3 }; /* sentences */
    str w = at(d, owner)->lower;
    if (!str_is(w, "country") && !str_is(w, "nation") && !str_is(w, "kingdom") && !str_is(w, "republic")) return NULL;
    uint32_t det = tree_child(d, owner, DEP_det);
    if (det == NONE || (!str_is(at(d, det)->lower, "the") && !str_is(at(d, det)->lower, "that"))) return NULL;
    for (uint32_t i = d->actors.n; i-- > 0;) {
        const actor *a = &d->actors.at[i];
        if (a->head >= owner || a->kind != ACTOR_COUNTRY || !is_code(a->code)) continue;
        return at(d, owner)->sent - at(d, a->head)->sent <= BACK ? a->code : NULL;
    }
    return NULL;
}

/* "the council's deputies" after "the Council of Europe": of the body named by that word. */
static const char *body_before(const doc *d, uint32_t owner)
{
    uint32_t det = tree_child(d, owner, DEP_det);
    uint32_t own = d->actor_of[owner];
    if (own != NONE && is_code(d->actors.at[own].code)) return d->actors.at[own].kind == ACTOR_ROLE ? d->actors.at[own].code : NULL;
    if (at(d, owner)->pos != POS_NOUN || det == NONE || !str_is(at(d, det)->lower, "the")) return NULL;
    for (uint32_t i = d->actors.n; i-- > 0;) {
        const actor *a = &d->actors.at[i];
        if (a->head >= owner || a->kind != ACTOR_BODY || !is_code(a->code) || a->code_from_context) continue;
        for (uint32_t t = a->tok.first; t < a->tok.end; t++)
            if (str_eq(at(d, t)->lower, at(d, owner)->lower)) return a->code;
    }
    return NULL;
}

/* The possessor of a party; of "two of the council's deputies", the deputies'. */
static uint32_t owner_of(const doc *d, const actor *a)
{
    uint32_t owner = tree_child(d, a->head, DEP_poss), of = at(d, a->head)->pos == POS_NUM ? tree_prep_object(d, a->head, "of") : NONE;
    uint32_t among = of == NONE ? NONE : tree_child(d, of, DEP_poss);
    return owner == NONE && among != NONE && at(d, among)->pos != POS_PRON ? among : owner;
}

/* "its soldiers": of the country that "its" stands for. */
void people_fill_owned(doc *d)
{
    for (uint32_t i = 0; i < d->actors.n; i++) {
        actor *a = &d->actors.at[i];
        uint32_t owner = owner_of(d, a);
        const char *named = is_code(a->code) || a->kind == ACTOR_PRONOUN || owner == NONE ? NULL : country_before(d, owner);
        if (!named && owner != NONE && !is_code(a->code) && a->kind != ACTOR_PRONOUN) named = body_before(d, owner);
        if (named) {
            memcpy(a->code, named, 4);
            a->code_from_context = true;
            a->why_code = "story: its possessor was named before";
        }
        if (is_code(a->code) || a->of_another || a->kind == ACTOR_PRONOUN || owner == NONE || d->actor_of[owner] == NONE) continue;
        const actor *o = &d->actors.at[d->actor_of[owner]];
        if (o->kind != ACTOR_PRONOUN || !is_code(o->code)) continue;
        memcpy(a->code, o->code, 4);
        a->code_from_context = true;
        a->why_code = "story: of the country that the pronoun before it stands for";
    }
}

/* The word of office before a name, "Ambassador" of "Ambassador Jan Novak"; NONE if none. */
static uint32_t office_word(const doc *d, const actor *a)
{
    uint32_t t = a->tok.first, last = last_word(d, a);
    bool word = t < last && (at(d, t)->pos == POS_NOUN || at(d, t)->pos == POS_PROPN) && at(d, t)->ent != ENT_PERSON;
    return word ? t : NONE;
}

/* "Chad's ambassador was shot ... Ambassador Jan Novak": the one of that office
 * told before without a name, where the report tells of no other one. */
static void join_offices(doc *d)
{
    for (uint32_t i = 0; i < d->actors.n; i++) {
        const actor *a = &d->actors.at[i];
        uint32_t word = is_person(d, a) && !is_code(a->code) ? office_word(d, a) : NONE, holder = NONE;
        bool several = false;
        for (uint32_t k = 0; k < i && word != NONE; k++) {
            const actor *b = &d->actors.at[k];
            bool same = is_code(b->code) && !b->code_from_context && b->tok.end > b->tok.first && str_eq(at(d, b->head)->lower, at(d, word)->lower);
            if (!same || b->kind != ACTOR_ROLE || is_person(d, b)) continue;
            several |= holder != NONE && strcmp(d->actors.at[holder].code, b->code) != 0;
            holder = k;
        }
        if (holder != NONE && !several) people_take(d, i, holder, "story: the one of that office told before");
    }
}

/* "Generals X and Y": the second is of the first's. */
static void join_colleagues(doc *d)
{
    for (uint32_t i = 0; i < d->actors.n; i++) {
        actor *a = &d->actors.at[i];
        if (!is_person(d, a) || is_code(a->code) || a->sector[0][0] || at(d, a->head)->dep != DEP_conj) continue;
        uint32_t first = tree_first_conjunct(d, a->head), k = d->actor_of[first];
        const actor *b = k == NONE ? NULL : &d->actors.at[k];
        if (!b || !is_person(d, b) || !is_code(b->code)) continue;
        bool title = false, between = at(d, first)->dep == DEP_pobj && str_is(at(d, at(d, first)->head)->lower, "between");
        for (uint32_t t = at(d, first)->left; t < b->head; t++) title |= at(d, t)->tag == TAG_NNS || at(d, t)->tag == TAG_NNPS;
        if (title && !between) people_take(d, i, k, "story: told under one title with the one before"), a->same_as = NONE;
    }
}

/* Is it told of that office: "the president", "President Jan Novak"? */
static bool has_title(const doc *d, const actor *a, str title)
{
    for (uint32_t t = a->tok.first; t < a->tok.end; t++)
        if (str_eq(at(d, t)->lower, title)) return true;
    return false;
}

/* "X told the Egyptian president ... the president has said": the one of the
 * country that the report is about, unless the other one has just acted. */
void people_prefer_home(doc *d)
{
    const char *home = story_home(d);
    for (uint32_t i = 0; i < d->actors.n && home[0]; i++) {
        actor *a = &d->actors.at[i];
        bool bare = a->kind == ACTOR_ROLE && a->definite && a->code_from_context && a->same_as != NONE && strcmp(a->code, home) != 0;
        if (!bare) continue;
        const actor *b = &d->actors.at[a->same_as];
        dep l = at(d, b->head)->dep;
        bool acted = (l == DEP_nsubj || l == DEP_nsubjpass || l == DEP_poss) && at(d, b->head)->sent + 1 >= at(d, a->head)->sent;
        for (uint32_t k = i; k-- > 0 && !acted;) {
            const actor *c = &d->actors.at[k];
            if (c->code_from_context || strcmp(c->code, home) != 0 || c->tok.end <= c->tok.first || !has_title(d, c, at(d, a->head)->lower)) continue;
            memcpy(a->code, home, 4);
            a->same_as = k;
            a->why_code = "story: the one of that name in the country that the report is about";
            break;
        }
    }
}

void people_fill(doc *d)
{
    join_offices(d);
    join_persons(d);
    join_colleagues(d);
    join_names(d);
    join_definite(d);
}
