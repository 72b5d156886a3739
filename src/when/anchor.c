/* when/anchor.c: which days does a phrase mean?
 *
 * The closed table of operations that data/when/en.rules may name on its
 * `value` lines; each is a small function from the phrase's slots to a point of
 * time.  What they count from is in reckon.c. */
#include "when/when_internal.h"

enum { MAX_BACK = 30 };                   /* times to look back for the one that ended a length */

static bool has(const slots *s, slot k) { return s->at[k] != UNSET; }
static int32_t get(const slots *s, slot k, int32_t otherwise) { return has(s, k) ? s->at[k] : otherwise; }

static void set_part(const slots *s, reading *out)
{
    if (!has(s, SLOT_part))
        return;
    out->p.part = s->at[SLOT_part];
    out->type = TIMEX_TIME;
}

static void set_clock(const slots *s, reading *out)
{
    if (!has(s, SLOT_hour))
        return;
    int32_t hour = s->at[SLOT_hour];
    if (has(s, SLOT_meridiem))
        hour = hour % 12 + (s->at[SLOT_meridiem] ? 12 : 0);
    out->p.hour = hour;
    out->p.minute = get(s, SLOT_minute, 0);
    out->p.second = s->at[SLOT_second];
    out->p.zone = s->at[SLOT_zone];
    out->type = TIMEX_TIME;
}

/* "1990" and two digits: the second end of "1914-18"; alone, the century that
 * brings them near. */
static int32_t slot_year(const reckoner *r, const slots *s)
{
    int32_t year = get(s, SLOT_year, UNSET), yy = get(s, SLOT_year2, UNSET);
    if (year == UNSET && yy != UNSET) {
        int32_t now = r->published == DAY_NONE ? 2000 : day_ymd(r->published).year;
        year = now / 100 * 100 + yy;
        if (year > now + 10)
            year -= 100;
    } else if (year != UNSET && year < 100 && yy != UNSET && yy >= 100) {
        year += yy / 100 * 100;
    }
    return year != UNSET && get(s, SLOT_era, ERA_ad) == ERA_bc ? 1 - year : year;
}

static void narrow(reading *out, int32_t side)
{
    if (side == UNSET || !value_days(&out->p, &out->first, &out->last, &out->grain) || out->grain == GRAIN_DAY)
        return;
    int32_t n = out->last - out->first + 1;
    day first = out->first;
    out->first = first + n * side / 3;
    out->last = first + n * (side + 1) / 3 - 1;
    out->grain = GRAIN_RANGE;
    out->days_known = true;
}

/* ---- dates ------------------------------------------------------------ */
/* "the 14th": of the month told last, or of the one it can have been. */
static void lone_day(reckoner *r, const match *m, reading *out)
{
    day base = r->published;
    if (r->narrative && r->last_any != NONE) {
        base = r->d->times.at[r->last_any].first;
        out->anchor = r->last_any;
    }
    if (base == DAY_NONE)
        return;
    ymd c = day_ymd(base);
    day there = day_of(c.year, c.month, out->p.mday);
    if (!r->narrative && there > base && reckon_tense(r, m) == TENSE_PAST)
        there = day_of(c.year, c.month - 1, out->p.mday);
    c = day_ymd(there);
    out->p.year = c.year;
    out->p.month = c.month;
    out->basis = BASIS_RELATIVE;
}

/* 29 February: the year nearest to the one supposed that has it. */
static int32_t year_that_has(int32_t year, int month, int32_t mday)
{
    for (int32_t away = 0; mday != UNSET && year != UNSET && away <= 4; away++) {
        if (mday <= day_month_length(year - away, month))
            return year - away;
        if (mday <= day_month_length(year + away, month))
            return year + away;
    }
    return year;
}

