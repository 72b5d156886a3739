/* duty.c: "Armenia must learn", said a ministry: the ministry asks it of Armenia. */
#include "parse/tree.h"
#include "story/story.h"
#include "what/what_internal.h"

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

static uint32_t duty_modal(const what *w, const doc *d, uint32_t verb)
{
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c)) {
        if (at(d, c)->dep == DEP_aux && lexicon_is(w, "duty", at(d, c)->lower)) return c;
    }
    return NONE;
}

/* A source that says what another party must do asks it of that party. */
static bool duty_roles(doc *d, uint32_t verb, roles *r)
{
    uint32_t a = story_attribution_at(d, verb), subject = tree_subject(d, verb);
    if (a == NONE || subject == NONE || d->actor_of[subject] == NONE || !d->attributions.at[a].speech) return false;
    uint32_t speaker = d->attributions.at[a].speaker, asked = d->actor_of[subject];
    const actor *x = &d->actors.at[asked];
    if (speaker == NONE || !is_code(x->code) || x->kind == ACTOR_PRONOUN || strcmp(x->code, d->actors.at[speaker].code) == 0) return false;
    array_push(d->mem, r->who, speaker);
    array_push(d->mem, r->whom, asked);
    return true;
}

bool duty_try(const what *w, doc *d, const who *people, senses *s, uint32_t verb)
{
    roles r = {0};
    uint32_t modal = duty_modal(w, d, verb);
    if (modal == NONE || at(d, verb)->pos != POS_VERB || !duty_roles(d, verb, &r)) return false;
    sense old = s->at[verb];
    s->at[verb] = (sense){.type = &w->type[lexicon_type(w, S("REQUEST"))], .mode = "change", .inner = NONE, .light = NONE, .cause = NONE, .purpose = NONE, .result = NONE, .status = STATUS_ACTUAL, .forced = true, .confidence = 0.7};
    bind_event(d, w, people, s, verb, &r);
    event *ev = &d->events.at[d->events.n - 1];
    ev->trigger.first = modal;
    array_push(d->mem, ev->because, "what: a source that says what another must do asks it");
    if (ev->according_to.n) { /* the demand is the source's own act, told by whoever tells of the source */
        for (uint32_t k = 1; k < ev->according_to.n; k++) ev->according_to.at[k - 1] = ev->according_to.at[k];
        ev->according_to.n--;
    }
    s->at[verb] = old;
    return true;
}
