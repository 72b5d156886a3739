/* example.c: what do the `ex` and `no` lines of a rule file claim? */
#include "cli/example.h"

/* The room whose data this is: the folder that the file lies in. */
static str room_of(const char *path)
{
    str rest = str_of(path), part, room = {0}, next = {0};
    while (str_cut(&rest, '/', &part)) {
        room = next;
        next = part;
    }
    return room;
}

/* The file's own PLOVER type: that of its `type` rule, "" if it has none. */
static str file_type(const rules *all)
{
    for (uint32_t i = 0; i < all->n; i++)
        if (str_is(all->at[i].kind, "type")) return all->at[i].name;
    return (str){0};
}

/* Cuts `"sentence"` off the front. */
static bool cut_sentence(str *rest, str *sentence)
{
    *rest = str_trim(*rest);
    if (!rest->len || rest->ptr[0] != '"') return false;
    uint32_t end = 1;
    while (end < rest->len && rest->ptr[end] != '"') end++;
    if (end == rest->len) return false;
    *sentence = str_slice(*rest, 1, end);
    *rest = str_trim(str_slice(*rest, end + 1, rest->len));
    return true;
}

/* Cuts "@2023-11-08" and the tense; sets a bare time phrase into a clause of that tense. */
static bool cut_setting(arena *mem, example *e, str *rest)
{
    str word;
    e->text = e->sentence;
    while (rest->len && rest->ptr[0] != '=') {
        str before = *rest;
        str_word(rest, &word);
        if (word.ptr[0] == '@') {
            if (!day_parse(str_slice(word, 1, word.len), &e->published)) return false;
        } else if (str_is(word, "past")) e->text = str_printf(mem, "They met " STR_FMT ".", STR_ARG(e->sentence));
        else if (str_is(word, "present")) e->text = str_printf(mem, "They meet " STR_FMT ".", STR_ARG(e->sentence));
        else if (str_is(word, "future")) e->text = str_printf(mem, "They will meet " STR_FMT ".", STR_ARG(e->sentence));
        else {
            *rest = before;
            return true;
        }
        *rest = str_trim(*rest);
    }
    return true;
}

/* Cuts the part before a lone '>' or '|'. */
static bool cut_said(str *rest, str *part)
{
    if (!rest->len) return false;
    uint32_t i = 0;
    while (i < rest->len && rest->ptr[i] != '>' && rest->ptr[i] != '|') i++;
    *part = str_trim(str_slice(*rest, 0, i));
    *rest = str_slice(*rest, i < rest->len ? i + 1 : i, rest->len);
    return true;
}

/* `A > B > C` with or without quotation marks → `said "A" | "B" | "C"`. */
static str said_line(arena *mem, str rest)
{
    buf line = {.mem = mem};
    buf_add(&line, S("said"));
    uint32_t n = 0;
    for (str part; cut_said(&rest, &part); n++) {
        part = case_unquote(part);
        bool bare = n > 2 || str_is(part, "-") || str_is(part, "*");
        buf_add(&line, n ? S(" | ") : S(" "));
        buf_printf(&line, bare ? STR_FMT : "\"" STR_FMT "\"", STR_ARG(part));
    }
    return buf_str(&line);
}

static str values_line(arena *mem, const char *kind, str rest)
{
    return str_printf(mem, "%s * " STR_FMT, kind, STR_ARG(rest));
}

static str ex_line(arena *mem, str room, str rest)
{
    if (str_is(room, "when")) return values_line(mem, "time", rest);
    if (str_is(room, "who")) return values_line(mem, "actor", rest);
    if (str_is(room, "says")) return said_line(mem, rest);
    if (str_is(room, "where")) return str_printf(mem, "place " STR_FMT, STR_ARG(rest));
    return rest;
}

static str no_line(arena *mem, str room, str type)
{
    if (str_is(room, "when")) return S("not time *");
    if (str_is(room, "who")) return S("not actor *");
    if (str_is(room, "says")) return S("not said * | *");
    if (str_is(room, "where")) return S("not place *");
    return str_printf(mem, "not * " STR_FMT " *", STR_ARG(type.len ? type : S("*")));
}

static bool read_one(example *e, arena *mem, const rule_field *field, str room, str type)
{
    str rest = field->value;
    e->published = DAY_NONE;
    if (!cut_sentence(&rest, &e->sentence)) return false;
    e->text = e->sentence;
    bool what = str_is(room, "what");
    if (!what && !str_is(room, "says") && !str_is(room, "where") && !cut_setting(mem, e, &rest)) return false;
    e->want.any_chain = true;
    e->want.line = field->line;
    str line = str_is(field->name, "no") ? no_line(mem, room, type) : ex_line(mem, room, rest);
    return case_read_want(&e->want, mem, line);
}

int example_read(examples *out, arena *mem, const rules *all, const char *path, fail *f)
{
    str room = room_of(path), type = file_type(all);
    for (uint32_t i = 0; i < all->n; i++)
        for (uint32_t k = 0; k < all->at[i].n_fields; k++) {
            const rule_field *field = &all->at[i].field[k];
            if (!str_is(field->name, "ex") && !str_is(field->name, "no")) continue;
            example e = {0};
            if (!read_one(&e, mem, field, room, type))
                return fail_set(f, FAIL_FORMAT, path, field->line, "example not understood: %.120s", str_copy(mem, field->value).ptr);
            array_push(mem, *out, e);
        }
    return FAIL_OK;
}
