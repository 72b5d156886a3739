# dateline: `make run` codes the bundled example report, `make test` runs all
# tests, `make help` lists the rest.
BUILD   ?= build
ifeq ($(origin CC),default)
CC      := gcc
endif
WARN    := -Wall -Wextra -Wpedantic -Wshadow -Wconversion
OPT     ?= -O2
CFLAGS  += -std=c17 -D_GNU_SOURCE $(OPT) -g $(WARN) -fvisibility=hidden -MMD -MP -Isrc -Iinclude
LDLIBS  := -lpcre2-8 -ljson-c -lutf8proc -lm -lpthread
ifeq ($(SAN),1)
BUILD   := build/san
CFLAGS  += -fsanitize=address,undefined -fno-sanitize-recover=all -DDATELINE_SAN -fno-omit-frame-pointer
LDFLAGS += -fsanitize=address,undefined
endif

VERSION := $(shell cat VERSION)
CFLAGS  += -DDATELINE_VERSION='"$(VERSION)"'
ROOM_C  := $(wildcard src/*.c src/base/*.c src/text/*.c src/model/*.c src/neural/*.c src/parse/*.c src/says/*.c \
             src/when/*.c src/where/*.c src/who/*.c src/story/*.c src/what/*.c src/out/*.c)
ROOM_C  := $(filter-out src/out/parquet.c,$(ROOM_C))
CLI_C   := $(wildcard src/cli/*.c)
STORE_C := $(wildcard src/store/*.c) src/out/parquet.c
ROOM_O  := $(ROOM_C:%.c=$(BUILD)/%.o) $(BUILD)/data_embedded.o $(BUILD)/data_table.o
CLI_O   := $(CLI_C:%.c=$(BUILD)/%.o)
STORE_O := $(STORE_C:%.c=$(BUILD)/%.o)
SERVE_C := $(wildcard src/serve/*.c)
SERVE_O := $(SERVE_C:%.c=$(BUILD)/%.o) $(BUILD)/src/serve/assets.o
DATA    := $(shell find data -name '*.tsv' -o -name '*.rules')

# `export --to parquet` by carquet, where `make setup` could fetch it; PARQUET=0 leaves it out.
PARQUET_ASKED := $(PARQUET)
PARQUET ?= $(if $(wildcard build/carquet-0.7.2/native),1,0)
ifeq ($(PARQUET),1)
CARQUET := build/carquet-0.7.2/native
CARQUET_O := $(patsubst $(CARQUET)/src/%.c,$(BUILD)/carquet/%.o,$(filter-out $(CARQUET)/src/cli/% $(CARQUET)/src/simd/x86/% \
             $(CARQUET)/src/simd/arm/%,$(wildcard $(CARQUET)/src/*/*.c)))
PARQUET_A := $(BUILD)/libcarquet.a
PARQUET_L := -lzstd -llz4 -lz
$(BUILD)/src/out/parquet.o: CFLAGS += -DHAVE_CARQUET -isystem $(CARQUET)/include
endif

.PHONY: all always lib run setup test check bench scores fuzz install help clean
all: $(BUILD)/dateline lib

# Store and server are the program's alone: who links the library needs neither SQLite nor libmicrohttpd.
$(BUILD)/dateline: $(CLI_O) $(SERVE_O) $(STORE_O) $(ROOM_O) $(PARQUET_A)
	$(LINK) -o $@ $^ -lsqlite3 -lmicrohttpd $(PARQUET_L) $(LDLIBS)

# The page, if `make explorer` has built it; noticed when it comes, changes or goes.
PAGE    := $(addprefix build/explorer/,index.html.gz app.js.gz app.css.gz world.json.gz)
BUILT   := $(if $(filter $(words $(PAGE)),$(words $(wildcard $(PAGE)))),$(PAGE))
$(BUILD)/page.built: always
	@mkdir -p $(@D)
	@echo '$(BUILT)' | cmp -s - $@ || echo '$(BUILT)' >$@
$(BUILD)/src/serve/assets.o: src/serve/assets.S src/serve/openapi.json $(BUILD)/page.built $(BUILT)
	@mkdir -p $(@D)
	$(COMPILE) $(if $(BUILT),-DEXPLORER) -c -o $@ $<
$(BUILD)/src/store/schema.o: src/store/schema.sql src/store/schema_2.sql
# With or without: what depends on it is built anew when that changes.
$(BUILD)/src/out/parquet.o: $(BUILD)/parquet-$(PARQUET)
$(BUILD)/parquet-$(PARQUET):
	@mkdir -p $(@D) && rm -f $(BUILD)/parquet-? && touch $@
$(BUILD)/libcarquet.a: $(CARQUET_O)
	@rm -f $@
	@ar rcs $@ $^
$(BUILD)/carquet/%.o: $(CARQUET)/src/%.c
	@mkdir -p $(@D)
	$(COMPILE) -std=gnu11 $(OPT) -w -DNDEBUG -fvisibility=hidden -I$(CARQUET)/include -I$(CARQUET)/src -c -o $@ $<

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(COMPILE) $(CFLAGS) -c -o $@ $<

