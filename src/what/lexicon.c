/* lexicon.c: data/what/ → an index of words (format: docs/rules.md). */
#include "what/what_internal.h"
#include <stdlib.h>

static const char *const type_names[N_TYPES] = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
                                                "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"};

int lexicon_type(const what *w, str name)
{
    (void)w;
    for (int i = 0; i < N_TYPES; i++)
        if (str_is(name, type_names[i])) return i;
    return -1;
}

/* The next alternative of "a | b | c"; false at the end. */
static bool alternative(str *rest, str *out)
{
    if (!str_cut(rest, '|', out)) return false;
    *out = str_trim(*out);
    return true;
}

static const char *text_or_null(arena *mem, str s) { return s.len ? str_copy(mem, s).ptr : NULL; }

/* ---- classes -------------------------------------------------------------- */
#define SET_WORDS (MAX_CLASSES / 64)

static uint32_t class_number(what *w, str name)
{
    uint32_t *no = map_at(&w->class_no, name, w->class_names.n);
    if (*no == w->class_names.n) array_push(w->mem, w->class_names, name);
    return *no;
}

static uint64_t *set_of(what *w, str word)
{
    uint32_t *at = map_at(&w->class_words, word, w->class_sets.n);
    if (*at == w->class_sets.n)
        for (int i = 0; i < SET_WORDS; i++) array_push(w->mem, w->class_sets, 0);
    return &w->class_sets.at[*at];
}

bool lexicon_in_class(const what *w, str lemma, uint32_t no)
{
    uint32_t at = map_get(&w->class_words, lemma, NONE);
    return at != NONE && (w->class_sets.at[at + no / 64] >> (no % 64) & 1);
}

bool lexicon_is(const what *w, const char *list, str word)
{
    uint32_t no = w ? map_get(&w->class_no, str_of(list), NONE) : NONE;
    return no != NONE && lexicon_in_class(w, word, no);
}

/* Words of a class; an underscore stands for the blank of "nuclear_weapon". */
static void add_members(what *w, uint32_t no, str list, uint64_t *holds)
{
    for (str word; str_word(&list, &word);) {
        if (word.ptr[0] == '@') {
            uint32_t other = class_number(w, str_slice(word, 1, word.len));
            if (other < MAX_CLASSES) holds[other / 64] |= (uint64_t)1 << (other % 64);
            continue;
        }
        char *p = (char *)(uintptr_t)str_copy(w->mem, word).ptr;
        for (uint32_t i = 0; i < word.len; i++)
            if (p[i] == '_') p[i] = ' ';
        set_of(w, (str){p, word.len})[no / 64] |= (uint64_t)1 << (no % 64);
    }
}

/* A class that holds others has their words too: spreads until nothing is added. */
static void spread_classes(what *w, uint64_t (*holds)[SET_WORDS])
{
    bool more = true;
    while (more) {
        more = false;
        for (uint32_t at = 0; at < w->class_sets.n; at += SET_WORDS)
            for (uint32_t no = 0; no < w->class_names.n; no++)
                for (int k = 0; k < SET_WORDS; k++)
                    if ((w->class_sets.at[at + (uint32_t)k] & holds[no][k]) && !(w->class_sets.at[at + no / 64] >> (no % 64) & 1)) {
                        w->class_sets.at[at + no / 64] |= (uint64_t)1 << (no % 64);
                        more = true;
                    }
    }
}

static int load_classes(what *w, const rules *rs, fail *f)
{
    uint64_t(*holds)[SET_WORDS] = arena_alloc(w->mem, sizeof *holds * MAX_CLASSES);
    for (uint32_t i = 0; i < rs->n; i++) {
        const rule *r = &rs->at[i];
        str names = r->name, name;
        for (; alternative(&names, &name);) {
            uint32_t no = class_number(w, name);
            if (no >= MAX_CLASSES) return fail_set(f, FAIL_FORMAT, r->path, r->line, "more than %d classes", MAX_CLASSES);
            for (uint32_t k = 0; k < r->n_fields; k++)
                if (str_is(r->field[k].name, "is")) add_members(w, no, r->field[k].value, holds[no]);
        }
    }
    spread_classes(w, holds);
    return FAIL_OK;
}

