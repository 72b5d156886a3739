/* glue.c: where is a blank missing between two sentences?
 *
 *     News.Az reports.“Today          before an opening mark
 *     peacefully.”“However            between two marks
 *     noted.The ministry              between a full stop and a capital
 *  but not in  U.S.  News.Az  3.5  a.m.  www.News.Az/En  john.Smith@un.org
 */
#include "base/utf8.h"
#include "text/text_internal.h"

enum { OPEN_DOUBLE = 0x201C, CLOSE_DOUBLE = 0x201D, OPEN_SINGLE = 0x2018, CLOSE_SINGLE = 0x2019, LOW_DOUBLE = 0x201E,
       OPEN_ANGLE = 0xAB, CLOSE_ANGLE = 0xBB, ELLIPSIS = 0x2026 };

marks glue_marks(const units *u)
{
    marks m = {0};
    for (uint32_t i = 0; i < u->n; i++) {
        if (u->at[i].cp == LOW_DOUBLE) m.low_opens = true;
        if (u->at[i].cp == OPEN_DOUBLE) m.curly = true;
    }
    return m;
}

static uint32_t cp_at(const units *u, uint32_t i) { return i < u->n ? u->at[i].cp : '\n'; }
static uint32_t cp_before(const units *u, uint32_t i) { return i ? u->at[i - 1].cp : '\n'; }
static bool is_gap(uint32_t cp) { return cp == ' ' || cp == '\n'; }
static bool is_lower(uint32_t cp) { return utf8_is_alpha(cp) && !utf8_is_upper(cp); }
static bool ends_sentence(uint32_t cp) { return cp == '.' || cp == '!' || cp == '?' || cp == ELLIPSIS; }
static bool closes(uint32_t cp) { return cp == CLOSE_DOUBLE || cp == CLOSE_SINGLE || cp == CLOSE_ANGLE; }

/* A full stop, comma, ... or a closing mark: what may stand before a glued quotation. */
static bool ends_part(uint32_t cp)
{
    return ends_sentence(cp) || closes(cp) || cp == ',' || cp == ';' || cp == ':' || cp == ')';
}

static bool starts_word(uint32_t cp) { return utf8_is_alpha(cp) || utf8_is_digit(cp); }

/* ---- words around a full stop ----------------------------------------- */

#define LONGEST_WORD 1024u /* characters looked at; so that odd input takes no longer than text */

static uint32_t word_start(const units *u, uint32_t i) /* back to the last gap */
{
    uint32_t limit = i > LONGEST_WORD ? i - LONGEST_WORD : 0;
    while (i > limit && !is_gap(u->at[i - 1].cp)) i--;
    return i;
}

static uint32_t letters_from(const units *u, uint32_t i)
{
    uint32_t n = 0;
    while (n < LONGEST_WORD && utf8_is_alpha(cp_at(u, i + n))) n++;
    return n;
}

static bool text_at(const units *u, uint32_t i, const char *ascii)
{
    for (; *ascii; i++, ascii++) {
        uint32_t cp = cp_at(u, i);
        if ((cp >= 'A' && cp <= 'Z' ? cp + 32 : cp) != (uint32_t)*ascii) return false;
    }
    return true;
}

/* Is the run of characters around i an address on the net? */
static bool in_address(const units *u, uint32_t i)
{
    uint32_t first = word_start(u, i);
    for (uint32_t k = first; k < i; k++)
        if (cp_at(u, k) == '@' || cp_at(u, k) == '#' || text_at(u, k, "://") || text_at(u, k, "www.")) return true;
    uint32_t end = i + letters_from(u, i);
    return cp_at(u, end) == '@' || (cp_at(u, end) == '/' && !is_gap(cp_at(u, end + 1)));
}

/* After a capitalised word, "News.Az" and "Putin.The" look alike but for the
 * word behind: short ones are taken for the end of a name unless they are
 * words that begin sentences and no country's domain. */
static bool short_word_begins(const units *u, uint32_t i, uint32_t n)
{
    static const char *const words[] = {"the", "and", "but", "he", "she", "we", "for", "his", "her", "its", "all", "you",
                                        "our", "not", "now", "two", "new", "one", "six", "ten", "on", "if", "they"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (strlen(words[k]) == n && text_at(u, i, words[k])) return true;
    return false;
}

/* Is i the capital of a sentence glued to the full stop at i-1? */
static bool glued_sentence(const units *u, uint32_t i)
{
    if (!ends_sentence(cp_at(u, i - 1)) || i < 2) return false;
    uint32_t before = cp_at(u, i - 2), n = letters_from(u, i);
    if (!utf8_is_upper(cp_at(u, i)) || in_address(u, i)) return false;
    if (n > 1 && !is_lower(cp_at(u, i + 1))) return false;
    bool lone_word = n == 1 && is_gap(cp_at(u, i + 1)) && is_lower(before);
    if (n == 1 && !lone_word) return false;
    if (!starts_word(before) && before != ')' && before != '%' && before != '.' && !closes(before)) return false;
    bool after_name = cp_at(u, i - 1) == '.' && utf8_is_upper(cp_at(u, word_start(u, i - 1)));
    return !after_name || n > 3 || short_word_begins(u, i, n);
}

/* "Baku,Azerbaijan", "said:The" */
static bool glued_part(const units *u, uint32_t i)
{
    uint32_t mark = cp_at(u, i - 1), before = i > 1 ? cp_at(u, i - 2) : '\n';
    if ((mark != ',' && mark != ':' && mark != ';') || !utf8_is_alpha(before) || in_address(u, i)) return false;
    if (mark == ',') return utf8_is_alpha(cp_at(u, i));
    return is_lower(before) && utf8_is_upper(cp_at(u, i)) && is_lower(cp_at(u, i + 1));
}

/* ---- quotation marks --------------------------------------------------- */

static bool glued_before_mark(const units *u, uint32_t i, marks m, uint32_t straight)
{
    uint32_t mark = cp_at(u, i), before = cp_at(u, i - 1);
    if (!starts_word(cp_at(u, i + 1)) && cp_at(u, i + 1) != OPEN_SINGLE) return false;
    if (mark == OPEN_DOUBLE) return !m.low_opens && (ends_part(before) || starts_word(before));
    if (mark == LOW_DOUBLE) return ends_part(before) || starts_word(before);
    if (mark == OPEN_SINGLE || mark == OPEN_ANGLE) return ends_part(before) && before != ')';
    return mark == '"' && straight % 2 == 0 && (ends_part(before) || is_lower(before));
}

static bool glued_behind_mark(const units *u, uint32_t i, marks m, uint32_t straight)
{
    uint32_t mark = cp_at(u, i - 1), before = cp_before(u, i - 1);
    if (!starts_word(cp_at(u, i))) return false;
    if (mark == CLOSE_DOUBLE) return m.curly && !m.low_opens && !is_gap(before);
    if (mark == CLOSE_SINGLE) return (ends_sentence(before) || before == ',') && utf8_is_alpha(cp_at(u, i));
    return mark == '"' && straight % 2 == 0 && straight > 0 && !is_gap(before);
}

bool glue_at(const units *u, uint32_t i, marks m, uint32_t straight)
{
    if (is_gap(cp_at(u, i)) || is_gap(cp_at(u, i - 1))) return false;
    return glued_sentence(u, i) || glued_part(u, i) || glued_before_mark(u, i, m, straight) ||
           glued_behind_mark(u, i, m, straight);
}
