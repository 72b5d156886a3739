/* copies.c: of which earlier article is a text nearly a copy? */
#include "store/minhash.h"
#include "store/sql.h"

#define LIKENESS 0.6                      /* of the shingles of both: from here on it is a copy */

static int put_bands(store *s, int64_t of, const signature *mine, fail *f)
{
    int64_t band[MINHASH_BANDS];
    minhash_bands(mine, band);
    for (int i = 0; i < MINHASH_BANDS; i++) {
        sqlite3_stmt *q = sql_use(s, SQL_BAND, f);
        if (!q) return FAIL_READ;
        sql_int(q, 1, band[i]);
        sql_int(q, 2, of);
        int code = sql_do(s, q, f);
        if (code) return code;
    }
    return FAIL_OK;
}

/* The first of the cluster, or 0. */
static int find_original(store *s, int64_t of, const signature *mine, int64_t *original, fail *f)
{
    sqlite3_stmt *q = sql_use(s, SQL_NEAR, f);
    if (!q) return FAIL_READ;
    sql_int(q, 1, of);
    int got;
    while ((got = sql_step(s, q, f)) > 0) {
        signature other;
        if (sqlite3_column_bytes(q, 1) != sizeof other) continue;
        memcpy(&other, sqlite3_column_blob(q, 1), sizeof other);
        if (minhash_likeness(mine, &other) < LIKENESS) continue;
        *original = sqlite3_column_int64(q, 2);
        break;
    }
    sqlite3_reset(q);
    return got < 0 ? got : FAIL_OK;
}

static int set_signature(store *s, int64_t of, const signature *mine, fail *f)
{
    sqlite3_stmt *q = sql_use(s, SQL_SIGN, f);
    if (!q) return FAIL_READ;
    sql_int(q, 1, of);
    sqlite3_bind_blob(q, 2, mine, sizeof *mine, SQLITE_STATIC);
    return sql_do(s, q, f);
}

int copies_link(store *s, int64_t of, str text, fail *f)
{
    signature mine;
    int64_t original = 0;
    if (!minhash_sign(&mine, text)) return FAIL_OK;
    int code = set_signature(s, of, &mine, f);
    if (!code) code = put_bands(s, of, &mine, f);
    if (!code) code = find_original(s, of, &mine, &original, f);
    if (code || !original) return code;
    sqlite3_stmt *q = sql_use(s, SQL_COPY_OF, f);
    if (!q) return FAIL_READ;
    sql_int(q, 1, of);
    sql_int(q, 2, original);
    return sql_do(s, q, f);
}
