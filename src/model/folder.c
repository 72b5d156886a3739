/* folder.c: what does this spaCy model folder hold, and can we run it? */
#include "model/folder.h"
#include "model/config.h"
#include "model/msgpack.h"
#include "model/strings.h"
#include "model/weights.h"
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static const char *const sources[] = {
    "meta.json", "config.cfg", "tokenizer", "vocab/lookups.bin", "vocab/key2row", "vocab/vectors", "vocab/vectors.cfg",
    "tok2vec/model", "tagger/model", "tagger/cfg", "parser/model", "parser/moves", "parser/cfg", "ner/model", "ner/moves",
    "ner/cfg", "attribute_ruler/patterns", "lemmatizer/lookups/lookups.bin"};

typedef struct reader { bundle *b; const char *dir; bytes *open; const char *path; fail *f; } reader;

bool folder_is_model(arena *mem, const char *dir)
{
    struct stat st;
    return stat(str_printf(mem, "%s/meta.json", dir).ptr, &st) == 0 && S_ISREG(st.st_mode);
}

uint64_t folder_stamp(arena *mem, const char *dir)
{
    uint64_t seen[sizeof sources / sizeof *sources][3] = {{0}};
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        struct stat st;
        if (stat(str_printf(mem, "%s/%s", dir, sources[i]).ptr, &st) != 0) continue;
        seen[i][0] = (uint64_t)st.st_size;
        seen[i][1] = (uint64_t)st.st_mtim.tv_sec;
        seen[i][2] = (uint64_t)st.st_mtim.tv_nsec;
    }
    uint64_t stamp = bytes_checksum(seen, sizeof seen);
    return stamp ? stamp : 1;
}

static int bad(const reader *r, const char *what) { return fail_set(r->f, FAIL_FORMAT, r->path, 0, "damaged: %s", what); }

/* Opens a file of the folder; the one before it is closed. */
static int next_file(reader *r, const char *name, str *text)
{
    bytes_close(r->open);
    r->path = str_printf(r->b->mem, "%s/%s", r->dir, name).ptr;
    int code = bytes_map(r->open, r->path, r->f);
    if (!code && r->open->len > UINT32_MAX / 2) code = fail_set(r->f, FAIL_TOO_LARGE, r->path, 0, "too large");
    *text = (str){(const char *)r->open->ptr, (uint32_t)r->open->len};
    return code;
}

static void keep(reader *r, const char *name, str text)
{
    bundle_add(r->b, name, PART_BYTES, str_copy(r->b->mem, text).ptr, text.len);
}

/* ---- JSON -------------------------------------------------------------- */
static json_object *parse_json(str text)
{
    json_tokener *tok = json_tokener_new_ex(16);
    json_object *o = tok ? json_tokener_parse_ex(tok, text.ptr, (int)text.len) : NULL;
    json_tokener_free(tok);
    return o;
}

/* tagger/cfg: the labels, ended by NUL each. */
static int read_labels(reader *r)
{
    str text;
    int code = next_file(r, "tagger/cfg", &text);
    if (code) return code;
    json_object *o = parse_json(text), *labels = NULL;
    buf out = {.mem = r->b->mem};
    bool is_list = o && json_object_object_get_ex(o, "labels", &labels) && json_object_is_type(labels, json_type_array);
    for (size_t i = 0; is_list && i < json_object_array_length(labels); i++) {
        buf_add(&out, str_of(json_object_get_string(json_object_array_get_idx(labels, i))));
        buf_byte(&out, '\0');
    }
    json_object_put(o);
    if (out.len == 0) return bad(r, "no labels");
    bundle_add(r->b, "tagger.labels", PART_BYTES, buf_str(&out).ptr, out.len);
    return FAIL_OK;
}

typedef struct labelled { int action; int64_t freq; const char *label; } labelled;

/* spaCy's order of classes: by action, then frequency and label from the highest. */
static int compare_labelled(const void *pa, const void *pb)
{
    const labelled *a = pa, *b = pb;
    if (a->action != b->action) return a->action < b->action ? -1 : 1;
    if (a->freq != b->freq) return a->freq > b->freq ? -1 : 1;
    return -strcmp(a->label, b->label);
}

/* Writes the classes of {"0": {label: frequency}, ...} in order; false if it is not of that form. */
static bool write_moves(buf *out, json_object *o, bool is_ner)
{
    labelled all[512];
    size_t n = 0;
    if (!o || !json_object_is_type(o, json_type_object)) return false;
    json_object_object_foreach(o, action, labels) {
        if (action[0] < '0' || action[0] > '5' || action[1] || !json_object_is_type(labels, json_type_object)) return false;
        json_object_object_foreach(labels, label, freq) {
            if (is_ner && (action[0] == '0' || (action[0] == '5' && label[0]))) continue;
            if (n == sizeof all / sizeof *all || json_object_get_int64(freq) < 0) return false;
            all[n++] = (labelled){action[0] - '0', json_object_get_int64(freq), label};
        }
    }
    qsort(all, n, sizeof *all, compare_labelled);
    for (size_t i = 0; i < n; i++) {
        buf_byte(out, (char)('0' + all[i].action));
        buf_add(out, str_of(all[i].label));
        buf_byte(out, '\0');
    }
    return n > 0;
}

