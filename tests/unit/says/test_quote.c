/* Are quotation marks paired as a reader pairs them, in all conventions? */
#include "parsed.h"
#include "says/parts.h"
#include <stdio.h>

/* The quotations of some paragraphs, each as its words in brackets; "…" for one
 * that never closes. */
static void quotes(const char *const *lines, uint32_t n, const char *expected)
{
    doc *d = parsed_doc(lines, n, "");
    quote_map m;
    quote_find(d, &m);
    buf b = {.mem = d->mem};
    for (uint32_t q = 0; q < d->quotes.n; q++) {
        const quote *a = &d->quotes.at[q];
        if (a->inside.first == a->inside.end) continue;
        buf_printf(&b, "[" STR_FMT "%s]", STR_ARG(doc_words(d, a->inside)), a->close == NONE ? "…" : "");
    }
    str found = buf_str(&b);
    if (!str_is(found, expected)) fprintf(stderr, "%s\n  wanted %s\n  found  " STR_FMT "\n", lines[0], expected, STR_ARG(found));
    assert(str_is(found, expected));
    doc_free(d);
}

static void one(const char *line, const char *expected) { quotes(&line, 1, expected); }

static void every_convention(void)
{
    one("“ _We stay _, _” he said _.", "[We stay,]");
    one("\" _We stay _, _\" he said _.", "[We stay,]");
    one("'' _We stay _, _'' he said _.", "[We stay,]");
    one("« _We stay _» _, he said _.", "[We stay]");
    one("„ _We stay _“ _, he said _.", "[We stay]");
    one("Lopez _: ‘ _We stay _’", "[We stay]");
    one("“ _We stay _, _\" he said _.", "[We stay,]");
}

/* Left open, and closed paragraphs later without a new mark; or never. */
static void over_paragraphs(void)
{
    static const char *const carried[] = {"“ _We stay _.", "|", "It takes time _.", "|", "They know it _, _” he said _."};
    quotes(carried, 5, "[We stay.…][It takes time.…][They know it,]");
    static const char *const reopened[] = {"“ _We stay _.", "|", "“ _It takes time _, _” he said _."};
    quotes(reopened, 3, "[We stay.…][It takes time,]");
    static const char *const lost[] = {"“ _We stay _.", "|", "Nobody left _."};
    quotes(lost, 3, "[We stay.…]");
}

static void marks_that_are_none(void)
{
    one("The voters _' choice in the ' _90s _.", "");
    one("They don _’t say so _.", "");
}

static void marks_within_marks(void)
{
    one("“ _She said _, ‘ _Stay _! _’ _” he told us _.", "[She said, ‘Stay!’][Stay!]");
    one("“ _such as “ _new wars _” led to it _, _” it said _.", "[such as “new wars” led to it,][new wars]");
}

/* The seed's manner: one closes, the next opens at once. */
static void glued(void)
{
    one("he said _. _“ _A b c _. _” _“ _However _, d _, _” it noted _.", "[A b c.][However, d,]");
}

static void a_bad_mark_costs_one_paragraph(void)
{
    const char *lines[] = {"“ _First part _.", "|", "“ _Second part _. _”", "|", "\" _A \" b \" c _.", "|", "\" _D _, _\" he said _."};
    quotes(lines, 7, "[First part.…][Second part.][A][c.…][D,]");
}

static void nothing_breaks_it(void)
{
    const char *const odd[] = {"\"", "” ” “ “ “ “ “ “ “ “ “ “ “ « » ' ' '", "_' _' _' _'", "» » « « _» _«"};
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        doc *d = parsed_doc(&odd[i], 1, "");
        quote_map m;
        quote_find(d, &m);
        for (uint32_t q = 0; q < d->quotes.n; q++) assert(d->quotes.at[q].inside.end <= d->tokens.n);
        doc_free(d);
    }
}

int main(void)
{
    every_convention();
    over_paragraphs();
    marks_that_are_none();
    marks_within_marks();
    glued();
    a_bad_mark_costs_one_paragraph();
    nothing_breaks_it();
    puts("ok");
}
