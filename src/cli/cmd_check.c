/* cmd_check.c: `dateline check`: do the golden cases and the examples in the data hold?
 *
 * Runs the `ex` and `no` lines of data/ (no input given), or the cases and
 * rule files that are named.  Prints what does not hold and what was found
 * instead; the last line is "N passed, N failed".
 */
#include "base/bytes.h"
#include "base/dataset.h"
#include "cli/case.h"
#include "cli/cli.h"
#include "cli/example.h"
#include "cli/sides.h"
#include "cli/survey.h"
#include "what/what.h"
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

typedef struct checker {
    const options *o;
    session s;
    arena  *mem;                          /* of the file that is read */
    arena  *pairs_mem;
    table   pairs;                        /* of --pairs */
    unsigned passed, failed, known, unread;
} checker;

/* ---- one text -------------------------------------------------------------------- */

static doc *read_text(checker *c, str id, str outlet, str text, day published)
{
    fail f = {0};
    doc *d = doc_new();
    if (!d) return NULL;
    d->article.id = id;
    d->article.outlet = outlet;
    d->article.given = text;
    d->article.published = published;
    d->article.basis = published == DAY_NONE ? PUBLISHED_UNKNOWN : PUBLISHED_GIVEN;
    if (engine_read(c->s.engine, c->s.scratch, d, ENGINE_ALL, &f) == FAIL_OK) return d;
    say_fail(&f);
    doc_free(d);
    return NULL;
}

static void print_found(const doc *d, want_kind kind)
{
    buf found = {.mem = d->mem};
    case_tell(&found, d, kind);
    str rest = buf_str(&found), line;
    if (!rest.len) printf("        found nothing\n");
    while (str_cut(&rest, '\n', &line))
        if (line.len) printf("        found  " STR_FMT "\n", STR_ARG(line));
}

static bool judge(checker *c, const doc *d, const want *w, const golden *g, const char *path)
{
    bool holds = d && case_holds(d, w, g);
    if (w->known.len) {
        c->known++;
        if (holds) printf("%s:%u: holds now, though known to fail: " STR_FMT "\n", path, w->line, STR_ARG(w->known));
        return true;
    }
    if (holds) {
        c->passed++;
        return true;
    }
    c->failed++;
    printf("%s:%u: " STR_FMT "\n        wanted " STR_FMT "\n", path, w->line, STR_ARG(g->name), STR_ARG(w->written));
    if (d) print_found(d, w->kind);
    return false;
}

/* ---- case files -------------------------------------------------------------------- */

/* Right or not, confidence, sureness of the entry, id, type, signs; tabs between: what bench/confidence.py reads. */
static void print_judged(const golden *g, const doc *d)
{
    printf("== \n");
    for (uint32_t i = 0; i < d->events.n; i++) {
        const event *e = &d->events.at[i];
        const char *sign;
        printf("%d\t%.3f\t%.3f\t%s\t%s", case_signs(g, e), e->confidence, e->sureness, e->id, e->type);
        for (uint32_t k = 0; (sign = what_sign(d, e, k)) != NULL; k++)
            if (sign[0]) printf("\t%s", sign);
        putchar('\n');
    }
}

/* Which kinds of lines fail; they are written anew by --update. */
static unsigned check_case(checker *c, const golden *g, const char *path, buf *update)
{
    unsigned wrong = 0;
    doc *d = read_text(c, g->name, g->outlet, g->text, g->published);
    if (c->o->judge) {
        if (d) print_judged(g, d);
        doc_free(d);
        return 0;
    }
    for (uint32_t i = 0; i < g->wants.n; i++)
        if (!judge(c, d, &g->wants.at[i], g, path) && !g->wants.at[i].negated) wrong |= 1u << g->wants.at[i].kind;
    if (update && d) case_update(update, d, g, wrong);
    doc_free(d);
    return wrong;
}

static int write_file(const char *path, str text, fail *f)
{
    FILE *out = fopen(path, "wb");
    bool written = out && fwrite(text.ptr, 1, text.len, out) == text.len;
    if (out && fclose(out) == 0 && written) return FAIL_OK;
    return fail_set(f, FAIL_WRITE, path, 0, "%s", strerror(errno));
}

static int check_case_file(checker *c, const char *path, str text, fail *f)
{
    goldens all = {0};
    buf update = {.mem = c->mem};
    unsigned wrong = 0;
    int code = case_read(&all, c->mem, text, path, f);
    if (code) return code;
    if (c->o->update && all.n) buf_add(&update, (str){text.ptr, (uint32_t)(all.at[0].head.ptr - text.ptr)});
    for (uint32_t i = 0; i < all.n; i++) wrong |= check_case(c, &all.at[i], path, c->o->update ? &update : NULL);
    return c->o->update && wrong ? write_file(path, buf_str(&update), f) : FAIL_OK;
}

/* ---- two sides, swapped ------------------------------------------------------------- */

/* The file once for each pair, and once more with the sides swapped: what holds
 * of one side must hold of the other. */
static int check_pairs(checker *c, const char *path, str text, fail *f)
{
    str file = str_copy(c->pairs_mem, text);
    int code = FAIL_OK;
    for (uint32_t i = 0; i < 2 * c->pairs.n_rows && !code; i++) {
        arena_reset(c->mem);
        str put = sides_put(c->mem, file, &c->pairs, i / 2, i % 2);
        code = check_case_file(c, path, put, f);
    }
    return code;
}

