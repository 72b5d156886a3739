import { expect, test } from 'vitest';
import type { Row } from '../src/api.ts';
import { csvHead, csvRows } from '../src/csv.ts';
import { cellOf, countPairs } from '../src/pairs.ts';
import { sortPicks } from '../src/sort.ts';
import { daysLabel, dayNumber, partyLabel } from '../src/words.ts';
import { flatten, unwrap } from '../src/world.ts';
import { madeUp } from './made-up.ts';

const COLS = madeUp([
  { type: 'ASSAULT', actor: ['ARM/MIL'], recipient: ['AZE/CVL', 'AZE'], source: ['AZE/GOV', 'AZE/JRN'], first: '2020-09-27', last: '2020-09-27', confidence: 90 },
  { type: 'CONSULT', actor: ['ARM/GOV', 'AZE/GOV', 'RUS'], first: '2020-11-09', last: '2020-11-09', article: 1, confidence: 70 },
  { type: 'ACCUSE', actor: ['AZE/GOV'], recipient: ['ARM'], article: 1, confidence: 80 },
  { type: 'PROTEST', actor: ['---'], recipient: ['ARM'], last: '2019-01-01', confidence: 60 },
], [{ outlet: 'B Wire', published: '2024-11-08' }, { outlet: 'A Daily', published: '2020-11-10' }]);
const ALL = Uint32Array.of(0, 1, 2, 3);

test('pairs: who to whom, by country, each once; acts among equals apart', () => {
  const pairs = countPairs(COLS, ALL, 'country', 'does', 10);
  expect(pairs.names).toEqual(['ARM', 'AZE', 'RUS']);
  expect([...pairs.totals]).toEqual([4, 3, 1]);
  expect(cellOf(pairs.cells, 0 * 3 + 1)).toEqual({ total: 1, quad: 3 });
  expect(cellOf(pairs.cells, 1 * 3 + 0)).toEqual({ total: 1, quad: 2 });
  expect([0 * 3 + 1, 0 * 3 + 2, 1 * 3 + 2].map((at) => cellOf(pairs.together, at).total)).toEqual([1, 1, 1]);
  expect(pairs.oneSided).toBe(1);
});

test('pairs: parties with their kind, and who says what of whom by the innermost source', () => {
  expect(countPairs(COLS, ALL, 'party', 'does', 10).names).toEqual(['ARM', 'AZE/GOV', 'ARM/GOV', 'ARM/MIL', 'AZE', 'AZE/CVL', 'RUS']);
  const says = countPairs(COLS, ALL, 'country', 'says', 10), at = says.names.indexOf('AZE') * says.names.length + says.names.indexOf('ARM');
  expect(cellOf(says.cells, at).total).toBe(1);
  expect(says.oneSided).toBe(3);
});

test('rows sort by each column, unknown last either way', () => {
  expect([...sortPicks(COLS, ALL, 'day', 'down')]).toEqual([1, 0, 3, 2]);
  expect([...sortPicks(COLS, ALL, 'day', 'up')]).toEqual([3, 0, 1, 2]);
  expect([...sortPicks(COLS, ALL, 'confidence', 'down')]).toEqual([0, 2, 1, 3]);
  expect([...sortPicks(COLS, ALL, 'outlet', 'up')]).toEqual([1, 2, 0, 3]);
  expect([...sortPicks(COLS, ALL, 'reported', 'up')]).toEqual([1, 2, 0, 3]);
});

test('rows sort by how many articles tell the story, not by how many records', () => {
  const cols = madeUp([{ story: 1, article: 0 }, { story: 1, article: 0 }, { story: 1, article: 0 }, { story: 2, article: 0 }, { story: 2, article: 1 }], [{}, {}]);
  expect([...sortPicks(cols, Uint32Array.of(0, 3), 'reports', 'down')]).toEqual([3, 0]);
});

test('CSV has the columns of the command line, and quotes what must be', () => {
  const party = { text: 'Armenia', name: 'Armenia', code: 'ARM', sector: ['GOV', 'MIL'], span: null };
  const row: Row = {
    n: 1, story: 4, article: 2, doc: 'd', outlet: 'The "Wire"', title: 'One,\ntwo', url: null, published: '2024-11-08', reports: 3, originals: 2, contested: true, denied: true, other_actor: false, other_number: false, corrections: 0,
    record: { id: 'e1', doc: 'd', published: '2024-11-08', outlet: null, type: 'ASSAULT', mode: null, context: ['military', 'territory'], cameo: '190', quad: 'MATERIAL CONFLICT', actor: [party, { ...party, text: 'Russia', code: 'RUS', sector: [] }], recipient: [],
      when: { text: null, start: '2020-09-27', end: null, grain: 'range', basis: 'stated', span: null }, where: [], according_to: [], quote: 'none', status: 'actual', trigger: { text: 'x', span: null }, evidence: { text: 'x', span: null }, counts: [], same_as: null, confidence: 0.83, because: [] },
  };
  expect(csvHead().split(',')).toHaveLength(37);
  expect(csvRows([row])).toBe('4,3,2,1,1,0,0,e1,2020-09-27,,range,stated,ASSAULT,,military;territory,190,MATERIAL CONFLICT,ARM/GOV/MIL+RUS,Armenia+Russia,,,,,,,,,,none,actual,0.83,d,"The ""Wire""","One,\ntwo",,2024-11-08,x\r\n');
});

test('days and parties read as words', () => {
  const label = (a: string | null, b: string | null, grain: string | null): string => daysLabel(dayNumber(a), dayNumber(b), grain).replaceAll('\u00a0', ' ');
  expect(label('2020-09-27', '2020-09-27', 'day')).toBe('27 Sept 2020');
  expect(label('1995-01-01', '1995-01-31', 'month')).toBe('January 1995');
  expect(label('1994-01-01', '1994-12-31', 'year')).toBe('1994');
  expect(label(null, '2019-05-03', 'range')).toBe('by 3 May 2019');
  expect(label(null, null, null)).toBe('day unknown');
  expect(partyLabel('ARM/GOV/MIL')).toBe('Armenia · government, armed forces');
  expect(partyLabel('/COP')).toBe('police');
  expect(partyLabel('KOS')).toBe('Kosovo');
});

test('land beyond the 180th meridian is drawn at both edges, without jumps', () => {
  const fiji = [[179, -16], [-179, -16], [-179, -17], [179, -17], [179, -16]];
  expect(unwrap(fiji).ring.map(([lon]) => lon)).toEqual([179, 181, 181, 179, 179]);
  const two = flatten([fiji]);
  expect(two.map(([ring]) => ring?.map(([lon]) => lon))).toEqual([[179, 181, 181, 179, 179], [-181, -179, -179, -181, -181]]);
  expect(flatten([[[0, 0], [1, 0], [1, 1], [0, 0]]])).toHaveLength(1);
  const [[closed = []] = []] = flatten([[[-180, -80], [-60, -75], [60, -75], [180, -80], [-180, -80]]]);
  expect(closed).toEqual([[-180, -80], [-60, -75], [60, -75], [180, -80], [180, -80], [180, -90], [-180, -90], [-180, -80]]);
});
