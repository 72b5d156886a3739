/* text/text.h: bytes → clean text.
 *
 * News comes glued ("...reports.“Today, 4 years"), with four conventions of
 * quotation marks, hard-wrapped lines, no-break blanks, datelines.  This room
 * makes paragraphs of single-spaced text of it, and remembers for every byte
 * where it came from.
 *
 * Writes    doc->article, doc->text, doc->steps, doc->paragraphs
 * Not here  what is inside quotation marks: says/quote.c
 *           the publication day when it is not given: when/
 */
#ifndef DATELINE_TEXT_H
#define DATELINE_TEXT_H
#include "base/fail.h"
#include "doc.h"

/* Cleans d->article.given (UTF-8) into d->text.  FAIL_ENCODING with the byte's
 * place if it is not UTF-8, FAIL_TOO_LARGE above DOC_MAX_BYTES. */
int text_fill(doc *d, fail *f);
/* Takes the given text as it is, one paragraph, no change: for `dateline parse`. */
int text_fill_raw(doc *d, fail *f);

/* feed.c: one source of bytes → articles, one by one, memory flat. */
typedef struct feed feed;
typedef struct feed_options { str outlet; day published; /* DAY_NONE */ } feed_options;
/* Opens a file ("-": standard input); a plain file is one article, JSON Lines
 * one a line (told by the first byte that is not blank being '{'). */
int  feed_open(feed **out, const char *path, const feed_options *o, fail *f);
/* Fills the article fields of `d`.  1: an article; 0: the end; negative FAIL_*:
 * this record is bad (f says which line), the next call goes on behind it. */
int  feed_next(feed *fd, doc *d, fail *f);
void feed_close(feed *fd);
/* Line of the article that feed_next gave last; 0 in a plain file. */
uint32_t feed_line(const feed *fd);
#endif
