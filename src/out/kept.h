/* out/kept.h: a record as a store keeps it: what the writers of exports are given.
 *
 * All text is UTF-8 and empty where unknown; days are ISO 8601; spans are code
 * points of the article's text as it was given, half-open.
 */
#ifndef DATELINE_KEPT_H
#define DATELINE_KEPT_H
#include "base/array.h"
#include "base/str.h"

enum { KEPT_NONE = -1 };                  /* no number, no position */

typedef struct kept_span { int64_t start, end; } kept_span; /* both KEPT_NONE: it stands nowhere */
typedef struct kept_party {
    str code, sectors;                    /* "ARM", "GOV;MIL": primary first */
    str text, name, cue;                  /* cue: of a source, the word of saying */
    kept_span span, cue_span;
} kept_party;
typedef struct kept_place {
    str text, name, country, admin1, kind;
    int64_t geonameid;                    /* or KEPT_NONE */
    double lat, lon;                      /* WGS84 degrees, NAN unknown */
    kept_span span;
} kept_place;
typedef struct kept_count { str what, text; int64_t low, high; /* KEPT_NONE: no bound */ kept_span span; } kept_count;
typedef array(kept_party) kept_parties;
typedef array(kept_span) kept_spans;
typedef struct kept_attribution { str kind, stance, name, code, sectors; kept_spans source, cue, content; } kept_attribution;

typedef struct kept_article {
    int64_t n;
    str id, outlet, title, url, language, published, published_basis;
    str program, model, data;             /* what coded it */
    str text;                             /* only where whole articles are walked */
} kept_article;

typedef struct kept {
    kept_article article;
    int64_t story, reports, originals;
    bool contested, denied, other_actor, other_number;
    str id, type, mode, context, cameo, quad;
    str first, last, grain, basis, when_text;
    str quote, status, trigger, evidence, same_as;
    kept_span when_span, trigger_span, evidence_span;
    double confidence;
    kept_parties actor, recipient, source; /* source: innermost first */
    array(kept_place) place;              /* most specific first */
    array(kept_count) count;
    str record;                           /* the line of docs/records.md */
} kept;

/* An article with all that was found in it. */
typedef struct kept_whole { kept_article article; array(kept) event; array(kept_attribution) attribution; } kept_whole;

/* What a reader says is wrong with a record; `record` as it was then, without what its story adds. */
typedef struct kept_correction { kept record; str field, note, value /* what it should be, or "" */, made; kept_spans words; } kept_correction;
#endif
