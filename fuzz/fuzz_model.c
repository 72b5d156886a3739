/* fuzz_model.c: any bytes in place of one file of a model: a model, or one clear error?
 *
 * The first byte says which file: the compiled one, the tokenizer, the
 * attribute ruler's patterns, or one of the folder. */
#include "model/config.h"
#include "model/folder.h"
#include "model/model.h"
#include "parse/words.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static const char config[] =
    "[nlp]\nlang = \"en\"\npipeline = [\"tok2vec\",\"tagger\",\"parser\",\"attribute_ruler\",\"lemmatizer\",\"ner\"]\ndisabled = []\n"
    "[components.tok2vec]\nfactory = \"tok2vec\"\n[components.tagger]\nfactory = \"tagger\"\n[components.parser]\nfactory = \"parser\"\n"
    "[components.ner]\nfactory = \"ner\"\n[components.attribute_ruler]\nfactory = \"attribute_ruler\"\n"
    "[components.lemmatizer]\nfactory = \"lemmatizer\"\nmode = \"rule\"\n"
    "[components.tok2vec.model]\n@architectures = \"spacy.Tok2Vec.v2\"\n[components.tok2vec.model.embed]\n@architectures = \"spacy.MultiHashEmbed.v2\"\n"
    "[components.tok2vec.model.encode]\n@architectures = \"spacy.MaxoutWindowEncoder.v2\"\n[components.tagger.model]\n@architectures = \"spacy.Tagger.v2\"\n"
    "[components.tagger.model.tok2vec]\n@architectures = \"spacy.Tok2VecListener.v1\"\n"
    "[components.parser.model]\n@architectures = \"spacy.TransitionBasedParser.v2\"\nstate_type = \"parser\"\nextra_state_tokens = false\nuse_upper = true\n"
    "[components.parser.model.tok2vec]\n@architectures = \"spacy.Tok2VecListener.v1\"\n"
    "[components.ner.model]\n@architectures = \"spacy.TransitionBasedParser.v2\"\nstate_type = \"ner\"\nextra_state_tokens = false\nuse_upper = true\n"
    "[components.ner.model.tok2vec]\n@architectures = \"spacy.Tok2Vec.v2\"\n[components.ner.model.tok2vec.embed]\n@architectures = \"spacy.MultiHashEmbed.v2\"\n"
    "[components.ner.model.tok2vec.encode]\n@architectures = \"spacy.MaxoutWindowEncoder.v2\"\n";

#define TEXT(s) s, sizeof(s) - 1
static const struct { const char *name, *text; size_t n; } files[] = {
    {"meta.json", TEXT("{}")}, {"config.cfg", TEXT(config)}, {"tagger/cfg", TEXT("{\"labels\":[\"NN\"]}")},
    {"parser/moves", TEXT("\x81\xA5moves\xAC{\"0\":{\"\":1}}")}, {"ner/moves", TEXT("\x81\xA5moves\xAC{\"5\":{\"\":1}}")},
    {"parser/cfg", TEXT("{}")}, {"ner/cfg", TEXT("{}")}, {"tokenizer", TEXT("\x80")}, {"attribute_ruler/patterns", TEXT("\x90")},
    {"vocab/lookups.bin", TEXT("\x80")}, {"lemmatizer/lookups/lookups.bin", TEXT("\x83\xABlemma_index\x80\xA9lemma_exc\x80\xABlemma_rules\x80")},
    {"vocab/vectors.cfg", TEXT("{\"mode\":\"default\"}")}, {"vocab/vectors", TEXT("\x93NUMPY\x01\x00\x47\x00{'descr': '<f4', 'fortran_order': False, 'shape': (0, 0), }           \n")},
    {"vocab/key2row", TEXT("\x80")}, {"tok2vec/model", TEXT("\x80")}};
#define N_FILES (sizeof files / sizeof *files)

static char dir[64];

static void put(size_t i, const void *p, size_t n)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", dir, files[i].name);
    FILE *out = fopen(path, "wb");
    if (!out || fwrite(p, 1, n, out) != n) abort();
    fclose(out);
}

static void make_folder(void)
{
    static const char *const inner[] = {"", "/tagger", "/parser", "/ner", "/attribute_ruler", "/vocab", "/lemmatizer", "/lemmatizer/lookups", "/tok2vec"};
    snprintf(dir, sizeof dir, "/tmp/dateline-fuzz-%ld", (long)getpid());
    for (size_t i = 0; i < sizeof inner / sizeof *inner; i++) {
        char path[128];
        snprintf(path, sizeof path, "%s%s", dir, inner[i]);
        mkdir(path, 0700);
    }
    for (size_t i = 0; i < N_FILES; i++) put(i, files[i].text, files[i].n);
}

static void try_folder(size_t i, const uint8_t *data, size_t n)
{
    arena *mem = arena_new((size_t)256 << 20);
    if (!mem) return;
    if (!dir[0]) make_folder();
    put(i, data, n);
    bytes open = {(const uint8_t *)"", 0, false};
    if (!arena_enter(mem)) {
        bundle b = {.mem = mem};
        fail f = {0};
        if (folder_read(&b, dir, &open, &f) == FAIL_OK || !f.text[0]) abort(); /* there are no nets: it must say so */
    }
    bytes_close(&open);
    arena_free(mem);
    put(i, files[i].text, files[i].n);
}

static void try_compiled(const uint8_t *data, size_t n)
{
    char path[64];
    int file = memfd_create("model", 0);
    arena *mem = arena_new((size_t)64 << 20);
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    if (file >= 0 && mem && write(file, data, n) == (ssize_t)n && !arena_enter(mem)) {
        bundle b = {.mem = mem};
        fail f = {0};
        if (bundle_open(&b, path, 0, &f) == FAIL_OK) bundle_close(&b);
        else if (!f.text[0]) abort();
    }
    close(file);
    arena_free(mem);
}

static void try_words(str tokenizer_file, str patterns)
{
    model m = {.lang = S("en"), .tokenizer = tokenizer_file, .patterns = patterns, .parts = {.path = "fuzz"}};
    fail f = {0};
    tokenizer *t;
    ruler *r;
    if (tokenizer_file.len && tokenizer_open(&t, &m, &f) == FAIL_OK) tokenizer_close(t);
    if (patterns.len && ruler_open(&r, &m, &f) == FAIL_OK) ruler_close(r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    if (n == 0 || n > 1 << 16) return 0;
    str rest = {(const char *)data + 1, (uint32_t)n - 1}, none = {"", 0};
    uint32_t which = data[0] % (N_FILES + 3);
    if (which == 0) try_compiled(data + 1, n - 1);
    else if (which == 1) try_words(rest, none);
    else if (which == 2) try_words(none, rest);
    else try_folder(which - 3, data + 1, n - 1);
    return 0;
}
