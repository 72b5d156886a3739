/* jsonl.c: how does a record look on a line of JSON?  (docs/records.md)
 *
 * Spans are code points of the text as it was given.  What is unknown is null
 * or [], never left out, so that a key has one type in every record.
 */
#include "out/json.h"
#include "out/out.h"

/* ---- spans --------------------------------------------------------------- */

static void put_points(buf *out, const doc *d, range bytes)
{
    json_open(out, '[');
    buf_printf(out, "%u,%u]", doc_point(d, bytes.first), doc_point_end(d, bytes.end));
}

static void byte_span(buf *out, const doc *d, const char *key, range bytes)
{
    json_key(out, key);
    put_points(out, d, bytes);
}

static range token_bytes(const doc *d, range tok)
{
    return (range){d->tokens.at[tok.first].start, d->tokens.at[tok.end - 1].end};
}

/* null when the range is empty: the value stands nowhere in the text. */
static void span(buf *out, const doc *d, const char *key, range tok)
{
    if (tok.first < tok.end && tok.end <= d->tokens.n) byte_span(out, d, key, token_bytes(d, tok));
    else json_put_null(out, key);
}

static void spans(buf *out, const doc *d, const char *key, const ranges *list)
{
    json_put_open(out, key, '[');
    for (uint32_t i = 0; i < list->n; i++)
        if (list->at[i].first < list->at[i].end) put_points(out, d, token_bytes(d, list->at[i]));
    json_close(out, '[');
}

/* ---- parties, places, times ---------------------------------------------- */

static void put_sectors(buf *out, const char sector[MAX_SECTORS][4])
{
    json_put_open(out, "sector", '[');
    for (int i = 0; i < MAX_SECTORS && sector[i][0]; i++) {
        if (i) buf_byte(out, ',');
        json_str(out, str_of(sector[i]));
    }
    json_close(out, '[');
}

static void put_name_code(buf *out, str name, const char *code, const char sector[MAX_SECTORS][4])
{
    json_put_text(out, "name", name);
    json_put_str(out, "code", code[0] ? str_of(code) : S("---"));
    put_sectors(out, sector);
}

static void put_parties(buf *out, const doc *d, const char *key, const parties *list, bool sources)
{
    json_put_open(out, key, '[');
    for (uint32_t i = 0; i < list->n; i++) {
        const party *p = &list->at[i];
        json_open(out, '{');
        json_put_text(out, "text", p->text);
        put_name_code(out, p->name, p->code, p->sector);
        if (sources) {
            json_put_text(out, "cue", p->cue);
            span(out, d, "cue_span", p->cue_tok);
        }
        span(out, d, "span", p->tok);
        json_close(out, '{');
    }
    json_close(out, '[');
}

static void put_place_fields(buf *out, const place *p)
{
    json_put_text(out, "name", p->name);
    if (p->geonameid) json_put_int(out, "geonameid", (long)p->geonameid);
    else json_put_null(out, "geonameid");
    json_put_z(out, "country", p->country);
    json_put_text(out, "admin1", p->admin1);
    json_put_number(out, "lat", p->lat, 5);
    json_put_number(out, "lon", p->lon, 5);
    json_put_z(out, "kind", p->kind);
}

static void put_where(buf *out, const doc *d, const event *e)
{
    json_put_open(out, "where", '[');
    for (uint32_t i = 0; i < e->where.n; i++) {
        const place *p = &d->places.at[e->where.at[i]];
        json_open(out, '{');
        json_put_text(out, "text", doc_words(d, p->tok));
        put_place_fields(out, p);
        span(out, d, "span", p->tok);
        json_close(out, '{');
    }
    json_close(out, '[');
}

static void put_when(buf *out, const doc *d, const event *e)
{
    json_put_open(out, "when", '{');
    json_put_text(out, "text", e->when_text);
    json_put_day(out, "start", e->first);
    json_put_day(out, "end", e->last);
    json_put_z(out, "grain", grain_name(e->grain));
    json_put_z(out, "basis", basis_name(e->basis));
    span(out, d, "span", e->when_tok);
    json_close(out, '{');
}

/* ---- events ---------------------------------------------------------------- */

static void put_words(buf *out, const doc *d, const char *key, range tok)
{
    json_put_open(out, key, '{');
    json_put_text(out, "text", doc_words(d, tok));
    span(out, d, "span", tok);
    json_close(out, '{');
}

static void put_bound(buf *out, const char *key, long n)
{
    if (n < 0) json_put_null(out, key);
    else json_put_int(out, key, n);
}

