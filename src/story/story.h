/* story/story.h: what the document carries on from sentence to sentence.
 *
 * Who is who (a person's country told once, used ever after), whom "he", "the
 * ministry", "our country" and "the two sides" mean, the story's countries,
 * the current day, who speaks.
 *
 * Reads     tokens, attributions, times, places, actors
 * Writes    doc->story; actors' same_as, members, code_from_context; attributions' speaker
 * Data      none
 */
#ifndef DATELINE_STORY_H
#define DATELINE_STORY_H
#include "doc.h"

void story_fill(doc *d);
/* The innermost attribution whose content holds token i, or NONE. */
uint32_t story_attribution_at(const doc *d, uint32_t i);
/* The country an unnamed party at token i most likely belongs to, not one of
 * `other` (may be NULL); "" if the story tells none. */
const char *story_country_near(const doc *d, uint32_t i, const char *other);
/* The one country that the report is about; "" where two, or one and a body of states, share it. */
const char *story_home(const doc *d);
/* The country of the police and the courts that it tells of: that leads less clearly; "" if none does. */
const char *story_local(const doc *d);

/* The country in whose towns most of the report takes place, "" if that is not clear. */
const char *story_ground(const doc *d);
#endif
