/* base/array.h: typed lists that grow on an arena.
 *
 *     array(uint32_t) hits = {0};
 *     array_push(mem, hits, 7);
 *     for (uint32_t i = 0; i < hits.n; i++) use(hits.at[i]);
 */
#ifndef DATELINE_ARRAY_H
#define DATELINE_ARRAY_H
#include "base/arena.h"
#include <stdint.h>

#define array(T) struct { T *at; uint32_t n, cap; }

/* Makes room for one more element. */
#define array_room(mem, a)                                                              \
    ((a).n < (a).cap ? (void)0                                                          \
                     : (void)((a).at = arena_grow((mem), (a).at, (a).n * sizeof *(a).at, \
                                                  (size_t)((a).cap ? (a).cap * 2 : 4) * sizeof *(a).at), \
                              (a).cap = (a).cap ? (a).cap * 2 : 4))
/* Appends a value; the value may be an initialiser list in parentheses' place. */
#define array_push(mem, a, ...) (array_room(mem, a), (void)((a).at[(a).n++] = (__VA_ARGS__)))
/* Appends a zeroed element and gives its address. */
#define array_add(mem, a) (array_room(mem, a), memset(&(a).at[(a).n], 0, sizeof *(a).at), &(a).at[(a).n++])
#endif
