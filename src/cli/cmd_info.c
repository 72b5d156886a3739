/* cmd_info.c: `dateline info`: which versions, which data, which folders, whose work? */
#include "base/cache.h"
#include "base/dataset.h"
#include "cli/cli.h"
#include <inttypes.h>
#include <stdio.h>
#include <sys/stat.h>

static void print_file(const char *label, const char *path)
{
    struct stat info;
    if (stat(path, &info)) printf("%-12s %s (missing; make setup fetches it)\n", label, path);
    else printf("%-12s %s (%.1f MB)\n", label, path, (double)info.st_size / 1e6);
}

static int print_data(const options *o, arena *mem)
{
    fail f = {0};
    dataset *data;
    const char **names;
    if (dataset_open(&data, mem, o->data, &f)) {
        say_fail(&f);
        return EXIT_NO_START;
    }
    printf("%-12s %016" PRIx64 ", %u files%s%s\n", "data", dataset_checksum(data), dataset_list(data, "", "", &names),
           o->data ? ", with those of " : ", embedded", o->data ? o->data : "");
    return EXIT_OK;
}

static int print_model(const options *o)
{
    fail f = {0};
    engine *e;
    const char *name = o->model ? o->model : "en_core_web_md";
    int code = engine_open(&e, &(engine_options){.model = name, .rooms = ENGINE_PARSE}, &f);
    if (code == FAIL_OK) printf("%-12s %s (opens)\n", "model", name);
    else printf("%-12s %s (%s%s%s)\n", "model", name, f.path, f.path[0] ? ": " : "", f.text);
    engine_close(e);
    return code ? EXIT_NO_START : EXIT_OK;
}

static int run(const command *self, options *o)
{
    if (o->n_inputs) return say_usage(self, "info takes no inputs");
    arena *mem = arena_new(0);
    if (!mem || arena_enter(mem)) {
        say_error("out of memory");
        return EXIT_NO_START;
    }
    printf("%-12s %s\n", "dateline", DATELINE_VERSION);
    int code = print_data(o, mem), bad = print_model(o);
    printf("%-12s %s\n", "cache", cache_path(mem, ""));
    print_file("places", o->places ? o->places : cache_path(mem, "places.bin"));
    printf("%-12s dateline Apache-2.0; language models MIT (Explosion); places CC BY 4.0 (GeoNames);\n"
           "%-12s json-c MIT, PCRE2 BSD, SQLite public domain, utf8proc MIT (THIRD_PARTY.md)\n", "licences", "");
    arena_free(mem);
    return say_done(code ? code : bad);
}

const command cmd_info = {"info", "versions, model, data, folders, licences", "model data places", "  dateline info\n", run};
