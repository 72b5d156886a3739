/* geojson.c: how does a record look on a map?  RFC 7946: longitude first, WGS84,
 * flat properties; a record without a place has no geometry, but is there. */
#include "out/columns.h"
#include "out/export.h"
#include "out/json.h"
#include <math.h>

/* How exact a kind of place is, and half of how far such places usually reach: for
 * drawing uncertainty, not measured. */
static const struct extent { const char *kind, *precision; int km; } extent_of[] = {
    {"facility", "site", 2}, {"city", "town", 10},      {"capital", "town", 15},     {"admin2", "district", 40},
    {"place", "town", 15} /* a site with the point of its town */, {"admin3", "district", 20},
    {"admin1", "region", 150}, {"region", "area", 250}, {"water", "area", 250},      {"border", "area", 250},
    {"country", "country", 500}, {"continent", "continent", 2500},
};

static const struct extent *find_extent(const kept *e)
{
    for (size_t i = 0; e->place.n && i < sizeof extent_of / sizeof *extent_of; i++)
        if (str_is(e->place.at[0].kind, extent_of[i].kind)) return &extent_of[i];
    return NULL;
}

static bool has_point(const kept *e) { return e->place.n && !isnan(e->place.at[0].lat) && !isnan(e->place.at[0].lon); }

static void put_geometry(buf *out, const kept *e)
{
    if (!has_point(e)) {
        json_put_null(out, "geometry");
        return;
    }
    json_put_open(out, "geometry", '{');
    json_put_z(out, "type", "Point");
    json_key(out, "coordinates");
    buf_printf(out, "[%.6f,%.6f]", e->place.at[0].lon, e->place.at[0].lat);
    json_close(out, '{');
}

static void put_value(buf *out, const column *c, const cell *v)
{
    str text = column_text(c, v, out->mem);
    bool quoted = c->type == COLUMN_TEXT || c->type == COLUMN_LIST || c->type == COLUMN_DAY;
    if (!v->known) json_put_null(out, c->name);
    else if (quoted) json_put_str(out, c->name, text);
    else {
        json_key(out, c->name);
        buf_add(out, text);
    }
}

static void put_properties(buf *out, const kept *e)
{
    bool point = has_point(e);
    const struct extent *x = point ? find_extent(e) : NULL;
    json_put_open(out, "properties", '{');
    for (int i = 0; i < n_columns; i++) {
        cell v = column_get(&columns[i], e, out->mem);
        put_value(out, &columns[i], &v);
    }
    json_put_z(out, "precision", x ? x->precision : point ? "unknown" : NULL);
    if (x) json_put_int(out, "radius_km", x->km);
    else json_put_null(out, "radius_km");
    json_close(out, '{');
}

static void put_feature(buf *out, const kept *e)
{
    buf_add(out, S("{\"type\":\"Feature\""));
    json_put_str(out, "id", e->id);
    put_geometry(out, e);
    put_properties(out, e);
    buf_byte(out, '}');
}

void geojson_open(buf *out) { buf_add(out, S("{\"type\":\"FeatureCollection\",\"features\":[")); }

void geojson_feature(buf *out, const kept *e, bool first)
{
    buf_add(out, first ? S("\n") : S(",\n"));
    put_feature(out, e);
}

void geojson_line(buf *out, const kept *e)
{
    put_feature(out, e);
    buf_byte(out, '\n');
}

void geojson_close(buf *out) { buf_add(out, S("\n]}\n")); }
