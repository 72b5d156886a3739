/* identify.c: which phrases of the text are parties, and which party is each? */
#include "who/who_internal.h"

static const token *at(const sight *s, uint32_t i) { return &s->d->tokens.at[i]; }

/* ---- which tokens ----------------------------------------------------- */
static bool is_pronoun(const token *t)
{
    static const char *const word[] = {"he", "she", "they", "him", "her", "them", "it", "we", "us", "i", "who", "which",
                                       "whom", "whose", "that", "his", "its", "their", "our", "my", "ours", "theirs"};
    bool may = t->pos == POS_PRON || t->pos == POS_DET || t->tag == TAG_WDT || t->tag == TAG_WP;
    if (!may || t->dep == DEP_expl) return false;
    if (str_is(t->lower, "that") && t->tag != TAG_WDT) return false;
    for (size_t k = 0; k < sizeof word / sizeof *word; k++)
        if (str_is(t->lower, word[k])) return true;
    return false;
}

static bool no_party_name(ent e)
{
    return e == ENT_EVENT || e == ENT_FAC || e == ENT_LAW || e == ENT_PRODUCT || e == ENT_WORK_OF_ART || e == ENT_LANGUAGE ||
           e == ENT_DATE || e == ENT_TIME || e == ENT_MONEY || e == ENT_PERCENT || e == ENT_QUANTITY || e == ENT_CARDINAL || e == ENT_ORDINAL;
}

/* A name that no list has. */
static bool unknown_name(const sight *s, uint32_t i)
{
    const token *t = at(s, i);
    if (s->spot_of[i] != NONE || no_party_name(t->ent) || !spot_capital(t->text) || spot_never(s, i)) return false;
    if (t->pos != POS_PROPN && t->pos != POS_NOUN && t->pos != POS_ADJ) return false;
    bool head = t->head == i || at(s, t->head)->ent != t->ent || at(s, t->head)->pos != POS_PROPN ||
                (t->dep != DEP_compound && t->dep != DEP_amod && t->dep != DEP_nmod);
    if (t->ent == ENT_PERSON || t->ent == ENT_ORG || t->ent == ENT_NORP || t->ent == ENT_GPE) return head;
    return t->ent == ENT_NONE && t->pos == POS_PROPN && (t->dep == DEP_nsubj || t->dep == DEP_nsubjpass);
}

/* A party by its own words, be it used as a modifier or not. */
static bool names_party(const sight *s, uint32_t i)
{
    const spot *p = s->spot_of[i] == NONE ? NULL : &s->spots.at[s->spot_of[i]];
    if (!p) return unknown_name(s, i) || (s->place_of[i] != NONE && s->d->places.at[s->place_of[i]].tok.end == i + 1);
    if (p->head != i) return false;
    if (p->role != NONE) return true;
    const entry *e = spot_entry(s, p, -1);
    return e && e->kind != ENTRY_NOT;
}

static bool is_modifier(const token *t)
{
    return t->dep == DEP_compound || t->dep == DEP_amod || t->dep == DEP_nmod || t->dep == DEP_npadvmod;
}

/* The noun that a word before it belongs to: "Israeli" and "army" of "Israeli army officers". */
static uint32_t noun_of(const sight *s, uint32_t i)
{
    uint32_t h = i;
    for (int steps = 0; steps < 6 && (is_modifier(at(s, h)) || (at(s, h)->dep == DEP_conj && at(s, h)->head < i)); steps++) h = at(s, h)->head;
    return h;
}

/* Countries in names of other things: "Bank of England", "the Vietnam War". */
static bool inside_other_name(const sight *s, uint32_t i)
{
    const token *t = at(s, i);
    if (t->iob == 'O' || t->dep == DEP_poss || t->dep == DEP_conj) return false;
    uint32_t h = t->dep == DEP_pobj ? at(s, t->head)->head : t->head;
    if (h == i || at(s, h)->ent != t->ent || at(s, h)->pos != POS_PROPN) return false;
    return no_party_name(t->ent) || (t->ent == ENT_ORG && t->dep == DEP_pobj && names_party(s, h));
}

static bool is_member(const sight *s, uint32_t i, uint32_t noun)
{
    uint32_t out[4], n = belong_members(s, noun, out);
    for (uint32_t k = 0; k < n; k++)
        if (n > 1 && out[k] == i) return true;
    return false;
}

static bool is_party(const sight *s, uint32_t i)
{
    if (is_pronoun(at(s, i)) && s->spot_of[i] == NONE) return true;
    if (!names_party(s, i) || inside_other_name(s, i)) return false;
    if (!is_modifier(at(s, i)) && at(s, i)->dep != DEP_conj) return true;
    uint32_t noun = noun_of(s, i);
    if (noun == i || !is_modifier(at(s, i))) {
        bool beside = noun != i && noun > i && names_party(s, noun);
        return !beside || is_member(s, i, noun);
    }
    return !names_party(s, noun) || is_member(s, i, noun);
}

