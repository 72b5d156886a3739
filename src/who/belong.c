/* belong.c: whose police?  Country and sectors of a phrase, from its own words.
 *
 *     "the Sindh government"   a place before it      "Rebels in the Ivory Coast"   one after it
 *     "police spokesman"       sectors pass on        "X, the Turkish minister"     so does an apposition */
#include "who/who_internal.h"

enum { DEEPEST = 4, LONGEST = 32 /* words before a head that are looked at */ };

static const token *at(const sight *s, uint32_t i) { return &s->d->tokens.at[i]; }
/* Who was who on the day of the report; in a history, on the last day that it tells of. */
static day belong_day(const doc *d) { return d->history ? d->history_end : d->article.published; }

static bool found_code(const origin *o) { return o->code[0] != 0; }

static void take_code(origin *o, const origin *from)
{
    memcpy(o->code, from->code, 4);
    o->why_code = from->why_code;
    o->disputed = from->disputed;
}

/* ---- words before the head -------------------------------------------- */
/* "anti-Syria", "Iranian-backed": the country is not the party's own; "Saudi-led" is. */
static bool beside_hyphen(const sight *s, uint32_t t)
{
    static const char *const own[] = {"led", "based", "born", "run", "ruled", "owned", "majority", "appointed"};
    if (t > 1 && str_is(at(s, t - 1)->text, "-")) {
        str before = at(s, t - 2)->lower;
        if (str_is(before, "anti") || str_is(before, "pro") || str_is(before, "non")) return true;
    }
    if (t > 0 && (str_is(at(s, t - 1)->lower, "pro-") || str_is(at(s, t - 1)->lower, "anti-"))) return true;
    if (t + 2 >= s->d->tokens.n || !str_is(at(s, t + 1)->text, "-") || at(s, t + 2)->pos == POS_PROPN) return false;
    for (size_t k = 0; k < sizeof own / sizeof *own; k++)
        if (str_is(at(s, t + 2)->lower, own[k])) return false;
    return spot_name(s, t + 2) == NULL && at(s, t + 2)->tag == TAG_VBN;
}

static uint32_t left_edge(const sight *s, uint32_t i)
{
    uint32_t first = at(s, i)->left;
    if (i > LONGEST && first < i - LONGEST) first = i - LONGEST;
    return s->spot_of[i] == NONE || s->spots.at[s->spot_of[i]].tok.first > first ? first : s->spots.at[s->spot_of[i]].tok.first;
}

/* Does token `t`, before `i`, head something that may tell i's country? */
static bool tells(const sight *s, uint32_t t, uint32_t i)
{
    if (s->spot_of[t] != NONE) {
        const spot *p = &s->spots.at[s->spot_of[t]];
        if (p->head != t || range_has(p->tok, i) || p->phrase == NONE) return false;
    } else if (s->place_of[t] == NONE) return false;
    return !beside_hyphen(s, t);
}

static bool left_code(const sight *s, uint32_t i, origin *o, int depth)
{
    for (uint32_t t = left_edge(s, i); t < i; t++) {
        if (!tells(s, t, i)) continue;
        origin m = belong_describe(s, t, depth + 1);
        if (!found_code(&m)) continue;
        take_code(o, &m);
        return true;
    }
    return false;
}

/* Only commas and conjunctions between two words: "Georgian, Armenian and Azerbaijani". */
static bool beside(const sight *s, uint32_t a, uint32_t b)
{
    bool apart = false; /* "the US Iran envoy" is of one country */
    for (a++; a < b; a++) {
        bool same_name = s->spot_of[a] != NONE && s->spot_of[a] == s->spot_of[b];
        bool mark = at(s, a)->pos == POS_PUNCT || at(s, a)->pos == POS_CCONJ;
        if (!same_name && !mark) return false;
        apart |= mark;
    }
    return apart;
}

uint32_t belong_members(const sight *s, uint32_t i, uint32_t out[4])
{
    uint32_t n = 0;
    for (uint32_t t = left_edge(s, i); t < i && n < 4; t++) {
        if (!tells(s, t, i)) continue;
        origin m = belong_describe(s, t, 2);
        bool linked = n == 0 || beside(s, out[n - 1], t);
        bool again = false;
        for (uint32_t k = 0; k < n; k++) again |= strcmp(belong_describe(s, out[k], 2).code, m.code) == 0;
        if (found_code(&m) && linked && !again) out[n++] = t;
    }
    return n;
}

