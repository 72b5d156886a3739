/* store/look.h: what stands under a number: a record, an article, a story?
 *
 *     query *q;
 *     look_open(&q, s, LOOK_ARTICLE, 12, &f);      then query_next, query_value as of any question
 *
 * A column's name says how its value is meant: "denied?" is yes or no,
 * "record{}" is JSON as it stands, "sectors;" words joined by ';'.
 */
#ifndef DATELINE_LOOK_H
#define DATELINE_LOOK_H
#include "store/store.h"

typedef enum look {
    LOOK_ROW,                             /* an event with its article and what its story adds */
    LOOK_ARTICLE, LOOK_COPIES, LOOK_NEAR, LOOK_RUN, LOOK_ATTRIBUTIONS,
    LOOK_ARTICLE_EVENTS,                  /* numbers of the article's events                   */
    LOOK_STORY,
    LOOK_STORY_EVENTS,                    /* numbers of its events, at most 1,000              */
    LOOK_EVENT,                           /* id, article, record                               */
    LOOK_CORRECTION, LOOK_CORRECTIONS_OF /* an article */,
    LOOK_CORRECTIONS, LOOK_RUNS, LOOK_DAYS /* first and last day of acts: no number */,
    LOOK_KINDS
} look;

int look_open(query **out, store *s, look what, int64_t n, fail *f);
/* The same under another number. */
void look_again(query *q, int64_t n);

/* Numbers of the articles that have the words, ascending; FAIL_USAGE as query_open. */
int look_search(query **out, store *s, const char *text, fail *f);
#endif
