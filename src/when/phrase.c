/* when/phrase.c: where does a phrase of the grammar stand, and what does it hold?
 *
 * Each phrase is a line of pieces; a walk along it takes atoms, longest words
 * first, optional pieces before leaving them out.  Of phrases whose first
 * bracket begins at one atom the one whose brackets reach furthest wins, then
 * the one that took more words around them, then the first in the file. */
#include "when/when_internal.h"

typedef struct walk {
    const grammar *g;
    const atoms *a;
    const doc *d;
    const uint32_t *token_at;
    match    m;
    uint32_t n_spans;
} walk;

/* ---- words and numbers ------------------------------------------------ */
/* Atoms that an entry takes at i, 0 if it does not stand there. */
static uint32_t entry_length(const entry *e, const atoms *a, uint32_t i)
{
    if (i + e->n_words > a->n || (e->capital && !a->at[i].capital))
        return 0;
    for (uint32_t k = 0; k < e->n_words; k++)
        if (a->at[i + k].word != e->word[k])
            return 0;
    return e->n_words;
}

/* The longest entry of `class` at i: its value in *out. */
static uint32_t class_length(const grammar *g, const atoms *a, uint32_t i, uint32_t class, int32_t *out)
{
    uint32_t best = 0;
    if (i >= a->n || a->at[i].word == NONE)
        return 0;
    const numbers *list = &g->entries_of[a->at[i].word];
    for (uint32_t k = 0; k < list->n; k++) {
        const entry *e = &g->entries.at[list->at[k]];
        uint32_t n = e->class == class ? entry_length(e, a, i) : 0;
        if (n && e->dot && i + n < a->n && a->at[i + n].glued && a->at[i + n].word == g->dot)
            n++;
        if (n > best) {
            best = n;
            *out = e->value;
        }
    }
    return best;
}

static bool is_mark(const atoms *a, uint32_t i, uint32_t mark)
{
    return i < a->n && a->at[i].kind == ATOM_MARK && a->at[i].word == mark;
}

/* "two hundred and fifty thousand", "twenty-five": whole numbers in words. */
static uint32_t cardinal(const grammar *g, const atoms *a, uint32_t i, int64_t *out)
{
    int64_t total = 0, group = 0;
    int32_t value = 0;
    uint32_t end = i;
    for (uint32_t at = i, n; (n = class_length(g, a, at, g->class_cardinal, &value)) != 0;) {
        if (end > i && (a->at[at].word == g->a || a->at[at].word == g->an))
            break;                                       /* "a million a year" */
        if (end > i && value < 100 && (group % 10 || (group % 100 && value > 9)))
            break;                                       /* "ten" "fifteen": two numbers */
        group = value == 100 ? (group ? group : 1) * 100 : value >= 1000 ? group : group + value;
        if (value >= 1000) {
            total += (group ? group : 1) * value;
            group = 0;
        }
        end = at + n;
        at = end;
        if (is_mark(a, at, g->dash) && at + 1 < a->n && a->at[at + 1].glued)
            at++;
        else if (at < a->n && a->at[at].word == g->and && (value == 100 || value >= 1000))
            at++;
    }
    *out = total + group;
    return end - i;
}

static bool is_digits(const atoms *a, uint32_t i, int32_t n)
{
    return i < a->n && a->at[i].kind == ATOM_NUMBER && !a->at[i].grouped && a->at[i].hundredths == n * 100;
}

/* " 1/2" or " and a half" behind a number. */
static uint32_t half_length(const grammar *g, const atoms *a, uint32_t i)
{
    if (is_digits(a, i, 1) && is_mark(a, i + 1, g->slash) && is_digits(a, i + 2, 2))
        return 3;
    for (uint32_t at = i; at < a->n && at < i + 6; at++) {
        if (a->at[at].word == g->half)
            return at > i ? at + 1 - i : 0;
        if (a->at[at].word != g->and && a->at[at].word != g->a && !is_mark(a, at, g->dash))
            return 0;
    }
    return 0;
}

