/* pronoun.c: whom "he", "it", "they", "we", "the two sides" mean.  Nearest
 * fitting subject first (Hobbs' preference, without his tree walk); what is not
 * found within three sentences stays unknown. */
#include "parse/tree.h"
#include "story/story_internal.h"

#define REACH 3       /* sentences looked back for one party */
#define SIDES_REACH 6 /* and for the two that a report is about */

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

typedef enum person { THIRD_HE, THIRD_IT, THIRD_THEY, FIRST, RELATIVE, OTHER } person;

static person person_of(str w)
{
    static const struct { const char *word; person is; } table[] = {
        {"he", THIRD_HE}, {"him", THIRD_HE}, {"his", THIRD_HE}, {"himself", THIRD_HE}, {"she", THIRD_HE}, {"her", THIRD_HE},
        {"hers", THIRD_HE}, {"herself", THIRD_HE}, {"it", THIRD_IT}, {"its", THIRD_IT}, {"itself", THIRD_IT}, {"they", THIRD_THEY},
        {"them", THIRD_THEY}, {"their", THIRD_THEY}, {"themselves", THIRD_THEY}, {"we", FIRST}, {"us", FIRST}, {"our", FIRST},
        {"ours", FIRST}, {"ourselves", FIRST}, {"i", FIRST}, {"me", FIRST}, {"my", FIRST}, {"who", RELATIVE}, {"which", RELATIVE},
        {"that", RELATIVE}, {"whom", RELATIVE}, {"whose", RELATIVE}};
    for (size_t k = 0; k < sizeof table / sizeof *table; k++)
        if (str_is(w, table[k].word)) return table[k].is;
    return OTHER;
}

/* "the army ... they": one body of many. */
static bool is_collective(const actor *a)
{
    static const char *const many[] = {"MIL", "COP", "REB", "PTY", "GOV", "OPP"};
    for (int k = 0; k < 6; k++)
        if (strcmp(a->sector[0], many[k]) == 0) return a->kind == ACTOR_BODY || (a->kind == ACTOR_ROLE && a->definite);
    return false;
}

/* "the general", "its commander": one of the army, and a man. */
static bool is_ranked(const doc *d, const actor *a)
{
    static const char *const ranks[] = {"general", "colonel", "commander", "soldier", "officer", "captain", "major", "lieutenant", "leader", "chief", "admiral", "marshal",
                                        "spokesman", "spokeswoman", "spokesperson", "fighter", "rebel", "militant", "pilot", "sergeant", "brigadier", NULL};
    for (int k = 0; ranks[k]; k++)
        if (str_is(at(d, a->head)->lower, ranks[k])) return true;
    return false;
}

/* "the army", "a militia": nobody's "he". */
static bool is_armed_group(const actor *a)
{
    static const char *const armed[] = {"MIL", "REB", "PRM", "UAF"};
    for (int k = 0; k < 4; k++)
        if (strcmp(a->sector[0], armed[k]) == 0) return true;
    return false;
}

static bool is_word_of(str w, const char *const *list)
{
    for (; *list; list++)
        if (str_is(w, *list)) return true;
    return false;
}

/* "the government", "the court": hardly anybody's "he". */
static bool is_body_word(const doc *d, const actor *a)
{
    static const char *const bodies[] = {"government", "ministry", "council", "court", "party", "parliament", "congress", "senate", "cabinet", "committee", "commission",
                                         "agency", "department", "office", "embassy", "bank", "company", "network", "union", "group", "organisation", "organization",
                                         "coalition", "opposition", "administration", "regime", "authority", "body", "board", "police", "house", "bureau", "tribunal", NULL};
    return is_word_of(at(d, a->head)->lower, bodies);
}

