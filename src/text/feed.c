/* feed.c: where do articles come from?
 *
 * One file or standard input → articles, one by one.  A file whose first byte
 * that is not blank is '{' is JSON Lines, one article a line; anything else is
 * one plain article.  Only one record is held at a time, whatever the file's
 * length.  A bad record is reported with its line; the next one is read.
 *
 * json-c keeps its own memory, and the document's arena may leave by its door
 * at any allocation; so the record that is being read belongs to the feed and
 * is freed with the next one.
 */
#include "base/utf8.h"
#include "text/text.h"
#include <errno.h>
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#define MAX_LINE ((size_t)256 << 20)      /* of JSON Lines; longer ones are passed over */

struct feed {
    FILE        *in;
    char        *name;                    /* for ids and messages */
    feed_options options;
    bool         lines, started, done;
    bool         any;                     /* a record has been read */
    uint32_t     line;                    /* number of the line last read */
    char        *bytes;                   /* the line, or the plain article */
    size_t       n, cap;
    json_object *record;
    json_tokener *tokener;
};

static const char *shown_name(const char *path) { return strcmp(path, "-") == 0 ? "stdin" : path; }

static FILE *open_source(const char *path, fail *f)
{
    if (strcmp(path, "-") == 0) return stdin;
    FILE *in = fopen(path, "rb");
    struct stat info;
    if (in && fstat(fileno(in), &info) == 0 && S_ISDIR(info.st_mode)) {
        fclose(in);
        in = NULL;
        errno = EISDIR;
    }
    if (!in) fail_set(f, FAIL_READ, path, 0, "%s", strerror(errno));
    return in;
}

int feed_open(feed **out, const char *path, const feed_options *o, fail *f)
{
    FILE *in = open_source(path, f);
    if (!in) return FAIL_READ;
    feed *fd = calloc(1, sizeof *fd);
    if (fd) {
        fd->in = in;
        fd->options = *o;
        fd->name = strdup(shown_name(path));
        fd->tokener = json_tokener_new();
    }
    if (!fd || !fd->name || !fd->tokener) {
        if (fd) feed_close(fd);
        return fail_set(f, FAIL_MEMORY, path, 0, "out of memory");
    }
    json_tokener_set_flags(fd->tokener, JSON_TOKENER_STRICT);
    *out = fd;
    return FAIL_OK;
}

void feed_close(feed *fd)
{
    if (!fd) return;
    if (fd->in && fd->in != stdin) fclose(fd->in);
    if (fd->record) json_object_put(fd->record);
    if (fd->tokener) json_tokener_free(fd->tokener);
    free(fd->bytes);
    free(fd->name);
    free(fd);
}

/* ---- bytes ------------------------------------------------------------ */

static bool keep_byte(feed *fd, char c)
{
    if (fd->n == fd->cap) {
        size_t cap = fd->cap ? fd->cap * 2 : 1 << 14;
        char *grown = realloc(fd->bytes, cap);
        if (!grown) return false;
        fd->bytes = grown;
        fd->cap = cap;
    }
    fd->bytes[fd->n++] = c;
    return true;
}

/* Passes over a byte order mark and blanks; '{' tells JSON Lines.  What was
 * read is kept for a plain article, whose positions count from its first byte. */
static int look_at_start(feed *fd, fail *f)
{
    fd->started = true;
    fd->line = 1;
    int c;
    while ((c = getc_unlocked(fd->in)) != EOF) {
        if (!keep_byte(fd, (char)c)) return fail_set(f, FAIL_MEMORY, fd->name, fd->line, "out of memory");
        bool mark = fd->n <= 3 && memcmp(fd->bytes, "\xEF\xBB\xBF", fd->n) == 0;
        if (mark && fd->n == 3) fd->n = 0;
        if (mark || c == ' ' || c == '\t' || c == '\r') continue;
        if (c != '\n') break;
        fd->line++;
        if (fd->n > DOC_MAX_BYTES) break;
    }
    fd->lines = c == '{';
    if (fd->lines) {
        ungetc(c, fd->in);
        fd->line--;
    }
    return FAIL_OK;
}

static int read_error(feed *fd, fail *f)
{
    fd->done = true;
    return fail_set(f, FAIL_READ, fd->name, fd->line, "%s", strerror(errno));
}

/* Reads the next line that is not blank.  1, 0 at the end, or FAIL_*. */
static int next_line(feed *fd, fail *f)
{
    int c = 0;
    do {
        bool blank = true, too_long = false;
        fd->n = 0;
        fd->line++;
        while ((c = getc_unlocked(fd->in)) != EOF && c != '\n') {
            if (too_long) continue;
            if (c != ' ' && c != '\t' && c != '\r') blank = false;
            if (fd->n == MAX_LINE) too_long = true;
            else if (!keep_byte(fd, (char)c)) return fail_set(f, FAIL_MEMORY, fd->name, fd->line, "out of memory");
        }
        if (c == EOF && ferror(fd->in)) return read_error(fd, f);
        if (too_long)
            return fail_set(f, FAIL_TOO_LARGE, fd->name, fd->line, "the line is longer than %zu MB", MAX_LINE >> 20);
        if (!blank) return 1;
    } while (c != EOF);
    return 0;
}

/* ---- JSON Lines ------------------------------------------------------- */

static str json_text(doc *d, json_object *value)
{
    const char *text = json_object_get_string(value);
    int n = json_object_is_type(value, json_type_string) ? json_object_get_string_len(value) : (int)strlen(text);
    return str_copy(d->mem, (str){text, (uint32_t)n});
}