/* "list count-killed": its words tell a number of the killed. */
static void index_counts(what *w)
{
    for (uint32_t no = 0; no < w->class_names.n; no++)
        if (str_starts(w->class_names.at[no], S("count-")))
            array_push(w->mem, w->counts, (count_kind){no, str_copy(w->mem, str_slice(w->class_names.at[no], 6, w->class_names.at[no].len)).ptr});
}

/* ---- places and conditions ------------------------------------------------- */
static const struct { const char *name; slot slot; } slot_names[] = {
    {"subject", SLOT_SUBJECT}, {"object", SLOT_OBJECT}, {"possessive", SLOT_POSSESSIVE}, {"modifier", SLOT_MODIFIER},
    {"governor", SLOT_GOVERNOR}, {"object-owner", SLOT_OBJECT_OWNER}, {"comp-subject", SLOT_COMP_SUBJECT},
    {"comp-object", SLOT_COMP_OBJECT}, {"any", SLOT_ANY}, {"none", SLOT_NONE}};

static where_at place_of(str name)
{
    for (size_t i = 0; i < sizeof slot_names / sizeof *slot_names; i++)
        if (str_is(name, slot_names[i].name)) return (where_at){slot_names[i].slot, {"", 0}};
    return (where_at){SLOT_PREP, name};
}

static uint32_t read_places(where_at *out, str list)
{
    uint32_t n = 0;
    for (str name; n < MAX_PLACES && alternative(&list, &name);)
        if (name.len) out[n++] = place_of(name);
    return n;
}

static const struct { const char *name; test_kind kind; } test_names[] = {
    {"any", TEST_ANY}, {"none", TEST_NONE}, {"party", TEST_PARTY}, {"state", TEST_STATE}, {"person", TEST_PERSON}, {"people", TEST_PEOPLE},
    {"place", TEST_PLACE}, {"event", TEST_EVENT}, {"to", TEST_COMP_TO}, {"that", TEST_COMP_THAT}, {"ing", TEST_COMP_ING},
    {"active", TEST_ACTIVE}, {"passive", TEST_PASSIVE}};

static test test_of(what *w, str value)
{
    test t = {.kind = TEST_WORD};
    if (value.len && value.ptr[0] == '!') {
        t.forbid = true;
        value = str_trim(str_slice(value, 1, value.len));
    }
    t.word = value;
    if (value.len && value.ptr[0] == '@') {
        t.kind = TEST_CLASS;
        t.class_no = class_number(w, str_slice(value, 1, value.len));
    }
    for (size_t i = 0; i < sizeof test_names / sizeof *test_names; i++)
        if (str_is(value, test_names[i].name)) t.kind = test_names[i].kind;
    return t;
}

static bool condition_place(str field, where_at *at)
{
    static const struct { const char *name; slot slot; } fields[] = {
        {"object", SLOT_OBJECT}, {"subject", SLOT_SUBJECT}, {"comp", SLOT_COMP}, {"voice", SLOT_VOICE},
        {"particle", SLOT_PARTICLE}, {"modifier", SLOT_MODIFIER}, {"comp-subject", SLOT_COMP_SUBJECT}};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (str_is(field, fields[i].name)) return *at = (where_at){fields[i].slot, {"", 0}}, true;
    if (!str_starts(field, S("with-"))) return false;
    *at = (where_at){SLOT_PREP, str_slice(field, 5, field.len)};
    return true;
}

static condition read_condition(what *w, where_at at, str list)
{
    array(test) tests = {0};
    for (str value; alternative(&list, &value);)
        if (value.len) array_push(w->mem, tests, test_of(w, value));
    return (condition){at, tests.at, tests.n};
}

/* ---- words ----------------------------------------------------------------- */
static bool is_joint(str word)
{
    return str_is(word, "of") || str_is(word, "for") || str_is(word, "to") || str_is(word, "on") || str_is(word, "in") || str_is(word, "at");
}

/* "arms embargo": the last word is the head; "call for help": the one before the preposition. */
static uint32_t noun_head(const str *word, uint32_t n)
{
    for (uint32_t i = 1; i < n; i++)
        if (is_joint(word[i])) return i - 1;
    return n - 1;
}

static uint32_t read_words(str list, str *word)
{
    uint32_t n = 0;
    while (n < MAX_WORDS && str_word(&list, &word[n])) n++;
    return n;
}

