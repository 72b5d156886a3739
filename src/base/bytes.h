/* base/bytes.h: whole files as bytes; little-endian numbers with bounds. */
#ifndef DATELINE_BYTES_H
#define DATELINE_BYTES_H
#include "base/fail.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct bytes { const uint8_t *ptr; size_t len; bool mapped; } bytes;

int  bytes_map(bytes *out, const char *path, fail *f);  /* read-only map; an empty file is fine  */
void bytes_close(bytes *b);
uint64_t bytes_checksum(const void *p, size_t n);       /* FNV-1a 64, of 8-byte words then bytes */
#endif
