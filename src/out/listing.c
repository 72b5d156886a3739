/* listing.c: how do people like to read events?
 *
 *     2020-10     Armenian forces   ASSAULT        Azerbaijan   Ganja   the ministry   actual
 *                 ARM/MIL           heavy-weapons  AZE                  AZE/GOV
 *
 * One table a document, as wide as the terminal at most: columns shrink and
 * their words wrap, nothing is cut off.  What a source claims carries the
 * source; an empty "according to" is the outlet's own voice.
 */
#include "base/utf8.h"
#include "out/out.h"
#include <utf8proc.h>

enum { COLUMNS = 7, GAP = 2, NARROWEST = 6, DAY = 10 };
static const char *const heading[COLUMNS] = {"day", "who", "did what", "to whom", "where", "according to", "status"};

/* A cell: lines of text that may be wrapped further. */
typedef struct cell { str text; const char *colour; } cell;
typedef struct row { cell at[COLUMNS]; } row;

/* ---- characters that a terminal can take ------------------------------------ */

static bool is_safe(uint32_t cp)
{
    bool control = cp < 0x20 || (cp >= 0x7F && cp < 0xA0);
    bool direction = (cp >= 0x200B && cp <= 0x200F) || (cp >= 0x2028 && cp <= 0x202E) || (cp >= 0x2060 && cp <= 0x206F);
    return !control && !direction;
}

void listing_safe(buf *out, str s)
{
    for (const char *p = s.ptr, *end = p + s.len; p < end;) {
        uint32_t cp, n = utf8_next(p, end, &cp);
        if (is_safe(cp)) buf_add(out, (str){p, n});
        else buf_byte(out, ' ');
        p += n;
    }
}

uint32_t listing_width(str s)
{
    uint32_t width = 0, cp;
    for (const char *p = s.ptr, *end = p + s.len; p < end;) {
        p += utf8_next(p, end, &cp);
        int w = utf8proc_charwidth((utf8proc_int32_t)cp);
        width += w > 0 ? (uint32_t)w : 0;
    }
    return width;
}

/* ---- cells -------------------------------------------------------------------- */

/* "AZE/GOV"; of a party of unknown country the sectors alone, of one of which nothing is known nothing. */
static void add_code(buf *out, const char *code, const char sector[MAX_SECTORS][4])
{
    bool known = is_code(code);
    if (known) buf_add(out, str_of(code));
    for (int i = 0; i < MAX_SECTORS && sector[i][0]; i++) buf_printf(out, "%s%s", known || i ? "/" : "", sector[i]);
}

static void add_party(buf *out, const party *p)
{
    str shown = p->text.len ? p->text : p->name;
    bool coded = is_code(p->code) || p->sector[0][0];
    listing_safe(out, shown);
    if (!shown.len && !coded) buf_add(out, S("somebody"));
    if (shown.len && coded) buf_byte(out, '\n');
    add_code(out, p->code, p->sector);
}

static str parties_cell(arena *mem, const parties *list)
{
    buf out = {.mem = mem};
    for (uint32_t i = 0; i < list->n; i++) {
        if (i) buf_byte(&out, '\n');
        add_party(&out, &list->at[i]);
    }
    return buf_str(&out);
}

/* Innermost first: "Aliyev AZE/GOV, via the ministry AZE/GOV". */
static str sources_cell(arena *mem, const parties *chain)
{
    buf out = {.mem = mem};
    for (uint32_t i = 0; i < chain->n; i++) {
        if (i) buf_add(&out, S("\nvia "));
        add_party(&out, &chain->at[i]);
    }
    return buf_str(&out);
}

str listing_shorten(str s, uint32_t bytes)
{
    if (s.len <= bytes) return s;
    while (bytes && (s.ptr[bytes] & 0xC0) == 0x80) bytes--;
    return str_slice(s, 0, bytes);
}

str listing_days(arena *mem, day first, day last)
{
    if (first == DAY_NONE && last == DAY_NONE) return S("unknown");
    if (first == DAY_NONE) return str_printf(mem, "until\n" STR_FMT, STR_ARG(day_print(mem, last)));
    if (last == DAY_NONE) return str_printf(mem, "since\n" STR_FMT, STR_ARG(day_print(mem, first)));
    ymd a = day_ymd(first), b = day_ymd(last);
    bool whole_months = a.day == 1 && b.day == day_month_length(b.year, b.month);
    bool whole_years = whole_months && a.month == 1 && b.month == 12;
    if (first == last) return day_print(mem, first);
    if (whole_years && a.year == b.year) return str_printf(mem, "%04d", a.year);
    if (whole_years) return str_printf(mem, "%04d to\n%04d", a.year, b.year);
    if (whole_months && a.year == b.year && a.month == b.month) return str_printf(mem, "%04d-%02d", a.year, a.month);
    if (whole_months) return str_printf(mem, "%04d-%02d to\n%04d-%02d", a.year, a.month, b.year, b.month);
    return str_printf(mem, STR_FMT " to\n" STR_FMT, STR_ARG(day_print(mem, first)), STR_ARG(day_print(mem, last)));
}

