/* cases.c: how does a correction become a golden case?  (docs/cases.md)
 *
 * The paragraphs in which the record's words stand, and one line: what the
 * reader says it should be, where that can be written in the words of a case;
 * else that the wrong record is not made.  The rest is said in comments.
 */
#include "base/day.h"
#include "out/export.h"

/* ---- text ------------------------------------------------------------------------------ */

static bool is_blank_line(str line)
{
    for (uint32_t i = 0; i < line.len; i++)
        if (line.ptr[i] != ' ' && line.ptr[i] != '\t' && line.ptr[i] != '\r') return false;
    return true;
}

static int64_t points_in(str s)
{
    int64_t n = 0;
    for (uint32_t i = 0; i < s.len; i++) n += ((unsigned char)s.ptr[i] & 0xC0) != 0x80;
    return n;
}

static bool has_words(const kept_spans *words, int64_t first, int64_t end)
{
    for (uint32_t i = 0; i < words->n; i++)
        if (words->at[i].start < end && words->at[i].end > first) return true;
    return !words->n;
}

/* A line of a text must not be taken for one of the form. */
static void put_text_line(buf *out, str line)
{
    if (str_starts(line, S("===="))) buf_byte(out, ' ');
    for (uint32_t i = 0; i < line.len; i++)
        if (line.ptr[i] != '\r' && line.ptr[i]) buf_byte(out, line.ptr[i]);
    buf_add(out, str_is(str_trim(line), "----") ? S("-\n") : S("\n"));
}

static void put_paragraph(buf *out, str lines, bool first)
{
    str line;
    if (!first) buf_byte(out, '\n');
    while (str_cut(&lines, '\n', &line)) put_text_line(out, line);
}

enum { LEAD_POINTS = 80 };               /* shorter is a day or a headline */

/* The first paragraph of some length goes first: it gives the day and the countries that others go by. */
static void put_text(buf *out, const kept_correction *c)
{
    str text = c->record.article.text, rest = text, line;
    uint32_t begin = 0, end = 0;          /* bytes of the paragraph that is open */
    int64_t point = 0;                    /* where it begins */
    bool any = false, lead = false;       /* a paragraph was written; it has told what the article is about */
    for (bool more = true; more;) {
        uint32_t at = (uint32_t)(rest.ptr - text.ptr);
        more = str_cut(&rest, '\n', &line);
        if (more && !is_blank_line(line)) {
            if (begin == end) {
                point += points_in(str_slice(text, end, at));
                begin = at;
            }
            end = at + line.len;
            continue;
        }
        str whole = str_slice(text, begin, end);
        int64_t length = points_in(whole);
        if (begin < end && (!lead || has_words(&c->words, point, point + length))) {
            put_paragraph(out, whole, !any);
            any = true;
            lead = lead || length >= LEAD_POINTS;
        }
        point += length;
        begin = end;
    }
}

/* ---- words of a case ---------------------------------------------------------------------- */

/* On one line. */
static void put_comment(buf *out, const char *before, str words)
{
    if (!words.len) return;
    buf_printf(out, "# %s", before);
    tabbed_cell(out, words);
    buf_byte(out, '\n');
}

static bool can_quote(str s)
{
    for (uint32_t i = 0; i < s.len; i++)
        if (s.ptr[i] == '"' || s.ptr[i] == '\n' || s.ptr[i] == '\r') return false;
    return s.len > 0;
}

/* The record is known by its word: that of its trigger. */
static void put_trigger(buf *out, const kept *e)
{
    if (can_quote(e->trigger)) buf_printf(out, "  trigger \"" STR_FMT "\"", STR_ARG(e->trigger));
}

static bool is_one_party(str s)
{
    str code;
    if (!str_cut(&s, '/', &code) || code.len != 3) return false;
    for (str word = code;; ) {
        for (uint32_t i = 0; i < word.len; i++)
            if ((word.ptr[i] < 'A' || word.ptr[i] > 'Z') && word.ptr[i] != '-') return false;
        if (!str_cut(&s, '/', &word)) return true;
        if (word.len < 3) return false;
    }
}

/* "ARM/MIL", "GBR+USA" */
static bool is_party(str s)
{
    str one;
    if (!s.len) return false;
    while (str_cut(&s, '+', &one))
        if (!is_one_party(one)) return false;
    return true;
}

/* What the reader wrote as a party: codes as they are, else its words. */
static str party_value(arena *mem, str value)
{
    if (is_party(value) || str_is(value, "-")) return value;
    return can_quote(value) ? str_printf(mem, "\"" STR_FMT "\"", STR_ARG(value)) : (str){0};
}

