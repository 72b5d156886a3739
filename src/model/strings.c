/* strings.c: which number does spaCy know this text by? */
#include "model/strings.h"
#include "model/symbols.h"

uint64_t strings_hash(const void *p, size_t n)
{
    const uint64_t m = 0xc6a4a7935bd1e995u;
    const uint8_t *b = p;
    uint64_t h = 1 ^ (n * m), k;
    for (; n >= 8; n -= 8, b += 8) {
        memcpy(&k, b, 8);
        k *= m;
        k ^= k >> 47;
        h = (h ^ k * m) * m;
    }
    if (n > 0) {
        k = 0;
        for (size_t i = 0; i < n; i++) k |= (uint64_t)b[i] << (8 * i);
        h = (h ^ k) * m;
    }
    h = (h ^ h >> 47) * m;
    return h ^ h >> 47;
}

uint64_t strings_id(str s)
{
    if (s.len == 0) return 0;
    if (s.len > SYMBOL_LONGEST) return strings_hash(s.ptr, s.len);
    uint32_t lo = 0, hi = sizeof symbols / sizeof *symbols;
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        int c = str_cmp(str_of(symbols[mid].name), s);
        if (c == 0) return symbols[mid].id;
        if (c < 0) lo = mid + 1;
        else hi = mid;
    }
    return strings_hash(s.ptr, s.len);
}

/* The keys are hashes and so lie evenly: the first guess is nearly right, and
 * the guess, unlike halving, touches one or two pages of a large mapped table. */
uint32_t id_set_find(const id_set *set, uint64_t key)
{
    uint32_t lo = 0, hi = set->n;
    for (uint32_t step = 0; lo < hi; step++) {
        uint32_t mid = lo + (hi - lo) / 2;
        uint64_t low = set->key[lo], high = set->key[hi - 1];
        if (key < low || key > high) return UINT32_MAX;
        if (step < 8 && high > low) mid = lo + (uint32_t)((double)(hi - 1 - lo) * ((double)(key - low) / (double)(high - low)));
        if (mid >= hi) mid = hi - 1;
        if (set->key[mid] == key) return mid;
        if (set->key[mid] < key) lo = mid + 1;
        else hi = mid;
    }
    return UINT32_MAX;
}

bool id_set_sorted(const id_set *set)
{
    for (uint32_t i = 1; i < set->n; i++)
        if (set->key[i - 1] >= set->key[i]) return false;
    return true;
}

str id_map_list(const id_map *map, uint32_t i) { return (str){map->text + map->at[i], map->at[i + 1] - map->at[i]}; }

bool id_map_next(str *rest, str *text)
{
    return str_cut(rest, '\0', text);
}

str id_map_first(const id_map *map, uint64_t key, bool *found)
{
    uint32_t i = id_set_find(&map->keys, key);
    str text = {"", 0};
    *found = i != UINT32_MAX;
    if (*found) {
        str rest = id_map_list(map, i);
        id_map_next(&rest, &text);
    }
    return text;
}
