/* parse/parse_internal.h: what the files of this room show one another. */
#ifndef DATELINE_PARSE_INTERNAL_H
#define DATELINE_PARSE_INTERNAL_H
#include "base/arena.h"
#include "base/fail.h"
#include "neural/neural.h"

/* ---- decoder.c: the nets of one model together --------------------------
 *
 *     words (features) → tags, heads and labels, sentence starts, names
 *
 * The rest of the room needs only this: decoder_new from the model's weights,
 * decoder_run on a batch of texts. */

/* A class of the parser ("0".."4": shift, reduce, left, right, break) or the
 * namer ("1".."5": begin, in, last, unit, out), in the model's order (S6.1 of
 * the format: by action, then frequency and label descending). */
typedef struct move { uint32_t action; const char *label; } move;
enum { ARC_SHIFT, ARC_REDUCE, ARC_LEFT, ARC_RIGHT, ARC_BREAK, N_ARC_ACTIONS };
enum { NAME_MISSING, NAME_BEGIN, NAME_IN, NAME_LAST, NAME_UNIT, NAME_OUT, N_NAME_ACTIONS };

typedef struct decoder_weights {
    encoder_weights words, names;        /* the shared encoder; the namer's own */
    linear_weights  tagger;
    scorer_weights  parser, namer;
    const move     *parser_moves, *namer_moves;
    uint32_t        n_parser_moves, n_namer_moves; /* == upper.n_out           */
} decoder_weights;

typedef struct decoder         decoder;  /* read-only; threads share it */
typedef struct decoder_scratch decoder_scratch;

/* FAIL_FORMAT when moves and nets do not fit, FAIL_MEMORY.  Hash tables, static
 * vectors and the moves' labels must outlive the decoder; the rest is copied. */
int  decoder_new(decoder **out, const decoder_weights *w, arith a, fail *f);
void decoder_free(decoder *d);
decoder_scratch *decoder_scratch_new(const decoder *d); /* NULL: no memory */
void decoder_scratch_free(decoder_scratch *s);

/* Texts of dependency labels ("ROOT", "nsubj" ...) and name types ("" first), by number. */
const char *decoder_dep_label(const decoder *d, uint32_t dep);
const char *decoder_name_label(const decoder *d, uint32_t name);

/* What decoder_run finds; one element a token. */
typedef struct decoded {
    uint16_t *tag;         /* index of the tagger's labels                 */
    uint32_t *head;        /* token of the batch; itself at a root         */
    uint16_t *dep;         /* decoder_dep_label                            */
    bool     *sent_start;
    char     *iob;         /* 'B' 'I' 'O'                                  */
    uint16_t *name;        /* decoder_name_label; 0 outside names          */
} decoded;
/* Texts are tokens [end[t-1], end[t]); each is worked on by itself.  Results
 * and work space are on `mem` (not much over 400 bytes a token in all). */
decoded decoder_run(const decoder *d, decoder_scratch *s, arena *mem, const features *token, const uint32_t *end, uint32_t n_texts);

/* ---- moves_arc.c: the parser's classes ---------------------------------- */
/* A label "X||Y" says: X, but lifted from below a Y in training (see heads.c). */
typedef struct dep_label { const char *text; uint16_t plain, below; } dep_label; /* below: ARC_NONE if not lifted */
enum { ARC_ROOT, ARC_NONE = UINT16_MAX };

typedef struct arc_moves {
    uint32_t    shift, reduce, cut;         /* classes                               */
    class_range arcs;                       /* left and right ones                   */
    uint32_t    right;                      /* first class of the right ones         */
    uint16_t   *dep;                        /* by class                              */
    dep_label  *label;
    uint32_t    n_labels;
} arc_moves;
int arc_moves_read(arc_moves *out, arena *mem, const move *moves, uint32_t n, fail *f);

/* ---- state.c: what the parser knows while it reads a text ---------------- */
typedef struct state {
    uint32_t  n, next;                      /* tokens; the first never looked at     */
    uint32_t *stack, *back;                 /* back: tokens put back before `next`   */
    uint32_t  n_stack, n_back;
    uint32_t *head;                         /* NO_TOKEN: none yet                    */
    uint16_t *dep;
    uint32_t *left, *right;                 /* of a head: its latest child there     */
    uint32_t *before;                       /* of a child: the one before it there   */
    uint8_t  *marks;                        /* STATE_* bits                          */
} state;
enum { STATE_START = 1 /* a sentence must start here */, STATE_UNSHIFTABLE = 2 };
state    state_new(arena *mem, uint32_t most);          /* for texts of up to `most` tokens       */
void     state_begin(state *s, uint32_t n);
bool     state_done(const state *s);
uint32_t state_waiting(const state *s);                 /* tokens not on the stack and not done   */
uint32_t state_buffer(const state *s, uint32_t i);      /* i-th waiting token, or NO_TOKEN        */
uint32_t state_stack(const state *s, uint32_t i);       /* i-th from the top, or NO_TOKEN         */
void     state_push(state *s);                          /* the first waiting token to the stack   */
void     state_pop(state *s);
void     state_unshift(state *s);                       /* the top goes back and must not return  */
void     state_arc(state *s, uint32_t head, uint32_t child, uint16_t dep);

/* Allowed classes, ascending; gives how many ranges. */
uint32_t arc_moves_allowed(const arc_moves *m, const state *s, class_range out[4]);
void     arc_moves_apply(const arc_moves *m, state *s, uint32_t class);
void     arc_moves_slots(const state *s, uint32_t slot[MAX_SLOTS]);

/* ---- parser.c, heads.c: heads and sentences of one text ------------------ */
/* Fills head (within the text), dep and sent_start of the `n` tokens that `v` looks at. */
typedef struct heads { uint32_t *head; uint16_t *dep; bool *sent_start; } heads;
void parser_decode(const arc_moves *m, scorer_view *v, state *s, arena *mem, const features *token, uint32_t n, heads out);
/* Sentence starts from heads, and heads of lifted arcs put down where they belong. */
void heads_settle(const arc_moves *m, arena *mem, const features *token, uint32_t n, heads out);

/* ---- moves_entity.c: names of one text ------------------------------------ */
typedef struct entity_moves {
    class_range begin;
    class_range unit[2];                    /* without the unlabelled one            */
    uint32_t    n_unit, out;
    uint16_t   *label;                      /* by class                              */
    uint32_t   *in, *last;                  /* by label: class                       */
    const char **text;                      /* by label; 0 is ""                     */
    uint32_t    n_labels;
} entity_moves;
int  entity_moves_read(entity_moves *out, arena *mem, const move *moves, uint32_t n, fail *f);
void entity_decode(const entity_moves *m, scorer_view *v, const features *token, uint32_t n, const bool *sent_start, char *iob, uint16_t *name);
#endif
