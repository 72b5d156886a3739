/* Does out/json.c write JSON that every reader of lines can read? */
#include "out/json.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static arena *mem;

static void is(str given, const char *wanted)
{
    buf out = {.mem = mem};
    json_str(&out, given);
    if (str_is(buf_str(&out), wanted)) return;
    fprintf(stderr, "wanted %s\ngot    " STR_FMT "\n", wanted, STR_ARG(buf_str(&out)));
    abort();
}

static void number_is(double x, int decimals, const char *wanted)
{
    buf out = {.mem = mem};
    json_open(&out, '{');
    json_put_number(&out, "x", x, decimals);
    json_close(&out, '{');
    if (!str_is(buf_str(&out), wanted)) abort();
}

int main(void)
{
    mem = arena_new(0);
    if (!mem || arena_enter(mem)) return 1;
    is(S("plain é 😀"), "\"plain é 😀\"");
    is(S("a\"b\\c\n\t\r"), "\"a\\\"b\\\\c\\n\\t\\r\"");
    is((str){"a\0b\x1f\x7f", 5}, "\"a\\u0000b\\u001f\\u007f\"");
    is(S("\xe2\x80\xa8\xe2\x80\xa9\xc2\x85€é"), "\"\\u2028\\u2029\\u0085€é\"");
    is((str){0}, "\"\"");
    number_is(40.68, 5, "{\"x\":40.68}");
    number_is(46.0, 5, "{\"x\":46}");
    number_is(-0.5, 2, "{\"x\":-0.5}");
    number_is(NAN, 5, "{\"x\":null}");
    number_is(10.0, 2, "{\"x\":10}");
    arena_free(mem);
    return 0;
}
