/* echo.c: parties that an act takes from an act told before.
 *
 *     "... Turkey invaded.  The EU condemned the operation."   whose operation it was
 *     "the protests began in May"                          whose protests they were
 *     "clashed with police and threw stones"                   at whom they threw
 */
#include "parse/tree.h"
#include "what/what_internal.h"

#define REACH      4  /* sentences looked back for the act that is answered or told again */
#define WORD_REACH 16 /* the same where it was told by the same word */

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

/* A party and the opposition to it are of one country and are two. */
static bool is_same(const party *a, const party *b)
{
    bool sector = !a->sector[0][0] || !b->sector[0][0] || strcmp(a->sector[0], b->sector[0]) == 0;
    return is_code(a->code) && strcmp(a->code, b->code) == 0 && sector;
}

static bool shares_code(const parties *a, const parties *b)
{
    for (uint32_t k = 0; k < a->n; k++)
        for (uint32_t j = 0; j < b->n; j++)
            if (is_same(&a->at[k], &b->at[j])) return true;
    return false;
}

static bool is_known(const parties *list)
{
    for (uint32_t k = 0; k < list->n; k++)
        if (is_code(list->at[k].code)) return true;
    return false;
}

static void take(doc *d, parties *to, const parties *from, event *ev, reason why)
{
    for (uint32_t k = 0; k < from->n; k++) array_push(d->mem, *to, from->at[k]);
    array_push(d->mem, ev->because, why);
}

/* "the", "this": it was told before. */
static bool is_definite(const doc *d, const senses *s, uint32_t noun)
{
    uint32_t det = tree_child(d, noun, DEP_det), owner = tree_child(d, noun, DEP_poss);
    const entry *e = s->at[noun].entry;
    if (owner != NONE) return at(d, owner)->pos == POS_PRON && e && e->type && lexicon_is(s->words, "hostile", str_of(e->type->name)); /* "condemned his arrest" */
    if (det == NONE) return false;
    str w = at(d, det)->lower;
    return str_is(w, "the") || str_is(w, "this") || str_is(w, "these");
}

static bool same_word(doc *d, uint32_t noun, const event *act)
{
    for (uint32_t i = act->trigger.first; i < act->trigger.end; i++)
        if (str_eq(frame_lemma(d, noun), frame_lemma(d, i))) return true;
    for (uint32_t i = act->evidence.first; i < act->evidence.end; i++) /* "signed an agreement": "the agreement" */
        if (at(d, i)->head == act->trigger.first && at(d, i)->dep == DEP_dobj && str_eq(frame_lemma(d, noun), frame_lemma(d, i))) return true;
    return false;
}

/* Is the noun a word for that act: its own word, a word of its type, or any act's ("the move")? */
static bool names_act(doc *d, const senses *s, uint32_t noun, uint32_t back, const event *act)
{
    if (same_word(d, noun, act)) return true;
    if (back > REACH) return false;
    if (s->at[noun].entry && s->at[noun].entry->type) return strcmp(s->at[noun].entry->type->name, act->type) == 0;
    return lexicon_is(s->words, "any-act", frame_lemma(d, noun)) && !lexicon_is(s->words, "answers", str_of(act->type));
}

/* The latest act before with that noun's meaning whose doer is another one than this event's. */
static const event *answered(doc *d, const senses *s, const event *ev, uint32_t noun, uint32_t trigger)
{
    const event *found = NULL;
    for (uint32_t k = d->events.n - 1; k-- > 0;) {
        const event *act = &d->events.at[k];
        uint32_t back = at(d, trigger)->sent - at(d, act->trigger.first)->sent;
        if (act->trigger.first >= trigger) continue;
        if (back > WORD_REACH) break;
        if (!is_known(&act->actor) || shares_code(&act->actor, &ev->actor) || !names_act(d, s, noun, back, act)) continue;
        if (found && !shares_code(&found->actor, &act->actor)) return back <= REACH ? NULL : found; /* two could be meant */
        found = found ? found : act;
    }
    return found;
}

