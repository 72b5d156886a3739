/* tokenize.c: where does one token end and the next begin?
 *
 * A text is cut into chunks at white space; a chunk loses prefixes and suffixes
 * until nothing more comes off, then is cut at infixes; the model's exceptions
 * ("don't", "U.S.", ":-)") are put in place on the way, and once more at the end
 * where affixes broke them.  All by the model's regular expressions. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "base/map.h"
#include "base/utf8.h"
#include "model/msgpack.h"
#include "parse/words.h"
#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- the tokenizer ------------------------------------------------------ */
typedef struct special { uint32_t first, n; } special;          /* of parts            */
typedef struct special_part { str text; uint64_t norm; } special_part;
typedef struct step { uint64_t from; uint32_t to; } step;       /* from: node << 32 | symbol */
typedef struct regex { pcre2_code *code; } regex;
enum { PREFIX, SUFFIX, INFIX, TOKEN, URL, N_REGEX };

struct tokenizer {
    arena  *mem;
    regex   regex[N_REGEX];
    bool    plain_letters;              /* chunks of a-z, A-Z alone match no expression */
    map     special_of;                 /* text → index of specials                     */
    array(special) specials;
    array(special_part) parts;
    uint32_t longest;                   /* special, in bytes                            */
    map     symbol_of;                  /* token text → symbol of the sequences below   */
    array(step) steps;                  /* sequences of tokens that make up a special, as a tree */
    array(bool) ends;                   /* by node: a sequence ends here                */
};

typedef struct chunk { str text; uint64_t hash; uint32_t first, n; } chunk; /* of bits */
typedef struct bit { uint32_t word, len; } bit;                 /* a token of a chunk: word, bytes */
typedef array(bit) bits;

struct token_stream {
    const tokenizer *t;
    vocab      *words;
    bool        specials_off;           /* only while the tokenizer is made             */
    pcre2_match_data *match;
    pcre2_match_context *context;
    pcre2_jit_stack *stack;
    array(chunk) chunks;
    bits        bits;
    uint32_t   *slot, n_slots;
};

#define FIRST_SLOTS 8192u
#define MATCH_LIMIT 1000000u            /* steps of one match: bounds what a hostile text can cost */
#define STACK_LIMIT ((size_t)1 << 20)
#define TAIL 256u                       /* bytes in which a suffix is looked for first */

/* ---- expressions -------------------------------------------------------- */
/* Python's spelling → PCRE2's: \uXXXX and \UXXXXXXXX; leading flags. */
static str translate(arena *mem, str python, uint32_t *options)
{
    buf out = {.mem = mem};
    *options = PCRE2_UTF | PCRE2_UCP | PCRE2_NO_UTF_CHECK;
    if (str_starts(python, S("(?u)"))) python = str_slice(python, 4, python.len);
    if (str_starts(python, S("(?iu)"))) {
        python = str_slice(python, 5, python.len);
        *options |= PCRE2_CASELESS;
    }
    for (uint32_t i = 0; i < python.len; i++) {
        char next = i + 1 < python.len ? python.ptr[i + 1] : '\0';
        uint32_t width = python.ptr[i] != '\\' ? 0 : next == 'u' ? 4 : next == 'U' ? 8 : 0;
        if (width && i + 2 + width <= python.len) {
            buf_printf(&out, "\\x{%.*s}", (int)width, python.ptr + i + 2);
            i += 1 + width;
        } else {
            buf_byte(&out, python.ptr[i]);
            if (python.ptr[i] == '\\' && next) buf_byte(&out, python.ptr[++i]);
        }
    }
    return buf_str(&out);
}

static int compile(regex *re, arena *mem, str python, const model *m, const char *name, fail *f)
{
    uint32_t options;
    int code;
    PCRE2_SIZE at;
    if (utf8_invalid_at(python.ptr, python.len) != python.len) return fail_set(f, FAIL_FORMAT, m->parts.path, 0, "tokenizer: %s is not UTF-8", name);
    str text = translate(mem, python, &options);
    re->code = pcre2_compile((PCRE2_SPTR)text.ptr, text.len, options, &code, &at, NULL);
    if (!re->code) return fail_set(f, FAIL_VERSION, m->parts.path, 0, "tokenizer: %s does not compile (PCRE2 error %d at %zu)", name, code, at);
    pcre2_jit_compile(re->code, PCRE2_JIT_COMPLETE);
    return FAIL_OK;
}

