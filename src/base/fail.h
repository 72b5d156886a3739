/* base/fail.h: what went wrong, and where. */
#ifndef DATELINE_FAIL_H
#define DATELINE_FAIL_H
#include <stdint.h>

/* Stable numbers: the public dateline_error carries them. */
enum { FAIL_OK = 0, FAIL_MEMORY = -1, FAIL_READ = -2, FAIL_FORMAT = -3, FAIL_VERSION = -4,
       FAIL_MISSING = -5, FAIL_TOO_LARGE = -6, FAIL_ENCODING = -7, FAIL_USAGE = -8, FAIL_WRITE = -9 };

typedef struct fail {
    int      code;      /* FAIL_* */
    char     path[256]; /* file or folder, "" if none */
    uint32_t line;      /* 1.., 0 if not a line's fault */
    char     text[256]; /* one line for people */
} fail;

/* Fills *f (which may be NULL) and gives `code` back: return fail_set(f, ...). */
int fail_set(fail *f, int code, const char *path, uint32_t line, const char *fmt, ...)
    __attribute__((format(printf, 5, 6)));
#endif
