/* carry.c: the days of an act that tells none of its own.
 *
 * What its verb's form says comes first: going on until the report, still to
 * come, or before the day that the text is at.  A plain past act is of the day
 * that the text is at: of an event named shortly before, of the act told
 * before, of the day of the news.  The report's own day is only for what is
 * told as news of it. */
#include "parse/tree.h"
#include "story/story.h"
#include "what/what_internal.h"

#define NEWS_SENTENCES 2   /* the head of a report tells its news                  */
#define NEAR_DAYS      30  /* a day of the news is no older than this              */
#define FRESH_DAYS     10  /* and what it set going, than this                     */
#define SOURCE_REACH   3   /* sentences back to what a source told last            */
#define RETOLD_REACH   6   /* sentences to an earlier telling: "the attack"        */

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }
static bool is_verb(const doc *d, uint32_t i) { return at(d, i)->pos == POS_VERB || at(d, i)->pos == POS_AUX; }

/* ---- what the verb's form tells ----------------------------------------------------- */
typedef enum telling { TOLD_NOTHING, TOLD_PAST, TOLD_BEFORE /* "had left" */, TOLD_PERFECT, TOLD_NOW, TOLD_GOING_ON, TOLD_AHEAD, TOLD_WOULD } telling;

typedef struct helpers { bool modal, would, had, have, is, was; } helpers;

static helpers helpers_of(const doc *d, uint32_t verb)
{
    helpers h = {0};
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c)) {
        const token *t = at(d, c);
        if (t->dep != DEP_aux && t->dep != DEP_auxpass) continue;
        h.modal |= t->tag == TAG_MD;
        h.would |= str_is(t->lower, "would") || str_is(t->lower, "could");
        h.had |= str_is(t->lower, "had");
        h.had |= str_is(t->lower, "having");
        h.have |= str_is(t->lower, "has") || str_is(t->lower, "have") || str_is(t->lower, "'ve") || str_is(t->lower, "’ve");
        h.is |= str_is(t->lower, "is") || str_is(t->lower, "are") || str_is(t->lower, "am");
        h.was |= str_is(t->lower, "was") || str_is(t->lower, "were");
    }
    return h;
}

static telling telling_here(const doc *d, uint32_t verb)
{
    tag form = at(d, verb)->tag;
    helpers h = helpers_of(d, verb);
    if (h.modal) return h.have ? TOLD_PAST : h.would ? TOLD_WOULD : TOLD_AHEAD;
    if (h.had) return TOLD_BEFORE;
    if (h.have) return form == TAG_VBG ? TOLD_GOING_ON : TOLD_PERFECT;
    if (h.was || form == TAG_VBD) return TOLD_PAST;
    if (h.is) return form == TAG_VBG ? TOLD_GOING_ON : TOLD_NOW;
    if (form == TAG_VBZ || form == TAG_VBP) return TOLD_NOW;
    return TOLD_NOTHING;
}

/* A participle or infinitive tells what the verb above it tells. */
static telling telling_of(const doc *d, uint32_t verb)
{
    for (int k = 0; k < 8; k++) {
        telling t = is_verb(d, verb) ? telling_here(d, verb) : TOLD_NOTHING;
        const token *w = at(d, verb);
        bool shares = t == TOLD_PAST && w->dep == DEP_conj && tree_subject(d, verb) == NONE && !helpers_of(d, verb).was && is_verb(d, w->head);
        if (shares && helpers_of(d, w->head).have) return telling_here(d, w->head); /* "has taken and blown up" */
        if (t != TOLD_NOTHING) return t;
        if (at(d, verb)->tag == TAG_VBN && (at(d, verb)->dep == DEP_acl || at(d, verb)->dep == DEP_relcl)) return TOLD_PAST;
        if (at(d, verb)->head == verb) break;
        verb = at(d, verb)->head;
    }
    return TOLD_PAST;
}

