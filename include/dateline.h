/* dateline.h: who did what to whom, when, where, according to whom.
 *
 *     dateline *engine;  dateline_error error;  dateline_document *doc;
 *     if (dateline_open(&engine, NULL, &error)) ...
 *     if (dateline_read(engine, &(dateline_article){.text = text}, &doc, &error)) ...
 *     for (size_t i = 0; i < dateline_event_count(doc); i++) {
 *         const dateline_event *event = dateline_event_at(doc, i);
 *         printf("%s %s\n", event->type, event->trigger);
 *     }
 *     dateline_document_free(doc);
 *     dateline_close(engine);
 *
 * An engine is read-only once open: any number of threads may read with it at
 * the same time.  A document belongs to one thread at a time.  Nothing here
 * prints, exits or keeps a global.  Texts are UTF-8; spans are code points of
 * the text as it was given, half-open.  Structures may grow at their ends in
 * later versions: the library makes those that it gives out, and zero in a
 * field of yours always means "not given".
 */
#ifndef DATELINE_H
#define DATELINE_H
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define DATELINE_API __attribute__((visibility("default")))
#else
#define DATELINE_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct dateline dateline;                     /* an open engine: model and data  */
typedef struct dateline_document dateline_document;   /* one article and what was found  */

/* What went wrong; the numbers stay the same from version to version. */
enum { DATELINE_OK = 0, DATELINE_MEMORY = -1, DATELINE_UNREADABLE = -2, DATELINE_FORMAT = -3, DATELINE_OLD_OR_NEW = -4,
       DATELINE_MISSING = -5, DATELINE_TOO_LARGE = -6, DATELINE_ENCODING = -7 };

typedef struct dateline_error {
    int      code;          /* one of the above                 */
    uint32_t line;          /* of that file, 0 if not a line's  */
    char     path[256];     /* file or folder, "" if none       */
    char     text[256];     /* one line for people              */
} dateline_error;

typedef struct dateline_options {
    const char *model;      /* "en_core_web_md" (NULL), "en_core_web_sm", or a spaCy model's folder */
    const char *data;       /* folder of data files in place of the embedded ones; NULL: none       */
    const char *places;     /* compiled list of places; NULL: in the cache folder                   */
} dateline_options;

typedef struct dateline_article {
    const char *text;
    size_t      length;     /* in bytes; 0: up to the NUL                   */
    const char *id;         /* this and what follows may be NULL            */
    const char *outlet;
    const char *published;  /* "2024-11-08"                                 */
} dateline_article;

typedef struct dateline_span { uint32_t start, end; } dateline_span;   /* 0, 0: not in the text */

typedef struct dateline_party {
    const char   *text, *name;       /* "" if none                                           */
    const char   *code;              /* ISO 3166-1 alpha-3, "IGO", "NGO", "MNC"; "---" unknown */
    const char   *sector[4];         /* PLOVER sectors, the first first; NULL ends           */
    dateline_span span;
    const char   *cue;               /* of a source: the word of saying, else ""             */
} dateline_party;

typedef struct dateline_place {
    const char   *text, *name, *country;  /* "" unknown                     */
    double        lat, lon;               /* NaN unknown                    */
    uint32_t      geonameid;              /* 0 unknown                      */
    dateline_span span;
} dateline_place;

/* One event.  Everything it points to lives as long as its document. */
typedef struct dateline_event {
    const char *id;                                  /* the same text and data give the same id       */
    const char *type, *mode, *cameo, *quad;          /* mode "" if none                               */
    const dateline_party *actor, *recipient, *according_to;  /* sources innermost first; none: the outlet itself */
    size_t      n_actor, n_recipient, n_according_to;
    const char *start, *end;                         /* days, inclusive; "" unknown or open           */
    const char *when_basis;                          /* stated, relative, named, published, unstated  */
    const dateline_place *where;                     /* most specific first                           */
    size_t      n_where;
    const char *status;                              /* actual, planned, demanded, denied, hypothetical */
    const char *quote;                               /* direct, indirect, none                        */
    const char *trigger, *evidence;
    dateline_span trigger_span, evidence_span;
    const char *same_as;                             /* id of the event this tells again, or ""       */
    double      confidence;                          /* 0..1                                          */
} dateline_event;

/* Opens model and data; `options` may be NULL.  0, or a code with *error filled
 * (`error` may be NULL here and below). */
DATELINE_API int  dateline_open(dateline **out, const dateline_options *options, dateline_error *error);
/* Closes it; all documents read with it stay good.  NULL is fine. */
DATELINE_API void dateline_close(dateline *engine);

/* Reads an article.  No events is an ordinary answer.  0, DATELINE_ENCODING,
 * DATELINE_TOO_LARGE, DATELINE_FORMAT (a day that is none) or DATELINE_MEMORY. */
DATELINE_API int  dateline_read(dateline *engine, const dateline_article *article, dateline_document **out, dateline_error *error);
DATELINE_API void dateline_document_free(dateline_document *doc);

DATELINE_API size_t dateline_event_count(const dateline_document *doc);
/* Event `i` in the order of the text, NULL when there is none. */
DATELINE_API const dateline_event *dateline_event_at(const dateline_document *doc, size_t i);

/* The event, and the document with all layers, as one line of JSON
 * (docs/records.md); they live as long as the document.  NULL: no memory. */
DATELINE_API const char *dateline_event_json(dateline_document *doc, size_t i);
DATELINE_API const char *dateline_document_json(dateline_document *doc);

/* "0.1.0" */
DATELINE_API const char *dateline_version(void);

#ifdef __cplusplus
}
#endif
#endif
