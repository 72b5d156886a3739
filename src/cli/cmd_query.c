/* cmd_query.c: `dateline query`: what does a store tell of this? */
#include "base/dataset.h"
#include "base/table.h"
#include "base/utf8.h"
#include "cli/case.h"
#include "cli/cli.h"
#include "store/store.h"
#include <stdio.h>
#include <unistd.h>

/* PLOVER's closed sets, and the sectors that the data uses. */
static const char types[] = "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
                            "MOBILIZE COERCE ASSAULT";
static const char statuses[] = "actual planned demanded denied hypothetical";
static const char sectors[] = "GOV MIL REB OPP PTY COP JUD SPY LEG CVL SOC ELI BUS CRM EDU JRN LAB MED REF REL UAF AGR PRM PRE";
enum { TABLE_ROWS = 100 };                /* of a table, where no --limit is given */

/* ---- did you mean -------------------------------------------------------------------- */

static int not_known(const char *option, const char *value, const char *known)
{
    char near[64];
    const char *like = options_nearest(value, known, near);
    if (like) say_error("--%s %s is not known; did you mean %s?", option, value, like);
    else if (strlen(known) < 200) say_error("--%s %s is not known; known: %s", option, value, known);
    else say_error("--%s %s is not known", option, value);
    return EXIT_USAGE;
}

/* Capitals or small letters, as the list has them. */
static const char *as_known(arena *mem, const char *value, const char *known)
{
    str rest = str_of(known);
    for (str word; str_word(&rest, &word);)
        if (str_eq_fold(word, str_of(value))) return str_copy(mem, word).ptr;
    return NULL;
}

/* In capitals where the list is. */
static const char *as_written(arena *mem, const char *value, const char *known)
{
    buf out = {.mem = mem};
    for (; *value; value++) buf_byte(&out, *known >= 'A' && *known <= 'Z' && *value >= 'a' && *value <= 'z' ? (char)(*value - 32) : *value);
    return buf_str(&out).ptr;
}

static int check_word(arena *mem, const char *option, const char **value, const char *known)
{
    if (!*value) return EXIT_OK;
    const char *word = as_known(mem, *value, known);
    if (!word) return not_known(option, as_written(mem, *value, known), known);
    *value = word;
    return EXIT_OK;
}

/* ---- parties ----------------------------------------------------------------------------- */

typedef struct nations { table rows; const char *codes; /* "AFG ALB ... IGO NGO MNC ---" */ } nations;

static int read_nations(nations *out, arena *mem, const options *o, fail *f)
{
    dataset *data;
    str text;
    const char *path;
    buf codes = {.mem = mem};
    int code = dataset_open(&data, mem, o->data, f);
    if (!code) code = dataset_text(data, "who/nations.tsv", &text, &path, f);
    if (!code) code = table_read(&out->rows, mem, text, path, f);
    if (code) return code;
    uint32_t column = table_column(&out->rows, "code");
    for (uint32_t i = 0; i < out->rows.n_rows; i++) buf_printf(&codes, STR_FMT " ", STR_ARG(table_cell(&out->rows, i, column)));
    buf_add(&codes, S("IGO NGO MNC ---"));
    out->codes = buf_str(&codes).ptr;
    return FAIL_OK;
}

static bool is_one_of(str bars, str name)
{
    for (str one; str_cut(&bars, '|', &one);)
        if (str_eq_fold(one, name)) return true;
    return false;
}

/* "Armenia", "armenian" → "ARM"; empty if no country is called that. */
static str code_of_name(const nations *n, str name)
{
    static const char *const columns[] = {"name", "aliases", "adjective", "people"};
    for (uint32_t i = 0; i < n->rows.n_rows; i++)
        for (size_t c = 0; c < sizeof columns / sizeof *columns; c++)
            if (is_one_of(table_cell(&n->rows, i, table_column(&n->rows, columns[c])), name))
                return table_cell(&n->rows, i, table_column(&n->rows, "code"));
    return (str){0};
}

