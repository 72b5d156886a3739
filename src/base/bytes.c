/* bytes.c: whole files as bytes. */
#include "base/bytes.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static int map_open_file(bytes *out, int fd, const char *path, fail *f)
{
    struct stat st;
    if (fstat(fd, &st) != 0) return fail_set(f, FAIL_READ, path, 0, "%s", strerror(errno));
    if (!S_ISREG(st.st_mode)) return fail_set(f, FAIL_READ, path, 0, "not a regular file");
    if (st.st_size == 0) return FAIL_OK;
    void *p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (p == MAP_FAILED) return fail_set(f, FAIL_READ, path, 0, "%s", strerror(errno));
    *out = (bytes){p, (size_t)st.st_size, true};
    return FAIL_OK;
}

int bytes_map(bytes *out, const char *path, fail *f)
{
    *out = (bytes){(const uint8_t *)"", 0, false};
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return fail_set(f, errno == ENOENT ? FAIL_MISSING : FAIL_READ, path, 0, "%s", strerror(errno));
    int code = map_open_file(out, fd, path, f);
    close(fd);
    return code;
}

void bytes_close(bytes *b)
{
    if (b->mapped) munmap((void *)(uintptr_t)b->ptr, b->len);
    *b = (bytes){(const uint8_t *)"", 0, false};
}

uint64_t bytes_checksum(const void *p, size_t n)
{
    const uint8_t *b = p;
    uint64_t h = 0xcbf29ce484222325u;
    for (; n >= 8; n -= 8, b += 8) {
        uint64_t word;
        memcpy(&word, b, 8);
        h = (h ^ word) * 0x100000001b3u;
        h ^= h >> 29; /* plain FNV of words would lose the high bytes */
    }
    for (; n; n--, b++) h = (h ^ *b) * 0x100000001b3u;
    return h;
}
