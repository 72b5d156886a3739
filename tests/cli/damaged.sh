# A model, data or places file that is missing or damaged: one line that says what and where, status 3.
home=$("$dateline" info | sed -n 's/^cache *//p')
try() { echo "\$ $*"; echo 'The army left.' | "$dateline" "$@" >out 2>err; code=$?; head -c 300 out | head -n 2; sed "s|$home|HOME|" err | cut -c1-140; echo "= $code"; }

echo "# the model"
try parse --model nothing
mkdir empty
try parse --model ./empty
cp -rL "$home/models/en_core_web_sm" sm
parse_sm() { echo 'The army left.' | "$dateline" parse --model ./sm; }
parse_sm >whole
# A damaged file is refused in one line, or it is one that the program does not need.
fine() { [ $1 = 3 ] && [ "$(wc -l <err)" = 1 ] || { [ $1 = 0 ] && cmp -s out whole; }; }
(cd sm && find . -type f) | sort >files
while read -r file; do
    mv "sm/$file" kept
    for size in 0 10 1000; do
        head -c $size kept >"sm/$file"
        parse_sm >out 2>err
        fine $? || { echo "$file cut to $size bytes"; cat err; }
    done
    rm "sm/$file"
    parse_sm >out 2>err
    fine $? || { echo "$file removed"; cat err; }
    mv kept "sm/$file"
done <files
try parse --model ./sm --to jsonl | head -n 2 | cut -c1-60

echo "# the places"
try annotate --layers places --places nothing.bin
for size in 0 4 100 100000; do
    head -c $size "$home/places.bin" >cut.bin
    echo 'Quito.' | "$dateline" annotate --layers places --places cut.bin >out 2>err
    code=$?
    [ $code = 3 ] && [ "$(wc -l <err)" = 1 ] || { echo "places cut to $size bytes: status $code"; cat err; }
done

echo "# the data"
try annotate --data nothing
mkdir -p data/what data/who
printf '  a field without a rule\n' >data/what/assault.rules
try code --data data
rm data/what/assault.rules
printf 'code\tname\nAZE\tx\ty\tz\n' >data/who/nations.tsv
try code --data data
