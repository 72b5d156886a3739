/* Does the parser's state change as the moves say, and which are allowed? */
#include "parse/parse_internal.h"
#include <assert.h>
#include <stdio.h>
#include <string.h>

static const move MOVES[] = {{ARC_SHIFT, ""}, {ARC_REDUCE, ""}, {ARC_LEFT, "nsubj"}, {ARC_LEFT, "advmod||ccomp"}, {ARC_RIGHT, "dobj"}, {ARC_RIGHT, "nsubj"}, {ARC_BREAK, "ROOT"}};
enum { SHIFT, REDUCE, L_NSUBJ, L_LIFTED, R_DOBJ, R_NSUBJ, BREAK, N_MOVES };

static arc_moves m;
static state s;

/* "S" shift, "R" reduce, "A" left or right arcs, "B" break. */
static void allowed(const char *expected)
{
    class_range r[4];
    char got[8];
    uint32_t n = arc_moves_allowed(&m, &s, r), at = 0, previous = 0;
    for (uint32_t i = 0; i < n; i++) {
        assert(r[i].first >= previous && r[i].end > r[i].first);
        previous = r[i].end;
        for (uint32_t c = r[i].first; c < r[i].end; c++)
            if (c <= L_NSUBJ || c == BREAK) got[at++] = "SRA...B"[c];
    }
    got[at] = 0;
    assert(strcmp(got, expected) == 0);
}

static void slots(uint32_t b0, uint32_t b1, uint32_t s0, uint32_t s1, uint32_t s2, uint32_t l_b0, uint32_t l_s0, uint32_t r_s0)
{
    uint32_t got[MAX_SLOTS], right[] = {b0, b1, s0, s1, s2, l_b0, l_s0, r_s0};
    arc_moves_slots(&s, got);
    assert(memcmp(got, right, sizeof right) == 0);
}

static void reads_classes(arena *mem)
{
    fail f;
    assert(arc_moves_read(&m, mem, MOVES, N_MOVES, &f) == FAIL_OK);
    assert(m.shift == 0 && m.reduce == 1 && m.arcs.first == 2 && m.right == 4 && m.arcs.end == 6 && m.cut == 6);
    assert(m.dep[L_NSUBJ] == m.dep[R_NSUBJ] && strcmp(m.label[ARC_ROOT].text, "ROOT") == 0);
    const dep_label *lifted = &m.label[m.dep[L_LIFTED]];
    assert(strcmp(m.label[lifted->plain].text, "advmod") == 0 && strcmp(m.label[lifted->below].text, "ccomp") == 0);
    assert(m.label[m.dep[R_DOBJ]].below == ARC_NONE);
    arc_moves bad;
    assert(arc_moves_read(&bad, mem, MOVES + 1, N_MOVES - 1, &f) == FAIL_FORMAT);
    assert(arc_moves_read(&bad, mem, MOVES, N_MOVES - 1, &f) == FAIL_FORMAT);
}

#define NO NO_TOKEN

static void walks_through(void)
{
    state_begin(&s, 5);                                                            /* She saw it . Then */
    allowed("SB"), slots(0, 1, NO, NO, NO, NO, NO, NO);
    arc_moves_apply(&m, &s, SHIFT);
    allowed("SRAB"), slots(1, 2, 0, NO, NO, NO, NO, NO);
    arc_moves_apply(&m, &s, L_NSUBJ);                                              /* She ← saw        */
    allowed("SB"), slots(1, 2, NO, NO, NO, 0, NO, NO);
    arc_moves_apply(&m, &s, SHIFT);
    arc_moves_apply(&m, &s, R_DOBJ);                                               /* saw → it         */
    slots(3, 4, 2, 1, NO, NO, NO, NO);
    arc_moves_apply(&m, &s, REDUCE);
    slots(3, 4, 1, NO, NO, NO, 0, 2);
    arc_moves_apply(&m, &s, BREAK);
    allowed("SRA");
    arc_moves_apply(&m, &s, R_NSUBJ);                                              /* saw → .          */
    allowed("R"), slots(4, NO, 3, 1, NO, NO, NO, NO);                              /* Then starts a sentence: no shift, no arc */
    arc_moves_apply(&m, &s, REDUCE), arc_moves_apply(&m, &s, REDUCE);
    allowed("S");
    arc_moves_apply(&m, &s, SHIFT);
    allowed("R");
    arc_moves_apply(&m, &s, REDUCE);
    assert(state_done(&s));
    assert(s.head[0] == 1 && s.head[1] == NO && s.head[2] == 1 && s.head[3] == 1 && s.head[4] == NO);
}

static void puts_back(void)
{
    state_begin(&s, 3);
    arc_moves_apply(&m, &s, SHIFT), arc_moves_apply(&m, &s, SHIFT);
    arc_moves_apply(&m, &s, REDUCE);                                               /* 1 has no head: back to the text */
    slots(1, 2, 0, NO, NO, NO, NO, NO), allowed("RAB");
    assert(state_waiting(&s) == 2);
    arc_moves_apply(&m, &s, L_NSUBJ);                                              /* a left arc to it lets it shift again */
    slots(1, 2, NO, NO, NO, 0, NO, NO), allowed("SB");
    arc_moves_apply(&m, &s, SHIFT), arc_moves_apply(&m, &s, R_DOBJ);
    arc_moves_apply(&m, &s, REDUCE), arc_moves_apply(&m, &s, REDUCE);
    assert(state_done(&s));
}

static void replaces_a_head(void)
{
    state_begin(&s, 4);
    arc_moves_apply(&m, &s, SHIFT), arc_moves_apply(&m, &s, R_DOBJ), arc_moves_apply(&m, &s, L_NSUBJ);  /* 0 → 1, then 1 ← 2 */
    assert(s.head[1] == 2);
    slots(2, 3, 0, NO, NO, 1, NO, NO);
}

int main(void)
{
    arena *mem = arena_new(0);
    if (arena_enter(mem)) return 1;
    reads_classes(mem);
    s = state_new(mem, 5);
    walks_through(), puts_back(), replaces_a_head();
    arena_free(mem);
    puts("state: ok");
}
