import { expect, test } from 'vitest';
import { EMPTY, countFilters, parseState, printState, serverFilters } from '../src/state.ts';
import { commandOf } from '../src/table.tsx';

const FULL = '?type=ASSAULT&type=PROTEST&status=denied&actor=ARM/MIL&says=none&place=586523&outlet=A+%26+B&contested=number&text=%22border+treaty%22+OR+x&from=2020-09-27&until=2020-11-10&confidence=40&view=map&unit=report&days=report&page=3&side=ARM&side=AZE/GOV&zoom=1988-01-01..1994-12-31';

test('an address means the same after a round', () => {
  const state = parseState(FULL);
  expect(state.outlet).toEqual(['A & B']);
  expect(state.text).toBe('"border treaty" OR x');
  expect(state.side).toEqual(['ARM', 'AZE/GOV']);
  expect(printState(state)).toBe(FULL);
  expect(parseState(printState(state))).toEqual(state);
});

test('the start has no query, and what is at its default is left out', () => {
  expect(printState(parseState(''))).toBe('');
  expect(printState(parseState('?view=overview&unit=story&confidence=0&page=0'))).toBe('');
});

test('what an address has wrong is passed over', () => {
  const state = parseState('?view=sunset&confidence=900&page=-1&from=yesterday&until=2020-1-1&type=&type=ASSAULT&type=ASSAULT&colour=%00&unheard=of');
  expect(printState(state)).toBe('?type=ASSAULT&confidence=100');
});

test('filters are counted one by one', () => {
  expect(countFilters(parseState(FULL))).toBe(12);
  expect(countFilters(EMPTY)).toBe(0);
});

test('the server is asked what it knows', () => {
  expect(serverFilters(parseState(FULL)).toString()).toBe(
    'actor=ARM%2FMIL&type=ASSAULT&type=PROTEST&status=denied&place=586523&from=2020-09-27&until=2020-11-10&text=%22border+treaty%22+OR+x&contested=1&min_confidence=0.4');
});

test('a view is a command where the command line can ask it', () => {
  const command = (search: string): string | null => commandOf(parseState(search), parseState(search).unit);
  expect(command('?type=ASSAULT&actor=ARM/MIL&from=2020-09-27&confidence=50')).toBe('dateline query --db FILE --actor ARM/MIL --type ASSAULT --from 2020-09-27 --min-confidence 0.5');
  expect(command("?text=don't%20stop&unit=report&contested=any")).toBe("dateline query --db FILE --text 'don'\\''t stop' --contested --by-report");
  for (const no of ['?type=ASSAULT&type=AID', '?party=ARM', '?outlet=A', '?says=none', '?contested=number', '?reported_from=2020-01-01']) expect(command(no)).toBeNull();
});
