/* state.c: the story's countries and its current day, sentence by sentence. */
#include "base/map.h"
#include "parse/tree.h"
#include "story/story_internal.h"

#define N_COUNTRIES 4  /* kept as a sentence's or the story's         */
#define CLEAR_SHARE 2.0 /* a story is one country's that weighs so much more than the next */
#define LOCAL_SHARE 1.4 /* and so much more for whose police and courts it tells of */
#define BODY_WEIGHT 0.8 /* of one mention of a body of states */
#define DAY_REACH   3  /* sentences a day is carried on without a new one */
#define HEAD_SENTENCES 2 /* of a report: what it is about            */
#define HEAD_WORDS  3  /* "In early May": the head of a sentence          */
#define BACK_REACH  6  /* sentences in which an anniversary is named      */
#define LEAD_REACH  4  /* sentences in which the day of the news is told  */
#define LEAD_DAYS   10 /* and how old it may be                           */

uint32_t state_sentence(const doc *d, uint32_t tok) { return d->tokens.at[tok].sent; }

/* ---- countries -------------------------------------------------------------------- */
typedef array(country_weight) tally;

static void tally_add(doc *d, tally *all, const char *code, double weight)
{
    if (!is_code(code) || strcmp(code, "IGO") == 0 || strcmp(code, "NGO") == 0 || strcmp(code, "MNC") == 0 || strcmp(code, "IMG") == 0) return;
    for (uint32_t i = 0; i < all->n; i++)
        if (strcmp(all->at[i].code, code) == 0) {
            all->at[i].weight += weight;
            return;
        }
    country_weight fresh = {.weight = weight};
    memcpy(fresh.code, code, 4);
    array_push(d->mem, *all, fresh);
}

/* The heaviest, in order; of equals the one named first. */
static void take_heaviest(const tally *all, country_weight out[N_COUNTRIES])
{
    memset(out, 0, sizeof *out * N_COUNTRIES);
    for (uint32_t i = 0; i < all->n; i++) {
        country_weight c = all->at[i];
        for (int k = 0; k < N_COUNTRIES; k++)
            if (c.weight > out[k].weight) {
                country_weight old = out[k];
                out[k] = c;
                c = old;
            }
    }
}

static bool is_where(str prep) { return str_is(prep, "to") || str_is(prep, "from") || str_is(prep, "at") || str_is(prep, "near"); }

/* Who acts, or to whom something belongs, tells more than what is only named
 * ("beef imports from the United States"); and the head of a report more than the rest. */
static double weight_of(const doc *d, const actor *a, uint32_t sentence)
{
    if (a->kind == ACTOR_PRONOUN || a->code_from_context) return 0;
    if (strcmp(a->sector[0], "JRN") == 0) return 0.1;
    dep l = d->tokens.at[a->head].dep;
    bool acts = l == DEP_nsubj || l == DEP_nsubjpass || l == DEP_poss || l == DEP_agent;
    bool named = l == DEP_compound || l == DEP_pobj || l == DEP_nmod;
    bool ground = l == DEP_pobj && (a->kind == ACTOR_COUNTRY || a->kind == ACTOR_PLACE) && is_where(d->tokens.at[d->tokens.at[a->head].head].lower);
    bool within = l == DEP_appos && (a->kind == ACTOR_COUNTRY || a->kind == ACTOR_PLACE); /* "El Paso, Texas" */
    return (acts ? 1.5 : ground || within ? 0.4 : named ? 0.6 : 1.0) * (sentence < HEAD_SENTENCES ? 1.5 : 1.0);
}

/* The country in whose towns and regions most of the report takes place, if one clearly is. */
static void fill_ground(doc *d)
{
    tally all = {0};
    country_weight top[N_COUNTRIES];
    for (uint32_t p = 0; p < d->places.n; p++)
        if (strcmp(d->places.at[p].kind, "country") != 0) tally_add(d, &all, d->places.at[p].country, 1.0);
    take_heaviest(&all, top);
    bool clear = top[0].weight > 1 && top[0].weight >= CLEAR_SHARE * top[1].weight;
    memcpy(d->story.ground, clear ? top[0].code : "", clear ? 4 : 1);
}