static uint32_t any_number(const grammar *g, const atoms *a, uint32_t i, int32_t *out)
{
    int32_t value = 0;
    uint32_t n = class_length(g, a, i, g->class_vague, &value);
    if (n)
        return *out = value, n;
    int64_t whole = 0, scale = 1;
    int64_t hundredths;
    if (a->at[i].kind == ATOM_NUMBER) {
        hundredths = a->at[i].hundredths;
        n = 1;
    } else {
        n = cardinal(g, a, i, &whole);
        hundredths = whole * 100;
    }
    if (!n || hundredths < 0)
        return 0;
    uint32_t more = half_length(g, a, i + n);
    if (more) {
        hundredths += 50;
        n += more;
    }
    more = class_length(g, a, i + n, g->class_cardinal, &value);
    if (a->at[i].kind == ATOM_NUMBER && more && value >= 100) {
        scale = value;
        n += more;
    }
    if (hundredths * scale > INT32_MAX / 2)
        return 0;
    return *out = (int32_t)(hundredths * scale), n;
}

/* "14th", "first", "twenty-first" */
static uint32_t nth(const grammar *g, const atoms *a, uint32_t i, int32_t *out)
{
    const atom *at = &a->at[i];
    if (at->kind == ATOM_NUMBER) {
        bool suffix = i + 1 < a->n && a->at[i + 1].glued && a->at[i + 1].word != NONE &&
                      (a->at[i + 1].word == g->th || a->at[i + 1].word == g->st || a->at[i + 1].word == g->nd || a->at[i + 1].word == g->rd);
        return *out = at->hundredths / 100, suffix && !at->grouped && at->digits <= 4 ? 2 : 0;
    }
    int32_t tens = 0;
    uint32_t n = class_length(g, a, i, g->class_cardinal, &tens), more = 0;
    if (n && tens >= 20 && tens <= 90) {
        uint32_t next = i + n + is_mark(a, i + n, g->dash);
        more = next < a->n ? class_length(g, a, next, g->class_ordinal, out) : 0;
        if (more && *out < 10)
            return *out += tens, next + more - i;
    }
    return class_length(g, a, i, g->class_ordinal, out);
}

/* "2003", or as spoken: "nineteen eighty-four" */
static uint32_t year(const grammar *g, const atoms *a, uint32_t i, int32_t *out)
{
    const atom *at = &a->at[i];
    if (at->kind == ATOM_NUMBER)
        return *out = at->hundredths / 100, !at->grouped && at->digits == 4 && *out >= 1000 && *out <= 2199;
    int32_t hundreds = 0;
    int64_t rest = 0;
    uint32_t n = class_length(g, a, i, g->class_cardinal, &hundreds);
    if (!n || hundreds < 13 || hundreds > 20 || i + n >= a->n || is_mark(a, i + n, g->dash))
        return 0;
    uint32_t more = cardinal(g, a, i + n, &rest);
    if (!more || rest < 10 || rest > 99)
        return 0;
    return *out = hundreds * 100 + (int32_t)rest, n + more;
}

static uint32_t small(const atoms *a, uint32_t i, int32_t *out, uint32_t digits, int32_t low, int32_t high)
{
    const atom *at = &a->at[i];
    *out = at->hundredths / 100;
    return at->kind == ATOM_NUMBER && !at->grouped && at->digits <= digits && *out >= low && *out <= high;
}

uint32_t phrase_number(const grammar *g, const atoms *a, uint32_t i, number_class class, int32_t *out)
{
    if (i >= a->n)
        return 0;
    switch (class) {
    case CLASS_number: return any_number(g, a, i, out);
    case CLASS_year:   return year(g, a, i, out);
    case CLASS_yy:     return a->at[i].digits == 2 ? small(a, i, out, 2, 0, 99) : 0;
    case CLASS_day:    return small(a, i, out, 2, 1, 31);
    case CLASS_mm:     return small(a, i, out, 2, 1, 12);
    case CLASS_nth:    return nth(g, a, i, out);
    case CLASS_hour:   return small(a, i, out, 2, 0, 24);
    case CLASS_sixty:  return a->at[i].digits == 2 ? small(a, i, out, 2, 0, 59) : 0;
    case CLASS_decade: return small(a, i, out, 4, 10, 2190) && *out % 10 == 0 && a->at[i].digits % 2 == 0;
    case CLASS_any:    return small(a, i, out, 4, 1, 9999);
    case CLASS_N:      break;
    }
    return 0;
}

