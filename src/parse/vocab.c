/* vocab.c: what does spaCy know of a word from its text alone? */
#include "base/utf8.h"
#include "parse/words.h"
#include <stdlib.h>

struct vocab {
    const model *model;
    arena       *mem;
    array(word)  list;
    uint32_t    *slot, n_slots;     /* open addressing: index in list + 1 */
};

#define FIRST_SLOTS 4096u

/* Norms that spaCy's program has for every language; the model's own come first. */
static const struct { const char *norm, *words; } base_norms[] = {
    {"'s", "'s 'S ’s ’S"},
    {"'", "’ ‘ ´ `"},
    {"\"", "” “ '' `` ´´ „ » « ‘‘ ’’"},
    {"?", "？"}, {"!", "！"}, {",", "，"}, {";", "；"}, {":", "："}, {".", "。 ।"}, {"...", "…"},
    {"-", "— – -- --- ——"},
    {"$", "€ £ ¥ ฿ US$ C$ A$ ₺ ₹ ৳ ₩ Mex$ ₣ E£"},
};

vocab *vocab_new(const model *m)
{
    vocab *w = calloc(1, sizeof *w);
    if (!w) return NULL;
    w->model = m;
    w->mem = arena_new(0);
    if (w->mem) return w;
    free(w);
    return NULL;
}

void vocab_free(vocab *w)
{
    if (!w) return;
    arena_free(w->mem);
    free(w);
}

arena *vocab_arena(vocab *w) { return w->mem; }
uint32_t vocab_count(const vocab *w) { return w->list.n; }
word *vocab_at(vocab *w, uint32_t i) { return &w->list.at[i]; }

void vocab_forget(vocab *w)
{
    arena_reset(w->mem);
    memset(&w->list, 0, sizeof w->list);
    w->slot = NULL;
    w->n_slots = 0;
}

static void grow(vocab *w)
{
    w->n_slots = w->n_slots ? w->n_slots * 2 : FIRST_SLOTS;
    w->slot = arena_array_of(w->mem, uint32_t, w->n_slots);
    for (uint32_t i = 0; i < w->list.n; i++) {
        uint64_t at = (w->list.at[i].hash ^ w->list.at[i].norm) & (w->n_slots - 1);
        while (w->slot[at]) at = (at + 1) & (w->n_slots - 1);
        w->slot[at] = i + 1;
    }
}

static bool base_norm(str text, str *norm)
{
    for (size_t i = 0; i < sizeof base_norms / sizeof *base_norms; i++) {
        str rest = str_of(base_norms[i].words), one;
        while (str_cut(&rest, ' ', &one))
            if (str_eq(one, text)) return *norm = str_of(base_norms[i].norm), true;
    }
    return false;
}

static uint64_t norm_of(const vocab *w, str text, str lower)
{
    bool found;
    str norm = id_map_first(&w->model->norms, strings_id(text), &found);
    if (!found && text.len <= 6) found = base_norm(text, &norm);
    return strings_id(found ? norm : lower);
}

/* A character of a shape: letters and digits by class, all else itself. */
static uint32_t shape_class(uint32_t cp)
{
    if (utf8_is_alpha(cp)) return utf8_is_upper(cp) ? 'X' : 'x';
    return utf8_is_digit(cp) ? 'd' : cp;
}

#define SHAPE_LIMIT 100u /* code points; a longer word has the shape "LONG" */

static uint64_t shape_of(str text)
{
    char out[SHAPE_LIMIT * 4];
    uint32_t n = 0, points = 0, last = 0, run = 0, cp;
    for (uint32_t i = 0; i < text.len; points++) {
        if (points == SHAPE_LIMIT - 1 && utf8_count(text) >= SHAPE_LIMIT) return strings_id(S("LONG"));
        i += utf8_next(text.ptr + i, text.ptr + text.len, &cp);
        uint32_t class = shape_class(cp);
        run = class == last && points > 0 ? run + 1 : 0;
        last = class;
        if (run < 4) n += utf8_put(class, out + n);
    }
    return strings_id((str){out, n});
}

static str last_points(str text, uint32_t n)
{
    uint32_t at = text.len;
    for (; n > 0 && at > 0; n--)
        do at--;
        while (at > 0 && ((uint8_t)text.ptr[at] & 0xC0) == 0x80);
    return str_slice(text, at, text.len);
}

static bool all_space(str text)
{
    uint32_t cp;
    for (uint32_t i = 0; i < text.len;) {
        i += utf8_next(text.ptr + i, text.ptr + text.len, &cp);
        if (!utf8_is_space(cp)) return false;
    }
    return text.len > 0;
}

static uint32_t vector_row(const model *m, str text)
{
    uint32_t i = id_set_find(&m->vector_words, strings_id(text));
    if (i == UINT32_MAX || m->vector_row[i] >= m->n_vectors) return NO_VECTOR;
    return m->vector_row[i];
}

static word make(vocab *w, str text, uint64_t hash, uint64_t norm)
{
    uint32_t cp;
    word new = {.text = str_copy(w->mem, text), .norm = norm, .hash = hash, .is_space = all_space(text)};
    str lower = utf8_lower(w->mem, text);
    new.lower = str_eq(lower, text) ? new.text : lower;
    new.features.of[FEATURE_NORM] = norm ? norm : norm_of(w, text, lower);
    new.features.of[FEATURE_PREFIX] = strings_id(str_slice(text, 0, utf8_next(text.ptr, text.ptr + text.len, &cp)));
    new.features.of[FEATURE_SUFFIX] = strings_id(last_points(text, 3));
    new.features.of[FEATURE_SHAPE] = shape_of(text);
    new.features.of[FEATURE_IS_SPACE] = new.is_space;
    new.features.vector = vector_row(w->model, text);
    return new;
}

uint32_t vocab_find(vocab *w, str text, uint64_t norm)
{
    uint64_t hash = strings_hash(text.ptr, text.len), at;
    if (2 * w->list.n >= w->n_slots) grow(w);
    for (at = (hash ^ norm) & (w->n_slots - 1); w->slot[at]; at = (at + 1) & (w->n_slots - 1)) {
        const word *seen = &w->list.at[w->slot[at] - 1];
        if (seen->hash == hash && seen->norm == norm && str_eq(seen->text, text)) return w->slot[at] - 1;
    }
    word new = make(w, text, hash, norm);
    array_push(w->mem, w->list, new);
    w->slot[at] = w->list.n;
    return w->list.n - 1;
}
