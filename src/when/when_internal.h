/* when/when_internal.h: what the files of this room share.
 *
 *     scan.c     text → words, numbers and marks
 *     grammar.c  data/when/en.rules → phrases
 *     phrase.c   where a phrase stands, and what its slots hold
 *     tense.c    does the clause look back or ahead
 *     anchor.c   slots → days: the closed table of operations
 *     value.c    days → TIMEX3 value
 *     beside.c   lengths before and after a dated event
 *     named.c    data/when/named.tsv: dated events by name
 *     infer.c    the publication day when it was not given
 *     when.c     calls them in order
 */
#ifndef DATELINE_WHEN_INTERNAL_H
#define DATELINE_WHEN_INTERNAL_H
#include "base/map.h"
#include "base/rules.h"
#include "parse/tree.h"
#include "when/when.h"

/* ---- scan.c ----------------------------------------------------------- */
typedef enum atom_kind { ATOM_WORD, ATOM_NUMBER, ATOM_MARK } atom_kind;
typedef struct atom {
    uint32_t start, end;      /* bytes                                               */
    uint32_t word;            /* the grammar's number of it, NONE if no rule knows it*/
    atom_kind kind;
    bool     glued;           /* no blank before it                                  */
    bool     capital;
    bool     grouped;         /* "1,200", "22.8": no year, no day of a month         */
    uint8_t  digits;          /* of a number without grouping                        */
    int32_t  hundredths;      /* a number's value times 100, -1: too large           */
} atom;
typedef struct atoms { atom *at; uint32_t n; } atoms;

/* Letters are words, digits numbers ("14th" is two atoms), all else single
 * marks; dashes of every kind are "-", apostrophes "'".  `words` gives numbers
 * to the words that rules use. */
atoms scan_text(arena *mem, str text, const map *words);
/* The key by which `words` knows a rule's word: lower case. */
str scan_key(arena *mem, str word);

/* ---- slots: what a phrase holds --------------------------------------- */
#define SLOT_LIST(X) X(year) X(year2) X(month) X(month2) X(day) X(day2) X(weekday) X(weekday2) X(season) X(season2) \
    X(part) X(half) X(quarter) X(fiscal) X(decade) X(decade2) X(century) X(nth) X(nth2) X(number) X(number2) X(unit) X(unit2) \
    X(which) X(hour) X(minute) X(second) X(meridiem) X(zone) X(era) X(side) X(sign) X(from) X(ref) X(holiday) X(vague) X(to) X(skip)
#define SLOT_NAME(n) SLOT_##n,
typedef enum slot { SLOT_LIST(SLOT_NAME) SLOT_N } slot;
#define UNSET INT32_MIN
typedef struct slots { int32_t at[SLOT_N]; } slots;

/* Symbols that rules may write for a value; their numbers are these enums. */
#define UNIT_LIST(X) X(second) X(minute) X(hour) X(day) X(week) X(weekend) X(month) X(quarter) X(season) X(half) X(year) \
    X(decade) X(century) X(millennium)
#define UNIT_NAME(n) UNIT_##n,
typedef enum unit { UNIT_LIST(UNIT_NAME) UNIT_N } unit;
#define PART_LIST(X) X(MO) X(MI) X(AF) X(EV) X(NI) X(DT)
#define PART_NAME(n) PART_##n,
enum { PART_LIST(PART_NAME) PART_N };
enum { SEASON_SP, SEASON_SU, SEASON_FA, SEASON_WI };
enum { SIDE_early, SIDE_mid, SIDE_late };
enum { REF_past, REF_present, REF_future };
enum { FROM_published, FROM_text, FROM_either, FROM_told /* the year just told, else the publication day */ };
enum { ERA_ad, ERA_bc };
/* A symbol's number; false if there is no such symbol. */
bool symbol_find(str name, int32_t *out);

/* ---- grammar.c -------------------------------------------------------- */
typedef enum number_class { CLASS_number, CLASS_year, CLASS_yy, CLASS_day, CLASS_mm, CLASS_nth, CLASS_hour, CLASS_sixty,
                            CLASS_decade, CLASS_any, CLASS_N } number_class;

