/* parser.c: which token does each token depend on?
 * Greedy: in every state the allowed move with the best score is made. */
#include "parse/parse_internal.h"

void parser_decode(const arc_moves *m, scorer_view *v, state *s, arena *mem, const features *token, uint32_t n, heads out)
{
    state_begin(s, n);
    while (!state_done(s)) {
        class_range allowed[4];
        uint32_t slot[MAX_SLOTS], n_allowed = arc_moves_allowed(m, s, allowed);
        arc_moves_slots(s, slot);
        arc_moves_apply(m, s, scorer_best(v, slot, allowed, n_allowed));
    }
    for (uint32_t i = 0; i < n; i++) {
        bool root = s->head[i] == NO_TOKEN;
        out.head[i] = root ? i : s->head[i];
        out.dep[i] = root ? ARC_ROOT : s->dep[i];
    }
    heads_settle(m, mem, token, n, out);
}
