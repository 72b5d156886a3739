/* arena.c: blocks of growing size, handed out front to back.
 * Under SAN each piece comes from calloc by itself, so that AddressSanitizer
 * sees an access beyond one piece (libgit2's debug twin of its pool). */
#include "base/arena.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_BLOCK ((size_t)64 << 10)
#define LARGEST_BLOCK ((size_t)4 << 20)

typedef struct block {
    struct block *next;
    size_t        cap, used;
    _Alignas(16) unsigned char data[];
} block;

struct arena {
    block  *top;        /* newest block first */
    size_t  ceiling, used;
    jmp_buf door;
};

arena *arena_new(size_t ceiling)
{
    arena *mem = calloc(1, sizeof *mem);
    if (mem) mem->ceiling = ceiling ? ceiling : SIZE_MAX;
    return mem;
}

static void free_down_to(arena *mem, const block *keep)
{
    while (mem->top && mem->top != keep) {
        block *b = mem->top;
        mem->top = b->next;
        free(b);
    }
}

void arena_free(arena *mem)
{
    if (!mem) return;
    free_down_to(mem, NULL);
    free(mem);
}

void arena_reset(arena *mem)
{
    block *keep = NULL;
#ifndef DATELINE_SAN
    for (block *b = mem->top; b; b = b->next)
        if (!b->next && b->cap <= LARGEST_BLOCK) keep = b;
#endif
    free_down_to(mem, keep);
    if (keep) {
        memset(keep->data, 0, keep->used);
        keep->used = 0;
    }
    mem->used = 0;
}

jmp_buf *arena_door(arena *mem) { return &mem->door; }

size_t arena_used(const arena *mem) { return mem->used; }

static block *add_block(arena *mem, size_t n)
{
    size_t cap = n;
#ifndef DATELINE_SAN
    size_t want = mem->top ? mem->top->cap * 2 : FIRST_BLOCK;
    if (want > LARGEST_BLOCK) want = LARGEST_BLOCK;
    if (cap < want) cap = want;
#endif
    block *b = cap < SIZE_MAX - sizeof *b ? calloc(1, sizeof *b + cap) : NULL;
    if (!b) longjmp(mem->door, 1);
    b->cap = cap;
    b->next = mem->top;
    mem->top = b;
    return b;
}

void *arena_alloc(arena *mem, size_t n)
{
    if (n > mem->ceiling - mem->used) longjmp(mem->door, 1);
    size_t size = (n + 15) & ~(size_t)15;
    if (size == 0) size = 16;
    block *b = mem->top;
    if (!b || size > b->cap - b->used) b = add_block(mem, size);
    void *p = b->data + b->used;
    b->used += size;
    mem->used += n;
    return p;
}

void *arena_grow(arena *mem, const void *old, size_t old_n, size_t n)
{
    void *p = arena_alloc(mem, n);
    if (old && old_n) memcpy(p, old, old_n < n ? old_n : n);
    return p;
}
