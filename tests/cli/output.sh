# A full disk is told; a reader that goes away is not an error to talk about.
echo 'The end.' | "$dateline" annotate >/dev/full; echo "= $?"
echo 'The end.' | "$dateline" parse >/dev/full; echo "= $?"
"$dateline" --help >/dev/full; echo "= $?"
for i in 1 2 3 4 5 6 7 8; do cat "$root"/examples/*.txt; done >many.txt
"$dateline" parse many.txt | head -n 1
