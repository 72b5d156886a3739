/* api_corrections.c: /api/corrections: what do readers say is wrong? */
#include "serve/inside.h"
#include "store/correct.h"
#include <json-c/json.h>
#include <math.h>

void api_corrections(request *r, reply *out)
{
    long of;
    if (!param_number(r, out, "article", 1, 999999999999999, 0, &of)) return;
    json_open(&out->body, '{');
    if (put_list(r, out, "corrections", of ? LOOK_CORRECTIONS_OF : LOOK_CORRECTIONS, of)) json_close(&out->body, '{');
}

/* ---- may it be changed? ------------------------------------------------------------------ */

/* A page of another origin can neither read the token nor send such a request unasked. */
static bool may_change(const request *r, reply *out)
{
    if (!server_options(r->at)->write)
        refuse(out, 403, "start it with --write", "this store is only shown: nothing can be changed");
    else if (r->origin.len && !server_is_origin(r->at, r->origin)) refuse(out, 403, NULL, "a page of another origin may change nothing");
    else if (!server_token_is(r->at, r->token)) refuse(out, 403, "header X-Dateline-Token, as the address at the start has it", "the token is missing or wrong");
    else return true;
    return false;
}

/* ---- the body ------------------------------------------------------------------------------ */

static const char hint[] = "field is one of event type mode actor recipient when where according_to quote status counts";
static const char *const keys[] = {"event", "field", "note", "value"};

static struct json_object *parse(const request *r)
{
    struct json_tokener *reader = json_tokener_new_ex(4);
    if (!reader) return NULL;
    json_tokener_set_flags(reader, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
    struct json_object *all = json_tokener_parse_ex(reader, r->body.ptr, (int)r->body.len + 1);
    bool whole = json_tokener_get_error(reader) == json_tokener_success && json_object_is_type(all, json_type_object);
    json_tokener_free(reader);
    if (whole) return all;
    json_object_put(all);
    return NULL;
}

static bool is_key(const char *name)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcmp(keys[i], name) == 0) return true;
    return false;
}

static str text_of(arena *mem, struct json_object *all, const char *key)
{
    struct json_object *value = json_object_object_get(all, key);
    if (!json_object_is_type(value, json_type_string)) return (str){0};
    return str_copy(mem, (str){json_object_get_string(value), (uint32_t)json_object_get_string_len(value)});
}

/* 5.0 is a whole number in JSON. */
static bool read_whole(struct json_object *value, int64_t *n)
{
    double x = json_object_get_double(value);
    bool real = json_object_is_type(value, json_type_double);
    if (!real && !json_object_is_type(value, json_type_int)) return false;
    if (real && (x != floor(x) || fabs(x) > 1e15)) return false;
    *n = real ? (int64_t)x : json_object_get_int64(value);
    return true;
}

/* What is wrong with the body's shape; NULL: nothing. */
static const char *wrong_shape(struct json_object *all, int64_t *number)
{
    json_object_object_foreach(all, key, value)
    {
        if (!is_key(key)) return "a correction has event, field, note and value, and nothing else";
        enum json_type type = json_object_get_type(value);
        if (strcmp(key, "event") == 0 && !read_whole(value, number)) return "event wants the number of an event";
        bool may_be_null = strcmp(key, "value") == 0 && type == json_type_null;
        if (strcmp(key, "event") != 0 && type != json_type_string && !may_be_null) return "field, note and value are texts; only value may be null";
    }
    if (!json_object_object_get_ex(all, "event", NULL)) return "event is missing: the number of the event";
    if (!json_object_object_get_ex(all, "field", NULL)) return "field is missing: what is wrong with it";
    return NULL;
}

static bool has_nul(str s) { return s.len && memchr(s.ptr, 0, s.len); }

/* "asault" is no type of an act. */
static bool check_value(request *r, reply *out, correction *c)
{
    refusal no = {0};
    const char *value = c->value.ptr;
    int bad = 0;
    if (!c->value.len) return true;
    if (str_is(c->field, "type")) bad = ask_check_type(r->mem, &value, &no);
    else if (str_is(c->field, "status")) bad = ask_check_status(r->mem, &value, &no);
    if (bad) refuse(out, 400, no.hint[0] ? no.hint : NULL, "%s", no.error);
    else if (value != c->value.ptr) c->value = str_of(value);
    return !bad;
}

static bool read_correction(request *r, reply *out, correction *c)
{
    struct json_object *all = parse(r);
    if (!all) {
        refuse(out, 400, NULL, "the body is no object of JSON");
        return false;
    }
    int64_t number = 0;
    const char *wrong = wrong_shape(all, &number);
    if (!wrong) {
        *c = (correction){number, text_of(r->mem, all, "field"),
                          text_of(r->mem, all, "note"), text_of(r->mem, all, "value")};
        if (has_nul(c->field) || has_nul(c->note) || has_nul(c->value)) wrong = "texts hold no NUL";
    }
    json_object_put(all);
    if (wrong) refuse(out, 400, hint, "%s", wrong);
    return !wrong && check_value(r, out, c);
}

/* ---- changes ---------------------------------------------------------------------------------- */

static bool is_json(str type)
{
    return str_eq_fold(str_trim(str_slice(type, 0, str_find(type, S(";")))), S("application/json"));
}

static void tell_made(request *r, reply *out, int64_t n)
{
    query *q = look_up(r, out, LOOK_CORRECTION, n);
    if (!q || next_row(r, out, q) <= 0) return;
    out->status = 201;
    put_object(&out->body, q);
}

void api_correct(request *r, reply *out)
{
    correction c = {0};
    fail f = {0};
    int64_t n = 0;
    if (!may_change(r, out)) return;
    if (!is_json(r->content_type)) {
        refuse(out, 415, "Content-Type: application/json", "a correction is sent as JSON");
        return;
    }
    if (!read_correction(r, out, &c)) return;
    int code = correct_put(server_lock_changes(r->at), &c, &n, &f);
    server_unlock_changes(r->at);
    if (code == FAIL_USAGE) refuse(out, 400, hint, "%s", f.text);
    else if (code) refuse_fail(r, out, &f);
    else tell_made(r, out, n);
}

void api_uncorrect(request *r, reply *out)
{
    fail f = {0};
    if (!may_change(r, out)) return;
    int code = correct_remove(server_lock_changes(r->at), r->number, &f);
    server_unlock_changes(r->at);
    if (code) refuse_fail(r, out, &f);
    else out->status = 204;
}
