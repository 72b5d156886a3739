/* crowd.c: crowds that an act leaves unsaid.
 *
 *     "the army put down the uprising"       whose uprising it was
 *     "thousands marched in a new week of protests"   who protests
 */
#include "parse/tree.h"
#include "what/what_internal.h"

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

static bool is_known(const parties *list) { return list->n && is_code(list->at[0].code); }

/* "suppressed the protests", "put down the uprising": the noun; NONE if it is none. */
static uint32_t quelled(doc *d, const senses *s, uint32_t trigger)
{
    if (at(d, trigger)->pos != POS_VERB) return NONE;
    frame fr = frame_of(d, trigger);
    uint32_t noun = fr.object, inner = s->at[trigger].inner;
    if (noun == NONE && inner != NONE && at(d, inner)->pos == POS_VERB) noun = frame_of(d, inner).object; /* "refused to allow protests" */
    if (noun == NONE || frame_prep_object(d, noun, S("by")) != NONE || frame_prep_object(d, trigger, S("by")) != NONE) return NONE; /* "a rally by students" names them */
    return lexicon_is(s->words, "crowd-act", frame_lemma(d, noun)) ? noun : NONE;
}

/* What a state does to a crowd that nobody names it does to its own people. */
static void fill_recipient(doc *d, const senses *s, const who *people, event *ev, uint32_t trigger)
{
    static const char why[] = "story: whom a state puts down without naming them are its own people";
    bool state = is_known(&ev->actor) && lexicon_is(s->words, "state-sector", str_of(ev->actor.at[0].sector[0]));
    uint32_t noun = ev->recipient.n || !state || !lexicon_is(s->words, "on-crowds", str_of(ev->type)) ? NONE : quelled(d, s, trigger);
    const char *code = noun == NONE ? "" : ev->actor.at[0].code;
    if (!code[0] || strcmp(code, "IGO") == 0 || strcmp(code, "NGO") == 0) return;
    party p = {.actor = NONE, .text = S(""), .name = who_country_name(people, code)};
    memcpy(p.code, code, 4);
    memcpy(p.sector[0], lexicon_is(s->words, "armed-crowd-act", frame_lemma(d, noun)) ? "REB" : "CVL", 4);
    array_push(d->mem, ev->recipient, p);
    array_push(d->mem, ev->because, why);
}

/* "marched in the eleventh week of protests": those who march. */
static void fill_actor(doc *d, event *ev, uint32_t trigger)
{
    static const char why[] = "what: protests told in one sentence are by the same";
    if (strcmp(ev->type, "PROTEST") != 0 || ev->actor.n || at(d, trigger)->pos != POS_NOUN) return;
    for (uint32_t k = d->events.n - 1; k-- > 0;) {
        const event *e = &d->events.at[k];
        if (at(d, e->trigger.first)->sent != at(d, trigger)->sent) return;
        bool other = is_known(&ev->recipient) && is_known(&e->recipient) && strcmp(ev->recipient.at[0].code, e->recipient.at[0].code) != 0;
        if (strcmp(e->type, "PROTEST") != 0 || !is_known(&e->actor) || other) continue;
        for (uint32_t i = 0; i < e->actor.n; i++) array_push(d->mem, ev->actor, e->actor.at[i]);
        array_push(d->mem, ev->because, why);
        return;
    }
}

void crowd_fill(doc *d, const senses *s, const who *people, event *ev, uint32_t trigger)
{
    fill_recipient(d, s, people, ev, trigger);
    fill_actor(d, ev, trigger);
}
