#!/usr/bin/env python3
"""How right are stories: which records tell one act, which texts are copies, what is contested?

    stories.py BUILD [--set dev|held|real|all] [--errors] [--feed] [--want PERCENT,PERCENT]

bench/stories/dev and bench/stories/held hold groups of short reports, made up and
linked by hand before the program saw them (docs/store.md has the format); `dev`
was looked at while rules were made, `held` for the figure alone.  All groups of a
set go into one store, so that a link across groups is an error too; once as they
come and once backwards.  bench/stories/judged.jsonl holds what we judged of pairs
of records in real reports: places in their texts, not the texts, which are other
people's; it is scored where the reports are (SCORES names the benchmarks' folder).
"""
import argparse
import glob
import gzip
import itertools
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'stories')
REAL = os.path.dirname(os.path.abspath(os.environ.get('SCORES', '../shared/bench')))
FLAGS = ('denied', 'other_actor', 'other_number')


# ---- the format ------------------------------------------------------------------

class Group:
    """Articles by letter; acts: name -> (types, [(letter, start, end)]); flags by act; copies: sets of letters."""
    def __init__(self, name):
        self.name, self.articles, self.acts, self.flags, self.copies = name, {}, {}, defaultdict(set), []


def read_act(group, line, where):
    head, _, tail = line.partition(':')
    types, name = head.split()
    spans = []
    for letter, words in re.findall(r'(\w+) "([^"]+)"', tail):
        text = group.articles[letter]['text']
        if text.count(words) != 1:
            sys.exit(f'{where}: "{words}" stands {text.count(words)} times in {group.name}/{letter}')
        spans.append((letter, text.index(words), text.index(words) + len(words)))
    if name in group.acts or len(spans) != tail.count('|') + 1:
        sys.exit(f'{where}: an act has a name of its own and places: letter "words" | letter "words"')
    group.acts[name] = (types.split('/'), spans)


def read_line(group, line, where):
    words = line.split()
    if words[0] == 'contested' and words[1] in group.acts and set(words[2:]) <= set(FLAGS):
        group.flags[words[1]] |= set(words[2:])
    elif words[0] == 'copies' and set(words[1:]) <= set(group.articles):
        group.copies.append(words[1:])
    elif re.match(r'[A-Z/]+ [\w-]+: ', line):
        read_act(group, line, where)
    else:
        sys.exit(f'{where}: no act, no "contested ACT ...", no "copies ..."')


def read_groups(path):
    groups, letter, after = [], None, False
    for number, line in enumerate(open(path, encoding='utf-8'), 1):
        line, where = line.rstrip('\n'), f'{path}:{number}'
        if line.startswith('#') or (not line and not letter):
            continue
        if line.startswith('==== '):
            groups.append(Group(line[5:]))
            letter, after = None, False
        elif line.startswith('-- '):
            letter, outlet, day = (w.strip() for w in line[3:].split('|'))
            groups[-1].articles[letter] = {'id': f'{groups[-1].name}/{letter}', 'outlet': outlet, 'published': day, 'text': ''}
        elif line == '----':
            letter, after = None, True
        elif after:
            read_line(groups[-1], line, where)
        else:
            article = groups[-1].articles[letter]
            article['text'] = (article['text'] + '\n' + line).strip()
    return groups


def load(name):
    groups = [g for path in sorted(glob.glob(f'{HERE}/{name}/*.story')) for g in read_groups(path)]
    if len({g.name for g in groups}) != len(groups):
        sys.exit('two groups of one name')
    return groups


# ---- the program -----------------------------------------------------------------

def code(program, articles, folder, name):
    """A store of the articles, in their order."""
    db = os.path.join(folder, name + '.db')
    data = ''.join(json.dumps(a, ensure_ascii=False) + '\n' for a in articles).encode()
    run = subprocess.run([program, 'code', '--db', db], input=data, stderr=subprocess.PIPE)
    if run.returncode:
        sys.exit(run.stderr.decode())
    con = sqlite3.connect(db)
    con.row_factory = sqlite3.Row
    return con


def events_of(con):
    return con.execute('SELECT e.n, a.id AS doc, e.story, e.type, e.mode, e.status, e.first, e.last, e.trigger_text AS word, '
                       'e.trigger_start AS start, e.trigger_end AS end, e.evidence, '
                       "(SELECT group_concat(code || '/' || sectors, '+') FROM parties p WHERE event = e.n AND role = 'actor') AS actor, "
                       "(SELECT group_concat(code || '/' || sectors, '+') FROM parties p WHERE event = e.n AND role = 'recipient') AS recipient, "
                       "(SELECT group_concat(coalesce(text, code), ' < ') FROM parties p WHERE event = e.n AND role = 'source') AS source, "
                       '(SELECT name FROM places WHERE event = e.n AND ord = 0) AS place '
                       'FROM events e JOIN articles a ON a.n = e.article ORDER BY e.n').fetchall()


