/* roster.c: which parties are known by name, and what is each on a day? */
#include "base/table.h"
#include "base/utf8.h"
#include "who/who_internal.h"

enum { MAX_CAPITALS = 8, MAX_EXACT = 4 };

/* ---- keys ------------------------------------------------------------- */
str roster_key(arena *mem, str text) { return utf8_fold_name(mem, text); }

/* A tokenizer may cut "N'Djamena", "Guinea-Bissau" or "News.Az", so the index does. */
str roster_first_word(arena *mem, str text)
{
    uint32_t n = 0;
    while (n < text.len && !memchr(" -'.\xE2", text.ptr[n], 5)) n++; /* E2 begins curly apostrophes and dashes */
    return utf8_fold_name(mem, str_slice(text, 0, n ? n : text.len));
}

void roster_index(arena *mem, map *start, str text)
{
    uint32_t words = 2;
    for (uint32_t i = 0; i < text.len; i++) words += memchr(" -'./,&()", text.ptr[i], 9) ? 2 : 0;
    uint32_t *most = map_at(start, roster_first_word(mem, text), 0);
    if (*most < words) *most = words;
}

static bool has_lower(str s)
{
    for (uint32_t i = 0; i < s.len; i++)
        if ((s.ptr[i] >= 'a' && s.ptr[i] <= 'z') || (s.ptr[i] & 0x80)) return true;
    return false;
}

static bool has_upper(str s)
{
    for (const char *p = s.ptr, *end = s.ptr + s.len; p < end;) {
        uint32_t cp;
        p += utf8_next(p, end, &cp);
        if (utf8_is_upper(cp)) return true;
    }
    return false;
}

static str last_word(str s)
{
    str last = s;
    for (str rest = s, word; str_word(&rest, &word);) last = word;
    return last;
}

static bool starts_lower(str s) { return s.len && s.ptr[0] >= 'a' && s.ptr[0] <= 'z'; }

bool roster_fits(const who *w, uint32_t p, str text)
{
    const phrase *as = &w->phrases.at[p];
    if (as->exact.len) return str_eq(as->exact, text);
    return has_upper(text) && !(as->capitals && has_lower(text)) && !(as->title && (starts_lower(text) || starts_lower(last_word(text))));
}

/* A capital behind the first letter, and a small letter: "LeT", "PiS". */
static bool mixed_case(str s) { return has_lower(s) && has_upper(str_slice(s, 1, s.len)) && str_find(s, S(" ")) == s.len; }

/* ---- filling ---------------------------------------------------------- */
static void add_to_chain(who *w, map *m, str text, uint32_t e)
{
    str key = roster_key(w->mem, text);
    phrase as = {e, NONE, text.len <= MAX_CAPITALS && !has_lower(text), !starts_lower(text) && !starts_lower(last_word(text)),
                 text.len <= MAX_EXACT && mixed_case(text) ? text : (str){"", 0}};
    if (key.len == 0) return;
    uint32_t first = map_get(m, key, NONE), p = first;
    for (; p != NONE; p = w->phrases.at[p].next)
        if (w->phrases.at[p].entry == e) { /* the laxer of two spellings holds: "Al-Shabaab", "al-Shabaab" */
            w->phrases.at[p].capitals &= as.capitals;
            w->phrases.at[p].title &= as.title;
            if (!as.exact.len) w->phrases.at[p].exact.len = 0;
            return;
        }
    array_push(w->mem, w->phrases, as);
    if (first == NONE) {
        map_put(m, key, w->phrases.n - 1);
        return;
    }
    for (p = first; w->phrases.at[p].next != NONE;) p = w->phrases.at[p].next;
    w->phrases.at[p].next = w->phrases.n - 1;
}

static void add_name(who *w, str text, uint32_t e)
{
    if (text.len == 0) return;
    add_to_chain(w, &w->phrase_of, text, e);
    roster_index(w->mem, &w->name_start, text);
}

static void add_names(who *w, str list, uint32_t e)
{
    for (str name; str_cut(&list, '|', &name);) add_name(w, str_trim(name), e);
}

static uint32_t add_entry(who *w, str name, entry_kind kind)
{
    entry *e = array_add(w->mem, w->entries);
    e->name = name;
    e->kind = kind;
    return w->entries.n - 1;
}

static void set_code(char out[4], str s)
{
    memset(out, 0, 4);
    memcpy(out, s.ptr ? s.ptr : "", s.len < 4 ? s.len : 3);
}

void roster_sectors(char out[MAX_SECTORS][4], str list)
{
    uint32_t n = 0;
    for (str word; n < MAX_SECTORS && str_word(&list, &word);) set_code(out[n++], word);
}

