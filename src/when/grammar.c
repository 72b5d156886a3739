/* when/grammar.c: which phrases tell a time?  data/when/en.rules → phrases.
 *
 * `words` rules make classes of words with values, `part` rules name pieces of
 * phrases, `phrase` rules are what is looked for.  A `match` line with parts in
 * it is written out into all its forms when it is read, so that finding a
 * phrase later is one walk along a line of pieces. */
#include "when/when_internal.h"
#include <stdio.h>

enum { MAX_PIECES = 40, MAX_FORMS = 4000 };

typedef struct loader {
    grammar *g;
    arena   *mem;
    const rules *all;
    const rule *rule;
    uint32_t line;
    fail    *fail;
} loader;

static int bad(loader *l, const char *what, str which)
{
    return fail_set(l->fail, FAIL_FORMAT, l->rule->path, l->line, "%s: " STR_FMT, what, STR_ARG(which));
}

/* ---- symbols ---------------------------------------------------------- */
#define SYMBOL_UNIT(n) {#n, UNIT_##n},
#define SYMBOL_PART(n) {#n, PART_##n},
static const struct { const char *name; int32_t value; } symbols[] = {
    UNIT_LIST(SYMBOL_UNIT) PART_LIST(SYMBOL_PART)
    {"SP", SEASON_SP}, {"SU", SEASON_SU}, {"FA", SEASON_FA}, {"WI", SEASON_WI},
    {"early", SIDE_early}, {"mid", SIDE_mid}, {"late", SIDE_late},
    {"past", REF_past}, {"present", REF_present}, {"future", REF_future},
    {"published", FROM_published}, {"text", FROM_text}, {"either", FROM_either}, {"told", FROM_told},
    {"ad", ERA_ad}, {"bc", ERA_bc},
};

bool symbol_find(str name, int32_t *out)
{
    long n;
    if (str_to_int(name, &n))
        return *out = (int32_t)n, true;
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
        if (str_is(name, symbols[i].name))
            return *out = symbols[i].value, true;
    return false;
}

static bool slot_find(str name, slot *out)
{
#define SLOT_TEXT(n) #n,
    static const char *const names[] = {SLOT_LIST(SLOT_TEXT)};
    for (uint32_t i = 0; i < SLOT_N; i++)
        if (str_is(name, names[i]))
            return *out = (slot)i, true;
    return false;
}

/* ---- words ------------------------------------------------------------ */
static uint32_t word_of(loader *l, str word)
{
    str key = scan_key(l->mem, word);
    uint32_t *n = map_at(&l->g->words, key, NONE);
    if (*n == NONE)
        *n = l->g->n_words++;
    return *n;
}

/* Cuts a multi-word entry at "_", "-" and "'" as scan_text would. */
static void entry_words(loader *l, entry *e, str text)
{
    array(uint32_t) list = {0};
    uint32_t first = 0;
    for (uint32_t i = 0; i <= text.len; i++) {
        bool mark = i < text.len && (text.ptr[i] == '-' || text.ptr[i] == '\'' || text.ptr[i] == '.');
        if (i < text.len && !mark && text.ptr[i] != '_' && text.ptr[i] != ' ')
            continue;
        if (i > first)
            array_push(l->mem, list, word_of(l, str_slice(text, first, i)));
        if (mark)
            array_push(l->mem, list, word_of(l, str_slice(text, i, i + 1)));
        first = i + 1;
    }
    e->word = list.at;
    e->n_words = list.n;
}

static void add_entry(loader *l, uint32_t class, str text, int32_t value)
{
    entry *e = array_add(l->mem, l->g->entries);
    e->class = class;
    e->value = value;
    e->capital = text.ptr[0] >= 'A' && text.ptr[0] <= 'Z';
    if (text.len > 1 && text.ptr[text.len - 1] == '.') {
        e->dot = true;
        text.len--;
    }
    entry_words(l, e, text);
}

static uint32_t class_of(loader *l, str name)
{
    uint32_t *n = map_at(&l->g->classes, name, NONE);
    if (*n == NONE)
        *n = l->g->n_classes++;
    return *n;
}

