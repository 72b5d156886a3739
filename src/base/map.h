/* base/map.h: text → number.  Open addressing; keys are not copied. */
#ifndef DATELINE_MAP_H
#define DATELINE_MAP_H
#include "base/arena.h"
#include "base/str.h"

typedef struct map_slot { uint64_t hash; str key; uint32_t value; bool used; } map_slot;
typedef struct map { arena *mem; map_slot *slot; uint32_t n, cap; } map; /* {.mem = arena} is an empty map */

void      map_put(map *m, str key, uint32_t value);             /* replaces an old value   */
uint32_t  map_get(const map *m, str key, uint32_t missing);
uint32_t *map_at(map *m, str key, uint32_t fresh);              /* the value's place; `fresh` if new; valid until the next put */
#endif
