// marks.ts: what is marked in an article's text, and who says what within whose words?
import type { Article, Attribution, EventRecord, Row } from './api.ts';
import { toUnits, type Mark, type Span } from './spans.ts';

/** Layers that a reader may show and hide. */
export const LAYERS = ['acts', 'sources', 'days', 'places', 'parties'] as const;
export type Layer = (typeof LAYERS)[number];

type Raw = readonly number[] | null;

function marksOf(units: Uint32Array, layer: string, id: number, spans: readonly Raw[]): Mark[] {
  return spans.flatMap((raw) => {
    const span = toUnits(units, raw);
    return span ? [{ span, layer, id }] : [];
  });
}

/** The words that carry the acts; several records may hang on one word. */
export function triggerMarks(units: Uint32Array, rows: readonly Row[]): Mark[] {
  return rows.flatMap((row) => marksOf(units, 'trigger', row.n, [row.record.trigger.span]));
}

/** The article's sources, days, places and parties. */
export function layerMarks(units: Uint32Array, article: Article, on: ReadonlySet<Layer>): Mark[] {
  const marks: Mark[] = [];
  if (on.has('sources')) for (const a of article.attributions) marks.push(...marksOf(units, 'sources', a.ord, [...a.source, ...a.cue]));
  for (const { n, record } of article.events) {
    if (on.has('days')) marks.push(...marksOf(units, 'days', n, [record.when.span]));
    if (on.has('places')) marks.push(...marksOf(units, 'places', n, record.where.map((p) => p.span)));
    if (on.has('parties')) marks.push(...marksOf(units, 'parties', n, [...record.actor, ...record.recipient].map((p) => p.span)));
  }
  return marks;
}

/** Whatever one record was read from. */
export function recordMarks(units: Uint32Array, record: EventRecord, n: number): Mark[] {
  const parts: readonly (readonly [string, readonly Raw[]])[] = [
    ['of-evidence', [record.evidence.span]], ['of-actor', record.actor.map((p) => p.span)], ['of-recipient', record.recipient.map((p) => p.span)],
    ['of-when', [record.when.span]], ['of-where', record.where.map((p) => p.span)],
    ['of-source', record.according_to.flatMap((s) => [s.span, s.cue_span])], ['of-count', record.counts.map((c) => c.span)],
  ];
  return parts.flatMap(([layer, spans]) => marksOf(units, layer, n, spans));
}

export interface Claim { of: Attribution; within: Claim | null; depth: number; inner: Claim[]; content: Span[]; source: Span[] }

/** Who says what, each within the words of who tells it; the outermost ones are told by the outlet. */
export function claimTree(units: Uint32Array, attributions: readonly Attribution[]): { roots: Claim[]; all: Claim[] } {
  const spans = (list: readonly Raw[]): Span[] => marksOf(units, '', 0, list).map((mark) => mark.span);
  const claims = new Map<number, Claim>(attributions.map((of) => [of.ord, { of, within: null, depth: 0, inner: [], content: spans(of.content), source: spans(of.source) }]));
  for (const claim of claims.values()) {
    const outer = claim.of.within === null ? undefined : claims.get(claim.of.within);
    if (outer && !isWithin(outer, claim)) {
      claim.within = outer;
      outer.inner.push(claim);
    }
  }
  for (const claim of claims.values()) for (let o = claim.within; o; o = o.within) claim.depth++;
  const all = [...claims.values()];
  return { roots: all.filter((c) => c.within === null), all };
}

/** Is `outer` itself told within `claim`?  Then the one must not hang on the other. */
function isWithin(outer: Claim, claim: Claim): boolean {
  for (let c: Claim | null = outer; c; c = c.within) if (c === claim) return true;
  return false;
}
