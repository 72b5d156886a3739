/* cmd_query.c: `dateline query`: what does a store tell of this? */
#include "cli/cli.h"
#include "store/store.h"
#include <stdio.h>
#include <unistd.h>

enum { TABLE_ROWS = 100 };                /* of a table, where no --limit is given */

static int print_answer(const options *o, const question *ask, const char *format, fail *f)
{
    store *s;
    query *q = NULL;
    long n = 0;
    int code = store_open(&s, o->db, STORE_READ, NULL, f);
    if (!code) code = query_open(&q, s, ask, f);
    if (!code) n = answer_print(q, format, f);
    query_close(q);
    store_close(s);
    if (code || n < 0) {
        say_fail(f);
        return f->code == FAIL_USAGE ? EXIT_USAGE : EXIT_NO_START;
    }
    int code_out = say_done(EXIT_OK);
    if (n == 0) say_error("%s: nothing answers this", o->db);
    if (ask->limit && n == ask->limit && !o->limit) say_error("%s: the first %ld rows; --limit N shows more", o->db, n);
    return code_out;
}

static int answer(arena *mem, options *o, const char *format)
{
    question ask;
    fail f = {0};
    int bad = filters_read(mem, o, &ask);
    if (bad) return bad;
    if (!ask.limit && strcmp(format, "table") == 0) ask.limit = TABLE_ROWS;
    return print_answer(o, &ask, format, &f);
}

static int run(const command *self, options *o)
{
    if (!o->db) return say_usage(self, "query wants a store: --db FILE");
    if (o->n_inputs) return say_usage(self, "query takes no inputs; the store is named by --db");
    const char *format = options_format(o, "table jsonl csv", isatty(STDOUT_FILENO) ? "table" : "jsonl");
    if (!format) return EXIT_USAGE;
    arena *mem = arena_new(0);
    if (!mem || arena_enter(mem)) {
        arena_free(mem);
        say_error("out of memory");
        return EXIT_NO_START;
    }
    int code = answer(mem, o, format);
    arena_free(mem);
    return code;
}

const command cmd_query = {
    "query", "questions to a store",
    "to db actor recipient says type status place from until text contested by-report count-by limit min-confidence data",
    "  dateline query --db news.db --actor ARM --recipient AZE --type ASSAULT --from 2020-09-27 --until 2020-11-10\n"
    "  dateline query --db news.db --says AZE/GOV --status denied\n"
    "  dateline query --db news.db --text '\"border treaty\"' --to csv > answer.csv\n"
    "  dateline query --db news.db --type PROTEST --count-by month,country\n\n"
    "A row for each story: an act, however many reports tell it. Formats: table, jsonl, csv (docs/store.md).\n"
    "--count-by takes day, month, year, type, mode, quad, status, actor, recipient, says, country, place, outlet.\n", run};
