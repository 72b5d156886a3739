/* parse.c: text → sentences, tags, heads, names: the order of the work.
 *
 *     tokenize → decode (tags, heads, names) → forms (part of speech, lemma) → doc->tokens */
#include "parse/parse.h"
#include "base/utf8.h"
#include "parse/parse_internal.h"
#include "parse/tree.h"
#include "parse/words.h"
#include <stdlib.h>

/* Words seen by a thread are forgotten when they are this many, so that memory
 * does not grow with the number of documents. */
#define MAX_WORDS 50000u
#define MAX_SEEN_BYTES ((size_t)24 << 20)

struct parser {
    const model *model;
    arena       *mem;
    tokenizer   *tokenizer;
    ruler       *ruler;
    lemmatizer  *lemmatizer;
    decoder     *decoder;
    const char **tag;         /* by class */
    uint32_t     n_tags;
};

struct scratch {
    const parser    *parser;
    arena           *work;    /* one document's */
    vocab           *words;
    token_stream    *stream;
    forms           *forms;
    decoder_scratch *decode;
};

/* ---- opening ------------------------------------------------------------ */
static void read_tags(parser *p)
{
    array(const char *) list = {0};
    str rest = p->model->tags, one;
    while (str_cut(&rest, '\0', &one)) array_push(p->mem, list, str_copy(p->mem, one).ptr);
    p->tag = list.at;
    p->n_tags = list.n;
}

/* Classes of a transition net: an action's digit, the label, NUL; one after the other. */
static uint32_t read_moves(arena *mem, str rest, const move **out)
{
    array(move) list = {0};
    str one;
    while (str_cut(&rest, '\0', &one)) {
        if (one.len == 0 || one.ptr[0] < '0' || one.ptr[0] > '9') return *out = NULL, 0;
        array_push(mem, list, (move){(uint32_t)(one.ptr[0] - '0'), str_copy(mem, str_slice(one, 1, one.len)).ptr});
    }
    *out = list.at;
    return list.n;
}

static int open_decoder(parser *p, const model *m, fail *f)
{
    decoder_weights w = {.words = m->words, .names = m->names, .tagger = m->tagger, .parser = m->parser, .namer = m->namer};
    w.n_parser_moves = read_moves(p->mem, m->parser_moves, &w.parser_moves);
    w.n_namer_moves = read_moves(p->mem, m->namer_moves, &w.namer_moves);
    read_tags(p);
    if (p->n_tags != m->tagger.n_out) return fail_set(f, FAIL_FORMAT, m->parts.path, 0, "the tagger has other labels than classes");
    int code = decoder_new(&p->decoder, &w, ARITH_BEST, f);
    if (code && f && !f->path[0]) fail_set(f, code, m->parts.path, 0, "%s", str_copy(p->mem, str_of(f->text)).ptr);
    return code;
}

static int open_all(parser *p, const model *m, fail *f)
{
    if (arena_enter(p->mem)) return fail_set(f, FAIL_MEMORY, "", 0, "no memory for the parser");
    int code = tokenizer_open(&p->tokenizer, m, f);
    if (!code) code = ruler_open(&p->ruler, m, f);
    if (!code) code = lemmatizer_open(&p->lemmatizer, m, f);
    return code ? code : open_decoder(p, m, f);
}

int parser_open(parser **out, const model *m, fail *f)
{
    parser *p = calloc(1, sizeof *p);
    if (p) p->mem = arena_new(0);
    *out = NULL;
    if (!p || !p->mem) {
        free(p);
        return fail_set(f, FAIL_MEMORY, "", 0, "no memory for the parser");
    }
    p->model = m;
    int code = open_all(p, m, f);
    if (code) parser_close(p);
    else *out = p;
    return code;
}

void parser_close(parser *p)
{
    if (!p) return;
    tokenizer_close(p->tokenizer);
    ruler_close(p->ruler);
    lemmatizer_close(p->lemmatizer);
    decoder_free(p->decoder);
    arena_free(p->mem);
    free(p);
}