static void put_counts(buf *out, const doc *d, const event *e)
{
    json_put_open(out, "counts", '[');
    for (uint32_t i = 0; i < e->counts.n; i++) {
        const count *c = &e->counts.at[i];
        json_open(out, '{');
        json_put_z(out, "what", c->what);
        put_bound(out, "low", c->low);
        put_bound(out, "high", c->high);
        json_put_text(out, "text", c->text);
        span(out, d, "span", c->tok);
        json_close(out, '{');
    }
    json_close(out, '[');
}

static void put_list(buf *out, const char *key, const char *const *at, uint32_t n)
{
    json_put_open(out, key, '[');
    for (uint32_t i = 0; i < n; i++) {
        if (i) buf_byte(out, ',');
        json_str(out, str_of(at[i]));
    }
    json_close(out, '[');
}

static void event_fields(buf *out, const doc *d, const event *e)
{
    json_put_str(out, "id", str_of(e->id));
    json_put_str(out, "doc", d->article.id);
    json_put_day(out, "published", d->article.published);
    json_put_text(out, "outlet", d->article.outlet);
    json_put_z(out, "type", e->type);
    json_put_z(out, "mode", e->mode);
    put_list(out, "context", e->context.at, e->context.n);
    json_put_z(out, "cameo", e->cameo);
    json_put_z(out, "quad", e->quad);
    put_parties(out, d, "actor", &e->actor, false);
    put_parties(out, d, "recipient", &e->recipient, false);
    put_when(out, d, e);
    put_where(out, d, e);
    put_parties(out, d, "according_to", &e->according_to, true);
    json_put_z(out, "quote", quote_name(e));
    json_put_z(out, "status", status_name(e->status));
    put_words(out, d, "trigger", e->trigger);
    put_words(out, d, "evidence", e->evidence);
    put_counts(out, d, e);
    json_put_z(out, "same_as", e->same_as == NONE ? NULL : d->events.at[e->same_as].id);
    json_put_number(out, "confidence", e->confidence, 2);
    put_list(out, "because", e->because.at, e->because.n);
}

void jsonl_event(buf *out, const doc *d, const event *e)
{
    json_open(out, '{');
    event_fields(out, d, e);
    json_close(out, '{');
}

/* ---- documents -------------------------------------------------------------- */

static void put_sentences(buf *out, const doc *d)
{
    json_put_open(out, "sentences", '[');
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        range s = d->sentences.at[i];
        if (s.first < s.end) put_points(out, d, token_bytes(d, s));
    }
    json_close(out, '[');
}

static void put_speaker(buf *out, const doc *d, const attribution *a)
{
    if (a->speaker == NONE || a->speaker >= d->actors.n) {
        json_put_null(out, "speaker");
        return;
    }
    const actor *who = &d->actors.at[a->speaker];
    json_put_open(out, "speaker", '{');
    put_name_code(out, who->name, who->code, who->sector);
    json_close(out, '{');
}

static void put_attributions(buf *out, const doc *d)
{
    json_put_open(out, "attributions", '[');
    for (uint32_t i = 0; i < d->attributions.n; i++) {
        const attribution *a = &d->attributions.at[i];
        json_open(out, '{');
        spans(out, d, "source", &a->source);
        spans(out, d, "cue", &a->cue);
        spans(out, d, "content", &a->content);
        json_put_z(out, "kind", said_name(a->kind));
        put_speaker(out, d, a);
        if (a->within == NONE) json_put_null(out, "within");
        else json_put_int(out, "within", (long)a->within);
        json_put_z(out, "stance", stance_name(a->stance));
        json_put_bool(out, "speech", a->speech);
        json_close(out, '{');
    }
    json_close(out, '[');
}

/* What a time phrase says and which days it means. */
static void timex_fields(buf *out, const doc *d, const timex *t)
{
    json_put_text(out, "text", str_slice(d->text, t->span.first, t->span.end));
    json_put_z(out, "type", timex_name(t->type));
    json_put_text(out, "value", t->value);
    json_put_day(out, "start", t->first);
    json_put_day(out, "end", t->last);
}

static void put_timexes(buf *out, const doc *d)
{
    json_put_open(out, "timexes", '[');
    for (uint32_t i = 0; i < d->times.n; i++) {
        const timex *t = &d->times.at[i];
        if (t->names_event) continue; /* a dated event or the whole of a range is no TIMEX3 */
        json_open(out, '{');
        byte_span(out, d, "span", t->span);
        timex_fields(out, d, t);
        json_close(out, '{');
    }
    json_close(out, '[');
}