/* A year or month alone counts from its first to its last day. */
static bool read_day(str s, bool last, day *out)
{
    long year, month;
    *out = DAY_NONE;
    if (s.len == 0 || day_parse(s, out)) return true;
    if (!str_to_int(str_slice(s, 0, 4), &year)) return false;
    if (s.len == 4) {
        *out = last ? day_of((int)year, 12, 31) : day_of((int)year, 1, 1);
        return true;
    }
    if (s.len != 7 || !str_to_int(str_slice(s, 5, 7), &month)) return false;
    *out = last ? day_of((int)year, (int)month + 1, 1) - 1 : day_of((int)year, (int)month, 1);
    return true;
}

typedef struct columns { uint32_t name, aliases, code, sector, office, from, to, after; } columns;

static int add_tenure(who *w, uint32_t e, const table *t, uint32_t row, const columns *c, fail *f)
{
    tenure n = {.why = t->row[row].why, .office = table_cell(t, row, c->office)};
    set_code(n.code, table_cell(t, row, c->code));
    roster_sectors(n.sector, table_cell(t, row, c->sector));
    set_code(n.after, table_cell(t, row, c->after));
    if (!read_day(table_cell(t, row, c->from), false, &n.from) || !read_day(table_cell(t, row, c->to), true, &n.to))
        return fail_set(f, FAIL_FORMAT, t->path, t->row[row].line, "a day must be like 2020-09-27, 2020-09 or 2020");
    array_push(w->mem, w->entries.at[e].at, n);
    return FAIL_OK;
}

static columns columns_of(const table *t)
{
    return (columns){table_column(t, "name"), table_column(t, "aliases"), table_column(t, "code"), table_column(t, "sector"),
                     table_column(t, "office"), table_column(t, "from"), table_column(t, "to"), table_column(t, "after")};
}

/* "... until 1949-12-07", "from 1949-12-08": the same body, since then of another country. */
static bool goes_on(const entry *e, str from)
{
    day begins;
    day ended = e->at.n ? e->at.at[e->at.n - 1].to : DAY_NONE;
    return ended != DAY_NONE && read_day(from, false, &begins) && begins == ended + 1;
}

/* The entry of that name, kind and country, so that its rows come together. */
static uint32_t same_entry(const who *w, str name, entry_kind kind, str code, str from)
{
    arena *mem = w->mem;
    for (uint32_t p = map_get(&w->phrase_of, roster_key(mem, name), NONE); p != NONE; p = w->phrases.at[p].next) {
        const entry *e = &w->entries.at[w->phrases.at[p].entry];
        if (e->kind == kind && str_eq(e->name, name) && (kind == ENTRY_PERSON || goes_on(e, from) || (e->at.n && str_is(code, e->at.at[0].code))))
            return w->phrases.at[p].entry;
    }
    return NONE;
}

/* "Recep Tayyip Erdogan" → "Erdogan", to be used after a title only. */
static void add_surname(who *w, str name, uint32_t e)
{
    add_to_chain(w, &w->surname_of, last_word(name), e);
}

static int add_named(who *w, const table *t, entry_kind kind, fail *f)
{
    columns c = columns_of(t);
    for (uint32_t row = 0; row < t->n_rows; row++) {
        str name = table_cell(t, row, c.name), code = table_cell(t, row, c.code);
        bool none = str_is(code, "-");
        uint32_t e = same_entry(w, name, kind, code, table_cell(t, row, c.from));
        if (e == NONE) e = add_entry(w, name, none ? ENTRY_NOT : kind);
        add_name(w, name, e);
        add_names(w, table_cell(t, row, c.aliases), e);
        if (kind == ENTRY_PERSON) add_surname(w, name, e);
        int bad = none ? FAIL_OK : add_tenure(w, e, t, row, &c, f);
        if (bad) return bad;
    }
    return FAIL_OK;
}

/* ---- nations ---------------------------------------------------------- */
static int add_nation_names(who *w, const table *t, uint32_t row, const char *column, entry_kind kind, fail *f)
{
    str list = table_cell(t, row, table_column(t, column));
    if (list.len == 0) return FAIL_OK;
    columns c = columns_of(t);
    uint32_t e = add_entry(w, table_cell(t, row, c.name), kind);
    add_names(w, list, e);
    if (w->entries.at[e].name.len == 0) w->entries.at[e].name = list;
    return add_tenure(w, e, t, row, &c, f);
}

static int add_nations(who *w, const table *t, fail *f)
{
    for (uint32_t row = 0; row < t->n_rows; row++) {
        uint32_t first = w->entries.n;
        int bad = add_nation_names(w, t, row, "name", ENTRY_COUNTRY, f);
        if (!bad && w->entries.n > first) add_names(w, table_cell(t, row, table_column(t, "aliases")), first);
        if (!bad) bad = add_nation_names(w, t, row, "adjective", ENTRY_ADJECTIVE, f);
        if (!bad) bad = add_nation_names(w, t, row, "people", ENTRY_PEOPLE, f);
        if (!bad) bad = add_nation_names(w, t, row, "capital", ENTRY_CAPITAL, f);
        if (bad) return bad;
        str code = table_cell(t, row, table_column(t, "code"));
        if (code.len && map_get(&w->country_name, code, NONE) == NONE) map_put(&w->country_name, code, first);
    }
    return FAIL_OK;
}

