/* store/query.h: what questions are built of; query.c and ledger.c put theirs together with it. */
#ifndef DATELINE_QUERY_H
#define DATELINE_QUERY_H
#include "store/sql.h"

typedef struct bound { str text; double number; bool is_number; } bound;
/* A question in the making: SQL with numbers for values, and the values. */
typedef struct builder { arena *mem; buf sql; array(bound) value; const question *asked; unsigned conditions, sets; } builder;

/* Adds the words and the number of a value. */
void query_bind(builder *b, const char *text, str value);
void query_bind_number(builder *b, const char *text, double value);
/* Adds what --until asks of a first day, the column `first`; nothing where it is not asked. */
void query_until(builder *b, const char *before, const char *first);
/* Adds " WHERE ...": what the filters of b->asked want of an event `e`; with b->conditions set, " AND ...". */
void query_conditions(builder *b);
/* Binds the values, which must stay where they are until the statement has run. */
void query_give(sqlite3_stmt *row, const builder *b);
#endif
