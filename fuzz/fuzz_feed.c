/* fuzz_feed.c: any bytes as a file of articles → articles or errors, to the end? */
#include "text/text.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void read_all(const char *path)
{
    feed *fd;
    fail f = {0};
    feed_options o = {.published = DAY_NONE};
    if (feed_open(&fd, path, &o, &f)) abort();
    for (int got = 1; got != 0;) {
        doc *d = doc_new();
        got = d ? feed_next(fd, d, &f) : 0;
        if (got > 0 && !d->article.id.len) abort();
        if (got < 0 && !f.text[0]) abort();
        doc_free(d);
    }
    feed_close(fd);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    char path[64];
    int file = memfd_create("feed", 0);
    if (file < 0) return 0;
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    if (write(file, data, n) == (ssize_t)n) read_all(path);
    close(file);
    return 0;
}
