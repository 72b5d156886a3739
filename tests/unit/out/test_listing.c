/* Does the table fit its width and keep every word?  A document made by hand, no model needed. */
#include "out/out.h"
#include "base/utf8.h"
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

static const char text[] = "The ministry said Armenian forces shelled the city of Ganja in October 2020";

static void add_words(doc *d)
{
    str rest = d->text, word;
    while (str_word(&rest, &word)) {
        token *t = array_add(d->mem, d->tokens);
        t->text = word;
        t->start = (uint32_t)(word.ptr - d->text.ptr);
        t->end = t->start + word.len;
    }
}

static party named(const char *words, const char *code, const char *sector, range tok)
{
    party p = {.actor = NONE, .text = str_of(words), .tok = tok};
    snprintf(p.code, sizeof p.code, "%s", code);
    snprintf(p.sector[0], sizeof p.sector[0], "%s", sector);
    return p;
}

static void add_event(doc *d, bool claimed)
{
    event *e = array_add(d->mem, d->events);
    snprintf(e->id, sizeof e->id, "%016x", (unsigned)d->events.n);
    e->type = "ASSAULT";
    e->mode = "heavy-weapons";
    e->quad = "MATERIAL CONFLICT";
    e->cameo = "194";
    array_push(d->mem, e->actor, named("Armenian forces", "ARM", "MIL", (range){3, 5}));
    array_push(d->mem, e->recipient, named("", "AZE", "", (range){0, 0}));
    if (claimed) array_push(d->mem, e->according_to, named("The ministry", "AZE", "GOV", (range){0, 2}));
    e->first = claimed ? day_of(2020, 10, 1) : DAY_NONE;
    e->last = claimed ? day_of(2020, 10, 31) : DAY_NONE;
    e->trigger = (range){5, 6};
    e->evidence = (range){3, 13};
    array_push(d->mem, e->where, 0);
    e->same_as = NONE;
    e->confidence = 0.8;
}

static doc *make(void)
{
    doc *d = doc_new();
    if (!d || arena_enter(d->mem)) abort();
    d->article.id = S("example\033[31m");
    d->article.given = d->text = S(text);
    doc_index_points(d);
    add_words(d);
    array_push(d->mem, d->places, (place){.tok = {9, 10}, .name = S("Ganja"), .country = "AZE", .lat = 40.68, .lon = 46.36, .kind = "city"});
    add_event(d, true);
    add_event(d, false);
    return d;
}

static void fits(doc *d, uint32_t width)
{
    buf out = {.mem = d->mem};
    listing_document(&out, d, (listing_style){.width = width});
    str rest = buf_str(&out), line;
    while (str_cut(&rest, '\n', &line)) assert(utf8_count(line) <= width);
}

static void holds(str whole, const char *part)
{
    if (str_find(whole, str_of(part)) < whole.len) return;
    fprintf(stderr, "no \"%s\" in:\n" STR_FMT, part, STR_ARG(whole));
    abort();
}

static void days_are(day first, day last, const char *wanted)
{
    arena *mem = arena_new(0);
    if (!mem || arena_enter(mem)) abort();
    assert(str_is(listing_days(mem, first, last), wanted));
    arena_free(mem);
}

int main(void)
{
    doc *d = make();
    if (arena_enter(d->mem)) return 1;
    buf out = {.mem = d->mem}, record = {.mem = d->mem};
    listing_document(&out, d, (listing_style){.width = 120});
    str whole = buf_str(&out);
    holds(whole, "2020-10");
    holds(whole, "ARM/MIL");
    holds(whole, "The ministry");
    holds(whole, "unknown");
    assert(str_find(whole, S("\033")) == whole.len);
    for (uint32_t width = 70; width < 140; width += 7) fits(d, width);
    jsonl_event(&record, d, &d->events.at[0]);
    holds(buf_str(&record), "\"according_to\":[{\"text\":\"The ministry\",\"name\":null,\"code\":\"AZE\",\"sector\":[\"GOV\"],\"cue\":null");
    holds(buf_str(&record), "\"when\":{\"text\":null,\"start\":\"2020-10-01\",\"end\":\"2020-10-31\"");
    holds(buf_str(&record), "\"trigger\":{\"text\":\"shelled\",\"span\":[34,41]}");
    days_are(DAY_NONE, DAY_NONE, "unknown");
    days_are(day_of(2020, 1, 1), day_of(2020, 12, 31), "2020");
    days_are(day_of(1991, 1, 1), day_of(2020, 12, 31), "1991 to\n2020");
    days_are(DAY_NONE, day_of(2020, 12, 31), "until\n2020-12-31");
    days_are(day_of(2020, 9, 27), day_of(2020, 11, 10), "2020-09-27 to\n2020-11-10");
    if (getenv("SHOW")) printf(STR_FMT, STR_ARG(whole));
    doc_free(d);
    return 0;
}