static int read_moves(reader *r, const char *name, const char *part_name, bool is_ner)
{
    str text, json;
    int code = next_file(r, name, &text);
    if (code) return code;
    msgpack at = msgpack_of(text.ptr, text.len);
    if (!msgpack_skip(&at)) return bad(r, "cut off");
    if (!msgpack_find(msgpack_of(text.ptr, text.len), "moves", &at) || !msgpack_text(&at, &json)) return bad(r, "no moves");
    buf out = {.mem = r->b->mem};
    json_object *o = parse_json(json);
    bool done = write_moves(&out, o, is_ner);
    json_object_put(o);
    if (!done) return bad(r, "moves of another form");
    bundle_add(r->b, part_name, PART_BYTES, buf_str(&out).ptr, out.len);
    return FAIL_OK;
}

/* Greedy decoding only. */
static int check_beam(reader *r, const char *name)
{
    str text;
    int code = next_file(r, name, &text);
    if (code) return code;
    json_object *o = parse_json(text), *width = NULL;
    bool greedy = o && (!json_object_object_get_ex(o, "beam_width", &width) || json_object_get_int(width) == 1);
    json_object_put(o);
    return greedy ? FAIL_OK : fail_set(r->f, FAIL_VERSION, r->path, 0, "a beam search, which is not supported");
}

/* ---- tables keyed by ids ----------------------------------------------- */
typedef struct keyed { uint64_t key; str text; uint32_t row; } keyed;
typedef array(keyed) keyed_list;

static int compare_keyed(const void *pa, const void *pb)
{
    const keyed *a = pa, *b = pb;
    return a->key < b->key ? -1 : a->key > b->key;
}

/* Sorts and keeps the last of equal keys. */
static void sort_keyed(keyed_list *list)
{
    uint32_t n = 0;
    if (list->n) qsort(list->at, list->n, sizeof *list->at, compare_keyed);
    for (uint32_t i = 0; i < list->n; i++)
        if (i + 1 == list->n || list->at[i + 1].key != list->at[i].key) list->at[n++] = list->at[i];
    list->n = n;
}

static void add_keys(reader *r, const char *name, const keyed_list *list)
{
    uint64_t *key = arena_array_of(r->b->mem, uint64_t, list->n);
    for (uint32_t i = 0; i < list->n; i++) key[i] = list->at[i].key;
    bundle_add(r->b, name, PART_U64, key, list->n);
}

static void add_map(reader *r, const char *name, keyed_list *list)
{
    sort_keyed(list);
    uint32_t *at = arena_array_of(r->b->mem, uint32_t, (size_t)list->n + 1);
    buf text = {.mem = r->b->mem};
    for (uint32_t i = 0; i < list->n; i++) {
        at[i] = (uint32_t)text.len;
        buf_add(&text, list->at[i].text);
    }
    at[list->n] = (uint32_t)text.len;
    add_keys(r, str_printf(r->b->mem, "%s.key", name).ptr, list);
    bundle_add(r->b, str_printf(r->b->mem, "%s.at", name).ptr, PART_U32, at, (uint64_t)list->n + 1);
    bundle_add(r->b, str_printf(r->b->mem, "%s.text", name).ptr, PART_BYTES, buf_str(&text).ptr, text.len);
}

/* A text, or a list of texts, as texts ended by NUL. */
static bool read_texts(reader *r, msgpack *in, str *out)
{
    buf b = {.mem = r->b->mem};
    uint32_t n = 1;
    msgpack before = *in;
    if (!msgpack_array(in, &n)) {
        *in = before;
        n = 1;
    }
    for (; n > 0; n--) {
        str text;
        if (!msgpack_text(in, &text)) return false;
        buf_add(&b, text);
        buf_byte(&b, '\0');
    }
    *out = buf_str(&b);
    return true;
}