/* ---- words after it --------------------------------------------------- */
static bool prep_code(const sight *s, uint32_t i, const char *prep, origin *o, int depth)
{
    uint32_t obj = tree_prep_object(s->d, i, prep);
    if (obj == NONE) return false;
    origin m = belong_describe(s, obj, depth + 1);
    if (found_code(&m)) take_code(o, &m);
    return found_code(&m);
}

static bool right_code(const sight *s, uint32_t i, const role *r, origin *o, int depth)
{
    if (!(r && r->no_of) && prep_code(s, i, "of", o, depth)) return true;
    if (r && r->takes && prep_code(s, i, "for", o, depth)) return true;
    if (!r || prep_code(s, i, "from", o, depth)) return r != NULL;
    return !r->no_in && (prep_code(s, i, "in", o, depth) || prep_code(s, i, "at", o, depth));
}

/* "X, the Turkish defence minister": from either to the other. */
static bool appos_code(const sight *s, uint32_t i, origin *o, int depth)
{
    uint32_t other = at(s, i)->dep == DEP_appos ? at(s, i)->head : tree_child(s->d, i, DEP_appos);
    if (other == NONE) return false;
    origin m = belong_describe(s, other, depth + 2);
    if (found_code(&m)) take_code(o, &m);
    return found_code(&m);
}

/* "Israeli soldiers and settlers", "the president and prime minister of Chad". */
static bool shared_code(const sight *s, uint32_t i, origin *o, int depth)
{
    if (at(s, i)->dep == DEP_conj && left_edge(s, i) == i && !spot_name(s, at(s, i)->head))
        return left_code(s, at(s, i)->head, o, depth + 1);
    uint32_t next = tree_child(s->d, i, DEP_conj);
    return next != NONE && spot_role(s, next) && prep_code(s, next, "of", o, depth + 1);
}

static void find_code(const sight *s, uint32_t i, const role *r, origin *o, int depth)
{
    if (depth > DEEPEST || left_code(s, i, o, depth) || right_code(s, i, r, o, depth) || appos_code(s, i, o, depth)) return;
    shared_code(s, i, o, depth);
}

/* ---- sectors ---------------------------------------------------------- */
/* `list` has room for MAX_SECTORS * 2. */
static bool lists(const char (*list)[4], const char *sector)
{
    for (uint32_t k = 0; k < MAX_SECTORS * 2 && list[k][0]; k++)
        if (strcmp(list[k], sector[0] ? sector : "-") == 0) return true;
    return false;
}

static void add_sector(origin *o, const char *sector)
{
    for (uint32_t k = 0; k < MAX_SECTORS; k++) {
        if (strcmp(o->sector[k], sector) == 0) return;
        if (o->sector[k][0]) continue;
        memcpy(o->sector[k], sector, 4);
        return;
    }
}

static void apply_modifiers(const sight *s, uint32_t i, origin *o)
{
    for (uint32_t t = left_edge(s, i); t < i; t++) {
        uint32_t n = spot_name(s, t) ? NONE : map_get(&s->w->modifier_of, roster_key(s->d->mem, at(s, t)->lower), NONE);
        if (n == NONE) continue;
        const role *m = &s->w->roles.at[n];
        if (m->no_code) o->code[0] = 0;
        if (lists(m->over, o->sector[0])) memcpy(o->sector, m->sector, sizeof o->sector);
        else if (m->sector[0][0] && (m->also || !m->over[0][0])) add_sector(o, m->sector[0]);
    }
}

/* "police spokesman", "leader of the rebels": the sectors of what it is of. */
static void take_sectors(const sight *s, uint32_t i, const role *own, origin *o, int depth)
{
    origin m = {.phrase = NONE};
    for (uint32_t t = i; t-- > left_edge(s, i) && !m.sector[0][0];) {
        const spot *p = s->spot_of[t] == NONE ? NULL : &s->spots.at[s->spot_of[t]];
        if (!p || p->head != t || range_has(p->tok, i)) continue;
        const role *r = spot_role(s, t);
        const entry *e = p->phrase == NONE ? NULL : spot_entry(s, p, -1);
        if (r || (e && (e->kind == ENTRY_BODY || e->kind == ENTRY_PERSON))) m = belong_describe(s, t, depth + 1);
    }
    static const char *const prep[] = {"of", "for", "from", "with"};
    for (size_t k = 0; k < sizeof prep / sizeof *prep && !m.sector[0][0]; k++) {
        uint32_t obj = tree_prep_object(s->d, i, prep[k]);
        if (obj != NONE) m = belong_describe(s, obj, depth + 1);
    }
    if (!m.sector[0][0] || (own->only[0][0] && !lists(own->only, m.sector[0]))) return;
    memcpy(o->sector, m.sector, sizeof o->sector);
    o->phrase = m.phrase;
}

