/* api_ledger.c: /api/ledger: who says what of whose acts?
 *
 * All rows are weighed, up to MAX_STORIES, for the totals; a page of them is sent.
 */
#include "serve/inside.h"

typedef struct page { long limit, offset, counted, sent; long totals[LEDGER_STANDINGS]; bool more; } page;

/* ---- the question --------------------------------------------------------------------- */

static bool read_parties(const request *r, reply *out, ledger_question *ask)
{
    refusal no = {0};
    for (uint32_t i = 0; i < r->param.n; i++) {
        if (!str_is(r->param.at[i].name, "party")) continue;
        if (ask->n_parties == LEDGER_PARTIES) {
            refuse(out, 400, NULL, "a ledger has at most %d parties", (int)LEDGER_PARTIES);
            return false;
        }
        const char **asked = &ask->party[ask->n_parties++];
        *asked = r->param.at[i].value.ptr;
        if (!ask_check_party(server_asker(r->at), r->mem, "party", asked, &no)) continue;
        refuse(out, 400, no.hint[0] ? no.hint : NULL, "%s", no.error);
        return false;
    }
    if (ask->n_parties > 1) return true;
    refuse(out, 400, "party=ARM&party=AZE", "a ledger wants two to six parties");
    return false;
}

static unsigned standing_bit(str name)
{
    for (int i = 0; i < LEDGER_STANDINGS; i++)
        if (str_eq(ledger_standing_name((ledger_standing)i), name)) return 1u << i;
    return 0;
}

/* "denied,agreed" as bits; all of them where it is not asked. */
static bool read_standings(const request *r, reply *out, unsigned *wanted)
{
    const char *names = param(r, "standing");
    str rest = str_of(names), one;
    *wanted = names ? 0 : (1u << LEDGER_STANDINGS) - 1;
    bool known = true;
    for (; str_cut(&rest, ',', &one); *wanted |= standing_bit(one)) known = known && standing_bit(one);
    if (!known || !*wanted) refuse(out, 400, ledger_standings, "standing wants one or several of these, with commas between");
    return known && *wanted;
}

/* ---- the answer ------------------------------------------------------------------------- */

static void put_row(reply *out, const ledger_question *ask, const ledger_row *row, unsigned wanted, page *p)
{
    p->totals[row->standing]++;
    p->counted++;
    if (!(wanted & 1u << row->standing)) return;
    if (p->offset > 0) p->offset--;
    else if (p->sent == p->limit) p->more = true;
    else {
        ledger_json(&out->body, ask, row);
        p->sent++;
    }
}

static void put_totals(buf *out, const page *p)
{
    json_put_open(out, "totals", '{');
    for (int i = 0; i < LEDGER_STANDINGS; i++) json_put_int(out, ledger_standing_name((ledger_standing)i).ptr, p->totals[i]);
    json_close(out, '{');
}

static bool put_page(request *r, reply *out, const ledger_question *ask, unsigned wanted, page *p)
{
    fail f = {0};
    const ledger_row *row;
    int got = ledger_open(&r->ledger, r->s, ask, &f);
    json_put_open(&out->body, "rows", '[');
    while (!got && p->counted < MAX_STORIES && (got = ledger_next(r->ledger, &row, &f)) > 0) {
        put_row(out, ask, row, wanted, p);
        got = 0;
    }
    json_close(&out->body, '[');
    if (got < 0) refuse_fail(r, out, &f);
    return got >= 0;
}

static void put_ledger(request *r, reply *out, const ledger_question *ask, unsigned wanted, page *p)
{
    json_open(&out->body, '{');
    json_put_open(&out->body, "parties", '[');
    for (uint32_t i = 0; i < ask->n_parties; i++) {
        if (i) buf_byte(&out->body, ',');
        json_str(&out->body, str_of(ask->party[i]));
    }
    json_close(&out->body, '[');
    if (!put_page(r, out, ask, wanted, p)) return;
    put_totals(&out->body, p);
    json_put_bool(&out->body, "more", p->more);
    json_put_bool(&out->body, "complete", p->counted < MAX_STORIES);
    json_close(&out->body, '{');
}

void api_ledger(request *r, reply *out)
{
    ledger_question ask = {.all_standings = true};
    unsigned wanted;
    page p = {0};
    if (!read_parties(r, out, &ask) || !read_filters(r, out, &ask.filters) || !read_standings(r, out, &wanted) ||
        !param_number(r, out, "limit", 1, MAX_LIMIT, 100, &p.limit) || !param_number(r, out, "offset", 0, MAX_OFFSET, 0, &p.offset)) return;
    put_ledger(r, out, &ask, wanted, &p);
}
