/* spot.c: where do names and role nouns stand in the text?
 *
 * The longest known phrase that begins at a token wins, whatever the namer
 * says: it is often wrong about names, and the lists are not. */
#include "base/utf8.h"
#include "who/who_internal.h"

static const token *at(const sight *s, uint32_t i) { return &s->d->tokens.at[i]; }

static str slice(const sight *s, uint32_t first, uint32_t end)
{
    return str_slice(s->d->text, at(s, first)->start, at(s, end - 1)->end);
}

bool spot_capital(str s)
{
    uint32_t cp;
    if (s.len == 0) return false;
    utf8_next(s.ptr, s.ptr + s.len, &cp);
    return utf8_is_upper(cp);
}

static uint32_t head_of(const sight *s, range r)
{
    for (uint32_t i = r.end; i-- > r.first;) {
        const token *t = at(s, i);
        if ((t->head == i || !range_has(r, t->head)) && t->pos != POS_PUNCT && t->dep != DEP_case) return i;
    }
    return r.end - 1;
}

/* ---- names ------------------------------------------------------------ */
static uint32_t fitting(const sight *s, uint32_t p, str text)
{
    while (p != NONE && !roster_fits(s->w, p, text)) p = s->w->phrases.at[p].next;
    return p;
}

/* "President", "Mr.": what may stand before a name without being part of it. */
static bool is_title(const sight *s, uint32_t i)
{
    uint32_t r = map_get(&s->w->role_of, roster_key(s->d->mem, at(s, i)->lower), NONE);
    return r != NONE && (s->w->roles.at[r].kind == ROLE_NOUN || s->w->roles.at[r].kind == ROLE_HONORIFIC);
}

/* "Prince Sultan" of "Prince Sultan bin Salman" is another man. */
static bool goes_on(const token *t)
{
    return str_is(t->lower, "bin") || str_is(t->lower, "ibn") || str_is(t->lower, "bint") || str_is(t->lower, "ould");
}

/* "Jordan" of "Michael Jordan", "Chad" of "Chad Smith": one word of a longer name of a person. */
static bool inside_person(const sight *s, range r, entry_kind kind)
{
    const token *t = at(s, r.first);
    uint32_t sent_end = s->d->sentences.at[t->sent].end, sent_first = s->d->sentences.at[t->sent].first;
    if (kind == ENTRY_PERSON && r.end < sent_end && goes_on(at(s, r.end))) return true;
    if (r.end - r.first > 1 && kind != ENTRY_PERSON) return false;
    bool before = r.first > sent_first && at(s, r.first - 1)->pos == POS_PROPN && at(s, r.first - 1)->head == at(s, r.end - 1)->head;
    bool compound = r.first > sent_first && at(s, r.first - 1)->pos == POS_PROPN && at(s, r.first - 1)->dep == DEP_compound &&
                    range_has(r, at(s, r.first - 1)->head);
    bool joined = r.first > sent_first && t->ent == ENT_PERSON && t->iob == 'I' && at(s, r.first - 1)->ent == ENT_PERSON;
    bool after = r.end < sent_end && at(s, r.end)->ent == ENT_PERSON && at(s, r.end)->iob == 'I' && at(s, r.end)->pos == POS_PROPN &&
                 at(s, r.end - 1)->ent == ENT_PERSON;
    bool family = !spot_capital(t->text) || str_is(t->lower, "ben"); /* "bin Laden" of "Hamza bin Laden" */
    if (kind == ENTRY_PERSON && family && joined && at(s, r.first - 1)->pos == POS_PROPN && !is_title(s, r.first - 1) &&
        s->spot_of[r.first - 1] == NONE) return true;
    if (kind == ENTRY_PERSON)
        return r.end - r.first == 1 && (after || ((compound || (before && joined)) && !is_title(s, r.first - 1) &&
                                                  s->spot_of[r.first - 1] == NONE));
    return t->ent == ENT_PERSON && ((joined && s->spot_of[r.first - 1] == NONE && !is_title(s, r.first - 1)) || after);
}

/* "Freedom Party" of "the Peace and Freedom Party", "National Union" of "the African National Union". */
static bool inside_body(const sight *s, range r)
{
    const token *t = at(s, r.first);
    if (t->iob != 'I' || r.first == 0 || r.end - r.first < 2 || s->spot_of[r.first - 1] != NONE) return false;
    const token *before = at(s, r.first - 1);
    if (before->sent != t->sent || is_title(s, r.first - 1)) return false;
    return before->pos == POS_CCONJ || ((before->pos == POS_PROPN || before->pos == POS_ADJ) && spot_capital(before->text));
}

