/* near.c: which known word may have been meant by one that is not known? */
#include "base/near.h"
#include <stdio.h>

unsigned near_distance(const char *a, const char *b)
{
    unsigned row[64];
    size_t n = strlen(b);
    if (strlen(a) > 60 || n > 60) return 99;
    for (size_t j = 0; j <= n; j++) row[j] = (unsigned)j;
    for (size_t i = 1; a[i - 1]; i++) {
        unsigned corner = row[0];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= n; j++) {
            unsigned change = corner + (a[i - 1] != b[j - 1]), add = row[j] + 1, drop = row[j - 1] + 1;
            corner = row[j];
            row[j] = change < add ? change : add;
            if (drop < row[j]) row[j] = drop;
        }
    }
    return row[n];
}

const char *near_word(const char *wrong, const char *words, char out[64])
{
    unsigned best = strlen(wrong) > 4 ? 3 : 2;
    bool found = false;
    str rest = str_of(words);
    for (str word; str_word(&rest, &word);) {
        char candidate[64];
        snprintf(candidate, sizeof candidate, STR_FMT, STR_ARG(word));
        unsigned d = near_distance(wrong, candidate);
        if (d >= best) continue;
        best = d;
        found = true;
        memcpy(out, candidate, sizeof candidate);
    }
    return found ? out : NULL;
}

bool near_has(const char *words, str wanted)
{
    str rest = str_of(words);
    for (str word; str_word(&rest, &word);)
        if (str_eq(word, wanted)) return true;
    return false;
}