typedef struct hit { uint32_t first, end; } hit;

/* First match in `s` from byte `from` on.  A match that costs too much is none. */
static bool search(token_stream *s, int which, str in, uint32_t from, uint32_t options, hit *h)
{
    pcre2_code *code = s->t->regex[which].code;
    if (!code) return false;
    int n = pcre2_match(code, (PCRE2_SPTR)in.ptr, in.len, from, options | PCRE2_NO_UTF_CHECK, s->match, s->context);
    if (n < 0) return false;
    PCRE2_SIZE *at = pcre2_get_ovector_pointer(s->match);
    *h = (hit){(uint32_t)at[0], (uint32_t)at[1]};
    return at[1] >= at[0];
}

static uint32_t prefix_length(token_stream *s, str in)
{
    hit h;
    return search(s, PREFIX, in, 0, 0, &h) ? h.end - h.first : 0;
}

/* Suffixes are at the end, and but for rows of dots they are short.  In a long
 * chunk only the tail is searched, unless the match reaches to where it begins;
 * otherwise a chunk of a million brackets would take a million searches of all. */
static uint32_t suffix_length(token_stream *s, str in)
{
    hit h;
    uint32_t from = in.len > 4 * TAIL ? in.len - TAIL : 0;
    while (from > 0 && ((uint8_t)in.ptr[from] & 0xC0) == 0x80) from--;
    if (!search(s, SUFFIX, in, from, 0, &h)) return 0;
    if (from > 0 && h.first == from && !search(s, SUFFIX, in, 0, 0, &h)) return 0;
    return h.end - h.first;
}

/* ---- a chunk ------------------------------------------------------------ */
static const special *special_of(const token_stream *s, str text)
{
    if (s->specials_off || text.len > s->t->longest) return NULL;
    uint32_t i = map_get(&s->t->special_of, text, UINT32_MAX);
    return i == UINT32_MAX ? NULL : &s->t->specials.at[i];
}

static void emit(token_stream *s, str text)
{
    if (text.len == 0) return;
    bit b = {vocab_find(s->words, text, 0), text.len};
    array_push(vocab_arena(s->words), s->bits, b);
}

static void emit_special(token_stream *s, const special *sp)
{
    for (uint32_t i = 0; i < sp->n; i++) {
        const special_part *p = &s->t->parts.at[sp->first + i];
        bit b = {vocab_find(s->words, p->text, p->norm), p->text.len};
        array_push(vocab_arena(s->words), s->bits, b);
    }
}

static bool is_whole(token_stream *s, int which, str text)
{
    hit h;
    if (which == URL && !memchr(text.ptr, '.', text.len)) return false;
    return search(s, which, text, 0, PCRE2_ANCHORED, &h);
}

/* What is left between prefixes and suffixes. */
static void emit_middle(token_stream *s, str text)
{
    const special *sp = text.len ? special_of(s, text) : NULL;
    if (sp) {
        emit_special(s, sp);
        return;
    }
    if (text.len == 0 || is_whole(s, TOKEN, text) || is_whole(s, URL, text)) {
        emit(s, text);
        return;
    }
    uint32_t at = 0, from = 0, options = 0;
    hit h;
    while (from <= text.len && search(s, INFIX, text, from, options, &h)) {
        from = h.end;
        options = h.end == h.first ? PCRE2_NOTEMPTY_ATSTART : 0;
        if (h.first == 0) continue; /* spaCy compares with 0, not with `at` */
        emit(s, str_slice(text, at, h.first));
        emit(s, str_slice(text, h.first, h.end));
        at = h.end;
    }
    emit(s, str_slice(text, at, text.len));
}

