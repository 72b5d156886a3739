#!/usr/bin/env python3
"""Does confidence mean what it says?  And what should each sign weigh?

    confidence.py BUILD [--fit] [CASES ...]

Codes the golden cases (default: tests/cases/whole, and of tests/cases/what the
cases that name all their events) and, where the development benchmarks are
there (SCORES=DIR, default ../shared/bench), their sentences and reports and the
reports of bench/reports/, and asks of each record: has a hand-coded event its type and both its parties?
Prints, by confidence, the share of records that are right.  With --fit, fits the
weights of data/what/confidence.tsv anew (logistic regression, ridge penalty,
Newton's steps) and says how it does on articles that it was not fitted to.
"""
import argparse
import glob
import json
import math
import os
import re
import subprocess
import sys
import tempfile

import reports

TABLE = 'data/what/confidence.tsv'
BENCH = os.environ.get('SCORES', '../shared/bench')
RIDGE = 4.0
FOLDS = 5


# ---- what people coded, as cases ------------------------------------------------
def parties(list_):
    """Codes alone: sectors are judged elsewhere."""
    codes = []
    for p in list_ or []:
        code = p.get('code') or '---'
        if code not in codes:
            codes.append(code)
    return '+'.join(codes) or '-'


def case(name, published, text, lines):
    text = re.sub(r'^(====|----|#)', r' \1', text.replace('\r', ''), flags=re.M)
    head = f'==== {name}\n' + (f'published {published}\n' if published else '')
    return head + '\n' + text + '\n----\n' + '\n'.join(sorted(set(lines))) + '\n'


def of_reports(docs, gold):
    events = {}
    for g in gold:
        for type_ in [g['type']] + list(g.get('also') or []):
            who, whom = parties(g.get('actor')), parties(g.get('recipient'))
            events.setdefault(g['doc'], []).append(f'* says\n  {who} {type_} {whom}')
    return [case(d['id'], d.get('published'), d['text'], events.get(d['id'], [])) for d in docs]


def of_sentences(path):
    texts = {}
    for line in open(path, encoding='utf-8'):
        r = json.loads(line)
        types = [r['event']] + list(r.get('event_alt') or [])
        who, whom = parties(r.get('source')), parties(r.get('target'))
        for type_ in types:
            texts.setdefault(r['text'], []).append(f'* says\n  {who} {type_} {whom}')
    return [case(f's{i}', None, text, lines) for i, (text, lines) in enumerate(texts.items())]


def own_cases(paths):
    """Cases in which every event stands: whole reports, and those that say `only`."""
    for path in paths:
        files = sorted(glob.glob(path + '/**/*.case', recursive=True)) if os.path.isdir(path) else [path]
        for file in files:
            for part in re.split(r'^(?===== )', open(file, encoding='utf-8').read(), flags=re.M):
                if part.startswith('==== ') and ('/whole/' in file or re.search(r'^only', part, re.M)):
                    yield part


# ---- what the program says ---------------------------------------------------------
def judge(build, cases):
    """One list of records a case: (right, confidence, sureness, signs)."""
    judged = []
    with tempfile.TemporaryDirectory() as folder:
        for i, text in enumerate(cases):
            with open(f'{folder}/{i:05}.case', 'w', encoding='utf-8') as f:
                f.write(text)
        out = subprocess.run([f'{build}/dateline', 'check', '--data', 'data', '--judge', folder], capture_output=True, text=True)
        if out.returncode:
            sys.exit(out.stderr)
    for block in out.stdout.split('== \n')[1:]:
        rows = [line.split('\t') for line in block.splitlines()]
        judged.append([(int(r[0]), float(r[1]), float(r[2]), r[5:]) for r in rows])
    return judged


# ---- the model ------------------------------------------------------------------------
def logit(p):
    p = min(max(p, 0.05), 0.95)
    return math.log(p / (1 - p))


def vector(record, names):
    _, _, sureness, signs = record
    return [1.0, logit(sureness)] + [1.0 if n in signs else 0.0 for n in names]


