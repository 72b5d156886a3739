/* Do the signs of a record make it more or less sure, and does the least sure go? */
#include "ruled.h"
#include <math.h>
#include <stdio.h>

static bool failed;

static void holds(const char *claim, bool so)
{
    if (!so) printf("not so: %s\n", claim);
    failed |= !so;
}

/* An act of one party on another: "AAA attacked BBB", with an entry that is mostly right. */
static event *add_event(doc *d, uint32_t word, double sureness)
{
    event *ev = array_add(d->mem, d->events);
    ev->type = "ASSAULT";
    ev->quad = "MATERIAL CONFLICT";
    ev->trigger = ev->evidence = (range){word, word + 1};
    ev->same_as = NONE;
    ev->sureness = sureness;
    return ev;
}

static bool has_sign(const doc *d, const event *ev, const char *wanted)
{
    const char *name;
    for (uint32_t k = 0; (name = what_sign(d, ev, k)) != NULL; k++)
        if (strcmp(name, wanted) == 0) return true;
    return false;
}

int main(void)
{
    arena *mem = arena_new(0);
    dataset *data;
    fail f = {0};
    if (!mem || arena_enter(mem) || dataset_open(&data, mem, NULL, &f)) return 1;
    what w = {.mem = mem};
    holds("the weights can be read", confidence_load(&w, data, &f) == FAIL_OK);

    doc *d = told("Armenia/NNP/nsubj/2 attacked/VBD/ROOT/0 and/CC/cc/2 attacked/VBD/conj/2", "attacked=attack", "");
    uint32_t first = told_word(d, S("attacked"), 0), second = told_word(d, S("attacked"), first + 1);
    add_event(d, first, 0.9);
    add_event(d, second, 0.3);
    d->events.at[1].same_as = 0;
    confidence_fill(d, &w);
    const event *sure = &d->events.at[0], *doubtful = &d->events.at[1];
    holds("between 0 and 1", sure->confidence > 0 && sure->confidence < 1);
    holds("a surer entry makes a surer record", sure->confidence > doubtful->confidence);
    holds("no actor is a sign", has_sign(d, sure, "actor-none"));
    holds("a second telling is a sign", has_sign(d, doubtful, "told-again") && !has_sign(d, sure, "told-again"));

    d->events.at[0].confidence = 0.4;
    d->events.at[1].confidence = 0.6;
    what_keep_sure(d, 0.5);
    holds("the doubtful one goes", d->events.n == 1 && d->events.at[0].trigger.first == second);
    holds("what is left is the first telling", d->events.at[0].same_as == NONE);
    doc_free(d);
    arena_free(mem);
    return failed;
}