static bool name_at(sight *s, uint32_t i, uint32_t end, spot *out)
{
    arena *mem = s->d->mem;
    uint32_t most = map_get(&s->w->name_start, roster_first_word(mem, at(s, i)->text), 0);
    bool found = false;
    for (uint32_t j = i + 1; j <= end && j - i <= most; j++) {
        if (at(s, j - 1)->pos == POS_PUNCT) continue; /* folding drops full stops */
        str text = slice(s, i, j);
        uint32_t p = fitting(s, map_get(&s->w->phrase_of, roster_key(mem, text), NONE), text);
        range r = {i, j};
        entry_kind kind = p == NONE ? ENTRY_NOT : s->w->entries.at[s->w->phrases.at[p].entry].kind;
        if (p == NONE || inside_person(s, r, kind) || (kind == ENTRY_BODY && inside_body(s, r))) continue;
        *out = (spot){r, head_of(s, r), p, NONE};
        found = true;
    }
    return found;
}

/* ---- roles ------------------------------------------------------------ */
enum { NAME_REACH = 3000 }; /* tokens back to the name that a bare noun stands for */

/* "the commission", after "the Electoral Commission": the word stood in a name before. */
static bool named_before(const sight *s, uint32_t i)
{
    const token *t = at(s, i);
    uint32_t det = tree_child(s->d, i, DEP_det);
    bool bare = t->tag == TAG_NN && det != NONE && det + 1 == i && str_is(at(s, det)->lower, "the") && tree_prep(s->d, i, "of") == NONE;
    if (!bare || t->dep == DEP_compound || t->dep == DEP_nmod) return false;
    for (uint32_t k = i; k-- > 0 && i - k < NAME_REACH;)
        if (at(s, k)->pos == POS_PROPN && spot_capital(at(s, k)->text) && str_eq(at(s, k)->lower, t->lower)) return true;
    return false;
}

static bool may_head_role(const sight *s, uint32_t i, const role *r)
{
    const token *t = at(s, i);
    if (r->kind == ROLE_HONORIFIC || r->kind == ROLE_NEVER) return false;
    if (r->kind == ROLE_MEASURE) return tree_prep(s->d, i, "of") != NONE && !spot_capital(str_slice(t->text, 1, 2));
    if (r->only_name && !spot_capital(t->text)) return named_before(s, i);
    if (r->only_name) return t->pos == POS_PROPN || t->pos == POS_NOUN;
    return t->pos == POS_NOUN || t->pos == POS_PROPN || (t->pos == POS_ADJ && t->dep != DEP_amod && t->dep != DEP_acomp);
}

/* The lemma, in lower case; lemmas of names keep their plural: "Muslims". */
static str singular(arena *mem, const token *t)
{
    str lemma = str_lower_ascii(mem, t->lemma);
    bool plural = t->pos == POS_PROPN && lemma.len > 4 && lemma.ptr[lemma.len - 1] == 's' && lemma.ptr[lemma.len - 2] != 's';
    return plural ? str_slice(lemma, 0, lemma.len - 1) : lemma;
}

static uint32_t role_of(const sight *s, uint32_t first, uint32_t end)
{
    arena *mem = s->d->mem;
    uint32_t r = map_get(&s->w->role_of, roster_key(mem, slice(s, first, end)), NONE);
    if (r != NONE) return r;
    str lemma = singular(mem, at(s, end - 1));
    if (end - first == 1) return map_get(&s->w->role_of, roster_key(mem, lemma), NONE);
    buf b = {.mem = mem};
    buf_add(&b, str_slice(s->d->text, at(s, first)->start, at(s, end - 1)->start));
    buf_add(&b, lemma);
    return map_get(&s->w->role_of, roster_key(mem, buf_str(&b)), NONE);
}

static uint32_t most_words(const sight *s, uint32_t i)
{
    uint32_t n = map_get(&s->w->role_start, roster_first_word(s->d->mem, at(s, i)->text), 0);
    return n ? n : map_get(&s->w->role_start, roster_first_word(s->d->mem, singular(s->d->mem, at(s, i))), 0);
}

static bool role_at(sight *s, uint32_t i, uint32_t end, spot *out)
{
    uint32_t most = most_words(s, i);
    bool found = false;
    for (uint32_t j = i + 1; j <= end && j - i <= most && s->spot_of[j - 1] == NONE; j++) {
        uint32_t r = at(s, j - 1)->pos == POS_PUNCT ? NONE : role_of(s, i, j);
        range words = {i, j};
        if (r == NONE) continue;
        uint32_t head = head_of(s, words);
        if (!may_head_role(s, head, &s->w->roles.at[r])) continue;
        *out = (spot){words, head, NONE, r};
        found = true;
    }
    return found;
}

/* ---- filling ---------------------------------------------------------- */
static void keep(sight *s, spot p)
{
    array_push(s->d->mem, s->spots, p);
    for (uint32_t i = p.tok.first; i < p.tok.end; i++) s->spot_of[i] = s->spots.n - 1;
}