static bool fits(const doc *d, const actor *a, person p)
{
    if (a->kind == ACTOR_PRONOUN) return false;
    switch (p) {
    case THIRD_HE: return a->kind == ACTOR_PERSON || (a->kind == ACTOR_ROLE && !a->plural && (!is_armed_group(a) || is_ranked(d, a)));
    case THIRD_IT: return !a->plural && (a->kind == ACTOR_COUNTRY || a->kind == ACTOR_PLACE || a->kind == ACTOR_BODY || (a->kind == ACTOR_ROLE && a->definite));
    case THIRD_THEY: return a->plural || a->kind == ACTOR_PEOPLE || a->n_members || is_collective(a);
    default: return false;
    }
}

/* Adjectives ("Israeli raids") are seldom what a pronoun means. */
static bool is_noun_phrase(const doc *d, const actor *a)
{
    dep l = at(d, a->head)->dep;
    return l != DEP_amod && l != DEP_compound && l != DEP_nmod;
}

static bool is_subject(const doc *d, uint32_t tok)
{
    dep l = at(d, tree_first_conjunct(d, tok))->dep;
    return l == DEP_nsubj || l == DEP_nsubjpass;
}

/* Binding: the object of a verb is not its subject under another word. */
static bool same_clause(const doc *d, uint32_t pronoun, uint32_t other)
{
    const token *t = at(d, pronoun);
    if (t->dep == DEP_poss) return false;
    bool passive;
    if (t->dep == DEP_dobj && tree_understood_subject(d, t->head, &passive) == other) return true; /* "X left, accusing it" */
    return tree_clause(d, t->head) == tree_clause(d, at(d, other)->head);
}

/* What stands in another's words is not what the outlet's "it" means. */
static bool hidden_in_words(const doc *d, uint32_t outside, uint32_t other)
{
    uint32_t own = story_attribution_at(d, outside), a = story_attribution_at(d, other);
    for (; a != NONE && a != own; a = d->attributions.at[a].within)
        if (d->attributions.at[a].kind == SAID_DIRECT || d->attributions.at[a].within == NONE) return true;
    return false;
}

/* What is done to "it" or "them" is more often a thing than a party. */
static bool may_be_thing(const doc *d, uint32_t tok, person p)
{
    static const char *const to_parties[] = {"ask", "urge", "accuse", "tell", "warn", "order", "invite", "thank", "blame", "sue", "instruct", NULL};
    dep l = at(d, tok)->dep;
    if (l == DEP_dobj && is_word_of(at(d, at(d, tok)->head)->lemma, to_parties)) return false;
    return (p == THIRD_IT || p == THIRD_THEY) && (l == DEP_dobj || l == DEP_pobj);
}

/* The score of the best thing told before, on the parties' scale: a bill, reports. */
static double best_thing(const doc *d, uint32_t tok, person p)
{
    double best = -1e9;
    for (uint32_t i = tok; i-- > 0;) {
        const token *t = at(d, i);
        uint32_t back = at(d, tok)->sent - t->sent;
        if (back > REACH) break;
        bool fit = t->dep == DEP_nsubj || t->dep == DEP_nsubjpass || t->dep == DEP_dobj;
        if (!fit || t->pos != POS_NOUN || (t->tag == TAG_NNS) != (p == THIRD_THEY) || d->actor_of[i] != NONE || same_clause(d, tok, i)) continue;
        double score = (is_subject(d, i) ? 2.0 : 0) - 1.5 * back - 0.02 * (tok - i);
        if (score > best) best = score;
    }
    return best;
}

/* "in Geneva" is where they met; "in El Paso, Texas". */
static bool is_location(const doc *d, uint32_t tok)
{
    static const char *const preps[] = {"in", "at", "near"};
    if (at(d, tok)->dep == DEP_appos && at(d, at(d, tok)->head)->dep == DEP_pobj) tok = at(d, tok)->head;
    str prep = at(d, at(d, tok)->head)->lower;
    for (int k = 0; k < 3 && at(d, tok)->dep == DEP_pobj; k++)
        if (str_is(prep, preps[k])) return true;
    return false;
}

