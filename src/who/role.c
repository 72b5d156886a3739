/* role.c: which common nouns are parties, and of which sector?  ("police" → COP) */
#include "base/rules.h"
#include "who/who_internal.h"

static int kind_of(str kind)
{
    static const char *const name[] = {"role", "modifier", "measure", "honorific", "never"};
    for (int k = ROLE_NOUN; k <= ROLE_NEVER; k++)
        if (str_is(kind, name[k])) return k;
    return -1;
}

static bool known_field(str name)
{
    static const char *const field[] = {"sector", "code", "over", "takes", "also", "in", "of", "only", "event", "acts", "ex", "means"};
    for (size_t i = 0; i < sizeof field / sizeof *field; i++)
        if (str_is(name, field[i])) return true;
    return false;
}

static void read_list(char out[MAX_SECTORS * 2][4], str list)
{
    uint32_t n = 0;
    for (str word; n < MAX_SECTORS * 2 && str_word(&list, &word);) memcpy(out[n++], word.ptr, word.len < 4 ? word.len : 3);
}

static int read_role(role *out, const rule *r, fail *f)
{
    int kind = kind_of(r->kind);
    if (kind < 0) return fail_set(f, FAIL_FORMAT, r->path, r->line, "a rule is 'role', 'modifier', 'measure', 'honorific' or 'never'");
    for (uint32_t i = 0; i < r->n_fields; i++)
        if (!known_field(r->field[i].name))
            return fail_set(f, FAIL_FORMAT, r->path, r->field[i].line, "unknown field '" STR_FMT "'", STR_ARG(r->field[i].name));
    *out = (role){.kind = (role_kind)kind, .why = r->why};
    roster_sectors(out->sector, rule_get(r, "sector"));
    str code = rule_get(r, "code"), takes = rule_get(r, "takes");
    out->no_code = str_is(code, "none");
    if (code.len == 3) memcpy(out->code, code.ptr, 3);
    str told = rule_get(r, "event"), acts = rule_get(r, "acts");
    if (told.len == 3) memcpy(out->event, told.ptr, 3);
    if (acts.len == 3) memcpy(out->acts, acts.ptr, 3);
    read_list(out->over, rule_get(r, "over"));
    out->takes = takes.len > 0;
    if (!str_is(takes, "yes")) read_list(out->only, takes);
    out->also = str_is(rule_get(r, "also"), "yes");
    out->no_in = str_is(rule_get(r, "in"), "no");
    out->of_another = str_is(rule_get(r, "of"), "another");
    out->no_of = out->of_another || str_is(rule_get(r, "of"), "no");
    out->only_name = str_is(rule_get(r, "only"), "name");
    return FAIL_OK;
}

static void add_words(who *w, str list, uint32_t n)
{
    bool modifier = w->roles.at[n].kind == ROLE_MODIFIER;
    for (str word; str_cut(&list, '|', &word);) {
        word = str_trim(word);
        if (word.len == 0) continue;
        map_put(modifier ? &w->modifier_of : &w->role_of, roster_key(w->mem, word), n);
        if (!modifier) roster_index(w->mem, &w->role_start, word);
    }
}

int role_load(who *w, const dataset *data, fail *f)
{
    str text;
    const char *path;
    rules all;
    int bad = dataset_text(data, "who/roles.rules", &text, &path, f);
    if (!bad) bad = rules_read(&all, w->mem, text, path, f);
    if (bad) return bad;
    for (uint32_t i = 0; i < all.n; i++) {
        role *r = array_add(w->mem, w->roles);
        bad = read_role(r, &all.at[i], f);
        if (bad) return bad;
        add_words(w, all.at[i].name, w->roles.n - 1);
    }
    return FAIL_OK;
}
