/* case_read.c: what does a golden case expect? */
#include "cli/case.h"

/* ---- words ------------------------------------------------------------------- */

void case_words(arena *mem, str line, words *out)
{
    for (uint32_t i = 0; i < line.len;) {
        if (line.ptr[i] == ' ' || line.ptr[i] == '\t') {
            i++;
            continue;
        }
        uint32_t first = i;
        for (bool inside = false; i < line.len && (inside || (line.ptr[i] != ' ' && line.ptr[i] != '\t')); i++)
            if (line.ptr[i] == '"') inside = !inside;
        array_push(mem, *out, str_slice(line, first, i));
    }
}

str case_unquote(str word)
{
    bool quoted = word.len >= 2 && word.ptr[0] == '"' && word.ptr[word.len - 1] == '"';
    return quoted ? str_slice(word, 1, word.len - 1) : word;
}

/* ---- days --------------------------------------------------------------------- */

bool case_days(str s, day *first, day *last)
{
    uint32_t dots = 0;
    while (dots + 1 < s.len && (s.ptr[dots] != '.' || s.ptr[dots + 1] != '.')) dots++;
    if (dots + 1 >= s.len) return day_stretch(s, first, last);
    str from = str_slice(s, 0, dots), to = str_slice(s, dots + 2, s.len);
    day unused;
    *first = *last = DAY_NONE;
    return (!from.len || day_stretch(from, first, &unused)) && (!to.len || day_stretch(to, &unused, last)) &&
           (from.len || to.len);
}

/* ---- parties ------------------------------------------------------------------- */

/* Cuts the next part before one of `ends`, outside quotation marks. */
static str cut_part(str *rest, const char *ends)
{
    uint32_t i = 0;
    for (bool inside = false; i < rest->len; i++) {
        if (!inside && i && strchr(ends, rest->ptr[i])) break;
        if (rest->ptr[i] == '"') inside = !inside;
    }
    str part = str_slice(*rest, 0, i);
    *rest = str_slice(*rest, i, rest->len);
    return part;
}

static bool read_party(arena *mem, str s, party_want *p)
{
    str code = cut_part(&s, "/\"");
    if (code.len && code.ptr[0] == '"') {
        p->text = case_unquote(code);
        return !s.len;
    }
    p->code = code;
    if (code.len != 3) return false;
    while (s.len) {
        str part = cut_part(&s, "/\"");
        if (part.ptr[0] == '"') p->text = case_unquote(part);
        else if (part.ptr[0] == '/' && part.len > 1) array_push(mem, p->sector, str_slice(part, 1, part.len));
        else return false;
    }
    return true;
}

static bool read_parties(arena *mem, str s, parties_want *out)
{
    if (str_is(s, "*")) return out->anybody = true;
    if (str_is(s, "-")) return out->nobody = true;
    while (s.len) {
        str part = cut_part(&s, "+");
        if (part.len && part.ptr[0] == '+') part = str_slice(part, 1, part.len);
        if (str_is(part, "*")) out->more = true;
        else if (!read_party(mem, part, array_add(mem, out->list))) return false;
    }
    return true;
}

/* ---- lines ----------------------------------------------------------------------- */

static bool read_event(arena *mem, want *w)
{
    if (w->word.n < 3) return false;
    str type = w->word.at[1];
    if (!read_parties(mem, w->word.at[0], &w->who) || !read_parties(mem, w->word.at[2], &w->whom)) return false;
    str_cut(&type, '/', &w->type);
    w->mode = type;
    for (uint32_t i = 0; i < w->type.len; i++)
        if (w->type.ptr[i] != '*' && (w->type.ptr[i] < 'A' || w->type.ptr[i] > 'Z')) return false;
    return true;
}

static want_kind kind_of(str word)
{
    static const char *const names[WANT_KINDS] = {NULL, "time", "place", "actor", "said", "published", "only"};
    for (int k = WANT_TIME; k < WANT_KINDS; k++)
        if (str_is(word, names[k])) return (want_kind)k;
    return WANT_EVENT;
}

bool case_read_want(want *w, arena *mem, str line)
{
    w->written = line;
    case_words(mem, line, &w->word);
    if (w->word.n && str_is(w->word.at[0], "not")) {
        w->negated = true;
        w->word.at++;
        w->word.n--;
    }
    if (!w->word.n) return false;
    w->kind = kind_of(w->word.at[0]);
    if (w->kind == WANT_EVENT) return read_event(mem, w);
    w->word.at++;
    w->word.n--;
    return w->kind == WANT_ONLY || w->word.n > 0;
}

static uint32_t indentation(str line)
{
    uint32_t n = 0;
    while (n < line.len && line.ptr[n] == ' ') n++;
    return n;
}

