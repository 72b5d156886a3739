/* store/correct.h: what readers say is wrong with a record.
 *
 * Kept beside the records (schema_2.sql): coding anew and making stories anew
 * leave corrections alone.  Reading them: look.h. */
#ifndef DATELINE_CORRECT_H
#define DATELINE_CORRECT_H
#include "store/store.h"

/* Fields of a record that may be wrong; `event`: it tells no act at all. */
extern const char correct_fields[];
enum { CORRECT_MAX_NOTE = 1000, CORRECT_MAX_VALUE = 250 }; /* characters */

typedef struct correction { int64_t event; str field, note, value; /* value: "" not said */ } correction;

/* Keeps it; *n is its number.  The store is open for changes.  FAIL_MISSING when there is
 * no such event, FAIL_USAGE when the field is none or the words are too long. */
int correct_put(store *s, const correction *c, int64_t *n, fail *f);
/* FAIL_MISSING when there is none. */
int correct_remove(store *s, int64_t n, fail *f);
#endif
