/* say.c: where does each word go: data to standard output, words to standard error. */
#include "cli/cli.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

static void say(const char *fmt, va_list args)
{
    fflush(stdout);
    fputs("dateline: ", stderr);
    vfprintf(stderr, fmt, args);
    fputc('\n', stderr);
}

void say_error(const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    say(fmt, args);
    va_end(args);
}

void say_fail(const fail *f)
{
    if (f->path[0] && f->line) say_error("%s:%u: %s", f->path, f->line, f->text);
    else if (f->path[0]) say_error("%s: %s", f->path, f->text);
    else say_error("%s", f->text);
}

int say_usage(const command *c, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    say(fmt, args);
    va_end(args);
    fprintf(stderr, "Try 'dateline %s%s--help'.\n", c ? c->name : "", c ? " " : "");
    return EXIT_USAGE;
}

bool say_out(str text) { return fwrite(text.ptr, 1, text.len, stdout) == text.len; }

int say_done(int code)
{
    errno = 0;
    if (fflush(stdout) == 0 && !ferror(stdout)) return code;
    fprintf(stderr, "dateline: standard output: %s\n", errno ? strerror(errno) : "could not be written");
    return EXIT_NO_OUTPUT;
}
