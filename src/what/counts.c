/* counts.c: numbers told of an act: killed, injured, detained, displaced ... */
#include "parse/tree.h"
#include "what/what_internal.h"

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

static const char *kind_of(const doc *d, const what *w, uint32_t i)
{
    str lemma = frame_lemma(d, i);
    for (uint32_t k = 0; k < w->counts.n; k++)
        if (lexicon_in_class(w, lemma, w->counts.at[k].class_no)) return w->counts.at[k].what;
    return NULL;
}

static long word_number(str w)
{
    static const char *const names[] = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
                                        "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
    static const char *const tens[] = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
    for (long k = 0; k <= 20; k++)
        if (str_is(w, names[k])) return k;
    for (long k = 0; k < 8; k++)
        if (str_is(w, tens[k])) return 20 + 10 * k;
    return str_is(w, "hundred") ? 100 : str_is(w, "thousand") ? 1000 : str_is(w, "million") ? 1000000 : str_is(w, "dozen") ? 12 : -1;
}

/* "12,500" or "twelve"; -1 if it is no number. */
static long number_of(str w)
{
    long v = 0, n = 0;
    for (uint32_t i = 0; i < w.len && n < 12; i++) {
        if (w.ptr[i] == ',') continue;
        if (w.ptr[i] < '0' || w.ptr[i] > '9') return word_number(w);
        v = v * 10 + (w.ptr[i] - '0');
        n++;
    }
    return n ? v : -1;
}

/* "two hundred and five", "3 million", "two dozen": a scale word multiplies what
 * stands before it in its group; thousands and millions end a group. */
static long value_of(const doc *d, uint32_t num, range *tok)
{
    long total = 0, group = 0;
    uint32_t first = num;
    while (first > 0 && num - first < 6 && at(d, first - 1)->head == num && at(d, first - 1)->pos == POS_NUM) first--;
    *tok = (range){first, num + 1};
    for (uint32_t i = first; i <= num; i++) {
        str w = at(d, i)->lower;
        long m = number_of(w);
        if (m < 0 || m > 100000000) return -1; /* "1.5 million": no whole number, so none */
        bool big = str_is(w, "thousand") || str_is(w, "million"), small = str_is(w, "hundred") || str_is(w, "dozen");
        group = big || small ? (group ? group : 1) * m : group + m;
        if (big) total += group, group = 0;
        if (total + group > 100000000) return -1;
    }
    return total + group;
}

typedef enum bound { EXACT, AT_LEAST, AT_MOST } bound;

/* "fewer than", but not "no fewer than". */
static bool is_fewer(const doc *d, uint32_t than)
{
    if (than == 0 || !(str_is(at(d, than - 1)->lower, "fewer") || str_is(at(d, than - 1)->lower, "less"))) return false;
    return than < 2 || !str_is(at(d, than - 2)->lower, "no");
}

static bound bound_before(const doc *d, const what *lexicon, uint32_t first)
{
    for (uint32_t i = first, k = 0; i-- > 0 && k < 3 && at(d, i)->pos != POS_NOUN && at(d, i)->pos != POS_VERB; k++) {
        str w = at(d, i)->lower;
        if (lexicon_is(lexicon, "at-least", w)) return AT_LEAST;
        if (str_is(w, "than")) return is_fewer(d, i) ? AT_MOST : AT_LEAST;
        if (str_is(w, "to") && i > 0 && str_is(at(d, i - 1)->lower, "up")) return AT_MOST;
        if (lexicon_is(lexicon, "at-most", w)) return AT_MOST;
    }
    return EXACT;
}

/* "between 10 and 20", "10 to 20": the number that ends the range, or NONE. */
static uint32_t range_end(const doc *d, uint32_t num)
{
    if (num + 2 >= d->tokens.n || at(d, num + 2)->pos != POS_NUM) return NONE;
    str w = at(d, num + 1)->lower, before = num > 0 ? at(d, num - 1)->lower : (str){"", 0};
    bool between = str_is(w, "and") && str_is(before, "between");
    return between || str_is(w, "to") || str_is(w, "-") || str_is(w, "–") ? num + 2 : NONE;
}

