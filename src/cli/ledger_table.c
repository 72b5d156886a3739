/* ledger_table.c: how does a row of the ledger look to people?
 *
 *     DENIED    2020-10-04  ARM/MIL ASSAULT heavy-weapons AZE  Ganja, AZE
 *       ARM                             AZE                             others
 *       denies (own side)               tells (of ARM): killed 12       outlet tells
 *       "did not shell Ganja"           "Armenian forces shelled ..."   "..."
 *       - Foreign Ministry ARM/GOV,     - ...
 *         2020-10-05 Beta
 */
#include "cli/cli.h"
#include "out/out.h"
#include "store/ledger.h"

enum { INDENT = 2, GAP = 2, NARROWEST = 28, TEXT_LINES = 4, MOST_SAYS = 4 };
typedef array(str) lines;

/* ---- words ---------------------------------------------------------------------------- */

static str safe(arena *mem, str s)
{
    buf out = {.mem = mem};
    listing_safe(&out, s);
    return buf_str(&out);
}

static const char *verb_of(const ledger_say *s)
{
    static const char *const verbs[][2] = {{"actual", "tells"}, {"denied", "denies"}, {"planned", "tells a plan"},
                                           {"demanded", "demands"}, {"hypothetical", "supposes"}};
    if (s->relays) return "passes on";
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (str_is(s->status, verbs[i][0])) return verbs[i][1];
    return "tells";
}

static void add_numbers(buf *out, const ledger_say *s)
{
    for (uint32_t i = 0; i < s->counts.n; i++) {
        const ledger_number *c = &s->counts.at[i];
        buf_printf(out, "%s" STR_FMT " ", i ? ", " : ": ", STR_ARG(c->what));
        if (c->low >= 0 && c->low == c->high) buf_printf(out, "%lld", (long long)c->low);
        else if (c->low >= 0 && c->high >= 0) buf_printf(out, "%lld-%lld", (long long)c->low, (long long)c->high);
        else if (c->low >= 0) buf_printf(out, "%lld+", (long long)c->low);
        else if (c->high >= 0) buf_printf(out, "up to %lld", (long long)c->high);
        else listing_safe(out, c->text);
    }
}

/* "denies (own side): killed 12"; a voice that is not the party's own is told apart. */
static str verdict(arena *mem, const ledger_say *s, bool of_party)
{
    buf out = {.mem = mem};
    bool outlet = s->by >= s->source.n;
    buf_printf(&out, "%s%s", outlet ? "outlet " : "", verb_of(s));
    if (!outlet && s->about == LEDGER_OWN_SIDE) buf_add(&out, S(" (own side)"));
    if (!outlet && s->about == LEDGER_ANOTHER)
        buf_printf(&out, " (of " STR_FMT ")", STR_ARG(ledger_codes(mem, s->actor.at, s->actor.n)));
    add_numbers(&out, s);
    if (of_party && !s->firm && !s->relays) buf_add(&out, S(" [not counted]"));
    return safe(mem, buf_str(&out));
}

/* Not the colon before a statement. */
static bool is_word(str cue) { return ((unsigned char)cue.ptr[0] | 0x20) >= 'a'; }

static void add_source(buf *out, const ledger_party *p)
{
    listing_safe(out, ledger_words(p));
    if (p->code.len && !str_is(p->code, "---")) buf_printf(out, " " STR_FMT, STR_ARG(ledger_code(out->mem, p)));
    if (!p->cue.len || !is_word(p->cue)) return;
    buf_byte(out, ' ');
    listing_safe(out, p->cue);
}

/* "- the ministry ARM/GOV denied via Interfax, 2020-10-05 Beta, 2 copies" */
static str whence(arena *mem, const ledger_say *s)
{
    buf out = {.mem = mem};
    buf_add(&out, S("- "));
    if (s->relays) add_source(&out, &s->source.at[s->by]);
    for (uint32_t i = 0; i < s->source.n && (i < s->by || !s->relays); i++) {
        buf_add(&out, s->relays ? S(" of ") : i ? S(" via ") : S(""));
        add_source(&out, &s->source.at[i]);
    }
    if (s->source.n) buf_add(&out, S(", "));
    buf_printf(&out, STR_FMT " ", STR_ARG(safe(mem, s->published)));
    listing_safe(&out, s->outlet.len ? s->outlet : s->doc);
    if (s->copies) buf_printf(&out, ", %u %s", s->copies, s->copies > 1 ? "copies" : "copy");
    return buf_str(&out);
}

/* ---- lines ------------------------------------------------------------------------------- */

/* The longest part that fits into `width` columns, at blanks where there is one. */
static str take_line(str *rest, uint32_t width)
{
    uint32_t end = rest->len, blank = 0;
    while (listing_width(str_slice(*rest, 0, end)) > width) end = listing_shorten(*rest, end - 1).len;
    for (uint32_t i = 1; i <= end && end < rest->len; i++)
        if (rest->ptr[i] == ' ') blank = i;
    if (blank) end = blank;
    if (!end) end = rest->len;
    str line = str_slice(*rest, 0, end);
    *rest = str_trim(str_slice(*rest, end, rest->len));
    return line;
}

static void wrap(arena *mem, lines *out, str text, uint32_t width, uint32_t most)
{
    str rest = str_trim(text);
    for (uint32_t i = 0; rest.len && i < most; i++) {
        bool cut = i + 1 == most && listing_width(rest) > width;
        str line = take_line(&rest, cut ? width - 1 : width);
        array_push(mem, *out, cut ? str_printf(mem, STR_FMT "\u2026", STR_ARG(line)) : line);
    }
}

