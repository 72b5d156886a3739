/* export_articles.c: how do whole articles of a store come out, with what was found in them, and
 * with what readers say is wrong? */
#include "cli/export.h"
#include <inttypes.h>

typedef int (*put_article)(exporter *x, const kept_whole *w, void *context);

static int write_articles(exporter *x, walk *w, put_article put, void *context)
{
    int got, code = FAIL_OK;
    kept_whole whole;
    while (!code && (got = walk_next_article(w, &whole, x->mem, &x->f)) > 0) {
        code = put(x, &whole, context);
        x->rows++;
        arena_reset(x->mem);
    }
    return code ? code : got;
}

static int walk_wholes(exporter *x, put_article put, void *context)
{
    walk *w;
    int code = walk_articles(&w, x->s, &x->ask, &x->f);
    if (code) return code;
    if (arena_enter(x->mem)) code = fail_set(&x->f, FAIL_MEMORY, "", 0, "out of memory");
    else code = write_articles(x, w, put, context);
    walk_close(w);
    return code;
}

/* ---- brat: two files an article --------------------------------------------------------- */

enum { ID_LETTERS = 60 };

/* "0000017-news-az-1": what a file may be called anywhere. */
static str file_name(arena *mem, const kept_article *a, const char *ending)
{
    buf out = {.mem = mem};
    buf_printf(&out, "%07" PRId64 "-", a->n);
    for (uint32_t i = 0; i < a->id.len && i < ID_LETTERS; i++) {
        char c = a->id.ptr[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        buf_byte(&out, plain ? c : '_');
    }
    buf_printf(&out, "%s", ending);
    return buf_str(&out);
}

static int put_brat(exporter *x, const kept_whole *w, void *context)
{
    buf notes = {.mem = x->mem};
    for (uint32_t i = 0; i < w->event.n; i++) brat_note_mode(context, x->keep, w->event.at[i].mode);
    brat_annotations(&notes, w);
    int code = sink_write(x->o->out, file_name(x->mem, &w->article, ".txt").ptr, w->article.text, &x->f);
    return code ? code : sink_write(x->o->out, file_name(x->mem, &w->article, ".ann").ptr, buf_str(&notes), &x->f);
}

int export_brat(exporter *x)
{
    buf conf = {.mem = x->keep};
    brat_modes others = {0};
    int code = sink_folder(x->o->out, &x->f);
    if (code) return code;
    if (!sink_is_empty(x->o->out))
        return fail_set(&x->f, FAIL_USAGE, x->o->out, 0, "the folder is not empty; annotations in it would be lost");
    if ((code = walk_wholes(x, put_brat, &others))) return code;
    brat_conf(&conf, &others);
    return sink_write(x->o->out, "annotation.conf", buf_str(&conf), &x->f);
}

/* ---- conllu: parsed again, with the store's events on the words ------------------------------ */

typedef struct parsed { exporter *x; const kept_whole *w; } parsed;

static bool print_parse(session *s, doc *d, void *context)
{
    (void)s;
    const parsed *p = context;
    marks on = {0};
    buf out = {.mem = d->mem};
    marks_of(&on, p->w, d->mem);
    conllu_marked(&out, d, &on);
    if (sink_put(&p->x->out, buf_str(&out))) return true;
    fail_set(&p->x->f, FAIL_WRITE, p->x->out.path, 0, "could not be written");
    return false;
}

static bool fill(doc *d, const kept_article *a)
{
    if (arena_enter(d->mem)) return false;
    d->article.id = str_copy(d->mem, a->id);
    d->article.given = str_copy(d->mem, a->text);
    return true;
}

static int put_conllu(exporter *x, const kept_whole *w, void *context)
{
    session *s = context;
    parsed p = {x, w};
    doc *d = doc_new();
    if (!d || !fill(d, &w->article)) {
        doc_free(d);
        return fail_set(&x->f, FAIL_MEMORY, "", 0, "out of memory");
    }
    bool more = session_read(s, d, w->article.id.ptr, 0, print_parse, &p);
    doc_free(d);
    return more ? FAIL_OK : x->f.code;
}

int export_conllu(exporter *x)
{
    session s;
    if (session_open(&s, x->o, ENGINE_PARSE)) return fail_set(&x->f, FAIL_MISSING, "", 0, "conllu needs the language model");
    int code = walk_wholes(x, put_conllu, &s);
    session_close(&s);
    return code;
}

/* ---- cases: what readers said is wrong ------------------------------------------------------------ */

static int write_cases(exporter *x, amend *a)
{
    int got;
    kept_correction c;
    while ((got = amend_next(a, &c, x->mem, &x->f)) > 0) {
        buf out = {.mem = x->mem};
        if (!x->rows) cases_head(&out, DATELINE_VERSION);
        cases_put(&out, &c);
        x->rows++;
        if (!sink_put(&x->out, buf_str(&out))) return fail_set(&x->f, FAIL_WRITE, x->out.path, 0, "could not be written");
        arena_reset(x->mem);
    }
    return got;
}

int export_cases(exporter *x)
{
    amend *a;
    int code = amend_open(&a, x->s, &x->f);
    if (code) return code;
    if (arena_enter(x->mem)) code = fail_set(&x->f, FAIL_MEMORY, "", 0, "out of memory");
    else code = write_cases(x, a);
    amend_close(a);
    return code;
}
