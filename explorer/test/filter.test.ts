import { describe, expect, test } from 'vitest';
import { Engine, partyMatches } from '../src/filter.ts';
import { EMPTY, type Filters } from '../src/state.ts';
import { madeUp } from './made-up.ts';

// story 1 is told by three reports, one of which denies it; story 2 by one; the last event stands alone
const COLS = madeUp([
  { story: 1, article: 0, type: 'ASSAULT', first: '2020-09-27', last: '2020-09-27', grain: 'day', actor: ['ARM/MIL'], recipient: ['AZE/CVL'], source: ['AZE/GOV'], place: 'Ganja', contested: 1, confidence: 90 },
  { story: 1, article: 1, type: 'ASSAULT', status: 'denied', first: '2020-09-27', last: '2020-09-27', grain: 'day', actor: ['ARM/MIL'], recipient: ['AZE'], source: ['ARM/GOV/MIL', 'ARM'], contested: 1, confidence: 40 },
  { story: 2, article: 1, type: 'CONSULT', first: '2020-10-01', last: '2020-10-31', grain: 'month', actor: ['ARM/GOV', 'AZE/GOV'], place: 'Armenia', confidence: 70 },
  { story: 1, article: 2, type: 'ASSAULT', first: '2020-09-27', last: '2020-09-27', grain: 'day', actor: ['ARM'], recipient: ['AZE'], confidence: 60 },
  { article: 2, type: 'PROTEST', actor: ['---'], last: '2020-11-01', grain: 'range', confidence: 20 },
], [{ outlet: 'A', published: '2024-11-08' }, { outlet: 'B', published: '2020-11-02' }, { outlet: 'B' }]);

function ask(patch: Partial<Filters>, unit: 'story' | 'report' = 'story', found: number[] | null = null) {
  const engine = new Engine(COLS);
  return { engine, result: engine.apply({ ...EMPTY, ...patch }, unit, found) };
}
const picks = (patch: Partial<Filters>, unit: 'story' | 'report' = 'story', found: number[] | null = null): number[] => [...ask(patch, unit, found).result.picks];

test('stories count once, by the first of their records that is in', () => {
  const { result } = ask({});
  expect([...result.picks]).toEqual([0, 2, 4]);
  expect([result.stories, result.events, result.articles]).toEqual([3, 5, 3]);
  expect(picks({ status: ['denied'] })).toEqual([1]);
  expect(picks({}, 'report')).toEqual([0, 1, 2, 3, 4]);
});

describe('each filter alone', () => {
  test.each<[string, Partial<Filters>, number[]]>([
    ['type', { type: ['ASSAULT'] }, [0, 1, 3]], ['two types', { type: ['CONSULT', 'PROTEST'] }, [2, 4]], ['a type that is none', { type: ['NOTHING'] }, []],
    ['actor by country', { actor: ['ARM'] }, [0, 1, 2, 3]], ['actor by kind', { actor: ['/MIL'] }, [0, 1]], ['actor by both', { actor: ['AZE/GOV'] }, [2]],
    ['recipient', { recipient: ['AZE/CVL'] }, [0]], ['no recipient told', { recipient: ['none'] }, [2, 4]],
    ['an actor whose country is not known', { actor: ['---'] }, [4]],
    ['either side', { party: ['AZE'] }, [0, 1, 2, 3]], ['any of the sources', { says: ['ARM'] }, [1]], ['a kind that is not the primary', { says: ['ARM/MIL'] }, [1]],
    ['the outlet itself', { says: ['none'] }, [2, 3, 4]], ['country', { country: ['ARM'] }, [2]], ['no place', { country: ['none'] }, [1, 3, 4]],
    ['place', { place: ['586523'] }, [0]], ['outlet', { outlet: ['A'] }, [0]], ['grain', { grain: ['month'] }, [2]], ['contested', { contested: ['any'] }, [0, 1]],
    ['told with another number', { contested: ['number'] }, []], ['confidence', { confidence: 70 }, [0, 2]],
    ['days', { from: '2020-09-01', until: '2020-10-30' }, [0, 1, 3]], ['a month lies wholly within', { from: '2020-10-01', until: '2020-10-31' }, [2]],
    ['an act of one known bound is in no days', { from: '2020-01-01', until: '2020-12-31' }, [0, 1, 2, 3]],
    ['an act of which only the last day is known is before that day', { until: '2020-12-31' }, [0, 1, 2, 3, 4]],
    ['days of the report', { reported_from: '2020-11-01', reported_until: '2020-11-30' }, [1, 2]],
  ])('%s', (_, patch, wanted) => expect(picks(patch, 'report')).toEqual(wanted));

  test('text: the articles that the server found', () => {
    expect(picks({ text: 'shelling' }, 'report', [101])).toEqual([1, 2]);
    expect(picks({ text: 'nothing' }, 'report', [])).toEqual([]);
  });
});

test('filters are let go as they are taken up', () => {
  const engine = new Engine(COLS);
  engine.apply({ ...EMPTY, type: ['ASSAULT'], actor: ['ARM'] }, 'report');
  engine.apply({ ...EMPTY, actor: ['AZE'] }, 'report');
  expect([...engine.apply(EMPTY, 'report').picks]).toEqual([0, 1, 2, 3, 4]);
});

test('the number beside a choice is what choosing it gives', () => {
  for (const unit of ['story', 'report'] as const) {
    for (const filters of [EMPTY, { ...EMPTY, type: ['ASSAULT'] }, { ...EMPTY, says: ['none'], confidence: 30 }]) {
      const engine = new Engine(COLS);
      engine.apply(filters, unit);
      for (const name of ['type', 'status', 'actor', 'recipient', 'says', 'country', 'outlet', 'grain', 'contested'] as const) {
        for (const { value, count } of engine.facet(name)) {
          const chosen = new Engine(COLS).apply({ ...filters, [name]: [value] }, unit);
          expect([name, value, count]).toEqual([name, value, chosen.picks.length]);
        }
      }
    }
  }
});

test('a facet offers countries, kinds and both, and what is not known', () => {
  const { engine } = ask({});
  const values = engine.facet('says').map((v) => `${v.value} ${v.count}`);
  expect(values).toEqual(['none 3', '/GOV 1', '/MIL 1', 'ARM 1', 'ARM/GOV 1', 'ARM/MIL 1', 'AZE 1', 'AZE/GOV 1']);
});

test.each([['ARM', 'ARM/GOV/MIL', true], ['ARM/MIL', 'ARM/GOV/MIL', true], ['/MIL', 'AZE/MIL', true], ['ARM/MIL', 'AZE/MIL', false], ['ARM/MIL', 'ARM', false], ['AR', 'ARM', false]])(
  '%s asks for %s: %s', (wanted, party, holds) => expect(partyMatches(wanted, party)).toBe(holds));