def tell(e):
    days = e['first'] or '' if e['first'] == e['last'] else f"{e['first'] or ''}..{e['last'] or ''}"
    return (f"{e['doc']}: {e['actor'] or '-'} {e['type']}/{e['mode'] or '-'} {e['recipient'] or '-'} {days} {e['place'] or '-'} "
            f"{e['status']}{' [' + e['source'] + ']' if e['source'] else ''} \"{e['word']}\"")


# ---- the figures -----------------------------------------------------------------

def percent(right, of):
    return f'{100 * right / of:5.1f} %' if of else '    -  '


def figures(name, right, said, meant, more=''):
    f1 = f'{200 * right / (said + meant):5.1f} %' if said + meant else '    -  '
    print(f'{name:34} precision {percent(right, said)}  recall {percent(right, meant)}  F1 {f1}  ({right} right, {said} said, {meant} meant{more})')


def label(groups, events):
    """Event number -> the act that it tells; None where no line judges it."""
    acts = {}
    spans = defaultdict(list)
    for g in groups:
        for name, (types, places) in g.acts.items():
            for letter, start, end in places:
                spans[f'{g.name}/{letter}'].append((types, start, end, f'{g.name}: {name}'))
    for e in events:
        for types, start, end, act in spans[e['doc']]:
            if e['type'] in types and e['start'] is not None and start <= e['start'] and e['end'] <= end:
                acts[e['n']] = act
    told = sum(any(e['doc'] == doc and acts.get(e['n']) == act and start <= e['start'] < end for e in events)
               for doc, at in spans.items() for types, start, end, act in at)
    return acts, told, sum(map(len, spans.values()))


def pairs_score(events, acts, errors):
    """Pairs of judged records of different articles."""
    right = said = meant = 0
    for a, b in itertools.combinations([e for e in events if e['n'] in acts], 2):
        if a['doc'] == b['doc']:
            continue
        linked, same = a['story'] == b['story'], acts[a['n']] == acts[b['n']]
        right, said, meant = right + (linked and same), said + linked, meant + same
        if errors and linked != same:
            print(('LINKED, two acts:' if linked else 'NOT LINKED, one act:') + f'\n    {tell(a)}\n    {tell(b)}')
    return right, said, meant


def bcubed(events, acts):
    judged = [e for e in events if e['n'] in acts]
    story, act = Counter(e['story'] for e in judged), Counter(acts[e['n']] for e in judged)
    both = Counter((e['story'], acts[e['n']]) for e in judged)
    p = sum(both[e['story'], acts[e['n']]] / story[e['story']] for e in judged) / len(judged)
    r = sum(both[e['story'], acts[e['n']]] / act[acts[e['n']]] for e in judged) / len(judged)
    print(f'{"links, B-cubed":34} precision {100 * p:5.1f} %  recall {100 * r:5.1f} %  F1 {200 * p * r / (p + r):5.1f} %  ({len(judged)} records)')


def unjudged(events, acts, errors):
    """Links of records that no line judges: each is to be read."""
    links = [(a, b) for a, b in itertools.combinations(events, 2)
             if a['story'] == b['story'] and a['doc'] != b['doc'] and not (a['n'] in acts and b['n'] in acts)]
    for a, b in links if errors else []:
        print(f'LINKED, not judged:\n    {tell(a)}\n    {tell(b)}')
    return len(links)


def contested(con, groups, events, acts, errors):
    """A flag is right where the story with most of an act's records has it."""
    stories = {r['n']: r for r in con.execute('SELECT * FROM stories')}
    score = {flag: [0, 0, 0] for flag in FLAGS}
    for g in groups:
        for name in g.acts:
            mine = Counter(e['story'] for e in events if acts.get(e['n']) == f'{g.name}: {name}')
            story = stories[min(mine, key=lambda n: (-mine[n], n))] if mine else None
            for flag in FLAGS:
                said, meant = bool(story and story[flag]), flag in g.flags[name]
                score[flag] = [score[flag][0] + (said and meant), score[flag][1] + said, score[flag][2] + meant]
                if errors and said != meant:
                    print(f'{g.name}: {name}: {flag} is ' + ('said, not meant' if said else 'meant, not said'))
    for flag in FLAGS:
        figures(flag, *score[flag])


def copies(con, groups):
    original = {r['id']: r['o'] for r in con.execute('SELECT a.id, coalesce(o.id, a.id) AS o FROM articles a LEFT JOIN articles o ON o.n = a.copy_of')}
    meant = {p for g in groups for c in g.copies for p in itertools.combinations(sorted(f'{g.name}/{x}' for x in c), 2)}
    said = {p for p in itertools.combinations(sorted(original), 2) if original[p[0]] == original[p[1]]}
    figures('copies, pairs of articles', len(said & meant), len(said), len(meant))