static void op_date(reckoner *r, const match *m, const slots *s, reading *out)
{
    point *p = &out->p;
    p->year = slot_year(r, s);
    p->month = s->at[SLOT_month];
    p->mday = get(s, SLOT_day, s->at[SLOT_nth]);
    p->season = s->at[SLOT_season];
    p->half = s->at[SLOT_half];
    p->quarter = s->at[SLOT_quarter];
    int month = p->season != UNSET ? 3 + 3 * p->season : p->quarter != UNSET ? 3 * p->quarter - 2
              : p->half != UNSET ? 6 * p->half - 5 : p->month != UNSET ? p->month : 0;
    if (p->mday != UNSET && (p->mday < 1 || p->mday > (p->month == UNSET ? 31 : day_month_length(p->year == UNSET ? 2000 : p->year, p->month))))
        out->none = true;
    else if (p->year == UNSET && month)
        p->year = year_that_has(reckon_year(r, m, month, p->mday == UNSET ? 0 : p->mday, &out->anchor), month, p->mday);
    else if (p->year == UNSET && p->mday != UNSET)
        lone_day(r, m, out);
    bool coarse = p->season != UNSET || (r->narrative && p->month != UNSET && p->mday == UNSET);
    if (coarse && !has(s, SLOT_year) && reckon_tense(r, m) == TENSE_PRESENT)
        p->year = UNSET;                                  /* "winters are mild": any winter */
    set_part(s, out);
    set_clock(s, out);
    narrow(out, s->at[SLOT_side]);
}

static void op_decade(reckoner *r, const match *m, const slots *s, reading *out)
{
    (void)m;
    int32_t decade = s->at[SLOT_decade];
    if (decade < 100) {
        int32_t now = r->published == DAY_NONE ? 2000 : day_ymd(r->published).year;
        decade += (now - decade) / 100 * 100;
        decade -= decade > now ? 100 : 0;
    }
    if (decade % 100 == 0 && decade < 2000) /* "the 1800s" are the century, "the 2000s" the decade */
        out->p.century = decade / 100;
    else
        out->p.decade = get(s, SLOT_era, ERA_ad) == ERA_bc ? -decade : decade;
    narrow(out, s->at[SLOT_side]);
}

static void op_century(reckoner *r, const match *m, const slots *s, reading *out)
{
    (void)r;
    (void)m;
    int32_t n = get(s, SLOT_nth, 1);
    out->none = n < 1 || n > 30;
    out->p.century = get(s, SLOT_era, ERA_ad) == ERA_bc ? -n : n - 1;
    narrow(out, s->at[SLOT_side]);
}

/* ---- weekdays, months and seasons by their side ------------------------ */
/* Back to the weekday that comes `ahead` days on; "last Thursday" told on a
 * Friday is not the day before. */
static int32_t days_back(int32_t ahead, int32_t which, bool from_report)
{
    if (!ahead)
        return which == -1 ? -7 : 0;
    return ahead == 6 && which == -1 && from_report ? -8 : ahead - 7;
}

static void op_weekday(reckoner *r, const match *m, const slots *s, reading *out)
{
    day base;
    grain exact;
    int32_t wanted = s->at[SLOT_weekday], which = get(s, SLOT_which, UNSET);
    out->basis = BASIS_RELATIVE;
    set_part(s, out);
    set_clock(s, out);
    if (!reckon_base(r, get(s, SLOT_from, FROM_either), UNIT_day, &base, &out->anchor, &exact)) {
        out->value = value_each(r->d->mem, UNIT_day, wanted);
        return;
    }
    tense t = which == UNSET || which == 0 ? reckon_tense(r, m) : TENSE_NONE;
    bool forward = which == 1 || t == TENSE_FUTURE || (which == 0 && t != TENSE_PAST) || (out->anchor != NONE && which != -1);
    int32_t weekday = day_weekday(base), ahead = (wanted - weekday + 7) % 7;
    if (get(s, SLOT_unit, UNIT_day) == UNIT_week)
        ahead = wanted - weekday + 7 * which;
    else if (forward)
        ahead += which == 1 && !ahead ? 7 : 0;
    else
        ahead = days_back(ahead, which, out->anchor == NONE);
    point there = point_of_day(base + ahead);
    out->p.year = there.year;
    out->p.month = there.month;
    out->p.mday = there.mday;
}

