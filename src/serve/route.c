/* route.c: which function answers which address? */
#include "base/near.h"
#include "serve/inside.h"
#include <stdio.h>

typedef void (*answer)(request *r, reply *out);
/* `#` in a path is a number. */
typedef struct way { const char *path; answer get, post, delete; const char *takes; bool page; } way;
static const way ways[] = {
    {"/", page_home, NULL, NULL, NULL, true},
    {"/index.html", page_home, NULL, NULL, NULL, true},
    {"/app.js", page_script, NULL, NULL, NULL, true},
    {"/app.css", page_style, NULL, NULL, NULL, true},
    {"/world.json", page_world, NULL, NULL, NULL, true},
    {"/api/openapi.json", api_openapi, NULL, NULL, "", false},
    {"/api/info", api_info, NULL, NULL, "", false},
    {"/api/columns", api_columns, NULL, NULL, "", false},
    {"/api/rows", api_rows, NULL, NULL, "n", false},
    {"/api/query", api_query, NULL, NULL, FILTERS " limit offset", false},
    {"/api/count", api_count, NULL, NULL, FILTERS " by", false},
    {"/api/search", api_search, NULL, NULL, "text", false},
    {"/api/articles/#", api_article, NULL, NULL, "", false},
    {"/api/events/#/why", api_why, NULL, NULL, "", false},
    {"/api/stories/#", api_story, NULL, NULL, "", false},
    {"/api/ledger", api_ledger, NULL, NULL, FILTERS " party standing limit offset", false},
    {"/api/corrections", api_corrections, api_correct, NULL, "article", false},
    {"/api/corrections/#", NULL, NULL, api_uncorrect, "", false},
};
enum { WAYS = sizeof ways / sizeof *ways, MAX_DIGITS = 15 };

/* Does the path fit?  *n becomes its number. */
static bool fits(const char *pattern, str path, int64_t *n)
{
    uint32_t i = 0;
    for (; *pattern; pattern++) {
        if (*pattern != '#') {
            if (i >= path.len || path.ptr[i++] != *pattern) return false;
            continue;
        }
        uint32_t first = i;
        for (*n = 0; i < path.len && i - first < MAX_DIGITS && path.ptr[i] >= '0' && path.ptr[i] <= '9'; i++)
            *n = *n * 10 + path.ptr[i] - '0';
        if (i == first || path.ptr[first] == '0') return false;
    }
    return i == path.len;
}

static void no_way(request *r, reply *out)
{
    buf known = {.mem = r->mem};
    char near[64], hint[80];
    for (size_t i = 0; i < WAYS; i++) buf_printf(&known, "%s ", ways[i].path);
    const char *like = near_word(str_copy(r->mem, r->path).ptr, buf_str(&known).ptr, near);
    snprintf(hint, sizeof hint, "did you mean %s?", like ? like : "");
    refuse(out, 404, like ? hint : "GET /api/openapi.json tells what there is", "there is nothing at this address");
}

static bool check_params(const request *r, reply *out, const char *takes)
{
    char near[64], hint[80];
    for (uint32_t i = 0; i < r->param.n; i++) {
        const pair *p = &r->param.at[i];
        if (near_has(takes, p->name)) {
            bool again = false;
            for (uint32_t k = 0; k < i; k++) again = again || str_eq(r->param.at[k].name, p->name);
            if (!again || str_is(p->name, "party")) continue;
            refuse(out, 400, NULL, "%s is given twice", p->name.ptr);
            return false;
        }
        const char *like = near_word(p->name.ptr, takes, near);
        snprintf(hint, sizeof hint, "did you mean %s?", like ? like : "");
        refuse(out, 400, like ? hint : NULL, "there is no parameter of that name here");
        return false;
    }
    return true;
}

static answer answer_of(const way *w, method m)
{
    return m == METHOD_GET ? w->get : m == METHOD_POST ? w->post : m == METHOD_DELETE ? w->delete : NULL;
}

static void no_method(const way *w, reply *out)
{
    refuse(out, 405, NULL, "this address takes other methods");
    out->allow = w->post ? "GET, HEAD, POST" : w->delete ? "DELETE" : "GET, HEAD";
}

void route(request *r, reply *out)
{
    const way *w = NULL;
    for (size_t i = 0; i < WAYS && !w; i++)
        if (fits(ways[i].path, r->path, &r->number)) w = &ways[i];
    if (!w) {
        no_way(r, out);
        return;
    }
    answer get = answer_of(w, r->method);
    if (!get) no_method(w, out);
    /* The page keeps its view in the query string. */
    else if (w->page || check_params(r, out, r->method == METHOD_GET ? w->takes : "")) get(r, out);
}
