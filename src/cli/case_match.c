/* case_match.c: does a document hold what a golden case expects? */
#include "cli/case.h"
#include "out/out.h"

/* ---- texts --------------------------------------------------------------------- */

/* Equal but for case and quotation marks; " ... " stands for anything. */
static bool same_text(str wanted, str got)
{
    wanted = case_unquote(wanted);
    for (uint32_t i = 0; i + 5 <= wanted.len; i++)
        if (memcmp(wanted.ptr + i, " ... ", 5) == 0) {
            str head = str_slice(wanted, 0, i), tail = str_slice(wanted, i + 5, wanted.len);
            return got.len >= head.len + tail.len && str_eq_fold(head, str_slice(got, 0, head.len)) &&
                   str_eq_fold(tail, str_slice(got, got.len - tail.len, got.len));
        }
    return str_eq_fold(wanted, got);
}

static bool has_sectors(const party_want *w, const char sector[MAX_SECTORS][4])
{
    for (uint32_t i = 0; i < w->sector.n; i++) {
        bool found = false;
        for (int k = 0; k < MAX_SECTORS && sector[k][0]; k++) found = found || str_is(w->sector.at[i], sector[k]);
        if (!found) return false;
    }
    return true;
}

static bool same_code(str wanted, const char *code)
{
    return str_is(wanted, code[0] ? code : "---");
}

/* ---- parties --------------------------------------------------------------------- */

static bool party_fits(const party_want *w, const party *p)
{
    if (w->code.len && !same_code(w->code, p->code)) return false;
    if (w->text.len && !same_text(w->text, p->text) && !same_text(w->text, p->name)) return false;
    return has_sectors(w, p->sector);
}

/* Every wanted party is there, each another one, and no more unless allowed. */
static bool parties_fit(const parties_want *w, const parties *got)
{
    if (w->anybody) return true;
    if (w->nobody) return got->n == 0;
    uint64_t taken = 0;
    for (uint32_t i = 0; i < w->list.n; i++) {
        uint32_t k = 0;
        while (k < got->n && k < 64 && (taken >> k & 1 || !party_fits(&w->list.at[i], &got->at[k]))) k++;
        if (k == got->n || k == 64) return false;
        taken |= (uint64_t)1 << k;
    }
    return w->more || got->n == w->list.n;
}

static bool chain_fits(const want *w, const parties *got)
{
    if (w->any_chain && !w->chain.n) return true;
    if (w->any_chain ? got->n < w->chain.n : got->n != w->chain.n) return false;
    for (uint32_t i = 0; i < w->chain.n; i++) {
        parties one = {.at = &got->at[i], .n = 1};
        if (!parties_fit(&w->chain.at[i], &one)) return false;
    }
    return true;
}

/* ---- an event's keys --------------------------------------------------------------- */

static bool when_fits(str value, const event *e)
{
    day first, last;
    if (str_is(value, "unstated")) return e->first == DAY_NONE && e->last == DAY_NONE;
    return case_days(value, &first, &last) && e->first == first && e->last == last;
}

static bool place_named(str wanted, const doc *d, const place *p)
{
    long id;
    if (str_to_int(wanted, &id)) return id == (long)p->geonameid;
    return same_text(wanted, doc_words(d, p->tok)) || same_text(wanted, p->name);
}

static bool where_fits(str value, const doc *d, const event *e)
{
    if (str_is(value, "-")) return e->where.n == 0;
    for (str part; str_cut(&value, '+', &part);) {
        uint32_t i = 0;
        while (i < e->where.n && !place_named(part, d, &d->places.at[e->where.at[i]])) i++;
        if (i == e->where.n) return false;
    }
    return true;
}

static bool context_fits(str value, const event *e)
{
    for (uint32_t i = 0; i < e->context.n; i++)
        if (str_is(value, e->context.at[i])) return true;
    return false;
}

/* "killed=12", "killed=40..", "injured=10..20" */
static bool count_fits(str value, const event *e)
{
    str what, low;
    long n = -1, m = -1;
    str_cut(&value, '=', &what);
    bool range_given = str_cut(&value, '.', &low) && value.len;
    if (low.len && !str_to_int(low, &n)) return false;
    if (!range_given) m = n;
    else if (value.len > 1 && !str_to_int(str_slice(value, 1, value.len), &m)) return false;
    for (uint32_t i = 0; i < e->counts.n; i++)
        if (str_is(what, e->counts.at[i].what) && e->counts.at[i].low == n && e->counts.at[i].high == m) return true;
    return false;
}

static bool is_status(str word)
{
    for (int s = STATUS_ACTUAL; s <= STATUS_HYPOTHETICAL; s++)
        if (str_is(word, status_name((status)s))) return true;
    return false;
}

