/* Does the compiled file give back what was written, and notice any damage? */
#include "model/bundle.h"
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char path[64];

static void write_sample(arena *mem)
{
    static const float weights[6] = {1, 2, 3, 4, 5, 6};
    static const uint64_t keys[3] = {7, 8, 9};
    bundle b = {.mem = mem};
    part *p = bundle_add(&b, "weights", PART_F32, weights, 6);
    p->rank = 2;
    p->dim[0] = 2;
    p->dim[1] = 3;
    bundle_add(&b, "keys", PART_U64, keys, 3);
    bundle_add(&b, "text", PART_BYTES, "hello", 5);
    bundle_add(&b, "empty", PART_BYTES, "", 0);
    fail f;
    assert(bundle_write(&b, path, 42, &f) == FAIL_OK);
}

static void reads_back(arena *mem)
{
    bundle b = {.mem = mem};
    fail f;
    assert(bundle_open(&b, path, 42, &f) == FAIL_OK);
    const part *p = bundle_find(&b, "weights");
    assert(p && p->rank == 2 && p->dim[1] == 3 && p->n == 6 && ((const float *)p->data)[5] == 6);
    assert((uintptr_t)p->data % 64 == 0);
    assert(((const uint64_t *)bundle_find(&b, "keys")->data)[2] == 9);
    assert(str_is(bundle_text(&b, "text"), "hello"));
    assert(bundle_text(&b, "empty").len == 0 && !bundle_find(&b, "none"));
    bundle_close(&b);
}

static void refuses_other_sources(arena *mem)
{
    bundle b = {.mem = mem};
    fail f;
    assert(bundle_open(&b, path, 43, &f) == FAIL_MISSING);
    b = (bundle){.mem = mem};
    assert(bundle_open(&b, path, 0, &f) == FAIL_OK); /* 0: whatever it was made from */
    bundle_close(&b);
}

static void put_file(const char *bytes_of, size_t n)
{
    FILE *out = fopen(path, "wb");
    assert(out && fwrite(bytes_of, 1, n, out) == n);
    fclose(out);
}

/* Every shorter file and every changed byte but those between parts and of the stamp is noticed. */
static void notices_damage(arena *mem)
{
    static char file[4096];
    FILE *in = fopen(path, "rb");
    size_t n = fread(file, 1, sizeof file, in);
    fclose(in);
    fail f;
    for (size_t k = 0; k < n; k += 7) {
        put_file(file, k);
        bundle b = {.mem = mem};
        assert(bundle_open(&b, path, 42, &f) != FAIL_OK);
    }
    uint32_t noticed = 0;
    for (size_t k = 0; k < n; k++) {
        file[k] ^= 0x55;
        put_file(file, n);
        file[k] ^= 0x55;
        bundle b = {.mem = mem};
        noticed += bundle_open(&b, path, 42, &f) != FAIL_OK;
        bundle_close(&b);
    }
    assert(noticed >= 48 + 4 * 96 + 24 + 24 + 5);
}

int main(void)
{
    snprintf(path, sizeof path, "/tmp/dateline-test-bundle-%ld.bin", (long)getpid());
    arena *mem = arena_new(0);
    if (arena_enter(mem)) return 1;
    write_sample(mem);
    reads_back(mem);
    refuses_other_sources(mem);
    notices_damage(mem);
    remove(path);
    arena_free(mem);
    puts("bundle: ok");
    return 0;
}
