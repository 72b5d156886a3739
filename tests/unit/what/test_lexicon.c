/* Is rule text read as docs/rules.md says, and is damaged text named by path and line? */
#include "ruled.h"

static bool failed;

/* `text` as file what/`name` does not load: the line and a part of what is told. */
static void damaged(const char *name, const char *text, uint32_t line, const char *told)
{
    arena *mem = arena_new(0);
    assert(mem && !arena_enter(mem));
    what *w;
    fail f = {0};
    int code = ruled_load(&w, mem, name, text, &f);
    bool named = str_ends(str_of(f.path), str_of(name)) && str_find(str_of(f.text), str_of(told)) < strlen(f.text);
    if (code != FAIL_FORMAT || f.code != code || f.line != line || !named) {
        fprintf(stderr, "%s\n  wanted line %u: %s\n  found  %d %s:%u: %s\n", text, line, told, code, f.path, f.line, f.text);
        failed = true;
    }
    arena_free(mem);
}

#define TYPE "type ASSAULT\n  quad MATERIAL CONFLICT\n  cameo 190\n"

static void names_damage(void)
{
    damaged("own.rules", "  mode none\n", 1, "");
    damaged("own.rules", "verb zap\n  mode none\n", 1, "type");
    damaged("own.rules", "\n# a comment\ntype QUARREL\n", 3, "PLOVER");
    damaged("own.rules", TYPE "verb zap\n  mood none\n", 5, "mood");
    damaged("own.rules", TYPE "adverb zap\n", 4, "adverb");
    damaged("never.rules", "verb zap\n  means none\n  fourth x\n", 3, "fourth");
    damaged("compose.rules", "compose zap\n  comp to\n  given AGREE\n", 3, "given");
    damaged("compose.rules", "\nverb zap\n", 2, "verb");
}

static void too_many_classes(void)
{
    static char text[16 * MAX_CLASSES];
    size_t at = 0;
    for (int i = 0; i <= MAX_CLASSES; i++) at += (size_t)snprintf(text + at, sizeof text - at, "class c%d\n", i);
    damaged("classes.rules", text, MAX_CLASSES + 1, "256");
}

static bool in(const what *w, const char *class, const char *word)
{
    uint32_t no = map_get(&w->class_no, str_of(class), NONE);
    return no != NONE && lexicon_in_class(w, str_of(word), no);
}

/* A class holds its words, its other name's, and those of the classes in it, however deep. */
static void classes_hold_classes(void)
{
    arena *mem = arena_new(0);
    assert(mem && !arena_enter(mem));
    const what *w = ruled(mem, "classes.rules",
                          "class top | highest\n  is @middle crown\nclass middle\n  is @low nuclear_crown\n  is belt\n"
                          "class low\n  is boot @ring\nclass ring\n  is @low band\n");
    failed |= !in(w, "top", "crown") || !in(w, "highest", "crown") || !in(w, "top", "boot") || !in(w, "highest", "belt") || !in(w, "top", "band");
    failed |= !in(w, "top", "nuclear crown") || in(w, "top", "nuclear_crown");
    failed |= in(w, "low", "belt") || in(w, "middle", "crown") || !in(w, "ring", "boot") || !in(w, "low", "band") || in(w, "nowhere", "boot");
    arena_free(mem);
}

static const entry *first_of(const what *w, const map *words, const char *lemma)
{
    uint32_t e = map_get(words, str_of(lemma), NONE);
    assert(e != NONE);
    return &w->entries.at[e];
}

static void reads_entries(void)
{
    arena *mem = arena_new(0);
    assert(mem && !arena_enter(mem));
    const what *w = ruled(mem, "own.rules",
                          TYPE "verb zap | zip up\n  mode aerial\n  context military legal\n  confidence 0.35\n  status planned\n  whom at | into\n"
                               "  object !@sport | party\n  with-on x\nnoun zapping | zap for help\n  who from\n  together yes\nadj zapped\n");
    const entry *e = first_of(w, &w->verbs, "zap"), *up = first_of(w, &w->verbs, "zip"), *noun = first_of(w, &w->nouns, "zapping");
    failed |= strcmp(e->type->name, "ASSAULT") || strcmp(e->mode, "aerial") || strcmp(e->context[1], "legal") || e->status != STATUS_PLANNED;
    failed |= e->confidence < 0.34 || e->confidence > 0.36 || e->n_whom != 2 || !str_is(e->whom[1].prep, "into") || e->who[0].slot != SLOT_SUBJECT;
    failed |= e->n_cond != 2 || e->cond[0].n != 2 || !e->cond[0].test[0].forbid || e->cond[0].test[0].kind != TEST_CLASS || e->cond[0].test[1].kind != TEST_PARTY;
    failed |= !str_is(e->cond[1].at.prep, "on") || e->cond[1].test[0].kind != TEST_WORD || !str_ends(str_of(e->why), S("own.rules:4"));
    failed |= up->n_words != 2 || !str_is(up->word[1], "up") || strcmp(up->mode, "aerial");
    failed |= !noun->together || noun->who[0].slot != SLOT_PREP || noun->n_whom != 5 || !str_is(noun->whom[0].prep, "against");
    failed |= first_of(w, &w->nouns, "zap")->head != 0 || first_of(w, &w->adjs, "zapped")->kind != WORD_ADJ;
    failed |= lexicon_type(w, S("AGREE")) != 0 || lexicon_type(w, S("agree")) != -1;
    arena_free(mem);
}

static void reads_composers(void)
{
    arena *mem = arena_new(0);
    assert(mem && !arena_enter(mem));
    const what *w = ruled(mem, "compose.rules",
                          "light zap out\ncompose zip\n  comp to | on\n  of AGREE any\n  gives THREATEN\n  status actual\n  modes ASSAULT=violence COERCE=restrict\n  whom inner-who\n"
                          "compose-noun zapping\n  of AID\n  gives none\n");
    const composer *light = &w->composers.at[0], *zip = &w->composers.at[1], *noun = &w->composers.at[2];
    failed |= w->composers.n != 3 || !light->light || light->n_words != 2 || light->n_comp != 1 || light->comp[0].slot != SLOT_OBJECT;
    failed |= zip->n_comp != 2 || zip->comp_kind[0] != TEST_COMP_TO || !str_is(zip->comp[1].prep, "on") || zip->gives != GIVES_TYPE;
    failed |= strcmp(zip->type->name, "THREATEN") || !(zip->types >> N_TYPES & 1) || zip->n_modes != 2 || strcmp(zip->modes[1].mode, "restrict");
    failed |= zip->whom != WHOM_INNER_WHO || zip->status != STATUS_ACTUAL || light->status != -1;
    failed |= noun->kind != WORD_NOUN || noun->gives != GIVES_NONE || noun->types != 1u << lexicon_type(w, S("AID"));
    failed |= map_get(&w->noun_composers, S("zapping"), NONE) != 2 || map_get(&w->verb_composers, S("zapping"), NONE) != NONE;
    arena_free(mem);
}

int main(void)
{
    names_damage();
    too_many_classes();
    classes_hold_classes();
    reads_entries();
    reads_composers();
    if (!failed) puts("ok");
    return failed;
}