/* ---- the walk --------------------------------------------------------- */
static bool step(walk *w, const phrase *p, uint32_t piece_at, uint32_t at);

static bool step_class(walk *w, const phrase *p, uint32_t k, uint32_t at)
{
    const piece *q = &p->piece[k];
    bool side = q->slot == SLOT_side && w->n_spans < MAX_SPANS;
    int32_t *to = side ? &w->m.side[w->n_spans] : &w->m.slots.at[q->slot];
    int32_t value = 0, old = *to;
    uint32_t n = q->class < CLASS_N ? phrase_number(w->g, w->a, at, (number_class)q->class, &value)
                                    : class_length(w->g, w->a, at, q->class, &value);
    if (!n)
        return false;
    *to = value;
    if (step(w, p, k + 1, at + n))
        return true;
    *to = old;
    return false;
}

static bool step_word(walk *w, const phrase *p, uint32_t k, uint32_t at)
{
    const piece *q = &p->piece[k];
    for (uint32_t i = 0; i < q->n_words; i++)
        if (w->a->at[at].word == q->word[i])
            return step(w, p, k + 1, at + 1);
    return false;
}

static bool step_bracket(walk *w, const phrase *p, uint32_t k, uint32_t at)
{
    uint32_t n = w->n_spans;
    if (n >= MAX_SPANS)
        return false;
    if (p->piece[k].kind == PIECE_OPEN)
        w->m.span[n].first = at;
    else
        w->m.span[w->n_spans++].end = at;
    if (step(w, p, k + 1, at))
        return true;
    w->n_spans = n;
    return false;
}

static bool step(walk *w, const phrase *p, uint32_t k, uint32_t at)
{
    if (k == p->n_pieces)
        return w->m.end = at, true;
    const piece *q = &p->piece[k];
    if (q->kind == PIECE_OPEN || q->kind == PIECE_CLOSE)
        return step_bracket(w, p, k, at);
    bool here = at < w->a->n && (!q->glued || w->a->at[at].glued);
    if (here && (q->kind == PIECE_CLASS ? step_class(w, p, k, at) : step_word(w, p, k, at)))
        return true;
    return q->optional && step(w, p, k + 1, at);
}

/* ---- may it stand here? ----------------------------------------------- */
static bool solid(const atom *a) { return a->kind != ATOM_MARK; }

/* Does a number begin inside something else: "F-105", "$2000", "v1.2003"? */
static bool number_begins_badly(const walk *w, uint32_t i)
{
    const grammar *g = w->g;
    const atom *a = w->a->at;
    if (a[i].kind != ATOM_NUMBER || i == 0)
        return false;
    int32_t value;
    if (class_length(g, w->a, i - 1, g->class_currency, &value))
        return true;
    if (!a[i].glued)
        return false;
    if (is_mark(w->a, i - 1, g->dot) || is_mark(w->a, i - 1, g->slash))
        return a[i - 1].glued;
    if (!is_mark(w->a, i - 1, g->dash) || !a[i - 1].glued || i < 2)
        return false;
    if (a[i - 2].kind == ATOM_NUMBER)
        return a[i - 2].digits == 3 || a[i - 2].digits > 4 || /* "461-1776", "1087-1101" of pages */
               (a[i - 2].digits == 4 && (a[i - 2].hundredths < 150000 || a[i - 2].hundredths > 205000));
    return a[i - 2].kind == ATOM_WORD && !class_length(g, w->a, i - 2, g->class_prefix, &value);
}