static int status_named(str name)
{
    static const char *const names[] = {"actual", "planned", "demanded", "denied", "hypothetical"};
    for (int i = 0; i < 5; i++)
        if (str_is(name, names[i])) return i;
    return -1;
}

static double number(str s, double fallback)
{
    char text[16];
    if (s.len == 0 || s.len >= sizeof text) return fallback;
    memcpy(text, s.ptr, s.len);
    text[s.len] = 0;
    return strtod(text, NULL);
}

static void read_contexts(arena *mem, const char **out, str list)
{
    uint32_t n = 0;
    for (str word; n < MAX_CONTEXTS && str_word(&list, &word);) out[n++] = str_copy(mem, word).ptr;
}

static int unknown_field(const rule *r, const rule_field *fd, fail *f)
{
    return fail_set(f, FAIL_FORMAT, r->path, fd->line, "unknown field \"" STR_FMT "\" in \"" STR_FMT " " STR_FMT "\"", STR_ARG(fd->name),
                    STR_ARG(r->kind), STR_ARG(r->name));
}

static void default_places(entry *e)
{
    static const slot noun_who[] = {SLOT_POSSESSIVE, SLOT_PREP, SLOT_PREP, SLOT_MODIFIER, SLOT_GOVERNOR};
    if (e->n_who == 0 && e->kind != WORD_NOUN) e->who[e->n_who++] = (where_at){SLOT_SUBJECT, {"", 0}};
    if (e->n_who == 0)
        for (int i = 0; i < 5; i++) e->who[e->n_who++] = (where_at){noun_who[i], i == 1 ? S("by") : i == 2 ? S("of") : (str){"", 0}};
    if (e->n_whom == 0 && e->kind != WORD_NOUN) e->whom[e->n_whom++] = (where_at){SLOT_OBJECT, {"", 0}};
    if (e->n_whom == 0) e->n_whom = read_places(e->whom, S("against | on | with | to | of"));
}

static bool entry_field(what *w, entry *e, str name, str value)
{
    if (str_is(name, "mode")) e->mode = text_or_null(w->mem, value);
    else if (str_is(name, "cameo")) e->cameo = text_or_null(w->mem, value);
    else if (str_is(name, "context")) read_contexts(w->mem, e->context, value);
    else if (str_is(name, "status")) e->status = status_named(value);
    else if (str_is(name, "who")) e->n_who = read_places(e->who, value);
    else if (str_is(name, "whom")) e->n_whom = read_places(e->whom, value);
    else if (str_is(name, "together")) e->together = str_is(value, "yes");
    else if (str_is(name, "confidence")) e->confidence = number(value, 0.8);
    else if (str_is(name, "means")) e->type = str_is(value, "none") ? NULL : e->type;
    else return str_is(name, "ex") || str_is(name, "no");
    return true;
}

static int read_entry(what *w, const rule *r, const type_info *type, word_kind kind, entry *e, fail *f)
{
    array(condition) cond = {0};
    *e = (entry){.kind = kind, .type = type, .status = -1, .confidence = 0.8, .why = r->why};
    for (uint32_t i = 0; i < r->n_fields; i++) {
        where_at at;
        if (condition_place(r->field[i].name, &at)) array_push(w->mem, cond, read_condition(w, at, r->field[i].value));
        else if (!entry_field(w, e, r->field[i].name, r->field[i].value)) return unknown_field(r, &r->field[i], f);
    }
    e->cond = cond.at;
    e->n_cond = cond.n;
    default_places(e);
    return FAIL_OK;
}

static map *words_of(what *w, word_kind kind) { return kind == WORD_VERB ? &w->verbs : kind == WORD_NOUN ? &w->nouns : &w->adjs; }

static void add_entry(what *w, const entry *proto, str words)
{
    entry *e = array_add(w->mem, w->entries);
    *e = *proto;
    e->n_words = read_words(words, e->word);
    if (e->n_words == 0) {
        w->entries.n--;
        return;
    }
    e->head = e->kind == WORD_NOUN ? noun_head(e->word, e->n_words) : 0;
    uint32_t *first = map_at(words_of(w, e->kind), e->word[e->head], NONE);
    e->next = *first;
    *first = w->entries.n - 1;
}

