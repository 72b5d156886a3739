/* rules.c: reads rule text; format in rules.h and docs/rules.md. */
#include "base/rules.h"

typedef struct reader {
    arena *mem;
    const char *path;
    array(rule) rules;
    array(rule_field) fields; /* of the rule that is open */
    uint32_t line;
} reader;

static str without_comment(str s)
{
    bool quoted = false;
    for (uint32_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '"') quoted = !quoted;
        if (s.ptr[i] == '#' && !quoted && (i == 0 || s.ptr[i - 1] == ' ' || s.ptr[i - 1] == '\t')) return str_slice(s, 0, i);
    }
    return s;
}

static void close_rule(reader *r)
{
    if (r->rules.n == 0) return;
    rule *last = &r->rules.at[r->rules.n - 1];
    size_t size = r->fields.n * sizeof *last->field;
    last->field = arena_grow(r->mem, r->fields.at, size, size);
    last->n_fields = r->fields.n;
    r->fields.n = 0;
}

static void open_rule(reader *r, str text, uint32_t line)
{
    close_rule(r);
    rule *fresh = array_add(r->mem, r->rules);
    str rest = str_trim(text);
    str_word(&rest, &fresh->kind);
    fresh->name = rest;
    fresh->path = r->path;
    fresh->line = line;
    fresh->why = str_printf(r->mem, "%s:%u", r->path, line).ptr;
}

/* A line that ends in a backslash goes on: its text and the next line's are joined. */
static bool next_line(reader *r, str *rest, str *line)
{
    if (!str_cut(rest, '\n', line)) return false;
    r->line++;
    bool indented = line->len && (line->ptr[0] == ' ' || line->ptr[0] == '\t');
    str body = without_comment(*line);
    while (str_ends(str_trim(body), S("\\")) && rest->len) {
        str more, head = str_trim(body);
        str_cut(rest, '\n', &more);
        r->line++;
        more = str_trim(without_comment(more));
        body = str_printf(r->mem, "%s" STR_FMT " " STR_FMT, indented ? " " : "", STR_ARG(str_slice(head, 0, head.len - 1)), STR_ARG(more));
    }
    *line = body;
    return true;
}

int rules_read(rules *out, arena *mem, str text, const char *path, fail *f)
{
    reader r = {.mem = mem, .path = path};
    str rest = text, line;
    for (uint32_t at = 1; next_line(&r, &rest, &line); at = r.line + 1) {
        if (str_trim(line).len == 0) continue;
        if (line.ptr[0] != ' ' && line.ptr[0] != '\t') {
            open_rule(&r, line, at);
            continue;
        }
        if (r.rules.n == 0) return fail_set(f, FAIL_FORMAT, path, at, "a field before the first rule");
        rule_field *field = array_add(mem, r.fields);
        str body = str_trim(line);
        str_word(&body, &field->name);
        field->value = body;
        field->line = at;
    }
    close_rule(&r);
    *out = (rules){r.rules.at, r.rules.n};
    return FAIL_OK;
}

str rule_get(const rule *r, const char *field)
{
    for (uint32_t i = 0; i < r->n_fields; i++)
        if (str_is(r->field[i].name, field)) return r->field[i].value;
    return (str){"", 0};
}

bool rule_has(const rule *r, const char *field)
{
    for (uint32_t i = 0; i < r->n_fields; i++)
        if (str_is(r->field[i].name, field)) return true;
    return false;
}
