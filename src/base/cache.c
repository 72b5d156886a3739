/* cache.c: the folder of fetched models and place data. */
#include "base/cache.h"
#include "base/str.h"
#include <stdlib.h>

static const char *setting(const char *name)
{
    const char *v = getenv(name);
    return v && *v ? v : NULL;
}

const char *cache_path(arena *mem, const char *name)
{
    const char *home = setting("DATELINE_HOME"), *base = setting("XDG_CACHE_HOME"), *tail = "";
    if (!home) {
        home = base ? base : setting("HOME");
        tail = base ? "/dateline" : "/.cache/dateline";
    }
    return str_printf(mem, "%s%s%s%s", home ? home : ".", tail, *name ? "/" : "", name).ptr;
}
