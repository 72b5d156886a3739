/* toponym.c: which words of the article name places? */
#include "where/spotter.h"
#include <stdlib.h>

#define MAX_LIST 12u                      /* names of a list that wait for a place behind them */
#define MAX_NAME 6u                       /* tokens of a name beyond those the parser found */

static void trust_as(spotter *s, range r, trust how)
{
    uint32_t *had = map_at(&s->trusted, gazetteer_fold(s->d->mem, words(s, r)), TRUST_NONE);
    if (*had < (uint32_t)how) *had = (uint32_t)how;
}

/* A name that some list has but that does not stand as a place: its neighbours decide. */
static void add_pending(spotter *s, range r, str look)
{
    array_push(s->d->mem, *s->out, (mention){.tok = r, .look = look, .sure = 0.5, .pending = true});
}

static void add(spotter *s, range r, str look, double sure, bool inside)
{
    bool partial = look.len && look.len != words(s, r).len;
    array_push(s->d->mem, *s->out, (mention){.tok = r, .look = look, .sure = sure, .inside = inside, .partial = partial});
}

/* ---- reading a name ------------------------------------------------------ */

/* Without articles in front, and without "'s", quotes and commas at either end. */
static range trim(const spotter *s, range r)
{
    while (r.first < r.end && (is_text(s, r.first, "the") || tok(s, r.first)->pos == POS_PUNCT)) r.first++;
    while (r.first < r.end && (tok(s, r.end - 1)->tag == TAG_POS || tok(s, r.end - 1)->pos == POS_PUNCT)) r.end--;
    return r;
}

/* Puts a following "County", "River" ... on, and a preceding "Lake". */
static range widen(const spotter *s, range r)
{
    if (r.first < r.end && is_word(s, r.end, WORD_BEHIND) && is_capital(s, r.end) && same_sentence(s, r.first, r.end)) r.end++;
    return r;
}

/* What to ask the atlas for a name that it does not know whole: "Neches River"
 * → "Neches", "Lake Wales" → "Wales". */
static range without_kind(const spotter *s, range r)
{
    if (r.end - r.first > 1 && is_word(s, r.end - 1, WORD_BEHIND)) r.end--;
    else if (r.end - r.first > 1 && is_word(s, r.first, WORD_FRONT)) r.first++;
    return r;
}

/* Takes words such as "northern" off the front until the atlas knows the rest. */
static range without_side(const spotter *s, range r)
{
    range rest = r;
    while (rest.end - rest.first > 1 && is_word(s, rest.first, WORD_SIDE)) {
        rest.first++;
        if (known(s, rest)) return rest;
    }
    return r;
}

/* "KwaZulu" "-" "Natal" */
static range with_second_half(const spotter *s, range r)
{
    range whole = {r.first, r.end + 2};
    bool joined = r.first < r.end && whole.end <= s->d->tokens.n && is_text(s, r.end, "-") && is_capital(s, r.end + 1) &&
                  !tok(s, r.end - 1)->space_after && !tok(s, r.end)->space_after;
    return joined && known(s, whole) ? whole : r;
}

/* The name within a span that the parser took for a place; *look is empty if no list knows it. */
static range read_name(const spotter *s, range r, str *look)
{
    range name = with_second_half(s, trim(s, r)), wide = widen(s, name);
    *look = (str){"", 0};
    if (wide.end > name.end && !known(s, wide)) {
        range bare = without_side(s, wide);
        if (known(s, bare)) wide = bare;
    }
    if (wide.end > name.end || known(s, wide)) name = wide;
    else name = without_side(s, name);
    range ask = known(s, name) ? name : without_kind(s, name);
    if (known(s, ask)) *look = words(s, ask);
    return name;
}

/* ---- names by the parser's kinds ------------------------------------------ */

/* Longest name that begins at `first` and ends before `end`. */
static range longest(const spotter *s, uint32_t first, uint32_t end)
{
    for (uint32_t e = end < first + MAX_NAME ? end : first + MAX_NAME; e > first; e--)
        if (known(s, (range){first, e})) return (range){first, e};
    return (range){first, first};
}

