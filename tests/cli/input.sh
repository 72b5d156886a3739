# What cannot be read is told with file and line; the rest goes on.
try() { echo "\$ $*"; "$@"; echo "= $?"; }
read_all() { "$dateline" annotate --layers sentences "$@" >out; code=$?; cut -d, -f1,2 out | cut -c1-70; return $code; }

echo "# a folder, in order, with folders within"
mkdir -p news/b
echo 'Second.' >news/b/2.txt
echo 'First.' >news/a.txt
echo 'Hidden.' >news/.hidden
printf '{"id":"x","text":"Third."}\n{"text":"Fourth."}' >news/c.jsonl
try read_all news
try read_all news/a.txt nothing.txt news/b/

echo "# standard input"
echo 'Text.' | try read_all
echo 'Text.' | try read_all -

echo "# bad lines"
printf '{"text":"a"}\n{bad\n\n{"txt":1,"key":2}\n{"body":"b","date":"yesterday"}\n[1]\n"x"\n{"text":"\377"}\n{"content":"c","id":7}\n{"text":null}\n' >bad.jsonl
try read_all bad.jsonl
printf '{\n  "text": "one object over lines"\n}\n' >lines.json
try read_all lines.json

echo "# odd bytes"
: >empty.txt
try read_all empty.txt
printf '\357\273\277With a mark.' >mark.txt
try read_all mark.txt
printf 'a\000b\r\nc' >nul.txt
try read_all nul.txt
printf 'caf\351\nnext' >latin.txt
try read_all latin.txt
printf '\377\376a\000b\000' >utf16.txt
try read_all utf16.txt

echo "# too large"
head -c 50000000 /dev/zero | tr '\0' a >large.txt
try read_all large.txt
{ printf '{"text":"'; cat large.txt; printf '"}\n{"text":"after"}\n'; } >large.jsonl
try read_all large.jsonl

echo "# not to be read"
mkdir closed
chmod 000 closed
if [ "$(id -u)" = 0 ]; then echo "closed: Permission denied"; else "$dateline" annotate closed 2>&1 | sed 's/^dateline: //'; fi
chmod 700 closed
