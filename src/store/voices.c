/* voices.c: who speaks for a party, of whose act, and do they agree?
 *
 * A country asked for by its code alone is heard in the voices of its state:
 * government, forces, police, services.  Its citizens, parties, courts and
 * papers stand in its cell too, but their word is not the country's word.  So
 * is it with words that only the other side passes on ("Baku said that Yerevan
 * had admitted it"): shown, not counted.
 */
#include "store/ledger.h"

const char ledger_standings[] = "agreed denied differs one_side outlet";
static const char state_sectors[] = "GOV MIL COP SPY";

/* ---- sectors ------------------------------------------------------------------------- */

static bool has_sector(str sectors, str one)
{
    for (str s; str_cut(&sectors, ';', &s);)
        if (str_eq(s, one)) return true;
    return false;
}

static bool is_state(const ledger_party *p)
{
    str rest = str_of(state_sectors);
    for (str s; str_word(&rest, &s);)
        if (has_sector(p->sectors, s)) return true;
    return false;
}

static bool is_country(str code)
{
    return code.len == 3 && !str_is(code, "---") && !str_is(code, "IGO") && !str_is(code, "NGO") && !str_is(code, "MNC");
}

/* ---- which party ------------------------------------------------------------------------ */

/* How many of the words of "ARM/GOV" the party has; 0: not that one. */
static uint32_t fits(const char *asked, const ledger_party *p)
{
    str rest = str_of(asked), code, sector;
    str_cut(&rest, '/', &code);
    if (code.len && !str_eq(code, p->code)) return 0;
    uint32_t n = code.len ? 1 : 0;
    for (; str_cut(&rest, '/', &sector); n++)
        if (!has_sector(p->sectors, sector)) return 0;
    return n;
}

uint32_t voices_party(const ledger_question *asked, const ledger_party *p)
{
    uint32_t best = LEDGER_OTHERS, most = 0;
    for (uint32_t i = 0; i < asked->n_parties; i++) {
        uint32_t n = fits(asked->party[i], p);
        if (n <= most) continue;
        most = n;
        best = i;
    }
    return best;
}

/* Bits of the parties among those. */
static unsigned parties_among(const ledger_question *asked, const ledger_party *list, uint32_t n)
{
    unsigned bits = 0;
    for (uint32_t i = 0; i < n; i++) bits |= 1u << voices_party(asked, &list[i]);
    return bits & ~(1u << LEDGER_OTHERS);
}

static bool two_of(unsigned a, unsigned b) { return a && b && ((a | b) & ((a | b) - 1)); }

bool voices_tie(const ledger_question *asked, const ledger_say *say)
{
    unsigned doers = parties_among(asked, say->actor.at, say->actor.n);
    unsigned others = parties_among(asked, say->recipient.at, say->recipient.n);
    unsigned tellers = parties_among(asked, say->source.at, say->source.n);
    return (doers & (doers - 1)) || two_of(doers, others) || two_of(tellers, doers | others);
}

/* ---- whose voice ------------------------------------------------------------------------------ */

/* Does the source speak for the party?  Asked for by sectors, whoever has them does. */
static bool speaks_for(const char *asked, const ledger_party *p)
{
    return strchr(asked, '/') || !is_country(p->code) || is_state(p);
}

/* Who passes its words on: its own side, or the press. */
static bool passes_faithfully(const ledger_party *outer, const ledger_party *inner)
{
    bool press = has_sector(outer->sectors, S("JRN"));
    return press || (is_country(outer->code) && str_eq(outer->code, inner->code) && (is_state(outer) == is_state(inner)));
}

static bool is_firm(const ledger_question *asked, const ledger_say *say, uint32_t cell)
{
    if (cell == LEDGER_OTHERS || say->by != 0 || !speaks_for(asked->party[cell], &say->source.at[0])) return false;
    for (uint32_t i = 1; i < say->source.n; i++)
        if (!passes_faithfully(&say->source.at[i], &say->source.at[0])) return false;
    return true;
}

/* ---- whose act ----------------------------------------------------------------------------------- */

/* One state's hands are one; of all others the same sector is not yet the same body. */
static bool same_side(const ledger_party *a, const ledger_party *b)
{
    if (!str_eq(a->code, b->code)) return false;
    if (is_country(a->code) && is_state(a) && is_state(b)) return true;
    return a->name.len && str_eq_fold(a->name, b->name);
}

static ledger_about about_whom(const ledger_question *asked, const ledger_say *say, uint32_t cell)
{
    unsigned actors = parties_among(asked, say->actor.at, say->actor.n);
    for (uint32_t i = 0; i < say->actor.n && say->by < say->source.n; i++)
        if (same_side(&say->source.at[say->by], &say->actor.at[i])) return LEDGER_OWN_SIDE;
    return actors & ~(1u << cell) ? LEDGER_ANOTHER : LEDGER_NOT_THEIRS;
}

/* ---- cells ------------------------------------------------------------------------------------------ */

static bool is_copy(const ledger_say *a, const ledger_say *b)
{
    const str *x = a->by < a->source.n ? &a->source.at[a->by].text : NULL, *y = b->by < b->source.n ? &b->source.at[b->by].text : NULL;
    return a->original == b->original && a->article != b->article && a->relays == b->relays && str_eq(a->status, b->status) &&
           str_eq(a->trigger, b->trigger) && (x && y ? str_eq(*x, *y) : x == y);
}

