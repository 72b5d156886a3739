/* Are the numbers of strings spaCy's, and are tables keyed by them found? */
#include "model/strings.h"
#include <assert.h>
#include <stdio.h>

static void is(const char *text, uint64_t id) { assert(strings_id(str_of(text)) == id); }

static void hashes_as_spacy(void)
{
    is("", 0);
    is("a", 11901859001352538922u);
    is("the", 7425985699627899538u);
    is("The", 5059648917813135842u);
    is("Armenia", 85889083659521340u);
    is("n't", 2043519015752540944u);
    is("don't", 8627107437989221290u);
    is("’", 9283054155332335931u);
    is("Москва", 14612109979450925279u);
    is("北京", 11804760672128813659u);
    is("😀", 13900606239988879105u);
    is("abcdefgh", 17751780907874141760u);
    is("abcdefghi", 13885881106499164936u);
    is("_SP", 6893682062797376370u);
    is("ROOT", 8206900633647566924u);
    is("Xxxxx", 16072095006890171862u);
}

static void knows_symbols(void)
{
    is("nsubj", 429);
    is("mark", 423);
    is("X", 101);
    is("_", 456);
    is("number", 432);
    is("ORG", 383);
    is("NOUN", 92);
    is("punct", 445);
    assert(strings_hash("mark", 4) == 15008882951097202841u);
}

static void finds_in_sets(void)
{
    enum { N = 5000 };
    static uint64_t key[N];
    for (uint64_t i = 0; i < N; i++) key[i] = i * i * 3 + 5; /* uneven on purpose */
    id_set set = {key, N};
    assert(id_set_sorted(&set));
    for (uint32_t i = 0; i < N; i++) {
        assert(id_set_find(&set, key[i]) == i);
        assert(id_set_find(&set, key[i] + 1) == UINT32_MAX);
    }
    assert(id_set_find(&set, 0) == UINT32_MAX && id_set_find(&set, UINT64_MAX) == UINT32_MAX);
    assert(id_set_find(&(id_set){NULL, 0}, 7) == UINT32_MAX);
}

static void finds_in_maps(void)
{
    static const uint64_t key[] = {3, 9, 40};
    static const uint32_t at[] = {0, 2, 2, 8};
    id_map map = {{key, 3}, at, "a\0be\0cde\0"};
    bool found;
    assert(str_is(id_map_first(&map, 3, &found), "a") && found);
    assert(id_map_first(&map, 9, &found).len == 0 && found);
    assert(str_is(id_map_first(&map, 40, &found), "be") && found);
    id_map_first(&map, 41, &found);
    assert(!found);
}

int main(void)
{
    hashes_as_spacy();
    knows_symbols();
    finds_in_sets();
    finds_in_maps();
    puts("strings: ok");
    return 0;
}
