/* api_rows.c: /api/rows, query, count, search: which events are these? */
#include "serve/inside.h"
#include <stdlib.h>

/* ---- by number ---------------------------------------------------------------------- */

static bool read_numbers(const request *r, reply *out, int64_t n[MAX_ROWS], int *count_of)
{
    const char *list = param(r, "n");
    str rest = str_of(list), one;
    *count_of = 0;
    while (list && str_cut(&rest, ',', &one)) {
        long value;
        if (one.len > 15 || !one.len || one.ptr[0] < '1' || one.ptr[0] > '9' || !str_to_int(one, &value) || *count_of == MAX_ROWS) break;
        n[(*count_of)++] = value;
        if (!rest.len && list[strlen(list) - 1] != ',') return true;
    }
    refuse(out, 400, "n=1,2,3", "n wants numbers of events with commas between, at most %d", MAX_ROWS);
    return false;
}

void api_rows(request *r, reply *out)
{
    int64_t n[MAX_ROWS];
    int count_of, got = 0;
    query *row = read_numbers(r, out, n, &count_of) ? look_up(r, out, LOOK_ROW, 0) : NULL;
    if (!row) return;
    json_open(&out->body, '{');
    json_put_open(&out->body, "rows", '[');
    for (int i = 0; i < count_of && got >= 0; i++) {
        look_again(row, n[i]);
        if ((got = next_row(r, out, row)) > 0) put_object(&out->body, row);
    }
    if (got < 0) return;
    json_close(&out->body, '[');
    json_close(&out->body, '{');
}

/* ---- by filters ------------------------------------------------------------------------ */

static query *ask(request *r, reply *out, const question *q)
{
    fail f = {0};
    query *answer;
    if (!query_open(&answer, r->s, q, &f)) return keep_query(r, answer);
    refuse_fail(r, out, &f);
    return NULL;
}

void api_query(request *r, reply *out)
{
    question q = {.numbers = true};
    long limit;
    bool more;
    if (!read_filters(r, out, &q) || !param_number(r, out, "limit", 1, MAX_LIMIT, 100, &limit) ||
        !param_number(r, out, "offset", 0, MAX_OFFSET, 0, &q.offset)) return;
    q.limit = limit + 1;
    query *numbers = ask(r, out, &q);
    if (!numbers) return;
    json_open(&out->body, '{');
    if (!put_rows(r, out, "rows", numbers, limit, &more)) return;
    json_put_bool(&out->body, "more", more);
    json_close(&out->body, '{');
}

static void put_names(buf *out, const query *q)
{
    json_put_open(out, "columns", '[');
    for (int i = 0; i < query_columns(q); i++) {
        if (i) buf_byte(out, ',');
        json_str(out, str_of(query_name(q, i)));
    }
    json_close(out, '[');
}

static void put_values(buf *out, const query *q)
{
    json_open(out, '[');
    for (int i = 0; i < query_columns(q); i++) {
        bool known;
        str value = query_value(q, i, &known);
        if (i) buf_byte(out, ',');
        if (!known) buf_add(out, S("null"));
        else if (query_is_number(q, i)) buf_add(out, value);
        else json_str(out, value);
    }
    json_close(out, '[');
}

void api_count(request *r, reply *out)
{
    question q = {.count_by = param(r, "by"), .limit = MAX_COUNTS + 1};
    int got = 0;
    long n = 0;
    if (!q.count_by || !*q.count_by) {
        refuse(out, 400, query_groups, "by is missing: what to count by, with commas between");
        return;
    }
    query *rows = read_filters(r, out, &q) ? ask(r, out, &q) : NULL;
    if (!rows) return;
    json_open(&out->body, '{');
    put_names(&out->body, rows);
    json_put_open(&out->body, "rows", '[');
    for (; n < MAX_COUNTS && (got = next_row(r, out, rows)) > 0; n++) put_values(&out->body, rows);
    if (got >= 0 && n == MAX_COUNTS) got = next_row(r, out, rows);
    if (got < 0) return;
    json_close(&out->body, '[');
    json_put_bool(&out->body, "more", got > 0);
    json_close(&out->body, '{');
}

/* ---- by words ------------------------------------------------------------------------------ */

void api_search(request *r, reply *out)
{
    fail f = {0};
    query *q;
    int got;
    const char *text = param(r, "text");
    if (!text || !*text) {
        refuse(out, 400, "text=border treaty", "text is missing: the words to look for");
        return;
    }
    if (look_search(&q, r->s, text, &f)) {
        refuse_fail(r, out, &f);
        return;
    }
    keep_query(r, q);
    json_open(&out->body, '{');
    json_put_open(&out->body, "articles", '[');
    for (bool known, first = true; (got = next_row(r, out, q)) > 0; first = false) {
        if (!first) buf_byte(&out->body, ',');
        buf_add(&out->body, query_value(q, 0, &known));
    }
    if (got < 0) return;
    json_close(&out->body, '[');
    json_close(&out->body, '{');
}
