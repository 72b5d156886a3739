/* cmd_export.c: `dateline export`: how do the records of a store come into the forms that other programs read? */
#include "cli/export.h"
#include <errno.h>
#include <inttypes.h>
#include <sys/stat.h>

enum { IN_ROWS = 0, IN_FILE = 1, IN_FOLDER = 2 };
typedef struct form {
    const char *name;
    int  to;                              /* IN_ROWS: standard output will do */
    bool only_actual;                     /* it cannot tell what is planned or denied from what was done */
    int (*run)(exporter *x);
} form;

/* ---- records, one after the other ----------------------------------------------------------- */

static void count_coder(exporter *x, const kept_article *a)
{
    for (uint32_t i = 0; i < x->by.n; i++) {
        coded_by *c = &x->by.at[i];
        if (!str_eq(c->program, a->program) || !str_eq(c->model, a->model) || !str_eq(c->data, a->data)) continue;
        c->rows++;
        return;
    }
    coded_by one = {str_copy(x->keep, a->program), str_copy(x->keep, a->model), str_copy(x->keep, a->data), 1};
    array_push(x->keep, x->by, one);
}

typedef int (*put_record)(exporter *x, buf *out, const kept *e);

static int write_records(exporter *x, walk *w, put_record put)
{
    int got;
    kept e;
    while ((got = walk_next_event(w, &e, x->mem, &x->f)) > 0) {
        buf out = {.mem = x->mem};
        count_coder(x, &e.article);
        int code = put(x, &out, &e);
        if (code) return code;
        x->rows++;
        if (!sink_put(&x->out, buf_str(&out))) return fail_set(&x->f, FAIL_WRITE, x->out.path, 0, "%s", strerror(errno));
        arena_reset(x->mem);
    }
    return got;
}

static int walk_records(exporter *x, put_record put)
{
    walk *w;
    int code = walk_events(&w, x->s, &x->ask, &x->f);
    if (code) return code;
    if (arena_enter(x->mem)) code = fail_set(&x->f, FAIL_MEMORY, "", 0, "out of memory");
    else code = write_records(x, w, put);
    walk_close(w);
    return code;
}

/* ---- rows -------------------------------------------------------------------------------------- */

static int put_jsonl(exporter *x, buf *out, const kept *e)
{
    (void)x;
    record_row(out, e);
    return FAIL_OK;
}

static int put_csv(exporter *x, buf *out, const kept *e)
{
    if (!x->rows) csv_head(out);
    csv_row(out, e);
    return FAIL_OK;
}

static int put_polecat(exporter *x, buf *out, const kept *e)
{
    if (!x->rows) polecat_head(out);
    polecat_row(out, e, x->codes, DATELINE_VERSION);
    return FAIL_OK;
}

static int put_cameo(exporter *x, buf *out, const kept *e)
{
    cameo_rows(out, e, x->codes);
    return FAIL_OK;
}

static int put_geojson(exporter *x, buf *out, const kept *e)
{
    geojson_feature(out, e, x->rows == 0);
    return FAIL_OK;
}

static int put_geojsonseq(exporter *x, buf *out, const kept *e)
{
    (void)x;
    geojson_line(out, e);
    return FAIL_OK;
}

/* ---- forms ---------------------------------------------------------------------------------------- */

/* A table without rows still has its head. */
static int finish_table(exporter *x, int code, void (*head)(buf *))
{
    buf out = {.mem = x->keep};
    if (code || x->rows) return code;
    head(&out);
    sink_put(&x->out, buf_str(&out));
    return FAIL_OK;
}

static int export_jsonl(exporter *x) { return walk_records(x, put_jsonl); }
static int export_csv_rows(exporter *x) { return finish_table(x, walk_records(x, put_csv), csv_head); }
static int export_polecat(exporter *x) { return finish_table(x, walk_records(x, put_polecat), polecat_head); }
static int export_cameo(exporter *x) { return walk_records(x, put_cameo); }
static int export_geojsonseq(exporter *x) { return walk_records(x, put_geojsonseq); }

static int export_geojson(exporter *x)
{
    buf head = {.mem = x->keep}, tail = {.mem = x->keep};
    geojson_open(&head);
    sink_put(&x->out, buf_str(&head));
    int code = walk_records(x, put_geojson);
    geojson_close(&tail);
    sink_put(&x->out, buf_str(&tail));
    return code;
}

/* ---- csv: a table alone, or a folder that tells what it is --------------------------------------- */

