/* explain.c: why is a record what it is, in words?
 *
 * For each value: what the text says, what it was taken for, and the line of
 * data that says so.  First a list of lines, each of a field of the record;
 * then the list as text for people, or as it is for programs.
 *
 * Reads     the document, and the data files for the lines they name
 * Writes    nothing
 */
#include "out/out.h"
#include "base/rules.h"

enum { LABEL = 12,                        /* width of the left column      */
       MAX_LINE = 100 };                  /* bytes shown of a line of data */

/* The line that is being written, and those before it. */
typedef struct telling { arena *mem; explained all; buf text; const char *field, *label; str value; } telling;

/* A line of a field of the record; `value` is what the field holds, in short. */
static void begin(telling *t, const char *field, const char *label, str value)
{
    t->field = field;
    t->label = label;
    t->value = value;
    t->text = (buf){.mem = t->mem};
}

static void end(telling *t)
{
    array_push(t->mem, t->all, (explained_line){.field = t->field, .label = t->label, .value = t->value, .words = buf_str(&t->text)});
}

static void tell(telling *t, const char *field, const char *label, str value, str words)
{
    begin(t, field, label, value);
    buf_add(&t->text, words);
    end(t);
}

/* One more line about the same. */
static void go_on(telling *t) { begin(t, t->field, "", t->value); }

static void put_clean(buf *out, str s)    /* one line, without control characters */
{
    for (uint32_t i = 0; i < s.len; i++) buf_byte(out, (unsigned char)s.ptr[i] < 0x20 ? ' ' : s.ptr[i]);
}

static void put_quoted(buf *out, str s)
{
    buf_byte(out, '"');
    put_clean(out, s);
    buf_byte(out, '"');
}

/* ---- data lines -------------------------------------------------------------- */

/* "data/what/assault.rules:41" → "what/assault.rules" and 41, if it is a file of the data. */
static bool find_file(const dataset *data, str why, const char **name, long *line)
{
    uint32_t colon = why.len;
    while (colon && why.ptr[colon - 1] != ':') colon--;
    if (colon < 2 || !str_to_int(str_slice(why, colon, why.len), line)) return false;
    str path = str_slice(why, 0, colon - 1);
    const char **names;
    uint32_t n = dataset_list(data, "", "", &names);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t len = (uint32_t)strlen(names[i]);
        if (path.len < len || !str_is(str_slice(path, path.len - len, path.len), names[i])) continue;
        if (path.len > len && path.ptr[path.len - len - 1] != '/') continue;
        *name = names[i];
        return true;
    }
    return false;
}

static str line_of(const dataset *data, const char *name, long wanted)
{
    str rest, line = {0};
    const char *path;
    if (dataset_text(data, name, &rest, &path, NULL)) return line;
    for (long i = 0; i < wanted && str_cut(&rest, '\n', &line);) i++;
    return str_trim(line);
}

#define SIGNS "what/confidence.tsv"

/* What a mechanism says of itself, without its room: "story: what the pronoun stands for". */
static str reason_words(reason why)
{
    str s = str_of(why);
    if (str_is(s, "places.bin")) return S("the list of places (GeoNames)");
    uint32_t n = 0;
    while (n < s.len && s.ptr[n] >= 'a' && s.ptr[n] <= 'z') n++;
    return n + 1 < s.len && s.ptr[n] == ':' && s.ptr[n + 1] == ' ' ? str_slice(s, n + 2, s.len) : s;
}

str explain_rule(const dataset *data, reason why)
{
    const char *name;
    long line;
    return find_file(data, str_of(why), &name, &line) ? line_of(data, name, line) : (str){0};
}

str explain_reason(const dataset *data, reason why)
{
    static const struct { const char *folder, *words; } kinds[] = {
        {"what/confidence.tsv", "how often records of this kind are right"}, {"what/compose.rules", "words above an event"},
        {"what/", "words for acts of this type"}, {"who/nations.tsv", "the list of countries and peoples"},
        {"who/organisations.tsv", "the list of organisations"}, {"who/roster", "the roster of persons and offices, by day"},
        {"who/", "common nouns for parties"}, {"when/", "phrases of time"}, {"where/", "places of our own list"}, {"says/", "words of saying"},
    };
    const char *name;
    long line;
    if (!find_file(data, str_of(why), &name, &line)) return reason_words(why);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strncmp(name, kinds[i].folder, strlen(kinds[i].folder)) == 0) return str_of(kinds[i].words);
    return reason_words(why);
}

