/* brat.c: how do the findings of an article look in brat's standoff form?
 *
 * Text-bound words (T), events with roles (E), who says so (R), attributes (A)
 * and notes (#).  Positions are code points of the text.  A line of brat cannot
 * hold a line end: words that go over one are told in pieces.
 */
#include "out/export.h"

typedef struct bound { const char *type; kept_spans span; } bound;
typedef struct tie { const char *type; uint32_t from, to; } tie;
typedef struct sheet {
    buf *out;
    str text;
    uint32_t *byte_of;                    /* of every 64th code point */
    uint32_t points;
    array(bound) bounds;                  /* T1, T2 ... */
    array(tie) ties;                      /* R1, R2 ... between words */
    uint32_t events, relations, attributes, notes;
} sheet;
enum { STEP = 64 };

static const char types[] = "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
                            "MOBILIZE COERCE ASSAULT";

static const char plover_modes[] =
    "visit third-party multilateral phone withdraw release disarm ceasefire access resign assist change yield meet "
    "disapprove investigate allege restrict arrest relations expel territory violence demo riot strike hunger boycott "
    "obstruct vandalize convict discontinue troops weapons police militia seize censor curfew martial-law deport "
    "withhold misinformation cyber abduct beat torture sexual targeted destroy primitive firearms explosives "
    "suicide-attack aerial drone heavy-weapons crowd-control unconventional";

/* ---- positions -------------------------------------------------------------------------- */

static bool begins_point(char c) { return ((unsigned char)c & 0xC0) != 0x80; }

static void index_points(sheet *s)
{
    s->byte_of = arena_array_of(s->out->mem, uint32_t, s->text.len / STEP + 2);
    for (uint32_t i = 0; i < s->text.len; i++) {
        if (!begins_point(s->text.ptr[i])) continue;
        if (s->points % STEP == 0) s->byte_of[s->points / STEP] = i;
        s->points++;
    }
}

static uint32_t byte_at(const sheet *s, int64_t point)
{
    if (point >= s->points) return s->text.len;
    uint32_t i = s->byte_of[point / STEP];
    for (int64_t k = point % STEP; k > 0; k--)
        for (i++; i < s->text.len && !begins_point(s->text.ptr[i]);) i++;
    return i;
}

