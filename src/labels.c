/* labels.c: text of a label → its enum. */
#include "labels.h"
#include <string.h>

#define LABEL_TEXT(n) #n,
static const char *const pos_text[] = {"", POS_LIST(LABEL_TEXT)};
static const char *const dep_text[] = {"", DEP_LIST(LABEL_TEXT)};
static const char *const tag_text[] = {"", TAG_LIST(LABEL_TEXT) "PRP$", "WP$"};
static const char *const ent_text[] = {"", ENT_LIST(LABEL_TEXT)};
#define COUNT(t) (int)(sizeof(t) / sizeof *(t))

static int find(const char *const *text, int n, const char *label)
{
    for (int i = 1; i < n; i++)
        if (strcmp(text[i], label) == 0) return i;
    return 0;
}

pos pos_of(const char *label) { return (pos)find(pos_text, COUNT(pos_text), label); }
dep dep_of(const char *label) { return (dep)find(dep_text, COUNT(dep_text), label); }
tag tag_of(const char *label) { return (tag)find(tag_text, COUNT(tag_text), label); }

ent ent_of(const char *label)
{
    int i = find(ent_text, COUNT(ent_text), label);
    return i ? (ent)i : label[0] ? ENT_OTHER : ENT_NONE;
}
