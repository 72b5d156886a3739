/* morph.c: what do the model's rules make of a tag? (spaCy's attribute ruler)
 *
 *     TAG VBZ                 → POS VERB, MORPH Number=Sing|Person=3|...
 *     TAG VBZ, LOWER is       → POS AUX, LEMMA be
 *     LOWER let, LOWER 's     → the second token's LEMMA us
 *
 * All rules see the token as the parser left it; where several set one value,
 * the later rule wins, then the match that begins (then ends) later. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "base/map.h"
#include "model/msgpack.h"
#include "parse/words.h"
#include <pcre2.h>
#include <stdlib.h>

typedef enum seen { SEEN_LOWER, SEEN_TAG, SEEN_DEP, SEEN_TEXT, SEEN_SPACE, N_SEEN } seen;
typedef enum op { OP_IN, OP_NOT_IN, OP_REGEX, OP_SPACE, OP_NOT_SPACE } op;
typedef struct test { seen seen; op op; str *value; uint32_t n; pcre2_code *regex; } test;
typedef struct spec { test *test; uint32_t n; } spec;             /* of one token   */
enum { SET_TAG, SET_DEP, SET_POS, SET_MORPH, SET_LEMMA, N_SET };
typedef struct rule_sets { const char *value[N_SET]; int64_t index; } rule_sets;
typedef struct pattern { spec *token; uint32_t n, rule; const rule_sets *sets; } pattern;
typedef struct link { uint32_t pattern, next; } link_;            /* next + 1, 0 ends */

#define MAX_REACH 16u

struct ruler {
    arena          *mem;
    array(pattern)  patterns;
    map             by[3];               /* first token's LOWER, TAG, DEP → first link + 1 */
    uint32_t        anywhere;
    array(link_)    links;
    array(pcre2_code *) codes;
    uint32_t        reach;
};

/* ---- asking ------------------------------------------------------------- */
static str value_of(const rule_view *t, seen s)
{
    switch (s) {
    case SEEN_LOWER: return t->lower;
    case SEEN_TAG: return str_of(t->tag);
    case SEEN_DEP: return str_of(t->dep);
    default: return t->text;
    }
}

static bool is_in(const test *q, str v)
{
    for (uint32_t i = 0; i < q->n; i++)
        if (str_eq(q->value[i], v)) return true;
    return false;
}

static bool matches(const pcre2_code *code, str v)
{
    pcre2_match_data *data = pcre2_match_data_create(1, NULL);
    bool hit = data && pcre2_match(code, (PCRE2_SPTR)v.ptr, v.len, 0, PCRE2_NO_UTF_CHECK, data, NULL) >= 0;
    pcre2_match_data_free(data);
    return hit;
}

static bool test_holds(const test *q, const rule_view *t)
{
    switch (q->op) {
    case OP_IN: return is_in(q, value_of(t, q->seen));
    case OP_NOT_IN: return !is_in(q, value_of(t, q->seen));
    case OP_REGEX: return matches(q->regex, value_of(t, q->seen));
    case OP_SPACE: return t->is_space;
    default: return !t->is_space;
    }
}

static bool spec_holds(const spec *s, const rule_view *t)
{
    for (uint32_t i = 0; i < s->n; i++)
        if (!test_holds(&s->test[i], t)) return false;
    return true;
}

static void apply(const pattern *p, uint32_t target, form *out)
{
    const char **field[N_SET] = {&out->tag, &out->dep, &out->pos, &out->morph, &out->lemma};
    uint64_t order = ((uint64_t)p->rule << 16) + ((uint64_t)(MAX_REACH - target) << 8) + p->n;
    for (int i = 0; i < N_SET; i++) {
        if (!p->sets->value[i] || order < out->order[i]) continue;
        *field[i] = p->sets->value[i];
        out->order[i] = order;
    }
}

/* The token of a match that the rule changes. */
static uint32_t target_of(const pattern *p)
{
    return (uint32_t)(p->sets->index < 0 ? (int64_t)p->n + p->sets->index : p->sets->index);
}

static bool try_several(const pattern *p, const rule_view *t, uint32_t n, form *out)
{
    for (uint32_t i = 0; i < p->n; i++)
        if (i >= n || !spec_holds(&p->token[i], &t[i])) return false;
    apply(p, target_of(p), &out[target_of(p)]);
    return true;
}

/* Where the patterns start that a token may begin: by its LOWER, TAG, DEP, or any. */
static void chains(const ruler *r, const rule_view *t, uint32_t first[4])
{
    for (int i = 0; i < 3; i++) first[i] = map_get(&r->by[i], value_of(t, (seen)i), 0);
    first[3] = r->anywhere;
}

