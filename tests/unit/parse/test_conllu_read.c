/* Are parses read from CoNLL-U as they stand there, and damaged ones refused? */
#include "parse/conllu_read.h"
#include <assert.h>
#include <stdio.h>

static const char sample[] =
    "# newdoc id = one\n# sent_id = 1\n# text = It's over.\n"
    "1-2\tIt's\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tIt\tit\tPRON\tPRP\tPerson=3\t2\tnsubj\t_\tSpaceAfter=No\n"
    "2\t's\tbe\tAUX\tVBZ\t_\t0\troot\t_\t_\n"
    "3\tover\tover\tADV\tRB\t_\t2\tadvmod\t_\tSpaceAfter=No\n"
    "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n"
    "\n# newpar\n"
    "1\tVelmar\tVelmar\tPROPN\tNNP\t_\t2\tnsubj\t_\tNER=B-GPE\n"
    "2\tfell\tfall\tVERB\tVBD\t_\t0\troot\t_\t_\n"
    "\n# newdoc id = two\n"
    "1\tOK\t_\tINTJ\tUH\t_\t0\troot\t_\t_\n";

static void reads_documents(void)
{
    str rest = S(sample);
    uint32_t line = 0;
    fail f;
    doc *d = doc_new();
    assert(d && !arena_enter(d->mem));
    assert(conllu_read(d, &rest, "sample", &line, &f) == FAIL_OK);
    assert(str_is(d->article.id, "one") && str_is(d->text, "It's over.\n\nVelmar fell"));
    assert(d->tokens.n == 6 && d->sentences.n == 2 && d->paragraphs.n == 2);
    assert(d->paragraphs.at[0].end == 10 && d->paragraphs.at[1].first == 12 && d->paragraphs.at[1].end == d->text.len);
    assert(d->tokens.at[0].head == 1 && d->tokens.at[1].head == 1 && d->tokens.at[1].dep == DEP_ROOT);
    assert(!d->tokens.at[0].space_after && d->tokens.at[1].space_after && str_is(d->tokens.at[1].lemma, "be"));
    assert(d->tokens.at[4].iob == 'B' && d->tokens.at[4].ent == ENT_GPE && str_is(d->tokens.at[4].text, "Velmar"));
    doc_free(d);
    d = doc_new();
    assert(d && !arena_enter(d->mem));
    assert(conllu_read(d, &rest, "sample", &line, &f) == FAIL_OK && str_is(d->article.id, "two") && str_is(d->tokens.at[0].lemma, "ok"));
    doc_free(d);
    d = doc_new();
    assert(d && !arena_enter(d->mem));
    assert(conllu_read(d, &rest, "sample", &line, &f) == FAIL_MISSING);
    doc_free(d);
}

static void refuses(const char *text, int code, uint32_t at)
{
    str rest = str_of(text);
    uint32_t line = 0;
    fail f = {0};
    doc *d = doc_new();
    assert(d && !arena_enter(d->mem));
    assert(conllu_read(d, &rest, "sample", &line, &f) == code && f.line == at);
    doc_free(d);
}

int main(void)
{
    reads_documents();
    refuses("1\ta\n", FAIL_FORMAT, 1);
    refuses("2\ta\ta\tX\tX\t_\t0\troot\t_\t_\n", FAIL_FORMAT, 1);
    refuses("1\ta\ta\tX\tX\t_\t5\tdep\t_\t_\n\n", FAIL_FORMAT, 2);
    refuses("1\ta\ta\tX\tX\t_\t2\tdep\t_\t_\n2\tb\tb\tX\tX\t_\t1\tdep\t_\t_\n", FAIL_FORMAT, 2);
    refuses("1\ta\ta\tX\tX\t_\t-1\tdep\t_\t_\n", FAIL_FORMAT, 1);
    refuses("1\t\xFF\ta\tX\tX\t_\t0\troot\t_\t_\n", FAIL_ENCODING, 0);
    refuses("# nothing\n", FAIL_MISSING, 0);
    puts("conllu_read: ok");
    return 0;
}