/* Text of the first of two keys that is there; "" if none, or if it is null. */
static str field(feed *fd, doc *d, const char *key, const char *other)
{
    json_object *value = NULL;
    if (!json_object_object_get_ex(fd->record, key, &value) || !value)
        if (!other || !json_object_object_get_ex(fd->record, other, &value) || !value) return (str){0};
    if (json_object_is_type(value, json_type_object) || json_object_is_type(value, json_type_array)) return (str){0};
    return json_text(d, value);
}

static json_object *find_text(const feed *fd)
{
    static const char *const keys[] = {"text", "body", "content"};
    json_object *value = NULL;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (json_object_object_get_ex(fd->record, keys[i], &value) && json_object_is_type(value, json_type_string))
            return value;
    return NULL;
}

static int no_text(const feed *fd, fail *f)
{
    char keys[160] = "";
    size_t n = 0;
    json_object_object_foreach(fd->record, key, value) {
        (void)value;
        int more = snprintf(keys + n, sizeof keys - n, "%s%.40s", n ? ", " : "", key);
        if (more < 0 || (size_t)more >= sizeof keys - n) break;
        n += (size_t)more;
    }
    return fail_set(f, FAIL_FORMAT, fd->name, fd->line, "no string \"text\", \"body\" or \"content\" (keys: %s)", keys);
}

static int parse_record(feed *fd, fail *f)
{
    size_t bad = utf8_invalid_at(fd->bytes, fd->n);
    if (bad < fd->n)
        return fail_set(f, FAIL_ENCODING, fd->name, fd->line, "not UTF-8 at byte %zu of the line", bad + 1);
    if (fd->record) json_object_put(fd->record);
    json_tokener_reset(fd->tokener);
    fd->record = json_tokener_parse_ex(fd->tokener, fd->bytes, (int)fd->n);
    enum json_tokener_error e = json_tokener_get_error(fd->tokener);
    if (e == json_tokener_continue) {
        fd->done = !fd->any;              /* one object over many lines: no use to complain of each */
        return fail_set(f, FAIL_FORMAT, fd->name, fd->line,
                        "the JSON object does not end on its line (JSON Lines wants one object a line)");
    }
    if (e != json_tokener_success)
        return fail_set(f, FAIL_FORMAT, fd->name, fd->line, "not JSON: %s", json_tokener_error_desc(e));
    if (!json_object_is_type(fd->record, json_type_object))
        return fail_set(f, FAIL_FORMAT, fd->name, fd->line, "not a JSON object");
    return FAIL_OK;
}

static void note_bad_date(doc *d, str given)
{
    array_push(d->mem, d->notes, str_printf(d->mem, "\"%.40s\" is no day of the form YYYY-MM-DD; the publication day is taken as unknown",
                                            str_copy(d->mem, given).ptr));
}

static void take_day(feed *fd, doc *d, str given)
{
    day published = fd->options.published;
    if (given.len && !day_parse(given, &published)) {
        note_bad_date(d, given);
        published = fd->options.published;
    }
    d->article.published = published;
    d->article.basis = published == DAY_NONE ? PUBLISHED_UNKNOWN : PUBLISHED_GIVEN;
}

static int next_record(feed *fd, doc *d, fail *f)
{
    int got = next_line(fd, f);
    if (got <= 0) return got;
    int bad = parse_record(fd, f);
    if (bad) return bad;
    json_object *text = find_text(fd);
    if (!text) return no_text(fd, f);
    fd->any = true;
    article *a = &d->article;
    a->given = json_text(d, text);
    a->id = field(fd, d, "id", NULL);
    if (!a->id.len) a->id = str_printf(d->mem, "%s:%u", fd->name, (unsigned)fd->line);
    a->title = field(fd, d, "title", NULL);
    a->outlet = field(fd, d, "outlet", NULL);
    if (!a->outlet.len) a->outlet = fd->options.outlet;
    a->url = field(fd, d, "url", NULL);
    a->language = field(fd, d, "language", NULL);
    take_day(fd, d, field(fd, d, "published", "date"));
    return 1;
}

/* ---- plain text ------------------------------------------------------- */

static int next_plain(feed *fd, doc *d, fail *f)
{
    int c = 0;
    fd->done = true;
    while (fd->n <= DOC_MAX_BYTES && (c = getc_unlocked(fd->in)) != EOF)
        if (!keep_byte(fd, (char)c)) return fail_set(f, FAIL_MEMORY, fd->name, 0, "out of memory");
    if (ferror(fd->in)) return read_error(fd, f);
    if (fd->n > DOC_MAX_BYTES)
        return fail_set(f, FAIL_TOO_LARGE, fd->name, 0, "the article is longer than %u MB", DOC_MAX_BYTES >> 20);
    article *a = &d->article;
    a->given = str_copy(d->mem, (str){fd->bytes, (uint32_t)fd->n});
    a->id = str_copy(d->mem, str_of(fd->name));
    a->outlet = fd->options.outlet;
    take_day(fd, d, (str){0});
    return 1;
}

int feed_next(feed *fd, doc *d, fail *f)
{
    if (arena_enter(d->mem)) return fail_set(f, FAIL_MEMORY, fd->name, fd->line, "out of memory");
    if (!fd->started) {
        int bad = look_at_start(fd, f);
        if (bad) return bad;
    }
    if (fd->done) return 0;
    return fd->lines ? next_record(fd, d, f) : next_plain(fd, d, f);
}

uint32_t feed_line(const feed *fd) { return fd->lines ? fd->line : 0; }