static void describe_role(const sight *s, uint32_t i, const role *r, origin *o, int depth)
{
    o->why = r->why;
    memcpy(o->sector, r->sector, sizeof o->sector);
    if (r->takes || r->kind == ROLE_MEASURE) take_sectors(s, i, r, o, depth);
    if (!r->code[0]) find_code(s, i, r, o, depth);
    else if (depth > DEEPEST || !left_code(s, i, o, depth)) memcpy(o->code, r->code, 4), o->why_code = r->why;
    if (o->disputed) add_sector(o, "PRE");
    apply_modifiers(s, i, o);
}

/* ---- names ------------------------------------------------------------ */
/* The role noun before a name: "Foreign Minister" of "Foreign Minister X". */
static uint32_t title_before(const sight *s, uint32_t i)
{
    for (uint32_t t = i; t-- > left_edge(s, i);) {
        const spot *p = s->spot_of[t] == NONE ? NULL : &s->spots.at[s->spot_of[t]];
        const role *r = spot_role(s, t);
        if (r && r->kind == ROLE_NOUN && p->head == t && !range_has(p->tok, i) && at(s, t)->dep != DEP_poss) return t;
    }
    return NONE;
}

static void describe_title(const sight *s, uint32_t i, origin *o, int depth)
{
    uint32_t t = title_before(s, i);
    uint32_t appos = tree_child(s->d, i, DEP_appos);
    if (t == NONE && appos != NONE && spot_role(s, appos)) t = appos;
    if (t == NONE && at(s, i)->dep == DEP_appos && spot_role(s, at(s, i)->head)) t = at(s, i)->head;
    if (t == NONE || depth > DEEPEST) return;
    const role *r = spot_role(s, t);
    o->why = r->why;
    memcpy(o->sector, r->sector, sizeof o->sector);
    if (r->takes) take_sectors(s, t, r, o, depth);
    if (r->code[0]) memcpy(o->code, r->code, 4), o->why_code = r->why;
    else if (!found_code(o)) find_code(s, t, r, o, depth + 1);
    apply_modifiers(s, t < i ? i : t, o);
}

static bool has(str s, const char *part) { return str_find(s, str_of(part)) < s.len; }

/* "Premier" and "prime minister", "defense secretary" and "defence minister" are one office. */
static bool office_is(const sight *s, const tenure *t, uint32_t title)
{
    if (title == NONE || t->office.len == 0) return false;
    str words = str_lower_ascii(s->d->mem, doc_words(s->d, s->spots.at[s->spot_of[title]].tok));
    if (str_find(words, t->office) < words.len) return true;
    static const char *const one[] = {"foreign", "defen", "king"};
    for (size_t k = 0; k < sizeof one / sizeof *one; k++)
        if (has(words, one[k]) && has(t->office, one[k])) return true;
    if (has(words, "secretary of state")) return has(t->office, "foreign");
    if (has(words, "premier") || has(words, "prime minister")) return has(t->office, "premier") || has(t->office, "prime minister");
    return str_is(words, "minister") && has(t->office, "minister");
}

enum { REMEMBERED = 15 * 365 /* days after which a family name no longer means one who held the office */ };

/* A family name behind a title is that of the list's person if the title is his, too. */
static bool title_fits(const sight *s, const tenure *t, bool past, const origin *told, uint32_t title)
{
    if (past && belong_day(s->d) - t->to > REMEMBERED && !told->code[0]) return false;
    if (office_is(s, t, title)) return true;
    const role *r = title == NONE ? NULL : spot_role(s, title);
    return r && !r->takes && told->code[0] && strcmp(r->sector[0], t->sector[0]) == 0;
}

