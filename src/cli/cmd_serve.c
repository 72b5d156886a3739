/* cmd_serve.c: `dateline serve`: shows a store in the browser. */
#include "cli/cli.h"
#include "serve/serve.h"
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

extern char **environ;

/* A program that we start has the signals that we hold back. */
static void usual_signals(posix_spawnattr_t *how)
{
    sigset_t none, pipe;
    sigemptyset(&none);
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    posix_spawnattr_init(how);
    posix_spawnattr_setflags(how, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    posix_spawnattr_setsigmask(how, &none);
    posix_spawnattr_setsigdefault(how, &pipe);
}

/* The desktop's own way to open an address, if there is a desktop. */
static void open_browser(const char *address)
{
    static const char *const openers[] = {"xdg-open", "x-www-browser", "sensible-browser"};
    if (!getenv("DISPLAY") && !getenv("WAYLAND_DISPLAY")) return;
    posix_spawn_file_actions_t quiet;
    posix_spawnattr_t usual;
    usual_signals(&usual);
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&quiet, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    for (size_t i = 0; i < sizeof openers / sizeof *openers; i++) {
        pid_t child;
        char *const words[] = {(char *)(uintptr_t)openers[i], (char *)(uintptr_t)address, NULL};
        if (posix_spawnp(&child, openers[i], &quiet, &usual, words, environ) == 0) break;
    }
    posix_spawn_file_actions_destroy(&quiet);
    posix_spawnattr_destroy(&usual);
}

/* The signals that end it are held back, in every thread, for this one to wait for. */
static sigset_t hold_signals(void)
{
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &ends, NULL);
    signal(SIGPIPE, SIG_IGN);
    return ends;
}

static int read_port(const command *self, const options *o, int *port)
{
    long n;
    *port = -1;
    if (!o->port) return EXIT_OK;
    if (!str_to_int(str_of(o->port), &n) || n < 0 || n > 65535) return say_usage(self, "--port %s is no port: 0 (any free one) to 65535", o->port);
    *port = (int)n;
    return EXIT_OK;
}

static int show(const options *o, int port)
{
    server *s;
    fail f = {0};
    int got;
    sigset_t ends = hold_signals();
    serve_options how = {.db = o->db, .data = o->data, .model = o->model, .places = o->places, .port = port, .write = o->write};
    if (serve_open(&s, &how, &f)) {
        say_fail(&f);
        return EXIT_NO_START;
    }
    printf("%s\n", serve_address(s));
    int code = say_done(EXIT_OK);
    if (isatty(STDERR_FILENO)) say_error("%s is shown at this address, on this machine only; Ctrl-C ends it", o->db);
    if (!code && !o->no_open) open_browser(serve_address(s));
    if (!code) sigwait(&ends, &got);
    serve_close(s);
    return code;
}

static int run(const command *self, options *o)
{
    int port;
    if (!o->db) return say_usage(self, "serve wants a store: --db FILE");
    if (o->n_inputs) return say_usage(self, "serve takes no inputs; the store is named by --db");
    int bad = read_port(self, o, &port);
    return bad ? bad : show(o, port);
}

const command cmd_serve = {
    "serve", "shows a store in the browser, on this machine only", "db port no-open write model data places",
    "  dateline serve --db news.db                    # prints the address and opens the browser\n"
    "  dateline serve --db news.db --write            # corrections can be made in the page\n"
    "  dateline serve --db news.db --port 0 --no-open\n\n"
    "The page shows time line, map, network, table and articles; the filters are in its address.\n"
    "Nothing is sent elsewhere and nothing is changed but, with --write, corrections (docs/serve.md).\n", run};
