#!/usr/bin/env python3
"""Writes the reference parses that tests/unit/parse/test_parse.c compares with.

    python3 tests/parses/reference.py MODEL_FOLDER > tests/parses/en_core_web_md.jsonl

Needs spaCy 3.8, which the tests themselves do not.  The texts are in texts.txt,
with %%% lines between them.  One text a line; a token is
[text, start, blank follows, tag, pos, morph, lemma, head, dep, ent_iob, ent_type, sent_start].
"""
import json
import os
import sys

import spacy

nlp = spacy.load(sys.argv[1])
here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "texts.txt"), encoding="utf-8", newline="") as f:
    texts = f.read().rstrip("\n").split("\n%%%\n")
for text in texts:
    tokens = [[t.text, t.idx, bool(t.whitespace_), t.tag_, t.pos_, str(t.morph), t.lemma_, t.head.i, t.dep_,
               "OIOB"[t.ent_iob], t.ent_type_, bool(t.is_sent_start)] for t in nlp(text)]
    print(json.dumps({"text": text, "tokens": tokens}, ensure_ascii=True))
