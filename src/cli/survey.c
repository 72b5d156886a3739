/* survey.c: where are the data's gaps, and which records should be read with doubt?
 *
 * A predicate is uncovered when its subject and another phrase of its clause
 * are parties of known country, it reports no speech, and no event was read
 * from it.  What comes out most often is what the lexicon lacks, or what is
 * not political.
 */
#include "cli/survey.h"
#include "base/map.h"
#include "out/out.h"
#include "parse/tree.h"
#include <stdio.h>
#include <stdlib.h>

enum { EXAMPLES = 2, SHOWN = 200, DOUBTED = 100 };

typedef struct predicate { str name; unsigned count; str example[EXAMPLES]; } predicate;
typedef struct doubt { double confidence; str line; } doubt;
typedef struct survey {
    arena *mem;                           /* outlives the documents */
    map    number;                        /* predicate → index */
    array(predicate) predicates;
    array(doubt) doubts;
} survey;

/* ---- predicates -------------------------------------------------------------- */

static bool is_coded(const doc *d, uint32_t i)
{
    return i != NONE && d->actor_of && d->actor_of[i] != NONE && is_code(d->actors.at[d->actor_of[i]].code);
}

/* Does the clause of `verb` name a party beside its subject: as object, or behind a preposition? */
static bool has_other_party(const doc *d, uint32_t verb, uint32_t subject)
{
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c)) {
        dep label = d->tokens.at[c].dep;
        if (c == subject || label == DEP_nsubj || label == DEP_nsubjpass) continue;
        if ((label == DEP_dobj || label == DEP_dative || label == DEP_attr) && is_coded(d, c)) return true;
        if ((label == DEP_prep || label == DEP_agent) && is_coded(d, tree_child(d, c, DEP_pobj))) return true;
    }
    return false;
}

static bool is_cue(const doc *d, uint32_t i)
{
    for (uint32_t k = 0; k < d->attributions.n; k++)
        if (ranges_have(&d->attributions.at[k].cue, i)) return true;
    return false;
}

static bool is_trigger(const doc *d, uint32_t verb)
{
    for (uint32_t k = 0; k < d->events.n; k++) {
        range t = d->events.at[k].trigger;
        if (range_has(t, verb) || (t.first < t.end && tree_clause(d, t.first) == verb)) return true;
    }
    return false;
}

static bool is_uncovered(const doc *d, uint32_t i)
{
    bool passive;
    if (d->tokens.at[i].pos != POS_VERB) return false;
    uint32_t subject = tree_understood_subject(d, i, &passive);
    return is_coded(d, subject) && has_other_party(d, i, subject) && !is_cue(d, i) && !is_trigger(d, i);
}

/* "break off", "meet" */
static str predicate_name(const doc *d, uint32_t i)
{
    uint32_t particle = tree_child(d, i, DEP_prt);
    str lemma = d->tokens.at[i].lemma;
    if (particle == NONE) return lemma;
    return str_printf(d->mem, STR_FMT " " STR_FMT, STR_ARG(lemma), STR_ARG(d->tokens.at[particle].lower));
}

static void count_predicate(survey *s, const doc *d, uint32_t i)
{
    str name = predicate_name(d, i);
    uint32_t at = map_get(&s->number, name, NONE);
    if (at == NONE) {
        at = s->predicates.n;
        array_push(s->mem, s->predicates, (predicate){.name = str_copy(s->mem, name)});
        map_put(&s->number, s->predicates.at[at].name, at);
    }
    predicate *p = &s->predicates.at[at];
    if (p->count < EXAMPLES) {
        str sentence = doc_words(d, d->sentences.at[d->tokens.at[i].sent]);
        p->example[p->count] = str_copy(s->mem, listing_shorten(sentence, 160));
    }
    p->count++;
}

static bool count_document(session *run, doc *d, void *context)
{
    (void)run;
    for (uint32_t i = 0; i < d->tokens.n; i++)
        if (is_uncovered(d, i)) count_predicate(context, d, i);
    return true;
}

static int by_count(const void *a, const void *b)
{
    const predicate *p = a, *q = b;
    if (p->count != q->count) return p->count < q->count ? 1 : -1;
    return str_cmp(p->name, q->name);
}

static void print_predicates(survey *s)
{
    if (s->predicates.n) qsort(s->predicates.at, s->predicates.n, sizeof *s->predicates.at, by_count);
    for (uint32_t i = 0; i < s->predicates.n && i < SHOWN; i++) {
        const predicate *p = &s->predicates.at[i];
        printf("%5u  " STR_FMT "\n", p->count, STR_ARG(p->name));
        for (unsigned k = 0; k < EXAMPLES && k < p->count; k++) printf("         " STR_FMT "\n", STR_ARG(p->example[k]));
    }
}

/* ---- records ------------------------------------------------------------------ */

static bool note_doubts(session *run, doc *d, void *context)
{
    (void)run;
    survey *s = context;
    for (uint32_t i = 0; i < d->events.n; i++) {
        const event *e = &d->events.at[i];
        const party *from = e->actor.n ? &e->actor.at[0] : NULL, *to = e->recipient.n ? &e->recipient.at[0] : NULL;
        str evidence = doc_words(d, e->evidence), line;
        line = str_printf(s->mem, "%.2f  %s  %s %s%s%s %s  \"" STR_FMT "\"  " STR_FMT, e->confidence, e->id, from ? from->code : "-",
                          e->type, e->mode ? "/" : "", e->mode ? e->mode : "", to ? to->code : "-",
                          STR_ARG(doc_words(d, e->trigger)), STR_ARG(listing_shorten(evidence, 200)));
        array_push(s->mem, s->doubts, (doubt){e->confidence, line});
    }
    return true;
}

static int by_confidence(const void *a, const void *b)
{
    const doubt *p = a, *q = b;
    if (p->confidence < q->confidence) return -1;
    if (p->confidence > q->confidence) return 1;
    return str_cmp(p->line, q->line);
}

static void print_doubts(survey *s)
{
    if (s->doubts.n) qsort(s->doubts.at, s->doubts.n, sizeof *s->doubts.at, by_confidence);
    for (uint32_t i = 0; i < s->doubts.n && i < DOUBTED; i++) printf(STR_FMT "\n", STR_ARG(s->doubts.at[i].line));
}

/* ---- both ---------------------------------------------------------------------- */

static int run_survey(const options *o, session_use use, void (*print)(survey *))
{
    session run;
    survey s = {.mem = arena_new(0)};
    if (!s.mem || arena_enter(s.mem)) {
        say_error("out of memory");
        return EXIT_NO_START;
    }
    s.number.mem = s.mem;
    int code = session_open(&run, o, ENGINE_ALL);
    if (code) {
        arena_free(s.mem);
        return code;
    }
    code = session_run(&run, use, &s);
    print(&s);
    code = say_done(code);
    session_close(&run);
    arena_free(s.mem);
    return code;
}

int survey_uncovered(const options *o) { return run_survey(o, count_document, print_predicates); }
int survey_doubtful(const options *o) { return run_survey(o, note_doubts, print_doubts); }
