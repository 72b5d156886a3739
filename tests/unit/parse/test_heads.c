/* Do sentences follow from the heads, and do lifted arcs find their place? */
#include "parse/parse_internal.h"
#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { ROOT, NSUBJ, CCOMP, LIFTED /* nsubj||ccomp */, DEP, N_LABELS, MOST = 12 };
static dep_label LABEL[N_LABELS] = {{"ROOT", ROOT, ARC_NONE}, {"nsubj", NSUBJ, ARC_NONE}, {"ccomp", CCOMP, ARC_NONE}, {"nsubj||ccomp", NSUBJ, CCOMP}, {"dep", DEP, ARC_NONE}};
static const arc_moves M = {.label = LABEL, .n_labels = N_LABELS};
static arena *mem;

typedef struct text { uint32_t n, head[MOST], dep[MOST], space; } text; /* space: a white-space token, or 0 */

/* Settles and compares heads and sentence starts ("1001": tokens 0 and 3 start). */
static void settles(text t, const uint32_t *head, const char *starts)
{
    uint16_t dep[MOST];
    bool start[MOST];
    features token[MOST] = {0};
    token[t.space].of[FEATURE_IS_SPACE] = t.space != 0;
    for (uint32_t i = 0; i < t.n; i++) dep[i] = (uint16_t)t.dep[i];
    heads_settle(&M, mem, token, t.n, (heads){t.head, dep, start});
    for (uint32_t i = 0; i < t.n; i++) {
        assert(t.head[i] == head[i] && LABEL[dep[i]].below == ARC_NONE);
        assert(start[i] == (starts[i] == '1'));
    }
}
#define HEADS(...) ((const uint32_t[]){__VA_ARGS__})

int main(void)
{
    mem = arena_new(0);
    if (arena_enter(mem)) return 1;
    settles((text){1, {0}, {ROOT}, 0}, HEADS(0), "1");
    settles((text){4, {1, 1, 1, 3}, {DEP, ROOT, DEP, ROOT}, 0}, HEADS(1, 1, 1, 3), "1001");
    settles((text){6, {2, 0, 2, 4, 5, 5}, {DEP, DEP, ROOT, DEP, DEP, ROOT}, 0}, HEADS(2, 0, 2, 4, 5, 5), "100100");
    /* 0 lifted to 1, whose ccomp is 3: it belongs there. */
    settles((text){4, {1, 1, 3, 1}, {LIFTED, ROOT, DEP, CCOMP}, 0}, HEADS(3, 1, 3, 1), "1000");
    /* The nearer level first: 4 is deeper than 3. */
    settles((text){5, {1, 1, 4, 1, 2}, {LIFTED, ROOT, DEP, CCOMP, CCOMP}, 0}, HEADS(3, 1, 4, 1, 2), "1000");
    /* No ccomp below: it stays, as a plain nsubj. */
    settles((text){3, {1, 1, 1}, {LIFTED, ROOT, DEP}, 0}, HEADS(1, 1, 1), "100");
    /* White space is neither found nor looked below. */
    settles((text){4, {1, 1, 1, 2}, {LIFTED, ROOT, CCOMP, CCOMP}, 2}, HEADS(1, 1, 1, 2), "1000");
    arena_free(mem);
    puts("heads: ok");
}
