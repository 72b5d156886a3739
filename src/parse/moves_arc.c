/* moves_arc.c: which moves may the parser make, and what do they do?
 *
 * The arc-eager system, made non-monotonic as in spaCy: a token without a head
 * goes back to the text when it is reduced, and a left arc may replace a head.
 *
 *     SHIFT    the next token goes on the stack
 *     REDUCE   the top is done (or goes back, if it has no head)
 *     LEFT     next → top, and the top is done
 *     RIGHT    top → next, and next goes on the stack
 *     BREAK    the token after the next one starts a sentence */
#include "parse/parse_internal.h"
#include <string.h>

/* ---- reading the model's classes ------------------------------------------ */
static uint16_t label_number(arc_moves *m, arena *mem, const char *text, size_t len)
{
    for (uint16_t i = 0; i < m->n_labels; i++)
        if (strlen(m->label[i].text) == len && memcmp(m->label[i].text, text, len) == 0) return i;
    char *copy = arena_alloc(mem, len + 1);
    memcpy(copy, text, len);
    uint16_t at = (uint16_t)m->n_labels++;
    m->label[at] = (dep_label){copy, at, ARC_NONE};
    return at;
}

static uint16_t add_label(arc_moves *m, arena *mem, const char *text)
{
    const char *bars = strstr(text, "||");
    uint16_t at = label_number(m, mem, text, strlen(text));
    if (bars) {
        uint16_t plain = label_number(m, mem, text, (size_t)(bars - text)), below = label_number(m, mem, bars + 2, strlen(bars + 2));
        m->label[at].plain = plain, m->label[at].below = below;
    }
    return at;
}

/* Classes must come as SHIFT, REDUCE, LEFT..., RIGHT..., BREAK. */
int arc_moves_read(arc_moves *out, arena *mem, const move *moves, uint32_t n, fail *f)
{
    uint32_t count[N_ARC_ACTIONS] = {0};
    for (uint32_t i = 0; i < n; i++) {
        if (moves[i].action >= N_ARC_ACTIONS || (i && moves[i].action < moves[i - 1].action))
            return fail_set(f, FAIL_FORMAT, "", 0, "the parser's moves are not those of an arc-eager parser");
        count[moves[i].action]++;
    }
    if (count[ARC_SHIFT] != 1 || count[ARC_REDUCE] != 1 || count[ARC_BREAK] != 1 || n > MAX_CLASSES)
        return fail_set(f, FAIL_FORMAT, "", 0, "the parser has %u moves, or not one each of shift, reduce and break", n);
    *out = (arc_moves){.shift = 0, .reduce = 1, .cut = n - 1, .arcs = {2, n - 1}, .right = 2 + count[ARC_LEFT]};
    out->dep = arena_array_of(mem, uint16_t, n);
    out->label = arena_array_of(mem, dep_label, 3 * n + 1);
    label_number(out, mem, "ROOT", 4);
    for (uint32_t i = out->arcs.first; i < out->arcs.end; i++) out->dep[i] = add_label(out, mem, moves[i].label);
    return FAIL_OK;
}

/* ---- moves ------------------------------------------------------------------ */
uint32_t arc_moves_allowed(const arc_moves *m, const state *s, class_range out[4])
{
    uint32_t waiting = state_waiting(s), n = 0, next = state_buffer(s, 0), after = state_buffer(s, 1);
    uint8_t marks = next == NO_TOKEN ? 0 : s->marks[next];
    bool start = marks & STATE_START;
    if (s->n_stack == 0 || (waiting >= 2 && !marks)) out[n++] = (class_range){m->shift, m->shift + 1};
    if (s->n_stack) out[n++] = (class_range){m->reduce, waiting && !start ? m->arcs.end : m->reduce + 1};
    if (waiting >= 2 && after == next + 1 && !(s->marks[after] & STATE_START)) out[n++] = (class_range){m->cut, m->cut + 1};
    return n;
}

void arc_moves_apply(const arc_moves *m, state *s, uint32_t class)
{
    uint32_t next = state_buffer(s, 0), top = state_stack(s, 0);
    if (class == m->shift) {
        state_push(s);
    } else if (class == m->reduce) {
        if (s->head[top] != NO_TOKEN || s->n_stack == 1) state_pop(s);
        else state_unshift(s);
    } else if (class == m->cut) {
        s->marks[state_buffer(s, 1)] |= STATE_START;
    } else if (class < m->right) {
        state_arc(s, next, top, m->dep[class]);
        s->marks[next] &= (uint8_t)~STATE_UNSHIFTABLE;
        state_pop(s);
    } else {
        state_arc(s, top, next, m->dep[class]);
        state_push(s);
    }
}

void arc_moves_slots(const state *s, uint32_t slot[MAX_SLOTS])
{
    uint32_t next = state_buffer(s, 0), top = state_stack(s, 0);
    slot[0] = next, slot[1] = state_buffer(s, 1);
    slot[2] = top, slot[3] = state_stack(s, 1), slot[4] = state_stack(s, 2);
    slot[5] = next == NO_TOKEN ? NO_TOKEN : s->left[next];
    slot[6] = top == NO_TOKEN ? NO_TOKEN : s->left[top];
    slot[7] = top == NO_TOKEN ? NO_TOKEN : s->right[top];
}
