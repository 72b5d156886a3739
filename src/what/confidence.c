/* confidence.c: how likely is a careful reader to sign this record?
 *
 * A logistic model: signs that a record has (its recipient is only supposed,
 * its word is a noun, ...) add their weights to the sureness of its entry.
 * Signs are looked for here; what each weighs stands in
 * data/what/confidence.tsv, fitted by bench/confidence.py to records that
 * people have coded too. */
#include "base/table.h"
#include "parse/tree.h"
#include "what/what_internal.h"
#include <math.h>

typedef struct glance { const doc *d; const event *ev; uint32_t word; } glance; /* one record; its trigger's token */
typedef bool (*sign_test)(const glance *g);

static const token *at(const glance *g) { return &g->d->tokens.at[g->word]; }
static const actor *who_is(const glance *g, const party *p) { return p->actor == NONE ? NULL : &g->d->actors.at[p->actor]; }

/* ---- parties ----------------------------------------------------------------------- */
static bool all_unknown(const parties *list)
{
    for (uint32_t k = 0; k < list->n; k++)
        if (is_code(list->at[k].code)) return false;
    return list->n > 0;
}

static bool supposed(const glance *g, const parties *list)
{
    for (uint32_t k = 0; k < list->n; k++) {
        const actor *a = who_is(g, &list->at[k]);
        if (is_code(list->at[k].code) && a && (a->code_from_context || !is_code(a->code)) && a->kind != ACTOR_PRONOUN) return true;
    }
    return false;
}

static bool pronoun(const glance *g, const parties *list)
{
    for (uint32_t k = 0; k < list->n; k++) {
        const actor *a = who_is(g, &list->at[k]);
        if (a && a->kind == ACTOR_PRONOUN) return true;
    }
    return false;
}

static bool implied(const parties *list)
{
    for (uint32_t k = 0; k < list->n; k++)
        if (list->at[k].tok.first == list->at[k].tok.end) return true;
    return false;
}

/* More than `far` tokens lie between the word and a party of its own sentence. */
static bool distant(const glance *g, const parties *list, uint32_t far)
{
    for (uint32_t k = 0; k < list->n; k++) {
        const range *t = &list->at[k].tok;
        if (t->first == t->end || g->d->tokens.at[t->first].sent != at(g)->sent) continue;
        uint32_t gap = t->first > g->word ? t->first - g->word : g->word > t->end ? g->word - t->end : 0;
        if (gap > far) return true;
    }
    return false;
}

static bool elsewhere(const glance *g, const parties *list)
{
    for (uint32_t k = 0; k < list->n; k++) {
        const range *t = &list->at[k].tok;
        if (t->first != t->end && g->d->tokens.at[t->first].sent != at(g)->sent) return true;
    }
    return false;
}

/* A state, its government or forces: no person, role or group. */
static bool plain_state(const glance *g, const parties *list)
{
    const actor *a = list->n == 1 ? who_is(g, &list->at[0]) : NULL;
    return a && is_code(a->code) && a->kind == ACTOR_COUNTRY;
}

static bool actor_none(const glance *g) { return g->ev->actor.n == 0; }
static bool actor_unknown(const glance *g) { return all_unknown(&g->ev->actor); }
static bool actor_supposed(const glance *g) { return supposed(g, &g->ev->actor); }
static bool actor_pronoun(const glance *g) { return pronoun(g, &g->ev->actor); }
static bool actor_implied(const glance *g) { return implied(&g->ev->actor); }
static bool actor_far(const glance *g) { return distant(g, &g->ev->actor, 10); }
static bool actor_elsewhere(const glance *g) { return elsewhere(g, &g->ev->actor); }
static bool actor_several(const glance *g) { return g->ev->actor.n > 1; }
static bool actor_state(const glance *g) { return plain_state(g, &g->ev->actor); }
static bool recipient_none(const glance *g) { return g->ev->recipient.n == 0; }
static bool recipient_unknown(const glance *g) { return all_unknown(&g->ev->recipient); }
static bool recipient_supposed(const glance *g) { return supposed(g, &g->ev->recipient); }
static bool recipient_pronoun(const glance *g) { return pronoun(g, &g->ev->recipient); }
static bool recipient_implied(const glance *g) { return implied(&g->ev->recipient); }
static bool recipient_far(const glance *g) { return distant(g, &g->ev->recipient, 8); }
static bool recipient_elsewhere(const glance *g) { return elsewhere(g, &g->ev->recipient); }
static bool recipient_several(const glance *g) { return g->ev->recipient.n > 1; }
static bool recipient_state(const glance *g) { return plain_state(g, &g->ev->recipient); }

