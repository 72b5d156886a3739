/* Does text/byline.c tell datelines from sentences with dashes? */
#include "text/text.h"
#include <assert.h>
#include <stdlib.h>

static doc *cleaned(const char *given)
{
    fail f;
    doc *d = doc_new();
    if (!d || arena_enter(d->mem)) abort();
    d->article.given = str_of(given);
    if (text_fill(d, &f)) abort();
    return d;
}

static void is(const char *given, const char *byline, const char *city, const char *agency)
{
    doc *d = cleaned(given);
    range b = d->article.byline;
    assert(str_is(str_slice(d->text, b.first, b.end), byline));
    assert(str_is(d->article.byline_place, city) && str_is(d->article.byline_agency, agency));
    doc_free(d);
}

static void none(const char *given) { is(given, "", "", ""); }

int main(void)
{
    is("BAKU, Nov. 8 (AFP) - The ministry said", "BAKU, Nov. 8 (AFP) -", "BAKU", "AFP");
    is("WASHINGTON (Reuters) — The president", "WASHINGTON (Reuters) —", "WASHINGTON", "Reuters");
    is("Geneva (8 November 2024) – Experts", "Geneva (8 November 2024) –", "Geneva", "");
    is("NEW YORK—The council", "NEW YORK—", "NEW YORK", "");
    is("Kyiv, 8 November – The ministry", "Kyiv, 8 November –", "Kyiv", "");
    is("A title\n\nMONROVIA, March 12 (AP) -- Police", "MONROVIA, March 12 (AP) --", "MONROVIA", "AP");
    is("Friday, January 4, 2019\n\nThe talks", "Friday, January 4, 2019", "", "");
    is("May 5 - The man", "May 5 -", "", "");
    none("The path to victory – a hard one – was long");
    none("U.S. officials said - on Monday - that");
    none("The talks began. On Friday they ended.");
    doc *d = cleaned("BAKU, Nov. 8 (AFP) - The ministry said");
    assert(d->paragraphs.n == 2);
    doc_free(d);
    return 0;
}
