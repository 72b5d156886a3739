/* On which day was the act whose anniversary is told? */
#include "ruled.h"

static bool failed;

static void was_on(const char *text, const char *weekday, const char *wanted)
{
    doc *d = told(text, "marked=mark marks=mark", "");
    d->article.published = told_day("2024-02-29");
    if (*weekday) told_time(d, weekday, GRAIN_DAY, BASIS_RELATIVE, "2024-02-28", "2024-02-28");
    event ev = {.first = DAY_NONE, .last = DAY_NONE};
    bool found = anniversary_days(d, &ev, told_at(d, "raid"));
    buf b = {.mem = d->mem};
    if (found) buf_printf(&b, STR_FMT ".." STR_FMT, STR_ARG(day_print(d->mem, ev.first)), STR_ARG(day_print(d->mem, ev.last)));
    failed |= !told_same(d, buf_str(&b), wanted);
    doc_free(d);
}

#define OF_RAID " anniversary/NN/dobj/2 of/IN/prep/5 the/DT/det/8 raid/NN/pobj/6"

int main(void)
{
    was_on("Oslo/NNP/nsubj/2 marked/VBD/ROOT/0 the/DT/det/5 30th/JJ/amod/5" OF_RAID, "", "1994-02-28..1994-02-28");
    was_on("Oslo/NNP/nsubj/2 marks/VBZ/ROOT/0 the/DT/det/5 tenth/JJ/amod/5" OF_RAID " Wednesday/NNP/npadvmod/2", "Wednesday", "2014-02-28..2014-02-28");
    was_on("Oslo/NNP/nsubj/2 prepares/VBZ/ROOT/0 the/DT/det/5 30th/JJ/amod/5" OF_RAID, "", "1994-01-01..1994-12-31");
    was_on("Oslo/NNP/nsubj/2 marked/VBD/ROOT/0 the/DT/det/5 sad/JJ/amod/5" OF_RAID, "", "");
    was_on("Oslo/NNP/nsubj/2 saw/VBD/ROOT/0 the/DT/det/4 raid/NN/dobj/2", "", "");
    if (!failed) puts("ok");
    return failed;
}
