/* ask.c: does a question ask for what there is, and what may have been meant? */
#include "store/ask.h"
#include "base/near.h"
#include "base/table.h"
#include "store/meant.h"
#include <stdio.h>

/* PLOVER's closed sets, and the sectors that the data uses. */
static const char types[] = "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
                            "MOBILIZE COERCE ASSAULT";
static const char statuses[] = "actual planned demanded denied hypothetical";
static const char sectors[] = "GOV MIL REB OPP PTY COP JUD SPY LEG CVL SOC ELI BUS CRM EDU JRN LAB MED REF REL UAF AGR PRM PRE";

struct asker { const dataset *data; const char *codes; /* "AFG ALB ... IGO NGO MNC ---" */ };

int ask_open(asker **out, arena *mem, const dataset *data, fail *f)
{
    asker *a = arena_new_of(mem, asker);
    table nations;
    str text;
    const char *path;
    buf codes = {.mem = mem};
    int code = dataset_text(data, "who/nations.tsv", &text, &path, f);
    if (!code) code = table_read(&nations, mem, text, path, f);
    if (code) return code;
    uint32_t column = table_column(&nations, "code");
    for (uint32_t i = 0; i < nations.n_rows; i++) buf_printf(&codes, STR_FMT " ", STR_ARG(table_cell(&nations, i, column)));
    buf_add(&codes, S("IGO NGO MNC ---"));
    a->data = data;
    a->codes = buf_str(&codes).ptr;
    *out = a;
    return FAIL_OK;
}

/* ---- did you mean -------------------------------------------------------------------- */

static int refuse(refusal *no, const char *name, const char *value, const char *hint)
{
    snprintf(no->error, sizeof no->error, "%s %s is not known", name, value);
    snprintf(no->hint, sizeof no->hint, "%s", hint);
    return FAIL_USAGE;
}

static int not_known(refusal *no, const char *name, const char *value, const char *known)
{
    char near[64], hint[256] = "";
    const char *like = near_word(value, known, near);
    if (like) snprintf(hint, sizeof hint, "did you mean %s?", like);
    else if (strlen(known) < 200) snprintf(hint, sizeof hint, "known: %s", known);
    return refuse(no, name, value, hint);
}

/* Capitals or small letters, as the list has them. */
static const char *as_known(arena *mem, const char *value, const char *known)
{
    str rest = str_of(known);
    for (str word; str_word(&rest, &word);)
        if (str_eq_fold(word, str_of(value))) return str_copy(mem, word).ptr;
    return NULL;
}

/* In capitals where the list is. */
static const char *as_written(arena *mem, const char *value, const char *known)
{
    buf out = {.mem = mem};
    for (; *value; value++) buf_byte(&out, *known >= 'A' && *known <= 'Z' && *value >= 'a' && *value <= 'z' ? (char)(*value - 32) : *value);
    return buf_str(&out).ptr;
}

static int check_word(arena *mem, const char *name, const char **value, const char *known, refusal *no)
{
    if (!*value) return FAIL_OK;
    const char *word = as_known(mem, *value, known);
    if (!word) return not_known(no, name, as_written(mem, *value, known), known);
    *value = word;
    return FAIL_OK;
}

int ask_check_type(arena *mem, const char **value, refusal *no)
{
    return check_word(mem, "type", value, types, no);
}

int ask_check_status(arena *mem, const char **value, refusal *no)
{
    return check_word(mem, "status", value, statuses, no);
}

/* ---- parties ----------------------------------------------------------------------------- */

static int no_code(const asker *a, arena *mem, const char *name, const char *value, const char *code, refusal *no)
{
    char hint[256];
    return meant_party(a->data, mem, code, hint) ? refuse(no, name, value, hint) : not_known(no, name, code, a->codes);
}

/* "arm/gov" → "ARM/GOV" */
int ask_check_party(const asker *a, arena *mem, const char *name, const char **value, refusal *no)
{
    if (!*value) return FAIL_OK;
    buf out = {.mem = mem};
    str rest = str_of(*value), piece;
    for (bool first = true; str_cut(&rest, '/', &piece); first = false) {
        const char *word = str_copy(mem, piece).ptr, *known = as_known(mem, word, first ? a->codes : sectors);
        if (!first) buf_byte(&out, '/');
        if (first && !piece.len) continue;
        if (!known) return first ? no_code(a, mem, name, *value, word, no) : not_known(no, name, word, sectors);
        buf_add(&out, str_of(known));
    }
    *value = buf_str(&out).ptr;
    if (out.len > 0 && strcmp(*value, "/") != 0) return FAIL_OK;
    snprintf(no->error, sizeof no->error, "%s wants a country's code, sectors, or both: ARM, /GOV, ARM/GOV", name);
    no->hint[0] = 0;
    return FAIL_USAGE;
}

/* ---- days and groups ------------------------------------------------------------------------- */

static int check_day(arena *mem, const char *name, const char **value, bool start, refusal *no)
{
    day first, last;
    if (!*value) return FAIL_OK;
    if (day_stretch(str_of(*value), &first, &last)) {
        *value = day_print(mem, start ? first : last).ptr;
        return FAIL_OK;
    }
    snprintf(no->error, sizeof no->error, "%s %s is no day", name, *value);
    snprintf(no->hint, sizeof no->hint, "the form is YYYY-MM-DD, YYYY-MM or YYYY");
    return FAIL_USAGE;
}

static int check_groups(const char *names, refusal *no)
{
    if (!names) return FAIL_OK;
    str rest = str_of(names);
    for (str name; str_cut(&rest, ',', &name);) {
        char word[64];
        if (near_has(query_groups, name)) continue;
        snprintf(word, sizeof word, STR_FMT, STR_ARG(name));
        return not_known(no, "count-by", word, query_groups);
    }
    return FAIL_OK;
}

int ask_check(const asker *a, arena *mem, question *q, refusal *no)
{
    int bad = ask_check_party(a, mem, "actor", &q->actor, no);
    if (!bad) bad = ask_check_party(a, mem, "recipient", &q->recipient, no);
    if (!bad) bad = ask_check_party(a, mem, "says", &q->says, no);
    if (!bad) bad = ask_check_type(mem, &q->type, no);
    if (!bad) bad = ask_check_status(mem, &q->status, no);
    if (!bad) bad = check_day(mem, "from", &q->from, true, no);
    if (!bad) bad = check_day(mem, "until", &q->to, false, no);
    return bad ? bad : check_groups(q->count_by, no);
}
