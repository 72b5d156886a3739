/* fuzz_gazetteer.c: a compiled list with any bytes behind a good head → look-ups without a crash?
 *
 * Input: four bytes of section sizes (names, postings, places, text in 16s), then
 * the sections' bytes in the file's order, which are read again from their start
 * when they run out.  The directory of hashes is made of them too. */
#include "base/bytes.h"
#include "where/gazetteer.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void put32(uint8_t *p, uint32_t v)
{
    for (int i = 0; i < 4; i++) p[i] = (uint8_t)(v >> 8 * i);
}

static void put64(uint8_t *p, uint64_t v)
{
    put32(p, (uint32_t)v);
    put32(p + 4, (uint32_t)(v >> 32));
}

static void put_head(uint8_t *file, const uint32_t size[4], arena *mem)
{
    memcpy(file, GAZETTEER_MAGIC, 8);
    put32(file + HEAD_VERSION, GAZETTEER_VERSION);
    for (int i = 0; i < 4; i++) put32(file + HEAD_NAMES + 4 * i, size[i]);
    put64(file + HEAD_FOLDING, gazetteer_folding(mem));
    put64(file + HEAD_SUM, bytes_checksum(file, HEAD_SUM));
}

/* A file in memory with that content; its descriptor. */
static int store(const uint8_t *file, size_t size)
{
    int fd = memfd_create("list", 0);
    if (fd < 0 || write(fd, file, size) != (ssize_t)size) abort();
    return fd;
}

static void look_about(const gazetteer *g, arena *mem, const uint8_t *data, size_t n)
{
    gazetteer_place p;
    bool other;
    str any = {(const char *)data, (uint32_t)n};
    gazetteer_hits hits = gazetteer_find(g, any);
    for (uint32_t i = 0; i < 64; i++) {
        hits = gazetteer_find(g, str_printf(mem, "%u", i));
        for (uint32_t k = hits.first; k < hits.end && k < hits.first + 64; k++)
            if (gazetteer_at(g, gazetteer_hit(g, k, &other), &p) && strlen(gazetteer_kind_name(p.kind)) == 0) abort();
        if (gazetteer_at(g, i, &p) && p.name.len && p.name.ptr[p.name.len - 1] == 1 && gazetteer_by_id(g, p.id) == i) (void)p;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    arena *mem = arena_new(64u << 20);
    if (n < 5 || n > 65536 || !mem || arena_enter(mem)) return arena_free(mem), 0;
    uint32_t size[4] = {data[0], data[1], data[2], data[3] * 16u};
    size_t body = 4 * GAZETTEER_DIRECTORY + 8 * size[0] + 4 * (size[0] + 1) + 4 * size[1] + GAZETTEER_PLACE * size[2] + size[3];
    uint8_t *file = arena_alloc(mem, GAZETTEER_HEAD + body);
    put_head(file, size, mem);
    for (size_t i = 0; i < body; i++) file[GAZETTEER_HEAD + i] = data[4 + i % (n - 4)];
    int fd = store(file, GAZETTEER_HEAD + body);
    fail f = {0};
    gazetteer *g;
    const char *path = str_printf(mem, "/proc/self/fd/%d", fd).ptr;
    if (gazetteer_open(&g, mem, path, &f)) abort();
    look_about(g, mem, data, n);
    gazetteer_close(g);
    close(fd);
    arena_free(mem);
    return 0;
}
