/* meant.c: which party may have been meant by a name that is no code?
 *
 * Tables are asked in a fixed order, countries first, and the first row that is
 * nearest is taken; of a person's times the last.  In a name of four or five letters one
 * may be wrong, in a longer one two, from ten on three.
 */
#include "store/meant.h"
#include "base/near.h"
#include "base/table.h"
#include "base/utf8.h"
#include <stdio.h>

enum { LONGEST = 60, TABLES = 32 };

typedef struct match { str code, sector, name, office, from; unsigned wrong; bool found; } match;
typedef struct search { arena *mem; const char *wanted; match best; } search;

static unsigned allowed(const char *name)
{
    size_t n = strlen(name);
    return n < 4 ? 0 : n < 6 ? 1 : n < 10 ? 2 : 3;
}

static unsigned distance(const search *s, str name)
{
    str folded = utf8_fold_name(s->mem, name);
    return folded.len > LONGEST ? LONGEST : near_distance(s->wanted, folded.ptr);
}

static void try_names(search *s, match *m, str bars)
{
    for (str one; str_cut(&bars, '|', &one);) {
        if (!one.len) continue;
        m->wrong = distance(s, one);
        if (s->best.found ? m->wrong < s->best.wrong : m->wrong <= allowed(s->wanted)) s->best = *m;
    }
}

/* Cells that are not there are empty; a code of '-' is no party. */
static void try_row(search *s, const table *t, uint32_t row)
{
    static const char *const columns[] = {"name", "aliases", "adjective", "people", "capital"};
    match m = {.code = table_cell(t, row, table_column(t, "code")), .sector = table_cell(t, row, table_column(t, "sector")),
               .name = table_cell(t, row, table_column(t, "name")), .office = table_cell(t, row, table_column(t, "office")),
               .from = table_cell(t, row, table_column(t, "from")), .found = true};
    if (str_is(m.code, "-")) return;
    for (size_t c = 0; c < sizeof columns / sizeof *columns; c++) try_names(s, &m, table_cell(t, row, table_column(t, columns[c])));
    m.wrong = s->best.wrong;
    if (s->best.found && str_eq(m.name, s->best.name) && str_cmp(m.from, s->best.from) > 0) s->best = m; /* a later time */
}

static bool try_table(search *s, const dataset *data, const char *file)
{
    table t;
    str text;
    const char *path;
    fail f = {0};
    if (dataset_text(data, file, &text, &path, &f) || table_read(&t, s->mem, text, path, &f)) return false;
    for (uint32_t i = 0; i < t.n_rows; i++) try_row(s, &t, i);
    return true;
}

static bool try_all(search *s, const dataset *data, const char *head)
{
    const char **names;
    uint32_t n = dataset_list(data, head, ".tsv", &names);
    bool read = true;
    for (uint32_t i = 0; i < n && i < TABLES && read; i++) read = try_table(s, data, names[i]);
    return read;
}

static void tell(const match *m, char hint[256])
{
    char sector[32] = "";
    str rest = m->sector, first;
    if (str_word(&rest, &first)) snprintf(sector, sizeof sector, "/" STR_FMT, STR_ARG(first));
    snprintf(hint, 256, "did you mean " STR_FMT "%s? (" STR_FMT "%s" STR_FMT ")", STR_ARG(m->code), sector, STR_ARG(m->name),
             m->office.len ? ", " : "", STR_ARG(m->office));
}

bool meant_party(const dataset *data, arena *mem, const char *name, char hint[256])
{
    search s = {.mem = mem, .wanted = utf8_fold_name(mem, str_of(name)).ptr};
    if (strlen(s.wanted) > LONGEST) return false;
    bool read = try_table(&s, data, "who/nations.tsv") && try_all(&s, data, "who/organisations") && try_all(&s, data, "who/roster/");
    if (!read || !s.best.found) return false;
    tell(&s.best, hint);
    return true;
}
