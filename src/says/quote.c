/* quote.c: which words stand between quotation marks?
 *
 * Newsrooms mix conventions, and one text often mixes them too, so the role of
 * a mark is read from its neighbours (a blank before it and a letter behind it:
 * it opens) and only then from its code point.  A mark that never closes ends
 * with its paragraph; one bad mark costs one paragraph. */
#include "says/parts.h"

typedef enum mark_kind { MARK_NO, MARK_DOUBLE, MARK_SINGLE, MARK_ANGLE } mark_kind;
typedef struct open_mark { uint32_t quote; mark_kind kind; } open_mark;
#define MAX_OPEN 8          /* marks within marks */

static mark_kind kind_of(str t)
{
    static const char *const doubles[] = {"\"", "“", "”", "„", "‟", "''", "``", "＂", "’’", "‘‘"};
    static const char *const singles[] = {"'", "‘", "’", "‚", "`", "‛"};
    static const char *const angles[] = {"«", "»", "‹", "›"};
    for (size_t i = 0; i < sizeof doubles / sizeof *doubles; i++)
        if (str_is(t, doubles[i])) return MARK_DOUBLE;
    for (size_t i = 0; i < sizeof singles / sizeof *singles; i++)
        if (str_is(t, singles[i])) return MARK_SINGLE;
    for (size_t i = 0; i < sizeof angles / sizeof *angles; i++)
        if (str_is(t, angles[i])) return MARK_ANGLE;
    return MARK_NO;
}

/* Two apostrophes side by side are one double mark, however they were tokenized. */
static mark_kind kind_at(const doc *d, uint32_t i, uint32_t *width)
{
    mark_kind kind = kind_of(d->tokens.at[i].text);
    *width = 1;
    if (kind != MARK_SINGLE || i + 1 >= d->tokens.n || d->tokens.at[i].space_after) return kind;
    if (!str_eq(d->tokens.at[i].text, d->tokens.at[i + 1].text)) return kind;
    *width = 2;
    return MARK_DOUBLE;
}

bool quote_is_mark(const token *t) { return kind_of(t->text) != MARK_NO; }

static bool always_opens(str t) { return str_is(t, "„") || str_is(t, "«") || str_is(t, "``") || str_is(t, "‚"); }

static bool always_closes(str t) { return str_is(t, "»"); }

/* A plural's apostrophe: "the voters' choice". */
static bool is_possessive(const doc *d, uint32_t i, range para)
{
    const token *t = &d->tokens.at[i];
    return t->tag == TAG_POS && i > para.first;
}

static bool glued_left(const doc *d, uint32_t i, range para)
{
    return i > para.first && !d->tokens.at[i - 1].space_after;
}

static bool glued_right(const doc *d, uint32_t i, range para)
{
    return i + 1 < para.end && !d->tokens.at[i].space_after;
}

static bool is_opening_bracket(str t) { return str_is(t, "(") || str_is(t, "[") || str_is(t, "—") || str_is(t, "-") || str_is(t, "–"); }

static bool ends_clause(str t) { return str_is(t, ",") || str_is(t, ".") || str_is(t, ";") || str_is(t, "?") || str_is(t, "!") || str_is(t, ":"); }

/* Does the mark at `i` open, as far as its neighbours tell?  `open`: one of its kind is. */
static bool opens(const doc *d, uint32_t i, range para, bool open)
{
    const token *t = &d->tokens.at[i];
    bool left = glued_left(d, i, para), right = glued_right(d, i, para);
    if (always_opens(t->text)) return true;
    if (always_closes(t->text)) return false;
    if (left && !right) return is_opening_bracket(d->tokens.at[i - 1].text) && !open;
    if (right && open && ends_clause(d->tokens.at[i + 1].text)) return false;
    if (right && !left) return true;
    if (str_is(t->text, "“") || str_is(t->text, "‘")) return !open || left;
    if (str_is(t->text, "”") || str_is(t->text, "’")) return false;
    return !open;
}

static bool opens_wide(const doc *d, uint32_t i, range para, bool open)
{
    bool left = glued_left(d, i, para), right = i + 1 < para.end && glued_right(d, i + 1, para);
    return left == right ? !open : right;
}

/* A single mark counts only where it cannot be an apostrophe. */
static bool is_apostrophe(const doc *d, uint32_t i, range para, bool open)
{
    if (open) return glued_right(d, i, para) && d->tokens.at[i + 1].pos != POS_PUNCT && !quote_is_mark(&d->tokens.at[i + 1]);
    return is_possessive(d, i, para) || glued_left(d, i, para) || !glued_right(d, i, para) || str_is(d->tokens.at[i].text, "’");
}

static uint32_t find_open(const open_mark *stack, uint32_t n, mark_kind kind)
{
    for (uint32_t k = n; k-- > 0;)
        if (stack[k].kind == kind) return k;
    return NONE;
}

static void close_quote(doc *d, quote_map *m, uint32_t q, uint32_t mark, uint32_t end)
{
    d->quotes.at[q].close = mark;
    d->quotes.at[q].inside.end = end;
    if (mark != NONE) m->closes[mark] = q;
}

static uint32_t open_quote(doc *d, quote_map *m, uint32_t i)
{
    array_push(d->mem, d->quotes, (quote){{i + 1, i + 1}, i, NONE, false, NONE});
    m->opens[i] = d->quotes.n - 1;
    return d->quotes.n - 1;
}

