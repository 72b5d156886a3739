// columns.ts: how are all events of a store held?  As `/api/columns` sends them:
// one typed array a column, used where it lies.  An event is its row, 0 to N-1.

/** A day that is not known. */
export const NO_DAY = -2147483648;

export interface PlaceEntry {
  geonameid: number | null; name: string | null; country: string | null; admin1: string | null; lat: number | null; lon: number | null; kind: string | null;
}

/** Parties of a role: those of event e are list[at[e]] .. list[at[e + 1] - 1], indices into `parties`. */
export interface PartyLists { at: Uint32Array; list: Uint32Array }

export interface Columns {
  events: number;
  articles: number;
  types: string[]; modes: string[]; statuses: string[]; grains: string[]; bases: string[]; quotes: string[];
  parties: string[]; places: PlaceEntry[]; outlets: string[];
  n: Uint32Array; story: Uint32Array; article: Uint32Array; type: Uint8Array; mode: Uint16Array; status: Uint8Array; grain: Uint8Array;
  basis: Uint8Array; quote: Uint8Array; first: Int32Array; last: Int32Array; confidence: Uint8Array; place: Uint32Array; contested: Uint8Array;
  actor: PartyLists; recipient: PartyLists; source: PartyLists;
  articleN: Uint32Array; outlet: Uint16Array; published: Int32Array; copyOf: Uint32Array;
  /** Stories: group g holds the events groupList[groupAt[g]] .. in order of n.  An event without a story is a group alone. */
  groups: number;
  groupAt: Uint32Array; groupList: Uint32Array; groupOf: Uint32Array;
}

type Kind = 'u8' | 'u16' | 'u32' | 'i32';
type ArrayOf = { u8: Uint8Array; u16: Uint16Array; u32: Uint32Array; i32: Int32Array };
interface Entry { name: string; type: Kind; length: number; offset: number }
interface Header {
  events: number; articles: number; columns: Entry[]; types: string[]; modes: string[]; statuses: string[]; grains: string[]; bases: string[];
  quotes: string[]; parties: string[]; places: PlaceEntry[]; outlets: string[];
}

const MAKE: { [K in Kind]: (buffer: ArrayBuffer, at: number, length: number) => ArrayOf[K] } = {
  u8: (buffer, at, length) => new Uint8Array(buffer, at, length),
  u16: (buffer, at, length) => new Uint16Array(buffer, at, length),
  u32: (buffer, at, length) => new Uint32Array(buffer, at, length),
  i32: (buffer, at, length) => new Int32Array(buffer, at, length),
};

/** The answer of `/api/columns` as columns.  Throws if it is no such thing or was cut off. */
export function decodeColumns(buffer: ArrayBuffer): Columns {
  const bytes = new Uint8Array(buffer);
  if (bytes.length < 8 || String.fromCharCode(...bytes.subarray(0, 4)) !== 'DLC1') throw new Error('The server sent no columns.');
  const headerLength = new DataView(buffer).getUint32(4, true);
  const start = 8 + headerLength;
  if (start > bytes.length) throw new Error('The columns were cut off.');
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, start))) as Header;
  const entries = new Map(header.columns.map((entry) => [entry.name, entry]));

  const take = <K extends Kind>(name: string, kind: K, length?: number): ArrayOf[K] => {
    const entry = entries.get(name);
    if (!entry || entry.type !== kind || (length !== undefined && entry.length !== length)) throw new Error(`The column "${name}" is missing or of another kind.`);
    return MAKE[kind](buffer, start + entry.offset, entry.length);
  };
  const lists = (name: string): PartyLists => ({ at: take(`${name}_at`, 'u32', header.events + 1), list: take(name, 'u32') });

  const { events: N, articles: A } = header;
  const story = take('story', 'u32', N);
  return {
    events: N, articles: A, types: header.types, modes: header.modes, statuses: header.statuses, grains: header.grains, bases: header.bases,
    quotes: header.quotes, parties: header.parties, places: header.places, outlets: header.outlets,
    n: take('n', 'u32', N), story, article: take('article', 'u32', N), type: take('type', 'u8', N), mode: take('mode', 'u16', N),
    status: take('status', 'u8', N), grain: take('grain', 'u8', N), basis: take('basis', 'u8', N), quote: take('quote', 'u8', N),
    first: take('first', 'i32', N), last: take('last', 'i32', N), confidence: take('confidence', 'u8', N), place: take('place', 'u32', N),
    contested: take('contested', 'u8', N), actor: lists('actor'), recipient: lists('recipient'), source: lists('source'),
    articleN: take('article_n', 'u32', A), outlet: take('outlet', 'u16', A), published: take('published', 'i32', A), copyOf: take('copy_of', 'u32', A),
    ...groupByStory(story),
  };
}

/** A counting sort: events of one story stand together, in order of n. */
function groupByStory(story: Uint32Array): Pick<Columns, 'groups' | 'groupAt' | 'groupList' | 'groupOf'> {
  const N = story.length;
  let most = 0;
  for (let e = 0; e < N; e++) if ((story[e] as number) > most) most = story[e] as number;
  const groupOfStory = new Uint32Array(most + 1).fill(0xffffffff);
  const groupOf = new Uint32Array(N);
  let groups = 0;
  for (let e = 0; e < N; e++) {
    const s = story[e] as number;
    if (s === 0) groupOf[e] = groups++;
    else if (groupOfStory[s] === 0xffffffff) groupOf[e] = groupOfStory[s] = groups++;
    else groupOf[e] = groupOfStory[s] as number;
  }
  const groupAt = new Uint32Array(groups + 1);
  for (let e = 0; e < N; e++) groupAt[(groupOf[e] as number) + 1]!++;
  for (let g = 0; g < groups; g++) groupAt[g + 1]! += groupAt[g] as number;
  const next = groupAt.slice(0, groups);
  const groupList = new Uint32Array(N);
  for (let e = 0; e < N; e++) groupList[next[groupOf[e] as number]!++] = e;
  return { groups, groupAt, groupList, groupOf };
}