/* Places and peoples, in the order of the text. */
static void put_places(buf *out, const doc *d)
{
    json_put_open(out, "places", '[');
    for (uint32_t i = 0, k = 0; i < d->places.n || k < d->peoples.n;) {
        bool people = i == d->places.n || (k < d->peoples.n && d->peoples.at[k].tok.first < d->places.at[i].tok.first);
        const place *p = people ? &d->peoples.at[k++] : &d->places.at[i++];
        json_open(out, '{');
        span(out, d, "span", p->tok);
        json_put_text(out, "text", doc_words(d, p->tok));
        put_place_fields(out, p);
        json_close(out, '{');
    }
    json_close(out, '[');
}

static void put_actors(buf *out, const doc *d)
{
    json_put_open(out, "actors", '[');
    for (uint32_t i = 0; i < d->actors.n; i++) {
        const actor *a = &d->actors.at[i];
        if (d->actor_of[a->head] != i) continue; /* made for an event: one phrase's party for each of its countries */
        json_open(out, '{');
        span(out, d, "span", a->tok);
        json_put_text(out, "text", doc_words(d, a->tok));
        put_name_code(out, a->name, a->code, a->sector);
        json_close(out, '{');
    }
    json_close(out, '[');
}

static void put_events(buf *out, const doc *d)
{
    json_put_open(out, "events", '[');
    for (uint32_t i = 0; i < d->events.n; i++) jsonl_event(out, d, &d->events.at[i]);
    json_close(out, '[');
}

static const struct layer { const char *name; void (*put)(buf *, const doc *); } layer_of[] = {
    {"sentences", put_sentences}, {"attributions", put_attributions}, {"timexes", put_timexes},
    {"places", put_places},       {"actors", put_actors},             {"events", put_events},
};

unsigned jsonl_layer(str name)
{
    for (unsigned i = 0; i < sizeof layer_of / sizeof *layer_of; i++)
        if (str_is(name, layer_of[i].name)) return 1u << i;
    return 0;
}

void jsonl_document(buf *out, const doc *d, unsigned layers)
{
    const article *a = &d->article;
    json_open(out, '{');
    json_put_str(out, "id", a->id);
    json_put_str(out, "text", a->given);
    json_put_text(out, "title", a->title);
    json_put_text(out, "outlet", a->outlet);
    json_put_day(out, "published", a->published);
    json_put_z(out, "published_basis", published_name(a->basis));
    json_put_text(out, "language", a->language);
    for (unsigned i = 0; i < sizeof layer_of / sizeof *layer_of; i++)
        if (layers & 1u << i) layer_of[i].put(out, d);
    json_close(out, '{');
}

/* ---- parses ------------------------------------------------------------------ */

static void put_token(buf *out, const token *t, uint32_t start)
{
    char iob[2] = {t->iob, 0};
    json_open(out, '{');
    json_put_str(out, "text", t->text);
    json_put_int(out, "start", (long)start);
    json_put_bool(out, "ws", t->space_after);
    json_put_str(out, "tag", str_of(t->tag_text));
    json_put_str(out, "pos", str_of(t->pos_text));
    json_put_str(out, "morph", str_of(t->morph));
    json_put_str(out, "lemma", t->lemma);
    json_put_int(out, "head", (long)t->head);
    json_put_str(out, "dep", str_of(t->dep_text));
    json_put_str(out, "ent_iob", str_of(iob));
    json_put_str(out, "ent_type", str_of(t->ent_text));
    json_put_bool(out, "sent_start", t->sent_start);
    json_close(out, '{');
}

void jsonl_parse(buf *out, const doc *d)
{
    json_open(out, '{');
    json_put_str(out, "id", d->article.id);
    json_put_str(out, "text", d->article.given);
    json_put_open(out, "tokens", '[');
    for (uint32_t i = 0; i < d->tokens.n; i++) put_token(out, &d->tokens.at[i], doc_point(d, d->tokens.at[i].start));
    json_close(out, '[');
    json_close(out, '{');
}

/* ---- look-ups ----------------------------------------------------------------- */

void jsonl_party(buf *out, const party *p, reason why)
{
    json_open(out, '{');
    json_put_text(out, "text", p->text);
    put_name_code(out, p->name, p->code, p->sector);
    json_put_z(out, "because", why);
    json_close(out, '{');
}

void jsonl_place(buf *out, const place *p, str text)
{
    json_open(out, '{');
    json_put_text(out, "text", text);
    put_place_fields(out, p);
    json_close(out, '{');
}

void jsonl_timex(buf *out, const doc *d, const timex *t)
{
    json_open(out, '{');
    timex_fields(out, d, t);
    json_put_z(out, "grain", grain_name(t->grain));
    json_close(out, '{');
}
