#!/usr/bin/env python3
"""Does `dateline serve` answer what it should, and nobody else?  serve_api.py BUILD [TEST...]

Codes made-up reports, hostile ones among them, into a store, starts the server
and asks it as a browser, a stranger and a careless script would.
"""
import http.client
import json
import os
import signal
import socket
import sqlite3
import struct
import subprocess
import sys
import tempfile
import threading
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FILTERS = 'actor recipient says type status from until place text contested min_confidence by_report'.split()

REPORTS = [
    {'id': 'first', 'outlet': 'Daily', 'title': 'Shelling', 'url': 'https://example.org/1', 'published': '2020-10-18',
     'text': 'Armenian forces shelled the Azerbaijani city of Ganja on 17 October 2020, killing 13 people, the Defense Ministry of Azerbaijan said. '
             'President Ilham Aliyev visited Ankara on Friday.'},
    {'id': 'second', 'outlet': 'Weekly', 'title': 'Denial', 'published': '2020-10-18',
     'text': 'The Defense Ministry of Armenia denied that Armenian forces shelled the Azerbaijani city of Ganja on 17 October 2020.'},
    {'id': 'third', 'outlet': 'Monthly', 'published': '2021-03-02',
     'text': 'Police in Kenya arrested forty protesters in Nairobi on Monday. Border treaty talks between Kenya and Uganda began on Tuesday.'},
]
COPY = dict(REPORTS[0], id='first again', outlet='Other', url='https://example.org/2')
WORDS = 'Ecuador condemned the arrests in Lima. '
HOSTILE = [
    {'id': '<script>alert(1)</script>', 'outlet': '"><img src=x onerror=alert(1)>', 'title': '</script><script>alert(2)</script>', 'url': 'javascript:alert(3)',
     'text': WORDS + '<script>fetch("/api/info")</script> <!-- --> ]]> &lt; Peruvian police arrested <b>forty</b> protesters in Lima on Monday.'},
    {'id': "'); DROP TABLE events; --", 'outlet': "' OR 1=1 --", 'title': '%s%n%x ${7*7} {{7*7}}', 'text': WORDS + "Peru's army attacked '); DELETE FROM articles; -- rebels in Cusco on Monday."},
    {'id': 'turned', 'title': '\u202egnp.exe', 'outlet': '\u2066out\u2069let', 'text': WORDS + '\u202eThe army of Peru shelled Cusco on Monday.\u202c \u200fRebels fled.\u2028New line.\u2029'},
    {'id': 'nul', 'title': 'a\u0000b', 'outlet': 'x\u0000y', 'text': WORDS + 'Before the NUL.\u0000 Police in Peru arrested ten protesters in Lima on Monday.'},
    {'id': 'controls', 'text': WORDS + ''.join(map(chr, range(1, 32))) + '\u007f\u0080\u009f\ufeff\ufffe\uffff Police in Peru arrested protesters in Lima.'},
    {'id': 'wide', 'title': '\U0001f4a5 \U00010ffff \u0301\u0301\u0301', 'text': '\U0001f4a5 ' * 50 + WORDS + 'The \U0001f4a5 army of Peru shelled Cusco on Monday.'},
    {'id': 'huge', 'title': 'long ' * 20000, 'text': WORDS + 'Nothing happened in the valley. ' * 30000},
    {'id': 'braces', 'text': WORDS + '{"a":' * 3000 + '[' * 3000 + '"\\\\"' * 1000},
]


