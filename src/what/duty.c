/* duty.c: "Armenia must learn", said a ministry: the ministry asks it of Armenia. */
#include "parse/tree.h"
#include "story/story.h"
#include "what/what_internal.h"

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

/* "must learn", "needs to learn". */
static uint32_t duty_modal(const what *w, const doc *d, uint32_t verb)
{
    uint32_t below = lexicon_is(w, "duty-verb", frame_lemma(d, verb)) ? frame_complement(d, verb, TEST_COMP_TO) : NONE;
    if (below != NONE && at(d, below)->dep == DEP_xcomp && tree_child(d, verb, DEP_dobj) == NONE && !tree_negated(d, verb)) return verb;
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
    bind_words(d, w, people, s, verb, &r, "REQUEST", "change", "what: a source that says what another must do asks it");
    d->events.at[d->events.n - 1].trigger.first = modal;
    return true;
}