static bool domestic(const glance *g)
{
    const parties *a = &g->ev->actor, *b = &g->ev->recipient;
    return a->n && b->n && is_code(a->at[0].code) && strcmp(a->at[0].code, b->at[0].code) == 0;
}

/* ---- the clause ---------------------------------------------------------------------- */
static bool is_verb(const glance *g) { return at(g)->pos == POS_VERB || at(g)->pos == POS_AUX; }
static bool noun(const glance *g) { return at(g)->pos == POS_NOUN || at(g)->pos == POS_PROPN; }
static bool adjective(const glance *g) { return at(g)->pos == POS_ADJ; }
static bool infinitive(const glance *g) { return is_verb(g) && at(g)->tag == TAG_VB; }
static bool participle(const glance *g) { return is_verb(g) && (at(g)->dep == DEP_acl || at(g)->dep == DEP_advcl || at(g)->dep == DEP_amod); }
static bool relative(const glance *g) { return at(g)->dep == DEP_relcl; }
static bool root(const glance *g) { return at(g)->head == g->word; }
static bool passive(const glance *g) { return is_verb(g) && tree_child(g->d, g->word, DEP_nsubjpass) != NONE; }

static bool long_sentence(const glance *g)
{
    range r = g->d->sentences.at[at(g)->sent];
    return r.end - r.first > 40;
}

static bool short_sentence(const glance *g)
{
    range r = g->d->sentences.at[at(g)->sent];
    return r.end - r.first < 20;
}

static uint32_t sentence_of(const glance *g, const event *ev) { return g->d->tokens.at[ev->trigger.first].sent; }

/* Three and more records in one sentence. */
static bool crowded(const glance *g)
{
    const event *all = g->d->events.at, *first = g->ev, *last = g->ev;
    while (first > all && sentence_of(g, first - 1) == at(g)->sent) first--;
    while (last + 1 < all + g->d->events.n && sentence_of(g, last + 1) == at(g)->sent) last++;
    return last - first + 1 >= 3;
}

static bool lead(const glance *g) { return at(g)->sent == 0; }
static bool told_again(const glance *g) { return g->ev->same_as != NONE; }

/* ---- the record ------------------------------------------------------------------------ */
static bool quoted(const glance *g) { return g->ev->quoted && g->ev->quote == SAID_DIRECT; }
static bool claimed(const glance *g) { return g->ev->according_to.n > 0; }
static bool hypothetical(const glance *g) { return g->ev->status == STATUS_HYPOTHETICAL; }
static bool to_come(const glance *g) { return g->ev->status == STATUS_PLANNED || g->ev->status == STATUS_DEMANDED; }
static bool dated(const glance *g) { return g->ev->basis == BASIS_STATED || g->ev->basis == BASIS_RELATIVE || g->ev->basis == BASIS_NAMED; }
static bool undated(const glance *g) { return g->ev->basis == BASIS_UNSTATED; }
static bool with_mode(const glance *g) { return g->ev->mode != NULL; }
static bool with_place(const glance *g) { return g->ev->where.n > 0; }
static bool with_counts(const glance *g) { return g->ev->counts.n > 0; }
static bool verbal(const glance *g) { return strncmp(g->ev->quad, "VERBAL", 6) == 0; }
static bool conflict(const glance *g) { return strstr(g->ev->quad, "CONFLICT") != NULL; }

typedef struct sign { const char *name; sign_test holds; } sign;
static const sign signs[] = {
    {"actor-none", actor_none}, {"actor-unknown", actor_unknown}, {"actor-supposed", actor_supposed}, {"actor-pronoun", actor_pronoun},
    {"actor-implied", actor_implied}, {"actor-far", actor_far}, {"actor-elsewhere", actor_elsewhere}, {"actor-several", actor_several},
    {"actor-state", actor_state},
    {"recipient-none", recipient_none}, {"recipient-unknown", recipient_unknown}, {"recipient-supposed", recipient_supposed},
    {"recipient-pronoun", recipient_pronoun}, {"recipient-implied", recipient_implied}, {"recipient-far", recipient_far},
    {"recipient-elsewhere", recipient_elsewhere}, {"recipient-several", recipient_several}, {"recipient-state", recipient_state},
    {"domestic", domestic}, {"noun", noun}, {"adjective", adjective}, {"infinitive", infinitive}, {"participle", participle},
    {"relative", relative}, {"root", root}, {"passive", passive}, {"long-sentence", long_sentence}, {"short-sentence", short_sentence},
    {"crowded", crowded}, {"lead", lead}, {"told-again", told_again}, {"quoted", quoted}, {"claimed", claimed},
    {"hypothetical", hypothetical}, {"to-come", to_come}, {"dated", dated}, {"undated", undated}, {"with-mode", with_mode},
    {"with-place", with_place}, {"with-counts", with_counts}, {"verbal", verbal}, {"conflict", conflict},
};
enum { N_SIGNS = sizeof signs / sizeof *signs };

