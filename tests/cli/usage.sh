# What is mistyped gets a hint and exit status 2.
try() { echo "\$ dateline $*"; "$dateline" "$@"; echo "= $?"; }
try cod
try
try code --too jsonl
try code --to jsnl
try code --to
try code --date 8.11.2024 x
try annotate --layers place
try annotate --layers ,
try when 'last Friday'
try actor
try info x
try check --update=1
try code --min-confidence high
try --version | sed 's/[0-9][0-9.]*/N/'
try help code
