/* places.h: a small list of places for the tests of this folder, compiled as the set-up does it. */
#ifndef TEST_PLACES_H
#define TEST_PLACES_H
#define main mkgazetteer_main
#include "../../../tools/mkgazetteer.c"
#undef main
#include <assert.h>
#include <unistd.h>

static const char PLACES[] =
    "id\tkind\tcountry\tadmin1\tadmin2\tlat\tlon\tpopulation\tnames\n"
    "4736286\tadmin1\tUSA\t0\t0\t31\t-99\t0\tTexas\n"
    "5332921\tadmin1\tUSA\t0\t0\t37\t-120\t0\tCalifornia\n"
    "4717560\tcity\tUSA\t4736286\t0\t33.66\t-95.55\t25000\tParis\n"
    "2988507\tcapital\tFRA\t0\t0\t48.85\t2.35\t2138551\tParis|Lutetia\n"
    "2990969\tcity\tFRA\t0\t0\t47.22\t-1.55\t277269\tNantes\n"
    "147105\tcity\tAZE\t0\t0\t39.76\t46.75\t5000\tShusha|Şuşa|Shushi\n"
    "586523\tcity\tAZE\t0\t0\t40.68\t46.36\t330663\tGanja|Gəncə\n"
    "99001\tadmin1\tIRQ\t0\t0\t35.4\t44.0\t900000\tKirkuk\n"
    "94787\tcity\tIRQ\t99001\t0\t35.47\t44.39\t601433\tKirkuk|Karkuk\n"
    "98182\tcapital\tIRQ\t0\t0\t33.34\t44.4\t7216000\tBaghdad\n"
    "4400001\tcity\tUSA\t5332921\t0\t38\t-121\t900\tSaint Jordan|Jordan\n"
    "4400002\tcity\tUSA\t5332921\t0\t38.1\t-121\t90000\tHenderson\n";

static const char *places_path(void)
{
    static char path[64];
    snprintf(path, sizeof path, "/tmp/places.%ld.bin", (long)getpid());
    return path;
}

/* Compiles the list above; its path lies in a temporary folder. */
static const char *places_make(void)
{
    char rows[80];
    snprintf(rows, sizeof rows, "%s.tsv", places_path());
    FILE *out = fopen(rows, "wb");
    assert(out && fwrite(PLACES, 1, sizeof PLACES - 1, out) == sizeof PLACES - 1 && fclose(out) == 0);
    char *argv[] = {(char[]){"mkgazetteer"}, rows, (char *)(uintptr_t)places_path(), NULL};
    assert(mkgazetteer_main(3, argv) == 0);
    remove(rows);
    return places_path();
}
#endif
