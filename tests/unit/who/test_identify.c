/* Are the parties of a sentence found, with country and sector? */
#include "tagged.h"
#include "who/who.h"
#include <assert.h>
#include <stdio.h>

static doc *read(const who *w, const char *sentence, day published)
{
    doc *d = tagged(sentence, published);
    who_fill(d, w);
    return d;
}

static void is(const doc *d, uint32_t tok, const char *code, const char *sector)
{
    assert(d->actor_of[tok] != NONE);
    const actor *a = &d->actors.at[d->actor_of[tok]];
    assert(a->head == tok && a->why && a->why_code);
    assert(strcmp(a->code, code) == 0 && strcmp(a->sector[0], sector) == 0);
}

static void finds_parties(const who *w)
{
    doc *d;
    d = read(w, "Four|four|CD|NUM|nummod|2|B-CARDINAL Saudi|saudi|JJ|ADJ|amod|2|B-NORP men|man|NNS|NOUN|nsubj|3 "
       "met|meet|VBD|VERB|ROOT|3 Egyptian|egyptian|JJ|ADJ|amod|5|B-NORP police|police|NNS|NOUN|dobj|3 "
       ".|.|.|PUNCT|punct|3", DAY_NONE); /* Four Saudi men met Egyptian police. */
    is(d, 2, "SAU", "CVL");
    is(d, 5, "EGY", "COP");
    doc_free(d);
    d = read(w, "President|President|NNP|PROPN|compound|1 Bush|Bush|NNP|PROPN|nsubj|2|B-PERSON "
       "praised|praise|VBD|VERB|ROOT|2 the|the|DT|DET|det|4 government|government|NN|NOUN|dobj|2 "
       "of|of|IN|ADP|prep|4 Chad|Chad|NNP|PROPN|pobj|5|B-GPE .|.|.|PUNCT|punct|2", day_of(2003, 5, 1)); /* President Bush praised the government of Chad. */
    is(d, 1, "USA", "GOV");
    is(d, 4, "TCD", "GOV");
    doc_free(d);
    d = read(w, "Hungarian|hungarian|JJ|ADJ|amod|3|B-NORP and|and|CC|CCONJ|cc|0 Romanian|romanian|JJ|ADJ|conj|0|B-NORP "
       "officials|official|NNS|NOUN|nsubj|4 met|meet|VBD|VERB|ROOT|4 the|the|DT|DET|det|7 "
       "rebel|rebel|JJ|ADJ|amod|7 leader|leader|NN|NOUN|dobj|4 .|.|.|PUNCT|punct|4", DAY_NONE); /* Hungarian and Romanian officials met the rebel leader. */
    is(d, 0, "HUN", "GOV");
    is(d, 2, "ROU", "GOV");
    is(d, 7, "", "REB");
    assert(d->actors.at[d->actor_of[3]].n_members == 2);
    doc_free(d);
    d = read(w, "He|he|PRP|PRON|nsubj|1 told|tell|VBD|VERB|ROOT|1 us|we|PRP|PRON|dobj|1 that|that|IN|SCONJ|mark|7 "
       "the|the|DT|DET|det|6 US|US|NNP|PROPN|compound|6|B-GPE army|army|NN|NOUN|nsubj|7 "
       "left|leave|VBD|VERB|ccomp|1 .|.|.|PUNCT|punct|1", DAY_NONE); /* He told us that the US army left. */
    is(d, 6, "USA", "MIL");
    is(d, 2, "", "");
    doc_free(d);
    d = read(w, "Michael|Michael|NNP|PROPN|compound|1|B-PERSON Jordan|Jordan|NNP|PROPN|nsubj|2|I-PERSON "
       "visited|visit|VBD|VERB|ROOT|2 Jordan|Jordan|NNP|PROPN|dobj|2|B-GPE .|.|.|PUNCT|punct|2", DAY_NONE); /* Michael Jordan visited Jordan. */
    is(d, 1, "", "");
    is(d, 3, "JOR", "");
    doc_free(d);
    d = read(w, "The|the|DT|DET|det|3 former|former|JJ|ADJ|amod|3 French|french|JJ|ADJ|amod|3|B-NORP "
       "president|president|NN|NOUN|nsubj|4 criticised|criticise|VBD|VERB|ROOT|4 "
       "Iranian|Iranian|NNP|PROPN|npadvmod|7|B-NORP -|-|HYPH|PUNCT|punct|7 backed|back|VBN|VERB|amod|8 "
       "rebels|rebel|NNS|NOUN|dobj|4 .|.|.|PUNCT|punct|4", DAY_NONE); /* The former French president criticised Iranian-backed rebels. */
    is(d, 3, "FRA", "ELI");
    is(d, 8, "", "REB");
    doc_free(d);
    d = read(w, "Hamas|Hamas|NNP|PROPN|compound|1|B-ORG fighters|fighter|NNS|NOUN|nsubj|2 "
       "attacked|attack|VBD|VERB|ROOT|2 Israel|Israel|NNP|PROPN|poss|5|B-GPE 's|'s|POS|PART|case|3 "
       "embassy|embassy|NN|NOUN|dobj|2 in|in|IN|ADP|prep|5 Cairo|Cairo|NNP|PROPN|pobj|6|B-GPE "
       ".|.|.|PUNCT|punct|2", DAY_NONE); /* Hamas fighters attacked Israel's embassy in Cairo. */
    is(d, 1, "PSE", "REB");
    is(d, 5, "ISR", "GOV");
    doc_free(d);
    d = read(w, "Gulnar|Gulnar|NNP|PROPN|compound|1|B-PERSON Testova|Testova|NNP|PROPN|nsubj|8|I-PERSON "
       ",|,|,|PUNCT|punct|1 the|the|DT|DET|det|6 Turkish|turkish|JJ|ADJ|amod|6|B-NORP "
       "defence|defence|NN|NOUN|compound|6 minister|minister|NN|NOUN|appos|1 ,|,|,|PUNCT|punct|1 "
       "resigned|resign|VBD|VERB|ROOT|8 .|.|.|PUNCT|punct|8", DAY_NONE); /* Gulnar Testova, the Turkish defence minister, resigned. */
    is(d, 1, "TUR", "GOV");
    doc_free(d);
    d = read(w, "The|the|DT|DET|det|2|B-ORG Democratic|Democratic|NNP|PROPN|compound|2|I-ORG "
       "Party|Party|NNP|PROPN|nsubj|5|I-ORG of|of|IN|ADP|prep|2 Kenya|Kenya|NNP|PROPN|pobj|3|B-GPE "
       "split|split|NN|NOUN|ROOT|5 .|.|.|PUNCT|punct|5", DAY_NONE); /* The Democratic Party of Kenya split. */
    is(d, 2, "KEN", "PTY");
    doc_free(d);
    d = read(w, "Dozens|dozen|NNS|NOUN|nsubj|4|B-CARDINAL of|of|IN|ADP|prep|0 Kenyan|kenyan|JJ|ADJ|amod|3|B-NORP "
       "farmers|farmer|NNS|NOUN|pobj|1 marched|march|VBD|VERB|ROOT|4 against|against|IN|ADP|prep|4 "
       "London|London|NNP|PROPN|pobj|5|B-GPE .|.|.|PUNCT|punct|4", DAY_NONE); /* Dozens of Kenyan farmers marched against London. */
    is(d, 0, "KEN", "AGR");
    is(d, 6, "GBR", "GOV");
    doc_free(d);
    d = read(w, "Israeli|israeli|JJ|ADJ|amod|1|B-NORP raids|raid|NNS|NOUN|nsubj|2 killed|kill|VBD|VERB|ROOT|2 "
       "three|three|CD|NUM|nummod|4|B-CARDINAL Palestinians|Palestinians|NNPS|PROPN|dobj|2|B-NORP "
       ".|.|.|PUNCT|punct|2", DAY_NONE); /* Israeli raids killed three Palestinians. */
    is(d, 0, "ISR", "");
    is(d, 4, "PSE", "CVL");
    assert(d->actor_of[1] == NONE);
    doc_free(d);
}

