/* polecat.c: how does a record look in POLECAT's form?
 *
 * Its 40 columns, in its order and by its names; "None" where something is
 * unknown; several parties or contexts with "; " between them.  What we do not
 * know by POLECAT's own means (intensity, titles, Wikipedia) is None as well.
 */
#include "out/export.h"
#include <math.h>
#include <stdio.h>

static const char *const names[] = {
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title",
    "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
};
enum { N_NAMES = sizeof names / sizeof *names };
_Static_assert(N_NAMES == 40, "POLECAT has 40 columns");

void tabbed_cell(buf *out, str s)
{
    for (uint32_t i = 0; i < s.len; i++) buf_byte(out, (unsigned char)s.ptr[i] < 0x20 || s.ptr[i] == 0x7F ? ' ' : s.ptr[i]);
}

/* A cell and the tab behind it; the last tab becomes the line's end. */
static void put(buf *out, str s)
{
    tabbed_cell(out, s.len ? s : S("None"));
    buf_byte(out, '\t');
}

static void none(buf *out) { put(out, (str){0}); }

void polecat_head(buf *out)
{
    for (int i = 0; i < N_NAMES; i++) buf_printf(out, "%s%c", names[i], i == N_NAMES - 1 ? '\n' : '\t');
}

/* ---- parties --------------------------------------------------------------------------- */

typedef str (*party_value)(const kept_party *p, const codes *c);

static str name_of(const kept_party *p, const codes *c) { (void)c; return p->name; }
static str text_of(const kept_party *p, const codes *c) { (void)c; return p->text; }
static str country_of(const kept_party *p, const codes *c) { (void)c; return str_is(p->code, "---") ? (str){0} : p->code; }
static str cow_of(const kept_party *p, const codes *c) { return codes_cow(c, p->code); }

static str first_sector(const kept_party *p, const codes *c)
{
    (void)c;
    str rest = p->sectors, first = {0};
    str_cut(&rest, ';', &first);
    return first;
}

/* Of several parties as many values, "None" among them where one is unknown, so that they stay in step. */
static void put_each(buf *out, const kept_parties *list, party_value value, const codes *c)
{
    buf text = {.mem = out->mem};
    bool any = false;
    for (uint32_t i = 0; i < list->n; i++) {
        str one = value(&list->at[i], c);
        any = any || one.len;
        buf_printf(&text, "%s" STR_FMT, i ? "; " : "", STR_ARG(one.len ? one : S("None")));
    }
    put(out, any ? buf_str(&text) : (str){0});
}

static str words_apart(arena *mem, str list)
{
    buf out = {.mem = mem};
    str word;
    for (bool first = true; str_cut(&list, ';', &word); first = false) buf_printf(&out, "%s" STR_FMT, first ? "" : "; ", STR_ARG(word));
    return buf_str(&out);
}

static void put_sectors(buf *out, const kept_parties *list)
{
    buf text = {.mem = out->mem};
    for (uint32_t i = 0; i < list->n; i++) {
        str all = words_apart(out->mem, list->at[i].sectors);
        if (all.len) buf_printf(&text, "%s" STR_FMT, text.len ? "; " : "", STR_ARG(all));
    }
    put(out, buf_str(&text));
}

static void put_party(buf *out, const kept_parties *list, const codes *c)
{
    put_each(out, list, name_of, c);
    put_each(out, list, country_of, c);
    put_each(out, list, cow_of, c);
    put_each(out, list, first_sector, c);
    put_sectors(out, list);
    none(out);
    put_each(out, list, text_of, c);
    none(out);
}

/* ---- places ------------------------------------------------------------------------------- */

static void put_degrees(buf *out, double x) { put(out, isnan(x) ? (str){0} : str_printf(out->mem, "%.5f", x)); }

static void put_place(buf *out, const kept *e)
{
    kept_place unknown = {.geonameid = KEPT_NONE, .lat = (double)NAN, .lon = (double)NAN};
    const kept_place *p = e->place.n ? &e->place.at[0] : &unknown;
    bool town = str_is(p->kind, "city") || str_is(p->kind, "capital"), district = str_is(p->kind, "admin2");
    put(out, p->name);
    put(out, town ? p->name : (str){0});
    put(out, district ? p->name : (str){0});
    put(out, str_is(p->kind, "admin1") && !p->admin1.len ? p->name : p->admin1);
    put(out, p->country);
    put_degrees(out, p->lat);
    put_degrees(out, p->lon);
    put(out, p->geonameid == KEPT_NONE ? (str){0} : str_printf(out->mem, "%lld", (long long)p->geonameid));
    put(out, p->text);
    put(out, p->kind);
}

/* ---- rows ------------------------------------------------------------------------------------ */

/* Only a day that is known: a month has none. */
static str own_day(const kept *e) { return str_eq(e->first, e->last) ? e->first : (str){0}; }

void polecat_row(buf *out, const kept *e, const codes *c, const char *version)
{
    put(out, e->id);
    put(out, own_day(e));
    put(out, e->type);
    put(out, e->mode);
    none(out);
    put(out, e->quad);
    put(out, words_apart(out->mem, e->context));
    put_party(out, &e->actor, c);
    put_party(out, &e->recipient, c);
    put_place(out, e);
    put(out, e->article.outlet);
    put(out, e->article.published);
    none(out);
    none(out);
    none(out);
    put(out, e->article.language);
    put(out, str_printf(out->mem, "dateline %s", version));
    out->ptr[out->len - 1] = '\n';
}
