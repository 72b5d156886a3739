# The library shows only dateline_*, installs, and the example runs with either kind.
names() { sed -n 's/.* [TDBRV] //p' | sort | tr '\n' ' '; echo; }
nm -D --defined-only "$build/libdateline.so" | names
nm --defined-only "$build/libdateline.a" | names
make -s -C "$root" install DESTDIR="$dir/to" PREFIX=/usr BUILD="$build" >/dev/null && (cd to && find . ! -type d | sort)
sed -n 's/^Version: [0-9.]*$/a version/p; /^Libs:/p' to/usr/lib/pkgconfig/dateline.pc
flags=
case $build in */san) flags='-fsanitize=address,undefined' ;; esac
compile() { ${CC:-gcc} -std=c17 -Wall -Wextra -Wpedantic -Werror $flags -I to/usr/include "$root/examples/walk.c" "$@" -lpcre2-8 -ljson-c -lutf8proc -lm -lpthread; }
compile to/usr/lib/libdateline.a -o static && ./static <"$root/examples/wire.txt" >a; echo "= $?"
compile to/usr/lib/libdateline.so -o shared && LD_LIBRARY_PATH=to/usr/lib ./shared <"$root/examples/wire.txt" >b; echo "= $?"
cmp a b && [ -s a ] && echo 'the same events'
