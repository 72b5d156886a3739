/* lemma.c: what is the dictionary form of a word? (spaCy's rule lemmatizer)
 *
 *     feared VERB → fear: an ending that leads to a listed word
 *     went VERB → go: an exception       London PROPN → London: none for names */
#include "base/utf8.h"
#include "parse/words.h"
#include <stdlib.h>

typedef struct by_pos { const char *pos; lemma_table table; bool is_empty; } by_pos;

#define POS_TEXT(n) #n,
static const char *const pos_names[] = {POS_LIST(POS_TEXT)};
#define N_POS (sizeof pos_names / sizeof *pos_names)

struct lemmatizer { by_pos pos[N_POS]; };

static bool morph_has(const char *morph, const char *feature)
{
    str rest = str_of(morph), one;
    while (str_cut(&rest, '|', &one))
        if (str_is(one, feature)) return true;
    return false;
}

static bool is_base_form(const char *pos_text, const char *morph)
{
    if (!*morph) return false;
    if (strcmp(pos_text, "NOUN") == 0 && morph_has(morph, "Number=Sing")) return true;
    if (morph_has(morph, "VerbForm=Inf") || morph_has(morph, "VerbForm=None") || morph_has(morph, "Degree=Pos")) return true;
    return strcmp(pos_text, "VERB") == 0 && morph_has(morph, "VerbForm=Fin") && morph_has(morph, "Tense=Pres") && !strstr(morph, "Number=");
}

static bool is_alpha(str s)
{
    uint32_t cp;
    for (uint32_t i = 0; i < s.len;) {
        i += utf8_next(s.ptr + i, s.ptr + s.len, &cp);
        if (!utf8_is_alpha(cp)) return false;
    }
    return s.len > 0;
}

/* The forms that endings lead to.  spaCy puts a listed word in front of those
 * found before, and one that is not all letters behind; the first counts. */
typedef struct found { str best, other, unlisted; } found;

static str replace_end(arena *mem, str lower, str old, str new)
{
    buf out = {.mem = mem};
    buf_add(&out, str_slice(lower, 0, lower.len - old.len));
    buf_add(&out, new);
    return buf_str(&out);
}

static void try_endings(const lemma_table *t, arena *mem, str lower, found *f)
{
    str rest = t->endings, old, new;
    while (str_cut(&rest, '\0', &old) && str_cut(&rest, '\0', &new)) {
        if (!str_ends(lower, old)) continue;
        str form_ = replace_end(mem, lower, old, new);
        if (form_.len == 0) continue;
        if (id_set_find(&t->index, strings_id(form_)) != UINT32_MAX) f->best = form_;
        else if (!is_alpha(form_)) f->other = f->other.ptr ? f->other : form_;
        else if (!f->unlisted.ptr) f->unlisted = form_;
    }
}

/* The last exception that the endings did not find goes in front of all. */
static str with_exceptions(const lemma_table *t, arena *mem, str lower, const found *f)
{
    str best = f->best.ptr ? f->best : f->other, one;
    uint32_t i = id_set_find(&t->exceptions.keys, strings_id(lower));
    if (i == UINT32_MAX) return best;
    str rest = id_map_list(&t->exceptions, i);
    array(str) seen = {0};
    str ends = t->endings, old, new;
    while (str_cut(&ends, '\0', &old) && str_cut(&ends, '\0', &new)) {
        if (!str_ends(lower, old)) continue;
        str form_ = replace_end(mem, lower, old, new);
        bool listed = id_set_find(&t->index, strings_id(form_)) != UINT32_MAX;
        if (form_.len && (listed || !is_alpha(form_))) array_push(mem, seen, form_);
    }
    while (id_map_next(&rest, &one)) {
        bool is_new = true;
        for (uint32_t k = 0; k < seen.n; k++) is_new = is_new && !str_eq(seen.at[k], one);
        if (!is_new) continue;
        best = one;
        array_push(mem, seen, one);
    }
    return best;
}

static str by_rules(const lemma_table *t, arena *mem, str text, str lower)
{
    found f = {{NULL, 0}, {NULL, 0}, {NULL, 0}};
    try_endings(t, mem, lower, &f);
    str best = with_exceptions(t, mem, lower, &f);
    if (!best.ptr) best = f.unlisted;
    return best.ptr ? best : text;
}

str lemmatizer_find(const lemmatizer *l, arena *mem, str text, str lower, const char *pos_text, const char *morph)
{
    if (!*pos_text || strcmp(pos_text, "SPACE") == 0 || strcmp(pos_text, "EOL") == 0 || is_base_form(pos_text, morph)) return lower;
    for (size_t i = 0; i < N_POS; i++)
        if (strcmp(l->pos[i].pos, pos_text) == 0 && !l->pos[i].is_empty) return by_rules(&l->pos[i].table, mem, text, lower);
    return strcmp(pos_text, "PROPN") == 0 ? text : lower;
}

static int open_pos(lemmatizer *l, const model *m, fail *f)
{
    for (size_t i = 0; i < N_POS; i++) {
        by_pos *p = &l->pos[i];
        p->pos = pos_names[i];
        char lower[16];
        uint32_t n = (uint32_t)strlen(p->pos);
        for (uint32_t k = 0; k < n; k++) lower[k] = (char)(p->pos[k] | 0x20);
        int code = model_lemmas(m, (str){lower, n}, &p->table, f);
        if (code) return code;
        p->is_empty = p->table.index.n == 0 && p->table.exceptions.keys.n == 0 && p->table.endings.len == 0;
    }
    return FAIL_OK;
}

int lemmatizer_open(lemmatizer **out, const model *m, fail *f)
{
    lemmatizer *l = calloc(1, sizeof *l);
    *out = l;
    if (!l) return fail_set(f, FAIL_MEMORY, "", 0, "no memory for the lemmatizer");
    int code = open_pos(l, m, f);
    if (code) {
        lemmatizer_close(l);
        *out = NULL;
    }
    return code;
}

void lemmatizer_close(lemmatizer *l) { free(l); }
