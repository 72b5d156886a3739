/* says/parts.h: what the files of this room show one another.
 *
 *     quote.c   pairs the quotation marks            → doc->quotes, a quote_map
 *     cue.c     which word is a word of saying       → cue
 *     source.c  whose saying it is                   → range and head
 *     speaker.c who speaks where a colon or a dash stands for the verb
 *     stance.c  what the source does with it         → stance
 *     content.c what is said                         → pieces, ranges
 *     cut.c     what of it another says              pieces
 *     piece.c   pieces of a content
 *     claim.c   joins all, nests claims in claims    → doc->attributions */
#ifndef DATELINE_SAYS_PARTS_H
#define DATELINE_SAYS_PARTS_H
#include "base/map.h"
#include "says/says.h"

/* Where the content of a cue stands. */
enum {
    PLACE_CLAUSE = 1,       /* "said (that) ..." and around it                     */
    PLACE_QUOTE = 2,        /* a quotation beside the cue                          */
    PLACE_OBJECT = 4,       /* "praised the deal"                                  */
    PLACE_TO = 8,           /* "vowed to leave"                                    */
    PLACE_ING = 16,         /* "admitted taking"                                   */
    PLACE_COMPLEMENT = 32,  /* with the object: "accused them of ...", "called it a ..." */
};

#define CUE_MAX_PREPS 12
typedef struct cue_entry {
    str          word;
    unsigned     places;            /* PLACE_*                                            */
    str          prep[CUE_MAX_PREPS];   /* "called *for* calm": the preposition's object   */
    str          with[CUE_MAX_PREPS];   /* belongs to the object: "accused Y *of* lying"   */
    uint32_t     n_preps, n_with;
    stance       stance;
    bool         speech, hearer;    /* hearer: its object is the one spoken to            */
    bool         sourceless;        /* "reportedly"                                       */
    bool         person;            /* only of a person or a pronoun: "attacked"          */
    reason       why;
} cue_entry;
typedef array(cue_entry) cue_entries;

struct says {
    cue_entries entries;
    map verbs, nouns, phrases;      /* word or first word → entries[]                     */
    map carriers, speakers, labels, light, aside; /* "statement", "spokesman", "update", "make": word → 1 */
    const cue_entry *mark;          /* for a colon or a dash that stands for the verb     */
    uint32_t any;                   /* entries[] for any verb beside a quotation, or NONE */
};

typedef enum cue_kind { CUE_VERB, CUE_NOUN, CUE_PHRASE, CUE_MARK } cue_kind;
typedef struct cue {
    uint32_t head;                  /* token                                              */
    range    span;
    cue_kind kind;
    const cue_entry *entry;
} cue;

/* For every token: the outermost quotation that it stands in, or NONE, and how
 * many quoted words come before it. */
typedef struct quote_map {
    uint32_t *in, *opens, *closes;  /* quotes[] whose mark this token is, or NONE         */
    uint32_t *words, *quoted;       /* counts before the token                            */
} quote_map;

/* ---- quote.c */
void quote_find(doc *d, quote_map *m);
bool quote_is_mark(const token *t);
range quote_outer(const doc *d, uint32_t q);        /* with its marks                     */

/* ---- cue.c */
bool cue_at(const doc *d, const says *rules, const quote_map *m, uint32_t i, cue *out);
bool cue_takes_quote(const doc *d, const says *rules, uint32_t i); /* a verb that a quotation may belong to */

/* ---- piece.c */
#define MAX_PIECES 24
typedef struct pieces { range at[MAX_PIECES]; uint32_t n; } pieces;
void piece_add(pieces *p, range r);
void piece_take(pieces *p, range cut);
void piece_clip(pieces *p, range window);
bool piece_any(const pieces *p);
void piece_out(doc *d, pieces *p, ranges *out);      /* sorted, joined where they touch, trimmed */

/* ---- cut.c */
void cut_others(const doc *d, const says *rules, const quote_map *m, const cue *c, pieces *p);
void cut_semicolon(const doc *d, const quote_map *m, const cue *c, pieces *p);
void cut_aside(const doc *d, const quote_map *m, const cue *c, pieces *p);

/* ---- source.c */
/* The source's tokens and head; empty and NONE when there is none. */
void source_of(const doc *d, const says *rules, const quote_map *m, const cue *c, range *span, uint32_t *head);
bool source_goes_on(const doc *d, const says *rules, uint32_t verb); /* "..., adding that"   */
/* The verb of saying that a misplaced coordinate verb belongs beside, or NONE. */
uint32_t source_partner(const doc *d, const says *rules, uint32_t verb);
bool source_is_person(const doc *d, uint32_t head);
range source_phrase(const doc *d, uint32_t head);    /* a noun's tokens, trimmed           */
range range_trim(const doc *d, range r);             /* without commas at the ends         */

/* ---- speaker.c */
typedef struct spoken { uint32_t mark; range name; uint32_t head; range said; } spoken;
/* Does the paragraph begin "Name: ..." or end "... — Name"? */
bool speaker_of_paragraph(const doc *d, const says *rules, const quote_map *m, range para, spoken *out);

/* ---- stance.c */
stance stance_of(const doc *d, const cue *c);

/* ---- content.c */
/* Fills `out` with the tokens that the cue gives as said, in order.  A
 * preposition that leads to the content joins the cue: "called for". */
void content_of(doc *d, const says *rules, const quote_map *m, cue *c, uint32_t source, ranges *out);
#endif
