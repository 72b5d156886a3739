/* bundle.c: the parts of a model, and the one mapped file that keeps them. */
#include "model/bundle.h"
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#define MAGIC "dateline model\n"
#define LAYOUT 1u                       /* number of this file layout and of the names of parts */
#define ALIGN 64u
#define MAX_PARTS 256u
/* Parts up to this size are verified whenever the file is opened; larger ones
 * (word vectors and their keys) would cost more than all else of a start. */
#define VERIFIED ((uint64_t)4 << 20)

typedef struct file_head {
    char     magic[16];
    uint32_t layout, n_parts;
    uint64_t stamp, size, table_sum;
} file_head;

typedef struct file_part {
    char     name[40];
    uint32_t kind, rank;
    uint64_t dim[PART_RANK];
    uint64_t at, sum;
} file_part;

static uint64_t width_of(uint32_t kind)
{
    return kind == PART_BYTES ? 1 : kind == PART_U64 ? 8 : 4;
}

part *bundle_add(bundle *b, const char *name, part_kind kind, const void *data, uint64_t n)
{
    part p = {.kind = kind, .rank = 1, .dim = {n, 1, 1, 1}, .n = n, .data = data};
    snprintf(p.name, sizeof p.name, "%s", name);
    array_push(b->mem, b->parts, p);
    return &b->parts.at[b->parts.n - 1];
}

const part *bundle_find(const bundle *b, const char *name)
{
    for (uint32_t i = 0; i < b->parts.n; i++)
        if (strcmp(b->parts.at[i].name, name) == 0) return &b->parts.at[i];
    return NULL;
}

str bundle_text(const bundle *b, const char *name)
{
    const part *p = bundle_find(b, name);
    return p && p->kind == PART_BYTES ? (str){p->data, (uint32_t)p->n} : (str){"", 0};
}

static uint64_t aligned(uint64_t n) { return (n + ALIGN - 1) & ~(uint64_t)(ALIGN - 1); }

/* Fills the table of parts; gives the size of the file. */
static uint64_t make_table(const bundle *b, file_part *table)
{
    uint64_t at = aligned(sizeof(file_head) + b->parts.n * sizeof *table);
    for (uint32_t i = 0; i < b->parts.n; i++) {
        const part *p = &b->parts.at[i];
        file_part *t = &table[i];
        memcpy(t->name, p->name, sizeof t->name);
        memcpy(t->dim, p->dim, sizeof t->dim);
        t->kind = p->kind;
        t->rank = p->rank;
        t->at = at;
        t->sum = bytes_checksum(p->data, p->n * width_of(p->kind));
        at = aligned(at + p->n * width_of(p->kind));
    }
    return at;
}

static bool write_padded(FILE *out, const void *p, uint64_t n)
{
    static const char zero[ALIGN] = {0};
    uint64_t rest = aligned(n) - n;
    return (n == 0 || fwrite(p, 1, n, out) == n) && fwrite(zero, 1, rest, out) == rest;
}

static bool write_all(FILE *out, const bundle *b, const file_head *head, const file_part *table)
{
    size_t table_size = b->parts.n * sizeof *table;
    if (fwrite(head, sizeof *head, 1, out) != 1 || fwrite(table, 1, table_size, out) != table_size) return false;
    static const char zero[ALIGN] = {0};
    uint64_t used = sizeof *head + table_size, rest = aligned(used) - used;
    if (fwrite(zero, 1, rest, out) != rest) return false;
    for (uint32_t i = 0; i < b->parts.n; i++)
        if (!write_padded(out, b->parts.at[i].data, b->parts.at[i].n * width_of(b->parts.at[i].kind))) return false;
    return fflush(out) == 0 && fsync(fileno(out)) == 0;
}

int bundle_write(const bundle *b, const char *path, uint64_t stamp, fail *f)
{
    file_part *table = arena_array_of(b->mem, file_part, b->parts.n);
    file_head head = {.magic = MAGIC, .layout = LAYOUT, .n_parts = b->parts.n, .stamp = stamp};
    head.size = make_table(b, table);
    head.table_sum = bytes_checksum(table, b->parts.n * sizeof *table);
    const char *fresh = str_printf(b->mem, "%s.%ld.new", path, (long)getpid()).ptr;
    FILE *out = fopen(fresh, "wb");
    if (!out) return fail_set(f, FAIL_WRITE, fresh, 0, "%s", strerror(errno));
    bool done = write_all(out, b, &head, table);
    done = fclose(out) == 0 && done;
    if (done && rename(fresh, path) == 0) return FAIL_OK;
    int code = fail_set(f, FAIL_WRITE, path, 0, "%s", strerror(errno));
    remove(fresh);
    return code;
}

static int damaged(const bundle *b, const char *what, fail *f)
{
    return fail_set(f, FAIL_FORMAT, b->path, 0, "compiled model: %s; delete the file, it is made anew", what);
}

static int read_head(const bundle *b, file_head *head, uint64_t stamp, fail *f)
{
    if (b->file.len < sizeof *head) return damaged(b, "cut off", f);
    memcpy(head, b->file.ptr, sizeof *head);
    if (memcmp(head->magic, MAGIC, sizeof MAGIC) != 0) return damaged(b, "not such a file", f);
    if (head->layout != LAYOUT || (stamp && head->stamp != stamp))
        return fail_set(f, FAIL_MISSING, b->path, 0, "made from other files or by another version");
    if (head->size != b->file.len) return damaged(b, "cut off", f);
    if (head->n_parts > MAX_PARTS || sizeof *head + head->n_parts * sizeof(file_part) > b->file.len)
        return damaged(b, "table of parts damaged", f);
    if (bytes_checksum(b->file.ptr + sizeof *head, head->n_parts * sizeof(file_part)) != head->table_sum)
        return damaged(b, "table of parts damaged", f);
    return FAIL_OK;
}

static int read_part(bundle *b, const file_part *t, fail *f)
{
    uint64_t n = 1, len = b->file.len;
    for (uint32_t i = 0; i < PART_RANK; i++) {
        if (t->dim[i] > len || (n && t->dim[i] > len / n)) return damaged(b, "a part is too large", f);
        n *= t->dim[i];
    }
    uint64_t size = n * width_of(t->kind);
    if (t->kind > PART_F32 || t->rank > PART_RANK || t->name[sizeof t->name - 1] || t->at % ALIGN || t->at > len || size > len - t->at)
        return damaged(b, "a part lies outside", f);
    if (size <= VERIFIED && bytes_checksum(b->file.ptr + t->at, size) != t->sum) return damaged(b, "a part is damaged", f);
    part *p = bundle_add(b, t->name, (part_kind)t->kind, b->file.ptr + t->at, n);
    p->rank = t->rank;
    memcpy(p->dim, t->dim, sizeof p->dim);
    return FAIL_OK;
}

int bundle_open(bundle *b, const char *path, uint64_t stamp, fail *f)
{
    b->path = path;
    int code = bytes_map(&b->file, path, f);
    file_head head;
    if (!code) code = read_head(b, &head, stamp, f);
    for (uint32_t i = 0; !code && i < head.n_parts; i++) {
        file_part t;
        memcpy(&t, b->file.ptr + sizeof head + i * sizeof t, sizeof t);
        code = read_part(b, &t, f);
    }
    if (code) bundle_close(b);
    return code;
}

void bundle_close(bundle *b)
{
    bytes_close(&b->file);
    b->parts.n = 0;
}