static str words_at(const sheet *s, kept_span at)
{
    return str_slice(s->text, byte_at(s, at.start), byte_at(s, at.end));
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/* The pieces of a span between its line ends, without blanks at their ends. */
static void add_pieces(sheet *s, kept_spans *out, kept_span whole)
{
    str text = words_at(s, whole);
    int64_t point = whole.start, first = whole.start, last = whole.start; /* of the piece that is open */
    for (uint32_t i = 0; i <= text.len; i++) {
        bool ends = i == text.len || text.ptr[i] == '\n' || text.ptr[i] == '\r';
        if (ends) {
            if (last > first) array_push(s->out->mem, *out, (kept_span){first, last});
            first = last = ++point;
        } else if (begins_point(text.ptr[i])) {
            bool blank = is_blank(text.ptr[i]);
            if (blank && last == first) first = last = point + 1;
            else if (!blank) last = point + 1;
            point++;
        }
    }
}

/* ---- T: words ------------------------------------------------------------------------------ */

static bool same_spans(const kept_spans *a, const kept_spans *b)
{
    bool same = a->n == b->n;
    for (uint32_t i = 0; same && i < a->n; i++) same = a->at[i].start == b->at[i].start && a->at[i].end == b->at[i].end;
    return same;
}

static void put_bound(sheet *s, const bound *b)
{
    buf_printf(s->out, "T%u\t%s ", s->bounds.n, b->type);
    for (uint32_t i = 0; i < b->span.n; i++)
        buf_printf(s->out, "%s%lld %lld", i ? ";" : "", (long long)b->span.at[i].start, (long long)b->span.at[i].end);
    buf_byte(s->out, '\t');
    for (uint32_t i = 0; i < b->span.n; i++) {
        if (i) buf_byte(s->out, ' ');
        str words = words_at(s, b->span.at[i]);
        for (uint32_t k = 0; k < words.len; k++) buf_byte(s->out, words.ptr[k] == '\t' ? ' ' : words.ptr[k]);
    }
    buf_byte(s->out, '\n');
}

/* The number of T for these words, made if it is new unless `own`; 0 if there are no words. */
static uint32_t bind_spans(sheet *s, const char *type, const kept_spans *given, bool own)
{
    bound b = {.type = type};
    for (uint32_t i = 0; i < given->n; i++)
        if (given->at[i].start >= 0 && given->at[i].end > given->at[i].start) add_pieces(s, &b.span, given->at[i]);
    if (!b.span.n) return 0;
    for (uint32_t i = 0; i < s->bounds.n && !own; i++)
        if (strcmp(s->bounds.at[i].type, type) == 0 && same_spans(&s->bounds.at[i].span, &b.span)) return i + 1;
    array_push(s->out->mem, s->bounds, b);
    put_bound(s, &b);
    return s->bounds.n;
}

static uint32_t bind_span(sheet *s, const char *type, kept_span span, bool own)
{
    kept_spans one = {.at = &span, .n = 1, .cap = 1};
    return bind_spans(s, type, &one, own);
}

/* ---- notes and attributes ------------------------------------------------------------------------ */

static void put_note(sheet *s, char kind, uint32_t of, str text)
{
    if (!of || !text.len) return;
    buf_printf(s->out, "#%u\tAnnotatorNotes %c%u\t", ++s->notes, kind, of);
    tabbed_cell(s->out, text);
    buf_byte(s->out, '\n');
}

static void put_attribute(sheet *s, const char *name, uint32_t of, str value)
{
    if (value.len) buf_printf(s->out, "A%u\t%s E%u " STR_FMT "\n", ++s->attributes, name, of, STR_ARG(value));
}

/* ---- R: who says so ---------------------------------------------------------------------------------- */

static void put_relation(sheet *s, const char *type, char kind, uint32_t from, uint32_t to)
{
    if (from && to) buf_printf(s->out, "R%u\t%s Arg1:%c%u Arg2:T%u\n", ++s->relations, type, kind, from, to);
}

/* Between words: once, however many events stand on it. */
static void put_tie(sheet *s, const char *type, uint32_t from, uint32_t to)
{
    tie one = {type, from, to};
    if (!from || !to || from == to) return;
    for (uint32_t i = 0; i < s->ties.n; i++)
        if (strcmp(s->ties.at[i].type, type) == 0 && s->ties.at[i].from == from && s->ties.at[i].to == to) return;
    array_push(s->out->mem, s->ties, one);
    put_relation(s, type, 'T', from, to);
}

/* ---- E: events ------------------------------------------------------------------------------------------ */

/* " Actor:T2", the second " Actor2:T5". */
static void add_role(buf *line, const char *role, uint32_t *n, uint32_t at)
{
    if (!at) return;
    ++*n;
    if (*n == 1) buf_printf(line, " %s:T%u", role, at);
    else buf_printf(line, " %s%u:T%u", role, *n, at);
}

static str party_note(arena *mem, const kept_party *p)
{
    return str_printf(mem, STR_FMT "%s" STR_FMT "%s" STR_FMT, STR_ARG(p->code), p->sectors.len ? "/" : "", STR_ARG(p->sectors),
                      p->name.len ? " " : "", STR_ARG(p->name));
}

static uint32_t bind_noted(sheet *s, const char *type, kept_span span, str note)
{
    uint32_t before = s->bounds.n, at = bind_span(s, type, span, false);
    if (s->bounds.n > before) put_note(s, 'T', at, note);
    return at;
}

static void add_parties(sheet *s, buf *line, const char *role, const kept_parties *list)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < list->n; i++)
        add_role(line, role, &n, bind_noted(s, "Party", list->at[i].span, party_note(s->out->mem, &list->at[i])));
}

static str place_note(arena *mem, const kept_place *p)
{
    return str_printf(mem, STR_FMT ", " STR_FMT "%s%.0lld", STR_ARG(p->name), STR_ARG(p->country), p->geonameid > 0 ? ", GeoNames " : "",
                      p->geonameid > 0 ? (long long)p->geonameid : 0LL);
}

static void add_circumstances(sheet *s, buf *line, const kept *e)
{
    arena *mem = s->out->mem;
    uint32_t places = 0, times = 0, numbers = 0;
    for (uint32_t i = 0; i < e->place.n; i++)
        add_role(line, "Place", &places, bind_noted(s, "Place", e->place.at[i].span, place_note(mem, &e->place.at[i])));
    str days = str_printf(mem, STR_FMT ".." STR_FMT " " STR_FMT, STR_ARG(e->first), STR_ARG(e->last), STR_ARG(e->basis));
    add_role(line, "When", &times, bind_noted(s, "Time", e->when_span, days));
    for (uint32_t i = 0; i < e->count.n; i++)
        add_role(line, "Number", &numbers, bind_noted(s, "Number", e->count.at[i].span, e->count.at[i].what));
}

/* The innermost source says it; each source is told of by the one around it. */
static void put_sources(sheet *s, const kept *e, uint32_t of)
{
    uint32_t inner = 0;
    for (uint32_t i = 0; i < e->source.n; i++) {
        const kept_party *p = &e->source.at[i];
        uint32_t at = bind_noted(s, "Party", p->span, party_note(s->out->mem, p));
        if (i == 0) put_relation(s, "SaidBy", 'E', of, at);
        else put_tie(s, "ToldBy", inner, at);
        inner = at;
    }
}

/* Parties that stand nowhere in the text are told in the note. */
static void add_implied(buf *note, const char *role, const kept_parties *list)
{
    for (uint32_t i = 0; i < list->n; i++)
        if (list->at[i].span.start < 0) buf_printf(note, "; %s: " STR_FMT, role, STR_ARG(party_note(note->mem, &list->at[i])));
}

