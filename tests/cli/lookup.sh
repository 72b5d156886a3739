# The look-ups: one object a line on a pipe, words with --to table.
"$dateline" actor 'four Saudi men'
"$dateline" actor 'the Foreign Minister of Armenia' --date 2020-10-01 | head -n 1 | cut -d, -f1,3,4
"$dateline" place Quito | head -n 1 | cut -d, -f2-4
"$dateline" place Georgia --near USA | head -n 1 | cut -d, -f2-4
"$dateline" place 'Nowhere at all' --to table
"$dateline" when 'last Friday' --date 2024-11-08
"$dateline" when 'October 2020' --date 2024-11-08 --to table | sed 's/ *(.*//'
"$dateline" when 'nothing' --date 2024-11-08; echo "= $?"
