#!/usr/bin/env python3
"""How fast is the store?  Coding into it beside coding to nowhere; questions to a store of a million events.

    store.py BUILD [--rounds 3] [--events 1000000] [--texts FILE.jsonl] [--keep FILE.db]

The million events are made up: random countries, types and days of ten years,
three events an article, some articles telling what the one before tells.
"""
import argparse
import json
import os
import random
import sqlite3
import statistics
import subprocess
import tempfile
import time

from speed import ONE_THREAD, cpu_seconds, example_texts

TYPES = 'AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT'.split()
CODES = 'ARM AZE RUS UKR USA CHN IND PAK ISR IRN TUR GRC FRA GBR DEU ESP ITA POL BRA ARG CHL PER COL VEN MEX CAN EGY SDN ETH KEN'.split()
NAMES = 'Peru Ecuador Sudan Kenya Argentina Brazil Chile Chad Uganda Ghana Norway Greece Malta Fiji Laos Nepal Poland Spain'.split()
THINGS = 'town river bridge market school harbour valley road forest lake tower garden square museum station library hill mill'.split()
PLACES = [('Town %d' % i, 'town %d' % i, 1000 + i, CODES[i % len(CODES)]) for i in range(2000)]
WORDS = ['word%d' % i for i in range(5000)]
LIMIT_MS = 50
SHARE = 0.85

QUESTIONS = [
    ['--actor', 'ARM', '--recipient', 'AZE', '--type', 'ASSAULT', '--from', '2020-09-27', '--until', '2020-11-10'],
    ['--actor', 'ARM', '--type', 'ASSAULT', '--from', '2020', '--until', '2020', '--count-by', 'month'],
    ['--recipient', 'UKR/GOV', '--from', '2022-02', '--until', '2022-02'],
    ['--says', 'AZE/GOV', '--type', 'ACCUSE', '--from', '2020', '--until', '2020', '--count-by', 'month,recipient'],
    ['--place', 'Town 17'],
    ['--type', 'PROTEST', '--from', '2021-05-01', '--until', '2021-05-07'],
    ['--from', '2021-05-01', '--until', '2021-05-03', '--count-by', 'type'],
    ['--text', 'word17 word42'],
    ['--actor', 'ISR', '--recipient', 'IRN', '--contested', '--from', '2023', '--until', '2023'],
    ['--type', 'ASSAULT', '--limit', '50', '--from', '2022-01-01', '--until', '2022-01-14', '--status', 'denied'],
]
LEDGERS = [
    ['--party', 'ARM', '--party', 'AZE', '--from', '2020-09', '--until', '2020-11'],
    ['--party', 'RUS', '--party', 'UKR', '--party', 'USA', '--type', 'ASSAULT', '--from', '2022', '--until', '2022'],
]
WIDE_LEDGERS = [['--party', 'ARM', '--party', 'AZE', '--limit', '100'], ['--party', 'ARM', '--party', 'AZE']]
WIDE = [['--count-by', 'month,type'], ['--actor', 'USA', '--count-by', 'year,type'], ['--contested', '--count-by', 'year']]


def reports():
    """The example reports, each time of other countries and in another order of paragraphs, with some background:
    still twice as many events in a hundred words as news has."""
    rng = random.Random(1)
    docs = example_texts()
    for d in docs:
        paragraphs = d['text'].split('\n\n')
        rng.shuffle(paragraphs)
        background = ['The %s lies between the %s and the %s, and its %s is %d years old.' % (*rng.sample(THINGS, 4), rng.randint(2, 900))
                      for _ in range(40)]
        d['text'] = '\n\n'.join(paragraphs + [' '.join(background)])
        for name in NAMES:
            d['text'] = d['text'].replace(name, rng.choice(NAMES))
        d['text'] = d['text'].replace('15 April 2023', '%d May 20%02d' % (rng.randint(1, 28), rng.randint(0, 22)))
        d['published'] = '2024-%02d-%02d' % (rng.randint(1, 12), rng.randint(1, 28))
    return docs


def coding(program, rounds, texts, folder):
    docs = [json.loads(line) for line in open(texts, encoding='utf-8')] if texts else reports()
    data = ''.join(json.dumps(d, ensure_ascii=False) + '\n' for d in docs).encode()
    nowhere, stored = [], []
    for i in range(rounds):
        nowhere.append(cpu_seconds([program, 'code', '--to', 'jsonl'], data))
        db = os.path.join(folder, 'code%d.db' % i)
        before = time.time()
        stored.append(cpu_seconds([program, 'code', '--db', db], data))
        seconds = time.time() - before
    share = statistics.median(nowhere) / statistics.median(stored)
    print('coding into the store: %.0f %% as fast as to /dev/null (%d articles, median of %d, CPU; the last took %.1f s by the clock)'
          % (100 * share, len(docs), rounds, seconds))
    return share >= SHARE


