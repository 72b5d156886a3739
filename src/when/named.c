/* when/named.c: which dated event does the text name?
 *
 * data/when/named.tsv lists wars, treaties, attacks and the like with their
 * days and all their common names.  A name that several events share stands
 * there with the words that tell which one is meant. */
#include "base/table.h"
#include "when/when_internal.h"

static uint32_t number_of(named_list *n, arena *mem, str word)
{
    uint32_t *at = map_at(&n->words, scan_key(mem, word), NONE);
    if (*at == NONE)
        *at = n->n_words++;
    return *at;
}

/* Names are cut into words as texts are: numbers are words here, too. */
static void add_name(named_list *n, arena *mem, str name, const named *head)
{
    array(uint32_t) list = {0};
    named *e = array_add(mem, n->at);
    *e = *head;
    map none = {.mem = mem};
    atoms a = scan_text(mem, name, &none);
    for (uint32_t i = 0; i < a.n; i++) {
        e->capital |= a.at[i].capital;
        array_push(mem, list, number_of(n, mem, str_slice(name, a.at[i].start, a.at[i].end)));
    }
    e->word = list.at;
    e->n_words = list.n;
}

static int read_row(named_list *n, arena *mem, const table *t, uint32_t row, fail *f)
{
    named head = {.why = t->row[row].why, .needs = table_cell(t, row, table_column(t, "needs")),
                  .actor = table_cell(t, row, table_column(t, "actor")), .recipient = table_cell(t, row, table_column(t, "recipient"))};
    str names = table_cell(t, row, table_column(t, "names")), name;
    if (!day_parse(table_cell(t, row, table_column(t, "first")), &head.first) ||
        !day_parse(table_cell(t, row, table_column(t, "last")), &head.last) || head.last < head.first)
        return fail_set(f, FAIL_FORMAT, t->path, t->row[row].line, "first and last must be days in order");
    while (str_cut(&names, '|', &name))
        add_name(n, mem, str_trim(name), &head);
    return 0;
}

int named_load(named_list *n, arena *mem, const dataset *data, fail *f)
{
    str text;
    const char *path;
    table t;
    int code = dataset_text(data, "when/named.tsv", &text, &path, f);
    if (code || (code = table_read(&t, mem, text, path, f)) != 0)
        return code;
    n->words.mem = mem;
    for (uint32_t i = 0; i < t.n_rows && !code; i++)
        code = read_row(n, mem, &t, i, f);
    n->of = arena_array_of(mem, numbers, n->n_words + 1);
    for (uint32_t i = 0; i < n->at.n; i++)
        if (n->at.at[i].n_words)
            array_push(mem, n->of[n->at.at[i].word[0]], i);
    return code;
}

/* ---- finding ---------------------------------------------------------- */
static bool is_in_text(str text, str word)
{
    while (word.len && word.len <= text.len) {
        uint32_t at = str_find(text, word);
        if (at == text.len)
            return false;
        bool begins = at == 0 || !((text.ptr[at - 1] | 32) >= 'a' && (text.ptr[at - 1] | 32) <= 'z');
        if (begins)
            return true;
        text = str_slice(text, at + 1, text.len);
    }
    return false;
}

static bool needs_met(const named *e, str text)
{
    str rest = e->needs, word;
    if (!rest.len)
        return true;
    while (str_cut(&rest, '|', &word))
        if (is_in_text(text, str_trim(word)))
            return true;
    return false;
}

static bool stands_at(const named *e, const uint32_t *word, const atoms *a, uint32_t i)
{
    bool capital = !e->capital;
    if (i + e->n_words > a->n)
        return false;
    for (uint32_t k = 0; k < e->n_words; k++) {
        if (word[i + k] != e->word[k])
            return false;
        capital |= a->at[i + k].capital;
    }
    return capital;
}

/* What a name needs is looked for once a text. */
enum { NOT_LOOKED, MET, NOT_MET };

static bool is_met(const named_list *n, uint32_t k, str text, uint8_t *met)
{
    if (met[k] == NOT_LOOKED)
        met[k] = needs_met(&n->at.at[k], text) ? MET : NOT_MET;
    return met[k] == MET;
}

static const named *longest_at(const named_list *n, str text, const uint32_t *word, const atoms *a, uint32_t i, uint8_t *met)
{
    const named *best = NULL;
    const numbers *list = &n->of[word[i]];
    for (uint32_t k = 0; k < list->n; k++) {
        const named *e = &n->at.at[list->at[k]];
        if (stands_at(e, word, a, i) && (!best || e->n_words > best->n_words) && is_met(n, list->at[k], text, met))
            best = e;
    }
    return best;
}

named_hits named_find(arena *mem, const named_list *n, str text)
{
    named_hits hits = {0};
    atoms a = scan_text(mem, text, &n->words);
    uint32_t *word = arena_array_of(mem, uint32_t, a.n + 1);
    uint8_t *met = arena_array_of(mem, uint8_t, n->at.n + 1);
    for (uint32_t i = 0; i < a.n; i++)
        word[i] = a.at[i].kind == ATOM_NUMBER ? map_get(&n->words, str_slice(text, a.at[i].start, a.at[i].end), NONE) : a.at[i].word;
    for (uint32_t i = 0; i < a.n; i++) {
        const named *e = word[i] == NONE ? NULL : longest_at(n, text, word, &a, i, met);
        if (!e)
            continue;
        array_push(mem, hits, (named_hit){{a.at[i].start, a.at[i + e->n_words - 1].end}, e});
        i += e->n_words - 1;
    }
    return hits;
}
