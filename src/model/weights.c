/* weights.c: which arrays does a net have, and are they of the right shape?
 *
 * A thinc model file is four parallel lists, one entry a layer: nodes (name,
 * dims, refs), attrs (each again MessagePack), params (arrays), shims. */
#include "model/weights.h"
#include "model/msgpack.h"
#include <stdio.h>

#define MAX_NODES 256u

typedef struct node { str name; msgpack refs, attrs, params; } node;
typedef struct net {
    bundle     *b;
    const char *name, *path;
    node       *node;
    uint32_t    n;
    fail       *f;
} net;

static int bad(const net *t, const char *what)
{
    return fail_set(t->f, FAIL_FORMAT, t->path, 0, "damaged or not a model of this kind: %s", what);
}

static bool read_node(node *to, msgpack *in)
{
    msgpack at = *in;
    if (!msgpack_find(at, "name", &at) || !msgpack_text(&at, &to->name)) return false;
    return msgpack_find(*in, "refs", &to->refs) && msgpack_skip(in);
}

static int net_read(net *t, str file)
{
    msgpack whole = msgpack_of(file.ptr, file.len), nodes, attrs, params;
    uint32_t n_attrs, n_params;
    msgpack end = whole;
    if (!msgpack_skip(&end)) return bad(t, "cut off");
    if (!msgpack_find(whole, "nodes", &nodes) || !msgpack_array(&nodes, &t->n)
        || !msgpack_find(whole, "attrs", &attrs) || !msgpack_array(&attrs, &n_attrs)
        || !msgpack_find(whole, "params", &params) || !msgpack_array(&params, &n_params))
        return bad(t, "no lists of layers");
    if (t->n > MAX_NODES || n_attrs != t->n || n_params != t->n) return bad(t, "lists of layers differ in length");
    t->node = arena_array_of(t->b->mem, node, t->n);
    for (uint32_t i = 0; i < t->n; i++) {
        if (!read_node(&t->node[i], &nodes)) return bad(t, "a layer has no name");
        t->node[i].attrs = attrs;
        t->node[i].params = params;
        if (!msgpack_skip(&attrs) || !msgpack_skip(&params)) return bad(t, "cut off");
    }
    return FAIL_OK;
}

/* The k-th layer of that name, in file order. */
static const node *nth(const net *t, const char *name, uint32_t k)
{
    for (uint32_t i = 0; i < t->n; i++)
        if (str_is(t->node[i].name, name) && k-- == 0) return &t->node[i];
    return NULL;
}

static bool attribute(const node *n, const char *name, msgpack *value)
{
    str inner;
    if (!msgpack_find(n->attrs, name, value) || !msgpack_text(value, &inner)) return false;
    *value = msgpack_of(inner.ptr, inner.len);
    return true;
}

static bool read_shape(msgpack in, part *p)
{
    uint64_t size = 1;
    if (!msgpack_find(in, "shape", &in) || !msgpack_array(&in, &p->rank) || p->rank > PART_RANK) return false;
    for (uint32_t i = 0; i < PART_RANK; i++) {
        p->dim[i] = 1;
        if (i < p->rank && (!msgpack_uint(&in, &p->dim[i]) || p->dim[i] == 0 || p->dim[i] > UINT32_MAX)) return false;
        if (p->dim[i] > UINT32_MAX / size) return false;
        size *= p->dim[i];
    }
    p->n = size;
    return true;
}

/* Copies one array of floats (the file does not align them) into a part "net.as". */
static int add_array(const net *t, const node *n, const char *param, const char *as)
{
    msgpack in, at;
    str type, data;
    part p = {0};
    char full[64];
    snprintf(full, sizeof full, "%s.%s", t->name, as);
    if (!n || !msgpack_find(n->params, param, &in)) return bad(t, full);
    if (!msgpack_find(in, "type", &at) || !msgpack_text(&at, &type) || !str_is(type, "<f4")) return bad(t, full);
    if (!read_shape(in, &p) || !msgpack_find(in, "data", &at) || !msgpack_text(&at, &data)) return bad(t, full);
    if (data.len != p.n * sizeof(float)) return bad(t, full);
    float *copy = arena_array_of(t->b->mem, float, p.n);
    memcpy(copy, data.ptr, data.len);
    part *kept = bundle_add(t->b, full, PART_F32, copy, p.n);
    kept->rank = p.rank;
    memcpy(kept->dim, p.dim, sizeof p.dim);
    return FAIL_OK;
}

