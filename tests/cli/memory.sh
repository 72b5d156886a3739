# However many documents pass through, memory stays flat.
peak() { python3 -c '
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)' "$@"; }
mkdir few many
for i in 1 2 3 4 5; do cp "$root"/examples/anniversary.txt few/$i.txt; done
for i in $(seq 200); do cp "$root"/examples/anniversary.txt many/$i.txt; done
few=$(peak "$dateline" annotate few) many=$(peak "$dateline" annotate many)
case $build in */san) many=$few ;; esac # a sanitizer keeps what is freed for a while
if [ "$many" -lt $((few + few / 10)) ]; then echo flat; else echo "$few kB for 5, $many kB for 200"; fi
