/* store/ledger.h: for two or more parties side by side: who says that who did what, and what do the others say of it?
 *
 *     ledger_question ask = {.party = {"ARM", "AZE/GOV"}, .n_parties = 2, .filters = {.from = "2020-09-27"}};
 *     if (ledger_open(&l, s, &ask, &f)) ...
 *     while (ledger_next(l, &row, &f) > 0) for each row->cell[i] ... what ask.party[i] says of this act
 *
 * A row is a story in which one of the parties acts on or with another, or
 * speaks of what another does or suffers.  Who answers for what is decided in
 * voices.c; docs/ledger.md says it in words.
 *
 * Reads     a store, and nothing else
 * Not here  checking codes (ask.h); how a ledger looks (cli, explorer)
 */
#ifndef DATELINE_LEDGER_H
#define DATELINE_LEDGER_H
#include "store/store.h"

enum { LEDGER_PARTIES = 6, LEDGER_OTHERS = LEDGER_PARTIES, LEDGER_CELLS };

/* What the parties make of an act, taken together. */
typedef enum ledger_standing {
    LEDGER_AGREED,                        /* two or more of them tell it alike, none denies   */
    LEDGER_DENIED,                        /* somebody tells it, one of them denies it         */
    LEDGER_DIFFERS,                       /* two or more tell it: other actor, number, status */
    LEDGER_ONE_SIDE,                      /* one of them tells or denies it                   */
    LEDGER_OUTLET,                        /* none of them speaks for itself                   */
    LEDGER_STANDINGS
} ledger_standing;
extern const char ledger_standings[];     /* "agreed denied differs one_side outlet", in that order */

/* Whose act is it that a source tells of? */
typedef enum ledger_about { LEDGER_OWN_SIDE, LEDGER_ANOTHER /* of the parties asked for */, LEDGER_NOT_THEIRS } ledger_about;

typedef struct ledger_party { str code, sectors, text, name, cue; } ledger_party; /* "ARM", "GOV;MIL", ... */
typedef struct ledger_number { str what, text; int64_t low, high; /* -1: no bound */ } ledger_number;

/* One record as it stands in a cell. */
typedef struct ledger_say {
    int64_t n, article, original;         /* the event, its article, that or the one it is a copy of */
    str     doc, outlet, published, type, mode, status, quote, text, first, last, place, country, trigger;
    array(ledger_party) actor, recipient, source; /* source: innermost first */
    array(ledger_number) counts;
    uint32_t by;                          /* the link of `source` that stands in this cell; == source.n: the outlet's own voice */
    bool     relays;                      /* it passes on what a source within it says */
    bool     firm;                        /* the party's own voice: it counts for the standing */
    ledger_about about;
    uint32_t copies;                      /* of the article, near ones that tell the same and such as are the very same */
} ledger_say;
typedef array(ledger_say) ledger_cell;

typedef struct ledger_row {
    int64_t  story;
    uint32_t records;                     /* of the story, at most LEDGER_RECORDS are read */
    ledger_standing standing;
    bool     other_actor, other_number, other_status; /* differs between any two who tell it, outlets too */
    const ledger_say *told;               /* the record whose act stands for the story's */
    str      place, country;              /* of any record, the told one's first */
    ledger_cell cell[LEDGER_CELLS];       /* of each party; LEDGER_OTHERS: outlets and all other sources */
} ledger_row;
enum { LEDGER_RECORDS = 200 };

typedef struct ledger_question {
    const char *party[LEDGER_PARTIES];    /* "ARM", "ARM/GOV", "/MIL": country and sectors */
    uint32_t    n_parties;                /* 2 to 6 */
    question    filters;                  /* of one of the story's records; type and days of one that ties two
                                             parties, too; `least` of all; by_report, count_by and limit are not used */
    bool        all_standings;            /* else only `standing` */
    ledger_standing standing;
} ledger_question;

typedef struct ledger ledger;
/* FAIL_USAGE for fewer than two parties, or two alike, or words that FTS5 does not understand. */
int  ledger_open(ledger **out, store *s, const ledger_question *asked, fail *f);
void ledger_close(ledger *l);
/* 1: *row, which lives until the next call; 0: no more; FAIL_*. By day, unknown ones last. */
int  ledger_next(ledger *l, const ledger_row **row, fail *f);
int  ledger_plan(buf *out, store *s, const ledger_question *asked, fail *f);

/* ---- voices.c: pure judgements, for ledger.c and its tests --------------------- */
/* Which of the parties is it?  The one asked for in most detail; LEDGER_OTHERS: none. */
uint32_t voices_party(const ledger_question *asked, const ledger_party *p);
/* Does a record of these actors, recipients and sources tie two of the parties? */
bool voices_tie(const ledger_question *asked, const ledger_say *say);
/* Puts the record into the cells of all who stand in its chain of sources. */
void voices_place(arena *mem, const ledger_question *asked, ledger_row *row, const ledger_say *say);
/* From the cells: standing, what differs, and the record that stands for the act. */
void voices_weigh(const ledger_question *asked, ledger_row *row);

/* ---- ledger_json.c --------------------------------------------------------------- */
const char *ledger_about_name(ledger_about about);
str  ledger_code(arena *mem, const ledger_party *p);  /* "ARM/GOV/MIL"; "---" unknown */
str  ledger_codes(arena *mem, const ledger_party *list, uint32_t n); /* each once, joined by '+' */
str  ledger_words(const ledger_party *p);             /* what it is called; of a pronoun, whom it means */
str  ledger_standing_name(ledger_standing s);          /* followed by a NUL */
void ledger_json(buf *out, const ledger_question *asked, const ledger_row *row);
#endif