static void put_reason(telling *t, const dataset *data, reason why)
{
    array_push(t->mem, t->all, (explained_line){.field = t->field, .label = "", .value = t->value, .words = explain_reason(data, why),
                                                .why = why, .rule = explain_rule(data, why)});
}

/* The reasons of the event that come from a folder of the data ("what/"). */
static void put_reasons(telling *t, const dataset *data, const event *e, const char *folder)
{
    for (uint32_t i = 0; i < e->because.n; i++) {
        const char *name;
        long line;
        if (find_file(data, str_of(e->because.at[i]), &name, &line) && strncmp(name, folder, strlen(folder)) == 0 && strcmp(name, SIGNS) != 0)
            put_reason(t, data, e->because.at[i]);
    }
}

static bool tells(const doc *d, const parties *list, const char *why)
{
    for (uint32_t i = 0; i < list->n; i++) {
        const actor *a = list->at[i].actor < d->actors.n ? &d->actors.at[list->at[i].actor] : NULL;
        if (a && ((a->why && strcmp(a->why, why) == 0) || (a->why_code && strcmp(a->why_code, why) == 0))) return true;
    }
    return false;
}

/* Has the reason been printed with a party, a place or the days? */
static bool is_told(const doc *d, const event *e, const char *why)
{
    for (uint32_t i = 0; i < e->where.n; i++)
        if (d->places.at[e->where.at[i]].why == why) return true;
    if (e->basis == BASIS_PUBLISHED && strncmp(why, "when: ", 6) == 0) return true;
    return tells(d, &e->actor, why) || tells(d, &e->recipient, why) || tells(d, &e->according_to, why);
}

static void put_other_reasons(telling *t, const doc *d, const dataset *data, const event *e)
{
    static const char *const told[] = {"what/", "who/", "when/", "where/", "says/"};
    for (uint32_t i = 0; i < e->because.n; i++) {
        const char *name;
        long line;
        bool known = is_told(d, e, e->because.at[i]);
        if (find_file(data, str_of(e->because.at[i]), &name, &line))
            for (size_t k = 0; k < sizeof told / sizeof *told; k++)
                known = known || strncmp(name, told[k], strlen(told[k])) == 0;
        if (known) continue;
        tell(t, "because", "also", (str){0}, reason_words(e->because.at[i]));
    }
}

/* ---- what ----------------------------------------------------------------------- */

/* The sentence with which the data tells what a type is: field `means` of its rule. */
static str type_meaning(arena *mem, const dataset *data, const char *type)
{
    str text, means = {0};
    const char *path;
    str name = str_lower_ascii(mem, str_printf(mem, "what/%s.rules", type));
    rules all = {0};
    if (dataset_text(data, name.ptr, &text, &path, NULL) || rules_read(&all, mem, text, path, NULL)) return means;
    for (uint32_t i = 0; i < all.n; i++)
        if (str_is(all.at[i].kind, "type")) means = rule_get(&all.at[i], "means");
    return means;
}

static void put_what(telling *t, const doc *d, const event *e, const dataset *data)
{
    str means = type_meaning(t->mem, data, e->type), quad = str_lower_ascii(t->mem, str_of(e->quad));
    begin(t, "type", "what", str_printf(t->mem, "%s%s%s", e->type, e->mode ? " " : "", e->mode ? e->mode : ""));
    put_quoted(&t->text, doc_words(d, e->trigger));
    buf_printf(&t->text, " is %s%s%s", e->type, e->mode ? ", mode " : "", e->mode ? e->mode : "");
    if (means.len) buf_printf(&t->text, ": " STR_FMT, STR_ARG(means));
    end(t);
    go_on(t);
    buf_printf(&t->text, STR_FMT ", CAMEO %s", STR_ARG(quad), e->cameo ? e->cameo : "none");
    for (uint32_t i = 0; i < e->context.n; i++) buf_printf(&t->text, "%s%s", i ? ", " : "; context ", e->context.at[i]);
    end(t);
    put_reasons(t, data, e, "what/");
}

/* ---- who -------------------------------------------------------------------------- */