/* ---- what each is ----------------------------------------------------- */
static actor_kind kind_here(const sight *s, uint32_t i)
{
    const spot *p = spot_name(s, i);
    if (p) {
        const entry *e = spot_adjective(s, p) ? spot_entry(s, p, ENTRY_ADJECTIVE) : spot_entry(s, p, -1);
        if (!spot_adjective(s, p) && e->kind == ENTRY_ADJECTIVE) return ACTOR_PEOPLE;
        static const actor_kind kind[] = {ACTOR_COUNTRY, ACTOR_COUNTRY, ACTOR_PEOPLE, ACTOR_PLACE, ACTOR_BODY, ACTOR_PERSON, ACTOR_BODY};
        return kind[e->kind];
    }
    if (spot_role(s, i)) return at(s, i)->ent == ENT_ORG && at(s, i)->pos == POS_PROPN ? ACTOR_BODY : ACTOR_ROLE;
    if (s->place_of[i] != NONE || at(s, i)->ent == ENT_GPE) return ACTOR_PLACE;
    if (at(s, i)->ent == ENT_PERSON) return ACTOR_PERSON;
    return at(s, i)->ent == ENT_NORP ? ACTOR_PEOPLE : is_pronoun(at(s, i)) ? ACTOR_PRONOUN : ACTOR_BODY;
}

static range words_of(const sight *s, uint32_t i, actor_kind kind)
{
    const spot *p = s->spot_of[i] == NONE ? NULL : &s->spots.at[s->spot_of[i]];
    range own = p ? p->tok : (range){i, i + 1};
    if (kind == ACTOR_PRONOUN || kind == ACTOR_COUNTRY || (p && is_modifier(at(s, i)))) return own;
    if (!p && s->place_of[i] != NONE) return s->d->places.at[s->place_of[i]].tok;
    range r = tree_phrase(s->d, i);
    if (r.first > own.first) r.first = own.first;
    if (r.end < own.end) r.end = own.end;
    return r;
}

static bool is_definite(const sight *s, uint32_t i)
{
    static const char *const word[] = {"the", "this", "that", "these", "those", "both"};
    if (tree_child(s->d, i, DEP_poss) != NONE) return true;
    uint32_t det = tree_child(s->d, i, DEP_det);
    for (size_t k = 0; det != NONE && k < sizeof word / sizeof *word; k++)
        if (str_is(at(s, det)->lower, word[k])) return true;
    return false;
}

/* A capital that acts or is dealt with stands for its government; one where something happens does not. */
static bool stands_for_government(const sight *s, uint32_t i)
{
    const token *t = at(s, i);
    if (t->dep == DEP_nsubj || t->dep == DEP_dobj || t->dep == DEP_dative) return true;
    if (t->dep != DEP_pobj) return false;
    str prep = at(s, t->head)->lower;
    return str_is(prep, "with") || str_is(prep, "against") || str_is(prep, "by");
}

/* "three Israelis" are people; "the Palestinians" may be a nation. */
static bool some_people(const sight *s, uint32_t i)
{
    bool counted = tree_child(s->d, i, DEP_nummod) != NONE || tree_child(s->d, i, DEP_amod) != NONE;
    return counted || !is_definite(s, i);
}

/* "thousands of Nigerians" */
static bool amount_of_people(const sight *s, uint32_t i)
{
    const role *r = spot_role(s, i);
    uint32_t of = r && r->kind == ROLE_MEASURE ? tree_prep_object(s->d, i, "of") : NONE;
    return of != NONE && spot_name(s, of) && kind_here(s, of) == ACTOR_PEOPLE;
}

static void set_people(const sight *s, uint32_t i, actor *a)
{
    if (a->sector[0][0]) return;
    const spot *p = spot_name(s, i);
    if ((a->kind == ACTOR_PEOPLE && some_people(s, i)) || amount_of_people(s, i)) memcpy(a->sector[0], "CVL", 4);
    if (a->kind == ACTOR_PLACE && p && spot_entry(s, p, ENTRY_CAPITAL) && stands_for_government(s, i)) memcpy(a->sector[0], "GOV", 4);
}

static void fill_one(const sight *s, actor *a)
{
    uint32_t i = a->head;
    const token *t = at(s, i);
    a->kind = kind_here(s, i);
    a->tok = words_of(s, i, a->kind);
    a->same_as = a->entry = NONE;
    a->why = "who: a name that no list has";
    a->why_code = "who: the words do not tell";
    a->definite = is_definite(s, i) || a->kind <= ACTOR_COUNTRY || t->pos == POS_PROPN;
    a->plural = t->tag == TAG_NNS || t->tag == TAG_NNPS || tree_child(s->d, i, DEP_nummod) != NONE;
    a->name = doc_words(s->d, a->tok);
    if (a->kind == ACTOR_PRONOUN) {
        a->why = "who: a pronoun";
        a->plural = str_is(t->lower, "they") || str_is(t->lower, "them") || str_is(t->lower, "their") || str_is(t->lower, "we") ||
                    str_is(t->lower, "us") || str_is(t->lower, "our");
        return;
    }
    origin o = belong_describe(s, i, 0);
    memcpy(a->code, o.code, 4);
    memcpy(a->sector, o.sector, sizeof a->sector);
    a->entry = o.phrase;
    if (o.name.len) a->name = o.name;
    if (o.why) a->why = o.why;
    if (o.why_code) a->why_code = o.why_code;
    const role *r = spot_role(s, i);
    a->of_another = r && r->of_another && tree_child(s->d, i, DEP_poss) != NONE;
    if (a->of_another) a->code[0] = 0;
    set_people(s, i, a);
}