static void add_say(arena *mem, lines *out, const ledger_say *s, uint32_t width, bool of_party)
{
    wrap(mem, out, verdict(mem, s, of_party), width, 2);
    if (s->text.len) wrap(mem, out, safe(mem, str_printf(mem, "\u201c" STR_FMT "\u201d", STR_ARG(s->text))), width, TEXT_LINES);
    wrap(mem, out, whence(mem, s), width, 3);
}

static lines column_of(arena *mem, const ledger_cell *cell, str name, uint32_t width, bool of_party)
{
    lines out = {0};
    array_push(mem, out, str_printf(mem, "[" STR_FMT "]", STR_ARG(name)));
    for (uint32_t i = 0; i < cell->n && i < MOST_SAYS; i++) add_say(mem, &out, &cell->at[i], width, of_party);
    if (cell->n > MOST_SAYS) array_push(mem, out, str_printf(mem, "and %u more", cell->n - MOST_SAYS));
    if (!cell->n) array_push(mem, out, S("no word of it"));
    return out;
}

/* ---- a row ----------------------------------------------------------------------------------- */

static void put_spaces(buf *out, uint32_t n)
{
    while (n--) buf_byte(out, ' ');
}

static void put_band(buf *out, const lines *column, uint32_t n, uint32_t width)
{
    uint32_t deepest = 0;
    for (uint32_t c = 0; c < n; c++)
        if (column[c].n > deepest) deepest = column[c].n;
    for (uint32_t i = 0; i < deepest; i++) {
        uint32_t owed = INDENT;
        for (uint32_t c = 0; c < n; c++) {
            str line = i < column[c].n ? column[c].at[i] : S("");
            if (line.len) put_spaces(out, owed);
            if (line.len) owed = 0;
            buf_add(out, line);
            owed += width + GAP - listing_width(line);
        }
        buf_byte(out, '\n');
    }
}

static const char *const standing_word[] = {"AGREED", "DENIED", "DIFFERS", "ONE SIDE", "OUTLET"};

static void put_act(buf *out, const ledger_row *row, uint32_t width)
{
    arena *mem = out->mem;
    const ledger_say *t = row->told;
    buf act = {.mem = mem};
    day first, last;
    if (!day_parse(t->first, &first)) first = DAY_NONE;
    if (!day_parse(t->last, &last)) last = DAY_NONE;
    buf_printf(&act, "%-9s " STR_FMT "  ", standing_word[row->standing], STR_ARG(safe(mem, listing_days(mem, first, last))));
    buf_printf(&act, STR_FMT " " STR_FMT, STR_ARG(ledger_codes(mem, t->actor.at, t->actor.n)), STR_ARG(t->type));
    if (t->mode.len) buf_printf(&act, " " STR_FMT, STR_ARG(t->mode));
    if (t->recipient.n) buf_printf(&act, " " STR_FMT, STR_ARG(ledger_codes(mem, t->recipient.at, t->recipient.n)));
    if (row->place.len) buf_printf(&act, "  " STR_FMT "%s" STR_FMT, STR_ARG(row->place), row->country.len ? ", " : "", STR_ARG(row->country));
    if (!str_is(t->status, "actual") && !str_is(t->status, "denied")) buf_printf(&act, "  (" STR_FMT ")", STR_ARG(t->status));
    if (row->other_actor) buf_add(&act, S("  actors differ"));
    if (row->other_number) buf_add(&act, S("  numbers differ"));
    lines shown = {0};
    wrap(mem, &shown, safe(mem, buf_str(&act)), width, 3);
    for (uint32_t i = 0; i < shown.n; i++) buf_printf(out, "%s" STR_FMT "\n", i ? "          " : "", STR_ARG(shown.at[i]));
}

/* None of the parties says a word of it: the others have all the room. */
static bool is_silent(const ledger_question *asked, const ledger_row *row)
{
    for (uint32_t i = 0; i < asked->n_parties; i++)
        if (row->cell[i].n) return false;
    return true;
}

void ledger_table(buf *out, const ledger_question *asked, const ledger_row *row, uint32_t width)
{
    arena *mem = out->mem;
    const ledger_cell *others = &row->cell[LEDGER_OTHERS];
    lines column[LEDGER_CELLS];
    uint32_t n = asked->n_parties + (others->n > 0), room = width > NARROWEST + INDENT ? width - INDENT : NARROWEST;
    uint32_t side = (room + GAP) / (NARROWEST + GAP), first = is_silent(asked, row) ? asked->n_parties : 0;
    if (side > n - first) side = n - first;
    uint32_t each = (room + GAP) / side - GAP;
    put_act(out, row, room);
    if (first == asked->n_parties) {
        put_spaces(out, INDENT);
        buf_add(out, S("told by none of the parties\n"));
    }
    for (uint32_t i = first; i < n; i++) {
        bool is_party = i < asked->n_parties;
        column[i] = column_of(mem, is_party ? &row->cell[i] : others, is_party ? str_of(asked->party[i]) : S("others"), each, is_party);
    }
    for (uint32_t i = first; i < n; i += side) put_band(out, column + i, n - i < side ? n - i : side, each);
    buf_byte(out, '\n');
}
