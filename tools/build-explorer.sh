#!/bin/sh
# The explorer's files, gzipped, the same bytes each time.
# Usage: build-explorer.sh FOLDER
set -eu
to=$(mkdir -p "$1" && cd "$1" && pwd)
bin=$(sh tools/setup-node.sh)
PATH=$bin:$PATH
cd explorer
if ! [ node_modules/.package-lock.json -nt package-lock.json ]; then
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
    touch node_modules/.package-lock.json
fi
node node_modules/typescript/bin/tsc
node build.mjs "$to"
for f in index.html app.css world.json app.js; do gzip -9 -n -c "$to/$f" >"$to/$f.gz"; done
echo "explorer: $(du -cb "$to"/*.gz | tail -n 1 | cut -f 1) bytes gzipped in $1"
