/* Does a party whose country was told once have it ever after? */
#include "told.h"

static bool failed;

/* "word=code/sector" of every party; "*" where the code comes from elsewhere in the report. */
static void parties_are(doc *d, const char *wanted)
{
    buf b = {.mem = d->mem};
    for (uint32_t i = 0; i < d->actors.n; i++) {
        const actor *a = &d->actors.at[i];
        assert(!a->code_from_context || a->why_code);
        buf_printf(&b, "%s" STR_FMT "=%s/%s%s", i ? " " : "", STR_ARG(d->tokens.at[a->head].text), a->code, a->sector[0], a->code_from_context ? "*" : "");
    }
    failed |= !told_same(d, buf_str(&b), wanted);
    doc_free(d);
}

static void joined(const char *text, const char *actors, const char *wanted)
{
    doc *d = told(text, "", actors);
    people_fill(d);
    parties_are(d, wanted);
}

static void persons(void)
{
    joined("Maria Lopez met a\nLopez left", "Lopez=pe/ITA/GOV/w Lopez=pe", "Lopez=ITA/GOV Lopez=ITA/GOV*");
    joined("Lopez left\nMaria Lopez met a", "Lopez=pe Lopez=pe/ITA/GOV/w", "Lopez=ITA/GOV* Lopez=ITA/GOV");
    joined("Lopez left\nRossi left", "Lopez=pe/ITA/GOV Rossi=pe", "Lopez=ITA/GOV Rossi=/");
    joined("Lopez/NNP left\nLopez/NNP came", "Lopez=pe/ITA/GOV Lopez=bo", "Lopez=ITA/GOV Lopez=ITA/GOV*");
    joined("Lopez/NNP left\nLopez/NNP came", "Lopez=pe/ITA/GOV Lopez=co/PHL", "Lopez=ITA/GOV Lopez=PHL/"); /* a town of that name */
}

static void definite(void)
{
    joined("a army left\nthe army came", "army=ro/SDN/MIL army=ro//MIL/d", "army=SDN/MIL army=SDN/MIL*");
    joined("a army left\nan army came", "army=ro/SDN/MIL army=ro//MIL", "army=SDN/MIL army=/MIL");
    joined("the army came\na army left", "army=ro//MIL/d army=ro/SDN/MIL", "army=/MIL army=SDN/MIL");
    joined("a army b army left\nthe army came", "army=ro/SDN/MIL army=ro/TCD/MIL army=ro//MIL/d", "army=SDN/MIL army=TCD/MIL army=TCD/MIL*");
    joined("a army left\nthe police came", "army=ro/SDN/MIL police=ro//COP/d", "army=SDN/MIL police=/COP");
}

static void owned(void)
{
    doc *d = told("its/PRP$/poss/2 soldiers/NNS/nsubj/3 left/VBD/ROOT/0", "", "its=pr/NOR soldiers=ro//MIL/p");
    people_fill_owned(d);
    parties_are(d, "its=NOR/ soldiers=NOR/MIL*");
    d = told("its/PRP$/poss/2 soldiers/NNS/nsubj/3 left/VBD/ROOT/0", "", "its=pr soldiers=ro//MIL/p");
    people_fill_owned(d);
    parties_are(d, "its=/ soldiers=/MIL");
}

int main(void)
{
    persons();
    definite();
    owned();
    if (!failed) puts("ok");
    return failed;
}