static void put_event_note(sheet *s, const kept *e, uint32_t of)
{
    buf note = {.mem = s->out->mem};
    buf_printf(&note, STR_FMT "; " STR_FMT ".." STR_FMT " " STR_FMT "; confidence %.2f", STR_ARG(e->id), STR_ARG(e->first),
               STR_ARG(e->last), STR_ARG(e->basis), e->confidence);
    if (e->context.len) buf_printf(&note, "; about " STR_FMT, STR_ARG(e->context));
    add_implied(&note, "actor", &e->actor);
    add_implied(&note, "recipient", &e->recipient);
    add_implied(&note, "source", &e->source);
    put_note(s, 'E', of, buf_str(&note));
}

static void put_event(sheet *s, const kept *e)
{
    buf line = {.mem = s->out->mem};
    uint32_t trigger = bind_span(s, e->type.ptr, e->trigger_span, true);
    if (!trigger) return;
    uint32_t of = ++s->events;
    buf_printf(&line, "E%u\t" STR_FMT ":T%u", of, STR_ARG(e->type), trigger);
    add_parties(s, &line, "Actor", &e->actor);
    add_parties(s, &line, "Recipient", &e->recipient);
    add_circumstances(s, &line, e);
    buf_byte(&line, '\n');
    buf_add(s->out, buf_str(&line));
    put_attribute(s, "Mode", of, e->mode);
    put_attribute(s, "Status", of, e->status);
    put_attribute(s, "Quote", of, e->quote);
    put_sources(s, e, of);
    put_event_note(s, e, of);
}

/* ---- E: words of saying ----------------------------------------------------------------------------------- */

static void put_attribution(sheet *s, const kept_attribution *a)
{
    uint32_t source = bind_spans(s, "Party", &a->source, false), content = bind_spans(s, "Content", &a->content, false);
    if (!a->cue.n) {
        put_tie(s, "SaidBy", content, source);
        return;
    }
    uint32_t cue = bind_spans(s, "Says", &a->cue, true);
    if (!cue) return;
    uint32_t of = ++s->events, sources = 0, contents = 0;
    buf line = {.mem = s->out->mem};
    buf_printf(&line, "E%u\tSays:T%u", of, cue);
    add_role(&line, "Source", &sources, source);
    add_role(&line, "Content", &contents, content);
    buf_byte(&line, '\n');
    buf_add(s->out, buf_str(&line));
    put_attribute(s, "Kind", of, a->kind);
    put_attribute(s, "Stance", of, a->stance);
}

/* ---- all ----------------------------------------------------------------------------------------------------- */

void brat_annotations(buf *out, const kept_whole *w)
{
    sheet s = {.out = out, .text = w->article.text};
    index_points(&s);
    for (uint32_t i = 0; i < w->event.n; i++) put_event(&s, &w->event.at[i]);
    for (uint32_t i = 0; i < w->attribution.n; i++) put_attribution(&s, &w->attribution.at[i]);
}

/* PLOVER's, and others that the records have. */
static void put_modes(buf *out, const brat_modes *others)
{
    str rest = str_of(plover_modes);
    bool first = true;
    for (str mode; str_word(&rest, &mode); first = false) buf_printf(out, "%s" STR_FMT, first ? "" : "|", STR_ARG(mode));
    for (uint32_t i = 0; i < others->n; i++) buf_printf(out, "|" STR_FMT, STR_ARG(others->at[i]));
    buf_byte(out, '\n');
}

void brat_note_mode(brat_modes *others, arena *mem, str mode)
{
    str rest = str_of(plover_modes);
    for (str one; str_word(&rest, &one);)
        if (str_eq(one, mode)) return;
    for (uint32_t i = 0; i < others->n; i++)
        if (str_eq(others->at[i], mode)) return;
    if (mode.len) array_push(mem, *others, str_copy(mem, mode));
}

void brat_conf(buf *out, const brat_modes *others)
{
    str rest = str_of(types);
    buf_add(out, S("[entities]\nParty\nPlace\nTime\nNumber\nContent\n\n[relations]\n"
                   "SaidBy\tArg1:<EVENT>|Content, Arg2:Party\nToldBy\tArg1:Party, Arg2:Party\n"
                   "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>\n\n[events]\n"));
    for (str type; str_word(&rest, &type);)
        buf_printf(out, STR_FMT "\tActor*:Party, Recipient*:Party, Place*:Place, When?:Time, Number*:Number\n", STR_ARG(type));
    buf_add(out, S("Says\tSource?:Party, Content?:Content\n\n[attributes]\n"
                   "Status\tArg:<EVENT>, Value:actual|planned|demanded|denied|hypothetical\n"
                   "Quote\tArg:<EVENT>, Value:direct|indirect|none\n"
                   "Kind\tArg:Says, Value:direct|mixed|indirect\n"
                   "Stance\tArg:Says, Value:asserted|denied|asked|demanded|planned|supposed|not_said\n"
                   "Mode\tArg:<EVENT>, Value:"));
    put_modes(out, others);
}