static void fill_countries(doc *d)
{
    tally all = {0};
    uint32_t a = 0, p = 0;
    for (uint32_t s = 0; s < d->sentences.n; s++) {
        take_heaviest(&all, d->story.at[s].country);
        for (; a < d->actors.n && d->actors.at[a].head < d->sentences.at[s].end; a++) tally_add(d, &all, d->actors.at[a].code, weight_of(d, &d->actors.at[a], s));
        for (; p < d->places.n && d->places.at[p].tok.first < d->sentences.at[s].end; p++) tally_add(d, &all, d->places.at[p].country, 0.4);
    }
    take_heaviest(&all, d->story.country);
    fill_ground(d);
}

/* ---- the current day ------------------------------------------------------------------ */
static bool tells_date(const doc *d, const timex *t)
{
    bool whole = t->first != DAY_NONE && t->last != DAY_NONE && t->tok.first < d->tokens.n;
    return whole && !t->names_event && t->type != TIMEX_SET && t->type != TIMEX_DURATION && t->basis != BASIS_UNSTATED;
}

/* A war, a massacre: what a text may be about for a while; a treaty is named in passing. */
static bool is_frame(const doc *d, const timex *t)
{
    static const char *const papers[] = {"agreement", "agreements", "treaty", "treaties", "pact", "accord", "accords", "convention", "protocol", "declaration", "statute",
                                         "memorandum", "statement", "summit", "conference", "talks", "deal", "act", "resolution", "communique", "plan", "consensus", "framework"};
    if (!t->names_event || t->basis != BASIS_NAMED || t->tok.first >= d->tokens.n || t->tok.end > d->tokens.n) return false;
    for (uint32_t i = t->tok.first; i < t->tok.end; i++)
        for (size_t k = 0; k < sizeof papers / sizeof *papers; k++)
            if (str_is(d->tokens.at[i].lower, papers[k])) return false;
    return true;
}

static uint32_t top_of(const doc *d, range r)
{
    uint32_t i = r.first;
    for (int k = 0; k < 64 && range_has(r, d->tokens.at[i].head) && d->tokens.at[i].head != i; k++) i = d->tokens.at[i].head;
    return i;
}

/* "after the rebels killed nine on 29 March", "as they met on Friday": near the main clause. */
static bool is_beside(const doc *d, uint32_t verb)
{
    static const char *const words[] = {"after", "when", "as", "while"};
    for (uint32_t c = tree_first(d, verb); c != NONE && c < verb; c = tree_next(d, c))
        for (int k = 0; k < 4; k++)
            if ((d->tokens.at[c].dep == DEP_mark || d->tokens.at[c].dep == DEP_advmod) && str_is(d->tokens.at[c].lower, words[k])) return true;
    return false;
}

/* "which fell on Friday", "the deal signed in 2003": how many clauses a word stands beside the main one. */
static uint32_t clauses_aside(const doc *d, uint32_t i)
{
    uint32_t n = 0;
    for (int k = 0; k < 64; k++) {
        const token *w = &d->tokens.at[i];
        n += w->dep == DEP_relcl || w->dep == DEP_acl || w->dep == DEP_pcomp || (w->pos == POS_VERB && w->dep == DEP_pobj) || (w->dep == DEP_advcl && !is_beside(d, i));
        if (w->head == i) break;
        i = w->head;
    }
    return n;
}

/* "since Monday", "the May deal", "the killing of a man in a strike last week":
 * the time is not of the clause that it stands in. */
static bool is_within_phrase(const doc *d, const timex *t)
{
    static const char *const bounds[] = {"since", "until", "till", "before", "by"};
    uint32_t nouns = 0, i = top_of(d, t->tok);
    for (int k = 0; k < 64 && d->tokens.at[i].pos != POS_VERB; k++) {
        const token *w = &d->tokens.at[i];
        if (k == 0 && (w->dep == DEP_amod || w->dep == DEP_compound || w->dep == DEP_poss)) return true;
        for (int b = 0; b < 5; b++)
            if (k < 2 && w->dep == DEP_prep && str_is(w->lower, bounds[b])) return true;
        nouns += k > 0 && (w->pos == POS_NOUN || w->pos == POS_PROPN);
        if (w->head == i) break;
        i = w->head;
    }
    return nouns > 1;
}

