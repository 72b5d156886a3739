/* store/flat.h: all events as columns of numbers, for programs that filter them in memory.
 *
 * One pass over events, parties and places.  Words (types, parties, outlets)
 * are numbers into lists that come with them.  The arrays lie in one block,
 * each at a multiple of eight bytes, little endian.
 */
#ifndef DATELINE_FLAT_H
#define DATELINE_FLAT_H
#include "base/array.h"
#include "store/store.h"

typedef enum flat_list {
    FLAT_TYPES, FLAT_MODES, FLAT_STATUSES, FLAT_GRAINS, FLAT_BASES, FLAT_QUOTES, FLAT_PARTIES, FLAT_OUTLETS,
    FLAT_LISTS
} flat_list;
typedef enum flat_type { FLAT_U8, FLAT_U16, FLAT_U32, FLAT_I32 } flat_type;
typedef struct flat_place { int64_t geonameid; /* 0: none */ str name, country, admin1, kind; double lat, lon; /* NAN: unknown */ } flat_place;
/* `offset` in bytes from the start of the block, `length` in elements. */
typedef struct flat_column { const char *name; flat_type type; uint64_t length, offset; } flat_column;
enum { FLAT_COLUMNS = 24 };

typedef struct flat {
    arena   *mem;                         /* of the lists */
    uint8_t *block;
    uint64_t size;
    uint32_t events, articles;
    flat_column column[FLAT_COLUMNS];
    array(str) list[FLAT_LISTS];
    array(flat_place) places;
} flat;

/* FAIL_TOO_LARGE when a store has more of something than its column can number. */
int  flat_open(flat *out, store *s, fail *f);
void flat_close(flat *t);
#endif
