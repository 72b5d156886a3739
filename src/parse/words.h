/* parse/words.h: what is known of words by themselves, before and after the nets:
 * cutting a text into them, their features, and their forms once they are tagged.
 *
 *     text → tokenize.c → vocab.c → (decoder.c) → forms.c ← morph.c, lemma.c */
#ifndef DATELINE_WORDS_H
#define DATELINE_WORDS_H
#include "doc.h"
#include "model/model.h"

/* ---- vocab.c: words seen by this thread --------------------------------
 *
 * Everything that depends on a word's text alone is worked out once.  A word is
 * a text with the norm that it has ("'s" of "Let's" has another than "'s"). */
typedef struct word {
    str      text, lower;
    features features;     /* all but FEATURE_SPACY, which is 0                */
    uint64_t norm;         /* id of the norm it was asked with, 0: its own     */
    uint64_t hash;         /* of its text                                      */
    uint32_t symbol;       /* tokenize.c: number in the table of sequences     */
    bool     is_space;
} word;

typedef struct vocab vocab;
vocab   *vocab_new(const model *m);   /* NULL: no memory */
void     vocab_free(vocab *w);
arena   *vocab_arena(vocab *w);       /* lives until vocab_forget; its door must be set */
void     vocab_forget(vocab *w);      /* all of them: numbers start anew  */
uint32_t vocab_count(const vocab *w);
/* Number of the word; `norm` 0 for the text's own. */
uint32_t vocab_find(vocab *w, str text, uint64_t norm);
word    *vocab_at(vocab *w, uint32_t i);   /* valid until the next vocab_find */

/* ---- tokenize.c --------------------------------------------------------- */
typedef struct tokenizer    tokenizer;     /* read-only; threads share it */
typedef struct token_stream token_stream;  /* one a thread: chunks seen   */
typedef struct piece { uint32_t word, start, end; bool space; } piece; /* bytes of the text; a blank follows */
typedef array(piece) pieces;

int  tokenizer_open(tokenizer **out, const model *m, fail *f);
void tokenizer_close(tokenizer *t);
token_stream *token_stream_new(const tokenizer *t, vocab *w); /* NULL: no memory */
void token_stream_free(token_stream *s);
void token_stream_forget(token_stream *s); /* together with vocab_forget */
/* Adds the tokens of `text` (valid UTF-8) to `out`, positions counted from `base`. */
void tokenizer_run(token_stream *s, str text, uint32_t base, arena *mem, pieces *out);

/* ---- morph.c: the attribute ruler --------------------------------------- */
typedef struct ruler ruler;
/* What the rules make of a token, seen by itself or with its neighbours. */
typedef struct form {
    const char *tag, *dep, *pos, *morph;   /* never NULL                       */
    const char *lemma;                     /* NULL: the rules say nothing      */
    uint64_t    order[5];                  /* morph.c: which rule set each of them */
} form;
typedef struct rule_view { str lower, text; const char *tag, *dep; bool is_space; } rule_view; /* a token as the rules see it */

int  ruler_open(ruler **out, const model *m, fail *f);
void ruler_close(ruler *r);
/* The rules for one token by itself.  *starts says whether a rule for several
 * tokens may begin at this one. */
form ruler_one(const ruler *r, const rule_view *t, bool *starts);
/* Tokens that a rule for several tokens looks at, at most. */
uint32_t ruler_reach(const ruler *r);
/* Rules for several tokens that begin at t[0]; change the forms `out` of the `n` tokens. */
void ruler_several(const ruler *r, const rule_view *t, uint32_t n, form *out);

/* ---- lemma.c ------------------------------------------------------------- */
typedef struct lemmatizer lemmatizer;
int  lemmatizer_open(lemmatizer **out, const model *m, fail *f);
void lemmatizer_close(lemmatizer *l);
/* The lemma, on `mem` or a slice of `text` or `lower`. */
str  lemmatizer_find(const lemmatizer *l, arena *mem, str text, str lower, const char *pos_text, const char *morph);

/* ---- forms.c -------------------------------------------------------------- */
/* All that follows from a word, its tag and its label. */
typedef struct known_form {
    uint64_t key;
    form form;
    str  lemma;            /* of the word (the same pointer), or lives until vocab_forget */
    pos  pos;
    tag  tag;
    dep  dep;
    bool starts;           /* a rule for several tokens may begin here */
} known_form;
typedef struct seen_token { uint32_t word; const char *tag_text, *dep_text; } seen_token;

typedef struct forms forms;
forms *forms_new(const ruler *r, const lemmatizer *l, vocab *w); /* NULL: no memory */
void   forms_free(forms *s);
void   forms_forget(forms *s);   /* together with vocab_forget */
/* Valid until the next call.  `tag_text` and `dep_text` are those of the numbers. */
const known_form *forms_find(forms *s, uint32_t word_number, uint16_t tag_number, uint16_t dep_number, const char *tag_text, const char *dep_text);
/* Rules for several tokens that begin at t[0]; change `out` of the `n` tokens from there. */
void   forms_several(const forms *s, const seen_token *t, uint32_t n, known_form *out);
#endif
