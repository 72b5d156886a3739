/* input.c: which articles are to be read, and in which order?
 *
 * Files, folders (all their files, by name, folders within too) and standard
 * input → documents, one at a time.  What cannot be read is told on standard
 * error with file, line and reason; the rest goes on.
 */
#include "cli/cli.h"
#include "text/text.h"
#include "what/what.h"
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

int session_open(session *s, const options *o, unsigned rooms)
{
    fail f = {0};
    *s = (session){.o = o, .rooms = rooms};
    engine_options e = {.model = o->model, .data_dir = o->data, .places = o->places, .rooms = rooms ? rooms : ENGINE_PARSE};
    if (engine_open(&s->engine, &e, &f)) {
        say_fail(&f);
        return EXIT_NO_START;
    }
    s->scratch = engine_scratch(s->engine);
    if (s->scratch) return EXIT_OK;
    say_error("out of memory");
    session_close(s);
    return EXIT_NO_START;
}

void session_close(session *s)
{
    if (s->scratch) scratch_free(s->scratch);
    engine_close(s->engine);
}

/* ---- one document -------------------------------------------------------------- */

static void report(session *s, fail *f, const char *path, uint32_t line)
{
    if (!f->path[0]) snprintf(f->path, sizeof f->path, "%s", path);
    if (line) f->line = line;
    say_fail(f);
    s->status = EXIT_SOME_UNREAD;
}

static void tell_notes(const doc *d, const char *path, uint32_t line)
{
    for (uint32_t i = 0; i < d->notes.n; i++) {
        fail note = {.line = line};
        snprintf(note.path, sizeof note.path, "%s", path);
        snprintf(note.text, sizeof note.text, STR_FMT, STR_ARG(d->notes.at[i]));
        say_fail(&note);
    }
}

bool session_read(session *s, doc *d, const char *path, uint32_t line, session_use use, void *context)
{
    fail f = {0};
    article_use wanted = s->choose ? s->choose(s, d, context) : ARTICLE_READ;
    if (wanted != ARTICLE_READ) return wanted == ARTICLE_PASS_OVER;
    int code = s->rooms ? engine_read(s->engine, s->scratch, d, s->rooms, &f) : engine_parse_raw(s->engine, s->scratch, d, &f);
    if (code) {
        report(s, &f, path, line);
        return true;
    }
    if (arena_enter(d->mem)) { /* what is made of the document is made in its memory */
        fail_set(&f, FAIL_MEMORY, path, 0, "more memory than there is is needed to print it");
        report(s, &f, path, line);
        return true;
    }
    tell_notes(d, path, line);
    if (s->o->least > 0) what_keep_sure(d, s->o->least);
    return use(s, d, context);
}

/* ---- one source ---------------------------------------------------------------- */

/* After these the feed stands behind the bad record; after others there is no more to read. */
static bool can_go_on(int code) { return code == FAIL_FORMAT || code == FAIL_ENCODING || code == FAIL_TOO_LARGE; }

static bool read_feed(session *s, feed *fd, const char *path, session_use use, void *context)
{
    for (;;) {
        fail f = {0};
        doc *d = doc_new();
        int got = d ? feed_next(fd, d, &f) : fail_set(&f, FAIL_MEMORY, path, 0, "out of memory");
        bool more = true;
        if (got < 0) report(s, &f, path, 0);
        if (got > 0) more = session_read(s, d, path, feed_line(fd), use, context);
        doc_free(d);
        if (!more) return false;
        if (got == 0 || (got < 0 && !can_go_on(got))) return true;
    }
}

static bool read_file(session *s, const char *path, session_use use, void *context)
{
    feed *fd;
    fail f = {0};
    feed_options o = {.outlet = str_of(s->o->outlet), .published = s->o->published};
    if (feed_open(&fd, path, &o, &f)) {
        report(s, &f, path, 0);
        return true;
    }
    bool more = read_feed(s, fd, strcmp(path, "-") == 0 ? "stdin" : path, use, context);
    feed_close(fd);
    return more;
}

/* ---- folders -------------------------------------------------------------------- */

static bool read_source(session *s, const char *path, session_use use, void *context);

static int visible(const struct dirent *entry) { return entry->d_name[0] != '.'; }
static int by_bytes(const struct dirent **a, const struct dirent **b) { return strcmp((*a)->d_name, (*b)->d_name); }

static bool read_folder(session *s, const char *path, session_use use, void *context)
{
    struct dirent **entry;
    int n = scandir(path, &entry, visible, by_bytes);
    if (n < 0) {
        fail f = {0};
        fail_set(&f, FAIL_READ, path, 0, "%s", strerror(errno));
        report(s, &f, path, 0);
        return true;
    }
    bool more = true;
    for (int i = 0; i < n; i++) {
        char *inner = NULL;
        if (more && asprintf(&inner, "%s%s%s", path, path[strlen(path) - 1] == '/' ? "" : "/", entry[i]->d_name) >= 0) {
            more = read_source(s, inner, use, context);
            free(inner);
        }
        free(entry[i]);
    }
    free(entry);
    return more;
}

static bool read_source(session *s, const char *path, session_use use, void *context)
{
    struct stat info;
    bool folder = strcmp(path, "-") != 0 && stat(path, &info) == 0 && S_ISDIR(info.st_mode);
    return folder ? read_folder(s, path, use, context) : read_file(s, path, use, context);
}

int session_run(session *s, session_use use, void *context)
{
    if (!s->o->n_inputs) read_source(s, "-", use, context);
    for (int i = 0; i < s->o->n_inputs; i++)
        if (!read_source(s, s->o->input[i], use, context)) break;
    return say_done(s->status);
}
