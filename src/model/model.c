/* model.c: where is the model, and is its compiled file fresh? */
#include "model/model.h"
#include "base/cache.h"
#include "model/folder.h"
#include "model/weights.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

/* ---- tables out of the bundle ------------------------------------------ */
static int damaged(const model *m, const char *name, fail *f)
{
    return fail_set(f, FAIL_FORMAT, m->parts.path, 0, "damaged: %s", name);
}

static id_set take_set(const model *m, const char *name)
{
    const part *p = bundle_find(&m->parts, name);
    return p && p->kind == PART_U64 && p->n < UINT32_MAX ? (id_set){p->data, (uint32_t)p->n} : (id_set){NULL, 0};
}

/* A table that is not there is an empty one; offsets are checked here, once. */
static int take_map(const model *m, const char *name, id_map *out, fail *f)
{
    char full[64];
    snprintf(full, sizeof full, "%s.key", name);
    *out = (id_map){.keys = take_set(m, full)};
    snprintf(full, sizeof full, "%s.at", name);
    const part *at = bundle_find(&m->parts, full);
    snprintf(full, sizeof full, "%s.text", name);
    str text = bundle_text(&m->parts, full);
    if (out->keys.n == 0) return FAIL_OK;
    if (!at || at->kind != PART_U32 || at->n != (uint64_t)out->keys.n + 1) return damaged(m, name, f);
    out->at = at->data;
    out->text = text.ptr;
    for (uint32_t i = 0; i < out->keys.n; i++)
        if (out->at[i] > out->at[i + 1]) return damaged(m, name, f);
    return out->at[out->keys.n] == text.len ? FAIL_OK : damaged(m, name, f);
}

int model_lemmas(const model *m, str pos, lemma_table *out, fail *f)
{
    char name[40];
    unsigned long long id = strings_id(pos);
    snprintf(name, sizeof name, "index.%016llx", id);
    out->index = take_set(m, name);
    snprintf(name, sizeof name, "rules.%016llx", id);
    out->endings = bundle_text(&m->parts, name);
    snprintf(name, sizeof name, "exc.%016llx", id);
    return take_map(m, name, &out->exceptions, f);
}

static int take_vectors(model *m, fail *f)
{
    const part *row = bundle_find(&m->parts, "vectors.row");
    m->vector_words = take_set(m, "vectors.key");
    m->n_vectors = m->words.vector_W ? m->words.n_vectors : 0;
    if (m->n_vectors == 0 || m->vector_words.n == 0) return m->vector_words.n = 0, FAIL_OK;
    if (!row || row->kind != PART_U32 || row->n != m->vector_words.n) return damaged(m, "vectors.row", f);
    m->vector_row = row->data;
    return FAIL_OK;
}

static int take_nets(model *m, fail *f)
{
    const bundle *b = &m->parts;
    int code = weights_encoder(&m->words, b, "tok2vec", f);
    if (!code) code = weights_encoder(&m->names, b, "ner", f);
    if (!code) code = weights_linear(&m->tagger, b, "tagger", WIDTH, f);
    if (!code) code = weights_scorer(&m->parser, b, "parser", 8, f);
    return code ? code : weights_scorer(&m->namer, b, "ner", 3, f);
}

static int take_all(model *m, fail *f)
{
    const bundle *b = &m->parts;
    m->lang = bundle_text(b, "lang");
    m->tokenizer = bundle_text(b, "tokenizer");
    m->patterns = bundle_text(b, "patterns");
    m->tags = bundle_text(b, "tagger.labels");
    m->parser_moves = bundle_text(b, "parser.moves");
    m->namer_moves = bundle_text(b, "ner.moves");
    int code = take_map(m, "norm", &m->norms, f);
    if (!code) code = take_nets(m, f);
    return code ? code : take_vectors(m, f);
}

