/* fuzz_grammar.c: no text may bring down the finding of times.  The input is a
 * text; its first byte says whether a publication day is given. */
#include "base/utf8.h"
#include "when/when.h"
#include <stddef.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static when *load(arena *mem)
{
    fail f;
    dataset *files;
    when *room;
    return dataset_open(&files, mem, NULL, &f) == FAIL_OK && when_load(&room, mem, files, &f) == FAIL_OK ? room : NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static arena *mem;
    static when *room;
    if (!mem) {
        mem = arena_new(0);
        room = mem ? load(mem) : NULL;
    }
    const char *text = (const char *)data;
    if (!room || !size || size > 100000 || utf8_invalid_at(text, size) != size)
        return 0;
    doc *d = doc_new();
    if (d && !arena_enter(d->mem)) {
        d->text = d->article.given = (str){text, (uint32_t)size};
        d->article.published = data[0] & 1 ? day_of(2020, 11, 8) : DAY_NONE;
        when_fill(d, room);
    }
    doc_free(d);
    return 0;
}