static int read_norms(reader *r)
{
    str text;
    uint32_t n = 0;
    keyed_list list = {0};
    int code = next_file(r, "vocab/lookups.bin", &text);
    if (code) return code;
    msgpack at = msgpack_of(text.ptr, text.len);
    if (!msgpack_skip(&at)) return bad(r, "cut off");
    bool there = msgpack_find(msgpack_of(text.ptr, text.len), "lexeme_norm", &at);
    if (there && !msgpack_map(&at, &n)) return bad(r, "lexeme_norm");
    for (; n > 0; n--) {
        keyed k = {0};
        if (!msgpack_uint(&at, &k.key) || !read_texts(r, &at, &k.text)) return bad(r, "lexeme_norm");
        array_push(r->b->mem, list, k);
    }
    add_map(r, "norm", &list);
    return FAIL_OK;
}

/* ---- lemmas ------------------------------------------------------------ */
static bool read_index(reader *r, uint64_t pos, msgpack *in)
{
    uint32_t n;
    keyed_list list = {0};
    if (!msgpack_array(in, &n)) return false;
    for (; n > 0; n--) {
        str word;
        if (!msgpack_text(in, &word)) return false;
        array_push(r->b->mem, list, (keyed){.key = strings_id(word)});
    }
    sort_keyed(&list);
    add_keys(r, str_printf(r->b->mem, "index.%016llx", (unsigned long long)pos).ptr, &list);
    return true;
}

static bool read_exceptions(reader *r, uint64_t pos, msgpack *in)
{
    uint32_t n;
    keyed_list list = {0};
    if (!msgpack_map(in, &n)) return false;
    for (; n > 0; n--) {
        str form;
        keyed k = {0};
        if (!msgpack_text(in, &form) || !read_texts(r, in, &k.text)) return false;
        k.key = strings_id(form);
        array_push(r->b->mem, list, k);
    }
    add_map(r, str_printf(r->b->mem, "exc.%016llx", (unsigned long long)pos).ptr, &list);
    return true;
}

static bool read_endings(reader *r, uint64_t pos, msgpack *in)
{
    uint32_t n, two;
    buf out = {.mem = r->b->mem};
    if (!msgpack_array(in, &n)) return false;
    for (; n > 0; n--) {
        str from, to;
        if (!msgpack_array(in, &two) || two != 2 || !msgpack_text(in, &from) || !msgpack_text(in, &to)) return false;
        buf_add(&out, from);
        buf_byte(&out, '\0');
        buf_add(&out, to);
        buf_byte(&out, '\0');
    }
    bundle_add(r->b, str_printf(r->b->mem, "rules.%016llx", (unsigned long long)pos).ptr, PART_BYTES, buf_str(&out).ptr, out.len);
    return true;
}

static int read_lemmas(reader *r)
{
    static const struct { const char *table; bool (*read)(reader *, uint64_t, msgpack *); } table[] = {
        {"lemma_index", read_index}, {"lemma_exc", read_exceptions}, {"lemma_rules", read_endings}};
    str text;
    int code = next_file(r, "lemmatizer/lookups/lookups.bin", &text);
    if (code) return code;
    msgpack whole = msgpack_of(text.ptr, text.len);
    if (!msgpack_skip(&whole)) return bad(r, "cut off");
    for (int i = 0; i < 3; i++) {
        msgpack at;
        uint32_t n;
        if (!msgpack_find(msgpack_of(text.ptr, text.len), table[i].table, &at) || !msgpack_map(&at, &n)) return bad(r, table[i].table);
        for (; n > 0; n--) {
            uint64_t pos;
            if (!msgpack_uint(&at, &pos) || !table[i].read(r, pos, &at)) return bad(r, table[i].table);
        }
    }
    return FAIL_OK;
}

/* ---- word vectors ------------------------------------------------------ */
/* The number after `name` in a NumPy head, "'shape': (20000, 300), }". */
static bool head_shape(str head, uint64_t dim[2])
{
    uint32_t at = str_find(head, S("'shape': ("));
    str rest = str_slice(head, at, head.len), row, column;
    long a, b;
    if (!str_cut(&rest, '(', &row) || !str_cut(&rest, ',', &row) || !str_cut(&rest, ')', &column)) return false;
    if (!str_to_int(str_trim(row), &a) || !str_to_int(str_trim(column), &b) || a < 0 || b < 0) return false;
    dim[0] = (uint64_t)a;
    dim[1] = (uint64_t)b;
    return a < INT32_MAX && b < 4096;
}

