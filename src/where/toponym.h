/* where/toponym.h: which words of the article name places?
 *
 * Starts from the names that the parser found and asks the atlas about them:
 * takes "the" and "northern" off, puts "County" on, looks into names of bodies
 * ("the Goma police department") and at names taken for persons or bodies
 * ("in Henderson").  Beyond them it takes capitalised words that stand where a
 * place stands, and abbreviations of states. */
#ifndef DATELINE_TOPONYM_H
#define DATELINE_TOPONYM_H
#include "where/atlas.h"

typedef struct mention {
    range    tok;
    str      look;                        /* the name to look up; "" when no list has it      */
    double   sure;                        /* that it names a place, 0..1                     */
    bool     abbreviated;                 /* look is an abbreviation, exactly spelt          */
    bool     partial;                     /* look is the name without its kind: "Neches" for "Neches River" */
    bool     pending;                     /* only if a neighbour is a place: dropped in the end */
    bool     border;                      /* between two peoples, in no list                 */
    bool     called;                      /* in no list, but "the village of" stands before it */
    bool     inside;                      /* part of the name of a body or of a building     */
} mention;
typedef array(mention) mentions;

/* All toponyms in text order, none within another. */
void toponym_find(mentions *out, const doc *d, const atlas *a);
#endif