static void put(arena *mem, const ledger_question *asked, ledger_row *row, uint32_t cell, const ledger_say *say, uint32_t by)
{
    ledger_say s = *say;
    ledger_cell *c = &row->cell[cell];
    s.by = by;
    s.relays = by > 0 && by < s.source.n;
    s.firm = is_firm(asked, &s, cell);
    s.about = about_whom(asked, &s, cell);
    for (uint32_t i = 0; i < c->n; i++)
        if (is_copy(&c->at[i], &s)) {
            c->at[i].copies += 1 + s.copies;
            return;
        }
    array_push(mem, *c, s);
}

void voices_place(arena *mem, const ledger_question *asked, ledger_row *row, const ledger_say *say)
{
    unsigned seen = 0;
    row->records++;
    for (uint32_t i = 0; i < say->source.n; i++) {
        uint32_t cell = voices_party(asked, &say->source.at[i]);
        if ((seen & (1u << cell)) || (cell == LEDGER_OTHERS && i)) continue;
        seen |= 1u << cell;
        put(mem, asked, row, cell, say, i);
    }
    if (!say->source.n) put(mem, asked, row, LEDGER_OTHERS, say, 0);
}

/* ---- do they agree -------------------------------------------------------------------------------------- */

static bool is_denial(const ledger_say *s) { return str_is(s->status, "denied"); }

static bool other_actor(const ledger_say *a, const ledger_say *b)
{
    bool coded = false;
    for (uint32_t i = 0; i < a->actor.n; i++)
        for (uint32_t k = 0; k < b->actor.n; k++) {
            bool known = !str_is(a->actor.at[i].code, "---") && !str_is(b->actor.at[k].code, "---");
            if (known && str_eq(a->actor.at[i].code, b->actor.at[k].code)) return false;
            coded = coded || known;
        }
    return coded;
}

static bool other_number(const ledger_say *a, const ledger_say *b)
{
    for (uint32_t i = 0; i < a->counts.n; i++)
        for (uint32_t k = 0; k < b->counts.n; k++) {
            const ledger_number *x = &a->counts.at[i], *y = &b->counts.at[k];
            if (!str_eq(x->what, y->what)) continue;
            if ((x->high >= 0 && y->low > x->high) || (y->high >= 0 && x->low > y->high)) return true;
        }
    return false;
}

typedef struct tally { unsigned tell, deny; bool told, differs; } tally;

static void compare(ledger_row *row, tally *t, const ledger_say *a, const ledger_say *b, bool both_firm)
{
    if (is_denial(a) || is_denial(b) || a->relays || b->relays) return;
    bool who = other_actor(a, b), many = other_number(a, b), how = !str_eq(a->status, b->status);
    row->other_actor = row->other_actor || who;
    row->other_number = row->other_number || many;
    row->other_status = row->other_status || how;
    t->differs = t->differs || (both_firm && (who || many || how));
}

static void compare_cells(ledger_row *row, tally *t, uint32_t i, uint32_t k)
{
    for (uint32_t x = 0; x < row->cell[i].n; x++)
        for (uint32_t y = 0; y < row->cell[k].n; y++) {
            const ledger_say *a = &row->cell[i].at[x], *b = &row->cell[k].at[y];
            if (i != k || x < y) compare(row, t, a, b, i != k && a->firm && b->firm);
        }
}

static void tally_cell(const ledger_row *row, tally *t, uint32_t cell)
{
    for (uint32_t i = 0; i < row->cell[cell].n; i++) {
        const ledger_say *s = &row->cell[cell].at[i];
        t->told = t->told || !is_denial(s);
        if (!s->firm) continue;
        if (is_denial(s)) t->deny |= 1u << cell;
        else t->tell |= 1u << cell;
    }
}

static ledger_standing standing_of(const tally *t)
{
    if (t->deny && t->told) return LEDGER_DENIED;
    if (t->tell & (t->tell - 1)) return t->differs ? LEDGER_DIFFERS : LEDGER_AGREED;
    return t->tell || t->deny ? LEDGER_ONE_SIDE : LEDGER_OUTLET;
}

/* How much a record tells of the act. */
static int fullness(const ledger_say *s)
{
    bool who = s->actor.n && is_country(s->actor.at[0].code), whom = s->recipient.n && is_country(s->recipient.at[0].code);
    return 8 * !is_denial(s) + 4 * (who && whom) + 2 * (s->first.len && s->last.len) + (s->place.len > 0);
}

static void choose_told(ledger_row *row, const ledger_say *s)
{
    int now = row->told ? fullness(row->told) : -1, then = fullness(s);
    if (then > now || (then == now && s->n < row->told->n)) row->told = s;
    if (row->place.len) return;
    row->place = s->place;
    row->country = s->country;
}

void voices_weigh(const ledger_question *asked, ledger_row *row)
{
    tally t = {0};
    for (uint32_t i = 0; i < LEDGER_CELLS; i++) {
        if (i >= asked->n_parties && i != LEDGER_OTHERS) continue;
        tally_cell(row, &t, i);
        for (uint32_t k = i; k < LEDGER_CELLS; k++) compare_cells(row, &t, i, k);
        for (uint32_t x = 0; x < row->cell[i].n; x++) choose_told(row, &row->cell[i].at[x]);
    }
    if (row->told && row->told->place.len) {
        row->place = row->told->place;
        row->country = row->told->country;
    }
    row->standing = standing_of(&t);
}