static int add_rule(what *w, const rule *r, const type_info *type, fail *f)
{
    word_kind kind = str_is(r->kind, "verb") ? WORD_VERB : str_is(r->kind, "noun") ? WORD_NOUN : WORD_ADJ;
    if (kind == WORD_ADJ && !str_is(r->kind, "adj"))
        return fail_set(f, FAIL_FORMAT, r->path, r->line, "unknown kind \"" STR_FMT "\"", STR_ARG(r->kind));
    entry proto;
    int code = read_entry(w, r, type, kind, &proto, f);
    if (code) return code;
    str names = r->name;
    for (str name; alternative(&names, &name);) add_entry(w, &proto, name);
    return FAIL_OK;
}

/* ---- composers --------------------------------------------------------------- */
static uint32_t read_types(const what *w, str list)
{
    uint32_t bits = 0;
    for (str name; str_word(&list, &name);) {
        int t = lexicon_type(w, name);
        bits |= str_is(name, "any") ? (1u << (N_TYPES + 1)) - 1 : t >= 0 ? 1u << t : 0;
    }
    return bits;
}

static void read_comps(composer *c, str list)
{
    for (str name; c->n_comp < MAX_PLACES && alternative(&list, &name);) {
        uint32_t n = c->n_comp++;
        c->comp_kind[n] = str_is(name, "to") ? TEST_COMP_TO : str_is(name, "that") ? TEST_COMP_THAT : str_is(name, "ing") ? TEST_COMP_ING : TEST_NONE;
        c->comp[n] = str_is(name, "noun") ? (where_at){SLOT_OBJECT, {"", 0}} : place_of(name);
    }
}

static void read_modes(what *w, composer *c, str list)
{
    for (str pair; c->n_modes < N_TYPES && str_word(&list, &pair);) {
        str type, mode = pair;
        str_cut(&mode, '=', &type);
        int t = lexicon_type(w, type);
        if (t >= 0 && mode.len) c->modes[c->n_modes++] = (mode_of){t, str_copy(w->mem, mode).ptr};
    }
}

static void read_gives(what *w, composer *c, str value)
{
    int t = lexicon_type(w, value);
    c->gives = t >= 0 ? GIVES_TYPE : str_is(value, "none") ? GIVES_NONE : GIVES_SAME;
    c->type = t >= 0 ? &w->type[t] : NULL;
}

static void read_comp_whom(composer *c, str value)
{
    str list = value, first;
    if (!alternative(&list, &first)) return;
    c->whom = str_is(first, "inner") ? WHOM_INNER : str_is(first, "inner-who") ? WHOM_INNER_WHO : str_is(first, "none") ? WHOM_NONE : WHOM_PLACE;
    c->whom_at = place_of(first);
}

static bool composer_field(what *w, composer *c, str name, str value)
{
    if (str_is(name, "comp")) read_comps(c, value);
    else if (str_is(name, "of")) c->types = read_types(w, value);
    else if (str_is(name, "gives")) read_gives(w, c, value);
    else if (str_is(name, "status")) c->status = status_named(value);
    else if (str_is(name, "mode")) c->mode = text_or_null(w->mem, value);
    else if (str_is(name, "modes")) read_modes(w, c, value);
    else if (str_is(name, "context")) read_contexts(w->mem, c->context, value);
    else if (str_is(name, "whom")) read_comp_whom(c, value);
    else if (str_is(name, "together")) c->together = str_is(value, "yes");
    else if (str_is(name, "carrier")) c->suffered = str_is(value, "whom");
    else if (str_is(name, "confidence")) c->confidence = number(value, 0.8);
    else return str_is(name, "ex") || str_is(name, "no") || str_is(name, "means");
    return true;
}

static int read_composer(what *w, const rule *r, composer *c, fail *f)
{
    array(condition) cond = {0};
    *c = (composer){.gives = GIVES_SAME, .status = -1, .confidence = 0.8, .why = r->why, .types = (1u << N_TYPES) - 1};
    c->light = str_is(r->kind, "light");
    c->kind = str_is(r->kind, "compose-noun") ? WORD_NOUN : WORD_VERB;
    for (uint32_t i = 0; i < r->n_fields; i++) {
        where_at at;
        str name = r->field[i].name;
        if (composer_field(w, c, name, r->field[i].value)) continue;
        if (!condition_place(name, &at)) return unknown_field(r, &r->field[i], f);
        array_push(w->mem, cond, read_condition(w, at, r->field[i].value));
    }
    c->cond = cond.at;
    c->n_cond = cond.n;
    if (c->n_comp == 0) read_comps(c, S("noun"));
    return FAIL_OK;
}

