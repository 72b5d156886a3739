#!/usr/bin/env python3
"""How right is the program on whole reports of news that we have coded by hand?

    reports.py BUILD [--set dev|held|fresh] [--errors N] [--by doc]

bench/reports/ holds what our coders found in 81 reports (by the guide of the
whole-document benchmark): offsets, types, codes, days; not the texts, which are
other people's.  They are put together from the development data where that is
(SCORES=DIR, default ../shared/bench), and its scorer counts.  `dev` was looked at
while rules were made; `held` was coded for the figure alone: no rule was made for it;
`fresh` was coded before the program had read it, and looked at since.
"""
import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile

BENCH = os.environ.get('SCORES', '../shared/bench')
HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'reports')


def rows(path):
    with (gzip.open(path, 'rt', encoding='utf-8') if path.endswith('.gz') else open(path, encoding='utf-8')) as f:
        return [json.loads(line) for line in f if line.strip()]


def write(path, objects):
    with open(path, 'w', encoding='utf-8') as f:
        f.writelines(json.dumps(o, ensure_ascii=False) + '\n' for o in objects)


def load(which):
    """The reports of a set with their texts, and their gold."""
    reports = [r for r in rows(f'{HERE}/reports.jsonl') if which in ('all', r['set'])]
    texts = {}
    for source in sorted({r['source'] for r in reports}):
        path = os.path.join(os.path.dirname(os.path.abspath(BENCH)), source)
        for i, d in enumerate(rows(path)):
            texts[source, d.get('id', i)] = d.get('text', '')
    docs = []
    for r in reports:
        text = texts[r['source'], r['key']][r['span'][0]:r['span'][1]]
        docs.append({'id': r['id'], 'text': text, 'published': r['published'], 'outlet': r['outlet'], 'group': r['group'], 'title': None, 'url': None})
    ids = {d['id'] for d in docs}
    return docs, [g for g in rows(f'{HERE}/gold.jsonl') if g['doc'] in ids]


def party(p):
    return {'code': p.get('code') or '---', 'sector': (p.get('sector') or [''])[0], 'text': p.get('text') or ''}


def predictions(build, docs):
    feed = ''.join(json.dumps({k: v for k, v in d.items() if v is not None}, ensure_ascii=False) + '\n' for d in docs)
    out = subprocess.run([f'{build}/dateline', 'code', '--to', 'jsonl', '-'], input=feed, capture_output=True, text=True, check=True).stdout
    return [{'doc': e['doc'], 'type': e['type'], 'trigger': e['trigger']['span'],
             'actor': [party(p) for p in e['actor']], 'recipient': [party(p) for p in e['recipient']],
             'when': [e['when']['start'], e['when']['end']], 'where': [x for p in e['where'] for x in (p['text'], p['name']) if x],
             'according_to': [party(p) for p in e['according_to']], 'status': e['status'], 'quote': e['quote']}
            for e in map(json.loads, out.splitlines())]


def main():
    p = argparse.ArgumentParser()
    p.add_argument('build')
    p.add_argument('--set', default='dev', choices=('dev', 'held', 'fresh', 'all'))
    p.add_argument('--errors')
    p.add_argument('--by')
    a = p.parse_args()
    if not os.path.exists(f'{BENCH}/whole/score.py'):
        sys.exit(f'reports: no benchmark data in {BENCH} (SCORES=DIR names another folder)')
    docs, gold = load(a.set)
    with tempfile.TemporaryDirectory() as folder:
        write(f'{folder}/docs.jsonl', docs)
        write(f'{folder}/gold.jsonl', gold)
        write(f'{folder}/pred.jsonl', predictions(a.build, docs))
        more = (['--errors', a.errors] if a.errors else []) + (['--by', a.by] if a.by else [])
        subprocess.run([sys.executable, '-B', f'{BENCH}/whole/score.py', f'{folder}/pred.jsonl', '--docs', f'{folder}/docs.jsonl',
                        '--gold', f'{folder}/gold.jsonl'] + more, check=True)


if __name__ == '__main__':
    main()
