/* speaker.c: which party the source of an attribution is. */
#include "parse/tree.h"
#include "story/story_internal.h"

static bool tells_nothing(const actor *a) { return a->kind == ACTOR_PRONOUN && !is_code(a->code) && !a->sector[0][0]; }

static bool is_one_of(str w, const char *const *list)
{
    for (; *list; list++)
        if (str_is(w, *list)) return true;
    return false;
}

/* A statement speaks for whoever issued it. */
static bool is_paper(str w)
{
    static const char *const papers[] = {"statement", "communique", "communiqué", "declaration", "letter", "release", "message", NULL};
    return is_one_of(w, papers);
}

#define MAX_CLIMB 8

/* "sources close to the president" */
static bool is_close_to(const doc *d, const token *prep) { return str_is(prep->lower, "to") && str_is(d->tokens.at[prep->head].lower, "close"); }

/* Does token `t` belong to the head as what it is or whose it is?  "the *Tunisian*
 * deputy", "one of these groups, the *Syrian Democratic Forces*", "X, who was
 * *Trump's* envoy"; not "X, who fought *Oslo*". */
static bool tells_whose(const doc *d, uint32_t t, uint32_t head)
{
    for (int k = 0; k < MAX_CLIMB && t != head; k++) {
        const token *x = &d->tokens.at[t];
        switch (x->dep) {
        case DEP_appos: case DEP_poss: case DEP_amod: case DEP_compound: case DEP_nmod: case DEP_pobj: case DEP_attr: break;
        case DEP_prep: if (!str_is(x->lower, "of") && !str_is(x->lower, "for") && !str_is(x->lower, "from") && !str_is(x->lower, "in") && !is_close_to(d, x)) return false; break;
        case DEP_relcl: if (!str_is(x->lemma, "be")) return false; break;
        case DEP_nsubj: case DEP_dep: return x->head == d->tokens.at[head].head;  /* two subjects: see says/source.c */
        default: return false;
        }
        t = x->head;
    }
    return t == head;
}

static void take_country(doc *d, uint32_t to, const char *code, reason why)
{
    actor *x = &d->actors.at[to];
    memcpy(x->code, code, sizeof x->code);
    x->code_from_context = true;
    x->why_code = why;
}

/* A source whose own name tells no country: another name in its words may. */
static void country_in_words(doc *d, const attribution *a, uint32_t who)
{
    if (is_code(d->actors.at[who].code)) return;
    uint32_t same = d->actors.at[who].same_as;
    if (same != NONE && is_code(d->actors.at[same].code)) {
        take_country(d, who, d->actors.at[same].code, d->actors.at[same].why_code);
        return;
    }
    for (uint32_t k = 0; k < a->source.n; k++)
        for (uint32_t t = a->source.at[k].first; t < a->source.at[k].end; t++) {
            uint32_t i = d->actor_of[t];
            if (i == NONE || i == who || !is_code(d->actors.at[i].code) || d->actors.at[i].code_from_context || !tells_whose(d, t, a->source_head)) continue;
            take_country(d, who, d->actors.at[i].code, "story: the source's own words name its country");
            return;
        }
}

/* The party of the source's words: that of its head, else the first known one in
 * them ("one of these groups, the *Democratic Forces*"), else the first. */
static uint32_t party_in(doc *d, const attribution *a)
{
    uint32_t found = NONE, own = a->source_head == NONE ? NONE : d->actor_of[a->source_head];
    if (own != NONE && !tells_nothing(&d->actors.at[own])) return country_in_words(d, a, own), own;
    bool paper = a->source_head != NONE && is_paper(d->tokens.at[a->source_head].lower);
    for (uint32_t k = 0; k < a->source.n; k++)
        for (uint32_t t = a->source.at[k].first; t < a->source.at[k].end; t++) {
            uint32_t i = d->actor_of[t];
            if (i == NONE) continue;
            bool known = is_code(d->actors.at[i].code), whose = known && a->source_head != NONE && tells_whose(d, t, a->source_head);
            if (whose) return i;
            if (found == NONE && (known || (d->actors.at[i].sector[0][0] && !paper))) found = i; /* not the press of "the press release" */
        }
    return found;
}

/* "the statement said", "it added", a quotation that runs on without a cue:
 * whoever spoke last at the same depth. */
static bool speaks_on(const doc *d, const attribution *a)
{
    if (a->source_head == NONE) return a->kind != SAID_INDIRECT;
    const token *t = &d->tokens.at[a->source_head];
    static const char *const words[] = {"statement", "it", "he", "she", "they", "document", "communique", "communiqué", "letter", "report", "message", "release",
                                        "declaration", NULL};
    return is_one_of(t->lower, words);
}

/* Whose statement it is: "Oslo issued a statement", "a statement by the ministry",
 * "the ministry's letter", "the Norwegian statement". */
