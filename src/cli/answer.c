/* answer.c: how do the rows of a store look? */
#include "cli/cli.h"
#include "out/json.h"
#include "out/out.h"
#include "store/store.h"
#include <sys/ioctl.h>
#include <stdlib.h>
#include <unistd.h>

static int column_of(const query *q, const char *name)
{
    for (int i = 0; i < query_columns(q); i++)
        if (strcmp(query_name(q, i), name) == 0) return i;
    return -1;
}

static str value_of(const query *q, const char *name)
{
    bool known;
    int column = column_of(q, name);
    return column < 0 ? S("") : query_value(q, column, &known);
}

/* ---- csv: RFC 4180 --------------------------------------------------------------------- */

void answer_csv(buf *out, str s)
{
    bool plain = true;
    for (uint32_t i = 0; i < s.len; i++) plain = plain && s.ptr[i] != '"' && s.ptr[i] != ',' && s.ptr[i] != '\n' && s.ptr[i] != '\r';
    if (plain) {
        buf_add(out, s);
        return;
    }
    buf_byte(out, '"');
    for (uint32_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '"') buf_byte(out, '"');
        buf_byte(out, s.ptr[i]);
    }
    buf_byte(out, '"');
}

/* The record is for JSON Lines. */
static bool in_csv(const query *q, int column) { return strcmp(query_name(q, column), "record") != 0; }

static void csv_head(buf *out, const query *q)
{
    for (int i = 0; i < query_columns(q); i++)
        if (in_csv(q, i)) buf_printf(out, "%s%s", i ? "," : "", query_name(q, i));
    buf_add(out, S("\r\n"));
}

static void csv_row(buf *out, const query *q)
{
    bool known;
    for (int i = 0; i < query_columns(q); i++) {
        if (!in_csv(q, i)) continue;
        if (i) buf_byte(out, ',');
        answer_csv(out, query_value(q, i, &known));
    }
    buf_add(out, S("\r\n"));
}

/* ---- JSON Lines ---------------------------------------------------------------------------- */

static void put_column(buf *out, const query *q, int i, bool yes_no)
{
    bool known;
    str value = query_value(q, i, &known);
    if (!known) json_put_null(out, query_name(q, i));
    else if (yes_no) json_put_bool(out, query_name(q, i), !str_is(value, "0"));
    else if (query_is_number(q, i)) {
        json_key(out, query_name(q, i));
        buf_add(out, value);
    } else json_put_str(out, query_name(q, i), value);
}

/* The record as it was coded, with what its story adds. */
static void record_row(buf *out, const query *q)
{
    static const char *const added[] = {"story", "reports", "originals", "contested", "denied", "other_actor", "other_number"};
    str record = value_of(q, "record");
    buf_add(out, str_slice(record, 0, record.len ? record.len - 1 : 0));
    for (size_t i = 0; i < sizeof added / sizeof *added; i++) put_column(out, q, column_of(q, added[i]), i > 2);
    buf_add(out, S("}\n"));
}

static void number_row(buf *out, const query *q)
{
    json_open(out, '{');
    for (int i = 0; i < query_columns(q); i++) put_column(out, q, i, false);
    json_close(out, '{');
    buf_byte(out, '\n');
}

/* ---- table ------------------------------------------------------------------------------------ */

enum { MAX_COLUMNS = 9, GAP = 2, NARROWEST = 6 };
typedef struct row { str cell[MAX_COLUMNS]; } row;
typedef struct grid { arena *mem; array(row) rows; int n; bool right[MAX_COLUMNS]; } grid;

static str safe(arena *mem, str s)
{
    buf out = {.mem = mem};
    listing_safe(&out, s);
    return buf_str(&out);
}

static str two(arena *mem, str code, str words)
{
    if (!words.len || !code.len) return safe(mem, words.len ? words : code);
    return safe(mem, str_printf(mem, STR_FMT " " STR_FMT, STR_ARG(code), STR_ARG(words)));
}

static str days_cell(arena *mem, const query *q)
{
    day first, last;
    if (!day_parse(value_of(q, "first"), &first)) first = DAY_NONE;
    if (!day_parse(value_of(q, "last"), &last)) last = DAY_NONE;
    return safe(mem, listing_days(mem, first, last)); /* on one line */
}

static void story_row(grid *g, const query *q)
{
    row *r = array_add(g->mem, g->rows);
    str contested = value_of(q, "contested");
    r->cell[0] = days_cell(g->mem, q);
    r->cell[1] = two(g->mem, value_of(q, "actor"), value_of(q, "actor_text"));
    r->cell[2] = two(g->mem, value_of(q, "type"), value_of(q, "mode"));
    r->cell[3] = two(g->mem, value_of(q, "recipient"), value_of(q, "recipient_text"));
    r->cell[4] = two(g->mem, value_of(q, "place"), value_of(q, "country"));
    r->cell[5] = two(g->mem, value_of(q, "says"), value_of(q, "says_text"));
    r->cell[6] = safe(g->mem, value_of(q, "status"));
    r->cell[7] = str_printf(g->mem, STR_FMT "%s", STR_ARG(value_of(q, "reports")), str_is(contested, "1") ? " contested" : "");
    r->cell[8] = safe(g->mem, value_of(q, value_of(q, "outlet").len ? "outlet" : "doc"));
}

