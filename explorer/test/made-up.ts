// made-up.ts: columns as the server sends them, of events that a test thinks up.
import { decodeColumns, NO_DAY, type Columns } from '../src/columns.ts';
import { dayNumber, STATUSES, TYPES } from '../src/words.ts';

export interface MadeUp {
  story?: number; article?: number; type?: string; status?: string; grain?: string; first?: string; last?: string; confidence?: number;
  actor?: string[]; recipient?: string[]; source?: string[]; place?: string; contested?: number;
}
export interface MadeArticle { outlet?: string; published?: string; copyOf?: number }

const GRAINS = ['day', 'week', 'month', 'quarter', 'year', 'decade', 'century', 'range'];
export const PLACES = [
  { geonameid: 586523, name: 'Ganja', country: 'AZE', admin1: null, lat: 40.68, lon: 46.36, kind: 'city' },
  { geonameid: 174982, name: 'Armenia', country: 'ARM', admin1: null, lat: 40, lon: 45, kind: 'country' },
  { geonameid: null, name: 'the Cenepa valley', country: null, admin1: null, lat: null, lon: null, kind: 'place' },
];

const BYTES = { u8: 1, u16: 2, u32: 4, i32: 4 } as const;
type Kind = keyof typeof BYTES;

/** The bytes of /api/columns. */
export function encode(events: readonly MadeUp[], articles: readonly MadeArticle[]): ArrayBuffer {
  const types = Object.keys(TYPES), parties: string[] = [], outlets = [...new Set(articles.flatMap((a) => a.outlet ?? []))];
  const party = (name: string): number => (parties.includes(name) ? parties.indexOf(name) : parties.push(name) - 1);
  const day = (iso: string | undefined): number => (iso ? (dayNumber(iso) ?? NO_DAY) : NO_DAY);
  const lists = (role: 'actor' | 'recipient' | 'source'): [string, Kind, number[]][] => {
    const at = [0], list: number[] = [];
    for (const e of events) {
      list.push(...(e[role] ?? []).map(party));
      at.push(list.length);
    }
    return [[`${role}_at`, 'u32', at], [role, 'u32', list]];
  };
  const columns: [string, Kind, number[]][] = [
    ['n', 'u32', events.map((_, i) => i + 1)], ['story', 'u32', events.map((e) => e.story ?? 0)], ['article', 'u32', events.map((e) => e.article ?? 0)],
    ['type', 'u8', events.map((e) => types.indexOf(e.type ?? 'CONSULT'))], ['mode', 'u16', events.map(() => 0)],
    ['status', 'u8', events.map((e) => STATUSES.indexOf((e.status ?? 'actual') as 'actual'))],
    ['grain', 'u8', events.map((e) => GRAINS.indexOf(e.grain ?? '') + 1)], ['basis', 'u8', events.map(() => 0)], ['quote', 'u8', events.map(() => 0)],
    ['first', 'i32', events.map((e) => day(e.first))], ['last', 'i32', events.map((e) => day(e.last))], ['confidence', 'u8', events.map((e) => e.confidence ?? 80)],
    ['place', 'u32', events.map((e) => PLACES.findIndex((p) => p.name === e.place) + 1)], ['contested', 'u8', events.map((e) => e.contested ?? 0)],
    ...lists('actor'), ...lists('recipient'), ...lists('source'),
    ['article_n', 'u32', articles.map((_, i) => 100 + i)], ['outlet', 'u16', articles.map((a) => outlets.indexOf(a.outlet ?? '') + 1)],
    ['published', 'i32', articles.map((a) => day(a.published))], ['copy_of', 'u32', articles.map((a) => a.copyOf ?? 0)],
  ];
  let size = 0;
  const entries = columns.map(([name, type, values]) => {
    const entry = { name, type, length: values.length, offset: size };
    size += Math.ceil((values.length * BYTES[type]) / 8) * 8;
    return entry;
  });
  const head = { events: events.length, articles: articles.length, columns: entries, types, modes: [], statuses: STATUSES, grains: GRAINS, bases: ['stated'], quotes: ['none'], parties, places: PLACES, outlets };
  let header = new TextEncoder().encode(JSON.stringify(head));
  header = new TextEncoder().encode(JSON.stringify(head) + ' '.repeat((8 - ((8 + header.length) % 8)) % 8));
  const buffer = new ArrayBuffer(8 + header.length + size), view = new DataView(buffer);
  new Uint8Array(buffer).set(new TextEncoder().encode('DLC1'));
  view.setUint32(4, header.length, true);
  new Uint8Array(buffer).set(header, 8);
  columns.forEach(([, type, values], c) => values.forEach((value, i) => {
    const at = 8 + header.length + (entries[c]?.offset ?? 0) + i * BYTES[type];
    if (type === 'u8') view.setUint8(at, value);
    else if (type === 'u16') view.setUint16(at, value, true);
    else if (type === 'u32') view.setUint32(at, value, true);
    else view.setInt32(at, value, true);
  }));
  return buffer;
}

export function madeUp(events: readonly MadeUp[], articles: readonly MadeArticle[] = [{ outlet: 'Example Wire', published: '2024-03-12' }]): Columns {
  return decodeColumns(encode(events, articles));
}
