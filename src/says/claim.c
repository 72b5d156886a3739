/* claim.c: which claims does the article hold, and which stands in which?
 *
 * Joins cue, source, stance and content to attributions; gives quotations that
 * have no cue of their own to the speaker who goes on; nests claims by their
 * contents, the outermost first. */
#include "says/parts.h"
#include "parse/tree.h"
#include <stdlib.h>

static void push_range(doc *d, ranges *list, range r)
{
    if (r.first < r.end) array_push(d->mem, *list, r);
}

static bool is_first_person(const doc *d, uint32_t i)
{
    str w = d->tokens.at[i].lower;
    return str_is(w, "i") || str_is(w, "we") || str_is(w, "you");
}

/* An infinitive that another cue already gives as its content: "promised to say". */
static bool is_unsaid(const doc *d, const says *rules, const cue *c)
{
    const token *t = &d->tokens.at[c->head];
    if (c->kind != CUE_VERB || t->dep != DEP_xcomp || t->head == c->head) return false;
    uint32_t e = map_get(&rules->verbs, d->tokens.at[t->head].lemma, NONE);
    return e != NONE && rules->entries.at[e].places & PLACE_TO;
}

/* "denied accusations that": the denial already holds the accusation. */
static bool is_denied_noun(const doc *d, const says *rules, const cue *c)
{
    const token *t = &d->tokens.at[c->head];
    if (c->kind != CUE_NOUN || t->dep != DEP_dobj) return false;
    uint32_t e = map_get(&rules->verbs, d->tokens.at[t->head].lemma, NONE);
    return e != NONE && rules->entries.at[e].stance == STANCE_DENIED;
}

/* "Do you expect", "that implies": nobody's claim. */
static bool is_nobody(const doc *d, uint32_t source)
{
    str w = d->tokens.at[source].lower;
    return str_is(w, "you") || str_is(w, "this") || str_is(w, "that");
}

/* "Recall that ...", "Note that ...": the outlet speaks to its readers. */
static bool is_imperative(const doc *d, const cue *c)
{
    const token *t = &d->tokens.at[c->head];
    if (c->kind != CUE_VERB || (t->tag != TAG_VB && t->tag != TAG_VBP) || t->head != c->head) return false;
    return tree_subject(d, c->head) == NONE && tree_child(d, c->head, DEP_aux) == NONE && c->head == d->sentences.at[t->sent].first;
}

/* "people accused of crimes", "a day called ...": told of many, by no one. */
static bool is_epithet(const doc *d, const cue *c)
{
    const token *t = &d->tokens.at[c->head];
    bool participle = t->tag == TAG_VBN || t->tag == TAG_VBD;
    return c->kind == CUE_VERB && participle && t->dep == DEP_acl && tree_child(d, c->head, DEP_agent) == NONE && tree_subject(d, c->head) == NONE;
}

/* "was quoted as saying": the saying itself is the cue. */
static bool is_doubled(const doc *d, const says *rules, const cue *c, uint32_t source)
{
    uint32_t as = c->kind == CUE_VERB && source == NONE ? tree_child_lemma(d, c->head, DEP_prep, "as") : NONE;
    uint32_t inner = as == NONE ? NONE : tree_child(d, as, DEP_pcomp);
    return inner != NONE && map_get(&rules->verbs, d->tokens.at[inner].lemma, NONE) != NONE;
}

static bool is_wanted(const doc *d, const says *rules, const quote_map *m, const cue *c, uint32_t source)
{
    if (is_unsaid(d, rules, c) || is_denied_noun(d, rules, c)) return false;
    if (c->kind == CUE_PHRASE && source != NONE && d->tokens.at[source].tag == TAG_WDT) return false; /* "according to which" */
    if (is_imperative(d, c) || is_epithet(d, c) || is_doubled(d, rules, c, source) || (source != NONE && is_nobody(d, source))) return false;
    if (c->entry->person && !source_is_person(d, source)) return false;
    if (m->in[c->head] != NONE && source != NONE && is_first_person(d, source)) return false;
    return true;
}

static void claim_add(doc *d, const cue *c, range source, uint32_t head, const ranges *content)
{
    attribution a = {.source_head = head, .cue_head = c->head, .within = NONE, .speaker = NONE};
    a.stance = stance_of(d, c);
    a.speech = c->entry->speech;
    a.why = c->entry->why;
    a.content = *content;
    push_range(d, &a.source, source);
    push_range(d, &a.cue, c->span);
    array_push(d->mem, d->attributions, a);
}

#define LONG_QUOTE 5   /* words that a quotation inside a sentence must have to be a claim */

