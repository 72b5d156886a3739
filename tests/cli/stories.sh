# Reports of one act: found as they come, found anew, shown.
python3 "$root/bench/stories.py" "$build" --feed >feed.jsonl
split() { "$dateline" query --db "$1" --by-report --to csv | tr -d '\r' | cut -d, -f1-8; }
"$dateline" code --db one.db feed.jsonl 2>/dev/null
split one.db >one.txt
"$dateline" stories --db one.db >/dev/null; echo "= $?"
split one.db | diff one.txt - && echo 'found anew: the same'
# In two runs.
head -n 70 feed.jsonl >first.jsonl
"$dateline" code --db two.db first.jsonl 2>/dev/null
"$dateline" code --db two.db feed.jsonl 2>/dev/null
split two.db | diff one.txt - && echo 'in two runs: the same'
# Our hand-linked groups that rules were made with: what was reached is kept.
python3 "$root/bench/stories.py" "$build" --set dev --want 98,60 >/dev/null; echo "= $?"
# Shown.
cat >news.jsonl <<'END2'
{"id":"a","outlet":"Alpha","published":"2021-05-06","text":"Armenian forces shelled the town of Tartar on Wednesday, killing 12 people, Azerbaijan's Defence Ministry said."}
{"id":"b","outlet":"Beta","published":"2021-05-07","text":"At least 15 people died. On Thursday, Armenia's Defence Ministry denied that its forces had shelled Tartar."}
{"id":"c","outlet":"Gamma","published":"2021-05-06","text":"Armenian troops attacked Tartar in Azerbaijan on Wednesday."}
{"id":"d","outlet":"Delta","published":"2021-05-10","text":"Armenian forces shelled Tartar on Sunday. The presidents of Peru and Ecuador signed a treaty on Monday."}
END2
"$dateline" code --db news.db news.jsonl 2>/dev/null
"$dateline" stories --db news.db --to table; echo "= $?"
COLUMNS=60 "$dateline" stories --db news.db --to table --contested
"$dateline" stories --db news.db --to jsonl --type SUPPORT
"$dateline" stories --db news.db --to jsonl | python3 -c 'import json, sys; print([(s["story"], s["reports"], len(s["tellings"])) for s in map(json.loads, sys.stdin)])'
"$dateline" stories --db news.db --actor FRA; echo "= $?"
"$dateline" stories --db news.db --to csv; echo "= $?"
"$dateline" stories --db news.db --text '"open'; echo "= $?"
"$dateline" stories --db news.db news.jsonl; echo "= $?"
"$dateline" stories; echo "= $?"
# Names in place of codes.
for name in Armenia Armenai armenians NATO 'Ilham Aliyew' Tehran xyzzy; do "$dateline" query --db news.db --actor "$name"; done
