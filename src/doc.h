/* doc.h: every record an article can hold.  Read this first.
 *
 * One article walks through the rooms in the order of this file; each room
 * reads what earlier ones wrote and fills a field of its own:
 *
 *     text   article, text, paragraphs      bytes → clean text
 *     parse  tokens, sentences              words, tags, heads, names
 *     says   quotes, attributions           according to whom
 *     when   times                          on which days
 *     where  places                         in which place
 *     who    actors                         which party
 *     story  story                          what the document carries on
 *     what   events                         who did what to whom
 *
 * Everything is on the document's arena and lives as long as the document.
 * Positions are bytes of the clean `text` unless they say tokens; doc_point
 * turns one into a code point of the text as it was given, which is what
 * people and other programs see. */
#ifndef DATELINE_DOC_H
#define DATELINE_DOC_H
#include "base/array.h"
#include "base/day.h"
#include "base/str.h"
#include "labels.h"

#define NONE UINT32_MAX                   /* no token, no index */

/* Ceilings, so that no input can take the machine. */
#define DOC_MAX_BYTES    (4u << 20)       /* of one article's text   */
#define DOC_MAX_MEMORY   ((size_t)3 << 30)/* of one document's arena */
#define DOC_MAX_CHAIN    16               /* sources within sources  */
#define DOC_POINT_STEP   256u             /* bytes between two entries of doc->point_index */

typedef struct range { uint32_t first, end; } range;  /* half-open; first == end is empty */
typedef array(range) ranges;

/* Why a value is what it is: a line of data ("data/what/assault.rules:41") or a
 * mechanism ("story: the document's most named country").  Never NULL in a
 * value that a room has set. */
typedef const char *reason;

/* ---- text ------------------------------------------------------------- */
typedef enum published_basis { PUBLISHED_UNKNOWN, PUBLISHED_GIVEN, PUBLISHED_DATELINE, PUBLISHED_INFERRED } published_basis;

typedef struct article {
    str id, title, outlet, url, language;
    str given;                            /* the text as it was given                        */
    uint64_t hash;                        /* of given; set with point_index                  */
    day published;                        /* DAY_NONE if unknown                             */
    published_basis basis;
    range byline;                         /* bytes of "BAKU, Nov. 8 (AFP) -", or empty       */
    str byline_place, byline_agency;      /* "BAKU", "AFP", or empty                         */
} article;

/* A place where clean text and given text part: from clean byte `clean` on,
 * the bytes are those of `given` from byte `given` on. */
typedef struct text_step { uint32_t clean, given; } text_step;

/* ---- parse ------------------------------------------------------------ */
typedef struct token {
    uint32_t start, end;                  /* bytes of doc->text                              */
    str      text, lower, lemma;          /* lemma as spaCy gives it (names keep capitals)   */
    uint32_t head;                        /* token; itself at a root                         */
    uint32_t sent;                        /* index of its sentence                           */
    uint32_t left, right;                 /* its subtree's tokens: [left, right)             */
    uint32_t child, sibling;              /* first child, next child of the same head; NONE  */
    pos      pos;
    tag      tag;
    dep      dep;
    ent      ent;                         /* the name it is part of                          */
    char     iob;                         /* 'B', 'I' or 'O'                                 */
    bool     space_after, is_space, sent_start;
    const char *pos_text, *tag_text, *dep_text, *ent_text, *morph; /* exactly the model's      */
} token;
/* sentences and paragraphs are ranges: of tokens, and of bytes. */

/* ---- says ------------------------------------------------------------- */
typedef struct quote {
    range    inside;                      /* tokens between the marks                        */
    uint32_t open, close;                 /* the marks; close is NONE if it never closes     */
    bool     continues;                   /* goes on in the next paragraph                   */
    uint32_t attribution;                 /* whose content it is, or NONE (scare quotes)     */
} quote;

typedef enum said_kind { SAID_INDIRECT, SAID_MIXED, SAID_DIRECT } said_kind;
/* What the source does with the content (FactBank's source-relative polarity and modality). */
typedef enum stance { STANCE_ASSERTED, STANCE_DENIED, STANCE_ASKED, STANCE_DEMANDED, STANCE_PLANNED,
                      STANCE_SUPPOSED, STANCE_NOT_SAID /* "did not say that", "declined to confirm" */ } stance;

