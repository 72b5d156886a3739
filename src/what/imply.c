/* imply.c: parties that a claim leaves unsaid.
 *
 * A statement of one of two sides tells "the occupation", "the aggression",
 * "the victory" without a doer.  Whoever codes such a text knows who is meant:
 * a blamed act is the other side's and was done to the speaker's, an act told
 * with pride is the speaker's own.  Only where the story has two main
 * countries, of which the speaker's is one; the words are classes of
 * data/what/classes.rules. */
#include "parse/tree.h"
#include "story/story.h"
#include "what/what_internal.h"

#define THIRD_SHARE 0.95 /* and a third one makes it unclear who the other is from this share of the second's */
#define OTHER_TIMES (25 * 365) /* days after which another state may have ruled the country */
#define REPORT_WEIGHT 4.0 /* of a country that a report is about, and not a sentence or two */
#define MAIN_SHARE 0.34 /* a second country counts as a side from this share of the first's weight */

static bool is_hostile(const what *w, const char *type) { return lexicon_is(w, "hostile", str_of(type)); }

/* "the leaders of Chad and Niger said": the source speaks for two, and for no side. */
static bool is_of_several(const doc *d, const party *source)
{
    for (uint32_t i = source->tok.first; i < source->tok.end; i++) {
        const actor *a = d->actor_of[i] == NONE ? NULL : &d->actors.at[d->actor_of[i]];
        bool other = a && a->kind == ACTOR_COUNTRY && is_code(a->code) && strcmp(a->code, source->code) != 0;
        if (other && d->tokens.at[i].dep == DEP_conj) return true;
    }
    return false;
}

static const char *speaker_country(const doc *d, const event *ev)
{
    if (ev->according_to.n == 0 || is_of_several(d, &ev->according_to.at[0])) return NULL;
    const char *code = ev->according_to.at[0].code;
    if (strcmp(ev->according_to.at[0].sector[0], "JRN") == 0 && ev->quote != SAID_DIRECT) return NULL; /* an outlet takes no side, but where its own words are quoted */
    return is_code(code) && strcmp(code, "IGO") != 0 && strcmp(code, "NGO") != 0 ? code : NULL;
}

/* The other of the story's two main countries; NULL when the speaker's is none of them. */
static const char *other_side(const doc *d, const char *own)
{
    const country_weight *c = d->story.country;
    if (!c[0].code[0] || !c[1].code[0] || c[1].weight < MAIN_SHARE * c[0].weight) return NULL;
    if (c[2].code[0] && c[2].weight >= THIRD_SHARE * c[1].weight) return NULL; /* three are in it */
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
    uint32_t k = doc_time_at(d, trigger);
    return k != NONE && d->times.at[k].names_event && d->times.at[k].basis == BASIS_NAMED;
}

/* Who does for a state what nobody is told to have done: arrests its police, sentences its courts. */
static const char *organ_of(const event *ev)
{
    if (ev->mode && strcmp(ev->mode, "arrest") == 0) return "COP";
    if (ev->mode && strcmp(ev->mode, "convict") == 0) return "JUD";
    return strcmp(ev->type, "ASSAULT") == 0 ? "MIL" : "GOV";
}

static void imply(doc *d, const who *people, event *ev, parties *side, const char *code, reason why)
{
    party p = {.actor = NONE, .text = S(""), .name = who_country_name(people, code)};
    memcpy(p.code, code, 4);
    memcpy(p.sector[0], side == &ev->actor ? organ_of(ev) : "GOV", 4);
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
    if (blames && has(&ev->recipient, other) && !has(&ev->recipient, own)) { /* who alone is named beside what he is blamed for did it */
        ev->actor = ev->recipient;
        memset(&ev->recipient, 0, sizeof ev->recipient);
        array_push(d->mem, ev->because, blamed);
    } else if (blames) imply(d, people, ev, &ev->actor, other, blamed);
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
    *own = speaker_country(d, ev);
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
    if (ev->actor.n || ev->recipient.n || !is_named(d, trigger)) return;
    const timex *t = &d->times.at[doc_time_at(d, trigger)];
    imply_codes(d, people, ev, &ev->actor, t->actor, t->why);
    imply_codes(d, people, ev, &ev->recipient, t->recipient, t->why);
}