/* Is it a name so well known that it needs no context: a country, a large division, a big town? */
static bool is_prominent(const spotter *s, range r, int64_t people)
{
    candidates c = {0};
    atlas_find(s->a, s->d->mem, words(s, r), &c);
    for (uint32_t i = 0; i < c.n; i++)
        if ((c.at[i].by_hand && strcmp(c.at[i].kind, "facility") != 0) || (!c.at[i].other && c.at[i].level <= LEVEL_ADMIN1) ||
            (!c.at[i].other && c.at[i].level == LEVEL_TOWN && c.at[i].population >= people)) return true;
    return false;
}

static bool has_body_word(const spotter *s, range r)
{
    for (uint32_t i = r.first; i < r.end; i++)
        if (is_word(s, i, WORD_BODY)) return true;
    return false;
}

/* May `name`, a part of the body's or building's name `whole`, be taken for its home? */
static bool is_home(const spotter *s, range name, range whole)
{
    if (tok(s, whole.first)->ent == ENT_GPE && !is_word(s, name.end, WORD_BODY | WORD_ROAD | WORD_BEHIND) && !is_text(s, name.end, "-"))
        return false; /* "New Nantes": one name of one place, which no list has */
    if (is_trusted(s, name) || is_word(s, name.end - 1, WORD_BEHIND) || around_names_country(s, name)) return true;
    bool of_body = has_body_word(s, (range){name.end, whole.end}) || name.first > whole.first;
    return (of_body && is_prominent(s, name, 20000)) || (whole.end - whole.first > 2 && is_prominent(s, name, 1000000));
}

/* Where a body's name tells its home: at its beginning, "University of X", "Watertown-X". */
static bool opens_home(const spotter *s, uint32_t i, range whole)
{
    return i == whole.first || is_text(s, i - 1, "of") || is_text(s, i - 1, "in") || is_text(s, i - 1, "-");
}

/* "Northeast Georgia Medical Center", "Environment Canada": anywhere in the name, if it is well known or a place elsewhere. */
static bool is_known_home(const spotter *s, range name)
{
    return is_capital(s, name.first) && (is_trusted(s, name) || is_prominent(s, name, INT64_MAX));
}

/* "The Goma police department", "University of Michigan": the town inside. */
static void spot_in_body(spotter *s, range r)
{
    for (uint32_t i = r.first; i < r.end; i++) {
        range name = longest(s, i, r.end);
        if (name.end == name.first || (name.first == r.first && name.end == r.end) || around_is_never(s, name)) continue;
        if (!opens_home(s, i, r) && !is_known_home(s, name)) continue;
        range wide = widen(s, name);
        if (wide.end <= r.end && known(s, wide)) name = wide;
        if (is_home(s, name, r)) add(s, name, words(s, name), 0.6, true);
        i = name.end - 1;
    }
}

static void spot_place(spotter *s, range r)
{
    str look;
    range name = read_name(s, r, &look);
    bool placed = around_stands_as_place(s, name);
    if (name.first >= name.end || !is_capital(s, name.first)) return;
    bool doubtful = around_is_person(s, name) || (!look.len && name.end - name.first == 1);
    if (around_is_never(s, name) || around_is_surname(s, name) || (doubtful && !placed)) return;
    if (!look.len) {
        uint32_t before = s->out->n;
        spot_in_body(s, name);
        if (s->out->n > before) return;
    }
    add(s, name, look, look.len ? placed ? 0.97 : 0.9 : 0.4, false);
}

/* A building or a road.  No list knows most of them, but many hold their town's name. */
static void spot_building(spotter *s, range r)
{
    str look;
    uint32_t before = s->out->n;
    range name = read_name(s, r, &look);
    if (name.first >= name.end || !is_capital(s, name.first) || around_is_numbered_road(s, name)) return;
    if (!look.len && !is_word(s, name.end - 1, WORD_ROAD)) spot_in_body(s, name);
    if (s->out->n == before) add(s, name, look, look.len ? 0.7 : 0.4, false);
}

/* "the village of X", "X district", "the villages of X and Y": a place, though no list has it. */
static bool is_called_settlement(const spotter *s, range r)
{
    if (!same_sentence(s, r.first, r.end - 1) || r.end - r.first > 3 || around_is_shouted(s, r)) return false;
    if (r.first > 1 && is_text(s, r.first - 1, "of") && is_word(s, r.first - 2, WORD_SETTLEMENT)) return true;
    if (same_sentence(s, r.first, r.end) && !is_capital(s, r.end) && is_word(s, r.end, WORD_SETTLEMENT)) return true;
    const mention *last = s->out->n ? &s->out->at[s->out->n - 1] : NULL;
    return last && !last->look.len && last->called && last->tok.end + 1 == r.first &&
           (is_text(s, r.first - 1, "and") || is_text(s, r.first - 1, ","));
}