class Server:
    def __init__(self, program, db, *more):
        self.process = subprocess.Popen([program, 'serve', '--db', db, '--no-open'] + (list(more) if '--port' in more else ['--port', '0'] + list(more)),
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()
        assert self.address.startswith('http://127.0.0.1:'), self.process.stderr.read()
        self.token = self.address.partition('#token=')[2]
        self.port = int(self.address[17:].partition('/')[0])

    def request(self, path, method='GET', body=None, headers=None, host=None):
        con = http.client.HTTPConnection('127.0.0.1', self.port, timeout=60)
        con.putrequest(method, path, skip_host=True)
        if host != '':
            con.putheader('Host', host or '127.0.0.1:%d' % self.port)
        for key, value in (headers or {}).items():
            con.putheader(key, value)
        if body is not None:
            con.putheader('Content-Length', str(len(body)))
        con.endheaders(body)
        answer = con.getresponse()
        data = answer.read()
        con.close()
        return answer, data

    def get(self, path, status=200, **more):
        answer, data = self.request(path, **more)
        assert answer.status == status, (path[:200], answer.status, data[:300])
        check_headers(answer)
        assert_harmless(data, answer)
        return json.loads(data)

    def refused(self, path, status, words='', **more):
        said = self.get(path, status, **more)
        assert set(said) == {'error', 'hint'} and said['error'], said
        assert words in said['error'] + ' ' + (said['hint'] or ''), said
        return said

    def write(self, method, path, body, **headers):
        data = json.dumps(body).encode() if isinstance(body, (dict, list)) else body
        sent = {'X-Dateline-Token': self.token, 'Content-Type': 'application/json'}
        sent.update({k.replace('_', '-'): v for k, v in headers.items()})
        return self.request(path, method, data, {k: v for k, v in sent.items() if v is not None})

    def raw(self, data, wait=5):
        """What comes back to these bytes, until the other side closes."""
        with socket.create_connection(('127.0.0.1', self.port), timeout=wait) as s:
            s.sendall(data)
            got = b''
            try:
                while True:
                    more = s.recv(65536)
                    if not more:
                        return got
                    got += more
            except TimeoutError:
                return got

    def stop(self, how=signal.SIGTERM):
        before = time.time()
        self.process.send_signal(how)
        said = self.process.communicate(timeout=60)
        assert self.process.returncode == (0 if how != signal.SIGKILL else -signal.SIGKILL), (self.process.returncode, said)
        assert said[1] == '' and said[0] == '', said
        return time.time() - before


def check_headers(answer):
    assert answer.headers['X-Content-Type-Options'] == 'nosniff' and answer.headers['Referrer-Policy'] == 'no-referrer'
    policy = answer.headers['Content-Security-Policy']
    assert "default-src 'self'" in policy and "frame-ancestors 'none'" in policy and 'unsafe' not in policy and '*' not in policy
    assert answer.headers['Cross-Origin-Resource-Policy'] == 'same-origin'
    assert not [h for h in answer.headers if h.lower().startswith('access-control')]


def assert_harmless(data, answer):
    """In HTML, and on a terminal."""
    if 'html' in answer.headers['Content-Type']:
        return
    assert answer.headers['Content-Type'] == 'application/json', answer.headers['Content-Type']
    assert answer.headers['Cache-Control'] in ('no-store', 'no-cache')
    text = data.decode('utf-8')
    if '/openapi' not in text[:4000]:
        assert not set('<>&') & set(text), 'HTML in JSON'
    bad = [c for c in text if (ord(c) < 32 and c != '\n') or c in '\u007f\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2028\u2029\u2066\u2067\u2068\u2069']
    assert not bad, bad[:5]


def columns_of(data):
    """The file that docs/serve.md describes, read without help of the program."""
    assert data[:4] == b'DLC1'
    size, = struct.unpack('<I', data[4:8])
    assert (8 + size) % 8 == 0
    head = json.loads(data[8:8 + size])
    values = {}
    for c in head['columns']:
        assert c['offset'] % 8 == 0
        form = {'u8': 'B', 'u16': 'H', 'u32': 'I', 'i32': 'i'}[c['type']]
        values[c['name']] = struct.unpack_from('<%d%s' % (c['length'], form), data, 8 + size + c['offset'])
    return head, values


# ---- stores -----------------------------------------------------------------------------------

def code(program, db, docs):
    feed = ''.join(json.dumps(d) + '\n' for d in docs).encode()
    subprocess.run([program, 'code', '--db', db], input=feed, stderr=subprocess.PIPE, check=True)


class World:
    """The stores and servers that the tests share."""

    def __init__(self, build, folder):
        self.program = os.path.join(os.path.abspath(build), 'dateline')
        self.folder = folder
        self.db = os.path.join(folder, 'news.db')
        code(self.program, self.db, REPORTS + [COPY] + HOSTILE)
        self.server = Server(self.program, self.db)
        self.writer = Server(self.program, self.db, '--write')

    def ask(self, sql, *values):
        con = sqlite3.connect(self.db)
        rows = con.execute(sql, values).fetchall()
        con.close()
        return rows


# ---- what it answers ---------------------------------------------------------------------------

def test_info(w):
    info = w.server.get('/api/info')
    events, = w.ask('SELECT count(*), min(first), max(last) FROM events')
    assert (info['events'], info['first'], info['last']) == events and info['articles'] == len(REPORTS) + len(HOSTILE)
    assert info['store'] == 'news.db' and info['write'] is False and w.writer.get('/api/info')['write'] is True
    assert len(info['runs']) == 1 and info['runs'][0]['articles'] == info['articles'] and info['contested'] >= 1


def test_rows(w):
    n = [n for n, in w.ask('SELECT n FROM events ORDER BY n DESC LIMIT 5')]
    rows = w.server.get('/api/rows?n=' + ','.join(map(str, n)))['rows']
    assert [r['n'] for r in rows] == n
    for r in rows:
        record, doc, outlet = w.ask('SELECT e.record, a.id, a.outlet FROM events e JOIN articles a ON a.n = e.article WHERE e.n = ?', r['n'])[0]
        assert r['record'] == json.loads(record) and r['doc'] == doc and r['outlet'] == outlet and r['corrections'] == 0
    assert w.server.get('/api/rows?n=999999')['rows'] == []
    for bad in ('', 'n=', 'n=x', 'n=1,', 'n=,1', 'n=-1', 'n=1;2', 'n=1%002', 'n=' + ','.join(['1'] * 201), 'n=99999999999999999999', 'n=0', 'n=01', 'n=1&n=2'):
        w.server.refused('/api/rows?' + bad, 400)


def test_query(w):
    rows = w.server.get('/api/query?actor=arm&type=assault&from=2020-10&until=2020-10')
    asked = subprocess.run([w.program, 'query', '--db', w.db, '--actor', 'ARM', '--type', 'ASSAULT', '--from', '2020-10', '--until', '2020-10', '--to', 'jsonl'],
                           stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()
    assert rows['rows'] and [r['record']['id'] for r in rows['rows']] == [json.loads(l)['id'] for l in asked] and rows['more'] is False
    all_rows = w.server.get('/api/query?by_report=true&limit=1000')['rows']
    assert len(all_rows) == w.ask('SELECT count(*) FROM events')[0][0]
    paged, offset = [], 0
    while True:
        page = w.server.get('/api/query?by_report=true&limit=3&offset=%d' % offset)
        paged += page['rows']
        offset += 3
        if not page['more']:
            break
    assert [r['n'] for r in paged] == [r['n'] for r in all_rows]
    assert all(r['contested'] for r in w.server.get('/api/query?contested=1')['rows'])
    assert w.server.get('/api/query?contested=false&min_confidence=0.0')['rows']


def test_count(w):
    said = w.server.get('/api/count?by=type,month&by_report=1')
    assert said['columns'] == ['type', 'month', 'reports'] and said['more'] is False
    assert sum(r[2] for r in said['rows']) == w.ask('SELECT count(*) FROM events')[0][0]
    assert w.server.get('/api/count?by=type')['columns'] == ['type', 'stories']
    for bad in ('', 'by=', 'by=tipe', 'by=type,type', 'by=type;DROP', 'by=,type', 'by=' + ','.join(['type'] * 100)):
        w.server.refused('/api/count?' + bad, 400)
    assert 'type' in w.server.refused('/api/count?by=tipe', 400)['hint']


def test_search(w):
    n, = w.ask("SELECT n FROM articles WHERE id = 'third'")[0]
    assert w.server.get('/api/search?text=border%20treaty')['articles'] == [n]
    assert w.server.get('/api/search?text=nosuchword')['articles'] == []
    for bad in ('', 'text=', 'text=%22open', 'text=AND', 'text=nosuch:word', 'text=(', 'text=a%00b', 'text=%FF', 'text=*'):
        w.server.refused('/api/search?' + bad, 400)


def test_article(w):
    n, text = w.ask("SELECT n, text FROM articles WHERE id = 'first'")[0]
    a = w.server.get('/api/articles/%d' % n)
    assert a['text'] == text == REPORTS[0]['text'] and a['published'] == '2020-10-18' and a['copy_of'] is None
    assert [c['outlet'] for c in a['copies']] == ['Other'] and a['run']['model'] and a['attributions'] and a['events']
    spans = [s for x in a['attributions'] for s in x['cue']]
    assert 'said' in [text[s:e] for s, e in spans]
    assert all(isinstance(x['sectors'], list) and isinstance(x['speech'], bool) for x in a['attributions'])
    for e in a['events']:
        s, end = e['record']['evidence']['span']
        assert text[s:end] == e['record']['evidence']['text'] and e['article'] == n
    for bad in ('0', '99999', 'x', '-1', '1x', '01', '', '1/', '%31%00', '9' * 30):
        w.server.refused('/api/articles/' + bad, 404)


def test_near(w):
    db = os.path.join(w.folder, 'near.db')
    long = ' '.join('The %s of Peru met the %s of Ecuador in town %d.' % (x, x, i) for i, x in enumerate(['minister', 'envoy', 'general', 'mayor'] * 5))
    code(w.program, db, [{'id': 'one', 'text': long}, {'id': 'two', 'text': long + ' More.'}, {'id': 'three', 'text': long + ' Again.'}])
    s = Server(w.program, db)
    assert [x['id'] for x in s.get('/api/articles/2')['near']] == ['one', 'three'] and s.get('/api/articles/2')['copy_of'] == 1
    assert [x['id'] for x in s.get('/api/articles/1')['near']] == ['two', 'three']
    s.stop()


def test_why(w):
    n, article, evidence = w.ask("SELECT n, article, evidence FROM events WHERE type = 'ASSAULT' AND first IS NOT NULL ORDER BY n LIMIT 1")[0]
    said = w.server.get('/api/events/%d/why' % n)
    assert said['whole'] is True and said['why'][0] == {'field': 'evidence', 'value': evidence, 'words': '"%s"' % evidence, 'rule': None, 'line': None}
    rules = [x for x in said['why'] if x['rule']]
    for x in rules:
        name, line = x['rule'].rsplit(':', 1)
        with open(os.path.join(ROOT, name), encoding='utf-8') as f:
            assert f.read().split('\n')[int(line) - 1].strip() == x['line'], x
    assert {'type', 'actor', 'when'} <= {x['field'] for x in rules} and {'status', 'confidence', 'where'} <= {x['field'] for x in said['why']}
    for bad in ('0/why', '999999/why', 'x/why', '1', '1/whi'):
        w.server.refused('/api/events/' + bad, 404)


def test_why_without_model(w):
    """Another model, or none: what the record itself names is told."""
    s = Server(w.program, w.db, '--model', os.path.join(w.folder, 'no such model'))
    said = s.get('/api/events/1/why')
    assert said['whole'] is False and said['why'] and all(x['words'] for x in said['why'])
    assert any(x['rule'] and x['rule'].startswith('data/') and x['line'] for x in said['why'])
    s.stop()


def test_story(w):
    n, events = w.ask('SELECT n, events FROM stories WHERE denied = 1')[0]
    said = w.server.get('/api/stories/%d' % n)
    assert said['story']['denied'] is True and said['story']['contested'] is True and len(said['events']) == events
    w.server.refused('/api/stories/999999', 404)


def test_ledger(w):
    told = w.server.get('/api/ledger?party=ARM&party=AZE')
    row, = [r for r in told['rows'] if r['place'] == 'Ganja']
    assert told['parties'] == ['ARM', 'AZE'] and not told['more'] and told['complete'] and sum(told['totals'].values()) == len(told['rows'])
    assert row['standing'] == 'denied' and row['type'] == 'ASSAULT' and row['first'] == '2020-10-17' and row['actor'].startswith('ARM')
    denial, = row['cells'][0]
    charge, = row['cells'][1]
    assert denial['status'] == 'denied' and denial['about'] == 'own_side' and denial['firm'] and denial['doc'] == 'second'
    assert charge['status'] == 'actual' and charge['about'] == 'another' and {'what': 'killed', 'low': 13, 'high': 13} in charge['counts']
    swapped = w.server.get('/api/ledger?party=AZE&party=ARM&standing=denied,agreed&limit=1&from=2020-10&until=2020-10&text=shelled')
    assert swapped['rows'][0]['cells'] == row['cells'][::-1]
    assert w.server.get('/api/ledger?party=ARM&party=AZE&standing=agreed')['rows'] == []
    assert w.server.get('/api/ledger?party=ARM&party=AZE&offset=1000')['rows'] == []
    for wrong in ('', '?party=ARM', '?party=ARM&party=ARM', '?party=ARM&party=Turkey', '?party=ARM&party=AZE&standing=x', '?party=ARM&party=AZE&standing=',
                  '?party=ARM&party=AZE&limit=0', '?party=ARM&party=AZE&side=x', '?' + '&'.join('party=' + c for c in 'ARM AZE RUS TUR IRN GEO FRA'.split())):
        w.server.refused('/api/ledger' + wrong, 400)


def test_columns(w):
    answer, data = w.server.request('/api/columns')
    assert answer.status == 200 and answer.headers['Content-Type'] == 'application/octet-stream'
    check_headers(answer)
    head, v = columns_of(data)
    assert v['n'] == tuple(n for n, in w.ask('SELECT n FROM events ORDER BY n')) and head['events'] == len(v['n'])
    assert v['article_n'] == tuple(n for n, in w.ask('SELECT n FROM articles ORDER BY n')) and head['articles'] == len(v['article_n'])
    for i, n in enumerate(v['n']):
        row = w.server.get('/api/rows?n=%d' % n)['rows'][0]
        r = row['record']
        assert v['story'][i] == row['story'] and v['article_n'][v['article'][i]] == row['article']
        assert head['types'][v['type'][i]] == r['type'] and (head['modes'][v['mode'][i] - 1] if v['mode'][i] else None) == r['mode']
        assert head['statuses'][v['status'][i]] == r['status'] and head['quotes'][v['quote'][i]] == r['quote']
        assert (head['grains'][v['grain'][i] - 1] if v['grain'][i] else None) == r['when']['grain'] and head['bases'][v['basis'][i]] == r['when']['basis']
        for column, key in (('first', 'start'), ('last', 'end')):
            assert v[column][i] == days(r['when'][key])
        assert v['confidence'][i] == round(100 * r['confidence']) and v['contested'][i] == row['denied'] + 2 * row['other_actor'] + 4 * row['other_number']
        place = head['places'][v['place'][i] - 1] if v['place'][i] else None
        assert (place and place['name']) == (r['where'][0]['name'] if r['where'] else None)
        for column, key in (('actor', 'actor'), ('recipient', 'recipient'), ('source', 'according_to')):
            mine = [head['parties'][k] for k in v[column][v[column + '_at'][i]:v[column + '_at'][i + 1]]]
            assert mine == ['/'.join([p['code']] + p['sector']) for p in r[key]], (mine, r[key])


def days(iso):
    import datetime
    return -2147483648 if iso is None else (datetime.date.fromisoformat(iso) - datetime.date(1970, 1, 1)).days


def test_openapi(w):
    described = w.server.get('/api/openapi.json')
    assert described['openapi'].startswith('3.1') and '/api/columns' in described['paths']
    for path, ways in described['paths'].items():
        real = path.replace('{n}', '1')
        for method, way in ways.items():
            answer, _ = w.server.request(real, method.upper())
            assert answer.status not in (404, 405) or '{n}' in path, (path, method, answer.status)
            assert str(answer.status) in way['responses'], (path, method, answer.status)
    named = {p['name'] for p in described['paths']['/api/query']['get']['parameters']}
    assert named == set(FILTERS) | {'limit', 'offset'}


def test_pages(w):
    answer, data = w.server.request('/', headers={'Accept-Encoding': 'gzip'})
    check_headers(answer)
    assert answer.status == 200 and answer.headers['Content-Type'] == 'text/html; charset=utf-8'
    built = answer.headers.get('Content-Encoding') == 'gzip'
    if built:
        import gzip
        data = gzip.decompress(data)
        for name in ('/app.js', '/app.css', '/world.json'):
            assert w.server.request(name)[0].headers['Content-Encoding'] == 'gzip'
    else:
        assert b'make explorer' in data
        w.server.refused('/app.js', 404, 'make explorer')
    assert b'<script>' not in data and b'onerror' not in data
    for view in ('/?actor=ARM&view=map', '/?text=' + 'a' * 5000, '/?' + '&'.join('actor=A%02d' % i for i in range(60)), '/?text=%00%ff'):
        assert w.server.request(view)[0].status == 200, view[:60]


# ---- filters ------------------------------------------------------------------------------------

def test_filters_refused(w):
    for bad, hint in (('type=ASULT', 'ASSAULT'), ('actor=Armenia', 'ARM'), ('actor=ARM/GOW', 'GOV'), ('status=denid', 'denied'), ('typ=x', 'type'),
                      ('recipient=/', 'ARM/GOV'), ('from=yesterday', 'YYYY'), ('until=2020-13', 'YYYY'), ('contested=maybe', 'true'),
                      ('min_confidence=2', '0 to 1'), ('min_confidence=nan', '0 to 1'), ('min_confidence=', '0 to 1'), ('limit=0', '1000'), ('limit=1001', '1000'),
                      ('limit=1e2', '1000'), ('limit=%2B5', '1000'), ('offset=-1', '0'), ('type=', 'leave it out'), ('actor=ARM&actor=AZE', 'twice'), ('by_report=2', 'true')):
        w.server.refused('/api/query?' + bad, 400, hint)
    w.server.refused('/api/info?x=1', 400)
    w.server.refused('/api/articles/1?x=1', 400)


def test_no_splicing(w):
    before = w.ask('SELECT count(*) FROM events')
    for value in ("' OR 1=1 --", "ARM' UNION SELECT", 'x"; DROP TABLE events', '%27', 'ARM;', ');', '\\', '{{7*7}}', '../../etc/passwd', 'A' * 500):
        for name in ('place', 'text', 'actor', 'type', 'from', 'says'):
            answer, data = w.server.request('/api/query?%s=%s' % (name, ''.join('%%%02x' % b for b in value.encode())))
            assert answer.status in (200, 400), (name, value, answer.status)
            if answer.status == 200:
                assert json.loads(data)['rows'] == [], (name, value)
    assert w.ask('SELECT count(*) FROM events') == before
    w.server.refused('/api/query?place=' + 'a' * 501, 400, 'too long')
    w.server.refused('/api/query?' + '&'.join('p%d=1' % i for i in range(40)), 400)


# ---- hostile articles -------------------------------------------------------------------------------

def test_hostile(w):
    kept = {a['id']: a for a in (w.server.get('/api/articles/%d' % n) for n, in w.ask('SELECT n FROM articles'))}
    for d in HOSTILE:
        a = kept[d['id']]
        assert a['text'] == d['text'] and (a['title'] or '') == d.get('title', ''), d['id']
        assert a['outlet'] == d.get('outlet') and a['url'] == d.get('url'), d['id']
        assert a['events'], 'nothing found in ' + d['id']
        for e in a['events']:
            for part in ('evidence', 'trigger'):
                s, end = e['record'][part]['span']
                assert 0 <= s < end <= len(d['text']), (d['id'], part)
            assert w.server.get('/api/events/%d/why' % e['n'])['why']
    assert w.server.get('/api/query?limit=1000')['rows'] and w.server.get('/api/count?by=outlet,actor')['rows']


def test_hostile_store(w):
    """A store that another program has filled: no JSON, no UTF-8, NULs, numbers out of bounds."""
    db = os.path.join(w.folder, 'hostile.db')
    code(w.program, db, REPORTS)
    con = sqlite3.connect(db)
    con.execute("UPDATE articles SET outlet = CAST(x'ff3c736372697074fe' AS TEXT), title = CAST(x'c0af' AS TEXT) || char(0) || 'b' WHERE n = 1")
    con.execute("UPDATE events SET record = 'no JSON' WHERE n = 1")
    con.execute("UPDATE events SET record = '{\"a\":1}' || char(0) || ',\"b\":<script>' WHERE n = 2")
    con.execute("UPDATE events SET record = '{\"because\":[1,null,{},[],\"data/what/assault.rules:999999999\",\"../../etc/passwd:1\",\"data/who/nations.tsv:-1\"]}', id = 'gone' WHERE n = 3")
    con.execute("UPDATE events SET first = 'not a day', last = '99999-99-99', confidence = 17 WHERE n = 1")
    con.execute("UPDATE attributions SET source = '[[1,', cue = '<b>', content = 'null'")
    con.execute("UPDATE parties SET code = 'A much longer code than there is', sectors = ';;<i>;' || hex(zeroblob(200))")
    con.execute("UPDATE articles SET text = replace(hex(zeroblob(4000000)), '0', '<') WHERE n = 2")
    con.execute("UPDATE places SET lat = 9e999, name = CAST(x'eda080' AS TEXT)")
    con.commit()
    con.close()
    s = Server(w.program, db)
    for path in ('/api/info', '/api/articles/1', '/api/articles/2', '/api/rows?n=1,2,3', '/api/query', '/api/count?by=actor,place,outlet', '/api/events/1/why',
                 '/api/events/2/why', '/api/events/3/why', '/api/stories/1', '/api/search?text=border'):
        s.get(path)
    head, v = columns_of(s.request('/api/columns')[1])
    assert head['events'] == len(v['n']) and max(v['confidence']) <= 100
    assert s.get('/api/rows?n=1,2')['rows'][0]['record'] is None
    s.stop()
    con = sqlite3.connect(db)
    con.execute('PRAGMA foreign_keys = OFF')
    con.execute('UPDATE events SET n = 9000000000 WHERE n = 1')
    con.commit()
    con.close()
    s = Server(w.program, db)
    s.refused('/api/columns', 500, 'more than')
    assert s.get('/api/rows?n=9000000000')['rows'][0]['n'] == 9000000000
    s.stop()


def test_endless_store(w):
    """A store whose tables never end: the question does, and the server ends while one is asked."""
    db = os.path.join(w.folder, 'endless.db')
    code(w.program, db, REPORTS[:1])
    con = sqlite3.connect(db)
    con.executescript('PRAGMA foreign_keys = OFF; DROP TABLE stories; CREATE VIEW stories AS WITH RECURSIVE more(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM more) '
                      'SELECT n, 1 AS events, 1 AS articles, 1 AS originals, 0 AS denied, 0 AS other_actor, 0 AS other_number, 0 AS contested FROM more WHERE random() % 2 = 7')
    con.close()
    s = Server(w.program, db)
    before = time.time()
    s.refused('/api/stories/1', 503, 'longer')
    assert 5 < time.time() - before < 40
    hold = threading.Thread(target=lambda: quietly(lambda: s.request('/api/stories/1')))
    hold.start()
    time.sleep(0.5)
    assert s.stop() < 5
    hold.join()


# ---- who may ask ---------------------------------------------------------------------------------------

def test_host(w):
    port = w.server.port
    for host in ('localhost:%d' % port, '127.0.0.1:%d' % port):
        w.server.get('/api/info', host=host)
    for host in ('evil.example:%d' % port, 'localhost', '127.0.0.1', 'localhost:%d' % (port + 1), '127.0.0.1:%d.evil.example' % port, '127.0.0.2:%d' % port,
                 '[::1]:%d' % port, 'localhost:%d@evil.example' % port, '0.0.0.0:%d' % port):
        for path in ('/api/info', '/', '/api/columns'):
            w.server.refused(path, 421, host=host)
    assert w.server.request('/api/info', host='')[0].status in (400, 421)
    assert b'421' in w.server.raw(b'GET /api/info HTTP/1.1\r\nHost: a:1\r\nConnection: close\r\n\r\n')[:20]


def test_other_sites(w):
    w.server.refused('/api/info', 403, headers={'Sec-Fetch-Site': 'cross-site'})
    w.server.refused('/api/columns', 403, headers={'Sec-Fetch-Site': 'cross-site'})
    w.server.refused('/api/info', 403, headers={'Sec-Fetch-Site': 'same-site'})
    w.server.get('/api/info', headers={'Sec-Fetch-Site': 'same-origin'})
    w.server.get('/api/info', headers={'Sec-Fetch-Site': 'none'})
    answer, _ = w.server.request('/', headers={'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate'})
    assert answer.status == 200
    answer, _ = w.server.request('/api/info', 'OPTIONS', headers={'Origin': 'https://evil.example', 'Access-Control-Request-Method': 'POST'})
    assert answer.status == 405 and answer.headers['Allow'] == 'GET, HEAD'
    check_headers(answer)


def test_loopback_only(w):
    with open('/proc/net/tcp', encoding='ascii') as f:
        listening = [line.split()[1] for line in f.readlines()[1:] if line.split()[3] == '0A']
    mine = [a for a in listening if int(a.partition(':')[2], 16) == w.server.port]
    assert mine == ['0100007F:%04X' % w.server.port], mine
    with open('/proc/net/tcp6', encoding='ascii') as f:
        assert not [1 for line in f.readlines()[1:] if line.split()[3] == '0A' and int(line.split()[1].partition(':')[2], 16) == w.server.port]
    for address in ('127.0.0.2', own_address()):
        try:
            socket.create_connection((address, w.server.port), timeout=2).close()
            assert not address, 'listens on ' + address
        except OSError:
            pass


def own_address():
    """Of this machine in its network, 0.0.0.1 if it has none: no packet is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        try:
            s.connect(('192.0.2.1', 9))
            return s.getsockname()[0]
        except OSError:
            return '0.0.0.1'


def test_methods(w):
    for path, allowed in (('/', 'GET, HEAD'), ('/api/info', 'GET, HEAD'), ('/api/corrections', 'GET, HEAD, POST'), ('/api/corrections/1', 'DELETE')):
        for method in ('PUT', 'PATCH', 'TRACE', 'OPTIONS', 'FOO'):
            answer, _ = w.server.request(path, method)
            assert answer.status == 405 and answer.headers['Allow'] == allowed, (path, method, answer.status)
    answer, data = w.server.request('/api/info', 'HEAD')
    assert answer.status == 200 and data == b'' and int(answer.headers['Content-Length']) > 100
    answer, data = w.server.request('/api/columns', 'HEAD')
    assert answer.status == 200 and data == b'' and int(answer.headers['Content-Length']) > 1000
    w.server.refused('/api/inf', 404, 'info')
    for path in ('/api', '/api/', '/nothing', '/../../etc/passwd', '/%2e%2e/etc/passwd', '//', '/api/info/', '/API/INFO', '/app.js/x', '/index.html%00'):
        w.server.refused(path, 404)


# ---- what has not changed --------------------------------------------------------------------------------

def test_etag(w):
    answer, _ = w.writer.request('/api/info')
    tag = answer.headers['ETag']
    for path in ('/api/info', '/api/columns', '/api/rows?n=1', '/'):
        again, data = w.writer.request(path, headers={'If-None-Match': tag})
        assert again.status == 304 and data == b'' and again.headers['ETag'] == tag, path
    assert w.writer.request('/api/info', headers={'If-None-Match': '"other"'})[0].status == 200
    w.writer.refused('/api/info?x=1', 400, headers={'If-None-Match': tag})
    w.writer.refused('/api/articles/99999', 404, headers={'If-None-Match': tag})
    made = json.loads(w.writer.write('POST', '/api/corrections', {'event': 1, 'field': 'event'})[1])
    assert w.writer.request('/api/info', headers={'If-None-Match': tag})[0].status == 200
    w.writer.write('DELETE', '/api/corrections/%d' % made['n'], None)


def test_news_while_running(w):
    db = os.path.join(w.folder, 'grows.db')
    code(w.program, db, REPORTS[:1])
    s = Server(w.program, db)
    before, tag = s.get('/api/info')['events'], s.request('/api/columns')[0].headers['ETag']
    assert columns_of(s.request('/api/columns')[1])[0]['events'] == before
    code(w.program, db, REPORTS[1:])
    after = s.get('/api/info')['events']
    answer, data = s.request('/api/columns', headers={'If-None-Match': tag})
    assert after > before and answer.status == 200 and columns_of(data)[0]['events'] == after
    s.stop()


# ---- corrections ------------------------------------------------------------------------------------------

def test_corrections(w):
    s, event = w.writer, w.ask('SELECT n, id, article, record FROM events ORDER BY n LIMIT 1')[0]
    answer, data = s.write('POST', '/api/corrections', {'event': event[0], 'field': 'type', 'note': 'it was <b>not</b> \u202e \u2028 that', 'value': 'protest'})
    made = json.loads(data)
    assert answer.status == 201 and made['event'] == event[0] and made['event_id'] == event[1] and made['article'] == event[2] and made['value'] == 'PROTEST'
    assert_harmless(data, answer)
    assert w.ask('SELECT record, field, note FROM corrections WHERE n = ?', made['n'])[0] == (event[3], 'type', 'it was <b>not</b> \u202e \u2028 that')
    listed = s.get('/api/corrections')['corrections']
    assert listed == [made] and s.get('/api/corrections?article=%d' % event[2])['corrections'] == [made]
    assert s.get('/api/corrections?article=99999')['corrections'] == []
    assert s.get('/api/rows?n=%d' % event[0])['rows'][0]['corrections'] == 1 and w.server.get('/api/rows?n=%d' % event[0])['rows'][0]['corrections'] == 1
    answer, data = s.write('DELETE', '/api/corrections/%d' % made['n'], None)
    assert answer.status == 204 and data == b'' and s.get('/api/corrections')['corrections'] == []
    assert s.write('DELETE', '/api/corrections/%d' % made['n'], None)[0].status == 404


def test_corrections_refused(w):
    s, good = w.writer, {'event': 1, 'field': 'when', 'note': 'x'}
    def status(body, **headers):
        answer, data = s.write('POST', '/api/corrections', body, **headers)
        assert set(json.loads(data)) == {'error', 'hint'} and len(data) < 1000
        return answer.status
    for token in (None, '', 'x', s.token[:-1], s.token + '0', s.token.upper() if s.token.upper() != s.token else 'y', '0' * 32, '\u00ff' * 32):
        assert status(good, X_Dateline_Token=token) == 403, token
        assert s.write('DELETE', '/api/corrections/1', None, X_Dateline_Token=token)[0].status == 403
    for origin in ('https://evil.example', 'null', 'http://localhost:1', 'https://127.0.0.1:%d' % s.port, 'http://127.0.0.1:%d.evil.example' % s.port):
        assert status(good, Origin=origin) == 403, origin
    for kind in (None, 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp'):
        assert status(good, Content_Type=kind) == 415, kind
    for bad in (b'', b'{', b'[]', b'1', b'null', b'{"event":1}', b'{"field":"when"}', b'{"event":1,"field":"when"}x', b'{"event":"1","field":"when"}', b'{"event":1.5,"field":"when"}',
                b'{"event":1,"field":"weather"}', b'{"event":1,"field":"type status"}', b'{"event":1,"field":""}', b'{"event":1,"field":"when","note":null}', b'{"event":1,"field":"when","other":1}',
                b'{"event":1,"field":"when","note":{"a":{"b":{"c":1}}}}', b'[' * 5000, b'{"event":1,"field":"when","note":"\xff"}', b'{"event":1,"field":"when","note":"a\\u0000b"}',
                b'{"event":1,"field":"type","value":"asult"}', b'{"event":1,"field":"status","value":"done"}', b"{'event':1,'field':'when'}", b'{"event":1,"field":"when","note":"' + b'x' * 1001 + b'"}',
                b'{"event":1,"field":"when","value":"' + b'x' * 251 + b'"}'):
        assert status(bad) == 400, bad[:80]
    for event in (0, -1, 99999, 2 ** 62):
        assert status({'event': event, 'field': 'when'}) == 404, event
    assert status({'event': 1, 'field': 'when', 'note': 'x' * 17000}) == 413
    assert s.write('POST', '/api/corrections?x=1', good)[0].status == 400
    assert s.get('/api/corrections')['corrections'] == []
    answer, data = w.server.write('POST', '/api/corrections', good)
    assert answer.status == 403 and b'--write' in data
    assert s.write('DELETE', '/api/corrections/%d' % json.loads(s.write('POST', '/api/corrections', b'{"event":1.0,"field":"when","value":null}')[1])['n'], None)[0].status == 204
    for origin in ('http://127.0.0.1:%d' % s.port, 'http://localhost:%d' % s.port):
        answer, data = s.write('POST', '/api/corrections', good, Origin=origin, Content_Type='application/json; charset=utf-8')
        assert answer.status == 201
        s.write('DELETE', '/api/corrections/%d' % json.loads(data)['n'], None)


def test_corrections_stay(w):
    """Coding anew and making stories anew leave them alone."""
    db = os.path.join(w.folder, 'stay.db')
    code(w.program, db, REPORTS)
    s = Server(w.program, db, '--write')
    made = json.loads(s.write('POST', '/api/corrections', {'event': 1, 'field': 'when', 'note': 'wrong day'})[1])
    con = sqlite3.connect(db)
    con.execute("UPDATE runs SET program = 'older'")
    con.commit()
    con.close()
    subprocess.run([w.program, 'code', '--db', db, '--recode'], stderr=subprocess.PIPE, check=True)
    subprocess.run([w.program, 'stories', '--db', db], stderr=subprocess.PIPE, check=True)
    kept, = s.get('/api/corrections')['corrections']
    assert kept['event'] is not None and {k: kept[k] for k in kept if k != 'event'} == {k: made[k] for k in made if k != 'event'}
    assert s.get('/api/rows?n=%d' % kept['event'])['rows'][0]['corrections'] == 1
    s.stop()


def test_version_1(w):
    """A store of version 1 is read as it is, and brought up to date only for --write."""
    db = os.path.join(w.folder, 'old.db')
    con = sqlite3.connect(db)
    with open(os.path.join(ROOT, 'src', 'store', 'schema.sql'), encoding='utf-8') as f:
        con.executescript(f.read())
    con.executescript("PRAGMA user_version = 1; INSERT INTO runs VALUES (1, '0.1.0', 'm', '0', 0, '2024-01-01T00:00:00Z');"
                      "INSERT INTO articles(n, id, hash, published_basis, run, text) VALUES (1, 'a', '00', 'unknown', 1, 'Border talks.');"
                      "INSERT INTO events(n, article, id, type, basis, quote, status, confidence, record) "
                      "VALUES (1, 1, '0123456789abcdef', 'CONSULT', 'unstated', 'none', 'actual', 0.5, '{\"because\":[]}')")
    con.close()
    version = lambda: sqlite3.connect(db).execute('PRAGMA user_version').fetchone()[0]
    s = Server(w.program, db)
    assert s.get('/api/info')['events'] == 1 and s.get('/api/rows?n=1')['rows'][0]['corrections'] == 0 and s.get('/api/corrections')['corrections'] == []
    assert columns_of(s.request('/api/columns')[1])[0]['events'] == 1 and s.get('/api/events/1/why') == {'why': [], 'whole': False}
    s.stop()
    assert version() == 1
    s = Server(w.program, db, '--write')
    assert s.write('POST', '/api/corrections', {'event': 1, 'field': 'event', 'note': 'no act'})[0].status == 201
    assert s.get('/api/rows?n=1')['rows'][0]['corrections'] == 1
    s.stop()
    assert version() == 2


def test_read_only_file(w):
    db = os.path.join(w.folder, 'shown.db')
    code(w.program, db, REPORTS[:1])
    con = sqlite3.connect(db)
    con.execute('PRAGMA journal_mode = DELETE')
    con.close()
    os.chmod(db, 0o444)
    with open(db, 'rb') as f:
        before = f.read()
    s = Server(w.program, db)
    assert s.get('/api/info')['events'] and s.get('/api/query')['rows']
    s.stop()
    with open(db, 'rb') as f:
        assert f.read() == before


# ---- limits ---------------------------------------------------------------------------------------------------

def test_large_requests(w):
    host = b'Host: 127.0.0.1:%d\r\n' % w.server.port
    assert b' 431 ' in w.server.raw(b'GET / HTTP/1.1\r\n' + host + b'X: ' + b'a' * 40000 + b'\r\n\r\n')[:40]
    assert b' 414 ' in w.server.raw(b'GET /api/query?text=' + b'a' * 40000 + b' HTTP/1.1\r\n' + host + b'\r\n')[:40]
    assert b' 413 ' in w.server.raw(b'POST /api/corrections HTTP/1.1\r\n' + host + b'Connection: close\r\nContent-Length: 3000000\r\n\r\n' + b'x' * 3000000, 20)[:40]
    chunks = b''.join(b'1000\r\n' + b'y' * 4096 + b'\r\n' for _ in range(20)) + b'0\r\n\r\n'
    assert b' 413 ' in w.server.raw(b'POST /api/corrections HTTP/1.1\r\n' + host + b'Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n' + chunks)[:40]
    w.server.get('/api/info')


def test_broken_requests(w):
    for data in (b'\r\n\r\n', b'GET\r\n\r\n', b'\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03' + b'\x00' * 100, b'GET / HTTP/9.9\r\n\r\n', b'\x00' * 1000, b'GET /api/info HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
                 b'POST /api/corrections HTTP/1.1\r\nContent-Length: -1\r\n\r\n', b'POST /api/corrections HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n',
                 b'GET /%%ff%%fe HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n' % w.server.port, b'GET http://evil.example/api/info HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n'):
        got = w.server.raw(data, 1)
        assert b' 200 ' not in got[:20], (data[:60], got[:60])
    w.server.get('/api/info')


def test_idle_connections(w):
    """Many that say nothing, or half of it, do not keep others out when they are gone; a few do not at all."""
    few = [socket.create_connection(('127.0.0.1', w.server.port)) for _ in range(60)]
    for s in few:
        s.sendall(b'GET /api/info HTTP/1.1\r\nHost: ')
    w.server.get('/api/info')
    many = [socket.create_connection(('127.0.0.1', w.server.port)) for _ in range(150)]
    for s in few + many:
        s.close()
    deadline = time.time() + 20
    while time.time() < deadline:
        try:
            w.server.get('/api/info')
            return
        except (OSError, http.client.HTTPException):
            time.sleep(0.2)
    raise AssertionError('still refused')


def test_many_at_once(w):
    paths = ['/api/info', '/api/columns', '/api/query?limit=50', '/api/count?by=type', '/api/articles/1', '/api/rows?n=1,2,3', '/api/search?text=border', '/api/stories/1',
             '/api/events/1/why', '/api/nothing', '/api/query?type=x']
    want = {p: w.server.request(p)[1] for p in paths}
    wrong = []
    def ask(k):
        con = http.client.HTTPConnection('127.0.0.1', w.server.port, timeout=60)
        for i in range(40):
            path = paths[(i * 7 + k) % len(paths)]
            con.request('GET', path, headers={'Host': '127.0.0.1:%d' % w.server.port})
            if con.getresponse().read() != want[path]:
                wrong.append(path)
        con.close()
    threads = [threading.Thread(target=ask, args=(k,)) for k in range(16)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert not wrong, wrong[:5]


def test_writes_at_once(w):
    made, wrong = [], []
    def correct(k):
        for i in range(5):
            answer, data = w.writer.write('POST', '/api/corrections', {'event': 1, 'field': 'when', 'note': '%d %d' % (k, i)})
            (made if answer.status == 201 else wrong).append(json.loads(data))
    threads = [threading.Thread(target=correct, args=(k,)) for k in range(8)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert not wrong and len({m['n'] for m in made}) == 40 and len(w.writer.get('/api/corrections')['corrections']) == 40
    for m in made:
        assert w.writer.write('DELETE', '/api/corrections/%d' % m['n'], None)[0].status == 204


# ---- start and end -----------------------------------------------------------------------------------------------

def refused_start(w, status, *words):
    run = subprocess.run([w.program, 'serve'] + list(words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, text=True)
    assert run.returncode == status and run.stdout == '' and run.stderr.startswith('dateline: '), (words, run)
    return run.stderr


def test_start(w):
    assert 'in use' in refused_start(w, 3, '--db', w.db, '--no-open', '--port', str(w.server.port))
    refused_start(w, 2, '--db', w.db, '--port', '70000')
    refused_start(w, 2, '--db', w.db, '--port', 'http')
    refused_start(w, 2)
    refused_start(w, 2, '--db', w.db, 'x')
    refused_start(w, 3, '--db', os.path.join(w.folder, 'none.db'), '--no-open')
    refused_start(w, 3, '--db', os.path.abspath(__file__), '--no-open')
    one, two = Server(w.program, w.db, '--port', str(free_port())), Server(w.program, w.db)
    assert one.port != two.port and one.get('/api/info') == two.get('/api/info')
    assert not one.token and len(w.writer.token) == 32 and Server.stop(two) < 10
    one.stop(signal.SIGINT)


def free_port():
    with socket.socket() as s:
        s.bind(('127.0.0.1', 0))
        return s.getsockname()[1]


def test_usual_port(w):
    """Without --port: 8765 or one of the next."""
    def start():
        p = subprocess.Popen([w.program, 'serve', '--db', w.db, '--no-open'], stdout=subprocess.PIPE, text=True)
        return p, int(p.stdout.readline().split(':')[2].strip('/\n'))
    one, two = start(), start()
    for p, _ in (one, two):
        p.send_signal(signal.SIGTERM)
        p.communicate(timeout=60)
    assert 8765 <= one[1] < two[1] < 8785, (one[1], two[1])


def test_browser(w):
    """xdg-open gets the address, with a display; none without, or with --no-open."""
    folder = os.path.join(w.folder, 'bin')
    os.mkdir(folder)
    told = os.path.join(w.folder, 'told')
    with open(os.path.join(folder, 'xdg-open'), 'w', encoding='ascii') as f:
        f.write('#!/bin/sh\necho "$1" >>"%s"\necho noise\n' % told)
    os.chmod(os.path.join(folder, 'xdg-open'), 0o755)
    for display, more, opens in ((':0', [], True), (':0', ['--no-open'], False), (None, [], False)):
        env = {k: v for k, v in os.environ.items() if k not in ('DISPLAY', 'WAYLAND_DISPLAY')}
        env.update({'PATH': folder + ':' + os.environ['PATH']}, **({'DISPLAY': display} if display else {}))
        p = subprocess.Popen([w.program, 'serve', '--db', w.db, '--port', '0'] + more, stdout=subprocess.PIPE, text=True, env=env)
        address = p.stdout.readline().strip()
        for _ in range(50 if opens else 10):
            if os.path.exists(told) and opens:
                break
            time.sleep(0.1)
        p.send_signal(signal.SIGTERM)
        assert p.communicate(timeout=60)[0] == ''
        assert os.path.exists(told) == opens, (display, more)
        if opens:
            with open(told, encoding='ascii') as f:
                assert f.read().strip() == address
            os.unlink(told)


def test_end(w):
    """Ends at once with questions under way; killed, it leaves a sound store."""
    s = Server(w.program, w.db, '--write')
    threads = [threading.Thread(target=lambda: quietly(lambda: s.request('/api/columns'))) for _ in range(20)]
    for t in threads:
        t.start()
    assert s.stop() < 15
    for t in threads:
        t.join()
    s = Server(w.program, w.db, '--write')
    hold = threading.Thread(target=lambda: [quietly(lambda: s.write('POST', '/api/corrections', {'event': 1, 'field': 'when'})) for _ in range(200)])
    hold.start()
    time.sleep(0.05)
    s.stop(signal.SIGKILL)
    hold.join()
    assert w.ask('PRAGMA integrity_check') == [('ok',)]
    for n, in w.ask('SELECT n FROM corrections'):
        assert w.writer.write('DELETE', '/api/corrections/%d' % n, None)[0].status == 204


def quietly(what):
    try:
        what()
    except (OSError, http.client.HTTPException):
        pass


def main():
    chosen = sys.argv[2:]
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        w = World(sys.argv[1], folder)
        for name, test in list(globals().items()):
            if not name.startswith('test_') or (chosen and name not in chosen):
                continue
            try:
                test(w)
                passed += 1
            except Exception as why:  # the next test goes on
                import traceback
                traceback.print_exc()
                print('%s failed: %s' % (name, str(why)[:500]))
                failed += 1
        for s in (w.server, w.writer):
            try:
                s.stop()
            except AssertionError as why:
                print('the server did not end well: %s' % why)
                failed += 1
    print('%d passed, %d failed' % (passed, failed))
    sys.exit(failed > 0)


if __name__ == '__main__':
    main()
