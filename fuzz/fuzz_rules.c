/* fuzz_rules.c: any bytes as a rule file → rules or an error with its line? */
#include "base/rules.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    rules all = {0};
    fail f = {0};
    arena *mem = arena_new(1 << 26);
    if (n < 1 << 20 && mem && !arena_enter(mem)) {
        str text = str_copy(mem, (str){(const char *)data, (uint32_t)n});
        int code = rules_read(&all, mem, text, "fuzz.rules", &f);
        if (code && !f.line) abort();
        for (uint32_t i = 0; i < all.n && !code; i++) {
            const rule *r = &all.at[i];
            if (!r->line || !r->kind.len || !r->why) abort();
            for (uint32_t k = 0; k < r->n_fields; k++)
                if (!r->field[k].line || !r->field[k].name.len) abort();
        }
    }
    arena_free(mem);
    return 0;
}
