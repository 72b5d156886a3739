#!/bin/sh
# Puts the files of data/ into the program: writes an assembler file that
# includes their bytes, and a C table of their names.  Usage: embed.sh OUT.S OUT.c
set -eu
asm=$1 table=$2
files=$(find data -name '*.tsv' -o -name '*.rules' | LC_ALL=C sort)
{
    echo '    .section .rodata'
    i=0
    for f in $files; do
        printf '    .global data_file_%d_start\n    .hidden data_file_%d_start\ndata_file_%d_start:\n    .incbin "%s"\n    .byte 0\n' $i $i $i "$f"
        printf '    .global data_file_%d_end\n    .hidden data_file_%d_end\ndata_file_%d_end:\n' $i $i $i
        i=$((i + 1))
    done
    echo '    .section .note.GNU-stack,"",@progbits'
} >"$asm"
{
    echo '/* Made by tools/embed.sh from data/. */'
    echo '#include <stddef.h>'
    echo 'typedef struct embedded_file { const char *name, *start, *end; } embedded_file;'
    echo 'extern const embedded_file dataset_embedded[];'
    i=0
    for f in $files; do
        echo "extern const char data_file_${i}_start[], data_file_${i}_end[];"
        i=$((i + 1))
    done
    echo 'const embedded_file dataset_embedded[] = {'
    i=0
    for f in $files; do
        echo "    {\"${f#data/}\", data_file_${i}_start, data_file_${i}_end - 1},"
        i=$((i + 1))
    done
    echo '    {NULL, NULL, NULL},'
    echo '};'
} >"$table"
