/* model/config.h: the settings of a spaCy pipeline (config.cfg): sections in
 * brackets, then `name = value` lines whose values are JSON. */
#ifndef DATELINE_CONFIG_H
#define DATELINE_CONFIG_H
#include "base/fail.h"
#include "base/str.h"

/* The value as it stands there; the empty slice if there is none. */
str config_value(str config, const char *section, const char *name);
/* A text value without its quotation marks. */
str config_string(str config, const char *section, const char *name);
/* FAIL_VERSION with the setting that says that we cannot run this pipeline. */
int config_check(str config, const char *path, fail *f);
#endif