/* "said that they had fired": what "they fired" was in the source's own words. */
static bool is_backshifted(const doc *d, uint32_t trigger)
{
    uint32_t a = story_attribution_at(d, trigger), cue = a == NONE ? NONE : d->attributions.at[a].cue_head;
    if (cue == NONE || d->attributions.at[a].kind == SAID_DIRECT) return false;
    return !is_verb(d, cue) || telling_of(d, cue) == TOLD_PAST;
}

/* Does a word of that list stand with it? */
static bool has_word(const doc *d, const senses *s, uint32_t head, const char *list)
{
    for (uint32_t c = tree_first(d, head); c != NONE; c = tree_next(d, c))
        if ((at(d, c)->dep == DEP_advmod || at(d, c)->dep == DEP_amod || at(d, c)->dep == DEP_neg) && lexicon_is(s->words, list, at(d, c)->lower)) return true;
    return false;
}

static bool is_repeated(const doc *d, const senses *s, uint32_t verb)
{
    return has_word(d, s, verb, "repeated") || tree_prep(d, verb, "for") != NONE; /* "for years" */
}

/* ---- days given ----------------------------------------------------------------------- */
static void give(doc *d, event *ev, day first, day last, basis how, reason why)
{
    ev->first = first;
    ev->last = last;
    ev->grain = first == last && first != DAY_NONE ? GRAIN_DAY : GRAIN_RANGE;
    ev->basis = how;
    array_push(d->mem, ev->because, why);
}

static void give_published(doc *d, event *ev)
{
    if (d->article.published == DAY_NONE || d->history) return;
    give(d, ev, d->article.published, d->article.published, BASIS_PUBLISHED, "when: told as news of the report's day");
}

/* Told on a day long past, what was then to come begins behind that day. */
static void give_ahead(doc *d, event *ev, day told)
{
    day on = d->article.published;
    bool long_past = told != DAY_NONE && (on == DAY_NONE || told + NEAR_DAYS < on);
    if (long_past) give(d, ev, told, DAY_NONE, BASIS_RELATIVE, "when: still to come on the day on which it was told");
    else if (on != DAY_NONE) give(d, ev, on + 1, DAY_NONE, BASIS_PUBLISHED, "when: still to come on the report's day");
}


static void give_before(doc *d, event *ev, day last)
{
    if (last == DAY_NONE || (d->history && last == d->article.published)) return;
    give(d, ev, DAY_NONE, last, BASIS_RELATIVE, "when: before the day that the text is at, by the form of its verb");
}

/* "after the war": the text is at what came then. */
static bool is_after(const doc *d, const timex *t)
{
    uint32_t i = t->tok.first;
    if (i > 1 && str_is(at(d, i - 1)->lower, "the")) i--;
    return i > 0 && (str_is(at(d, i - 1)->lower, "after") || str_is(at(d, i - 1)->lower, "following"));
}

static void give_time(doc *d, event *ev, uint32_t time, reason why)
{
    const timex *t = &d->times.at[time];
    bool after = t->names_event && is_after(d, t);
    ev->when_tok = t->tok;
    ev->when_text = str_slice(d->text, t->span.first, t->span.end);
    give(d, ev, after ? t->last : t->first, after ? d->article.published : t->last, t->basis, t->why);
    if (!after) ev->grain = t->grain;
    array_push(d->mem, ev->because, why);
}

/* ---- where the text is at --------------------------------------------------------------- */
static const char *speaker_code(const doc *d, uint32_t a)
{
    return d->attributions.at[a].speaker == NONE ? "" : d->actors.at[d->attributions.at[a].speaker].code;
}

static bool is_near(const doc *d, day on) { return d->article.published != DAY_NONE && on != DAY_NONE && on + NEAR_DAYS >= d->article.published; }

/* One source goes on in its next sentence; the outlet's own day holds for what
 * it relates of others in its own words and for what they say of what it told. */
