/* retype.c: acts that PLOVER files under another type than their word: what is
 * still to come, what is refused, what a crowd demands. */
#include "parse/tree.h"
#include "what/what_internal.h"

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

static bool is_verb(const doc *d, uint32_t i) { return at(d, i)->pos == POS_VERB || at(d, i)->pos == POS_AUX; }

/* PLOVER: cooperation to come is AGREE, a withdrawal to come CONCEDE, force or
 * sanctions to come THREATEN. */
static const struct { const char *type, *becomes, *mode; } to_come[] = {
    {"CONSULT", "AGREE", NULL}, {"SUPPORT", "AGREE", NULL}, {"COOPERATE", "AGREE", NULL}, {"AID", "AGREE", NULL}, {"RETREAT", "CONCEDE", NULL},
    {"SANCTION", "THREATEN", "relations"}, {"COERCE", "THREATEN", "restrict"}, {"ASSAULT", "THREATEN", "violence"}};

static void set_type(const what *w, sense *x, const char *type, const char *mode)
{
    x->type = &w->type[lexicon_type(w, str_of(type))];
    x->mode = mode;
}

/* "are not going to" */
static bool is_not_going(const doc *d, uint32_t above)
{
    return str_is(at(d, above)->lower, "going") && tree_negated(d, above);
}

/* "will not release them", "would not meet the demand", "did not accede to it": a refusal. */
static bool is_refusal(const what *w, const doc *d, const sense *x, uint32_t i)
{
    bool good = lexicon_is(w, "cooperative", str_of(x->type->name));
    if (good && !is_verb(d, i) && tree_negated(d, i) && lexicon_is(w, "intent", frame_lemma(d, i))) return true; /* "has no plans to leave" */
    uint32_t verb = is_verb(d, i) ? i : x->light;
    if (good && verb != NONE && at(d, verb)->dep == DEP_xcomp && is_not_going(d, at(d, verb)->head)) return true;
    if (!good || verb == NONE || !tree_negated(d, verb)) return false;
    if (verb == i && lexicon_is(w, "assent", frame_lemma(d, verb)) && at(d, verb)->dep != DEP_advcl) return true;
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c)) {
        str modal = at(d, c)->lower;
        if (at(d, c)->tag == TAG_MD && (str_is(modal, "will") || str_is(modal, "would") || str_is(modal, "wo"))) return true;
    }
    return false;
}

/* "will", "would" after a word of saying: announced, not only aimed at ("to protest ..."). */
static bool is_promised(const doc *d, const sense *x, uint32_t i)
{
    uint32_t verb = is_verb(d, i) ? i : x->light;
    if (verb == NONE) return false;
    for (int k = 0; k < 3; k++) {
        for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c))
            if (at(d, c)->tag == TAG_MD) return at(d, verb)->head != verb || !str_is(at(d, c)->lower, "would");
        if (at(d, verb)->dep != DEP_xcomp && at(d, verb)->dep != DEP_conj) return false;
        verb = at(d, verb)->head;
    }
    return false;
}

/* What is threatened is to come; the threat itself has been made. */
static void utter(sense *x)
{
    x->status = STATUS_ACTUAL;
    x->forced = true;
}

/* "will boycott the vote unless ...", "will withdraw its force unless ...": a threat, whatever is to come. */
static bool is_ultimatum(const doc *d, const sense *x, uint32_t i)
{
    uint32_t verb = is_verb(d, i) ? i : x->light;
    for (uint32_t c = verb == NONE ? NONE : tree_first(d, verb); c != NONE; c = tree_next(d, c)) {
        uint32_t mark = at(d, c)->dep == DEP_advcl ? tree_child(d, c, DEP_mark) : NONE;
        if (mark != NONE && str_is(at(d, mark)->lower, "unless")) return true;
    }
    return false;
}

static bool becomes_threat(const what *w, const doc *d, sense *x, uint32_t i)
{
    static const struct { const char *type, *mode; } threats[] = {{"PROTEST", "relations"}, {"RETREAT", "relations"}, {"REJECT", "relations"},
        {"SANCTION", "relations"}, {"COERCE", "restrict"}, {"ASSAULT", "violence"}, {"MOBILIZE", "violence"}};
    if (!is_ultimatum(d, x, i)) return false;
    for (size_t k = 0; k < sizeof threats / sizeof *threats; k++)
        if (strcmp(x->type->name, threats[k].type) == 0) return set_type(w, x, "THREATEN", threats[k].mode), utter(x), true;
    return false;
}

/* "has no plans to": the refusal's own words hold the "no". */
static bool holds_no(const sense *x)
{
    for (uint32_t k = 0; x->entry && x->entry->type == x->type && k < x->entry->n_words; k++)
        if (str_is(x->entry->word[k], "no")) return true;
    return false;
}

void retype_future(const what *w, const doc *d, senses *s, uint32_t i)
{
    sense *x = &s->at[i];
    if (holds_no(x)) {
        utter(x);
        return;
    }
    if (is_refusal(w, d, x, i)) {
        set_type(w, x, "REJECT", strcmp(x->type->name, "CONSULT") == 0 ? "meet" : "assist");
        x->status = STATUS_ACTUAL;
        x->forced = true;
        return;
    }
    if (x->status > STATUS_ACTUAL || status_of(d, s, i) != STATUS_PLANNED || !is_promised(d, x, i) || becomes_threat(w, d, x, i)) return;
    for (size_t k = 0; k < sizeof to_come / sizeof *to_come; k++)
        if (strcmp(x->type->name, to_come[k].type) == 0) {
            set_type(w, x, to_come[k].becomes, to_come[k].mode);
            if (strcmp(to_come[k].becomes, "THREATEN") == 0) utter(x);
            return;
        }
}

/* PLOVER: what a crowd demands or blames is its protest. */
void retype_crowd(const what *w, const doc *d, senses *s, uint32_t i)
{
    uint32_t subject = frame_of(d, i).subject;
    if (!is_verb(d, i) || subject == NONE || !lexicon_is(w, "demonstrators", frame_lemma(d, subject))) return;
    if (lexicon_is(w, "crowd-speech", str_of(s->at[i].type->name))) set_type(w, &s->at[i], "PROTEST", "demo");
}
