/* Is JSON harmless where it is shown, and still the same JSON? */
#include "serve/inside.h"
#include <assert.h>
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>

static bool gives(const char *in, size_t n, const char *want)
{
    size_t len;
    char *out = safe_json((str){in, (uint32_t)n}, &len);
    bool same = out && len == strlen(want) && memcmp(out, want, len) == 0;
    if (!same) fprintf(stderr, "%.*s\nwanted %s\n", (int)len, out ? out : "", want);
    free(out);
    return same;
}
#define GIVES(in, want) assert(gives(in, sizeof(in) - 1, want))

/* What a reader of JSON gets from it. */
static void test_same(const char *text)
{
    arena *mem = arena_new(0);
    buf out = {.mem = mem};
    size_t n;
    if (arena_enter(mem)) abort();
    json_str(&out, str_of(text));
    char *safe = safe_json(buf_str(&out), &n);
    struct json_object *read = json_tokener_parse(safe);
    assert(strpbrk(safe, "<>&") == NULL && strcmp(json_object_get_string(read), text) == 0);
    json_object_put(read);
    free(safe);
    arena_free(mem);
}

int main(void)
{
    GIVES("", "");
    GIVES("{\"a\":[1,2]}", "{\"a\":[1,2]}");
    GIVES("\"</script>&amp;\"", "\"\\u003c/script\\u003e\\u0026amp;\"");
    GIVES("\"a\xE2\x80\xAE" "b\xE2\x81\xA6\xD8\x9C\"", "\"a\\u202eb\\u2066\\u061c\"");
    GIVES("\"\xC3\xA9\xF0\x9F\x92\xA5\"", "\"\xC3\xA9\xF0\x9F\x92\xA5\"");
    GIVES("\"\xFF\xC0\xAF\xED\xA0\x80 x\xE2\x80\"", "\"\\ufffd\\ufffd\\ufffd\\ufffd\\ufffd\\ufffd x\\ufffd\\ufffd\"");
    GIVES("<", "\\u003c");
    test_same("<a href='x'>&\"\\ \xE2\x80\xAE\xE2\x80\xA8 \x01 \xF0\x9F\x92\xA5");
    test_same("");
    return 0;
}