/* Of the persons of that name: whose country the text tells, in office, of that office. */
static const tenure *pick_person(const sight *s, const spot *p, const origin *told, uint32_t title, str *name)
{
    const tenure *best = NULL;
    str found = *name;
    int best_score = 0;
    bool listed = map_get(&s->w->phrase_of, roster_key(s->d->mem, doc_words(s->d, p->tok)), NONE) == p->phrase;
    bool tie = false, sure = p->tok.end - p->tok.first > 1 || listed;
    for (uint32_t k = p->phrase; k != NONE; k = s->w->phrases.at[k].next) {
        const entry *e = &s->w->entries.at[s->w->phrases.at[k].entry];
        bool past, early;
        const tenure *t = e->kind == ENTRY_PERSON ? roster_on(e, belong_day(s->d), &past, &early) : NULL;
        if (!t || (told->code[0] && !roster_ever(e, told->code)) || (!sure && !title_fits(s, t, past, told, title))) continue;
        int score = (past || early ? past ? 2 : 1 : 4) + (office_is(s, t, title) ? 2 : 0) + (told->code[0] ? 3 : 0) + (sure ? 3 : 0);
        bool later = score == best_score && past && best->to != DAY_NONE && t->to > best->to;
        if (later && (sure || strcmp(best->code, t->code) == 0)) best_score--; /* the later one */
        if (score < 4 || score < best_score) continue;
        tie = score == best_score && best && strcmp(best->code, t->code) != 0;
        if (score > best_score) best = t, best_score = score, found = e->name;
    }
    if (tie) return NULL;
    *name = found;
    return best;
}

/* "King" of "King Hassan", in the list by that name. */
static bool title_in_name(const sight *s, const spot *p)
{
    uint32_t r = map_get(&s->w->role_of, roster_key(s->d->mem, at(s, p->tok.first)->lower), NONE);
    return p->tok.end - p->tok.first > 1 && r != NONE && strcmp(s->w->roles.at[r].sector[0], "GOV") == 0;
}

static bool holds(const tenure *t, day on)
{
    return on != DAY_NONE && (t->from == DAY_NONE || t->from <= on) && (t->to == DAY_NONE || on <= t->to);
}

static void describe_person(const sight *s, uint32_t i, const spot *p, origin *o, int depth)
{
    origin told = {.phrase = NONE};
    find_code(s, i, NULL, &told, depth);
    describe_title(s, i, o, depth);
    if (found_code(&told)) take_code(o, &told);
    if (o->disputed) add_sector(o, "PRE");
    day on = belong_day(s->d);
    const tenure *t = p ? pick_person(s, p, o, title_before(s, i), &o->name) : NULL;
    if (p && !o->sector[0][0] && !(t && holds(t, on)) && title_in_name(s, p)) memcpy(o->sector[0], "GOV", 4);
    if (!t) return;
    o->phrase = p->phrase;
    memcpy(o->code, t->code, 4);
    o->why = o->why_code = t->why;
    bool former = strcmp(o->sector[0], "ELI") == 0 && title_before(s, i) != NONE;
    bool told_office = former || strcmp(o->sector[0], "GOV") == 0;
    if (o->sector[0][0] && (told_office || !holds(t, on))) return; /* else the list knows better than a title */
    memset(o->sector, 0, sizeof o->sector);
    if (t->to != DAY_NONE && on != DAY_NONE && on > t->to) memcpy(o->sector[0], t->after, 4);
    else if (on == DAY_NONE || t->from == DAY_NONE || on >= t->from) memcpy(o->sector, t->sector, sizeof o->sector);
}

/* Bodies of one name in several countries: the one whose country the text tells, or none. */
static void describe_body(const sight *s, uint32_t i, const spot *p, origin *o, int depth)
{
    origin told = {.phrase = NONE};
    find_code(s, i, NULL, &told, depth);
    const entry *best = NULL;
    bool several = false;
    for (uint32_t k = p->phrase; k != NONE; k = s->w->phrases.at[k].next) {
        const entry *e = &s->w->entries.at[s->w->phrases.at[k].entry];
        if (e->kind != ENTRY_BODY || !roster_fits(s->w, k, doc_words(s->d, p->tok))) continue;
        if (found_code(&told) && strcmp(e->at.at[0].code, told.code) == 0) best = e, several = false, told.phrase = 0;
        else if (told.phrase == NONE) {
            several |= best && strcmp(best->at.at[0].code, e->at.at[0].code) != 0;
            best = best ? best : e;
        }
    }
    bool past, early;
    const tenure *t = roster_on(best, belong_day(s->d), &past, &early);
    o->name = best->name;
    o->why = o->why_code = t->why;
    memcpy(o->sector, t->sector, sizeof o->sector);
    memcpy(o->code, several ? told.code : t->code, 4);
    if (!o->code[0] && found_code(&told)) take_code(o, &told);
    o->phrase = several ? NONE : p->phrase;
    if (strcmp(o->sector[0], "PTY") == 0) apply_modifiers(s, i, o); /* "the opposition X party" */
}

