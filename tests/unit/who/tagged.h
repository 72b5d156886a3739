/* tagged.h: documents from written-out parses, for tests without a model.
 * A sentence is words with blanks between, each
 *     form|lemma|TAG|POS|dep|head[|B-NAME]
 * head is the number of its word, from 0; a root is its own head. */
#ifndef TEST_TAGGED_H
#define TEST_TAGGED_H
#include "doc.h"
#include "parse/tree.h"

static inline str tagged_field(doc *d, str *rest)
{
    str field;
    return str_cut(rest, '|', &field) ? str_copy(d->mem, field) : (str){"", 0};
}

static inline void tagged_word(doc *d, buf *text, str word)
{
    bool glued = word.ptr[0] == '.' || word.ptr[0] == ',' || word.ptr[0] == '\'' || word.ptr[0] == '-';
    bool after_hyphen = d->tokens.n && str_is(d->tokens.at[d->tokens.n - 1].text, "-");
    if (text->len && !glued && !after_hyphen) buf_byte(text, ' ');
    token t = {.start = (uint32_t)text->len, .iob = 'O', .sent_start = d->tokens.n == 0};
    long head = 0;
    t.text = tagged_field(d, &word);
    t.lower = str_lower_ascii(d->mem, t.text);
    t.lemma = tagged_field(d, &word);
    t.tag = tag_of(tagged_field(d, &word).ptr);
    t.pos = pos_of(tagged_field(d, &word).ptr);
    t.dep = dep_of(tagged_field(d, &word).ptr);
    str_to_int(tagged_field(d, &word), &head);
    t.head = (uint32_t)head;
    if (word.len) t.iob = word.ptr[0];
    t.ent = word.len ? ent_of(word.ptr + 2) : ENT_NONE;
    buf_add(text, t.text);
    t.end = (uint32_t)text->len;
    array_push(d->mem, d->tokens, t);
}

static inline doc *tagged(const char *sentence, day published)
{
    doc *d = doc_new();
    buf text = {.mem = d->mem};
    for (str rest = str_copy(d->mem, str_of(sentence)), word; str_word(&rest, &word);) tagged_word(d, &text, str_copy(d->mem, word));
    d->text = buf_str(&text);
    d->article.published = published;
    tree_link(d);
    return d;
}
#endif
