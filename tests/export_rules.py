#!/usr/bin/env python3
"""Do the exports keep the rules of their forms?  export_rules.py DATELINE [STORE.db]

Python alone, no network: what export_readers.py asks of other programs, these
rules ask of the files.  Without a store one is made of sentences that are hard
on exports: quotes, commas, line ends, tabs, NA, emoji, several parties.
"""
import csv
import io
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile

TEXTS = [
    'On Monday, Russian forces shelled Kharkiv, killing 12 people, Ukraine\'s Defense Ministry said. '
    'Russia\'s Defense Ministry denied that its forces had shelled Kharkiv.',
    'Kenyan police arrested 14 protesters in Nairobi on Tuesday. "We condemn these arrests; they are wrong," the opposition, led by\n'
    '"Old" leaders, said.\n\nThe United Nations and the European Union criticised Kenya.',
    '\U0001F6A8 BREAKING \U0001F6A8 Armenia and Azerbaijan signed a peace treaty in Washington on Friday. France and Germany welcomed it.',
    'Peru\'s president\tmet the president of Ecuador in Quito on 4 March 2024.\r\n\r\nPeru will host talks with Chile in May 2024, the Foreign Ministry said. '
    'In October 2020, Peruvian soldiers attacked rebels near Ayacucho.',
    'Namibia condemned the attack. "None of us," the minister said, "knew that Namibia had accused Angola of an attack in 1994." NA, N/A, null.',
    '=cmd|\'/c calc\'!A1, Sudan\'s army attacked Omdurman on Sunday, killing at least 40 people and injuring 100.',
    'Nothing political happened in the valley.',
]
TYPES = {'string': str, 'integer': int, 'number': float}
ROLES = re.compile(r'^(Actor|Recipient|Place|When|Number|Source|Content)\d*$')


