/* store/same.h: do two events tell one act, and do they tell it alike? */
#ifndef DATELINE_SAME_H
#define DATELINE_SAME_H
#include "doc.h"

/* What of an event is judged. */
enum { TOLD_PARTIES = 8, TOLD_PLACES = 4, TOLD_COUNTS = 8 };
typedef struct told_party { char code[4], sector[4]; } told_party;
typedef struct told_place { int64_t geonameid; char country[4]; str admin1; bool town, admin, nation; } told_place;
typedef struct told_count { str what; int64_t low, high; /* -1: no bound */ } told_count;
typedef struct told {
    int64_t n, article, original, story;  /* original: the article, or that of which it is a copy */
    str type, mode, status, trigger, id, same_as, source; /* source: the chain, "" the outlet's own voice */
    day first, last;
    told_party actor[TOLD_PARTIES], recipient[TOLD_PARTIES];
    told_place place[TOLD_PLACES];
    told_count count[TOLD_COUNTS];
    uint32_t n_actors, n_recipients, n_places, n_counts;
} told;

enum { SAME_DAYS = 7 };                   /* acts told of more days than these are not compared by days */

/* Is the day of the act known well enough to compare it with others'? */
bool same_days_known(const told *t);
bool same_any_coded(const told_party *side, uint32_t n); /* is the country of one of them known? */
/* Are the two reports of one act?  Symmetric; not transitive: who joins more
 * than two asks for each pair. */
bool same_act(const told *a, const told *b);
bool same_but_actor(const told *a, const told *b); /* their actors are of different countries */
bool same_but_number(const told *a, const told *b); /* a number of one cannot be the other's */
#endif