scratch *scratch_new(const parser *p)
{
    scratch *s = calloc(1, sizeof *s);
    if (!s) return NULL;
    s->parser = p;
    s->work = arena_new(0);
    s->words = vocab_new(p->model);
    if (s->words) s->stream = token_stream_new(p->tokenizer, s->words);
    if (s->words) s->forms = forms_new(p->ruler, p->lemmatizer, s->words);
    s->decode = decoder_scratch_new(p->decoder);
    if (s->work && s->stream && s->forms && s->decode) return s;
    scratch_free(s);
    return NULL;
}

void scratch_free(scratch *s)
{
    if (!s) return;
    token_stream_free(s->stream);
    forms_free(s->forms);
    vocab_free(s->words);
    decoder_scratch_free(s->decode);
    arena_free(s->work);
    free(s);
}

static void forget_words(scratch *s)
{
    vocab_forget(s->words);
    token_stream_forget(s->stream);
    forms_forget(s->forms);
}

/* ---- a batch of texts --------------------------------------------------- */
typedef struct batch {
    pieces      pieces;
    uint32_t   *end, n_texts;      /* by text: where its pieces end */
    decoded     found;
    known_form *form;              /* by piece */
} batch;

static const features *all_features(scratch *s, const batch *b)
{
    features *out = arena_array_of(s->work, features, b->pieces.n);
    for (uint32_t i = 0; i < b->pieces.n; i++) {
        out[i] = vocab_at(s->words, b->pieces.at[i].word)->features;
        out[i].of[FEATURE_SPACY] = b->pieces.at[i].space;
    }
    return out;
}

static void apply_several(scratch *s, batch *b, uint32_t first, uint32_t end)
{
    const parser *p = s->parser;
    seen_token t[16];
    uint32_t n = 0;
    for (uint32_t i = first; i < end && n < 16; i++, n++)
        t[n] = (seen_token){b->pieces.at[i].word, p->tag[b->found.tag[i]], decoder_dep_label(p->decoder, b->found.dep[i])};
    forms_several(s->forms, t, n, &b->form[first]);
}

static void find_forms(scratch *s, batch *b)
{
    const parser *p = s->parser;
    const decoded *d = &b->found;
    b->form = arena_array_of(s->work, known_form, b->pieces.n);
    for (uint32_t i = 0; i < b->pieces.n; i++)
        b->form[i] = *forms_find(s->forms, b->pieces.at[i].word, d->tag[i], d->dep[i], p->tag[d->tag[i]], decoder_dep_label(p->decoder, d->dep[i]));
    for (uint32_t t = 0, i = 0; t < b->n_texts; t++)
        for (; i < b->end[t]; i++)
            if (b->form[i].starts) apply_several(s, b, i, b->end[t]);
}

static batch run(scratch *s, doc *d, const range *texts, uint32_t n)
{
    batch b = {.end = arena_array_of(s->work, uint32_t, n), .n_texts = n};
    for (uint32_t i = 0; i < n; i++) {
        str text = str_slice(d->text, texts[i].first, texts[i].end);
        if (utf8_invalid_at(text.ptr, text.len) == text.len) tokenizer_run(s->stream, text, texts[i].first, s->work, &b.pieces);
        else array_push(d->mem, d->notes, str_printf(d->mem, "bytes %u to %u are not UTF-8 and were passed over", texts[i].first, texts[i].end));
        b.end[i] = b.pieces.n;
    }
    b.found = decoder_run(s->parser->decoder, s->decode, s->work, all_features(s, &b), b.end, n);
    find_forms(s, &b);
    return b;
}

/* ---- into the document -------------------------------------------------- */
/* A text of the thread's tables, as the document keeps it. */
static str own(doc *d, str s, const word *w, const token *t)
{
    if (s.ptr == w->text.ptr) return t->text;
    if (s.ptr == w->lower.ptr && t->lower.ptr) return t->lower;
    return str_eq(s, t->text) ? t->text : str_copy(d->mem, s);
}