static int read_words(loader *l)
{
    uint32_t class = class_of(l, l->rule->name);
    for (uint32_t f = 0; f < l->rule->n_fields; f++) {
        str rest = l->rule->field[f].value, item;
        l->line = l->rule->field[f].line;
        if (!str_is(l->rule->field[f].name, "is"))
            return bad(l, "unknown field of words", l->rule->field[f].name);
        while (str_word(&rest, &item)) {
            uint32_t at = str_find(item, S("="));
            int32_t value = 0;
            if (at < item.len && !symbol_find(str_slice(item, at + 1, item.len), &value))
                return bad(l, "unknown value", item);
            add_entry(l, class, str_slice(item, 0, at), value);
        }
    }
    return 0;
}

/* ---- pieces ----------------------------------------------------------- */
static const char *const number_classes[CLASS_N] = {"number", "year", "yy", "day", "mm", "nth", "hour", "sixty", "decade", "any"};

static int class_piece(loader *l, piece *p, str inside)
{
    str name, slot_name = inside;
    str_cut(&slot_name, '@', &name);
    if (!slot_name.len)
        slot_name = name;
    p->kind = PIECE_CLASS;
    p->class = map_get(&l->g->classes, name, NONE);
    if (p->class == NONE)
        return bad(l, "unknown class", name);
    if (!slot_find(slot_name, &p->slot))
        return bad(l, "unknown slot", slot_name);
    return 0;
}

static void word_piece(loader *l, piece *p, str text)
{
    str one;
    array(uint32_t) list = {0};
    while (str_cut(&text, '|', &one))
        array_push(l->mem, list, word_of(l, one));
    p->kind = PIECE_WORD;
    p->word = list.at;
    p->n_words = list.n;
}

static int read_piece(loader *l, piece *p, str text)
{
    if (str_is(text, "[") || str_is(text, "]"))
        return p->kind = str_is(text, "[") ? PIECE_OPEN : PIECE_CLOSE, 0;
    if (text.len > 1 && text.ptr[0] == '+') {
        p->glued = true;
        text = str_slice(text, 1, text.len);
    }
    if (text.len > 1 && text.ptr[text.len - 1] == '?') {
        p->optional = true;
        text.len--;
    }
    if (text.ptr[0] == '{' && text.ptr[text.len - 1] == '}')
        return class_piece(l, p, str_slice(text, 1, text.len - 1));
    return word_piece(l, p, text), 0;
}

/* ---- values ----------------------------------------------------------- */
static int read_argument(loader *l, argument *a, str text)
{
    str key;
    str_cut(&text, '=', &key);
    if (!slot_find(key, &a->slot))
        return bad(l, "unknown slot", key);
    a->from_slot = text.len > 1 && text.ptr[0] == '$';
    if (a->from_slot ? !slot_find(str_slice(text, 1, text.len), &a->source) : !symbol_find(text, &a->value))
        return bad(l, "unknown value", text);
    return 0;
}

static int read_value(loader *l, phrase *p, str text)
{
    str word;
    array(argument) list = {0};
    if (p->n_values == MAX_SPANS)
        return bad(l, "too many values", text);
    result *v = &p->value[p->n_values++];
    if (!str_word(&text, &word) || !anchor_op_find(word, &v->op))
        return bad(l, "unknown operation", word);
    while (str_word(&text, &word)) {
        int code = read_argument(l, array_add(l->mem, list), word);
        if (code)
            return code;
    }
    v->arg = list.at;
    v->n_args = list.n;
    return 0;
}

static const struct { const char *name; guard_kind kind; bool wanted, class; } guard_names[] = {
    {"next", GUARD_NEXT, true, true},          {"not-next", GUARD_NEXT, false, true},
    {"prev", GUARD_PREV, true, true},          {"not-prev", GUARD_PREV, false, true},
    {"counting", GUARD_COUNTING, true, false}, {"not-counting", GUARD_COUNTING, false, false},
    {"next-noun", GUARD_NEXT_NOUN, true, false}, {"not-next-noun", GUARD_NEXT_NOUN, false, false},
    {"past", GUARD_PAST, true, false},         {"not-in-name", GUARD_IN_NAME, false, false},
    {"not-doer", GUARD_DOER, false, false},
    {"tag", GUARD_TAG, true, false},           {"not-tag", GUARD_TAG, false, false},
};

