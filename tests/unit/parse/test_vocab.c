/* Are a word's features those that spaCy computes from its text? */
#include "parse/words.h"
#include <assert.h>
#include <stdio.h>

static vocab *words;

static const features *of(const char *text) { return &vocab_at(words, vocab_find(words, str_of(text), 0))->features; }
static uint64_t id(const char *text) { return strings_id(str_of(text)); }
static void shape(const char *text, const char *expected) { assert(of(text)->of[FEATURE_SHAPE] == id(expected)); }

static void makes_shapes(void)
{
    char xs[101];
    shape("Armenia", "Xxxxx");
    shape("U.S.", "X.X.");
    shape("2016-11-08", "dddd-dd-dd");
    shape("aaaaaa", "xxxx");
    shape("McDonald's", "XxXxxxx'x");
    shape("Łódź", "Xxxx");
    shape("ǅabc", "xxxx");
    shape("5½", "d½");
    shape("A1b2C3dd", "XdxdXdxx");
    memset(xs, 'x', 100);
    xs[100] = '\0';
    shape(xs, "LONG");
    xs[99] = '\0';
    shape(xs, "xxxx");
}

static void takes_ends(void)
{
    assert(of("Москва")->of[FEATURE_PREFIX] == id("М"));
    assert(of("Москва")->of[FEATURE_SUFFIX] == id("ква"));
    assert(of("ab")->of[FEATURE_SUFFIX] == id("ab"));
    assert(of("Bordeaux")->of[FEATURE_SUFFIX] == 405); /* "aux", a name of the symbol table */
}

static void has_norms(void)
{
    assert(of("The")->of[FEATURE_NORM] == id("the"));
    assert(of("“")->of[FEATURE_NORM] == id("\""));
    assert(of("€")->of[FEATURE_NORM] == id("$"));
    assert(of("’S")->of[FEATURE_NORM] == id("'s"));
    uint32_t plain = vocab_find(words, S("ca"), 0), can = vocab_find(words, S("ca"), id("can"));
    assert(plain != can && vocab_at(words, can)->features.of[FEATURE_NORM] == id("can"));
    assert(vocab_find(words, S("ca"), 0) == plain);
}

static void knows_space(void)
{
    assert(of("\n \n")->of[FEATURE_IS_SPACE] == 1 && of("a b")->of[FEATURE_IS_SPACE] == 0);
}

static void forgets(void)
{
    for (int i = 0; i < 20000; i++) {
        char text[16];
        vocab_find(words, (str){text, (uint32_t)snprintf(text, sizeof text, "w%d", i)}, 0);
    }
    assert(vocab_count(words) > 20000);
    vocab_forget(words);
    assert(vocab_count(words) == 0 && vocab_find(words, S("again"), 0) == 0);
}

int main(void)
{
    static const model none = {0};
    words = vocab_new(&none);
    if (!words || arena_enter(vocab_arena(words))) return 1;
    makes_shapes();
    takes_ends();
    has_norms();
    knows_space();
    forgets();
    vocab_free(words);
    puts("vocab: ok");
    return 0;
}