static uint32_t asides(const doc *d, const timex *t) { return clauses_aside(d, top_of(d, t->tok)) + is_within_phrase(d, t); }

/* What is still to come is no day that the story is at. */
static bool is_ahead(const doc *d, const timex *t) { return d->article.published != DAY_NONE && t->first > d->article.published; }

/* Of a sentence's times the one that its main clause is at, of equals the finest,
 * then the last: NONE if all stand more than `most` clauses aside. */
static uint32_t time_of_sentence(const doc *d, uint32_t from, uint32_t end, uint32_t most)
{
    uint32_t best = NONE, least = 0;
    for (uint32_t t = from; t < end; t++) {
        if (!tells_date(d, &d->times.at[t]) || is_ahead(d, &d->times.at[t])) continue;
        uint32_t n = asides(d, &d->times.at[t]);
        bool finer = best != NONE && n == least && d->times.at[t].grain <= d->times.at[best].grain;
        if (best == NONE || n < least || finer) best = t, least = n;
    }
    return least > most ? NONE : best;
}

static bool starts_paragraph(const doc *d, uint32_t s)
{
    if (s == 0) return true;
    uint32_t from = d->tokens.at[d->sentences.at[s - 1].end - 1].end, to = d->tokens.at[d->sentences.at[s].first].start;
    return str_find(str_slice(d->text, from, to), S("\n")) < to - from;
}

/* A dateline and a heading of a day tell nothing. */
static bool has_verb(const doc *d, range sentence)
{
    for (uint32_t i = sentence.first; i < sentence.end; i++)
        if (d->tokens.at[i].pos == POS_VERB || d->tokens.at[i].pos == POS_AUX) return true;
    return false;
}

/* The day that the report's news is of: the first day told in its first sentences, no older than it. */
static bool is_lead(const doc *d, uint32_t s, const timex *t)
{
    day on = d->article.published;
    return s < LEAD_REACH && has_verb(d, d->sentences.at[s]) && t->grain == GRAIN_DAY && on != DAY_NONE && t->last <= on && t->first + LEAD_DAYS >= on;
}

/* "... follows the raids of last week": what is wider and older than the day that
 * the text is at leads away from it only at the head of a sentence. */
static bool is_background(const doc *d, uint32_t s, uint32_t current, uint32_t told)
{
    const timex *now = current == NONE ? NULL : &d->times.at[current], *t = &d->times.at[told];
    bool older = now && now->grain == GRAIN_DAY && t->grain != GRAIN_DAY && t->first < now->first;
    return older && t->tok.first > d->sentences.at[s].first + HEAD_WORDS;
}

/* A day is carried on for some sentences; a month, a year, a day long past only
 * to the end of its paragraph: the next is back at the news. */
static void fill_days(doc *d)
{
    uint32_t t = 0, current = NONE, since = 0, frame = NONE, framed = 0;
    d->story.lead = NONE;
    for (uint32_t s = 0; s < d->sentences.n; s++) {
        bool coarse = current != NONE && d->times.at[current].grain != GRAIN_DAY;
        if (current != NONE && (s - since > DAY_REACH || (coarse && starts_paragraph(d, s)))) current = NONE;
        if (frame != NONE && s - framed > DAY_REACH) frame = NONE;
        story_state *st = &d->story.at[s];
        st->time = current;
        st->frame = frame;
        st->first = current == NONE ? DAY_NONE : d->times.at[current].first;
        st->last = current == NONE ? DAY_NONE : d->times.at[current].last;
        uint32_t from = t;
        for (; t < d->times.n && d->times.at[t].tok.first < d->sentences.at[s].end; t++)
            if (is_frame(d, &d->times.at[t])) frame = t, framed = s;
        uint32_t told = time_of_sentence(d, from, t, 0), news = s < LEAD_REACH ? time_of_sentence(d, from, t, 1) : NONE;
        if (d->story.lead == NONE && news != NONE && is_lead(d, s, &d->times.at[news])) d->story.lead = news;
        bool heading = s < HEAD_SENTENCES && told != NONE && d->times.at[told].last == d->article.published && !has_verb(d, d->sentences.at[s]);
        if (told == NONE || heading || is_background(d, s, current, told)) continue;
        current = told, since = s;
    }
}

