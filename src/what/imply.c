/* imply.c: parties that a claim leaves unsaid.
 *
 * A statement of one of two sides tells "the occupation", "the aggression",
 * "the victory" without a doer.  Whoever codes such a text knows who is meant:
 * a blamed act is the other side's and was done to the speaker's, an act told
 * with pride is the speaker's own.  Only where the story has two main
 * countries, of which the speaker's is one; the words are classes of
 * data/what/classes.rules. */
#include "story/story.h"
#include "what/what_internal.h"

#define MAIN_SHARE 0.34 /* a second country counts as a side from this share of the first's weight */

static bool is_hostile(const what *w, const char *type) { return lexicon_is(w, "hostile", str_of(type)); }

static const char *speaker_country(const event *ev)
{
    if (ev->according_to.n == 0) return NULL;
    const char *code = ev->according_to.at[0].code;
    return is_code(code) && strcmp(code, "IGO") != 0 && strcmp(code, "NGO") != 0 ? code : NULL;
}

/* The other of the story's two main countries; NULL when the speaker's is none of them. */
static const char *other_side(const doc *d, const char *own)
{
    const country_weight *c = d->story.country;
    if (!c[0].code[0] || !c[1].code[0] || c[1].weight < MAIN_SHARE * c[0].weight) return NULL;
    if (strcmp(c[0].code, own) == 0) return c[1].code;
    return strcmp(c[1].code, own) == 0 ? c[0].code : NULL;
}

static bool has(const parties *list, const char *code)
{
    for (uint32_t k = 0; k < list->n; k++)
        if (strcmp(list->at[k].code, code) == 0) return true;
    return false;
}

static bool in_class_named(const doc *d, const what *w, const char *name, uint32_t trigger)
{
    return lexicon_is(w, name, frame_lemma(d, trigger));
}

/* Is the word the name of a dated event itself ("the 44-day war")? */
static bool is_named(const doc *d, uint32_t trigger)
{
    for (uint32_t k = 0; k < d->times.n; k++)
        if (d->times.at[k].names_event && d->times.at[k].basis == BASIS_NAMED && range_has(d->times.at[k].tok, trigger)) return true;
    return false;
}

static void imply(doc *d, const who *people, event *ev, parties *side, const char *code, reason why)
{
    party p = {.actor = NONE, .text = S(""), .name = who_country_name(people, code)};
    memcpy(p.code, code, 4);
    array_push(d->mem, *side, p);
    array_push(d->mem, ev->because, why);
}

static void imply_actor(doc *d, const what *w, const who *people, event *ev, uint32_t trigger, const char *own, const char *other)
{
    static const char blamed[] = "story: an act that a source blames without a doer is the other side's";
    static const char proud[] = "story: an act that a source claims without a doer is its own side's";
    bool verb = d->tokens.at[trigger].pos == POS_VERB, named = is_named(d, trigger);
    bool claims = in_class_named(d, w, "own-act", trigger) || named;
    bool blames = !verb && !claims && (in_class_named(d, w, "blamed", trigger) || has(&ev->recipient, own));
    if (claims && (named || has(&ev->recipient, own))) ev->recipient.n = 0; /* "our city was liberated": from the other side */
    if (blames) imply(d, people, ev, &ev->actor, other, blamed);
    else if (claims) imply(d, people, ev, &ev->actor, own, proud);
}

static void imply_recipient(doc *d, const what *w, const who *people, event *ev, uint32_t trigger, const char *own, const char *other)
{
    bool own_act = in_class_named(d, w, "own-act", trigger) || is_named(d, trigger);
    static const char why[] = "story: between two sides, an act of one without a recipient is against the other";
    if (has(&ev->actor, own) && own_act && strcmp(ev->type, "ASSAULT") == 0) imply(d, people, ev, &ev->recipient, other, why);
    else if (has(&ev->actor, other)) imply(d, people, ev, &ev->recipient, own, why);
}

