/* days.c: on which days an event was.  A date in its own clause first; then the
 * day that the story carries; the report's own day only for what is told as news. */
#include "parse/tree.h"
#include "story/story.h"
#include "what/what_internal.h"

enum { COST_OWN = 0, COST_BELOW = 1, COST_CLAUSE = 2, COST_GOVERNOR = 4, COST_SENTENCE = 7, COST_NONE = 99 };

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

static uint32_t head_of(const doc *d, range r)
{
    uint32_t i = r.first;
    for (int k = 0; k < 64 && range_has(r, at(d, i)->head) && at(d, i)->head != i; k++) i = at(d, i)->head;
    return i;
}

static bool is_verb(const doc *d, uint32_t i) { return at(d, i)->pos == POS_VERB || at(d, i)->pos == POS_AUX; }

/* The verb or event noun that a time phrase says the day of. */
static uint32_t attached_to(const doc *d, const senses *s, const timex *t)
{
    uint32_t i = head_of(d, t->tok);
    if (i >= d->tokens.n) return NONE;
    for (int k = 0; k < 32; k++) {
        if (!range_has(t->tok, i) && (is_verb(d, i) || s->at[i].type)) return i;
        if (at(d, i)->head == i) return i;
        i = at(d, i)->head;
    }
    return i;
}

static bool same_content(const doc *d, uint32_t a, uint32_t b) { return story_attribution_at(d, a) == story_attribution_at(d, b); }

/* "during the war", "since the war" say when something else was; "the war" alone does not. */
static bool dates_other_acts(const doc *d, const timex *t)
{
    static const char *const words[] = {"during", "since", "after", "before", "following", "until", "amid", "in"};
    const token *h = at(d, head_of(d, t->tok));
    str prep = at(d, h->head)->lower;
    for (size_t k = 0; k < sizeof words / sizeof *words && h->dep == DEP_pobj; k++)
        if (str_is(prep, words[k])) return true;
    return false;
}

/* "the suspect in a shooting was released on Friday": the release was; a noun
 * deep in the clause of another act does not share its day. */
static bool is_day_of_other(const doc *d, const senses *s, uint32_t verb, uint32_t noun)
{
    const sense *v = &s->at[verb];
    bool argument = at(d, tree_first_conjunct(d, noun))->head == verb;
    return !is_verb(d, noun) && !argument && v->type && !v->blocked && v->type != s->at[noun].type;
}

/* How far the time's own word is from the event's word. */
static int cost_of(const doc *d, const senses *s, const timex *t, uint32_t trigger)
{
    if (t->names_event && range_has(t->tok, trigger)) return COST_OWN - 1;
    if (t->names_event && t->basis == BASIS_NAMED && !dates_other_acts(d, t)) return COST_NONE;
    uint32_t word = attached_to(d, s, t), light = s->at[trigger].light;
    if (word == NONE || at(d, word)->sent != at(d, trigger)->sent) return COST_NONE;
    if (word == trigger || word == light || range_has(t->tok, trigger)) return COST_OWN;
    if (word == s->at[trigger].inner) return COST_BELOW;
    if (!is_verb(d, word) && tree_first_conjunct(d, word) == tree_first_conjunct(d, trigger)) return COST_CLAUSE;
    bool weekday = t->grain == GRAIN_DAY && t->basis == BASIS_RELATIVE && !s->at[word].type && at(d, word)->tag == TAG_VBG;
    if (tree_under(d, word, trigger)) return weekday ? COST_GOVERNOR : COST_NONE; /* the day of an act below, not of this one */
    uint32_t verb = tree_clause(d, light == NONE ? trigger : light);
    if (verb == word) return light == NONE && is_day_of_other(d, s, verb, trigger) ? COST_NONE : COST_CLAUSE;
    if (!same_content(d, t->tok.first, trigger)) return COST_NONE;
    if (tree_first_conjunct(d, verb) == tree_first_conjunct(d, word)) return COST_CLAUSE;
    for (int k = 0; k < 4 && at(d, verb)->head != verb; k++) {
        if (at(d, verb)->dep == DEP_relcl) break;
        verb = tree_clause(d, at(d, verb)->head);
        if (verb == word) return COST_GOVERNOR;
        if (!is_verb(d, verb)) break;
    }
    return COST_SENTENCE;
}

static bool tells_days(const timex *t)
{
    return t->type != TIMEX_SET && (t->first != DAY_NONE || t->last != DAY_NONE) && t->basis != BASIS_UNSTATED;
}

static uint32_t nearest_time(const doc *d, const senses *s, uint32_t trigger)
{
    range sent = d->sentences.at[at(d, trigger)->sent];
    uint32_t best = NONE, n_far = 0;
    int best_cost = COST_NONE;
    for (uint32_t k = 0; k < d->times.n; k++) {
        const timex *t = &d->times.at[k];
        if (!tells_days(t) || t->tok.first < sent.first || t->tok.first >= sent.end) continue;
        int cost = cost_of(d, s, t, trigger);
        n_far += cost == COST_SENTENCE;
        if (cost < best_cost) best_cost = cost, best = k;
    }
    return best_cost == COST_SENTENCE && n_far > 1 ? NONE : best;
}

