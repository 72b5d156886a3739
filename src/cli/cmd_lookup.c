/* cmd_lookup.c: `dateline actor`, `place` and `when`: what is one phrase taken for? */
#include "cli/cli.h"
#include "out/out.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { MAX_ANSWERS = 10 };

/* The words of the command line with blanks between, as an article. */
static doc *read_phrase(session *s, const options *o, unsigned rooms)
{
    fail f = {0};
    doc *d = doc_new();
    buf text = {0};
    if (!d || arena_enter(d->mem)) {
        doc_free(d);
        return NULL;
    }
    text.mem = d->mem;
    for (int i = 0; i < o->n_inputs; i++) {
        if (i) buf_byte(&text, ' ');
        buf_add(&text, str_of(o->input[i]));
    }
    d->article.given = buf_str(&text);
    d->article.published = o->published;
    d->article.basis = o->published == DAY_NONE ? PUBLISHED_UNKNOWN : PUBLISHED_GIVEN;
    if (engine_read(s->engine, s->scratch, d, rooms, &f) == FAIL_OK) return d;
    say_fail(&f);
    doc_free(d);
    return NULL;
}

/* One object a line on a pipe, words on a terminal. */
static bool for_programs(const options *o)
{
    return o->to ? strcmp(o->to, "jsonl") == 0 : !isatty(STDOUT_FILENO);
}

typedef void (*answer)(session *s, doc *d, const options *o, buf *out);

static int look_up(const command *self, const options *o, unsigned rooms, answer tell)
{
    session s;
    if (!o->n_inputs) return say_usage(self, "%s wants a phrase", self->name);
    if (!options_format(o, "table jsonl", "table")) return EXIT_USAGE;
    int code = session_open(&s, o, rooms);
    if (code) return code;
    doc *d = read_phrase(&s, o, rooms);
    if (d) {
        buf out = {.mem = d->mem};
        tell(&s, d, o, &out);
        if (!out.len && !for_programs(o)) buf_add(&out, S("nothing known by that name\n"));
        say_out(buf_str(&out));
    }
    code = say_done(d ? EXIT_OK : EXIT_SOME_UNREAD);
    doc_free(d);
    session_close(&s);
    return code;
}

/* ---- actor ---------------------------------------------------------------------- */

static uint32_t length(range r) { return r.end - r.first; }

/* Longest phrase first; of two as long, the earlier. */
static void sort_actors(const doc *d, uint32_t *order)
{
    for (uint32_t i = 0; i < d->actors.n; i++) {
        uint32_t k = i;
        for (; k && length(d->actors.at[order[k - 1]].tok) < length(d->actors.at[i].tok); k--) order[k] = order[k - 1];
        order[k] = i;
    }
}

static void tell_actors(session *s, doc *d, const options *o, buf *out)
{
    uint32_t *order = arena_array_of(d->mem, uint32_t, (size_t)d->actors.n + 1);
    sort_actors(d, order);
    for (uint32_t i = 0; i < d->actors.n; i++) {
        const actor *a = &d->actors.at[order[i]];
        party p = who_on(d, engine_who(s->engine), order[i], o->published);
        reason why = a->why_code ? a->why_code : a->why;
        if (for_programs(o)) {
            jsonl_party(out, &p, why);
        } else {
            buf_printf(out, STR_FMT "  %s", STR_ARG(p.text), is_code(p.code) ? p.code : "---");
            for (int k = 0; k < MAX_SECTORS && p.sector[k][0]; k++) buf_printf(out, " %s", p.sector[k]);
            if (p.name.len) buf_printf(out, "  " STR_FMT, STR_ARG(p.name));
            if (why) buf_printf(out, "  (%s)", why);
        }
        buf_byte(out, '\n');
    }
}

static int run_actor(const command *self, options *o) { return look_up(self, o, ENGINE_WHO | ENGINE_STORY, tell_actors); }

/* ---- place ----------------------------------------------------------------------- */

static void tell_places(session *s, doc *d, const options *o, buf *out)
{
    place found[MAX_ANSWERS];
    uint32_t n = where_lookup(engine_where(s->engine), d->mem, d->text, o->near, found, MAX_ANSWERS);
    for (uint32_t i = 0; i < n; i++) {
        const place *p = &found[i];
        if (for_programs(o)) {
            jsonl_place(out, p, d->text);
        } else {
            buf_printf(out, STR_FMT, STR_ARG(p->name));
            if (p->admin1.len) buf_printf(out, ", " STR_FMT, STR_ARG(p->admin1));
            buf_printf(out, ", %s  %s  %.4f %.4f", p->country[0] ? p->country : "---", p->kind ? p->kind : "", p->lat, p->lon);
            if (p->geonameid) buf_printf(out, "  GeoNames %u", p->geonameid);
        }
        buf_byte(out, '\n');
    }
}

static int run_place(const command *self, options *o) { return look_up(self, o, ENGINE_WHERE, tell_places); }

/* ---- when -------------------------------------------------------------------------- */

static void tell_times(session *s, doc *d, const options *o, buf *out)
{
    (void)s;
    for (uint32_t i = 0; i < d->times.n; i++) {
        const timex *t = &d->times.at[i];
        if (for_programs(o)) {
            jsonl_timex(out, d, t);
        } else {
            str days = listing_days(d->mem, t->first, t->last);
            buf_printf(out, STR_FMT "  %s " STR_FMT "  ", STR_ARG(str_slice(d->text, t->span.first, t->span.end)),
                       timex_name(t->type), STR_ARG(t->value));
            for (uint32_t k = 0; k < days.len; k++) buf_byte(out, days.ptr[k] == '\n' ? ' ' : days.ptr[k]);
            if (t->why) buf_printf(out, "  (%s)", t->why);
        }
        buf_byte(out, '\n');
    }
}

static int run_when(const command *self, options *o)
{
    if (o->n_inputs && !o->date) return say_usage(self, "when wants --date YYYY-MM-DD, the day from which to reckon");
    return look_up(self, o, ENGINE_WHEN, tell_times);
}

const command cmd_actor = {
    "actor", "which party a phrase names", "to date model data places",
    "  dateline actor 'four Saudi men'\n"
    "  dateline actor 'the Foreign Minister of Armenia' --date 2020-10-01   # as it was on that day\n", run_actor};
const command cmd_place = {
    "place", "which places a name may mean, best first", "to near model data places",
    "  dateline place Shusha\n"
    "  dateline place Georgia --near USA     # a country's code: prefer places in it\n", run_place};
const command cmd_when = {
    "when", "which days a phrase means", "to date model data places",
    "  dateline when 'last Friday' --date 2024-11-08\n", run_when};