/* "is ARM MIL, Armed Forces of Armenia" */
static void put_code(telling *t, const doc *d, const party *p)
{
    buf_add(&t->text, S(" is"));
    if (is_code(p->code)) buf_printf(&t->text, " %s", p->code);
    for (int i = 0; i < MAX_SECTORS && p->sector[i][0]; i++) buf_printf(&t->text, " %s", p->sector[i]);
    if (!is_code(p->code)) buf_add(&t->text, p->sector[0][0] ? S(", of unknown country") : S(" of unknown country"));
    if (p->name.len && !str_eq(p->name, p->text)) buf_printf(&t->text, ", " STR_FMT, STR_ARG(p->name));
    if (p->actor != NONE && p->actor < d->actors.n && d->actors.at[p->actor].code_from_context)
        buf_add(&t->text, S("; its words do not name the country, the story does"));
    end(t);
}

static void put_named(telling *t, const party *p)
{
    if (p->text.len) put_quoted(&t->text, p->text);
    else buf_add(&t->text, S("somebody not named there"));
}

static void put_party(telling *t, const doc *d, const party *p)
{
    put_named(t, p);
    put_code(t, d, p);
}

static void put_party_reasons(telling *t, const doc *d, const party *p, const dataset *data)
{
    if (p->actor == NONE || p->actor >= d->actors.n) return;
    const actor *a = &d->actors.at[p->actor];
    if (a->why) put_reason(t, data, a->why);
    if (a->why_code && (!a->why || strcmp(a->why, a->why_code) != 0)) put_reason(t, data, a->why_code);
}

/* "Armenia · ARM/MIL" */
static str party_value(arena *mem, const party *p)
{
    buf out = {.mem = mem};
    if (p->name.len || p->text.len) buf_printf(&out, STR_FMT " \u00b7 ", STR_ARG(p->name.len ? p->name : p->text));
    buf_add(&out, str_of(is_code(p->code) ? p->code : "---"));
    for (int i = 0; i < MAX_SECTORS && p->sector[i][0]; i++) buf_printf(&out, "/%s", p->sector[i]);
    return buf_str(&out);
}

static void put_parties(telling *t, const doc *d, const char *field, const char *label, const parties *list, const dataset *data)
{
    for (uint32_t i = 0; i < list->n; i++) {
        begin(t, field, i ? "" : label, party_value(t->mem, &list->at[i]));
        put_party(t, d, &list->at[i]);
        put_party_reasons(t, d, &list->at[i], data);
    }
    if (!list->n) tell(t, field, label, S("---"), S("the text names nobody"));
}

/* ---- when and where ------------------------------------------------------------------ */

static const char *basis_words(basis b)
{
    static const char *const words[] = {
        "the text does not say when; the day of the report is no stand-in for it",
        "a date in the text",
        "reckoned from another date of the text or of the report",
        "the text names a dated event",
        "told as news of the report's day",
    };
    return words[b];
}

static void put_when(telling *t, const doc *d, const event *e, const dataset *data)
{
    str days = listing_days(t->mem, e->first, e->last);
    begin(t, "when", "when", days);
    put_clean(&t->text, days);
    if (e->when_text.len) {
        buf_add(&t->text, S(", "));
        put_quoted(&t->text, e->when_text);
    }
    buf_printf(&t->text, ": %s", basis_words(e->basis));
    bool counted = e->basis == BASIS_RELATIVE || e->basis == BASIS_PUBLISHED;
    if (counted && d->article.published != DAY_NONE)
        buf_printf(&t->text, " (published " STR_FMT ")", STR_ARG(day_print(t->mem, d->article.published)));
    end(t);
    put_reasons(t, data, e, "when/");
}

static str place_value(arena *mem, const doc *d, const place *p)
{
    str name = p->name.len ? p->name : doc_words(d, p->tok);
    return str_printf(mem, STR_FMT "%s%s", STR_ARG(name), p->country[0] ? " \u00b7 " : "", p->country);
}

static void put_where(telling *t, const doc *d, const event *e, const dataset *data)
{
    for (uint32_t i = 0; i < e->where.n; i++) {
        const place *p = &d->places.at[e->where.at[i]];
        begin(t, "where", i ? "" : "where", place_value(t->mem, d, p));
        put_quoted(&t->text, doc_words(d, p->tok));
        if (p->name.len) buf_printf(&t->text, " is " STR_FMT "%s%s", STR_ARG(p->name), p->country[0] ? ", " : "", p->country);
        if (p->kind) buf_printf(&t->text, ", %s", p->kind);
        if (p->lat == p->lat) buf_printf(&t->text, ", at %.2f %.2f", p->lat, p->lon);
        if (p->geonameid) buf_printf(&t->text, ", GeoNames %u", p->geonameid);
        end(t);
        if (p->why) put_reason(t, data, p->why);
    }
    if (e->where.n) return;
    tell(t, "where", "where", (str){0}, S("the text does not say"));
}