def score_set(program, name, folder, errors):
    groups, figures_of = load(name), []
    articles = [a for g in groups for a in g.articles.values()]
    for way, order in (('as they come', articles), ('backwards', articles[::-1])):
        con = code(program, order, folder, f'{name} {way}')
        events = events_of(con)
        acts, told, of = label(groups, events)
        print(f'== {name}, {way}: {len(groups)} groups, {len(articles)} reports; {told} of {of} tellings have a record')
        score = pairs_score(events, acts, errors)
        figures_of.append(score)
        figures('links, pairs', *score, f'; {unjudged(events, acts, errors)} links not judged')
        bcubed(events, acts)
        contested(con, groups, events, acts, errors)
        copies(con, groups)
        errors = False
    return figures_of


# ---- real reports ------------------------------------------------------------------

def at(events, place):
    doc, start, end = place
    return [e for e in events if e['doc'] == doc and e['start'] is not None and e['start'] < end and start < e['end']]


def lines(path):
    with (gzip.open(path, 'rt', encoding='utf-8') if path.endswith('.gz') else open(path, encoding='utf-8')) as f:
        return [json.loads(line) for line in f]


def real_reports():
    """Real reports of three collections, in a fixed order; None where they are not there."""
    paths = [os.path.join(REAL, *p) for p in (('corpus', 'wikinews.jsonl.gz'), ('bench', 'attribution', 'dev.jsonl.gz'), ('bench', 'place', 'dev.jsonl'))]
    if not all(map(os.path.exists, paths)):
        return None
    articles = lines(paths[0])
    for d in lines(paths[1]) + lines(paths[2]):
        day = d.get('date') or d.get('ref') or ''
        articles.append({'id': d['id'], 'outlet': d.get('publisher') or d.get('source'), 'title': d.get('title'), 'text': d['text'],
                         **({'published': day} if re.fullmatch(r'\d{4}-\d\d-\d\d', day) else {})})
    return articles


def score_real(program, folder, errors):
    articles = real_reports()
    if not articles:
        print(f'== real reports: not in {REAL}')
        return
    judged = lines(f'{HERE}/judged.jsonl')
    con = code(program, articles, folder, 'real')
    events, by_doc = events_of(con), defaultdict(list)
    for e in events:
        by_doc[e['doc']].append(e)
    right = said = meant = gone = 0
    for j in judged:
        pairs = [(a, b) for a in at(by_doc[j['a'][0]], j['a']) for b in at(by_doc[j['b'][0]], j['b']) if a['type'] == b['type'] == j['type']]
        linked, gone = any(a['story'] == b['story'] for a, b in pairs), gone + (not pairs)
        if pairs:
            right, said, meant = right + (linked and j['same']), said + linked, meant + j['same']
        if errors and pairs and linked != j['same']:
            print(('LINKED, two acts:' if linked else 'NOT LINKED, one act:') + ''.join(f'\n    {tell(e)} | {e["evidence"][:150]}' for e in pairs[0]))
    known = {tuple(map(tuple, sorted((j['a'][:2], j['b'][:2])))) for j in judged}
    new = []
    for story in {e['story'] for e in events}:
        told = [e for e in events if e['story'] == story] if errors else []
        new += [(a, b) for a, b in zip(told, told[1:]) if a['doc'] != b['doc'] and
                tuple(sorted(((a['doc'], a['start']), (b['doc'], b['start'])))) not in known]
    for a, b in new:
        print(f'LINKED, not judged: {json.dumps([[a["doc"], a["start"], a["end"]], [b["doc"], b["start"], b["end"]]])}' +
              ''.join(f'\n    {tell(e)} | {e["evidence"][:150]}' for e in (a, b)))
    links = con.execute('SELECT sum(articles - 1) FROM stories').fetchone()[0]
    print(f'== real reports: {len(articles)} reports, {len(events)} records, {links} links between reports; '
          f'{len(judged)} pairs judged by hand, {gone} of them no records any more')
    figures('links, pairs', right, said, meant)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('build')
    ap.add_argument('--set', choices=['dev', 'held', 'real', 'all'], default='all')
    ap.add_argument('--errors', action='store_true', help='each wrong link, missing link and wrong flag')
    ap.add_argument('--feed', action='store_true', help='print the made-up reports as JSON Lines, and nothing else')
    ap.add_argument('--want', help='least precision and recall of links between made-up reports, in percent: "98,50"')
    a = ap.parse_args()
    program = os.path.join(os.path.abspath(a.build), 'dateline')
    names = [name for name in ('dev', 'held') if a.set in (name, 'all')]
    if a.feed:
        for name in names:
            for g in load(name):
                print('\n'.join(json.dumps(article, ensure_ascii=False) for article in g.articles.values()))
        return
    with tempfile.TemporaryDirectory() as folder:
        scores = [score for name in names for score in score_set(program, name, folder, a.errors)]
        if a.set in ('real', 'all'):
            score_real(program, folder, a.errors)
    if a.want:
        precision, recall = map(float, a.want.split(','))
        if any(100 * right < precision * said or 100 * right < recall * meant for right, said, meant in scores):
            sys.exit(f'fewer than wanted: precision {precision} %, recall {recall} %')


if __name__ == '__main__':
    main()
