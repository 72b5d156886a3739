/* fail.c: what went wrong, and where. */
#include "base/fail.h"
#include <stdarg.h>
#include <stdio.h>

int fail_set(fail *f, int code, const char *path, uint32_t line, const char *fmt, ...)
{
    if (!f) return code;
    f->code = code;
    f->line = line;
    snprintf(f->path, sizeof f->path, "%s", path ? path : "");
    va_list args;
    va_start(args, fmt);
    vsnprintf(f->text, sizeof f->text, fmt, args);
    va_end(args);
    return code;
}
