#!/usr/bin/env python3
"""What do other programs make of the exports?  export_readers.py BUILD [STORE.db]

pandas, pyarrow, GDAL (pyogrio, geopandas), frictionless, conllu, and R with
readr and sf where they are installed.  Python packages are fetched into
BUILD/readers; what cannot be had is told and passed over, but not if nothing
could.
"""
import importlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import venv

import export_rules as rules

PACKAGES = 'pandas pyarrow pyogrio geopandas frictionless conllu'.split()


def enter(build):
    """Starts this program again inside an environment that has what can be had."""
    home = os.path.join(build, 'readers')
    python = os.path.join(home, 'bin', 'python')
    if os.path.realpath(sys.prefix) == os.path.realpath(home):
        return
    if not os.path.exists(python):
        venv.create(home, with_pip=True)
    for package in PACKAGES:
        there = subprocess.run([python, '-c', 'import importlib.util, sys; sys.exit(importlib.util.find_spec("%s") is None)' % package]).returncode
        if there:
            subprocess.run([python, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', package],
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)
    os.execv(python, [python] + sys.argv)


def count(db, rest=''):
    return sqlite3.connect(db).execute('SELECT count(*) FROM events ' + rest).fetchone()[0]


# ---- the readers ------------------------------------------------------------------------

def read_pandas(program, db, folder):
    """By the line that the codebook prints, and as people do who read no codebook."""
    import pandas
    code = re.search(r'```python\n(.*?)```', open(os.path.join(folder, 'events', 'codebook.md'), encoding='utf-8').read(), re.S).group(1)
    names = {}
    here = os.getcwd()
    os.chdir(os.path.join(folder, 'events'))
    exec(code, names)
    os.chdir(here)
    events = names['events']
    package = json.load(open(os.path.join(folder, 'events', 'datapackage.json'), encoding='utf-8'))
    assert list(events.columns) == [f['name'] for f in package['resources'][0]['schema']['fields']]
    assert len(events) == count(db) and events['id'].is_unique
    assert str(events['cameo'].dtype).startswith('str') and events['cameo'].str.len().min() >= 3, 'CAMEO codes stay text'
    assert pandas.api.types.is_datetime64_any_dtype(events['date_start']) and events['contested'].dtype == 'boolean'
    assert events['trigger_start'].dtype == 'Int64' and events['confidence'].between(0, 1).all()
    plain = pandas.read_csv(os.path.join(folder, 'events', 'events.csv'))
    assert (plain['actor_code'].isna() == events['actor_code'].isna()).all(), 'no code is taken for missing'
    polecat = pandas.read_csv(os.path.join(folder, 'e.polecat'), sep='\t', quoting=3, na_values=['None'], keep_default_na=False)
    assert polecat.shape == (count(db, "WHERE status = 'actual'"), 40)
    cameo = pandas.read_csv(os.path.join(folder, 'e.cameo'), sep='\t', header=None, quoting=3, dtype=str, keep_default_na=False)
    assert cameo.shape[1] == 26 and cameo[13].str.match(r'^\d{3,4}$').all()


def read_pyarrow(program, db, folder):
    """Parquet holds what the CSV holds, typed."""
    import csv
    import pyarrow
    import pyarrow.parquet
    path = os.path.join(folder, 'e.parquet')
    if not os.path.exists(path):
        return 'this dateline was built without Parquet'
    table = pyarrow.parquet.read_table(path)
    assert b'dateline.coded_by' in table.schema.metadata and table.schema.field('date_start').type == pyarrow.date32()
    assert table.schema.field('context').type.value_type == pyarrow.string()
    rows = list(csv.DictReader(open(os.path.join(folder, 'events', 'events.csv'), encoding='utf-8', newline='')))
    assert table.num_rows == len(rows) == count(db)
    for row, typed in zip(rows, table.to_pylist()):
        for name, value in typed.items():
            if isinstance(value, bool):
                value = str(value).lower()
            elif isinstance(value, list):
                value = ';'.join(value)
            elif isinstance(value, float):
                value = ('%.6f' % value).rstrip('0').rstrip('.')
            assert row[name] == ('' if value is None else str(value)), (name, row[name], value)


def read_gdal(program, db, folder):
    """QGIS reads GeoJSON by GDAL."""
    import pyogrio
    for name in ('e.geojson', 'e.geojsonl'):
        info = pyogrio.read_info(os.path.join(folder, name))
        assert info['features'] == count(db) and info['geometry_type'] == 'Point' and info['crs'] == 'EPSG:4326', info
        kinds = dict(zip(info['fields'], info['dtypes']))
        assert kinds['id'] in ('object', 'str') and kinds['context'] in ('object', 'str') and kinds['confidence'] == 'float64', kinds


def read_geopandas(program, db, folder):
    import geopandas
    frame = geopandas.read_file(os.path.join(folder, 'e.geojson'))
    located = frame[~frame.geometry.isna()]
    assert len(frame) == count(db) and len(located) > 0
    assert (located.geometry.x - located['lon']).abs().max() < 1e-5 and (located.geometry.y - located['lat']).abs().max() < 1e-5


def read_frictionless(program, db, folder):
    """The data package is valid, and the table is what it says."""
    import frictionless
    report = frictionless.validate(os.path.join(folder, 'events', 'datapackage.json'))
    assert report.valid, report.flatten(['rowNumber', 'fieldNumber', 'type', 'note'])[:5]


def read_conllu(program, db, folder):
    import conllu
    sentences = conllu.parse(open(os.path.join(folder, 'e.conllu'), encoding='utf-8').read())
    found = {mark.split(':')[0] for s in sentences for word in s for mark in (word['misc'] or {}).get('Event', '').split(',') if mark}
    assert len(found) == count(db) and all(s.metadata['text'] for s in sentences)
    assert all(sum(word['head'] == 0 for word in s) >= 1 for s in sentences)


R = '''
suppressWarnings(suppressMessages(library(readr)))
setwd(commandArgs(TRUE)[1])
book <- paste(readLines("codebook.md"), collapse = "\\n")
code <- regmatches(book, regexpr("events <- readr[^`]*", book))
eval(parse(text = code))
stopifnot(nrow(problems(events)) == 0, is.character(events$cameo), inherits(events$date_start, "Date"), is.logical(events$contested))
cat(nrow(events))
'''


def read_r(program, db, folder):
    if not shutil.which('Rscript') or subprocess.run(['Rscript', '-e', 'library(readr)'], capture_output=True).returncode:
        return 'R with readr is not installed'
    script = os.path.join(folder, 'read.R')
    open(script, 'w').write(R)
    got = subprocess.run(['Rscript', script, os.path.join(folder, 'events')], capture_output=True, check=True).stdout
    assert int(got) == count(db)


READERS = [('pandas', read_pandas), ('pyarrow', read_pyarrow), ('pyogrio', read_gdal), ('geopandas', read_geopandas),
           ('frictionless', read_frictionless), ('conllu', read_conllu), (None, read_r)]


def export_all(program, db, folder):
    for form, name in (('csv', 'events'), ('polecat', 'e.polecat'), ('cameo', 'e.cameo'), ('geojson', 'e.geojson'),
                       ('geojsonseq', 'e.geojsonl'), ('conllu', 'e.conllu'), ('parquet', 'e.parquet')):
        words = [program, 'export', '--db', db, '--to', form, '--by-report', '--out', os.path.join(folder, name)]
        subprocess.run(words, check=form != 'parquet', stderr=subprocess.DEVNULL)


def main():
    build = os.path.abspath(sys.argv[1])
    enter(build)
    program, passed, failed = os.path.join(build, 'dateline'), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        db = sys.argv[2] if len(sys.argv) > 2 else rules.make_store(program, folder)
        export_all(program, db, folder)
        for package, read in READERS:
            name = read.__name__[5:]
            try:
                if package:
                    importlib.import_module(package)
                skipped = read(program, db, folder)
                passed += not skipped
                print('%-12s %s' % (name, 'skipped: ' + skipped if skipped else 'reads them'))
            except ImportError:
                print('%-12s skipped: %s cannot be installed here' % (name, package))
            except AssertionError as wrong:
                failed += 1
                print('%-12s WRONG: %s' % (name, wrong))
    print('%d passed, %d failed' % (passed, failed))
    return failed or not passed


if __name__ == '__main__':
    sys.exit(main())