static bool key_fits(str key, str value, const doc *d, const event *e)
{
    if (str_is(key, "when")) return when_fits(value, e);
    if (str_is(key, "where")) return where_fits(value, d, e);
    if (str_is(key, "basis")) return str_is(value, basis_name(e->basis));
    if (str_is(key, "status")) return str_is(value, status_name(e->status));
    if (str_is(key, "quote")) return str_is(value, quote_name(e));
    if (str_is(key, "context")) return context_fits(value, e);
    if (str_is(key, "cameo")) return str_is(value, e->cameo ? e->cameo : "");
    if (str_is(key, "trigger")) return same_text(value, doc_words(d, e->trigger));
    if (str_is(key, "count")) return count_fits(value, e);
    if (str_is(key, "retold")) return str_is(value, e->same_as == NONE ? "no" : "yes");
    return false;
}

static bool keys_fit(const want *w, const doc *d, const event *e)
{
    for (uint32_t i = 3; i < w->word.n; i++) {
        if (is_status(w->word.at[i])) {
            if (!str_is(w->word.at[i], status_name(e->status))) return false;
        } else {
            if (i + 1 >= w->word.n || !key_fits(w->word.at[i], w->word.at[i + 1], d, e)) return false;
            i++;
        }
    }
    return true;
}

static bool event_fits(const doc *d, const want *w, const event *e)
{
    if (!str_is(w->type, "*") && !str_is(w->type, e->type)) return false;
    if (w->mode.len && !str_is(w->mode, "*") && !str_is(w->mode, e->mode ? e->mode : "")) return false;
    return parties_fit(&w->who, &e->actor) && parties_fit(&w->whom, &e->recipient) && chain_fits(w, &e->according_to) &&
           keys_fit(w, d, e);
}

bool case_signs(const golden *g, const event *e)
{
    for (uint32_t k = 0; k < g->wants.n; k++) {
        const want *w = &g->wants.at[k];
        bool type = w->kind == WANT_EVENT && !w->negated && (str_is(w->type, "*") || str_is(w->type, e->type));
        if (type && parties_fit(&w->who, &e->actor) && parties_fit(&w->whom, &e->recipient)) return true;
    }
    return false;
}

static bool event_held(const doc *d, const want *w)
{
    for (uint32_t i = 0; i < d->events.n; i++)
        if (event_fits(d, w, &d->events.at[i])) return true;
    return false;
}

/* Is every event, but second tellings, one that some line of the case names? */
static bool only_those(const doc *d, const golden *all)
{
    for (uint32_t i = 0; i < d->events.n; i++) {
        bool named = d->events.at[i].same_as != NONE;
        for (uint32_t k = 0; k < all->wants.n && !named; k++) {
            const want *w = &all->wants.at[k];
            named = w->kind == WANT_EVENT && !w->negated && event_fits(d, w, &d->events.at[i]);
        }
        if (!named) return false;
    }
    return true;
}

/* ---- the other rooms ------------------------------------------------------------------ */

/* First word behind the phrase and an optional "=". */
static uint32_t values_from(const want *w) { return w->word.n > 1 && str_is(w->word.at[1], "=") ? 2 : 1; }

static bool is_timex_type(str word)
{
    for (int t = TIMEX_DATE; t <= TIMEX_SET; t++)
        if (str_is(word, timex_name((timex_type)t))) return true;
    return false;
}

static bool has_dots(str s)
{
    for (uint32_t i = 0; i + 1 < s.len; i++)
        if (s.ptr[i] == '.' && s.ptr[i + 1] == '.') return true;
    return false;
}

static bool time_value_fits(str word, const timex *t)
{
    day first, last;
    if (is_timex_type(word)) return str_is(word, timex_name(t->type));
    if (has_dots(word)) return case_days(word, &first, &last) && t->first == first && t->last == last;
    return str_eq(word, t->value);
}

static bool some_time_fits(const doc *d, str value)
{
    for (uint32_t i = 0; i < d->times.n; i++)
        if (time_value_fits(value, &d->times.at[i])) return true;
    return false;
}

/* `time *`: each value belongs to some phrase, whichever. */
static bool times_held(const doc *d, const want *w)
{
    for (uint32_t k = values_from(w); k < w->word.n; k++)
        if (!some_time_fits(d, w->word.at[k])) return false;
    return d->times.n > 0;
}

static bool time_held(const doc *d, const want *w)
{
    if (str_is(w->word.at[0], "*")) return times_held(d, w);
    for (uint32_t i = 0; i < d->times.n; i++) {
        const timex *t = &d->times.at[i];
        bool fits = same_text(w->word.at[0], str_slice(d->text, t->span.first, t->span.end));
        for (uint32_t k = values_from(w); k < w->word.n && fits; k++) fits = time_value_fits(w->word.at[k], t);
        if (fits) return true;
    }
    return false;
}