typedef enum piece_kind { PIECE_WORD, PIECE_CLASS, PIECE_OPEN, PIECE_CLOSE } piece_kind;
typedef struct piece {
    piece_kind kind;
    bool     optional, glued;
    uint32_t class;           /* of PIECE_CLASS: number_class, then word classes     */
    slot     slot;
    uint32_t *word, n_words;  /* of PIECE_WORD: alternatives                         */
} piece;

typedef struct argument { slot slot; bool from_slot; int32_t value; slot source; } argument;
typedef struct phrase phrase;
typedef struct when_op when_op;
typedef struct result { const when_op *op; argument *arg; uint32_t n_args; } result;
#define MAX_SPANS 4
typedef enum guard_kind { GUARD_NEXT, GUARD_PREV, GUARD_COUNTING, GUARD_NEXT_NOUN, GUARD_TAG, GUARD_PAST, GUARD_IN_NAME, GUARD_DOER } guard_kind;
typedef struct guard { guard_kind kind; bool wanted; uint32_t class; tag tag; } guard;
struct phrase {               /* one `match` line                                    */
    piece   *piece; uint32_t n_pieces;
    result   value[MAX_SPANS]; uint32_t n_values;
    guard   *guard; uint32_t n_guards;
    bool     range;           /* its spans are the ends of one range                 */
    uint32_t order;           /* place in the file: earlier wins                     */
    reason   why;
};
/* A word (or words) of a class: "New Year's Day" = 3. */
typedef struct entry { uint32_t class; uint32_t *word, n_words; int32_t value; bool capital, dot; } entry;
typedef array(uint32_t) numbers;

typedef struct grammar {
    map      words;           /* word → its number                                   */
    map      classes;         /* class name → its number                             */
    array(entry) entries;
    numbers *entries_of;      /* by first word: entries                              */
    numbers *starts_word;     /* by word: phrases that may begin with it             */
    numbers *starts_class;    /* by class: phrases that may begin with it            */
    array(phrase) phrases;
    uint32_t n_words, n_classes;
    uint32_t class_cardinal, class_ordinal, class_vague, class_prefix, class_holiday, class_currency, class_unit, class_year_before;
    uint32_t dot, dash, slash, and, a, an, half, th, st, nd, rd; /* numbers of words        */
} grammar;

/* A day that comes every year: fixed (month, mday), the nth weekday of a month
 * (-1: the last), or days from Easter Sunday. */
typedef struct holiday {
    str     *name; uint32_t n_names;
    int32_t  month, mday, nth, weekday, easter;
    bool     moves;           /* counted from Easter                                 */
    reason   why;
} holiday;
typedef struct holidays { array(holiday) at; } holidays;

int grammar_load(grammar *g, arena *mem, const dataset *data, const holidays *h, fail *f);

/* ---- phrase.c --------------------------------------------------------- */
typedef struct match {
    const phrase *phrase;
    slots    slots;
    uint32_t first, end;      /* atoms, from the first bracket to the last           */
    range    span[MAX_SPANS]; /* atoms of each bracket                               */
    int32_t  side[MAX_SPANS]; /* "late 1940 and early 1941": each has its own        */
    uint32_t reach;           /* atoms taken, with those outside the brackets        */
} match;
typedef array(match *) matches;
/* All phrases of the text, none overlapping, in order. */
matches phrase_find(arena *mem, const grammar *g, const atoms *a, const doc *d, const uint32_t *token_at);
/* The value of the class `class` at atom i: fills *out, gives the atoms taken (0: none). */
uint32_t phrase_number(const grammar *g, const atoms *a, uint32_t i, number_class class, int32_t *out);

/* ---- tense.c ---------------------------------------------------------- */
typedef enum tense { TENSE_NONE, TENSE_PAST, TENSE_PRESENT, TENSE_FUTURE } tense;
tense tense_at(const doc *d, uint32_t token);
bool  tense_is_aside(const doc *d, range tok); /* not part of what the text tells in order */

