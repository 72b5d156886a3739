/* around.c: do the words around a name say that it is a place, or that it is none? */
#include "where/spotter.h"

static bool ends_person(const spotter *s, uint32_t i) { return tok(s, i)->ent == ENT_PERSON && tok(s, i)->iob != 'O'; }

/* "the town of X", "the airport of X", "Ann Lee, 22, of X", "Ann Lee of X" */
static bool after_of(const spotter *s, uint32_t of)
{
    if (of == 0 || !same_sentence(s, of - 1, of)) return false;
    return is_word(s, of - 1, WORD_BEHIND | WORD_SETTLEMENT | WORD_SITE) || ends_person(s, of - 1) ||
           (is_text(s, of - 1, ",") && of > 1 && (tok(s, of - 2)->pos == POS_NUM || ends_person(s, of - 2)));
}

/* "shelled X", "the attack on X": what places often suffer. */
static bool after_act(const spotter *s, uint32_t i)
{
    if (is_text(s, i, "on") && i > 0) return tok(s, i - 1)->pos == POS_NOUN && (atlas_word(s->a, tok(s, i - 1)->lemma) & WORD_ACT) != 0;
    return tok(s, i)->pos == POS_VERB && (atlas_word(s->a, tok(s, i)->lemma) & WORD_ACT) != 0;
}

/* "in X", "near X", "shelled X" and the like. */
bool around_after_preposition(const spotter *s, range r)
{
    uint32_t i = r.first;
    while (i > 0 && same_sentence(s, i - 1, r.first) && (is_text(s, i - 1, "the") || is_word(s, i - 1, WORD_SIDE))) i--;
    if (i == 0 || !same_sentence(s, i - 1, r.first)) return false;
    return is_text(s, i - 1, "of") ? after_of(s, i - 1) : is_word(s, i - 1, WORD_BEFORE) || after_act(s, i - 1);
}

/* "Goma and X", "Goma, X": the word before the last is a place's. */
bool around_beside_place(const spotter *s, range r)
{
    if (s->out->n == 0 || r.first == 0 || !same_sentence(s, r.first - 1, r.first)) return false;
    const mention *last = &s->out->at[s->out->n - 1];
    return last->tok.end + 1 == r.first && last->look.len && !last->inside && !last->pending &&
           (is_text(s, r.first - 1, "and") || is_text(s, r.first - 1, ",") || is_text(s, r.first - 1, "or"));
}

/* "X province", "a X man", "X police"; "Senator Lee, R-X" */
bool around_has_place_word(const spotter *s, range r)
{
    if (r.first > 1 && is_text(s, r.first - 1, "-") && tok(s, r.first - 2)->text.len == 1 && is_capital(s, r.first - 2)) return true;
    return same_sentence(s, r.first, r.end) && !is_capital(s, r.end) && is_word(s, r.end, WORD_FOLK | WORD_BEHIND);
}

bool around_is_abbreviation(const spotter *s, uint32_t i)
{
    candidate c;
    bool behind;
    return i < s->d->tokens.n && atlas_abbreviation(s->a, tok(s, i)->text, &c, &behind);
}

/* "X, Texas", "X, Ont." */
bool around_before_region(const spotter *s, range r)
{
    uint32_t i = r.end + 1;
    if (!is_text(s, r.end, ",") || !same_sentence(s, r.first, i)) return false;
    return around_is_abbreviation(s, i) || (tok(s, i)->ent == ENT_GPE && tok(s, i)->iob == 'B' && is_capital(s, i));
}

/* All in capitals, as datelines are. */
bool around_is_shouted(const spotter *s, range r)
{
    str w = words(s, r);
    for (uint32_t i = 0; i < w.len; i++)
        if (w.ptr[i] >= 'a' && w.ptr[i] <= 'z') return false;
    return w.len > 2;
}

/* "GORIS, Armenia (AP) -" at the beginning of a paragraph. */
bool around_opens_paragraph(const spotter *s, range r)
{
    uint32_t start = tok(s, r.first)->start;
    bool dash = is_text(s, r.end, "-") || is_text(s, r.end, "--") || is_text(s, r.end, "—") || is_text(s, r.end, "–");
    if (dash && around_is_shouted(s, r) && (r.first == 0 || !same_sentence(s, r.first - 1, r.first))) return true;
    if (start && s->d->text.ptr[start - 1] != '\n') return false;
    return dash || is_text(s, r.end, ",") || is_text(s, r.end, "(") || is_text(s, r.end, ":");
}

bool around_names_country(const spotter *s, range r)
{
    candidates c = {0};
    atlas_find(s->a, s->d->mem, words(s, r), &c);
    return c.n && c.at[0].level == LEVEL_COUNTRY;
}

/* "Armenia-Azerbaijan": countries joined. */
static bool is_joined(const spotter *s, range r)
{
    if (!around_names_country(s, r)) return false;
    if (r.first > 1 && is_dash(s, r.first - 1) && around_names_country(s, (range){r.first - 2, r.first - 1})) return true;
    return is_dash(s, r.end) && r.end + 1 < s->d->tokens.n && around_names_country(s, (range){r.end + 1, r.end + 2});
}

bool around_stands_as_place(const spotter *s, range r)
{
    return is_joined(s, r) || around_after_preposition(s, r) || around_before_region(s, r) || around_opens_paragraph(s, r) ||
           around_beside_place(s, r) || around_has_place_word(s, r);
}

/* The last word of a person's full name, and no place beyond doubt. */
bool around_is_surname(const spotter *s, range r)
{
    return r.end - r.first == 1 && map_get(&s->persons, tok(s, r.first)->text, 0) > 1 && trust_in(s, r) < TRUST_STRONG;
}

bool around_is_person(const spotter *s, range r)
{
    if (r.first > 0 && is_word(s, r.first - 1, WORD_TITLE)) return true;
    bool named = r.end - r.first == 1 && map_get(&s->persons, tok(s, r.first)->text, 0);
    return around_is_surname(s, r) || (named && !is_trusted(s, r));
}

/* "Canadian" is a town too. */
static bool is_people(const spotter *s, range r)
{
    candidate home;
    return r.end - r.first == 1 && atlas_people(s->a, tok(s, r.first)->text, &home) && !around_names_country(s, r);
}

/* "City", "Central", "May": words that are names of small places too, and hardly ever meant so. */
bool around_is_never(const spotter *s, range r)
{
    if (r.end - r.first == 2) {
        str both = str_printf(s->d->mem, STR_FMT "_" STR_FMT, STR_ARG(tok(s, r.first)->lower), STR_ARG(tok(s, r.first + 1)->lower));
        if (atlas_word(s->a, both) & WORD_NEVER) return true;
    }
    if (r.end - r.first != 1) return false;
    if (is_people(s, r) && !around_before_region(s, r)) return true;
    return is_word(s, r.first, WORD_NEVER | WORD_BEHIND | WORD_FRONT | WORD_SIDE | WORD_BODY) || tok(s, r.first)->text.len < 3;
}

/* "Highway 19", "Exit 6" */
bool around_is_numbered_road(const spotter *s, range r)
{
    return r.end - r.first > 1 && is_word(s, r.first, WORD_ROAD) && tok(s, r.end - 1)->pos == POS_NUM;
}
