#!/bin/sh
# Runs all tests of a build folder and adds them up.  Usage: run.sh BUILD
# Each part ends with "N passed, N failed"; a unit test that does not counts as one.
set -u
build=$1
passed=0 failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# part NAME COMMAND...: runs it, shows what is not a count, adds its count.
part() {
    name=$1
    shift
    "$@" >"$log" 2>&1
    status=$?
    count=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -n 1)
    if [ -z "$count" ]; then
        if [ $status = 0 ]; then count='1 passed, 0 failed'; else count='0 passed, 1 failed'; fi
    fi
    set -- $count
    # A part that dies behind its count has failed all the same.
    [ $status = 0 ] || [ "$3" != 0 ] || set -- "$1" passed, 1
    [ "$3" = 0 ] || cat "$log"
    echo "$name: $1 passed, $3 failed"
    passed=$((passed + $1)) failed=$((failed + $3))
}

for test in tests/unit/*/test_*.c; do
    [ -e "$test" ] || continue
    name=${test#tests/unit/}
    part "unit ${name%.c}" "$build/unit/${name%.c}"
done
part 'examples in the data' "$build/dateline" check
part 'golden cases' "$build/dateline" check tests/cases
part 'both sides alike' "$build/dateline" check --pairs tests/neutrality/pairs.tsv tests/neutrality
part 'command line' sh tests/run-cli.sh "$build"
part 'server' python3 tests/serve_api.py "$build"
part 'fuzz corpora' sh tests/run-fuzz.sh "$build"

echo "$passed passed, $failed failed"
[ $failed = 0 ]