static bool is_object(const doc *d, uint32_t tok) { return at(d, tok)->dep == DEP_dobj || at(d, tok)->dep == DEP_pobj; }

static bool is_ground(const doc *d, const actor *a) { return (a->kind == ACTOR_COUNTRY || a->kind == ACTOR_PLACE) && is_location(d, a->head); }

static uint32_t antecedent(const doc *d, uint32_t pro, person p)
{
    uint32_t tok = d->actors.at[pro].head, sent = at(d, tok)->sent, best = NONE;
    double best_score = may_be_thing(d, tok, p) ? best_thing(d, tok, p) : -1e9;
    for (uint32_t i = pro; i-- > 0;) {
        const actor *a = &d->actors.at[i];
        uint32_t back = sent - at(d, a->head)->sent;
        if (back > REACH) break;
        if (!fits(d, a, p) || !is_noun_phrase(d, a) || same_clause(d, tok, a->head)) continue;
        if (p == THIRD_IT && hidden_in_words(d, tok, a->head)) continue;
        double score = (is_subject(d, a->head) ? 2.0 : 0) - 1.5 * back - 0.02 * (tok - a->head) + (is_code(a->code) ? 0.5 : 0);
        if (p == THIRD_THEY && !a->plural && a->kind != ACTOR_PEOPLE && !a->n_members) score -= 1.6; /* only where no plural offers itself */
        if (p == THIRD_HE && back == 0 && is_object(d, tok) && is_object(d, a->head)) score += 1.0; /* "labelled X a terrorist and levied sanctions against him" */
        if (is_ground(d, a)) score -= 1.5; /* where it was */
        if (p == THIRD_HE && a->kind == ACTOR_ROLE && is_body_word(d, a)) continue;
        if (score > best_score) best_score = score, best = i;
    }
    return best;
}

/* "a ministry spokesman said it had called on Chad": what he speaks for. */
static uint32_t spoken_for(const doc *d, uint32_t tok, person p)
{
    static const char *const words[] = {"spokesman", "spokeswoman", "spokesperson", "statement", NULL};
    uint32_t c = p == THIRD_IT ? story_attribution_at(d, tok) : NONE;
    if (c == NONE || d->attributions.at[c].kind == SAID_DIRECT || d->attributions.at[c].source_head == NONE) return NONE;
    uint32_t head = d->attributions.at[c].source_head, i = d->actor_of[head];
    bool speaks = i != NONE && is_subject(d, tok) && is_code(d->actors.at[i].code) && is_word_of(at(d, head)->lower, words);
    return speaks && at(d, head)->sent == at(d, tok)->sent && head < tok ? i : NONE;
}

static uint32_t relative_noun(const doc *d, uint32_t tok)
{
    for (uint32_t v = at(d, tok)->head, k = 0; k < 8 && at(d, v)->head != v; v = at(d, v)->head, k++)
        if (at(d, v)->dep == DEP_relcl) return at(d, v)->head;
    return NONE;
}

static bool stands_for_sides(const doc *d, const actor *a)
{
    static const char *const words[] = {"sides", "parties", "countries", "nations", "leaders", "neighbours", "neighbors", "governments", "presidents", "ministers",
                                        "ministries", "armies", "militaries", "states", "delegations", "premiers", "capitals", NULL};
    return is_word_of(at(d, a->head)->lower, words);
}

/* "the leaders of Chad and Niger said that their countries ...": two named together in the sentence before. */
static bool is_of_two(const doc *d, const actor *a)
{
    static const char *const own[] = {"countries", "nations", "governments", "states", "armies", NULL};
    uint32_t owner = tree_child(d, a->head, DEP_poss);
    if (owner == NONE || !str_is(at(d, owner)->lower, "their") || !is_word_of(at(d, a->head)->lower, own)) return false;
    for (uint32_t i = d->sentences.at[at(d, a->head)->sent].first; i < a->head; i++) {
        uint32_t first = tree_first_conjunct(d, i), x = d->actor_of[i], y = d->actor_of[first];
        if (first != i && x != NONE && y != NONE && is_code(d->actors.at[x].code) && is_code(d->actors.at[y].code)) return true;
    }
    return false;
}

