/* Are the nets' outputs the published pipeline's?  tests/tensors/ has a few
 * numbers of each net for "Hello world."; a model that is not there is passed over. */
#include "base/bytes.h"
#include "base/table.h"
#include "neural/encoder_internal.h"
#include "parse/words.h"
#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { TOKENS = 3 };
typedef struct outputs { float embedding[WIDTH], words[TOKENS * WIDTH], names[TOKENS * WIDTH], parser[MAX_CLASSES], namer[MAX_CLASSES]; } outputs;

static void hello(const model *m, features t[TOKENS])
{
    vocab *w = vocab_new(m);
    str text[TOKENS] = {S("Hello"), S("world"), S(".")};
    if (arena_enter(vocab_arena(w))) abort();
    for (int i = 0; i < TOKENS; i++) {
        t[i] = vocab_at(w, vocab_find(w, text[i], 0))->features;
        t[i].of[FEATURE_SPACY] = i == 0;
    }
    vocab_free(w);
}

static void encode(const encoder_weights *w, arith a, const features t[TOKENS], float *vectors, float *embedding)
{
    uint32_t end = TOKENS;
    const float *out;
    encoder *e = encoder_new(w, a);
    encoder_stream *s = encoder_stream_new(e, 10);
    words *known = words_new(e, 10, 10);
    encoder_start(s, t, &end, 1);
    uint32_t n = encoder_next(s, &out);
    assert(n == TOKENS);
    memcpy(vectors, out, TOKENS * WIDTH * sizeof(float));
    uint32_t first = words_find(known, &t[0]);
    words_work(known);
    if (embedding) memcpy(embedding, words_row(known, first), WIDTH * sizeof(float));
    words_free(known), encoder_stream_free(s), encoder_free(e);
}

static void score(const scorer_weights *w, arith a, const float *vectors, const uint32_t slot[MAX_SLOTS], float *out)
{
    float projected[TOKENS * HIDDEN];
    scorer *s = scorer_new(w, 1, a);
    scorer_view *v = scorer_view_new(s);
    scorer_project(s, vectors, TOKENS, projected);
    scorer_look(v, projected, TOKENS);
    scorer_scores(v, slot, out);
    scorer_view_free(v), scorer_free(s);
}

static void compare(const outputs *o, const table *t)
{
    const struct { const char *name; const float *at; double near; } kind[] = {
        {"embedding-0", o->embedding, 1e-5}, {"words-0", o->words, 1e-5}, {"words-2", o->words + 2 * WIDTH, 1e-5}, {"names-0", o->names, 1e-5},
        {"parser", o->parser, 5e-5}, {"namer", o->namer, 5e-5}};
    for (uint32_t row = 0; row < t->n_rows; row++) {
        uint32_t k = 0, first = (uint32_t)atoi(table_cell(t, row, 1).ptr);
        while (!str_is(table_cell(t, row, 0), kind[k].name)) assert(++k < sizeof kind / sizeof *kind);
        for (uint32_t i = 0; i < 4 && table_cell(t, row, 2 + i).len; i++)
            assert(fabs(atof(table_cell(t, row, 2 + i).ptr) - kind[k].at[first + i]) < kind[k].near);
    }
}

static void check_model(arena *mem, const char *name)
{
    model *m;
    fail f;
    if (model_open(&m, name, &f)) {
        printf("tensors: %s is not there: %s\n", name, f.text);
        return;
    }
    bytes file;
    table expected;
    str path = str_printf(mem, "tests/tensors/%s.tsv", name);
    assert(bytes_map(&file, path.ptr, &f) == 0 && table_read(&expected, mem, (str){(const char *)file.ptr, (uint32_t)file.len}, path.ptr, &f) == 0);
    const uint32_t start[MAX_SLOTS] = {0, 1, NO_TOKEN, NO_TOKEN, NO_TOKEN, NO_TOKEN, NO_TOKEN, NO_TOKEN}, outside[MAX_SLOTS] = {0, NO_TOKEN, NO_TOKEN};
    for (arith a = ARITH_PLAIN; a <= ARITH_AVX512; a++) {
        if (!arith_supported(a)) continue;
        outputs o;
        features t[TOKENS];
        hello(m, t);
        encode(&m->words, a, t, o.words, o.embedding), encode(&m->names, a, t, o.names, NULL);
        score(&m->parser, a, o.words, start, o.parser), score(&m->namer, a, o.names, outside, o.namer);
        compare(&o, &expected);
    }
    bytes_close(&file);
    model_close(m);
}

int main(void)
{
    arena *mem = arena_new(0);
    if (arena_enter(mem)) return 1;
    check_model(mem, "en_core_web_md");
    check_model(mem, "en_core_web_sm");
    arena_free(mem);
    puts("tensors: ok");
}
