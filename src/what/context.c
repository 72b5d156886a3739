/* context.c: what an act is about, as its sentence and paragraph tell (PLOVER's
 * contexts).  The entry of the act's word comes first; the lists context-NAME of
 * data/what/contexts.rules add what is talked about around it. */
#include "parse/tree.h"
#include "what/what_internal.h"

#define ENOUGH      3 /* points: a word in the act's own sentence has two, one elsewhere in the paragraph one */
#define MOST        4 /* contexts of one act */
#define N_CONTEXTS 37

static const char *const names[N_CONTEXTS] = {
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy", "pro_autocracy", "economic", "legal",
    "reparations", "human_rights", "rights_freedoms", "repression", "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic",
    "territory", "peacekeeping", "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber",
    "misinformation", "crime", "corruption", "illegal_drugs", "trafficking"};

typedef struct hints { uint64_t *of; uint32_t no[N_CONTEXTS]; } hints; /* of every token, the contexts that its word speaks for */

static hints read_hints(const what *w, doc *d)
{
    hints h = {arena_array_of(d->mem, uint64_t, d->tokens.n + 1), {0}};
    for (int c = 0; c < N_CONTEXTS; c++) h.no[c] = map_get(&w->class_no, str_printf(d->mem, "context-%s", names[c]), NONE);
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        pos p = d->tokens.at[i].pos;
        if (p != POS_NOUN && p != POS_VERB && p != POS_ADJ && p != POS_PROPN) continue;
        str lemma = frame_lemma(d, i);
        if (map_get(&w->class_words, lemma, NONE) == NONE) continue;
        for (int c = 0; c < N_CONTEXTS; c++)
            if (h.no[c] != NONE && lexicon_in_class(w, lemma, h.no[c])) h.of[i] |= 1ull << c;
    }
    return h;
}

/* Was the same word seen between `from` and `i`? */
static bool is_repeated(doc *d, const hints *h, uint32_t from, uint32_t i, int c)
{
    for (uint32_t k = from; k < i; k++)
        if (h->of[k] >> c & 1 && str_eq(frame_lemma(d, k), frame_lemma(d, i))) return true;
    return false;
}

static range paragraph_of(const doc *d, uint32_t tok)
{
    range p = d->sentences.at[d->tokens.at[tok].sent];
    for (uint32_t k = 0; k < d->paragraphs.n; k++) {
        range bytes = d->paragraphs.at[k];
        if (!range_has(bytes, d->tokens.at[tok].start)) continue;
        while (p.first > 0 && d->tokens.at[p.first - 1].start >= bytes.first) p.first--;
        while (p.end < d->tokens.n && d->tokens.at[p.end].start < bytes.end) p.end++;
    }
    return p;
}

static int points(doc *d, const hints *h, range paragraph, uint32_t sentence, int c)
{
    int sum = 0;
    for (uint32_t i = paragraph.first; i < paragraph.end && sum < ENOUGH; i++)
        if (h->of[i] >> c & 1 && !is_repeated(d, h, paragraph.first, i, c)) sum += d->tokens.at[i].sent == sentence ? 2 : 1;
    return sum;
}

static bool has(const event *ev, const char *name)
{
    for (uint32_t k = 0; k < ev->context.n; k++)
        if (strcmp(ev->context.at[k], name) == 0) return true;
    return false;
}

static void fill_one(doc *d, const hints *h, event *ev)
{
    uint32_t word = ev->trigger.first;
    range paragraph = paragraph_of(d, word);
    for (int c = 0; c < N_CONTEXTS && ev->context.n < MOST; c++)
        if (!has(ev, names[c]) && points(d, h, paragraph, d->tokens.at[word].sent, c) >= ENOUGH) array_push(d->mem, ev->context, names[c]);
}

void context_fill(doc *d, const what *w)
{
    if (!d->events.n) return;
    hints h = read_hints(w, d);
    for (uint32_t i = 0; i < d->events.n; i++) fill_one(d, &h, &d->events.at[i]);
}