static int check_code(const nations *n, const char *option, const char *value, const char *code)
{
    str meant = code_of_name(n, str_of(code));
    if (!meant.len) return not_known(option, code, n->codes);
    say_error("--%s %s is not known; did you mean " STR_FMT "?", option, value, STR_ARG(meant));
    return EXIT_USAGE;
}

/* "arm/gov" → "ARM/GOV" */
static int check_party(arena *mem, const nations *n, const char *option, const char **value)
{
    if (!*value) return EXIT_OK;
    buf out = {.mem = mem};
    str rest = str_of(*value), piece;
    for (bool first = true; str_cut(&rest, '/', &piece); first = false) {
        const char *word = str_copy(mem, piece).ptr, *known = as_known(mem, word, first ? n->codes : sectors);
        if (!first) buf_byte(&out, '/');
        if (first && !piece.len) continue;
        if (!known) return first ? check_code(n, option, *value, word) : not_known(option, word, sectors);
        buf_add(&out, str_of(known));
    }
    *value = buf_str(&out).ptr;
    if (out.len > 0 && strcmp(*value, "/") != 0) return EXIT_OK;
    say_error("--%s wants a country's code, sectors, or both: ARM, /GOV, ARM/GOV", option);
    return EXIT_USAGE;
}

/* ---- days and numbers ------------------------------------------------------------------------ */

static int check_day(arena *mem, const char *option, const char **value, bool start)
{
    day first, last;
    if (!*value) return EXIT_OK;
    if (!case_days(str_of(*value), &first, &last) || first == DAY_NONE || last == DAY_NONE) {
        say_error("--%s %s is no day; the form is YYYY-MM-DD, YYYY-MM or YYYY", option, *value);
        return EXIT_USAGE;
    }
    *value = day_print(mem, start ? first : last).ptr;
    return EXIT_OK;
}

static int check_groups(const char *names)
{
    if (!names) return EXIT_OK;
    str rest = str_of(names);
    for (str name; str_cut(&rest, ',', &name);) {
        char word[64];
        if (options_has_word(query_groups, name)) continue;
        snprintf(word, sizeof word, STR_FMT, STR_ARG(name));
        return not_known("count-by", word, query_groups);
    }
    return EXIT_OK;
}

static int check_limit(const options *o, long *limit)
{
    if (!o->limit || (str_to_int(str_of(o->limit), limit) && *limit > 0)) return EXIT_OK;
    say_error("--limit %s is no number of rows", o->limit);
    return EXIT_USAGE;
}

/* ---- the question ------------------------------------------------------------------------------- */

static int check(arena *mem, const nations *n, const options *o, question *ask)
{
    *ask = (question){.actor = o->actor, .recipient = o->recipient, .says = o->says, .type = o->type, .status = o->status,
                      .from = o->from, .to = o->until, .place = o->place, .text = o->text, .least = o->least,
                      .contested = o->contested, .by_report = o->by_report, .count_by = o->count_by};
    int bad = check_party(mem, n, "actor", &ask->actor);
    if (!bad) bad = check_party(mem, n, "recipient", &ask->recipient);
    if (!bad) bad = check_party(mem, n, "says", &ask->says);
    if (!bad) bad = check_word(mem, "type", &ask->type, types);
    if (!bad) bad = check_word(mem, "status", &ask->status, statuses);
    if (!bad) bad = check_day(mem, "from", &ask->from, true);
    if (!bad) bad = check_day(mem, "until", &ask->to, false);
    if (!bad) bad = check_groups(ask->count_by);
    return bad ? bad : check_limit(o, &ask->limit);
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
    nations n;
    question ask;
    fail f = {0};
    if (read_nations(&n, mem, o, &f)) {
        say_fail(&f);
        return EXIT_NO_START;
    }
    int bad = check(mem, &n, o, &ask);
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
