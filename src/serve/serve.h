/* serve/serve.h: a store, shown to a browser on the same machine.
 *
 *     server *s;  fail f;
 *     if (serve_open(&s, &(serve_options){.db = "news.db"}, &f)) ...
 *     puts(serve_address(s));      http://127.0.0.1:8765/
 *     ... until told to stop ...
 *     serve_close(s);
 *
 * Listens on the loopback address and nowhere else (docs/serve.md tells what
 * else keeps other programs and pages out).  Answers come from threads of its own.
 *
 * Reads     the store; the model and the data to say why a record is what it is
 * Writes    corrections, if `write` is set
 * Not here  signals, browsers, messages (cli/cmd_serve.c); the page itself (explorer/)
 */
#ifndef DATELINE_SERVE_H
#define DATELINE_SERVE_H
#include "base/fail.h"
#include <stdbool.h>

typedef struct server server;
typedef struct serve_options {
    const char *db, *data, *model, *places; /* as the options of that name; NULL: the usual ones */
    int  port;                            /* 0: any; -1: 8765 or one of the next, whichever is free */
    bool write;                           /* corrections may be made with the token */
} serve_options;

/* FAIL_USAGE when the port is taken. */
int  serve_open(server **out, const serve_options *o, fail *f);
void serve_close(server *s);
/* With the token behind '#' where corrections may be made.  Lives as long as the server. */
const char *serve_address(const server *s);
#endif
