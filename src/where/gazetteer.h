/* where/gazetteer.h: the compiled list of places, mapped and never copied.
 *
 * tools/mkgazetteer.c writes the file, gazetteer.c reads it.  All numbers are
 * little-endian, 32 bits wide unless said otherwise:
 *
 *     head        64 bytes: magic, version, four sizes, two checksums, the folding
 *     directory   65537: for each first 16 bits of a hash, its first name
 *     hashes      64 bits each, sorted: str_hash of the folded names
 *     first       one a name and one more: its first posting
 *     postings    place number * 2, + 1 if it is one of the place's other names
 *     places      32 bytes each, sorted by id (see gazetteer.c: gazetteer_at)
 *     text        the places' names: a length byte, then the bytes
 *
 * Names themselves are not kept: the compiler makes sure that no two hash to
 * the same number.  A look-up touches three or four pages. */
#ifndef DATELINE_GAZETTEER_H
#define DATELINE_GAZETTEER_H
#include "base/fail.h"
#include "base/str.h"

#define GAZETTEER_MAGIC     "dlplaces"
#define GAZETTEER_VERSION   1u
#define GAZETTEER_HEAD      64u
#define GAZETTEER_DIRECTORY 65537u
#define GAZETTEER_PLACE     32u
#define GAZETTEER_NO_PLACE  UINT32_MAX

/* Where the numbers of the head stand. */
enum { HEAD_VERSION = 8, HEAD_NAMES = 12, HEAD_POSTINGS = 16, HEAD_PLACES = 20, HEAD_TEXT = 24,
       HEAD_BODY_SUM = 32 /* 64 bits: of all behind the head */,
       HEAD_FOLDING = 40 /* 64 bits: gazetteer_folding() of the compiler */, HEAD_SUM = 56 /* 64 bits: of the head before it */ };

typedef enum place_kind { PLACE_CITY, PLACE_CAPITAL, PLACE_ADMIN1, PLACE_ADMIN2, PLACE_ADMIN3, PLACE_KINDS } place_kind;

typedef struct gazetteer gazetteer;
typedef struct gazetteer_place {
    uint32_t id;                          /* GeoNames'                                       */
    str      name;
    double   lat, lon;
    uint32_t population;
    uint32_t admin1, admin2;              /* place numbers of its divisions, or NO_PLACE     */
    char     country[4];                  /* alpha-3                                         */
    place_kind kind;
} gazetteer_place;
typedef struct gazetteer_hits { uint32_t first, end; } gazetteer_hits; /* postings */

/* Maps the file.  FAIL_MISSING, FAIL_FORMAT or FAIL_VERSION with the path.  The
 * head is checked at once; what lies behind it is checked where it is read. */
int  gazetteer_open(gazetteer **out, arena *mem, const char *path, fail *f);
void gazetteer_close(gazetteer *g);       /* NULL is fine */
/* Reads the whole file and compares its checksum: for the set-up and the tests. */
int  gazetteer_verify(const gazetteer *g, fail *f);

/* The key of a name: utf8_fold_name, without full stops, "the" in front, and
 * with "St", "Mt", "Ft" written out.  "Mt. Pleasant" → "mount pleasant". */
str  gazetteer_fold(arena *mem, str name);
/* A number that changes when gazetteer_fold folds otherwise; a list made with another folding is of no use. */
uint64_t gazetteer_folding(arena *mem);
/* Places of a folded name; most people first. */
gazetteer_hits gazetteer_find(const gazetteer *g, str folded);
/* Place number of a posting; *other: it is not the place's main name. */
uint32_t gazetteer_hit(const gazetteer *g, uint32_t posting, bool *other);
uint32_t gazetteer_count(const gazetteer *g);                 /* of places               */
uint32_t gazetteer_by_id(const gazetteer *g, uint32_t id);    /* place number or NO_PLACE */
/* False when there is no such place. */
bool gazetteer_at(const gazetteer *g, uint32_t number, gazetteer_place *out);
const char *gazetteer_kind_name(place_kind kind);             /* "city", "admin1" ...    */
#endif
