#!/bin/sh
# How fast is the explorer?  The real server, a made-up store, a real browser.
# Usage: explorer.sh BUILD EVENTS; with LIMIT=1 it fails where the first view takes 1 s or a filter 150 ms.
set -eu
build=$1 events=$2
PATH=$(sh tools/setup-node.sh):$PATH
CHROMIUM=$(sh tools/setup-chromium.sh)
export PATH CHROMIUM
db=$build/explorer-$events.db
python3 explorer/test/speed/store.py "$build/dateline" "$db" "$events"
node explorer/test/speed/speed.mjs "$build/dateline" "$db" ${LIMIT:+--limit}
