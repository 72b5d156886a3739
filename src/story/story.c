/* story.c: the room, step by step. */
#include "story/story_internal.h"

void story_fill(doc *d)
{
    d->story.at = arena_array_of(d->mem, story_state, d->sentences.n + 1);
    state_index_attributions(d);
    people_fill(d);
    state_fill(d);
    people_prefer_home(d);
    pronoun_fill(d); /* "the two sides" asks which countries the story is about */
    speaker_fill(d);
    pronoun_fill_first_person(d);
    people_fill_owned(d);
    state_count_bodies(d);
}