/* "last March", "next summer", "this spring" */
static void op_which_month(reckoner *r, const match *m, const slots *s, reading *out)
{
    day base;
    grain exact;
    int32_t which = s->at[SLOT_which];
    out->basis = BASIS_RELATIVE;
    out->p.month = s->at[SLOT_month];
    out->p.season = s->at[SLOT_season];
    out->p.mday = get(s, SLOT_day, s->at[SLOT_nth]);
    if (!reckon_base(r, get(s, SLOT_from, FROM_either), UNIT_year, &base, &out->anchor, &exact))
        return;
    out->p.year = day_ymd(base).year;
    day first, last;
    grain g;
    value_days(&out->p, &first, &last, &g);
    tense t = which ? TENSE_NONE : reckon_tense(r, m);
    if ((which < 0 && last >= base) || (t == TENSE_PAST && first > base))
        out->p.year--;
    if ((which > 0 && first <= base) || (t == TENSE_FUTURE && last < base))
        out->p.year++;
}

/* ---- shifts ----------------------------------------------------------- */
static void vague_shift(const slots *s, reading *out)
{
    out->value = s->at[SLOT_sign] < 0 ? S("PAST_REF") : S("FUTURE_REF");
}

/* Halves of years are months; of anything else, rounded. */
static int32_t whole_number(int32_t hundredths, unit *u)
{
    if (hundredths % 100 && *u == UNIT_year) {
        *u = UNIT_month;
        return hundredths * 12 / 100;
    }
    if (hundredths % 100 && (*u == UNIT_decade || *u == UNIT_century)) {
        hundredths *= *u == UNIT_decade ? 10 : 100;
        *u = UNIT_year;
    }
    return hundredths / 100;
}

static void week_around(reading *out, day there)
{
    out->first = there - 3;
    out->last = there + 3;
    out->grain = GRAIN_RANGE;
    out->days_known = true;
}

static void op_shift(reckoner *r, const match *m, const slots *s, reading *out)
{
    (void)m;
    day base;
    grain exact;
    unit u = (unit)s->at[SLOT_unit];
    int32_t number = get(s, SLOT_number, 100) + (has(s, SLOT_half) ? 50 : 0);
    out->basis = BASIS_RELATIVE;
    if (number < 0) {
        vague_shift(s, out);
        return;
    }
    int32_t n = whole_number(number, &u) * get(s, SLOT_sign, 1);
    unit to = (unit)get(s, SLOT_to, (int32_t)(u == UNIT_week ? UNIT_day : u));
    set_part(s, out);
    if (number > 100 * 4000 || u == UNIT_millennium) {
        out->value = S("PAST_REF");
        return;
    }
    if (!reckon_base(r, get(s, SLOT_from, FROM_published), u == UNIT_week ? UNIT_day : u, &base, &out->anchor, &exact)) {
        out->value = u >= UNIT_month ? S("XXXX") : S("XXXX-XX-XX");
        out->anchor = NONE;
        return;
    }
    day there = u <= UNIT_hour ? base + (u == UNIT_hour ? n / 24 : 0) : day_shift(base, n, u);
    if (u == UNIT_month && exact == GRAIN_YEAR)
        to = UNIT_year;
    reckon_set_unit(&out->p, there, to);
    if (u <= UNIT_hour) {                                 /* its day is known, its hour is not */
        out->value = S("XXXX-XX-XXTXX");
        out->type = TIMEX_TIME;
        out->first = out->last = there;
        out->grain = GRAIN_DAY;
        out->days_known = true;
    }
    if (u == UNIT_week && to == UNIT_day && number > 100)
        week_around(out, there);
}

/* "last year", "this week", "the next month", "that day": n whole units away. */
static void op_which(reckoner *r, const match *m, const slots *s, reading *out)
{
    day base;
    grain exact;
    unit u = (unit)s->at[SLOT_unit];
    out->basis = BASIS_RELATIVE;
    set_part(s, out);
    if (!reckon_base(r, get(s, SLOT_from, FROM_either), u, &base, &out->anchor, &exact)) {
        out->value = out->anchor == NONE || u > UNIT_day ? S("XXXX") : S("XXXX-XX-XX");
        out->anchor = NONE;
        return;
    }
    bool over = u == UNIT_weekend && get(s, SLOT_which, 0) == 0 && day_weekday(base) < 6 && reckon_tense(r, m) == TENSE_PAST;
    base -= over ? 7 : 0;                                 /* "this weekend" told on a Wednesday after it */
    reckon_set_unit(&out->p, day_shift(base, get(s, SLOT_which, 0), u), u);
    if (has(s, SLOT_month)) {
        out->p.month = s->at[SLOT_month];
        out->p.mday = get(s, SLOT_day, s->at[SLOT_nth]);
    }
    out->p.season = get(s, SLOT_season, out->p.season);
    narrow(out, s->at[SLOT_side]);
}