/* A single mark that never closes was an apostrophe ("'90s"); a double one runs
 * to the end of the paragraph. */
static void end_paragraph(doc *d, quote_map *m, open_mark *stack, uint32_t n, range para)
{
    for (uint32_t k = 0; k < n; k++) {
        quote *q = &d->quotes.at[stack[k].quote];
        bool drop = stack[k].kind == MARK_SINGLE;
        close_quote(d, m, stack[k].quote, NONE, drop ? q->inside.first : para.end);
        q->continues = !drop;
    }
}

/* `carried`: a quotation of an earlier paragraph goes on here without a mark. */
static void pair_paragraph(doc *d, quote_map *m, range para, bool carried)
{
    open_mark stack[MAX_OPEN];
    uint32_t n = 0;
    if (carried) {
        stack[n++] = (open_mark){open_quote(d, m, para.first), MARK_DOUBLE};
        d->quotes.at[stack[0].quote].inside.first = para.first;
    }
    for (uint32_t i = para.first; i < para.end; i++) {
        uint32_t width;
        mark_kind kind = kind_at(d, i, &width);
        if (kind == MARK_NO) continue;
        uint32_t k = find_open(stack, n, kind), last = i + width - 1;
        if (kind == MARK_SINGLE && is_apostrophe(d, i, para, k != NONE)) continue;
        if (width == 2 ? opens_wide(d, i, para, k != NONE) : opens(d, i, para, k != NONE)) {
            if (n == MAX_OPEN) continue;
            stack[n++] = (open_mark){open_quote(d, m, last), kind};
            i = last;
        } else if (k != NONE) {
            for (uint32_t j = k + 1; j < n; j++) close_quote(d, m, stack[j].quote, NONE, d->quotes.at[stack[j].quote].inside.first);
            close_quote(d, m, stack[k].quote, i, i);
            n = k;
            i = last;
        }
    }
    end_paragraph(d, m, stack, n, para);
}

static range next_paragraph(const doc *d, uint32_t p, uint32_t first)
{
    range para = {first, first};
    while (para.end < d->tokens.n && d->tokens.at[para.end].start < d->paragraphs.at[p].end) para.end++;
    return para;
}

#define MAX_CARRY 12        /* paragraphs that a quotation may run on through without a mark */

/* A quotation was left open before paragraph `p`: is the next mark one that closes it? */
static bool closes_later(const doc *d, uint32_t p, uint32_t first)
{
    for (uint32_t k = 0; k < MAX_CARRY && p < d->paragraphs.n; k++, p++) {
        range para = next_paragraph(d, p, first);
        for (uint32_t i = para.first, width; i < para.end; i++)
            if (kind_at(d, i, &width) == MARK_DOUBLE)
                return !(width == 2 ? opens_wide(d, i, para, true) : opens(d, i, para, true)) && i > para.first;
        first = para.end;
    }
    return false;
}

static bool is_left_open(const doc *d, range para)
{
    const quote *q = d->quotes.n ? &d->quotes.at[d->quotes.n - 1] : NULL;
    return q && q->open >= para.first && q->continues;
}

/* An opening mark inside an open quotation of the same kind: the first was
 * never closed.  What stands between belongs to the first. */
static void cut_reopened(doc *d, quote_map *m)
{
    for (uint32_t q = 0; q + 1 < d->quotes.n; q++) {
        quote *a = &d->quotes.at[q], *b = &d->quotes.at[q + 1];
        bool same = str_eq(d->tokens.at[a->open].text, d->tokens.at[b->open].text);
        if (!same || b->open >= a->inside.end || a->close != NONE) continue;
        close_quote(d, m, q, NONE, b->open);
        a->continues = false;
    }
}

static void fill_map(doc *d, quote_map *m)
{
    uint32_t end = 0, owner = NONE;
    for (uint32_t q = 0; q < d->quotes.n; q++) {
        range r = quote_outer(d, q);
        if (r.first < end || d->quotes.at[q].inside.first == d->quotes.at[q].inside.end) continue;
        for (uint32_t i = r.first; i < r.end; i++) m->in[i] = q;
        end = r.end;
    }
    uint32_t words = 0, quoted = 0;
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        m->words[i] = words;
        m->quoted[i] = quoted;
        if (d->tokens.at[i].pos == POS_PUNCT) continue;
        words++;
        owner = m->in[i];
        quoted += owner != NONE;
    }
    m->words[d->tokens.n] = words;
    m->quoted[d->tokens.n] = quoted;
}

range quote_outer(const doc *d, uint32_t q)
{
    const quote *a = &d->quotes.at[q];
    return (range){a->open, a->close == NONE ? a->inside.end : a->close + 1};
}

static uint32_t *new_indices(doc *d)
{
    uint32_t *list = arena_array_of(d->mem, uint32_t, d->tokens.n + 1);
    for (uint32_t i = 0; i <= d->tokens.n; i++) list[i] = NONE;
    return list;
}

void quote_find(doc *d, quote_map *m)
{
    *m = (quote_map){new_indices(d), new_indices(d), new_indices(d), new_indices(d), new_indices(d)};
    uint32_t i = 0;
    bool open = false;
    for (uint32_t p = 0; p < d->paragraphs.n; p++) {
        range para = next_paragraph(d, p, i);
        bool carried = open && para.first < para.end && closes_later(d, p, i);
        pair_paragraph(d, m, para, carried);
        open = is_left_open(d, para);
        i = para.end;
    }
    cut_reopened(d, m);
    fill_map(d, m);
}
