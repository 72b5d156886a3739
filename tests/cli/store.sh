# Into a store, out of it, and again.
cat >feed.jsonl <<'END'
{"id":"a1","outlet":"Alpha","published":"2024-03-12","title":"Shelling","text":"On Monday, Russian forces shelled Kharkiv, killing 12 people, Ukraine's Defense Ministry said. Russia's Defense Ministry denied that its forces had shelled Kharkiv."}
{"id":"b1","outlet":"Beta","published":"2024-03-12","text":"Kenyan police arrested 14 protesters in Nairobi on Tuesday. The mayor, who had come from \"Old\" Nairobi, spoke to reporters in the evening."}
{"id":"b2","outlet":"Gamma","published":"2024-03-12","text":"Kenyan police arrested 14 protesters in Nairobi on Tuesday. The mayor, who had come from \"Old\" Nairobi, spoke to reporters in the evening."}
{"id":"c1","outlet":"Delta","published":"2024-03-13","text":"Ukrainian forces shelled Kharkiv on Monday, Russia's Defense Ministry said."}
END
"$dateline" code --db news.db feed.jsonl; echo "= $?"
"$dateline" code --db news.db feed.jsonl; echo "= $?"
"$dateline" query --db news.db --to table
"$dateline" query --db news.db --type assault --by-report --to csv | tr -d '\r' | cut -d, -f2-7,9,10,13,18-21,28-30
"$dateline" query --db news.db --count-by month,type
"$dateline" query --db news.db --actor RUS/MIL --recipient UKR --type ASSAULT --from 2024-03 --to 2024-03-31 --place Kharkiv --says UKR/GOV --status actual --text shell --contested --min-confidence 0.5 --to jsonl | grep -c '"contested":true'
"$dateline" query --db news.db --text 'arrest* NOT shelled' --to jsonl | grep -o '"story":.*'
# Without --to, on a pipe, JSON Lines; the record as it was coded, and what the store adds.
"$dateline" code feed.jsonl | sed 's/}$//' | sort >coded.txt
"$dateline" query --db news.db --by-report | sed 's/,"story":.*//' | sort >kept.txt
grep -v '"doc":"b2"' coded.txt | diff - kept.txt && echo 'the same'
# Nothing, and what is not known.
"$dateline" query --db news.db --actor FRA; echo "= $?"
"$dateline" query --db news.db --actor Armenia; echo "= $?"
"$dateline" query --db news.db --actor UKE; echo "= $?"
"$dateline" query --db news.db --says UKR/GOW; echo "= $?"
"$dateline" query --db news.db --type asault; echo "= $?"
"$dateline" query --db news.db --status denid; echo "= $?"
"$dateline" query --db news.db --count-by month,tipe; echo "= $?"
"$dateline" query --db news.db --from yesterday; echo "= $?"
"$dateline" query --db news.db --text '"open'; echo "= $?"
"$dateline" query --db news.db --place "x' OR 1=1 --"; echo "= $?"
"$dateline" query --db no.db; echo "= $?"
"$dateline" query; echo "= $?"
"$dateline" code --db news.db --to jsonl feed.jsonl; echo "= $?"
# Other data: all is coded again, the runs are kept; the second time there is nothing to do.
mkdir data && cp -r "$root/data/what" data/ && echo '# changed' >>data/what/assault.rules
"$dateline" code --db news.db --recode; echo "= $?"
"$dateline" code --db news.db --recode --data data; echo "= $?"
"$dateline" code --db news.db --recode --data data; echo "= $?"
"$dateline" stories --db news.db; echo "= $?"
# No store, a store of a later version, a place where none can be.
echo 'no database' >text.db
"$dateline" code --db text.db feed.jsonl; echo "= $?"
"$dateline" query --db text.db; echo "= $?"
printf '\0\0\0\77' | dd of=news.db bs=1 seek=60 conv=notrunc 2>/dev/null
"$dateline" query --db news.db; echo "= $?"
"$dateline" code --db news.db feed.jsonl; echo "= $?"
"$dateline" code --db none/news.db feed.jsonl; echo "= $?"
