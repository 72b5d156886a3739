/* codes.c: what do other lists of codes call our countries, sectors and bodies?  (data/out) */
#include "base/table.h"
#include "out/export.h"

struct codes { table cow, cameo; };

static int load(table *out, arena *mem, const dataset *data, const char *name, fail *f)
{
    str text;
    const char *path;
    int code = dataset_text(data, name, &text, &path, f);
    return code ? code : table_read(out, mem, text, path, f);
}

int codes_load(codes **out, arena *mem, const dataset *data, fail *f)
{
    *out = arena_new_of(mem, codes);
    int code = load(&(*out)->cow, mem, data, "out/cow.tsv", f);
    return code ? code : load(&(*out)->cameo, mem, data, "out/cameo.tsv", f);
}

str codes_cow(const codes *c, str country)
{
    for (uint32_t i = 0; i < c->cow.n_rows; i++)
        if (str_eq(table_cell(&c->cow, i, 0), country)) return table_cell(&c->cow, i, 1);
    return (str){0};
}

static str cameo(const codes *c, const char *what, str ours)
{
    for (uint32_t i = 0; i < c->cameo.n_rows; i++)
        if (str_is(table_cell(&c->cameo, i, 0), what) && str_eq(table_cell(&c->cameo, i, 1), ours)) return table_cell(&c->cameo, i, 2);
    return (str){0};
}

str codes_cameo_role(const codes *c, str sector) { return cameo(c, "sector", sector); }
str codes_cameo_body(const codes *c, str name) { return cameo(c, "body", name); }
