// csv.ts: the rows of a view as a file, with the columns of `dateline query --to csv`.
import type { EventRecord, Party, Row } from './api.ts';

const HEAD = ['story', 'reports', 'originals', 'contested', 'denied', 'other_actor', 'other_number', 'id', 'first', 'last', 'grain', 'basis', 'type', 'mode',
  'context', 'cameo', 'quad', 'actor', 'actor_text', 'recipient', 'recipient_text', 'place', 'country', 'geonameid', 'lat', 'lon', 'says', 'says_text', 'quote',
  'status', 'confidence', 'doc', 'outlet', 'title', 'url', 'published', 'evidence'];

type Cell = string | number | null | undefined;

function codes(parties: readonly Party[]): string {
  return parties.map((p) => [p.code, ...p.sector].join('/')).join('+');
}
function texts(parties: readonly Party[]): string {
  return parties.map((p) => p.text ?? '').join('+');
}

function cells(row: Row): Cell[] {
  const r: EventRecord = row.record, place = r.where[0];
  return [row.story, row.reports, row.originals, ...[row.contested, row.denied, row.other_actor, row.other_number].map(Number), r.id, r.when.start, r.when.end,
    r.when.grain, r.when.basis, r.type, r.mode, r.context.join(';'), r.cameo, r.quad, codes(r.actor), texts(r.actor), codes(r.recipient), texts(r.recipient),
    place?.name, place?.country, place?.geonameid, place?.lat, place?.lon, codes(r.according_to), texts(r.according_to), r.quote, r.status, r.confidence,
    row.doc, row.outlet, row.title, row.url, row.published, r.evidence.text];
}

/** RFC 4180: what holds a comma, a quotation mark or a line's end is quoted. */
function quoted(cell: Cell): string {
  const text = cell === null || cell === undefined ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvHead(): string {
  return `${HEAD.join(',')}\r\n`;
}
export function csvRows(rows: readonly Row[]): string {
  return rows.map((row) => `${cells(row).map(quoted).join(',')}\r\n`).join('');
}
