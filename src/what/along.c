/* along.c: days that an act shares with what is told around it.
 *
 *     news      "a bomb went off on Friday ... Gunmen then attacked": the deed that the report is about
 *     history   what stands between "in May 1911" and "in June" was between the two
 */
#include "parse/tree.h"
#include "what/what_internal.h"

#define NEAR_DAYS 30 /* a day of the news is no older than this */

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

static bool is_news_day(const doc *d, day on) { return d->article.published != DAY_NONE && on != DAY_NONE && on + NEAR_DAYS >= d->article.published && on <= d->article.published; }

/* The latest deed of that type told before, on one day of the news; NULL if none. */
static const event *deed_before(const doc *d, const event *ev)
{
    for (uint32_t k = d->events.n; k-- > 0;) {
        const event *e = &d->events.at[k];
        bool same = e != ev && strcmp(e->type, ev->type) == 0 && e->status == STATUS_ACTUAL && e->trigger.first < ev->trigger.first;
        if (same && e->first == e->last && is_news_day(d, e->first)) return e;
    }
    return NULL;
}

/* "the bombardment of Aleppo" tells which one it was. */
bool along_names_place(const doc *d, uint32_t noun)
{
    uint32_t of = tree_prep_object(d, noun, "of");
    for (uint32_t k = 0; k < d->places.n && of != NONE; k++)
        if (range_has(d->places.at[k].tok, of)) return true;
    return false;
}

/* "the shooting", "his murder": one, that the report has told of or takes as known. */
static bool is_that_deed(const doc *d, const senses *s, uint32_t noun)
{
    uint32_t owner = tree_child(d, noun, DEP_poss);
    bool bare = (tree_child(d, noun, DEP_compound) == NONE || owner != NONE) && !along_names_place(d, noun);
    return at(d, noun)->tag == TAG_NN && bare && (owner != NONE || again_is_definite(d, s, noun));
}

bool along_deed(doc *d, const senses *s, event *ev, uint32_t trigger)
{
    bool verb = at(d, trigger)->pos == POS_VERB;
    if (d->story.looks_back || d->history || !lexicon_is(s->words, "force", str_of(ev->type))) return false;
    if (!verb && !is_that_deed(d, s, trigger)) return false;
    const event *deed = deed_before(d, ev);
    if (!deed) return false;
    days_take(ev, deed);
    array_push(d->mem, ev->because, "story: the day of the deed that the report is about");
    return true;
}

/* A date told in the text's own course, not the name of a war. */
static bool is_date(const doc *d, const timex *t)
{
    bool days = t->first != DAY_NONE && t->last != DAY_NONE && t->basis != BASIS_UNSTATED;
    return days && !t->names_event && t->type != TIMEX_SET && t->type != TIMEX_DURATION && t->tok.first < d->tokens.n;
}

bool along_history(doc *d, event *ev)
{
    const timex *before = NULL, *next = NULL;
    for (uint32_t k = 0; k < d->times.n && d->history && !next; k++) {
        const timex *t = &d->times.at[k];
        if (!is_date(d, t)) continue;
        if (t->tok.first < ev->trigger.first) before = t;
        else next = t;
    }
    if (!before && !next) return false;
    bool ordered = before && next && before->first <= next->last;
    ev->first = before && (!next || ordered) ? before->first : DAY_NONE;
    ev->last = next && (!before || ordered) ? next->last : d->article.published;
    ev->grain = GRAIN_RANGE;
    ev->basis = BASIS_RELATIVE;
    array_push(d->mem, ev->because, "story: between the days that the text tells before and next");
    return true;
}