static void add_count(doc *d, const what *w, event *ev, uint32_t num, const char *told)
{
    range tok;
    long v = value_of(d, num, &tok);
    if (v < 0 || v > 100000000) return;
    for (uint32_t k = 0; k < ev->counts.n; k++)
        if (ev->counts.at[k].what == told || ev->counts.at[k].tok.first == tok.first) return;
    bound b = bound_before(d, w, tok.first);
    uint32_t end = range_end(d, num);
    range last;
    long high = end == NONE ? -1 : value_of(d, end, &last);
    if (high > v) {
        tok.end = end + 1;
        array_push(d->mem, ev->counts, (count){told, v, high, doc_words(d, tok), tok});
        return;
    }
    array_push(d->mem, ev->counts, (count){told, b == AT_MOST ? -1 : v, b == AT_LEAST ? -1 : v, doc_words(d, tok), tok});
}

/* The number on a noun: "12 soldiers", or the noun itself in "killing 12". */
static uint32_t number_on(const doc *d, uint32_t noun)
{
    if (noun == NONE) return NONE;
    uint32_t num = at(d, noun)->pos == POS_NUM ? noun : tree_child(d, noun, DEP_nummod);
    return num > 1 && num != NONE && range_end(d, num - 2) == num ? num - 2 : num; /* "10 to 20 men" */
}

/* "14 people dead": the number before the adjective. */
static uint32_t number_before(const doc *d, uint32_t i)
{
    for (uint32_t k = 0; i-- > 0 && k < 3; k++) {
        if (at(d, i)->pos == POS_NUM) return i;
        if (at(d, i)->pos == POS_VERB || at(d, i)->pos == POS_PUNCT) return NONE;
    }
    return NONE;
}

static void from_word(doc *d, const what *w, event *ev, uint32_t i)
{
    const char *told = kind_of(d, w, i);
    if (!told) return;
    frame fr = frame_of(d, i);
    uint32_t people = fr.noun ? frame_prep_object(d, i, S("of")) : fr.object;
    bool own = lexicon_is(w, "counts-its-subject", frame_lemma(d, i));
    if (own && !fr.noun) people = fr.subject;
    uint32_t before = i > 0 && at(d, i - 1)->pos == POS_NUM ? i - 1 : NONE; /* "12 were killed and 30 wounded" */
    uint32_t num = before != NONE && at(d, i)->pos == POS_VERB ? before : number_on(d, people);
    if (at(d, i)->pos == POS_ADJ || at(d, i)->dep == DEP_oprd) num = number_before(d, i);
    if (num != NONE) add_count(d, w, ev, num, told);
}

/* "leaving 14 dead": a word of a participle's clause that hangs on the act's. */
static bool in_participle(const doc *d, uint32_t i, uint32_t clause)
{
    uint32_t verb = tree_clause(d, i);
    return at(d, verb)->dep == DEP_advcl && at(d, verb)->tag == TAG_VBG && at(d, verb)->head == clause;
}

/* Words of the event's own clause, and participles that hang on it ("..., killing two"). */
void counts_fill(doc *d, const what *w, event *ev, uint32_t trigger)
{
    uint32_t clause = tree_clause(d, trigger);
    range span = tree_span(d, clause);
    if (span.first + FRAME_REACH < trigger) span.first = trigger - FRAME_REACH;
    if (trigger + FRAME_REACH < span.end) span.end = trigger + FRAME_REACH;
    for (uint32_t i = span.first; i < span.end && ev->counts.n < 6; i++)
        if (i == trigger || tree_clause(d, i) == clause || at(d, i)->dep == DEP_advcl || at(d, i)->dep == DEP_conj || in_participle(d, i, clause)) from_word(d, w, ev, i);
}
