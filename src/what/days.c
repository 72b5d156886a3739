/* days.c: on which days an event was.  A date in its own clause first; where it
 * has none, carry.c says what the text around it tells. */
#include "parse/tree.h"
#include "story/story.h"
#include "what/what_internal.h"

enum { COST_DATED = -2, COST_NAMED = -1, COST_OWN = 0, COST_BELOW = 1, COST_CLAUSE = 2, COST_GOVERNOR = 4, COST_SENTENCE = 7, COST_NONE = 99 };

#define NEWS_DAYS 30 /* what a source says in a report was said no longer before */

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

static bool is_done(const event *ev) { return ev->status == STATUS_ACTUAL || ev->status == STATUS_DENIED; }

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
        if (str_is(prep, words[k])) return k + 1 < sizeof words / sizeof *words || t->first < t->last; /* "in the war", not "in the treaty" */
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

/* "the last time that they met was in 1972" */
static bool is_that_time(const doc *d, uint32_t verb)
{
    str noun = at(d, at(d, verb)->head)->lemma;
    return str_is(noun, "time") || str_is(noun, "day") || str_is(noun, "year");
}

/* Does the time stand in a clause of its own beside the act: in a relative
 * clause, a participle, another's act? */
static bool is_aside(const doc *d, uint32_t word, uint32_t trigger)
{
    for (int k = 0; k < 32 && !tree_under(d, trigger, word); k++) {
        dep l = at(d, word)->dep;
        bool left = l == DEP_acl && str_is(at(d, at(d, at(d, word)->head)->head)->lemma, "leave"); /* "left two people injured on Monday" */
        if (left) return false;
        if (l == DEP_relcl || l == DEP_acl || l == DEP_appos || l == DEP_pcomp) return true;
        if (at(d, word)->head == word) break;
        word = at(d, word)->head;
    }
    return false;
}

/* "a bombing that happened on 27 June", "the deal signed in May": the day of the noun that the clause describes. */
static bool describes(const doc *d, const senses *s, uint32_t verb, uint32_t noun)
{
    bool clause = at(d, verb)->dep == DEP_relcl || at(d, verb)->dep == DEP_acl;
    return clause && !is_verb(d, noun) && at(d, verb)->head == noun && (!s->at[verb].type || s->at[verb].blocked);
}

/* "killed in a bombing that happened on Monday", "hurt in the clashes on Monday": an act is of the day of its occasion. */
static bool is_occasion(const doc *d, const senses *s, uint32_t word, uint32_t trigger)
{
    uint32_t noun = is_verb(d, word) && describes(d, s, word, at(d, word)->head) ? at(d, word)->head : word;
    uint32_t prep = at(d, noun)->head, verb = at(d, prep)->head;
    if (is_verb(d, noun) || at(d, noun)->dep != DEP_pobj || !is_verb(d, trigger)) return false;
    return lexicon_is(s->words, "occasion", at(d, prep)->lower) && tree_first_conjunct(d, verb) == tree_first_conjunct(d, trigger);
}

/* "arrested since the protests began in June": the verb of the clause that a time stands in. */
static bool opens_span(const doc *d, uint32_t word, uint32_t verb)
{
    uint32_t mark = tree_child(d, word, DEP_mark);
    return at(d, word)->dep == DEP_advcl && at(d, word)->head == verb && mark != NONE && str_is(at(d, mark)->lower, "since");
}

/* "won in the 44-day war and called for peace": a span behind the first of two
 * verbs is not the second's; a day mostly is. */
static bool is_own_of_first(const doc *d, const timex *t, uint32_t first, uint32_t second)
{
    bool between = t->tok.first > first && t->tok.end <= second && tree_subject(d, second) == NONE;
    return between && t->first < t->last && t->grain != GRAIN_WEEK && d->article.published != DAY_NONE && t->last < d->article.published;
}