static void answer(doc *d, const senses *s, event *ev, uint32_t trigger)
{
    static const char why[] = "what: who answers an act answers the one who did it";
    if (at(d, trigger)->pos != POS_VERB || !lexicon_is(s->words, "answers", str_of(ev->type)) || lexicon_is(s->words, "enacts", frame_lemma(d, trigger))) return;
    uint32_t noun = frame_of(d, trigger).object;
    if (noun == NONE) noun = frame_prep_object(d, trigger, S("against")); /* "spoke out against the attack" */
    if (noun == NONE || (at(d, noun)->pos != POS_NOUN) || !is_definite(d, s, noun)) return;
    const event *act = answered(d, s, ev, noun, trigger);
    if (act) take(d, &ev->recipient, &act->actor, ev, why);
}

/* "clashed with police and threw stones": at the same ones. */
static void share(doc *d, const senses *s, event *ev, uint32_t trigger)
{
    static const char why[] = "what: acts told in one breath are done to the same";
    uint32_t before = at(d, trigger)->head;
    if (at(d, trigger)->dep != DEP_conj || !lexicon_is(s->words, "hostile", str_of(ev->type))) return;
    for (uint32_t k = d->events.n - 1; k-- > 0 && d->events.at[k].trigger.first >= before;) {
        const event *act = &d->events.at[k];
        if (act->trigger.first == before && strcmp(act->type, ev->type) == 0 && act->recipient.n && shares_code(&act->actor, &ev->actor))
            take(d, &ev->recipient, &act->recipient, ev, why);
    }
}

/* The noun by which an act told before may be told again: the event's own, or its cause's. */
static uint32_t retelling_noun(const doc *d, const senses *s, uint32_t trigger)
{
    uint32_t noun = s->at[trigger].cause != NONE ? s->at[trigger].cause : trigger;
    bool own_kind = tree_child(d, noun, DEP_compound) != NONE; /* "the police shooting": another one */
    return at(d, noun)->pos == POS_NOUN && is_definite(d, s, noun) && !own_kind ? noun : NONE;
}

/* The latest act before that the noun tells again: of its type, by a known party. */
static const event *told_before(doc *d, const senses *s, const event *ev, uint32_t noun, uint32_t trigger)
{
    for (uint32_t k = d->events.n - 1; k-- > 0;) {
        const event *act = &d->events.at[k];
        if (at(d, act->trigger.first)->sent + REACH < at(d, trigger)->sent) break;
        if (act->trigger.first >= trigger || strcmp(act->type, ev->type) != 0 || !is_known(&act->actor)) continue;
        bool word = str_eq(frame_lemma(d, noun), frame_lemma(d, act->trigger.first));
        if (word || lexicon_is(s->words, "strike", frame_lemma(d, noun))) return act->status == STATUS_ACTUAL ? act : NULL;
    }
    return NULL;
}

/* "the protests began in May", "twelve died in the attack": the doer of the act told before. */
static void retell(doc *d, const senses *s, event *ev, uint32_t trigger)
{
    static const char why[] = "what: an act told again has the doer of its first telling";
    uint32_t noun = ev->actor.n || !lexicon_is(s->words, "force", str_of(ev->type)) ? NONE : retelling_noun(d, s, trigger);
    const event *act = noun == NONE ? NULL : told_before(d, s, ev, noun, trigger);
    bool home = strcmp(ev->type, "PROTEST") == 0; /* its own government's */
    bool other = act && !home && is_known(&ev->recipient) && (shares_code(&act->actor, &ev->recipient) || (is_known(&act->recipient) && !shares_code(&act->recipient, &ev->recipient)));
    if (!act || other) return;
    take(d, &ev->actor, &act->actor, ev, why);
}

void echo_fill(doc *d, const senses *s, event *ev, uint32_t trigger)
{
    retell(d, s, ev, trigger);
    if (ev->recipient.n || !ev->actor.n) return;
    share(d, s, ev, trigger);
    if (ev->recipient.n == 0) answer(d, s, ev, trigger);
}
