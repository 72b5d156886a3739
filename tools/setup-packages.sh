#!/bin/sh
# Which system packages are missing?  Installs them where that is possible
# (root, or sudo without a password), else says what to install.
set -eu
packages='gcc libc6-dev binutils pkg-config libpcre2-dev libjson-c-dev libutf8proc-dev libsqlite3-dev libmicrohttpd-dev python3 python3-pip'

if ! command -v dpkg-query >/dev/null; then
    command -v gcc >/dev/null && exit 0
    echo "setup: this is no Debian or Ubuntu; please install what these packages hold: $packages" >&2
    exit 1
fi

missing=
for p in $packages; do
    dpkg-query -W -f '${Status}' "$p" 2>/dev/null | grep -q 'ok installed' || missing="$missing $p"
done
# A Python of another origin does as well as Debian's.
if command -v python3 >/dev/null && python3 -m pip --version >/dev/null 2>&1; then
    missing=$(echo "$missing" | sed 's/ python3\(-pip\)\{0,1\}\b//g')
fi
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then sudo=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo='sudo -n'
else
    echo "setup: please install:$missing" >&2
    echo "setup: for example: sudo apt-get install$missing" >&2
    exit 1
fi
echo "setup: installing$missing"
log=$(mktemp)
if ! { $sudo apt-get update -qq && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    exit 1
fi
rm -f "$log"
