/* clean.c: how does the given text become paragraphs of single-spaced text?
 *
 *     "The  region,\nNews.Az reports.“Today, 4\u00A0years"
 *  →  "The region, News.Az reports. “Today, 4 years"
 *
 * Reads     article.given
 * Writes    doc->text, steps, paragraphs
 * Blanks of all kinds become one ' ', hard-wrapped lines one line, blank lines
 * "\n\n"; soft hyphens and marks of no width go; a blank is put in where
 * glue.c misses one.  Every change leaves a step, so that each byte knows
 * where it came from.
 */
#include "base/utf8.h"
#include "text/text_internal.h"

#define WIDEST_WRAP 120                   /* longest line, in characters, of a hard-wrapped text */

/* ---- characters ------------------------------------------------------- */

static bool is_blank(uint32_t cp)
{
    return cp == ' ' || cp == '\t' || cp == 0xA0 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F ||
           cp == 0x205F || cp == 0x3000 || cp < 0x20 || (cp >= 0x7F && cp < 0xA0);
}

static bool is_line_end(uint32_t cp)
{
    return (cp >= '\n' && cp <= '\r') || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

/* Soft hyphen, zero-width blanks and joiners, direction marks, byte order mark. */
static bool has_no_width(uint32_t cp)
{
    return cp == 0xAD || (cp >= 0x200B && cp <= 0x200F) || (cp >= 0x202A && cp <= 0x202E) ||
           (cp >= 0x2060 && cp <= 0x2069) || cp == 0xFEFF;
}

static void read_units(doc *d, units *u)
{
    str given = d->article.given;
    u->at = arena_array_of(d->mem, unit, (size_t)given.len + 1);
    u->cap = given.len + 1;
    const char *p = given.ptr, *end = p + given.len;
    while (p < end) {
        uint32_t cp, n = utf8_next(p, end, &cp), at = (uint32_t)(p - given.ptr);
        p += n;
        if (cp == '\r' && p < end && *p == '\n') continue;
        if (has_no_width(cp)) continue;
        u->at[u->n++] = (unit){is_line_end(cp) ? '\n' : is_blank(cp) ? ' ' : cp, at};
    }
}

/* ---- lines and paragraphs --------------------------------------------- */

typedef struct line { uint32_t first, end; } line; /* units, without blanks at the ends */
typedef array(line) lines;

static void cut_lines(arena *mem, const units *u, lines *out)
{
    for (uint32_t i = 0; i <= u->n;) {
        uint32_t end = i;
        while (end < u->n && u->at[end].cp != '\n') end++;
        line l = {i, end};
        while (l.first < l.end && u->at[l.first].cp == ' ') l.first++;
        while (l.end > l.first && u->at[l.end - 1].cp == ' ') l.end--;
        array_push(mem, *out, l);
        i = end + 1;
    }
}

static uint32_t widest(const lines *l)
{
    uint32_t most = 0;
    for (uint32_t i = 0; i < l->n; i++)
        if (l->at[i].end - l->at[i].first > most) most = l->at[i].end - l->at[i].first;
    return most;
}

static uint32_t first_word(const units *u, line l)
{
    uint32_t n = 0;
    while (l.first + n < l.end && u->at[l.first + n].cp != ' ') n++;
    return n;
}

static bool ends_sentence(const units *u, line l)
{
    uint32_t i = l.end;
    while (i > l.first) {
        uint32_t cp = u->at[--i].cp;
        if (cp == '.' || cp == '!' || cp == '?' || cp == ':' || cp == 0x2026) return true;
        if (cp != '"' && cp != '\'' && cp != ')' && cp != 0x2019 && cp != 0x201D && cp != 0xBB) return false;
    }
    return false;
}

/* The first word of `b` did not fit any more behind `a`. */
static bool is_full(const units *u, line a, line b, uint32_t width)
{
    return a.end - a.first + 1 + first_word(u, b) > width;
}

/* A sentence that goes on in lower case on the next line. */
static bool runs_over(const units *u, line a, line b)
{
    uint32_t cp = u->at[b.first].cp;
    return utf8_is_alpha(cp) && !utf8_is_upper(cp) && !ends_sentence(u, a);
}

static bool is_empty(line l) { return l.first == l.end; }

/* Width at which the text is hard-wrapped, or 0: some sentence runs over the
 * end of a full line, and no line is too long to have been wrapped by hand. */
static uint32_t wrap_width(const units *u, const lines *l)
{
    uint32_t width = widest(l);
    for (uint32_t i = 0; i + 1 < l->n && width <= WIDEST_WRAP; i++) {
        line a = l->at[i], b = l->at[i + 1];
        if (!is_empty(a) && !is_empty(b) && runs_over(u, a, b) && is_full(u, a, b, width)) return width;
    }
    return 0;
}

/* Does the paragraph go on from line `a` to line `b` under it? */
static bool goes_on(const units *u, line a, line b, uint32_t width)
{
    return runs_over(u, a, b) || (width && is_full(u, a, b, width));
}

/* ---- writing ---------------------------------------------------------- */

typedef struct writer { doc *d; buf out; uint32_t given; /* where the next byte would come from */ } writer;

static void put(writer *w, const char *bytes, uint32_t n, uint32_t given)
{
    if (given != w->given) array_push(w->d->mem, w->d->steps, (text_step){(uint32_t)w->out.len, given});
    buf_add(&w->out, (str){bytes, n});
    w->given = given + n;
}

static void put_unit(writer *w, unit c)
{
    char bytes[4];
    uint32_t n = utf8_put(c.cp, bytes);
    put(w, bytes, n, c.given);
}

static void put_line(writer *w, const units *u, line l, marks m, uint32_t *straight)
{
    for (uint32_t i = l.first; i < l.end; i++) {
        uint32_t cp = u->at[i].cp;
        bool inside = i > l.first;
        if (inside && cp == ' ' && u->at[i - 1].cp == ' ') continue;
        if (inside && glue_at(u, i, m, *straight)) put(w, " ", 1, u->at[i].given);
        put_unit(w, u->at[i]);
        if (cp == '"') ++*straight;
    }
}

/* Writes lines [i, end) as one paragraph. */
static void put_paragraph(writer *w, const units *u, const lines *l, uint32_t i, uint32_t end, marks m)
{
    uint32_t straight = 0, given = u->at[l->at[i].first].given;
    if (w->out.len) put(w, "\n\n", 2, given);
    uint32_t first = (uint32_t)w->out.len;
    for (uint32_t k = i; k < end; k++) {
        if (k > i && w->out.ptr[w->out.len - 1] != '-') put(w, " ", 1, u->at[l->at[k].first].given);
        put_line(w, u, l->at[k], m, &straight);
    }
    array_push(w->d->mem, w->d->paragraphs, (range){first, (uint32_t)w->out.len});
}

static void put_all(writer *w, const units *u, const lines *l)
{
    marks m = glue_marks(u);
    uint32_t width = wrap_width(u, l);
    for (uint32_t i = 0, end; i < l->n; i = end) {
        end = i + 1;
        if (is_empty(l->at[i])) continue;
        while (end < l->n && !is_empty(l->at[end]) && goes_on(u, l->at[end - 1], l->at[end], width)) end++;
        put_paragraph(w, u, l, i, end, m);
    }
}

/* ---- the room's entry ------------------------------------------------- */

static int check_given(const doc *d, fail *f)
{
    str given = d->article.given;
    if (given.len > DOC_MAX_BYTES)
        return fail_set(f, FAIL_TOO_LARGE, NULL, 0, "the article is longer than %u MB", DOC_MAX_BYTES >> 20);
    size_t bad = utf8_invalid_at(given.ptr, given.len);
    if (bad == given.len) return FAIL_OK;
    if (given.len > 1 && (memcmp(given.ptr, "\xFF\xFE", 2) == 0 || memcmp(given.ptr, "\xFE\xFF", 2) == 0))
        return fail_set(f, FAIL_ENCODING, NULL, 0, "not UTF-8 but UTF-16 (iconv -f UTF-16 -t UTF-8 converts it)");
    uint32_t number = 1;
    for (size_t i = 0; i < bad; i++) number += given.ptr[i] == '\n';
    return fail_set(f, FAIL_ENCODING, NULL, number, "not UTF-8 at byte %zu (iconv converts other encodings)", bad + 1);
}

int text_fill(doc *d, fail *f)
{
    int bad = check_given(d, f);
    if (bad) return bad;
    doc_index_points(d);
    units u = {0};
    lines l = {0};
    read_units(d, &u);
    cut_lines(d->mem, &u, &l);
    writer w = {.d = d, .out = {.mem = d->mem}};
    put_all(&w, &u, &l);
    d->text = buf_str(&w.out);
    byline_find(d);
    return FAIL_OK;
}

int text_fill_raw(doc *d, fail *f)
{
    int bad = check_given(d, f);
    if (bad) return bad;
    doc_index_points(d);
    d->text = d->article.given;
    array_push(d->mem, d->paragraphs, (range){0, d->text.len});
    return FAIL_OK;
}
