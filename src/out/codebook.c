/* codebook.c: what tells people and programs what the columns of a CSV are?
 *
 * A Frictionless data package and a codebook, both from the one table of
 * columns.  The licence of the records is for their publisher to choose.
 */
#include "out/columns.h"
#include "out/export.h"
#include "out/json.h"

/* ---- datapackage.json ------------------------------------------------------------------- */

static const char *schema_type(column_type t)
{
    static const char *const name[] = {[COLUMN_TEXT] = "string",    [COLUMN_LIST] = "string", [COLUMN_WHOLE] = "integer",
                                       [COLUMN_NUMBER] = "number", [COLUMN_DAY] = "date",    [COLUMN_YES_NO] = "boolean"};
    return name[t];
}

static void put_enum(buf *out, const char *values)
{
    str rest = str_of(values);
    json_put_open(out, "enum", '[');
    for (str word; str_word(&rest, &word);) {
        if (out->ptr[out->len - 1] != '[') buf_byte(out, ',');
        json_str(out, word);
    }
    json_close(out, '[');
}

static void put_constraints(buf *out, const column *c)
{
    if (!c->always && !c->values) return;
    json_put_open(out, "constraints", '{');
    if (c->always) json_put_bool(out, "required", true);
    if (c == columns) json_put_bool(out, "unique", true);
    if (c->values) put_enum(out, c->values);
    json_close(out, '{');
}

static void put_field(buf *out, const column *c)
{
    buf_add(out, S("\n"));
    json_open(out, '{');
    json_put_z(out, "name", c->name);
    json_put_z(out, "type", schema_type(c->type));
    if (c->type == COLUMN_DAY) json_put_z(out, "format", "%Y-%m-%d");
    json_put_z(out, "description", c->means);
    if (c->type == COLUMN_LIST) json_put_z(out, "list_separator", ";");
    put_constraints(out, c);
    json_close(out, '{');
}

static void put_schema(buf *out)
{
    json_put_open(out, "schema", '{');
    json_put_open(out, "fields", '[');
    for (int i = 0; i < n_columns; i++) {
        if (i) buf_byte(out, ',');
        put_field(out, &columns[i]);
    }
    json_close(out, '[');
    json_key(out, "missingValues");
    buf_add(out, S("[\"\"],\"primaryKey\":["));
    json_str(out, str_of(columns[0].name));
    buf_byte(out, ']');
    json_close(out, '{');
}

static void put_resource(buf *out, const package *p)
{
    json_open(out, '{');
    json_put_z(out, "name", "events");
    json_put_z(out, "path", "events.csv");
    json_put_z(out, "profile", "tabular-data-resource");
    json_put_z(out, "format", "csv");
    json_put_z(out, "mediatype", "text/csv");
    json_put_z(out, "encoding", "utf-8");
    json_put_int(out, "bytes", (long)p->bytes);
    json_put_int(out, "rows", (long)p->rows);
    json_put_open(out, "dialect", '{');
    json_put_z(out, "delimiter", ",");
    json_put_z(out, "lineTerminator", "\r\n");
    json_put_z(out, "quoteChar", "\"");
    json_put_bool(out, "doubleQuote", true);
    json_put_bool(out, "header", true);
    json_close(out, '{');
    put_schema(out);
    json_close(out, '{');
}

static void put_coders(buf *out, const package *p)
{
    json_put_open(out, "coded_by", '[');
    for (uint32_t i = 0; i < p->by.n; i++) {
        const coded_by *c = &p->by.at[i];
        json_open(out, '{');
        json_put_text(out, "program", c->program);
        json_put_text(out, "model", c->model);
        json_put_text(out, "data", c->data);
        json_put_int(out, "rows", (long)c->rows);
        json_close(out, '{');
    }
    json_close(out, '[');
}

void codebook_datapackage(buf *out, const package *p)
{
    json_open(out, '{');
    json_put_z(out, "profile", "tabular-data-package");
    json_put_z(out, "name", "dateline-events");
    json_put_z(out, "title", "Political events coded by dateline");
    json_put_z(out, "description", "A row for each story, an act told by one or more reports, or for each report, as asked; "
                                   "codebook.md has the columns in words.  Places: GeoNames, CC BY 4.0.");
    json_put_open(out, "dateline", '{');
    json_put_text(out, "exported_by", p->program);
    json_put_str(out, "asked", p->asked);
    put_coders(out, p);
    json_close(out, '{');
    json_put_open(out, "resources", '[');
    put_resource(out, p);
    json_close(out, '[');
    json_close(out, '{');
    buf_byte(out, '\n');
}

