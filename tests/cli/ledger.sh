# Two governments tell one war: what each says, side by side.
cat >feed.jsonl <<'END'
{"id":"a","outlet":"Alpha","published":"2020-10-05","text":"Armenia's Foreign Ministry said on Monday that its forces had not shelled Ganja on Sunday. It said that Azerbaijani forces shelled Stepanakert on Sunday, killing three civilians."}
{"id":"b","outlet":"Beta","published":"2020-10-06","text":"Azerbaijan's President, Ilham Aliyev, said that Armenian forces shelled Ganja on October 4, killing at least 20 civilians."}
{"id":"c","outlet":"Gamma","published":"2020-10-07","text":"Azerbaijan accused Armenia of shelling Barda on Tuesday. Armenia denied the accusation."}
{"id":"d","outlet":"Delta","published":"2020-10-08","text":"Azerbaijan's Foreign Ministry said that Armenia's Defence Ministry had admitted that Armenian forces shelled Tovuz on Tuesday."}
{"id":"e","outlet":"Beta","published":"2020-10-10","text":"The United Nations said that Azerbaijani forces shelled Stepanakert on Friday. Azerbaijan denied it."}
END
"$dateline" code --db news.db feed.jsonl; echo "= $?"
"$dateline" ledger --db news.db --party ARM --party AZE --to table; echo "= $?"
COLUMNS=160 "$dateline" ledger --db news.db --party ARM --party AZE --party IGO --to table --standing denied; echo "= $?"
# On a pipe, JSON Lines; CSV has a line for each thing said.
"$dateline" ledger --db news.db --party arm --party AZE/GOV --place Ganja
"$dateline" ledger --db news.db --party ARM --party AZE --to csv | tr -d '\r' | cut -d, -f1,2,4,12,13,16-19,21
# Filters: of one of the story's records.
for filter in '--type ACCUSE' '--from 2020-10-06 --until 2020-10-06' '--place Barda' '--text shelling' '--min-confidence 0.99' '--standing denied' '--limit 1'; do
    echo "$filter: $("$dateline" ledger --db news.db --party ARM --party AZE $filter 2>&1 | grep -o '"story":[0-9]*,\|nothing ties.*' | tr '\n' ' ')"
done
# What is not known, and what makes no ledger.
"$dateline" ledger --db news.db --party ARM; echo "= $?"
"$dateline" ledger --db news.db --party ARM --party ARM; echo "= $?"
"$dateline" ledger --db news.db --party Armenia --party AZE; echo "= $?"
"$dateline" ledger --db news.db --party ARM --party AZE --standing denid; echo "= $?"
"$dateline" ledger --db news.db --party A --party B --party C --party D --party E --party F --party G; echo "= $?"
"$dateline" ledger --db news.db --party ARM --party AZE --text '"open'; echo "= $?"
"$dateline" ledger --db no.db --party ARM --party AZE; echo "= $?"
"$dateline" ledger; echo "= $?"
