#!/usr/bin/env python3
"""How fast does a store come out, and in how much memory?

    export.py BUILD [--events 1000000] [--keep FILE.db] [--to csv,parquet]

The store is store.py's, made up: rows, megabytes and seconds (CPU) per form, and the
most memory that the program held.  Memory must not grow with the store: it is
measured for a tenth of the rows, too.
"""
import argparse
import os
import subprocess
import tempfile

from speed import ONE_THREAD
from store import fill

FORMS = 'jsonl csv polecat cameo geojson geojsonseq parquet brat'.split()
GROWTH_MB = 8  # what all rows may hold more than a tenth of them


def size(path):
    if not os.path.isdir(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(path, name)) for name in os.listdir(path))


def export(program, db, form, out, limit):
    words = [program, 'export', '--db', db, '--to', form, '--by-report', '--out', out, '--limit', str(limit)]
    process = subprocess.Popen(words, stderr=subprocess.PIPE, env=ONE_THREAD)
    said = process.stderr.read().decode()
    _, status, used = os.wait4(process.pid, 0)
    if status:
        return None, said
    return (used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, size(out)), said


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('build')
    ap.add_argument('--events', type=int, default=1000000)
    ap.add_argument('--keep', help='where the made-up store stays; it is used again if it is there')
    ap.add_argument('--to', default=','.join(FORMS))
    a = ap.parse_args()
    program = os.path.join(os.path.abspath(a.build), 'dateline')
    bad = []
    with tempfile.TemporaryDirectory() as folder:
        db = a.keep or os.path.join(folder, 'million.db')
        if not os.path.exists(db):
            subprocess.run([program, 'code', '--db', db, os.path.join(folder, 'no such file')], stderr=subprocess.DEVNULL, env=ONE_THREAD)
            fill(db, a.events)
        for form in a.to.split(','):
            rows = min(a.events, 20000) if form == 'brat' else a.events  # of brat two files an article
            few, said = export(program, db, form, os.path.join(folder, 'few.' + form), rows // 10)
            many, said = export(program, db, form, os.path.join(folder, 'many.' + form), rows)
            if not many:
                print('%-10s %s' % (form, said.strip()))
                continue
            print('%-10s %8d rows %7.0f MB %6.1f s %9.0f rows/s %6.1f MB/s; %5.0f MB of memory, %5.0f for a tenth'
                  % (form, rows, many[2] / 1e6, many[0], rows / many[0], many[2] / 1e6 / many[0], many[1], few[1]))
            if many[1] > few[1] + GROWTH_MB:
                bad.append(form)
    if bad:
        raise SystemExit('memory grows with the store: ' + ', '.join(bad))


if __name__ == '__main__':
    main()
