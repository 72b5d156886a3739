# --until finds acts of which only the last day is known; with --from they are in no days.
cat >report.jsonl <<'END'
{"id": "a", "published": "2024-05-03", "text": "Eritrean troops had shelled the Ethiopian town of Badme before the talks began on Thursday."}
{"id": "b", "published": "2024-05-03", "text": "Eritrean troops shelled the Ethiopian town of Adigrat on Thursday."}
END
"$dateline" code --db news.db report.jsonl
days='--to jsonl'
"$dateline" query --db news.db $days | grep -o '"start":[^,]*,"end":[^,]*'
echo "= until"
"$dateline" query --db news.db --until 2024-05-03 $days | grep -o '"doc":"."'
"$dateline" query --db news.db --until 2024-05-03 --actor ERI --type ASSAULT --count-by actor --to csv
echo "= before both"
"$dateline" query --db news.db --until 2024-05-01 $days
echo "= from and until"
"$dateline" query --db news.db --from 2024-04-01 --until 2024-05-03 $days | grep -o '"doc":"."'
