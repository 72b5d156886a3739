/* sides.c: how does a text read with these two sides, and with the sides swapped? */
#include "cli/sides.h"

/* The word for a side: "A adjective" → column "adjective", before or behind its bar. */
static bool find_word(const table *pairs, uint32_t row, bool swapped, str slot, str *word)
{
    if (slot.len < 3 || slot.ptr[1] != ' ' || (slot.ptr[0] != 'A' && slot.ptr[0] != 'B')) return false;
    char column[32];
    str form = str_slice(slot, 2, slot.len), first;
    if (form.len >= sizeof column) return false;
    memcpy(column, form.ptr, form.len);
    column[form.len] = 0;
    uint32_t c = table_column(pairs, column);
    if (c == pairs->n_columns) return false;
    *word = table_cell(pairs, row, c);
    str_cut(word, '|', &first);
    if ((slot.ptr[0] == 'A') != swapped) *word = first;
    return true;
}

str sides_put(arena *mem, str text, const table *pairs, uint32_t row, bool swapped)
{
    buf out = {.mem = mem};
    str word;
    while (text.len) {
        uint32_t open = str_find(text, S("{")), close = open + str_find(str_slice(text, open, text.len), S("}"));
        buf_add(&out, str_slice(text, 0, open));
        if (open == text.len) break;
        str slot = str_slice(text, open + 1, close);
        if (close < text.len && find_word(pairs, row, swapped, slot, &word)) {
            buf_add(&out, word);
            text = str_slice(text, close + 1, text.len);
        } else {
            buf_byte(&out, '{');
            text = str_slice(text, open + 1, text.len);
        }
    }
    return buf_str(&out);
}