/* "denied the massacre last week": the denial was. */
static bool is_of_denial(const doc *d, const senses *s, const event *ev, const timex *t, uint32_t trigger)
{
    uint32_t word = attached_to(d, s, t);
    return ev->status == STATUS_DENIED && !is_verb(d, trigger) && word != NONE && is_verb(d, word) && tree_under(d, trigger, word);
}

/* "the Khojaly massacres", "the Normandy landings operation": the name stands before the act's word. */
static bool names_act(const doc *d, const timex *t, uint32_t trigger)
{
    const token *h = at(d, head_of(d, t->tok));
    bool modifier = h->dep == DEP_compound || h->dep == DEP_amod || h->dep == DEP_nmod;
    return modifier && h->head == trigger && t->basis == BASIS_NAMED && !is_verb(d, trigger);
}

/* "fired and wounded a man yesterday": one subject, one day. */
static bool is_shared_day(const doc *d, const timex *t, uint32_t first, uint32_t second)
{
    bool both = is_verb(d, first) && is_verb(d, second) && at(d, second)->dep == DEP_conj && at(d, second)->head == first;
    return both && tree_subject(d, second) == NONE && t->grain == GRAIN_DAY && t->basis == BASIS_RELATIVE && t->tok.first > second;
}

/* How far the time's own word is from the event's word. */
static int cost_of(const doc *d, const senses *s, const timex *t, uint32_t trigger)
{
    if (t->names_event && (range_has(t->tok, trigger) || names_act(d, t, trigger))) return COST_NAMED;
    if (t->names_event && t->basis == BASIS_NAMED && !dates_other_acts(d, t)) return COST_NONE;
    uint32_t word = attached_to(d, s, t), light = s->at[trigger].light;
    if (word == NONE || at(d, word)->sent != at(d, trigger)->sent || anniversary_of(d, trigger) != NONE) return COST_NONE; /* "on Sunday, the anniversary of the raid" */
    bool dated = word == trigger && !is_verb(d, trigger) && t->basis == BASIS_STATED && t->grain == GRAIN_DAY;
    if (dated) return COST_DATED; /* "the statement of 9 November 2020": the text's own day before the known one */
    if (word == trigger || word == light || range_has(t->tok, trigger)) return COST_OWN;
    if (word == s->at[trigger].inner) return COST_BELOW;
    if (!is_verb(d, word) && tree_first_conjunct(d, word) == tree_first_conjunct(d, trigger)) return COST_CLAUSE;
    bool weekday = t->grain == GRAIN_DAY && t->basis == BASIS_RELATIVE && !s->at[word].type && at(d, word)->tag == TAG_VBG;
    if (describes(d, s, word, trigger) || is_occasion(d, s, word, trigger)) return COST_BELOW;
    if (opens_span(d, word, tree_clause(d, trigger))) return COST_BELOW;
    if (is_shared_day(d, t, trigger, word)) return COST_GOVERNOR;
    if (tree_under(d, word, trigger)) return weekday ? COST_GOVERNOR : COST_NONE; /* the day of an act below, not of this one */
    uint32_t verb = tree_clause(d, light == NONE ? trigger : light);
    if (at(d, verb)->dep == DEP_relcl && at(d, verb)->head == word && !is_verb(d, word)) return COST_GOVERNOR; /* "the 1995 raid, in which X killed" */
    if (verb == word) return light == NONE && is_day_of_other(d, s, verb, trigger) ? COST_NONE : COST_CLAUSE;
    if (!same_content(d, t->tok.first, trigger)) return COST_NONE;
    if (tree_first_conjunct(d, verb) == tree_first_conjunct(d, word)) return is_own_of_first(d, t, word, verb) ? COST_NONE : COST_CLAUSE;
    for (int k = 0; k < 4 && at(d, verb)->head != verb; k++) {
        if (at(d, verb)->dep == DEP_relcl && !is_that_time(d, verb)) break;
        verb = tree_clause(d, at(d, verb)->head);
        if (verb == word) return COST_GOVERNOR;
        if (!is_verb(d, verb)) break;
    }
    return is_aside(d, word, trigger) ? COST_NONE : COST_SENTENCE;
}

