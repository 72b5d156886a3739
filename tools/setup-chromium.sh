#!/bin/sh
# Is there a browser for the explorer's tests?  Prints its path; installs Debian's
# Chromium where that is possible (root, or sudo without a password).
set -eu
find_it() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
find_it && exit 0

if [ "$(id -u)" = 0 ]; then sudo=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo='sudo -n'
else
    echo 'setup-chromium: please install Chromium, for example: sudo apt-get install chromium' >&2
    exit 1
fi
echo 'setup-chromium: installing chromium' >&2
log=$(mktemp)
if ! { $sudo apt-get update -qq && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    exit 1
fi
rm -f "$log"
find_it
