/* bind.c: frame + claim + days + place + parties → one event. */
#include "parse/tree.h"
#include "story/story.h"
#include "what/what_internal.h"

#define STORY_SHARE 3.0 /* a story's country outweighs the other side's from this multiple on */

static const token *at(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

/* ---- parties ---------------------------------------------------------------------- */
static void set_code(party *p, const char *code) { memcpy(p->code, code, 4); }

static bool known(const party *p) { return is_code(p->code); }

static party party_of(const doc *d, const who *people, uint32_t which, day on)
{
    party p = who_on(d, people, which, on);
    if (!p.code[0] || strcmp(p.code, "IMG") == 0) set_code(&p, "---"); /* armed groups across borders belong to no country */
    if (p.name.len == 0) p.name = p.text;
    return p;
}

/* Two words of one sentence for one party ("Turkey ... its army") are one party. */
static bool already(const parties *list, const party *p)
{
    for (uint32_t k = 0; k < list->n; k++) {
        const party *q = &list->at[k];
        if (q->actor == p->actor) return true;
        if (known(p) && strcmp(q->code, p->code) == 0 && memcmp(q->sector, p->sector, sizeof q->sector) == 0 && str_eq(q->name, p->name)) return true;
    }
    return false;
}

static void add_parties(doc *d, const who *people, parties *out, const actor_list *list, day on)
{
    for (uint32_t k = 0; k < list->n; k++) {
        party p = party_of(d, people, list->at[k], on);
        if (!already(out, &p)) array_push(d->mem, *out, p);
    }
}

static const char *first_code(const parties *list)
{
    for (uint32_t k = 0; k < list->n; k++)
        if (known(&list->at[k]) && strlen(list->at[k].code) == 3 && strcmp(list->at[k].code, "IGO") != 0 && strcmp(list->at[k].code, "NGO") != 0)
            return list->at[k].code;
    return NULL;
}

/* May a party of unknown country be supposed to be of the country around it?
 * Role nouns and persons mostly are; a body of unknown name may be anyone's. */
static bool may_suppose(const what *w, const doc *d, const party *p)
{
    if (p->actor == NONE) return false;
    const actor *a = &d->actors.at[p->actor];
    if (strcmp(a->code, "IMG") == 0) return false;
    if (a->kind == ACTOR_ROLE || a->kind == ACTOR_PEOPLE) return true;
    if (a->kind == ACTOR_BODY) return lexicon_is(w, "home-sector", str_of(a->sector[0]));
    bool person = a->kind == ACTOR_PRONOUN && a->same_as != NONE && d->actors.at[a->same_as].kind == ACTOR_PERSON; /* "criticised him" */
    return a->kind == ACTOR_PERSON || person || (a->kind == ACTOR_PRONOUN && a->sector[0][0]);
}

static double story_weight(const doc *d, const char *code)
{
    for (int k = 0; k < 4; k++)
        if (strcmp(d->story.country[k].code, code) == 0) return d->story.country[k].weight;
    return 0;
}

/* The other side's country, unless the story is far more about another one
 * ("protesters attacked the French embassy" in a report on Niger). */
static const char *other_country(const doc *d, const char *other)
{
    const country_weight *top = &d->story.country[0];
    return other && top->weight >= STORY_SHARE * story_weight(d, other) && top->weight > STORY_SHARE ? top->code : other;
}

/* A person of whom nothing is told is not of the other side's country for that. */
static bool is_bare_person(const doc *d, const party *p)
{
    const actor *a = &d->actors.at[p->actor];
    return (a->kind == ACTOR_PERSON || a->kind == ACTOR_PRONOUN) && !a->sector[0][0];
}

/* The story's country where it has one; "" where two, or one and a body of states, share it. */
static const char *clear_country(const doc *d, uint32_t trigger)
{
    return story_home(d)[0] ? story_country_near(d, trigger, NULL) : "";
}

/* "migrants from Niger": of the country that they are said to come from. */
static const char *origin(const doc *d, const party *p)
{
    const actor *a = &d->actors.at[p->actor];
    if (a->kind != ACTOR_ROLE) return NULL;
    uint32_t from = frame_prep_object(d, a->head, S("from")), next = a->head + 1; /* the parser may hang it on the verb */
    if (from == NONE && next < d->tokens.n && str_is(at(d, next)->lower, "from")) from = tree_child(d, next, DEP_pobj);
    if (from == NONE || d->actor_of[from] == NONE) return NULL;
    const actor *o = &d->actors.at[d->actor_of[from]];
    return is_code(o->code) && (o->kind == ACTOR_COUNTRY || o->kind == ACTOR_PLACE) ? o->code : NULL;
}

/* "settlers attacked a village": never of the country of those they do it to. */
static bool is_outsider(const what *w, const doc *d, const party *p)
{
    return lexicon_is(w, "outsider", frame_lemma(d, d->actors.at[p->actor].head));
}

/* The story's other main country; "" if it has none. */
static const char *country_beside(const doc *d, const char *code)
{
    const country_weight *c = d->story.country;
    for (int k = 0; k < 2; k++)
        if (c[k].code[0] && strcmp(c[k].code, code) != 0 && c[1].weight * STORY_SHARE >= c[0].weight) return c[k].code;
    return "";
}

/* "government forces took the town", said the Syrian army: a state's organs are those of the state that tells of them. */
static const char *teller(const what *w, const doc *d, const event *ev, const party *p, const parties *other)
{
    if (!ev->according_to.n || p->actor == NONE || !lexicon_is(w, "state-sector", str_of(p->sector[0]))) return NULL;
    const party *source = &ev->according_to.at[0];
    bool of_state = lexicon_is(w, "state-sector", str_of(source->sector[0])) && strlen(source->code) == 3;
    for (uint32_t i = source->tok.first; i < source->tok.end && strcmp(source->sector[0], "JRN") == 0; i++)
        of_state = of_state || lexicon_is(w, "of-state", at(d, i)->lower); /* "state media" */
    for (uint32_t k = 0; k < other->n; k++)
        if (strcmp(other->at[k].code, source->code) == 0) return NULL; /* nor does it tell what they did to its own */
    return of_state && is_code(source->code) && strcmp(source->code, "IGO") != 0 && strcmp(source->code, "NGO") != 0 ? source->code : NULL;
}

/* "rebels claimed the raid": who tells of what he did is one party; so are the police that tell of police. */
static bool is_own_teller(const what *w, const event *ev, const party *p)
{
    if (!ev->according_to.n || !is_code(ev->according_to.at[0].code)) return false;
    const party *source = &ev->according_to.at[0];
    return source->actor == p->actor || (strcmp(source->sector[0], p->sector[0]) == 0 && lexicon_is(w, "local-authority", str_of(p->sector[0])));
}

/* "Algerian police ... demonstrators" is domestic: the other side's country
 * before the story's; the place's, where it is told, before both. */
static void suppose_codes(const what *w, const doc *d, event *ev, parties *side, const parties *other, uint32_t trigger)
{
    const char *own, *rival, *code = places_country(d, ev);
    imply_sides(w, d, ev, &own, &rival);
    bool by_place = code != NULL, talk = lexicon_is(w, "speech", str_of(ev->type)) || lexicon_is(w, "equals", str_of(ev->type));
    if (!code) code = other_country(d, first_code(other));
    if (rival && code && side == &ev->actor && strcmp(code, own) == 0) code = rival; /* "the forces that shelled our town" */
    if (!code) code = clear_country(d, trigger);
    for (uint32_t k = 0; k < side->n; k++) {
        party *p = &side->at[k];
        if (p->actor != NONE && !known(p) && is_own_teller(w, ev, p)) {
            set_code(p, ev->according_to.at[0].code);
            continue;
        }
        if (p->actor != NONE && !known(p) && d->actors.at[p->actor].of_another) continue; /* whose, nobody says */
        if (p->actor != NONE && !known(p) && origin(d, p)) {
            set_code(p, origin(d, p));
            continue;
        }
        bool outside = p->actor != NONE && first_code(other) && is_outsider(w, d, p);
        bool elsewhere = by_place && talk && !lexicon_is(w, "local-sector", str_of(p->sector[0])); /* "the rebels" in Cuba: where they talk, not whose they are */
        const char *mine = elsewhere ? clear_country(d, trigger) : outside ? country_beside(d, first_code(other)) : by_place || known(p) || p->actor == NONE || !is_bare_person(d, p) ? code : clear_country(d, trigger);
        if (side == &ev->actor && !by_place && !talk && teller(w, d, ev, p, other)) mine = teller(w, d, ev, p, other);
        if (!mine[0] && p->actor != NONE && lexicon_is(w, "local-authority", str_of(p->sector[0]))) mine = story_local(d);
        bool press = strcmp(p->sector[0], "JRN") == 0 && !by_place && strcmp(ev->type, "ASSAULT") == 0; /* journalists in a fight come from anywhere */
        if (known(p) || press || !may_suppose(w, d, p) || !mine[0]) continue;
        set_code(p, mine);
        array_push(d->mem, ev->because, "story: a party that names no country is of the one around it");
    }
}

static void add_reasons(doc *d, event *ev, const parties *list)
{
    for (uint32_t k = 0; k < list->n; k++) {
        if (list->at[k].actor == NONE) continue;
        const actor *a = &d->actors.at[list->at[k].actor];
        if (a->why) array_push(d->mem, ev->because, a->why);
        if (a->why_code && a->why_code != a->why) array_push(d->mem, ev->because, a->why_code);
    }
}

/* "protests in Baghdad": by the people there, not by the state. */
static void set_people(const what *w, const doc *d, event *ev)
{
    for (uint32_t k = 0; k < ev->actor.n && strcmp(ev->type, "PROTEST") == 0; k++) {
        const actor *a = ev->actor.at[k].actor == NONE ? NULL : &d->actors.at[ev->actor.at[k].actor];
        if (!a || (a->kind != ACTOR_COUNTRY && a->kind != ACTOR_PLACE) || at(d, a->head)->dep != DEP_pobj) continue;
        if (!lexicon_is(w, "locative", at(d, at(d, a->head)->head)->lower)) continue;
        memset(ev->actor.at[k].sector, 0, sizeof ev->actor.at[k].sector);
        memcpy(ev->actor.at[k].sector[0], "CVL", 4);
    }
}

/* What an army enters or leaves at home is nobody's. */
static void drop_own_ground(const what *w, const doc *d, event *ev)
{
    const char *own = first_code(&ev->actor);
    const char *sector = ev->actor.n ? ev->actor.at[0].sector[0] : "";
    uint32_t n = 0;
    if (sector[0] && !lexicon_is(w, "state-sector", str_of(sector))) return;
    for (uint32_t k = 0; k < ev->recipient.n; k++) {
        const party *p = &ev->recipient.at[k];
        const actor *a = p->actor == NONE ? NULL : &d->actors.at[p->actor];
        bool ground = a && (a->kind == ACTOR_COUNTRY || a->kind == ACTOR_PLACE);
        if (!own || !ground || strcmp(p->code, own) != 0 || !lexicon_is(w, "own-ground", str_of(ev->type))) ev->recipient.at[n++] = *p;
    }
    ev->recipient.n = n;
}

static void fill_parties(doc *d, const what *w, const who *people, event *ev, const roles *r, uint32_t trigger)
{
    day on = ev->first != DAY_NONE ? ev->first : ev->last != DAY_NONE ? ev->last : d->article.published;
    if (on != DAY_NONE && ev->mode && strcmp(ev->mode, "resign") == 0) on--; /* who resigns held the office until then */
    add_parties(d, people, &ev->actor, &r->who, on);
    add_parties(d, people, &ev->recipient, &r->whom, on);
    set_people(w, d, ev);
    suppose_codes(w, d, ev, &ev->actor, &ev->recipient, trigger);
    suppose_codes(w, d, ev, &ev->recipient, &ev->actor, trigger);
    drop_own_ground(w, d, ev);
    add_reasons(d, ev, &ev->actor);
    add_reasons(d, ev, &ev->recipient);
}

/* ---- spans -------------------------------------------------------------------------- */
static range join(range a, range b)
{
    return (range){a.first < b.first ? a.first : b.first, a.end > b.end ? a.end : b.end};
}

/* The act's word with its particle, and the noun that a light verb carries. */
static range trigger_span(const doc *d, uint32_t i)
{
    range r = {i, i + 1};
    uint32_t p = tree_child(d, i, DEP_prt);
    if (p == i + 1) r.end = p + 1;
    return r;
}

static bool is_clause(dep l) { return l == DEP_ccomp || l == DEP_advcl || l == DEP_parataxis || l == DEP_relcl; }

/* A clause without the clauses beside its own: from its leftmost plain child to its rightmost. */
static range clause_span(const doc *d, uint32_t verb)
{
    range r = {verb, verb + 1};
    for (uint32_t c = tree_first(d, verb); c != NONE; c = tree_next(d, c)) {
        dep l = at(d, c)->dep;
        if (is_clause(l) || l == DEP_punct || l == DEP_cc || (l == DEP_conj && at(d, c)->pos == POS_VERB)) continue;
        r = join(r, tree_span(d, c));
    }
    return r;
}

static range evidence_span(const doc *d, const senses *s, uint32_t i)
{
    const sense *x = &s->at[i];
    bool verb = at(d, i)->pos == POS_VERB || at(d, i)->pos == POS_AUX;
    range r = verb ? clause_span(d, i) : tree_span(d, i);
    if (x->light != NONE) r = join(r, clause_span(d, x->light));
    if (x->inner != NONE && tree_under(d, x->inner, i)) r = join(r, tree_span(d, x->inner));
    return join(r, trigger_span(d, i));
}

/* ---- the rest -------------------------------------------------------------------------- */
static void add_contexts(doc *d, event *ev, const char *const *list)
{
    for (int k = 0; list && k < MAX_CONTEXTS && list[k]; k++) array_push(d->mem, ev->context, list[k]);
}

static void set_kind(doc *d, event *ev, const sense *x)
{
    ev->type = x->type->name;
    ev->mode = x->mode;
    ev->quad = x->type->quad;
    bool own = x->entry && x->entry->type == x->type;
    ev->cameo = own && x->entry->cameo ? x->entry->cameo : x->type->cameo;
    add_contexts(d, ev, own ? x->entry->context : NULL);
    if (x->outer) add_contexts(d, ev, x->outer->context);
    for (uint32_t k = 0; k < x->n_why; k++) array_push(d->mem, ev->because, x->why[k]);
}

/* The same text with the same word gives the same id, on every machine. */
void bind_id(doc *d, event *ev, uint32_t trigger)
{
    uint64_t h = d->article.hash ^ str_hash(d->article.id) * 0x9e3779b97f4a7c15u;
    h = (h ^ at(d, trigger)->start) * 0xd6e8feb86659fd93u;
    h = (h ^ str_hash(str_of(ev->type))) * 0xd6e8feb86659fd93u;
    str text = str_printf(d->mem, "%016llx", (unsigned long long)(h ^ h >> 31));
    memcpy(ev->id, text.ptr, 17);
}

static bool is_first_person(const doc *d, uint32_t verb)
{
    uint32_t subject = tree_subject(d, verb);
    return subject != NONE && (str_is(at(d, subject)->lower, "i") || str_is(at(d, subject)->lower, "we"));
}

/* "We condemn it", said the minister: condemned when he said so. */
static uint32_t said_by(const doc *d, const senses *s, uint32_t i, bool own)
{
    uint32_t a = story_attribution_at(d, i), cue = a == NONE ? NONE : d->attributions.at[a].cue_head;
    tag form = at(d, i)->tag;
    bool now = (form == TAG_VBP || form == TAG_VBG || form == TAG_VB) && is_first_person(d, i) && lexicon_is(s->words, "in-words", str_of(s->at[i].type->name));
    return cue != NONE && (own || now) ? cue : i;
}

/* "It arms rebels, according to a statement by X": whose words tell of the act is nobody it was done to. */
static void drop_tellers(const doc *d, event *ev, uint32_t i)
{
    uint32_t n = 0, a = story_attribution_at(d, i);
    for (uint32_t k = 0; k < ev->recipient.n; k++) {
        const party *p = &ev->recipient.at[k];
        bool teller = a != NONE && p->actor != NONE && ranges_have(&d->attributions.at[a].source, d->actors.at[p->actor].head);
        if (!teller) ev->recipient.at[n++] = *p;
    }
    ev->recipient.n = n;
}

static void bind_at(doc *d, const what *w, const who *people, const senses *s, uint32_t i, const roles *r, uint32_t when)
{
    event *ev = array_add(d->mem, d->events);
    const sense *x = &s->at[i];
    ev->same_as = NONE;
    set_kind(d, ev, x);
    ev->status = status_of(d, s, i);
    ev->trigger = trigger_span(d, i);
    ev->evidence = evidence_span(d, s, i);
    claims_fill(d, s, ev, people, i);
    if (when == i) days_fill(d, s, ev, i);
    else days_said(d, s, ev, when);
    places_fill(d, s, ev, i);
    fill_parties(d, w, people, ev, r, i);
    drop_tellers(d, ev, i);
    echo_fill(d, s, ev, i);
    imply_parties(d, w, people, ev, i);
    crowd_fill(d, s, people, ev, i);
    counts_fill(d, w, ev, i);
    ev->sureness = x->confidence;
    bind_id(d, ev, i);
}

void bind_event(doc *d, const what *w, const who *people, const senses *s, uint32_t i, const roles *r)
{
    bind_at(d, w, people, s, i, r, said_by(d, s, i, false));
}

/* The source is the doer: his words are told by whoever tells of him. */
static void drop_own_source(doc *d, event *ev, const roles *r)
{
    if (!ev->according_to.n || !r->who.n) return;
    const party *p = &ev->according_to.at[0];
    const actor *doer = &d->actors.at[r->who.at[0]];
    bool same = p->actor == r->who.at[0] || (is_code(p->code) && strcmp(p->code, doer->code) == 0);
    if (!same) return;
    for (uint32_t k = 1; k < ev->according_to.n; k++) ev->according_to.at[k - 1] = ev->according_to.at[k];
    ev->according_to.n--;
}

void bind_words(doc *d, const what *w, const who *people, senses *s, uint32_t i, const roles *r, const char *type, const char *mode, reason why)
{
    sense old = s->at[i];
    s->at[i] = (sense){.type = &w->type[lexicon_type(w, str_of(type))], .mode = mode, .inner = NONE, .light = NONE, .cause = NONE, .purpose = NONE,
                       .result = NONE, .status = STATUS_ACTUAL, .forced = true, .confidence = 0.7};
    bind_at(d, w, people, s, i, r, said_by(d, s, i, true));
    event *ev = &d->events.at[d->events.n - 1];
    array_push(d->mem, ev->because, why);
    drop_own_source(d, ev, r);
    s->at[i] = old;
}
