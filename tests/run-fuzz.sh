#!/bin/sh
# Replays every corpus through its reader.  Usage: run-fuzz.sh BUILD
set -u
build=$1
passed=0 failed=0
for source in fuzz/fuzz_*.c; do
    name=$(basename "$source" .c)
    corpus=fuzz/corpora/${name#fuzz_}
    if "$build/$name" "$corpus" >/dev/null; then
        passed=$((passed + 1))
    else
        echo "$name: fails on $corpus"
        failed=$((failed + 1))
    fi
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
