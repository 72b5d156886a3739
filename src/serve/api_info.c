/* api_info.c: /api/info: which store is this, and what is in it? */
#include "serve/inside.h"

static const char *last_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void put_totals(buf *out, const store_totals *n)
{
    json_put_int(out, "articles", (long)n->articles);
    json_put_int(out, "copies", (long)n->copies);
    json_put_int(out, "events", (long)n->events);
    json_put_int(out, "stories", (long)n->stories);
    json_put_int(out, "contested", (long)n->contested);
}

void api_info(request *r, reply *out)
{
    fail f = {0};
    store_totals n;
    if (store_count(r->s, &n, &f)) {
        refuse_fail(r, out, &f);
        return;
    }
    query *days = look_up(r, out, LOOK_DAYS, 0);
    if (!days || next_row(r, out, days) < 0) return;
    json_open(&out->body, '{');
    json_put_z(&out->body, "program", "dateline");
    json_put_z(&out->body, "version", DATELINE_VERSION);
    json_put_z(&out->body, "store", last_name(server_options(r->at)->db));
    put_totals(&out->body, &n);
    put_members(&out->body, days);
    json_put_bool(&out->body, "write", server_options(r->at)->write);
    if (put_list(r, out, "runs", LOOK_RUNS, 0)) json_close(&out->body, '{');
}
