/* ledger_json.c: a row of the ledger as one JSON object, for `dateline ledger --to jsonl` and the server. */
#include "out/json.h"
#include "store/ledger.h"

const char *ledger_about_name(ledger_about about)
{
    static const char *const names[] = {"own_side", "another", "not_theirs"};
    return names[about];
}

str ledger_standing_name(ledger_standing s)
{
    static const char *const names[] = {"agreed", "denied", "differs", "one_side", "outlet"};
    return str_of(names[s]);
}

str ledger_code(arena *mem, const ledger_party *p)
{
    buf out = {.mem = mem};
    str rest = p->sectors;
    buf_add(&out, p->code);
    for (str s; str_cut(&rest, ';', &s);) buf_printf(&out, "/" STR_FMT, STR_ARG(s));
    return buf_str(&out);
}

str ledger_codes(arena *mem, const ledger_party *list, uint32_t n)
{
    buf out = {.mem = mem};
    for (uint32_t i = 0; i < n; i++) {
        bool twice = false;
        for (uint32_t k = 0; k < i && !twice; k++) twice = str_eq(list[k].code, list[i].code) && str_eq(list[k].sectors, list[i].sectors);
        if (!twice && out.len) buf_byte(&out, '+');
        if (!twice) buf_add(&out, ledger_code(mem, &list[i]));
    }
    return buf_str(&out);
}

str ledger_words(const ledger_party *p)
{
    bool pronoun = p->text.len <= 4;      /* "It", "he", "they" */
    return p->name.len && pronoun ? p->name : p->text;
}

static void put_bound(buf *out, const char *key, int64_t n)
{
    if (n < 0) json_put_null(out, key);
    else json_put_int(out, key, (long)n);
}

static void put_counts(buf *out, const ledger_say *say)
{
    json_put_open(out, "counts", '[');
    for (uint32_t i = 0; i < say->counts.n; i++) {
        json_open(out, '{');
        json_put_str(out, "what", say->counts.at[i].what);
        put_bound(out, "low", say->counts.at[i].low);
        put_bound(out, "high", say->counts.at[i].high);
        json_close(out, '{');
    }
    json_close(out, '[');
}

/* The sources around the one that stands in the cell, and, if it passes on, the innermost. */
static void put_chain(buf *out, const char *key, const ledger_say *say, uint32_t first, uint32_t end)
{
    json_put_open(out, key, '[');
    for (uint32_t i = first; i < end; i++) {
        json_open(out, '{');
        json_put_str(out, "by", ledger_code(out->mem, &say->source.at[i]));
        json_put_text(out, "by_text", ledger_words(&say->source.at[i]));
        json_put_text(out, "cue", say->source.at[i].cue);
        json_close(out, '{');
    }
    json_close(out, '[');
}

static void put_by(buf *out, const ledger_say *say)
{
    const ledger_party nobody = {0}, *by = say->by < say->source.n ? &say->source.at[say->by] : &nobody;
    json_put_text(out, "by", say->by < say->source.n ? ledger_code(out->mem, by) : S(""));
    json_put_text(out, "by_text", ledger_words(by));
    json_put_text(out, "cue", by->cue);
}

static void put_say(buf *out, const ledger_say *say)
{
    json_open(out, '{');
    json_put_int(out, "n", (long)say->n);
    json_put_int(out, "article", (long)say->article);
    json_put_text(out, "doc", say->doc);
    json_put_text(out, "outlet", say->outlet);
    json_put_text(out, "published", say->published);
    put_by(out, say);
    put_chain(out, "via", say, say->by + 1 < say->source.n ? say->by + 1 : say->source.n, say->source.n);
    put_chain(out, "relays", say, 0, say->relays ? say->by : 0);
    json_put_bool(out, "firm", say->firm);
    json_put_z(out, "about", say->by < say->source.n ? ledger_about_name(say->about) : NULL);
    json_put_text(out, "status", say->status);
    json_put_text(out, "quote", say->quote);
    json_put_text(out, "text", say->text);
    json_put_text(out, "first", say->first);
    json_put_text(out, "last", say->last);
    json_put_text(out, "actor", ledger_codes(out->mem, say->actor.at, say->actor.n));
    json_put_text(out, "recipient", ledger_codes(out->mem, say->recipient.at, say->recipient.n));
    put_counts(out, say);
    json_put_int(out, "copies", (long)say->copies);
    json_close(out, '{');
}

static void put_cell(buf *out, const ledger_cell *cell)
{
    for (uint32_t i = 0; i < cell->n; i++) put_say(out, &cell->at[i]);
    json_close(out, '[');
}

static void put_differs(buf *out, const ledger_row *row)
{
    json_put_open(out, "differs", '[');
    const struct { bool yes; const char *name; } kinds[] = {{row->other_actor, "actor"}, {row->other_number, "number"}, {row->other_status, "status"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!kinds[i].yes) continue;
        if (out->ptr[out->len - 1] != '[') buf_byte(out, ',');
        json_str(out, str_of(kinds[i].name));
    }
    json_close(out, '[');
}

static void put_act(buf *out, const ledger_row *row)
{
    const ledger_say *told = row->told;
    json_put_int(out, "story", (long)row->story);
    json_put_text(out, "type", told->type);
    json_put_text(out, "mode", told->mode);
    json_put_text(out, "status", told->status);
    json_put_text(out, "first", told->first);
    json_put_text(out, "last", told->last);
    json_put_text(out, "actor", ledger_codes(out->mem, told->actor.at, told->actor.n));
    json_put_text(out, "recipient", ledger_codes(out->mem, told->recipient.at, told->recipient.n));
    json_put_text(out, "place", row->place);
    json_put_text(out, "country", row->country);
}

void ledger_json(buf *out, const ledger_question *asked, const ledger_row *row)
{
    json_open(out, '{');
    put_act(out, row);
    json_put_str(out, "standing", ledger_standing_name(row->standing));
    put_differs(out, row);
    json_put_open(out, "cells", '[');
    for (uint32_t i = 0; i < asked->n_parties; i++) {
        json_open(out, '[');
        put_cell(out, &row->cell[i]);
    }
    json_close(out, '[');
    json_put_open(out, "others", '[');
    put_cell(out, &row->cell[LEDGER_OTHERS]);
    json_close(out, '{');
}