static bool ends_badly(const walk *w, uint32_t end)
{
    const atom *a = w->a->at;
    int32_t value;
    if (end >= w->a->n || !a[end].glued)
        return false;
    if (solid(&a[end]))
        return solid(&a[end - 1]);
    if (a[end - 1].kind != ATOM_NUMBER || end + 1 >= w->a->n || !a[end + 1].glued)
        return false;
    return is_mark(w->a, end, w->g->dash) && class_length(w->g, w->a, end + 1, w->g->class_unit, &value);
}

/* The part of speech behind the phrase. */
static const token *token_behind(const walk *w)
{
    uint32_t end = w->m.end, t = end < w->a->n ? w->token_at[end] : NONE;
    return t == NONE ? NULL : &w->d->tokens.at[t];
}

/* A round or odd number before a plural noun counts things: "2000 soldiers";
 * one below 1500 or above 2050 is a year only behind a word that leads to years. */
static bool is_counting(const walk *w)
{
    int32_t y = w->m.slots.at[SLOT_year], value;
    uint32_t first = w->m.span[0].first;
    const token *t = token_behind(w);
    if (y != UNSET && w->m.slots.at[SLOT_era] == UNSET && (y < 1500 || y > 2050) && w->a->at[first].kind == ATOM_NUMBER &&
        (first == 0 || !class_length(w->g, w->a, first - 1, w->g->class_year_before, &value)))
        return true;
    return t && t->tag == TAG_NNS && (y == UNSET || y % 100 == 0 || y < 1800 || y > 2040);
}

static bool next_is_noun(const walk *w)
{
    const token *t = token_behind(w);
    return t && (t->pos == POS_NOUN || t->pos == POS_PROPN || t->pos == POS_ADJ || t->pos == POS_DET || t->pos == POS_PRON ||
                 t->pos == POS_NUM || t->tag == TAG_VBG);
}

/* A word of a longer name that is none of a time: "the Summer Institute of Linguistics". */
static bool is_in_name(const walk *w)
{
    uint32_t at = w->m.span[0].first;
    while (at + 1 < w->m.span[0].end && !w->a->at[at].capital)
        at++;
    uint32_t t = w->token_at[at], end = w->m.end < w->a->n ? w->token_at[w->m.end] : NONE;
    if (t == NONE)
        return false;
    const token *in = &w->d->tokens.at[t];
    bool longer = in->iob == 'I' || (end != NONE && w->d->tokens.at[end].iob == 'I');
    switch (in->ent) {
    case ENT_PERSON:
        return w->a->at[at].capital;      /* "May told the house" */
    case ENT_ORG: case ENT_EVENT: case ENT_FAC: case ENT_WORK_OF_ART: case ENT_LAW: case ENT_PRODUCT:
        return longer && w->a->at[at].capital;
    default:
        return false;
    }
}

/* "May told the house": a month may be the subject of "was", but does nothing. */
static bool is_doer(const doc *d, uint32_t i)
{
    if (i == NONE)
        return false;
    const token *t = &d->tokens.at[i];
    return (t->dep == DEP_nsubj || t->dep == DEP_aux) && d->tokens.at[t->head].pos == POS_VERB;
}

static bool guard_holds(const walk *w, const guard *g)
{
    int32_t value;
    uint32_t t = w->token_at[w->m.span[0].first];
    switch (g->kind) {
    case GUARD_NEXT:     return class_length(w->g, w->a, w->m.end, g->class, &value) != 0;
    case GUARD_PREV:     return w->m.first > 0 && class_length(w->g, w->a, w->m.first - 1, g->class, &value) != 0;
    case GUARD_COUNTING: return is_counting(w);
    case GUARD_NEXT_NOUN: return next_is_noun(w);
    case GUARD_IN_NAME:  return is_in_name(w);
    case GUARD_DOER:     return is_doer(w->d, t);
    case GUARD_PAST:     return t != NONE && tense_at(w->d, t) == TENSE_PAST;
    case GUARD_TAG:      return t != NONE && w->d->tokens.at[t].tag == g->tag;
    }
    return false;
}

