#!/usr/bin/env python3
"""How well are near copies found?  Our own articles, changed as papers change agencies' texts.

    copies.py BUILD [--datasketch]

Each whole article of tests/cases/whole and examples/ is put into a store with
copies of it: with an agency's tag, with a new lede, without its last paragraph,
with two sentences of another article, with every thirtieth word changed, its first
half, and half of it among sentences of another.  To be found are those with six
tenths of their shingles in common (docs/store.md), counted exactly; wrong is what
joins texts of two articles, or half of one among another's.  Copies of a copy are
copies, so that a first half may be joined too.  --datasketch asks that library
(PyPI) the same.
"""
import argparse
import glob
import itertools
import json
import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..')
SHINGLE, LIKENESS, LEAST = 5, 0.6, 120


def articles():
    texts = []
    for path in sorted(glob.glob(f'{ROOT}/tests/cases/whole/*.case')):
        for case in re.split(r'(?m)^==== .*\n', open(path, encoding='utf-8').read())[1:]:
            text = re.sub(r'\A(?:(?:published|outlet) .*\n)*\n*', '', case.split('\n----')[0])
            texts.append(text.strip())
    texts += [open(path, encoding='utf-8').read().strip() for path in sorted(glob.glob(f'{ROOT}/examples/*.txt'))]
    return list(dict.fromkeys(t for t in texts if len(t.split()) >= LEAST))


def sentences(text):
    return re.split(r'(?<=[.!?"]) +|\n\n', text)


def variants(text, other, rng):
    parts, paragraphs, words = sentences(text), text.split('\n\n'), text.split()
    half = parts[:len(parts) // 2]
    changed = ' '.join(rng.choice(other.split()) if i % 30 == 7 else w for i, w in enumerate(words))
    mixed = [s for pair in itertools.zip_longest(half, sentences(other)[:len(half)], fillvalue='') for s in pair]
    return {
        'tag': 'GENEVA, March 3 (Example Agency) - ' + text + '\n\nReporting by the Example Agency; editing by our desk.',
        'lede': 'It was a day that few had seen coming, and many will remember. ' + ' '.join(parts[1:]),
        'cut': '\n\n'.join(paragraphs[:-1]) if len(paragraphs) > 2 else ' '.join(parts[:-1]),
        'added': text + ' ' + ' '.join(sentences(other)[1:3]),
        'words': changed,
        'half': ' '.join(half),
        'mixed': ' '.join(mixed),
    }


def shingles(text):
    """As minhash.c has them: runs of letters, digits and bytes beyond ASCII, capitals as small letters."""
    words = re.findall(rb'[0-9a-z\x80-\xff]+', text.encode().lower())
    return {tuple(words[i:i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def likeness(a, b):
    return len(a & b) / len(a | b) if a | b else 0


def ask_store(program, docs):
    with tempfile.TemporaryDirectory() as folder:
        db = os.path.join(folder, 'copies.db')
        data = ''.join(json.dumps({'id': name, 'text': text}) + '\n' for name, text in docs.items()).encode()
        subprocess.run([program, 'code', '--db', db], input=data, stderr=subprocess.DEVNULL, check=True)
        con = sqlite3.connect(db)
        original = dict(con.execute('SELECT a.id, coalesce(o.id, a.id) FROM articles a LEFT JOIN articles o ON o.n = a.copy_of'))
    return {p for p in itertools.combinations(sorted(docs), 2) if original.get(p[0]) == original.get(p[1])}


def ask_datasketch(docs):
    from datasketch import MinHash, MinHashLSH
    index, signed = MinHashLSH(threshold=LIKENESS, num_perm=128, params=(32, 4)), {}
    for name, text in docs.items():
        m = MinHash(num_perm=128)
        m.update_batch([b' '.join(s) for s in sorted(shingles(text))])
        signed[name] = m
        index.insert(name, m)
    return {tuple(sorted((a, b))) for a, m in signed.items() for b in index.query(m) if a != b and m.jaccard(signed[b]) >= LIKENESS}


def tell(name, said, meant):
    """Wrong: of two articles, or mixed ones."""
    wrong = [p for p in said if p[0].split('/')[0] != p[1].split('/')[0] or any(x.endswith('/mixed') for x in p)]
    print(f'{name}: {len(said)} pairs said, {len(wrong)} of them wrong (precision {100 - 100 * len(wrong) / max(1, len(said)):.1f} %); '
          f'{len(said & meant)} of {len(meant)} found (recall {100 * len(said & meant) / max(1, len(meant)):.1f} %)')


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('build')
    ap.add_argument('--datasketch', action='store_true')
    a = ap.parse_args()
    rng, texts, docs, kinds = random.Random(3), articles(), {}, {}
    for i, text in enumerate(texts):
        name = f'{i:03d}'
        docs[name] = text
        for kind, changed in variants(text, texts[(i + 1) % len(texts)], rng).items():
            docs[f'{name}/{kind}'] = changed
            kinds[f'{name}/{kind}'] = (name, kind)
    sets = {name: shingles(text) for name, text in docs.items()}
    meant = {p for p in itertools.combinations(sorted(docs), 2) if likeness(sets[p[0]], sets[p[1]]) >= LIKENESS}
    said = ask_store(os.path.join(os.path.abspath(a.build), 'dateline'), docs)
    print(f'{len(texts)} articles of our own, {len(docs)} with what was made of them')
    tell('near copies', said, meant)
    seen = Counter(kind for pair, (name, kind) in kinds.items() if tuple(sorted((name, pair))) in said)
    print('taken for copies: ' + ', '.join(f'{kind} {seen[kind]} of {len(texts)}' for kind in variants(texts[0], texts[1], rng)))
    if a.datasketch:
        tell('datasketch (pairs, not clusters)', ask_datasketch(docs), meant)


if __name__ == '__main__':
    main()