static void fill_token(doc *d, const scratch *s, const batch *b, uint32_t i, token *t)
{
    const piece *p = &b->pieces.at[i];
    const known_form *k = &b->form[i];
    const word *w = vocab_at(s->words, p->word);
    t->start = p->start;
    t->end = p->end;
    t->text = (str){d->text.ptr + p->start, p->end - p->start};
    t->lower = own(d, w->lower, w, t);
    t->lemma = own(d, k->lemma, w, t);
    t->pos = k->pos;
    t->tag = k->tag;
    t->dep = k->dep;
    t->pos_text = k->form.pos;
    t->tag_text = k->form.tag;
    t->dep_text = k->form.dep;
    t->morph = k->form.morph;
    t->iob = b->found.iob[i];
    t->ent_text = t->iob == 'O' ? "" : decoder_name_label(s->parser->decoder, b->found.name[i]);
    t->ent = ent_of(t->ent_text);
    t->space_after = p->space;
    t->is_space = w->is_space;
    t->sent_start = b->found.sent_start[i];
}

static void fill_all(doc *d, const scratch *s, const batch *b)
{
    uint32_t n = b->pieces.n;
    d->tokens.at = arena_array_of(d->mem, token, n);
    d->tokens.n = d->tokens.cap = n;
    for (uint32_t i = 0; i < n; i++) {
        fill_token(d, s, b, i, &d->tokens.at[i]);
        d->tokens.at[i].head = b->found.head[i];
    }
}

/* The nearest token above `i` that is kept; NONE if there is none. */
static uint32_t kept_above(const doc *d, uint32_t i)
{
    uint32_t steps = 0;
    while (d->tokens.at[i].is_space && d->tokens.at[i].head != i && steps++ < d->tokens.n) i = d->tokens.at[i].head;
    return d->tokens.at[i].is_space ? NONE : i;
}

/* What a white-space token began, the next token of its text begins. */
static void hand_on(const token *space, token *next)
{
    if (space->sent_start) next->sent_start = true;
    if (space->iob == 'B' && next->iob == 'I') next->iob = 'B';
}

/* Takes white-space tokens out of the tree and the list. */
static void drop_spaces(doc *d, arena *work)
{
    uint32_t n = 0, *new_place = arena_array_of(work, uint32_t, d->tokens.n);
    token *at = d->tokens.at;
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        if (at[i].is_space && i + 1 < d->tokens.n) hand_on(&at[i], &at[i + 1]);
        new_place[i] = n;
        n += !at[i].is_space;
    }
    if (n == d->tokens.n) return;
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        if (at[i].is_space) continue;
        uint32_t above = kept_above(d, at[i].head);
        if (above == NONE) {
            above = i;
            at[i].dep = DEP_ROOT;
            at[i].dep_text = "ROOT";
        }
        at[i].sent = new_place[above];
    }
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        if (at[i].is_space) continue;
        at[i].head = at[i].sent;
        at[new_place[i]] = at[i];
    }
    d->tokens.n = n;
}

static void parse(doc *d, scratch *s, const range *texts, uint32_t n)
{
    arena_reset(s->work);
    if (vocab_count(s->words) > MAX_WORDS || arena_used(vocab_arena(s->words)) > MAX_SEEN_BYTES) forget_words(s);
    batch b = run(s, d, texts, n);
    fill_all(d, s, &b);
}

/* Memory for the thread's own tables may end as well: the document is left by its door. */
static void leave(doc *d, scratch *s)
{
    forget_words(s);
    longjmp(*arena_door(d->mem), 1);
}

void parse_fill(doc *d, const parser *p, scratch *s)
{
    (void)p;
    if (arena_enter(s->work) || arena_enter(vocab_arena(s->words))) leave(d, s);
    parse(d, s, d->paragraphs.at, d->paragraphs.n);
    drop_spaces(d, s->work);
    tree_link(d);
}

void parse_fill_raw(doc *d, const parser *p, scratch *s)
{
    (void)p;
    if (arena_enter(s->work) || arena_enter(vocab_arena(s->words))) leave(d, s);
    range all = {0, d->text.len};
    parse(d, s, &all, 1);
    tree_link(d);
}