static void scan(sight *s, bool (*find)(sight *, uint32_t, uint32_t, spot *))
{
    for (uint32_t k = 0; k < s->d->sentences.n; k++) {
        range r = s->d->sentences.at[k];
        for (uint32_t i = r.first; i < r.end;) {
            spot p;
            bool hit = s->spot_of[i] == NONE && find(s, i, r.end, &p);
            if (hit) keep(s, p);
            i = hit ? p.tok.end : i + 1;
        }
    }
}

/* "Abe" is no prime minister where the text tells of another "Joe Abe". */
static void drop_namesakes(sight *s)
{
    map other = {.mem = s->d->mem};
    for (uint32_t i = 1; i < s->d->tokens.n; i++)
        if (s->spot_of[i] == NONE && at(s, i)->ent == ENT_PERSON && at(s, i)->iob == 'I' && at(s, i - 1)->pos == POS_PROPN && !is_title(s, i - 1))
            map_put(&other, at(s, i)->lower, 1);
    for (uint32_t k = 0; k < s->spots.n; k++) {
        spot *p = &s->spots.at[k];
        bool person = p->phrase != NONE && s->w->entries.at[s->w->phrases.at[p->phrase].entry].kind == ENTRY_PERSON;
        if (person && p->tok.end - p->tok.first == 1 && map_get(&other, at(s, p->head)->lower, 0)) s->spot_of[p->head] = NONE;
    }
}

/* "President Mugabe": a surname counts after a title, where no first name stands between. */
static bool surname_at(sight *s, uint32_t i, uint32_t end, spot *out)
{
    (void)end;
    const token *t = at(s, i);
    range self = {i, i + 1};
    if (t->pos != POS_PROPN || i == 0 || at(s, i - 1)->sent != t->sent || at(s, i - 1)->head != i) return false;
    if (!is_title(s, i - 1) && !spot_role(s, i - 1)) return false;
    uint32_t p = fitting(s, map_get(&s->w->surname_of, roster_key(s->d->mem, t->text), NONE), t->text);
    if (p == NONE || (i + 1 < end && at(s, i + 1)->pos == POS_PROPN && at(s, i + 1)->ent == ENT_PERSON)) return false;
    *out = (spot){self, i, p, NONE};
    return true;
}

void spot_fill(sight *s, doc *d, const who *w)
{
    *s = (sight){.w = w, .d = d};
    s->spot_of = arena_array_of(d->mem, uint32_t, d->tokens.n + 1);
    s->place_of = arena_array_of(d->mem, uint32_t, d->tokens.n + 1);
    for (uint32_t i = 0; i <= d->tokens.n; i++) s->spot_of[i] = s->place_of[i] = NONE;
    for (uint32_t k = 0; k < d->places.n; k++)
        for (uint32_t i = d->places.at[k].tok.first; i < d->places.at[k].tok.end; i++) s->place_of[i] = k;
    scan(s, name_at);
    drop_namesakes(s);
    scan(s, role_at);
    scan(s, surname_at);
}

/* ---- asking ----------------------------------------------------------- */
const spot *spot_name(const sight *s, uint32_t tok)
{
    const spot *p = s->spot_of[tok] == NONE ? NULL : &s->spots.at[s->spot_of[tok]];
    return p && p->phrase != NONE ? p : NULL;
}

bool spot_never(const sight *s, uint32_t tok)
{
    uint32_t r = map_get(&s->w->role_of, roster_key(s->d->mem, singular(s->d->mem, at(s, tok))), NONE);
    return r != NONE && s->w->roles.at[r].kind == ROLE_NEVER;
}

const role *spot_role(const sight *s, uint32_t tok)
{
    const spot *p = s->spot_of[tok] == NONE ? NULL : &s->spots.at[s->spot_of[tok]];
    return p && p->role != NONE ? &s->w->roles.at[p->role] : NULL;
}

const entry *spot_entry(const sight *s, const spot *p, int kind)
{
    for (uint32_t k = p->phrase; k != NONE; k = s->w->phrases.at[k].next) {
        const entry *e = &s->w->entries.at[s->w->phrases.at[k].entry];
        if (roster_fits(s->w, k, slice(s, p->tok.first, p->tok.end)) && (kind < 0 || e->kind == (entry_kind)kind)) return e;
    }
    return NULL;
}

bool spot_adjective(const sight *s, const spot *p)
{
    const token *t = at(s, p->head);
    if (!spot_entry(s, p, ENTRY_ADJECTIVE)) return false;
    if (!spot_entry(s, p, ENTRY_PEOPLE)) return !spot_entry(s, p, ENTRY_COUNTRY);
    if (t->tag == TAG_NNS || t->tag == TAG_NNPS) return false;
    return t->dep == DEP_amod || t->dep == DEP_compound || t->dep == DEP_nmod || t->dep == DEP_npadvmod || t->pos == POS_ADJ;
}
