/* Does minhash.c estimate how much of two texts is common, and find copies by a band? */
#include "store/minhash.h"
#include <assert.h>

static arena *mem;

/* Words first .. end - 1 of one long made-up text. */
static str words(int first, int end)
{
    buf out = {.mem = mem};
    for (int i = first; i < end; i++) buf_printf(&out, "w%d ", i * 7919 % 100003);
    return buf_str(&out);
}

static double likeness(str a, str b)
{
    signature x, y;
    assert(minhash_sign(&x, a) && minhash_sign(&y, b));
    return minhash_likeness(&x, &y);
}

static bool share_band(str a, str b)
{
    signature x, y;
    int64_t p[MINHASH_BANDS], q[MINHASH_BANDS];
    assert(minhash_sign(&x, a) && minhash_sign(&y, b));
    minhash_bands(&x, p);
    minhash_bands(&y, q);
    for (int i = 0; i < MINHASH_BANDS; i++)
        if (p[i] == q[i]) return true;
    return false;
}

int main(void)
{
    signature s;
    mem = arena_new(0);
    if (!mem || arena_enter(mem)) return 1;
    assert(likeness(words(0, 400), words(0, 400)) == 1);
    assert(likeness(words(0, 400), words(1000, 1400)) < 0.1);
    /* 300 of 500 shingles in common: 0.6 */
    double d = likeness(words(0, 404), words(100, 504));
    assert(d > 0.45 && d < 0.75);
    assert(share_band(words(0, 404), words(100, 504)));
    assert(!share_band(words(0, 400), words(1000, 1400)));
    /* Capitals, marks and line breaks do not matter. */
    assert(likeness(S("One two, three four five six seven eight nine ten eleven twelve a b c d e f g h i j k l m n o p q r s t."),
                    S("one TWO three\nfour five six seven eight nine ten eleven twelve a b c d e f g h i j k l m n o p q r s t")) == 1);
    assert(!minhash_sign(&s, words(0, 28)) && minhash_sign(&s, words(0, 29)));
    assert(!minhash_sign(&s, S("")));
    /* The same on every machine: a store that is moved stays right. */
    assert(minhash_sign(&s, words(0, 100)));
    assert(s.value[0] == 0x00cc8c91);
    arena_free(mem);
}
