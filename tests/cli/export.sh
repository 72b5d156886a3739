# The records of a store in other programs' forms.
cat >feed.jsonl <<'END'
{"id":"a1","outlet":"Alpha","published":"2024-03-12","title":"Shelling","text":"On Monday, Russian forces shelled Kharkiv, killing 12 people, Ukraine's Defense Ministry said. Russia's Defense Ministry denied that its forces had shelled Kharkiv."}
{"id":"b1","outlet":"Beta","published":"2024-03-12","text":"Kenyan police arrested 14 protesters in Nairobi in March 2024. \"We condemn it,\" the United Nations said.\n\nFrance and Germany signed a treaty in Berlin."}
END
"$dateline" code --db news.db feed.jsonl 2>/dev/null
python3 "$root/tests/export_rules.py" "$dateline"
# The shape of each form.
"$dateline" export --db news.db --to csv --type COERCE | tr -d '\r' | cut -d, -f9-23
"$dateline" export --db news.db --to polecat --type ASSAULT | tr '\t' '|' | sed 's/^[0-9a-f]\{16\}/ID/; s/dateline [0-9.]*$/dateline N/'
"$dateline" export --db news.db --to cameo 2>/dev/null | tr '\t' '|' | cut -d'|' -f2-26
"$dateline" export --db news.db --to geojson --type COERCE | cut -c1-160 | sed 's/[0-9a-f]\{16\}/ID/g'
"$dateline" export --db news.db --to geojsonseq --type COERCE | grep -o '"precision".*'
"$dateline" export --db news.db --to brat --text Nairobi --out brat; echo "= $?"
sed 's/[0-9a-f]\{16\}/ID/g' brat/*.ann
"$dateline" export --db news.db --to conllu --text Nairobi | sed -n '1,9p' | sed 's/[0-9a-f]\{16\}/ID/g'
"$dateline" export --db news.db --to csv --out package --by-report --from 2024; echo "= $?"
ls package; sed -n 1,5p package/codebook.md | sed 's/data [0-9a-f]*$/data SUM/; s/dateline [0-9.]*/dateline N/'
# Corrections come out as cases that `check` reads; here the program has not been mended.
python3 - <<'END'
import sqlite3
store = sqlite3.connect('news.db')
events = {t: (a, i, r) for a, i, t, r in store.execute('SELECT article, id, type, record FROM events WHERE status = "actual"')}
for kind, field, value in (('COERCE', 'when', '2024-02'), ('COERCE', 'actor', None), ('ASSAULT', 'event', None), ('ASSAULT', 'according_to', 'UKR/GOV'),
                           ('COERCE', 'counts', 'a few'), ('ASSAULT', 'status', 'denied')):
    article, event, record = events[kind]
    store.execute("INSERT INTO corrections(article, event_id, field, note, value, made, record, run) VALUES (?, ?, ?, ?, ?, '2024-03-13T10:00:00Z', ?, 1)",
                  (article, event, field, 'a note\n---- of two lines', value, record))
store.commit()
END
"$dateline" export --db news.db --to cases --out wrong.case; echo "= $?"
sed 's/[0-9a-f]\{16\}/ID/; s/dateline [0-9.]*/dateline N/' wrong.case
"$dateline" check wrong.case | tail -n 1
# What is wrong with the question.
"$dateline" export --db news.db --to cases --type ASSAULT; echo "= $?"
"$dateline" export --db news.db --to brat; echo "= $?"
"$dateline" export --db news.db --to brat --out brat; echo "= $?"
"$dateline" export --db news.db --to jsonl --out ./news.db; echo "= $?"
"$dateline" export --db news.db --to jsonl --out - --type ASSAULT | grep -c '"story":1,'
"$dateline" export --db news.db --to parket --out x; echo "= $?"
"$dateline" export --db news.db; echo "= $?"
"$dateline" export --to csv; echo "= $?"
"$dateline" export --db no.db --to csv; echo "= $?"
"$dateline" export --db news.db --to csv --type asault; echo "= $?"
"$dateline" export --db news.db --to csv --actor FRA --type ASSAULT | cut -c1-20; echo "= $?"
"$dateline" export --db news.db --to jsonl --out none/x.jsonl; echo "= $?"
ls
