/* columns.c: which columns has a record when it is flat, and what stands in each? */
#include "out/columns.h"
#include <math.h>
#include <stdio.h>

#define TYPES "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"

/* ---- values ------------------------------------------------------------------------- */

static void put_text(cell *out, str s)
{
    out->known = s.len > 0;
    out->text = s;
}

static void put_whole(cell *out, int64_t n)
{
    out->known = n != KEPT_NONE;
    out->whole = n;
}

static void put_number(cell *out, double x)
{
    out->known = !isnan(x);
    out->number = x;
}

static void put_day(cell *out, str s) { out->known = day_parse(s, &out->date); }

static void put_yes(cell *out, bool yes)
{
    out->known = true;
    out->yes = yes;
}

/* ---- lists in one cell --------------------------------------------------------------------- */

/* A word of a list must not hold what parts them. */
static void add_word(buf *out, bool first, str word)
{
    if (!first) buf_byte(out, ';');
    for (uint32_t i = 0; i < word.len; i++) buf_byte(out, word.ptr[i] == ';' ? ',' : word.ptr[i]);
}

/* "ARM/GOV/MIL" */
static str party_code(arena *mem, const kept_party *p)
{
    buf out = {.mem = mem};
    buf_add(&out, p->code);
    if (p->sectors.len) buf_byte(&out, '/');
    for (uint32_t i = 0; i < p->sectors.len; i++) buf_byte(&out, p->sectors.ptr[i] == ';' ? '/' : p->sectors.ptr[i]);
    return buf_str(&out);
}

static void put_codes(cell *out, arena *mem, const kept_parties *list)
{
    buf text = {.mem = mem};
    for (uint32_t i = 0; i < list->n; i++) add_word(&text, i == 0, party_code(mem, &list->at[i]));
    if (list->n) put_text(out, buf_str(&text));
}

/* A party that is only understood has its code. */
static str party_words(arena *mem, const kept_party *p) { return p->name.len ? p->name : p->text.len ? p->text : party_code(mem, p); }

static void put_names(cell *out, arena *mem, const kept_parties *list)
{
    buf text = {.mem = mem};
    for (uint32_t i = 0; i < list->n; i++) add_word(&text, i == 0, party_words(mem, &list->at[i]));
    if (list->n) put_text(out, buf_str(&text));
}

/* "killed=12", "injured=40..", "detained=..3" */
static void put_counts(cell *out, arena *mem, const kept *e)
{
    buf text = {.mem = mem};
    for (uint32_t i = 0; i < e->count.n; i++) {
        const kept_count *c = &e->count.at[i];
        add_word(&text, i == 0, c->what);
        buf_byte(&text, '=');
        if (c->low >= 0) buf_printf(&text, "%lld", (long long)c->low);
        if (c->low != c->high) buf_add(&text, S(".."));
        if (c->high >= 0 && c->low != c->high) buf_printf(&text, "%lld", (long long)c->high);
    }
    if (e->count.n) put_text(out, buf_str(&text));
}

static const kept_count *count_of(const kept *e, const char *what)
{
    for (uint32_t i = 0; i < e->count.n; i++)
        if (str_is(e->count.at[i].what, what)) return &e->count.at[i];
    return NULL;
}

static void put_bound(cell *out, const kept *e, const char *what, bool high)
{
    const kept_count *c = count_of(e, what);
    if (c) put_whole(out, high ? c->high : c->low);
}

/* ---- days --------------------------------------------------------------------------------------- */

static bool ends_month(day d)
{
    ymd date = day_ymd(d);
    return date.day == day_month_length(date.year, date.month);
}