/* Every quotation in the content of a claim belongs to it, the first claim first. */
static void claims_own_quotes(doc *d, const quote_map *m)
{
    for (uint32_t q = 0; q < d->quotes.n; q++) d->quotes.at[q].attribution = NONE;
    for (uint32_t k = 0; k < d->attributions.n; k++) {
        const attribution *a = &d->attributions.at[k];
        for (uint32_t i = 0; i < a->content.n; i++)
            for (uint32_t j = a->content.at[i].first; j < a->content.at[i].end;) {
                uint32_t q = m->in[j];
                if (q == NONE || q == m->in[a->cue_head]) { j++; continue; }
                if (d->quotes.at[q].attribution == NONE) d->quotes.at[q].attribution = k;
                j = quote_outer(d, q).end;
            }
    }
}

/* A "sentence" of this many tokens is a table or an accident; claims are not looked for in it. */
#define MAX_SENTENCE 3000

static bool is_readable(doc *d, uint32_t sent)
{
    range s = d->sentences.at[sent];
    if (s.end - s.first <= MAX_SENTENCE) return true;
    array_push(d->mem, d->notes, str_printf(d->mem, "no claims looked for in a sentence of %u words", s.end - s.first));
    return false;
}

static void claims_find(doc *d, const says *rules, const quote_map *m)
{
    for (uint32_t i = 0, sent = NONE; i < d->tokens.n; i++) {
        cue c;
        if (d->tokens.at[i].sent != sent && !is_readable(d, sent = d->tokens.at[i].sent)) {
            i = d->sentences.at[sent].end - 1;
            continue;
        }
        if (!cue_at(d, rules, m, i, &c)) continue;
        range source;
        uint32_t head;
        source_of(d, rules, m, &c, &source, &head);
        if (!is_wanted(d, rules, m, &c, head)) continue;
        ranges content = {0};
        content_of(d, rules, m, &c, head, &content);
        if (content.n) claim_add(d, &c, source, head, &content);
    }
    claims_own_quotes(d, m);
}

/* Paragraphs by tokens: they are ranges of bytes in the document. */
static range next_paragraph(const doc *d, uint32_t p, uint32_t first)
{
    range para = {first, first};
    while (para.end < d->tokens.n && d->tokens.at[para.end].start < d->paragraphs.at[p].end) para.end++;
    return para;
}

static void claims_marked(doc *d, const says *rules, const quote_map *m)
{
    range para = {0, 0};
    for (uint32_t p = 0; p < d->paragraphs.n; p++) {
        para = next_paragraph(d, p, para.end);
        spoken s;
        if (!speaker_of_paragraph(d, rules, m, para, &s)) continue;
        uint32_t q = m->opens[s.said.first];
        if (q != NONE && d->quotes.at[q].attribution != NONE) continue;
        cue c = {s.mark, {s.mark, s.mark + 1}, CUE_MARK, rules->mark};
        ranges content = {0};
        push_range(d, &content, range_trim(d, s.said));
        if (content.n) claim_add(d, &c, range_trim(d, s.name), s.head, &content);
    }
}

/* The topmost verb before the colon: the root may stand within the quotation. */
static uint32_t main_verb(const doc *d, const quote_map *m, uint32_t colon)
{
    for (uint32_t i = d->sentences.at[d->tokens.at[colon].sent].first; i < colon; i++) {
        const token *t = &d->tokens.at[i];
        bool verb = (t->pos == POS_VERB || t->pos == POS_AUX) && m->in[i] == NONE;
        if (verb && (t->head == i || t->head > colon || m->in[t->head] != NONE)) return i;
    }
    return tree_clause(d, d->tokens.at[colon].head);
}

/* "The ministry defended the raid: “…”": a statement behind a colon that no word
 * of saying claims is that of the sentence's subject. */
static void claims_after_colon(doc *d, const says *rules, const quote_map *m)
{
    for (uint32_t q = 0; rules->mark && q < d->quotes.n; q++) {
        const quote *a = &d->quotes.at[q];
        if (a->attribution != NONE || a->open < 2 || m->in[a->open] != q || a->inside.end - a->inside.first < LONG_QUOTE) continue;
        if (!str_is(d->tokens.at[a->open - 1].text, ":")) continue;
        uint32_t v = main_verb(d, m, a->open - 1), s = tree_child(d, v, DEP_nsubj);
        if (s == NONE || m->in[s] != NONE || s > a->open || d->tokens.at[s].sent != d->tokens.at[a->open - 1].sent) continue;
        cue c = {a->open - 1, {a->open - 1, a->open}, CUE_MARK, rules->mark};
        ranges content = {0};
        push_range(d, &content, quote_outer(d, q));
        claim_add(d, &c, source_phrase(d, s), s, &content);
    }
}

