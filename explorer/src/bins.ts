// bins.ts: how many acts fall on which days?
//
// An act whose days lie within one bar is counted there whole.  One that is only
// known to a month, a year or a range is spread evenly over the bars that its days
// touch, and kept apart as not exact, so that it can be drawn hatched.  One with
// one known bound stands at that bound, not exact.  Unknown days are in no bar.
import { NO_DAY, type Columns } from './columns.ts';

export const BAR_GRAINS = ['day', 'week', 'month', 'quarter', 'year', 'decade'] as const;
export type BarGrain = (typeof BAR_GRAINS)[number];
export const BAR_DAYS: Record<BarGrain, number> = { day: 1, week: 7, month: 30.44, quarter: 91.3, year: 365.25, decade: 3652.5 };
const MONTHS: Partial<Record<BarGrain, number>> = { month: 1, quarter: 3, year: 12, decade: 120 };
const DAY_MS = 86_400_000;

/** Half-open: days from .. to - 1. */
export interface Domain { from: number; to: number }

/** The finest bars of which no more than `most` fit. */
export function grainFor({ from, to }: Domain, most: number): BarGrain {
  return BAR_GRAINS.find((grain) => (to - from) / BAR_DAYS[grain] <= most) ?? 'decade';
}

function startOf(grain: BarGrain, day: number): number {
  const months = MONTHS[grain];
  if (grain === 'week') return day - (((day + 3) % 7) + 7) % 7;
  if (months === undefined) return day;
  const date = new Date(day * DAY_MS);
  const index = date.getUTCFullYear() * 12 + date.getUTCMonth();
  return monthStart(Math.floor(index / months) * months);
}
function monthStart(index: number): number {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(index / 12), ((index % 12) + 12) % 12, 1);
  return Math.round(date.getTime() / DAY_MS);
}
function nextStart(grain: BarGrain, start: number): number {
  const months = MONTHS[grain];
  if (months === undefined) return start + (grain === 'week' ? 7 : 1);
  const date = new Date(start * DAY_MS);
  return monthStart(date.getUTCFullYear() * 12 + date.getUTCMonth() + months);
}

/** Where bars begin; the last number is where the last one ends.  Bar i holds the days edges[i] .. edges[i + 1] - 1. */
export function barEdges(grain: BarGrain, { from, to }: Domain): Int32Array {
  const edges = [startOf(grain, from)];
  while ((edges.at(-1) as number) < to && edges.length < 4000) edges.push(nextStart(grain, edges.at(-1) as number));
  return Int32Array.from(edges);
}

/** Of each day of the edges' range the bar it is in: one look instead of a search. */
function barOfDay(edges: Int32Array): Uint16Array {
  const first = edges[0] as number;
  const table = new Uint16Array((edges.at(-1) as number) - first);
  for (let b = 0; b + 1 < edges.length; b++) table.fill(b, (edges[b] as number) - first, (edges[b + 1] as number) - first);
  return table;
}

export interface Bars {
  edges: Int32Array;
  /** keys × bars: acts whose days lie within the bar, and shares of those whose days do not */
  sure: Float64Array[]; spread: Float64Array[];
  before: number; after: number; unknown: number;
}

/** Acts by their own days. */
export function binActs(cols: Columns, picks: Uint32Array, edges: Int32Array, keyOf: (e: number) => number, keys: number): Bars {
  const bars = edges.length - 1, low = edges[0] as number, high = edges[bars] as number, table = barOfDay(edges);
  const sure = Array.from({ length: keys }, () => new Float64Array(bars));
  const spread = Array.from({ length: keys }, () => new Float64Array(bars));
  // shares a day, as steps up and down between whole bars
  const steps = Array.from({ length: keys }, () => new Float64Array(bars + 1));
  const { first, last } = cols;
  let before = 0, after = 0, unknown = 0;
  for (let i = 0; i < picks.length; i++) {
    const e = picks[i] as number, k = keyOf(e);
    const open = first[e] === NO_DAY || last[e] === NO_DAY;
    const a = (first[e] === NO_DAY ? last[e] : first[e]) as number, b = (last[e] === NO_DAY ? first[e] : last[e]) as number;
    if (a === NO_DAY) unknown++;
    else if (b < low) before++;
    else if (a >= high) after++;
    else {
      const from = a < low ? 0 : (table[a - low] as number), to = b >= high ? bars - 1 : (table[b - low] as number);
      if (open) spread[k]![from]!++;
      else if (from === to && a >= low && b < high) sure[k]![from]!++;
      else share(a, b, from, to, edges, spread[k] as Float64Array, steps[k] as Float64Array);
    }
  }
  for (let k = 0; k < keys; k++) {
    let aDay = 0;
    for (let b = 0; b < bars; b++) {
      aDay += steps[k]![b] as number;
      if (aDay > 1e-12) spread[k]![b]! += aDay * ((edges[b + 1] as number) - (edges[b] as number));
    }
  }
  return { edges, sure, spread, before, after, unknown };
}

