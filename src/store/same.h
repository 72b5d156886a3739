/* store/same.h: do two events tell one act, and do they tell it alike? */
#ifndef DATELINE_SAME_H
#define DATELINE_SAME_H
#include "doc.h"

/* What of an event is judged.  Words are hashes of the beginnings of words, in
 * small letters; those that tell nothing ("which") are left out. */
enum { TOLD_PARTIES = 8, TOLD_PLACES = 4, TOLD_COUNTS = 8, TOLD_WORDS = 48, TOLD_NAME = 6 };
typedef struct told_words { uint32_t at[TOLD_WORDS], n; } told_words;
typedef struct told_party { char code[4], sector[4]; uint32_t name[TOLD_NAME], n_name; /* words, the last one last */ } told_party;
typedef struct told_place {
    int64_t geonameid;
    char    country[4];
    str     admin1;
    str     name;                         /* folded */
    double  lat, lon;                     /* degrees; NAN unknown */
    bool    town, admin, nation;
} told_place;
typedef struct told_count { str what; int64_t low, high; /* -1: no bound */ } told_count;
typedef struct told {
    int64_t n, article, original, story;  /* original: the article, or that of which it is a copy */
    str type, mode, status, trigger, id, same_as, source, basis; /* source: the chain, "" the outlet's own voice */
    str evidence;
    int64_t start, end;                   /* of the evidence, code points */
    bool    day_apart;                    /* the words that tell the day stand outside of the evidence */
    day first, last, published;
    told_party actor[TOLD_PARTIES], recipient[TOLD_PARTIES];
    told_place place[TOLD_PLACES];
    told_count count[TOLD_COUNTS];
    uint32_t n_actors, n_recipients, n_places, n_counts;
    told_words words, cue;                /* of the evidence, without the names in it and the trigger; of the trigger */
} told;

enum { SAME_DAYS = 7 };                   /* acts told of more days than these are not compared by days */

/* "By Friday": an act that ended then began in the week before.  DAY_NONE if both are unknown. */
day  same_begin(const told *t);
/* Is the day of the act known well enough to compare it with others'? */
bool same_days_known(const told *t);
bool same_any_coded(const told_party *side, uint32_t n); /* is the country of one of them known? */
/* Of one type, kind of being, and time?  Asks for nothing but the event's own fields. */
bool same_kind(const told *a, const told *b);
/* Does nothing speak against it that the two tell one act?  Symmetric, not transitive. */
bool same_may(const told *a, const told *b);
/* How much speaks for it (same.c has the points), less what is wanted: one act
 * from 0 on, if same_may as well.  Symmetric.  To be asked of events of one type. */
int  same_points(const told *a, const told *b);
bool same_act(const told *a, const told *b); /* both */
bool same_but_actor(const told *a, const told *b); /* their actors are of different countries */
bool same_but_number(const told *a, const told *b); /* a number of one cannot be the other's */

/* ---- words.c ------------------------------------------------------------------ */
/* The words of a text that tell something, each once, as far as there is room. */
void words_of(told_words *out, str text);
/* The words of a name that have a capital, in order; returns how many. */
uint32_t words_name(uint32_t out[TOLD_NAME], str name);
void words_drop(told_words *from, str text); /* those that the text has with a capital */
void words_drop_all(told_words *from, const told_words *gone);
uint32_t words_shared(const told_words *a, const told_words *b);
bool words_akin(str a, str b);            /* "shelled" and "shelling" */
#endif