/* "Hungarian and Romanian officials": each country's, and both. */
static void fill_members(const sight *s, actor *a)
{
    uint32_t out[4], n = a->kind == ACTOR_PRONOUN ? 0 : belong_members(s, a->head, out);
    if (n < 2) return;
    for (uint32_t k = 0; k < n; k++) {
        uint32_t m = s->d->actor_of[out[k]];
        if (m == NONE) continue;
        a->member[a->n_members++] = m;
        actor *part = &s->d->actors.at[m];
        bool people = strcmp(part->sector[0], "CVL") == 0;
        if (!part->sector[0][0] || people) memcpy(part->sector, a->sector, sizeof part->sector);
    }
}

void who_fill(doc *d, const who *w)
{
    sight s;
    spot_fill(&s, d, w);
    d->actor_of = arena_array_of(d->mem, uint32_t, d->tokens.n + 1);
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        d->actor_of[i] = NONE;
        if (!is_party(&s, i)) continue;
        d->actor_of[i] = d->actors.n;
        actor *a = array_add(d->mem, d->actors);
        a->head = i;
    }
    for (uint32_t k = 0; k < d->actors.n; k++) fill_one(&s, &d->actors.at[k]);
    for (uint32_t k = 0; k < d->actors.n; k++) fill_members(&s, &d->actors.at[k]);
}

/* ---- on a day --------------------------------------------------------- */
/* Among the entries of the name that ever had the actor's code, the one that holds on that day, or the nearest. */
static const tenure *tenure_on(const who *w, const actor *a, day on, bool *past, bool *early)
{
    const tenure *best = NULL;
    for (uint32_t k = a->entry; k != NONE; k = w->phrases.at[k].next) {
        bool was, will;
        const entry *e = &w->entries.at[w->phrases.at[k].entry];
        const tenure *t = roster_ever(e, a->code) ? roster_on(e, on, &was, &will) : NULL;
        if (!t) continue;
        if (best && (was || will) && !(*early && was)) continue;
        best = t;
        *past = was;
        *early = will;
        if (!was && !will) break;
    }
    return best;
}

/* "President X" of one who, by the list, had left before the report and before the event: the text knows better. */
static bool title_told(const doc *d, const who *w, const actor *a)
{
    bool past = false, early = false;
    const tenure *t = d->article.published == DAY_NONE ? NULL : tenure_on(w, a, d->article.published, &past, &early);
    return t && past && a->sector[0][0] && strcmp(a->sector[0], t->after) != 0;
}

static void look_up(const doc *d, const who *w, const actor *a, day on, party *p)
{
    bool past = false, early = false;
    const tenure *t = tenure_on(w, a, on, &past, &early);
    if (!t || (past && title_told(d, w, a))) return;
    memcpy(p->code, t->code, 4);
    memset(p->sector, 0, sizeof p->sector);
    if (past) memcpy(p->sector[0], t->after, 4);
    else if (!early) memcpy(p->sector, t->sector, sizeof p->sector);
}

/* A state acts by its government; a village that is shelled is its people, a city that bans its authorities. */
static void set_in_event(const doc *d, const who *w, const actor *a, party *p)
{
    const token *t = &d->tokens.at[a->head];
    uint32_t n = a->kind == ACTOR_ROLE ? map_get(&w->role_of, roster_key(d->mem, t->lemma), NONE) : NONE;
    const role *r = n == NONE ? NULL : &w->roles.at[n];
    if (a->kind == ACTOR_COUNTRY && p->code[0]) memcpy(p->sector[0], "GOV", 4);
    else if (r && r->acts[0] && t->dep == DEP_nsubj) memcpy(p->sector[0], r->acts, 4);
    else if (r) memcpy(p->sector[0], r->event, 4);
}

party who_on(const doc *d, const who *w, uint32_t i, day on)
{
    const actor *a = &d->actors.at[i];
    party p = {.actor = i, .text = doc_words(d, a->tok), .name = a->name, .tok = a->tok};
    memcpy(p.code, a->code, 4);
    memcpy(p.sector, a->sector, sizeof p.sector);
    if (a->entry != NONE && on != DAY_NONE && on != d->article.published) look_up(d, w, a, on, &p);
    if (!p.sector[0][0]) set_in_event(d, w, a, &p);
    return p;
}
