/* who/who_internal.h: what the files of this room share.
 *
 *     roster.c    who_load; named parties and the days each code holds
 *     role.c      common nouns: "police" → COP
 *     spot.c      where names and role nouns stand in the text
 *     belong.c    whose police: country and sectors of a phrase
 *     identify.c  phrases → doc->actors
 */
#ifndef DATELINE_WHO_INTERNAL_H
#define DATELINE_WHO_INTERNAL_H
#include "base/map.h"
#include "parse/tree.h"
#include "who/who.h"

/* What a name says while `from` <= day <= `to` (DAY_NONE: open). */
typedef struct tenure {
    char code[4];
    char sector[MAX_SECTORS][4];
    char after[4];                        /* sector of a person who has left office         */
    day  from, to;
    str  office;                          /* "president", "foreign minister"; "" if none    */
    const char *why;
} tenure;

typedef enum entry_kind { ENTRY_COUNTRY, ENTRY_ADJECTIVE, ENTRY_PEOPLE, ENTRY_CAPITAL, ENTRY_BODY, ENTRY_PERSON,
                          ENTRY_NOT /* a name that is no party: "South China Sea" */ } entry_kind;
typedef struct entry {
    str name;
    entry_kind kind;
    array(tenure) at;                     /* in the order of the table                      */
} entry;

/* One way to write an entry.  Those with the same folded text are a chain. */
typedef struct phrase {
    uint32_t entry, next;                 /* next: phrases[], or NONE                       */
    bool capitals;                        /* "US" is not "us"                               */
    bool title;                           /* begins and ends with capitals: so must the text*/
    str  exact;                           /* "LeT" is not "Let"; "" if any case will do     */
} phrase;

typedef enum role_kind { ROLE_NOUN, ROLE_MODIFIER, ROLE_MEASURE, ROLE_HONORIFIC /* "Mr." */,
                         ROLE_NEVER /* "election" */ } role_kind;
typedef struct role {
    role_kind kind;
    char sector[MAX_SECTORS][4];
    char code[4];                         /* "IGO": peacekeepers                            */
    char over[MAX_SECTORS * 2][4];        /* modifier: the sectors it takes the place of    */
    bool takes;                           /* "spokesman": has the sector of what it is of   */
    char only[MAX_SECTORS * 2][4];        /* takes: these sectors and no other; none: all   */
    bool also;                            /* modifier: is added to sectors it does not replace */
    char event[4], acts[4];               /* sector in an event: "shelled a town"; as subject*/
    bool only_name;                       /* a party only in a name: "Front"                */
    bool no_of, no_in, no_code;           /* "critics of X", "troops in X", "ethnic Xs"     */
    bool of_another;                      /* "X's enemies"                                  */
    const char *why;
} role;

struct who {
    arena *mem;
    array(entry) entries;
    array(phrase) phrases;
    array(role) roles;
    map phrase_of, surname_of;            /* folded text → first phrases[] of the chain     */
    map role_of, modifier_of;             /* folded text → roles[]                          */
    map name_start, role_start;           /* first word → most words of a phrase with it    */
    map country_name;                     /* code → entries[]                               */
    map state_of;                         /* code of a territory → states[]                 */
    array(str) states;
};

/* ---- roster.c */
bool roster_fits(const who *w, uint32_t p, str text);       /* capitals as they must be                */
/* What entry `e` says on a day: the tenure that holds, else the last one before (with *past), else the
 * first after it (*early).  DAY_NONE: the last tenure. */
const tenure *roster_on(const entry *e, day on, bool *past, bool *early);
bool roster_ever(const entry *e, const char *code);         /* was it of that country at any time?     */
str  roster_first_word(arena *mem, str text);               /* as the indexes have it                  */
void roster_index(arena *mem, map *start, str text);        /* enters the first word of `text`         */
str  roster_key(arena *mem, str text);
void roster_sectors(char out[MAX_SECTORS][4], str list);
void roster_state(const who *w, char code[4]);              /* PRI → USA: the state that controls it   */
/* ---- role.c */
int role_load(who *w, const dataset *data, fail *f);

/* ---- spot.c: a known name or role noun in the text */
typedef struct spot {
    range tok;
    uint32_t head;
    uint32_t phrase, role;                /* one of them NONE                               */
} spot;
typedef struct sight {
    const who *w;
    doc *d;
    array(spot) spots;                    /* in text order, not overlapping                 */
    uint32_t *spot_of, *place_of;         /* by token, or NONE                              */
} sight;
bool spot_capital(str s);                                   /* begins with a capital letter            */
void spot_fill(sight *s, doc *d, const who *w);
const spot *spot_name(const sight *s, uint32_t tok);        /* the name there, or NULL                 */
bool spot_never(const sight *s, uint32_t tok);              /* no party, though it looks like a name   */
const role *spot_role(const sight *s, uint32_t tok);        /* the role noun there, or NULL            */
/* The entry of `kind` (or any kind: -1) that a name stands for, in the chain's order. */
const entry *spot_entry(const sight *s, const spot *p, int kind);
bool spot_adjective(const sight *s, const spot *p);         /* used as an adjective: "Israeli raids"   */

/* ---- belong.c */
typedef struct origin {
    char code[4];
    char sector[MAX_SECTORS][4];
    uint32_t phrase;                      /* of a roster entry, or NONE                     */
    bool disputed;                        /* its country is that of a disputed entity (PRE) */
    const char *why, *why_code;           /* NULL: nothing found                            */
    str name;
} origin;
/* Country and sectors of what token `i` heads. */
origin belong_describe(const sight *s, uint32_t i, int depth);
/* Tokens of the countries that stand together before a noun ("Hungarian and Romanian officials"). */
uint32_t belong_members(const sight *s, uint32_t i, uint32_t out[4]);
#endif
