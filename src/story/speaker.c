/* speaker.c: which party the source of an attribution is. */
#include "parse/tree.h"
#include "story/story_internal.h"

static bool tells_nothing(const actor *a) { return a->kind == ACTOR_PRONOUN && !is_code(a->code) && !a->sector[0][0]; }

#define MAX_CLIMB 8

/* Does token `t` belong to the head as what it is or whose it is?  "the *Tunisian*
 * deputy", "one of these groups, the *Syrian Democratic Forces*", "X, who was
 * *Trump's* envoy"; not "X, who fought *Oslo*". */
static bool tells_whose(const doc *d, uint32_t t, uint32_t head)
{
    for (int k = 0; k < MAX_CLIMB && t != head; k++) {
        const token *x = &d->tokens.at[t];
        switch (x->dep) {
        case DEP_appos: case DEP_poss: case DEP_amod: case DEP_compound: case DEP_nmod: case DEP_pobj: case DEP_attr: break;
        case DEP_prep: if (!str_is(x->lower, "of") && !str_is(x->lower, "for") && !str_is(x->lower, "from") && !str_is(x->lower, "in")) return false; break;
        case DEP_relcl: if (!str_is(x->lemma, "be")) return false; break;
        case DEP_nsubj: case DEP_dep: return x->head == d->tokens.at[head].head;  /* two subjects: see says/source.c */
        default: return false;
        }
        t = x->head;
    }
    return t == head;
}

static void take_country(doc *d, uint32_t to, const char *code, reason why)
{
    actor *x = &d->actors.at[to];
    memcpy(x->code, code, sizeof x->code);
    x->code_from_context = true;
    x->why_code = why;
}

/* A source whose own name tells no country: another name in its words may. */
static void country_in_words(doc *d, const attribution *a, uint32_t who)
{
    if (is_code(d->actors.at[who].code)) return;
    uint32_t same = d->actors.at[who].same_as;
    if (same != NONE && is_code(d->actors.at[same].code)) {
        take_country(d, who, d->actors.at[same].code, d->actors.at[same].why_code);
        return;
    }
    for (uint32_t k = 0; k < a->source.n; k++)
        for (uint32_t t = a->source.at[k].first; t < a->source.at[k].end; t++) {
            uint32_t i = d->actor_of[t];
            if (i == NONE || i == who || !is_code(d->actors.at[i].code) || d->actors.at[i].code_from_context || !tells_whose(d, t, a->source_head)) continue;
            take_country(d, who, d->actors.at[i].code, "story: the source's own words name its country");
            return;
        }
}

/* The party of the source's words: that of its head, else the first known one in them. */
static uint32_t party_in(doc *d, const attribution *a)
{
    uint32_t own = a->source_head == NONE ? NONE : d->actor_of[a->source_head];
    if (own != NONE && !tells_nothing(&d->actors.at[own])) return country_in_words(d, a, own), own;
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

/* "A spokesman said": of the one who spoke last, where his own words name nobody. */
static bool speaks_for_another(const doc *d, const attribution *a)
{
    if (a->source_head == NONE) return false;
    static const char *const words[] = {"spokesperson", "spokesman", "spokeswoman", "representative"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (str_is(d->tokens.at[a->source_head].lower, words[k])) return true;
    return false;
}

void speaker_fill(doc *d)
{
    uint32_t last = NONE;
    for (uint32_t i = 0; i < d->attributions.n; i++) {
        attribution *a = &d->attributions.at[i];
        a->speaker = a->within == NONE && is_last_speaker(d, a, last) ? last : party_in(d, a);
        if (a->speaker == NONE && speaks_on(d, a)) a->speaker = last;
        if (a->speaker != NONE && last != NONE && !is_code(d->actors.at[a->speaker].code) && is_code(d->actors.at[last].code) && speaks_for_another(d, a))
            take_country(d, a->speaker, d->actors.at[last].code, "story: a spokesman of the one who spoke last");
        if (a->within == NONE && a->speech && a->speaker != NONE) last = a->speaker;
    }
}
