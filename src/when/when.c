/* when/when.c: the room's two doors.  Loads its data once; for each document
 * scans the text, finds the phrases, and reckons them in text order. */
#include "when/when_internal.h"

int when_load(when **out, arena *mem, const dataset *data, fail *f)
{
    when *w = arena_new_of(mem, when);
    int code = holidays_load(&w->holidays, mem, data, f);
    if (!code)
        code = grammar_load(&w->grammar, mem, data, &w->holidays, f);
    if (!code)
        code = named_load(&w->named, mem, data, f);
    *out = w;
    return code;
}

static uint32_t *tokens_of_atoms(const doc *d, const atoms *a)
{
    uint32_t *at = arena_array_of(d->mem, uint32_t, a->n + 1), t = 0;
    for (uint32_t i = 0; i < a->n; i++) {
        while (t < d->tokens.n && d->tokens.at[t].end <= a->at[i].start)
            t++;
        at[i] = t < d->tokens.n && d->tokens.at[t].start < a->at[i].end ? t : NONE;
    }
    return at;
}

enum { LONG_AGO = 10 };                   /* years */

/* A passage of a history: its first date has a year long ago, and no later one is near. */
static bool opens_long_ago(const matches *m, int32_t now)
{
    int32_t first = UNSET, latest = UNSET;
    for (uint32_t i = 0; i < m->n; i++) {
        slots s = anchor_slots(m->at[i], 0);
        bool dated = s.at[SLOT_month] != UNSET || s.at[SLOT_season] != UNSET;
        if (first == UNSET && s.at[SLOT_year] == UNSET && dated)
            return false;
        if (s.at[SLOT_year] == UNSET)
            continue;
        first = first == UNSET ? s.at[SLOT_year] : first;
        latest = s.at[SLOT_year] > latest ? s.at[SLOT_year] : latest;
    }
    return now != UNSET && first != UNSET && latest < now - LONG_AGO;
}

/* A history tells more years long past than days near its own. */
static bool is_narrative(const doc *d, const matches *m)
{
    uint32_t past = 0, near = 0;
    int32_t now = d->article.published == DAY_NONE ? UNSET : day_ymd(d->article.published).year;
    for (uint32_t i = 0; i < m->n; i++) {
        slots s = anchor_slots(m->at[i], 0);
        if (s.at[SLOT_year] != UNSET)
            past += now != UNSET && s.at[SLOT_year] < now - 1;
        else
            near += s.at[SLOT_weekday] != UNSET || (s.at[SLOT_from] == FROM_published && s.at[SLOT_unit] <= UNIT_week && s.at[SLOT_unit] != UNSET);
    }
    return (past >= 3 && !near) || (!near && opens_long_ago(m, now)) || (past >= 6 && past > 4 * near);
}

/* "8 November - Shusha victory": the day just before a named event, told without
 * a year, is the event's. */
static void give_year(doc *d, const named_hit *hit)
{
    timex *t = d->times.n ? &d->times.at[d->times.n - 1] : NULL;
    if (!t || t->names_event || t->grain != GRAIN_DAY || hit->what->first != hit->what->last || hit->span.first - t->span.end > 8)
        return;
    ymd told = day_ymd(t->first), known = day_ymd(hit->what->first);
    bool with_year = t->span.end - t->span.first > 4 && str_find(str_slice(d->text, t->span.first, t->span.end),
                                                                 str_printf(d->mem, "%d", told.year)) < t->span.end - t->span.first;
    if (told.month != known.month || told.day != known.day || with_year)
        return;
    t->first = t->last = hit->what->first;
    t->value = day_print(d->mem, t->first);
}

static void add_named(doc *d, const atoms *a, const uint32_t *token_at, const named_hit *hit)
{
    give_year(d, hit);
    timex *t = array_add(d->mem, d->times);
    uint32_t lo = 0, hi = a->n;
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        if (a->at[mid].start < hit->span.first)
            lo = mid + 1;
        else
            hi = mid;
    }
    *t = (timex){.span = hit->span, .type = TIMEX_DATE, .first = hit->what->first, .last = hit->what->last,
                 .basis = BASIS_NAMED, .anchor = NONE, .names_event = true, .actor = hit->what->actor, .recipient = hit->what->recipient, .why = hit->what->why};
    t->grain = t->first == t->last ? GRAIN_DAY : GRAIN_RANGE;
    t->value = t->first == t->last ? day_print(d->mem, t->first)
             : str_printf(d->mem, STR_FMT "/" STR_FMT, STR_ARG(day_print(d->mem, t->first)), STR_ARG(day_print(d->mem, t->last)));
    t->tok = (range){token_at[lo], token_at[lo]};
    while (lo < a->n && a->at[lo].start < hit->span.end)
        t->tok.end = token_at[lo++] + 1;
    if (t->tok.first == NONE || t->tok.end == 0)
        t->tok = (range){0, 0};
}

/* The same time in a year nearby. */
static void move_year(doc *d, timex *t, int32_t by)
{
    int32_t year = day_ymd(t->first).year + by;
    if (year < 1 || year > 9999 || t->value.len < 7)
        return;
    t->value = str_printf(d->mem, "%04d" STR_FMT, year, STR_ARG(str_slice(t->value, 4, t->value.len)));
    t->first = day_shift(t->first, by, UNIT_year);
    t->last = day_shift(t->last, by, UNIT_year);
}

