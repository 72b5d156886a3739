/* told.c: what does the judge of stories see of an event? */
#include "store/same.h"
#include "store/sql.h"
#include <math.h>

static void set_code(char to[4], str from) { snprintf(to, 4, STR_FMT, STR_ARG(from)); }

static void read_told(store *s, told *t, sqlite3_stmt *q)
{
    *t = (told){.n = sqlite3_column_int64(q, 0), .article = sqlite3_column_int64(q, 1), .original = sqlite3_column_int64(q, 2),
                .story = sqlite3_column_int64(q, 3), .first = sql_column_day(q, 7), .last = sql_column_day(q, 8)};
    t->type = str_copy(s->mem, sql_column(q, 4));
    t->mode = str_copy(s->mem, sql_column(q, 5));
    t->status = str_copy(s->mem, sql_column(q, 6));
    t->trigger = str_copy(s->mem, sql_column(q, 9));
    t->id = str_copy(s->mem, sql_column(q, 10));
    t->same_as = str_copy(s->mem, sql_column(q, 11));
    t->source = str_copy(s->mem, sql_column(q, 12));
    t->basis = str_copy(s->mem, sql_column(q, 13));
    t->evidence = str_copy(s->mem, sql_column(q, 14));
    t->start = sqlite3_column_int64(q, 15);
    t->end = sqlite3_column_int64(q, 16);
    t->published = sql_column_day(q, 17);
    t->day_apart = sqlite3_column_type(q, 18) != SQLITE_NULL &&
                   (sqlite3_column_int64(q, 18) >= t->end || sqlite3_column_int64(q, 19) <= t->start);
}

static void add_party(told *t, sqlite3_stmt *q)
{
    bool acts = str_is(sql_column(q, 0), "actor");
    str name = sql_column(q, 3), text = sql_column(q, 4);
    words_drop(&t->words, name);
    words_drop(&t->words, text);
    uint32_t *n = acts ? &t->n_actors : &t->n_recipients;
    if (*n == TOLD_PARTIES) return;
    told_party *p = &(acts ? t->actor : t->recipient)[(*n)++];
    set_code(p->code, sql_column(q, 1));
    set_code(p->sector, str_slice(sql_column(q, 2), 0, 3));
    p->n_name = words_name(p->name, name.len ? name : text);
}

static double degrees(sqlite3_stmt *q, int at) { return sqlite3_column_type(q, at) == SQLITE_NULL ? NAN : sqlite3_column_double(q, at); }

static void add_place(store *s, told *t, sqlite3_stmt *q)
{
    words_drop(&t->words, sql_column(q, 6));
    words_drop(&t->words, sql_column(q, 7));
    if (t->n_places == TOLD_PLACES) return;
    told_place *p = &t->place[t->n_places++];
    p->geonameid = sqlite3_column_int64(q, 0);
    set_code(p->country, sql_column(q, 1));
    p->admin1 = str_copy(s->mem, sql_column(q, 3));
    p->name = str_copy(s->mem, sql_column(q, 8));
    p->lat = degrees(q, 4);
    p->lon = degrees(q, 5);
    p->nation = str_is(sql_column(q, 2), "country");
    p->admin = str_is(sql_column(q, 2), "admin1");
    p->town = str_is(sql_column(q, 2), "city") || str_is(sql_column(q, 2), "capital");
}

static int64_t bound(sqlite3_stmt *q, int at) { return sqlite3_column_type(q, at) == SQLITE_NULL ? -1 : sqlite3_column_int64(q, at); }

static void add_count(store *s, told *t, sqlite3_stmt *q)
{
    if (t->n_counts == TOLD_COUNTS) return;
    t->count[t->n_counts++] = (told_count){str_copy(s->mem, sql_column(q, 0)), bound(q, 1), bound(q, 2)};
}

/* The rows of one of the three statements about an event. */
static int read_parts(store *s, told *t, statement which, fail *f)
{
    sqlite3_stmt *q = sql_use(s, which, f);
    if (!q) return FAIL_READ;
    sql_int(q, 1, t->n);
    int got;
    while ((got = sql_step(s, q, f)) > 0) {
        if (which == SQL_TOLD_CODES) add_party(t, q);
        else if (which == SQL_TOLD_PLACES) add_place(s, t, q);
        else add_count(s, t, q);
    }
    sqlite3_reset(q);
    return got;
}

int told_heads(store *s, tolds *out, statement which, int64_t key, fail *f)
{
    sqlite3_stmt *q = sql_use(s, which, f);
    if (!q) return FAIL_READ;
    sql_int(q, 1, key);
    int got;
    while ((got = sql_step(s, q, f)) > 0) read_told(s, array_add(s->mem, *out), q);
    sqlite3_reset(q);
    return got;
}

static void read_words(told *t)
{
    words_of(&t->words, t->evidence);
    words_of(&t->cue, t->trigger);
    words_drop_all(&t->words, &t->cue);
}

int told_rest(store *s, tolds *of, fail *f)
{
    int code = FAIL_OK;
    for (uint32_t i = 0; i < of->n && !code; i++) {
        read_words(&of->at[i]);
        code = read_parts(s, &of->at[i], SQL_TOLD_CODES, f);
        if (!code) code = read_parts(s, &of->at[i], SQL_TOLD_PLACES, f);
        if (!code) code = read_parts(s, &of->at[i], SQL_TOLD_COUNTS, f);
    }
    return code;
}

int told_read(store *s, tolds *out, statement which, int64_t key, fail *f)
{
    int code = told_heads(s, out, which, key, f);
    return code ? code : told_rest(s, out, f);
}