/* Of nations that had the same town or name one after the other, the one of the day. */
static const tenure *nation_on(const sight *s, const spot *p, const entry *e)
{
    day on = belong_day(s->d);
    const tenure *t = &e->at.at[0];
    for (uint32_t k = p->phrase; on != DAY_NONE && !holds(t, on) && k != NONE; k = s->w->phrases.at[k].next) {
        const entry *other = &s->w->entries.at[s->w->phrases.at[k].entry];
        if (other->kind == e->kind && other->at.n && holds(&other->at.at[0], on)) t = &other->at.at[0];
    }
    return t;
}

static void place_code(const sight *s, const place *p, origin *o)
{
    bool listed = p->geonameid || str_find(str_of(p->why), S(".tsv")) < str_of(p->why).len; /* not one supposed from around */
    if (!listed) return;
    memcpy(o->code, p->country, 4);
    roster_state(s->w, o->code);
    o->why_code = p->why;
}

static void describe_nation(const sight *s, uint32_t i, const spot *p, const entry *e, origin *o, int depth)
{
    const tenure *t = nation_on(s, p, e);
    const place *here = s->place_of[i] == NONE ? NULL : &s->d->places.at[s->place_of[i]];
    o->name = e->name;
    o->why = o->why_code = t->why;
    memcpy(o->code, t->code, 4);
    memcpy(o->sector, t->sector, sizeof o->sector);
    o->disputed = strcmp(o->sector[0], "PRE") == 0;
    bool state = here && e->kind == ENTRY_COUNTRY && here->kind && strcmp(here->kind, "admin1") == 0;
    bool town = here && e->kind == ENTRY_CAPITAL; /* there are several Tripolis: the context has chosen */
    if (here && here->country[0] && (!o->code[0] || state || town)) place_code(s, here, o);
    if (e->kind != ENTRY_PEOPLE || p->head != i) return;
    origin told = {.phrase = NONE};
    if (left_code(s, i, &told, depth) || (!o->code[0] && right_code(s, i, NULL, &told, depth))) take_code(o, &told);
    apply_modifiers(s, i, o);
}

static const entry *entry_here(const sight *s, const spot *p)
{
    const entry *e = NULL;
    if (spot_adjective(s, p)) e = spot_entry(s, p, ENTRY_ADJECTIVE);
    else if (spot_entry(s, p, ENTRY_PEOPLE) && !spot_entry(s, p, ENTRY_COUNTRY)) e = spot_entry(s, p, ENTRY_PEOPLE);
    return e ? e : spot_entry(s, p, -1);
}

static void describe_place(const sight *s, uint32_t i, origin *o)
{
    const place *p = &s->d->places.at[s->place_of[i]];
    o->name = p->name;
    o->why = p->why;
    place_code(s, p, o);
}

origin belong_describe(const sight *s, uint32_t i, int depth)
{
    origin o = {.phrase = NONE};
    const spot *p = spot_name(s, i);
    const role *r = spot_role(s, i);
    if (depth > DEEPEST) return o;
    if (p) {
        const entry *e = entry_here(s, p);
        if (!e || e->kind == ENTRY_NOT) return o;
        if (e->kind == ENTRY_PERSON) describe_person(s, i, p, &o, depth);
        else if (e->kind == ENTRY_BODY) describe_body(s, i, p, &o, depth);
        else describe_nation(s, i, p, e, &o, depth);
    } else if (r) describe_role(s, i, r, &o, depth);
    else if (s->place_of[i] != NONE) describe_place(s, i, &o);
    else if (at(s, i)->ent == ENT_PERSON) describe_person(s, i, NULL, &o, depth);
    else find_code(s, i, NULL, &o, depth);
    return o;
}
