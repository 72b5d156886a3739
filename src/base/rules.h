/* base/rules.h: reads rule text (docs/rules.md).
 *
 *     # a comment
 *     verb shell                     kind "verb", name "shell"
 *       mode  heavy-weapons          field "mode", value "heavy-weapons"
 *       ex    "..."  ARM ASSAULT AZE
 *
 * An unindented line opens a rule; indented lines are its fields, in order,
 * the same name any number of times; a field line that ends in a backslash
 * goes on in the next line. */
#ifndef DATELINE_RULES_H
#define DATELINE_RULES_H
#include "base/array.h"
#include "base/fail.h"
#include "base/str.h"

typedef struct rule_field { str name, value; uint32_t line; } rule_field;
typedef struct rule {
    str kind, name;             /* name is all after the kind, trimmed; may be "" */
    const char *path;           /* "data/what/assault.rules"                      */
    uint32_t line;
    const char *why;            /* "data/what/assault.rules:41"                   */
    rule_field *field;
    uint32_t n_fields;
} rule;
typedef struct rules { rule *at; uint32_t n; } rules;

/* Reads all rules of `text`; slices point into `text`, which must stay.  On a
 * field without a rule: FAIL_FORMAT with path and line. */
int rules_read(rules *out, arena *mem, str text, const char *path, fail *f);
str rule_get(const rule *r, const char *field);   /* first value, or the empty slice */
bool rule_has(const rule *r, const char *field);
#endif