$(BUILD)/data_table.c: tools/embed.sh $(DATA) data
	@mkdir -p $(@D)
	@sh tools/embed.sh $(BUILD)/data_embedded.S $@

$(BUILD)/data_table.o: $(BUILD)/data_table.c
	$(COMPILE) $(CFLAGS) -c -o $@ $<
$(BUILD)/data_embedded.o: $(BUILD)/data_table.c
	$(COMPILE) -c -o $@ $(BUILD)/data_embedded.S

# ---- the library: only dateline_* is seen from outside --------------------
PIC_O   := $(ROOM_O:$(BUILD)/%.o=$(BUILD)/pic/%.o)
PIC     := -fPIC

lib: $(BUILD)/libdateline.a $(BUILD)/libdateline.so $(BUILD)/dateline.pc

$(BUILD)/pic/%.o: %.c
	@mkdir -p $(@D)
	$(COMPILE) $(CFLAGS) $(PIC) -c -o $@ $<
$(BUILD)/pic/data_table.o: $(BUILD)/data_table.c
	@mkdir -p $(@D)
	$(COMPILE) $(CFLAGS) $(PIC) -c -o $@ $<
$(BUILD)/pic/data_embedded.o: $(BUILD)/data_embedded.o
	@mkdir -p $(@D)
	@cp $< $@

$(BUILD)/libdateline.so: $(PIC_O)
	$(LINK) -shared -Wl,-soname,libdateline.so.0 -o $@ $^ $(LDLIBS)

$(BUILD)/libdateline.a: $(PIC_O)
	$(filter-out -fsanitize=%,$(LINK)) -r -nostdlib -o $(BUILD)/libdateline.o $^
	@objcopy --localize-hidden $(BUILD)/libdateline.o
	@rm -f $@
	@ar rcs $@ $(BUILD)/libdateline.o

$(BUILD)/dateline.pc: tools/dateline.pc.in VERSION
	@mkdir -p $(@D)
	@sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' -e 's|@LIBS@|$(LDLIBS)|' $< >$@

# ---- set-up: packages, models, places; what is there is left alone --------
# SAN= : the plain program does it, also before a run of the tests under sanitizers.
setup:
	@sh tools/setup-packages.sh
	@PARQUET=$(PARQUET_ASKED) CC='$(CC)' sh tools/setup-parquet.sh
	@$(MAKE) --no-print-directory -j$$(nproc) SAN= prepare

parquet:
	@CC='$(CC)' sh tools/setup-parquet.sh must
	@$(MAKE) --no-print-directory -j$$(nproc) $(BUILD)/dateline

.PHONY: prepare parquet test-export
prepare: $(BUILD)/mkgazetteer $(BUILD)/dateline
	@sh tools/setup.sh $(BUILD)

# Few parts: the list of places is made anew when this program changes.
$(BUILD)/mkgazetteer: $(BUILD)/tools/mkgazetteer.o $(BUILD)/src/where/gazetteer.o \
    $(patsubst %,$(BUILD)/src/base/%.o,arena bytes fail map str table utf8)
	$(LINK) -o $@ $^ -lm

run: setup
	@$(BUILD)/dateline code --to table examples/*.txt

# ---- tests ------------------------------------------------------------------
UNIT    := $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/*/test_*.c))
FUZZ    := $(patsubst fuzz/%.c,$(BUILD)/%,$(wildcard fuzz/fuzz_*.c))

