/* cmd_ledger.c: `dateline ledger`: what does each party say that each did, and what do the others say of it? */
#include "cli/cli.h"
#include "store/ask.h"
#include "store/ledger.h"
#include <stdio.h>
#include <unistd.h>

enum { TABLE_ROWS = 100 };                /* of a table, where no --limit is given */

/* ---- the question ----------------------------------------------------------------------- */

static int refuse(const refusal *no)
{
    say_error(no->hint[0] ? "--%s; %s" : "--%s", no->error, no->hint);
    return EXIT_USAGE;
}

static int check_standing(const options *o, ledger_question *ask)
{
    ask->all_standings = !o->standing;
    for (int i = 0; o->standing && i < LEDGER_STANDINGS; i++) {
        if (!str_is(ledger_standing_name((ledger_standing)i), o->standing)) continue;
        ask->standing = (ledger_standing)i;
        return EXIT_OK;
    }
    if (!o->standing) return EXIT_OK;
    say_error("--standing %s is not known; known: %s", o->standing, ledger_standings);
    return EXIT_USAGE;
}

static int check_limit(const options *o, long *limit)
{
    if (!o->limit || (str_to_int(str_of(o->limit), limit) && *limit > 0)) return EXIT_OK;
    say_error("--limit %s is no number of rows", o->limit);
    return EXIT_USAGE;
}

static int open_asker(asker **known, arena *mem, const options *o)
{
    dataset *data;
    fail f = {0};
    int code = dataset_open(&data, mem, o->data, &f);
    if (!code) code = ask_open(known, mem, data, &f);
    if (code) say_fail(&f);
    return code ? EXIT_NO_START : EXIT_OK;
}

static int check(arena *mem, const options *o, ledger_question *ask)
{
    asker *known;
    refusal no = {0};
    int bad = open_asker(&known, mem, o);
    if (bad) return bad;
    ask->filters = (question){.type = o->type, .from = o->from, .to = o->until, .place = o->place, .text = o->text, .least = o->least};
    for (int i = 0; i < o->n_parties && !bad; i++) {
        ask->party[i] = o->party[i];
        bad = ask_check_party(known, mem, "party", &ask->party[i], &no);
    }
    ask->n_parties = (uint32_t)o->n_parties;
    if (!bad) bad = ask_check(known, mem, &ask->filters, &no);
    if (bad) return refuse(&no);
    bad = check_standing(o, ask);
    return bad ? bad : check_limit(o, &ask->filters.limit);
}

/* ---- csv: a line for each say ---------------------------------------------------------------- */

static const char csv_head[] = "story,standing,differs,type,mode,first,last,actor,recipient,place,country,column,by,by_text,cue,status,"
                               "about,firm,relays,quote,counts,said_actor,said_recipient,said_first,said_last,text,n,doc,outlet,"
                               "published,copies\r\n";

static void cell(buf *out, str s)
{
    buf_byte(out, ',');
    answer_csv(out, s);
}

static str differs(arena *mem, const ledger_row *row)
{
    buf out = {.mem = mem};
    if (row->other_actor) buf_add(&out, S(" actor"));
    if (row->other_number) buf_add(&out, S(" number"));
    if (row->other_status) buf_add(&out, S(" status"));
    return str_trim(buf_str(&out));
}

static str numbers(arena *mem, const ledger_say *s)
{
    buf out = {.mem = mem};
    for (uint32_t i = 0; i < s->counts.n; i++) {
        const ledger_number *c = &s->counts.at[i];
        buf_printf(&out, "%s" STR_FMT "=", i ? ";" : "", STR_ARG(c->what));
        if (c->low >= 0) buf_printf(&out, "%lld", (long long)c->low);
        buf_add(&out, S(".."));
        if (c->high >= 0) buf_printf(&out, "%lld", (long long)c->high);
    }
    return buf_str(&out);
}

static void csv_act(buf *out, const ledger_row *row)
{
    const ledger_say *t = row->told;
    buf_printf(out, "%lld", (long long)row->story);
    cell(out, ledger_standing_name(row->standing));
    cell(out, differs(out->mem, row));
    cell(out, t->type);
    cell(out, t->mode);
    cell(out, t->first);
    cell(out, t->last);
    cell(out, ledger_codes(out->mem, t->actor.at, t->actor.n));
    cell(out, ledger_codes(out->mem, t->recipient.at, t->recipient.n));
    cell(out, row->place);
    cell(out, row->country);
}

static void csv_by(buf *out, const ledger_say *s)
{
    const ledger_party nobody = {0}, *by = s->by < s->source.n ? &s->source.at[s->by] : &nobody;
    cell(out, s->by < s->source.n ? ledger_code(out->mem, by) : S(""));
    cell(out, ledger_words(by));
    cell(out, by->cue);
}