static bool tells_days(const timex *t)
{
    return t->type != TIMEX_SET && (t->first != DAY_NONE || t->last != DAY_NONE) && t->basis != BASIS_UNSTATED;
}

/* What has been done was not done on a day to come. */
static bool is_ahead(const doc *d, const timex *t) { return d->article.published != DAY_NONE && t->first != DAY_NONE && t->first > d->article.published; }

/* "Two weeks ago, on 13 September": the second explains the first. */
static bool is_next_to(const timex *later, const timex *first) { return later->tok.first >= first->tok.end && later->tok.first - first->tok.end <= 2; }

/* "Fifteen years ago, in August 2008": the finer of two that go together. */
static bool holds(const timex *inner, const timex *outer)
{
    bool whole = inner->first != DAY_NONE && inner->last != DAY_NONE && outer->first != DAY_NONE && outer->last != DAY_NONE;
    return whole && !outer->names_event && inner->first >= outer->first && inner->last <= outer->last && inner->last - inner->first < outer->last - outer->first;
}

static uint32_t nearest_time(const doc *d, const senses *s, const event *ev, uint32_t trigger)
{
    range sent = d->sentences.at[at(d, trigger)->sent];
    uint32_t best = NONE, n_far = 0;
    int best_cost = COST_NONE;
    for (uint32_t k = doc_time_from(d, sent.first); k < d->times.n && d->times.at[k].tok.first < sent.end; k++) {
        const timex *t = &d->times.at[k];
        if (!tells_days(t)) continue;
        if (ev->status != STATUS_PLANNED && ev->status != STATUS_DEMANDED && ev->status != STATUS_HYPOTHETICAL && is_ahead(d, t)) continue;
        if (is_of_denial(d, s, ev, t, trigger)) continue;
        int cost = cost_of(d, s, t, trigger);
        n_far += cost == COST_SENTENCE;
        bool finer = best != NONE && holds(t, &d->times.at[best]) && ((cost == best_cost && cost < COST_SENTENCE) || is_next_to(t, &d->times.at[best]));
        if (cost < best_cost || finer) best_cost = cost < best_cost ? cost : best_cost, best = k;
    }
    return best_cost == COST_SENTENCE && n_far > 1 ? NONE : best;
}

/* "immediately after the war": within a month; else up to the report, if it is past. */
static day end_after(const doc *d, const senses *s, const timex *t, const event *ev)
{
    if (!is_done(ev)) return DAY_NONE;
    for (uint32_t k = 1, i = t->tok.first; k < 5 && k <= i; k++)
        if (lexicon_is(s->words, "at-once", at(d, i - k)->lower)) return t->last + 30;
    return d->article.published;
}

/* "ahead of the 2018 elections", "prior to May" */
static bool is_ahead_of(const doc *d, const timex *t)
{
    uint32_t i = t->tok.first;
    if (i > 2 && str_is(at(d, i - 1)->lower, "the")) i--;
    if (i < 2) return false;
    str a = at(d, i - 2)->lower, b = at(d, i - 1)->lower;
    return (str_is(a, "ahead") && str_is(b, "of")) || (str_is(a, "prior") && str_is(b, "to"));
}

/* "since 2014", "after the war", "until May": the preposition opens the span. */
static void apply_preposition(const doc *d, const senses *s, const timex *t, event *ev, uint32_t trigger)
{
    uint32_t word = attached_to(d, s, t);
    bool since = word != NONE && opens_span(d, word, tree_clause(d, trigger));
    if (since) ev->last = d->article.published, ev->grain = GRAIN_RANGE;
    if (since || t->tok.first == 0) return;
    str w = at(d, t->tok.first - 1)->lower;
    if (str_is(w, "the") && t->tok.first > 1) w = at(d, t->tok.first - 2)->lower;
    if (str_is(w, "since")) ev->last = d->article.published;
    else if (str_is(w, "after") || str_is(w, "following")) ev->first = t->last, ev->last = end_after(d, s, t, ev);
    else if (str_is(w, "before") || is_ahead_of(d, t)) ev->last = t->first, ev->first = DAY_NONE;
    else if (str_is(w, "until") || str_is(w, "till")) ev->first = DAY_NONE;
    else return;
    ev->grain = GRAIN_RANGE;
}

