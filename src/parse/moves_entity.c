/* moves_entity.c: which tokens are names, and of what type?
 *
 * One decision a token, from left to right: outside, a name of one token, the
 * begin of a longer one; inside a name: it goes on or ends here.  A name does
 * not cross a sentence start, and white space neither is nor begins one. */
#include "parse/parse_internal.h"
#include <string.h>

static uint16_t label_number(entity_moves *m, const char *text)
{
    for (uint16_t i = 0; i < m->n_labels; i++)
        if (strcmp(m->text[i], text) == 0) return i;
    m->text[m->n_labels] = text;
    return (uint16_t)m->n_labels++;
}

static class_range action_range(const move *moves, uint32_t n, uint32_t action)
{
    uint32_t first = 0, end;
    while (first < n && moves[first].action < action) first++;
    for (end = first; end < n && moves[end].action == action; end++) {}
    return (class_range){first, end};
}

/* The unit classes without the one that has no label. */
static void read_units(entity_moves *m, const move *moves, class_range r)
{
    for (uint32_t i = r.first; i < r.end; i++) {
        if (!moves[i].label[0]) continue;
        if (m->n_unit && m->unit[m->n_unit - 1].end == i) m->unit[m->n_unit - 1].end++;
        else if (m->n_unit < 2) m->unit[m->n_unit++] = (class_range){i, i + 1};
    }
}

int entity_moves_read(entity_moves *out, arena *mem, const move *moves, uint32_t n, fail *f)
{
    *out = (entity_moves){0};
    out->label = arena_array_of(mem, uint16_t, n);
    out->text = arena_array_of(mem, const char *, n + 1);
    out->in = arena_array_of(mem, uint32_t, n + 1), out->last = arena_array_of(mem, uint32_t, n + 1);
    label_number(out, "");
    for (uint32_t i = 0; i < n; i++) {
        if (moves[i].action > NAME_OUT || moves[i].action == NAME_MISSING || (i && moves[i].action < moves[i - 1].action))
            return fail_set(f, FAIL_FORMAT, "", 0, "the namer's moves are not in order");
        uint16_t l = out->label[i] = label_number(out, moves[i].label);
        if (moves[i].action == NAME_IN) out->in[l] = i;
        if (moves[i].action == NAME_LAST) out->last[l] = i;
    }
    class_range outside = action_range(moves, n, NAME_OUT);
    out->begin = action_range(moves, n, NAME_BEGIN);
    out->out = outside.first;
    read_units(out, moves, action_range(moves, n, NAME_UNIT));
    bool whole = outside.end == outside.first + 1;
    for (uint32_t i = out->begin.first; i < out->begin.end; i++) whole = whole && out->in[out->label[i]] && out->last[out->label[i]];
    return whole ? FAIL_OK : fail_set(f, FAIL_FORMAT, "", 0, "the namer lacks a move to go on, to end or to stay outside");
}

/* ---- decoding ------------------------------------------------------------------ */
static uint32_t allowed_outside(const entity_moves *m, bool space, bool may_go_on, class_range out[4])
{
    uint32_t n = 0;
    if (!space && may_go_on) out[n++] = m->begin;
    for (uint32_t i = 0; !space && i < m->n_unit; i++) out[n++] = m->unit[i];
    out[n++] = (class_range){m->out, m->out + 1};
    return n;
}

static uint32_t allowed_inside(const entity_moves *m, uint16_t label, bool may_go_on, class_range out[4])
{
    uint32_t n = 0;
    if (may_go_on) out[n++] = (class_range){m->in[label], m->in[label] + 1};
    out[n++] = (class_range){m->last[label], m->last[label] + 1};
    return n;
}

void entity_decode(const entity_moves *m, scorer_view *v, const features *token, uint32_t n, const bool *sent_start, char *iob, uint16_t *name)
{
    uint32_t open = NO_TOKEN;           /* first token of the name that is open */
    for (uint32_t i = 0; i < n; i++) {
        bool may_go_on = i + 1 < n && !sent_start[i + 1], inside = open != NO_TOKEN;
        class_range allowed[4];
        uint32_t n_allowed = inside ? allowed_inside(m, name[open], may_go_on, allowed)
                                    : allowed_outside(m, token[i].of[FEATURE_IS_SPACE], may_go_on, allowed);
        uint32_t slot[MAX_SLOTS] = {i, open, inside ? i - 1 : NO_TOKEN};
        uint32_t class = scorer_best(v, slot, allowed, n_allowed);
        name[i] = class == m->out ? 0 : m->label[class];
        iob[i] = inside ? 'I' : class == m->out ? 'O' : 'B';
        if (inside) open = class == m->last[name[i]] ? NO_TOKEN : open;
        else if (class >= m->begin.first && class < m->begin.end) open = i;
    }
}
