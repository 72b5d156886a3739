/* Is an act told twice one act, and are two acts two? */
#include "ruled.h"

static bool failed;

/* Two events, on the words "raid" and `second`, that agree in all. */
static doc *twice(const char *second)
{
    arena *mem = arena_new(0);
    assert(mem && !arena_enter(mem));
    doc *d = told(str_printf(mem, "raid x %s", second).ptr, "raided=raid", "");
    arena_free(mem);
    for (uint32_t k = 0; k < 3; k++) array_push(d->mem, d->places, ((place){.name = k == 1 ? S("Bern") : S("Rome"), .kind = "city", .why = "test"}));
    for (uint32_t k = 0; k < 2; k++) {
        event ev = {.type = "ASSAULT", .trigger = {2 * k, 2 * k + 1}, .same_as = NONE, .basis = BASIS_STATED, .first = 100, .last = 101};
        array_push(d->mem, ev.actor, ((party){.code = "NOR"}));
        array_push(d->mem, ev.recipient, ((party){.code = "ITA"}));
        array_push(d->mem, ev.where, 0);
        array_push(d->mem, d->events, ev);
    }
    return d;
}

static void one_act(const char *name, doc *d, bool wanted)
{
    merge_events(d);
    bool one = d->events.at[1].same_as == 0;
    if (one != wanted || d->events.at[0].same_as != NONE) fprintf(stderr, "%s: wanted %s\n", name, wanted ? "one act" : "two");
    failed |= one != wanted || d->events.at[0].same_as != NONE;
    doc_free(d);
}

/* `change` is a statement on the later event `e` of two alike. */
#define WITH(second, wanted, change)                 \
    do {                                             \
        doc *d = twice(second);                      \
        event *e = &d->events.at[1];                 \
        change;                                      \
        one_act(second ": " #change, d, wanted);     \
    } while (0)

static void three_tellings(void)
{
    doc *d = twice("raid");
    array_push(d->mem, d->events, d->events.at[0]);
    merge_events(d);
    failed |= d->events.at[1].same_as != 0 || d->events.at[2].same_as != 0; /* always the first telling */
    doc_free(d);
}

int main(void)
{
    WITH("raided", true, (void)e);
    WITH("bombs", false, (void)e);
    WITH("raid", false, e->type = "COERCE");
    WITH("raid", false, e->status = STATUS_DENIED);
    WITH("raid", false, e->first = 99);
    WITH("raid", true, e->basis = BASIS_UNSTATED; e->first = e->last = DAY_NONE);
    WITH("raid", false, memcpy(e->actor.at[0].code, "FRA", 4));
    WITH("raid", false, memcpy(e->recipient.at[0].code, "FRA", 4));
    WITH("raid", false, memcpy(e->actor.at[0].code, "---", 4); memcpy(d->events.at[0].actor.at[0].code, "---", 4)); /* two unknown parties */
    WITH("raid", true, e->recipient.n = 0);
    WITH("raid", false, e->actor.n = 0);
    WITH("raid", false, e->where.at[0] = 1);
    WITH("raid", true, e->where.at[0] = 2); /* another mention of one place */
    WITH("raid", true, e->where.n = 0);
    WITH("bombs", true, e->basis = d->events.at[0].basis = BASIS_NAMED); /* "the war" by its name */
    WITH("bombs", false, e->basis = d->events.at[0].basis = BASIS_NAMED; e->last = 200);
    three_tellings();
    if (!failed) puts("ok");
    return failed;
}
