/* explain.c: why is a record what it is, in words?
 *
 * For each value: what the text says, what it was taken for, and the line of
 * data that says so.
 *
 * Reads     the document, and the data files for the lines they name
 * Writes    nothing
 */
#include "out/out.h"
#include "base/rules.h"

enum { LABEL = 12,                        /* width of the left column      */
       MAX_LINE = 100 };                  /* bytes shown of a line of data */

static void put_label(buf *out, const char *label)
{
    buf_printf(out, "  %-*s", LABEL, label);
}

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

static void put_reason(buf *out, const dataset *data, reason why)
{
    const char *name;
    long line;
    put_label(out, "");
    buf_printf(out, "because " STR_FMT, STR_ARG(reason_words(why)));
    if (find_file(data, str_of(why), &name, &line)) {
        str text = line_of(data, name, line);
        buf_add(out, S(":  "));
        put_clean(out, listing_shorten(text, MAX_LINE));
        if (text.len > MAX_LINE) buf_add(out, S("..."));
    }
    buf_byte(out, '\n');
}

/* The reasons of the event that come from a folder of the data ("what/"). */
static void put_reasons(buf *out, const dataset *data, const event *e, const char *folder)
{
    for (uint32_t i = 0; i < e->because.n; i++) {
        const char *name;
        long line;
        if (find_file(data, str_of(e->because.at[i]), &name, &line) && strncmp(name, folder, strlen(folder)) == 0 && strcmp(name, SIGNS) != 0)
            put_reason(out, data, e->because.at[i]);
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

static void put_other_reasons(buf *out, const doc *d, const dataset *data, const event *e)
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
        put_label(out, "also");
        buf_printf(out, STR_FMT "\n", STR_ARG(reason_words(e->because.at[i])));
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

static void put_what(buf *out, const doc *d, const event *e, const dataset *data)
{
    str means = type_meaning(out->mem, data, e->type), quad = str_lower_ascii(out->mem, str_of(e->quad));
    put_label(out, "what");
    put_quoted(out, doc_words(d, e->trigger));
    buf_printf(out, " is %s%s%s", e->type, e->mode ? ", mode " : "", e->mode ? e->mode : "");
    if (means.len) buf_printf(out, ": " STR_FMT, STR_ARG(means));
    buf_byte(out, '\n');
    put_label(out, "");
    buf_printf(out, STR_FMT ", CAMEO %s", STR_ARG(quad), e->cameo ? e->cameo : "none");
    for (uint32_t i = 0; i < e->context.n; i++) buf_printf(out, "%s%s", i ? ", " : "; context ", e->context.at[i]);
    buf_byte(out, '\n');
    put_reasons(out, data, e, "what/");
}

/* ---- who -------------------------------------------------------------------------- */

/* "is ARM MIL, Armed Forces of Armenia" */
static void put_code(buf *out, const doc *d, const party *p)
{
    buf_add(out, S(" is"));
    if (is_code(p->code)) buf_printf(out, " %s", p->code);
    for (int i = 0; i < MAX_SECTORS && p->sector[i][0]; i++) buf_printf(out, " %s", p->sector[i]);
    if (!is_code(p->code)) buf_add(out, p->sector[0][0] ? S(", of unknown country") : S(" of unknown country"));
    if (p->name.len && !str_eq(p->name, p->text)) buf_printf(out, ", " STR_FMT, STR_ARG(p->name));
    if (p->actor != NONE && p->actor < d->actors.n && d->actors.at[p->actor].code_from_context)
        buf_add(out, S("; its words do not name the country, the story does"));
    buf_byte(out, '\n');
}

static void put_named(buf *out, const party *p)
{
    if (p->text.len) put_quoted(out, p->text);
    else buf_add(out, S("somebody not named there"));
}

static void put_party(buf *out, const doc *d, const party *p)
{
    put_named(out, p);
    put_code(out, d, p);
}

static void put_party_reasons(buf *out, const doc *d, const party *p, const dataset *data)
{
    if (p->actor == NONE || p->actor >= d->actors.n) return;
    const actor *a = &d->actors.at[p->actor];
    if (a->why) put_reason(out, data, a->why);
    if (a->why_code && (!a->why || strcmp(a->why, a->why_code) != 0)) put_reason(out, data, a->why_code);
}

static void put_parties(buf *out, const doc *d, const char *label, const parties *list, const dataset *data)
{
    for (uint32_t i = 0; i < list->n; i++) {
        put_label(out, i ? "" : label);
        put_party(out, d, &list->at[i]);
        put_party_reasons(out, d, &list->at[i], data);
    }
    if (list->n) return;
    put_label(out, label);
    buf_add(out, S("the text names nobody\n"));
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

static void put_when(buf *out, const doc *d, const event *e, const dataset *data)
{
    put_label(out, "when");
    str days = listing_days(out->mem, e->first, e->last);
    put_clean(out, days);
    if (e->when_text.len) {
        buf_add(out, S(", "));
        put_quoted(out, e->when_text);
    }
    buf_printf(out, ": %s", basis_words(e->basis));
    bool counted = e->basis == BASIS_RELATIVE || e->basis == BASIS_PUBLISHED;
    if (counted && d->article.published != DAY_NONE)
        buf_printf(out, " (published " STR_FMT ")", STR_ARG(day_print(out->mem, d->article.published)));
    buf_byte(out, '\n');
    put_reasons(out, data, e, "when/");
}

static void put_where(buf *out, const doc *d, const event *e, const dataset *data)
{
    for (uint32_t i = 0; i < e->where.n; i++) {
        const place *p = &d->places.at[e->where.at[i]];
        put_label(out, i ? "" : "where");
        put_quoted(out, doc_words(d, p->tok));
        if (p->name.len) buf_printf(out, " is " STR_FMT "%s%s", STR_ARG(p->name), p->country[0] ? ", " : "", p->country);
        if (p->kind) buf_printf(out, ", %s", p->kind);
        if (p->lat == p->lat) buf_printf(out, ", at %.2f %.2f", p->lat, p->lon);
        if (p->geonameid) buf_printf(out, ", GeoNames %u", p->geonameid);
        buf_byte(out, '\n');
        if (p->why) put_reason(out, data, p->why);
    }
    if (e->where.n) return;
    put_label(out, "where");
    buf_add(out, S("the text does not say\n"));
}

/* ---- according to whom ------------------------------------------------------------------ */

static void put_sources(buf *out, const doc *d, const event *e, const dataset *data)
{
    if (!e->according_to.n) {
        put_label(out, "who says so");
        buf_add(out, S("the outlet tells it in its own voice\n"));
        return;
    }
    for (uint32_t i = 0; i < e->according_to.n; i++) {
        const party *p = &e->according_to.at[i];
        put_label(out, i ? "" : "who says so");
        if (i) buf_add(out, S("as told by "));
        put_named(out, p);
        if (p->cue.len) {
            buf_add(out, S(" ("));
            put_quoted(out, p->cue);
            buf_byte(out, ')');
        }
        put_code(out, d, p);
        put_party_reasons(out, d, p, data);
    }
    put_label(out, "");
    buf_printf(out, "a claim, not a fact that the outlet vouches for; %s\n",
               strcmp(quote_name(e), "direct") == 0 ? "inside quotation marks" : "reported speech");
    put_reasons(out, data, e, "says/");
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
static void put_confidence(buf *out, const event *e, const dataset *data)
{
    put_label(out, "confidence");
    buf_printf(out, "%.2f\n", e->confidence);
    for (uint32_t i = 0; i < e->because.n; i++) {
        const char *name;
        long line;
        if (!find_file(data, str_of(e->because.at[i]), &name, &line) || strcmp(name, SIGNS) != 0) continue;
        str rest = line_of(data, name, line), sign, weight = {0};
        str_cut(&rest, '\t', &sign);
        str_cut(&rest, '\t', &weight);
        put_label(out, "");
        buf_printf(out, "%s, for " STR_FMT "\n", str_starts(weight, S("-")) ? "less sure" : "surer", STR_ARG(rest));
    }
}

static void put_status(buf *out, const doc *d, const event *e, const dataset *data)
{
    put_label(out, "status");
    buf_printf(out, "%s: %s\n", status_name(e->status), status_words(e->status));
    put_confidence(out, e, data);
    if (e->same_as == NONE) return;
    put_label(out, "told before");
    buf_printf(out, "this tells %s again\n", d->events.at[e->same_as].id);
}

void explain_event(buf *out, const doc *d, const event *e, const dataset *data)
{
    buf_printf(out, "%s  in " STR_FMT "\n", e->id, STR_ARG(d->article.id));
    put_label(out, "clause");
    put_quoted(out, doc_words(d, e->evidence));
    buf_byte(out, '\n');
    put_what(out, d, e, data);
    put_parties(out, d, "who", &e->actor, data);
    put_parties(out, d, "to whom", &e->recipient, data);
    put_when(out, d, e, data);
    put_where(out, d, e, data);
    put_sources(out, d, e, data);
    put_status(out, d, e, data);
    put_other_reasons(out, d, data, e);
    buf_byte(out, '\n');
}
