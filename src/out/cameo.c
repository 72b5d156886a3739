/* cameo.c: how does a record look as CAMEO, in the form of PETRARCH's Phoenix data?
 *
 * 26 columns without a head line, a row for each pair of source and target, as
 * CAMEO knows nothing but pairs: parties that agree, sign, meet or work together are
 * paired with one another, both ways.  Empty is unknown.
 */
#include "out/export.h"
#include <math.h>
#include <stdio.h>

typedef struct cameo_actor { str full, entity, role, attribute; } cameo_actor;

/* ---- actors: AZEGOV, IGOUNO ------------------------------------------------------------ */

static str entity(const kept_party *p, const codes *c)
{
    str body = codes_cameo_body(c, p->name);
    return body.len ? body : str_is(p->code, "---") ? (str){0} : p->code;
}

static cameo_actor read_actor(arena *mem, const kept_party *p, const codes *c)
{
    cameo_actor a = {.entity = entity(p, c)};
    str rest = p->sectors, sector;
    while (str_cut(&rest, ';', &sector)) {
        str role = codes_cameo_role(c, sector);
        if (!role.len || str_eq(role, a.role)) continue;
        if (!a.role.len) a.role = role;
        else a.attribute = str_printf(mem, STR_FMT STR_FMT, STR_ARG(a.attribute), STR_ARG(role));
    }
    a.full = str_printf(mem, STR_FMT STR_FMT STR_FMT, STR_ARG(a.entity), STR_ARG(a.role), STR_ARG(a.attribute));
    if (!a.full.len) a.full = S("---");
    return a;
}

static cameo_actor nobody(void) { return (cameo_actor){.full = S("---")}; }

/* ---- cells ---------------------------------------------------------------------------------- */

static void put(buf *out, str s)
{
    tabbed_cell(out, s);
    buf_byte(out, '\t');
}

static void put_actor(buf *out, const cameo_actor *a)
{
    put(out, a->full);
    put(out, a->entity);
    put(out, a->role);
    put(out, a->attribute);
}

/* YYYYMMDD, year, month, day: as much as is the same at both ends. */
static void put_date(buf *out, const kept *e)
{
    str own = {0}, a = e->first, b = e->last;
    bool known = a.len == 10 && b.len == 10;
    bool year = known && str_eq(str_slice(a, 0, 4), str_slice(b, 0, 4)), month = known && str_eq(str_slice(a, 0, 7), str_slice(b, 0, 7));
    if (known && str_eq(a, b)) own = a;
    if (own.len) buf_printf(out, "%.4s%.2s%.2s", own.ptr, own.ptr + 5, own.ptr + 8);
    buf_byte(out, '\t');
    put(out, year ? str_slice(a, 0, 4) : (str){0});
    put(out, month ? str_slice(a, 5, 7) : (str){0});
    put(out, str_slice(own, 8, 10));
}

/* Phoenix's five classes: 0 statements, 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict. */
static str penta_class(str cameo)
{
    long root = 0;
    if (!str_to_int(str_slice(cameo, 0, 2), &root)) return (str){0};
    if (root <= 2) return S("0");
    if (root <= 5) return S("1");
    if (root <= 8) return S("2");
    return root <= 13 || root == 16 ? S("3") : S("4");
}

static void put_event(buf *out, const kept *e)
{
    put(out, e->cameo);
    put(out, str_slice(e->cameo, 0, 2));
    put(out, penta_class(e->cameo));
    put(out, (str){0});                   /* Goldstein's score: see docs/export.md */
    put(out, (str){0});                   /* issues */
}

static void put_place(buf *out, const kept *e)
{
    const kept_place *p = e->place.n ? &e->place.at[0] : NULL;
    bool point = p && !isnan(p->lat) && !isnan(p->lon);
    put(out, point ? str_printf(out->mem, "%.5f", p->lat) : (str){0});
    put(out, point ? str_printf(out->mem, "%.5f", p->lon) : (str){0});
    put(out, p ? p->name : (str){0});
    put(out, p ? p->admin1 : (str){0});
    put(out, p ? p->country : (str){0});
}

/* The article's id and where the clause begins stand for the sentence's id. */
static void put_sentence(buf *out, const kept *e)
{
    tabbed_cell(out, e->article.id);
    if (e->evidence_span.start >= 0) buf_printf(out, "_%lld", (long long)e->evidence_span.start);
    buf_byte(out, '\t');
}

static void put_row(buf *out, const kept *e, const cameo_actor *source, const cameo_actor *target, int n)
{
    put(out, n ? str_printf(out->mem, STR_FMT "-%d", STR_ARG(e->id), n + 1) : e->id);
    put_date(out, e);
    put_actor(out, source);
    put_actor(out, target);
    put_event(out, e);
    put_place(out, e);
    put_sentence(out, e);
    put(out, e->article.url);
    tabbed_cell(out, e->article.outlet);
    buf_byte(out, '\n');
}

/* ---- rows: pairs --------------------------------------------------------------------------------- */

static int put_mutual(buf *out, const kept *e, const codes *c)
{
    int n = 0;
    for (uint32_t i = 0; i < e->actor.n; i++)
        for (uint32_t k = 0; k < e->actor.n; k++) {
            if (i == k) continue;
            cameo_actor a = read_actor(out->mem, &e->actor.at[i], c), b = read_actor(out->mem, &e->actor.at[k], c);
            put_row(out, e, &a, &b, n++);
        }
    return n;
}

/* What is done with, not to, one another; 057 is a treaty signed. */
static bool is_mutual(const kept *e)
{
    bool joint = str_is(e->type, "AGREE") || str_is(e->type, "CONSULT") || str_is(e->type, "COOPERATE") || str_is(e->cameo, "057");
    return joint && e->actor.n > 1 && !e->recipient.n;
}

int cameo_rows(buf *out, const kept *e, const codes *c)
{
    int n = 0;
    if (is_mutual(e)) return put_mutual(out, e, c);
    for (uint32_t i = 0; i < e->actor.n || i == 0; i++)
        for (uint32_t k = 0; k < e->recipient.n || k == 0; k++) {
            cameo_actor a = e->actor.n ? read_actor(out->mem, &e->actor.at[i], c) : nobody();
            cameo_actor b = e->recipient.n ? read_actor(out->mem, &e->recipient.at[k], c) : nobody();
            put_row(out, e, &a, &b, n++);
        }
    return n;
}
