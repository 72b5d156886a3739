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

/* It was told before, or it is somebody's: "his arrest". */
static bool is_definite(const doc *d, const senses *s, uint32_t noun)
{
    uint32_t owner = tree_child(d, noun, DEP_poss);
    const entry *e = s->at[noun].entry;
    if (owner != NONE) return at(d, owner)->pos == POS_PRON && e && e->type && lexicon_is(s->words, "hostile", str_of(e->type->name)); /* "condemned his arrest" */
    return again_is_definite(d, s, noun);
}

static bool same_word(doc *d, const senses *s, uint32_t noun, const event *act)
{
    for (uint32_t i = act->trigger.first; i < act->trigger.end; i++)
        if (str_eq(frame_lemma(d, noun), frame_lemma(d, i))) return true;
    bool made = lexicon_is(s->words, "enacts", frame_lemma(d, act->trigger.first)) || !lexicon_is(s->words, "judges", str_of(act->type));
    for (uint32_t i = act->evidence.first; made && i < act->evidence.end; i++) /* "signed an agreement": "the agreement"; not the attack that was condemned */
        if (at(d, i)->head == act->trigger.first && at(d, i)->dep == DEP_dobj && str_eq(frame_lemma(d, noun), frame_lemma(d, i))) return true;
    return false;
}

/* "the attack" is none of "the attacks". */
static bool is_one_of_many(const doc *d, uint32_t noun, const event *act)
{
    return at(d, noun)->tag == TAG_NN && at(d, act->trigger.first)->tag == TAG_NNS;
}

/* "the air strike" is no shelling. */
static bool same_means(const senses *s, uint32_t noun, const event *act)
{
    const char *means = s->at[noun].mode;
    return !means || (act->mode && strcmp(means, act->mode) == 0);
}

/* Is the noun a word for that act: its own word, a word of its type, or any act's ("the move")? */
static bool names_act(doc *d, const senses *s, uint32_t noun, uint32_t back, const event *act)
{
    if (is_one_of_many(d, noun, act)) return false;
    bool strike = lexicon_is(s->words, "strike", frame_lemma(d, noun)) && strcmp(act->type, "ASSAULT") == 0 && same_means(s, noun, act); /* a report's own attack */
    if (same_word(d, s, noun, act) || strike) return true;
    bool force = s->at[noun].entry && s->at[noun].entry->type && strcmp(s->at[noun].entry->type->name, "ASSAULT") == 0; /* a report's one operation */
    if (back > REACH && !force) return false;
    if (s->at[noun].entry && s->at[noun].entry->type) {
        const char *type = s->at[noun].entry->type->name;
        bool gives_way = lexicon_is(s->words, "gives-way", str_of(type)) && lexicon_is(s->words, "gives-way", str_of(act->type)); /* "announced that it would leave": "the withdrawal" */
        return gives_way || strcmp(type, act->type) == 0;
    }
    return lexicon_is(s->words, "any-act", frame_lemma(d, noun)) && !lexicon_is(s->words, "answers", str_of(act->type));
}

/* Of two doers that could be meant, the one whose country the report is about. */
static const event *of_story(const doc *d, const event *a, const event *b)
{
    const char *home = d->story.country[0].code;
    bool first = false, second = false;
    for (uint32_t k = 0; k < a->actor.n; k++) first = first || strcmp(a->actor.at[k].code, home) == 0;
    for (uint32_t k = 0; k < b->actor.n; k++) second = second || strcmp(b->actor.at[k].code, home) == 0;
    return first == second ? NULL : first ? a : b;
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
        if (found && !shares_code(&found->actor, &act->actor)) return back <= REACH ? of_story(d, found, act) : found; /* two could be meant */
        found = found ? found : act;
    }
    return found;
}

/* What a verb is about, if it is an act told before: "condemned the attack", "spoke out against it". */
static uint32_t definite_below(doc *d, const senses *s, uint32_t verb)
{
    static const char *const preps[] = {"against", "at", "over", "to", "of", "with", "for"};
    uint32_t noun = frame_of(d, verb).object, clause = tree_child(d, verb, DEP_ccomp);
    if (noun == NONE && clause != NONE && lexicon_is(s->words, "finds", frame_lemma(d, verb))) noun = tree_subject(d, clause); /* "found the strike justified" */
    for (int k = 0; k < 7 && noun == NONE; k++) noun = frame_prep_object(d, verb, str_of(preps[k]));
    return noun != NONE && at(d, noun)->pos == POS_NOUN && is_definite(d, s, noun) ? noun : NONE;
}

