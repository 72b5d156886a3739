# kill -9 at random moments; `python3 tests/store_kill.py build 200` asks longer.
python3 "$root/tests/store_kill.py" "$build" 20 1 2>kills.txt; echo "= $?"