def run(program, *words):
    return subprocess.run([program, *words], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


def make_store(program, folder):
    feed, db = os.path.join(folder, 'feed.jsonl'), os.path.join(folder, 'hard.db')
    with open(feed, 'w', encoding='utf-8') as out:
        for i, text in enumerate(TEXTS):
            out.write(json.dumps({'id': 'a/%d "x"' % i, 'outlet': 'The "A", B & C', 'title': 'NA', 'published': '2024-03-12',
                                  'url': 'https://example.org/?a=1&b=%d' % i, 'text': text}) + '\n')
    run(program, 'code', '--db', db, feed)
    return db


def exported(program, db, form, *words):
    return run(program, 'export', '--db', db, '--to', form, *words).decode('utf-8')


# ---- csv, its package, its codebook -----------------------------------------------------

def check_value(field, value):
    rules = field.get('constraints', {})
    if value == '':
        assert not rules.get('required'), '%s is empty' % field['name']
        return
    if 'enum' in rules:
        assert value in rules['enum'], (field['name'], value)
    kind = field['type']
    if kind == 'date':
        assert re.match(r'^\d{4}-\d\d-\d\d$', value), value
    elif kind == 'boolean':
        assert value in ('true', 'false'), value
    else:
        TYPES[kind](value)


def check_csv(program, db, folder):
    out = os.path.join(folder, 'package')
    run(program, 'export', '--db', db, '--to', 'csv', '--by-report', '--out', out)
    package = json.load(open(os.path.join(out, 'datapackage.json'), encoding='utf-8'))
    text = open(os.path.join(out, 'events.csv'), encoding='utf-8', newline='').read()
    resource = package['resources'][0]
    fields = resource['schema']['fields']
    rows = list(csv.reader(io.StringIO(text, newline=''), strict=True))
    assert rows[0] == [f['name'] for f in fields]
    assert resource['bytes'] == len(text.encode()) and resource['rows'] == len(rows) - 1
    assert re.sub(r'"[^"]*"', '', text).count('\n') == text.count('\r\n') - sum(q.count('\r\n') for q in re.findall(r'"[^"]*"', text)), 'line ends'
    for row in rows[1:]:
        assert len(row) == len(fields)
        for field, value in zip(fields, row):
            check_value(field, value)
    ids = [row[0] for row in rows[1:]]
    assert len(set(ids)) == len(ids) and resource['schema']['primaryKey'] == ['id']
    check_against_store(db, [dict(zip(rows[0], row)) for row in rows[1:]])
    codebook = open(os.path.join(out, 'codebook.md'), encoding='utf-8').read()
    assert re.findall(r'^\| `(\w+)` \|', codebook, re.M) == rows[0]
    assert exported(program, db, 'csv', '--by-report') == text


def check_against_store(db, rows):
    con = sqlite3.connect(db)
    assert len(rows) == con.execute('SELECT count(*) FROM events').fetchone()[0] > 0
    for row in rows:
        n, article, evidence, status = con.execute('SELECT n, article, evidence, status FROM events WHERE id = ?', (row['id'],)).fetchone()
        text, published = con.execute('SELECT text, published FROM articles WHERE n = ?', (article,)).fetchone()
        assert (row['evidence'], row['status'], row['published']) == (evidence, status, published)
        spot = text[int(row['trigger_start']):int(row['trigger_end'])]
        assert spot.split() == row['trigger'].split(), (spot, row['trigger'])
        for role in ('actor', 'recipient', 'source'):
            codes = con.execute("SELECT code FROM parties WHERE event = ? AND role = ? ORDER BY ord", (n, role)).fetchall()
            assert row[role + '_code'] == (codes[0][0] if codes else '')
            assert [c.split('/')[0] for c in row[role + '_all'].split(';') if c] == [c for c, in codes]
            assert re.match(r'^([A-Z]{3}|---)?$', row[role + '_code']), 'a code that R or pandas could take for missing'


# ---- tab-separated -----------------------------------------------------------------------

def check_polecat(program, db):
    lines = exported(program, db, 'polecat', '--by-report').split('\n')
    assert lines.pop() == ''
    head = lines[0].split('\t')
    assert len(head) == 40 and head[:5] == ['Event ID', 'Event Date', 'Event Type', 'Event Mode', 'Intensity'] and head[-1] == 'Version'
    con = sqlite3.connect(db)
    assert len(lines) - 1 == con.execute("SELECT count(*) FROM events WHERE status = 'actual'").fetchone()[0]
    for line in lines[1:]:
        row = dict(zip(head, line.split('\t')))
        assert line.count('\t') == 39 and '' not in row.values()
        assert re.match(r'^(\d{4}-\d\d-\d\d|None)$', row['Event Date'])
        assert len({row[k].count('; ') for k in ('Actor Name Raw', 'Actor Country') if row[k] != 'None'}) < 2
        first, last, status = con.execute('SELECT first, last, status FROM events WHERE id = ?', (row['Event ID'],)).fetchone()
        assert row['Event Date'] == (first if first == last and first else 'None') and status == 'actual'
    denied = exported(program, db, 'polecat', '--by-report', '--status', 'denied').split('\n')
    assert len(denied) - 2 == con.execute("SELECT count(*) FROM events WHERE status = 'denied'").fetchone()[0]


def check_cameo(program, db):
    rows = [line.split('\t') for line in exported(program, db, 'cameo', '--by-report').split('\n')[:-1]]
    assert len({row[0] for row in rows}) == len(rows)
    for row in rows:
        assert len(row) == 26
        assert re.match(r'^(\d{8})?$', row[1]) and row[1] in ('', row[2] + row[3] + row[4])
        for at in (5, 9):
            assert re.match(r'^(---|([A-Z]{3}){1,5})$', row[at]), row[at]
            assert row[at] == (row[at + 1] + row[at + 2] + row[at + 3] or '---')
        assert re.match(r'^\d{3,4}$', row[13]) and row[14] == row[13][:2] and row[15] in '01234' and row[16] == ''
    return rows


# ---- maps ---------------------------------------------------------------------------------

def check_feature(feature, con):
    assert feature['type'] == 'Feature' and 'crs' not in feature
    assert all(not isinstance(v, (dict, list)) for v in feature['properties'].values()), 'properties are flat'
    event = con.execute('SELECT n FROM events WHERE id = ?', (feature['id'],)).fetchone()[0]
    place = con.execute('SELECT lat, lon FROM places WHERE event = ? AND ord = 0', (event,)).fetchone() or (None, None)
    if None in place:
        assert feature['geometry'] is None and feature['properties']['precision'] is None
        return 0
    lon, lat = feature['geometry']['coordinates']
    assert abs(lon - place[1]) < 1e-5 and abs(lat - place[0]) < 1e-5 and -180 <= lon <= 180 and -90 <= lat <= 90
    assert feature['properties']['precision']
    return 1


def check_geojson(program, db):
    con = sqlite3.connect(db)
    whole = json.loads(exported(program, db, 'geojson', '--by-report'))
    assert set(whole) == {'type', 'features'} and whole['type'] == 'FeatureCollection'
    located = sum(check_feature(f, con) for f in whole['features'])
    assert located > 0 and len(whole['features']) == con.execute('SELECT count(*) FROM events').fetchone()[0]
    lines = exported(program, db, 'geojsonseq', '--by-report').splitlines()
    assert [json.loads(line) for line in lines] == whole['features']
    none = json.loads(exported(program, db, 'geojson', '--actor', 'FJI'))
    assert none == {'type': 'FeatureCollection', 'features': []}


# ---- brat ------------------------------------------------------------------------------------

def read_conf(path):
    """Section → name → what follows it."""
    conf, section = {}, None
    for line in open(path, encoding='utf-8').read().split('\n'):
        if line.startswith('['):
            section = conf.setdefault(line.strip('[]'), {})
        elif line:
            name, _, rest = line.partition('\t')
            section[name] = rest
    return conf


def check_bound(text, bound, kind, spans, words):
    pieces = [tuple(map(int, s.split())) for s in spans.split(';')]
    assert all(0 <= a < b <= len(text) for a, b in pieces) and pieces == sorted(pieces), bound
    assert all('\n' not in text[a:b] and '\r' not in text[a:b] for a, b in pieces), 'a span goes over a line end'
    assert ' '.join(text[a:b] for a, b in pieces).replace('\t', ' ') == words, (bound, words)
    return kind


def check_ann(text, lines, conf, con):
    bounds, events, seen = {}, {}, 0
    for line in lines:
        name, _, rest = line.partition('\t')
        if name[0] == 'T':
            kind_spans, _, words = rest.partition('\t')
            kind, _, spans = kind_spans.partition(' ')
            assert kind in conf['entities'] or kind in conf['events'], kind
            bounds[name] = check_bound(text, name, kind, spans, words)
    for line in lines:
        name, _, rest = line.partition('\t')
        if name[0] == 'E':
            head, *roles = rest.split(' ')
            kind, trigger = head.split(':')
            assert bounds[trigger] == kind and kind in conf['events']
            for role in roles:
                role, target = role.split(':')
                assert ROLES.match(role) and target in bounds and role.rstrip('0123456789') in conf['events'][kind], role
            events[name] = kind
    for line in lines:
        name, _, rest = line.partition('\t')
        if name[0] == 'A':
            kind, event, value = rest.split(' ')
            assert event in events and value in re.search('Value:(.*)', conf['attributes'][kind]).group(1).split('|'), rest
        elif name[0] == 'R':
            kind, one, two = rest.split(' ')
            assert kind in conf['relations'] and one[5:] in {**bounds, **events} and two[5:] in bounds, rest
        elif name[0] == '#':
            kind, target = rest.split('\t')[0].split(' ')
            assert kind == 'AnnotatorNotes' and target in {**bounds, **events}, rest
            seen += target[0] == 'E'
        else:
            assert name[0] in 'TE', line
    return seen


def check_brat(program, db, folder):
    out = os.path.join(folder, 'brat')
    run(program, 'export', '--db', db, '--to', 'brat', '--out', out)
    con, conf, seen = sqlite3.connect(db), read_conf(os.path.join(out, 'annotation.conf')), 0
    texts = sorted(f for f in os.listdir(out) if f.endswith('.txt'))
    assert len(texts) == con.execute('SELECT count(*) FROM articles').fetchone()[0]
    for name in texts:
        text = open(os.path.join(out, name), encoding='utf-8', newline='').read()
        assert text == con.execute('SELECT text FROM articles WHERE n = ?', (int(name[:7]),)).fetchone()[0]
        ann = open(os.path.join(out, name[:-4] + '.ann'), encoding='utf-8', newline='').read()
        seen += check_ann(text, ann.split('\n')[:-1], conf, con)
    assert seen == con.execute('SELECT count(*) FROM events').fetchone()[0]
    again = subprocess.run([program, 'export', '--db', db, '--to', 'brat', '--out', out], stderr=subprocess.PIPE)
    assert again.returncode == 2 and b'not empty' in again.stderr, 'annotations must not be written over'


# ---- CoNLL-U -----------------------------------------------------------------------------------

def check_sentence(lines, events):
    words = [line.split('\t') for line in lines if line[0] != '#']
    assert all(len(w) == 10 and '' not in w for w in words)
    assert [w[0] for w in words] == [str(i + 1) for i in range(len(words))]
    assert sum(w[6] == '0' for w in words) >= 1 and all(0 <= int(w[6]) <= len(words) for w in words)
    for w in words:
        misc = dict(pair.split('=', 1) for pair in w[9].split('|'))
        for mark in misc.get('Event', '').split(','):
            if mark:
                events.add(mark.split(':')[0])


def check_conllu(program, db):
    text, events = exported(program, db, 'conllu'), set()
    for block in text.split('\n\n')[:-1]:
        check_sentence(block.split('\n'), events)
    con = sqlite3.connect(db)
    assert events == {i for i, in con.execute('SELECT id FROM events')}, 'every event stands on a word'
    assert text.count('# newdoc id = ') == con.execute('SELECT count(*) FROM articles').fetchone()[0]


# ---- JSON Lines, filters, failures -----------------------------------------------------------------

def check_jsonl(program, db):
    for words in ((), ('--by-report',), ('--type', 'ASSAULT'), ('--contested',), ('--status', 'denied')):
        asked = sorted(run(program, 'query', '--db', db, '--to', 'jsonl', *words).decode().splitlines())
        assert sorted(exported(program, db, 'jsonl', *words).splitlines()) == asked, words


def check_failures(program, db, folder):
    full = subprocess.run('"%s" export --db "%s" --to csv >/dev/full' % (program, db), shell=True, stderr=subprocess.PIPE)
    assert full.returncode == 4, full
    gone = subprocess.run([program, 'export', '--db', db, '--to', 'csv', '--out', os.path.join(folder, 'none', 'x.csv')], stderr=subprocess.PIPE)
    assert gone.returncode == 4 and not any(n.endswith('.part') for n in os.listdir(folder))
    out = os.path.join(folder, 'x.parquet')
    parquet = subprocess.run([program, 'export', '--db', db, '--to', 'parquet', '--out', out], stderr=subprocess.PIPE)
    if parquet.returncode == 0:
        data = open(out, 'rb').read()
        assert data[:4] == data[-4:] == b'PAR1'
    else:
        assert parquet.returncode == 3 and b'without Parquet' in parquet.stderr and not os.path.exists(out)


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        db = sys.argv[2] if len(sys.argv) > 2 else make_store(program, folder)
        check_csv(program, db, folder)
        check_polecat(program, db)
        check_cameo(program, db)
        check_geojson(program, db)
        check_brat(program, db, folder)
        check_conllu(program, db)
        check_jsonl(program, db)
        check_failures(program, db, folder)
    print('the exports keep the rules of their forms')


if __name__ == '__main__':
    main()