/* "at the time", "in the same period": the time told last, as it was told. */
static void op_same(reckoner *r, const match *m, const slots *s, reading *out)
{
    (void)m;
    (void)s;
    out->none = r->last_any == NONE;
    if (out->none)
        return;
    const timex *t = &r->d->times.at[r->last_any];
    out->value = t->value;
    out->type = t->type;
    out->first = t->first;
    out->last = t->last;
    out->grain = t->grain;
    out->days_known = true;
    out->basis = BASIS_RELATIVE;
    out->anchor = r->last_any;
}

/* "today": in a history no day in particular. */
static void op_today(reckoner *r, const match *m, const slots *s, reading *out)
{
    (void)m;
    out->basis = BASIS_RELATIVE;
    if (r->narrative || r->published == DAY_NONE)
        out->value = S("PRESENT_REF");
    else
        out->p = point_of_day(r->published);
    set_part(s, out);
}

/* ---- clock times ------------------------------------------------------ */
static void op_clock(reckoner *r, const match *m, const slots *s, reading *out)
{
    (void)m;
    set_clock(s, out);
    set_part(s, out);
    out->basis = BASIS_RELATIVE;
    out->none = out->p.hour != UNSET && (out->p.hour > 24 || get(s, SLOT_minute, 0) > 59);
    if (has(s, SLOT_skip)) {                              /* "night raids": no night in particular */
        out->p.mday = 0;
        return;
    }
    bool carries = r->narrative || get(s, SLOT_from, FROM_either) == FROM_text;
    uint32_t day_from = r->sentence_day != NONE ? r->sentence_day : carries ? r->last_day : NONE;
    if (day_from == NONE) {
        if (out->p.hour == UNSET)
            out->p.mday = 0;
        return;
    }
    point at = point_of_day(r->d->times.at[day_from].first);
    out->anchor = day_from;
    out->p.year = at.year;
    out->p.month = at.month;
    out->p.mday = at.mday;
}

/* ---- lengths, repetitions, references ---------------------------------- */
static int32_t slot_number(const slots *s) { return get(s, SLOT_number, 100) + (has(s, SLOT_half) && s->at[SLOT_number] >= 0 ? 50 : 0); }

static void op_duration(reckoner *r, const match *m, const slots *s, reading *out)
{
    (void)m;
    out->type = TIMEX_DURATION;
    out->value = value_duration(r->d->mem, slot_number(s), (unit)s->at[SLOT_unit]);
    const timex *ended = r->ended != NONE ? &r->d->times.at[r->ended] : NULL;
    if (ended && str_eq(ended->value, out->value)) {     /* the same span, told again */
        out->first = ended->first;
        out->last = ended->last;
        out->grain = GRAIN_RANGE;
        out->basis = BASIS_RELATIVE;
        out->anchor = r->ended;
        out->days_known = true;
    }
}

/* "the past 24 hours", "the next three years": a length that ends or begins now. */
static void op_span(reckoner *r, const match *m, const slots *s, reading *out)
{
    day base;
    grain exact;
    op_duration(r, m, s, out);
    unit u = (unit)s->at[SLOT_unit];
    int32_t number = slot_number(s), sign = get(s, SLOT_sign, -1);
    int32_t n = number < 0 ? 0 : whole_number(number, &u);
    if (number < 0 || n > 4000 || !reckon_base(r, get(s, SLOT_from, FROM_either), u, &base, &out->anchor, &exact))
        return;
    day other = u <= UNIT_hour ? base + sign * (u == UNIT_hour ? (n + 23) / 24 : 0) : day_shift(base, sign * n, u);
    out->first = sign < 0 ? other : base;
    out->last = sign < 0 ? base : other;
    out->grain = GRAIN_RANGE;
    out->basis = BASIS_RELATIVE;
    out->days_known = true;
}

