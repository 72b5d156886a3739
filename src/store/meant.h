/* store/meant.h: which party may have been meant by a name that is no code?
 *
 *     char hint[256];
 *     if (meant_party(data, mem, "Armenai", hint)) ... "did you mean ARM? (Armenia)"
 *
 * Reads     names of countries, bodies and persons of the data (who/)
 * Not here  which party a text means (who/): this knows no days and no context
 */
#ifndef DATELINE_MEANT_H
#define DATELINE_MEANT_H
#include "base/dataset.h"

/* Country, people, body or person, as it is written or nearly so; capitals and accents do
 * not count.  False when there is none, or the data cannot be read.  Threads may ask at once. */
bool meant_party(const dataset *data, arena *mem, const char *name, char hint[256]);
#endif
