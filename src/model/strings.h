/* model/strings.h: text → the 64-bit number that spaCy knows it by, and the
 * read-only tables that are keyed by such numbers. */
#ifndef DATELINE_STRINGS_H
#define DATELINE_STRINGS_H
#include "base/str.h"

/* "" is 0; a name of spaCy's built-in symbol table ("nsubj", "X") is its small
 * number; all other text is hashed. */
uint64_t strings_id(str s);
uint64_t strings_hash(const void *p, size_t n); /* MurmurHash64A, seed 1 */

/* Numbers in rising order. */
typedef struct id_set { const uint64_t *key; uint32_t n; } id_set;
/* A list of texts for each key: texts at[i] .. at[i + 1] of `text`, each ended by NUL. */
typedef struct id_map { id_set keys; const uint32_t *at; const char *text; } id_map;

uint32_t id_set_find(const id_set *set, uint64_t key); /* its index, or UINT32_MAX          */
bool     id_set_sorted(const id_set *set);             /* strictly rising                   */
str      id_map_first(const id_map *map, uint64_t key, bool *found); /* the key's first text */
/* Cuts the next text of the list of entry `i` off *rest, which begins as id_map_list. */
str      id_map_list(const id_map *map, uint32_t i);
bool     id_map_next(str *rest, str *text);
#endif
