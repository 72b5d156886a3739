/* base/dataset.h: the files of data/, embedded at build or from a folder.
 * `--data DIR` lets a person who codes events change a rule and run again
 * without a compiler: a file of DIR replaces the embedded one of that name. */
#ifndef DATELINE_DATASET_H
#define DATELINE_DATASET_H
#include "base/fail.h"
#include "base/str.h"

typedef struct dataset dataset;
/* Opens the embedded files, with those of folder `dir` in place of theirs
 * (NULL: none).  All texts stay valid as long as `mem`. */
int dataset_open(dataset **out, arena *mem, const char *dir, fail *f);
/* Text of "who/nations.tsv" and the path to name it by ("data/who/nations.tsv"
 * or "DIR/who/nations.tsv").  FAIL_MISSING if there is none. */
int dataset_text(const dataset *ds, const char *name, str *text, const char **path, fail *f);
/* Names that start with `head` and end with `tail` ("what/", ".rules"), sorted. */
uint32_t dataset_list(const dataset *ds, const char *head, const char *tail, const char ***names);
uint64_t dataset_checksum(const dataset *ds); /* of all names and texts */
#endif
