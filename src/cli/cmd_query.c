/* cmd_query.c: `dateline query`: what does a store tell of this? */
#include "cli/cli.h"
#include "store/ask.h"
#include <stdio.h>
#include <unistd.h>

enum { TABLE_ROWS = 100 };                /* of a table, where no --limit is given */

static int check_limit(const options *o, long *limit)
{
    if (!o->limit || (str_to_int(str_of(o->limit), limit) && *limit > 0)) return EXIT_OK;
    say_error("--limit %s is no number of rows", o->limit);
    return EXIT_USAGE;
}

/* ---- the question ------------------------------------------------------------------------------- */

static question read_question(const options *o)
{
    return (question){.actor = o->actor, .recipient = o->recipient, .says = o->says, .type = o->type, .status = o->status,
                      .from = o->from, .to = o->until, .place = o->place, .text = o->text, .least = o->least,
                      .contested = o->contested, .by_report = o->by_report, .count_by = o->count_by};
}

static int check(arena *mem, const options *o, question *ask, fail *f)
{
    dataset *data;
    asker *known;
    refusal no = {0};
    int code = dataset_open(&data, mem, o->data, f);
    if (!code) code = ask_open(&known, mem, data, f);
    if (code) {
        say_fail(f);
        return EXIT_NO_START;
    }
    *ask = read_question(o);
    if (!ask_check(known, mem, ask, &no)) return check_limit(o, &ask->limit);
    say_error(no.hint[0] ? "--%s; %s" : "--%s", no.error, no.hint);
    return EXIT_USAGE;
}

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
    int bad = check(mem, o, &ask, &f);
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