/* Do the days begin before the report and end after it? */
static bool is_across(const event *ev, day on)
{
    return on != DAY_NONE && ev->first != DAY_NONE && ev->first <= on && ev->last != DAY_NONE && ev->last > on;
}

/* "this year" of what was done ends with the report, of what is planned begins with it. */
static void clip(const doc *d, const timex *t, event *ev)
{
    day on = d->article.published;
    if (t->basis != BASIS_RELATIVE || !is_across(ev, on)) return;
    bool earlier = str_starts(ev->when_text, S("earlier"));
    if (is_done(ev)) ev->last = earlier && ev->first < on ? on - 1 : on;
    else ev->first = on;
    ev->grain = ev->first == ev->last ? GRAIN_DAY : GRAIN_RANGE;
}

static void take_time(doc *d, const senses *s, event *ev, uint32_t time, uint32_t trigger)
{
    const timex *t = &d->times.at[time];
    ev->first = t->first;
    ev->last = t->last;
    ev->grain = t->grain;
    ev->basis = t->basis;
    ev->when_tok = t->tok;
    ev->when_text = str_slice(d->text, t->span.first, t->span.end);
    if (!range_has(t->tok, trigger)) apply_preposition(d, s, t, ev, trigger);
    array_push(d->mem, ev->because, t->why);
    clip(d, t, ev);
}

void days_fill(doc *d, const senses *s, event *ev, uint32_t trigger)
{
    ev->first = ev->last = DAY_NONE;
    ev->grain = GRAIN_NONE;
    ev->basis = BASIS_UNSTATED;
    uint32_t t = nearest_time(d, s, ev, trigger);
    if (t != NONE) take_time(d, s, ev, t, trigger);
    else carry_days(d, s, ev, trigger);
}

void days_take(event *ev, const event *from)
{
    ev->first = from->first;
    ev->last = from->last;
    ev->grain = from->grain;
    ev->basis = from->basis;
    ev->when_text = from->when_text;
    ev->when_tok = from->when_tok;
}

void days_said(doc *d, const senses *s, event *ev, uint32_t cue)
{
    days_fill(d, s, ev, cue);
    day report = d->article.published;
    bool old = ev->last == DAY_NONE || (report != DAY_NONE && report - ev->last > NEWS_DAYS);
    if (report == DAY_NONE || !old || nearest_time(d, s, ev, cue) != NONE) return;
    ev->first = ev->last = report;
    ev->grain = GRAIN_DAY;
    ev->basis = BASIS_PUBLISHED;
    ev->when_text = (str){0};
    ev->when_tok = (range){0};
    array_push(d->mem, ev->because, "when: said as news of the report's day");
}

/* What is told as done was done by the day of the report, whenever that was.
 * Last of all: an act without a day takes one from its other tellings first. */
void days_bound(doc *d)
{
    day report = d->article.published;
    for (uint32_t i = 0; i < d->events.n && report != DAY_NONE; i++) {
        event *ev = &d->events.at[i];
        bool unknown = ev->first == DAY_NONE && ev->last == DAY_NONE;
        if (!is_done(ev) || (!unknown && !is_across(ev, report))) continue;
        if (unknown && along_history(d, ev)) continue;
        ev->last = report;
        ev->grain = ev->first == report ? GRAIN_DAY : GRAIN_RANGE;
        if (unknown) ev->basis = BASIS_RELATIVE;
        array_push(d->mem, ev->because, "when: told as done by the day of the report");
    }
}
