/* Which noun tells an act again that was told before? */
#include "ruled.h"

static bool failed;

/* The index of the first telling for `noun`, "-" for none.  Oslo's raid was told before. */
static void tells(const char *text, const char *noun, const char *wanted)
{
    doc *d = told(text, "raided=raid", "");
    senses s = ruled_senses(d);
    static const type_info assault = {"ASSAULT", "MATERIAL CONFLICT", "190"};
    buf b = {.mem = d->mem};
    roles nobody = {0};
    uint32_t i = told_at(d, noun);
    s.at[i].type = &assault;
    event *ev = array_add(d->mem, d->events);
    ev->type = "ASSAULT";
    ev->trigger = (range){told_at(d, "raided"), told_at(d, "raided") + 1};
    array_push(d->mem, ev->actor, ((party){.actor = NONE, .code = "NOR"}));
    uint32_t before = again_find(d, &s, i, &nobody);
    buf_printf(&b, before == NONE ? "-" : "%u", before);
    failed |= !told_same(d, buf_str(&b), wanted);
    doc_free(d);
}

#define TOLD "Oslo/NNP/nsubj/2 raided/VBD/ROOT/0 Rome/NNP/dobj/2\n"

int main(void)
{
    arena *mem = arena_new(0);
    if (!mem || arena_enter(mem)) return 1;
    ruled(mem, "never.rules", "");
    tells(TOLD "the/DT/det/2 raid/NN/nsubj/3 came/VBD/ROOT/0", "raid", "0");
    tells(TOLD "a/DT/det/2 raid/NN/nsubj/3 came/VBD/ROOT/0", "raid", "-");
    tells(TOLD "men/NNS/nsubj/2 left/VBD/ROOT/0 after/IN/prep/2 the/DT/det/5 raid/NN/pobj/3", "raid", "0");
    tells(TOLD "men/NNS/nsubj/2 condemned/VBD/ROOT/0 the/DT/det/4 raid/NN/dobj/2", "raid", "-"); /* their word is another act */
    tells(TOLD "the/DT/det/3 civil/JJ/amod/3 war/NN/nsubj/4 came/VBD/ROOT/0", "war", "-");
    arena_free(mem);
    return failed;
}
