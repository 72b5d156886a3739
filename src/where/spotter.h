/* where/spotter.h: what the files that find names share: toponym.c, and
 * around.c, which looks at the words that stand around a name. */
#ifndef DATELINE_SPOTTER_H
#define DATELINE_SPOTTER_H
#include "base/utf8.h"
#include "where/toponym.h"

typedef enum trust { TRUST_NONE, TRUST_WEAK, TRUST_STRONG /* though a person may be called so */ } trust;

typedef struct spotter {
    const doc   *d;
    const atlas *a;
    mentions    *out;
    map          trusted;                 /* folded names that stand as places somewhere: a trust */
    map          persons;                 /* words of names of persons, as written; 2: a last one */
} spotter;

static inline const token *tok(const spotter *s, uint32_t i) { return &s->d->tokens.at[i]; }

static inline bool is_word(const spotter *s, uint32_t i, uint32_t classes)
{
    return i < s->d->tokens.n && (atlas_word(s->a, tok(s, i)->lower) & classes) != 0;
}

static inline bool is_text(const spotter *s, uint32_t i, const char *text)
{
    return i < s->d->tokens.n && str_is(tok(s, i)->lower, text);
}

static inline bool is_capital(const spotter *s, uint32_t i)
{
    uint32_t cp = 0;
    if (i >= s->d->tokens.n || tok(s, i)->text.len == 0) return false;
    utf8_next(tok(s, i)->text.ptr, tok(s, i)->text.ptr + tok(s, i)->text.len, &cp);
    return utf8_is_upper(cp);
}

static inline bool same_sentence(const spotter *s, uint32_t i, uint32_t k)
{
    return i < s->d->tokens.n && k < s->d->tokens.n && tok(s, i)->sent == tok(s, k)->sent;
}

static inline str words(const spotter *s, range r) { return doc_words(s->d, r); }

static inline bool known(const spotter *s, range r)
{
    return r.first < r.end && r.end - r.first <= 8 && atlas_has(s->a, s->d->mem, words(s, r));
}

static inline trust trust_in(const spotter *s, range r)
{
    str key = gazetteer_fold(s->d->mem, words(s, r));
    return key.len ? (trust)map_get(&s->trusted, key, TRUST_NONE) : TRUST_NONE;
}

static inline bool is_trusted(const spotter *s, range r) { return trust_in(s, r) != TRUST_NONE; }

static inline bool is_dash(const spotter *s, uint32_t i) { return is_text(s, i, "-") || is_text(s, i, "–"); }

/* ---- around.c: of the name in tokens r ------------------------------------ */
bool around_before_region(const spotter *s, range r); /* "X, Texas", "X, Ont." */
bool around_opens_paragraph(const spotter *s, range r); /* "GORIS, Armenia (AP) -" */
bool around_has_place_word(const spotter *s, range r); /* "X province", "a X man", "Senator Lee, R-X" */
bool around_after_preposition(const spotter *s, range r); /* "in X", "near X", "shelled X" */
bool around_beside_place(const spotter *s, range r); /* "Goma and X" */
bool around_is_shouted(const spotter *s, range r); /* all in capitals, as datelines are */
bool around_is_abbreviation(const spotter *s, uint32_t i); /* token i: "Calif." */
bool around_stands_as_place(const spotter *s, range r); /* any of these */
bool around_is_surname(const spotter *s, range r); /* the last word of a full name, and no place beyond doubt */
bool around_is_person(const spotter *s, range r); /* after a title, or a word of a person's name that is no trusted place */
bool around_is_never(const spotter *s, range r); /* also a place's name, but hardly ever meant so */
bool around_is_numbered_road(const spotter *s, range r); /* "Highway 19" */
bool around_names_country(const spotter *s, range r); /* a country's name */
#endif