static int add_layer(const net *t, uint32_t k, const char *as)
{
    const node *maxout = nth(t, "maxout", k), *norm = nth(t, "layernorm", k);
    const struct { const node *from; const char *param, *tail; } want[] = {
        {maxout, "W", "W"}, {maxout, "b", "b"}, {norm, "G", "G"}, {norm, "b", "beta"}};
    int code = FAIL_OK;
    for (uint32_t i = 0; !code && i < 4; i++) {
        char name[40];
        snprintf(name, sizeof name, "%s.%s", as, want[i].tail);
        code = add_array(t, want[i].from, want[i].param, name);
    }
    return code;
}

/* The names of the embedding's columns, each ended by NUL. */
static int add_columns(const net *t, uint32_t *n)
{
    const node *from = nth(t, "extract_features", 0);
    msgpack in;
    buf out = {.mem = t->b->mem};
    if (!from || !attribute(from, "columns", &in) || !msgpack_array(&in, n)) return bad(t, "no columns");
    for (uint32_t i = 0; i < *n; i++) {
        str column;
        if (!msgpack_text(&in, &column)) return bad(t, "no columns");
        buf_add(&out, column);
        buf_byte(&out, '\0');
    }
    char name[40];
    snprintf(name, sizeof name, "%s.columns", t->name);
    bundle_add(t->b, name, PART_BYTES, buf_str(&out).ptr, out.len);
    return FAIL_OK;
}

static int add_tables(const net *t, uint32_t n)
{
    uint32_t *seeds = arena_array_of(t->b->mem, uint32_t, n);
    for (uint32_t i = 0; i < n; i++) {
        const node *from = nth(t, "hashembed", i);
        msgpack at;
        uint64_t column, seed;
        char name[24];
        if (!from || !attribute(from, "column", &at) || !msgpack_uint(&at, &column) || column >= n) return bad(t, "a hash table has no column");
        if (!attribute(from, "seed", &at) || !msgpack_uint(&at, &seed)) return bad(t, "a hash table has no seed");
        seeds[column] = (uint32_t)seed;
        snprintf(name, sizeof name, "E%u", (unsigned)column);
        int code = add_array(t, from, "E", name);
        if (code) return code;
    }
    char name[40];
    snprintf(name, sizeof name, "%s.seeds", t->name);
    bundle_add(t->b, name, PART_U32, seeds, n);
    return FAIL_OK;
}

static bool attribute_is(const net *t, const char *layer, const char *name, uint64_t want)
{
    const node *n = nth(t, layer, 0);
    msgpack at;
    uint64_t v;
    return n && attribute(n, name, &at) && msgpack_uint(&at, &v) && v == want;
}

int weights_add_encoder(bundle *b, const char *name, str file, const char *path, fail *f)
{
    net t = {.b = b, .name = name, .path = path, .f = f};
    uint32_t n_columns = 0;
    int code = net_read(&t, file);
    if (!code) code = add_columns(&t, &n_columns);
    if (!code && (n_columns == 0 || n_columns > MAX_TABLES)) code = bad(&t, "number of columns");
    if (!code) code = add_tables(&t, n_columns);
    if (!code && !attribute_is(&t, "expand_window", "window_size", 1)) code = bad(&t, "window size is not 1");
    if (!code) code = add_layer(&t, 0, "mix");
    for (uint32_t k = 0; !code && k < DEPTH; k++) {
        char as[16];
        snprintf(as, sizeof as, "window%u", (unsigned)k);
        code = add_layer(&t, k + 1, as);
    }
    if (!code && nth(&t, "maxout", DEPTH + 1)) code = bad(&t, "number of window layers");
    if (!code && nth(&t, "static_vectors", 0)) code = add_array(&t, nth(&t, "static_vectors", 0), "W", "vector_W");
    return code;
}

