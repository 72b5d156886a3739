/* base/arena.h: memory that lives and dies together; one door out.
 *
 * An arena hands out zeroed pieces and frees them all at once.  A piece is
 * never NULL: when memory or the ceiling runs out, arena_alloc leaves by the
 * door that arena_enter opened (as Lua's ldo.c and PostgreSQL's palloc do), so
 * code inside a document carries no NULL checks.  Hence nothing but arenas is
 * held between entering and leaving: no open files, no locks.
 *
 *     arena *a = arena_new(1 << 20);
 *     if (arena_enter(a)) { ... out of memory ... }
 *     char *p = arena_alloc(a, 100);
 */
#ifndef DATELINE_ARENA_H
#define DATELINE_ARENA_H
#include <setjmp.h>
#include <stddef.h>

typedef struct arena arena;

/* A new arena that will hand out at most `ceiling` bytes (0: no ceiling).
 * NULL when the system has no memory. */
arena *arena_new(size_t ceiling);
void   arena_free(arena *mem);   /* frees it and all its pieces; NULL is fine */
void   arena_reset(arena *mem);  /* forgets all pieces, keeps one block       */

/* `n` zeroed bytes, aligned to 16.  Leaves by the door if there are none. */
void *arena_alloc(arena *mem, size_t n);
/* A larger piece with the contents of the old one (`old` may be NULL). */
void *arena_grow(arena *mem, const void *old, size_t old_n, size_t n);
size_t arena_used(const arena *mem); /* bytes handed out since the last reset */

/* 0 when set up, 1 when left by the door.  Must be called, like setjmp, in a
 * frame that outlives all use of the arena. */
#define arena_enter(mem) setjmp(*arena_door(mem))
jmp_buf *arena_door(arena *mem);

#define arena_new_of(mem, T)      ((T *)arena_alloc((mem), sizeof(T)))
#define arena_array_of(mem, T, n) ((T *)arena_alloc((mem), sizeof(T) * (n)))
#endif