static int by_cue(const void *x, const void *y)
{
    const attribution *a = x, *b = y;
    return a->cue_head < b->cue_head ? -1 : a->cue_head > b->cue_head;
}

/* Into the order of cues. */
static void claims_sort(doc *d)
{
    if (d->attributions.n) qsort(d->attributions.at, d->attributions.n, sizeof *d->attributions.at, by_cue);
}

/* ---- quotations without a cue of their own */

static bool ends_sentence(const doc *d, uint32_t i)
{
    str t = d->tokens.at[i].text;
    return str_ends(t, S(".")) || str_is(t, "?") || str_is(t, "!") || str_is(t, "…") || str_is(t, ":");
}

/* A quotation of whole sentences, not "the so-called 'usuals'". */
static bool is_statement(const doc *d, const quote_map *m, uint32_t q, uint32_t para_first)
{
    const quote *a = &d->quotes.at[q];
    if (a->inside.end - a->inside.first < 3) return false;
    bool starts = a->open == para_first || ends_sentence(d, a->open - 1) || m->closes[a->open - 1] != NONE;
    return starts && (ends_sentence(d, a->inside.end - 1) || a->close == NONE);
}

static void extend(doc *d, range r, uint32_t owner)
{
    attribution *a = &d->attributions.at[owner];
    r = range_trim(d, r);
    for (uint32_t i = 0; i < a->content.n; i++)
        if (a->content.at[i].first < r.end && r.first < a->content.at[i].end) return;
    uint32_t k = a->content.n;
    array_push(d->mem, a->content, r);
    for (; k > 0 && a->content.at[k - 1].first > r.first; k--) a->content.at[k] = a->content.at[k - 1];
    a->content.at[k] = r;
}

/* Where the reading is: the next claim, who spoke last in this paragraph and in
 * the one before, whose quotation came last, and whether it was left open. */
typedef struct walk { uint32_t attr, speaker, quoted, before; bool open; } walk;

/* Moves past the cues that stand before token `end`.  The last one of speech
 * that stands in no quotation and in no other claim is the speaker; what hangs on the words of one
 * who was just quoted ("he said, noting that ...") changes nothing. */
static void walk_cues(const doc *d, const quote_map *m, walk *w, uint32_t end)
{
    for (; w->attr < d->attributions.n && d->attributions.at[w->attr].cue_head < end; w->attr++) {
        const attribution *a = &d->attributions.at[w->attr];
        if (!a->speech || m->in[a->cue_head] != NONE || a->source_head == NONE || a->within != NONE) continue;
        bool same = w->quoted != NONE && d->tokens.at[a->cue_head].sent == d->tokens.at[d->attributions.at[w->quoted].cue_head].sent;
        if (!same) w->speaker = w->attr;
    }
}

/* Does the sentence hold a cue outside quotations, from claim `k` on? */
static bool has_cue(const doc *d, const quote_map *m, range sent, uint32_t k)
{
    while (k > 0 && d->attributions.at[k - 1].cue_head >= sent.first) k--;
    for (; k < d->attributions.n && d->attributions.at[k].cue_head < sent.end; k++)
        if (m->in[d->attributions.at[k].cue_head] == NONE) return true;
    return false;
}

/* "“A,” he wrote in a letter to the court, “but B.”" */
static bool resumes(const doc *d, const walk *w, uint32_t q)
{
    const quote *a = &d->quotes.at[q];
    if (w->quoted == NONE || w->quoted != w->speaker || a->inside.end - a->inside.first < LONG_QUOTE) return false;
    uint32_t word = d->attributions.at[w->quoted].cue_head;
    return word < a->open && d->tokens.at[word].sent == d->tokens.at[a->open].sent && str_is(d->tokens.at[a->open - 1].text, ",");
}

/* What a quotation without a cue adds to the speaker's words: itself, or the
 * sentence around it if it is most of that; empty if it is no statement. */
static range words_of_quote(const doc *d, const quote_map *m, const walk *w, uint32_t q, range para)
{
    uint32_t k = w->attr;
    range r = quote_outer(d, q), sent = d->sentences.at[d->tokens.at[r.first].sent];
    if (is_statement(d, m, q, para.first) || resumes(d, w, q)) return r;
    if (r.end - r.first < LONG_QUOTE + 2 || has_cue(d, m, sent, k)) return (range){r.first, r.first};
    if ((r.end - r.first) * 2 < sent.end - sent.first) return r;
    return (range){sent.first < r.first ? sent.first : r.first, sent.end > r.end ? sent.end : r.end};
}