/* ---- which file -------------------------------------------------------- */
static void make_folders(arena *mem)
{
    char *path = (char *)(uintptr_t)cache_path(mem, "models");
    for (char *p = path + 1; *p; p++)
        if (*p == '/') {
            *p = '\0';
            mkdir(path, 0777);
            *p = '/';
        }
    mkdir(path, 0777);
}

static bool is_path(const char *name)
{
    return strchr(name, '/') || strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* The compiled file of a folder that is not in the cache (no name) is named by its path. */
static const char *compiled_path(arena *mem, const char *name, const char *dir)
{
    if (name) return cache_path(mem, str_printf(mem, "models/%s.bin", name).ptr);
    char *real = realpath(dir, NULL);
    uint64_t sum = real ? bytes_checksum(real, strlen(real)) : 0;
    free(real);
    return cache_path(mem, str_printf(mem, "models/folder-%016llx.bin", (unsigned long long)sum).ptr);
}

static int missing(const char *name, const char *dir, fail *f)
{
    if (is_path(name)) return fail_set(f, FAIL_MISSING, dir, 0, "no spaCy model here (no meta.json)");
    return fail_set(f, FAIL_MISSING, dir, 0, "the language model %s is not there: fetch it with `make setup`, or give a folder with --model", name);
}

/* Reads the folder and writes the compiled file.  Where that cannot be written,
 * what was read serves as well; *again says that it was, and can be opened. */
static int open_folder(model *m, const char *dir, const char *compiled, uint64_t stamp, bool *again, fail *f)
{
    m->parts = (bundle){.mem = m->mem};
    int code = folder_read(&m->parts, dir, &m->reading, f);
    if (!code) code = take_all(m, f);
    if (code) return code;
    fail ignored;
    make_folders(m->mem);
    *again = bundle_write(&m->parts, compiled, stamp, &ignored) == FAIL_OK;
    return FAIL_OK;
}

static int open_any(model *m, const char *name, bool *again, fail *f)
{
    bool is_dir = is_path(name) || folder_is_model(m->mem, name);
    const char *dir = is_dir ? name : cache_path(m->mem, str_printf(m->mem, "models/%s", name).ptr);
    const char *compiled = compiled_path(m->mem, is_dir ? NULL : name, dir);
    bool has_folder = folder_is_model(m->mem, dir);
    if (!has_folder && is_dir) return missing(name, dir, f);
    uint64_t stamp = has_folder ? folder_stamp(m->mem, dir) : 0;
    int code = bundle_open(&m->parts, compiled, stamp, f);
    if (!code) return take_all(m, f);
    if (has_folder) return open_folder(m, dir, compiled, stamp, again, f);
    return code == FAIL_MISSING ? missing(name, dir, f) : code;
}

static int open_once(model **out, const char *name_or_dir, bool *again, fail *f)
{
    arena *mem = arena_new(0);
    model *m = mem ? calloc(1, sizeof *m) : NULL;
    *out = NULL;
    *again = false;
    if (!m) {
        arena_free(mem);
        return fail_set(f, FAIL_MEMORY, "", 0, "no memory for the language model");
    }
    m->mem = m->parts.mem = mem;
    int code = arena_enter(mem) ? fail_set(f, FAIL_MEMORY, name_or_dir, 0, "no memory for the language model")
                                : open_any(m, name_or_dir, again, f);
    if (code) model_close(m);
    else *out = m;
    return code;
}

/* A folder that was compiled just now is opened a second time, as that file:
 * what reading it took is given back. */
int model_open(model **out, const char *name_or_dir, fail *f)
{
    bool again;
    int code = open_once(out, name_or_dir, &again, f);
    if (code || !again) return code;
    model *first = *out;
    if (open_once(out, name_or_dir, &again, NULL) == FAIL_OK) model_close(first);
    else *out = first;
    return FAIL_OK;
}

void model_close(model *m)
{
    if (!m) return;
    bytes_close(&m->reading);
    bundle_close(&m->parts);
    arena_free(m->mem);
    free(m);
}
