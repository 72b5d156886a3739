/* store/ask.h: does a question ask for what there is?
 *
 *     asker *known;  refusal no;
 *     ask_open(&known, mem, data, &f);
 *     question q = {.type = "asault", .from = "2020-09"};
 *     if (ask_check(known, mem, &q, &no)) ... no.error "type asault is not known", no.hint "did you mean ASSAULT?"
 *
 * Reads     the data: countries' codes, and names where a code is not known (meant.h)
 * Writes    the question: codes in capitals, "2020-09" as its first or last day
 * Not here  asking (query.c); how a refusal is told (cli, serve)
 */
#ifndef DATELINE_ASK_H
#define DATELINE_ASK_H
#include "base/dataset.h"
#include "store/store.h"

typedef struct asker asker;
/* What is wrong, beginning with the filter's name; and what may help, or "". */
typedef struct refusal { char error[256], hint[256]; } refusal;

/* Read-only once open, so that threads may share it; lives as long as `mem`. */
int ask_open(asker **out, arena *mem, const dataset *data, fail *f);
/* Checks every filter; what it puts in their place is on `mem`.  FAIL_USAGE with *no filled. */
int ask_check(const asker *a, arena *mem, question *q, refusal *no);
/* One filter by its name ("actor", "type"): for values that are no question. */
int ask_check_type(arena *mem, const char **value, refusal *no);
int ask_check_status(arena *mem, const char **value, refusal *no);
int ask_check_party(const asker *a, arena *mem, const char *name, const char **party, refusal *no);
#endif
