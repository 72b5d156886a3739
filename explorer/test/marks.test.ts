import { describe, expect, test } from 'vitest';
import type { Attribution, Count, EventRecord, Row } from '../src/api.ts';
import { differences, groupOf, numbersGo, tellerOf } from '../src/compare.ts';
import { claimTree, recordMarks, triggerMarks } from '../src/marks.ts';
import { unitsOf } from '../src/spans.ts';
import { claimTitle } from '../src/text.tsx';

function record(more: Partial<EventRecord>): EventRecord {
  return {
    id: 'e', doc: 'd', published: null, outlet: null, type: 'ASSAULT', mode: null, context: [], cameo: null, quad: null, actor: [], recipient: [],
    when: { text: null, start: null, end: null, grain: null, basis: 'unstated', span: null }, where: [], according_to: [], quote: 'none', status: 'actual',
    trigger: { text: null, span: null }, evidence: { text: null, span: null }, counts: [], same_as: null, confidence: 1, because: [], ...more,
  };
}
function row(n: number, more: Partial<EventRecord>): Row {
  return { n, story: 1, article: n, doc: 'd', outlet: 'O', title: null, url: null, published: null, reports: 1, originals: 1, contested: false, denied: false, other_actor: false, other_number: false, corrections: 0, record: record(more) };
}
const party = (code: string, sector: string[] = []): EventRecord['actor'][number] => ({ text: code, name: code, code, sector, span: null });
const count = (low: number | null, high: number | null, what = 'killed'): Count => ({ what, low, high, text: null, span: null });
const said = (ord: number, within: number | null): Attribution => ({ ord, within, kind: 'indirect', stance: 'asserted', speech: true, name: `s${ord}`, code: null, sectors: [], source: [[0, 1]], cue: [[1, 2]], content: [[2, 4]] });

describe('marks', () => {
  const units = unitsOf('🚀ab cd');
  test('spans become units, spans that are none vanish', () => {
    expect(triggerMarks(units, [row(7, { trigger: { text: 'ab', span: [1, 3] } }), row(8, {}), row(9, { trigger: { text: '?', span: [5, 99] } })])).toEqual([{ span: [2, 4], layer: 'trigger', id: 7 }]);
    const marks = recordMarks(units, record({ actor: [{ ...party('ARM'), span: [0, 1] }], counts: [{ ...count(1, 1), span: [4, 6] }] }), 3);
    expect(marks).toEqual([{ span: [0, 2], layer: 'of-actor', id: 3 }, { span: [5, 7], layer: 'of-count', id: 3 }]);
  });
  test('claims nest, and a circle does not hang', () => {
    const { roots, all } = claimTree(units, [said(0, null), said(1, 0), said(2, 1), said(3, 99), said(4, 5), said(5, 4)]);
    expect(all.map((c) => c.depth).slice(0, 4)).toEqual([0, 1, 2, 0]);
    expect(roots.map((c) => c.of.ord)).toEqual([0, 3, 5]);
    expect(claimTitle(all[2] as (typeof all)[number])).toBe('s0 › s1 › s2');
  });
});

describe('a story in groups', () => {
  test('by how the source speaks, by who the source is', () => {
    expect([row(1, {}), row(2, { status: 'denied' }), row(3, { status: 'planned' })].map(groupOf)).toEqual(['told', 'denied', 'other']);
    expect(tellerOf(row(1, { according_to: [{ ...party('ARM', ['GOV']), cue: null, cue_span: null }] }))).toBe('ARM/GOV');
    expect(tellerOf(row(1, {}))).toBe('');
  });
  test('numbers clash only where both cannot be right', () => {
    expect(numbersGo(count(12, 12), count(10, null))).toBe(true);
    expect(numbersGo(count(3, 3), count(10, null))).toBe(false);
    expect(numbersGo(count(3, 3), count(10, null, 'injured'))).toBe(true);
    expect(numbersGo(count(null, 5), count(6, 6))).toBe(false);
  });
  test('differences of who, how many, when and where; a denial tells none of its own', () => {
    const label = (c: Count): string => `${c.low}`;
    const rows = [row(1, { actor: [party('ARM')], counts: [count(12, 12)] }), row(2, { actor: [party('AZE')], counts: [count(20, null)] }), row(3, { actor: [party('ARM')], status: 'denied' })];
    expect(differences(rows, label).map((d) => [d.field, d.values.map((v) => v.value)])).toEqual([['actor', ['ARM', 'AZE']], ['number', ['12', '20']]]);
    expect(differences([rows[0] as Row, rows[2] as Row], label)).toEqual([]);
    expect(differences([row(1, { actor: [party('---')] }), row(2, { actor: [party('ARM')] })], label)).toEqual([]);
  });
});