/* ---- according to whom ------------------------------------------------------------------ */

static void put_sources(telling *t, const doc *d, const event *e, const dataset *data)
{
    if (!e->according_to.n) {
        tell(t, "according_to", "who says so", (str){0}, S("the outlet tells it in its own voice"));
        return;
    }
    for (uint32_t i = 0; i < e->according_to.n; i++) {
        const party *p = &e->according_to.at[i];
        begin(t, "according_to", i ? "" : "who says so", party_value(t->mem, p));
        if (i) buf_add(&t->text, S("as told by "));
        put_named(t, p);
        if (p->cue.len) {
            buf_add(&t->text, S(" ("));
            put_quoted(&t->text, p->cue);
            buf_byte(&t->text, ')');
        }
        put_code(t, d, p);
        put_party_reasons(t, d, p, data);
    }
    tell(t, "quote", "", str_of(quote_name(e)), strcmp(quote_name(e), "direct") == 0
         ? S("a claim, not a fact that the outlet vouches for; inside quotation marks")
         : S("a claim, not a fact that the outlet vouches for; reported speech"));
    put_reasons(t, data, e, "says/");
}

static const char *status_words(status s)
{
    static const char *const words[] = {
        "told as having happened or going on", "announced, promised or scheduled, not yet done", "demanded, not done",
        "said not to have happened", "supposed: if, could, may, would",
    };
    return words[s];
}

/* "0.62: less sure, for the recipient's country is unknown; more sure, for ..." */
static void put_confidence(telling *t, const event *e, const dataset *data)
{
    str sure = str_printf(t->mem, "%.2f", e->confidence);
    tell(t, "confidence", "confidence", sure, sure);
    for (uint32_t i = 0; i < e->because.n; i++) {
        const char *name;
        long line;
        if (!find_file(data, str_of(e->because.at[i]), &name, &line) || strcmp(name, SIGNS) != 0) continue;
        str rest = line_of(data, name, line), sign, weight = {0};
        str_cut(&rest, '\t', &sign);
        str_cut(&rest, '\t', &weight);
        go_on(t);
        buf_printf(&t->text, "%s, for " STR_FMT, str_starts(weight, S("-")) ? "less sure" : "surer", STR_ARG(rest));
        end(t);
    }
}

static void put_status(telling *t, const doc *d, const event *e, const dataset *data)
{
    begin(t, "status", "status", str_of(status_name(e->status)));
    buf_printf(&t->text, "%s: %s", status_name(e->status), status_words(e->status));
    end(t);
    put_confidence(t, e, data);
    if (e->same_as == NONE) return;
    str again = str_of(d->events.at[e->same_as].id);
    tell(t, "same_as", "told before", again, str_printf(t->mem, "this tells " STR_FMT " again", STR_ARG(again)));
}

explained explain_lines(arena *mem, const doc *d, const event *e, const dataset *data)
{
    telling t = {.mem = mem};
    begin(&t, "evidence", "clause", doc_words(d, e->evidence));
    put_quoted(&t.text, t.value);
    end(&t);
    put_what(&t, d, e, data);
    put_parties(&t, d, "actor", "who", &e->actor, data);
    put_parties(&t, d, "recipient", "to whom", &e->recipient, data);
    put_when(&t, d, e, data);
    put_where(&t, d, e, data);
    put_sources(&t, d, e, data);
    put_status(&t, d, e, data);
    put_other_reasons(&t, d, data, e);
    return t.all;
}

/* ---- as text -------------------------------------------------------------------------------- */

static void put_because(buf *out, const explained_line *line)
{
    buf_printf(out, "because " STR_FMT, STR_ARG(reason_words(line->why)));
    if (!line->rule.len) return;
    buf_add(out, S(":  "));
    put_clean(out, listing_shorten(line->rule, MAX_LINE));
    if (line->rule.len > MAX_LINE) buf_add(out, S("..."));
}

void explain_event(buf *out, const doc *d, const event *e, const dataset *data)
{
    explained all = explain_lines(out->mem, d, e, data);
    buf_printf(out, "%s  in " STR_FMT "\n", e->id, STR_ARG(d->article.id));
    for (uint32_t i = 0; i < all.n; i++) {
        buf_printf(out, "  %-*s", LABEL, all.at[i].label);
        if (all.at[i].why) put_because(out, &all.at[i]);
        else buf_add(out, all.at[i].words);
        buf_byte(out, '\n');
    }
    buf_byte(out, '\n');
}