/* ---- value.c ---------------------------------------------------------- */
/* A point of time, as exact as told.  year UNSET: unknown. */
typedef struct point {
    int32_t  year, month, mday, week, season, half, quarter, decade, century; /* astronomical year: 0 is 1 BC */
    int32_t  part, hour, minute, second, zone;
    bool     weekend;
} point;
point point_none(void);
point point_of_day(day d);
str   value_point(arena *mem, const point *p);
/* The days of a point; false if it names none. */
bool  value_days(const point *p, day *first, day *last, grain *g);
str   value_duration(arena *mem, int32_t hundredths, unit u);
str   value_each(arena *mem, unit u, int32_t weekday);   /* "XXXX-WXX-1": every Monday */
day   day_shift(day d, int32_t n, unit u);   /* months and years keep the day of the month where they can */

/* ---- anchor.c --------------------------------------------------------- */
/* What the reckoning knows when it comes to a phrase. */
typedef struct reckoner {
    doc     *d;
    const when *w;
    const atoms *a;
    const uint32_t *token_at; /* by atom: its token, or NONE                         */
    day      published;       /* DAY_NONE: unknown                                   */
    bool     narrative;       /* a history: years carry on from the text             */
    uint32_t last_any;        /* doc->times before: the latest of a year or finer    */
    uint32_t last_told;       /* the latest whose year the text tells, or carries on */
    uint32_t last_story;      /* the latest that is no aside: the year of the story  */
    uint32_t last_day;        /* the latest of day grain                             */
    uint32_t sentence_day;    /* the latest of day grain in this sentence            */
    uint32_t sentence;        /* of the last time                                    */
    uint32_t ended;           /* a span that an "ending N years of" gave, or NONE    */
} reckoner;

/* One phrase, reckoned. */
typedef struct reading {
    point    p;
    timex_type type;
    str      value;           /* empty: as `p` says                                  */
    day      first, last;     /* when days_known                                     */
    grain    grain;
    basis    basis;
    uint32_t anchor;
    bool     days_known, none;/* none: the phrase tells no time                      */
} reading;
/* An operation: the slot that it cannot do without (SLOT_N: none), and its work. */
struct when_op { const char *name; slot needs; void (*reckon)(reckoner *r, const match *m, const slots *s, reading *out); };

bool anchor_op_find(str name, const when_op **out);
/* Reckons span `k` of a match and appends it to doc->times. */
void anchor_add(reckoner *r, const match *m, uint32_t k);
slots anchor_slots(const match *m, uint32_t k);

/* ---- reckon.c: what the operations share ------------------------------ */
bool reckon_base(const reckoner *r, int32_t from, unit u, day *base, uint32_t *anchor, grain *exact);
int32_t reckon_year(reckoner *r, const match *m, int month, int mday, uint32_t *anchor);
tense reckon_tense(const reckoner *r, const match *m);
void reckon_set_unit(point *p, day d, unit u);
void reckon_remember(reckoner *r, uint32_t i, bool year_told);

/* ---- beside.c --------------------------------------------------------- */
/* "two weeks after the fall of Kabul": lengths beside dated events become times. */
void beside_settle(doc *d);

/* ---- named.c ---------------------------------------------------------- */
/* A dated event by one of its names, as found in a text. */
typedef struct named {
    uint32_t *word, n_words;  /* numbers in named_list.words                         */
    bool     capital;         /* one of its words must be capitalised                */
    str      needs;           /* words with bars between, one of which the text must have; "": none */
    day      first, last;
    reason   why;
    str  actor, recipient; /* codes joined by "+", or empty */
} named;
typedef struct named_list { map words; array(named) at; numbers *of; uint32_t n_words; } named_list;
typedef struct named_hit { range span; const named *what; } named_hit;
typedef array(named_hit) named_hits;
int  named_load(named_list *n, arena *mem, const dataset *data, fail *f);
named_hits named_find(arena *mem, const named_list *n, str text);

/* ---- holiday.c -------------------------------------------------------- */
int  holidays_load(holidays *h, arena *mem, const dataset *data, fail *f);
day  holiday_in(const holiday *h, int year);

/* ---- infer.c ---------------------------------------------------------- */
/* Sets article.published and its basis when the text tells it. */
void infer_published(doc *d, const atoms *a, const matches *m, const named_hits *n);

struct when { grammar grammar; named_list named; holidays holidays; };
#endif
