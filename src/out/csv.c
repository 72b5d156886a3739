/* csv.c: how does a record look as a row of CSV?  RFC 4180, UTF-8, CRLF. */
#include "out/columns.h"
#include "out/export.h"

static bool is_plain(char c) { return c != '"' && c != ',' && c != '\n' && c != '\r'; }

/* Control characters, which some readers take for the end, become blanks. */
static void put_byte(buf *out, char c)
{
    bool control = (unsigned char)c < 0x20 && c != '\n' && c != '\r' && c != '\t';
    buf_byte(out, control ? ' ' : c);
}

void csv_cell(buf *out, str s)
{
    bool plain = true;
    for (uint32_t i = 0; i < s.len; i++) plain = plain && is_plain(s.ptr[i]);
    if (!plain) buf_byte(out, '"');
    for (uint32_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '"') buf_byte(out, '"');
        put_byte(out, s.ptr[i]);
    }
    if (!plain) buf_byte(out, '"');
}

void csv_head(buf *out)
{
    for (int i = 0; i < n_columns; i++) buf_printf(out, "%s%s", i ? "," : "", columns[i].name);
    buf_add(out, S("\r\n"));
}

void csv_row(buf *out, const kept *e)
{
    for (int i = 0; i < n_columns; i++) {
        cell v = column_get(&columns[i], e, out->mem);
        if (i) buf_byte(out, ',');
        csv_cell(out, column_text(&columns[i], &v, out->mem));
    }
    buf_add(out, S("\r\n"));
}
