/* driver.c: replays files and folders of a corpus through a fuzz target, with any compiler.
 * With clang's libFuzzer the same targets search for new inputs. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static int replay_file(const char *path)
{
    FILE *in = fopen(path, "rb");
    uint8_t *data = NULL;
    long n = -1;
    if (in && fseek(in, 0, SEEK_END) == 0 && (n = ftell(in)) >= 0 && fseek(in, 0, SEEK_SET) == 0) data = malloc((size_t)n + 1);
    int bad = !data || fread(data, 1, (size_t)n, in) != (size_t)n;
    if (bad) perror(path);
    else LLVMFuzzerTestOneInput(data, (size_t)n);
    free(data);
    if (in) fclose(in);
    return bad;
}

static int replay(const char *path)
{
    DIR *folder = opendir(path);
    if (!folder) return replay_file(path);
    int bad = 0;
    for (struct dirent *e; (e = readdir(folder));) {
        char inner[4096];
        if (e->d_name[0] == '.') continue;
        snprintf(inner, sizeof inner, "%s/%s", path, e->d_name);
        bad |= replay(inner);
    }
    closedir(folder);
    return bad;
}

int main(int argc, char **argv)
{
    int bad = argc < 2;
    for (int i = 1; i < argc; i++) bad |= replay(argv[i]);
    return bad;
}