static uint32_t owner_of_quote(const doc *d, const quote_map *m, const walk *w, uint32_t q, range para, uint32_t last)
{
    const quote *a = &d->quotes.at[q];
    bool adjacent = last != NONE && a->open > 0 && m->closes[a->open - 1] == last;
    if (adjacent && d->quotes.at[last].attribution != NONE) return d->quotes.at[last].attribution;
    if (w->speaker != NONE || a->open != para.first) return w->speaker;
    return w->open || quote_outer(d, q).end + 1 >= para.end ? w->before : NONE;
}

static void continue_paragraph(doc *d, const quote_map *m, walk *w, range para, uint32_t *q)
{
    w->before = w->quoted;
    w->speaker = w->quoted = NONE;
    uint32_t last = NONE;
    bool open = false;
    for (; *q < d->quotes.n && d->quotes.at[*q].open < para.end; (*q)++) {
        quote *a = &d->quotes.at[*q];
        if (m->in[a->open] != *q) continue;
        walk_cues(d, m, w, a->open);
        uint32_t owner = owner_of_quote(d, m, w, *q, para, last);
        range r = words_of_quote(d, m, w, *q, para);
        if (a->attribution == NONE && owner != NONE && r.first < r.end) {
            extend(d, r, owner);
            a->attribution = owner;
        }
        if (a->attribution != NONE) w->speaker = w->quoted = a->attribution;
        last = *q;
        open = a->continues;
    }
    w->open = open;
    walk_cues(d, m, w, para.end);
}

static void claims_continue(doc *d, const quote_map *m)
{
    walk w = {.speaker = NONE, .quoted = NONE, .before = NONE};
    range para = {0, 0};
    uint32_t q = 0;
    for (uint32_t p = 0; p < d->paragraphs.n; p++) {
        para = next_paragraph(d, p, para.end);
        continue_paragraph(d, m, &w, para, &q);
    }
}

/* "“First part. ¶ “Second part,” he said": the speaker is told at the end. */
static void claims_begin_earlier(doc *d)
{
    for (uint32_t q = d->quotes.n; q-- > 1;) {
        quote *before = &d->quotes.at[q - 1], *after = &d->quotes.at[q];
        if (!before->continues || before->attribution != NONE || after->attribution == NONE || after->open != before->inside.end) continue;
        extend(d, quote_outer(d, q - 1), after->attribution);
        before->attribution = after->attribution;
    }
}

/* ---- kinds and nesting */

static uint32_t content_size(const attribution *a)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < a->content.n; i++) n += a->content.at[i].end - a->content.at[i].first;
    return n;
}

static said_kind kind_of_content(const quote_map *m, const attribution *a)
{
    uint32_t words = 0, quoted = 0;
    for (uint32_t i = 0; i < a->content.n; i++) {
        range r = a->content.at[i];
        words += m->words[r.end] - m->words[r.first];
        quoted += m->quoted[r.end] - m->quoted[r.first];
    }
    if (m->in[a->cue_head] != NONE || !quoted) return SAID_INDIRECT;
    return quoted * 10 >= words * 9 ? SAID_DIRECT : SAID_MIXED;
}

typedef struct sized { uint32_t index, size, head; } sized;