/* A month or a year that the days fill, else a day or the two days. */
static str closed(arena *mem, day first, day last)
{
    ymd a = day_ymd(first), b = day_ymd(last);
    bool same = a.year == b.year;
    if (first == last) return day_print(mem, first);
    if (same && a.month == 1 && a.day == 1 && b.month == 12 && b.day == 31) return str_slice(day_print(mem, first), 0, 4);
    if (same && a.month == b.month && a.day == 1 && ends_month(last)) return str_slice(day_print(mem, first), 0, 7);
    return str_printf(mem, STR_FMT "/" STR_FMT, STR_ARG(day_print(mem, first)), STR_ARG(day_print(mem, last)));
}

str columns_edtf(arena *mem, str first, str last)
{
    day a, b;
    bool from = day_parse(first, &a), until = day_parse(last, &b);
    if (from && until) return closed(mem, a, b);
    if (from) return str_printf(mem, STR_FMT "/..", STR_ARG(first));
    return until ? str_printf(mem, "../" STR_FMT, STR_ARG(last)) : (str){0};
}

/* ---- one function a column ------------------------------------------------------------------------- */

#define GET(name) static void get_##name(cell *out, const kept *e, arena *mem)
#define TEXT(name, value) GET(name) { (void)mem; put_text(out, value); }
#define WHOLE(name, value) GET(name) { (void)mem; put_whole(out, value); }
#define YES(name, value) GET(name) { (void)mem; put_yes(out, value); }
#define DAY(name, value) GET(name) { (void)mem; put_day(out, value); }
#define FIRST(list, field) ((list).n ? (list).at[0].field : (str){0})
#define PARTY(role) \
    TEXT(role##_code, FIRST(e->role, code)) \
    TEXT(role##_sectors, FIRST(e->role, sectors)) \
    TEXT(role##_name, FIRST(e->role, name)) \
    TEXT(role##_text, FIRST(e->role, text)) \
    GET(role##_all) { put_codes(out, mem, &e->role); } \
    GET(role##_names) { put_names(out, mem, &e->role); }
#define NUMBERS(what) \
    GET(what##_low) { (void)mem; put_bound(out, e, #what, false); } \
    GET(what##_high) { (void)mem; put_bound(out, e, #what, true); }

TEXT(id, e->id)
WHOLE(story, e->story)
WHOLE(reports, e->reports)
WHOLE(originals, e->originals)
YES(contested, e->contested)
YES(denied, e->denied)
YES(other_actor, e->other_actor)
YES(other_number, e->other_number)
TEXT(type, e->type)
TEXT(mode, e->mode)
TEXT(context, e->context)
TEXT(cameo, e->cameo)
TEXT(quad, e->quad)
TEXT(status, e->status)
DAY(date_start, e->first)
DAY(date_end, e->last)
GET(date_edtf) { put_text(out, columns_edtf(mem, e->first, e->last)); }
TEXT(date_grain, e->grain)
TEXT(date_basis, e->basis)
TEXT(date_text, e->when_text)
PARTY(actor)
PARTY(recipient)
PARTY(source)
TEXT(source_cue, FIRST(e->source, cue))
TEXT(quote, e->quote)
TEXT(place_name, FIRST(e->place, name))
TEXT(place_text, FIRST(e->place, text))
TEXT(place_kind, FIRST(e->place, kind))
TEXT(country, FIRST(e->place, country))
TEXT(admin1, FIRST(e->place, admin1))
WHOLE(geonameid, e->place.n ? e->place.at[0].geonameid : KEPT_NONE)
GET(lat) { (void)mem; put_number(out, e->place.n ? e->place.at[0].lat : (double)NAN); }
GET(lon) { (void)mem; put_number(out, e->place.n ? e->place.at[0].lon : (double)NAN); }
NUMBERS(killed)
NUMBERS(injured)
NUMBERS(detained)
NUMBERS(participants)
GET(counts) { put_counts(out, mem, e); }
TEXT(trigger, e->trigger)
WHOLE(trigger_start, e->trigger_span.start)
WHOLE(trigger_end, e->trigger_span.end)
TEXT(evidence, e->evidence)
WHOLE(evidence_start, e->evidence_span.start)
WHOLE(evidence_end, e->evidence_span.end)
TEXT(same_as, e->same_as)
GET(confidence) { (void)mem; put_number(out, round(e->confidence * 100) / 100); }
TEXT(doc, e->article.id)
TEXT(outlet, e->article.outlet)
TEXT(title, e->article.title)
TEXT(url, e->article.url)
DAY(published, e->article.published)
TEXT(published_basis, e->article.published_basis)

#define C(name, type, always, values, means) {#name, COLUMN_##type, means, values, always, get_##name}
#define PARTY_COLUMNS(role, who) \
    {#role "_code", COLUMN_TEXT, "ISO 3166-1 alpha-3 of the country that " who " belonged to on the event's own day; IGO, NGO or MNC; " \
     "'---' if there is one whose country is unknown; empty if none is told", NULL, false, get_##role##_code}, \
    {#role "_sectors", COLUMN_LIST, "PLOVER sectors of " who ", primary first", NULL, false, get_##role##_sectors}, \
    {#role "_name", COLUMN_TEXT, "full name of " who, NULL, false, get_##role##_name}, \
    {#role "_text", COLUMN_TEXT, "the article's words for " who, NULL, false, get_##role##_text}, \
    {#role "_all", COLUMN_LIST, "codes of all, in order, each with its sectors: AZE/GOV/MIL", NULL, false, get_##role##_all}, \
    {#role "_names", COLUMN_LIST, "names of all, in the same order; the words of the text where there is no name, the code where there are no words", NULL, false, get_##role##_names}
#define NUMBER_COLUMNS(what, verb) \
    {#what "_low", COLUMN_WHOLE, "least number of people " verb "; empty: not told, or no lower bound", NULL, false, get_##what##_low}, \
    {#what "_high", COLUMN_WHOLE, "greatest number of people " verb "; empty: not told, or no upper bound ('at least 40')", NULL, false, get_##what##_high}

const column columns[] = {
    C(id, TEXT, true, NULL, "identifier of the record: the same text with the same data gives the same one on every machine"),
    C(story, WHOLE, false, NULL, "number of the story within its store: records that tell one act have the same"),
    C(reports, WHOLE, false, NULL, "articles that tell the story"),
    C(originals, WHOLE, false, NULL, "of those, articles that are no near copies of one another"),
    C(contested, YES_NO, true, NULL, "is the story denied, told of other actors, or told with other numbers?"),
    C(denied, YES_NO, true, NULL, "does a source say that it did not happen?"),
    C(other_actor, YES_NO, true, NULL, "is it told of actors of different countries?"),
    C(other_number, YES_NO, true, NULL, "is it told with numbers that cannot both be right?"),
    C(type, TEXT, true, TYPES, "PLOVER event type"),
    C(mode, TEXT, false, NULL, "PLOVER mode: how it was done"),
    C(context, LIST, false, NULL, "PLOVER contexts: what it was about"),
    C(cameo, TEXT, false, NULL, "closest CAMEO code; a text, though it looks like a number: 010 is not 10"),
    C(quad, TEXT, false, NULL, "PLOVER quad category: VERBAL or MATERIAL, COOPERATION or CONFLICT"),
    C(status, TEXT, true, "actual planned demanded denied hypothetical",
      "seen from the innermost source: it happened, is to happen, is called for, did not happen, may happen"),
    C(date_start, DAY, false, NULL, "first day of the act itself; empty: unknown, or an open start. Not the day of the report"),
    C(date_end, DAY, false, NULL, "last day of the act itself, inclusive; empty: unknown, or an open end"),
    C(date_edtf, TEXT, false, NULL, "both as ISO 8601-2 (EDTF level 1): 2020-10-04, 2020-10, 2020, 2020-09-27/2020-11-10, ../2020-10-04"),
    C(date_grain, TEXT, false, "day week month quarter year decade century range", "how fine the days are known"),
    C(date_basis, TEXT, true, "stated relative named published unstated",
      "how the days are known: a date in the text, reckoned from another date, a dated event that the text names, told as news of the "
      "report's day, not at all"),
    C(date_text, TEXT, false, NULL, "the article's words for the time"),
    PARTY_COLUMNS(actor, "the first actor"),
    PARTY_COLUMNS(recipient, "the first recipient"),
    PARTY_COLUMNS(source, "the innermost source"),
    C(source_cue, TEXT, false, NULL, "the source's word of saying: said, denied, claimed. Without a source the outlet tells the act in its own voice"),
    C(quote, TEXT, true, "direct indirect none", "does the act stand inside quotation marks, in reported speech, or in neither?"),
    C(place_name, TEXT, false, NULL, "most specific place of the act, by its name in GeoNames"),
    C(place_text, TEXT, false, NULL, "the article's words for it"),
    C(place_kind, TEXT, false, NULL, "what the place is, hence how exact: city, capital, admin2, admin1, country, region, facility ..."),
    C(country, TEXT, false, NULL, "ISO 3166-1 alpha-3 of the place's country"),
    C(admin1, TEXT, false, NULL, "the place's first-order division"),
    C(geonameid, WHOLE, false, NULL, "the place's number in GeoNames"),
    C(lat, NUMBER, false, NULL, "latitude of the place, WGS84 degrees; of an area, a point within"),
    C(lon, NUMBER, false, NULL, "longitude of the place, WGS84 degrees"),
    NUMBER_COLUMNS(killed, "killed"),
    NUMBER_COLUMNS(injured, "injured"),
    NUMBER_COLUMNS(detained, "detained"),
    NUMBER_COLUMNS(participants, "taking part"),
    C(counts, LIST, false, NULL, "all numbers told of the act: killed=12, injured=40.. (at least), displaced=10..20"),
    C(trigger, TEXT, true, NULL, "the words that carry the act"),
    C(trigger_start, WHOLE, false, NULL, "where they begin: code points from the start of the article's text"),
    C(trigger_end, WHOLE, false, NULL, "where they end"),
    C(evidence, TEXT, false, NULL, "the smallest clause that tells the act"),
    C(evidence_start, WHOLE, false, NULL, "where it begins"),
    C(evidence_end, WHOLE, false, NULL, "where it ends"),
    C(same_as, TEXT, false, NULL, "id of an earlier record of the article that this one tells again"),
    C(confidence, NUMBER, true, NULL, "0 to 1: how likely a careful reader finds the type and both parties right"),
    C(doc, TEXT, true, NULL, "identifier of the article"),
    C(outlet, TEXT, false, NULL, "who published it"),
    C(title, TEXT, false, NULL, "its title"),
    C(url, TEXT, false, NULL, "its address"),
    C(published, DAY, false, NULL, "its day of publication"),
    C(published_basis, TEXT, true, "given dateline inferred unknown", "how that day is known"),
};
const int n_columns = sizeof columns / sizeof *columns;

cell column_get(const column *c, const kept *e, arena *mem)
{
    cell out = {0};
    c->get(&out, e, mem);
    return out;
}

static str number_text(arena *mem, double x)
{
    char text[64];
    int n = snprintf(text, sizeof text, "%.6f", x);
    while (n > 1 && text[n - 1] == '0') n--;
    if (text[n - 1] == '.') n--;
    return str_copy(mem, (str){text, (uint32_t)n});
}

str column_text(const column *c, const cell *v, arena *mem)
{
    if (!v->known) return (str){0};
    switch (c->type) {
    case COLUMN_TEXT: case COLUMN_LIST: return v->text;
    case COLUMN_WHOLE: return str_printf(mem, "%lld", (long long)v->whole);
    case COLUMN_NUMBER: return number_text(mem, v->number);
    case COLUMN_DAY: return day_print(mem, v->date);
    case COLUMN_YES_NO: return v->yes ? S("true") : S("false");
    }
    return (str){0};
}
