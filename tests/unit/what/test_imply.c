/* Which parties does a claim between two sides leave unsaid? */
#include "ruled.h"

static bool failed;
static const what *lexicon;
static const who *people;

/* An event on `trigger` that a party of country `source` tells; codes may be "". */
typedef struct told_act { const char *type, *mode, *trigger, *source, *actor, *recipient; status status; bool here; } told_act;

static void add_party(doc *d, parties *list, const char *code)
{
    party p = {.actor = 0};
    if (!*code) return;
    memcpy(p.code, code, 4);
    array_push(d->mem, *list, p);
}

static void add_codes(buf *b, const parties *list)
{
    for (uint32_t k = 0; k < list->n; k++) buf_printf(b, "%s%s", k ? "+" : "", list->at[k].code);
    if (!list->n) buf_byte(b, '-');
}

/* "actors recipients" after what is implied, in a story of Norway and, with weight `second`, Italy. */
static void implies(const told_act *a, double second, const char *wanted)
{
    static const char text[] = "the/DT/det/2 occupation/NN/nsubj/3 ended/VBD/ROOT/0 victory/NN/dobj/3 talks/NNS/dobj/3 shelled/VBD/conj/3 Rome/NNP/dobj/6";
    doc *d = told(text, "ended=end shelled=shell", "");
    uint32_t i = told_at(d, a->trigger);
    event ev = {.type = a->type, .mode = a->mode, .status = a->status, .trigger = {i, i + 1}};
    buf b = {.mem = d->mem};
    d->story.country[0] = (country_weight){"NOR", 4};
    d->story.country[1] = (country_weight){"ITA", second};
    array_push(d->mem, d->places, (place){.tok = {6, 7}, .country = "ITA", .kind = "city"});
    if (a->here) array_push(d->mem, ev.where, 0);
    add_party(d, &ev.actor, a->actor);
    add_party(d, &ev.recipient, a->recipient);
    add_party(d, &ev.according_to, a->source);
    uint32_t before = ev.actor.n + ev.recipient.n;
    imply_parties(d, lexicon, people, &ev, i);
    add_codes(&b, &ev.actor);
    buf_byte(&b, ' ');
    add_codes(&b, &ev.recipient);
    failed |= ev.actor.n + ev.recipient.n > before && ev.because.n == 0;
    for (uint32_t k = 0; k < ev.actor.n; k++) failed |= ev.actor.at[k].actor == NONE && !ev.actor.at[k].name.len;
    if (!told_same(d, buf_str(&b), wanted)) {
        fprintf(stderr, "  %s on %s, told by %s\n", a->type, a->trigger, a->source);
        failed = true;
    }
    doc_free(d);
}

/* What is blamed is the other side's, what is told with pride the speaker's own. */
static void blame_and_pride(void)
{
    told_act blamed = {"ASSAULT", NULL, "occupation", "NOR", "", "", STATUS_ACTUAL, false};
    implies(&blamed, 3, "ITA NOR");
    implies(&blamed, 1, "- -"); /* no second side */
    blamed.source = "ITA";
    implies(&blamed, 3, "NOR ITA");
    blamed.source = "FRA";
    implies(&blamed, 3, "- -");
    blamed.source = "";
    implies(&blamed, 3, "- -"); /* the outlet takes no side */
    blamed.source = "IGO";
    implies(&blamed, 3, "- -");
    blamed.source = "NOR", blamed.status = STATUS_HYPOTHETICAL;
    implies(&blamed, 3, "- -");
    told_act proud = {"ASSAULT", NULL, "victory", "NOR", "", "", STATUS_ACTUAL, false};
    implies(&proud, 3, "NOR ITA");
    proud.type = "SUPPORT";
    implies(&proud, 3, "- -"); /* not hostile */
}

static void told_parties_stay(void)
{
    told_act a = {"ASSAULT", NULL, "shelled", "NOR", "ITA", "", STATUS_ACTUAL, false};
    implies(&a, 3, "ITA NOR");
    a.actor = "FRA";
    implies(&a, 3, "FRA -");
    a.recipient = "ITA";
    implies(&a, 3, "FRA ITA");
}

static void partners(void)
{
    told_act talks = {"CONSULT", NULL, "talks", "NOR", "ITA", "", STATUS_ACTUAL, false};
    implies(&talks, 3, "ITA+NOR -");
    talks.actor = "NOR";
    implies(&talks, 3, "NOR -");
    talks.actor = "ITA", talks.recipient = "FRA";
    implies(&talks, 3, "ITA FRA");
}

/* An arrest without a doer is of the country where it was; a bomb hits that country. */
static void by_place(void)
{
    told_act arrest = {"COERCE", NULL, "shelled", "", "", "", STATUS_ACTUAL, true};
    implies(&arrest, 3, "ITA -");
    implies(&arrest, 0.5, "- -"); /* a namesake abroad */
    arrest.here = false;
    implies(&arrest, 3, "- -");
    told_act bomb = {"ASSAULT", NULL, "shelled", "", "NOR", "", STATUS_ACTUAL, true};
    implies(&bomb, 3, "NOR ITA");
    bomb.actor = "ITA";
    implies(&bomb, 3, "ITA -"); /* the state does not bomb itself */
    told_act blame = {"ACCUSE", "disapprove", "shelled", "", "", "", STATUS_ACTUAL, true};
    implies(&blame, 3, "- -");
}

int main(void)
{
    arena *mem = arena_new(0);
    assert(mem && !arena_enter(mem));
    fail f = {0};
    dataset *data;
    what *w;
    who *known;
    if (dataset_open(&data, mem, NULL, &f) || what_load(&w, mem, data, &f) || who_load(&known, mem, data, &f)) {
        fprintf(stderr, "%s:%u: %s\n", f.path, f.line, f.text);
        return 1;
    }
    lexicon = w;
    people = known;
    blame_and_pride();
    told_parties_stay();
    partners();
    by_place();
    arena_free(mem);
    if (!failed) puts("ok");
    return failed;
}
