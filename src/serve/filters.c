/* filters.c: which question do the parameters ask? */
#include "serve/inside.h"
#include <stdlib.h>

static bool read_flag(const request *r, reply *out, const char *name, bool *yes)
{
    const char *value = param(r, name);
    *yes = value && (!*value || strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
    if (!value || *yes || strcmp(value, "0") == 0 || strcmp(value, "false") == 0) return true;
    refuse(out, 400, NULL, "%s wants true or false", name);
    return false;
}

static bool read_share(const request *r, reply *out, const char *name, double *share)
{
    char *end;
    const char *value = param(r, name);
    if (!value) return true;
    *share = strtod(value, &end);
    if (((*value >= '0' && *value <= '9') || *value == '.') && !*end && *share >= 0 && *share <= 1) return true;
    refuse(out, 400, NULL, "%s wants a number from 0 to 1", name);
    return false;
}

/* A filter that is there has something in it. */
static bool read_words(const request *r, reply *out, question *q)
{
    struct { const char *name, **to; } all[] = {
        {"actor", &q->actor}, {"recipient", &q->recipient}, {"says", &q->says}, {"type", &q->type}, {"status", &q->status},
        {"from", &q->from}, {"until", &q->to}, {"place", &q->place}, {"text", &q->text},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        *all[i].to = param(r, all[i].name);
        if (!*all[i].to || **all[i].to) continue;
        refuse(out, 400, "leave it out to ask for all", "%s is empty", all[i].name);
        return false;
    }
    return true;
}

/* The command line's "count-by" is "by" here. */
static void tell(reply *out, const refusal *no)
{
    const char *words = strncmp(no->error, "count-by ", 9) == 0 ? no->error + 6 : no->error;
    refuse(out, 400, no->hint[0] ? no->hint : NULL, "%s", words);
}

bool read_filters(request *r, reply *out, question *q)
{
    refusal no = {0};
    if (!read_words(r, out, q) || !read_flag(r, out, "contested", &q->contested) || !read_flag(r, out, "by_report", &q->by_report) ||
        !read_share(r, out, "min_confidence", &q->least)) return false;
    if (!ask_check(server_asker(r->at), r->mem, q, &no)) return true;
    tell(out, &no);
    return false;
}