static bool is_told_along(const doc *d, uint32_t which, uint32_t trigger)
{
    uint32_t a = story_attribution_at(d, trigger), b = story_attribution_at(d, d->times.at[which].tok.first);
    if (a == b) return true;
    if (a == NONE) return d->attributions.at[b].kind == SAID_INDIRECT;
    if (b == NONE) return d->attributions.at[a].within == NONE;
    if (is_near(d, d->times.at[which].first)) return d->attributions.at[b].kind == SAID_INDIRECT; /* two accounts of one clash */
    return strcmp(speaker_code(d, a), speaker_code(d, b)) == 0;
}

static bool same_paragraph(const doc *d, uint32_t a, uint32_t b)
{
    uint32_t from = at(d, a < b ? a : b)->end, to = at(d, a < b ? b : a)->start;
    return to <= from || str_find(str_slice(d->text, from, to), S("\n")) == to - from;
}

static bool is_told(const doc *d, const timex *t)
{
    bool days = t->first != DAY_NONE && t->last != DAY_NONE && t->basis != BASIS_UNSTATED && t->tok.first < d->tokens.n;
    bool kind = t->type != TIMEX_SET && t->type != TIMEX_DURATION && !t->names_event;
    return days && kind && (d->article.published == DAY_NONE || t->first <= d->article.published);
}

static bool is_aside(const doc *d, uint32_t i)
{
    for (int k = 0; k < 32 && at(d, i)->head != i; k++, i = at(d, i)->head)
        if (at(d, i)->dep == DEP_relcl || at(d, i)->dep == DEP_acl) return true;
    return false;
}

/* The first word of the sentence that stands so many before the word's. */
static uint32_t sentences_before(const doc *d, uint32_t i, uint32_t n)
{
    uint32_t s = at(d, i)->sent;
    return d->sentences.at[s > n ? s - n : 0].first;
}

/* "In January it bombed a town; the president left the following day": a time of
 * the sentence before the act, in the same words, not in a clause aside. */
static uint32_t time_before(const doc *d, uint32_t trigger)
{
    uint32_t best = NONE;
    for (uint32_t k = doc_time_from(d, sentences_before(d, trigger, 0)); k < d->times.n && d->times.at[k].tok.first < trigger; k++) {
        const timex *t = &d->times.at[k];
        if (!is_told(d, t) || is_aside(d, t->tok.first)) continue;
        dep l = at(d, t->tok.first)->dep;
        if (l == DEP_amod || l == DEP_compound) continue; /* "the May deal" */
        if (story_attribution_at(d, t->tok.first) == story_attribution_at(d, trigger)) best = k;
    }
    return best;
}

/* What the act's own source told last, a few sentences back: a statement has its own course of time. */
static uint32_t time_of_source(const doc *d, uint32_t trigger)
{
    uint32_t a = story_attribution_at(d, trigger), best = NONE;
    if (a == NONE) return NONE;
    for (uint32_t k = doc_time_from(d, sentences_before(d, trigger, SOURCE_REACH)); k < d->times.n && d->times.at[k].tok.first < trigger; k++) {
        const timex *t = &d->times.at[k];
        if (!is_told(d, t) || is_aside(d, t->tok.first)) continue;
        uint32_t b = story_attribution_at(d, t->tok.first);
        if (b == NONE || at(d, t->tok.first)->sent == at(d, trigger)->sent) continue;
        const char *code = speaker_code(d, a);
        if (a == b || (code[0] && strcmp(code, speaker_code(d, b)) == 0)) best = k;
    }
    return best;
}

/* A day long past that the outlet told ends with its paragraph. */
static bool is_over(const doc *d, uint32_t time, uint32_t trigger)
{
    uint32_t tok = d->times.at[time].tok.first;
    return story_attribution_at(d, trigger) == NONE && !is_near(d, d->times.at[time].first) && !same_paragraph(d, tok, trigger);
}

