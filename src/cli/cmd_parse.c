/* cmd_parse.c: `dateline parse`: texts → words, tags, heads and names, as spaCy gives them. */
#include "cli/cli.h"
#include "out/out.h"

static bool print_parse(session *s, doc *d, void *context)
{
    (void)s;
    buf out = {.mem = d->mem};
    if (strcmp(context, "jsonl") == 0) {
        jsonl_parse(&out, d);
        buf_byte(&out, '\n');
    } else {
        conllu_document(&out, d);
    }
    return say_out(buf_str(&out));
}

static int run(const command *self, options *o)
{
    (void)self;
    session s;
    const char *format = options_format(o, "conllu jsonl", "conllu");
    if (!format) return EXIT_USAGE;
    int code = session_open(&s, o, 0);
    if (code) return code;
    code = session_run(&s, print_parse, (void *)(uintptr_t)format);
    session_close(&s);
    return code;
}

const command cmd_parse = {
    "parse", "texts to words, tags, heads and names, with spaCy's values", "to model",
    "  dateline parse report.txt                           # CoNLL-U\n"
    "  dateline parse --to jsonl --model en_core_web_sm feed.jsonl\n\n"
    "Formats: conllu, jsonl.\n", run};
