/* political.c: which acts are political: somebody of the state, of an armed or
 * political group, or a country takes part. */
#include "parse/tree.h"
#include "what/what_internal.h"

enum { FEW_SENTENCES = 5 };

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

static bool is_verb(const doc *d, uint32_t i) { return at(d, i)->pos == POS_VERB || at(d, i)->pos == POS_AUX; }

static bool is_sector(const senses *s, const actor *a, const char *list) { return a->sector[0][0] && lexicon_is(s->words, list, str_of(a->sector[0])); }

static bool is_type(const senses *s, uint32_t i, const char *list) { return lexicon_is(s->words, list, str_of(s->at[i].type->name)); }

/* A firm and its customers, a doctor and her patients make no political event. */
static bool is_political_actor(const senses *s, const actor *a)
{
    if (a->kind == ACTOR_PRONOUN && !is_code(a->code) && !a->sector[0][0]) return false;
    bool firm = is_sector(s, a, "firm");
    if (is_code(a->code) && !a->code_from_context && (a->kind == ACTOR_ROLE || a->kind == ACTOR_PEOPLE) && !firm) return true; /* "Cuban doctors" */
    if (is_sector(s, a, "society-sector")) return false;
    return a->sector[0][0] || is_code(a->code);
}

static bool some_political(const doc *d, const senses *s, const actor_list *list)
{
    for (uint32_t k = 0; k < list->n; k++)
        if (is_political_actor(s, &d->actors.at[list->at[k]])) return true;
    return false;
}

/* Is anything known of any party? */
static bool is_known(const doc *d, const actor_list *list)
{
    for (uint32_t k = 0; k < list->n; k++) {
        const actor *a = &d->actors.at[list->at[k]];
        if (is_code(a->code) || a->sector[0][0] || a->kind == ACTOR_BODY || a->kind == ACTOR_PERSON) return true;
    }
    return false;
}

/* "told reporters", "spoke with our paper": the press as a hearer is no party. */
static bool is_told_to_press(const doc *d, const senses *s, uint32_t i, const roles *r)
{
    bool press = false, consult = strcmp(s->at[i].type->name, "CONSULT") == 0;
    if (s->at[i].inner != NONE || !is_type(s, i, "told-to-press")) return false; /* "the release of a journalist" is no telling */
    for (uint32_t k = 0; k < r->whom.n; k++) press = press || strcmp(d->actors.at[r->whom.at[k]].sector[0], "JRN") == 0;
    for (uint32_t k = 0; k < r->who.n && consult; k++) press = press || strcmp(d->actors.at[r->who.at[k]].sector[0], "JRN") == 0;
    return press;
}

/* "she discussed her plans": one person alone consults nobody. */
static bool is_lone_talk(const doc *d, const senses *s, uint32_t i, const roles *r)
{
    if (strcmp(s->at[i].type->name, "CONSULT") != 0 || s->at[i].mode || !is_verb(d, i) || r->whom.n || r->who.n != 1) return false;
    const actor *a = &d->actors.at[r->who.at[0]];
    return a->kind == ACTOR_PERSON || (a->kind == ACTOR_ROLE && !a->plural) || (a->kind == ACTOR_PRONOUN && !a->n_members);
}

/* "300 demonstrators were detained", "the protesters' demands": with a crowd it is political. */
static bool is_crowd(const doc *d, const senses *s, uint32_t i)
{
    const actor *a = &d->actors.at[i];
    return a->kind == ACTOR_ROLE && (strcmp(a->sector[0], "OPP") == 0 || lexicon_is(s->words, "demonstrators", frame_lemma(d, a->head)));
}

/* "It killed nine people": a fire, a virus; an "it" that stands for no party or for a town means none. */
static bool is_thing(const doc *d, const senses *s, uint32_t i, const roles *r)
{
    if (r->who.n != 1 || !is_type(s, i, "force")) return false;
    const actor *a = &d->actors.at[r->who.at[0]];
    if (a->kind != ACTOR_PRONOUN || !str_is(at(d, a->head)->lower, "it") || a->n_members) return false;
    return a->same_as == NONE ? a->code_from_context || !is_code(a->code) : d->actors.at[a->same_as].kind == ACTOR_PLACE;
}

static bool all_private(const doc *d, const senses *s, const actor_list *list)
{
    for (uint32_t k = 0; k < list->n; k++) {
        const actor *a = &d->actors.at[list->at[k]];
        bool some = a->kind == ACTOR_PERSON || a->kind == ACTOR_ROLE || a->kind == ACTOR_PRONOUN;
        if (a->sector[0][0] ? !is_sector(s, a, "private-sector") : !some) return false;
    }
    return true;
}

/* A murder, an arrest, a sentence among people of no party: political only where the rest of the report is. */
static bool is_everyday_crime(const doc *d, const senses *s, uint32_t i, const roles *r)
{
    const char *mode = s->at[i].mode;
    if (!is_type(s, i, "crime") || (mode && !lexicon_is(s->words, "crime-mode", str_of(mode)))) return false;
    if (is_type(s, i, "force") && r->who.n && is_sector(s, &d->actors.at[r->who.at[0]], "state-sector")) return false;
    return r->who.n + r->whom.n > 0 && all_private(d, s, &r->who) && all_private(d, s, &r->whom);
}

static politics of_parties(const doc *d, const senses *s, uint32_t i, const roles *r)
{
    if (act_stands_alone(d, s, i)) return POLITICS_YES;
    if (!is_known(d, &r->who) && !is_known(d, &r->whom)) return POLITICS_NO;
    if (is_type(s, i, "force") || (r->who.n && is_crowd(d, s, r->who.at[0])) || some_political(d, s, &r->who) || some_political(d, s, &r->whom)) return POLITICS_YES;
    if (r->who.n == 0 && r->whom.n && strcmp(s->at[i].type->name, "COERCE") == 0 && is_crowd(d, s, r->whom.at[0])) return POLITICS_YES;
    if (r->who.n == 0) return strcmp(s->at[i].type->name, "COERCE") == 0 && r->whom.n ? POLITICS_IF_REPORT : POLITICS_NO;
    const actor *a = &d->actors.at[r->who.at[0]];
    if (is_sector(s, a, "group-sector") && a->plural && a->kind == ACTOR_ROLE) return POLITICS_IF_REPORT;
    return a->kind == ACTOR_PERSON || a->kind == ACTOR_ROLE || a->kind == ACTOR_PRONOUN ? POLITICS_IF_MUCH : POLITICS_NO;
}

politics political_is(const doc *d, const senses *s, uint32_t i, const roles *r)
{
    if (is_told_to_press(d, s, i, r) || is_lone_talk(d, s, i, r) || is_thing(d, s, i, r)) return POLITICS_NO;
    politics is = of_parties(d, s, i, r);
    if (d->sentences.n < FEW_SENTENCES) return is; /* they do not tell what the rest is about */
    return is == POLITICS_YES && is_everyday_crime(d, s, i, r) ? POLITICS_IF_REPORT : is;
}