typedef struct attribution {
    ranges    source, cue, content;       /* tokens; several pieces where others lie between */
    uint32_t  source_head, cue_head;      /* NONE: no source told / no cue word              */
    said_kind kind;
    stance    stance;
    bool      speech;                     /* false: an attitude (believes, fears, wants)     */
    uint32_t  within;                     /* the attribution whose content holds this one    */
    uint32_t  speaker;                    /* doc->actors; story fills it; NONE: unknown      */
    reason    why;
} attribution;

/* ---- when ------------------------------------------------------------- */
typedef enum timex_type { TIMEX_DATE, TIMEX_TIME, TIMEX_DURATION, TIMEX_SET } timex_type;
typedef enum grain { GRAIN_NONE, GRAIN_DAY, GRAIN_WEEK, GRAIN_MONTH, GRAIN_QUARTER, GRAIN_YEAR, GRAIN_DECADE,
                     GRAIN_CENTURY, GRAIN_RANGE } grain;
typedef enum basis { BASIS_UNSTATED, BASIS_STATED, BASIS_RELATIVE, BASIS_NAMED, BASIS_PUBLISHED } basis;

typedef struct time_phrase {            /* <time.h> has a struct timex of its own          */
    range    span;                        /* bytes                                           */
    range    tok;                         /* tokens that it touches                          */
    timex_type type;
    str      value;                       /* TIMEX3 value                                    */
    day      first, last;                 /* inclusive; DAY_NONE: open or none               */
    grain    grain;
    basis    basis;                       /* STATED, RELATIVE, NAMED, or UNSTATED (no days)  */
    uint32_t anchor;                      /* times[] it was reckoned from, or NONE           */
    bool     names_event;                 /* not a TIMEX3: a dated event, "the 44-day war", or the
                                           * whole of "from 1914 to 1918", whose ends follow */
    str      actor, recipient;            /* of a dated event: codes joined by "+", or empty  */
    reason   why;
} timex;

/* ---- where ------------------------------------------------------------ */
typedef struct place {
    range    tok;
    str      name;                        /* the gazetteer's                                 */
    uint32_t geonameid;                   /* 0: none (a row of our own regions)              */
    char     country[4];                  /* ISO 3166-1 alpha-3, "" unknown or several       */
    str      admin1;
    double   lat, lon;                    /* WGS84 degrees; NAN when unknown                 */
    const char *kind;                     /* "country" "admin1" "admin2" "capital" "city" "region" "water" ... */
    int64_t  population;
    double   score;                       /* how sure, 0..1                                  */
    reason   why;
} place;

/* ---- who -------------------------------------------------------------- */
#define MAX_SECTORS 3
typedef enum actor_kind { ACTOR_COUNTRY, ACTOR_PEOPLE /* "Armenians" */, ACTOR_BODY /* organisation, force, office */,
                          ACTOR_PERSON, ACTOR_ROLE /* common noun: "police", "the ministry" */, ACTOR_PLACE /* a place acting: "Gaza" */,
                          ACTOR_PRONOUN } actor_kind;
typedef struct actor {
    range    tok;                         /* the words that name the party                   */
    uint32_t head;                        /* their head token                                */
    actor_kind kind;
    str      name;                        /* "Ministry of Foreign Affairs of Azerbaijan"     */
    char     code[4];                     /* ISO alpha-3, "IGO", "NGO", "MNC"; "" unknown    */
    char     sector[MAX_SECTORS][4];      /* PLOVER, primary first; "" ends                  */
    bool     plural, definite;            /* "officials"; "the ministry"                     */
    bool     code_from_context;           /* the text does not say; story supposed it        */
    bool     of_another;                  /* "its enemies": not of whose they are            */
    uint32_t entry;                       /* roster entry (its code depends on the day), NONE*/
    uint32_t same_as;                     /* earlier actors[] of the same party, or NONE     */
    uint32_t member[4]; uint32_t n_members; /* "the two sides": actors[] it stands for        */
    reason   why, why_code;               /* why this party; why this country                */
} actor;

/* ---- story ------------------------------------------------------------ */
typedef struct country_weight { char code[4]; double weight; } country_weight;
typedef struct story_state {              /* as of the START of a sentence                   */
    day      first, last;                 /* the current day carried on, DAY_NONE if none    */
    uint32_t time;                        /* times[] it comes from, or NONE                  */
    uint32_t frame;                       /* times[]: the war or like the text is at, or NONE*/
    country_weight country[4];            /* the story's countries so far, heaviest first    */
} story_state;
typedef struct story {
    story_state *at;                      /* one a sentence                                  */
    country_weight country[4];            /* of the whole document                           */
    char     ground[4];                   /* where most of it takes place, "" unclear        */
    uint32_t lead;                        /* times[]: the day its news is of, or NONE        */
    bool     looks_back;                  /* told on an anniversary                          */
    uint32_t bodies;                      /* mentions of bodies of states                    */
    bool     history;                     /* all its days are long past: nothing in it is news */
    uint32_t *attribution;                /* by token: the innermost that holds it, or NONE  */
} story;