static str what_cell(arena *mem, const doc *d, const event *e)
{
    buf out = {.mem = mem};
    buf_printf(&out, "%s", e->type);
    if (e->mode) buf_printf(&out, "\n%s", e->mode);
    buf_add(&out, S("\n\""));
    listing_safe(&out, doc_words(d, e->trigger));
    buf_byte(&out, '"');
    for (uint32_t i = 0; i < e->counts.n; i++)
        buf_printf(&out, "\n%s " STR_FMT, e->counts.at[i].what, STR_ARG(e->counts.at[i].text));
    return buf_str(&out);
}

static str where_cell(arena *mem, const doc *d, const event *e)
{
    buf out = {.mem = mem};
    for (uint32_t i = 0; i < e->where.n; i++) {
        const place *p = &d->places.at[e->where.at[i]];
        if (i) buf_byte(&out, '\n');
        listing_safe(&out, p->name.len ? p->name : doc_words(d, p->tok));
        if (p->country[0]) buf_printf(&out, " %s", p->country);
    }
    return buf_str(&out);
}

static str status_cell(arena *mem, const event *e)
{
    return e->same_as == NONE ? str_of(status_name(e->status)) : str_printf(mem, "%s\ntold again", status_name(e->status));
}

/* Red and yellow for conflict, in deeds and in words; green and cyan for cooperation. */
static const char *type_colour(const event *e)
{
    str quad = str_of(e->quad);
    bool deeds = quad.len && quad.ptr[0] == 'M';
    bool conflict = quad.len > 8 && str_is(str_slice(quad, quad.len - 8, quad.len), "CONFLICT");
    if (conflict) return deeds ? "31" : "33";
    return deeds ? "32" : "36";
}

static void fill_row(row *r, arena *mem, const doc *d, const event *e)
{
    r->at[0] = (cell){listing_days(mem, e->first, e->last), NULL};
    r->at[1] = (cell){parties_cell(mem, &e->actor), "1"};
    r->at[2] = (cell){what_cell(mem, d, e), type_colour(e)};
    r->at[3] = (cell){parties_cell(mem, &e->recipient), "1"};
    r->at[4] = (cell){where_cell(mem, d, e), NULL};
    r->at[5] = (cell){sources_cell(mem, &e->according_to), "35"};
    r->at[6] = (cell){status_cell(mem, e), e->status == STATUS_ACTUAL ? "2" : "4"};
}

/* ---- widths -------------------------------------------------------------------- */

static uint32_t natural_width(str text)
{
    uint32_t most = 0;
    for (str line; str_cut(&text, '\n', &line);)
        if (listing_width(line) > most) most = listing_width(line);
    return most;
}

/* The longest word: a column that is not narrower breaks lines at blanks only. */
static uint32_t word_width(str text)
{
    uint32_t most = 0;
    for (str line; str_cut(&text, '\n', &line);)
        for (str word; str_word(&line, &word);)
            if (listing_width(word) > most) most = listing_width(word);
    return most;
}

static uint32_t sum_of(const uint32_t width[COLUMNS])
{
    uint32_t sum = GAP * (COLUMNS - 1);
    for (int c = 0; c < COLUMNS; c++) sum += width[c];
    return sum;
}

/* The widest column that is wider than its floor gives way until all fit or none can. */
static void shrink(uint32_t width[COLUMNS], const uint32_t floor[COLUMNS], uint32_t limit)
{
    while (sum_of(width) > limit) {
        int widest = -1;
        for (int c = 0; c < COLUMNS; c++)
            if (width[c] > floor[c] && (widest < 0 || width[c] > width[widest])) widest = c;
        if (widest < 0) return;
        width[widest]--;
    }
}