static int larger_first(const void *x, const void *y)
{
    const sized *a = x, *b = y;
    if (a->size != b->size) return a->size > b->size ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

/* Paints contents from the largest to the smallest; what a cue stands on when
 * its turn comes holds it.  Too deep a chain is cut at DOC_MAX_CHAIN. */
static void claims_nest(doc *d)
{
    uint32_t n = d->attributions.n, *owner = arena_array_of(d->mem, uint32_t, d->tokens.n + 1);
    uint32_t *depth = arena_array_of(d->mem, uint32_t, n + 1);
    sized *order = arena_array_of(d->mem, sized, n + 1);
    for (uint32_t i = 0; i <= d->tokens.n; i++) owner[i] = NONE;
    for (uint32_t i = 0; i < n; i++) order[i] = (sized){i, content_size(&d->attributions.at[i]), 0};
    qsort(order, n, sizeof *order, larger_first);
    for (uint32_t k = 0; k < n; k++) {
        attribution *a = &d->attributions.at[order[k].index];
        a->within = owner[a->cue_head];
        depth[order[k].index] = a->within == NONE ? 0 : depth[a->within] + 1;
        if (depth[order[k].index] >= DOC_MAX_CHAIN) continue;
        for (uint32_t i = 0; i < a->content.n; i++)
            for (uint32_t j = a->content.at[i].first; j < a->content.at[i].end; j++) owner[j] = order[k].index;
    }
}

static bool has_verb(const doc *d, const attribution *a)
{
    for (uint32_t i = 0; i < a->content.n; i++)
        for (uint32_t j = a->content.at[i].first; j < a->content.at[i].end; j++)
            if (d->tokens.at[j].pos == POS_VERB || d->tokens.at[j].pos == POS_AUX) return true;
    return false;
}

/* "he", "they", "who" inside another's words: the speaker again, or someone the
 * text does not name. */
static bool is_pronoun(const doc *d, uint32_t i)
{
    const token *t = &d->tokens.at[i];
    return t->pos == POS_PRON || t->tag == TAG_PRP || t->tag == TAG_WP || t->tag == TAG_WDT;
}

/* Has the cue a tense or a subject of its own, or is it the speaker who goes on?
 * Not "..., refusing to say", "to ask". */
static bool is_told(const doc *d, const says *rules, uint32_t word)
{
    const token *t = &d->tokens.at[word];
    if (t->pos != POS_VERB || t->dep == DEP_prep || tree_subject(d, word) != NONE || source_goes_on(d, rules, word)) return true;
    return t->tag == TAG_VBD || t->tag == TAG_VBZ || t->tag == TAG_VBP || t->tag == TAG_VBN;
}

/* "said it", "called him": the words are told elsewhere. */
static bool is_pointer(const doc *d, const attribution *a)
{
    if (a->content.n != 1 || a->content.at[0].end != a->content.at[0].first + 1) return false;
    pos p = d->tokens.at[a->content.at[0].first].pos;
    return a->kind == SAID_INDIRECT && (p == POS_PRON || p == POS_ADV || p == POS_DET || p == POS_SCONJ);
}

/* "a plan to denounce the deal": not told as said, unless in quoted words. */
static bool is_purpose(const doc *d, const attribution *a)
{
    const token *t = &d->tokens.at[a->cue_head];
    uint32_t to = t->pos == POS_VERB ? tree_child(d, a->cue_head, DEP_aux) : NONE;
    if (to == NONE || d->tokens.at[to].tag != TAG_TO || a->kind != SAID_INDIRECT || tree_subject(d, a->cue_head) != NONE) return false;
    return t->dep == DEP_acl || t->dep == DEP_advcl || t->dep == DEP_relcl || t->dep == DEP_pcomp;
}

/* A claim within a claim is kept where it tells a further source: "the ministry
 * said that Ankara had denied ..."; "he called on us to ask ..." tells none,
 * nor what its speaker thinks, wants or keeps silent about. */
static bool is_idle(const doc *d, const says *rules, const attribution *a)
{
    if (is_pointer(d, a) || is_purpose(d, a)) return true;
    if (a->source_head == NONE && a->stance != STANCE_DENIED && a->stance != STANCE_ASKED && !has_verb(d, a)) return true;
    if (a->within == NONE) return false;
    if (a->source_head == NONE || is_pronoun(d, a->source_head)) return true;
    if (!a->speech || a->stance == STANCE_NOT_SAID || (a->stance == STANCE_ASSERTED && !has_verb(d, a))) return true;
    return !is_told(d, rules, a->cue_head);
}

static void claims_prune(doc *d, const says *rules)
{
    uint32_t n = 0, *moved = arena_array_of(d->mem, uint32_t, d->attributions.n + 1);
    for (uint32_t i = 0; i < d->attributions.n; i++) {
        moved[i] = NONE;
        if (is_idle(d, rules, &d->attributions.at[i])) continue;
        moved[i] = n;
        d->attributions.at[n++] = d->attributions.at[i];
    }
    d->attributions.n = n;
    for (uint32_t q = 0; q < d->quotes.n; q++)
        if (d->quotes.at[q].attribution != NONE) d->quotes.at[q].attribution = moved[d->quotes.at[q].attribution];
}

void says_fill(doc *d, const says *rules)
{
    quote_map m;
    quote_find(d, &m);
    claims_find(d, rules, &m);
    claims_marked(d, rules, &m);
    claims_own_quotes(d, &m);
    claims_after_colon(d, rules, &m);
    claims_sort(d);
    claims_own_quotes(d, &m);
    claims_nest(d);
    claims_continue(d, &m);
    claims_begin_earlier(d);
    claims_nest(d);
    for (uint32_t i = 0; i < d->attributions.n; i++) d->attributions.at[i].kind = kind_of_content(&m, &d->attributions.at[i]);
    claims_prune(d, rules);
    claims_nest(d);
}
