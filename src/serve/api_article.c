/* api_article.c: /api/articles/N, /api/stories/N: all that hangs on one number. */
#include "serve/inside.h"
#include <stdlib.h>

static bool put_events(request *r, reply *out, look what)
{
    bool more;
    query *numbers = look_up(r, out, what, r->number);
    return numbers && put_rows(r, out, "events", numbers, 1000000, &more);
}

static bool put_one(request *r, reply *out, const char *key, look what)
{
    query *q = look_up(r, out, what, r->number);
    int got = q ? next_row(r, out, q) : -1;
    if (got < 0) return false;
    json_key(&out->body, key);
    if (got) put_object(&out->body, q);
    else buf_add(&out->body, S("null"));
    return true;
}

void api_article(request *r, reply *out)
{
    query *q = look_up(r, out, LOOK_ARTICLE, r->number);
    int got = q ? next_row(r, out, q) : -1;
    if (got == 0) refuse(out, 404, NULL, "there is no article %lld", (long long)r->number);
    if (got <= 0) return;
    json_open(&out->body, '{');
    put_members(&out->body, q);
    if (!put_list(r, out, "copies", LOOK_COPIES, r->number) || !put_list(r, out, "near", LOOK_NEAR, r->number) ||
        !put_one(r, out, "run", LOOK_RUN) || !put_list(r, out, "attributions", LOOK_ATTRIBUTIONS, r->number) ||
        !put_events(r, out, LOOK_ARTICLE_EVENTS)) return;
    json_close(&out->body, '{');
}

void api_story(request *r, reply *out)
{
    query *q = look_up(r, out, LOOK_STORY, r->number);
    int got = q ? next_row(r, out, q) : -1;
    if (got == 0) refuse(out, 404, NULL, "there is no story %lld", (long long)r->number);
    if (got <= 0) return;
    json_open(&out->body, '{');
    json_key(&out->body, "story");
    put_object(&out->body, q);
    if (put_events(r, out, LOOK_STORY_EVENTS)) json_close(&out->body, '{');
}