/* ---- codebook.md ----------------------------------------------------------------------------- */

static const char *type_words(column_type t)
{
    static const char *const words[] = {[COLUMN_TEXT] = "text",    [COLUMN_LIST] = "list", [COLUMN_WHOLE] = "whole number",
                                        [COLUMN_NUMBER] = "number", [COLUMN_DAY] = "day",  [COLUMN_YES_NO] = "true, false"};
    return words[t];
}

static void put_line(buf *out, const column *c)
{
    buf_printf(out, "| `%s` | %s | %s |", c->name, type_words(c->type), c->always ? "always" : "may be empty");
    buf_printf(out, " %s%s", c->means, c->values ? ":" : "");
    str rest = str_of(c->values);
    for (str word; str_word(&rest, &word);) buf_printf(out, " `" STR_FMT "`", STR_ARG(word));
    buf_add(out, S(" |\n"));
}

/* name: value, of those columns that have one. */
static void put_types(buf *out, const char *const by_type[], const char *between)
{
    bool first = true;
    for (int i = 0; i < n_columns; i++) {
        const char *type = by_type[columns[i].type];
        if (!type) continue;
        buf_printf(out, "%s%s", first ? "" : ", ", i % 4 ? "" : "\n    ");
        buf_printf(out, between, columns[i].name, type);
        first = false;
    }
}

static void put_readers(buf *out)
{
    static const char *const pandas[] = {[COLUMN_TEXT] = "string",     [COLUMN_LIST] = "string", [COLUMN_WHOLE] = "Int64",
                                         [COLUMN_NUMBER] = "float64", [COLUMN_DAY] = NULL,      [COLUMN_YES_NO] = "boolean"};
    static const char *const days[] = {[COLUMN_DAY] = "", [COLUMN_YES_NO] = NULL};
    static const char *const readr[] = {[COLUMN_TEXT] = "c", [COLUMN_LIST] = "c", [COLUMN_WHOLE] = "i",
                                        [COLUMN_NUMBER] = "d", [COLUMN_DAY] = "D", [COLUMN_YES_NO] = "l"};
    buf_add(out, S("\n## Reading it\n\nCodes that look like numbers stay text, and the words `NA` and `None` stay words, when the types are told:\n\n"
                   "```python\nimport pandas\nevents = pandas.read_csv(\"events.csv\", keep_default_na=False, na_values=[\"\"], parse_dates=["));
    put_types(out, days, "\"%s\"%s");
    buf_add(out, S("], dtype={"));
    put_types(out, pandas, "\"%s\": \"%s\"");
    buf_add(out, S("})\n```\n\n```r\nevents <- readr::read_csv(\"events.csv\", na = \"\", col_types = readr::cols("));
    put_types(out, readr, "%s = \"%s\"");
    buf_add(out, S("))\n```\n"));
}

void codebook_text(buf *out, const package *p)
{
    buf_printf(out, "# Codebook of events.csv\n\n%lld rows. Exported by dateline " STR_FMT ", asked: %s" STR_FMT "%s.\n\n", (long long)p->rows,
               STR_ARG(p->program), p->asked.len ? "`" : "", STR_ARG(p->asked.len ? p->asked : S("everything")), p->asked.len ? "`" : "");
    for (uint32_t i = 0; i < p->by.n; i++)
        buf_printf(out, "- %lld rows coded by dateline " STR_FMT ", model " STR_FMT ", data " STR_FMT "\n", (long long)p->by.at[i].rows,
                   STR_ARG(p->by.at[i].program), STR_ARG(p->by.at[i].model), STR_ARG(p->by.at[i].data));
    buf_add(out, S("\nUTF-8, RFC 4180. An empty cell is unknown; lists are joined by `;`; days are ISO 8601. Text of articles stands as it was "
                   "found: a spreadsheet may take a cell that begins with `=` for a formula.\n"
                   "The licence is yours to choose: datapackage.json has no `licenses` until you add it. Places: GeoNames, CC BY 4.0.\n\n"
                   "| column | type | | meaning |\n| --- | --- | --- | --- |\n"));
    for (int i = 0; i < n_columns; i++) put_line(out, &columns[i]);
    put_readers(out);
}
