/* map.c: text → number; linear probing, at most three quarters full. */
#include "base/map.h"

static map_slot *slot_of(const map *m, str key, uint64_t hash)
{
    uint32_t i = (uint32_t)hash & (m->cap - 1);
    while (m->slot[i].used && !(m->slot[i].hash == hash && str_eq(m->slot[i].key, key))) i = (i + 1) & (m->cap - 1);
    return &m->slot[i];
}

static void enlarge(map *m)
{
    map old = *m;
    m->cap = old.cap ? old.cap * 2 : 16;
    m->slot = arena_array_of(m->mem, map_slot, m->cap);
    for (uint32_t i = 0; i < old.cap; i++)
        if (old.slot[i].used) *slot_of(m, old.slot[i].key, old.slot[i].hash) = old.slot[i];
}

uint32_t *map_at(map *m, str key, uint32_t fresh)
{
    if ((m->n + 1) * 4 > m->cap * 3) enlarge(m);
    uint64_t hash = str_hash(key);
    map_slot *s = slot_of(m, key, hash);
    if (!s->used) {
        *s = (map_slot){hash, key, fresh, true};
        m->n++;
    }
    return &s->value;
}

void map_put(map *m, str key, uint32_t value) { *map_at(m, key, value) = value; }

uint32_t map_get(const map *m, str key, uint32_t missing)
{
    if (m->n == 0) return missing;
    const map_slot *s = slot_of(m, key, str_hash(key));
    return s->used ? s->value : missing;
}
