#!/usr/bin/env python3
"""How fast does the server answer?  serve.py BUILD [--million FILE.db]

Each address of the API, at 100,000 and at a million made-up events
(bench/store.py makes them): the first answer after the start, and the best of
five.  The page's first view asks for info and columns.
"""
import argparse
import http.client
import os
import signal
import subprocess
import tempfile
import time

import store

ASKED = [
    '/api/info', '/api/columns', '/api/rows?n=' + ','.join(str(n) for n in range(1, 201)),
    '/api/query?actor=ARM&type=ASSAULT&from=2020&until=2020', '/api/query?says=AZE/GOV&type=ACCUSE&from=2020-03&until=2020-05', '/api/query?text=word17%20word42',
    '/api/count?by=month&actor=ARM&type=ASSAULT&from=2020&until=2020', '/api/count?by=month,type', '/api/search?text=word17', '/api/articles/7',
    '/api/stories/7', '/api/events/7/why', '/api/corrections',
]
VIEW_S, COLUMNS_MS = 1.0, 150             # wanted of 100,000 events


def get(port, path):
    con = http.client.HTTPConnection('127.0.0.1', port, timeout=300)
    before = time.time()
    con.request('GET', path)
    answer = con.getresponse()
    size = len(answer.read())
    con.close()
    assert answer.status == 200, (path, answer.status)
    return 1000 * (time.time() - before), size


def measure(program, db, events):
    started = time.time()
    server = subprocess.Popen([program, 'serve', '--db', db, '--port', '0', '--no-open'], stdout=subprocess.PIPE, text=True)
    port = int(server.stdout.readline().split(':')[2].strip('/\n'))
    get(port, '/')
    get(port, '/api/info')
    get(port, '/api/columns')
    view = time.time() - started
    print('%d events, %.0f MB: from the start of the program to all the first view needs: %.2f s' % (events, os.path.getsize(db) / 1e6, view))
    best = {}
    for path in ASKED:
        times = [get(port, path) for _ in range(5)]
        best[path] = min(ms for ms, _ in times)
        print('%8.1f ms %10d bytes  %s' % (best[path], times[0][1], path if len(path) < 90 else path[:40] + '...'))
    server.send_signal(signal.SIGTERM)
    server.communicate()
    return view, best['/api/columns']


def made(program, db, events):
    if not os.path.exists(db):
        subprocess.run([program, 'code', '--db', db, os.path.join(os.path.dirname(db), 'no such file')], stderr=subprocess.DEVNULL)
        store.fill(db, events)
    return db


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('build')
    ap.add_argument('--million', help='a store of a million events that is there already (store.py --keep)')
    ap.add_argument('--small', help='one of 100,000')
    a = ap.parse_args()
    program = os.path.join(os.path.abspath(a.build), 'dateline')
    with tempfile.TemporaryDirectory() as folder:
        view, columns = measure(program, made(program, a.small or os.path.join(folder, 'small.db'), 100000), 100000)
        measure(program, made(program, a.million or os.path.join(folder, 'million.db'), 1000000), 1000000)
    if view > VIEW_S or columns > COLUMNS_MS:
        raise SystemExit('too slow: wanted %.0f s and %d ms' % (VIEW_S, COLUMNS_MS))


if __name__ == '__main__':
    main()