/* Takes prefixes (emitted at once) and suffixes off `text`; suffixes go to `off`, the outermost first. */
static str strip(token_stream *s, str text, arena *mem, ranges *off)
{
    const char *base = text.ptr;
    uint32_t last = 0;
    while (text.len && text.len != last) {
        if (is_whole(s, TOKEN, text) || special_of(s, text)) break;
        last = text.len;
        uint32_t p = prefix_length(s, text);
        str rest = str_slice(text, p, text.len);
        if (p && rest.len && special_of(s, rest)) {
            emit(s, str_slice(text, 0, p));
            return rest;
        }
        uint32_t q = suffix_length(s, rest), end = text.len - q, at = (uint32_t)(text.ptr - base);
        if (q) array_push(mem, *off, (range){at + end, at + text.len});
        if (q && end && special_of(s, str_slice(text, 0, end))) return str_slice(text, 0, end);
        emit(s, str_slice(text, 0, p));
        text = str_slice(text, p, end);
    }
    return text;
}

static void emit_chunk(token_stream *s, str text, arena *mem)
{
    const special *sp = special_of(s, text);
    if (sp) {
        emit_special(s, sp);
        return;
    }
    ranges off = {0};
    emit_middle(s, strip(s, text, mem, &off));
    for (uint32_t i = off.n; i > 0; i--) emit(s, str_slice(text, off.at[i - 1].first, off.at[i - 1].end));
}

static bool all_letters(str text)
{
    for (uint32_t i = 0; i < text.len; i++)
        if ((uint32_t)((uint8_t)text.ptr[i] | 0x20) - 'a' >= 26) return false;
    return true;
}

/* ---- chunks seen -------------------------------------------------------- */
static void grow(token_stream *s)
{
    s->n_slots = s->n_slots ? s->n_slots * 2 : FIRST_SLOTS;
    s->slot = arena_array_of(vocab_arena(s->words), uint32_t, s->n_slots);
    for (uint32_t i = 0; i < s->chunks.n; i++) {
        uint64_t at = s->chunks.at[i].hash & (s->n_slots - 1);
        while (s->slot[at]) at = (at + 1) & (s->n_slots - 1);
        s->slot[at] = i + 1;
    }
}

static uint32_t find_chunk(token_stream *s, str text, arena *mem)
{
    uint64_t hash = strings_hash(text.ptr, text.len), at;
    if (2 * s->chunks.n >= s->n_slots) grow(s);
    for (at = hash & (s->n_slots - 1); s->slot[at]; at = (at + 1) & (s->n_slots - 1)) {
        const chunk *seen = &s->chunks.at[s->slot[at] - 1];
        if (seen->hash == hash && str_eq(seen->text, text)) return s->slot[at] - 1;
    }
    chunk new = {.text = str_copy(vocab_arena(s->words), text), .hash = hash, .first = s->bits.n};
    const special *sp = special_of(s, text);
    if (!sp && s->t->plain_letters && all_letters(text)) emit(s, text);
    else emit_chunk(s, text, mem);
    new.n = s->bits.n - new.first;
    array_push(vocab_arena(s->words), s->chunks, new);
    s->slot[at] = s->chunks.n;
    return s->chunks.n - 1;
}

static void add_chunk(token_stream *s, str text, uint32_t start, arena *mem, pieces *out)
{
    uint32_t number = find_chunk(s, text, mem); /* may move the list */
    const chunk c = s->chunks.at[number];
    for (uint32_t i = 0; i < c.n; i++) {
        bit b = s->bits.at[c.first + i];
        array_push(mem, *out, (piece){b.word, start, start + b.len, false});
        start += b.len;
    }
}

/* ---- a text ------------------------------------------------------------- */
static void run_chunks(token_stream *s, str text, uint32_t base, arena *mem, pieces *out)
{
    uint32_t start = 0, cp, n;
    bool in_space = false;
    for (uint32_t i = 0; i < text.len; i += n) {
        n = utf8_next(text.ptr + i, text.ptr + text.len, &cp);
        bool space = utf8_is_space(cp);
        if (i == 0) in_space = space;
        if (space == in_space) continue;
        if (start < i) add_chunk(s, str_slice(text, start, i), base + start, mem, out);
        start = i;
        if (cp == ' ') {
            out->at[out->n - 1].space = true;
            start = i + 1;
        }
        in_space = space;
    }
    if (start < text.len) add_chunk(s, str_slice(text, start, text.len), base + start, mem, out);
}