/* First lines break at blanks; where that is not enough, within words. */
static void fit_columns(uint32_t width[COLUMNS], const row *rows, uint32_t n, uint32_t limit)
{
    uint32_t words[COLUMNS], least[COLUMNS];
    for (int c = 0; c < COLUMNS; c++) {
        width[c] = words[c] = listing_width(str_of(heading[c]));
        least[c] = c ? NARROWEST : DAY;
        for (uint32_t i = 0; i < n; i++) {
            uint32_t all = natural_width(rows[i].at[c].text), one = word_width(rows[i].at[c].text);
            if (all > width[c]) width[c] = all;
            if (one > words[c]) words[c] = one;
        }
    }
    shrink(width, words, limit);
    shrink(width, least, limit);
}

/* ---- lines ---------------------------------------------------------------------- */

/* Cuts what fits in `width` off the front of *rest, at a blank if there is one. */
static str wrap(str *rest, uint32_t width)
{
    uint32_t used = 0, blank = 0, i = 0, cp;
    while (i < rest->len && rest->ptr[i] != '\n') {
        uint32_t n = utf8_next(rest->ptr + i, rest->ptr + rest->len, &cp);
        int w = utf8proc_charwidth((utf8proc_int32_t)cp);
        if (i && used + (w > 0 ? (uint32_t)w : 0) > width) break;
        if (cp == ' ') blank = i;
        used += w > 0 ? (uint32_t)w : 0;
        i += n;
    }
    bool whole = i == rest->len || rest->ptr[i] == '\n' || rest->ptr[i] == ' ';
    uint32_t end = whole || !blank ? i : blank;
    str line = str_slice(*rest, 0, end);
    bool skip = end < rest->len && (rest->ptr[end] == ' ' || rest->ptr[end] == '\n');
    *rest = str_slice(*rest, end + skip, rest->len);
    return line;
}

static void put_padded(buf *out, str line, uint32_t width, const char *colour)
{
    if (colour && line.len) buf_printf(out, "\033[%sm" STR_FMT "\033[0m", colour, STR_ARG(line));
    else buf_add(out, line);
    for (uint32_t w = listing_width(line); w < width; w++) buf_byte(out, ' ');
}

static void end_line(buf *out)
{
    while (out->len && out->ptr[out->len - 1] == ' ') out->len--;
    buf_byte(out, '\n');
}

static void put_row(buf *out, const row *r, const uint32_t width[COLUMNS], bool colour)
{
    str rest[COLUMNS];
    bool more = true;
    for (int c = 0; c < COLUMNS; c++) rest[c] = r->at[c].text;
    while (more) {
        more = false;
        for (int c = 0; c < COLUMNS; c++) {
            put_padded(out, wrap(&rest[c], width[c]), c + 1 < COLUMNS ? width[c] + GAP : 0, colour ? r->at[c].colour : NULL);
            more = more || rest[c].len;
        }
        end_line(out);
    }
}

static void put_title(buf *out, const doc *d, listing_style style)
{
    if (style.colour) buf_add(out, S("\033[1m"));
    listing_safe(out, d->article.title.len ? d->article.title : d->article.id);
    if (style.colour) buf_add(out, S("\033[0m"));
    if (d->article.outlet.len) {
        buf_add(out, S("  "));
        listing_safe(out, d->article.outlet);
    }
    if (d->article.published != DAY_NONE) buf_printf(out, "  published " STR_FMT, STR_ARG(day_print(out->mem, d->article.published)));
    if (d->article.basis == PUBLISHED_INFERRED) buf_add(out, S(" (inferred)"));
    buf_byte(out, '\n');
}

static void put_head(buf *out, const uint32_t width[COLUMNS], listing_style style)
{
    row names = {0};
    uint32_t sum = GAP * (COLUMNS - 1);
    for (int c = 0; c < COLUMNS; c++) {
        names.at[c] = (cell){str_of(heading[c]), "2"};
        sum += width[c];
    }
    put_row(out, &names, width, style.colour);
    for (uint32_t i = 0; i < sum; i++) buf_add(out, S("\u2500"));
    buf_byte(out, '\n');
}

void listing_document(buf *out, const doc *d, listing_style style)
{
    uint32_t width[COLUMNS], n = d->events.n;
    row *rows = arena_array_of(out->mem, row, (size_t)n + 1);
    for (uint32_t i = 0; i < n; i++) fill_row(&rows[i], out->mem, d, &d->events.at[i]);
    fit_columns(width, rows, n, style.width);
    put_title(out, d, style);
    if (n) put_head(out, width, style);
    for (uint32_t i = 0; i < n; i++) put_row(out, &rows[i], width, style.colour);
    if (!n) buf_add(out, S("no events\n"));
    buf_byte(out, '\n');
}