/* The noun that a judging word is about: its object; "the strike was justified", "called the strike an outrage". */
static uint32_t judged(doc *d, const senses *s, uint32_t trigger)
{
    if (at(d, trigger)->pos == POS_VERB) return definite_below(d, s, trigger);
    uint32_t about = tree_child(d, trigger, DEP_nsubj), verb = trigger;
    if (about != NONE && at(d, about)->pos == POS_NOUN && is_definite(d, s, about)) return about;
    for (int k = 0; k < 3 && at(d, verb)->pos != POS_VERB && at(d, verb)->pos != POS_AUX; k++) verb = at(d, verb)->head;
    if (at(d, verb)->pos == POS_VERB && verb != trigger && frame_of(d, verb).object != trigger) return definite_below(d, s, verb);
    about = at(d, verb)->pos == POS_AUX ? tree_subject(d, verb) : NONE;
    return about != NONE && at(d, about)->pos == POS_NOUN && is_definite(d, s, about) ? about : NONE;
}

/* "despite criticism from Chad, Niger announced ...": criticised is who did it. */
static void answer_beside(doc *d, const senses *s, event *ev, uint32_t noun)
{
    static const char why[] = "what: what is done despite words against it is done by whom they are against";
    uint32_t prep = at(d, noun)->head, verb = at(d, prep)->head;
    bool beside = at(d, noun)->pos == POS_NOUN && at(d, noun)->dep == DEP_pobj && lexicon_is(s->words, "despite", at(d, prep)->lower);
    if (!beside || (at(d, verb)->pos != POS_VERB && at(d, verb)->pos != POS_AUX)) return;
    for (uint32_t k = d->events.n - 1; k-- > 0 && d->events.at[k].trigger.first + WORD_REACH >= verb;) {
        const event *act = &d->events.at[k];
        if (tree_clause(d, act->trigger.first) == verb && is_known(&act->actor) && !shares_code(&act->actor, &ev->actor)) {
            take(d, &ev->recipient, &act->actor, ev, why);
            return;
        }
    }
}

