#!/bin/sh
# The explorer's tests: its modules alone, then the whole in a browser before the
# real server.  The last line counts them.  Usage: run-explorer.sh BUILD
set -u
PATH=$(sh tools/setup-node.sh):$PATH
CHROMIUM=$(sh tools/setup-chromium.sh) || exit 1
DATELINE=$(pwd)/$1/dateline
export PATH CHROMIUM DATELINE
passed=0 failed=0
report=$(mktemp)
cd explorer || exit 1

# part NAME CONFIG: runs vitest, shows what failed, adds its count.
part() {
    : >"$report"
    node node_modules/vitest/vitest.mjs run --config "$2" --reporter=default --reporter=json --outputFile="$report" >"$report.log" 2>&1
    status=$?
    count=$(node -e 'const r = JSON.parse(require("fs").readFileSync(process.argv[1])); console.log(r.numPassedTests, r.numFailedTests + r.numFailedTestSuites * !r.numFailedTests)' "$report" 2>/dev/null) || count='0 1'
    [ "$status" = 0 ] || [ "${count#* }" != 0 ] || count="${count% *} 1"
    [ "${count#* }" = 0 ] || cat "$report.log"
    echo "$1: ${count% *} passed, ${count#* } failed"
    passed=$((passed + ${count% *})) failed=$((failed + ${count#* }))
}
part 'explorer: modules' vitest.config.ts
part 'explorer: in a browser' vitest.browser.config.ts
rm -f "$report" "$report.log"

echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 0 ]