/* Of wanted guards of one kind one must hold; of unwanted ones none may. */
static bool guards_hold(const walk *w, const phrase *p)
{
    bool asked = false, met = false;
    for (uint32_t i = 0; i < p->n_guards; i++) {
        bool holds = guard_holds(w, &p->guard[i]);
        if (!p->guard[i].wanted && holds)
            return false;
        asked |= p->guard[i].wanted;
        met |= p->guard[i].wanted && holds;
    }
    return !asked || met;
}

static bool may_stand(const walk *w, const phrase *p)
{
    uint32_t first = w->m.span[0].first;
    if (first > 0 && w->a->at[first].glued && solid(&w->a->at[first - 1]) && solid(&w->a->at[first]))
        return false;
    for (uint32_t k = 0; k < w->n_spans; k++)
        if ((k == 0 && number_begins_badly(w, w->m.span[k].first)) || ends_badly(w, w->m.span[k].end))
            return false;
    return guards_hold(w, p);
}

/* ---- all of them ------------------------------------------------------ */
/* Longer wins; then the one that took more words around it; then the earlier in the file. */
static bool is_better(const match *m, const match *old)
{
    if (m->end != old->end)
        return m->end > old->end;
    return m->reach != old->reach ? m->reach > old->reach : m->phrase->order < old->phrase->order;
}

static void try_phrase(walk *w, arena *mem, uint32_t number, uint32_t at, match **best)
{
    const phrase *p = &w->g->phrases.at[number];
    for (uint32_t i = 0; i < SLOT_N; i++)
        w->m.slots.at[i] = UNSET;
    memset(w->m.span, 0, sizeof w->m.span);
    for (uint32_t i = 0; i < MAX_SPANS; i++)
        w->m.side[i] = UNSET;
    w->n_spans = 0;
    w->m.first = at;
    w->m.phrase = p;
    if (!step(w, p, 0, at) || !w->n_spans || w->m.span[0].first == w->m.span[0].end || !may_stand(w, p))
        return;
    w->m.reach = w->m.end - w->m.first;
    w->m.first = w->m.span[0].first;
    w->m.end = w->m.span[w->n_spans - 1].end;
    match *old = best[w->m.first];
    if (old && !is_better(&w->m, old))
        return;
    if (!old)
        best[w->m.first] = old = arena_new_of(mem, match);
    *old = w->m;
}

static void try_list(walk *w, arena *mem, const numbers *list, uint32_t at, match **best)
{
    for (uint32_t i = 0; i < list->n; i++)
        try_phrase(w, mem, list->at[i], at, best);
}

static void try_at(walk *w, arena *mem, uint32_t at, match **best)
{
    const grammar *g = w->g;
    const atom *a = &w->a->at[at];
    int32_t value;
    if (a->word == NONE && a->kind != ATOM_NUMBER)
        return;
    for (uint32_t c = 0; c < CLASS_N; c++)
        if (g->starts_class[c].n && phrase_number(g, w->a, at, (number_class)c, &value))
            try_list(w, mem, &g->starts_class[c], at, best);
    if (a->word == NONE)
        return;
    try_list(w, mem, &g->starts_word[a->word], at, best);
    const numbers *entries = &g->entries_of[a->word];
    for (uint32_t i = 0; i < entries->n; i++)
        try_list(w, mem, &g->starts_class[g->entries.at[entries->at[i]].class], at, best);
}

matches phrase_find(arena *mem, const grammar *g, const atoms *a, const doc *d, const uint32_t *token_at)
{
    matches found = {0};
    walk w = {.g = g, .a = a, .d = d, .token_at = token_at};
    match **best = arena_array_of(mem, match *, a->n + 1);
    for (uint32_t i = 0; i < a->n; i++)
        try_at(&w, mem, i, best);
    for (uint32_t i = 0; i < a->n; i++)
        if (best[i]) {
            array_push(mem, found, best[i]);
            i = best[i]->end - 1;
        }
    return found;
}
