/* Which errors of the model's tree are mended? */
#include "../says/parsed.h"
#include "parse/parse.h"
#include <stdio.h>

static bool failed;

static const char *label(dep l)
{
    return l == DEP_ROOT ? "ROOT" : l == DEP_nsubj ? "nsubj" : l == DEP_dobj ? "dobj" : l == DEP_amod ? "amod" : l == DEP_det ? "det" : "other";
}

/* "word<label<head" of every word, in order. */
static void becomes(const char *sentence, const char *wanted)
{
    doc *d = parsed_doc(&sentence, 1, "");
    buf out = {.mem = d->mem};
    parse_repair(d);
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        const token *t = &d->tokens.at[i];
        buf_printf(&out, "%s" STR_FMT "<%s<" STR_FMT, i ? " " : "", STR_ARG(t->text), label(t->dep), STR_ARG(d->tokens.at[t->head].text));
    }
    bool same = str_eq(buf_str(&out), str_of(wanted));
    if (!same) printf("wanted %s\nfound  " STR_FMT "\n", wanted, STR_ARG(buf_str(&out)));
    failed |= !same;
    doc_free(d);
}

int main(void)
{
    becomes("Turkey/NNP/nsubj/2 deployed/VBD/amod/3 troops/NNS/ROOT/0", "Turkey<nsubj<deployed deployed<ROOT<deployed troops<dobj<deployed");
    becomes("The/DT/det/4 newly/RB/advmod/3 deployed/VBN/amod/4 troops/NNS/nsubj/5 left/VBD/ROOT/0",
            "The<det<troops newly<other<deployed deployed<amod<troops troops<nsubj<left left<ROOT<left");
    becomes("Chad/NNP/nsubj/2 's/VBZ/ROOT/0 offensive/NN/attr/2 forced/VBD/ccomp/2 Niger/NNP/dobj/4",
            "Chad<other<offensive 's<other<Chad offensive<nsubj<forced forced<ROOT<forced Niger<dobj<forced");
    becomes("Chad/NNP/nsubj/2 's/VBZ/ROOT/0 member/NN/attr/2 that/WDT/nsubj/5 left/VBD/relcl/3",
            "Chad<nsubj<'s 's<ROOT<'s member<other<'s that<nsubj<left left<other<member");
    return failed;
}
