/* dataset.c: the embedded data files (made by tools/embed.sh into
 * build/data_embedded.c) with those of a folder in place of theirs. */
#include "base/dataset.h"
#include "base/array.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include <dirent.h>
#include <stdlib.h>

/* In the generated file: names sorted, ended by a NULL name. */
typedef struct embedded_file { const char *name, *start, *end; } embedded_file;
extern const embedded_file dataset_embedded[];

typedef struct entry { const char *name, *path; str text; } entry;
struct dataset {
    arena *mem;
    array(entry) files; /* sorted by name */
};

static entry *find(const dataset *ds, const char *name)
{
    for (uint32_t i = 0; i < ds->files.n; i++)
        if (strcmp(ds->files.at[i].name, name) == 0) return &ds->files.at[i];
    return NULL;
}

static int by_name(const void *a, const void *b) { return strcmp(((const entry *)a)->name, ((const entry *)b)->name); }

static int read_file(dataset *ds, const char *path, const char *name, fail *f)
{
    bytes b;
    int code = bytes_map(&b, path, f);
    if (code) return code;
    str text = str_copy(ds->mem, (str){(const char *)b.ptr, (uint32_t)b.len});
    bytes_close(&b);
    size_t bad = utf8_invalid_at(text.ptr, text.len);
    if (bad < text.len) return fail_set(f, FAIL_ENCODING, path, 0, "byte %zu is not UTF-8", bad);
    entry *e = find(ds, name);
    if (!e) e = array_add(ds->mem, ds->files);
    *e = (entry){name, path, text};
    return FAIL_OK;
}

static bool is_data_name(const char *name)
{
    size_t n = strlen(name);
    return (n > 4 && strcmp(name + n - 4, ".tsv") == 0) || (n > 6 && strcmp(name + n - 6, ".rules") == 0);
}

/* Reads DIR/below, "" first and then its folders, two levels deep. */
static int read_folder(dataset *ds, const char *dir, const char *below, int depth, fail *f)
{
    const char *path = str_printf(ds->mem, "%s%s%s", dir, *below ? "/" : "", below).ptr;
    DIR *h = opendir(path);
    if (!h) return depth ? FAIL_OK : fail_set(f, FAIL_MISSING, path, 0, "no such data folder");
    array(const char *) names = {0};
    for (struct dirent *e; (e = readdir(h));)
        if (e->d_name[0] != '.') array_push(ds->mem, names, str_copy(ds->mem, str_of(e->d_name)).ptr);
    closedir(h);
    int code = FAIL_OK;
    for (uint32_t i = 0; i < names.n && !code; i++) {
        const char *name = str_printf(ds->mem, "%s%s%s", below, *below ? "/" : "", names.at[i]).ptr;
        if (is_data_name(name)) code = read_file(ds, str_printf(ds->mem, "%s/%s", dir, name).ptr, name, f);
        else if (depth < 2) code = read_folder(ds, dir, name, depth + 1, f);
    }
    return code;
}

int dataset_open(dataset **out, arena *mem, const char *dir, fail *f)
{
    dataset *ds = arena_new_of(mem, dataset);
    ds->mem = mem;
    for (const embedded_file *e = dataset_embedded; e->name; e++) {
        str text = {e->start, (uint32_t)(e->end - e->start)};
        array_push(mem, ds->files, (entry){e->name, str_printf(mem, "data/%s", e->name).ptr, text});
    }
    int code = dir ? read_folder(ds, dir, "", 0, f) : FAIL_OK;
    if (ds->files.n) qsort(ds->files.at, ds->files.n, sizeof *ds->files.at, by_name);
    *out = ds;
    return code;
}

int dataset_text(const dataset *ds, const char *name, str *text, const char **path, fail *f)
{
    const entry *e = find(ds, name);
    if (!e) return fail_set(f, FAIL_MISSING, name, 0, "no such data file");
    *text = e->text;
    *path = e->path;
    return FAIL_OK;
}

uint32_t dataset_list(const dataset *ds, const char *head, const char *tail, const char ***names)
{
    array(const char *) out = {0};
    for (uint32_t i = 0; i < ds->files.n; i++) {
        str name = str_of(ds->files.at[i].name);
        if (str_starts(name, str_of(head)) && str_ends(name, str_of(tail))) array_push(ds->mem, out, ds->files.at[i].name);
    }
    *names = out.at;
    return out.n;
}

uint64_t dataset_checksum(const dataset *ds)
{
    uint64_t h = 0;
    for (uint32_t i = 0; i < ds->files.n; i++) {
        const entry *e = &ds->files.at[i];
        h = h * 0x9e3779b97f4a7c15u + bytes_checksum(e->name, strlen(e->name));
        h = h * 0x9e3779b97f4a7c15u + bytes_checksum(e->text.ptr, e->text.len);
    }
    return h;
}