static int read_pairs(checker *c, fail *f)
{
    bytes file;
    c->pairs_mem = arena_new(0);
    if (!c->pairs_mem || arena_enter(c->pairs_mem)) return fail_set(f, FAIL_MEMORY, c->o->pairs, 0, "out of memory");
    int code = bytes_map(&file, c->o->pairs, f);
    if (code) return code;
    str text = str_copy(c->pairs_mem, (str){(const char *)file.ptr, (uint32_t)file.len});
    bytes_close(&file);
    return table_read(&c->pairs, c->pairs_mem, text, c->o->pairs, f);
}

/* ---- examples in rule files ---------------------------------------------------------- */

static void check_example(checker *c, const example *e, const char *path)
{
    golden g = {.name = e->sentence, .published = e->published};
    doc *d = read_text(c, S("example"), (str){0}, e->text, e->published);
    judge(c, d, &e->want, &g, path);
    doc_free(d);
}

static int check_rule_file(checker *c, const char *path, str text, fail *f)
{
    rules all = {0};
    examples list = {0};
    int code = rules_read(&all, c->mem, text, path, f);
    if (!code) code = example_read(&list, c->mem, &all, path, f);
    for (uint32_t i = 0; i < list.n && !code; i++) check_example(c, &list.at[i], path);
    return code;
}

static void report(checker *c, const fail *f)
{
    say_fail(f);
    c->unread++;
}

static void check_data(checker *c)
{
    const char **name;
    uint32_t n = dataset_list(engine_data(c->s.engine), "", ".rules", &name);
    for (uint32_t i = 0; i < n; i++) {
        fail f = {0};
        str text;
        const char *path;
        arena_reset(c->mem);
        int code = dataset_text(engine_data(c->s.engine), name[i], &text, &path, &f);
        if (!code) code = check_rule_file(c, path, text, &f);
        if (code) report(c, &f);
    }
}

/* ---- inputs ------------------------------------------------------------------------------ */

static bool ends_with(const char *path, const char *end)
{
    size_t n = strlen(path), k = strlen(end);
    return n >= k && strcmp(path + n - k, end) == 0;
}

static void check_file(checker *c, const char *path)
{
    fail f = {0};
    bytes file;
    int code = bytes_map(&file, path, &f);
    if (code) {
        report(c, &f);
        return;
    }
    arena_reset(c->mem);
    str text = str_copy(c->mem, (str){(const char *)file.ptr, (uint32_t)file.len});
    bytes_close(&file);
    if (ends_with(path, ".rules")) code = check_rule_file(c, path, text, &f);
    else code = c->o->pairs ? check_pairs(c, path, text, &f) : check_case_file(c, path, text, &f);
    if (code) report(c, &f);
}

static int is_checked(const struct dirent *e)
{
    return e->d_name[0] != '.' && (!strchr(e->d_name, '.') || ends_with(e->d_name, ".case") || ends_with(e->d_name, ".rules"));
}

static void check_path(checker *c, const char *path)
{
    struct dirent **entry;
    struct stat info;
    int n = stat(path, &info) == 0 && S_ISDIR(info.st_mode) ? scandir(path, &entry, is_checked, alphasort) : -1;
    if (n < 0) {
        check_file(c, path);
        return;
    }
    for (int i = 0; i < n; i++) {
        char *inner = NULL;
        if (asprintf(&inner, "%s/%s", path, entry[i]->d_name) >= 0) {
            check_path(c, inner);
            free(inner);
        }
        free(entry[i]);
    }
    free(entry);
}

static int check_all(checker *c)
{
    if (!c->o->n_inputs) check_data(c);
    for (int i = 0; i < c->o->n_inputs; i++) check_path(c, c->o->input[i]);
    if (c->o->judge) return say_done(c->unread ? EXIT_SOME_UNREAD : EXIT_OK);
    if (c->known) printf("%u known to fail\n", c->known);
    printf("%u passed, %u failed\n", c->passed, c->failed + c->unread);
    return say_done(c->failed || c->unread ? EXIT_SOME_UNREAD : EXIT_OK);
}

static int run(const command *self, options *o)
{
    (void)self;
    if (o->uncovered) return survey_uncovered(o);
    if (o->doubtful) return survey_doubtful(o);
    checker c = {.o = o, .mem = arena_new(0)};
    if (!c.mem || arena_enter(c.mem)) {
        say_error("out of memory");
        return EXIT_NO_START;
    }
    fail f = {0};
    if (o->pairs && read_pairs(&c, &f)) {
        say_fail(&f);
        return EXIT_NO_START;
    }
    int code = session_open(&c.s, o, ENGINE_ALL);
    if (!code) {
        code = check_all(&c);
        session_close(&c.s);
    }
    arena_free(c.mem);
    arena_free(c.pairs_mem);
    return code;
}

const command cmd_check = {
    "check", "do golden cases and the examples in the data hold?", "data model places pairs update judge uncovered false",
    "  dateline check                                      # every `ex` and `no` line of the data\n"
    "  dateline check tests/cases                          # golden cases (docs/cases.md)\n"
    "  dateline check --data data data/what/assault.rules  # one file's examples, with the data of a folder\n"
    "  dateline check --update my.case\n"
    "  dateline check --pairs tests/neutrality/pairs.tsv tests/neutrality   # the same for either side?\n"
    "  dateline check --uncovered news/                    # what the data lacks\n"
    "  dateline check --false news/                        # what to read with doubt\n", run};
