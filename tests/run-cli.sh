#!/bin/sh
# Runs tests/cli/*.sh, each with $dateline and an empty $dir, and compares what
# it prints with NAME.expected.  Usage: run-cli.sh BUILD [NAME...]; with
# UPDATE=1 what is printed becomes what is expected.
set -u
build=$(cd "$1" && pwd)
shift
dateline=$build/dateline
root=$(pwd)
export build dateline root
passed=0 failed=0
base=$(mktemp -d)
trap 'chmod -R u+rwX "$base"; rm -rf "$base"' EXIT
[ $# -gt 0 ] || set -- tests/cli/*.sh
for test in "$@"; do
    name=$(basename "$test" .sh)
    dir=$base/$name
    mkdir "$dir"
    export dir
    (cd "$dir" && LC_ALL=C COLUMNS=100 sh -u "$root/tests/cli/$name.sh") >"$base/out" 2>&1
    if [ "${UPDATE:-}" = 1 ]; then cp "$base/out" "tests/cli/$name.expected"; fi
    if diff -u "tests/cli/$name.expected" "$base/out"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
    fi
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
