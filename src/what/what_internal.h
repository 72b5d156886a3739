/* what/what_internal.h: what the files of this room share.
 *
 *     lexicon.c  data/what → index of words         frame.c   what stands around a word
 *     match.c    which entry fits a frame           compose.c words that change the event below them
 *     parties.c  which parties a phrase names       search.c  a deep recipient
 *     roles.c    who and whom                       status.c  happened, planned, denied ...
 *     claims.c, days.c, places.c, counts.c          one field of an event each
 *     imply.c    parties a claim leaves unsaid      denial.c  "Congo denied it"
 *     echo.c     parties of an act told before
 *     own.c      what is the actor's own            absorb.c  one act, two words
 *     act.c      which words are acts               political.c  and political ones
 *     retype.c   to come, refused, a crowd's
 *     duty.c     "X must"                           verdict.c  "a mistake", "a hero"
 *     carry.c    days of acts that tell none        anniversary.c  "the 30th anniversary of"
 *     again.c    "the attack", told before
 *     bind.c     all of it → one event              merge.c   told twice
 *     context.c  what acts are about                confidence.c  how sure a record is
 *     what.c     the room: calls these in order
 */
#ifndef DATELINE_WHAT_INTERNAL_H
#define DATELINE_WHAT_INTERNAL_H
#include "base/array.h"
#include "base/map.h"
#include "base/rules.h"
#include "what/what.h"

#define N_TYPES      16
#define MAX_CLASSES  256  /* of classes.rules */
#define MAX_PLACES   8    /* of one who or whom line */
#define MAX_CONTEXTS 4
#define MAX_WORDS    5    /* of one lexicon word: "break off diplomatic relations with" */

typedef struct type_info { const char *name, *quad, *cameo; } type_info;

/* Where a party or a condition looks: a fixed place, or a preposition (its text in `prep`). */
typedef enum slot { SLOT_SUBJECT, SLOT_OBJECT, SLOT_PREP, SLOT_POSSESSIVE, SLOT_MODIFIER, SLOT_GOVERNOR, SLOT_OBJECT_OWNER,
                    SLOT_COMP_SUBJECT, SLOT_COMP_OBJECT, SLOT_ANY, SLOT_NONE, SLOT_COMP, SLOT_VOICE, SLOT_PARTICLE } slot;
typedef struct where_at { slot slot; str prep; } where_at;

/* One alternative of a condition. */
typedef enum test_kind { TEST_WORD, TEST_CLASS, TEST_ANY, TEST_NONE, TEST_PARTY, TEST_STATE, TEST_PERSON, TEST_PEOPLE, TEST_PLACE, TEST_EVENT,
                         TEST_COMP_TO, TEST_COMP_THAT, TEST_COMP_ING, TEST_ACTIVE, TEST_PASSIVE } test_kind;
typedef struct test { test_kind kind; bool forbid; str word; uint32_t class_no; } test;
typedef struct condition { where_at at; test *test; uint32_t n; } condition;

typedef enum word_kind { WORD_VERB, WORD_NOUN, WORD_ADJ } word_kind;
typedef struct entry {
    word_kind kind;
    str      word[MAX_WORDS]; uint32_t n_words; /* lemmas; word[0] is the verb, the noun is word[head] */
    uint32_t head;
    const type_info *type;         /* NULL: "means none", no event                    */
    const char *mode, *cameo;      /* NULL: none, the type's                          */
    const char *context[MAX_CONTEXTS];
    int      status;               /* a status, or -1: from the clause                */
    where_at who[MAX_PLACES], whom[MAX_PLACES]; uint32_t n_who, n_whom;
    bool     together;
    bool     last;                 /* only where no other entry fits                  */
    double   confidence;
    condition *cond; uint32_t n_cond;
    reason   why;
    uint32_t next;                 /* next entry of the same head word, or NONE       */
} entry;

/* How one type becomes another's mode: "ASSAULT=violence". */
typedef struct mode_of { int type; const char *mode; } mode_of;
typedef enum gives { GIVES_TYPE, GIVES_SAME, GIVES_NONE } gives;
typedef enum comp_whom { WHOM_DEFAULT, WHOM_INNER, WHOM_INNER_WHO, WHOM_PLACE, WHOM_NONE } comp_whom;
typedef struct composer {
    word_kind kind;
    bool     light, suffered, together; /* a light verb; its subject suffers the act; its parties are equals */
    str      word[MAX_WORDS]; uint32_t n_words, head;
    where_at comp[MAX_PLACES]; test_kind comp_kind[MAX_PLACES]; uint32_t n_comp; /* where the inner event stands */
    uint32_t types;                /* bit set of inner types; bit N_TYPES: also no event   */
    gives    gives;
    const type_info *type;
    const char *mode, *context[MAX_CONTEXTS];
    mode_of  modes[N_TYPES]; uint32_t n_modes;
    int      status;               /* -1: default                                          */
    comp_whom whom; where_at whom_at;
    double   confidence;
    condition *cond; uint32_t n_cond;
    reason   why;
    uint32_t next;
} composer;

