/* cmd_code.c: `dateline code`: articles → event records. */
#include "cli/cli.h"
#include "out/out.h"
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

static bool print_events(session *s, doc *d, void *context)
{
    (void)s;
    (void)context;
    for (uint32_t i = 0; i < d->events.n; i++) {
        buf line = {.mem = d->mem};
        jsonl_event(&line, d, &d->events.at[i]);
        buf_byte(&line, '\n');
        if (!say_out(buf_str(&line))) return false;
    }
    return true;
}

static bool print_table(session *s, doc *d, void *context)
{
    (void)s;
    buf out = {.mem = d->mem};
    listing_document(&out, d, *(const listing_style *)context);
    return say_out(buf_str(&out));
}

/* As wide as the terminal, else as $COLUMNS says; colour on a terminal that wants it. */
static listing_style find_style(void)
{
    struct winsize size;
    const char *columns = getenv("COLUMNS"), *none = getenv("NO_COLOR"), *term = getenv("TERM");
    listing_style style = {.width = 100};
    bool terminal = isatty(STDOUT_FILENO);
    if (terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col) style.width = size.ws_col;
    else if (columns && atoi(columns) > 0) style.width = (uint32_t)atoi(columns);
    style.colour = terminal && !(none && none[0]) && !(term && strcmp(term, "dumb") == 0);
    return style;
}

static int run(const command *self, options *o)
{
    session s;
    if (o->db) return store_code(self, o);
    if (o->recode) return say_usage(self, "--recode codes the articles of a store: --db FILE");
    const char *format = options_format(o, "jsonl table", isatty(STDOUT_FILENO) ? "table" : "jsonl");
    if (!format) return EXIT_USAGE;
    int code = session_open(&s, o, ENGINE_ALL);
    if (code) return code;
    listing_style style = find_style();
    code = session_run(&s, strcmp(format, "table") == 0 ? print_table : print_events, &style);
    session_close(&s);
    return code;
}

const command cmd_code = {
    "code", "articles to event records", "to min-confidence date outlet model data places db recode",
    "  dateline code report.txt                            # a table on a terminal, JSON Lines on a pipe\n"
    "  dateline code --date 2024-11-08 --outlet Example report.txt\n"
    "  dateline code --min-confidence 0.8 news/            # fewer records, and surer ones\n"
    "  dateline code --to jsonl news/ feed.jsonl > events.jsonl\n"
    "  cat feed.jsonl | dateline code --to table\n"
    "  dateline code --db news.db news/ feed.jsonl         # keep articles and records; what is there is passed over\n"
    "  dateline code --db news.db --recode                 # with newer data, the articles that are there\n\n"
    "Inputs are plain text, JSON Lines (id, text, title, outlet, published, url), folders of both, or '-'.\n"
    "Formats: table, jsonl (docs/records.md).\n", run};
