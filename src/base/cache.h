/* base/cache.h: the folder of fetched models and place data. */
#ifndef DATELINE_CACHE_H
#define DATELINE_CACHE_H
#include "base/arena.h"

/* Path of `name` in the cache folder: $DATELINE_HOME, else
 * $XDG_CACHE_HOME/dateline, else $HOME/.cache/dateline.  "" names the folder itself. */
const char *cache_path(arena *mem, const char *name);
#endif
