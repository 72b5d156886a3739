/* case_update.c: a golden case written anew with what the program says now. */
#include "cli/case.h"

static bool is_source(str line)
{
    return line.len > 5 && memcmp(line.ptr + line.len - 5, " says", 5) == 0;
}

/* The kind of a line that --update may write anew, or WANT_KINDS. */
static want_kind kind_of(arena *mem, str line)
{
    want w = {0};
    line = str_trim(line);
    if (!line.len || line.ptr[0] == '#') return WANT_KINDS;
    if (is_source(line)) return WANT_EVENT;
    bool renewable = case_read_want(&w, mem, line) && !w.negated && w.kind != WANT_ONLY;
    return renewable ? w.kind : WANT_KINDS;
}

void case_update(buf *out, const doc *d, const golden *g, unsigned wrong)
{
    unsigned told = 0;
    buf_add(out, g->head);
    buf_add(out, S("----\n"));
    str rest = g->tail, line;
    while (str_cut(&rest, '\n', &line)) {
        want_kind kind = kind_of(out->mem, line);
        if (kind == WANT_KINDS || !(wrong & 1u << kind)) {
            buf_add(out, line);
            buf_byte(out, '\n');
        } else if (!(told & 1u << kind)) {
            told |= 1u << kind;
            case_tell(out, d, kind);
        }
    }
}