/* 1: it was a guard; 0: it is none; negative: bad. */
static int read_guard(loader *l, void *list, const rule_field *f)
{
    array(guard) *guards = list;
    for (size_t i = 0; i < sizeof guard_names / sizeof *guard_names; i++) {
        if (!str_is(f->name, guard_names[i].name))
            continue;
        str rest = f->value, word = S("");
        while (str_word(&rest, &word)) {
            guard *g = array_add(l->mem, *guards);
            *g = (guard){.kind = guard_names[i].kind, .wanted = guard_names[i].wanted};
            g->class = guard_names[i].class ? map_get(&l->g->classes, word, NONE) : NONE;
            if (guard_names[i].class && g->class == NONE)
                return bad(l, "unknown class", word);
            char label[8];
            snprintf(label, sizeof label, STR_FMT, STR_ARG(word));
            g->tag = tag_of(label);
        }
        return 1;
    }
    return 0;
}

/* ---- phrases ---------------------------------------------------------- */
static int add_form(loader *l, const phrase *head, str text)
{
    piece list[MAX_PIECES];
    uint32_t n = 0;
    str word;
    bool brackets = str_find(text, S("[")) < text.len;
    if (!brackets)
        list[n++] = (piece){.kind = PIECE_OPEN};
    while (str_word(&text, &word)) {
        if (n + 1 >= MAX_PIECES)
            return bad(l, "phrase too long", word);
        list[n] = (piece){0};
        int code = read_piece(l, &list[n++], word);
        if (code)
            return code;
    }
    if (!brackets)
        list[n++] = (piece){.kind = PIECE_CLOSE};
    if (l->g->phrases.n >= MAX_FORMS)
        return bad(l, "too many forms", l->rule->name);
    phrase *p = array_add(l->mem, l->g->phrases);
    *p = *head;
    p->order = l->g->phrases.n;
    p->n_pieces = n;
    p->piece = arena_array_of(l->mem, piece, n);
    memcpy(p->piece, list, n * sizeof *list);
    return 0;
}

static const rule *part_named(const loader *l, str name)
{
    for (uint32_t i = 0; i < l->all->n; i++)
        if (str_is(l->all->at[i].kind, "part") && str_eq(l->all->at[i].name, name))
            return &l->all->at[i];
    return NULL;
}

/* Writes out the first <part> of `text` in all its forms, then the rest. */
static int expand(loader *l, const phrase *head, str text, uint32_t depth)
{
    uint32_t open = str_find(text, S("<")), close = str_find(text, S(">"));
    if (open >= close || close == text.len)
        return add_form(l, head, text);
    const rule *given = part_named(l, str_slice(text, open + 1, close));
    if (!given || depth > 8)
        return bad(l, given ? "parts within parts without end" : "unknown part", text);
    str before = str_slice(text, 0, open), behind = str_slice(text, close + 1, text.len);
    int code = 0;
    if (behind.len && behind.ptr[0] == '?') {
        behind = str_slice(behind, 1, behind.len);
        code = expand(l, head, str_printf(l->mem, STR_FMT STR_FMT, STR_ARG(before), STR_ARG(behind)), depth);
    }
    for (uint32_t f = 0; f < given->n_fields && !code; f++)
        code = expand(l, head, str_printf(l->mem, STR_FMT STR_FMT STR_FMT, STR_ARG(before), STR_ARG(given->field[f].value), STR_ARG(behind)),
                      depth + 1);
    return code;
}

static int read_head(loader *l, phrase *head)
{
    array(guard) guards = {0};
    head->why = l->rule->why;
    for (uint32_t f = 0; f < l->rule->n_fields; f++) {
        const rule_field *field = &l->rule->field[f];
        l->line = field->line;
        int code = read_guard(l, &guards, field);
        if (code < 0)
            return code;
        if (str_is(field->name, "value") && (code = read_value(l, head, field->value)) != 0)
            return code;
        if (str_is(field->name, "range"))
            head->range = true;
        else if (!code && !str_is(field->name, "match") && !str_is(field->name, "value") && !str_is(field->name, "ex") && !str_is(field->name, "no"))
            return bad(l, "unknown field of a phrase", field->name);
    }
    head->guard = guards.at;
    head->n_guards = guards.n;
    return head->n_values ? 0 : bad(l, "phrase without value", l->rule->name);
}