typedef struct source_line { uint32_t indent; bool any; parties_want who; } source_line;
typedef struct reader {
    arena *mem;
    golden *at;
    array(source_line) open;              /* the `says` lines above, outermost first */
    str known;
} reader;

static bool read_source(reader *r, str line, uint32_t indent)
{
    words w = {0};
    case_words(r->mem, line, &w);
    if (w.n != 2 || !str_is(w.at[1], "says")) return false;
    source_line s = {.indent = indent};
    if (!read_parties(r->mem, w.at[0], &s.who)) return false;
    s.any = s.who.anybody && indent == 0;
    array_push(r->mem, r->open, s);
    return true;
}

static bool read_expected(reader *r, str line, uint32_t number)
{
    uint32_t indent = indentation(line);
    str text = str_trim(line);
    if (!text.len || text.ptr[0] == '#') return true;
    if (text.len > 6 && memcmp(text.ptr, "known:", 6) == 0) {
        r->known = str_trim(str_slice(text, 6, text.len));
        return true;
    }
    while (r->open.n && r->open.at[r->open.n - 1].indent >= indent) r->open.n--;
    if (read_source(r, text, indent)) return true;
    want w = {.line = number, .known = r->known};
    r->known = (str){0};
    for (uint32_t i = r->open.n; i-- > 0;) {
        if (r->open.at[i].any) w.any_chain = true;
        else array_push(r->mem, w.chain, r->open.at[i].who);
    }
    if (!case_read_want(&w, r->mem, text)) return false;
    array_push(r->mem, r->at->wants, w);
    return true;
}

/* ---- files ------------------------------------------------------------------------- */

static bool read_head(golden *g, str line)
{
    str rest = line, key;
    if (!str_word(&rest, &key)) return true;
    rest = str_trim(rest);
    if (str_is(key, "outlet")) {
        g->outlet = rest;
        return true;
    }
    /* "published 2023-11-08   outlet News.Az" on one line is fine too. */
    str value;
    if (!str_is(key, "published") || !str_word(&rest, &value) || !day_parse(value, &g->published)) return false;
    return !str_trim(rest).len || read_head(g, rest);
}

static bool is_head(str line)
{
    str key;
    return str_word(&line, &key) && (str_is(key, "published") || str_is(key, "outlet"));
}

enum part { BEFORE, HEAD, TEXT, EXPECTED };

static golden *open_case(arena *mem, goldens *out, str line, uint32_t number, const char *from)
{
    golden *g = array_add(mem, *out);
    g->name = str_trim(str_slice(line, 4, line.len));
    g->published = DAY_NONE;
    g->line = number;
    g->head = (str){from, 0};
    return g;
}

/* One line of a file; false when it is not understood. */
static bool take_line(reader *r, goldens *out, enum part *part, str line, uint32_t number)
{
    golden *g = r->at;
    const char *end = line.ptr + line.len + 1;
    if (line.len >= 4 && memcmp(line.ptr, "====", 4) == 0) {
        r->at = open_case(r->mem, out, line, number, line.ptr);
        r->open.n = 0;
        *part = HEAD;
        return true;
    }
    if (*part == BEFORE) return !str_trim(line).len || line.ptr[0] == '#';
    if (*part == HEAD && !str_trim(line).len) {
        *part = TEXT;
        g->text = (str){end, 0};
        return true;
    }
    if (*part == HEAD && is_head(line)) return read_head(g, line);
    if (*part == HEAD) {                  /* a case without head lines may begin with its text */
        *part = TEXT;
        g->text = (str){line.ptr, 0};
    }
    if (*part == TEXT && str_is(str_trim(line), "----")) {
        *part = EXPECTED;
        g->head.len = (uint32_t)(line.ptr - g->head.ptr);
        g->tail = (str){end, 0};
        return true;
    }
    if (*part == TEXT) g->text.len = (uint32_t)(end - g->text.ptr);
    else g->tail.len = (uint32_t)(end - g->tail.ptr);
    return *part == TEXT || read_expected(r, line, number);
}

int case_read(goldens *out, arena *mem, str text, const char *path, fail *f)
{
    reader r = {.mem = mem};
    enum part part = BEFORE;
    str rest = text, line;
    for (uint32_t number = 1; str_cut(&rest, '\n', &line); number++)
        if (!take_line(&r, out, &part, line, number))
            return fail_set(f, FAIL_FORMAT, path, number, "not understood: \"%.100s\"", str_copy(mem, line).ptr);
    for (uint32_t i = 0; i < out->n; i++)
        if (!out->at[i].tail.ptr)
            return fail_set(f, FAIL_FORMAT, path, out->at[i].line, "the case has no line ---- behind its text");
    return FAIL_OK;
}