static bool is_state_act(const event *ev)
{
    if (strcmp(ev->type, "COERCE") == 0 || strcmp(ev->type, "SANCTION") == 0) return true;
    if (strcmp(ev->type, "ACCUSE") == 0) return ev->mode && strcmp(ev->mode, "disapprove") != 0;
    return ev->mode && (strcmp(ev->mode, "release") == 0 || strcmp(ev->mode, "riot") == 0);
}

/* What only a state does to people: held, charged, sentenced, banned. */
static bool is_authority_act(const what *w, const event *ev)
{
    return is_state_act(ev) && (!ev->mode || !lexicon_is(w, "lawless", str_of(ev->mode)));
}

/* Is the act told as done somewhere else, or to another country's state? */
static bool is_abroad(const doc *d, const event *ev, const char *home)
{
    for (uint32_t k = 0; k < ev->where.n; k++) {
        const char *code = d->places.at[ev->where.at[k]].country;
        if (code[0] && strcmp(code, home) != 0) return true;
    }
    for (uint32_t k = 0; k < ev->recipient.n; k++)
        if (is_code(ev->recipient.at[k].code) && strcmp(ev->recipient.at[k].code, home) != 0) return true;
    return false;
}

static void imply_crowd(doc *d, const who *people, event *ev, const char *code, reason why)
{
    imply(d, people, ev, &ev->actor, code, why);
    memcpy(ev->actor.at[0].sector[0], "CVL", 4);
}

/* "was detained in Ankara", "rioters in ...": by the state of the place, by its people. */
static void imply_by_place(doc *d, const who *people, event *ev)
{
    static const char why[] = "story: an arrest, a verdict, a riot that names no doer is of the country where it was";
    static const char crowd[] = "story: a protest that names no crowd is of the people where it was";
    const char *code = places_country(d, ev);
    if (!code || ev->actor.n) return;
    if (is_state_act(ev)) imply(d, people, ev, &ev->actor, code, why);
    else if (strcmp(ev->type, "PROTEST") == 0) imply_crowd(d, people, ev, code, crowd);
}

/* "71 people were arrested", "since the protests began" in a report about one country. */
static void imply_by_home(doc *d, const what *w, const who *people, event *ev, uint32_t trigger)
{
    static const char why[] = "story: an arrest, a verdict, a ban that names no doer is of the one country that the report is about";
    static const char crowd[] = "story: a protest that names no crowd is of the one country that the report is about";
    const char *home = story_home(d);
    bool long_ago = ev->last != DAY_NONE && d->article.published != DAY_NONE && ev->last + OTHER_TIMES < d->article.published;
    if (!home[0] || d->story.country[0].weight < REPORT_WEIGHT || ev->actor.n || is_abroad(d, ev, home) || long_ago) return;
    bool done = d->tokens.at[trigger].pos == POS_VERB ? tree_passive(d, trigger) : d->tokens.at[trigger].pos == POS_NOUN;
    uint32_t det = tree_child(d, trigger, DEP_det);
    bool again = ev->recipient.n == 0 && det != NONE && lexicon_is(w, "definite", d->tokens.at[det].lower); /* "that sentence": of whoever passed it */
    if (done && !again && is_authority_act(w, ev)) imply(d, people, ev, &ev->actor, home, why);
    else if (strcmp(ev->type, "PROTEST") == 0) imply_crowd(d, people, ev, home, crowd);
}

/* "71 people were detained", said the police: by the state that says so. */
static void imply_by_police(doc *d, const what *w, const who *people, event *ev)
{
    static const char why[] = "story: an arrest told by officials who name no doer is their state's";
    const char *code = speaker_country(d, ev);
    bool arrest = strcmp(ev->type, "COERCE") == 0 && ev->mode && strcmp(ev->mode, "arrest") == 0;
    if (!code || ev->actor.n || !arrest || !has(&ev->recipient, code) || !lexicon_is(w, "state-sector", str_of(ev->according_to.at[0].sector[0]))) return;
    imply(d, people, ev, &ev->actor, code, why);
}