static str party_list(arena *mem, const kept_parties *list)
{
    buf out = {.mem = mem};
    if (!list->n) return S("-");
    for (uint32_t i = 0; i < list->n; i++) {
        str rest = list->at[i].sectors, sector;
        buf_printf(&out, "%s" STR_FMT, i ? "+" : "", STR_ARG(list->at[i].code.len ? list->at[i].code : S("---")));
        while (str_cut(&rest, ';', &sector)) buf_printf(&out, "/" STR_FMT, STR_ARG(sector));
    }
    return buf_str(&out);
}

static str days(arena *mem, const kept *e)
{
    if (!e->first.len && !e->last.len) return S("unstated");
    if (str_eq(e->first, e->last)) return e->first;
    return str_printf(mem, STR_FMT ".." STR_FMT, STR_ARG(e->first), STR_ARG(e->last));
}

static bool is_days(str s)
{
    day unused;
    uint32_t dots = str_find(s, S(".."));
    if (str_is(s, "unstated")) return true;
    if (dots == s.len) return day_stretch(s, &unused, &unused);
    str from = str_slice(s, 0, dots), to = str_slice(s, dots + 2, s.len);
    return (from.len || to.len) && (!from.len || day_stretch(from, &unused, &unused)) && (!to.len || day_stretch(to, &unused, &unused));
}

static bool is_word(str s, char from, char to)
{
    for (uint32_t i = 0; i < s.len; i++)
        if ((s.ptr[i] < from || s.ptr[i] > to) && s.ptr[i] != '-') return false;
    return s.len > 0;
}

static bool is_any_of(str s, const char *words)
{
    str rest = str_of(words), word;
    while (str_word(&rest, &word))
        if (str_eq(word, s)) return true;
    return false;
}

/* "killed=12", "injured=40.." */
static bool is_count(str s)
{
    str what, low;
    return str_cut(&s, '=', &what) && is_word(what, 'a', 'z') && s.len && str_cut(&s, '.', &low) &&
           is_any_of(str_slice(low, 0, 1), "0 1 2 3 4 5 6 7 8 9");
}

/* ---- lines of what is expected ------------------------------------------------------------- */

typedef struct line { str who, type, whom, keys; } line;
static const line any = {.who = {"*", 1}, .type = {"*", 1}, .whom = {"*", 1}};

/* Under any chain of sources. */
static void put_line(buf *out, const kept *e, line l, bool negated)
{
    buf_printf(out, "* says\n  %s" STR_FMT " " STR_FMT " " STR_FMT, negated ? "not " : "", STR_ARG(l.who), STR_ARG(l.type), STR_ARG(l.whom));
    if (l.keys.len) buf_printf(out, "  " STR_FMT, STR_ARG(l.keys));
    put_trigger(out, e);
    buf_byte(out, '\n');
}

static line of_type(const kept *e)
{
    line l = any;
    l.type = e->type;
    return l;
}

static line keyed(const kept *e, str keys)
{
    line l = of_type(e);
    l.keys = keys;
    return l;
}

/* What should be; false where the reader's words cannot be a line. */
static bool right_line(line *out, arena *mem, const kept_correction *c)
{
    const kept *e = &c->record;
    str v = c->value;
    *out = of_type(e);
    if (str_is(c->field, "type") && is_word(v, 'A', 'Z')) out->type = v;
    else if (str_is(c->field, "mode") && is_word(v, 'a', 'z')) out->type = str_printf(mem, STR_FMT "/" STR_FMT, STR_ARG(e->type), STR_ARG(v));
    else if (str_is(c->field, "actor") && party_value(mem, v).len) out->who = party_value(mem, v);
    else if (str_is(c->field, "recipient") && party_value(mem, v).len) out->whom = party_value(mem, v);
    else if (str_is(c->field, "when") && is_days(v)) out->keys = str_printf(mem, "when " STR_FMT, STR_ARG(v));
    else if (str_is(c->field, "where") && can_quote(v)) out->keys = str_printf(mem, "where \"" STR_FMT "\"", STR_ARG(v));
    else if (str_is(c->field, "quote") && is_any_of(v, "direct indirect none")) out->keys = str_printf(mem, "quote " STR_FMT, STR_ARG(v));
    else if (str_is(c->field, "status") && is_any_of(v, "actual planned demanded denied hypothetical")) out->keys = str_printf(mem, "status " STR_FMT, STR_ARG(v));
    else if (str_is(c->field, "counts") && is_count(v)) out->keys = str_printf(mem, "count " STR_FMT, STR_ARG(v));
    else return false;
    return true;
}

static str wrong_places(arena *mem, const kept *e)
{
    buf out = {.mem = mem};
    for (uint32_t i = 0; i < e->place.n; i++) {
        str name = e->place.at[i].name.len ? e->place.at[i].name : e->place.at[i].text;
        if (can_quote(name)) buf_printf(&out, "%s\"" STR_FMT "\"", out.len ? "+" : "", STR_ARG(name));
    }
    return str_printf(mem, "where " STR_FMT, STR_ARG(out.len ? buf_str(&out) : S("-")));
}

