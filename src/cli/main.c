/* main.c: which command is asked for? */
#include "base/near.h"
#include "cli/cli.h"
#include <stdio.h>

const command *const commands[] = {&cmd_code, &cmd_annotate, &cmd_parse, &cmd_explain, &cmd_actor, &cmd_place,
                                   &cmd_when, &cmd_check,    &cmd_info,  &cmd_query, &cmd_ledger, &cmd_stories, &cmd_export,
                                   &cmd_serve, NULL};

static const command *find_command(const char *name)
{
    for (size_t i = 0; commands[i]; i++)
        if (strcmp(commands[i]->name, name) == 0) return commands[i];
    return NULL;
}

static int unknown(const char *name)
{
    char words[256] = "", near[64];
    size_t n = 0;
    for (size_t i = 0; commands[i]; i++) n += (size_t)snprintf(words + n, sizeof words - n, "%s ", commands[i]->name);
    const char *like = near_word(name, words, near);
    if (like) return say_usage(NULL, "there is no command %s; did you mean %s?", name, like);
    return say_usage(NULL, "there is no command %s", name);
}

static bool is_any(const char *word, const char *a, const char *b, const char *c)
{
    return strcmp(word, a) == 0 || strcmp(word, b) == 0 || strcmp(word, c) == 0;
}

static int run(const command *c, int n, char **words)
{
    options o = {0};
    int bad = options_read(c, n, words, &o);
    if (bad) return bad;
    return o.help ? help_command(c) : c->run(c, &o);
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        help_all();
        return EXIT_USAGE;
    }
    if (is_any(argv[1], "--version", "-V", "version")) {
        puts("dateline " DATELINE_VERSION);
        return say_done(EXIT_OK);
    }
    bool help = is_any(argv[1], "--help", "-h", "help");
    if (help && argc < 3) return help_all();
    const command *c = find_command(argv[help ? 2 : 1]);
    if (!c) return unknown(argv[help ? 2 : 1]);
    return help ? help_command(c) : run(c, argc - 2, argv + 2);
}
