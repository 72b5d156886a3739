#!/bin/sh
# Fetches what `export --to parquet` needs: carquet (MIT), a Parquet writer in C,
# and the headers of zstd, lz4 and zlib.  An extra: where it cannot be fetched,
# that is told and everything else works.  Usage: setup-parquet.sh [must]
set -u
version=0.7.2
sum=5d57c00217906e672fe8b569d8a24c6cbd6d1ab7736d56057e9b884f1a043e7d
folder=build/carquet-$version
tried=build/parquet-not-fetched
headers='zlib1g-dev libzstd-dev liblz4-dev'

give_up() {
    echo "setup: no Parquet: $1; everything else works, and \`make parquet\` tries again" >&2
    [ "$must" = must ] && exit 1
    mkdir -p build && touch "$tried"
    exit 0
}
has_headers() { printf '#include <zlib.h>\n#include <zstd.h>\n#include <lz4.h>\n' | ${CC:-gcc} -E - >/dev/null 2>&1; }

must=${1:-}
[ "$must" != must ] && [ -e "$tried" ] && exit 0
[ "${PARQUET:-}" = 0 ] && exit 0
if ! has_headers; then
    if [ "$(id -u)" = 0 ]; then sudo=
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo='sudo -n'
    else give_up "please install $headers"
    fi
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $headers >/dev/null 2>&1
    has_headers || give_up "$headers could not be installed"
fi
[ -d "$folder/native" ] && exit 0

mkdir -p build
draft=$(mktemp -d "$PWD/build/carquet.XXXXXX")
trap 'rm -rf "$draft"' EXIT
echo "carquet==$version --hash=sha256:$sum" >"$draft/wanted"
# pip asks a source package for its name by its build system: one that says nothing else, so that nothing of it is fetched or run.
mkdir -p "$draft/none/scikit_build_core"
cat >"$draft/none/scikit_build_core/build.py" <<END
import os
def prepare_metadata_for_build_wheel(folder, settings=None):
    name = 'carquet-$version.dist-info'
    os.mkdir(os.path.join(folder, name))
    with open(os.path.join(folder, name, 'METADATA'), 'w') as out:
        out.write('Metadata-Version: 2.1\\nName: carquet\\nVersion: $version\\n')
    return name
END
PYTHONPATH=$draft/none timeout 60 python3 -m pip download --quiet --no-deps --no-binary :all: --no-build-isolation \
    --disable-pip-version-check --require-hashes -r "$draft/wanted" -d "$draft" >"$draft/log" 2>&1 || give_up "carquet $version could not be fetched"
echo "$sum  $draft/carquet-$version.tar.gz" | sha256sum -c --status || give_up "carquet has another checksum"
tar -xzf "$draft/carquet-$version.tar.gz" -C "$draft" && mv "$draft/carquet-$version" "$folder" || give_up "carquet could not be unpacked"
echo "setup: carquet $version (Parquet)"