static bool spot_settlement(spotter *s, range r)
{
    if (r.first >= r.end || !is_capital(s, r.first) || around_is_never(s, r) || has_body_word(s, r) || !is_called_settlement(s, r)) return false;
    add(s, r, (str){"", 0}, 0.4, false);
    s->out->at[s->out->n - 1].called = true;
    return true;
}

/* "NATO", "FAO": small places are called like them too. */
static bool is_acronym(const spotter *s, range r)
{
    return r.end - r.first == 1 && tok(s, r.first)->text.len <= 5 && around_is_shouted(s, r) && !around_before_region(s, r) &&
           !around_opens_paragraph(s, r) &&
           !is_prominent(s, r, 1000000);
}

static void spot_body(spotter *s, range r)
{
    r = trim(s, r);
    if (r.first >= r.end) return;
    str look;
    range name = read_name(s, r, &look);
    bool whole = look.len && name.first == r.first && name.end >= r.end && !around_is_never(s, name) && !is_acronym(s, name);
    if (whole && (is_trusted(s, name) || around_stands_as_place(s, name) || is_word(s, name.end - 1, WORD_BEHIND) ||
                  is_prominent(s, name, 300000)))
        add(s, name, look, 0.6, false);
    else if (whole) add_pending(s, name, look);
    else if (look.len || !spot_settlement(s, r)) spot_in_body(s, r);
}

/* A name taken for a person's: a place when it stands as one and no person of the article has it. */
static void spot_person(spotter *s, range r)
{
    str look;
    range name = read_name(s, trim(s, r), &look);
    if (!look.len && spot_settlement(s, name)) return;
    if (name.first >= name.end || !look.len || around_is_never(s, name) || around_is_person(s, name)) return;
    bool typed = is_word(s, name.end - 1, WORD_BEHIND);
    bool placed = around_before_region(s, name) || around_opens_paragraph(s, name) || around_has_place_word(s, name) ||
                  (around_after_preposition(s, name) && !is_text(s, name.first - 1, "to")) ||
                  (around_beside_place(s, name) && (is_text(s, name.end, ",") || is_text(s, name.end, ".") || is_text(s, name.end, "in")));
    if (placed || typed || is_trusted(s, name)) add(s, name, look, 0.6, false);
    else add_pending(s, name, look);
}

static void spot_other(spotter *s, range r)
{
    str look;
    range name = read_name(s, trim(s, r), &look);
    if (!look.len && spot_settlement(s, name)) return;
    if (name.first >= name.end || !look.len || around_is_never(s, name)) return;
    if (around_stands_as_place(s, name)) add(s, name, look, 0.5, false);
    else add_pending(s, name, look);
}

/* The parser may take a list for one name: "Zangilan, Gubadli".  The token behind its first member. */
static uint32_t first_member(const spotter *s, range r)
{
    uint32_t i = r.first;
    while (i < r.end && !is_text(s, i, ",")) i++;
    bool listed = i > r.first && i + 1 < r.end && is_capital(s, i + 1) && known(s, (range){r.first, i}) && !known(s, r);
    return listed ? i : r.end;
}

static void spot_kind(spotter *s, range r, ent kind)
{
    switch (kind) {
    case ENT_GPE: case ENT_LOC: spot_place(s, r); break;
    case ENT_FAC: spot_building(s, r); break;
    case ENT_ORG: spot_body(s, r); break;
    case ENT_PERSON: spot_person(s, r); break;
    case ENT_NORP: case ENT_PRODUCT: case ENT_WORK_OF_ART: case ENT_EVENT: spot_other(s, r); break;
    default: break;
    }
}

static void spot_entity(spotter *s, range r, ent kind)
{
    uint32_t first = r.first;
    for (uint32_t comma = first_member(s, r); comma < r.end; comma = first_member(s, r)) {
        spot_kind(s, (range){r.first, comma}, kind);
        r.first = comma + 1;
    }
    if (r.first == first || known(s, trim(s, r))) spot_kind(s, r, kind);
}

/* ---- words that are no names to the parser --------------------------------- */

static bool may_begin(const spotter *s, uint32_t i)
{
    return tok(s, i)->ent == ENT_NONE && is_capital(s, i) && tok(s, i)->pos == POS_PROPN;
}

