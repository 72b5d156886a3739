/* act.c: which words that fit an entry are acts, and political ones: precision
 * comes from asking who did it or to whom it was done. */
#include "parse/tree.h"
#include "story/story.h"
#include "what/what_internal.h"

#define SURE_NOUN 0.75 /* an act noun that names whom but not who has to be as sure as this */

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

static bool is_verb(const doc *d, uint32_t i) { return at(d, i)->pos == POS_VERB || at(d, i)->pos == POS_AUX; }

static bool is_dated_name(const doc *d, uint32_t i)
{
    for (uint32_t k = 0; k < d->times.n; k++)
        if (d->times.at[k].names_event && d->times.at[k].basis == BASIS_NAMED && range_has(d->times.at[k].tok, i)) return true;
    return false;
}

/* "the convoy came under fire": the subject is whom it was done to; "a mine killed ...":
 * the entry says that there may be nobody. */
static bool suffers(const sense *x)
{
    const entry *e = x->outer ? NULL : x->entry;
    for (uint32_t k = 0; e && k < e->n_whom; k++)
        if (e->whom[k].slot == SLOT_SUBJECT) return true;
    for (uint32_t k = 0; e && k < e->n_who; k++)
        if (e->who[k].slot == SLOT_NONE) return true;
    return false;
}

/* Precision comes from requiring an act of a party: somebody did it, or it was
 * done to somebody; a verb whose own subject is a thing is no political act. */
bool act_is(const doc *d, const senses *s, uint32_t i, const roles *r)
{
    if (is_verb(d, i)) {
        frame fr = frame_of(d, i);
        if (r->who.n) return true;
        return r->whom.n && (fr.passive || fr.subject == NONE || suffers(&s->at[i]));
    }
    if (r->who.n || (r->whom.n && s->at[i].suffered)) return true;
    if (is_dated_name(d, i)) return true;
    if (r->whom.n == 0 && strcmp(s->at[i].type->name, "PROTEST") == 0 && s->at[i].mode && strcmp(s->at[i].mode, "riot") == 0) return true;
    if (r->whom.n && s->at[i].suffered) return true; /* "came under attack" */
    if (r->whom.n == 0 || s->at[i].light != NONE) return false;
    return s->at[i].confidence >= SURE_NOUN || tree_prep(d, i, "of") != NONE || story_attribution_at(d, i) != NONE;
}

/* A firm and its customers, a doctor and her patients make no political event:
 * somebody of the state, of an armed or political group, or a country takes part. */
static bool is_political_actor(const actor *a)
{
    static const char *const society[] = {"BUS", "MED", "EDU", "JRN", "CRM", "LAB", "AGR", "REL", "SOC", "CVL", "ELI"};
    if (a->kind == ACTOR_PRONOUN && !is_code(a->code) && !a->sector[0][0]) return false;
    bool firm = strcmp(a->sector[0], "BUS") == 0 || strcmp(a->sector[0], "CRM") == 0;
    if (is_code(a->code) && !a->code_from_context && (a->kind == ACTOR_ROLE || a->kind == ACTOR_PEOPLE) && !firm) return true; /* "Cuban doctors" */
    for (int k = 0; k < 11; k++)
        if (strcmp(a->sector[0], society[k]) == 0) return false;
    return a->sector[0][0] || is_code(a->code);
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
static bool is_told_to_press(const doc *d, const char *type, const roles *r)
{
    static const char *const verbal[] = {"CONSULT", "REQUEST", "AGREE", "SUPPORT"};
    bool talks = false, press = false;
    for (int k = 0; k < 4; k++) talks = talks || strcmp(type, verbal[k]) == 0;
    for (uint32_t k = 0; k < r->whom.n; k++) press = press || strcmp(d->actors.at[r->whom.at[k]].sector[0], "JRN") == 0;
    for (uint32_t k = 0; k < r->who.n && strcmp(type, "CONSULT") == 0; k++)
        press = press || strcmp(d->actors.at[r->who.at[k]].sector[0], "JRN") == 0;
    return talks && press;
}

static bool is_group(const actor *a)
{
    static const char *const groups[] = {"EDU", "LAB", "AGR", "REL", "REF", "OPP"};
    bool some = false;
    for (int k = 0; k < 6; k++) some = some || strcmp(a->sector[0], groups[k]) == 0;
    return some && a->plural && a->kind == ACTOR_ROLE;
}

/* "she discussed her plans": one person alone consults nobody. */
static bool is_lone_talk(const doc *d, const senses *s, uint32_t i, const roles *r)
{
    if (strcmp(s->at[i].type->name, "CONSULT") != 0 || s->at[i].mode || !is_verb(d, i) || r->whom.n || r->who.n != 1) return false;
    const actor *a = &d->actors.at[r->who.at[0]];
    return a->kind == ACTOR_PERSON || (a->kind == ACTOR_ROLE && !a->plural) || (a->kind == ACTOR_PRONOUN && !a->n_members);
}

bool act_is_political(const doc *d, const senses *s, uint32_t i, const roles *r)
{
    const char *type = s->at[i].type->name;
    bool riot = strcmp(type, "PROTEST") == 0 && s->at[i].mode && strcmp(s->at[i].mode, "riot") == 0;
    if (!riot && !is_dated_name(d, i) && !is_known(d, &r->who) && !is_known(d, &r->whom)) return false;
    if ((s->at[i].inner == NONE && is_told_to_press(d, type, r)) || is_lone_talk(d, s, i, r)) return false; /* "the release of a journalist" is no telling */
    if (strcmp(type, "PROTEST") == 0 || strcmp(type, "ASSAULT") == 0 || is_dated_name(d, i)) return true;
    for (uint32_t k = 0; k < r->who.n; k++)
        if (is_political_actor(&d->actors.at[r->who.at[k]])) return true;
    for (uint32_t k = 0; k < r->whom.n; k++)
        if (is_political_actor(&d->actors.at[r->whom.at[k]])) return true;
    /* after what the report has told of a protest or a fight: "two men were detained", "the students threatened to ..." */
    if (d->events.n == 0) return false;
    if (r->who.n) return is_group(&d->actors.at[r->who.at[0]]);
    return strcmp(type, "COERCE") == 0 && r->whom.n && d->actors.at[r->whom.at[0]].kind == ACTOR_ROLE;
}
