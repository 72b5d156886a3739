/* config.c: is this a pipeline that we can run?
 *
 * Sizes are not asked here: weights.c sees them in the arrays themselves. */
#include "model/config.h"
#include <stdio.h>

str config_value(str config, const char *section, const char *name)
{
    bool inside = false;
    str line, key;
    while (str_cut(&config, '\n', &line)) {
        line = str_trim(line);
        if (line.len && line.ptr[0] == '[') {
            inside = line.len == strlen(section) + 2 && memcmp(line.ptr + 1, section, line.len - 2) == 0;
            continue;
        }
        if (inside && str_cut(&line, '=', &key) && str_is(str_trim(key), name)) return str_trim(line);
    }
    return (str){"", 0};
}

str config_string(str config, const char *section, const char *name)
{
    str v = config_value(config, section, name);
    bool quoted = v.len >= 2 && v.ptr[0] == '"' && v.ptr[v.len - 1] == '"';
    return quoted ? str_slice(v, 1, v.len - 1) : v;
}

static int refuse(const char *path, const char *section, const char *name, str value, fail *f)
{
    return fail_set(f, FAIL_VERSION, path, 0, "[%s] %s = " STR_FMT " is not supported", section, name, STR_ARG(str_slice(value, 0, 80)));
}

/* Settings that must have one of the values (bars between); "" allows that it is not there. */
static const struct { const char *section, *name, *values; } required[] = {
    {"components.tok2vec", "factory", "\"tok2vec\""},
    {"components.tagger", "factory", "\"tagger\""},
    {"components.tagger", "overwrite", "false|"},
    {"components.parser", "factory", "\"parser\""},
    {"components.ner", "factory", "\"ner\""},
    {"components.attribute_ruler", "factory", "\"attribute_ruler\""},
    {"components.lemmatizer", "factory", "\"lemmatizer\""},
    {"components.lemmatizer", "mode", "\"rule\""},
    {"components.lemmatizer", "overwrite", "false|"},
    {"components.tok2vec.model", "@architectures", "\"spacy.Tok2Vec.v2\"|\"spacy.Tok2Vec.v1\""},
    {"components.tok2vec.model.embed", "@architectures", "\"spacy.MultiHashEmbed.v2\"|\"spacy.MultiHashEmbed.v1\""},
    {"components.tok2vec.model.encode", "@architectures", "\"spacy.MaxoutWindowEncoder.v2\"|\"spacy.MaxoutWindowEncoder.v1\""},
    {"components.tagger.model", "@architectures", "\"spacy.Tagger.v2\"|\"spacy.Tagger.v1\""},
    {"components.tagger.model.tok2vec", "@architectures", "\"spacy.Tok2VecListener.v1\""},
    {"components.parser.model", "@architectures", "\"spacy.TransitionBasedParser.v2\"|\"spacy.TransitionBasedParser.v1\""},
    {"components.parser.model", "state_type", "\"parser\""},
    {"components.parser.model", "extra_state_tokens", "false"},
    {"components.parser.model", "use_upper", "true"},
    {"components.parser.model.tok2vec", "@architectures", "\"spacy.Tok2VecListener.v1\""},
    {"components.ner.model", "@architectures", "\"spacy.TransitionBasedParser.v2\"|\"spacy.TransitionBasedParser.v1\""},
    {"components.ner.model", "state_type", "\"ner\""},
    {"components.ner.model", "extra_state_tokens", "false"},
    {"components.ner.model", "use_upper", "true"},
    {"components.ner.model.tok2vec", "@architectures", "\"spacy.Tok2Vec.v2\"|\"spacy.Tok2Vec.v1\""},
    {"components.ner.model.tok2vec.embed", "@architectures", "\"spacy.MultiHashEmbed.v2\"|\"spacy.MultiHashEmbed.v1\""},
    {"components.ner.model.tok2vec.encode", "@architectures", "\"spacy.MaxoutWindowEncoder.v2\"|\"spacy.MaxoutWindowEncoder.v1\""},
};

static bool one_of(str value, const char *values)
{
    str rest = str_of(values), choice;
    if (value.len == 0 && str_ends(rest, S("|"))) return true;
    while (str_cut(&rest, '|', &choice))
        if (choice.len && str_eq(choice, value)) return true;
    return false;
}

/* Cuts the next text off a JSON list of plain texts. */
static bool next_name(str *list, str *name)
{
    str before;
    return str_cut(list, '"', &before) && str_cut(list, '"', name);
}

static bool lists(str list, str wanted)
{
    str name;
    while (next_name(&list, &name))
        if (str_eq(name, wanted)) return true;
    return false;
}

/* The components that run must be ours, in our order. */
static int check_pipeline(str config, const char *path, fail *f)
{
    static const char *const run[] = {"tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"};
    str all = config_value(config, "nlp", "pipeline"), off = config_value(config, "nlp", "disabled"), rest = all, name;
    size_t n = 0, want = sizeof run / sizeof *run;
    while (next_name(&rest, &name)) {
        if (lists(off, name)) continue;
        if (n == want || !str_is(name, run[n])) return refuse(path, "nlp", "pipeline", all, f);
        n++;
    }
    return n == want ? FAIL_OK : refuse(path, "nlp", "pipeline", all, f);
}

int config_check(str config, const char *path, fail *f)
{
    if (!str_is(config_value(config, "nlp", "lang"), "\"en\""))
        return refuse(path, "nlp", "lang", config_value(config, "nlp", "lang"), f);
    int code = check_pipeline(config, path, f);
    for (size_t i = 0; !code && i < sizeof required / sizeof *required; i++) {
        str v = config_value(config, required[i].section, required[i].name);
        if (!one_of(v, required[i].values)) code = refuse(path, required[i].section, required[i].name, v, f);
    }
    return code;
}
