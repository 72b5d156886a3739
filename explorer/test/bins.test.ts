import { describe, expect, test } from 'vitest';
import { barEdges, binActs, binReports, grainFor, usualDomain, wholeDomain, BAR_GRAINS } from '../src/bins.ts';
import { dayNumber, isoDay } from '../src/words.ts';
import { madeUp, type MadeUp } from './made-up.ts';

const day = (iso: string): number => dayNumber(iso) as number;
const domain = (from: string, until: string) => ({ from: day(from), to: day(until) + 1 });

describe('bars', () => {
  test.each([
    ['week', '2020-09-30', '2020-10-07', ['2020-09-28', '2020-10-05', '2020-10-12']],
    ['month', '2019-12-31', '2020-02-01', ['2019-12-01', '2020-01-01', '2020-02-01', '2020-03-01']],
    ['quarter', '2020-02-29', '2020-04-01', ['2020-01-01', '2020-04-01', '2020-07-01']],
    ['year', '1969-07-20', '1970-01-01', ['1969-01-01', '1970-01-01', '1971-01-01']],
    ['decade', '1915-04-24', '1939-09-01', ['1910-01-01', '1920-01-01', '1930-01-01', '1940-01-01']],
    ['decade', '0099-01-01', '0100-01-01', ['0090-01-01', '0100-01-01', '0110-01-01']],
  ] as const)('of a %s from %s to %s', (grain, from, until, edges) => expect([...barEdges(grain, domain(from, until))].map(isoDay)).toEqual(edges));

  test('the finest that fit are taken', () => {
    expect(grainFor(domain('2020-01-01', '2020-01-31'), 60)).toBe('day');
    expect(grainFor(domain('2019-01-01', '2020-12-31'), 110)).toBe('week');
    expect(grainFor(domain('1900-01-01', '2024-12-31'), 60)).toBe('decade');
  });
});

const EVENTS: MadeUp[] = [
  { first: '2020-09-27', last: '2020-09-27', grain: 'day' },
  { first: '2020-09-01', last: '2020-09-30', grain: 'month' },
  { first: '2020-01-01', last: '2020-12-31', grain: 'year' },
  { last: '2020-10-05', grain: 'range' },
  { first: '1994-05-12', last: '1994-05-12', grain: 'day' },
  { first: '2030-01-01', last: '2030-01-01', grain: 'day' },
  {},
  { first: '1988-02-20', last: '2020-08-02', grain: 'range' },
];
const COLS = madeUp(EVENTS, [{ published: '2020-10-27' }]);
const ALL = Uint32Array.from(EVENTS.keys());

test('an act stands whole in the bar that holds its days; others are spread over theirs', () => {
  const bars = binActs(COLS, ALL, barEdges('month', domain('2020-08-01', '2020-10-31')), () => 0, 1);
  expect([...(bars.sure[0] as Float64Array)]).toEqual([0, 2, 0]);
  const years = 31 / 366, spread = [...(bars.spread[0] as Float64Array)];
  expect(spread[0]).toBeCloseTo(years + 2 / (day('2020-08-02') - day('1988-02-20') + 1), 9);
  expect(spread[1]).toBeCloseTo(30 / 366, 9);
  expect(spread[2]).toBeCloseTo(years + 1, 9);
  expect([bars.before, bars.after, bars.unknown]).toEqual([1, 1, 1]);
});

test.each(BAR_GRAINS.filter((grain) => grain !== 'day'))('no act is lost or counted twice in bars of a %s', (grain) => {
  const bars = binActs(COLS, ALL, barEdges(grain, domain('1988-01-01', '2031-12-31')), () => 0, 1);
  const total = [...(bars.sure[0] as Float64Array), ...(bars.spread[0] as Float64Array)].reduce((a, b) => a + b, 0);
  expect(total + bars.unknown).toBeCloseTo(EVENTS.length, 9);
  expect([bars.before, bars.after, bars.unknown]).toEqual([0, 0, 1]);
});

test('bars of a day', () => {
  const bars = binActs(COLS, Uint32Array.of(0, 1, 2), barEdges('day', domain('2020-09-26', '2020-09-28')), () => 0, 1);
  expect([...(bars.sure[0] as Float64Array)]).toEqual([0, 1, 0]);
  for (const share of bars.spread[0] as Float64Array) expect(share).toBeCloseTo(1 / 30 + 1 / 366, 9);
});

test('keys part the bars', () => {
  const bars = binActs(COLS, ALL, barEdges('year', domain('2020-01-01', '2020-12-31')), (e) => e % 2, 2);
  expect([bars.sure[0]?.[0], bars.sure[1]?.[0]]).toEqual([2, 1]);
});

test('reports stand on the days of their articles', () => {
  const bars = binReports(COLS, ALL, barEdges('month', domain('2020-08-01', '2020-10-31')), () => 0, 1);
  expect([...(bars.sure[0] as Float64Array)]).toEqual([0, 0, 8]);
});

test('a few acts of long ago do not squeeze the rest', () => {
  const many = Array.from({ length: 100 }, (_, i): MadeUp => ({ first: isoDay(18000 + i), last: isoDay(18000 + i), grain: 'day' }));
  const cols = madeUp([...many, { first: '1867-01-01', last: '1867-12-31', grain: 'year' }], [{ published: isoDay(18050) }]);
  const usual = usualDomain(cols);
  expect(usual.from).toBeGreaterThanOrEqual(17990);
  expect(usual.to).toBeLessThanOrEqual(18110);
  expect(isoDay(wholeDomain(cols).from)).toBe('1867-01-01');
  expect(usualDomain(madeUp(many))).toEqual(wholeDomain(madeUp(many)));
});
