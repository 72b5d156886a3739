#!/usr/bin/env python3
"""Writes src/base/utf8_tables.h: the facts about characters that utf8.c needs.

    python3.11 tools/gen_unicode.py > src/base/utf8_tables.h

spaCy makes word shapes with Python's str methods, so the facts are those of one
Python (3.11: Unicode 14); a newer one moves a few characters.  Hence the output
is kept in the repository and this program refuses other versions.
"""
import sys
import unicodedata

LAST = 0x110000
SURROGATES = range(0xD800, 0xE000)
SIGMA, FINAL_SIGMA = "\u03a3", "\u03c2"
# Letters that carry no accent and yet are another spelling of a plain one.
SAME_NAME = {"ə": "e", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ß": "ss", "æ": "ae",
             "œ": "oe", "þ": "th", "ð": "d", "ŋ": "n", "ĸ": "k", "ƶ": "z", "ɨ": "i", "ʉ": "u", "ɓ": "b", "ɗ": "d",
             "ƙ": "k", "ɣ": "g", "ƴ": "y", "ⱥ": "a", "ɛ": "e", "ɔ": "o"}


def characters():
    return (chr(i) for i in range(LAST) if i not in SURROGATES)


def ranges(test):
    out = []
    for c in characters():
        if test(c):
            i = ord(c)
            if out and out[-1][1] == i - 1:
                out[-1][1] = i
            else:
                out.append([i, i])
    return out


def cased(c):
    return c == SIGMA or (c + SIGMA).lower().endswith(FINAL_SIGMA)


def case_ignorable(c):
    return c != SIGMA and ("A" + c + SIGMA).lower().endswith(FINAL_SIGMA) and not cased(c)


def lower_runs():
    """[first, last, stride, delta]: characters that lower by adding delta."""
    runs = []
    for c in characters():
        low = c.lower()
        if len(low) != 1 or low == c:
            continue
        i, delta = ord(c), ord(low) - ord(c)
        r = runs[-1] if runs else None
        step = i - r[1] if r else 0
        if r and r[3] == delta and step in (1, 2) and (r[0] == r[1] or r[2] == step):
            r[1], r[2] = i, step
        else:
            runs.append([i, i, 1, delta])
    return runs


def folded(c):
    """What a letter is in a name's reduced spelling."""
    out = ""
    for d in unicodedata.normalize("NFKD", c.lower()):
        if not unicodedata.combining(d):
            out += SAME_NAME.get(d, d)
    return out


def folds():
    spans = (range(0xC0, 0x250), range(0x250, 0x2B0), range(0x370, 0x530), range(0x1E00, 0x2000), range(0x2C60, 0x2C80))
    for span in spans:
        for i in span:
            c = chr(i)
            if c.isalpha() and folded(c) != c:
                yield i, folded(c)


def table(kind, name, rows, per_line):
    print("static const %s %s[] = {" % (kind, name))
    for k in range(0, len(rows), per_line):
        print("    " + " ".join(rows[k:k + per_line]))
    print("};")


def main():
    if unicodedata.unidata_version != "14.0.0":
        sys.exit("gen_unicode.py: needs the Python that has Unicode 14.0.0 (3.11), this one has " + unicodedata.unidata_version)
    longer = [c for c in characters() if len(c.lower()) > 1]
    assert longer == ["\u0130"] and longer[0].lower() == "i\u0307"
    print("/* Made by tools/gen_unicode.py from Unicode %s.  Ranges are inclusive and sorted. */" % unicodedata.unidata_version)
    print("typedef struct span { uint32_t first, last; } span;")
    print("typedef struct lower_run { uint32_t first, last; uint8_t stride; int32_t delta; } lower_run;")
    print("typedef struct fold { uint16_t cp; char text[10]; } fold;")
    for name, test in (("space_spans", str.isspace), ("alpha_spans", str.isalpha), ("upper_spans", str.isupper),
                       ("digit_spans", str.isdigit), ("cased_spans", cased), ("ignorable_spans", case_ignorable)):
        table("span", name, ["{0x%X, 0x%X}," % tuple(r) for r in ranges(test)], 6)
    table("lower_run", "lower_runs", ["{0x%X, 0x%X, %d, %d}," % tuple(r) for r in lower_runs()], 4)
    rows = []
    for i, text in folds():
        raw = text.encode("utf-8")
        assert len(raw) < 10
        rows.append('{0x%X, "%s"},' % (i, "".join("\\%03o" % b if b > 126 else chr(b) for b in raw)))
    table("fold", "folds", rows, 6)


main()
