// compare.ts: who tells one act how?  Reports of a story in groups, and where they differ.
import type { Count, Row } from './api.ts';
import { groupBy } from './group.ts';

export type Group = 'told' | 'denied' | 'other';
/** As the source speaks of it: done, denied, or planned, demanded, supposed. */
export function groupOf(row: Row): Group {
  return row.record.status === 'actual' ? 'told' : row.record.status === 'denied' ? 'denied' : 'other';
}

/** Who answers for it: the innermost source, else the outlet. */
export function tellerOf(row: Row): string {
  const source = row.record.according_to[0];
  return source ? [source.code, ...source.sector].join('/') : '';
}

function codes(list: readonly { code: string }[]): string {
  return [...new Set(list.map((p) => p.code).filter((code) => code !== '---'))].sort().join('+');
}

export function numbersGo(a: Count, b: Count): boolean {
  if (a.what !== b.what) return true;
  return !((a.high !== null && b.low !== null && b.low > a.high) || (b.high !== null && a.low !== null && a.low > b.high));
}

/** What is told in more ways than one: each value with the records that have it; the most told first. */
export interface Difference { field: 'actor' | 'number' | 'day' | 'place'; what: string; values: { value: string; rows: Row[] }[] }

function ways(rows: readonly Row[], field: Difference['field'], what: string, value: (row: Row) => string): Difference[] {
  const groups = [...groupBy(rows.filter((row) => value(row) !== ''), value)].map(([v, list]) => ({ value: v, rows: list }));
  if (groups.length < 2) return [];
  return [{ field, what, values: groups.sort((a, b) => b.rows.length - a.rows.length) }];
}

/** Denials tell no actor and no number of their own. */
export function differences(rows: readonly Row[], number: (count: Count) => string): Difference[] {
  const told = rows.filter((row) => groupOf(row) !== 'denied');
  const kinds = [...new Set(told.flatMap((row) => row.record.counts.map((c) => c.what)))];
  const numbers = kinds.flatMap((what) => {
    const counts = told.flatMap((row) => row.record.counts.filter((c) => c.what === what));
    const clash = counts.some((a) => counts.some((b) => !numbersGo(a, b)));
    return clash ? ways(told, 'number', what, (row) => row.record.counts.filter((c) => c.what === what).map(number).join(', ')) : [];
  });
  return [
    ...ways(told, 'actor', 'who did it', (row) => codes(row.record.actor)), ...numbers,
    ...ways(told, 'day', 'the day', (row) => (row.record.when.start ? `${row.record.when.start}${row.record.when.end !== row.record.when.start ? ` – ${row.record.when.end ?? '?'}` : ''}` : '')),
    ...ways(told, 'place', 'the place', (row) => row.record.where[0]?.name ?? ''),
  ];
}
