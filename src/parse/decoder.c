/* decoder.c: the nets of one model together: words in; tags, trees, names out. */
#include "parse/parse_internal.h"
#include <stdlib.h>

enum {
    WORDS_KEPT     = 4096,   /* different words whose embedding is kept: 16 MB; */
    NAMES_KEPT     = 3072,   /* by the namer, which tells fewer apart: 12 MB    */
    PARSER_ALWAYS  = 5,      /* slots 0..4 hold most tokens once; 5..7, children, fewer   */
    NAMER_ALWAYS   = 1,      /* slots 1 and 2 are used inside names only                  */
    PARSER_SLOTS   = 8,
    NAMER_SLOTS    = 3
};

struct decoder {
    arena   *mem;
    encoder *words, *names;
    linear  *tagger;
    scorer  *parser, *namer;
    arc_moves    arcs;
    entity_moves entities;
};

struct decoder_scratch {
    encoder_stream *words, *names;
    scorer_view *parser, *namer;
};

static int read_moves(decoder *d, const decoder_weights *w, fail *f)
{
    if (w->n_parser_moves != w->parser.upper.n_out || w->n_namer_moves != w->namer.upper.n_out)
        return fail_set(f, FAIL_FORMAT, "", 0, "the parser or namer has other moves than classes");
    if (w->parser.n_slots != PARSER_SLOTS || w->namer.n_slots != NAMER_SLOTS)
        return fail_set(f, FAIL_FORMAT, "", 0, "the parser or namer looks at other tokens than expected");
    if (arena_enter(d->mem)) return fail_set(f, FAIL_MEMORY, "", 0, "no memory for the parser's moves");
    int code = arc_moves_read(&d->arcs, d->mem, w->parser_moves, w->n_parser_moves, f);
    return code ? code : entity_moves_read(&d->entities, d->mem, w->namer_moves, w->n_namer_moves, f);
}

static int prepare(decoder *d, const decoder_weights *w, arith a, fail *f)
{
    d->mem = arena_new(0);
    d->words = encoder_new(&w->words, a), d->names = encoder_new(&w->names, a);
    d->tagger = linear_new(&w->tagger, a);
    d->parser = scorer_new(&w->parser, PARSER_ALWAYS, a), d->namer = scorer_new(&w->namer, NAMER_ALWAYS, a);
    if (!d->mem || !d->words || !d->names || !d->tagger || !d->parser || !d->namer)
        return fail_set(f, FAIL_MEMORY, "", 0, "no memory for the model's nets");
    return read_moves(d, w, f);
}

int decoder_new(decoder **out, const decoder_weights *w, arith a, fail *f)
{
    decoder *d = calloc(1, sizeof *d);
    int code = d ? prepare(d, w, a, f) : fail_set(f, FAIL_MEMORY, "", 0, "no memory for the model's nets");
    if (code) {
        decoder_free(d);
        d = NULL;
    }
    *out = d;
    return code;
}

void decoder_free(decoder *d)
{
    if (!d) return;
    encoder_free(d->words), encoder_free(d->names);
    linear_free(d->tagger);
    scorer_free(d->parser), scorer_free(d->namer);
    arena_free(d->mem);
    free(d);
}

decoder_scratch *decoder_scratch_new(const decoder *d)
{
    decoder_scratch *s = calloc(1, sizeof *s);
    if (!s) return NULL;
    s->words = encoder_stream_new(d->words, WORDS_KEPT), s->names = encoder_stream_new(d->names, NAMES_KEPT);
    s->parser = scorer_view_new(d->parser), s->namer = scorer_view_new(d->namer);
    if (s->words && s->names && s->parser && s->namer) return s;
    decoder_scratch_free(s);
    return NULL;
}

void decoder_scratch_free(decoder_scratch *s)
{
    if (!s) return;
    encoder_stream_free(s->words), encoder_stream_free(s->names);
    scorer_view_free(s->parser), scorer_view_free(s->namer);
    free(s);
}

const char *decoder_dep_label(const decoder *d, uint32_t dep) { return d->arcs.label[dep].text; }
const char *decoder_name_label(const decoder *d, uint32_t name) { return d->entities.text[name]; }

/* ---- one batch -------------------------------------------------------------- */
static decoded decoded_new(arena *mem, uint32_t n)
{
    return (decoded){arena_array_of(mem, uint16_t, n), arena_array_of(mem, uint32_t, n), arena_array_of(mem, uint16_t, n),
                     arena_array_of(mem, bool, n), arena_array_of(mem, char, n), arena_array_of(mem, uint16_t, n)};
}

static uint32_t longest(const uint32_t *end, uint32_t n_texts)
{
    uint32_t most = 0;
    for (uint32_t t = 0, first = 0; t < n_texts; first = end[t++])
        if (end[t] - first > most) most = end[t] - first;
    return most;
}

/* Tags all tokens and leaves their vectors, projected for the parser. */
static void tag_tokens(const decoder *d, decoder_scratch *s, uint16_t *tag, float *projected)
{
    const float *vectors;
    for (uint32_t n; (n = encoder_next(s->words, &vectors)); tag += n, projected += (size_t)n * HIDDEN) {
        linear_best(d->tagger, vectors, n, tag);
        scorer_project(d->parser, vectors, n, projected);
    }
}

static void project_names(const decoder *d, decoder_scratch *s, float *projected)
{
    const float *vectors;
    for (uint32_t n; (n = encoder_next(s->names, &vectors)); projected += (size_t)n * HIDDEN)
        scorer_project(d->namer, vectors, n, projected);
}

static void parse_text(const decoder *d, decoder_scratch *s, state *st, arena *mem, const features *token, uint32_t first, uint32_t n, const float *projected,
                       const decoded *out)
{
    heads h = {out->head + first, out->dep + first, out->sent_start + first};
    scorer_look(s->parser, projected + (size_t)first * HIDDEN, n);
    parser_decode(&d->arcs, s->parser, st, mem, token + first, n, h);
    for (uint32_t i = 0; i < n; i++) h.head[i] += first;
}

static void name_text(const decoder *d, decoder_scratch *s, const features *token, uint32_t first, uint32_t n, const float *projected, const decoded *out)
{
    scorer_look(s->namer, projected + (size_t)first * HIDDEN, n);
    entity_decode(&d->entities, s->namer, token + first, n, out->sent_start + first, out->iob + first, out->name + first);
}

decoded decoder_run(const decoder *d, decoder_scratch *s, arena *mem, const features *token, const uint32_t *end, uint32_t n_texts)
{
    uint32_t n = n_texts ? end[n_texts - 1] : 0;
    decoded out = decoded_new(mem, n);
    float *projected = arena_array_of(mem, float, (size_t)n * HIDDEN);
    state st = state_new(mem, longest(end, n_texts));
    encoder_start(s->words, token, end, n_texts);
    tag_tokens(d, s, out.tag, projected);
    for (uint32_t t = 0, first = 0; t < n_texts; first = end[t++])
        if (end[t] > first) parse_text(d, s, &st, mem, token, first, end[t] - first, projected, &out);
    encoder_start(s->names, token, end, n_texts);
    project_names(d, s, projected);
    for (uint32_t t = 0, first = 0; t < n_texts; first = end[t++])
        if (end[t] > first) name_text(d, s, token, first, end[t] - first, projected, &out);
    return out;
}
