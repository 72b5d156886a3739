/* conllu_read.c: which tokens, heads and names does this CoNLL-U hold? */
#include "parse/conllu_read.h"
#include "base/utf8.h"
#include "parse/tree.h"

enum { ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC, N_CELLS };
#define MAX_SENTENCE 10000u   /* tokens */

typedef struct reader {
    doc        *d;
    const char *path;
    uint32_t   *line;
    fail       *f;
    buf         text;
    uint32_t    first;        /* token that the sentence begins with */
    bool        par;          /* a paragraph begins                  */
} reader;

static int bad(const reader *r, const char *what) { return fail_set(r->f, FAIL_FORMAT, r->path, *r->line, "%s", what); }

static const char *keep(reader *r, str cell) { return str_is(cell, "_") ? "" : str_copy(r->d->mem, cell).ptr; }

/* The value of `name` in the last column. */
static str misc_value(str misc, const char *name)
{
    str one, key;
    while (str_cut(&misc, '|', &one))
        if (str_cut(&one, '=', &key) && str_is(key, name)) return one;
    return (str){"", 0};
}

static void add_spaces(reader *r, str escaped)
{
    for (uint32_t i = 0; i < escaped.len; i++) {
        char c = escaped.ptr[i];
        if (c == '\\' && i + 1 < escaped.len) {
            c = escaped.ptr[++i];
            c = c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : ' ';
        }
        buf_byte(&r->text, c);
    }
}

static void add_blank(reader *r, token *t, str misc)
{
    str spaces = misc_value(misc, "SpacesAfter");
    t->space_after = !str_is(misc_value(misc, "SpaceAfter"), "No");
    if (spaces.len) {
        t->space_after = str_starts(spaces, S("\\s"));
        add_spaces(r, spaces);
    } else if (t->space_after) {
        buf_byte(&r->text, ' ');
    }
}

static void set_labels(reader *r, token *t, const str *cell)
{
    str name = misc_value(cell[MISC], "NER");
    t->pos_text = keep(r, cell[UPOS]);
    t->tag_text = keep(r, cell[XPOS]);
    t->morph = keep(r, cell[FEATS]);
    t->dep_text = str_is(cell[DEPREL], "root") ? "ROOT" : keep(r, cell[DEPREL]);
    t->iob = name.len > 2 && (name.ptr[0] == 'B' || name.ptr[0] == 'I') ? name.ptr[0] : 'O';
    t->ent_text = t->iob == 'O' ? "" : str_copy(r->d->mem, str_slice(name, 2, name.len)).ptr;
    t->pos = pos_of(t->pos_text);
    t->tag = tag_of(t->tag_text);
    t->dep = dep_of(t->dep_text);
    t->ent = ent_of(t->ent_text);
}

static int add_token(reader *r, const str *cell)
{
    doc *d = r->d;
    long id, head;
    uint32_t n = d->tokens.n - r->first;
    if (!str_to_int(cell[ID], &id) || id != (long)n + 1) return bad(r, "token numbers must be 1, 2, 3, ...");
    if (n >= MAX_SENTENCE) return fail_set(r->f, FAIL_TOO_LARGE, r->path, *r->line, "a sentence of more than %u tokens", MAX_SENTENCE);
    if (!str_to_int(cell[HEAD], &head) || head < 0 || head > (long)MAX_SENTENCE) return bad(r, "HEAD is no token's number");
    if (cell[FORM].len == 0) return bad(r, "a token without text");
    if (r->text.len + cell[FORM].len > DOC_MAX_BYTES) return fail_set(r->f, FAIL_TOO_LARGE, r->path, *r->line, "a document of more than %u bytes", DOC_MAX_BYTES);
    token *t = array_add(d->mem, d->tokens);
    t->start = (uint32_t)r->text.len;
    t->end = t->start + cell[FORM].len;
    t->sent_start = n == 0;
    t->head = head ? r->first + (uint32_t)head - 1 : d->tokens.n - 1;
    t->lemma = str_is(cell[LEMMA], "_") && !str_is(cell[FORM], "_") ? (str){"", 0} : str_copy(d->mem, cell[LEMMA]);
    set_labels(r, t, cell);
    buf_add(&r->text, cell[FORM]);
    add_blank(r, t, cell[MISC]);
    return r->text.len > DOC_MAX_BYTES ? fail_set(r->f, FAIL_TOO_LARGE, r->path, *r->line, "a document of more than %u bytes", DOC_MAX_BYTES) : FAIL_OK;
}

