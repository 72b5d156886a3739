/* cmd_annotate.c: `dateline annotate`: articles → every layer, one object a document. */
#include "base/near.h"
#include "cli/cli.h"
#include "out/out.h"
#include <stdio.h>

#define LAYER_NAMES "sentences attributions timexes places actors events"

static bool print_document(session *s, doc *d, void *context)
{
    (void)s;
    buf line = {.mem = d->mem};
    jsonl_document(&line, d, *(const unsigned *)context);
    buf_byte(&line, '\n');
    return say_out(buf_str(&line));
}

/* "places,actors" → a set of layers; 0 with a message when one is not known. */
static unsigned read_layers(const command *self, const char *list)
{
    unsigned layers = 0;
    str rest = str_of(list), name;
    if (!list) return LAYER_ALL;
    while (str_cut(&rest, ',', &name)) {
        unsigned layer = jsonl_layer(str_trim(name));
        char wrong[64], near[64];
        if (!layer) {
            snprintf(wrong, sizeof wrong, STR_FMT, STR_ARG(name));
            const char *like = near_word(wrong, LAYER_NAMES, near);
            if (like) say_usage(self, "there is no layer \"%s\"; did you mean %s?", wrong, like);
            else say_usage(self, "there is no layer \"%s\"; there are: %s", wrong, LAYER_NAMES);
            return 0;
        }
        layers |= layer;
    }
    if (!layers) say_usage(self, "--layers wants names: %s", LAYER_NAMES);
    return layers;
}

/* The rooms that fill a layer: speakers and the codes of unnamed parties come from the story. */
static unsigned rooms_for(unsigned layers)
{
    unsigned rooms = ENGINE_PARSE;
    if (layers & LAYER_TIMEXES) rooms |= ENGINE_WHEN;
    if (layers & LAYER_PLACES) rooms |= ENGINE_WHERE;
    if (layers & (LAYER_ATTRIBUTIONS | LAYER_ACTORS)) rooms |= ENGINE_STORY;
    if (layers & LAYER_EVENTS) rooms |= ENGINE_ALL;
    return rooms;
}

static int run(const command *self, options *o)
{
    unsigned layers = read_layers(self, o->layers);
    if (!layers || !options_format(o, "jsonl", "jsonl")) return EXIT_USAGE;
    session s;
    int code = session_open(&s, o, rooms_for(layers));
    if (code) return code;
    code = session_run(&s, print_document, &layers);
    session_close(&s);
    return code;
}

const command cmd_annotate = {
    "annotate", "articles to every layer of findings", "to layers min-confidence date outlet model data places",
    "  dateline annotate report.txt                        # one object a document\n"
    "  dateline annotate --layers timexes,places feed.jsonl\n\n"
    "Format: jsonl (docs/records.md).\n", run};
