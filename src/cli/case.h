/* cli/case.h: golden cases: what a text must be coded as (docs/cases.md). */
#ifndef DATELINE_CASE_H
#define DATELINE_CASE_H
#include "base/fail.h"
#include "base/rules.h"
#include "doc.h"

/* One party as a case writes it: AZE/GOV"Ilham Aliyev". */
typedef struct party_want { str code, text; array(str) sector; } party_want;
typedef struct parties_want { array(party_want) list; bool anybody, nobody, more; } parties_want;

typedef enum want_kind { WANT_EVENT, WANT_TIME, WANT_PLACE, WANT_ACTOR, WANT_SAID, WANT_PUBLISHED, WANT_ONLY, WANT_KINDS } want_kind;
typedef array(str) words;

/* One line of what is expected. */
typedef struct want {
    want_kind kind;
    bool      negated;
    str       known;                      /* why it fails today; empty: it must not */
    uint32_t  line;
    str       written;                    /* the line as it stands in the file      */
    words     word;                       /* behind the line's first word           */
    parties_want who, whom;               /* of an event                            */
    str       type, mode;
    bool      any_chain;
    array(parties_want) chain;            /* its sources, innermost first           */
} want;

typedef struct golden {
    str      name, outlet, text;
    day      published;
    uint32_t line;
    str      head, tail;                  /* the file's bytes before and behind the `----` line */
    array(want) wants;
} golden;
typedef array(golden) goldens;

/* ---- case_read.c ----------------------------------------------------------- */
/* Reads all cases of a file's text, which must stay. */
int  case_read(goldens *out, arena *mem, str text, const char *path, fail *f);
/* Reads one line of what is expected into *w; false when it is not understood. */
bool case_read_want(want *w, arena *mem, str line);
/* Words between blanks; quotation marks hold blanks. */
void case_words(arena *mem, str line, words *out);
str  case_unquote(str word);
/* "2020-10", "2020-09-27..2020-11-10", "..2020": days, inclusive, DAY_NONE open. */
bool case_days(str s, day *first, day *last);

/* ---- case_match.c ----------------------------------------------------------- */
/* Does the document hold what `w` wants (or, negated, does it not)?  `all` are
 * the case's lines, which `only` asks for. */
bool case_holds(const doc *d, const want *w, const golden *all);
/* Does some event line of the case have the record's type and both its parties? */
bool case_signs(const golden *g, const event *e);

/* ---- case_tell.c ------------------------------------------------------------ */
/* What the program found, one line each, in the words of a case. */
void case_tell(buf *out, const doc *d, want_kind kind);

/* ---- case_update.c ---------------------------------------------------------- */
/* Writes the case with the lines of the `wrong` kinds (bits of want_kind) as the program finds them. */
void case_update(buf *out, const doc *d, const golden *g, unsigned wrong);
#endif
