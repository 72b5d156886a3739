/* What becomes of an event below a word that changes it? */
#include "ruled.h"

static bool failed;
static const what *lexicon;

static const char text_of_rules[] =
    "light zap | zap out\n"
    "light zab\n  status denied\n"
    "compose zip\n  comp to | on\n  of any\n  gives THREATEN\n  status actual\n  modes ASSAULT=violence SANCTION=relations\n"
    "compose zop\n  comp noun\n  of ASSAULT\n  gives REJECT\n"
    "compose zot\n  comp noun | to\n  gives none\n"
    "compose zut\n  comp to\n  gives same\n  status planned\n"
    "compose-noun zapping\n  comp for\n  of ASSAULT\n  gives REQUEST\n";

static const char lemmas[] = "zapped=zap zabbed=zab zipped=zip zopped=zop zotted=zot zutted=zut";

/* "word:TYPE/mode" of every event left; "<word" the light verb that carries it,
 * "!status" a status it was given. `acts` are the words that are events, "word=TYPE". */
static void makes(const char *text, const char *acts, const char *wanted)
{
    doc *d = told(text, lemmas, "");
    senses s = ruled_senses(d);
    buf b = {.mem = d->mem};
    for (str rest = str_of(acts), word, type; str_word(&rest, &type);) {
        str_cut(&type, '=', &word);
        uint32_t i = told_word(d, word, 0);
        s.at[i].type = &lexicon->type[lexicon_type(lexicon, type)];
    }
    compose_fill(lexicon, d, &s);
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        const sense *x = &s.at[i];
        if (!x->type || x->blocked) continue;
        buf_printf(&b, "%s" STR_FMT ":%s%s%s", b.len ? " " : "", STR_ARG(d->tokens.at[i].text), x->type->name, x->mode ? "/" : "", x->mode ? x->mode : "");
        if (x->light != NONE) buf_printf(&b, "<" STR_FMT, STR_ARG(d->tokens.at[x->light].text));
        if (x->status >= 0) buf_printf(&b, "!%d", x->status);
    }
    failed |= !told_same(d, buf_str(&b), wanted);
    doc_free(d);
}

static void light_verbs(void)
{
    makes("Oslo/NNP/nsubj/2 zapped/VBD/ROOT/0 raids/NNS/dobj/2", "raids=ASSAULT", "raids:ASSAULT<zapped");
    makes("Oslo/NNP/nsubj/2 zapped/VBD/ROOT/0 raids/NNS/dobj/2", "zapped=COERCE raids=ASSAULT", "raids:ASSAULT<zapped");
    makes("Oslo/NNP/nsubj/2 zapped/VBD/ROOT/0 fish/NN/dobj/2", "zapped=COERCE", "zapped:COERCE");
    makes("raids/NNS/nsubjpass/3 were/VBD/auxpass/3 zapped/VBN/ROOT/0", "raids=ASSAULT", "raids:ASSAULT<zapped");
    makes("Oslo/NNP/nsubj/2 zapped/VBD/ROOT/0 series/NN/dobj/2 of/IN/prep/3 raids/NNS/pobj/4", "raids=ASSAULT", "raids:ASSAULT<zapped");
    makes("Oslo/NNP/nsubj/2 zapped/VBD/ROOT/0 fish/NN/dobj/2 and/CC/cc/3 raids/NNS/conj/3", "raids=ASSAULT", "raids:ASSAULT<zapped");
    makes("Oslo/NNP/nsubj/2 zabbed/VBD/ROOT/0 raids/NNS/dobj/2", "raids=ASSAULT", "raids:ASSAULT<zabbed!3");
}

static void types_and_modes(void)
{
    makes("Oslo/NNP/nsubj/2 zipped/VBD/ROOT/0 to/TO/aux/4 hit/VB/xcomp/2 Rome/NNP/dobj/4", "hit=ASSAULT", "zipped:THREATEN/violence!0");
    makes("Oslo/NNP/nsubj/2 zipped/VBD/ROOT/0 to/TO/aux/4 cut/VB/xcomp/2 Rome/NNP/dobj/4", "cut=SANCTION", "zipped:THREATEN/relations!0");
    makes("Oslo/NNP/nsubj/2 zipped/VBD/ROOT/0 to/TO/aux/4 meet/VB/xcomp/2 Rome/NNP/dobj/4", "meet=CONSULT", "zipped:THREATEN!0");
    makes("Oslo/NNP/nsubj/2 zipped/VBD/ROOT/0 to/TO/aux/4 sing/VB/xcomp/2", "", "zipped:THREATEN!0"); /* any: also no event */
    makes("Oslo/NNP/nsubj/2 zipped/VBD/ROOT/0 on/IN/prep/2 raids/NNS/pobj/3", "raids=ASSAULT", "zipped:THREATEN/violence!0");
    makes("Oslo/NNP/nsubj/2 zipped/VBD/ROOT/0 fish/NN/dobj/2", "", "");
    makes("Oslo/NNP/nsubj/2 zopped/VBD/ROOT/0 raids/NNS/dobj/2", "raids=ASSAULT", "zopped:REJECT");
    makes("Oslo/NNP/nsubj/2 zopped/VBD/ROOT/0 talks/NNS/dobj/2", "talks=CONSULT", "talks:CONSULT"); /* not of its types */
    makes("zapping/NN/nsubj/4 for/IN/prep/1 raids/NNS/pobj/2 grew/VBD/ROOT/0", "raids=ASSAULT", "zapping:REQUEST");
}

static void none_and_same(void)
{
    makes("Oslo/NNP/nsubj/2 zotted/VBD/ROOT/0 raids/NNS/dobj/2", "zotted=COERCE raids=ASSAULT", "");
    makes("Oslo/NNP/nsubj/2 zutted/VBD/ROOT/0 to/TO/aux/4 hit/VB/xcomp/2 Rome/NNP/dobj/4", "hit=ASSAULT", "hit:ASSAULT!1");
    makes("Oslo/NNP/nsubj/2 zutted/VBD/ROOT/0 Rome/NNP/dobj/2", "zutted=COERCE", "zutted:COERCE");
}

/* "vowed to launch raids", "vowed to reject raids": from the inside out. */
static void inside_out(void)
{
    makes("Oslo/NNP/nsubj/2 zipped/VBD/ROOT/0 to/TO/aux/4 zap/VB/xcomp/2 raids/NNS/dobj/4", "raids=ASSAULT", "zipped:THREATEN/violence!0");
    makes("Oslo/NNP/nsubj/2 zutted/VBD/ROOT/0 to/TO/aux/4 zop/VB/xcomp/2 raids/NNS/dobj/4", "raids=ASSAULT", "zop:REJECT!1");
}

int main(void)
{
    arena *mem = arena_new(0);
    assert(mem && !arena_enter(mem));
    lexicon = ruled(mem, "compose.rules", text_of_rules);
    light_verbs();
    types_and_modes();
    none_and_same();
    inside_out();
    arena_free(mem);
    if (!failed) puts("ok");
    return failed;
}