static uint32_t issuer_of(const doc *d, uint32_t paper)
{
    static const char *const issue[] = {"issue", "release", "publish", "make", "adopt", "send", "circulate", "post", "deliver", "read", NULL};
    const token *t = &d->tokens.at[paper];
    bool passive = false;
    uint32_t who = NONE;
    if (t->dep == DEP_dobj && is_one_of(d->tokens.at[t->head].lemma, issue)) who = tree_understood_subject(d, t->head, &passive);
    if (who == NONE) who = tree_prep_object(d, paper, "by");
    if (who == NONE) who = tree_prep_object(d, paper, "of");
    if (who == NONE) who = tree_prep_object(d, paper, "from");
    if (who == NONE) who = tree_child(d, paper, DEP_poss);
    if (who != NONE && d->tokens.at[who].pos == POS_PRON) return NONE; /* "in its statement the ministry recalled" */
    uint32_t i = who == NONE || passive ? NONE : d->actor_of[who];
    return i != NONE && !tells_nothing(&d->actors.at[i]) ? i : NONE;
}

/* The last to issue a statement between two tokens, else `last`. */
static uint32_t last_issuer(const doc *d, uint32_t from, uint32_t to, uint32_t last)
{
    for (uint32_t i = from; i < to; i++)
        if (d->tokens.at[i].pos == POS_NOUN || d->tokens.at[i].pos == POS_PROPN) {
            uint32_t who = is_paper(d->tokens.at[i].lower) ? issuer_of(d, i) : NONE;
            if (who != NONE) last = who;
        }
    return last;
}

/* "..., Bay News reports": who reports the whole does not speak in it. */
static bool is_outlet(const doc *d, const attribution *a)
{
    return a->source.n && d->article.outlet.len && str_eq_fold(doc_words(d, a->source.at[0]), d->article.outlet);
}

/* "it said", "he added" after a speaker that it fits: the same speaker. */
static bool is_last_speaker(const doc *d, const attribution *a, uint32_t last)
{
    if (last == NONE || a->source_head == NONE || d->tokens.at[a->source_head].pos != POS_PRON) return false;
    str w = d->tokens.at[a->source_head].lower;
    const actor *x = &d->actors.at[last];
    if (str_is(w, "it")) return x->kind == ACTOR_BODY || x->kind == ACTOR_ROLE || x->kind == ACTOR_COUNTRY;
    if (str_is(w, "he") || str_is(w, "she")) return x->kind == ACTOR_PERSON || (x->kind == ACTOR_ROLE && !x->plural);
    return str_is(w, "they") && (x->plural || x->kind == ACTOR_PEOPLE);
}

/* "A spokesman said": of the one who spoke last, where his own words name nobody. */
static bool speaks_for_another(const doc *d, const attribution *a)
{
    if (a->source_head == NONE) return false;
    static const char *const words[] = {"spokesperson", "spokesman", "spokeswoman", "representative", NULL};
    return is_one_of(d->tokens.at[a->source_head].lower, words);
}

/* "A police spokesman ... the spokesman" is one; a bare one speaks for whoever spoke last. */
static void join_spokesman(doc *d, attribution *a, uint32_t last)
{
    const actor *who = &d->actors.at[a->speaker], *before = &d->actors.at[last];
    bool bare = !is_code(who->code) && !who->sector[0][0];
    bool same = bare && who->definite && str_eq(d->tokens.at[who->head].lower, d->tokens.at[before->head].lower);
    if (same) a->speaker = last;
    else if (bare && is_code(before->code)) take_country(d, a->speaker, before->code, "story: a spokesman of the one who spoke last");
}

#define MAX_BACK 32  /* claims looked back at */

/* "its foreign ministry said ... The ministry recalled": the one that spoke before. */
static void country_of_title(doc *d, uint32_t claim)
{
    const attribution *a = &d->attributions.at[claim];
    if (a->speaker == NONE || a->source_head == NONE || is_code(d->actors.at[a->speaker].code) || !d->actors.at[a->speaker].definite) return;
    for (uint32_t k = claim; k-- > 0 && claim - k <= MAX_BACK;) {
        const attribution *b = &d->attributions.at[k];
        if (b->speaker == NONE || b->source_head == NONE || !is_code(d->actors.at[b->speaker].code)) continue;
        if (!str_eq(d->tokens.at[b->source_head].lower, d->tokens.at[a->source_head].lower)) continue;
        take_country(d, a->speaker, d->actors.at[b->speaker].code, "story: who spoke before under the same title");
        return;
    }
}

void speaker_fill(doc *d)
{
    uint32_t last = NONE, seen = 0;
    for (uint32_t i = 0; i < d->attributions.n; i++) {
        attribution *a = &d->attributions.at[i];
        last = last_issuer(d, seen, a->cue_head, last);
        seen = a->cue_head > seen ? a->cue_head : seen;
        a->speaker = a->within == NONE && is_last_speaker(d, a, last) ? last : party_in(d, a);
        if (a->speaker == NONE && speaks_on(d, a)) a->speaker = last;
        country_of_title(d, i);
        if (a->speaker != NONE && last != NONE && speaks_for_another(d, a)) join_spokesman(d, a, last);
        if (a->within == NONE && a->speech && !is_outlet(d, a) && a->speaker != NONE) last = a->speaker;
    }
}
