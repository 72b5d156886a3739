// api.ts: what does the server know?  One function a question; the answers'
// shapes are those of docs/records.md and /api/openapi.json.

export interface Party { text: string | null; name: string | null; code: string; sector: string[]; span: [number, number] | null }
export interface Source extends Party { cue: string | null; cue_span: [number, number] | null }
export interface When { text: string | null; start: string | null; end: string | null; grain: string | null; basis: string; span: [number, number] | null }
export interface Place {
  text: string | null; name: string | null; geonameid: number | null; country: string | null; admin1: string | null;
  lat: number | null; lon: number | null; kind: string | null; span: [number, number] | null;
}
export interface Count { what: string; low: number | null; high: number | null; text: string | null; span: [number, number] | null }
export interface Words { text: string | null; span: [number, number] | null }
export interface EventRecord {
  id: string; doc: string; published: string | null; outlet: string | null; type: string; mode: string | null; context: string[];
  cameo: string | null; quad: string | null; actor: Party[]; recipient: Party[]; when: When; where: Place[]; according_to: Source[];
  quote: string; status: string; trigger: Words; evidence: Words; counts: Count[]; same_as: string | null; confidence: number; because: string[];
}
/** An event as lists show it. */
export interface Row {
  n: number; story: number | null; article: number; doc: string; outlet: string | null; title: string | null; url: string | null;
  published: string | null; reports: number; originals: number; contested: boolean; denied: boolean; other_actor: boolean;
  other_number: boolean; corrections: number; record: EventRecord;
}
export interface Run { program: string; model: string; data: string; least: number; started: string; articles?: number }
export interface Info {
  program: string; version: string; store: string; articles: number; copies: number; events: number; stories: number; contested: number;
  first: string | null; last: string | null; write: boolean; runs: Run[];
}
export interface Attribution {
  ord: number; within: number | null; kind: string; stance: string; speech: boolean; name: string | null; code: string | null; sectors: string[];
  source: [number, number][]; cue: [number, number][]; content: [number, number][];
}
export interface ArticleRef { n?: number; id: string; outlet: string | null; title: string | null; url?: string | null; published: string | null }
export interface Article {
  n: number; id: string; outlet: string | null; title: string | null; url: string | null; language: string | null; published: string | null;
  published_basis: string; text: string; copy_of: number | null; copies: ArticleRef[]; near: ArticleRef[]; run: Run;
  attributions: Attribution[]; events: Row[];
}
export interface Why { field: string; value: string; words: string; rule: string | null; line: string | null }
export interface Story {
  n: number; events: number; articles: number; originals: number; denied: boolean; other_actor: boolean; other_number: boolean; contested: boolean;
}
export interface Link { by: string; by_text: string | null; cue: string | null }
/** `via`: who passes it on; `relays`: whose words it passes on; `firm`: the party's own voice, counted; `about`: whose act it tells of. */
export interface Say {
  n: number; article: number; doc: string; outlet: string | null; published: string | null; by: string | null; by_text: string | null; cue: string | null;
  via: Link[]; relays: Link[]; firm: boolean; about: 'own_side' | 'another' | 'not_theirs' | null; copies: number;
  status: string; quote: string; text: string | null; first: string | null; last: string | null; actor: string | null; recipient: string | null;
  counts: { what: string; low: number | null; high: number | null }[];
}
export type Standing = 'agreed' | 'denied' | 'differs' | 'one_side' | 'outlet';
export interface LedgerRow {
  story: number; type: string; mode: string | null; status: string; first: string | null; last: string | null; actor: string | null;
  recipient: string | null; place: string | null; country: string | null; standing: Standing; differs: ('actor' | 'number' | 'status')[];
  cells: Say[][]; others: Say[];
}
/** `totals`: of all rows, also those not sent; `complete`: there were not too many to count. */
export interface Ledger { parties: string[]; rows: LedgerRow[]; totals: Record<Standing, number>; more: boolean; complete: boolean }
export const FIELDS = ['event', 'type', 'mode', 'actor', 'recipient', 'when', 'where', 'according_to', 'quote', 'status', 'counts'] as const;
export interface Correction {
  n: number; event: number | null; event_id: string; article: number | null; doc: string; field: string; note: string | null;
  value: string | null; made: string;
}

