/* options.c: which options stand on the command line? */
#include "base/near.h"
#include "cli/cli.h"
#include <stdio.h>
#include <stdlib.h>

typedef struct option { const char *name; size_t at; /* of its value in options */ bool flag; } option;
#define OPTION(field) {#field, offsetof(options, field), false}
#define FLAG(field) {#field, offsetof(options, field), true}
static const option known_options[] = {
    OPTION(to),   OPTION(layers), OPTION(date),   OPTION(outlet),
    OPTION(model), OPTION(data),   OPTION(places), OPTION(near), OPTION(pairs),
    {"min-confidence", offsetof(options, min_confidence), false},
    FLAG(update), FLAG(judge), FLAG(uncovered), {"false", offsetof(options, doubtful), true},
    OPTION(db), OPTION(actor), OPTION(recipient), OPTION(says), OPTION(type), OPTION(status), OPTION(place), OPTION(text),
    OPTION(from), OPTION(until), OPTION(limit), {"count-by", offsetof(options, count_by), false},
    OPTION(out), OPTION(port), FLAG(write), {"no-open", offsetof(options, no_open), true},
    OPTION(party), OPTION(standing), FLAG(recode), FLAG(contested), {"by-report", offsetof(options, by_report), true},
};

/* ---- reading ---------------------------------------------------------------- */

static const option *find_option(const command *c, str name)
{
    for (size_t i = 0; i < sizeof known_options / sizeof *known_options; i++)
        if (str_is(name, known_options[i].name) && near_has(c->takes, name)) return &known_options[i];
    return NULL;
}

static int unknown(const command *c, const char *word)
{
    char near[64];
    const char *like = near_word(word + strspn(word, "-"), c->takes, near);
    if (like) return say_usage(c, "%s knows no option %s; did you mean --%s?", c->name, word, like);
    return say_usage(c, "%s knows no option %s", c->name, word);
}

static int read_day(const command *c, options *o)
{
    o->published = DAY_NONE;
    if (!o->date || (strlen(o->date) == 10 && day_parse(str_of(o->date), &o->published))) return EXIT_OK;
    return say_usage(c, "--date %s is no day; the form is YYYY-MM-DD", o->date);
}

static int read_least(const command *c, options *o)
{
    char *end;
    if (!o->min_confidence) return EXIT_OK;
    o->least = strtod(o->min_confidence, &end);
    if (*o->min_confidence && !*end && o->least >= 0 && o->least <= 1) return EXIT_OK;
    return say_usage(c, "--min-confidence %s is no number from 0 to 1", o->min_confidence);
}

/* --party may be given several times. */
static int add_party(const command *c, options *o, const char *value)
{
    enum { MOST = sizeof o->party / sizeof *o->party };
    if (o->n_parties == MOST) return say_usage(c, "--party %s is one too many: at most %d", value, (int)MOST);
    o->party[o->n_parties++] = value;
    return EXIT_OK;
}

/* Takes words[*i], an option, and its value, which may be the next word. */
static int take_option(const command *c, int n, char **words, int *i, options *o)
{
    char *word = words[*i];
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
        o->help = true;
        return EXIT_OK;
    }
    char *equals = strchr(word, '=');
    str name = {word, (uint32_t)(equals ? (size_t)(equals - word) : strlen(word))};
    const option *found = strncmp(word, "--", 2) == 0 ? find_option(c, str_slice(name, 2, name.len)) : NULL;
    if (!found) return unknown(c, word);
    if (found->flag && equals) return say_usage(c, "--%s takes no value", found->name);
    if (found->flag) {
        *(bool *)((char *)o + found->at) = true;
        return EXIT_OK;
    }
    if (!equals && *i + 1 >= n) return say_usage(c, "%s wants a value", word);
    const char *value = equals ? equals + 1 : words[++*i];
    if (strcmp(found->name, "party") == 0) return add_party(c, o, value);
    /* `query --from 2020-09 --to 2020-11 --to csv`: a day ends the days that are asked for. */
    bool ends = strcmp(found->name, "to") == 0 && near_has(c->takes, S("until")) && *value >= '0' && *value <= '9';
    *(const char **)((char *)o + (ends ? offsetof(options, until) : found->at)) = value;
    return EXIT_OK;
}

int options_read(const command *c, int n, char **words, options *o)
{
    bool only_inputs = false;
    o->input = (const char **)words;
    for (int i = 0; i < n; i++) {
        if (!only_inputs && strcmp(words[i], "--") == 0) {
            only_inputs = true;
        } else if (only_inputs || words[i][0] != '-' || !words[i][1]) {
            o->input[o->n_inputs++] = words[i];
        } else {
            int bad = take_option(c, n, words, &i, o);
            if (bad) return bad;
        }
    }
    int bad = read_least(c, o);
    return bad ? bad : read_day(c, o);
}

const char *options_format(const options *o, const char *known, const char *fallback)
{
    if (!o->to) return fallback;
    if (near_has(known, str_of(o->to))) return o->to;
    char near[64];
    const char *like = near_word(o->to, known, near);
    if (like) say_error("--to %s is not known; did you mean %s?", o->to, like);
    else say_error("--to %s is not known; known: %s", o->to, known);
    return NULL;
}