/* "since 2014", "after the war", "until May": the preposition opens the span. */
static void apply_preposition(const doc *d, const timex *t, event *ev)
{
    if (t->tok.first == 0) return;
    str w = at(d, t->tok.first - 1)->lower;
    if (str_is(w, "the") && t->tok.first > 1) w = at(d, t->tok.first - 2)->lower;
    if (str_is(w, "since")) ev->last = d->article.published;
    else if (str_is(w, "after") || str_is(w, "following")) ev->first = t->last, ev->last = DAY_NONE;
    else if (str_is(w, "before")) ev->last = t->first, ev->first = DAY_NONE;
    else if (str_is(w, "until") || str_is(w, "till")) ev->first = DAY_NONE;
    else return;
    ev->grain = GRAIN_RANGE;
}

static void take_time(doc *d, event *ev, uint32_t time, uint32_t trigger, reason why)
{
    const timex *t = &d->times.at[time];
    ev->first = t->first;
    ev->last = t->last;
    ev->grain = t->grain;
    ev->basis = t->basis;
    ev->when_tok = t->tok;
    ev->when_text = str_slice(d->text, t->span.first, t->span.end);
    if (!range_has(t->tok, trigger)) apply_preposition(d, t, ev);
    array_push(d->mem, ev->because, t->why);
    if (why) array_push(d->mem, ev->because, why);
}

static void take_published(doc *d, event *ev, bool open_end)
{
    if (d->article.published == DAY_NONE) return;
    ev->first = d->article.published;
    ev->last = open_end ? DAY_NONE : d->article.published;
    ev->grain = open_end ? GRAIN_RANGE : GRAIN_DAY;
    ev->basis = BASIS_PUBLISHED;
    array_push(d->mem, ev->because, open_end ? "when: still to come on the report's day" : "when: told as news of the report's day");
}

static bool is_verbal(const char *type)
{
    static const char *const verbal[] = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"};
    for (int k = 0; k < 8; k++)
        if (strcmp(type, verbal[k]) == 0) return true;
    return false;
}

/* "condemns", "we call on": said as the report is. */
static bool is_present(const doc *d, uint32_t verb)
{
    const token *t = at(d, verb);
    if (t->tag != TAG_VBZ && t->tag != TAG_VBP) return false;
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c))
        if (at(d, c)->dep == DEP_aux) return false;
    return true;
}

/* "had attacked": before what the story tells. */
static bool is_past_perfect(const doc *d, uint32_t verb)
{
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c))
        if (at(d, c)->dep == DEP_aux && str_is(at(d, c)->lower, "had")) return true;
    return false;
}

/* The story's day holds for the outlet's own telling and for what it relates
 * of others in its own words; a quotation or a statement has its own time. */
static bool is_told_along(const doc *d, uint32_t time, uint32_t trigger)
{
    uint32_t a = story_attribution_at(d, trigger);
    if (same_content(d, time, trigger)) return true;
    return a != NONE && d->attributions.at[a].kind == SAID_INDIRECT && d->attributions.at[a].within == NONE && story_attribution_at(d, time) == NONE;
}

/* An event of the outlet's own telling without a day: the day the story is at,
 * and for what the report is about, the report's day. */
static void undated(doc *d, const senses *s, event *ev, uint32_t trigger)
{
    uint32_t verb = tree_clause(d, s->at[trigger].light == NONE ? trigger : s->at[trigger].light);
    const story_state *st = &d->story.at[at(d, trigger)->sent];
    bool noun = !is_verb(d, trigger) && s->at[trigger].light == NONE, own_voice = story_attribution_at(d, trigger) == NONE;
    if (ev->status == STATUS_PLANNED || ev->status == STATUS_DEMANDED) take_published(d, ev, true);
    if (ev->status != STATUS_ACTUAL || noun || is_past_perfect(d, verb)) return;
    if (is_present(d, verb) && is_verbal(ev->type)) take_published(d, ev, false);
    else if (st->time != NONE && is_told_along(d, d->times.at[st->time].tok.first, trigger))
        take_time(d, ev, st->time, trigger, "story: the day that the sentences before are about");
    else if ((own_voice && (is_verbal(ev->type) || at(d, trigger)->sent < 2)) || s->at[trigger].forced)
        take_published(d, ev, false);
}

void days_fill(doc *d, const senses *s, event *ev, uint32_t trigger)
{
    ev->first = ev->last = DAY_NONE;
    ev->grain = GRAIN_NONE;
    ev->basis = BASIS_UNSTATED;
    uint32_t t = nearest_time(d, s, trigger);
    if (t != NONE) take_time(d, ev, t, trigger, NULL);
    else undated(d, s, ev, trigger);
}
