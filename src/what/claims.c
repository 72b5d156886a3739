/* claims.c: the chain of sources of an event, and whether it stands in quotation marks. */
#include "story/story.h"
#include "what/what_internal.h"

static bool same_party(const party *a, const party *b)
{
    if (a->actor != NONE && a->actor == b->actor) return true;
    return is_code(a->code) && strcmp(a->code, b->code) == 0 && strcmp(a->sector[0], b->sector[0]) == 0;
}

static range whole(const ranges *list)
{
    return list->n ? (range){list->at[0].first, list->at[list->n - 1].end} : (range){0, 0};
}

/* "Police said", "the coast guard told": of the country that the story is about. */
static void suppose_country(doc *d, const senses *s, event *ev, party *p, uint32_t trigger)
{
    static const char *const state[] = {"GOV", "MIL", "COP", "JUD", "LEG", "OPP", "REB"};
    if (p->actor == NONE || p->code[0]) return;
    if (d->actors.at[p->actor].kind == ACTOR_BODY && !lexicon_is(s->words, "home-sector", str_of(p->sector[0]))) return;
    for (int k = 0; k < 7; k++)
        if (strcmp(p->sector[0], state[k]) == 0) {
            const char *code = lexicon_is(s->words, "local-authority", str_of(p->sector[0])) ? story_ground(d) : "";
            if (!code[0]) code = story_country_near(d, trigger, NULL);
            if (!code[0]) return;         /* "" is one byte long, not four */
            memcpy(p->code, code, 4);
            array_push(d->mem, ev->because, "story: a source that names no country is of the one the story is about");
            return;
        }
}

/* "..., Bay News reports": the outlet of the report is not a source in it. */
static bool is_outlet(const doc *d, str name)
{
    return d->article.outlet.len && str_eq_fold(name, d->article.outlet);
}

static party source_of(const doc *d, const who *people, const attribution *a)
{
    party p = {.actor = NONE, .name = S("")};
    if (a->speaker != NONE) p = who_on(d, people, a->speaker, d->article.published);
    if (a->source.n) {
        p.tok = whole(&a->source);
        p.text = doc_words(d, p.tok);
    }
    p.cue_tok = whole(&a->cue);
    p.cue = doc_words(d, p.cue_tok);
    return p;
}

/* "condemned the raid", "nobody claimed the attack", "declined to comment on the
 * arrest": whatever is said of it, the act is told as known. */
static bool is_presumed(const doc *d, const senses *s, const attribution *a, uint32_t trigger)
{
    if (a->cue_head == NONE || a->kind != SAID_INDIRECT || d->tokens.at[trigger].pos != POS_NOUN) return false;
    return a->stance == STANCE_NOT_SAID || lexicon_is(s->words, "presumes", frame_lemma(d, a->cue_head));
}

/* "reportedly died": told by nobody that the report names, yet as a fact. */
static bool is_hearsay(const doc *d, const senses *s, const attribution *a)
{
    if (a->source.n || a->speaker != NONE || a->cue_head == NONE) return false;
    return lexicon_is(s->words, "hearsay", d->tokens.at[a->cue_head].lower);
}

/* The claim of speech of sentence `sent` whose cue comes last there (or first), or NONE. */
static uint32_t claim_of(const doc *d, uint32_t sent, bool last)
{
    uint32_t found = NONE;
    range words = d->sentences.at[sent];
    for (uint32_t k = doc_attribution_from(d, words.first); k < d->attributions.n && d->attributions.at[k].cue_head < words.end; k++) {
        const attribution *a = &d->attributions.at[k];
        if (!a->speech || a->within != NONE) continue;
        if (last || found == NONE) found = k;
    }
    return found;
}

/* Do two sentences stand in one paragraph? */
static bool same_paragraph(const doc *d, uint32_t sent, uint32_t next)
{
    uint32_t from = d->tokens.at[d->sentences.at[sent].first].start, to = d->tokens.at[d->sentences.at[next].first].start;
    for (uint32_t i = from; i < to; i++)
        if (d->text.ptr[i] == '\n') return false;
    return true;
}

/* A sentence without a word of saying between two of one speaker, who is told
 * again only as "it", goes on with his words. */
static uint32_t claim_around(const doc *d, uint32_t trigger)
{
    uint32_t sent = d->tokens.at[trigger].sent;
    if (sent == 0 || sent + 1 >= d->sentences.n || claim_of(d, sent, true) != NONE) return NONE;
    if (!same_paragraph(d, sent - 1, sent + 1)) return NONE;
    uint32_t a = claim_of(d, sent - 1, true), b = claim_of(d, sent + 1, false);
    if (a == NONE || b == NONE) return NONE;
    const attribution *x = &d->attributions.at[a], *y = &d->attributions.at[b];
    if (x->speaker == NONE || x->speaker != y->speaker || x->stance != STANCE_ASSERTED || !y->content.n) return NONE;
    bool begins = d->tokens.at[y->content.at[0].first].sent == sent + 1;
    return begins && d->tokens.at[y->source_head == NONE ? y->cue_head : y->source_head].pos == POS_PRON ? a : NONE;
}

/* Innermost first; a source that goes on speaking ("it added") is one link. */
void claims_fill(doc *d, const senses *s, event *ev, const who *people, uint32_t trigger)
{
    /* "declared martial law": what the light verb says of its noun is no claim, it is the act */
    uint32_t word = s->at[trigger].light == NONE ? trigger : s->at[trigger].light, a = story_attribution_at(d, word);
    if (a == NONE) a = claim_around(d, trigger);
    for (int k = 0; a != NONE && k < DOC_MAX_CHAIN; k++, a = d->attributions.at[a].within) {
        const attribution *at = &d->attributions.at[a];
        party p = source_of(d, people, at);
        if (is_outlet(d, p.text) || is_hearsay(d, s, at) || is_presumed(d, s, at, trigger)) continue;
        suppose_country(d, s, ev, &p, trigger);
        if (!p.code[0]) memcpy(p.code, "---", 4);
        if (ev->according_to.n && same_party(&ev->according_to.at[ev->according_to.n - 1], &p)) continue;
        array_push(d->mem, ev->according_to, p);
        if (at->why) array_push(d->mem, ev->because, at->why);
    }
    ev->quoted = ev->according_to.n > 0;
    ev->quote = SAID_INDIRECT;
    for (uint32_t k = 0; k < d->quotes.n && ev->quoted; k++)
        if (range_has(d->quotes.at[k].inside, trigger) && d->quotes.at[k].attribution != NONE) ev->quote = SAID_DIRECT;
}
