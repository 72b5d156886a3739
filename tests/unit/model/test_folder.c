/* Is a damaged or missing file of a model folder named in one clear error? */
#include "base/cache.h"
#include "model/folder.h"
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const files[] = {
    "config.cfg", "tokenizer", "vocab/lookups.bin", "vocab/key2row", "vocab/vectors", "vocab/vectors.cfg", "tok2vec/model", "tagger/model",
    "tagger/cfg", "parser/model", "parser/moves", "parser/cfg", "ner/model", "ner/moves", "ner/cfg", "attribute_ruler/patterns",
    "lemmatizer/lookups/lookups.bin"};
#define N_FILES (sizeof files / sizeof *files)
static const char *const folders[] = {"vocab", "tok2vec", "tagger", "parser", "ner", "attribute_ruler", "lemmatizer", "lemmatizer/lookups"};
static char dir[64];
static arena *mem;

static const char *in(const char *folder, const char *name) { return str_printf(mem, "%s/%s", folder, name).ptr; }

static int read_folder(fail *f)
{
    bytes open = {(const uint8_t *)"", 0, false};
    arena *work = arena_new(0);
    assert(work && !arena_enter(work));
    bundle b = {.mem = work};
    int code = folder_read(&b, dir, &open, f);
    bytes_close(&open);
    arena_free(work);
    return code;
}

/* The folder's file cut to `n` bytes, or all of the model's own. */
static void put(const char *model_dir, const char *name, long n)
{
    const char *to = in(dir, name);
    unlink(to);
    if (n < 0) {
        assert(symlink(in(model_dir, name), to) == 0);
        return;
    }
    FILE *source = fopen(in(model_dir, name), "rb"), *out = fopen(to, "wb");
    assert(source && out);
    for (int c; n > 0 && (c = getc(source)) != EOF; n--) putc(c, out);
    fclose(source);
    fclose(out);
}

static long size_of(const char *path)
{
    struct stat st;
    assert(stat(path, &st) == 0);
    return (long)st.st_size;
}

static void names_the_damaged(const char *model_dir, const char *name)
{
    long size = size_of(in(model_dir, name)), cuts[] = {0, 1, size / 3, size - 1};
    fail f = {0};
    for (size_t i = 0; i < 4; i++) {
        if (cuts[i] >= size || cuts[i] < 0) continue;
        put(model_dir, name, cuts[i]);
        bool may_pass = strstr(name, "cfg") != NULL; /* the end of these may be without meaning */
        int code = read_folder(&f);
        if (code == FAIL_OK ? !may_pass || i < 2 : !strstr(f.path, name) || !f.text[0]) {
            printf("%s cut to %ld bytes: %d %s: %s\n", name, cuts[i], code, f.path, f.text);
            assert(false);
        }
    }
    unlink(in(dir, name));
    assert(read_folder(&f) == FAIL_MISSING && strstr(f.path, name));
    put(model_dir, name, -1);
}

int main(void)
{
    mem = arena_new(0);
    if (!mem || arena_enter(mem)) return 1;
    const char *model_dir = realpath(cache_path(mem, "models/en_core_web_sm"), NULL);
    if (!model_dir || !folder_is_model(mem, model_dir)) {
        puts("folder: en_core_web_sm is not in the cache folder: make setup");
        return 1;
    }
    snprintf(dir, sizeof dir, "/tmp/dateline-test-folder-%ld", (long)getpid());
    mkdir(dir, 0700);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) mkdir(in(dir, folders[i]), 0700);
    for (size_t i = 0; i < N_FILES; i++) put(model_dir, files[i], -1);
    fail f = {0};
    assert(read_folder(&f) == FAIL_OK);
    for (size_t i = 0; i < N_FILES; i++) names_the_damaged(model_dir, files[i]);
    for (size_t i = 0; i < N_FILES; i++) unlink(in(dir, files[i]));
    for (size_t i = sizeof folders / sizeof *folders; i > 0; i--) rmdir(in(dir, folders[i - 1]));
    rmdir(dir);
    free((void *)(uintptr_t)model_dir);
    arena_free(mem);
    puts("folder: ok");
    return 0;
}