/** What the server refused, in its words. */
export class ApiError extends Error {
  constructor(message: string, readonly hint: string | null, readonly status: number) {
    super(message);
  }
}

const TOKEN = 'dateline-token';

/** Takes the token for corrections out of the address, where it must not be shared from. */
export function takeToken(): void {
  const given = /^#token=([\w-]+)$/.exec(location.hash)?.[1];
  if (given === undefined) return;
  sessionStorage.setItem(TOKEN, given);
  history.replaceState(null, '', location.pathname + location.search);
}

async function ask(path: string, init?: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(path, init);
  } catch (reason) {
    if (reason instanceof DOMException && reason.name === 'AbortError') throw reason;
    throw new ApiError('No answer: is dateline serve still running?', null, 0);
  }
  if (answer.ok) return answer;
  const told: unknown = await answer.json().catch(() => null);
  const field = (name: string): string | null =>
    typeof told === 'object' && told !== null && name in told ? String((told as Record<string, unknown>)[name] ?? '') || null : null;
  throw new ApiError(field('error') ?? `The server answered ${answer.status}.`, field('hint'), answer.status);
}

async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await ask(path, signal ? { signal } : undefined)).json() as Promise<T>;
}

/** The server gives at most this many rows at once. */
export const ROWS_AT_ONCE = 200;

export const api = {
  info: () => get<Info>('/api/info'),
  columns: async (): Promise<ArrayBuffer> => (await ask('/api/columns')).arrayBuffer(),
  world: () => get<unknown>('/world.json'),
  rows: async (numbers: readonly number[], signal?: AbortSignal): Promise<Row[]> =>
    numbers.length === 0 ? [] : (await get<{ rows: Row[] }>(`/api/rows?n=${numbers.join(',')}`, signal)).rows,
  search: async (text: string, signal?: AbortSignal): Promise<number[]> =>
    (await get<{ articles: number[] }>(`/api/search?${new URLSearchParams({ text })}`, signal)).articles,
  article: (n: number, signal?: AbortSignal) => get<Article>(`/api/articles/${n}`, signal),
  why: async (n: number, signal?: AbortSignal): Promise<Why[]> => (await get<{ why: Why[] }>(`/api/events/${n}/why`, signal)).why,
  story: (n: number, signal?: AbortSignal) => get<{ story: Story; events: Row[] }>(`/api/stories/${n}`, signal),
  ledger: (parties: readonly string[], filters: URLSearchParams, signal?: AbortSignal): Promise<Ledger> => {
    const q = new URLSearchParams(filters);
    for (const party of parties) q.append('party', party);
    return get<Ledger>(`/api/ledger?${q}`, signal);
  },
  corrections: async (article?: number, signal?: AbortSignal): Promise<Correction[]> =>
    (await get<{ corrections: Correction[] }>(article ? `/api/corrections?article=${article}` : '/api/corrections', signal)).corrections,
  mayCorrect: (info: Info): boolean => info.write && sessionStorage.getItem(TOKEN) !== null,
  correct: async (event: number, field: string, note: string, value: string | null): Promise<Correction> => {
    const headers = { 'Content-Type': 'application/json', 'X-Dateline-Token': sessionStorage.getItem(TOKEN) ?? '' };
    const answer = await ask('/api/corrections', { method: 'POST', headers, body: JSON.stringify({ event, field, note, value }) });
    return (await answer.json()) as Correction;
  },
  uncorrect: async (n: number): Promise<void> => {
    await ask(`/api/corrections/${n}`, { method: 'DELETE', headers: { 'X-Dateline-Token': sessionStorage.getItem(TOKEN) ?? '' } });
  },
};
