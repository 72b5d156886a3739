/* Does where/locate.c find the place that the article means?  Articles are made of words with the parser's kind. */
#include "places.h"
#include "parse/tree.h"
#include "where/where.h"
#include <math.h>

/* "in/O/ADP Paris/GPE": word, kind of name, part of speech (PROPN for names, NOUN). */
static void add_word(doc *d, str word, buf *text)
{
    str w, kind, part;
    str_cut(&word, '/', &w);
    if (!str_cut(&word, '/', &kind)) kind = S("O");
    if (!str_cut(&word, '/', &part)) part = str_is(kind, "O") ? S("NOUN") : S("PROPN");
    token *t = array_add(d->mem, d->tokens);
    bool is_name = !str_is(kind, "O");
    t->start = (uint32_t)text->len;
    buf_add(text, w);
    t->end = (uint32_t)text->len;
    buf_byte(text, ' ');
    t->lower = str_lower_ascii(d->mem, w);
    t->lemma = t->lower;
    t->head = d->tokens.n - 1;
    t->pos = pos_of(str_copy(d->mem, part).ptr);
    t->ent = is_name ? ent_of(str_copy(d->mem, kind).ptr) : ENT_NONE;
    t->iob = is_name ? 'B' : 'O';
    t->sent_start = d->tokens.n == 1;
}

static doc *make(const where *w, const char *words)
{
    doc *d = doc_new();
    buf text = {.mem = d->mem};
    for (str rest = str_of(words), word; str_word(&rest, &word);) add_word(d, word, &text);
    d->text = buf_str(&text);
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        token *t = &d->tokens.at[i];
        t->text = str_slice(d->text, t->start, t->end);
        t->head = 0;
    }
    tree_link(d);
    where_fill(d, w);
    return d;
}

/* The places of an article, as "words:id" with blanks between. */
static void means(const where *w, const char *words, const char *expected)
{
    doc *d = make(w, words);
    buf got = {.mem = d->mem};
    for (uint32_t i = 0; i < d->places.n; i++) {
        const place *p = &d->places.at[i];
        assert(p->score > 0 && p->score <= 1 && p->why && p->kind);
        str name = doc_words(d, p->tok);
        buf_printf(&got, "%s" STR_FMT ":%u", i ? " " : "", STR_ARG(name), p->geonameid);
    }
    str all = buf_str(&got);
    if (!str_is(all, expected)) fprintf(stderr, "%s\n  got  %s\n  want %s\n", words, all.ptr, expected);
    assert(str_is(all, expected));
    doc_free(d);
}

static void articles(const where *w)
{
    means(w, "Police in/O/ADP Paris/GPE met/O/VERB", "Paris:2988507");
    means(w, "Police in/O/ADP Paris/GPE , Texas/GPE , met/O/VERB", "Paris:4717560 Texas:4736286");
    means(w, "Police in/O/ADP Paris/GPE , Tex./O/PROPN , met/O/VERB", "Paris:4717560 Tex.:4736286");
    means(w, "from/O/ADP Nantes/GPE to/O/ADP Paris/GPE", "Nantes:2990969 Paris:2988507");
    means(w, "in/O/ADP Kirkuk/GPE and/O/CCONJ Baghdad/GPE", "Kirkuk:94787 Baghdad:98182"); /* the town, not the province */
    means(w, "in/O/ADP Kirkuk/GPE province", "Kirkuk:99001");
    means(w, "forces shelled/O/VERB Ganja/PERSON", "");
    means(w, "in/O/ADP Ganja/PERSON", "Ganja:586523");
    means(w, "Henderson/PERSON said/O/VERB", "");
    means(w, "Jordan/GPE said/O/VERB", "Jordan:248816");
    means(w, "fled/O/VERB to/O/ADP Artsakh/GPE", "Artsakh:0");
    means(w, "", "");
}

/* Names that the parser took for something else, or that stand within another. */
static void names(const where *w)
{
    means(w, "the/O/DET airport/O/NOUN of/O/ADP Ganja/PERSON", "Ganja:586523");
    means(w, "in/O/ADP Ganja/GPE . Then/O/ADV Ganja/ORG fell/O/VERB", "Ganja:586523 Ganja:586523");    /* a place elsewhere */
    means(w, "the/O/DET state/O/NOUN of/O/ADP Kirkuk/GPE", "Kirkuk:99001");
    means(w, "the/O/DET villages/O/NOUN of/O/ADP Nuline/PERSON and/O/CCONJ Avnell/ORG", "Nuline:0 Avnell:0");
    means(w, "a/O/DET friend/O/NOUN of/O/ADP Nuline/PERSON", "");
}

static void peoples(const where *w)
{
    doc *d = make(w, "Turkish/NORP troops/O/NOUN fought/O/VERB Texans/NORP in/O/ADP Kirkuk/GPE");
    assert(d->places.n == 1 && d->peoples.n == 2 && strcmp(d->peoples.at[0].country, "TUR") == 0 && strcmp(d->peoples.at[0].kind, "people") == 0);
    assert(d->peoples.at[1].geonameid == 4736286);
    doc_free(d);
    d = make(w, "the/O/DET Turkish/LANGUAGE word/O/NOUN");
    assert(d->peoples.n == 0);
    doc_free(d);
}

static void unlisted(const where *w)
{
    doc *d = make(w, "in/O/ADP Nowhereville/GPE near/O/ADP Ganja/GPE");
    assert(d->places.n == 2 && d->places.at[0].geonameid == 0 && strcmp(d->places.at[0].country, "AZE") == 0);
    assert(d->places.at[0].score < d->places.at[1].score);
    doc_free(d);
    d = make(w, "in/O/ADP Nowhereville/GPE");
    assert(d->places.n == 1 && isnan(d->places.at[0].lat) && !d->places.at[0].country[0]);
    doc_free(d);
}

static void look_ups(const where *w)
{
    place out[8];
    arena *mem = arena_new(0);
    assert(where_lookup(w, mem, str_of("Paris"), NULL, out, 8) == 2 && out[0].geonameid == 2988507);
    assert(where_lookup(w, mem, str_of("Paris"), "USA", out, 8) == 2 && out[0].geonameid == 4717560 && str_is(out[0].admin1, "Texas"));
    assert(where_lookup(w, mem, str_of("Paris"), NULL, out, 1) == 1);
    assert(where_lookup(w, mem, str_of("Shushi"), "AZE", out, 8) == 1 && out[0].geonameid == 147105);
    assert(where_lookup(w, mem, str_of("Kirkuk"), NULL, out, 8) == 2 && out[0].geonameid == 94787);
    assert(where_lookup(w, mem, str_of("Nowhere"), NULL, out, 8) == 0);
    assert(where_lookup(w, mem, str_of("Paris\xff"), NULL, out, 8) == 0);
    assert(where_lookup(w, mem, str_of(""), NULL, out, 8) == 0);
    arena_free(mem);
}

int main(void)
{
    fail f = {0};
    dataset *data;
    where *w;
    arena *mem = arena_new(0);
    const char *path = places_make();
    assert(dataset_open(&data, mem, NULL, &f) == FAIL_OK && where_load(&w, mem, data, path, &f) == FAIL_OK);
    articles(w);
    names(w);
    peoples(w);
    unlisted(w);
    look_ups(w);
    where_close(w);
    arena_free(mem);
    remove(path);
    return 0;
}
