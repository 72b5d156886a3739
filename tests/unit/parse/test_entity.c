/* Do names open, go on and close where they may?  A net whose scores are the
 * same in every state shows which moves were allowed. */
#include "parse/parse_internal.h"
#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { N = 8, ROW = HIDDEN * HALVES };
static const move MOVES[] = {{NAME_BEGIN, "ORG"}, {NAME_BEGIN, "GPE"}, {NAME_IN, "GPE"}, {NAME_IN, "ORG"}, {NAME_LAST, "ORG"}, {NAME_LAST, "GPE"},
                             {NAME_UNIT, "GPE"}, {NAME_UNIT, ""}, {NAME_UNIT, "ORG"}, {NAME_OUT, ""}};
enum { B_ORG, B_GPE, I_GPE, I_ORG, L_ORG, L_GPE, U_GPE, U_NONE, U_ORG, OUT, N_MOVES };

/* `best`: classes from the best score down; expected: iob, one letter a token. */
static void decodes(arena *mem, const uint32_t *best, uint32_t n_best, uint32_t space, uint32_t start, const char *iob, const char *label)
{
    static const float zero[3 * ROW * HIDDEN];
    float b[N_MOVES] = {0}, projected[N * HIDDEN] = {0};
    for (uint32_t i = 0; i < n_best; i++) b[best[i]] = (float)(N_MOVES - i);
    linear_weights none = {zero, zero, WIDTH, HIDDEN}, upper = {zero, b, HIDDEN, N_MOVES};
    scorer *s = scorer_new(&(scorer_weights){none, zero, zero, zero, 3, upper}, 1, ARITH_BEST);
    scorer_view *v = scorer_view_new(s);
    entity_moves m;
    assert(entity_moves_read(&m, mem, MOVES, N_MOVES, NULL) == FAIL_OK);
    features token[N] = {0};
    bool sent_start[N] = {true};
    if (space < N) token[space].of[FEATURE_IS_SPACE] = 1;
    if (start < N) sent_start[start] = true;
    char got[N + 1] = {0};
    uint16_t name[N];
    scorer_look(v, projected, N);
    entity_decode(&m, v, token, N, sent_start, got, name);
    assert(strcmp(got, iob) == 0);
    for (uint32_t i = 0; i < N; i++) assert(strcmp(m.text[name[i]], got[i] == 'O' ? "" : label) == 0);
    scorer_view_free(v), scorer_free(s);
}
#define BEST(...) (const uint32_t[]){__VA_ARGS__}, sizeof((uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t)

int main(void)
{
    arena *mem = arena_new(0);
    if (arena_enter(mem)) return 1;
    decodes(mem, BEST(OUT, U_ORG), N, N, "OOOOOOOO", "");
    decodes(mem, BEST(U_NONE, U_GPE), N, N, "BBBBBBBB", "GPE");          /* the unlabelled unit is never made    */
    decodes(mem, BEST(U_ORG), 2, N, "BBOBBBBB", "ORG");                  /* white space begins nothing           */
    decodes(mem, BEST(B_ORG, L_GPE, I_ORG, U_ORG), N, N, "BIIIIIII", "ORG"); /* inside ORG there is no L-GPE     */
    decodes(mem, BEST(B_GPE, L_GPE, OUT), N, N, "BIBIBIBI", "GPE");
    decodes(mem, BEST(B_GPE, I_GPE, L_GPE, OUT), 4, 6, "BIIIIIBI", "GPE"); /* closes before a sentence; white space inside is fine */
    decodes(mem, BEST(B_GPE, L_GPE, OUT), N, 1, "OBIBIBIO", "GPE");      /* no begin at a sentence's last token  */
    entity_moves m;
    fail f;
    assert(entity_moves_read(&m, mem, MOVES, N_MOVES - 1, &f) == FAIL_FORMAT);
    assert(entity_moves_read(&m, mem, MOVES + 2, N_MOVES - 2, &f) == FAIL_OK);
    assert(entity_moves_read(&m, mem, (move[]){{NAME_BEGIN, "ORG"}, {NAME_OUT, ""}}, 2, &f) == FAIL_FORMAT);
    arena_free(mem);
    puts("entity: ok");
}
