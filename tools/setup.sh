#!/bin/sh
# Language models and places into the cache folder; what is there is left alone.
# Usage: setup.sh BUILD
set -eu
build=$1
python3 tools/setup-models.py --dateline "$build/dateline"
python3 tools/setup-places.py --mkgazetteer "$build/mkgazetteer"
