/* model/bundle.h: the parts of a model: named, typed arrays, in memory or in
 * one mapped file.
 *
 *     "tok2vec.mix.W"   f32 [96][3][672]        "vectors.key"   u64 [684830]
 *
 * The file is: a head, the table of parts, the parts, each at a multiple of 64
 * bytes.  It is made for the machine that it lies on (byte order) and is never
 * handed on, so it needs no other portability. */
#ifndef DATELINE_BUNDLE_H
#define DATELINE_BUNDLE_H
#include "base/array.h"
#include "base/bytes.h"
#include "base/fail.h"
#include "base/str.h"

typedef enum part_kind { PART_BYTES, PART_U32, PART_U64, PART_F32 } part_kind;
#define PART_RANK 4
typedef struct part {
    char        name[40];
    uint32_t    kind, rank;
    uint64_t    dim[PART_RANK];
    uint64_t    n;              /* elements: the product of the dims */
    const void *data;
} part;

typedef struct bundle {
    arena      *mem;
    array(part) parts;
    bytes       file;           /* mapped, if it was opened from a file     */
    const char *path;           /* of that file or of the folder            */
} bundle;

/* Adds a part whose data must stay as long as the bundle; gives it for its dims
 * to be changed from the one that `n` is. */
part *bundle_add(bundle *b, const char *name, part_kind kind, const void *data, uint64_t n);
const part *bundle_find(const bundle *b, const char *name); /* or NULL */
/* The part with its bytes as text; the empty slice if there is none. */
str   bundle_text(const bundle *b, const char *name);

/* `stamp` tells the files that the bundle was made from; bundle_open gives
 * FAIL_MISSING if the file has another one, unless `stamp` is 0. */
int  bundle_write(const bundle *b, const char *path, uint64_t stamp, fail *f); /* atomic */
int  bundle_open(bundle *b, const char *path, uint64_t stamp, fail *f);
void bundle_close(bundle *b);
#endif
