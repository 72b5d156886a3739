/* sink.c: how does an export come into a file?  Under another name until it is whole. */
#include "cli/export.h"
#include <dirent.h>
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

static int failed(const char *path, fail *f) { return fail_set(f, FAIL_WRITE, path, 0, "%s", errno ? strerror(errno) : "could not be written"); }

int sink_open(sink *s, const char *path, fail *f)
{
    *s = (sink){.file = stdout};
    if (!path) return FAIL_OK;
    if (strlen(path) >= sizeof s->path) return fail_set(f, FAIL_USAGE, "", 0, "the name of the output is too long");
    snprintf(s->path, sizeof s->path, "%s", path);
    snprintf(s->draft, sizeof s->draft, "%s.part", path);
    errno = 0;
    s->file = fopen(s->draft, "wb");
    return s->file ? FAIL_OK : failed(path, f);
}

bool sink_put(sink *s, str text)
{
    s->bytes += text.len;
    return fwrite(text.ptr, 1, text.len, s->file) == text.len;
}

int sink_close(sink *s, int code, fail *f)
{
    if (!s->file || !s->path[0]) return code;
    errno = 0;
    bool bad = ferror(s->file) || fflush(s->file);
    bad = fclose(s->file) || bad;
    s->file = NULL;
    if (!code && (bad || rename(s->draft, s->path))) code = failed(s->path, f);
    if (code) unlink(s->draft);
    return code;
}

int sink_write(const char *folder, const char *name, str text, fail *f)
{
    char path[512];
    sink s;
    if ((size_t)snprintf(path, sizeof path, "%s/%s", folder, name) >= sizeof path)
        return fail_set(f, FAIL_USAGE, "", 0, "the name of the output is too long");
    int code = sink_open(&s, path, f);
    if (code) return code;
    sink_put(&s, text);
    return sink_close(&s, FAIL_OK, f);
}

/* ---- folders ---------------------------------------------------------------------------- */

int sink_folder(const char *path, fail *f)
{
    struct stat info;
    errno = 0;
    if (mkdir(path, 0777) == 0) return FAIL_OK;
    if (errno == EEXIST && stat(path, &info) == 0 && S_ISDIR(info.st_mode)) return FAIL_OK;
    return failed(path, f);
}

bool sink_is_empty(const char *folder)
{
    DIR *dir = opendir(folder);
    bool empty = true;
    if (!dir) return true;
    for (struct dirent *entry; empty && (entry = readdir(dir));) empty = entry->d_name[0] == '.';
    closedir(dir);
    return empty;
}
