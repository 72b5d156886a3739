/* conllu.c: how does a parse look as CoNLL-U?
 *
 * White-space tokens, which spaCy keeps and CoNLL-U cannot hold, go into
 * SpacesAfter of the word before them; heads are numbered anew without them.
 */
#include "out/export.h"
#include "out/out.h"

static bool no_value(const char *z) { return !z || !z[0]; }
static void cell(buf *out, const char *z) { buf_printf(out, "%s\t", no_value(z) ? "_" : z); }

static bool is_gap(const doc *d, uint32_t i) { return d->tokens.at[i].is_space || d->tokens.at[i].pos == POS_SPACE; }

/* The nearest governor that is a word; the token itself at a root. */
static uint32_t word_head(const doc *d, uint32_t i)
{
    uint32_t head = d->tokens.at[i].head;
    while (is_gap(d, head) && d->tokens.at[head].head != head) head = d->tokens.at[head].head;
    return is_gap(d, head) ? i : head;
}

static void spaces_after(buf *out, const doc *d, uint32_t i, uint32_t end)
{
    if (i + 1 < end && is_gap(d, i + 1)) {
        buf_add(out, S("|SpacesAfter="));
        if (d->tokens.at[i].space_after) buf_add(out, S("\\s"));
        for (i++; i < end && is_gap(d, i); i++)
            for (uint32_t k = 0; k < d->tokens.at[i].text.len; k++) {
                char c = d->tokens.at[i].text.ptr[k];
                if (c == '\n') buf_add(out, S("\\n"));
                else if (c == '\t') buf_add(out, S("\\t"));
                else if (c == '\r') buf_add(out, S("\\r"));
                else if (c == ' ') buf_add(out, S("\\s"));
                else buf_byte(out, c);
            }
    } else if (!d->tokens.at[i].space_after) {
        buf_add(out, S("|SpaceAfter=No"));
    }
}

static bool is_on(const mark *m, kept_span word, str name)
{
    return m->span.start < word.end && m->span.end > word.start && str_starts(m->text, name) && m->text.ptr[name.len] == '=';
}

static bool mark_before(const marks *m, uint32_t i, kept_span word, str name)
{
    for (uint32_t k = 0; k < i; k++)
        if (is_on(&m->at[k], word, name)) return true;
    return false;
}

/* "|Actor=e1,e2|Event=e3:ASSAULT": marks of one name together. */
static void put_marks(buf *out, const marks *m, kept_span word)
{
    for (uint32_t i = 0; m && i < m->n; i++) {
        const mark *at = &m->at[i];
        str rest = at->text, name = {0};
        str_cut(&rest, '=', &name);
        if (!is_on(at, word, name) || mark_before(m, i, word, name)) continue;
        buf_printf(out, "|" STR_FMT, STR_ARG(at->text));
        for (uint32_t k = i + 1; k < m->n; k++)
            if (is_on(&m->at[k], word, name)) buf_printf(out, "," STR_FMT, STR_ARG(str_slice(m->at[k].text, name.len + 1, m->at[k].text.len)));
    }
}

static void put_misc(buf *out, const doc *d, uint32_t i, uint32_t end, const marks *m)
{
    const token *t = &d->tokens.at[i];
    kept_span word = {doc_point(d, t->start), doc_point_end(d, t->end)};
    buf_printf(out, "TokenRange=%lld:%lld", (long long)word.start, (long long)word.end);
    if (t->iob == 'B' || t->iob == 'I') buf_printf(out, "|NER=%c-%s", t->iob, t->ent_text);
    put_marks(out, m, word);
    spaces_after(out, d, i, end);
    buf_byte(out, '\n');
}

static void put_word(buf *out, const doc *d, uint32_t i, uint32_t end, const uint32_t *number, const marks *m)
{
    const token *t = &d->tokens.at[i];
    uint32_t head = word_head(d, i);
    buf_printf(out, "%u\t" STR_FMT "\t" STR_FMT "\t", number[i], STR_ARG(t->text), STR_ARG(t->lemma.len ? t->lemma : S("_")));
    cell(out, t->pos_text);
    cell(out, t->tag_text);
    cell(out, t->morph);
    buf_printf(out, "%u\t", head == i ? 0 : number[head]);
    cell(out, head == i ? "root" : t->dep_text);
    buf_add(out, S("_\t"));
    put_misc(out, d, i, end, m);
}

/* The sentence's text on one line. */
static void put_text(buf *out, const doc *d, range sent)
{
    while (sent.end > sent.first && is_gap(d, sent.end - 1)) sent.end--;
    str text = doc_words(d, sent);
    buf_add(out, S("# text = "));
    for (uint32_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        buf_byte(out, c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
    }
    buf_byte(out, '\n');
}

static bool put_sentence(buf *out, const doc *d, range sent, uint32_t n, uint32_t *number, const marks *m)
{
    uint32_t words = 0;
    for (uint32_t i = sent.first; i < sent.end; i++)
        if (!is_gap(d, i)) number[i] = ++words;
    if (!words) return false;
    buf_printf(out, "# sent_id = " STR_FMT "-%u\n", STR_ARG(d->article.id), n);
    put_text(out, d, sent);
    for (uint32_t i = sent.first; i < sent.end; i++)
        if (!is_gap(d, i)) put_word(out, d, i, sent.end, number, m);
    buf_byte(out, '\n');
    return true;
}

void conllu_marked(buf *out, const doc *d, const marks *m)
{
    uint32_t *number = arena_array_of(out->mem, uint32_t, (size_t)d->tokens.n + 1), n = 1;
    buf_printf(out, "# newdoc id = " STR_FMT "\n", STR_ARG(d->article.id));
    for (uint32_t i = 0; i < d->sentences.n; i++) n += put_sentence(out, d, d->sentences.at[i], n, number, m);
}

void conllu_document(buf *out, const doc *d) { conllu_marked(out, d, NULL); }
