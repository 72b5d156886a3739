// state.ts: what does the page show?  All of it is in the address: a view that
// is bookmarked, sent or printed is the same view.  What is at its default is
// left out, so addresses stay short.

export const LISTS = ['type', 'status', 'actor', 'recipient', 'party', 'says', 'country', 'place', 'outlet', 'grain', 'contested'] as const;
export const WORDS = ['text', 'from', 'until', 'reported_from', 'reported_until'] as const;
export type ListKey = (typeof LISTS)[number];
export type WordKey = (typeof WORDS)[number];

/** Which events are meant.  Within a list any may hold; between keys all must. */
export type Filters = Record<ListKey, readonly string[]> & Record<WordKey, string> & {
  /** percent, 0 to 100 */
  confidence: number;
};

const CHOICES = {
  view: ['overview', 'time', 'map', 'network', 'matrix', 'table', 'article', 'story', 'ledger'],
  unit: ['story', 'report'],
  days: ['act', 'report'],
  colour: ['quad', 'status'],
  grainof: ['auto', 'day', 'week', 'month', 'year', 'decade'],
  level: ['country', 'party'],
  links: ['does', 'says'],
  sort: ['day', 'reported', 'type', 'confidence', 'outlet', 'reports'],
  order: ['up', 'down'],
  standing: ['spoken', 'denied', 'differs', 'agreed', 'one_side', 'outlet', 'all'],
} as const;
type Choices = { [K in keyof typeof CHOICES]: (typeof CHOICES)[K][number] };
export type ViewName = Choices['view'];

const NUMBERS = ['article', 'event', 'story', 'page'] as const;
type NumberKey = (typeof NUMBERS)[number];

/** The whole address: filters, view, and what the view is of. */
export type State = Filters & Choices & Record<NumberKey, number> & {
  /** the parties of the ledger */
  side: readonly string[];
  /** the days that the time line shows, "" all */
  zoom: string;
};

export const EMPTY: Filters = {
  type: [], status: [], actor: [], recipient: [], party: [], says: [], country: [], place: [], outlet: [], grain: [], contested: [],
  text: '', from: '', until: '', reported_from: '', reported_until: '', confidence: 0,
};

const START: State = {
  ...EMPTY, side: [], zoom: '',
  view: 'overview', unit: 'story', days: 'act', colour: 'quad', grainof: 'auto', level: 'country', links: 'does', sort: 'day', order: 'down', standing: 'spoken',
  article: 0, event: 0, story: 0, page: 0,
};

function choice<K extends keyof Choices>(key: K, value: string | null): Choices[K] {
  const allowed: readonly string[] = CHOICES[key];
  return (value !== null && allowed.includes(value) ? value : START[key]) as Choices[K];
}

function whole(value: string | null, most: number): number {
  const n = Number(value ?? '');
  return Number.isInteger(n) && n > 0 ? Math.min(n, most) : 0;
}

const DAY = /^-?\d{4,6}-\d\d-\d\d$/;

/** The state an address means.  What it does not know is passed over: an old link still opens. */
export function parseState(search: string): State {
  const q = new URLSearchParams(search);
  const state: State = { ...START };
  for (const key of LISTS) state[key] = [...new Set(q.getAll(key).filter(Boolean))];
  for (const key of WORDS) state[key] = q.get(key) ?? '';
  for (const key of ['from', 'until', 'reported_from', 'reported_until'] as const) if (!DAY.test(state[key])) state[key] = '';
  for (const key of NUMBERS) state[key] = whole(q.get(key), 0xffffffff);
  state.confidence = whole(q.get('confidence'), 100);
  state.side = q.getAll('side').filter(Boolean);
  state.zoom = q.get('zoom') ?? '';
  for (const key of Object.keys(CHOICES) as (keyof Choices)[]) Object.assign(state, { [key]: choice(key, q.get(key)) });
  return state;
}

/** "?type=ASSAULT&view=map", or "" for the start. */
export function printState(state: State): string {
  const q = new URLSearchParams();
  for (const key of LISTS) for (const value of state[key]) q.append(key, value);
  for (const key of WORDS) if (state[key]) q.set(key, state[key]);
  if (state.confidence) q.set('confidence', String(state.confidence));
  for (const key of Object.keys(CHOICES) as (keyof Choices)[]) if (state[key] !== START[key]) q.set(key, state[key]);
  for (const key of NUMBERS) if (state[key]) q.set(key, String(state[key]));
  for (const value of state.side) q.append('side', value);
  if (state.zoom) q.set('zoom', state.zoom);
  const text = q.toString().replaceAll('%2F', '/');
  return text ? `?${text}` : '';
}

/** How many filters hold something back. */
export function countFilters(f: Filters): number {
  let n = f.confidence > 0 ? 1 : 0;
  for (const key of LISTS) n += f[key].length;
  for (const key of WORDS) if (f[key]) n++;
  return n;
}

/** The filters as `/api/query`, `/api/count` and `/api/ledger` take them, as far as the server knows them. */
export function serverFilters(f: Filters): URLSearchParams {
  const q = new URLSearchParams();
  for (const key of ['actor', 'recipient', 'says', 'type', 'status'] as const) for (const value of f[key]) if (value !== 'none') q.append(key, value);
  for (const value of [...f.country, ...f.place]) if (value !== 'none') q.append('place', value);
  for (const key of ['from', 'until', 'text'] as const) if (f[key]) q.set(key, f[key]);
  if (f.contested.length > 0) q.set('contested', '1');
  if (f.confidence) q.set('min_confidence', String(f.confidence / 100));
  return q;
}

type Listener = (state: State) => void;

/** The one place where the address is read and written. */
export class Address {
  private state = parseState(location.search);
  private readonly listeners = new Set<Listener>();

  constructor() {
    addEventListener('popstate', () => this.take(parseState(location.search)));
  }

  get(): State {
    return this.state;
  }

  /** `replace`: no new step in the browser's history (sliders, typing). */
  set(patch: Partial<State>, replace = false): void {
    const next = { ...this.state, ...patch };
    const search = printState(next);
    if (search !== printState(this.state)) {
      const url = location.pathname + search;
      if (replace) history.replaceState(null, '', url);
      else history.pushState(null, '', url);
    }
    this.take(next);
  }

  /** The address of the page with this changed: for links that can be opened in another tab. */
  link(patch: Partial<State>): string {
    return location.pathname + printState({ ...this.state, ...patch });
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private take(state: State): void {
    this.state = state;
    for (const listener of this.listeners) listener(state);
  }
}