int weights_add_linear(bundle *b, const char *name, str file, const char *path, fail *f)
{
    net t = {.b = b, .name = name, .path = path, .f = f};
    int code = net_read(&t, file);
    if (!code) code = add_array(&t, nth(&t, "softmax", 0), "W", "W");
    return code ? code : add_array(&t, nth(&t, "softmax", 0), "b", "b");
}

/* The layer that the root calls `name`. */
static const node *referred(const net *t, const char *name)
{
    msgpack at;
    uint64_t i;
    if (t->n == 0 || !msgpack_find(t->node[0].refs, name, &at) || !msgpack_uint(&at, &i) || i >= t->n) return NULL;
    return &t->node[i];
}

int weights_add_scorer(bundle *b, const char *name, str file, const char *path, fail *f)
{
    net t = {.b = b, .name = name, .path = path, .f = f};
    int code = net_read(&t, file);
    if (code) return code;
    const node *lower = referred(&t, "lower"), *upper = referred(&t, "upper"), *project = NULL;
    for (uint32_t i = 0; i < t.n; i++)
        if (str_is(t.node[i].name, "linear") && &t.node[i] != upper) project = &t.node[i];
    const struct { const node *from; const char *param, *as; } want[] = {
        {project, "W", "project.W"}, {project, "b", "project.b"}, {lower, "W", "lower.W"}, {lower, "b", "lower.b"},
        {lower, "pad", "lower.pad"}, {upper, "W", "upper.W"}, {upper, "b", "upper.b"}};
    for (uint32_t i = 0; !code && i < sizeof want / sizeof *want; i++) code = add_array(&t, want[i].from, want[i].param, want[i].as);
    return code;
}

/* ---- out of the bundle ------------------------------------------------- */
typedef struct shelf { const bundle *b; const char *net; fail *f; int code; } shelf;

static void refuse(shelf *s, const char *name, const char *what)
{
    if (!s->code) s->code = fail_set(s->f, FAIL_FORMAT, s->b->path, 0, "%s.%s: %s", s->net, name, what);
}

/* The floats of part "net.name", which must have these dims; 0 takes any and writes it back. */
static const float *take(shelf *s, const char *name, uint32_t *d0, uint32_t d1, uint32_t d2, uint32_t d3)
{
    char full[64];
    snprintf(full, sizeof full, "%s.%s", s->net, name);
    const part *p = bundle_find(s->b, full);
    if (!p || p->kind != PART_F32) return refuse(s, name, "weights are missing"), NULL;
    if (p->dim[0] == 0 || p->dim[0] > UINT32_MAX || (*d0 && p->dim[0] != *d0) || p->dim[1] != d1 || p->dim[2] != d2 || p->dim[3] != d3)
        return refuse(s, name, "weights are of another shape than supported"), NULL;
    *d0 = (uint32_t)p->dim[0];
    return p->data;
}

static maxout_layer take_layer(shelf *s, const char *as, uint32_t n_in)
{
    char name[4][32];
    const char *const tail[] = {"W", "b", "G", "beta"};
    for (int i = 0; i < 4; i++) snprintf(name[i], sizeof name[i], "%s.%s", as, tail[i]);
    uint32_t width = WIDTH;
    return (maxout_layer){take(s, name[0], &width, PIECES, n_in, 1), take(s, name[1], &width, PIECES, 1, 1),
                          take(s, name[2], &width, 1, 1, 1), take(s, name[3], &width, 1, 1, 1), n_in};
}

