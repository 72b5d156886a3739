/* marks.c: what stands on which words of an article's parse? */
#include "out/export.h"

static void add(marks *out, arena *mem, kept_span at, str text)
{
    if (at.start < 0 || at.end <= at.start) return;
    array_push(mem, *out, (mark){at, text});
}

static void add_parties(marks *out, arena *mem, const kept *e, const char *role, const kept_parties *list)
{
    for (uint32_t i = 0; i < list->n; i++) add(out, mem, list->at[i].span, str_printf(mem, "%s=" STR_FMT, role, STR_ARG(e->id)));
}

void marks_of(marks *out, const kept_whole *w, arena *mem)
{
    for (uint32_t i = 0; i < w->event.n; i++) {
        const kept *e = &w->event.at[i];
        add(out, mem, e->trigger_span, str_printf(mem, "Event=" STR_FMT ":" STR_FMT, STR_ARG(e->id), STR_ARG(e->type)));
        add_parties(out, mem, e, "Actor", &e->actor);
        add_parties(out, mem, e, "Recipient", &e->recipient);
        add_parties(out, mem, e, "Source", &e->source);
        for (uint32_t k = 0; k < e->place.n; k++) add(out, mem, e->place.at[k].span, str_printf(mem, "Place=" STR_FMT, STR_ARG(e->id)));
        add(out, mem, e->when_span, str_printf(mem, "When=" STR_FMT, STR_ARG(e->id)));
    }
}