/* The day or days that the text is at where the act is told, or NONE. */
static uint32_t current_time(const doc *d, uint32_t trigger)
{
    const story_state *st = &d->story.at[at(d, trigger)->sent];
    uint32_t here = time_before(d, trigger), own = time_of_source(d, trigger), time = st->time, named = st->frame;
    if (here != NONE) return here;
    if (own != NONE && (time == NONE || story_attribution_at(d, d->times.at[time].tok.first) == NONE)) time = own;
    bool claim = story_attribution_at(d, trigger) != NONE;
    bool framed = claim && named != NONE && (d->story.looks_back || d->story.lead == NONE || story_attribution_at(d, d->times.at[named].tok.first) != NONE) && (time == NONE || d->times.at[named].tok.first > d->times.at[time].tok.first);
    if (framed && is_told_along(d, named, trigger)) return named;
    return time != NONE && is_told_along(d, time, trigger) && !is_over(d, time, trigger) ? time : NONE;
}

/* The last day known where the act is told: the text's, else that of the news. */
static day day_at(const doc *d, uint32_t trigger)
{
    uint32_t time = current_time(d, trigger);
    if (time == NONE) time = d->story.lead;
    if (time == NONE) return d->article.published;
    return d->times.at[time].grain == GRAIN_DAY ? d->times.at[time].first : d->times.at[time].last;
}

/* The day on which the act's own source told it: a time of the clause of its word of saying. */
static uint32_t time_of_saying(const doc *d, uint32_t trigger)
{
    uint32_t a = story_attribution_at(d, trigger), cue = a == NONE ? NONE : d->attributions.at[a].cue_head;
    if (cue == NONE) return NONE;
    range sent = d->sentences.at[at(d, cue)->sent];
    for (uint32_t k = doc_time_from(d, sent.first); k < d->times.n && d->times.at[k].tok.first < sent.end; k++) {
        const timex *t = &d->times.at[k];
        bool here = t->grain == GRAIN_DAY && !t->names_event && t->first != DAY_NONE;
        if (here && story_attribution_at(d, t->tok.first) != a && tree_clause(d, t->tok.first) == tree_clause(d, cue)) return k;
    }
    return NONE;
}

/* What goes on does so up to the report; what a source tells of, up to its telling. */
static void give_going_on(doc *d, event *ev, uint32_t trigger, day from)
{
    uint32_t saying = time_of_saying(d, trigger);
    if (saying == NONE && story_attribution_at(d, trigger) != NONE) saying = d->story.lead;
    bool said = saying != NONE && is_near(d, d->times.at[saying].last) && d->times.at[saying].last != d->article.published && (from == DAY_NONE || from <= d->times.at[saying].last);
    day end = said ? d->times.at[saying].last : d->article.published;
    if (end == DAY_NONE) return;
    give(d, ev, from, end, said ? BASIS_RELATIVE : BASIS_PUBLISHED,
         said ? "when: up to the day of its telling, by the form of its verb" : "when: up to the report's day, by the form of its verb");
}

/* ---- kinds of acts ------------------------------------------------------------------------ */
static bool is_verbal(const char *type)
{
    static const char *const verbal[] = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"};
    for (int k = 0; k < 8; k++)
        if (strcmp(type, verbal[k]) == 0) return true;
    return false;
}

static bool is_fresh(const doc *d, const senses *s, uint32_t noun)
{
    uint32_t det = tree_child(d, noun, DEP_det);
    return det != NONE && lexicon_is(s->words, "fresh", at(d, det)->lower);
}

/* "the attack", "these strikes": the latest telling of such an act that has
 * days; one by the same word first. */
static const event *told_before(const doc *d, const senses *s, const event *ev, uint32_t noun)
{
    const event *best = NULL;
    bool definite = tree_child(d, noun, DEP_det) != NONE;
    if (is_fresh(d, s, noun)) return NULL;
    for (uint32_t k = d->events.n; k-- > 0;) {
        const event *e = &d->events.at[k];
        if (e == ev || e->trigger.first >= noun) continue;
        if (at(d, noun)->sent - at(d, e->trigger.first)->sent > RETOLD_REACH) break;
        bool same = strcmp(e->type, ev->type) == 0 && e->status == STATUS_ACTUAL && (e->first != DAY_NONE || e->last != DAY_NONE);
        if (same && str_eq(frame_lemma(d, e->trigger.first), frame_lemma(d, noun))) return e;
        if (same && definite && !best && !along_names_place(d, noun)) best = e;
    }
    return best;
}