static void sector_on(const doc *d, const who *w, uint32_t tok, day on, const char *sector)
{
    party p = who_on(d, w, d->actor_of[tok], on);
    assert(strcmp(p.code, "USA") == 0 && strcmp(p.sector[0], sector) == 0);
}

/* An office is looked up on the day of the event, not on that of the report. */
static void looks_up_days(const who *w)
{
    doc *d = read(w, "Bush|Bush|NNP|PROPN|nsubj|1|B-PERSON resigned|resign|VBD|VERB|ROOT|1", day_of(2003, 5, 1));
    sector_on(d, w, 0, DAY_NONE, "GOV");
    sector_on(d, w, 0, day_of(1990, 8, 2), "GOV");
    sector_on(d, w, 0, day_of(1996, 1, 1), "ELI");
    sector_on(d, w, 0, day_of(2004, 1, 1), "GOV");
    sector_on(d, w, 0, day_of(2011, 1, 1), "ELI");
    sector_on(d, w, 0, day_of(1980, 1, 1), "");
    doc_free(d);
}

/* A family name means the list's person only behind that person's title, in that person's time. */
static void needs_the_title(const who *w)
{
    static const char words[] = "%s|%s|NNP|PROPN|compound|1 Sanader|Sanader|NNP|PROPN|nsubj|2|B-PERSON resigned|resign|VBD|VERB|ROOT|2";
    static const struct { const char *title; int year; const char *code; } is_of[] = {
        {"Premier", 2005, "HRV"}, {"Colonel", 2005, ""}, {"Premier", 2040, ""}};
    for (size_t k = 0; k < sizeof is_of / sizeof *is_of; k++) {
        char sentence[256];
        snprintf(sentence, sizeof sentence, words, is_of[k].title, is_of[k].title);
        doc *d = read(w, sentence, day_of(is_of[k].year, 5, 1));
        assert(strcmp(d->actors.at[d->actor_of[1]].code, is_of[k].code) == 0);
        doc_free(d);
    }
}

/* As a party of an event a state is its government. */
static void state_is_government(const who *w)
{
    doc *d = read(w, "Chad|Chad|NNP|PROPN|nsubj|1|B-GPE resigned|resign|VBD|VERB|ROOT|1", day_of(2003, 5, 1));
    party p = who_on(d, w, d->actor_of[0], d->article.published);
    assert(!d->actors.at[d->actor_of[0]].sector[0][0] && strcmp(p.sector[0], "GOV") == 0);
    doc_free(d);
}

int main(void)
{
    arena *mem = arena_new(0);
    fail f;
    dataset *data;
    who *w;
    assert(dataset_open(&data, mem, NULL, &f) == FAIL_OK && who_load(&w, mem, data, &f) == FAIL_OK);
    finds_parties(w);
    looks_up_days(w);
    needs_the_title(w);
    state_is_government(w);
    arena_free(mem);
    puts("identify: ok");
}