def day(rng):
    return '%d-%02d-%02d' % (rng.randint(2015, 2024), rng.randint(1, 12), rng.randint(1, 28))


def fill(db, events):
    """Rows of the schema's own tables, made up."""
    rng = random.Random(5)
    con = sqlite3.connect(db)
    con.executescript('PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA cache_size = -400000')
    con.execute("INSERT INTO runs VALUES (1, 'made up', 'none', '0', 0, '2024-01-01T00:00:00Z')")
    for n in range(1, events + 1):
        article, when, kind = (n + 2) // 3, day(rng), rng.choice(TYPES)
        if n % 3 == 1:
            con.execute("INSERT INTO articles(n, id, hash, outlet, published, published_basis, run, text) VALUES (?, ?, ?, ?, ?, 'given', 1, ?)",
                        (article, 'a%d' % article, '%016x' % article, 'Outlet %d' % (article % 50), when, ' '.join(rng.choices(WORDS, k=40))))
        story = n if rng.random() < 0.7 or n < 100 else n - rng.randint(1, 99)
        con.execute('INSERT INTO stories(n, events, articles, originals, denied, other_actor, other_number) VALUES (?, 1, 1, 1, ?, 0, ?)',
                    (n, rng.random() < 0.03, rng.random() < 0.03))
        record = json.dumps({'id': '%016x' % n, 'type': kind, 'filler': 'x' * 500})
        con.execute("INSERT INTO events(n, article, story, id, type, first, last, grain, basis, quote, status, confidence, record, evidence) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, 'day', 'stated', 'none', ?, ?, ?, ?)",
                    (n, article, story, '%016x' % n, kind, when, when, rng.choices(['actual', 'denied', 'planned'], [90, 3, 7])[0],
                     rng.random(), record, 'evidence of event %d' % n))
        for role in ('actor', 'recipient', 'source'):
            con.execute('INSERT INTO parties(event, role, ord, code, sectors, text, first, type) VALUES (?, ?, 0, ?, ?, ?, ?, ?)',
                        (n, role, rng.choice(CODES), rng.choice(['GOV', 'MIL', 'CVL', '']), 'the party', when, kind))
        name, folded, number, country = rng.choice(PLACES)
        con.execute('INSERT INTO places(event, ord, name, folded, geonameid, country, kind, first, type) VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?)',
                    (n, name, folded, number, country, 'city', when, kind))
    con.commit()
    con.execute('DELETE FROM stories WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.story = stories.n)')
    con.commit()
    con.executescript('PRAGMA journal_mode = WAL')
    con.close()


def ask(program, db, words, command='query'):
    """Milliseconds of the whole process, the best of five: the rest is the machine's."""
    times = []
    for _ in range(5):
        before = time.time()
        run = subprocess.run([program, command, '--db', db, '--to', 'jsonl'] + words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
        times.append(1000 * (time.time() - before))
    return min(times), run.stdout.count(b'\n')


def questions(program, db):
    worst = 0
    for words in QUESTIONS:
        ms, rows = ask(program, db, words)
        worst = max(worst, ms)
        print('%6.1f ms %6d rows  %s' % (ms, rows, ' '.join(words)))
    for words in LEDGERS:
        ms, rows = ask(program, db, words, 'ledger')
        worst = max(worst, ms)
        print('%6.1f ms %6d rows  ledger %s' % (ms, rows, ' '.join(words)))
    for words in WIDE_LEDGERS:
        print('%6.1f ms %6d rows  ledger %s (reads a large part of the store)' % (ask(program, db, words, 'ledger') + (' '.join(words),)))
    for words in WIDE:
        print('%6.1f ms %6d rows  %s (reads a large part of the store)' % (ask(program, db, words) + (' '.join(words),)))
    print('indexed questions: %.1f ms at most' % worst)
    return worst < LIMIT_MS


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('build')
    ap.add_argument('--rounds', type=int, default=3)
    ap.add_argument('--events', type=int, default=1000000)
    ap.add_argument('--texts')
    ap.add_argument('--keep', help='where the made-up store stays; it is used again if it is there')
    a = ap.parse_args()
    program = os.path.join(os.path.abspath(a.build), 'dateline')
    with tempfile.TemporaryDirectory() as folder:
        fast = coding(program, a.rounds, a.texts, folder) if a.rounds else True
        db = a.keep or os.path.join(folder, 'million.db')
        if not os.path.exists(db):
            subprocess.run([program, 'code', '--db', db, os.path.join(folder, 'no such file')], stderr=subprocess.DEVNULL, env=ONE_THREAD)
            fill(db, a.events)
        print('%d made-up events, %.0f MB' % (a.events, os.path.getsize(db) / 1e6))
        quick = questions(program, db)
    if not (fast and quick):
        raise SystemExit('too slow: wanted %.0f %% and %d ms' % (100 * SHARE, LIMIT_MS))


if __name__ == '__main__':
    main()
