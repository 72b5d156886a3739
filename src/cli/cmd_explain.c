/* cmd_explain.c: `dateline explain`: why is each record what it is? */
#include "cli/cli.h"
#include "out/out.h"
#include <unistd.h>

typedef struct wanted { const char *id; unsigned found; } wanted;

/* Four or more hexadecimal digits that name no file. */
static bool is_id(const char *word)
{
    size_t n = strspn(word, "0123456789abcdef");
    return n >= 4 && n <= 16 && !word[n] && access(word, F_OK) != 0;
}

static bool print_reasons(session *s, doc *d, void *context)
{
    wanted *w = context;
    for (uint32_t i = 0; i < d->events.n; i++) {
        buf out = {.mem = d->mem};
        if (w->id && strncmp(d->events.at[i].id, w->id, strlen(w->id)) != 0) continue;
        w->found++;
        explain_event(&out, d, &d->events.at[i], engine_data(s->engine));
        if (!say_out(buf_str(&out))) return false;
    }
    return true;
}

static int run(const command *self, options *o)
{
    (void)self;
    session s;
    wanted w = {0};
    if (o->n_inputs && is_id(o->input[0])) {
        w.id = *o->input++;
        o->n_inputs--;
    }
    int code = session_open(&s, o, ENGINE_ALL);
    if (code) return code;
    code = session_run(&s, print_reasons, &w);
    session_close(&s);
    if (w.id && !w.found && code == EXIT_OK) {
        say_error("no event with the id %s in these articles", w.id);
        return EXIT_SOME_UNREAD;
    }
    return code;
}

const command cmd_explain = {
    "explain", "why each record is what it is, in words", "min-confidence date outlet model data places",
    "  dateline explain report.txt                    # every event of an article\n"
    "  dateline explain e4b1c09d2f7a6c31 feed.jsonl   # one record, by its id or the beginning of it\n", run};