static void answer(doc *d, const senses *s, event *ev, uint32_t trigger)
{
    static const char why[] = "what: who answers an act answers the one who did it";
    if (!lexicon_is(s->words, "answers", str_of(ev->type)) || lexicon_is(s->words, "enacts", frame_lemma(d, trigger))) return;
    uint32_t noun = judged(d, s, trigger);
    const event *act = noun == NONE ? NULL : answered(d, s, ev, noun, trigger);
    if (act) take(d, &ev->recipient, &act->actor, ev, why);
    else answer_beside(d, s, ev, trigger);
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

/* "the fifth attack this month", "the deadliest one": one of many, and told for the first time. */
static bool is_ranked(const doc *d, const senses *s, uint32_t noun)
{
    for (uint32_t c = tree_first(d, noun); c != NONE; c = tree_next(d, c))
        if (at(d, c)->dep == DEP_amod && lexicon_is(s->words, "ranks", at(d, c)->lower)) return true;
    return false;
}

/* The noun by which an act told before may be told again: the event's own, or its cause's. */
static uint32_t retelling_noun(const doc *d, const senses *s, uint32_t trigger)
{
    uint32_t noun = s->at[trigger].cause != NONE ? s->at[trigger].cause : trigger;
    bool own_kind = tree_child(d, noun, DEP_compound) != NONE; /* "the police shooting": another one */
    return at(d, noun)->pos == POS_NOUN && is_definite(d, s, noun) && !own_kind && !is_ranked(d, s, noun) ? noun : NONE;
}

/* The latest act before that the noun tells again: of its type, by a known party;
 * one told by the same word rather than another ("the attack": not the shoot-out since). */
static const event *told_before(doc *d, const senses *s, const event *ev, uint32_t noun, uint32_t trigger)
{
    const event *other = NULL;
    for (uint32_t k = d->events.n - 1; k-- > 0;) {
        const event *act = &d->events.at[k];
        uint32_t back = at(d, trigger)->sent - at(d, act->trigger.first)->sent;
        if (back > WORD_REACH) break;
        if (act->trigger.first >= trigger || strcmp(act->type, ev->type) != 0 || !is_known(&act->actor)) continue;
        if (is_one_of_many(d, noun, act)) continue;
        if (str_eq(frame_lemma(d, noun), frame_lemma(d, act->trigger.first))) return act->status == STATUS_ACTUAL ? act : NULL;
        if (!other && back <= REACH && lexicon_is(s->words, "strike", frame_lemma(d, noun))) other = act;
    }
    return other && other->status == STATUS_ACTUAL ? other : NULL;
}

/* "the attack in Ankara": told by where it was. */
static bool is_ground_only(const doc *d, const parties *list)
{
    for (uint32_t k = 0; k < list->n; k++) {
        const token *t = list->at[k].actor == NONE ? NULL : at(d, d->actors.at[list->at[k].actor].head);
        if (!t || t->dep != DEP_pobj || !str_is(at(d, t->head)->lower, "in")) return false;
    }
    return list->n > 0;
}

/* "the protests began in May", "twelve died in the attack": the doer of the act told before. */
static void retell(doc *d, const senses *s, event *ev, uint32_t trigger)
{
    static const char why[] = "what: an act told again has the doer of its first telling";
    uint32_t noun = ev->actor.n || !lexicon_is(s->words, "force", str_of(ev->type)) ? NONE : retelling_noun(d, s, trigger);
    const event *act = noun == NONE ? NULL : told_before(d, s, ev, noun, trigger);
    bool home = strcmp(ev->type, "PROTEST") == 0; /* its own government's */
    bool other = act && !home && is_known(&ev->recipient) && (shares_code(&act->actor, &ev->recipient) || (is_known(&act->recipient) && !shares_code(&act->recipient, &ev->recipient)));
    bool ground = act && is_ground_only(d, &ev->recipient) && act->recipient.n;
    if (!act || (other && !ground)) return;
    if (ground) ev->recipient.n = 0, take(d, &ev->recipient, &act->recipient, ev, why);
    take(d, &ev->actor, &act->actor, ev, why);
}

/* "carried out the airstrike": on whom it was when it was first told. */
static void retell_target(doc *d, const senses *s, event *ev, uint32_t trigger)
{
    static const char why[] = "what: an act told again is on those of its first telling";
    uint32_t noun = strcmp(ev->type, "ASSAULT") == 0 && is_known(&ev->actor) ? retelling_noun(d, s, trigger) : NONE;
    if (noun != NONE && tree_child(d, noun, DEP_det) == NONE) return; /* "his treatment of them" */
    for (uint32_t k = d->events.n - 1; noun != NONE && k-- > 0;) {
        const event *act = &d->events.at[k];
        uint32_t back = at(d, trigger)->sent - at(d, act->trigger.first)->sent;
        if (back > WORD_REACH) return;
        if (act->trigger.first >= trigger || strcmp(act->type, ev->type) != 0 || act->status != STATUS_ACTUAL || !shares_code(&act->actor, &ev->actor)) continue;
        if (act->recipient.n && names_act(d, s, noun, back, act)) take(d, &ev->recipient, &act->recipient, ev, why);
        return;
    }
}

/* "levied sanctions on him. He was sanctioned again": by the same. */
static void once_more(doc *d, const senses *s, event *ev, uint32_t trigger)
{
    static const char why[] = "what: what is done again to the same one is done by the same";
    if (ev->actor.n || !is_known(&ev->recipient) || at(d, trigger)->pos != POS_VERB || !lexicon_is(s->words, "repeated", str_of(ev->type))) return;
    for (uint32_t k = d->events.n - 1; k-- > 0;) {
        const event *act = &d->events.at[k];
        if (at(d, act->trigger.first)->sent + 1 < at(d, trigger)->sent) return;
        if (act->trigger.first >= trigger || strcmp(act->type, ev->type) != 0 || !is_known(&act->actor) || !shares_code(&act->recipient, &ev->recipient)) continue;
        if (!shares_code(&act->actor, &ev->recipient)) take(d, &ev->actor, &act->actor, ev, why);
        return;
    }
}

void echo_fill(doc *d, const senses *s, event *ev, uint32_t trigger)
{
    retell(d, s, ev, trigger);
    once_more(d, s, ev, trigger);
    if (ev->recipient.n || !ev->actor.n) return;
    share(d, s, ev, trigger);
    if (ev->recipient.n == 0) answer(d, s, ev, trigger);
    if (ev->recipient.n == 0) retell_target(d, s, ev, trigger);
}