/* Gives the token behind what was read. */
static uint32_t spot_words(spotter *s, uint32_t i)
{
    uint32_t end = i;
    while (end < s->d->tokens.n && same_sentence(s, i, end) && may_begin(s, end)) end++;
    range name = longest(s, i, end);
    if (name.end == name.first) return i + 1;
    range wide = widen(s, name);
    bool typed = wide.end > name.end || is_word(s, wide.end - 1, WORD_BEHIND);
    str look = words(s, known(s, wide) ? wide : name);
    if (around_is_never(s, wide) || around_is_person(s, wide)) return wide.end;
    if (typed || is_trusted(s, wide) || around_stands_as_place(s, wide)) add(s, wide, look, 0.6, false);
    else add_pending(s, wide, look);
    return wide.end;
}

static bool follows_place(const spotter *s, uint32_t i)
{
    if (i < 2 || !(is_text(s, i - 1, ",") || is_text(s, i - 1, "("))) return false;
    return is_capital(s, i - 2) && same_sentence(s, i - 2, i);
}

/* "Calif.", "W. Va.": gives the token behind it, `i` if there is none. */
static uint32_t spot_abbreviation(spotter *s, uint32_t i)
{
    candidate c;
    bool behind = false;
    uint32_t end = i + 2;
    if (end > s->d->tokens.n || !atlas_abbreviation(s->a, words(s, (range){i, end}), &c, &behind)) end = i + 1;
    str text = words(s, (range){i, end});
    if (!atlas_abbreviation(s->a, text, &c, &behind) || (behind && !follows_place(s, i))) return i;
    array_push(s->d->mem, *s->out, (mention){.tok = {i, end}, .look = text, .sure = 0.97, .abbreviated = true});
    return end;
}

/* ---- the whole -------------------------------------------------------------- */

/* "D-Ohio", "R-N.C.": a member's party and state. */
static bool spot_member(spotter *s, uint32_t i)
{
    str text = tok(s, i)->text;
    candidate c;
    bool behind;
    if (text.len < 4 || text.ptr[1] != '-' || !strchr("DRI", text.ptr[0])) return false;
    str home = str_slice(text, 2, text.len);
    bool abbreviated = atlas_abbreviation(s->a, home, &c, &behind);
    if (!abbreviated && !atlas_has(s->a, s->d->mem, home)) return false;
    array_push(s->d->mem, *s->out, (mention){.tok = {i, i + 1}, .look = home, .sure = 0.8, .abbreviated = abbreviated});
    return true;
}

/* "the Syrian-Turkish border": in no list, but a place.  Gives the token behind it, `i` if there is none. */
static uint32_t spot_border(spotter *s, uint32_t i)
{
    candidate one, other;
    bool joined = i + 3 < s->d->tokens.n && is_dash(s, i + 1);
    if (!joined || !is_word(s, i + 3, WORD_EDGE) || !same_sentence(s, i, i + 3)) return i;
    if (!atlas_people(s->a, tok(s, i)->text, &one) || !atlas_people(s->a, tok(s, i + 2)->text, &other)) return i;
    add(s, (range){i, i + 4}, (str){"", 0}, 0.9, false);
    s->out->at[s->out->n - 1].border = true;
    return i + 4;
}

static range entity_at(const spotter *s, uint32_t i)
{
    range r = {i, i + 1};
    while (r.end < s->d->tokens.n && tok(s, r.end)->iob == 'I' && tok(s, r.end)->ent != ENT_NONE) r.end++;
    return r;
}

static void collect_person(spotter *s, range r)
{
    if (r.end - r.first < 2) return;
    for (uint32_t i = r.first; i < r.end; i++)
        if (is_capital(s, i)) *map_at(&s->persons, tok(s, i)->text, 1) |= i + 1 == r.end ? 2u : 1u;
}

static void collect_place(spotter *s, range r, int64_t people)
{
    range name = trim(s, r);
    if (!known(s, name) || around_is_never(s, name)) return;
    bool strong = (around_before_region(s, name) && around_is_abbreviation(s, name.end + 1)) ||
                  (around_opens_paragraph(s, name) && around_is_shouted(s, name));
    strong |= people < INT64_MAX && is_prominent(s, name, people);
    if (strong || (people < INT64_MAX && around_stands_as_place(s, name))) trust_as(s, name, strong ? TRUST_STRONG : TRUST_WEAK);
}

