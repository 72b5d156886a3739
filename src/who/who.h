/* who/who.h: which party.
 *
 * Finds every phrase that may be a party of an event (countries, peoples,
 * bodies, persons, role nouns, pronouns) and says what the words themselves
 * tell: country and PLOVER sectors.
 *     "Foreign Minister Ararat Mirzoyan"   ARM GOV       "four Saudi men"  SAU CVL
 *     "the ministry"                        -   GOV       "gunmen"           -  UAF
 *
 * Reads     doc->tokens, places, article
 * Writes    doc->actors, doc->actor_of
 * Data      data/who/: nations.tsv, organisations.tsv, roster tables, roles.rules
 * Not here  what needs other sentences ("he", "the ministry"): story/
 */
#ifndef DATELINE_WHO_H
#define DATELINE_WHO_H
#include "base/dataset.h"
#include "doc.h"

typedef struct who who;
int  who_load(who **out, arena *mem, const dataset *data, fail *f);
void who_fill(doc *d, const who *w);
/* The party that actors[i] was on day `on` (DAY_NONE: as far as the text tells):
 * a roster entry's code and sectors depend on the day ("a past GOV becomes ELI"). */
party who_on(const doc *d, const who *w, uint32_t i, day on);
/* A demonym, country, capital or alias → its alpha-3 code; false if none. */
bool who_country(const who *w, str name, char code[4], reason *why);
/* Country name in English for a code ("AZE" → "Azerbaijan"), or "". */
str  who_country_name(const who *w, const char *code);
#endif
