/* Does text/clean.c make the paragraphs that a reader sees, and know where they came from? */
#include "text/text.h"
#include <assert.h>
#include <stdio.h>
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

static void becomes(const char *given, const char *clean)
{
    doc *d = cleaned(given);
    if (!str_is(d->text, clean)) {
        fprintf(stderr, "given  %s\nwanted %s\ngot    " STR_FMT "\n", given, clean, STR_ARG(d->text));
        abort();
    }
    doc_free(d);
}

static void stays(const char *text) { becomes(text, text); }

/* The clean text's `part` stands at code points [first, end) of the given text. */
static void stands_at(const char *given, str part, uint32_t first, uint32_t end)
{
    doc *d = cleaned(given);
    uint32_t at = str_find(d->text, part);
    assert(at < d->text.len);
    assert(doc_point(d, at) == first);
    assert(doc_point_end(d, at + part.len) == end);
    doc_free(d);
}

static void blanks_and_lines(void)
{
    becomes("  two   blanks\tand\u00A0more \n", "two blanks and more");
    becomes("one\n\n\ntwo\r\n\r\nthree", "one\n\ntwo\n\nthree");
    becomes("soft\u00ADhyphen\u200B and\uFEFF marks", "softhyphen and marks");
    becomes("", "");
    becomes(" \n \n", "");
    becomes("The ministry said that the talks would go on in the city\nof Geneva for the next\nthree weeks, and then end there.",
            "The ministry said that the talks would go on in the city of Geneva for the next three weeks, and then end there.");
    becomes("A title\nThe first paragraph ends here.\nThe second one.", "A title\n\nThe first paragraph ends here.\n\nThe second one.");
}

static void glued_sentences(void)
{
    becomes("the Example reports.“Today, it", "the Example reports. “Today, it");
    becomes("peacefully.”“However, it", "peacefully.” “However, it");
    becomes("the statement noted.The ministry", "the statement noted. The ministry");
    becomes("“It ended,”the ministry said", "“It ended,” the ministry said");
    becomes("in 2020.The war", "in 2020. The war");
    becomes("He left.\"We go,\"he said.", "He left. \"We go,\" he said.");
    becomes("in Quito,Ecuador", "in Quito, Ecuador");
    becomes("Is it?Yes!No.", "Is it? Yes! No.");
    stays("the U.S. Navy, 3.5 a.m. and 1,000 men");
    stays("News.Az reports, Tut.By too");
    stays("see www.Example.Com/En or https://Example.Org/A.Html or John.Smith@example.org");
    stays("Qur‘an, rock ’n’ roll, it’s");
    stays("„Deutsch“, sagte er");
    stays("a “scare quote” here, (“this”)");
}

static void places_in_the_given_text(void)
{
    stands_at("a  b", S("b"), 3, 4);
    stands_at("x.“Today", S("“Today"), 2, 8);
    stands_at("é\u00ADa\u00A0b c", S("b"), 4, 5);
    stands_at("One.\n\n\nTwo.", S("Two."), 7, 11);
    stands_at("😀.Then he", S("Then"), 2, 6);
}

static void refuses(const char *given, int code)
{
    fail f = {0};
    doc *d = doc_new();
    if (!d || arena_enter(d->mem)) abort();
    d->article.given = str_of(given);
    assert(text_fill(d, &f) == code && f.text[0]);
    doc_free(d);
}

int main(void)
{
    blanks_and_lines();
    glued_sentences();
    places_in_the_given_text();
    refuses("caf\xe9", FAIL_ENCODING);
    refuses("\xff\xfe" "a", FAIL_ENCODING);
    refuses("\xed\xa0\x80", FAIL_ENCODING);
    return 0;
}