/* A list of words that tell a number of somebody: its class, and what was done to them. */
typedef struct count_kind { uint32_t class_no; const char *what; } count_kind;

struct what {
    arena   *mem;
    type_info type[N_TYPES];
    array(entry) entries;
    array(composer) composers;
    map      verbs, nouns, adjs;   /* head lemma → first entry            */
    map      verb_composers, noun_composers;
    map      class_no;             /* class name → number                 */
    map      class_words;          /* word → index into class_sets        */
    array(uint64_t) class_sets;    /* MAX_CLASSES / 64 words each         */
    array(str) class_names;
    array(count_kind) counts;      /* "count-killed" of words.rules       */
    const struct weights *weights; /* of confidence.c */
};

int  lexicon_load(what *w, const dataset *data, fail *f);
int  lexicon_type(const what *w, str name);              /* 0..15, or -1     */
bool lexicon_in_class(const what *w, str lemma, uint32_t class_no);
bool lexicon_is(const what *w, const char *list, str word); /* of data/what/words.rules, or a class */

/* ---- frames ------------------------------------------------------------- */
#define FRAME_REACH 1000u /* tokens to either side of a predicate that are looked at: no real clause is longer */
typedef struct frame {
    uint32_t word;          /* the predicate                              */
    bool     noun, passive;
    uint32_t subject;       /* who does it: of a passive, the agent       */
    uint32_t object;        /* to whom: of a passive, the subject         */
    uint32_t governor;      /* of a noun: the verb that it depends on     */
} frame;
frame    frame_of(const doc *d, uint32_t word);
str      frame_lemma(const doc *d, uint32_t i);           /* lower-cased lemma, on the document's arena */
bool     frame_is_to(const doc *d, uint32_t verb);          /* "to leave"             */
uint32_t frame_complement(const doc *d, uint32_t word, test_kind kind); /* its verb, or NONE */
uint32_t frame_prep_object(const doc *d, uint32_t word, str prep);
uint32_t frame_possessive(const doc *d, uint32_t noun);

/* ---- senses: what stands on one token ------------------------------------- */
typedef struct sense {
    const entry *entry;         /* NULL: none, or made by a composer alone                */
    const composer *outer;      /* the composer that made it                              */
    const type_info *type;      /* NULL: no event here                                    */
    const char *mode;
    uint32_t inner;             /* the composed event's token, or NONE                    */
    uint32_t cause;             /* the noun that tells by what ("killed in a raid"), or NONE */
    uint32_t purpose;           /* the event that it was done for ("marched to demand"), or NONE */
    uint32_t result;            /* the verb that tells what it did ("the raid killed ..."), or NONE */
    uint32_t light;             /* the light verb that carries it, or NONE                */
    int      status;            /* forced by a composer, or -1                            */
    bool     blocked;           /* taken into another, or forbidden                       */
    bool     suffered;          /* the light verb's subject is to whom it was done        */
    bool     forced;            /* `status` holds whatever the clause says                */
    double   confidence;
    reason   why[4]; uint32_t n_why;
} sense;
typedef struct senses { sense *at; uint32_t n; const what *words; bool much, some; } senses; /* one a token; the lexicon they come from; is the report about little but politics, does it tell of politics? */

void match_fill(const what *w, doc *d, senses *s);    /* entries               */
void match_take_words(const doc *d, senses *s, uint32_t verb); /* "drew criticism": the noun is no act besides */
void compose_fill(const what *w, doc *d, senses *s);  /* composers, inside out */
bool match_conditions(const what *w, const doc *d, const senses *s, const frame *fr, const condition *cond, uint32_t n);
bool match_words(const doc *d, uint32_t i, const str *word, uint32_t n, uint32_t head, bool noun);