/* ---- specials that affixes broke ---------------------------------------- */
static uint32_t next_node(const tokenizer *t, uint32_t node, uint32_t symbol)
{
    uint64_t key = (uint64_t)node << 32 | symbol;
    uint32_t lo = 0, hi = t->steps.n;
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        if (t->steps.at[mid].from == key) return t->steps.at[mid].to;
        if (t->steps.at[mid].from < key) lo = mid + 1;
        else hi = mid;
    }
    return 0;
}

#define SYMBOL_NONE UINT32_MAX
/* A word's symbol, looked up once (0 in a new word means not yet). */
static uint32_t symbol_of(token_stream *s, uint32_t i)
{
    word *w = vocab_at(s->words, i);
    if (w->symbol == 0) w->symbol = map_get(&s->t->symbol_of, w->text, SYMBOL_NONE);
    return w->symbol;
}

static void find_spans(token_stream *s, const pieces *in, uint32_t from, arena *mem, ranges *spans)
{
    for (uint32_t i = from; i < in->n; i++) {
        uint32_t node = 0, symbol;
        for (uint32_t k = i; k < in->n && (symbol = symbol_of(s, in->at[k].word)) != SYMBOL_NONE; k++) {
            node = next_node(s->t, node, symbol);
            if (node == 0) break;
            if (s->t->ends.at[node]) array_push(mem, *spans, (range){i, k + 1});
        }
    }
}

static int longest_first(const void *pa, const void *pb)
{
    const range *a = pa, *b = pb;
    uint32_t na = a->end - a->first, nb = b->end - b->first;
    if (na != nb) return na > nb ? -1 : 1;
    return a->first < b->first ? -1 : a->first > b->first;
}

static int by_place(const void *pa, const void *pb)
{
    const range *a = pa, *b = pb;
    return a->first < b->first ? -1 : a->first > b->first;
}

/* Of overlapping spans the longest stays; a span that is not kept hides others all the same. */
static void keep_spans(ranges *spans, uint32_t from, uint32_t end, arena *mem)
{
    bool *seen = arena_array_of(mem, bool, end - from);
    uint32_t n = 0;
    qsort(spans->at, spans->n, sizeof *spans->at, longest_first);
    for (uint32_t i = 0; i < spans->n; i++) {
        range r = spans->at[i];
        bool keep = !seen[r.first - from] && !seen[r.end - 1 - from];
        for (uint32_t k = r.first; k < r.end; k++) seen[k - from] = true;
        if (keep) spans->at[n++] = r;
    }
    spans->n = n;
    qsort(spans->at, n, sizeof *spans->at, by_place);
}

static void put_special(token_stream *s, const special *sp, range where, bool space, arena *mem, pieces *out)
{
    uint32_t at = where.first;
    for (uint32_t i = 0; i < sp->n; i++) {
        const special_part *p = &s->t->parts.at[sp->first + i];
        piece new = {vocab_find(s->words, p->text, p->norm), at, at + p->text.len, space && i + 1 == sp->n};
        at = new.end;
        array_push(mem, *out, new);
    }
}

static void mend_specials(token_stream *s, str text, uint32_t base, uint32_t from, arena *mem, pieces *out)
{
    ranges spans = {0};
    find_spans(s, out, from, mem, &spans);
    if (spans.n == 0) return;
    keep_spans(&spans, from, out->n, mem);
    pieces new = {0};
    uint32_t i = from;
    for (uint32_t k = 0; k < spans.n; k++) {
        const piece *first = &out->at[spans.at[k].first], *last = &out->at[spans.at[k].end - 1];
        const special *sp = special_of(s, str_slice(text, first->start - base, last->end - base));
        if (!sp) continue;
        for (; i < spans.at[k].first; i++) array_push(mem, new, out->at[i]);
        put_special(s, sp, (range){first->start, last->end}, last->space, mem, &new);
        i = spans.at[k].end;
    }
    for (; i < out->n; i++) array_push(mem, new, out->at[i]);
    out->n = from;
    for (i = 0; i < new.n; i++) array_push(mem, *out, new.at[i]);
}