static int load_composers(what *w, const rules *rs, fail *f)
{
    for (uint32_t i = 0; i < rs->n; i++) {
        const rule *r = &rs->at[i];
        composer proto;
        if (!str_is(r->kind, "light") && !str_is(r->kind, "compose") && !str_is(r->kind, "compose-noun"))
            return fail_set(f, FAIL_FORMAT, r->path, r->line, "unknown kind \"" STR_FMT "\"", STR_ARG(r->kind));
        int code = read_composer(w, r, &proto, f);
        if (code) return code;
        str names = r->name;
        for (str name; alternative(&names, &name);) {
            composer *c = array_add(w->mem, w->composers);
            *c = proto;
            c->n_words = read_words(name, c->word);
            c->head = c->kind == WORD_NOUN && c->n_words ? noun_head(c->word, c->n_words) : 0;
            uint32_t *first = map_at(c->kind == WORD_NOUN ? &w->noun_composers : &w->verb_composers, c->word[c->head], NONE);
            c->next = *first;
            *first = w->composers.n - 1;
        }
    }
    return FAIL_OK;
}

/* ---- files --------------------------------------------------------------------- */
static int read_file(what *w, const dataset *data, const char *name, rules *out, fail *f)
{
    str text;
    const char *path;
    int code = dataset_text(data, name, &text, &path, f);
    return code ? code : rules_read(out, w->mem, text, path, f);
}

/* The first rule of a type's file: "type ASSAULT" with quad and CAMEO code. */
static int open_type(what *w, const rules *rs, const type_info **type, fail *f)
{
    const rule *r = &rs->at[0];
    int t = lexicon_type(w, r->name);
    if (!str_is(r->kind, "type") || t < 0)
        return fail_set(f, FAIL_FORMAT, r->path, r->line, "the first rule of a file must be \"type\" and a PLOVER type");
    w->type[t].quad = str_copy(w->mem, rule_get(r, "quad")).ptr;
    w->type[t].cameo = str_copy(w->mem, rule_get(r, "cameo")).ptr;
    *type = &w->type[t];
    return FAIL_OK;
}

static int load_words(what *w, const dataset *data, const char *name, bool never, fail *f)
{
    rules rs;
    const type_info *type = NULL;
    int code = read_file(w, data, name, &rs, f);
    if (!code && rs.n && !never) code = open_type(w, &rs, &type, f);
    uint32_t first = w->entries.n;
    for (uint32_t i = never ? 0 : 1; !code && i < rs.n; i++) code = add_rule(w, &rs.at[i], type, f);
    for (uint32_t i = first; !never && i < w->entries.n; i++) w->entries.at[i].last = str_is(rule_get(&rs.at[0], "last"), "yes");
    return code;
}

/* The files that are no type's. */
static const char *const list_files[] = {"what/classes.rules", "what/words.rules", "what/contexts.rules", NULL};
static const char *const other_files[] = {"what/classes.rules", "what/compose.rules", "what/words.rules", "what/contexts.rules", NULL};

static bool is_one_of(const char *name, const char *const *list)
{
    for (; *list; list++)
        if (strcmp(name, *list) == 0) return true;
    return false;
}

int lexicon_load(what *w, const dataset *data, fail *f)
{
    const char **names;
    uint32_t n = dataset_list(data, "what/", ".rules", &names);
    for (int i = 0; i < N_TYPES; i++) w->type[i] = (type_info){type_names[i], "", ""};
    rules rs;
    int code = FAIL_OK;
    for (int k = 0; list_files[k] && !code; k++) {
        code = read_file(w, data, list_files[k], &rs, f);
        if (!code) code = load_classes(w, &rs, f);
    }
    if (!code) index_counts(w);
    for (uint32_t i = 0; i < n && !code; i++)
        if (!is_one_of(names[i], other_files))
            code = load_words(w, data, names[i], strcmp(names[i], "what/never.rules") == 0, f);
    if (!code) code = read_file(w, data, "what/compose.rules", &rs, f);
    return code ? code : load_composers(w, &rs, f);
}
