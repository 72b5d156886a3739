/* cmd_store.c: how do articles come into a store? `code --db`. */
#include "base/dataset.h"
#include "cli/cli.h"
#include "out/out.h"
#include "store/store.h"
#include <inttypes.h>
#include <stdio.h>

/* What one run does to a store. */
typedef struct keeper { store *s; int64_t coded, passed, events, number; } keeper;

static bool give_up(session *s, const fail *f)
{
    say_fail(f);
    s->status = EXIT_NO_OUTPUT;
    return false;
}

/* ---- new articles ------------------------------------------------------------------- */

static article_use choose(session *s, const doc *d, void *context)
{
    keeper *k = context;
    fail f = {0};
    int known = store_known(k->s, d, &f);
    if (known < 0) give_up(s, &f);
    k->passed += known > 0;
    return known < 0 ? ARTICLE_STOP : known ? ARTICLE_PASS_OVER : ARTICLE_READ;
}

static str *records(doc *d)
{
    str *line = arena_array_of(d->mem, str, (size_t)d->events.n + 1);
    for (uint32_t i = 0; i < d->events.n; i++) {
        buf out = {.mem = d->mem};
        jsonl_event(&out, d, &d->events.at[i]);
        line[i] = buf_str(&out);
    }
    return line;
}

static bool keep(session *s, doc *d, void *context)
{
    keeper *k = context;
    fail f = {0};
    if (arena_enter(d->mem)) {
        fail_set(&f, FAIL_MEMORY, "", 0, "out of memory");
        return give_up(s, &f);
    }
    const str *line = records(d);
    int code = k->number ? store_replace(k->s, k->number, d, line, &f) : store_put(k->s, d, line, &f);
    if (code) return give_up(s, &f);
    k->coded++;
    k->events += d->events.n;
    return true;
}

/* ---- articles that are there ------------------------------------------------------------ */

/* The one behind `number`; false when there is no more. */
static bool recode_next(session *s, keeper *k)
{
    fail f = {0};
    doc *d = doc_new();
    int got = d ? store_stale(k->s, &k->number, d, &f) : fail_set(&f, FAIL_MEMORY, "", 0, "out of memory");
    bool more = got < 0 ? give_up(s, &f) : got > 0;
    if (more) {
        char name[256];
        snprintf(name, sizeof name, STR_FMT, STR_ARG(d->article.id));
        more = session_read(s, d, name, 0, keep, k);
    }
    doc_free(d);
    return more;
}

/* ---- code --db ------------------------------------------------------------------------------ */

static int open_store(store **out, const options *o, const session *s)
{
    fail f = {0};
    store_run run = {DATELINE_VERSION, o->model ? o->model : "en_core_web_md", dataset_checksum(engine_data(s->engine)), o->least};
    if (store_open(out, o->db, STORE_WRITE, &run, &f) == FAIL_OK) return EXIT_OK;
    say_fail(&f);
    return EXIT_NO_START;
}

static void tell(const options *o, const keeper *k)
{
    if (o->recode) say_error("%s: articles coded anew: %" PRId64 "; events: %" PRId64, o->db, k->coded, k->events);
    else say_error("%s: articles coded: %" PRId64 ", there already: %" PRId64 "; events: %" PRId64, o->db, k->coded, k->passed, k->events);
}

static int fill(session *s, const options *o)
{
    keeper k = {0};
    int code = open_store(&k.s, o, s);
    if (code) return code;
    if (o->recode) {
        while (recode_next(s, &k)) continue;
        code = s->status;
    } else {
        s->choose = choose;
        code = session_run(s, keep, &k);
    }
    fail f = {0};
    if (store_flush(k.s, &f)) {
        give_up(s, &f);
        code = s->status;
    } else tell(o, &k);
    store_close(k.s);
    return code;
}

int store_code(const command *self, const options *o)
{
    session s;
    if (o->to) return say_usage(self, "--to prints records, --db keeps them: one of the two");
    if (o->recode && o->n_inputs) return say_usage(self, "--recode takes the articles of the store, and no inputs");
    if (o->recode && (o->date || o->outlet)) return say_usage(self, "--recode takes days and outlets from the store");
    int code = session_open(&s, o, ENGINE_ALL);
    if (code) return code;
    code = fill(&s, o);
    session_close(&s);
    return code;
}
