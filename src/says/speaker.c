/* speaker.c: who speaks where a mark stands for the verb?
 *
 *     Bill Clinton: ‘She is better prepared’        headlines
 *     TAPPER: And what did he say?                  transcripts
 *     “It was a sad day.” — Maria Lopez             opinions */
#include "says/parts.h"
#include "parse/tree.h"

#define MAX_NAME 14       /* tokens before the colon */
#define MAX_SEARCH 2000   /* tokens of the article looked at for a name */

static const token *tok(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

/* A capital that the tagger took for a common noun: a name if the article has
 * it as one elsewhere. */
static bool is_name_elsewhere(const doc *d, uint32_t i)
{
    const token *t = tok(d, i);
    if (t->pos != POS_NOUN || t->text.len < 2 || t->text.ptr[0] < 'A' || t->text.ptr[0] > 'Z') return false;
    if (t->ent == ENT_PERSON) return true;
    for (uint32_t k = 0; k < d->tokens.n && k < MAX_SEARCH; k++)
        if (tok(d, k)->pos == POS_PROPN && tok(d, k)->ent != ENT_NONE && str_eq(tok(d, k)->text, t->text)) return true;
    return false;
}

static bool is_name(const doc *d, const says *rules, uint32_t i)
{
    const token *t = tok(d, i);
    if (map_get(&rules->labels, t->lower, 0)) return false;
    if (map_get(&rules->speakers, t->lower, 0) || is_name_elsewhere(d, i)) return true;
    if (t->pos != POS_PROPN) return false;
    return t->ent == ENT_PERSON || t->ent == ENT_ORG || t->ent == ENT_NONE || t->ent == ENT_NORP;
}

/* The colon after a name at the start of a paragraph, or NONE. */
static uint32_t colon_after(const doc *d, range para)
{
    for (uint32_t i = para.first; i < para.end && i < para.first + MAX_NAME; i++) {
        const token *t = tok(d, i);
        if (str_is(t->text, ":")) return i;
        if (t->pos == POS_PUNCT && !str_is(t->text, ",") && !str_is(t->text, "(") && !str_is(t->text, ")") && !str_is(t->text, ".") && i > para.first)
            return NONE;
    }
    return NONE;
}

static bool has_verb(const doc *d, range r)
{
    for (uint32_t i = r.first; i < r.end; i++)
        if (tok(d, i)->pos == POS_VERB || tok(d, i)->pos == POS_AUX) return true;
    return false;
}

/* The name that begins at `first`, ended by what is no name. */
static range leading_name(const doc *d, const says *rules, range r)
{
    range name = {r.first, r.first};
    while (name.end < r.end && is_name(d, rules, name.end)) name.end++;
    return name;
}

static uint32_t head_of_name(const doc *d, range r)
{
    uint32_t h = r.end - 1;
    for (uint32_t i = r.first; i < r.end; i++)
        if (!range_has(r, tok(d, i)->head) && tok(d, i)->pos != POS_PUNCT) return i;
    return h;
}

static bool colon_claim(const doc *d, const says *rules, const quote_map *m, range para, spoken *out)
{
    uint32_t colon = colon_after(d, para);
    if (colon == NONE || colon + 2 >= para.end) return false;
    range before = {quote_is_mark(tok(d, para.first)) ? para.first + 1 : para.first, colon};
    if (before.first >= before.end) return false;
    uint32_t q = m->opens[colon + 1];
    range name = leading_name(d, rules, before);
    bool all = !has_verb(d, before) && before.end - before.first <= 8 && is_name(d, rules, head_of_name(d, before));
    if (all) name = before;
    else if (q == NONE || name.first == name.end) return false;
    bool known = map_get(&rules->speakers, tok(d, head_of_name(d, name))->lower, 0);
    if (q == NONE && !known && !has_verb(d, (range){colon + 1, para.end})) return false;
    range said = q == NONE ? (range){colon + 1, para.end} : quote_outer(d, q);
    *out = (spoken){colon, name, head_of_name(d, name), said};
    return true;
}

static bool is_dash(str t) { return str_is(t, "-") || str_is(t, "—") || str_is(t, "–") || str_is(t, "―") || str_is(t, "--"); }

/* "“…” — Maria Lopez" at the end of a paragraph. */
static bool dash_claim(const doc *d, const says *rules, const quote_map *m, range para, spoken *out)
{
    uint32_t low = para.end > para.first + MAX_NAME ? para.end - MAX_NAME : para.first + 1;
    for (uint32_t i = para.end; i-- > low;) {
        if (!is_dash(tok(d, i)->text) || m->closes[i - 1] == NONE || i + 1 >= para.end) continue;
        range name = {i + 1, para.end};
        if (has_verb(d, name) || !is_name(d, rules, i + 1)) return false;
        uint32_t q = m->closes[i - 1];
        *out = (spoken){i, range_trim(d, name), head_of_name(d, range_trim(d, name)), quote_outer(d, q)};
        return true;
    }
    return false;
}

bool speaker_of_paragraph(const doc *d, const says *rules, const quote_map *m, range para, spoken *out)
{
    if (para.end - para.first < 3 || !rules->mark) return false;
    return colon_claim(d, rules, m, para, out) || dash_claim(d, rules, m, para, out);
}
