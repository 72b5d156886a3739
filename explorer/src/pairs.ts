// pairs.ts: who to whom, how often, with what kind of act?  Of the parties that
// are named most; the network and the matrix draw the same numbers.
import type { Columns, PartyLists } from './columns.ts';
import { quadIndex } from './panel.tsx';

export type Level = 'country' | 'party';
/** does: actor → recipient.  says: innermost source → actor of what it tells. */
export type Links = 'does' | 'says';

export interface Pairs {
  /** as filters take them: "ARM" or "ARM/GOV"; most often named first */
  names: string[];
  /** stories (or records) in which the party stands on either side */
  totals: Uint32Array;
  /** cells[(from * names.length + to) * 4 + quad] */
  cells: Uint32Array;
  /** the same for acts of several actors among themselves, from < to */
  together: Uint32Array;
  /** acts with no party on one of the sides */
  oneSided: number;
}

/** Of each party of the columns the index of its name at this level; -1: not known. */
function levelOf(cols: Columns, level: Level): { names: string[]; of: Int32Array } {
  const index = new Map<string, number>(), names: string[] = [];
  const of = Int32Array.from(cols.parties, (party) => {
    const [code = '', sector = ''] = party.split('/');
    if (code === '---' || code === '') return -1;
    const name = level === 'party' && sector ? `${code}/${sector}` : code;
    let at = index.get(name);
    if (at === undefined) {
      index.set(name, (at = names.length));
      names.push(name);
    }
    return at;
  });
  return { names, of };
}

function within(list: Int32Array, n: number, p: number): boolean {
  for (let k = 0; k < n; k++) if (list[k] === p) return true;
  return false;
}

/** The parties of one side of event e, each once, into `out`; how many. */
function side({ at, list }: PartyLists, e: number, of: Int32Array, out: Int32Array, inner: boolean): number {
  let n = 0;
  const begin = at[e] as number, end = inner ? Math.min(begin + 1, at[e + 1] as number) : (at[e + 1] as number);
  for (let i = begin; i < end && n < out.length; i++) {
    const p = of[list[i] as number] as number;
    if (p >= 0 && !within(out, n, p)) out[n++] = p;
  }
  return n;
}

export function countPairs(cols: Columns, picks: Uint32Array, level: Level, links: Links, most: number): Pairs {
  const { names, of } = levelOf(cols, level);
  const [left, right] = links === 'does' ? [cols.actor, cols.recipient] : [cols.source, cols.actor];
  const inner = links === 'says', a = new Int32Array(16), b = new Int32Array(16);
  const totals = new Uint32Array(names.length);
  let oneSided = 0;
  for (let i = 0; i < picks.length; i++) {
    const e = picks[i] as number, n = side(left, e, of, a, inner), m = side(right, e, of, b, false);
    if (n === 0 || (m === 0 && (inner || n === 1))) oneSided++;
    for (let k = 0; k < n; k++) totals[a[k] as number]!++;
    for (let k = 0; k < m; k++) if (!within(a, n, b[k] as number)) totals[b[k] as number]!++;
  }
  const top = Array.from(names.keys()).filter((p) => (totals[p] as number) > 0)
    .sort((p, q) => (totals[q] as number) - (totals[p] as number) || ((names[p] as string) < (names[q] as string) ? -1 : 1)).slice(0, most);
  const rank = new Int32Array(names.length).fill(-1);
  top.forEach((p, i) => { rank[p] = i; });

  const K = top.length, cells = new Uint32Array(K * K * 4), together = new Uint32Array(K * K * 4), quad = quadIndex(cols);
  for (let i = 0; i < picks.length; i++) {
    const e = picks[i] as number, n = side(left, e, of, a, inner), m = side(right, e, of, b, false), q = quad[cols.type[e] as number] as number;
    for (let k = 0; k < n; k++) {
      const from = rank[a[k] as number] as number;
      if (from < 0) continue;
      for (let l = 0; l < m; l++) {
        const to = rank[b[l] as number] as number;
        if (to >= 0) cells[(from * K + to) * 4 + q]!++;
      }
      if (m > 0 || inner) continue;
      for (let l = k + 1; l < n; l++) {
        const to = rank[a[l] as number] as number;
        if (to >= 0) together[(Math.min(from, to) * K + Math.max(from, to)) * 4 + q]!++;
      }
    }
  }
  return { names: top.map((p) => names[p] as string), totals: Uint32Array.from(top, (p) => totals[p] as number), cells, together, oneSided };
}

/** The sum of the four quads at a cell, and the quad with most. */
export function cellOf(cells: Uint32Array, at: number): { total: number; quad: number } {
  let total = 0, quad = 0;
  for (let q = 0; q < 4; q++) {
    total += cells[at * 4 + q] as number;
    if ((cells[at * 4 + q] as number) > (cells[at * 4 + quad] as number)) quad = q;
  }
  return { total, quad };
}
