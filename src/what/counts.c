/* counts.c: numbers told of an act: killed, injured, detained, displaced ... */
#include "parse/tree.h"
#include "what/what_internal.h"

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

typedef struct kind_word { const char *lemma, *what; } kind_word;
static const kind_word kinds[] = {
    {"kill", "killed"}, {"murder", "killed"}, {"massacre", "killed"}, {"execute", "killed"}, {"die", "killed"}, {"dead", "killed"},
    {"death", "killed"}, {"injure", "injured"}, {"wound", "injured"}, {"hurt", "injured"}, {"arrest", "detained"}, {"detain", "detained"},
    {"jail", "detained"}, {"imprison", "detained"}, {"abduct", "abducted"}, {"kidnap", "abducted"}, {"displace", "displaced"},
    {"evacuate", "displaced"}, {"flee", "displaced"}, {"release", "released"}, {"free", "released"}, {"deport", "deported"},
    {"expel", "expelled"}, {"march", "participants"}, {"rally", "participants"}, {"protest", "participants"}, {"gather", "participants"},
    {"demonstrate", "participants"}, {"deploy", "troops"}, {"capture", "captured"}};

static const char *kind_of(const doc *d, uint32_t i)
{
    str lemma = frame_lemma(d, i);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        if (str_is(lemma, kinds[k].lemma)) return kinds[k].what;
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

static bound bound_before(const doc *d, uint32_t first)
{
    for (uint32_t i = first, k = 0; i-- > 0 && k < 3 && at(d, i)->pos != POS_NOUN && at(d, i)->pos != POS_VERB; k++) {
        str w = at(d, i)->lower;
        if (str_is(w, "least") || str_is(w, "over")) return AT_LEAST;
        if (str_is(w, "than")) return is_fewer(d, i) ? AT_MOST : AT_LEAST;
        if (str_is(w, "to") && i > 0 && str_is(at(d, i - 1)->lower, "up")) return AT_MOST;
        if (str_is(w, "most")) return AT_MOST;
    }
    return EXACT;
}

static void add_count(doc *d, event *ev, uint32_t num, const char *told)
{
    range tok;
    long v = value_of(d, num, &tok);
    if (v < 0 || v > 100000000) return;
    for (uint32_t k = 0; k < ev->counts.n; k++)
        if (ev->counts.at[k].what == told || ev->counts.at[k].tok.first == tok.first) return;
    bound b = bound_before(d, tok.first);
    array_push(d->mem, ev->counts, (count){told, b == AT_MOST ? -1 : v, b == AT_LEAST ? -1 : v, doc_words(d, tok), tok});
}

/* The number on a noun: "12 soldiers", or the noun itself in "killing 12". */
static uint32_t number_on(const doc *d, uint32_t noun)
{
    if (noun == NONE) return NONE;
    if (at(d, noun)->pos == POS_NUM) return noun;
    return tree_child(d, noun, DEP_nummod);
}

static void from_word(doc *d, event *ev, uint32_t i)
{
    const char *told = kind_of(d, i);
    if (!told) return;
    frame fr = frame_of(d, i);
    uint32_t people = fr.noun ? frame_prep_object(d, i, S("of")) : fr.object;
    bool own = strcmp(told, "participants") == 0 || str_is(frame_lemma(d, i), "die") || str_is(frame_lemma(d, i), "flee");
    if (own && !fr.noun) people = fr.subject;
    if (str_is(frame_lemma(d, i), "dead")) people = i > 0 && at(d, i - 1)->pos == POS_NUM ? i - 1 : NONE;
    uint32_t num = number_on(d, people);
    if (num != NONE) add_count(d, ev, num, told);
}

/* Words of the event's own clause, and participles that hang on it ("..., killing two"). */
void counts_fill(doc *d, event *ev, uint32_t trigger)
{
    range span = tree_span(d, tree_clause(d, trigger));
    if (span.first + FRAME_REACH < trigger) span.first = trigger - FRAME_REACH;
    if (trigger + FRAME_REACH < span.end) span.end = trigger + FRAME_REACH;
    for (uint32_t i = span.first; i < span.end && ev->counts.n < 6; i++)
        if (i == trigger || tree_clause(d, i) == tree_clause(d, trigger) || at(d, i)->dep == DEP_advcl || at(d, i)->dep == DEP_conj) from_word(d, ev, i);
}