/* ---- the weights ------------------------------------------------------------------------- */
struct weights { double start, entry, of[N_SIGNS]; reason why[N_SIGNS]; };
#define TOLD 0.25 /* a sign that weighs less is not among the record's reasons */

static double decimal(str s)
{
    double whole = 0, scale = 1;
    bool minus = s.len && s.ptr[0] == '-', behind = false;
    for (uint32_t i = minus; i < s.len; i++) {
        if (s.ptr[i] == '.') behind = true;
        else whole = whole * 10 + (s.ptr[i] - '0'), scale *= behind ? 10 : 1;
    }
    return (minus ? -whole : whole) / scale;
}

static bool is_decimal(str s)
{
    for (uint32_t i = 0; i < s.len; i++)
        if (!strchr("-.0123456789", s.ptr[i])) return false;
    return s.len > 0;
}

static bool take_row(struct weights *w, str name, double weight, reason why)
{
    if (str_is(name, "start")) w->start = weight;
    else if (str_is(name, "entry")) w->entry = weight;
    else {
        int k = 0;
        while (k < N_SIGNS && !str_is(name, signs[k].name)) k++;
        if (k == N_SIGNS) return false;
        w->of[k] = weight;
        w->why[k] = why;
    }
    return true;
}

int confidence_load(what *w, const dataset *data, fail *f)
{
    str text;
    const char *path;
    table t;
    int code = dataset_text(data, "what/confidence.tsv", &text, &path, f);
    if (code || (code = table_read(&t, w->mem, text, path, f)) != 0) return code;
    struct weights *all = arena_new_of(w->mem, struct weights);
    uint32_t name = table_column(&t, "sign"), weight = table_column(&t, "weight");
    for (uint32_t i = 0; i < t.n_rows; i++) {
        str value = table_cell(&t, i, weight);
        if (!is_decimal(value) || !take_row(all, table_cell(&t, i, name), decimal(value), t.row[i].why))
            return fail_set(f, FAIL_FORMAT, path, t.row[i].line, "no sign of that name, or no weight such as -0.5");
    }
    w->weights = all;
    return FAIL_OK;
}

/* ---- one record ----------------------------------------------------------------------------- */
static void rate(doc *d, const struct weights *w, event *ev)
{
    glance g = {d, ev, ev->trigger.first};
    double p = ev->sureness < 0.05 ? 0.05 : ev->sureness > 0.95 ? 0.95 : ev->sureness;
    double sum = w->start + w->entry * log(p / (1 - p));
    for (int k = 0; k < N_SIGNS; k++) {
        if (!w->why[k] || !signs[k].holds(&g)) continue;
        sum += w->of[k];
        if (fabs(w->of[k]) >= TOLD) array_push(d->mem, ev->because, w->why[k]);
    }
    double c = 1 / (1 + exp(-sum));
    ev->confidence = c < 0.01 ? 0.01 : c > 0.99 ? 0.99 : c;
}

void confidence_fill(doc *d, const what *w)
{
    for (uint32_t i = 0; i < d->events.n; i++) rate(d, w->weights, &d->events.at[i]);
}

const char *what_sign(const doc *d, const event *ev, uint32_t k)
{
    glance g = {d, ev, ev->trigger.first};
    return k >= N_SIGNS ? NULL : signs[k].holds(&g) ? signs[k].name : "";
}

void what_keep_sure(doc *d, double least)
{
    uint32_t *now = arena_array_of(d->mem, uint32_t, d->events.n + 1), kept = 0;
    for (uint32_t i = 0; i < d->events.n; i++) {
        event *ev = &d->events.at[i];
        now[i] = NONE;
        if (ev->confidence < least) continue;
        if (ev->same_as != NONE) ev->same_as = now[ev->same_as];
        now[i] = kept;
        d->events.at[kept++] = *ev;
    }
    d->events.n = kept;
}
