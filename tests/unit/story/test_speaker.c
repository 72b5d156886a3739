/* Which party is the source of a claim? */
#include "told.h"

static bool failed;

static void speakers(doc *d, const char *wanted)
{
    buf b = {.mem = d->mem};
    speaker_fill(d);
    for (uint32_t i = 0; i < d->attributions.n; i++) {
        uint32_t s = d->attributions.at[i].speaker;
        buf_printf(&b, "%s" STR_FMT, i ? " " : "", STR_ARG(s == NONE ? S("-") : d->actors.at[s].name));
    }
    failed |= !told_same(d, buf_str(&b), wanted);
    doc_free(d);
}

/* Two claims, one a sentence: of `first` and of `second` ("" where no source is told). */
static void two(const char *first, const char *second, said_kind kind, const char *actors, const char *wanted)
{
    arena *mem = arena_new(0);
    assert(mem && !arena_enter(mem));
    str text = str_printf(mem, "%s/NNP/nsubj/2 said/VBD/ROOT/0 troops/NNS/nsubj/4 left/VBD/ccomp/2\n%s/PRP/nsubj/2 added/VBD/ROOT/0 envoys/NNS/nsubj/4 came/VBD/ccomp/2",
                          first, *second ? second : "then");
    doc *d = told(text.ptr, "", actors);
    told_claim(d, first, "said", "troops", "left", SAID_INDIRECT, STANCE_ASSERTED);
    told_claim(d, second, "added", "envoys", "came", kind, STANCE_ASSERTED);
    arena_free(mem);
    speakers(d, wanted);
}

static void own_words(void)
{
    two("Oslo", "Rome", SAID_INDIRECT, "Oslo=co/NOR Rome=co/ITA", "Oslo Rome");
    two("Oslo", "nobody", SAID_INDIRECT, "Oslo=co/NOR", "Oslo -");
}

static void speaks_on(void)
{
    two("ministry", "it", SAID_INDIRECT, "ministry=ro/ITA/GOV/d it=pr", "ministry ministry");
    two("Lopez", "he", SAID_INDIRECT, "Lopez=pe/ITA/GOV he=pr", "Lopez Lopez");
    two("envoys", "they", SAID_INDIRECT, "envoys=ro/ITA/GOV/p they=pr", "envoys envoys");
    two("ministry", "statement", SAID_INDIRECT, "ministry=ro/ITA/GOV/d", "ministry ministry");
    two("Oslo", "", SAID_DIRECT, "Oslo=co/NOR", "Oslo Oslo");
    two("Oslo", "", SAID_INDIRECT, "Oslo=co/NOR", "Oslo -");
}

/* A claim within a claim does not make its source the one who speaks on. */
static void inner_sources(void)
{
    doc *d = told("Oslo/NNP/nsubj/2 said/VBD/ROOT/0 Rome/NNP/nsubj/4 knew/VBD/ccomp/2 troops/NNS/nsubj/6 left/VBD/ccomp/4\nit/PRP/nsubj/2 added/VBD/ROOT/0 more/NN/dobj/2",
                  "", "Oslo=co/NOR Rome=co/ITA it=pr");
    told_claim(d, "Oslo", "said", "Rome", "left", SAID_INDIRECT, STANCE_ASSERTED);
    told_claim(d, "Rome", "knew", "troops", "left", SAID_INDIRECT, STANCE_ASSERTED)->within = 0;
    told_claim(d, "it", "added", "more", "more", SAID_INDIRECT, STANCE_ASSERTED);
    speakers(d, "Oslo Rome Oslo");
}

/* The head says nothing of a party: the first known one in the source's words. */
static void inside_the_source(void)
{
    doc *d = told("spokesmen/NNS/nsubj/4 of/IN/prep/1 Rome/NNP/pobj/2 said/VBD/ROOT/0 troops/NNS/nsubj/6 left/VBD/ccomp/4", "", "Rome=co/ITA");
    told_claim(d, "spokesmen", "said", "troops", "left", SAID_INDIRECT, STANCE_ASSERTED)->source.at[0].end = 3;
    speakers(d, "Rome");
}

/* Who issued a statement speaks in it; a spokesman speaks for the one before; a
 * name in the source's words tells its country. */
static void for_others(void)
{
    doc *d = told("ministry/NN/nsubj/2 issued/VBD/ROOT/0 statement/NN/dobj/2\nstatement/NN/nsubj/2 said/VBD/ROOT/0 troops/NNS/nsubj/4 left/VBD/ccomp/2",
                  "issued=issue", "ministry=ro/ITA/GOV/d");
    d->tokens.at[2].lemma = S("statement");
    told_claim(d, "statement", "said", "troops", "left", SAID_INDIRECT, STANCE_ASSERTED);
    d->attributions.at[0].source.at[0] = (range){3, 4};
    d->attributions.at[0].source_head = 3;
    speakers(d, "ministry");
    two("Oslo", "spokesman", SAID_INDIRECT, "Oslo=co/NOR spokesman=ro", "Oslo spokesman");
}

int main(void)
{
    for_others();
    own_words();
    speaks_on();
    inner_sources();
    inside_the_source();
    if (!failed) puts("ok");
    return failed;
}