static str wrong_counts(arena *mem, const kept *e)
{
    buf out = {.mem = mem};
    for (uint32_t i = 0; i < e->count.n; i++) {
        const kept_count *n = &e->count.at[i];
        buf_printf(&out, "%scount " STR_FMT "=", i ? "  " : "", STR_ARG(n->what));
        if (n->low >= 0) buf_printf(&out, "%lld", (long long)n->low);
        if (n->low != n->high) buf_add(&out, S(".."));
        if (n->high >= 0 && n->low != n->high) buf_printf(&out, "%lld", (long long)n->high);
    }
    return buf_str(&out);
}

/* What must not be; false where the record says nothing that a line could deny. */
static bool wrong_line(line *out, arena *mem, const kept_correction *c)
{
    const kept *e = &c->record;
    *out = of_type(e);
    if (str_is(c->field, "mode")) out->type = str_printf(mem, STR_FMT "/" STR_FMT, STR_ARG(e->type), STR_ARG(e->mode));
    else if (str_is(c->field, "actor")) out->who = party_list(mem, &e->actor);
    else if (str_is(c->field, "recipient")) out->whom = party_list(mem, &e->recipient);
    else if (str_is(c->field, "when")) *out = keyed(e, str_printf(mem, "when " STR_FMT, STR_ARG(days(mem, e))));
    else if (str_is(c->field, "where")) *out = keyed(e, wrong_places(mem, e));
    else if (str_is(c->field, "quote")) *out = keyed(e, str_printf(mem, "quote " STR_FMT, STR_ARG(e->quote)));
    else if (str_is(c->field, "status")) *out = keyed(e, str_printf(mem, "status " STR_FMT, STR_ARG(e->status)));
    else if (str_is(c->field, "counts")) *out = keyed(e, wrong_counts(mem, e));
    return !(str_is(c->field, "mode") && !e->mode.len) && !(str_is(c->field, "counts") && !e->count.n);
}

/* ---- sources: a line each, the outermost first ------------------------------------------------------ */

static void put_told(buf *out, const kept *e, uint32_t indent, bool negated)
{
    for (uint32_t i = 0; i < indent; i++) buf_add(out, S("  "));
    buf_printf(out, "%s* " STR_FMT " *", negated ? "not " : "", STR_ARG(e->type));
    put_trigger(out, e);
    buf_byte(out, '\n');
}

static void put_wrong_sources(buf *out, const kept *e)
{
    uint32_t n = e->source.n;
    for (uint32_t i = n; i-- > 0;) {
        kept_parties one = {.at = &e->source.at[i], .n = 1};
        for (uint32_t k = i + 1; k < n; k++) buf_add(out, S("  "));
        buf_printf(out, STR_FMT " says\n", STR_ARG(party_list(out->mem, &one)));
    }
    put_told(out, e, n, true);
}

static bool put_right_source(buf *out, const kept_correction *c)
{
    str who = party_value(out->mem, c->value);
    bool outlet = str_is(c->value, "-") || (c->record.article.outlet.len && str_eq_fold(c->value, c->record.article.outlet));
    if (!outlet && !who.len) return false;
    if (!outlet) buf_printf(out, STR_FMT " says\n", STR_ARG(who));
    put_told(out, &c->record, !outlet, false);
    return true;
}

/* ---- all -------------------------------------------------------------------------------------------------- */

static void put_expected(buf *out, const kept_correction *c)
{
    line l;
    if (str_is(c->field, "according_to")) {
        if (c->value.len && put_right_source(out, c)) return;
        put_comment(out, "should be: ", c->value);
        put_wrong_sources(out, &c->record);
    } else if (c->value.len && right_line(&l, out->mem, c)) put_line(out, &c->record, l, false);
    else {
        put_comment(out, "should be: ", c->value);
        if (wrong_line(&l, out->mem, c)) put_line(out, &c->record, l, true);
        else put_comment(out, "the record says nothing of it that a line could deny: ", c->field);
    }
}

void cases_head(buf *out, const char *version)
{
    buf_printf(out, "# Corrections of a store, exported by dateline %s: read each before you keep it (docs/cases.md).\n", version);
}

void cases_put(buf *out, const kept_correction *c)
{
    const kept_article *a = &c->record.article;
    buf_add(out, S("\n==== "));
    tabbed_cell(out, a->id);
    buf_printf(out, " " STR_FMT " " STR_FMT "\n", STR_ARG(c->record.id), STR_ARG(c->field));
    if (a->published.len) buf_printf(out, "published " STR_FMT "\n", STR_ARG(a->published));
    if (a->outlet.len) {
        buf_add(out, S("outlet "));
        tabbed_cell(out, a->outlet);
        buf_byte(out, '\n');
    }
    buf_byte(out, '\n');
    put_text(out, c);
    buf_add(out, S("----\n"));
    put_comment(out, "wrong: ", c->field);
    put_comment(out, "", c->note);
    put_expected(out, c);
}
