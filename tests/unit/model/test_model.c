/* Is a model found, compiled once, and mended when its compiled file is not whole? */
#include "base/cache.h"
#include "model/model.h"
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char home[64], compiled[96], linked[96];

static void opens(const char *name, bool mapped)
{
    model *m;
    fail f = {0};
    int code = model_open(&m, name, &f);
    if (code) printf("%s: %s: %s\n", name, f.path, f.text);
    assert(code == FAIL_OK && m->parts.file.mapped == mapped);
    assert(str_is(m->lang, "en") && m->tagger.n_out == 50 && m->parser.upper.n_out == 106 && m->namer.upper.n_out == 74);
    lemma_table nouns;
    assert(model_lemmas(m, S("noun"), &nouns, &f) == FAIL_OK);
    assert(id_set_sorted(&nouns.index) && id_set_find(&nouns.index, strings_id(S("dog"))) != UINT32_MAX);
    model_close(m);
}

static void refuses(const char *name, int code, const char *says)
{
    model *m;
    fail f = {0};
    assert(model_open(&m, name, &f) == code && !m && strstr(f.text, says) && f.path[0]);
}

static long size_of(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 ? (long)st.st_size : -1;
}

static void compiles_and_mends(void)
{
    opens("english", true);
    long size = size_of(compiled);
    assert(size > 1 << 20);
    opens("english", true);
    assert(truncate(compiled, size / 2) == 0);
    opens("english", true);
    assert(size_of(compiled) == size);
    assert(unlink(linked) == 0); /* the compiled file alone is enough */
    opens("english", true);
    assert(truncate(compiled, size / 2) == 0);
    refuses("english", FAIL_FORMAT, "cut off");
    assert(unlink(compiled) == 0);
    refuses("english", FAIL_MISSING, "make setup");
}

int main(void)
{
    arena *mem = arena_new(0);
    if (!mem || arena_enter(mem)) return 1;
    char *dir = realpath(cache_path(mem, "models/en_core_web_sm"), NULL);
    if (!dir) {
        puts("model: en_core_web_sm is not in the cache folder: make setup");
        return 1;
    }
    snprintf(home, sizeof home, "/tmp/dateline-test-model-%ld", (long)getpid());
    snprintf(linked, sizeof linked, "%s/models", home);
    mkdir(home, 0700);
    mkdir(linked, 0700);
    snprintf(linked, sizeof linked, "%s/models/english", home);
    snprintf(compiled, sizeof compiled, "%s/models/english.bin", home);
    assert(symlink(dir, linked) == 0 && setenv("DATELINE_HOME", home, 1) == 0);
    compiles_and_mends();
    refuses("/nowhere/model", FAIL_MISSING, "meta.json");
    assert(setenv("DATELINE_HOME", "/dev/null/none", 1) == 0);
    opens(dir, false); /* where nothing can be written, the folder is read each time */
    assert(rmdir(str_printf(mem, "%s/models", home).ptr) == 0 && rmdir(home) == 0);
    free(dir);
    arena_free(mem);
    puts("model: ok");
    return 0;
}
