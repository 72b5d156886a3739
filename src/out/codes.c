/* codes.c: what do other lists of codes call our countries, sectors and bodies?  (data/out) */
#include "base/map.h"
#include "base/table.h"
#include "out/export.h"

struct codes { table cow, cameo; map country, sector, body; /* to rows of the tables */ };

static int load(table *out, arena *mem, const dataset *data, const char *name, fail *f)
{
    str text;
    const char *path;
    int code = dataset_text(data, name, &text, &path, f);
    return code ? code : table_read(out, mem, text, path, f);
}

int codes_load(codes **out, arena *mem, const dataset *data, fail *f)
{
    codes *c = *out = arena_new_of(mem, codes);
    c->country.mem = c->sector.mem = c->body.mem = mem;
    int code = load(&c->cow, mem, data, "out/cow.tsv", f);
    if (!code) code = load(&c->cameo, mem, data, "out/cameo.tsv", f);
    for (uint32_t i = 0; i < c->cow.n_rows && !code; i++) map_put(&c->country, table_cell(&c->cow, i, 0), i);
    for (uint32_t i = 0; i < c->cameo.n_rows && !code; i++)
        map_put(str_is(table_cell(&c->cameo, i, 0), "sector") ? &c->sector : &c->body, table_cell(&c->cameo, i, 1), i);
    return code;
}

static str look_up(const map *m, const table *t, str key, uint32_t column)
{
    uint32_t row = map_get(m, key, UINT32_MAX);
    return row == UINT32_MAX ? (str){0} : table_cell(t, row, column);
}

str codes_cow(const codes *c, str country) { return look_up(&c->country, &c->cow, country, 1); }
str codes_cameo_role(const codes *c, str sector) { return look_up(&c->sector, &c->cameo, sector, 2); }
str codes_cameo_body(const codes *c, str name) { return look_up(&c->body, &c->cameo, name, 2); }