static void add_asked(buf *out, const char *option, const char *value)
{
    if (value) buf_printf(out, "%s--%s %s", out->len ? " " : "", option, value);
}

static str asked(exporter *x)
{
    const options *o = x->o;
    buf out = {.mem = x->keep};
    add_asked(&out, "actor", o->actor);
    add_asked(&out, "recipient", o->recipient);
    add_asked(&out, "says", o->says);
    add_asked(&out, "type", o->type);
    add_asked(&out, "status", o->status);
    add_asked(&out, "place", o->place);
    add_asked(&out, "from", o->from);
    add_asked(&out, "until", o->until);
    add_asked(&out, "text", o->text);
    add_asked(&out, "min-confidence", o->min_confidence);
    add_asked(&out, "limit", o->limit);
    if (o->contested) buf_printf(&out, "%s--contested", out.len ? " " : "");
    if (o->by_report) buf_printf(&out, "%s--by-report", out.len ? " " : "");
    return buf_str(&out);
}

static int write_package(exporter *x, const char *folder)
{
    package p = {.program = S(DATELINE_VERSION), .asked = asked(x), .rows = x->rows, .bytes = x->out.bytes, .by = x->by};
    buf data = {.mem = x->keep}, words = {.mem = x->keep};
    codebook_datapackage(&data, &p);
    int code = sink_write(folder, "datapackage.json", buf_str(&data), &x->f);
    codebook_text(&words, &p);
    return code ? code : sink_write(folder, "codebook.md", buf_str(&words), &x->f);
}

static bool is_csv_name(const char *path)
{
    return str_ends(str_of(path), S(".csv"));
}

static int export_csv(exporter *x)
{
    const char *folder = x->o->out;
    if (!folder || is_csv_name(folder)) return export_csv_rows(x);
    int code = sink_folder(folder, &x->f);
    if (!code) code = sink_open(&x->out, str_printf(x->keep, "%s/events.csv", folder).ptr, &x->f);
    if (code) return code;
    code = sink_close(&x->out, export_csv_rows(x), &x->f);
    return code ? code : write_package(x, folder);
}

/* ---- parquet -------------------------------------------------------------------------------------------- */

static int put_parquet(exporter *x, buf *out, const kept *e)
{
    (void)out;
    return parquet_row(x->file, e, &x->f);
}

static int export_parquet(exporter *x)
{
    int code = parquet_open(&x->file, x->out.file, DATELINE_VERSION, &x->f);
    if (code) return code;
    code = walk_records(x, put_parquet);
    if (!code) return parquet_close(x->file, &x->by, &x->f);
    parquet_abandon(x->file);
    return code;
}

static const form forms[] = {
    {"jsonl", IN_ROWS, false, export_jsonl},
    {"csv", IN_ROWS, false, export_csv},
    {"polecat", IN_ROWS, true, export_polecat},
    {"cameo", IN_ROWS, true, export_cameo},
    {"geojson", IN_ROWS, false, export_geojson},
    {"geojsonseq", IN_ROWS, false, export_geojsonseq},
    {"brat", IN_FOLDER, false, export_brat},
    {"conllu", IN_ROWS, false, export_conllu},
    {"parquet", IN_FILE, false, export_parquet},
    {"cases", IN_ROWS, false, export_cases},
};
#define FORM_NAMES "jsonl csv polecat cameo geojson geojsonseq brat conllu parquet cases"

static const form *find_form(const char *name)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (strcmp(forms[i].name, name) == 0) return &forms[i];
    return NULL;
}

/* ---- the command ------------------------------------------------------------------------------------------- */

static int load_codes(exporter *x)
{
    dataset *data;
    int code = dataset_open(&data, x->keep, x->o->data, &x->f);
    return code ? code : codes_load(&x->codes, x->keep, data, &x->f);
}

/* CSV's folder, and brat's, are theirs to fill. */
static bool is_one_file(const exporter *x, const form *how)
{
    bool tells_itself = strcmp(how->name, "csv") == 0 && x->o->out && !is_csv_name(x->o->out);
    return how->to != IN_FOLDER && !tells_itself;
}

static int run_form(exporter *x, const form *how)
{
    bool file = is_one_file(x, how);
    int code = store_open(&x->s, x->o->db, STORE_READ, NULL, &x->f);
    if (!code) code = load_codes(x);
    if (!code && file) code = sink_open(&x->out, x->o->out, &x->f);
    if (code) return code;
    code = how->run(x);
    return file ? sink_close(&x->out, code, &x->f) : code;
}

