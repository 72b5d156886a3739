/* cmd_stories.c: `dateline stories`: which reports tell one act, and who tells it otherwise?
 *
 * Without --to copies and stories are found anew; with it they are shown:
 *
 *     2021-05-05  ARM/MIL ASSAULT heavy-weapons AZE/CVL  Tartar, AZE
 *       story 1, contested, denied; 4 records in 3 reports of 3 outlets
 *       told by      AZE/GOV Azerbaijan's Defence Ministry
 *       denied by    ARM/GOV Yerevan
 *       numbers      killed 12; killed 10 or more
 *       words        shelled; attack
 */
#include "cli/cli.h"
#include "out/json.h"
#include "out/out.h"
#include "store/tale.h"
#include <inttypes.h>
#include <stdio.h>

enum { TABLE_ROWS = 50, LABEL = 15 };

/* ---- found anew ------------------------------------------------------------------------- */

static int rebuild(const options *o)
{
    store *s;
    fail f = {0};
    store_totals t = {0};
    int code = store_open(&s, o->db, STORE_CHANGE, NULL, &f);
    if (!code) code = store_rebuild(s, &f);
    if (!code) code = store_count(s, &t, &f);
    if (code) say_fail(&f);
    store_close(s);
    if (code) return EXIT_NO_START;
    printf("%" PRId64 " articles, of which %" PRId64 " are near copies of others\n"
           "%" PRId64 " events tell %" PRId64 " stories, of which %" PRId64 " are contested\n",
           t.articles, t.copies, t.events, t.stories, t.contested);
    return say_done(EXIT_OK);
}

/* ---- for people ---------------------------------------------------------------------------- */

static str safe(arena *mem, str s)
{
    buf out = {.mem = mem};
    listing_safe(&out, s);
    return buf_str(&out);
}

/* "  label        one; another", within the width: what does not fit goes to the next line. */
static void put_list(buf *out, const char *label, const tale_words *list, uint32_t width)
{
    uint32_t column = LABEL;
    if (list->n) buf_printf(out, "  %-*s", LABEL - 2, label);
    for (uint32_t i = 0; i < list->n; i++) {
        str word = safe(out->mem, list->at[i]);
        while (word.len && LABEL + listing_width(word) + 1 > width) word = listing_shorten(word, word.len - 1);
        uint32_t wide = listing_width(word) + 1;
        bool fits = column + wide + 1 <= width;
        if (i && fits) buf_byte(out, ' ');
        else if (i) buf_printf(out, "\n%*s", LABEL, "");
        column = (i && fits ? column + 1 : i ? LABEL : column) + wide;
        buf_printf(out, STR_FMT "%s", STR_ARG(word), i + 1 < list->n ? ";" : "\n");
    }
}

static void put_act(buf *out, const tale *t)
{
    buf_printf(out, STR_FMT "  ", STR_ARG(safe(out->mem, listing_days(out->mem, t->first, t->last))));
    if (t->actor.len) buf_printf(out, STR_FMT " ", STR_ARG(t->actor));
    buf_add(out, t->type);
    if (t->mode.len) buf_printf(out, " " STR_FMT, STR_ARG(t->mode));
    if (t->recipient.len) buf_printf(out, " " STR_FMT, STR_ARG(t->recipient));
    if (t->place.len) buf_printf(out, "  " STR_FMT "%s" STR_FMT, STR_ARG(safe(out->mem, t->place)), t->country.len ? ", " : "", STR_ARG(t->country));
    buf_byte(out, '\n');
}

static const char *plural(int64_t n) { return n == 1 ? "" : "s"; }

static void put_head(buf *out, const tale *t)
{
    put_act(out, t);
    buf_printf(out, "  story %" PRId64, t->n);
    if (t->contested) buf_add(out, S(", contested"));
    if (t->denied) buf_add(out, S(", denied"));
    if (t->other_actor) buf_add(out, S(", other actor"));
    if (t->other_number) buf_add(out, S(", other number"));
    buf_printf(out, "; %" PRId64 " record%s in %" PRId64 " report%s of %" PRId64 " outlet%s", t->events, plural(t->events), t->articles,
               plural(t->articles), t->outlets, plural(t->outlets));
    if (t->originals < t->articles) buf_printf(out, ", %" PRId64 " of which copies", t->articles - t->originals);
    buf_byte(out, '\n');
}

static void put_table(buf *out, const tale *t, uint32_t width)
{
    arena *mem = out->mem;
    const tale_words told = tale_voices(t, mem, false), denied = tale_voices(t, mem, true), actors = tale_actors(t, mem),
                     numbers = tale_numbers(t, mem), verbs = tale_verbs(t, mem);
    put_head(out, t);
    put_list(out, "told by", &told, width);
    put_list(out, "denied by", &denied, width);
    put_list(out, "actors", &actors, width);
    put_list(out, "numbers", &numbers, width);
    put_list(out, "words", &verbs, width);
    buf_byte(out, '\n');
}

/* ---- JSON Lines ------------------------------------------------------------------------------- */

static void put_words(buf *out, const char *key, tale_words list)
{
    json_put_open(out, key, '[');
    for (uint32_t i = 0; i < list.n; i++) {
        if (i) buf_byte(out, ',');
        json_str(out, list.at[i]);
    }
    json_close(out, '[');
}

static void put_bound(buf *out, const char *key, int64_t n)
{
    if (n < 0) json_put_null(out, key);
    else json_put_int(out, key, (long)n);
}

