/* where/atlas.h: all places we know of, from the compiled list and from data/where.
 *
 * Candidates of a name come from four sources: countries.tsv, regions.tsv,
 * abbreviations.tsv and aliases.tsv (names of ours for places of the list),
 * and the list itself. */
#ifndef DATELINE_ATLAS_H
#define DATELINE_ATLAS_H
#include "base/dataset.h"
#include "base/map.h"
#include "doc.h"
#include "where/gazetteer.h"

#define ATLAS_MAX_CANDIDATES 96u

typedef enum level { LEVEL_COUNTRY, LEVEL_ADMIN1, LEVEL_ADMIN2, LEVEL_TOWN, LEVEL_REGION } level;

typedef struct candidate {
    uint32_t id;                          /* GeoNames', 0: none                              */
    level    level;
    str      name;
    double   lat, lon;                    /* NAN: unknown                                    */
    double   at[3];                       /* the same as a point of the unit sphere          */
    char     country[4];
    uint32_t admin1, admin2;              /* place numbers of the list, or NONE              */
    const char *kind;
    int64_t  population;
    bool     other;                       /* not its main name                               */
    bool     by_hand;                     /* a row of ours gives it this name                */
    reason   why;
} candidate;
typedef array(candidate) candidates;

typedef enum word_class { WORD_BEFORE = 1, WORD_BEHIND = 2, WORD_FRONT = 4, WORD_SIDE = 8, WORD_BODY = 16, WORD_TITLE = 32,
                          WORD_NEVER = 64, WORD_ROAD = 128, WORD_FOLK = 256, WORD_ACT = 512,
                          WORD_DIVISION = 1024, WORD_SETTLEMENT = 2048, WORD_SITE = 4096, WORD_EDGE = 8192 } word_class;

typedef struct atlas atlas;
int  atlas_open(atlas **out, arena *mem, const dataset *data, const char *gazetteer, fail *f);
void atlas_close(atlas *a);
/* Adds the places called `name`, ours first, then by population; at most ATLAS_MAX_CANDIDATES. */
void atlas_find(const atlas *a, arena *mem, str name, candidates *out);
bool atlas_has(const atlas *a, arena *mem, str name);
/* The place an abbreviation stands for ("Calif."); exact spelling.  False if it is none;
 * *behind: it only is one behind a place and a comma. */
bool atlas_abbreviation(const atlas *a, str text, candidate *out, bool *behind);
/* The country or region whose people have that name ("Armenian", "Turks", "Texan"); false if none. */
bool atlas_people(const atlas *a, str name, candidate *out);
/* The kinds of a lower-case word: bits of word_class. */
uint32_t atlas_word(const atlas *a, str lower);
/* Name of a division, "" for NONE. */
str  atlas_name(const atlas *a, uint32_t division);
#endif