static bool is_state_party(const what *w, const party *p)
{
    return !p->sector[0][0] || lexicon_is(w, "state-sector", str_of(p->sector[0]));
}

/* "bombed a market in ...": done to the country where it was. */
static void imply_target(doc *d, const what *w, const who *people, event *ev, uint32_t trigger)
{
    static const char why[] = "story: an attack that names no party is on the country where it was";
    if (strcmp(ev->type, "ASSAULT") != 0 || ev->recipient.n || ev->actor.n != 1) return;
    if (d->tokens.at[trigger].pos != POS_VERB) return; /* a raid that names nothing hit nobody that is told */
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
    if (p->actor == NONE || !is_code(p->code)) return;
    uint32_t crowd = d->actors.at[p->actor].same_as == NONE ? p->actor : d->actors.at[p->actor].same_as; /* "their demands" */
    if (!lexicon_is(w, "demonstrators", frame_lemma(d, d->actors.at[crowd].head))) return;
    imply(d, people, ev, &ev->recipient, p->code, why);
    memcpy(ev->recipient.at[0].sector[0], "GOV", 4);
}

/* Has the outlet itself told an act of that kind by that country? */
static bool told_as_fact(const doc *d, const event *ev, const char *code)
{
    for (uint32_t k = 0; k + 1 < d->events.n; k++) {
        const event *act = &d->events.at[k];
        if (strcmp(act->type, ev->type) == 0 && act->status == STATUS_ACTUAL && act->according_to.n == 0 && has(&act->actor, code)) return true;
    }
    return false;
}

/* "it bears the hallmarks of the rebels", officials say: they lay it to them. */
static void imply_accuser(doc *d, const what *w, event *ev)
{
    static const char why[] = "story: a charge that names no accuser is its source's";
    if (strcmp(ev->type, "ACCUSE") != 0 || ev->actor.n || !ev->recipient.n || !ev->according_to.n) return;
    const party *source = &ev->according_to.at[0];
    bool speaks = is_code(source->code) && lexicon_is(w, "state-sector", str_of(source->sector[0])) && ev->mode && strcmp(ev->mode, "allege") == 0;
    if (!speaks || (has(&ev->recipient, source->code) && is_state_party(w, &ev->recipient.at[0]))) return;
    array_push(d->mem, ev->actor, *source);
    array_push(d->mem, ev->because, why);
}

static void imply_in_claim(doc *d, const what *w, const who *people, event *ev, uint32_t trigger)
{
    const char *own = speaker_country(d, ev), *other = own ? other_side(d, own) : NULL;
    if (!own) return;
    imply_partner(d, people, ev, own);
    if (!other || !is_hostile(w, ev->type) || ev->status == STATUS_HYPOTHETICAL) return;
    bool both = ev->actor.n == 0 && !has(&ev->recipient, own) && told_as_fact(d, ev, own) != told_as_fact(d, ev, other); /* one alone is known for it */
    bool turned = both && told_as_fact(d, ev, own);
    if (ev->actor.n == 0) imply_actor(d, w, people, ev, trigger, turned ? other : own, turned ? own : other);
    if (ev->recipient.n == 0 && ev->actor.n) imply_recipient(d, w, people, ev, trigger, own, other);
}

void imply_parties(doc *d, const what *w, const who *people, event *ev, uint32_t trigger)
{
    imply_by_place(d, people, ev);
    imply_by_police(d, w, people, ev);
    imply_by_home(d, w, people, ev, trigger);
    imply_target(d, w, people, ev, trigger);
    imply_opposed(d, w, people, ev, trigger);
    imply_asked(d, w, people, ev, trigger);
    imply_accuser(d, w, ev);
    imply_in_claim(d, w, people, ev, trigger);
    imply_by_name(d, people, ev, trigger);
}
