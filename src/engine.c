/* engine.c: a table of contents in C: which room comes when. */
#include "engine.h"
#include "base/cache.h"
#include "base/dataset.h"
#include "says/says.h"
#include "story/story.h"
#include "text/text.h"
#include "what/what.h"
#include "when/when.h"
#include <stdlib.h>

struct engine {
    arena *mem;
    unsigned rooms;
    dataset *data;
    model *language;
    parser *parse;
    says *says;
    when *when;
    where *where;
    who *who;
    what *what;
};

/* A room and all that it reads from. */
static unsigned with_needs(unsigned rooms)
{
    if (rooms == 0 || rooms & ENGINE_WHAT) return ENGINE_ALL;
    if (rooms & ENGINE_STORY) rooms |= ENGINE_SAYS | ENGINE_WHEN | ENGINE_WHO;
    if (rooms & ENGINE_WHO) rooms |= ENGINE_WHERE;
    return rooms | ENGINE_PARSE;
}

static int open_language(engine *e, const char *name, fail *f)
{
    int code = model_open(&e->language, name ? name : "en_core_web_md", f);
    return code ? code : parser_open(&e->parse, e->language, f);
}

static int open_rooms(engine *e, const engine_options *o, fail *f)
{
    int code = open_language(e, o->model, f);
    if (code || e->rooms == ENGINE_PARSE) return code;
    code = dataset_open(&e->data, e->mem, o->data_dir, f);
    if (!code && e->rooms & ENGINE_SAYS) code = says_load(&e->says, e->mem, e->data, f);
    if (!code && e->rooms & ENGINE_WHEN) code = when_load(&e->when, e->mem, e->data, f);
    if (!code && e->rooms & ENGINE_WHERE) {
        const char *places = o->places ? o->places : cache_path(e->mem, "places.bin");
        code = where_load(&e->where, e->mem, e->data, places, f);
    }
    if (!code && e->rooms & ENGINE_WHO) code = who_load(&e->who, e->mem, e->data, f);
    if (!code && e->rooms & ENGINE_WHAT) code = what_load(&e->what, e->mem, e->data, f);
    return code;
}

int engine_open(engine **out, const engine_options *o, fail *f)
{
    arena *mem = arena_new(0);
    engine *e = mem ? calloc(1, sizeof *e) : NULL;
    if (!e) {
        arena_free(mem);
        return fail_set(f, FAIL_MEMORY, "", 0, "no memory");
    }
    e->mem = mem;
    e->rooms = with_needs(o->rooms);
    int code = arena_enter(mem) ? fail_set(f, FAIL_MEMORY, "", 0, "no memory for the data") : open_rooms(e, o, f);
    if (code) {
        engine_close(e);
        e = NULL;
    }
    *out = e;
    return code;
}

void engine_close(engine *e)
{
    if (!e) return;
    if (e->where) where_close(e->where);
    if (e->parse) parser_close(e->parse);
    if (e->language) model_close(e->language);
    arena_free(e->mem);
    free(e);
}

scratch *engine_scratch(const engine *e) { return scratch_new(e->parse); }

static void walk(const engine *e, scratch *s, doc *d, unsigned rooms)
{
    parse_fill(d, e->parse, s);
    parse_repair(d);
    if (rooms & ENGINE_SAYS) says_fill(d, e->says);
    if (rooms & ENGINE_WHEN) when_fill(d, e->when);
    if (rooms & ENGINE_WHERE) where_fill(d, e->where);
    if (rooms & ENGINE_WHO) who_fill(d, e->who);
    if (rooms & ENGINE_STORY) story_fill(d);
    if (rooms & ENGINE_WHAT) what_fill(d, e->what, e->who);
}

static int no_memory(const doc *d, fail *f)
{
    return fail_set(f, FAIL_MEMORY, "", 0, "an article of %u bytes needs more memory than there is", d->article.given.len);
}

int engine_read(const engine *e, scratch *s, doc *d, unsigned rooms, fail *f)
{
    if (arena_enter(d->mem)) return no_memory(d, f);
    int code = text_fill(d, f);
    if (!code) walk(e, s, d, with_needs(rooms) & e->rooms);
    return code;
}

int engine_parse_raw(const engine *e, scratch *s, doc *d, fail *f)
{
    if (arena_enter(d->mem)) return no_memory(d, f);
    int code = text_fill_raw(d, f);
    if (!code) parse_fill_raw(d, e->parse, s);
    return code;
}

const who *engine_who(const engine *e) { return e->who; }
const where *engine_where(const engine *e) { return e->where; }
const dataset *engine_data(const engine *e) { return e->data; }
