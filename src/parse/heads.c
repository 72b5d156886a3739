/* heads.c: where do sentences start, and where do lifted arcs belong?
 *
 * Sentences are what the roots span; the parser's own breaks count only through
 * the trees that they made.  A label "X||Y" means that the arc is one level or
 * more too high: its right head is the nearest Y below the present one. */
#include "parse/parse_internal.h"

typedef struct tree {
    const arc_moves *m;
    const features *token;
    uint32_t n;
    heads out;
    uint32_t *l_edge, *r_edge;          /* first and last token of the subtree          */
    uint32_t *child, *sibling, *queue;  /* children by current head, in text order      */
} tree;

/* ---- edges and sentences ---------------------------------------------------- */
static void widen(tree *t, uint32_t i)
{
    uint32_t h = t->out.head[i];
    if (t->l_edge[i] < t->l_edge[h]) t->l_edge[h] = t->l_edge[i];
    if (t->r_edge[i] > t->r_edge[h]) t->r_edge[h] = t->r_edge[i];
}

static bool heads_within(const tree *t, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (t->out.head[i] < first || t->out.head[i] > end) return false;
    return true;
}

/* Does every token have its head in its own sentence?  As spaCy asks it: a
 * head on the next sentence's first token passes. */
static bool consistent(const tree *t)
{
    uint32_t first = 0;
    for (uint32_t i = 0; i < t->n; i++) {
        if (!(i && t->out.sent_start[i]) && i != t->n - 1) continue;
        if (!heads_within(t, first, i)) return false;
        first = i;
    }
    return true;
}

static void mark_starts(tree *t)
{
    for (uint32_t i = 0; i < t->n; i++) t->out.sent_start[i] = false;
    for (uint32_t i = 0; i < t->n; i++)
        if (t->out.head[i] == i) t->out.sent_start[t->l_edge[i]] = true;
}

static void set_edges(tree *t)
{
    for (uint32_t i = 0; i < t->n; i++) t->l_edge[i] = t->r_edge[i] = i;
    for (int round = 0;; round++) {
        for (uint32_t i = 0; i < t->n; i++) widen(t, i);
        for (uint32_t i = t->n; i-- > 0;) widen(t, i);
        mark_starts(t);
        if (consistent(t) || round > 10) return;
    }
}

/* ---- lifted arcs -------------------------------------------------------------- */
static void link_child(tree *t, uint32_t i)
{
    uint32_t *at = &t->child[t->out.head[i]];
    while (*at != NO_TOKEN && *at < i) at = &t->sibling[*at];
    t->sibling[i] = *at;
    *at = i;
}

static void unlink_child(tree *t, uint32_t i)
{
    uint32_t *at = &t->child[t->out.head[i]];
    while (*at != i) at = &t->sibling[*at];
    *at = t->sibling[i];
}

static void link_children(tree *t)
{
    for (uint32_t i = 0; i < t->n; i++) t->child[i] = NO_TOKEN;
    for (uint32_t i = t->n; i-- > 0;) {
        uint32_t h = t->out.head[i];
        if (h == i) continue;
        t->sibling[i] = t->child[h];
        t->child[h] = i;
    }
}

/* Breadth first below the head of `i`: the first token with label `dep`, or
 * the head itself.  Edges are those before any arc was put down. */
static uint32_t find_below(tree *t, uint32_t i, uint16_t dep)
{
    uint32_t first = 0, end = 0;
    t->queue[end++] = t->out.head[i];
    while (first < end) {
        uint32_t q = t->queue[first++];
        for (uint32_t k = t->child[q]; k != NO_TOKEN; k = t->sibling[k]) {
            if (k < t->l_edge[q] || k > t->r_edge[q] || k == i || t->token[k].of[FEATURE_IS_SPACE]) continue;
            if (t->out.dep[k] == dep) return k;
            t->queue[end++] = k;
        }
    }
    return t->out.head[i];
}

static void put_down(tree *t, uint32_t i)
{
    const dep_label *l = &t->m->label[t->out.dep[i]];
    uint32_t head = find_below(t, i, l->below);
    t->out.dep[i] = l->plain;
    if (head == t->out.head[i]) return;
    unlink_child(t, i);
    t->out.head[i] = head;
    link_child(t, i);
}

void heads_settle(const arc_moves *m, arena *mem, const features *token, uint32_t n, heads out)
{
    tree t = {.m = m, .token = token, .n = n, .out = out};
    t.l_edge = arena_array_of(mem, uint32_t, n), t.r_edge = arena_array_of(mem, uint32_t, n);
    set_edges(&t);
    bool moved = false;
    for (uint32_t i = 0; i < n; i++) {
        if (m->label[out.dep[i]].below == ARC_NONE) continue;
        if (!moved) {
            t.child = arena_array_of(mem, uint32_t, n), t.sibling = arena_array_of(mem, uint32_t, n), t.queue = arena_array_of(mem, uint32_t, n + 1);
            link_children(&t);
            moved = true;
        }
        put_down(&t, i);
    }
    if (moved) set_edges(&t);
}