/* "marked the 30th anniversary", "commemorates", "four years ago today": what
 * such a report tells is mostly long past. */
static bool looks_back(const doc *d)
{
    static const char *const words[] = {"anniversary", "anniversaries", "commemorate", "commemorates", "commemorated", "commemorating", "commemoration", "remembrance"};
    for (uint32_t s = 0; s < d->sentences.n && s < BACK_REACH; s++)
        for (uint32_t i = d->sentences.at[s].first; i < d->sentences.at[s].end; i++)
            for (int k = 0; k < 8; k++)
                if (str_is(d->tokens.at[i].lower, words[k])) return true;
    for (uint32_t t = 0; t < d->times.n; t++) {
        str text = str_slice(d->text, d->times.at[t].span.first, d->times.at[t].span.end);
        if (str_ends(text, S("ago today")) || str_starts(text, S("on this day ")) || str_starts(text, S("On this day "))) return true;
    }
    return false;
}

void state_fill(doc *d)
{
    d->story.looks_back = looks_back(d);
    fill_countries(d);
    fill_days(d);
}

/* ---- questions ------------------------------------------------------------------------- */
static uint32_t content_size(const attribution *a)
{
    uint32_t n = 0;
    for (uint32_t k = 0; k < a->content.n; k++) n += a->content.at[k].end - a->content.at[k].first;
    return n;
}

/* The shortest content wins; of equals the first.  Words of the cue itself are outside. */
void state_index_attributions(doc *d)
{
    uint32_t *of = d->story.attribution = arena_array_of(d->mem, uint32_t, d->tokens.n + 1);
    for (uint32_t i = 0; i <= d->tokens.n; i++) of[i] = NONE;
    for (uint32_t k = 0; k < d->attributions.n; k++) {
        const attribution *a = &d->attributions.at[k];
        uint32_t size = content_size(a);
        for (uint32_t p = 0; p < a->content.n; p++)
            for (uint32_t i = a->content.at[p].first; i < a->content.at[p].end; i++)
                if (!ranges_have(&a->cue, i) && (of[i] == NONE || size < content_size(&d->attributions.at[of[i]]))) of[i] = k;
    }
}

uint32_t story_attribution_at(const doc *d, uint32_t i) { return d->story.attribution[i]; }

void state_count_bodies(doc *d)
{
    for (uint32_t i = 0; i < d->actors.n; i++)
        d->story.bodies += strcmp(d->actors.at[i].code, "IGO") == 0 && d->actors.at[i].kind != ACTOR_PRONOUN;
}

/* Of a report that names bodies of states as often, what is told of those is of no country. */
const char *story_home(const doc *d)
{
    const country_weight *c = d->story.country;
    return c[1].weight * CLEAR_SHARE <= c[0].weight && d->story.bodies * BODY_WEIGHT < c[0].weight ? c[0].code : "";
}

const char *story_ground(const doc *d) { return d->story.ground; }

const char *story_local(const doc *d)
{
    const country_weight *c = d->story.country;
    return c[1].weight * LOCAL_SHARE <= c[0].weight ? c[0].code : "";
}

const char *story_country_near(const doc *d, uint32_t i, const char *other)
{
    const country_weight *sets[2] = {d->story.at[state_sentence(d, i)].country, d->story.country};
    for (int s = 0; s < 2; s++)
        for (int k = 0; k < N_COUNTRIES; k++)
            if (sets[s][k].code[0] && (!other || strcmp(sets[s][k].code, other) != 0)) return sets[s][k].code;
    return "";
}
