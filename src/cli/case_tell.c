/* case_tell.c: what did the program find, in the words of a case? */
#include "cli/case.h"
#include "out/out.h"

static void put_indent(buf *out, uint32_t depth)
{
    for (uint32_t i = 0; i < depth; i++) buf_add(out, S("  "));
}

static void put_party(buf *out, const party *p)
{
    buf_add(out, str_of(p->code[0] ? p->code : "---"));
    for (int i = 0; i < MAX_SECTORS && p->sector[i][0]; i++) buf_printf(out, "/%s", p->sector[i]);
    if (!is_code(p->code) && p->text.len) buf_printf(out, "\"" STR_FMT "\"", STR_ARG(p->text));
}

static void put_parties(buf *out, const parties *list)
{
    if (!list->n) buf_byte(out, '-');
    for (uint32_t i = 0; i < list->n; i++) {
        if (i) buf_byte(out, '+');
        put_party(out, &list->at[i]);
    }
}

static void put_days(buf *out, day first, day last)
{
    str from = day_print(out->mem, first), to = day_print(out->mem, last);
    if (str_eq(from, to)) buf_add(out, from);
    else buf_printf(out, STR_FMT ".." STR_FMT, STR_ARG(from), STR_ARG(to));
}

static void put_when(buf *out, const event *e)
{
    buf_add(out, S("  when "));
    if (e->first == DAY_NONE && e->last == DAY_NONE) buf_add(out, S("unstated"));
    else put_days(out, e->first, e->last);
}

static void put_where(buf *out, const doc *d, const event *e)
{
    for (uint32_t i = 0; i < e->where.n; i++) {
        const place *p = &d->places.at[e->where.at[i]];
        buf_printf(out, "%s\"" STR_FMT "\"", i ? "+" : "  where ", STR_ARG(p->name.len ? p->name : doc_words(d, p->tok)));
    }
}

static void tell_event(buf *out, const doc *d, const event *e, uint32_t depth)
{
    put_indent(out, depth);
    put_parties(out, &e->actor);
    buf_printf(out, " %s%s%s ", e->type, e->mode ? "/" : "", e->mode ? e->mode : "");
    put_parties(out, &e->recipient);
    put_when(out, e);
    put_where(out, d, e);
    buf_printf(out, "  status %s  trigger \"" STR_FMT "\"", status_name(e->status), STR_ARG(doc_words(d, e->trigger)));
    if (e->same_as != NONE) buf_add(out, S("  retold yes"));
    buf_byte(out, '\n');
}

/* The sources as nested lines, outermost first, but those that the event before has in common. */
static void tell_chain(buf *out, const parties *chain, const parties *before)
{
    bool common = true;
    for (uint32_t i = 0; i < chain->n; i++) {
        const party *p = &chain->at[chain->n - 1 - i];
        const party *q = before && i < before->n ? &before->at[before->n - 1 - i] : NULL;
        common = common && q && strcmp(p->code, q->code) == 0 && str_eq(p->text, q->text) && p->tok.first == q->tok.first;
        if (common) continue;
        put_indent(out, i);
        put_party(out, p);
        buf_add(out, S(" says\n"));
    }
}

static void tell_events(buf *out, const doc *d)
{
    for (uint32_t i = 0; i < d->events.n; i++) {
        const event *e = &d->events.at[i];
        tell_chain(out, &e->according_to, i ? &d->events.at[i - 1].according_to : NULL);
        tell_event(out, d, e, e->according_to.n);
    }
}

static void tell_times(buf *out, const doc *d)
{
    for (uint32_t i = 0; i < d->times.n; i++) {
        const timex *t = &d->times.at[i];
        buf_printf(out, "time \"" STR_FMT "\" = " STR_FMT, STR_ARG(str_slice(d->text, t->span.first, t->span.end)), STR_ARG(t->value));
        if (t->first != DAY_NONE || t->last != DAY_NONE)
            buf_printf(out, " " STR_FMT ".." STR_FMT, STR_ARG(day_print(out->mem, t->first)), STR_ARG(day_print(out->mem, t->last)));
        buf_byte(out, '\n');
    }
}

static void tell_places(buf *out, const doc *d)
{
    for (uint32_t i = 0; i < d->places.n; i++) {
        const place *p = &d->places.at[i];
        buf_printf(out, "place \"" STR_FMT "\" = ", STR_ARG(doc_words(d, p->tok)));
        if (p->name.len) buf_printf(out, "\"" STR_FMT "/%s\"\n", STR_ARG(p->name), p->country);
        else buf_add(out, S("?\n"));
    }
}

static void tell_actors(buf *out, const doc *d)
{
    for (uint32_t i = 0; i < d->actors.n; i++) {
        const actor *a = &d->actors.at[i];
        buf_printf(out, "actor \"" STR_FMT "\" = %s", STR_ARG(doc_words(d, a->tok)), a->code[0] ? a->code : "---");
        for (int k = 0; k < MAX_SECTORS && a->sector[k][0]; k++) buf_printf(out, " %s", a->sector[k]);
        buf_byte(out, '\n');
    }
}

static void put_pieces(buf *out, const doc *d, const ranges *list)
{
    if (!list->n) buf_byte(out, '-');
    for (uint32_t i = 0; i < list->n; i++) {
        buf_add(out, i ? S(" ") : S("\""));
        buf_add(out, doc_words(d, list->at[i]));
    }
    if (list->n) buf_byte(out, '"');
}

static void tell_said(buf *out, const doc *d)
{
    for (uint32_t i = 0; i < d->attributions.n; i++) {
        const attribution *a = &d->attributions.at[i];
        buf_add(out, S("said "));
        put_pieces(out, d, &a->source);
        buf_add(out, S(" | "));
        put_pieces(out, d, &a->cue);
        buf_add(out, S(" | "));
        put_pieces(out, d, &a->content);
        buf_printf(out, " | %s %s\n", said_name(a->kind), stance_name(a->stance));
    }
}

static void tell_published(buf *out, const doc *d)
{
    str shown = day_print(out->mem, d->article.published);
    buf_printf(out, "published " STR_FMT " %s\n", STR_ARG(shown.len ? shown : S("-")), published_name(d->article.basis));
}

void case_tell(buf *out, const doc *d, want_kind kind)
{
    switch (kind) {
    case WANT_EVENT:
    case WANT_ONLY: tell_events(out, d); break;
    case WANT_TIME: tell_times(out, d); break;
    case WANT_PLACE: tell_places(out, d); break;
    case WANT_ACTOR: tell_actors(out, d); break;
    case WANT_SAID: tell_said(out, d); break;
    case WANT_PUBLISHED: tell_published(out, d); break;
    case WANT_KINDS: break;
    }
}
