#!/bin/sh
# Does the server keep to its description, whatever it is asked?  api_fuzz.sh BUILD [EXAMPLES]
# Fetches schemathesis (tests/api_fuzz.txt, pinned) into BUILD/api-fuzz once,
# and asks a server that shows a store and one that takes corrections.
set -eu
build=$1 examples=${2:-100}
env=$build/api-fuzz
if ! cmp -s tests/api_fuzz.txt "$env/api_fuzz.txt"; then
    rm -rf "$env"
    python3 -m venv "$env"
    "$env/bin/pip" install -q --disable-pip-version-check --no-deps -r tests/api_fuzz.txt
    cp tests/api_fuzz.txt "$env/api_fuzz.txt"
fi
dir=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill $server; rm -rf "$dir"' EXIT
"$build/dateline" code --db "$dir/news.db" examples 2>"$dir/log" || { cat "$dir/log" >&2; exit 1; }

ask() {
    : >"$dir/address"
    "$build/dateline" serve --db "$dir/news.db" --port 0 --no-open "$@" >"$dir/address" &
    server=$!
    until [ -s "$dir/address" ]; do sleep 0.1; done
    address=$(sed 's/#.*//' "$dir/address") token=$(sed -n 's/.*#token=//p' "$dir/address")
    status=0
    (cd "$dir" && "$env/bin/schemathesis" --config-file "$root/tests/api_fuzz.toml" run "${address}api/openapi.json" --checks all \
        --max-examples "$examples" --seed 1 --header "X-Dateline-Token: ${token:-none}" --no-color) >"$dir/told" 2>&1 || status=$?
    if [ $status = 0 ]; then grep -E 'generated|Tested:' "$dir/told"; else cat "$dir/told"; fi
    kill $server
    wait $server || status=1
    server=
    return $status
}

root=$(pwd)
case $env in /*) ;; *) env=$root/$env ;; esac
case $build in /*) ;; *) build=$root/$build ;; esac
failed=0
ask || failed=$((failed + 1))
ask --write || failed=$((failed + 1))
echo "$((2 - failed)) passed, $failed failed"
[ $failed = 0 ]
