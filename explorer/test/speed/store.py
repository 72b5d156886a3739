#!/usr/bin/env python3
"""A made-up store to measure the explorer with: store.py PROGRAM FILE.db EVENTS

Ten years of reports, more of late; most acts a few days before their report, some
of long ago; countries, places and outlets of which a few are named very often.
"""
import datetime
import json
import os
import random
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', '..', 'bench'))
from store import CODES, TYPES  # noqa: E402

QUADS = ['VERBAL COOPERATION'] * 4 + ['MATERIAL COOPERATION'] * 3 + ['VERBAL CONFLICT'] * 4 + ['MATERIAL CONFLICT'] * 5
SECTORS = ['GOV', 'MIL', 'CVL', 'COP', 'LEG', 'REB', '']
LAST = datetime.date(2024, 12, 31)
PLACES = 3000


def often(rng, n):
    """0 to n - 1, small numbers often."""
    return min(n - 1, int(n * rng.random() ** 3))


def days(rng, published):
    """First and last day of an act, their grain and how they are known."""
    kind = rng.random()
    if kind < 0.05:
        return None, None, None, 'unstated'
    if kind < 0.10:
        year = rng.randint(1945, published.year)
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31), 'year', 'stated'
    if kind < 0.18:
        first = (published - datetime.timedelta(rng.randint(20, 2000))).replace(day=1)
        return first, first + datetime.timedelta(27), 'month', 'relative'
    if kind < 0.30:
        return None, published, 'range', 'published'
    day = published - datetime.timedelta(rng.randint(0, 6) if rng.random() < 0.9 else rng.randint(7, 12000))
    return day, day, 'day', 'relative'


def party(rng, code=None):
    return {'text': 'the party', 'name': None, 'code': code or CODES[often(rng, len(CODES))], 'sector': [s for s in [rng.choice(SECTORS)] if s], 'span': None}


def record(rng, n, article, published):
    kind = often(rng, len(TYPES))
    first, last, grain, basis = days(rng, published)
    place = often(rng, PLACES)
    return {
        'id': '%016x' % n, 'doc': 'a%d' % article, 'published': str(published), 'outlet': 'Outlet %d' % (article % 50), 'type': TYPES[kind], 'mode': None,
        'context': [], 'cameo': '190', 'quad': QUADS[kind], 'actor': [party(rng)], 'recipient': [party(rng)] if rng.random() < 0.6 else [],
        'when': {'text': None, 'start': first and str(first), 'end': last and str(last), 'grain': grain, 'basis': basis, 'span': None},
        'where': [{'text': 'Town', 'name': 'Town %d' % place, 'geonameid': 1000 + place, 'country': CODES[place % len(CODES)], 'admin1': None, 'lat': (place * 37 % 1200) / 10 - 55,
                   'lon': (place * 61 % 3400) / 10 - 170, 'kind': 'country' if place % 20 == 0 else 'city', 'span': None}] if rng.random() < 0.4 else [],
        'according_to': [dict(party(rng), cue='said', cue_span=None)] if rng.random() < 0.4 else [], 'quote': 'none',
        'status': rng.choices(['actual', 'denied', 'planned'], [90, 3, 7])[0], 'trigger': {'text': 'words', 'span': [9, 14]},
        'evidence': {'text': 'the made words that carry event %d' % n, 'span': [0, 40]}, 'counts': [], 'same_as': None, 'confidence': round(rng.random(), 2), 'because': []}


def put(con, n, article, story, r):
    w = r['when']
    con.execute('INSERT INTO events(n, article, story, id, type, quad, first, last, grain, basis, quote, status, confidence, record, evidence) '
                'VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
                (n, article, story, r['id'], r['type'], r['quad'], w['start'], w['end'], w['grain'], w['basis'], 'none', r['status'], r['confidence'], json.dumps(r), r['evidence']['text']))
    for role, parties in (('actor', r['actor']), ('recipient', r['recipient']), ('source', r['according_to'])):
        for i, p in enumerate(parties):
            con.execute('INSERT INTO parties(event, role, ord, code, sectors, text, first, type) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
                        (n, role, i, p['code'], ';'.join(p['sector']), p['text'], w['start'], r['type']))
    for i, p in enumerate(r['where']):
        con.execute('INSERT INTO places(event, ord, text, name, folded, geonameid, country, lat, lon, kind, first, type) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
                    (n, i, p['text'], p['name'], p['name'].lower(), p['geonameid'], p['country'], p['lat'], p['lon'], p['kind'], w['start'], r['type']))


def fill(db, events):
    rng = random.Random(7)
    con = sqlite3.connect(db)
    con.executescript('PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA cache_size = -400000')
    con.execute("INSERT INTO runs VALUES (1, 'made up', 'none', '0', 0, '2024-01-01T00:00:00Z')")
    published = LAST
    for n in range(1, events + 1):
        article = (n + 3) // 4
        if n % 4 == 1:
            published = LAST - datetime.timedelta(often(rng, 3650))
            con.execute("INSERT INTO articles(n, id, hash, outlet, title, published, published_basis, run, text) VALUES (?, ?, ?, ?, ?, ?, 'given', 1, ?)",
                        (article, 'a%d' % article, '%016x' % article, 'Outlet %d' % (article % 50), 'Report %d' % article, str(published), 'the made words that carry events, word%d' % (article % 700)))
        story = n if rng.random() < 0.7 or n < 100 else n - rng.randint(1, 99)
        con.execute('INSERT INTO stories(n, events, articles, originals, denied, other_actor, other_number) VALUES (?, 1, 1, 1, ?, 0, ?)', (n, rng.random() < 0.03, rng.random() < 0.03))
        put(con, n, article, story, record(rng, n, article, published))
    con.execute('DELETE FROM stories WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.story = stories.n)')
    con.commit()
    con.executescript('PRAGMA journal_mode = WAL')
    con.close()


def main():
    program, db, events = sys.argv[1], sys.argv[2], int(sys.argv[3])
    if os.path.exists(db):
        return
    # coding nothing makes an empty store with the program's own schema
    subprocess.run([program, 'code', '--db', db, db + '.none'], stderr=subprocess.DEVNULL)
    fill(db, events)


if __name__ == '__main__':
    main()