static void count_row(grid *g, const query *q)
{
    bool known;
    row *r = array_add(g->mem, g->rows);
    for (int i = 0; i < g->n; i++) {
        str value = query_value(q, i, &known);
        r->cell[i] = known ? safe(g->mem, value) : S("unknown");
        g->right[i] = query_is_number(q, i);
    }
}

static void grid_head(grid *g, const query *q, bool numbers)
{
    static const char *const heading[MAX_COLUMNS] = {"day", "who", "did what", "to whom", "where", "according to", "status",
                                                     "reports", "first in"};
    row *r = array_add(g->mem, g->rows);
    g->n = numbers ? query_columns(q) : MAX_COLUMNS;
    for (int i = 0; i < g->n; i++) r->cell[i] = str_copy(g->mem, str_of(numbers ? query_name(q, i) : heading[i]));
}

/* The widest give way, but for the days and what is short anyway. */
static void fit(const grid *g, uint32_t width[MAX_COLUMNS], uint32_t limit)
{
    uint32_t sum = (uint32_t)(g->n - 1) * GAP;
    for (int c = 0; c < g->n; c++) {
        width[c] = 0;
        for (uint32_t i = 0; i < g->rows.n; i++)
            if (listing_width(g->rows.at[i].cell[c]) > width[c]) width[c] = listing_width(g->rows.at[i].cell[c]);
        sum += width[c];
    }
    for (; sum > limit; sum--) {
        int widest = 0;
        for (int c = 1; c < g->n; c++)
            if (!widest || width[c] > width[widest]) widest = c;
        if (!widest || width[widest] <= NARROWEST) return;
        width[widest]--;
    }
}

static void put_padded(buf *out, str cell, uint32_t width, bool right, bool last)
{
    uint32_t fits = cell.len;
    while (listing_width(str_slice(cell, 0, fits)) > width) fits = listing_shorten(cell, fits - 1).len;
    str shown = fits < cell.len ? listing_shorten(cell, fits ? fits - 1 : 0) : cell;
    uint32_t used = listing_width(shown) + (fits < cell.len);
    for (uint32_t i = used; right && i < width; i++) buf_byte(out, ' ');
    buf_add(out, shown);
    if (fits < cell.len) buf_add(out, S("\u2026"));
    for (uint32_t i = used; !right && !last && i < width; i++) buf_byte(out, ' ');
    buf_add(out, last ? S("\n") : S("  "));
}

uint32_t answer_width(void)
{
    struct winsize size;
    const char *columns = getenv("COLUMNS");
    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col) return size.ws_col;
    return columns && atoi(columns) > 0 ? (uint32_t)atoi(columns) : 100;
}

static bool put_grid(const grid *g)
{
    uint32_t width[MAX_COLUMNS];
    buf out = {.mem = g->mem};
    fit(g, width, answer_width());
    for (uint32_t i = 0; i < g->rows.n; i++)
        for (int c = 0; c < g->n; c++) put_padded(&out, g->rows.at[i].cell[c], width[c], g->right[c], c == g->n - 1);
    return say_out(buf_str(&out));
}

/* ---- all ------------------------------------------------------------------------------------------ */

static long print_grid(query *q, arena *mem, fail *f)
{
    grid g = {.mem = mem};
    int got;
    bool numbers = column_of(q, "record") < 0;
    grid_head(&g, q, numbers);
    while ((got = query_next(q, f)) > 0) {
        if (numbers) count_row(&g, q);
        else story_row(&g, q);
    }
    long n = (long)g.rows.n - 1;
    if (got == 0 && n) put_grid(&g);
    return got < 0 ? got : n;
}

static long print_lines(query *q, arena *mem, bool csv, fail *f)
{
    long n = 0;
    int got;
    bool numbers = column_of(q, "record") < 0;
    for (; (got = query_next(q, f)) > 0; n++) {
        buf out = {.mem = mem};
        if (csv && n == 0) csv_head(&out, q);
        if (csv) csv_row(&out, q);
        else if (numbers) number_row(&out, q);
        else record_row(&out, q);
        if (!say_out(buf_str(&out))) break;
        arena_reset(mem);
    }
    return got < 0 ? got : n;
}

long answer_print(query *q, const char *format, fail *f)
{
    arena *mem = arena_new(0);
    if (!mem || arena_enter(mem)) {
        arena_free(mem);
        return fail_set(f, FAIL_MEMORY, "", 0, "out of memory");
    }
    long n = strcmp(format, "table") == 0 ? print_grid(q, mem, f) : print_lines(q, mem, strcmp(format, "csv") == 0, f);
    arena_free(mem);
    return n;
}
