/* cli/cli.h: what the commands share: options, inputs, messages, output.
 *
 * Only this room prints and chooses exit statuses (docs/records.md). */
#ifndef DATELINE_CLI_H
#define DATELINE_CLI_H
#include "base/fail.h"
#include "engine.h"

struct query;
struct question;

enum { EXIT_OK = 0, EXIT_SOME_UNREAD = 1, EXIT_USAGE = 2, EXIT_NO_START = 3, EXIT_NO_OUTPUT = 4 };

typedef struct options {
    const char *to, *layers, *date, *outlet, *model, *data, *places, *near, *pairs, *min_confidence,
        *db, *actor, *recipient, *says, *type, *status, *place, *text, *from, *until, *count_by, *limit, *port, *out, *standing;
    const char *party[6];                 /* of --party, in order */
    int n_parties;
    bool help, update, judge, uncovered, doubtful, recode, contested, by_report, no_open, write;
    const char **input;                   /* what is no option, in order */
    int n_inputs;
    day published;                        /* of --date, or DAY_NONE */
    double least;                         /* of --min-confidence, 0 to 1 */
} options;

typedef struct command {
    const char *name, *summary;
    const char *takes;                    /* options it knows: "to layers date" */
    const char *help;                     /* examples first */
    int (*run)(const struct command *self, options *o);
} command;

/* ---- options.c ----------------------------------------------------------- */
/* Reads the words behind the command.  EXIT_OK, or EXIT_USAGE with a message said. */
int options_read(const command *c, int n, char **words, options *o);
/* The value of --to, or `fallback`; NULL with a message when it is none of `known`. */
const char *options_format(const options *o, const char *known, const char *fallback);

/* ---- help.c ----------------------------------------------------------------- */
int help_command(const command *c);
int help_all(void);

/* ---- say.c ---------------------------------------------------------------- */
void say_error(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* "dateline: feed.jsonl:12: reason" */
void say_fail(const fail *f);
int  say_usage(const command *c, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Writes to standard output; false once that has failed (a full disk), which say_done tells. */
bool say_out(str text);
/* Flushes standard output; the exit status, EXIT_NO_OUTPUT with a message if it could not be written. */
int  say_done(int code);

/* ---- input.c --------------------------------------------------------------- */
typedef enum article_use { ARTICLE_READ, ARTICLE_PASS_OVER, ARTICLE_STOP } article_use;
/* An open engine with a scratch, and where the articles come from. */
typedef struct session {
    const options *o;
    engine  *engine;
    scratch *scratch;
    unsigned rooms;                       /* 0: only the raw parse */
    int      status;
    /* Asked before an article is read, where set: not every one need be. */
    article_use (*choose)(struct session *s, const doc *d, void *context);
} session;

/* Opens for `rooms` (0: the raw parse).  EXIT_OK or EXIT_NO_START with a message said. */
int  session_open(session *s, const options *o, unsigned rooms);
void session_close(session *s);
/* What to do with a document that has been read; false ends the run. */
typedef bool (*session_use)(session *s, doc *d, void *context);
/* Reads all inputs in order, one document in memory at a time; the exit status. */
int  session_run(session *s, session_use use, void *context);
/* Reads one article that is there already; false ends the run. */
bool session_read(session *s, doc *d, const char *path, uint32_t line, session_use use, void *context);

/* ---- cmd_store.c ------------------------------------------------------------ */
/* `dateline code --db`: findings go into a store. */
int store_code(const command *self, const options *o);

/* ---- filters.c ------------------------------------------------------------- */
/* The question that the options ask.  EXIT_OK; EXIT_USAGE or EXIT_NO_START with a message said. */
int filters_read(arena *mem, const options *o, struct question *ask);

/* ---- ledger_table.c --------------------------------------------------------- */
struct ledger_question;
struct ledger_row;
/* A row of the ledger for people: the act, and under it what each party says, side by side. */
void ledger_table(buf *out, const struct ledger_question *asked, const struct ledger_row *row, uint32_t width);

/* ---- answer.c -------------------------------------------------------------- */
/* Prints the rows of an answer as "table", "jsonl" or "csv"; their number, or FAIL_*. */
long answer_print(struct query *q, const char *format, fail *f);
/* A cell of CSV (RFC 4180), in quotation marks where it must be. */
void answer_csv(buf *out, str s);
/* Columns of the terminal, of COLUMNS, or 100. */
uint32_t answer_width(void);

/* ---- the commands ----------------------------------------------------------- */
extern const command cmd_code, cmd_annotate, cmd_parse, cmd_explain, cmd_actor, cmd_place, cmd_when, cmd_check, cmd_info,
    cmd_query, cmd_ledger, cmd_stories, cmd_export, cmd_serve;
extern const command *const commands[];   /* NULL ends */
#endif
