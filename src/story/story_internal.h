/* story/story_internal.h: what the files of this room share.
 *     state.c    the story's countries and its current day
 *     people.c   who is who: a party's country told once, used ever after
 *     pronoun.c  whom "he", "it", "we", "the two sides" mean
 *     speaker.c  which party an attribution's source is
 */
#ifndef DATELINE_STORY_INTERNAL_H
#define DATELINE_STORY_INTERNAL_H
#include "story/story.h"

/* Takes name, code and sectors of `from` where `to` has none; `why` says by what right. */
void people_take(doc *d, uint32_t to, uint32_t from, reason why);
void people_fill(doc *d);
void people_prefer_home(doc *d);
void people_fill_owned(doc *d);         /* needs the pronouns                             */
void pronoun_fill(doc *d);              /* third person                                   */
void pronoun_fill_first_person(doc *d); /* "our country": needs the speakers              */
void speaker_fill(doc *d);
void state_index_attributions(doc *d);  /* first: the others ask for it                   */
void state_fill(doc *d);
void state_count_bodies(doc *d);         /* last: of all codes                             */
uint32_t state_sentence(const doc *d, uint32_t tok);
#endif
