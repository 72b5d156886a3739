import { expect, test } from 'vitest';
import { decodeColumns, NO_DAY } from '../src/columns.ts';
import { encode, madeUp } from './made-up.ts';

test('columns come out as they went in', () => {
  const cols = madeUp([
    { story: 7, type: 'ASSAULT', first: '2020-09-27', last: '2020-09-27', grain: 'day', actor: ['ARM/MIL'], recipient: ['AZE', 'AZE/CVL'], place: 'Ganja', contested: 5 },
    { type: 'AGREE', article: 1 },
  ], [{ outlet: 'A', published: '2024-11-08' }, { outlet: 'B', copyOf: 100 }]);
  expect([cols.events, cols.articles]).toEqual([2, 2]);
  expect([...cols.type].map((t) => cols.types[t])).toEqual(['ASSAULT', 'AGREE']);
  expect([...cols.first]).toEqual([18532, NO_DAY]);
  expect([...cols.recipient.at]).toEqual([0, 2, 2]);
  expect([...cols.recipient.list].map((p) => cols.parties[p])).toEqual(['AZE', 'AZE/CVL']);
  expect(cols.places[(cols.place[0] as number) - 1]?.name).toBe('Ganja');
  expect([...cols.copyOf]).toEqual([0, 100]);
});

test('events of a story stand together, lone events alone', () => {
  const cols = madeUp([{ story: 5 }, {}, { story: 3 }, { story: 5 }, {}]);
  const groups = Array.from({ length: cols.groups }, (_, g) => [...cols.groupList.subarray(cols.groupAt[g], cols.groupAt[g + 1])]);
  expect(groups).toEqual([[0, 3], [1], [2], [4]]);
  expect([...cols.groupOf]).toEqual([0, 1, 2, 0, 3]);
});

test('what is no columns, or was cut off, is refused', () => {
  expect(() => decodeColumns(new ArrayBuffer(4))).toThrow('no columns');
  expect(() => decodeColumns(new TextEncoder().encode('{"error":"words"}').buffer as ArrayBuffer)).toThrow('no columns');
  const whole = encode([{ story: 1 }, { story: 2 }], [{}]);
  expect(() => decodeColumns(whole.slice(0, 60))).toThrow('cut off');
  expect(() => decodeColumns(whole.slice(0, whole.byteLength - 8))).toThrow();
});

test('an empty store has empty columns', () => {
  const cols = madeUp([], []);
  expect([cols.events, cols.groups]).toEqual([0, 0]);
});