static void retell(doc *d, event *ev, const event *first)
{
    days_take(ev, first);
    array_push(d->mem, ev->because, "what: the days of the act told before");
}

/* The day of the act that governs this one in its sentence: "condemned the shelling". */
static const event *governing(const doc *d, const event *ev, uint32_t trigger)
{
    for (uint32_t k = d->events.n; k-- > 0;) {
        const event *e = &d->events.at[k];
        if (e == ev) continue;
        if (at(d, e->trigger.first)->sent != at(d, trigger)->sent) break;
        if (e->last != DAY_NONE && tree_under(d, trigger, e->trigger.first)) return e;
    }
    return NULL;
}

/* ---- one act -------------------------------------------------------------------------------- */
/* "its raids necessitated the operation of 19 September": a cause is no later than what it led to. */
static void end_with_effect(doc *d, event *ev, uint32_t noun, telling t)
{
    uint32_t verb = tree_clause(d, noun);
    if (t != TOLD_PAST || noun > verb || ev->last == DAY_NONE) return;
    for (uint32_t k = doc_time_from(d, verb + 1); k < d->times.n && d->times.at[k].tok.first < tree_span(d, verb).end; k++) {
        const timex *effect = &d->times.at[k];
        bool below = tree_under(d, effect->tok.first, verb);
        if (!below || effect->first == DAY_NONE || effect->first > ev->last || (ev->first != DAY_NONE && effect->first < ev->first)) continue;
        ev->last = effect->first;
        ev->grain = GRAIN_RANGE;
        array_push(d->mem, ev->because, effect->why);
        return;
    }
}

/* A noun: told before, or before what is done about it, or going on with it. */
static void noun_days(doc *d, const senses *s, event *ev, uint32_t noun)
{
    telling t = telling_of(d, tree_clause(d, noun));
    bool lasts = has_word(d, s, noun, "lasting");
    const event *before = lasts ? NULL : told_before(d, s, ev, noun), *above = governing(d, ev, noun);
    if (anniversary_days(d, ev, noun)) return;
    if (before) {
        retell(d, ev, before);
        return;
    }
    if (t == TOLD_NOW || t == TOLD_AHEAD || t == TOLD_GOING_ON || t == TOLD_PERFECT || (lasts && (!above || is_near(d, above->last)))) {
        give_going_on(d, ev, noun, DAY_NONE);
        return;
    }
    uint32_t time = current_time(d, noun);
    if (time != NONE && !is_near(d, d->times.at[time].first)) {
        give_time(d, ev, time, "story: the days that the text is at");
        end_with_effect(d, ev, noun, t);
    } else if (along_deed(d, s, ev, noun))
        return;
    else if (above)
        give_before(d, ev, above->last);
    else if (time != NONE)
        give_before(d, ev, d->times.at[time].last);
    else if (!d->story.looks_back)
        give_before(d, ev, day_at(d, noun));
}

static bool is_news(const doc *d, const event *ev, uint32_t trigger)
{
    bool own = story_attribution_at(d, trigger) == NONE;
    return own && (is_verbal(ev->type) || at(d, trigger)->sent < NEWS_SENTENCES);
}

/* "has called on", "has long denied": news, or what has been so up to now. */
static void perfect_days(doc *d, const senses *s, event *ev, uint32_t trigger, uint32_t verb)
{
    uint32_t time = current_time(d, trigger);
    if (time == NONE && is_verbal(ev->type)) time = d->story.lead;
    bool near = time != NONE && d->article.published != DAY_NONE && d->times.at[time].first + FRESH_DAYS >= d->article.published;
    bool aside = at(d, verb)->dep == DEP_relcl; /* "their countries, which have backed the rebels" */
    if (!aside && !is_repeated(d, s, verb) && is_news(d, ev, trigger) && at(d, trigger)->sent <= NEWS_SENTENCES) give_published(d, ev);
    else give_going_on(d, ev, trigger, near && !is_repeated(d, s, verb) ? d->times.at[time].first : DAY_NONE);
}

