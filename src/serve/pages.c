/* pages.c: the explorer, as it was built into the program, or words about what is missing. */
#include "serve/inside.h"

/* assets.S: gzip; empty where the program was built without the explorer. */
extern const char serve_index[], serve_index_end[], serve_script[], serve_script_end[], serve_style[], serve_style_end[],
    serve_world[], serve_world_end[], serve_openapi[], serve_openapi_end[];

static const char missing[] =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>dateline</title>"
    "<h1>The explorer is not in this program</h1>"
    "<p>This <code>dateline</code> was built without the page. In its source folder,"
    "<pre>make explorer &amp;&amp; make</pre>"
    "<p>builds it (node comes with it, nothing is installed) and puts it into <code>build/dateline</code>."
    "<p>The data is here all the same: <a href=\"/api/info\">/api/info</a>, described by"
    " <a href=\"/api/openapi.json\">/api/openapi.json</a>.";

static void send_file(reply *out, const char *type, const char *first, const char *end)
{
    out->type = type;
    out->fixed = (str){first, (uint32_t)(end - first)};
    out->gzip = true;
    if (first != end) return;
    out->gzip = false;
    refuse(out, 404, "make explorer && make", "this program was built without the explorer");
}

void page_home(request *r, reply *out)
{
    (void)r;
    send_file(out, "text/html; charset=utf-8", serve_index, serve_index_end);
    if (out->status == 200) return;
    out->status = 200;
    out->type = "text/html; charset=utf-8";
    out->fixed = S(missing);
}

void page_script(request *r, reply *out)
{
    (void)r;
    send_file(out, "text/javascript; charset=utf-8", serve_script, serve_script_end);
}

void page_style(request *r, reply *out)
{
    (void)r;
    send_file(out, "text/css; charset=utf-8", serve_style, serve_style_end);
}

void page_world(request *r, reply *out)
{
    (void)r;
    send_file(out, "application/json", serve_world, serve_world_end);
}

void api_openapi(request *r, reply *out)
{
    (void)r;
    out->fixed = (str){serve_openapi, (uint32_t)(serve_openapi_end - serve_openapi)};
}
