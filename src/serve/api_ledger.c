/* api_ledger.c: /api/ledger: who says what of whose acts? */
#include "serve/inside.h"

void api_ledger(request *r, reply *out)
{
    (void)r;
    refuse(out, 404, NULL, "this program has no ledger");
}