/** One act over the days a .. b: the outer bars get the days that they hold, those between a step. */
function share(a: number, b: number, from: number, to: number, edges: Int32Array, spread: Float64Array, steps: Float64Array): void {
  const aDay = 1 / (b - a + 1);
  const held = (bar: number): number => Math.min(b + 1, edges[bar + 1] as number) - Math.max(a, edges[bar] as number);
  spread[from]! += held(from) * aDay;
  if (to === from) return;
  spread[to]! += held(to) * aDay;
  steps[from + 1]! += aDay;
  steps[to]! -= aDay;
}

/** The same acts by the days of their reports. */
export function binReports(cols: Columns, picks: Uint32Array, edges: Int32Array, keyOf: (e: number) => number, keys: number): Bars {
  const bars = edges.length - 1, low = edges[0] as number, high = edges[bars] as number, table = barOfDay(edges);
  const sure = Array.from({ length: keys }, () => new Float64Array(bars));
  const spread = Array.from({ length: keys }, () => new Float64Array(bars));
  const { published, article } = cols;
  let before = 0, after = 0, unknown = 0;
  for (let i = 0; i < picks.length; i++) {
    const e = picks[i] as number, day = published[article[e] as number] as number;
    if (day === NO_DAY) unknown++;
    else if (day < low) before++;
    else if (day >= high) after++;
    else sure[keyOf(e)]![table[day - low] as number]!++;
  }
  return { edges, sure, spread, before, after, unknown };
}

/** Where nearly all acts and reports of a store lie: the shortest span with that share of them, if it is much shorter than
 * the whole.  A few acts of long ago must not squeeze the rest; they are counted beside. */
export function usualDomain(cols: Columns, share = 0.93): Domain {
  const step = Math.max(1, Math.floor(cols.events / 20_000)), all = new Int32Array(2 * Math.ceil(cols.events / step));
  let n = 0;
  for (let e = 0; e < cols.events; e += step) {
    const a = cols.first[e] as number, b = cols.last[e] as number, day = cols.published[cols.article[e] as number] as number;
    if (a !== NO_DAY || b !== NO_DAY) all[n++] = a === NO_DAY ? b : a;
    if (day !== NO_DAY) all[n++] = day;
  }
  const days = all.subarray(0, n).sort(), whole = wholeDomain(cols), held = Math.ceil(n * share);
  let best = 0;
  for (let i = 0; i + held - 1 < days.length; i++) {
    if (width(days, i, held) < width(days, best, held)) best = i;
  }
  if (days.length < 20 || width(days, best, held) > 0.6 * (whole.to - whole.from)) return whole;
  const margin = Math.ceil(0.03 * width(days, best, held));
  return { from: Math.max(whole.from, (days[best] as number) - margin), to: Math.min(whole.to, (days[best + held - 1] as number) + 1 + margin) };
}
function width(days: Int32Array, at: number, held: number): number {
  return (days[at + held - 1] as number) - (days[at] as number);
}

/** Everything: from the first day of any act or report to the last. */
export function wholeDomain(cols: Columns): Domain {
  let from = 2147483647, to = NO_DAY;
  for (const column of [cols.first, cols.last, cols.published]) {
    for (const day of column) {
      if (day === NO_DAY) continue;
      if (day < from) from = day;
      if (day > to) to = day;
    }
  }
  return to === NO_DAY ? { from: 0, to: 1 } : { from, to: to + 1 };
}