static const char *what_rows(const form *how)
{
    if (how->run == export_cases) return "corrections";
    return how->run == export_brat || how->run == export_conllu ? "articles" : "records";
}

static int tell(exporter *x, const form *how, int code)
{
    if (code) {
        say_fail(&x->f);
        return x->f.code == FAIL_USAGE ? EXIT_USAGE : x->f.code == FAIL_WRITE ? EXIT_NO_OUTPUT : EXIT_NO_START;
    }
    int done = x->o->out ? EXIT_OK : say_done(EXIT_OK);
    if (done) return done;
    if (how->only_actual && !x->o->status)
        say_error("%s cannot tell what is planned, denied or supposed from what was done: only what is told as done was written", how->name);
    if (!x->rows) say_error(how->run == export_cases ? "%s: there are no corrections" : "%s: nothing answers this", x->o->db);
    else if (x->o->out) say_error("%s: %" PRId64 " %s", x->o->out, x->rows, what_rows(how));
    return EXIT_OK;
}

static int export_all(const options *o, const form *how, arena *keep, arena *mem)
{
    exporter x = {.o = o, .format = how->name, .keep = keep, .mem = mem, .out = {.file = stdout}};
    int code = filters_read(keep, o, &x.ask);
    if (code) return code;
    if (how->only_actual && !x.ask.status) x.ask.status = "actual";
    code = tell(&x, how, run_form(&x, how));
    store_close(x.s);
    return code;
}

static bool has_filters(const options *o)
{
    return o->actor || o->recipient || o->says || o->type || o->status || o->place || o->from || o->until || o->text || o->contested ||
           o->by_report || o->limit || o->min_confidence;
}

/* An export over the store would be the end of it. */
static bool is_store(const options *o)
{
    struct stat from, to;
    return o->out && stat(o->db, &from) == 0 && stat(o->out, &to) == 0 && from.st_dev == to.st_dev && from.st_ino == to.st_ino;
}

/* What cannot go through standard output wants a name. */
static int check_place(const command *self, const options *o, const form *how)
{
    if (is_store(o)) return say_usage(self, "--out %s is the store itself", o->out);
    if (how->to != IN_ROWS && !o->out) return say_usage(self, "%s wants a %s: --out NAME", how->name, how->to == IN_FILE ? "file" : "folder");
    if (how->run == export_cases && has_filters(o)) return say_usage(self, "cases are all corrections of the store: no filters");
    if (how->run == export_parquet && !parquet_built()) {
        say_error("this dateline was built without Parquet; `make parquet` fetches what it needs and builds it in");
        return EXIT_NO_START;
    }
    return EXIT_OK;
}

static int run(const command *self, options *o)
{
    if (!o->db) return say_usage(self, "export wants a store: --db FILE");
    if (o->n_inputs) return say_usage(self, "export takes no inputs; the store is named by --db");
    if (!o->to) return say_usage(self, "export wants a form: --to %s", FORM_NAMES);
    if (!options_format(o, FORM_NAMES, NULL)) return EXIT_USAGE;
    const form *how = find_form(o->to);
    if (o->out && strcmp(o->out, "-") == 0) o->out = NULL;
    int code = check_place(self, o, how);
    if (code) return code;
    arena *keep = arena_new(0), *mem = arena_new(0);
    if (!keep || !mem || arena_enter(keep)) {
        say_error("out of memory");
        code = EXIT_NO_START;
    } else code = export_all(o, how, keep, mem);
    arena_free(keep);
    arena_free(mem);
    return code;
}

const command cmd_export = {
    "export", "the records of a store in the forms that other programs read",
    "to db out actor recipient says type status place from until text contested by-report limit min-confidence data model",
    "  dateline export --db news.db --to csv --out events/          # events.csv, datapackage.json, codebook.md\n"
    "  dateline export --db news.db --to geojson --type ASSAULT --from 2024 --out assaults.geojson\n"
    "  dateline export --db news.db --to polecat --by-report > events.tsv\n"
    "  dateline export --db news.db --to brat --contested --out brat/\n"
    "  dateline export --db news.db --to cases > corrections.case    # what readers said is wrong\n\n"
    "A row for each story, an act, however many reports tell it; --by-report: for each record. The filters are those\n"
    "of query. Forms: jsonl, csv, polecat, cameo, geojson, geojsonseq, brat, conllu, parquet, and cases: the corrections that\n"
    "readers made, as golden cases (docs/export.md).\n", run};
