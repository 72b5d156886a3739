/* fuzz_table.c: any bytes as a table → rows or an error with its line? */
#include "base/table.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    table t = {0};
    fail f = {0};
    arena *mem = arena_new(1 << 26);
    if (n < 1 << 20 && mem && !arena_enter(mem)) {
        str text = str_copy(mem, (str){(const char *)data, (uint32_t)n});
        int code = table_read(&t, mem, text, "fuzz.tsv", &f);
        if (code && !f.text[0]) abort();
        for (uint32_t r = 0; r < t.n_rows && !code; r++)
            for (uint32_t c = 0; c <= t.n_columns; c++)
                if (table_cell(&t, r, c).len > text.len) abort();
    }
    arena_free(mem);
    return 0;
}
