/* cli/survey.h: what many articles show of the data: gaps, and records to doubt. */
#ifndef DATELINE_SURVEY_H
#define DATELINE_SURVEY_H
#include "cli/cli.h"

/* Which predicates between coded parties does no entry cover?  By frequency, with examples. */
int survey_uncovered(const options *o);
/* Which records look least safe?  The least confident first. */
int survey_doubtful(const options *o);
#endif
