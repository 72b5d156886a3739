/* ruled.h: a lexicon of made-up rule files, and senses for documents written by hand. */
#ifndef TEST_RULED_H
#define TEST_RULED_H
#include "../story/told.h"
#include "what/what_internal.h"
#include <sys/stat.h>
#include <unistd.h>

/* Loads the rules of the program with `text` as file what/`name` among them
 * (in place of its own of that name); gives what loading gives. */
static inline int ruled_load(what **out, arena *mem, const char *name, const char *text, fail *f)
{
    char dir[] = "/tmp/dateline-rules-XXXXXX";
    assert(mkdtemp(dir));
    const char *folder = str_printf(mem, "%s/what", dir).ptr, *path = str_printf(mem, "%s/%s", folder, name).ptr;
    assert(mkdir(folder, 0700) == 0);
    FILE *to = fopen(path, "w");
    assert(to && fputs(text, to) >= 0 && fclose(to) == 0);
    dataset *data;
    int code = dataset_open(&data, mem, dir, f);
    if (!code) code = what_load(out, mem, data, f);
    unlink(path);
    rmdir(folder);
    rmdir(dir);
    return code;
}

static const what *ruled_words; /* the lexicon read last, which the senses come from */

/* The same for rules that have to be right. */
static inline const what *ruled(arena *mem, const char *name, const char *text)
{
    what *w = NULL;
    fail f = {0};
    if (ruled_load(&w, mem, name, text, &f)) fprintf(stderr, "%s:%u: %s\n", f.path, f.line, f.text);
    assert(f.code == FAIL_OK && w);
    return ruled_words = w;
}

static inline senses ruled_senses(doc *d)
{
    senses s = {arena_array_of(d->mem, sense, d->tokens.n + 1), d->tokens.n, ruled_words};
    for (uint32_t i = 0; i <= d->tokens.n; i++) s.at[i] = (sense){.inner = NONE, .light = NONE, .cause = NONE, .purpose = NONE, .result = NONE, .status = -1};
    return s;
}

static inline str ruled_word(const doc *d, uint32_t i) { return i == NONE ? S("-") : d->tokens.at[i].text; }
#endif
