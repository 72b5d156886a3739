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

/* "its soldiers": of the country that "its" stands for. */
void people_fill_owned(doc *d)
{
    for (uint32_t i = 0; i < d->actors.n; i++) {
        actor *a = &d->actors.at[i];
        uint32_t owner = tree_child(d, a->head, DEP_poss);
        if (is_code(a->code) || a->kind == ACTOR_PRONOUN || owner == NONE || d->actor_of[owner] == NONE) continue;
        const actor *o = &d->actors.at[d->actor_of[owner]];
        if (o->kind != ACTOR_PRONOUN || !is_code(o->code)) continue;
        memcpy(a->code, o->code, 4);
        a->code_from_context = true;
        a->why_code = "story: of the country that the pronoun before it stands for";
    }
}

void people_fill(doc *d)
{
    join_persons(d);
    join_definite(d);
}