static bool in_quotation(const doc *d, uint32_t i)
{
    for (uint32_t k = 0; k < d->quotes.n; k++)
        if (range_has(d->quotes.at[k].inside, i)) return true;
    return false;
}

/* "the rebels are backed by Iran", "whom critics blame": how things stand, not what is new. */
static bool is_state(const doc *d, uint32_t trigger)
{
    if (at(d, trigger)->dep == DEP_relcl) return true;
    return is_verb(d, trigger) && at(d, trigger)->sent > NEWS_SENTENCES && !in_quotation(d, trigger);
}

static void present_days(doc *d, event *ev, uint32_t trigger, bool forced)
{
    uint32_t time = current_time(d, trigger);
    if (is_verbal(ev->type) && (forced || !is_state(d, trigger))) give_published(d, ev);
    else if (time != NONE && is_near(d, d->times.at[time].first)) give_time(d, ev, time, "story: the day that the sentences before are about");
    else if (is_news(d, ev, trigger) || forced) give_published(d, ev);
    else give_going_on(d, ev, trigger, DAY_NONE);
}

/* The outlet's own telling, or words of others that it relates. */
static bool is_related(const doc *d, const event *ev, uint32_t trigger)
{
    uint32_t a = story_attribution_at(d, trigger);
    return a == NONE || (is_verbal(ev->type) && d->attributions.at[a].kind == SAID_INDIRECT && d->attributions.at[a].within == NONE);
}

/* Deeds without a day in a report on an anniversary are of nobody knows which. */
static bool may_be_news(const doc *d, const event *ev, uint32_t trigger)
{
    return is_related(d, ev, trigger) && (is_verbal(ev->type) || !d->story.looks_back || at(d, trigger)->sent == 0);
}

static void past_days(doc *d, const senses *s, event *ev, uint32_t trigger, bool forced)
{
    uint32_t time = current_time(d, trigger), saying = time_of_saying(d, trigger);
    bool news = may_be_news(d, ev, trigger), own = story_attribution_at(d, trigger) == NONE;
    if (saying != NONE && is_verbal(ev->type)) give_time(d, ev, saying, "story: the day on which its source told it");
    else if (time != NONE) give_time(d, ev, time, "story: the days that the sentences before are about");
    else if (!forced && along_deed(d, s, ev, trigger)) return;
    else if ((news && own && at(d, trigger)->sent < NEWS_SENTENCES) || forced) give_published(d, ev);
    else if (news && d->story.lead != NONE) give_time(d, ev, d->story.lead, "story: the day that the news is of");
    else if (news && is_verbal(ev->type)) give_published(d, ev);
    else if (saying != NONE) give_before(d, ev, d->times.at[saying].last);
}

/* "expressed condolences", "carried out a raid": the verb does the noun, which is not known before. */
static bool is_carried_out(const doc *d, const senses *s, uint32_t noun)
{
    uint32_t verb = at(d, noun)->head, det = tree_child(d, noun, DEP_det);
    bool object = at(d, noun)->dep == DEP_dobj && is_verb(d, verb) && (!s->at[verb].type || s->at[verb].blocked);
    return object && (det == NONE || !str_is(at(d, det)->lower, "the")) && telling_of(d, verb) == TOLD_PAST;
}

/* "said in a meeting with Chad", "signed at the talks": what was done in it was on its day. */
static bool is_occasion(const doc *d, uint32_t noun)
{
    static const char *const preps[] = {"in", "at", "during"};
    uint32_t prep = at(d, noun)->head, verb = at(d, prep)->head;
    bool within = false;
    for (int k = 0; k < 3; k++) within |= str_is(at(d, prep)->lower, preps[k]);
    return at(d, noun)->dep == DEP_pobj && within && at(d, noun)->tag == TAG_NN && at(d, verb)->pos == POS_VERB && telling_of(d, verb) == TOLD_PAST;
}

