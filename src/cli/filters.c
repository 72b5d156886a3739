/* filters.c: which records are asked for?  The options that questions and exports share. */
#include "cli/cli.h"
#include "store/ask.h"

static int check_limit(const options *o, long *limit)
{
    if (!o->limit || (str_to_int(str_of(o->limit), limit) && *limit > 0)) return EXIT_OK;
    say_error("--limit %s is no number of rows", o->limit);
    return EXIT_USAGE;
}

static question read_question(const options *o)
{
    return (question){.actor = o->actor, .recipient = o->recipient, .says = o->says, .type = o->type, .status = o->status,
                      .from = o->from, .to = o->until, .place = o->place, .text = o->text, .least = o->least,
                      .contested = o->contested, .by_report = o->by_report, .count_by = o->count_by};
}

int filters_read(arena *mem, const options *o, question *ask)
{
    fail f = {0};
    dataset *data;
    asker *known;
    refusal no = {0};
    int code = dataset_open(&data, mem, o->data, &f);
    if (!code) code = ask_open(&known, mem, data, &f);
    if (code) {
        say_fail(&f);
        return EXIT_NO_START;
    }
    *ask = read_question(o);
    if (!ask_check(known, mem, ask, &no)) return check_limit(o, &ask->limit);
    say_error(no.hint[0] ? "--%s; %s" : "--%s", no.error, no.hint);
    return EXIT_USAGE;
}
