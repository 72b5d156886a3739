/* store/minhash.h: are two texts nearly the same?
 *
 * A text is the set of its shingles: SHINGLE words in a row, letters and digits
 * only, A-Z as a-z.  The signature keeps, for each of HASHES fixed functions,
 * the least value over the set; the share of equal values in two signatures
 * estimates how much of the sets is common (Broder 1997).  The functions are
 * x -> (a x + b) mod 2^64, upper half, with a (odd) and b from splitmix64 started
 * at SEED: the same on every machine and in every version of the store. */
#ifndef DATELINE_MINHASH_H
#define DATELINE_MINHASH_H
#include "base/str.h"

enum { MINHASH_HASHES = 128, MINHASH_BANDS = 32, MINHASH_SHINGLE = 5, MINHASH_LEAST = 25 /* shingles of a text to be signed */ };
typedef struct signature { uint32_t value[MINHASH_HASHES]; } signature;

/* False when the text is too short to be told from others. */
bool minhash_sign(signature *out, str text);
/* Texts of which six tenths are common share one of the bands all but surely (0.99). */
void minhash_bands(const signature *s, int64_t band[MINHASH_BANDS]);
double minhash_likeness(const signature *a, const signature *b);
#endif