/* The sentence's heads must be its own tokens and lead to a root. */
static int end_sentence(reader *r)
{
    doc *d = r->d;
    uint32_t n = d->tokens.n - r->first;
    uint8_t *seen = arena_alloc(d->mem, n); /* 1 on the way, 2 leads to a root */
    for (uint32_t i = 0; i < n; i++) {
        uint32_t k = i, h;
        while (seen[k] == 0 && (h = d->tokens.at[r->first + k].head - r->first) != k) {
            if (h >= n) return bad(r, "HEAD of a token is not in the sentence");
            seen[k] = 1;
            k = h;
        }
        if (seen[k] == 1) return bad(r, "the heads of a sentence go round in a circle");
        for (k = i; seen[k] < 2; k = d->tokens.at[r->first + k].head - r->first) seen[k] = 2;
    }
    r->first = d->tokens.n;
    return FAIL_OK;
}

/* A paragraph ends with its last word; blanks after that become "\n\n". */
static void begin_paragraph(reader *r)
{
    doc *d = r->d;
    if (d->tokens.n == 0) return;
    token *last = &d->tokens.at[d->tokens.n - 1];
    r->text.len = last->end;
    last->space_after = false;
    range par = {d->paragraphs.n ? d->paragraphs.at[d->paragraphs.n - 1].end + 2 : 0, (uint32_t)r->text.len};
    array_push(d->mem, d->paragraphs, par);
    buf_add(&r->text, S("\n\n"));
}

static int read_comment(reader *r, str line, bool *ends)
{
    str id = str_slice(line, str_find(line, S("=")) + 1, line.len);
    *ends = false;
    if (str_starts(line, S("# newpar"))) r->par = r->d->tokens.n > 0;
    if (!str_starts(line, S("# newdoc"))) return FAIL_OK;
    *ends = r->d->tokens.n > 0;
    if (!*ends) r->d->article.id = str_copy(r->d->mem, str_trim(id));
    return FAIL_OK;
}

static int read_line(reader *r, str line)
{
    str cell[N_CELLS], rest = line;
    int n = 0;
    while (n < N_CELLS && str_cut(&rest, '\t', &cell[n])) n++;
    if (n < N_CELLS || rest.len) return bad(r, "a token needs ten columns with tabs between");
    if (str_find(cell[ID], S("-")) < cell[ID].len || str_find(cell[ID], S(".")) < cell[ID].len) return FAIL_OK;
    if (r->par && r->first == r->d->tokens.n) begin_paragraph(r);
    r->par = false;
    return add_token(r, cell);
}

/* Now that the text does not move any more, tokens point into it. */
static void settle(reader *r)
{
    doc *d = r->d;
    begin_paragraph(r);
    if (r->text.len >= 2) r->text.len -= 2;
    d->text = buf_str(&r->text);
    d->article.given = d->text;
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        token *t = &d->tokens.at[i];
        t->text = str_slice(d->text, t->start, t->end);
        t->lower = utf8_lower(d->mem, t->text);
        if (t->lemma.len == 0) t->lemma = t->lower;
        if (i && t->iob == 'I' && d->tokens.at[i - 1].iob == 'O') t->iob = 'B';
    }
    if (d->tokens.n && d->tokens.at[0].iob == 'I') d->tokens.at[0].iob = 'B';
    tree_link(d);
}

static int read_lines(reader *r, str *rest)
{
    str line, before = *rest;
    bool ends = false;
    int code = FAIL_OK;
    while (!code && str_cut(rest, '\n', &line)) {
        ++*r->line;
        if (str_ends(line, S("\r"))) line.len--;
        if (line.len == 0) code = end_sentence(r);
        else if (line.ptr[0] == '#') code = read_comment(r, line, &ends);
        else code = read_line(r, line);
        if (ends) {
            *rest = before;
            --*r->line;
            break;
        }
        before = *rest;
    }
    return code ? code : end_sentence(r);
}

int conllu_read(doc *d, str *rest, const char *path, uint32_t *line, fail *f)
{
    reader r = {.d = d, .path = path, .line = line, .f = f, .text = {.mem = d->mem}};
    if (utf8_invalid_at(rest->ptr, rest->len) != rest->len) return fail_set(f, FAIL_ENCODING, path, 0, "not UTF-8");
    int code = read_lines(&r, rest);
    if (code) return code;
    if (d->tokens.n == 0) return fail_set(f, FAIL_MISSING, path, 0, "no more parses");
    settle(&r);
    return FAIL_OK;
}