static int read_vector_data(reader *r, uint64_t *n_rows)
{
    str text, head;
    uint64_t dim[2];
    int code = next_file(r, "vocab/vectors", &text);
    if (code) return code;
    if (text.len < 10 || memcmp(text.ptr, "\x93NUMPY\x01\x00", 8) != 0) return bad(r, "not a NumPy file of version 1");
    uint32_t start = 10 + (uint32_t)(uint8_t)text.ptr[8] + 256 * (uint32_t)(uint8_t)text.ptr[9];
    head = str_slice(text, 10, start);
    if (str_find(head, S("'<f4'")) == head.len || str_find(head, S("'fortran_order': False")) == head.len || !head_shape(head, dim))
        return bad(r, "not an array of floats by rows");
    uint64_t size = dim[0] * dim[1] * sizeof(float);
    if (start > text.len || text.len - start != size) return bad(r, "cut off");
    *n_rows = dim[0];
    if (dim[0] == 0) return FAIL_OK;
    float *data = arena_alloc(r->b->mem, size);
    memcpy(data, text.ptr + start, size);
    part *p = bundle_add(r->b, "vectors.data", PART_F32, data, dim[0] * dim[1]);
    p->rank = 2;
    p->dim[0] = dim[0];
    p->dim[1] = dim[1];
    return FAIL_OK;
}

static int read_vector_keys(reader *r, uint64_t n_rows)
{
    str text;
    uint32_t n;
    int code = next_file(r, "vocab/key2row", &text);
    if (code) return code;
    msgpack in = msgpack_of(text.ptr, text.len);
    if (!msgpack_map(&in, &n)) return bad(r, "not a map");
    keyed_list list = {.at = arena_array_of(r->b->mem, keyed, n), .cap = n};
    for (uint32_t i = 0; i < n; i++) {
        uint64_t key, row;
        if (!msgpack_uint(&in, &key) || !msgpack_uint(&in, &row)) return bad(r, "a key or row");
        if (row >= n_rows) return bad(r, "a row that is not there");
        list.at[list.n++] = (keyed){.key = key, .row = (uint32_t)row};
    }
    sort_keyed(&list);
    uint32_t *row = arena_array_of(r->b->mem, uint32_t, list.n);
    for (uint32_t i = 0; i < list.n; i++) row[i] = list.at[i].row;
    add_keys(r, "vectors.key", &list);
    bundle_add(r->b, "vectors.row", PART_U32, row, list.n);
    return FAIL_OK;
}

static int read_vectors(reader *r)
{
    str text;
    uint64_t n_rows = 0;
    int code = next_file(r, "vocab/vectors.cfg", &text);
    if (code) return code;
    if (str_find(text, S("\"default\"")) == text.len) return fail_set(r->f, FAIL_VERSION, r->path, 0, "word vectors of a kind that is not supported");
    code = read_vector_data(r, &n_rows);
    return code ? code : read_vector_keys(r, n_rows);
}

/* ---- all --------------------------------------------------------------- */
static int read_settings(reader *r)
{
    str text;
    int code = next_file(r, "config.cfg", &text);
    if (!code) code = config_check(text, r->path, r->f);
    if (code) return code;
    keep(r, "lang", config_string(text, "nlp", "lang"));
    code = check_beam(r, "parser/cfg");
    return code ? code : check_beam(r, "ner/cfg");
}

static int read_nets(reader *r)
{
    static const struct { const char *file, *net; int (*add)(bundle *, const char *, str, const char *, fail *); } net[] = {
        {"tok2vec/model", "tok2vec", weights_add_encoder}, {"tagger/model", "tagger", weights_add_linear},
        {"parser/model", "parser", weights_add_scorer},    {"ner/model", "ner", weights_add_encoder},
        {"ner/model", "ner", weights_add_scorer}};
    for (size_t i = 0; i < sizeof net / sizeof *net; i++) {
        str text;
        int code = next_file(r, net[i].file, &text);
        if (!code) code = net[i].add(r->b, net[i].net, text, r->path, r->f);
        if (code) return code;
    }
    return FAIL_OK;
}

/* A MessagePack file that is kept as it is; the parse room reads it. */
static int keep_msgpack(reader *r, const char *name, const char *part_name)
{
    str text;
    int code = next_file(r, name, &text);
    msgpack in = msgpack_of(text.ptr, text.len);
    if (!code && (!msgpack_skip(&in) || in.at != in.end)) code = bad(r, "cut off");
    if (!code) keep(r, part_name, text);
    return code;
}

static int read_words(reader *r)
{
    int code = keep_msgpack(r, "tokenizer", "tokenizer");
    if (!code) code = keep_msgpack(r, "attribute_ruler/patterns", "patterns");
    if (!code) code = read_norms(r);
    return code ? code : read_lemmas(r);
}

int folder_read(bundle *b, const char *dir, bytes *open, fail *f)
{
    reader r = {b, dir, open, dir, f};
    b->path = dir;
    int code = read_settings(&r);
    if (!code) code = read_labels(&r);
    if (!code) code = read_moves(&r, "parser/moves", "parser.moves", false);
    if (!code) code = read_moves(&r, "ner/moves", "ner.moves", true);
    if (!code) code = read_words(&r);
    if (!code) code = read_vectors(&r);
    if (!code) code = read_nets(&r);
    bytes_close(open);
    return code;
}