void tokenizer_run(token_stream *s, str text, uint32_t base, arena *mem, pieces *out)
{
    uint32_t from = out->n;
    run_chunks(s, text, base, mem, out);
    if (!s->specials_off) mend_specials(s, text, base, from, mem, out);
}

/* ---- making it ---------------------------------------------------------- */
static int bad(const model *m, const char *what, fail *f)
{
    return fail_set(f, FAIL_FORMAT, m->parts.path, 0, "tokenizer: damaged: %s", what);
}

/* One token of a special: a map of 65 (its text) and 67 (its norm). */
static bool read_special_part(msgpack *in, special_part *p)
{
    uint32_t n;
    if (!msgpack_map(in, &n)) return false;
    for (; n > 0; n--) {
        uint64_t key;
        str value;
        if (!msgpack_uint(in, &key) || !msgpack_text(in, &value)) return false;
        if (key == 65) p->text = value;
        if (key == 67) p->norm = strings_id(value);
    }
    return p->text.len > 0 && utf8_invalid_at(p->text.ptr, p->text.len) == p->text.len;
}

static bool read_special(tokenizer *t, msgpack *in)
{
    str key;
    special sp = {.first = t->parts.n};
    uint32_t length = 0;
    if (!msgpack_text(in, &key) || !msgpack_array(in, &sp.n)) return false;
    if (utf8_invalid_at(key.ptr, key.len) != key.len) return false;
    for (uint32_t i = 0; i < sp.n; i++) {
        special_part p = {0};
        if (!read_special_part(in, &p)) return false;
        length += p.text.len;
        array_push(t->mem, t->parts, p);
    }
    if (sp.n == 0 || length != key.len) return false; /* spaCy asks the same */
    if (key.len > t->longest) t->longest = key.len;
    map_put(&t->special_of, key, t->specials.n);
    array_push(t->mem, t->specials, sp);
    return true;
}

static int read_specials(tokenizer *t, const model *m, fail *f)
{
    msgpack at;
    uint32_t n;
    if (!msgpack_find(msgpack_of(m->tokenizer.ptr, m->tokenizer.len), "exceptions", &at) || !msgpack_map(&at, &n)) return bad(m, "exceptions", f);
    for (; n > 0; n--)
        if (!read_special(t, &at)) return bad(m, "exceptions", f);
    return FAIL_OK;
}

static int read_expressions(tokenizer *t, const model *m, fail *f)
{
    static const char *const name[N_REGEX] = {"prefix_search", "suffix_search", "infix_finditer", "token_match", "url_match"};
    for (int i = 0; i < N_REGEX; i++) {
        msgpack at;
        str text;
        if (!msgpack_find(msgpack_of(m->tokenizer.ptr, m->tokenizer.len), name[i], &at) || msgpack_nil(&at)) continue;
        if (!msgpack_text(&at, &text)) return bad(m, name[i], f);
        int code = text.len ? compile(&t->regex[i], t->mem, text, m, name[i], f) : FAIL_OK;
        if (code) return code;
    }
    return FAIL_OK;
}

/* Could affixes break this special when it stands with others in a chunk? */
static bool is_breakable(token_stream *s, str key)
{
    hit h;
    return memchr(key.ptr, ' ', key.len) || search(s, PREFIX, key, 0, 0, &h) || search(s, SUFFIX, key, 0, 0, &h)
        || search(s, INFIX, key, 0, 0, &h);
}

static uint32_t add_step(tokenizer *t, uint32_t node, uint32_t symbol)
{
    uint64_t key = (uint64_t)node << 32 | symbol;
    for (uint32_t i = 0; i < t->steps.n; i++)
        if (t->steps.at[i].from == key) return t->steps.at[i].to;
    array_push(t->mem, t->steps, (step){key, t->ends.n});
    array_push(t->mem, t->ends, false);
    return t->ends.n - 1;
}