/* "ending almost 30 years of occupation": a length that ends with the time told before. */
static void op_ended(reckoner *r, const match *m, const slots *s, reading *out)
{
    op_duration(r, m, s, out);
    int32_t number = slot_number(s);
    unit u = (unit)s->at[SLOT_unit];
    uint32_t i = r->d->times.n, far = i > MAX_BACK ? i - MAX_BACK : 0;
    while (i > far && (r->d->times.at[i - 1].first == DAY_NONE || r->d->times.at[i - 1].basis == BASIS_RELATIVE))
        i--;
    if (out->days_known || number < 100 || i == far || u < UNIT_month || u > UNIT_century)
        return;
    out->anchor = i - 1;
    int32_t n = whole_number(number, &u), year = day_ymd(r->d->times.at[i - 1].last).year;
    out->last = u == UNIT_month ? r->d->times.at[i - 1].last : day_of(year, 12, 31);
    out->first = day_shift(out->last + 1, -n, u);
    out->grain = GRAIN_RANGE;
    out->basis = BASIS_RELATIVE;
    out->days_known = true;
    r->ended = r->d->times.n;
}

static void op_set(reckoner *r, const match *m, const slots *s, reading *out)
{
    (void)m;
    out->type = TIMEX_SET;
    out->value = value_duration(r->d->mem, slot_number(s), (unit)s->at[SLOT_unit]);
}

static void op_each(reckoner *r, const match *m, const slots *s, reading *out)
{
    (void)m;
    out->type = TIMEX_SET;
    out->value = value_each(r->d->mem, (unit)get(s, SLOT_unit, UNIT_day), s->at[SLOT_weekday]);
    if (has(s, SLOT_month))
        out->value = str_printf(r->d->mem, "XXXX-%02d", s->at[SLOT_month]);
    if (has(s, SLOT_part))
        out->value = S("XXXX-XX-XX");
}

static void op_ref(reckoner *r, const match *m, const slots *s, reading *out)
{
    (void)r;
    (void)m;
    out->value = s->at[SLOT_ref] == REF_past ? S("PAST_REF") : s->at[SLOT_ref] == REF_future ? S("FUTURE_REF") : S("PRESENT_REF");
}

static void op_holiday(reckoner *r, const match *m, const slots *s, reading *out)
{
    const holiday *h = &r->w->holidays.at.at[s->at[SLOT_holiday]];
    int32_t year = slot_year(r, s);
    day base = r->published;
    out->basis = year == UNSET ? BASIS_RELATIVE : BASIS_STATED;
    if (year == UNSET && has(s, SLOT_which) && base != DAY_NONE) {
        int32_t which = s->at[SLOT_which];
        year = day_ymd(base).year;
        year += which < 0 && holiday_in(h, year) >= base ? -1 : which > 0 && holiday_in(h, year) <= base ? 1 : 0;
    } else if (year == UNSET) {
        point now = point_of_day(base == DAY_NONE ? holiday_in(h, 2000) : holiday_in(h, day_ymd(base).year));
        year = reckon_year(r, m, now.month, now.mday, &out->anchor);
    }
    if (year == UNSET)
        out->value = S("XXXX-XX-XX");
    else
        out->p = point_of_day(holiday_in(h, year));
    set_part(s, out);
}

static void op_none(reckoner *r, const match *m, const slots *s, reading *out)
{
    (void)r;
    (void)m;
    (void)s;
    out->none = true;
}

static const when_op ops[] = {
    {"date", SLOT_N, op_date},
    {"decade", SLOT_decade, op_decade},
    {"century", SLOT_nth, op_century},
    {"weekday", SLOT_weekday, op_weekday},
    {"which-month", SLOT_which, op_which_month},
    {"shift", SLOT_unit, op_shift},
    {"which", SLOT_unit, op_which},
    {"same", SLOT_N, op_same},
    {"today", SLOT_N, op_today},
    {"clock", SLOT_N, op_clock},
    {"duration", SLOT_unit, op_duration},
    {"span", SLOT_unit, op_span},
    {"ended", SLOT_unit, op_ended},
    {"passed", SLOT_unit, op_duration},
    {"set", SLOT_unit, op_set},
    {"each", SLOT_N, op_each},
    {"ref", SLOT_ref, op_ref},
    {"holiday", SLOT_holiday, op_holiday},
    {"none", SLOT_N, op_none},
};

