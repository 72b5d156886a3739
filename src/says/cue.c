/* cue.c: which word is a word of saying, and what do the rules know of it?
 * Reads data/says/cues.rules. */
#include "base/rules.h"
#include "says/parts.h"
#include "parse/tree.h"

/* ---- the rules */

static int read_stance(const rule *r, stance *out, fail *f)
{
    static const char *const names[] = {"asserted", "denied", "asked", "demanded", "planned", "supposed", "not_said"};
    str v = rule_get(r, "stance");
    *out = STANCE_ASSERTED;
    if (!v.len) return 0;
    for (int i = 0; i < 7; i++)
        if (str_is(v, names[i])) return *out = (stance)i, 0;
    return fail_set(f, FAIL_FORMAT, r->path, r->line, "unknown stance \"" STR_FMT "\"", STR_ARG(v));
}

static unsigned place_of(str word)
{
    static const struct { const char *name; unsigned bit; } table[] = {
        {"clause", PLACE_CLAUSE}, {"quote", PLACE_QUOTE}, {"object", PLACE_OBJECT},
        {"infinitive", PLACE_TO}, {"gerund", PLACE_ING}, {"complement", PLACE_COMPLEMENT}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (str_is(word, table[i].name)) return table[i].bit;
    return 0;
}

static int read_content(const rule *r, cue_entry *e, fail *f)
{
    str rest = rule_get(r, "content"), part;
    while (str_cut(&rest, '|', &part)) {
        part = str_trim(part);
        unsigned bit = place_of(part);
        e->places |= bit;
        if (bit) continue;
        if (e->n_preps == CUE_MAX_PREPS) return fail_set(f, FAIL_FORMAT, r->path, r->line, "more than %d prepositions", CUE_MAX_PREPS);
        e->prep[e->n_preps++] = part;
    }
    rest = rule_get(r, "with");
    while (str_cut(&rest, '|', &part)) {
        if (e->n_with == CUE_MAX_PREPS) return fail_set(f, FAIL_FORMAT, r->path, r->line, "more than %d prepositions", CUE_MAX_PREPS);
        e->with[e->n_with++] = str_trim(part);
    }
    return 0;
}

static int read_entry(const rule *r, cue_entry *e, fail *f)
{
    memset(e, 0, sizeof *e);
    e->sourceless = str_is(rule_get(r, "source"), "none");
    e->speech = !str_is(rule_get(r, "class"), "attitude");
    e->hearer = str_is(rule_get(r, "object"), "hearer");
    e->person = str_is(rule_get(r, "of"), "person");
    e->why = r->why;
    int code = read_stance(r, &e->stance, f);
    return code ? code : read_content(r, e, f);
}

static map *words_of(says *s, const rule *r)
{
    if (str_is(r->kind, "verb")) return &s->verbs;
    if (str_is(r->kind, "noun")) return &s->nouns;
    return str_is(r->kind, "phrase") ? &s->phrases : NULL;
}

static int add_words(says *s, arena *mem, const rule *r, map *words, fail *f)
{
    cue_entry e;
    int code = read_entry(r, &e, f);
    if (code) return code;
    str rest = r->name, part;
    while (str_cut(&rest, '|', &part)) {
        e.word = str_trim(part);
        if (words == &s->phrases) {
            str tail = e.word, first = {0};
            str_word(&tail, &first);
            map_put(words, first, s->entries.n);
        } else if (str_is(e.word, "*")) {
            s->any = s->entries.n;
        } else {
            if (map_get(words, e.word, NONE) != NONE)
                return fail_set(f, FAIL_FORMAT, r->path, r->line, "\"" STR_FMT "\" stands twice", STR_ARG(e.word));
            map_put(words, e.word, s->entries.n);
        }
        array_push(mem, s->entries, e);
    }
    return 0;
}

static void add_list(const rule *r, map *list)
{
    for (uint32_t k = 0; k < r->n_fields; k++) {
        str rest = r->field[k].value, word;
        while (str_is(r->field[k].name, "is") && str_word(&rest, &word)) map_put(list, word, 1);
    }
}

static int add_rule(says *s, arena *mem, const rule *r, fail *f)
{
    map *words = words_of(s, r);
    if (words) return add_words(s, mem, r, words, f);
    if (str_is(r->kind, "mark")) {
        cue_entry *e = arena_new_of(mem, cue_entry);
        s->mark = e;
        return read_entry(r, e, f);
    }
    if (!str_is(r->kind, "list")) return fail_set(f, FAIL_FORMAT, r->path, r->line, "unknown kind \"" STR_FMT "\"", STR_ARG(r->kind));
    if (str_is(r->name, "carrier")) return add_list(r, &s->carriers), 0;
    if (str_is(r->name, "speaker")) return add_list(r, &s->speakers), 0;
    if (str_is(r->name, "aside")) return add_list(r, &s->aside), 0;
    if (str_is(r->name, "light")) return add_list(r, &s->light), 0;
    if (str_is(r->name, "label")) return add_list(r, &s->labels), 0;
    return fail_set(f, FAIL_FORMAT, r->path, r->line, "unknown list \"" STR_FMT "\"", STR_ARG(r->name));
}

int says_load(says **out, arena *mem, const dataset *data, fail *f)
{
    says *s = arena_new_of(mem, says);
    s->verbs.mem = s->nouns.mem = s->phrases.mem = s->carriers.mem = s->speakers.mem = s->labels.mem = s->light.mem = s->aside.mem = mem;
    s->any = NONE;
    str text;
    const char *path;
    rules list;
    int code = dataset_text(data, "says/cues.rules", &text, &path, f);
    if (!code) code = rules_read(&list, mem, text, path, f);
    for (uint32_t i = 0; !code && i < list.n; i++) code = add_rule(s, mem, &list.at[i], f);
    *out = s;
    return code;
}

/* ---- a word in its sentence */

static const cue_entry *entry_at(const says *s, const map *words, str key)
{
    uint32_t e = map_get(words, key, NONE);
    return e == NONE ? NULL : &s->entries.at[e];
}

/* "pointed out": the particle goes with its verb. */
static const cue_entry *verb_entry(const doc *d, const says *s, uint32_t i, uint32_t *particle)
{
    char key[96];
    *particle = tree_child(d, i, DEP_prt);
    if (*particle == NONE && i + 1 < d->tokens.n && str_is(d->tokens.at[i + 1].lower, "it") && d->tokens.at[i + 1].head == i) *particle = i + 1; /* "put it" */
    if (*particle != NONE) {
        str a = d->tokens.at[i].lemma, b = d->tokens.at[*particle].lower;
        if (a.len + b.len + 1 < sizeof key) {
            memcpy(key, a.ptr, a.len);
            key[a.len] = ' ';
            memcpy(key + a.len + 1, b.ptr, b.len);
            const cue_entry *e = entry_at(s, &s->verbs, (str){key, a.len + b.len + 1});
            if (e) return e;
        }
        if (str_is(d->tokens.at[*particle].lower, "it")) *particle = NONE;
    }
    return entry_at(s, &s->verbs, d->tokens.at[i].lemma);
}

/* Does the clause below `i`, or the mark beside it, stand in quotation marks? */
static bool beside_quote(const doc *d, const quote_map *m, uint32_t i)
{
    if (m->in[i] != NONE) return false;
    uint32_t c = tree_child(d, i, DEP_ccomp);
    if (c == NONE || m->in[c] == NONE || tree_subject(d, i) == NONE) return false;
    uint32_t q = m->in[c], close = d->quotes.at[q].close;
    return close != NONE && close > 0 && close < i && d->tokens.at[close - 1].pos == POS_PUNCT;
}

static bool verb_cue(const doc *d, const says *s, const quote_map *m, uint32_t i, cue *out)
{
    const token *t = &d->tokens.at[i];
    if (t->dep == DEP_amod || t->dep == DEP_compound || t->dep == DEP_nmod) return false;
    uint32_t particle;
    const cue_entry *e = verb_entry(d, s, i, &particle);
    if (!e && s->any != NONE && beside_quote(d, m, i)) e = &s->entries.at[s->any];
    if (!e) return false;
    *out = (cue){i, {i, i + 1}, CUE_VERB, e};
    if (particle == i + 1) out->span.end = i + 2;
    return true;
}

static bool phrase_cue(const doc *d, const says *s, uint32_t i, cue *out)
{
    const cue_entry *e = entry_at(s, &s->phrases, d->tokens.at[i].lower);
    if (!e) return false;
    str rest = e->word, word;
    uint32_t k = i;
    for (; str_word(&rest, &word); k++)
        if (k >= d->tokens.n || !str_eq(d->tokens.at[k].lower, word)) return false;
    *out = (cue){i, {i, k}, CUE_PHRASE, e};
    return true;
}

static bool noun_cue(const doc *d, const says *s, uint32_t i, cue *out)
{
    const cue_entry *e = entry_at(s, &s->nouns, d->tokens.at[i].lemma);
    if (!e || d->tokens.at[i].dep == DEP_compound) return false;
    *out = (cue){i, {i, i + 1}, CUE_NOUN, e};
    return true;
}

bool cue_at(const doc *d, const says *s, const quote_map *m, uint32_t i, cue *out)
{
    if (phrase_cue(d, s, i, out)) return true;
    pos p = d->tokens.at[i].pos;
    if (p == POS_VERB || p == POS_AUX) return verb_cue(d, s, m, i, out);
    return p == POS_NOUN && noun_cue(d, s, i, out);
}

bool cue_takes_quote(const doc *d, const says *s, uint32_t i)
{
    uint32_t e = map_get(&s->verbs, d->tokens.at[i].lemma, NONE);
    return e != NONE && s->entries.at[e].places & PLACE_QUOTE;
}