/* "586523", "Ganja/AZE", "Ganja", "/AZE", "?" */
static bool place_value_fits(str word, const place *p)
{
    long id;
    str name, country = case_unquote(word);
    if (str_is(word, "?")) return !p->name.len;
    if (str_to_int(country, &id)) return id == (long)p->geonameid;
    str_cut(&country, '/', &name);
    return (!name.len || same_text(name, p->name)) && (!country.len || str_is(country, p->country));
}

static bool place_held(const doc *d, const want *w)
{
    for (uint32_t i = 0; i < d->places.n; i++) {
        const place *p = &d->places.at[i];
        bool fits = str_is(w->word.at[0], "*") || same_text(w->word.at[0], doc_words(d, p->tok));
        for (uint32_t k = values_from(w); k < w->word.n && fits; k++) fits = place_value_fits(w->word.at[k], p);
        if (fits) return true;
    }
    return false;
}

static bool actor_value_fits(str word, bool first, const actor *a)
{
    party_want sectors = {.sector = {.at = &word, .n = 1}};
    if (word.len && word.ptr[0] == '"') return same_text(word, a->name);
    return first ? same_code(word, a->code) : has_sectors(&sectors, a->sector);
}

static bool actor_held(const doc *d, const want *w)
{
    for (uint32_t i = 0; i < d->actors.n; i++) {
        const actor *a = &d->actors.at[i];
        uint32_t from = values_from(w);
        bool fits = str_is(w->word.at[0], "*") || same_text(w->word.at[0], doc_words(d, a->tok));
        for (uint32_t k = from; k < w->word.n && fits; k++) fits = actor_value_fits(w->word.at[k], k == from, a);
        if (fits) return true;
    }
    return false;
}

/* ---- attributions ------------------------------------------------------------------------ */

static str pieces(const doc *d, const ranges *list)
{
    buf out = {.mem = d->mem};
    for (uint32_t i = 0; i < list->n; i++) {
        if (i) buf_byte(&out, ' ');
        buf_add(&out, doc_words(d, list->at[i]));
    }
    return buf_str(&out);
}

static bool piece_fits(str wanted, const doc *d, const ranges *got)
{
    if (str_is(wanted, "*")) return true;
    if (str_is(wanted, "-")) return got->n == 0;
    return same_text(wanted, pieces(d, got));
}

static bool said_word_fits(str word, const doc *d, const attribution *a)
{
    if (str_is(word, said_name(a->kind)) || str_is(word, stance_name(a->stance)) || str_is(word, a->speech ? "speech" : "attitude"))
        return true;
    if (str_is(word, "not-said")) return a->stance == STANCE_NOT_SAID;
    if (a->speaker == NONE) return false;
    const actor *who = &d->actors.at[a->speaker];
    party_want w = {0};
    str code = word;
    str_cut(&code, '/', &w.code);
    w.sector.at = &code;
    w.sector.n = code.len ? 1 : 0;
    return same_code(w.code, who->code) && has_sectors(&w, who->sector);
}

static bool said_held(const doc *d, const want *w)
{
    for (uint32_t i = 0; i < d->attributions.n; i++) {
        const attribution *a = &d->attributions.at[i];
        const ranges *part[] = {&a->source, &a->cue, &a->content};
        uint32_t bars = 0;
        bool fits = true;
        for (uint32_t k = 0; k < w->word.n && fits; k++) {
            str word = w->word.at[k];
            if (str_is(word, "|")) bars++;
            else if (bars < 3) fits = piece_fits(word, d, part[bars]);
            else fits = said_word_fits(word, d, a);
        }
        if (fits) return true;
    }
    return false;
}

static bool published_held(const doc *d, const want *w)
{
    str shown = day_print(d->mem, d->article.published);
    bool same = str_is(w->word.at[0], "-") ? !shown.len : str_eq(w->word.at[0], shown);
    return same && (w->word.n < 2 || str_is(w->word.at[1], published_name(d->article.basis)));
}

bool case_holds(const doc *d, const want *w, const golden *all)
{
    bool held = false;
    switch (w->kind) {
    case WANT_EVENT: held = event_held(d, w); break;
    case WANT_TIME: held = time_held(d, w); break;
    case WANT_PLACE: held = place_held(d, w); break;
    case WANT_ACTOR: held = actor_held(d, w); break;
    case WANT_SAID: held = said_held(d, w); break;
    case WANT_PUBLISHED: held = published_held(d, w); break;
    case WANT_ONLY: held = only_those(d, all); break;
    case WANT_KINDS: break;
    }
    return held != w->negated;
}
