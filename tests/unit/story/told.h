/* told.h: documents with parties, times and claims written by hand, for tests
 * of the rooms behind them.  Sentences as in says/parsed.h, one a line.
 *
 * Parties: "word=kind/code/sector/flags" in text order, each the next token of
 * that form; kinds are named by their first two letters ("co" country, "pe"
 * person ...); flags: p plural, d definite, c code from context, w: the word
 * before belongs to the name. */
#ifndef TEST_TOLD_H
#define TEST_TOLD_H
#include "../says/parsed.h"
#include "story/story_internal.h"
#include <stdio.h>
#include <stdlib.h>
#define MAX_LINES 16

/* The first token of that form from `from` on; a test that names none is wrong. */
static inline uint32_t told_word(const doc *d, str form, uint32_t from)
{
    for (uint32_t i = from; i < d->tokens.n; i++)
        if (str_eq(d->tokens.at[i].text, form)) return i;
    fprintf(stderr, "no word \"" STR_FMT "\" in: " STR_FMT "\n", STR_ARG(form), STR_ARG(d->text));
    abort();
}

static inline uint32_t told_at(const doc *d, const char *form) { return told_word(d, str_of(form), 0); }

static inline actor_kind told_kind(str name)
{
    static const struct { const char *name; actor_kind kind; } kinds[] = {
        {"co", ACTOR_COUNTRY}, {"people", ACTOR_PEOPLE}, {"bo", ACTOR_BODY}, {"pe", ACTOR_PERSON}, {"ro", ACTOR_ROLE}, {"pl", ACTOR_PLACE}, {"pr", ACTOR_PRONOUN}};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        if (str_is(name, kinds[k].name)) return kinds[k].kind;
    abort();
}

static inline bool told_flag(str flags, char c)
{
    for (uint32_t k = 0; k < flags.len; k++)
        if (flags.ptr[k] == c) return true;
    return false;
}

static inline void told_actors(doc *d, const char *actors)
{
    d->actor_of = arena_array_of(d->mem, uint32_t, d->tokens.n + 1);
    for (uint32_t i = 0; i <= d->tokens.n; i++) d->actor_of[i] = NONE;
    uint32_t from = 0;
    str rest = str_of(actors), one, form, kind, code, sector;
    while (str_word(&rest, &one)) {
        str_cut(&one, '=', &form);
        code = sector = (str){"", 0};
        str_cut(&one, '/', &kind);
        str_cut(&one, '/', &code);
        str_cut(&one, '/', &sector);
        uint32_t i = told_word(d, form, from);
        actor a = {.tok = {i - told_flag(one, 'w'), i + 1}, .head = i, .kind = told_kind(kind), .name = form, .plural = told_flag(one, 'p'),
                   .definite = told_flag(one, 'd'), .code_from_context = told_flag(one, 'c'), .entry = NONE, .same_as = NONE, .why = "test", .why_code = "test"};
        memcpy(a.code, code.ptr, code.len);
        memcpy(a.sector[0], sector.ptr, sector.len);
        d->actor_of[i] = d->actors.n;
        array_push(d->mem, d->actors, a);
        from = i + 1;
    }
}

/* Parts of speech that parsed.h leaves open. */
static inline void told_pos(doc *d)
{
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        token *t = &d->tokens.at[i];
        if (t->tag == TAG_CD) t->pos = POS_NUM;
        if (t->tag == TAG_JJ) t->pos = POS_ADJ;
        if (t->tag == TAG_TO) t->pos = POS_PART;
    }
}

/* A document of these lines, with its parties and room for the story. */
static inline doc *told(const char *text, const char *lemmas, const char *actors)
{
    const char *lines[MAX_LINES];
    uint32_t n = 0;
    arena *mem = arena_new(0);
    assert(mem && !arena_enter(mem));
    for (str rest = str_of(text), line; n < MAX_LINES && str_cut(&rest, '\n', &line);) lines[n++] = str_copy(mem, line).ptr;
    doc *d = parsed_doc(lines, n, lemmas);
    arena_free(mem);
    told_pos(d);
    told_actors(d, actors);
    d->article.published = DAY_NONE;
    d->story.at = arena_array_of(d->mem, story_state, d->sentences.n + 1);
    for (uint32_t s = 0; s < d->sentences.n; s++) d->story.at[s] = (story_state){.first = DAY_NONE, .last = DAY_NONE, .time = NONE, .frame = NONE};
    d->story.lead = NONE;
    state_index_attributions(d);
    return d;
}

static inline day told_day(const char *text)
{
    day found = DAY_NONE;
    day_parse(str_of(text), &found);
    return found;
}

/* The word tells a time; "" for a day: open. */
static inline timex *told_time(doc *d, const char *word, grain g, basis b, const char *first, const char *last)
{
    uint32_t i = told_at(d, word);
    timex t = {.span = {d->tokens.at[i].start, d->tokens.at[i].end}, .tok = {i, i + 1}, .type = TIMEX_DATE, .value = str_of(first),
               .first = told_day(first), .last = told_day(last), .grain = g, .basis = b, .anchor = NONE, .why = "test"};
    array_push(d->mem, d->times, t);
    return &d->times.at[d->times.n - 1];
}

/* Source and cue word ("" for none) and the content's first and last words. */
static inline attribution *told_claim(doc *d, const char *source, const char *cue, const char *first, const char *last, said_kind kind, stance st)
{
    attribution a = {.source_head = NONE, .cue_head = NONE, .kind = kind, .stance = st, .speech = true, .within = NONE, .speaker = NONE, .why = "test"};
    if (*source) {
        a.source_head = told_at(d, source);
        array_push(d->mem, a.source, ((range){a.source_head, a.source_head + 1}));
    }
    if (*cue) {
        a.cue_head = told_at(d, cue);
        array_push(d->mem, a.cue, ((range){a.cue_head, a.cue_head + 1}));
    }
    uint32_t from = told_at(d, first);
    array_push(d->mem, a.content, ((range){from, told_word(d, str_of(last), from) + 1}));
    array_push(d->mem, d->attributions, a);
    state_index_attributions(d);
    return &d->attributions.at[d->attributions.n - 1];
}

/* Says what differs, once for each case that fails. */
static inline bool told_same(const doc *d, str found, const char *wanted)
{
    if (str_is(found, wanted)) return true;
    fprintf(stderr, STR_FMT "\n  wanted %s\n  found  " STR_FMT "\n", STR_ARG(d->text), wanted, STR_ARG(found));
    return false;
}
#endif
