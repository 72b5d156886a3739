/* record.c: how does a kept record look on a line of JSON?  As it was coded, with what its story adds. */
#include "out/export.h"
#include "out/json.h"

static void put_number(buf *out, const char *key, int64_t n)
{
    if (n == KEPT_NONE) json_put_null(out, key);
    else json_put_int(out, key, (long)n);
}

void record_row(buf *out, const kept *e)
{
    buf_add(out, str_slice(e->record, 0, e->record.len ? e->record.len - 1 : 0));
    put_number(out, "story", e->story);
    put_number(out, "reports", e->reports);
    put_number(out, "originals", e->originals);
    json_put_bool(out, "contested", e->contested);
    json_put_bool(out, "denied", e->denied);
    json_put_bool(out, "other_actor", e->other_actor);
    json_put_bool(out, "other_number", e->other_number);
    buf_add(out, S("}\n"));
}