/* "bilateral talks with Armenia", said Azerbaijan: the speaker is the other party. */
static void imply_partner(doc *d, const who *people, event *ev, const char *own)
{
    bool together = strcmp(ev->type, "CONSULT") == 0 || strcmp(ev->type, "AGREE") == 0;
    if (together && ev->actor.n == 1 && ev->recipient.n == 0 && is_code(ev->actor.at[0].code) && !has(&ev->actor, own) &&
        d->tokens.at[ev->trigger.first].pos == POS_NOUN)
        imply(d, people, ev, &ev->actor, own, "story: who tells of talks with another is the other party");
}

void imply_sides(const what *w, const doc *d, const event *ev, const char **own, const char **other)
{
    *own = speaker_country(ev);
    *other = *own && is_hostile(w, ev->type) ? other_side(d, *own) : NULL;
}

/* The parties that history gives a dated event: "the Oslo Accords". */
static void imply_codes(doc *d, const who *people, event *ev, parties *side, str codes, reason why)
{
    for (str code; str_cut(&codes, '+', &code);) {
        char text[4] = {0};
        if (code.len != 3) continue;
        memcpy(text, code.ptr, 3);
        imply(d, people, ev, side, text, why);
    }
}

static void imply_by_name(doc *d, const who *people, event *ev, uint32_t trigger)
{
    for (uint32_t k = 0; k < d->times.n && ev->actor.n == 0 && ev->recipient.n == 0; k++) {
        const timex *t = &d->times.at[k];
        if (!t->names_event || t->basis != BASIS_NAMED || !range_has(t->tok, trigger)) continue;
        imply_codes(d, people, ev, &ev->actor, t->actor, t->why);
        imply_codes(d, people, ev, &ev->recipient, t->recipient, t->why);
    }
}

static bool is_state_act(const event *ev)
{
    if (strcmp(ev->type, "COERCE") == 0 || strcmp(ev->type, "SANCTION") == 0) return true;
    if (strcmp(ev->type, "ACCUSE") == 0) return ev->mode && strcmp(ev->mode, "disapprove") != 0;
    return ev->mode && (strcmp(ev->mode, "release") == 0 || strcmp(ev->mode, "riot") == 0);
}

/* "was detained in Ankara", "rioters in ...": by the state of the place, by its people. */
static void imply_by_place(doc *d, const who *people, event *ev)
{
    static const char why[] = "story: an arrest, a verdict, a riot that names no doer is of the country where it was";
    static const char crowd[] = "story: a protest that names no crowd is of the people where it was";
    const char *code = places_country(d, ev);
    if (!code || ev->actor.n) return;
    if (is_state_act(ev)) imply(d, people, ev, &ev->actor, code, why);
    else if (strcmp(ev->type, "PROTEST") == 0) {
        imply(d, people, ev, &ev->actor, code, crowd);
        memcpy(ev->actor.at[0].sector[0], "CVL", 4);
    }
}

/* "71 people were detained", said the police: by the state that says so. */
static void imply_by_police(doc *d, const what *w, const who *people, event *ev)
{
    static const char why[] = "story: an arrest told by officials who name no doer is their state's";
    const char *code = speaker_country(ev);
    bool arrest = strcmp(ev->type, "COERCE") == 0 && ev->mode && strcmp(ev->mode, "arrest") == 0;
    if (!code || ev->actor.n || !arrest || !has(&ev->recipient, code) || !lexicon_is(w, "state-sector", str_of(ev->according_to.at[0].sector[0]))) return;
    imply(d, people, ev, &ev->actor, code, why);
}

static bool is_state_party(const what *w, const party *p)
{
    return !p->sector[0][0] || lexicon_is(w, "state-sector", str_of(p->sector[0]));
}

