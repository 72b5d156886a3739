/* cli/example.h: the `ex` and `no` lines of rule files as cases of one line. */
#ifndef DATELINE_EXAMPLE_H
#define DATELINE_EXAMPLE_H
#include "cli/case.h"

typedef struct example {
    str  sentence, text;                  /* as written; as it is read (a time phrase is set into a clause) */
    day  published;
    want want;
} example;
typedef array(example) examples;

/* The examples of a rule file; what they look like depends on its folder (docs/cases.md). */
int example_read(examples *out, arena *mem, const rules *all, const char *path, fail *f);
#endif