static void collect(spotter *s)
{
    for (uint32_t i = 0; i < s->d->tokens.n; i++) {
        if (tok(s, i)->iob != 'B') continue;
        range r = entity_at(s, i);
        if (tok(s, i)->ent == ENT_PERSON) collect_person(s, r);
        if (tok(s, i)->ent == ENT_GPE || tok(s, i)->ent == ENT_LOC) collect_place(s, r, 1000000);
        if (tok(s, i)->ent == ENT_ORG || tok(s, i)->ent == ENT_PERSON) collect_place(s, r, INT64_MAX);
    }
}

static int by_place(const void *a, const void *b)
{
    const mention *x = a, *y = b;
    if (x->tok.first != y->tok.first) return x->tok.first < y->tok.first ? -1 : 1;
    if (x->abbreviated != y->abbreviated) return x->abbreviated ? -1 : 1;
    return (x->tok.end < y->tok.end) - (x->tok.end > y->tok.end);
}

static void drop_overlaps(mentions *m)
{
    uint32_t n = 0;
    if (m->n) qsort(m->at, m->n, sizeof *m->at, by_place);
    for (uint32_t i = 0; i < m->n; i++)
        if (n == 0 || m->at[i].tok.first >= m->at[n - 1].tok.end) m->at[n++] = m->at[i];
    m->n = n;
}

/* Are the two names members of one list: "X and Y", "X, Y", "X, Y and Z"? */
static bool listed_together(const spotter *s, const mention *x, const mention *y)
{
    uint32_t i = x->tok.end;
    if (!same_sentence(s, x->tok.first, y->tok.first)) return false;
    if (is_text(s, i, ",") && i + 1 < y->tok.first) i++;
    return i + 1 == y->tok.first && (is_text(s, i, ",") || is_text(s, i, "and") || is_text(s, i, "or"));
}

/* Takes those in that are listed with a place, or that are a place elsewhere in the text; drops the rest. */
static void settle_pending(spotter *s)
{
    mentions *m = s->out;
    bool again = true;
    for (uint32_t round = 0; again && round < MAX_LIST; round++) {
        again = false;
        for (uint32_t i = 0; i + 1 < m->n; i++) {
            mention *x = &m->at[i], *y = &m->at[i + 1];
            if (x->pending == y->pending || x->inside || y->inside || !listed_together(s, x, y)) continue;
            if ((x->pending ? y : x)->abbreviated) continue;
            x->pending = y->pending = false;
            again = true;
        }
    }
    uint32_t n = 0;
    for (uint32_t i = 0; i < m->n; i++)
        if (!m->at[i].pending) m->at[n++] = m->at[i];
    m->n = n;
}

static void spot_all(spotter *s)
{
    for (uint32_t i = 0; i < s->d->tokens.n;) {
        uint32_t edge = spot_border(s, i);
        if (edge > i) {
            i = edge;
            continue;
        }
        uint32_t end = spot_member(s, i) ? i + 1 : spot_abbreviation(s, i);
        if (end > i && s->out->at[s->out->n - 1].sure < 0.9) {
            i = end;
            continue;
        }
        if (tok(s, i)->iob == 'B' && tok(s, i)->ent != ENT_NONE) spot_entity(s, entity_at(s, i), tok(s, i)->ent);
        else if (end == i && may_begin(s, i)) end = spot_words(s, i);
        i = end > i ? end : i + 1;
    }
    drop_overlaps(s->out);
    settle_pending(s);
}

/* What was found to be a place is one throughout the text; whether there is anything new. */
static bool trust_found(spotter *s)
{
    bool news = false;
    for (uint32_t i = 0; i < s->out->n; i++) {
        const mention *m = &s->out->at[i];
        if (m->inside || m->partial || m->abbreviated || !m->look.len || is_trusted(s, m->tok) || around_is_person(s, m->tok)) continue;
        trust_as(s, m->tok, TRUST_WEAK);
        news = true;
    }
    return news;
}

void toponym_find(mentions *out, const doc *d, const atlas *a)
{
    spotter s = {.d = d, .a = a, .out = out, .trusted = {.mem = d->mem}, .persons = {.mem = d->mem}};
    collect(&s);
    spot_all(&s);
    if (!trust_found(&s)) return;
    out->n = 0;
    spot_all(&s);
}
