/* speaker.c: which party the source of an attribution is. */
#include "parse/tree.h"
#include "story/story_internal.h"

static bool tells_nothing(const actor *a) { return a->kind == ACTOR_PRONOUN && !is_code(a->code) && !a->sector[0][0]; }

/* The party of the source's words: that of its head, else the first known one in them. */
static uint32_t party_in(const doc *d, const attribution *a)
{
    if (a->source_head != NONE && d->actor_of[a->source_head] != NONE && !tells_nothing(&d->actors.at[d->actor_of[a->source_head]]))
        return d->actor_of[a->source_head];
    for (uint32_t k = 0; k < a->source.n; k++)
        for (uint32_t t = a->source.at[k].first; t < a->source.at[k].end; t++) {
            uint32_t i = d->actor_of[t];
            if (i != NONE && (is_code(d->actors.at[i].code) || d->actors.at[i].sector[0][0])) return i;
        }
    return NONE;
}

/* "the statement said", "it added", a quotation that runs on without a cue:
 * whoever spoke last at the same depth. */
static bool speaks_on(const doc *d, const attribution *a)
{
    if (a->source_head == NONE) return a->kind != SAID_INDIRECT;
    const token *t = &d->tokens.at[a->source_head];
    static const char *const words[] = {"statement", "it", "he", "she", "they", "document", "communique", "communiqué", "letter", "report", "message", "release"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (str_is(t->lower, words[k])) return true;
    return false;
}

/* "it said", "he added" after a speaker that it fits: the same speaker. */
static bool is_last_speaker(const doc *d, const attribution *a, uint32_t last)
{
    if (last == NONE || a->source_head == NONE || d->tokens.at[a->source_head].pos != POS_PRON) return false;
    str w = d->tokens.at[a->source_head].lower;
    const actor *x = &d->actors.at[last];
    if (str_is(w, "it")) return x->kind == ACTOR_BODY || x->kind == ACTOR_ROLE || x->kind == ACTOR_COUNTRY;
    if (str_is(w, "he") || str_is(w, "she")) return x->kind == ACTOR_PERSON || (x->kind == ACTOR_ROLE && !x->plural);
    return str_is(w, "they") && (x->plural || x->kind == ACTOR_PEOPLE);
}

void speaker_fill(doc *d)
{
    uint32_t last = NONE;
    for (uint32_t i = 0; i < d->attributions.n; i++) {
        attribution *a = &d->attributions.at[i];
        a->speaker = a->within == NONE && is_last_speaker(d, a, last) ? last : party_in(d, a);
        if (a->speaker == NONE && speaks_on(d, a)) a->speaker = last;
        if (a->within == NONE && a->speech && a->speaker != NONE) last = a->speaker;
    }
}