static void put_telling(buf *out, const tale_telling *t)
{
    json_open(out, '{');
    json_put_int(out, "n", (long)t->n);
    json_put_str(out, "doc", t->doc);
    json_put_text(out, "outlet", t->outlet);
    json_put_text(out, "published", t->published);
    json_put_bool(out, "copy", t->copy);
    json_put_text(out, "by", t->by);
    json_put_text(out, "by_text", t->by_text);
    json_put_str(out, "status", t->status);
    json_put_text(out, "actor", t->actor);
    json_put_text(out, "word", t->trigger);
    json_put_open(out, "counts", '[');
    for (uint32_t i = 0; i < t->counts.n; i++) {
        json_open(out, '{');
        json_put_str(out, "what", t->counts.at[i].what);
        put_bound(out, "low", t->counts.at[i].low);
        put_bound(out, "high", t->counts.at[i].high);
        json_close(out, '{');
    }
    json_close(out, '[');
    json_put_text(out, "text", t->evidence);
    json_close(out, '{');
}

static void put_json_act(buf *out, const tale *t)
{
    json_put_str(out, "type", t->type);
    json_put_text(out, "mode", t->mode);
    json_put_day(out, "first", t->first);
    json_put_day(out, "last", t->last);
    json_put_text(out, "actor", t->actor);
    json_put_text(out, "recipient", t->recipient);
    json_put_text(out, "place", t->place);
    json_put_text(out, "country", t->country);
}

static void put_json(buf *out, const tale *t)
{
    json_open(out, '{');
    json_put_int(out, "story", (long)t->n);
    put_json_act(out, t);
    json_put_int(out, "records", (long)t->events);
    json_put_int(out, "reports", (long)t->articles);
    json_put_int(out, "originals", (long)t->originals);
    json_put_int(out, "outlets", (long)t->outlets);
    json_put_bool(out, "contested", t->contested);
    json_put_bool(out, "denied", t->denied);
    json_put_bool(out, "other_actor", t->other_actor);
    json_put_bool(out, "other_number", t->other_number);
    put_words(out, "told_by", tale_voices(t, out->mem, false));
    put_words(out, "denied_by", tale_voices(t, out->mem, true));
    put_words(out, "actors", tale_actors(t, out->mem));
    put_words(out, "numbers", tale_numbers(t, out->mem));
    put_words(out, "words", tale_verbs(t, out->mem));
    json_put_open(out, "tellings", '[');
    for (uint32_t i = 0; i < t->telling.n; i++) put_telling(out, &t->telling.at[i]);
    json_close(out, '[');
    json_close(out, '{');
    buf_byte(out, '\n');
}

/* ---- all ---------------------------------------------------------------------------------------- */

static int print_one(arena *mem, const tale *t, const char *format, fail *f)
{
    arena_reset(mem);
    if (arena_enter(mem)) return fail_set(f, FAIL_MEMORY, "", 0, "out of memory");
    buf out = {.mem = mem};
    if (strcmp(format, "table") == 0) put_table(&out, t, answer_width());
    else put_json(&out, t);
    say_out(buf_str(&out)); /* say_done tells when it could not be written */
    return FAIL_OK;
}

/* Stories printed, or below 0. */
static long print_all(tales *t, const char *format, fail *f)
{
    long n = 0;
    const tale *one;
    int got;
    arena *mem = arena_new(0);
    if (!mem) return fail_set(f, FAIL_MEMORY, "", 0, "out of memory");
    while ((got = tales_next(t, &one, f)) > 0 && (got = print_one(mem, one, format, f)) == FAIL_OK) n++;
    arena_free(mem);
    return got < 0 ? got : n;
}

static int print_stories(const options *o, const question *ask, const char *format)
{
    store *s;
    tales *t = NULL;
    fail f = {0};
    long n = store_open(&s, o->db, STORE_READ, NULL, &f);
    if (!n) n = tales_open(&t, s, ask, &f);
    if (!n) n = print_all(t, format, &f);
    tales_close(t);
    store_close(s);
    if (n < 0) {
        say_fail(&f);
        return f.code == FAIL_USAGE ? EXIT_USAGE : EXIT_NO_START;
    }
    int code = say_done(EXIT_OK);
    if (n == 0) say_error("%s: no story answers this", o->db);
    if (ask->limit && n == ask->limit && !o->limit) say_error("%s: the first %ld stories; --limit N shows more", o->db, n);
    return code;
}

static int show_in(arena *mem, const options *o, const char *format)
{
    question ask;
    int bad = filters_read(mem, o, &ask);
    if (bad) return bad;
    if (!ask.limit && strcmp(format, "table") == 0) ask.limit = TABLE_ROWS;
    return print_stories(o, &ask, format);
}

static int show(const options *o)
{
    const char *format = options_format(o, "table jsonl", "table");
    if (!format) return EXIT_USAGE;
    arena *mem = arena_new(0);
    if (!mem || arena_enter(mem)) {
        arena_free(mem);
        say_error("out of memory");
        return EXIT_NO_START;
    }
    int code = show_in(mem, o, format);
    arena_free(mem);
    return code;
}

static bool is_filtered(const options *o)
{
    return o->actor || o->recipient || o->says || o->type || o->status || o->place || o->from || o->until || o->text || o->contested ||
           o->limit || o->min_confidence;
}

static int run(const command *self, options *o)
{
    if (!o->db || o->n_inputs) return say_usage(self, "stories wants a store, --db FILE, and no inputs");
    return o->to || is_filtered(o) ? show(o) : rebuild(o);
}

const command cmd_stories = {
    "stories", "which reports tell one act, and who denies it or tells it otherwise",
    "to db actor recipient says type status place from until text contested limit min-confidence data",
    "  dateline stories --db news.db --to table                  # contested ones first, then the most told\n"
    "  dateline stories --db news.db --contested --type ASSAULT --to jsonl\n"
    "  dateline stories --db news.db                             # copies and stories, found anew\n\n"
    "`code --db` finds copies and stories as the articles come in; without --to and filters they are all\n"
    "found again (docs/store.md).\n", run};
