#!/bin/sh
# scores.sh: how right is the program?  Runs the development benchmarks, if they are there.
#
#     scores.sh BUILD [all]
#
# The texts are other people's and lie outside of the repository: SCORES names their
# folder (default: ../shared/bench).  Prints the head lines, with `all` everything.
set -e
bench=${SCORES:-../shared/bench}
if [ ! -f "$bench/run.py" ]; then
    echo "scores: no benchmark data in $bench (SCORES=DIR names another folder)" >&2
    exit 1
fi
out=$(python3 "$bench/run.py" --bin "$1/dateline")
if [ "$2" = all ]; then
    echo "$out"
    exit
fi
echo "$out" | grep -E '^(== |records |\(|en_core|attr.strict|ALL|events, (core|all)|FULLY)|^ +gold +pred |(exact|overlap|date_right|source_right|status_right|as_fact) .*%  \('
for set in dev held fresh; do
    echo "== our hand-coded reports ($set)"
    python3 bench/reports.py "$1" --set $set | grep -E '^(documents|events|FULLY)|(actor_exact|recipient_exact|date_right|anniversary_error|source_right|as_fact|status_right) '
done
echo "== confidence (golden cases and dev)"
python3 bench/confidence.py "$1"