static void add_sequence(tokenizer *t, token_stream *s, str key)
{
    pieces out = {0};
    uint32_t node = 0;
    tokenizer_run(s, key, 0, t->mem, &out);
    for (uint32_t i = 0; i < out.n; i++) {
        str text = vocab_at(s->words, out.at[i].word)->text;
        uint32_t symbol = map_get(&t->symbol_of, text, 0);
        if (symbol == 0) map_put(&t->symbol_of, str_copy(t->mem, text), symbol = t->symbol_of.n + 1);
        node = add_step(t, node, symbol);
    }
    if (out.n) t->ends.at[node] = true;
}

static int compare_steps(const void *pa, const void *pb)
{
    const step *a = pa, *b = pb;
    return a->from < b->from ? -1 : a->from > b->from;
}

static void make_sequences(tokenizer *t, token_stream *s)
{
    array_push(t->mem, t->ends, false);
    s->specials_off = true;
    for (uint32_t i = 0; i < t->special_of.cap; i++) {
        const map_slot *slot = &t->special_of.slot[i];
        if (slot->used && is_breakable(s, slot->key)) add_sequence(t, s, slot->key);
    }
    if (t->steps.n) qsort(t->steps.at, t->steps.n, sizeof *t->steps.at, compare_steps);
}

static int open_all(tokenizer *t, const model *m, vocab *w, fail *f)
{
    if (arena_enter(t->mem) || arena_enter(vocab_arena(w))) return fail_set(f, FAIL_MEMORY, "", 0, "no memory for the tokenizer");
    int code = read_expressions(t, m, f);
    if (!code) code = read_specials(t, m, f);
    if (code) return code;
    token_stream *s = token_stream_new(t, w);
    if (!s) return fail_set(f, FAIL_MEMORY, "", 0, "no memory for the tokenizer");
    make_sequences(t, s);
    token_stream_free(s);
    return FAIL_OK;
}

int tokenizer_open(tokenizer **out, const model *m, fail *f)
{
    tokenizer *t = calloc(1, sizeof *t);
    vocab *w = vocab_new(m);
    *out = NULL;
    if (t) t->mem = arena_new(0);
    int code = FAIL_MEMORY;
    if (t && w && t->mem) {
        t->special_of.mem = t->symbol_of.mem = t->mem;
        t->plain_letters = str_is(m->lang, "en");
        code = open_all(t, m, w, f);
    } else {
        fail_set(f, FAIL_MEMORY, "", 0, "no memory for the tokenizer");
    }
    vocab_free(w);
    if (code) tokenizer_close(t);
    else *out = t;
    return code;
}

void tokenizer_close(tokenizer *t)
{
    if (!t) return;
    for (int i = 0; i < N_REGEX; i++) pcre2_code_free(t->regex[i].code);
    arena_free(t->mem);
    free(t);
}

token_stream *token_stream_new(const tokenizer *t, vocab *w)
{
    token_stream *s = calloc(1, sizeof *s);
    if (!s) return NULL;
    s->t = t;
    s->words = w;
    s->match = pcre2_match_data_create(1, NULL);
    s->context = pcre2_match_context_create(NULL);
    s->stack = pcre2_jit_stack_create((size_t)32 << 10, STACK_LIMIT, NULL);
    if (!s->match || !s->context || !s->stack) {
        token_stream_free(s);
        return NULL;
    }
    pcre2_set_match_limit(s->context, MATCH_LIMIT);
    pcre2_jit_stack_assign(s->context, NULL, s->stack);
    return s;
}

void token_stream_free(token_stream *s)
{
    if (!s) return;
    pcre2_match_data_free(s->match);
    pcre2_match_context_free(s->context);
    pcre2_jit_stack_free(s->stack);
    free(s);
}

void token_stream_forget(token_stream *s)
{
    memset(&s->chunks, 0, sizeof s->chunks);
    memset(&s->bits, 0, sizeof s->bits);
    s->slot = NULL;
    s->n_slots = 0;
}
