/* Do whole parses equal spaCy's?  Texts and values: tests/parses (reference.py). */
#include "base/utf8.h"
#include "parse/parse.h"
#include <assert.h>
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>

static json_object *field(json_object *token_values, size_t i) { return json_object_array_get_idx(token_values, i); }

static bool same_text(json_object *token_values, size_t i, str s)
{
    json_object *v = field(token_values, i);
    return str_eq((str){json_object_get_string(v), (uint32_t)json_object_get_string_len(v)}, s);
}

/* Number of the first value that differs, -1 if none. */
static int first_difference(const doc *d, const token *t, json_object *v)
{
    uint32_t start = utf8_count(str_slice(d->text, 0, t->start));
    const bool same[] = {
        same_text(v, 0, t->text), json_object_get_int(field(v, 1)) == (int)start,
        json_object_get_boolean(field(v, 2)) == t->space_after, same_text(v, 3, str_of(t->tag_text)),
        same_text(v, 4, str_of(t->pos_text)), same_text(v, 5, str_of(t->morph)), same_text(v, 6, t->lemma),
        json_object_get_int(field(v, 7)) == (int)t->head, same_text(v, 8, str_of(t->dep_text)), same_text(v, 9, (str){&t->iob, 1}),
        same_text(v, 10, str_of(t->ent_text)), json_object_get_boolean(field(v, 11)) == t->sent_start};
    for (int i = 0; i < (int)(sizeof same / sizeof *same); i++)
        if (!same[i]) return i;
    return -1;
}

static int compare(const doc *d, json_object *tokens, const char *model_name)
{
    int wrong = 0;
    if (json_object_array_length(tokens) != d->tokens.n) {
        printf("%s: %.40s: %u tokens instead of %zu\n", model_name, d->text.ptr, (unsigned)d->tokens.n, json_object_array_length(tokens));
        return 1;
    }
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        json_object *want = json_object_array_get_idx(tokens, i);
        int k = first_difference(d, &d->tokens.at[i], want);
        if (k < 0) continue;
        printf("%s: %.40s: token %u: value %d is not that of %s\n", model_name, d->text.ptr, (unsigned)i, k, json_object_to_json_string(want));
        wrong++;
    }
    return wrong;
}

static int parse_line(const char *line, const parser *p, scratch *s, const char *model_name)
{
    json_object *o = json_tokener_parse(line), *text, *tokens;
    assert(json_object_object_get_ex(o, "text", &text) && json_object_object_get_ex(o, "tokens", &tokens));
    doc *d = doc_new();
    assert(d && !arena_enter(d->mem));
    d->text = str_copy(d->mem, (str){json_object_get_string(text), (uint32_t)json_object_get_string_len(text)});
    parse_fill_raw(d, p, s);
    int wrong = compare(d, tokens, model_name);
    doc_free(d);
    json_object_put(o);
    return wrong;
}

static int check_model(const char *name)
{
    model *m;
    parser *p;
    fail f = {0};
    char path[64], *line = NULL;
    size_t cap = 0;
    int wrong = 0;
    if (model_open(&m, name, &f) || parser_open(&p, m, &f)) {
        printf("%s: %s\n", f.path, f.text);
        return 1;
    }
    scratch *s = scratch_new(p);
    snprintf(path, sizeof path, "tests/parses/%s.jsonl", name);
    FILE *in = fopen(path, "r");
    assert(s && in);
    while (getline(&line, &cap, in) > 0) wrong += parse_line(line, p, s, name);
    fclose(in);
    free(line);
    scratch_free(s);
    parser_close(p);
    model_close(m);
    return wrong;
}

/* By paragraphs, without white space: heads, sentences and names stay in order. */
static void check_paragraphs(const char *name)
{
    model *m;
    parser *p;
    assert(!model_open(&m, name, NULL) && !parser_open(&p, m, NULL));
    scratch *s = scratch_new(p);
    doc *d = doc_new();
    assert(s && d && !arena_enter(d->mem));
    d->text = S("Troops  left Velmar.\n\n\tThe town\n of Selda, too. It was quiet.");
    array_push(d->mem, d->paragraphs, (range){0, 20});
    array_push(d->mem, d->paragraphs, (range){22, d->text.len});
    parse_fill(d, p, s);
    assert(d->sentences.n >= 3 && str_is(d->tokens.at[0].text, "Troops"));
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        const token *t = &d->tokens.at[i];
        assert(!t->is_space && t->head < d->tokens.n && d->tokens.at[t->head].sent == t->sent);
        assert(str_eq(t->text, str_slice(d->text, t->start, t->end)) && t->lemma.len && t->lower.len);
        assert(t->iob != 'I' || d->tokens.at[i - 1].iob != 'O');
    }
    doc_free(d);
    scratch_free(s);
    parser_close(p);
    model_close(m);
}

int main(void)
{
    int wrong = check_model("en_core_web_md") + check_model("en_core_web_sm");
    check_paragraphs("en_core_web_md");
    printf("parse: %s\n", wrong ? "differs from spaCy" : "ok");
    return wrong != 0;
}