$(BUILD)/unit/%: tests/unit/%.c $(SERVE_O) $(STORE_O) $(ROOM_O) $(PARQUET_A) $(wildcard tests/unit/*/*.h)
	@mkdir -p $(@D)
	$(LINK) $(CFLAGS) -UNDEBUG -o $@ $(filter-out %.h,$^) -lsqlite3 -lmicrohttpd $(PARQUET_L) $(LDLIBS)

# With CC=clang, `make fuzz LIBFUZZER=1` builds searching fuzzers, else programs that replay corpora.
ifeq ($(LIBFUZZER),1)
$(BUILD)/fuzz_%: fuzz/fuzz_%.c $(ROOM_C) $(BUILD)/data_embedded.o $(BUILD)/data_table.o
	$(LINK) $(CFLAGS) -DDATELINE_SAN -fsanitize=fuzzer,address,undefined -o $@ $^ $(LDLIBS)
else
$(BUILD)/fuzz_%: fuzz/fuzz_%.c fuzz/driver.c $(ROOM_O)
	$(LINK) $(CFLAGS) -o $@ $^ $(LDLIBS)
endif

fuzz: $(FUZZ)
	@sh tests/run-fuzz.sh $(BUILD)

test check: setup
	@$(MAKE) --no-print-directory -j$$(nproc) all $(UNIT) $(FUZZ)
	@CC='$(CC)' sh tests/run.sh $(BUILD)

# The API against its own description; fetches schemathesis into its own folder.
.PHONY: api-fuzz
api-fuzz: setup
	@$(MAKE) --no-print-directory all
	@sh tests/api_fuzz.sh $(BUILD)

# What other programs make of the exports; fetches these programs into build/readers.
test-export: $(BUILD)/dateline
	@python3 tests/export_readers.py $(BUILD)

# ---- the explorer: the page that `dateline serve` shows ----------------------
EXPLORER := build/explorer
PAGE_TS  := $(shell find explorer -path explorer/node_modules -prune -o -type f -print) data/who/nations.tsv data/where/countries.tsv

.PHONY: explorer
explorer: $(EXPLORER)/app.js.gz
$(EXPLORER)/app.js.gz: $(PAGE_TS) tools/setup-node.sh
	@sh tools/build-explorer.sh $(EXPLORER)

.PHONY: explorer-test explorer-speed
explorer-test explorer-speed: setup explorer
	@$(MAKE) --no-print-directory -j$$(nproc) $(BUILD)/dateline
	@$(MAKE) --no-print-directory run-$@

# A program that was built before the page was has none in it: hence the second make.
.PHONY: run-explorer-test run-explorer-speed
run-explorer-test:
	@sh tests/run-explorer.sh $(BUILD)

EVENTS ?= 100000
run-explorer-speed:
	@sh bench/explorer.sh $(BUILD) $(EVENTS)

BENCH   := $(patsubst bench/%.c,$(BUILD)/bench_%,$(wildcard bench/*.c))
$(BUILD)/bench_%: bench/%.c $(ROOM_O)
	$(LINK) $(CFLAGS) -o $@ $^ $(LDLIBS)

bench: all $(BENCH)
	@for program in $(BENCH); do $$program || exit 1; done
	@python3 bench/speed.py $(BUILD)
	@python3 bench/store.py $(BUILD) --keep $(BUILD)/million.db
	@python3 bench/serve.py $(BUILD) --million $(BUILD)/million.db; status=$$?; rm -f $(BUILD)/million.db*; exit $$status

scores: $(BUILD)/dateline
	@sh bench/scores.sh $(BUILD)

# ---- installing --------------------------------------------------------------
PREFIX  ?= /usr/local
TO      := $(DESTDIR)$(PREFIX)

install: all
	install -d $(TO)/bin $(TO)/lib/pkgconfig $(TO)/include $(TO)/share/man/man1
	install -m 755 $(BUILD)/dateline $(TO)/bin/dateline
	install -m 755 $(BUILD)/libdateline.so $(TO)/lib/libdateline.so.0
	ln -sf libdateline.so.0 $(TO)/lib/libdateline.so
	install -m 644 $(BUILD)/libdateline.a $(TO)/lib/libdateline.a
	install -m 644 include/dateline.h $(TO)/include/dateline.h
	install -m 644 docs/dateline.1 $(TO)/share/man/man1/dateline.1
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' -e 's|@LIBS@|$(LDLIBS)|' tools/dateline.pc.in >$(TO)/lib/pkgconfig/dateline.pc

help:
	@echo 'make            build/dateline and the library'
	@echo 'make setup      fetch what is needed, once: packages, language models, places'
	@echo 'make run        code the bundled example reports (does setup first)'
	@echo 'make test       all tests (does setup first); the last line counts them'
	@echo 'make check SAN=1  the same under address and undefined-behaviour sanitizers'
	@echo 'make test-export  exports, read by pandas, pyarrow, GDAL and others (fetches them)'
	@echo 'make parquet    what `export --to parquet` needs; PARQUET=0 builds without'
	@echo 'make fuzz       replay the fuzz corpora; CC=clang LIBFUZZER=1 builds searching fuzzers'
	@echo 'make api-fuzz   ask the server what its description allows and what it does not (fetches schemathesis)'
	@echo 'make bench      speed, also of the store and the server'
	@echo 'make scores     how right it is, where the benchmark data is (SCORES=DIR)'
	@echo 'make explorer   the page of dateline serve; fetches node (unless there) and packages'
	@echo 'make explorer-test   the page in a browser (installs Chromium unless there)'
	@echo 'make explorer-speed  how fast the page is with EVENTS=100000 made-up events'
	@echo 'make lib        the library alone'
	@echo 'make install    program, library, header, pkg-config file, man page (PREFIX, DESTDIR)'
	@echo 'make clean      remove build/; V=1 shows the commands, CC=clang BUILD=build/clang another compiler'

clean:
	rm -rf build

# What is done in few words; V=1 shows the commands.
ifeq ($(V),)
COMPILE  = @echo '  CC    $(@:$(BUILD)/%=%)'; $(CC)
LINK     = @echo '  LINK  $@'; $(CC) $(LDFLAGS)
else
COMPILE  = $(CC)
LINK     = $(CC) $(LDFLAGS)
endif

-include $(ROOM_O:.o=.d) $(CLI_O:.o=.d) $(STORE_O:.o=.d) $(SERVE_C:%.c=$(BUILD)/%.d) $(PIC_O:.o=.d)