static int read_phrase(loader *l)
{
    phrase head = {0};
    int code = read_head(l, &head);
    for (uint32_t f = 0; f < l->rule->n_fields && !code; f++) {
        l->line = l->rule->field[f].line;
        if (str_is(l->rule->field[f].name, "match"))
            code = expand(l, &head, l->rule->field[f].value, 0);
    }
    return code;
}

/* ---- index ------------------------------------------------------------ */
static void index_phrase(loader *l, uint32_t number)
{
    grammar *g = l->g;
    const phrase *p = &g->phrases.at[number];
    for (uint32_t i = 0; i < p->n_pieces; i++) {
        const piece *q = &p->piece[i];
        if (q->kind == PIECE_CLASS)
            array_push(l->mem, g->starts_class[q->class], number);
        for (uint32_t k = 0; q->kind == PIECE_WORD && k < q->n_words; k++)
            array_push(l->mem, g->starts_word[q->word[k]], number);
        if ((q->kind == PIECE_CLASS || q->kind == PIECE_WORD) && !q->optional)
            return;
    }
}

static void index_all(loader *l)
{
    grammar *g = l->g;
    g->entries_of = arena_array_of(l->mem, numbers, g->n_words + 1);
    g->starts_word = arena_array_of(l->mem, numbers, g->n_words + 1);
    g->starts_class = arena_array_of(l->mem, numbers, g->n_classes + 1);
    for (uint32_t i = 0; i < g->entries.n; i++)
        array_push(l->mem, g->entries_of[g->entries.at[i].word[0]], i);
    for (uint32_t i = 0; i < g->phrases.n; i++)
        index_phrase(l, i);
}

static int read_kind(loader *l, const char *kind, int (*read)(loader *))
{
    int code = 0;
    for (uint32_t i = 0; i < l->all->n && !code; i++) {
        l->rule = &l->all->at[i];
        l->line = l->rule->line;
        if (str_is(l->rule->kind, kind))
            code = read(l);
    }
    return code;
}

static void name_classes(loader *l)
{
    grammar *g = l->g;
    g->words.mem = g->classes.mem = l->mem;
    for (uint32_t i = 0; i < CLASS_N; i++)
        class_of(l, str_of(number_classes[i]));
    g->class_cardinal = class_of(l, S("cardinal"));
    g->class_ordinal = class_of(l, S("ordinal"));
    g->class_vague = class_of(l, S("vague"));
    g->class_prefix = class_of(l, S("prefix"));
    g->class_holiday = class_of(l, S("holiday"));
    g->class_currency = class_of(l, S("currency"));
    g->class_unit = class_of(l, S("unit"));
    g->class_year_before = class_of(l, S("year-before"));
    uint32_t *const word[] = {&g->dot, &g->dash, &g->slash, &g->and, &g->a, &g->an, &g->half, &g->th, &g->st, &g->nd, &g->rd};
    static const char *const text[] = {".", "-", "/", "and", "a", "an", "half", "th", "st", "nd", "rd"};
    for (size_t i = 0; i < sizeof text / sizeof *text; i++)
        *word[i] = word_of(l, str_of(text[i]));
}

int grammar_load(grammar *g, arena *mem, const dataset *data, const holidays *h, fail *f)
{
    str text;
    const char *path;
    rules all;
    int code = dataset_text(data, "when/en.rules", &text, &path, f);
    if (code || (code = rules_read(&all, mem, text, path, f)) != 0)
        return code;
    loader l = {.g = g, .mem = mem, .all = &all, .fail = f};
    name_classes(&l);
    for (uint32_t i = 0; i < h->at.n; i++)
        for (uint32_t k = 0; k < h->at.at[i].n_names; k++)
            add_entry(&l, g->class_holiday, h->at.at[i].name[k], (int32_t)i);
    if ((code = read_kind(&l, "words", read_words)) != 0 || (code = read_kind(&l, "phrase", read_phrase)) != 0)
        return code;
    index_all(&l);
    return 0;
}