/* "accused them of arming rebels", "blamed for firing on the town": up to the day of the charge, unless the text is at a time long past. */
static bool is_charge(const doc *d, uint32_t verb)
{
    const token *t = at(d, verb);
    helpers h = helpers_of(d, verb);
    uint32_t time = current_time(d, verb);
    return t->tag == TAG_VBG && t->dep == DEP_pcomp && !h.had && !h.have && !d->history && (time == NONE || is_near(d, d->times.at[time].first));
}

/* "is urging", "are refusing": news of words; "has been urging" is not. */
static bool is_being_said(const doc *d, uint32_t verb)
{
    helpers h = helpers_of(d, verb);
    return h.is && !h.have && story_attribution_at(d, verb) == NONE;
}

static void told_days(doc *d, const senses *s, event *ev, uint32_t trigger)
{
    uint32_t light = s->at[trigger].light, verb = tree_clause(d, light == NONE ? trigger : light);
    bool forced = s->at[trigger].forced;
    bool occasion = is_occasion(d, trigger) && strcmp(ev->type, "CONSULT") == 0;
    if (!is_verb(d, trigger) && light == NONE && !occasion && !is_carried_out(d, s, trigger)) {
        noun_days(d, s, ev, trigger);
        return;
    }
    telling t = telling_of(d, verb);
    if (t == TOLD_PAST && is_charge(d, trigger)) t = TOLD_GOING_ON;
    bool known = at(d, trigger)->dep == DEP_acl && at(d, trigger)->tag == TAG_VBN && strcmp(ev->type, "AGREE") == 0;
    if (t == TOLD_PAST && known) t = TOLD_BEFORE; /* "the agreements signed by Chad" */
    if (t == TOLD_BEFORE && is_backshifted(d, trigger)) t = TOLD_PAST;
    if (t == TOLD_PAST && has_word(d, s, verb, "earlier")) t = TOLD_BEFORE;
    switch (t) {
    case TOLD_AHEAD: forced ? give_published(d, ev) : give_ahead(d, ev, DAY_NONE); break;
    case TOLD_GOING_ON:
        if (is_verbal(ev->type) && is_being_said(d, trigger)) present_days(d, ev, trigger, forced);
        else give_going_on(d, ev, trigger, DAY_NONE);
        break;
    case TOLD_PERFECT: perfect_days(d, s, ev, trigger, verb); break;
    case TOLD_BEFORE: give_before(d, ev, day_at(d, trigger)); break;
    case TOLD_NOW: present_days(d, ev, trigger, forced); break;
    default: past_days(d, s, ev, trigger, forced); break;
    }
}

static bool under_if(const doc *d, uint32_t verb)
{
    uint32_t mark = tree_child(d, verb, DEP_mark);
    return mark != NONE && (str_is(at(d, mark)->lower, "if") || str_is(at(d, mark)->lower, "unless"));
}

/* "if they attack", "may attack": ahead; "may have attacked": nobody knows when. */
static void supposed_days(doc *d, const senses *s, event *ev, uint32_t trigger)
{
    uint32_t light = s->at[trigger].light;
    uint32_t verb = tree_clause(d, light == NONE ? trigger : light);
    telling t = telling_of(d, verb);
    if (t == TOLD_AHEAD || t == TOLD_WOULD || (t == TOLD_NOW && under_if(d, verb))) give_ahead(d, ev, DAY_NONE);
}

void carry_days(doc *d, const senses *s, event *ev, uint32_t trigger)
{
    const event *above;
    switch (ev->status) {
    case STATUS_PLANNED:
    case STATUS_DEMANDED:
        above = governing(d, ev, trigger);
        give_ahead(d, ev, above ? above->last : DAY_NONE);
        break;
    case STATUS_HYPOTHETICAL: supposed_days(d, s, ev, trigger); break;
    default: told_days(d, s, ev, trigger); break;
    }
}