static bool is_two(const doc *d, uint32_t head)
{
    for (uint32_t c = tree_first(d, head); c != NONE; c = tree_next(d, c)) {
        str w = at(d, c)->lower;
        if (str_is(w, "two") || str_is(w, "both")) return true;
    }
    return false;
}

static double weight_in_story(const doc *d, const char *code)
{
    for (int k = 0; k < 4; k++)
        if (strcmp(d->story.country[k].code, code) == 0) return d->story.country[k].weight;
    return 0;
}

static bool may_be_side(const doc *d, const actor *side, const actor *b)
{
    return is_code(b->code) && b->kind != ACTOR_PRONOUN && !b->code_from_context && !is_location(d, b->head) &&
           at(d, side->head)->sent - at(d, b->head)->sent <= SIDES_REACH;
}

/* "the two sides": of the countries named shortly before, the two that the story
 * is most about; of equals, the later named. */
static void find_members(doc *d, uint32_t i)
{
    actor *a = &d->actors.at[i];
    double weight[2] = {0, 0};
    for (uint32_t k = i; k-- > 0 && at(d, a->head)->sent - at(d, d->actors.at[k].head)->sent <= SIDES_REACH;) {
        const actor *b = &d->actors.at[k];
        bool known = false;
        for (uint32_t m = 0; m < a->n_members; m++) known = known || strcmp(d->actors.at[a->member[m]].code, b->code) == 0;
        if (known || !may_be_side(d, a, b)) continue;
        double w = weight_in_story(d, b->code);
        uint32_t least = a->n_members == 2 && weight[0] < weight[1] ? 0 : 1;
        uint32_t at_member = a->n_members < 2 ? a->n_members++ : w > weight[least] ? least : 2;
        if (at_member < 2) a->member[at_member] = k, weight[at_member] = w;
    }
    if (a->n_members < 2) a->n_members = 0;
}

/* "the government and the rebels signed ...; the two sides": two of one country, told together. */
static void find_pair(doc *d, uint32_t i)
{
    actor *a = &d->actors.at[i];
    for (uint32_t k = i; k-- > 0 && at(d, a->head)->sent - at(d, d->actors.at[k].head)->sent <= SIDES_REACH;) {
        const actor *b = &d->actors.at[k];
        uint32_t all[4], n = is_subject(d, b->head) && b->sector[0][0] && is_code(b->code) ? tree_conjuncts(d, b->head, all, 4) : 0;
        uint32_t other = n == 2 && all[0] == b->head ? d->actor_of[all[1]] : NONE;
        if (other == NONE || other == i || !d->actors.at[other].sector[0][0] || is_code(d->actors.at[other].code)) continue;
        a->member[0] = k, a->member[1] = other, a->n_members = 2;
        return;
    }
}

void pronoun_fill(doc *d)
{
    for (uint32_t i = 0; i < d->actors.n; i++) {
        actor *a = &d->actors.at[i];
        if (!is_code(a->code) && stands_for_sides(d, a) && (is_two(d, a->head) || is_of_two(d, a))) {
            find_pair(d, i);
            if (!a->n_members) find_members(d, i);
        }
        if (a->kind != ACTOR_PRONOUN) continue;
        person p = person_of(at(d, a->head)->lower);
        uint32_t from = NONE;
        if (p == RELATIVE) {
            uint32_t noun = relative_noun(d, a->head);
            from = noun == NONE ? NONE : d->actor_of[noun];
        } else if (p <= THIRD_THEY) {
            from = spoken_for(d, a->head, p);
            if (from == NONE) from = antecedent(d, i, p);
        }
        if (from != NONE && from != i) people_take(d, i, from, "story: what the pronoun stands for");
    }
}