form ruler_one(const ruler *r, const rule_view *t, bool *starts)
{
    form out = {.tag = t->tag, .dep = t->dep, .pos = "", .morph = ""};
    uint32_t first[4];
    *starts = false;
    chains(r, t, first);
    for (int c = 0; c < 4; c++)
        for (uint32_t k = first[c]; k; k = r->links.at[k - 1].next) {
            const pattern *p = &r->patterns.at[r->links.at[k - 1].pattern];
            if (!spec_holds(&p->token[0], t)) continue;
            if (p->n == 1) apply(p, 0, &out);
            else *starts = true;
        }
    return out;
}

void ruler_several(const ruler *r, const rule_view *t, uint32_t n, form *out)
{
    uint32_t first[4];
    chains(r, t, first);
    for (int c = 0; c < 4; c++)
        for (uint32_t k = first[c]; k; k = r->links.at[k - 1].next) {
            const pattern *p = &r->patterns.at[r->links.at[k - 1].pattern];
            if (p->n > 1) try_several(p, t, n, out);
        }
}

uint32_t ruler_reach(const ruler *r) { return r->reach; }

/* ---- reading the rules -------------------------------------------------- */
typedef struct reader { ruler *r; const char *path; fail *f; int code; } reader;

static bool refuse(reader *in, const char *what)
{
    if (!in->code) in->code = fail_set(in->f, FAIL_VERSION, in->path, 0, "attribute ruler: %s", what);
    return false;
}

static bool damaged(reader *in)
{
    if (!in->code) in->code = fail_set(in->f, FAIL_FORMAT, in->path, 0, "attribute ruler: damaged");
    return false;
}

static bool read_values(reader *in, msgpack *at, test *q)
{
    if (!msgpack_array(at, &q->n)) return damaged(in);
    q->value = arena_array_of(in->r->mem, str, q->n);
    for (uint32_t i = 0; i < q->n; i++)
        if (!msgpack_text(at, &q->value[i])) return damaged(in);
    return true;
}

static bool read_regex(reader *in, msgpack *at, test *q)
{
    str text;
    int code;
    PCRE2_SIZE where;
    if (!msgpack_text(at, &text)) return damaged(in);
    q->op = OP_REGEX;
    q->regex = pcre2_compile((PCRE2_SPTR)text.ptr, text.len, PCRE2_UTF | PCRE2_UCP, &code, &where, NULL);
    if (!q->regex) return refuse(in, "an expression that does not compile");
    array_push(in->r->mem, in->r->codes, q->regex);
    return true;
}

/* {"IN": [...]}, {"NOT_IN": [...]} or {"REGEX": "..."}, one of them. */
static bool read_operator(reader *in, msgpack *at, test *q)
{
    uint32_t n;
    str name;
    if (!msgpack_map(at, &n) || n != 1 || !msgpack_text(at, &name)) return refuse(in, "a test of another form");
    if (str_is(name, "REGEX")) return read_regex(in, at, q);
    q->op = str_is(name, "IN") ? OP_IN : OP_NOT_IN;
    if (q->op == OP_NOT_IN && !str_is(name, "NOT_IN")) return refuse(in, "a test of another form");
    return read_values(in, at, q);
}

static bool read_test(reader *in, msgpack *at, test *q)
{
    static const char *const name[N_SEEN] = {"LOWER", "TAG", "DEP", "ORTH", "IS_SPACE"};
    str key;
    bool yes;
    if (!msgpack_text(at, &key)) return damaged(in);
    uint32_t s = 0;
    while (s < N_SEEN && !str_is(key, name[s])) s++;
    if (s == N_SEEN) return refuse(in, "a test on something else than TAG, LOWER, DEP, ORTH, IS_SPACE");
    q->seen = (seen)s;
    if (s == SEEN_SPACE) {
        if (!msgpack_bool(at, &yes)) return refuse(in, "a test of another form");
        q->op = yes ? OP_SPACE : OP_NOT_SPACE;
        return true;
    }
    q->value = arena_array_of(in->r->mem, str, 1);
    q->n = 1;
    msgpack before = *at;
    if (msgpack_text(at, q->value)) return true;
    *at = before;
    return read_operator(in, at, q);
}

static bool read_spec(reader *in, msgpack *at, spec *s)
{
    if (!msgpack_map(at, &s->n)) return damaged(in);
    s->test = arena_array_of(in->r->mem, test, s->n);
    for (uint32_t i = 0; i < s->n; i++)
        if (!read_test(in, at, &s->test[i])) return false;
    return true;
}

static void link_under(ruler *r, uint32_t *first, uint32_t pattern_number)
{
    array_push(r->mem, r->links, (link_){pattern_number, *first});
    *first = r->links.n;
}

/* Files a pattern under the most telling test of its first token. */
static void file_pattern(ruler *r, uint32_t number)
{
    const spec *s = &r->patterns.at[number].token[0];
    for (seen want = SEEN_LOWER; want <= SEEN_DEP; want++)
        for (uint32_t i = 0; i < s->n; i++) {
            const test *q = &s->test[i];
            if (q->seen != want || q->op != OP_IN) continue;
            for (uint32_t k = 0; k < q->n; k++) link_under(r, map_at(&r->by[want], q->value[k], 0), number);
            return;
        }
    link_under(r, &r->anywhere, number);
}

