/* words.c: which words of a text tell two acts apart?
 *
 * Words of four letters and more, by their first six letters, so that "arrested"
 * and "arrests" are one.  Left out are those that any sentence may have.
 */
#include "store/same.h"

enum { LEAST = 4, STEM = 6 };

static const char *const empty[] = {
    "about", "after", "again", "against", "also", "among", "another", "around", "because", "been", "before", "being", "between",
    "both", "could", "during", "each", "earlier", "from", "have", "having", "here", "into", "just", "last", "later", "like",
    "many", "more", "most", "much", "near", "only", "other", "over", "said", "says", "several", "should", "since", "some",
    "such", "than", "that", "their", "them", "then", "there", "these", "they", "this", "those", "through", "told", "under",
    "until", "upon", "very", "week", "well", "were", "what", "when", "where", "which", "while", "whom", "whose", "will", "with",
    "within", "without", "would", "year", "years", "your", "month", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "people", "police", "troops", "forces", "force", "soldiers", "officials", "official", "officers",
    "government", "army", "military", "ministry", "minister", "president", "country", "countries", "group", "groups", "state",
    "states", "city", "town", "village", "area", "areas", "security", "region", "district", "province", "leader", "leaders",
    "capital",
};

static bool is_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80; }
static unsigned char small(unsigned char c) { return c >= 'A' && c <= 'Z' ? (unsigned char)(c + 32) : c; }

static bool has_capital(str word) { return small((unsigned char)word.ptr[0]) != (unsigned char)word.ptr[0] || (unsigned char)word.ptr[0] >= 0x80; }

/* Cuts the next run of letters off the front of *rest. */
static bool next_word(str *rest, str *word)
{
    uint32_t at = 0, end;
    while (at < rest->len && !is_letter((unsigned char)rest->ptr[at])) at++;
    for (end = at; end < rest->len && is_letter((unsigned char)rest->ptr[end]);) end++;
    *word = str_slice(*rest, at, end);
    *rest = str_slice(*rest, end, rest->len);
    return word->len > 0;
}

static uint32_t stem(str word)
{
    uint32_t h = 2166136261u;
    if (word.len > LEAST && str_ends(word, S("s"))) word.len--;
    for (uint32_t i = 0; i < word.len && i < STEM; i++) h = (h ^ small((unsigned char)word.ptr[i])) * 16777619u;
    return h;
}

static bool is_empty(str word)
{
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++)
        if (str_eq_fold(word, str_of(empty[i]))) return true;
    return false;
}

static bool has(const told_words *w, uint32_t stem_of)
{
    for (uint32_t i = 0; i < w->n; i++)
        if (w->at[i] == stem_of) return true;
    return false;
}

void words_of(told_words *out, str text)
{
    out->n = 0;
    for (str word; out->n < TOLD_WORDS && next_word(&text, &word);)
        if (word.len >= LEAST && !is_empty(word) && !has(out, stem(word))) out->at[out->n++] = stem(word);
}

uint32_t words_name(uint32_t out[TOLD_NAME], str name)
{
    uint32_t n = 0;
    for (str word; next_word(&name, &word);) {
        if (word.len < 2 || !has_capital(word)) continue;
        if (n == TOLD_NAME) memmove(out, out + 1, --n * sizeof *out); /* the last ones tell most */
        out[n++] = stem(word);
    }
    return n;
}

static void drop(told_words *from, uint32_t gone)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < from->n; i++)
        if (from->at[i] != gone) from->at[n++] = from->at[i];
    from->n = n;
}

void words_drop(told_words *from, str text)
{
    for (str word; next_word(&text, &word);)
        if (has_capital(word)) drop(from, stem(word));
}

void words_drop_all(told_words *from, const told_words *gone)
{
    for (uint32_t i = 0; i < gone->n; i++) drop(from, gone->at[i]);
}

uint32_t words_shared(const told_words *a, const told_words *b)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < a->n; i++) n += has(b, a->at[i]);
    return n;
}

/* The same first four letters, or all of a shorter word. */
bool words_akin(str a, str b)
{
    str x, y;
    if (!next_word(&a, &x) || !next_word(&b, &y)) return false;
    return str_eq_fold(str_slice(x, 0, LEAST), str_slice(y, 0, LEAST));
}
