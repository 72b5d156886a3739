/* piece.c: the pieces of one content, while it is put together.  A cue in the
 * middle ("A, he said, B") falls out of it. */
#include "says/parts.h"

static const token *tok(const doc *d, uint32_t i) { return &d->tokens.at[i]; }

void piece_add(pieces *p, range r)
{
    if (r.first < r.end && p->n < MAX_PIECES) p->at[p->n++] = r;
}

void piece_take(pieces *p, range cut)
{
    uint32_t n = p->n;
    for (uint32_t i = 0; i < n; i++) {
        range r = p->at[i];
        if (cut.end <= r.first || r.end <= cut.first) continue;
        p->at[i].end = cut.first > r.first ? cut.first : r.first;
        piece_add(p, (range){cut.end, r.end > cut.end ? r.end : cut.end});
    }
}

void piece_clip(pieces *p, range window)
{
    for (uint32_t i = 0; i < p->n; i++) {
        if (p->at[i].first < window.first) p->at[i].first = window.first;
        if (p->at[i].end > window.end) p->at[i].end = window.end;
    }
}

bool piece_any(const pieces *p)
{
    for (uint32_t i = 0; i < p->n; i++)
        if (p->at[i].first < p->at[i].end) return true;
    return false;
}

static bool only_marks(const doc *d, range r)
{
    for (uint32_t i = r.first; i < r.end; i++)
        if (tok(d, i)->pos != POS_PUNCT) return false;
    return true;
}

/* Sorts, joins what overlaps or touches, trims. */
void piece_out(doc *d, pieces *p, ranges *out)
{
    for (uint32_t i = 1; i < p->n; i++)
        for (uint32_t k = i; k > 0 && p->at[k].first < p->at[k - 1].first; k--) {
            range t = p->at[k];
            p->at[k] = p->at[k - 1];
            p->at[k - 1] = t;
        }
    for (uint32_t i = 0; i < p->n; i++) {
        range r = p->at[i];
        if (r.first >= r.end) continue;
        range *last = out->n ? &out->at[out->n - 1] : NULL;
        if (last && r.first <= last->end) last->end = r.end > last->end ? r.end : last->end;
        else if (!only_marks(d, r)) array_push(d->mem, *out, r);
    }
    for (uint32_t i = 0; i < out->n; i++) {
        range *r = &out->at[i];
        *r = range_trim(d, *r);
        while (r->first < r->end && tok(d, r->end - 1)->pos == POS_CCONJ) *r = range_trim(d, (range){r->first, r->end - 1});
    }
}