static bool read_pattern(reader *in, msgpack *at, uint32_t rule_number, const rule_sets *sets)
{
    pattern p = {.rule = rule_number, .sets = sets};
    if (!msgpack_array(at, &p.n)) return damaged(in);
    if (p.n == 0 || p.n > MAX_REACH) return refuse(in, "a pattern of that many tokens");
    if (sets->index >= (int64_t)p.n || sets->index < -(int64_t)p.n) return damaged(in);
    p.token = arena_array_of(in->r->mem, spec, p.n);
    for (uint32_t i = 0; i < p.n; i++)
        if (!read_spec(in, at, &p.token[i])) return false;
    if (p.n > in->r->reach) in->r->reach = p.n;
    array_push(in->r->mem, in->r->patterns, p);
    file_pattern(in->r, in->r->patterns.n - 1);
    return true;
}

static str feature_name(str whole)
{
    str name = {"", 0};
    str_cut(&whole, '=', &name);
    return name;
}

/* "B=1|a=2" → "a=2|B=1"; "_" → "". */
static const char *sorted_morph(arena *mem, str text)
{
    str feature[64], one;
    uint32_t n = 0;
    if (str_is(text, "_")) return "";
    while (n < 64 && str_cut(&text, '|', &one)) {
        str name = str_lower_ascii(mem, feature_name(one));
        uint32_t k = n++;
        for (; k > 0 && str_cmp(str_lower_ascii(mem, feature_name(feature[k - 1])), name) > 0; k--) feature[k] = feature[k - 1];
        feature[k] = one;
    }
    buf out = {.mem = mem};
    for (uint32_t i = 0; i < n; i++) {
        if (i) buf_byte(&out, '|');
        buf_add(&out, feature[i]);
    }
    return buf_str(&out).ptr;
}

static bool read_sets(reader *in, msgpack at, rule_sets *sets)
{
    static const char *const name[N_SET] = {"TAG", "DEP", "POS", "MORPH", "LEMMA"};
    uint32_t n;
    if (!msgpack_map(&at, &n)) return damaged(in);
    for (; n > 0; n--) {
        str key, value;
        if (!msgpack_text(&at, &key) || !msgpack_text(&at, &value)) return damaged(in);
        int i = 0;
        while (i < N_SET && !str_is(key, name[i])) i++;
        if (i == N_SET) return refuse(in, "sets something else than TAG, DEP, POS, MORPH, LEMMA");
        sets->value[i] = i == SET_MORPH ? sorted_morph(in->r->mem, value) : str_copy(in->r->mem, value).ptr;
    }
    return true;
}

static bool read_rule(reader *in, msgpack *at, uint32_t number)
{
    msgpack patterns, attrs, index;
    uint32_t n;
    rule_sets *sets = arena_new_of(in->r->mem, rule_sets);
    if (!msgpack_find(*at, "patterns", &patterns) || !msgpack_find(*at, "attrs", &attrs) || !msgpack_find(*at, "index", &index)
        || !msgpack_int(&index, &sets->index) || !msgpack_array(&patterns, &n))
        return damaged(in);
    if (!read_sets(in, attrs, sets)) return false;
    for (; n > 0; n--)
        if (!read_pattern(in, &patterns, number, sets)) return false;
    return msgpack_skip(at) || damaged(in);
}

static int read_rules(ruler *r, const model *m, fail *f)
{
    if (arena_enter(r->mem)) return fail_set(f, FAIL_MEMORY, "", 0, "no memory for the attribute ruler");
    reader in = {.r = r, .path = m->parts.path, .f = f};
    msgpack at = msgpack_of(m->patterns.ptr, m->patterns.len);
    uint32_t n;
    if (!msgpack_array(&at, &n)) damaged(&in);
    for (uint32_t i = 0; !in.code && i < n; i++) read_rule(&in, &at, i);
    return in.code;
}

int ruler_open(ruler **out, const model *m, fail *f)
{
    ruler *r = calloc(1, sizeof *r);
    *out = NULL;
    if (r) r->mem = arena_new(0);
    if (!r || !r->mem) {
        free(r);
        return fail_set(f, FAIL_MEMORY, "", 0, "no memory for the attribute ruler");
    }
    for (int i = 0; i < 3; i++) r->by[i].mem = r->mem;
    int code = read_rules(r, m, f);
    if (code) ruler_close(r);
    else *out = r;
    return code;
}

void ruler_close(ruler *r)
{
    if (!r) return;
    for (uint32_t i = 0; i < r->codes.n; i++) pcre2_code_free(r->codes.at[i]);
    arena_free(r->mem);
    free(r);
}
