#!/usr/bin/env python3
"""Does a store survive kill -9 at any moment?  store_kill.py BUILD [ROUNDS [SEED]]

Codes a feed into a store again and again and kills the program after a random
time.  After each kill: the file is sound, no article of before is lost, every
article there has all its records, and the full-text index fits.  When the feed
is through, the store must be what a run that nobody killed makes; then a new
store begins.
"""
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

ARTICLES = 150


def make_feed(path):
    names = ['Ganja', 'Quito', 'Kharkiv', 'Omdurman', 'Lima', 'Nairobi']
    with open(path, 'w', encoding='utf-8') as out:
        for i in range(ARTICLES):
            text = ('The Defense Ministry of Peru said on Monday that %d protesters had been arrested in %s. '
                    'Ecuador condemned the arrests, and Kenya called for talks. Article %d of the week.'
                    % (i + 2, names[i % len(names)], i))
            out.write(json.dumps({'id': 'a%d' % i, 'text': text, 'outlet': 'Outlet %d' % (i % 3), 'published': '2024-03-12'}) + '\n')


def command(program, db, feed):
    return [program, 'code', '--db', db, feed]


def rows(db):
    """Article -> its records, and the stories as sets of records."""
    con = sqlite3.connect(db)
    found = {a: tuple(r for r, in con.execute('SELECT record FROM events WHERE article = ? ORDER BY n', (n,)))
             for n, a in con.execute('SELECT n, id FROM articles')}
    stories = {}
    for story, event in con.execute('SELECT e.story, a.id || e.id FROM events e JOIN articles a ON a.n = e.article'):
        stories.setdefault(story, set()).add(event)
    con.close()
    return found, sorted(map(sorted, stories.values()))


def check(db, before, whole):
    con = sqlite3.connect(db)
    sound = con.execute('PRAGMA integrity_check').fetchall() == [('ok',)]
    keys = con.execute('PRAGMA foreign_key_check').fetchall() == []
    index = 0
    if con.execute('PRAGMA user_version').fetchone()[0]:
        con.execute("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)")
        index = con.execute('SELECT count(*) FROM events WHERE story IS NULL').fetchone()[0]
        con.rollback()
    version = con.execute('PRAGMA user_version').fetchone()[0]
    con.close()
    there = rows(db)[0] if version else {}
    assert sound and keys and index == 0, 'the file is damaged'
    assert set(before) <= set(there), 'articles lost'
    assert all(records == whole[a] for a, records in there.items()), 'an article is half there'
    return there


def main():
    program = os.path.join(os.path.abspath(sys.argv[1]), 'dateline')
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    with tempfile.TemporaryDirectory() as folder:
        feed = os.path.join(folder, 'feed.jsonl')
        make_feed(feed)
        db = os.path.join(folder, 'whole.db')
        start = time.time()
        subprocess.run(command(program, db, feed), stderr=subprocess.DEVNULL, check=True)
        longest = time.time() - start
        whole, stories = rows(db)
        there, number, full, killed, within = {}, 0, 0, 0, 0
        for _ in range(rounds):
            db = os.path.join(folder, 'killed%d.db' % number)
            process = subprocess.Popen(command(program, db, feed), stderr=subprocess.DEVNULL)
            try:
                process.wait(rng.uniform(0, longest * 0.7))
            except subprocess.TimeoutExpired:
                process.kill()
                killed += 1
            process.wait()
            if not os.path.exists(db):
                continue
            had, there = len(there), check(db, there, whole)
            within += len(there) > had
            if len(there) == len(whole):
                assert rows(db)[1] == stories, 'other stories than without a kill'
                there, number, full = {}, number + 1, full + 1
        subprocess.run(command(program, db, feed), stderr=subprocess.DEVNULL, check=True)
        assert rows(db) == (whole, stories), 'the last run did not go on where the others stopped'
    print('%d rounds, each sound' % rounds)
    print('%d kills, %d while articles came in, %d stores filled in spite of them' % (killed, within, full), file=sys.stderr)


if __name__ == '__main__':
    main()
