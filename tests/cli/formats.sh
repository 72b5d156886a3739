# The shapes of the formats: keys in their order.
keys() { python3 -c '
import json, sys
def shape(x):
    if isinstance(x, dict): return "{" + " ".join(k + shape(v) for k, v in x.items()) + "}"
    return ""
for line in sys.stdin: print(shape(json.loads(line)))' | sort -u; }
echo "# annotate"
echo 'The army shelled Ganja.' | "$dateline" annotate | keys
echo "# parse"
printf '{"id":"a","text":"The army\\u00a0left.\\n\\nIt  rained."}\n' | "$dateline" parse --to jsonl | keys
printf '{"id":"a","text":"The army left.\\n\\nIt rained."}\n' | "$dateline" parse | cut -f1-5
echo "# line ends that are none in JSON"
printf '{"text":"a\\u2028b\\u0085c"}\n' | "$dateline" parse --to jsonl | wc -l
echo "# only what is sure enough"
code_sure() { echo 'Iran attacked Iraq.' | "$dateline" code --min-confidence "$1" | wc -l; }
code_sure 0; code_sure 1