/* ---- the event's fields --------------------------------------------------- */
typedef array(uint32_t) actor_list;                      /* doc->actors */
typedef struct roles { actor_list who, whom; bool implied_who, implied_whom; } roles;
bool     parties_is(const doc *d, uint32_t actor);
void     parties_add(doc *d, actor_list *list, uint32_t actor);                /* once */
void     parties_phrase(doc *d, actor_list *list, uint32_t head, int depth);   /* of a noun phrase and all coordinated with it; depth 0 */
void     parties_inside(doc *d, actor_list *list, uint32_t head, int depth);   /* of a phrase whose head is no party */
uint32_t parties_modifiers(doc *d, actor_list *list, uint32_t noun);           /* "Hungarian and Romanian officials"; how many */
void     search_nearest(doc *d, const senses *s, actor_list *list, uint32_t word, const actor_list *except);
void     search_enemy(doc *d, actor_list *list, uint32_t word);                /* behind "against" */
roles  roles_find(doc *d, const senses *s, uint32_t i);
/* Is the party `of`'s own: he himself, "its army", his own country? */
bool   own_is(const what *w, const doc *d, const sense *x, uint32_t actor, uint32_t of);
/* Acts told by two words of one clause: "shelled the town, killing two", "killed in a raid". */
void   absorb_fill(doc *d, senses *s);
status status_of(const doc *d, const senses *s, uint32_t i);
void   bind_event(doc *d, const what *w, const who *people, const senses *s, uint32_t i, const roles *r);
/* In a claim about a hostile act between two sides: the source's country and the other's; NULL if not so. */
void   imply_sides(const what *w, const doc *d, const event *ev, const char **own, const char **other);
/* Parties taken from an act told before: "condemned the operation". */
void   echo_fill(doc *d, const senses *s, event *ev, uint32_t trigger);
void   imply_parties(doc *d, const what *w, const who *people, event *ev, uint32_t trigger);
const char *places_country(const doc *d, const event *ev); /* of the event, if the story is about it; or NULL */
void   bind_id(doc *d, event *ev, uint32_t trigger);
/* Acts to come, refusals, crowds' demands get the type that PLOVER files them under. */
void   retype_future(const what *w, const doc *d, senses *s, uint32_t i);
void   retype_crowd(const what *w, const doc *d, senses *s, uint32_t i);
/* "X must ..." in another's words becomes a REQUEST; whether it did. */
bool   duty_try(const what *w, doc *d, const who *people, senses *s, uint32_t verb);
/* Judgments: "called it a mistake"; whether it was one. */
bool   verdict_try(const what *w, doc *d, const who *people, senses *s, uint32_t i);
/* An act of words that no entry tells: what the source says is his act. */
void   bind_words(doc *d, const what *w, const who *people, senses *s, uint32_t i, const roles *r, const char *type, const char *mode, reason why);
bool   act_is(const doc *d, const senses *s, uint32_t i, const roles *r);
/* Open force and protest that nobody is told to have done, but that are told as having happened. */
bool   act_stands_alone(const doc *d, const senses *s, uint32_t i);
/* IF_REPORT: in a report that tells other political acts; IF_MUCH: in one that tells of little else. */
typedef enum politics { POLITICS_NO, POLITICS_YES, POLITICS_IF_REPORT, POLITICS_IF_MUCH } politics;
politics political_is(const doc *d, const senses *s, uint32_t i, const roles *r);
/* A denial of what was last claimed of the denier becomes an event of its own; whether it did. */
bool   denial_try(const what *w, doc *d, const who *people, uint32_t verb);
void   merge_events(doc *d);
/* "the attack": the event that tells it first, or NONE; and its fields for the one that tells it again. */
bool     again_is_definite(const doc *d, const senses *s, uint32_t noun); /* "the attack", "these talks" */
uint32_t again_find(doc *d, const senses *s, uint32_t noun, const roles *r);
void   again_fill(doc *d, event *ev, uint32_t before);
/* Adds the contexts that sentence and paragraph tell. */
void   context_fill(doc *d, const what *w);
int    confidence_load(what *w, const dataset *data, fail *f);
/* Events' confidence: of their entry until then, of the whole record afterwards. */
void   confidence_fill(doc *d, const what *w);
void   counts_fill(doc *d, const what *w, event *ev, uint32_t trigger);
void   claims_fill(doc *d, const senses *s, event *ev, const who *people, uint32_t trigger);
void   days_fill(doc *d, const senses *s, event *ev, uint32_t trigger);
void   days_take(event *ev, const event *from);
/* No act that is told as done ends after the report; called once all events are there. */
void   days_bound(doc *d);
/* Of an act that a source's own words are: when they were said. */
void   days_said(doc *d, const senses *s, event *ev, uint32_t cue);
void   carry_days(doc *d, const senses *s, event *ev, uint32_t trigger); /* of an act that tells none */
/* crowd.c: crowds that an act leaves unsaid. */
void   crowd_fill(doc *d, const senses *s, const who *people, event *ev, uint32_t trigger);
/* along.c: the days of the deed that the report is about; those between which a
 * history tells an act; false if there are none. */
bool   along_deed(doc *d, const senses *s, event *ev, uint32_t trigger);
bool   along_history(doc *d, event *ev);
bool   along_names_place(const doc *d, uint32_t noun);                /* "the bombardment of Aleppo" */
uint32_t anniversary_of(const doc *d, uint32_t noun);              /* the "anniversary" that a noun stands under, or NONE */
bool   anniversary_days(doc *d, event *ev, uint32_t noun);          /* from it; whether it could */
void   places_fill(doc *d, const senses *s, event *ev, uint32_t trigger);
bool   places_agree(const doc *d, const event *a, const event *b); /* may both be where one act was? */
void   places_carry(doc *d, const what *w); /* the place of an act told before, for "the attack" */
#endif