static void csv_say(buf *out, const ledger_say *s)
{
    cell(out, s->status);
    cell(out, s->by < s->source.n ? str_of(ledger_about_name(s->about)) : S(""));
    cell(out, s->firm ? S("1") : S("0"));
    cell(out, s->relays ? S("1") : S("0"));
    cell(out, s->quote);
    cell(out, numbers(out->mem, s));
    cell(out, ledger_codes(out->mem, s->actor.at, s->actor.n));
    cell(out, ledger_codes(out->mem, s->recipient.at, s->recipient.n));
    cell(out, s->first);
    cell(out, s->last);
    cell(out, s->text);
    buf_printf(out, ",%lld", (long long)s->n);
    cell(out, s->doc);
    cell(out, s->outlet);
    cell(out, s->published);
    buf_printf(out, ",%u\r\n", s->copies);
}

static void csv_row(buf *out, const ledger_question *ask, const ledger_row *row)
{
    for (uint32_t i = 0; i < LEDGER_CELLS; i++)
        for (uint32_t k = 0; k < row->cell[i].n; k++) {
            csv_act(out, row);
            cell(out, i < ask->n_parties ? str_of(ask->party[i]) : S("others"));
            csv_by(out, &row->cell[i].at[k]);
            csv_say(out, &row->cell[i].at[k]);
        }
}

/* ---- printing ------------------------------------------------------------------------------------ */

static void put_row(buf *out, const ledger_question *ask, const ledger_row *row, const char *format, long n)
{
    if (strcmp(format, "table") == 0) ledger_table(out, ask, row, answer_width());
    else if (strcmp(format, "csv") == 0) {
        if (!n) buf_add(out, S(csv_head));
        csv_row(out, ask, row);
    } else {
        ledger_json(out, ask, row);
        buf_byte(out, '\n');
    }
}

static void put_totals(const long totals[LEDGER_STANDINGS])
{
    printf("agreed %ld, denied %ld, differing %ld, told by one side %ld, by none of them %ld\n", totals[LEDGER_AGREED],
           totals[LEDGER_DENIED], totals[LEDGER_DIFFERS], totals[LEDGER_ONE_SIDE], totals[LEDGER_OUTLET]);
}

/* Rows printed, or FAIL_*. */
static long print_rows(ledger *l, arena *mem, const ledger_question *ask, const char *format, fail *f)
{
    const ledger_row *row;
    long n = 0, totals[LEDGER_STANDINGS] = {0};
    int got = 0;
    while ((!ask->filters.limit || n < ask->filters.limit) && (got = ledger_next(l, &row, f)) > 0) {
        buf out = {.mem = mem};
        put_row(&out, ask, row, format, n++);
        totals[row->standing]++;
        if (!say_out(buf_str(&out))) break;
        arena_reset(mem);
    }
    if (got >= 0 && n && strcmp(format, "table") == 0) put_totals(totals);
    return got < 0 ? got : n;
}

static long print_in_arena(ledger *l, const ledger_question *ask, const char *format, fail *f)
{
    arena *mem = arena_new(0);
    if (!mem || arena_enter(mem)) {
        arena_free(mem);
        return fail_set(f, FAIL_MEMORY, "", 0, "out of memory");
    }
    long n = print_rows(l, mem, ask, format, f);
    arena_free(mem);
    return n;
}

static int print_ledger(const options *o, const ledger_question *ask, const char *format)
{
    store *s;
    ledger *l = NULL;
    fail f = {0};
    long n = store_open(&s, o->db, STORE_READ, NULL, &f);
    if (!n) n = ledger_open(&l, s, ask, &f);
    if (!n) n = print_in_arena(l, ask, format, &f);
    ledger_close(l);
    store_close(s);
    if (n < 0) {
        say_fail(&f);
        return f.code == FAIL_USAGE ? EXIT_USAGE : EXIT_NO_START;
    }
    int code = say_done(EXIT_OK);
    if (n == 0) say_error("%s: nothing ties these parties", o->db);
    if (ask->filters.limit && n == ask->filters.limit && !o->limit) say_error("%s: the first %ld rows; --limit N shows more", o->db, n);
    return code;
}

/* ---- the command ------------------------------------------------------------------------------------- */

static int answer(arena *mem, const options *o, const char *format)
{
    ledger_question ask = {0};
    int bad = check(mem, o, &ask);
    if (bad) return bad;
    if (!ask.filters.limit && strcmp(format, "table") == 0) ask.filters.limit = TABLE_ROWS;
    return print_ledger(o, &ask, format);
}

static int run(const command *self, options *o)
{
    if (!o->db) return say_usage(self, "ledger wants a store: --db FILE");
    if (o->n_inputs) return say_usage(self, "ledger takes no inputs; the store is named by --db");
    if (o->n_parties < 2) return say_usage(self, "ledger wants two to six parties: --party ARM --party AZE");
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

const command cmd_ledger = {
    "ledger", "what each of several parties says that each did, side by side",
    "to db party type place from until text min-confidence standing limit data",
    "  dateline ledger --db news.db --party ARM --party AZE --to table\n"
    "  dateline ledger --db news.db --party RUS/GOV --party UKR/GOV --party USA/GOV --standing denied\n"
    "  dateline ledger --db news.db --party ARM --party AZE --from 2020-09-27 --until 2020-11-10 --to csv > claims.csv\n\n"
    "A row for each story in which one of the parties acts on another or speaks of it: agreed, denied, told with another\n"
    "actor or number, told by one side alone, or by none of them (docs/ledger.md). Formats: table, jsonl, csv.\n", run};