bool anchor_op_find(str name, const when_op **out)
{
    for (size_t i = 0; i < sizeof ops / sizeof *ops; i++)
        if (str_is(name, ops[i].name))
            return *out = &ops[i], true;
    return false;
}

/* ---- one phrase ------------------------------------------------------- */
slots anchor_slots(const match *m, uint32_t k)
{
    const phrase *p = m->phrase;
    const result *v = &p->value[k < p->n_values ? k : p->n_values - 1];
    slots s = m->slots;
    s.at[SLOT_side] = m->side[k < MAX_SPANS ? k : 0];
    for (uint32_t i = 0; i < v->n_args; i++)
        s.at[v->arg[i].slot] = v->arg[i].from_slot ? m->slots.at[v->arg[i].source] : v->arg[i].value;
    return s;
}

static range tokens_of(const reckoner *r, range span)
{
    uint32_t first = r->token_at[span.first], last = r->token_at[span.end - 1];
    return first == NONE || last == NONE ? (range){0, 0} : (range){first, last + 1};
}

/* A clock time just before, in this sentence, waits for its day: "at 9:34 p.m. on March 19". */
static void give_day_back(reckoner *r, uint32_t i)
{
    if (i == 0 || r->d->times.at[i].grain != GRAIN_DAY)
        return;
    timex *t = &r->d->times.at[i - 1];
    const timex *at = &r->d->times.at[i];
    bool same = t->tok.end && at->tok.end && r->d->tokens.at[t->tok.first].sent == r->d->tokens.at[at->tok.first].sent;
    if (!same || t->type != TIMEX_TIME || t->first != DAY_NONE || !t->value.len || t->value.ptr[0] != 'T')
        return;
    str date = day_print(r->d->mem, at->first);
    t->value = str_printf(r->d->mem, STR_FMT STR_FMT, STR_ARG(date), STR_ARG(t->value));
    t->first = t->last = at->first;
    t->grain = GRAIN_DAY;
    t->basis = BASIS_RELATIVE;
    t->anchor = i;
}

static void finish(reckoner *r, reading *out, timex *t)
{
    t->type = out->type;
    t->value = out->value.len ? out->value : value_point(r->d->mem, &out->p);
    t->first = t->last = DAY_NONE;
    t->grain = GRAIN_NONE;
    t->basis = out->basis;
    t->anchor = out->anchor;
    if (out->days_known) {
        t->first = out->first;
        t->last = out->last;
        t->grain = out->grain;
    } else if (!out->value.len) {
        value_days(&out->p, &t->first, &t->last, &t->grain);
    }
    if (t->first == DAY_NONE)
        t->basis = BASIS_UNSTATED;
}

void anchor_add(reckoner *r, const match *m, uint32_t k)
{
    const phrase *p = m->phrase;
    slots s = anchor_slots(m, k);
    reading out = {.p = point_none(), .type = TIMEX_DATE, .basis = BASIS_STATED, .anchor = NONE};
    range tok = tokens_of(r, m->span[k]);
    uint32_t sentence = tok.end ? r->d->tokens.at[tok.first].sent : r->sentence;
    if (sentence != r->sentence)
        r->sentence_day = NONE;
    r->sentence = sentence;
    const when_op *op = p->value[k < p->n_values ? k : p->n_values - 1].op;
    if (op->needs != SLOT_N && !has(&s, op->needs))
        return;
    op->reckon(r, m, &s, &out);
    if (out.none)
        return;
    timex *t = array_add(r->d->mem, r->d->times);
    t->span = (range){r->a->at[m->span[k].first].start, r->a->at[m->span[k].end - 1].end};
    t->tok = tok;
    t->why = p->why;
    finish(r, &out, t);
    give_day_back(r, r->d->times.n - 1);
    reckon_remember(r, r->d->times.n - 1, has(&s, SLOT_year));
}
