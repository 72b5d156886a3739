/* answer.c: how do rows of the store, and refusals, become JSON? */
#include "base/utf8.h"
#include "serve/inside.h"
#include <stdio.h>
#include <stdlib.h>

/* ---- refusals ----------------------------------------------------------------------- */

void refuse(reply *out, unsigned number, const char *hint, const char *fmt, ...)
{
    char words[512];
    va_list args;
    va_start(args, fmt);
    vsnprintf(words, sizeof words, fmt, args);
    va_end(args);
    out->status = number;
    out->type = NULL;
    out->body.len = 0;
    json_open(&out->body, '{');
    json_put_str(&out->body, "error", str_of(words));
    json_put_z(&out->body, "hint", hint);
    json_close(&out->body, '{');
}

void refuse_fail(const request *r, reply *out, const fail *f)
{
    if (store_timed_out(r->s)) refuse(out, 503, "ask for fewer days, or with more filters", "this takes longer than %d seconds", ANSWER_MS / 1000);
    else if (f->code == FAIL_USAGE) refuse(out, 400, NULL, "%s", f->text);
    else if (f->code == FAIL_MISSING) refuse(out, 404, NULL, "%s", f->text);
    else refuse(out, 500, NULL, "the store: %s", f->text);
}

/* ---- parameters ------------------------------------------------------------------------ */

const char *param(const request *r, const char *name)
{
    for (uint32_t i = 0; i < r->param.n; i++)
        if (str_is(r->param.at[i].name, name)) return r->param.at[i].value.ptr;
    return NULL;
}

bool param_number(const request *r, reply *out, const char *name, long least, long most, long fallback, long *n)
{
    const char *value = param(r, name);
    *n = fallback;
    if (!value) return true;
    if (strlen(value) < 16 && *value >= '0' && *value <= '9' && str_to_int(str_of(value), n) && *n >= least && *n <= most) return true;
    refuse(out, 400, NULL, "%s wants a number from %ld to %ld", name, least, most);
    return false;
}

/* ---- rows --------------------------------------------------------------------------------- */

query *keep_query(request *r, query *q)
{
    if (r->queries < MAX_QUERIES) r->query[r->queries++] = q;
    return q;
}

query *look_up(request *r, reply *out, look what, int64_t n)
{
    fail f = {0};
    query *q = NULL;
    if (r->queries == MAX_QUERIES) fail_set(&f, FAIL_MEMORY, "", 0, "too many questions at once");
    else if (!look_open(&q, r->s, what, n, &f)) return keep_query(r, q);
    refuse_fail(r, out, &f);
    return NULL;
}

int next_row(const request *r, reply *out, query *q)
{
    fail f = {0};
    int got = query_next(q, &f);
    if (got >= 0) return got;
    refuse_fail(r, out, &f);
    return -1;
}

/* "GOV;MIL" */
static void put_words(buf *out, str words)
{
    json_open(out, '[');
    for (str word; str_cut(&words, ';', &word);) {
        if (out->ptr[out->len - 1] != '[') buf_byte(out, ',');
        json_str(out, word);
    }
    json_close(out, '[');
}

/* A NUL would end JSON for whoever checked it. */
static str until_nul(str s)
{
    const char *end = s.len ? memchr(s.ptr, 0, s.len) : NULL;
    return end ? str_slice(s, 0, (uint32_t)(end - s.ptr)) : s;
}

static void put_value(buf *out, const query *q, int i, char kind)
{
    bool known;
    str value = query_value(q, i, &known);
    if (kind == ';') put_words(out, value);
    else if (!known) buf_add(out, S("null"));
    else if (kind == '?') buf_add(out, str_is(value, "0") ? S("false") : S("true"));
    else if (kind == '}') buf_add(out, until_nul(value));
    else if (query_is_number(q, i)) buf_add(out, value);
    else json_str(out, value);
}

void put_members(buf *out, const query *q)
{
    for (int i = 0; i < query_columns(q); i++) {
        char key[32];
        snprintf(key, sizeof key, "%s", query_name(q, i));
        size_t letters = strcspn(key, "?{;");
        char kind = key[letters] == '{' ? '}' : key[letters];
        key[letters] = 0;
        json_key(out, key);
        put_value(out, q, i, kind);
    }
}

void put_object(buf *out, const query *q)
{
    json_open(out, '{');
    put_members(out, q);
    json_close(out, '{');
}

bool put_list(request *r, reply *out, const char *key, look what, int64_t n)
{
    query *q = look_up(r, out, what, n);
    int got = -1;
    if (!q) return false;
    json_put_open(&out->body, key, '[');
    while ((got = next_row(r, out, q)) > 0) put_object(&out->body, q);
    if (got == 0) json_close(&out->body, '[');
    return got == 0;
}

/* The event of that number, if there is one. */
static bool put_row(request *r, reply *out, query *row, int64_t n)
{
    look_again(row, n);
    int got = next_row(r, out, row);
    if (got > 0) put_object(&out->body, row);
    return got >= 0;
}

bool put_rows(request *r, reply *out, const char *key, query *numbers, long most, bool *more)
{
    query *row = look_up(r, out, LOOK_ROW, 0);
    bool known;
    int got = 0;
    if (!row) return false;
    json_put_open(&out->body, key, '[');
    *more = false;
    for (long i = 0; (got = next_row(r, out, numbers)) > 0; i++) {
        if ((*more = i == most)) break;
        if (!put_row(r, out, row, strtoll(query_value(numbers, 0, &known).ptr, NULL, 10))) return false;
    }
    if (got < 0) return false;
    json_close(&out->body, '[');
    return true;
}

/* ---- out --------------------------------------------------------------------------------------- */

/* Characters that steer the direction of writing. */
static bool is_steering(uint32_t cp)
{
    return cp == 0x61C || cp == 0x200E || cp == 0x200F || (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

/* Writes `s`, which is valid UTF-8, to `to`, or only measures it where `to` is NULL. */
static size_t put_valid(char *to, str s)
{
    size_t n = 0;
    for (const char *p = s.ptr, *end = s.ptr + s.len; p < end;) {
        uint32_t cp = (unsigned char)*p, len = 1;
        if (cp >= 0x80) len = utf8_next(p, end, &cp);
        bool escaped = cp == '<' || cp == '>' || cp == '&' || is_steering(cp);
        if (to && escaped) snprintf(to + n, 7, "\\u%04x", (unsigned)cp);
        else if (to) memcpy(to + n, p, len);
        n += escaped ? 6 : len;
        p += len;
    }
    return n;
}

static size_t put_safe(char *to, str s)
{
    size_t n = 0;
    for (;;) {
        uint32_t bad = (uint32_t)utf8_invalid_at(s.ptr, s.len);
        n += put_valid(to ? to + n : NULL, str_slice(s, 0, bad));
        if (bad == s.len) return n;
        if (to) memcpy(to + n, "\\ufffd", 6);
        n += 6;
        s = str_slice(s, bad + 1, s.len);
    }
}

char *safe_json(str json, size_t *len)
{
    *len = put_safe(NULL, json);
    char *out = malloc(*len + 8);         /* an escape is printed with its NUL */
    if (out) put_safe(out, json);
    if (out) out[*len] = 0;
    return out;
}
