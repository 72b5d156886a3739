/* store/tale.h: one act, as all reports of it tell it.
 *
 *     tales *t;
 *     const tale *story;
 *     tales_open(&t, s, &asked, &f);
 *     while (tales_next(t, &story, &f) > 0) ... story->telling.at[0].outlet ...
 *
 * Contested stories come first, then those with the most originals and articles.
 */
#ifndef DATELINE_TALE_H
#define DATELINE_TALE_H
#include "base/array.h"
#include "base/day.h"
#include "store/store.h"

enum { TALE_TELLINGS = 100 };             /* of a story that more records tell, the first ones */
typedef struct tale_number { str what; int64_t low, high; /* -1: no bound */ } tale_number;
/* A record.  by: the innermost source, "AZE/GOV", "---" unknown, "" the outlet itself. */
typedef struct tale_telling {
    int64_t n, article;
    bool    copy;                         /* its article is nearly a copy of another */
    str     doc, outlet, published, status, by, by_text, actor, trigger, evidence;
    array(tale_number) counts;
} tale_telling;
/* What the act is, the first record that names an actor tells, or else the first. */
typedef struct tale {
    int64_t n, events, articles, originals, outlets;
    bool    contested, denied, other_actor, other_number;
    str     type, mode, actor, recipient, place, country;
    day     first, last;
    array(tale_telling) telling;
} tale;

typedef struct tales tales;
/* The stories with a record for which the filters hold; limit and offset count stories. */
int  tales_open(tales **out, store *s, const question *asked, fail *f);
void tales_close(tales *t);
/* 1: *out holds until the next one; 0: no more; FAIL_*. */
int  tales_next(tales *t, const tale **out, fail *f);

typedef array(str) tale_words;
/* Who tells it as done, and who denies it: sources, and outlets in their own voice; each once. */
tale_words tale_voices(const tale *t, arena *mem, bool denying);
/* The actors that are told of, where those of one record are not of the countries of another's. */
tale_words tale_actors(const tale *t, arena *mem);
/* "killed 12", "killed 10 or more": each once. */
tale_words tale_numbers(const tale *t, arena *mem);
/* The words for the act, as far as they differ: "liberated", "occupied". */
tale_words tale_verbs(const tale *t, arena *mem);
#endif