/* "from October to March": one of the two is in a year nearby.  News has the
 * beginning behind it, a history the one that is nearer to what it told before. */
static void turn_of_year(const reckoner *r, const match *m, uint32_t first)
{
    doc *d = r->d;
    if (d->times.n != first + 2 || m->slots.at[SLOT_year] != UNSET || m->slots.at[SLOT_month] == UNSET)
        return;
    timex *from = &d->times.at[first], *to = from + 1;
    if (from->first == DAY_NONE || to->last == DAY_NONE || to->last >= from->first || from->first - to->last > 366)
        return;
    bool ahead = false;
    if (from->anchor != NONE && from->anchor < first) {
        const timex *before = &d->times.at[from->anchor];
        day on = from->first - before->last, back = before->first - to->last;
        ahead = on <= 0 || on < back;
    }
    move_year(d, ahead ? to : from, ahead ? 1 : -1);
}

/* The whole of "from 1914 to 1918" stands before its two ends. */
static void add_range(reckoner *r, uint32_t first)
{
    doc *d = r->d;
    uint32_t end = d->times.n;
    if (end < first + 2 || d->times.at[first].first == DAY_NONE || d->times.at[end - 1].last < d->times.at[first].first)
        return;
    timex whole = d->times.at[first];
    const timex *last = &d->times.at[end - 1];
    whole.span.end = last->span.end;
    whole.tok.end = last->tok.end;
    whole.last = last->last;
    whole.grain = GRAIN_RANGE;
    whole.names_event = true;
    whole.value = str_printf(d->mem, STR_FMT "/" STR_FMT, STR_ARG(whole.value), STR_ARG(last->value));
    array_room(d->mem, d->times);
    memmove(&d->times.at[first + 1], &d->times.at[first], (end - first) * sizeof whole);
    d->times.at[first] = whole;
    d->times.n++;
    for (uint32_t i = first + 1; i <= end; i++)
        if (d->times.at[i].anchor != NONE && d->times.at[i].anchor >= first)
            d->times.at[i].anchor++;
    uint32_t *const marks[] = {&r->last_any, &r->last_story, &r->last_told, &r->last_day, &r->sentence_day, &r->ended};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (*marks[i] != NONE && *marks[i] >= first)
            ++*marks[i];
}

static void add_match(reckoner *r, const match *m)
{
    uint32_t first = r->d->times.n, spans = 0;
    while (spans < MAX_SPANS && m->span[spans].end > m->span[spans].first)
        spans++;
    for (uint32_t k = 0; k < spans; k++)
        anchor_add(r, m, k);
    if (spans > 1 && r->last_story != NONE && r->last_story > first && r->d->times.at[first].grain == GRAIN_YEAR)
        r->last_any = r->last_story = first; /* "1861-1863": the text goes on from the first */
    if (m->phrase->range) {
        turn_of_year(r, m, first);
        add_range(r, first);
    }
}

/* "October" of the October Revolution is no October near the text; a year or a
 * length in a name ("the 1973 coup", "the Six-Day War") is what it says. */
static bool is_part_of_name(const match *m, const atoms *a, range name)
{
    bool inside = a->at[m->first].start >= name.first && a->at[m->end - 1].end <= name.end;
    slots s = anchor_slots(m, 0);
    return inside && s.at[SLOT_year] == UNSET && s.at[SLOT_number] == UNSET;
}

enum { LONG_AGO_DAYS = 10 * 365, HEAD_SENTENCES = 2 };

/* Are all days that the text tells long past, and does it begin with one?  What
 * has no day in it is no news either. */
static void find_history(doc *d)
{
    bool begins = false;
    d->history = false;
    d->history_end = DAY_NONE;
    for (uint32_t t = 0; t < d->times.n && d->article.published != DAY_NONE; t++) {
        const timex *x = &d->times.at[t];
        if (x->last == DAY_NONE && x->first == DAY_NONE) continue;
        if (x->last == DAY_NONE || x->last + LONG_AGO_DAYS > d->article.published) return;
        if (d->history_end == DAY_NONE || x->last > d->history_end) d->history_end = x->last;
        begins |= x->basis == BASIS_STATED && x->tok.first < d->tokens.n && d->tokens.at[x->tok.first].sent < HEAD_SENTENCES;
    }
    d->history = begins;
}

void when_fill(doc *d, const when *w)
{
    atoms a = scan_text(d->mem, d->text, &w->grammar.words);
    uint32_t *token_at = tokens_of_atoms(d, &a);
    matches found = phrase_find(d->mem, &w->grammar, &a, d, token_at);
    named_hits names = named_find(d->mem, &w->named, d->text);
    infer_published(d, &a, &found, &names);
    reckoner r = {.d = d, .w = w, .a = &a, .token_at = token_at, .published = d->article.published,
                  .last_any = NONE, .last_story = NONE, .last_told = NONE, .last_day = NONE, .sentence_day = NONE, .ended = NONE};
    r.narrative = is_narrative(d, &found);
    for (uint32_t i = 0, k = 0; i < found.n || k < names.n;) {
        bool named_next = k < names.n && (i == found.n || names.at[k].span.first <= a.at[found.at[i]->first].start);
        if (named_next)
            add_named(d, &a, token_at, &names.at[k++]);
        else if (k > 0 && is_part_of_name(found.at[i], &a, names.at[k - 1].span))
            i++;
        else
            add_match(&r, found.at[i++]);
    }
    beside_settle(d);
    find_history(d);
}
