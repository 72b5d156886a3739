/* help.c: what can I type? */
#include "cli/cli.h"
#include <stdio.h>

typedef struct option_help { const char *name, *value, *text; } option_help;
static const option_help option_helps[] = {
    {"to", "FORMAT", "how to print; see above"},
    {"layers", "A,B", "of sentences, attributions, timexes, places, actors, events"},
    {"date", "YYYY-MM-DD", "the day of publication, where the input does not tell it"},
    {"outlet", "NAME", "the outlet, where the input does not tell it"},
    {"near", "CODE", "a country (ISO 3166-1 alpha-3) to prefer"},
    {"db", "FILE", "the store"},
    {"recode", "", "of a store: code its articles anew that another program, model or data has coded"},
    {"party", "WHO", "a side of the ledger, two to six times: a country (ARM), with sectors (ARM/GOV), or sectors alone (/GOV)"},
    {"standing", "WORD", "only rows that are agreed, denied, differs, one_side or outlet"},
    {"actor", "WHO", "whose act it is: a country (ARM), with sectors (ARM/GOV), or sectors alone (/GOV)"},
    {"recipient", "WHO", "to whom it is done"},
    {"says", "WHO", "who tells it: any of its sources"},
    {"type", "TYPE", "the PLOVER type, ASSAULT"},
    {"status", "STATUS", "actual, planned, demanded, denied, hypothetical"},
    {"place", "PLACE", "where: a name, a country's code, a GeoNames number"},
    {"from", "DAY", "acts of days from this one on; a month or a year will do"},
    {"until", "DAY", "acts of days up to this one; --to DAY is the same"},
    {"text", "WORDS", "in articles with these words: 'border treaty', '\"border treaty\"', 'border NOT treaty', 'shell*'"},
    {"contested", "", "only what a source denies, or what is told of another actor or with another number"},
    {"by-report", "", "a row for each record; else one for each story, however many tell it"},
    {"count-by", "A,B", "numbers instead of rows; see above"},
    {"out", "NAME", "the file or folder to write to; else standard output"},
    {"limit", "N", "at most so many rows (a table has 100 at most unless this is given)"},
    {"port", "N", "where to listen on 127.0.0.1; 0: any free port (8765, or the next free one, if not given)"},
    {"no-open", "", "open no browser"},
    {"write", "", "let corrections be made, by who has the token of the printed address"},
    {"min-confidence", "P", "only records that are at least so sure, 0 to 1: of those at 0.9, nine in ten are right"},
    {"pairs", "FILE", "of case files: read them for each pair of sides in the table, and with the sides swapped"},
    {"update", "", "write the expectations that fail anew; read the difference before you keep it"},
    {"judge", "", "of case files: each record, whether a line of its case has its type and parties, and its confidence"},
    {"uncovered", "", "of articles instead: predicates between coded parties that no entry of the data covers"},
    {"false", "", "of articles instead: the records that look least safe"},
    {"model", "NAME", "en_core_web_md (default), en_core_web_sm, or a spaCy model's folder"},
    {"data", "DIR", "data files to use in place of the embedded ones of the same name"},
    {"places", "FILE", "the compiled list of places, if not in the cache folder"},
};

static bool takes(const command *c, const char *name)
{
    str rest = str_of(c->takes);
    for (str word; str_word(&rest, &word);)
        if (str_is(word, name)) return true;
    return false;
}

int help_command(const command *c)
{
    printf("dateline %s: %s\n\n%s\n", c->name, c->summary, c->help);
    for (size_t i = 0; i < sizeof option_helps / sizeof *option_helps; i++) {
        char shown[40];
        const option_help *h = &option_helps[i];
        if (!takes(c, h->name)) continue;
        snprintf(shown, sizeof shown, "--%s %s", h->name, h->value);
        printf("  %-20s %s\n", shown, h->text);
    }
    return say_done(EXIT_OK);
}

int help_all(void)
{
    fputs("dateline codes political events: who did or said what to whom, when, where, according to whom.\n\n"
          "  dateline code report.txt                     # events as a table; on a pipe as JSON Lines\n"
          "  dateline code --to jsonl news/ > events.jsonl\n"
          "  dateline explain report.txt                  # the same events, and why\n"
          "  dateline when 'last Friday' --date 2024-11-08\n\n", stdout);
    for (size_t i = 0; commands[i]; i++) printf("  %-10s %s\n", commands[i]->name, commands[i]->summary);
    fputs("\n'dateline COMMAND --help' tells more, 'dateline --version' the version.\n"
          "Exit status: 0 all read, 1 some input could not be read, 2 wrong usage, 3 could not start,\n"
          "4 the output could not be written.\n", stdout);
    return say_done(EXIT_OK);
}