/* "bombed a market in ...": done to the country where it was. */
static void imply_target(doc *d, const what *w, const who *people, event *ev)
{
    static const char why[] = "story: an attack that names no party is on the country where it was";
    if (strcmp(ev->type, "ASSAULT") != 0 || ev->recipient.n || ev->actor.n != 1) return;
    const char *code = places_country(d, ev);
    bool own_state = code && strcmp(ev->actor.at[0].code, code) == 0 && is_state_party(w, &ev->actor.at[0]);
    if (code && !own_state) imply(d, people, ev, &ev->recipient, code, why);
}

/* "anti-government protests": the word that "anti" stands before, or NONE. */
static uint32_t opposed(const doc *d, uint32_t noun)
{
    for (uint32_t i = noun, k = 0; i-- > 1 && k < 4; k++) {
        uint32_t before = d->tokens.at[i - 1].text.len == 1 && i > 1 ? i - 2 : i - 1;
        if (str_is(d->tokens.at[before].lower, "anti") || str_is(d->tokens.at[before].lower, "antigovernment")) return i;
        if (str_is(d->tokens.at[i].lower, "anti-government") || str_is(d->tokens.at[i].lower, "antigovernment")) return i;
    }
    return NONE;
}

static void imply_opposed(doc *d, const what *w, const who *people, event *ev, uint32_t trigger)
{
    static const char why[] = "story: what is against the government is against that of its own country";
    if (strcmp(ev->type, "PROTEST") != 0 || ev->recipient.n || !ev->actor.n || !is_code(ev->actor.at[0].code)) return;
    uint32_t noun = d->tokens.at[trigger].pos == POS_NOUN ? trigger : ev->actor.at[0].tok.end ? ev->actor.at[0].tok.end - 1 : NONE;
    uint32_t against = noun == NONE ? NONE : opposed(d, noun);
    if (against == NONE) return;
    uint32_t a = d->actor_of[against];
    if (a != NONE && is_code(d->actors.at[a].code)) imply(d, people, ev, &ev->recipient, d->actors.at[a].code, why);
    else if (lexicon_is(w, "rulers", d->tokens.at[against].lower)) {
        imply(d, people, ev, &ev->recipient, ev->actor.at[0].code, why);
        memcpy(ev->recipient.at[0].sector[0], "GOV", 4);
    }
}

/* "the protesters' demands": of their government. */
static void imply_asked(doc *d, const what *w, const who *people, event *ev, uint32_t trigger)
{
    static const char why[] = "story: what a crowd demands without saying of whom it demands of its government";
    if (strcmp(ev->type, "REQUEST") != 0 || ev->recipient.n || ev->actor.n != 1 || d->tokens.at[trigger].pos != POS_NOUN) return;
    const party *p = &ev->actor.at[0];
    if (p->actor == NONE || !is_code(p->code) || !lexicon_is(w, "demonstrators", frame_lemma(d, d->actors.at[p->actor].head))) return;
    imply(d, people, ev, &ev->recipient, p->code, why);
    memcpy(ev->recipient.at[0].sector[0], "GOV", 4);
}

static void imply_in_claim(doc *d, const what *w, const who *people, event *ev, uint32_t trigger)
{
    const char *own = speaker_country(ev), *other = own ? other_side(d, own) : NULL;
    if (!own) return;
    imply_partner(d, people, ev, own);
    if (!other || !is_hostile(w, ev->type) || ev->status == STATUS_HYPOTHETICAL) return;
    if (ev->actor.n == 0) imply_actor(d, w, people, ev, trigger, own, other);
    if (ev->recipient.n == 0 && ev->actor.n) imply_recipient(d, w, people, ev, trigger, own, other);
}

void imply_parties(doc *d, const what *w, const who *people, event *ev, uint32_t trigger)
{
    imply_by_place(d, people, ev);
    imply_by_police(d, w, people, ev);
    imply_target(d, w, people, ev);
    imply_opposed(d, w, people, ev, trigger);
    imply_asked(d, w, people, ev, trigger);
    imply_in_claim(d, w, people, ev, trigger);
    imply_by_name(d, people, ev, trigger);
}