/* ---- loading ---------------------------------------------------------- */
static int read_table(who *w, table *t, const dataset *data, const char *name, fail *f)
{
    str text;
    const char *path;
    int bad = dataset_text(data, name, &text, &path, f);
    return bad ? bad : table_read(t, w->mem, text, path, f);
}

static int load_list(who *w, const dataset *data, const char *head, entry_kind kind, fail *f)
{
    const char **names;
    uint32_t n = dataset_list(data, head, ".tsv", &names);
    for (uint32_t i = 0; i < n; i++) {
        table t;
        int bad = read_table(w, &t, data, names[i], f);
        if (!bad) bad = add_named(w, &t, kind, f);
        if (bad) return bad;
    }
    return FAIL_OK;
}

static int load_dependencies(who *w, const dataset *data, fail *f)
{
    table t;
    int bad = read_table(w, &t, data, "who/dependencies.tsv", f);
    if (bad) return bad;
    uint32_t code = table_column(&t, "code"), state = table_column(&t, "state");
    for (uint32_t row = 0; row < t.n_rows; row++) {
        map_put(&w->state_of, table_cell(&t, row, code), w->states.n);
        array_push(w->mem, w->states, table_cell(&t, row, state));
    }
    return FAIL_OK;
}

void roster_state(const who *w, char code[4])
{
    uint32_t n = map_get(&w->state_of, str_of(code), NONE);
    if (n != NONE) set_code(code, w->states.at[n]);
}

int who_load(who **out, arena *mem, const dataset *data, fail *f)
{
    who *w = arena_new_of(mem, who);
    w->mem = w->phrase_of.mem = w->surname_of.mem = w->role_of.mem = w->modifier_of.mem = mem;
    w->name_start.mem = w->role_start.mem = w->country_name.mem = w->state_of.mem = mem;
    table nations;
    int bad = read_table(w, &nations, data, "who/nations.tsv", f);
    if (!bad) bad = add_nations(w, &nations, f);
    if (!bad) bad = load_list(w, data, "who/organisations", ENTRY_BODY, f);
    if (!bad) bad = load_list(w, data, "who/roster/", ENTRY_PERSON, f);
    if (!bad) bad = load_dependencies(w, data, f);
    if (!bad) bad = role_load(w, data, f);
    *out = bad ? NULL : w;
    return bad;
}

/* ---- asking ----------------------------------------------------------- */
bool roster_ever(const entry *e, const char *code)
{
    for (uint32_t i = 0; i < e->at.n; i++)
        if (strcmp(e->at.at[i].code, code) == 0) return true;
    return false;
}

const tenure *roster_on(const entry *e, day on, bool *past, bool *early)
{
    const tenure *before = NULL, *after = NULL;
    *past = *early = false;
    if (e->at.n == 0 || on == DAY_NONE) return e->at.n ? &e->at.at[e->at.n - 1] : NULL;
    for (uint32_t i = 0; i < e->at.n; i++) {
        const tenure *t = &e->at.at[i];
        bool begun = t->from == DAY_NONE || t->from <= on, ended = t->to != DAY_NONE && t->to < on;
        if (begun && !ended) return t;
        if (ended && (!before || t->to > before->to)) before = t;
        if (!ended && (!after || t->from < after->from)) after = t;
    }
    *past = before != NULL;
    *early = !before;
    return before ? before : after;
}

/* The first phrases[] that a name could be; asked outside of documents, hence the arena of its own. */
static uint32_t look_up(const who *w, str name)
{
    arena *mem = arena_new(0);
    if (!mem) return NONE;
    uint32_t p = arena_enter(mem) ? NONE : map_get(&w->phrase_of, roster_key(mem, name), NONE);
    arena_free(mem);
    return p;
}

bool who_country(const who *w, str name, char code[4], reason *why)
{
    for (uint32_t p = look_up(w, name); p != NONE; p = w->phrases.at[p].next) {
        const entry *e = &w->entries.at[w->phrases.at[p].entry];
        if (e->kind > ENTRY_CAPITAL || !roster_fits(w, p, name) || !e->at.at[0].code[0]) continue;
        memcpy(code, e->at.at[0].code, 4);
        *why = e->at.at[0].why;
        return true;
    }
    return false;
}

str who_country_name(const who *w, const char *code)
{
    uint32_t e = map_get(&w->country_name, str_of(code), NONE);
    return e == NONE ? (str){"", 0} : w->entries.at[e].name;
}