/* ---- what ------------------------------------------------------------- */
typedef enum status { STATUS_ACTUAL, STATUS_PLANNED, STATUS_DEMANDED, STATUS_DENIED, STATUS_HYPOTHETICAL } status;
typedef struct party {                    /* an actor as it was on the event's day           */
    uint32_t actor;                       /* doc->actors, or NONE when implied               */
    str      text, name;
    char     code[4];                     /* "---" unknown                                   */
    char     sector[MAX_SECTORS][4];
    range    tok;                         /* empty when implied                              */
    str      cue; range cue_tok;          /* of a source: the word of saying                 */
} party;
typedef array(party) parties;
typedef struct count { const char *what; long low, high; /* -1: no bound */ str text; range tok; } count;

typedef struct event {
    char     id[17];
    const char *type, *mode, *cameo, *quad; /* mode NULL if none                             */
    array(const char *) context;
    parties  actor, recipient, according_to; /* according_to: innermost first                */
    str      when_text; range when_tok;
    day      first, last; grain grain; basis basis;
    array(uint32_t) where;                /* doc->places, most specific first                */
    said_kind quote; bool quoted;         /* quoted false: the outlet's own voice            */
    status   status;
    range    trigger, evidence;           /* tokens                                          */
    array(count) counts;
    uint32_t same_as;                     /* doc->events, or NONE                            */
    double   sureness;                    /* 0..1: how often its entry's word is this event   */
    double   confidence;                  /* 0..1: that type and parties are right            */
    array(reason) because;
} event;

/* ---- the document ----------------------------------------------------- */
typedef struct doc {
    arena   *mem;
    article  article;
    str      text;                        /* clean: paragraphs with "\n\n" between them      */
    array(text_step) steps;               /* clean → given                                   */
    uint32_t *point_index;                /* code points before every DOC_POINT_STEP-th byte of given */
    array(range) paragraphs;              /* bytes of text                                   */
    array(token) tokens;                  /* no white-space tokens: blanks are in space_after*/
    array(range) sentences;               /* tokens; never across paragraphs                 */
    array(quote) quotes;                  /* in text order                                   */
    array(attribution) attributions;      /* in order of cue, outer before inner             */
    array(timex) times;                   /* in text order                                   */
    bool     history;                     /* all its days are long past: nothing in it is news */
    day      history_end;                 /* the last of them, if so                         */
    array(place) places;                  /* in text order                                   */
    array(place) peoples;                 /* words of what is of a place ("Turkish", "Georgians"):
                                           * of kind "people"; nothing happens in them        */
    array(actor) actors;                  /* in order of head token; behind them those that
                                           * what/ made: one phrase's party for each country */
    uint32_t *actor_of;                   /* by token: the actor whose head it is, or NONE   */
    story    story;
    array(event) events;                  /* in order of trigger                             */
    array(str) notes;                     /* what was passed over, for people                */
} doc;

/* A new, empty document; NULL when the system has no memory. */
doc *doc_new(void);
void doc_free(doc *d);

/* Makes point_index and article.hash; called by the text room once article.given is there. */
void doc_index_points(doc *d);

/* Code point of the given text for a byte of the clean text.  Ends of spans
 * map by doc_point_end, so that a blank put in by cleaning is not counted. */
uint32_t doc_point(const doc *d, uint32_t byte);
uint32_t doc_point_end(const doc *d, uint32_t byte);

/* Where in times[], places[], attributions[] those of token `tok` and behind it begin (of
 * attributions, those whose word of saying is there): they are in text order, a long report has thousands. */
uint32_t doc_time_from(const doc *d, uint32_t tok);
uint32_t doc_place_from(const doc *d, uint32_t tok);
uint32_t doc_attribution_from(const doc *d, uint32_t tok);
/* The first time phrase that the token stands in, or NONE. */
uint32_t doc_time_at(const doc *d, uint32_t tok);

/* The clean text of some tokens, without the blank after the last. */
str  doc_words(const doc *d, range tok);
bool range_has(range outer, uint32_t i);
bool range_holds(range outer, range inner);
bool ranges_have(const ranges *list, uint32_t i);
bool is_code(const char *code);           /* a country, IGO, NGO or MNC: not "" or "---" */
#endif