def solve(a, b):
    n = len(b)
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(a[r][i]))
        a[i], a[pivot], b[i], b[pivot] = a[pivot], a[i], b[pivot], b[i]
        for r in range(i + 1, n):
            f = a[r][i] / a[i][i]
            if f:
                for c in range(i, n):
                    a[r][c] -= f * a[i][c]
                b[r] -= f * b[i]
    for i in reversed(range(n)):
        b[i] = (b[i] - sum(a[i][c] * b[c] for c in range(i + 1, n))) / a[i][i]
    return b


def fit(rows):
    """Weights for (right, vector) rows."""
    n = len(rows[0][1])
    w = [0.0] * n
    for _ in range(12):
        h = [[(RIDGE if i == j and i else 1e-9) if i == j else 0.0 for j in range(n)] for i in range(n)]
        g = [-(RIDGE if i else 0.0) * w[i] for i in range(n)]
        for right, x in rows:
            p = 1 / (1 + math.exp(-sum(a * b for a, b in zip(w, x))))
            on = [i for i in range(n) if x[i]]
            for i in on:
                g[i] += (right - p) * x[i]
                for j in on:
                    h[i][j] += p * (1 - p) * x[i] * x[j]
        w = [a + b for a, b in zip(w, solve(h, g))]
    return w


def chance(w, x):
    return 1 / (1 + math.exp(-sum(a * b for a, b in zip(w, x))))


# ---- telling ------------------------------------------------------------------------------
def bands(pairs, title):
    print(f'{title}: {len(pairs)} records, {sum(r for r, _ in pairs) / max(len(pairs), 1):.0%} right')
    print('  confidence   records   right')
    for low, high in ((0, .3), (.3, .5), (.5, .7), (.7, .8), (.8, .9), (.9, 1.01)):
        band = [r for r, c in pairs if low <= c < high]
        if band:
            print(f'  {low:.1f} - {min(high, 1):.1f}    {len(band):7}   {sum(band) / len(band):5.0%}')


def rewrite(weights):
    lines = []
    for line in open(TABLE, encoding='utf-8'):
        cells = line.rstrip('\n').split('\t')
        if cells[0] in weights:
            cells[1] = f'{weights[cells[0]]:.2f}'
            line = '\t'.join(cells) + '\n'
        lines.append(line)
    open(TABLE, 'w', encoding='utf-8').writelines(lines)


def main():
    p = argparse.ArgumentParser()
    p.add_argument('build')
    p.add_argument('cases', nargs='*')
    p.add_argument('--fit', action='store_true')
    a = p.parse_args()
    cases = list(own_cases(a.cases or ['tests/cases/whole', 'tests/cases/what']))
    if os.path.exists(f'{BENCH}/whole/seed.doc.json'):
        cases += of_reports([json.load(open(f'{BENCH}/whole/seed.doc.json', encoding='utf-8'))], reports.rows(f'{BENCH}/whole/seed.gold.jsonl'))
        cases += of_reports(*reports.load('dev'))
    if os.path.exists(f'{BENCH}/events/dev.jsonl'):
        cases += of_sentences(f'{BENCH}/events/dev.jsonl')
    judged = judge(a.build, cases)
    records = [r for c in judged for r in c]
    bands([(r[0], r[1]) for r in records], 'as it stands')
    if not a.fit:
        return
    names = [line.split('\t')[0] for line in open(TABLE, encoding='utf-8') if '\t' in line and line[0] != '#'][3:]
    held = []
    for k in range(FOLDS):
        w = fit([(r[0], vector(r, names)) for i, c in enumerate(judged) if i % FOLDS != k for r in c])
        held += [(r[0], chance(w, vector(r, names))) for i, c in enumerate(judged) if i % FOLDS == k for r in c]
    bands(held, f'fitted, on articles left out ({FOLDS} folds)')
    w = fit([(r[0], vector(r, names)) for r in records])
    rewrite(dict(zip(['start', 'entry'] + names, w)))


main()
