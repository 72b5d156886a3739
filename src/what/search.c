/* search.c: a recipient that no place of the entry names: the named party
 * nearest below the word. */
#include "parse/tree.h"
#include "story/story.h"
#include "what/what_internal.h"

#define SEARCH_COST 6  /* arcs to a party that no place of the entry names, a verb counting three: farther ones have another part */
#define ENEMY_COST  12 /* the same behind "against" */

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

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
        bool next = at(d, t)->dep == DEP_conj && at(d, t)->pos == POS_VERB; /* "broke off the talks and asked Cuba ..." */
        bool beside = at(d, t)->dep == DEP_advcl && (at(d, t)->tag == TAG_VBG || at(d, t)->tag == TAG_VBN); /* "..., citing ...", "..., controlled by ..." */
        if (at(d, t)->dep == DEP_parataxis || aside || next || beside) return NONE;
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

/* A party and the named ones coordinated with it: "aid for Romania and Poland". */
static void add_with_others(doc *d, actor_list *list, uint32_t first, const actor_list *except)
{
    uint32_t all[16], n = tree_conjuncts(d, d->actors.at[first].head, all, 16);
    parties_add(d, list, first);
    for (uint32_t k = 0; k < n; k++) {
        uint32_t a = d->actor_of[all[k]];
        bool taken = a == NONE || !is_code(d->actors.at[a].code);
        for (uint32_t j = 0; j < except->n && !taken; j++) taken = except->at[j] == a || strcmp(d->actors.at[except->at[j]].code, d->actors.at[a].code) == 0;
        if (!taken) parties_add(d, list, a);
    }
}

/* "mobilized reservists for a war against Chad": against whom, however deep. */
void search_enemy(doc *d, actor_list *list, uint32_t word)
{
    range span = tree_span(d, word);
    for (uint32_t i = span.first; i < span.end && i < span.first + FRAME_REACH && list->n == 0; i++) {
        uint32_t o = str_is(at(d, i)->lower, "against") ? tree_child(d, i, DEP_pobj) : NONE;
        if (o != NONE && cost_up(d, o, word) <= ENEMY_COST) parties_phrase(d, list, o, 0);
    }
}

/* The named party nearest below a word, not one of `except`. */
void search_nearest(doc *d, const senses *s, actor_list *list, uint32_t word, const actor_list *except)
{
    uint32_t best = NONE, best_cost = UINT32_MAX;
    range span = tree_span(d, word);
    for (uint32_t i = 0; i < d->actors.n; i++) {
        const actor *a = &d->actors.at[i];
        if (!range_has(span, a->head) || !is_code(a->code) || a->kind == ACTOR_PRONOUN || is_neighbour(d, s, a->head) || is_source(d, i, word)) continue;
        bool taken = false, bare = a->kind == ACTOR_COUNTRY || a->kind == ACTOR_PEOPLE || a->kind == ACTOR_PLACE;
        for (uint32_t k = 0; k < except->n; k++)
            taken = taken || own_is(s->words, d, &s->at[word], i, except->at[k]) || except->at[k] == i || tree_under(d, a->head, d->actors.at[except->at[k]].head) || (bare && strcmp(d->actors.at[except->at[k]].code, a->code) == 0);
        uint32_t cost = taken ? NONE : cost_up(d, a->head, word);
        if (cost < best_cost && cost <= SEARCH_COST) best = i, best_cost = cost;
    }
    if (best != NONE) add_with_others(d, list, best, except);
}