/* ---- first person --------------------------------------------------------------- */
static uint32_t speaker_at(const doc *d, uint32_t tok)
{
    uint32_t best = NONE;
    for (uint32_t a = story_attribution_at(d, tok); a != NONE && best == NONE; a = d->attributions.at[a].within)
        if (d->attributions.at[a].speaker != NONE && is_code(d->actors.at[d->attributions.at[a].speaker].code)) best = d->attributions.at[a].speaker;
    return best;
}

/* A statement printed whole speaks for the body that its first sentences name. */
static uint32_t issuer_of(const doc *d)
{
    for (uint32_t i = 0; i < d->actors.n && at(d, d->actors.at[i].head)->sent < REACH; i++) {
        const actor *a = &d->actors.at[i];
        bool state = strcmp(a->sector[0], "GOV") == 0 || strcmp(a->sector[0], "MIL") == 0 || strcmp(a->sector[0], "OPP") == 0;
        if (state && is_code(a->code) && is_noun_phrase(d, a) && a->kind != ACTOR_PRONOUN) return i;
    }
    return NONE;
}

/* "I applaud the president", said a senator: a speaker's own, where his words name no other country's. */
static void own_office(doc *d, uint32_t i)
{
    static const char *const offices[] = {"president", "government", "congress", "parliament", "senate", NULL};
    actor *a = &d->actors.at[i];
    uint32_t c = story_attribution_at(d, a->head), who = c == NONE || d->attributions.at[c].kind != SAID_DIRECT ? NONE : d->attributions.at[c].speaker;
    if (who == NONE || !is_code(d->actors.at[who].code) || strlen(d->actors.at[who].code) != 3 || strcmp(d->actors.at[who].code, "IGO") == 0) return;
    bool bare = a->kind == ACTOR_ROLE && a->definite && a->tok.end - a->tok.first <= 2 && (a->code_from_context || !is_code(a->code));
    if (!bare || !is_word_of(at(d, a->head)->lower, offices) || strcmp(a->code, d->actors.at[who].code) == 0) return;
    for (uint32_t k = i; k-- > 0 && at(d, d->actors.at[k].head)->sent == at(d, a->head)->sent;)
        if (is_code(d->actors.at[k].code) && strcmp(d->actors.at[k].code, d->actors.at[who].code) != 0 && d->actors.at[k].kind == ACTOR_COUNTRY) return;
    memcpy(a->code, d->actors.at[who].code, 4);
    a->same_as = NONE;
    a->code_from_context = true;
    a->why_code = "story: a speaker's \"the president\" is his own country's";
}

/* "our country", "our citizens": the speaker's; plain "we": the speaker. */
void pronoun_fill_first_person(doc *d)
{
    uint32_t issuer = issuer_of(d);
    for (uint32_t i = 0; i < d->actors.n; i++) {
        actor *a = &d->actors.at[i];
        own_office(d, i);
        uint32_t poss = tree_child(d, a->head, DEP_poss);
        bool ours = poss != NONE && person_of(at(d, poss)->lower) == FIRST;
        if (a->kind == ACTOR_PRONOUN ? person_of(at(d, a->head)->lower) != FIRST : !ours || is_code(a->code)) continue;
        uint32_t speaker = speaker_at(d, a->head);
        if (speaker == NONE && story_attribution_at(d, a->head) == NONE) speaker = issuer;
        if (speaker == NONE) continue;
        if (a->kind == ACTOR_PRONOUN) {
            people_take(d, i, speaker, "story: the first person is the speaker");
            continue;
        }
        memcpy(a->code, d->actors.at[speaker].code, 4);
        a->code_from_context = true;
        a->why_code = "story: \"our\" is the speaker's";
    }
}