static uint32_t feature_number(str column)
{
    static const char *const name[N_FEATURES] = {"NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"};
    for (uint32_t i = 0; i < N_FEATURES; i++)
        if (str_is(column, name[i])) return i;
    return N_FEATURES;
}

static void take_tables(shelf *s, encoder_weights *w)
{
    char full[64];
    snprintf(full, sizeof full, "%s.columns", s->net);
    str rest = bundle_text(s->b, full), column;
    snprintf(full, sizeof full, "%s.seeds", s->net);
    const part *seeds = bundle_find(s->b, full);
    for (w->n_tables = 0; str_cut(&rest, '\0', &column); w->n_tables++) {
        uint32_t i = w->n_tables, feature = feature_number(column);
        bool fits = i < MAX_TABLES && seeds && seeds->kind == PART_U32 && i < seeds->n;
        if (!fits || feature == N_FEATURES) {
            refuse(s, "columns", fits ? "a feature that is not supported" : "too many or no seeds");
            return;
        }
        char name[16];
        snprintf(name, sizeof name, "E%u", (unsigned)i);
        hash_table *t = &w->table[i];
        *t = (hash_table){.seed = ((const uint32_t *)seeds->data)[i], .feature = feature};
        t->E = take(s, name, &t->rows, WIDTH, 1, 1);
    }
    if (w->n_tables == 0) refuse(s, "columns", "missing");
}

static void take_vectors(shelf *s, encoder_weights *w)
{
    uint32_t width = WIDTH;
    char full[64];
    snprintf(full, sizeof full, "%s.vector_W", s->net);
    if (!bundle_find(s->b, full)) return;
    w->vector_W = take(s, "vector_W", &width, VECTOR, 1, 1);
    shelf top = {s->b, "vectors", s->f, s->code};
    w->vectors = take(&top, "data", &w->n_vectors, VECTOR, 1, 1);
    s->code = top.code;
}

int weights_encoder(encoder_weights *w, const bundle *b, const char *name, fail *f)
{
    shelf s = {b, name, f, FAIL_OK};
    *w = (encoder_weights){0};
    take_tables(&s, w);
    take_vectors(&s, w);
    if (s.code) return s.code;
    w->mix = take_layer(&s, "mix", WIDTH * (w->n_tables + (w->vector_W ? 1 : 0)));
    for (uint32_t k = 0; k < DEPTH; k++) {
        char as[16];
        snprintf(as, sizeof as, "window%u", (unsigned)k);
        w->window[k] = take_layer(&s, as, 3 * WIDTH);
    }
    return s.code;
}

static linear_weights take_linear(shelf *s, const char *W, const char *bias, uint32_t n_in, uint32_t n_out)
{
    linear_weights w = {.n_in = n_in, .n_out = n_out};
    w.W = take(s, W, &w.n_out, n_in, 1, 1);
    w.b = take(s, bias, &w.n_out, 1, 1, 1);
    if (w.n_out > MAX_CLASSES) refuse(s, W, "more classes than supported");
    return w;
}

int weights_linear(linear_weights *w, const bundle *b, const char *name, uint32_t n_in, fail *f)
{
    shelf s = {b, name, f, FAIL_OK};
    *w = take_linear(&s, "W", "b", n_in, 0);
    return s.code;
}

int weights_scorer(scorer_weights *w, const bundle *b, const char *name, uint32_t n_slots, fail *f)
{
    shelf s = {b, name, f, FAIL_OK};
    uint32_t slots = n_slots, hidden = HIDDEN, one = 1;
    w->projection = take_linear(&s, "project.W", "project.b", WIDTH, HIDDEN);
    w->lower_W = take(&s, "lower.W", &slots, HIDDEN, HALVES, HIDDEN);
    w->lower_b = take(&s, "lower.b", &hidden, HALVES, 1, 1);
    w->pad = take(&s, "lower.pad", &one, n_slots, HIDDEN, HALVES);
    w->n_slots = n_slots;
    w->upper = take_linear(&s, "upper.W", "upper.b", HIDDEN, 0);
    return s.code;
}
