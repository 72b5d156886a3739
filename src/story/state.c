/* state.c: the story's countries and its current day, sentence by sentence. */
#include "base/map.h"
#include "story/story_internal.h"

#define N_COUNTRIES 4  /* kept as a sentence's or the story's         */
#define DAY_REACH   2  /* sentences a day is carried on without a new one */

uint32_t state_sentence(const doc *d, uint32_t tok) { return d->tokens.at[tok].sent; }

/* ---- countries -------------------------------------------------------------------- */
typedef array(country_weight) tally;

static void tally_add(doc *d, tally *all, const char *code, double weight)
{
    if (!is_code(code) || strcmp(code, "IGO") == 0 || strcmp(code, "NGO") == 0 || strcmp(code, "MNC") == 0) return;
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

static double weight_of(const actor *a)
{
    if (a->kind == ACTOR_PRONOUN || a->code_from_context) return 0;
    return strcmp(a->sector[0], "JRN") == 0 ? 0.1 : 1.0;
}

static void fill_countries(doc *d)
{
    tally all = {0};
    uint32_t a = 0, p = 0;
    for (uint32_t s = 0; s < d->sentences.n; s++) {
        take_heaviest(&all, d->story.at[s].country);
        for (; a < d->actors.n && d->actors.at[a].head < d->sentences.at[s].end; a++) tally_add(d, &all, d->actors.at[a].code, weight_of(&d->actors.at[a]));
        for (; p < d->places.n && d->places.at[p].tok.first < d->sentences.at[s].end; p++) tally_add(d, &all, d->places.at[p].country, 0.4);
    }
    take_heaviest(&all, d->story.country);
}

/* ---- the current day ------------------------------------------------------------------ */
static bool tells_date(const doc *d, const timex *t)
{
    if (t->names_event || t->first == DAY_NONE || t->last == DAY_NONE || t->type == TIMEX_SET || t->type == TIMEX_DURATION) return false;
    return t->tok.first < d->tokens.n;
}

/* A day is carried on; a month or year tells background and ends the carrying. */
static bool is_carried(const timex *t) { return t->grain == GRAIN_DAY || t->grain == GRAIN_WEEK; }

static void fill_days(doc *d)
{
    uint32_t t = 0, current = NONE, since = 0;
    for (uint32_t s = 0; s < d->sentences.n; s++) {
        if (current != NONE && s - since > DAY_REACH) current = NONE;
        story_state *st = &d->story.at[s];
        st->time = current;
        st->first = current == NONE ? DAY_NONE : d->times.at[current].first;
        st->last = current == NONE ? DAY_NONE : d->times.at[current].last;
        for (; t < d->times.n && d->times.at[t].tok.first < d->sentences.at[s].end; t++)
            if (tells_date(d, &d->times.at[t])) current = is_carried(&d->times.at[t]) ? t : NONE, since = s;
    }
}

void state_fill(doc *d)
{
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

const char *story_country_near(const doc *d, uint32_t i, const char *other)
{
    const country_weight *sets[2] = {d->story.at[state_sentence(d, i)].country, d->story.country};
    for (int s = 0; s < 2; s++)
        for (int k = 0; k < N_COUNTRIES; k++)
            if (sets[s][k].code[0] && (!other || strcmp(sets[s][k].code, other) != 0)) return sets[s][k].code;
    return "";
}
