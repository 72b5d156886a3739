/* names.c: what is each closed value called in records and cases? */
#include "out/out.h"

#define NAME_OF(table, i) ((size_t)(i) < sizeof(table) / sizeof *(table) ? (table)[i] : NULL)

const char *grain_name(grain g)
{
    static const char *const names[] = {NULL, "day", "week", "month", "quarter", "year", "decade", "century", "range"};
    return NAME_OF(names, g);
}

const char *basis_name(basis b)
{
    static const char *const names[] = {"unstated", "stated", "relative", "named", "published"};
    return NAME_OF(names, b);
}

const char *status_name(status s)
{
    static const char *const names[] = {"actual", "planned", "demanded", "denied", "hypothetical"};
    return NAME_OF(names, s);
}

const char *said_name(said_kind k)
{
    static const char *const names[] = {"indirect", "mixed", "direct"};
    return NAME_OF(names, k);
}

const char *stance_name(stance s)
{
    static const char *const names[] = {"asserted", "denied", "asked", "demanded", "planned", "supposed", "not_said"};
    return NAME_OF(names, s);
}

const char *timex_name(timex_type t)
{
    static const char *const names[] = {"DATE", "TIME", "DURATION", "SET"};
    return NAME_OF(names, t);
}

const char *published_name(published_basis b)
{
    static const char *const names[] = {"unknown", "given", "dateline", "inferred"};
    return NAME_OF(names, b);
}

/* Judged at the trigger. */
const char *quote_name(const event *e)
{
    if (!e->quoted) return "none";
    return e->quote == SAID_DIRECT ? "direct" : "indirect";
}
