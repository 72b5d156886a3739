/* state.c: what does the parser know while it reads a text?
 *
 * A stack of tokens that still may get arcs, the tokens that wait (first those
 * put back, then the rest of the text), and the arcs made so far.  Children of
 * a head are chained from the latest added to the earliest, left and right
 * ones apart. */
#include "parse/parse_internal.h"
#include <string.h>

state state_new(arena *mem, uint32_t most)
{
    state s = {0};
    s.stack = arena_array_of(mem, uint32_t, most), s.back = arena_array_of(mem, uint32_t, most);
    s.head = arena_array_of(mem, uint32_t, most), s.dep = arena_array_of(mem, uint16_t, most);
    s.left = arena_array_of(mem, uint32_t, most), s.right = arena_array_of(mem, uint32_t, most);
    s.before = arena_array_of(mem, uint32_t, most), s.marks = arena_array_of(mem, uint8_t, most);
    return s;
}

void state_begin(state *s, uint32_t n)
{
    s->n = n, s->next = s->n_stack = s->n_back = 0;
    for (uint32_t i = 0; i < n; i++) s->head[i] = s->left[i] = s->right[i] = NO_TOKEN;
    memset(s->marks, 0, n);
    if (n) s->marks[0] = STATE_START;
}

uint32_t state_waiting(const state *s) { return s->n - s->next + s->n_back; }
bool state_done(const state *s) { return s->n_stack == 0 && state_waiting(s) == 0; }

uint32_t state_buffer(const state *s, uint32_t i)
{
    if (i < s->n_back) return s->back[s->n_back - 1 - i];
    uint32_t token = s->next + (i - s->n_back);
    return token < s->n ? token : NO_TOKEN;
}

uint32_t state_stack(const state *s, uint32_t i) { return i < s->n_stack ? s->stack[s->n_stack - 1 - i] : NO_TOKEN; }

void state_push(state *s) { s->stack[s->n_stack++] = s->n_back ? s->back[--s->n_back] : s->next++; }
void state_pop(state *s) { s->n_stack--; }

void state_unshift(state *s)
{
    uint32_t top = s->stack[--s->n_stack];
    s->marks[top] |= STATE_UNSHIFTABLE;
    s->back[s->n_back++] = top;
}

/* A token on the stack that has a head has it right below, so a child that is
 * taken away is always the latest of its head. */
void state_arc(state *s, uint32_t head, uint32_t child, uint16_t dep)
{
    uint32_t old = s->head[child];
    if (old != NO_TOKEN) {
        uint32_t *list = old > child ? &s->left[old] : &s->right[old];
        if (*list == child) *list = s->before[child];
    }
    uint32_t *list = head > child ? &s->left[head] : &s->right[head];
    s->before[child] = *list;
    *list = child;
    s->head[child] = head;
    s->dep[child] = dep;
}
