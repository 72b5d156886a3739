// spans.ts: which letters does a span mean?  The server counts code points,
// JavaScript counts UTF-16 units: an emoji is one there and two here.

export type Span = readonly [number, number];

/** Of each code point where it begins in UTF-16 units; the last number is the text's length. */
export function unitsOf(text: string): Uint32Array {
  const at = new Uint32Array(text.length + 1);
  let n = 0;
  for (let i = 0; i < text.length; n++) {
    at[n] = i;
    const unit = text.charCodeAt(i), next = text.charCodeAt(i + 1);
    i += unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000 ? 2 : 1;
  }
  at[n] = text.length;
  return at.slice(0, n + 1);
}

/** A span of code points as one of units; null where it is none or is not within the text. */
export function toUnits(units: Uint32Array, span: readonly number[] | null): Span | null {
  const from = span?.[0], to = span?.[1];
  if (from === undefined || to === undefined || from < 0 || from >= to || to >= units.length) return null;
  return [units[from] as number, units[to] as number];
}

// Overrides and embeddings turn the writing around, so that a reader sees other
// words than the coder: U+202A to U+202E, U+2066 to U+2069.  NUL shows nothing.
const TURNS = /[\u0000\u202a-\u202e\u2066-\u2069]/g;

/** The text as it is shown: what would hide or turn letters stands as a sign, one for one, so that spans stay true. */
export function shown(text: string): string {
  return text.replace(TURNS, '\ufffd');
}

export interface Mark { span: Span; layer: string; id: number }
export interface Piece { start: number; end: number; marks: Mark[] }

/** The stretch from `start` to `end`, cut wherever a mark begins or ends; marks may overlap. */
export function cut(start: number, end: number, marks: readonly Mark[]): Piece[] {
  const inside = marks.filter(({ span }) => span[0] < end && span[1] > start);
  const edges = new Set([start, end]);
  for (const { span } of inside) for (const edge of span) if (edge > start && edge < end) edges.add(edge);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(1).map((to, i) => {
    const from = sorted[i] as number;
    return { start: from, end: to, marks: inside.filter(({ span }) => span[0] <= from && span[1] >= to) };
  });
}

/** Paragraphs of a text as spans of units: what stands between empty lines; single line ends stay within. */
export function paragraphs(text: string): Span[] {
  const found: Span[] = [];
  let at = 0;
  for (const gap of text.matchAll(/(?:\r?\n[ \t]*){2,}/g)) {
    if (gap.index > at) found.push([at, gap.index]);
    at = gap.index + gap[0].length;
  }
  if (at < text.length) found.push([at, text.length]);
  return found.filter(([from, to]) => text.slice(from, to).trim() !== '');
}

export interface Bar { top: number; bottom: number; depth: number }

/** Neighbours of one depth that share a line end and begin in its middle, so that they do not look like one within the other. */
export function meet<T extends Bar>(bars: readonly T[], line: number): T[] {
  const out = bars.map((bar) => ({ ...bar })).sort((a, b) => a.depth - b.depth || a.top - b.top || a.bottom - b.bottom);
  out.forEach((bar, i) => {
    const next = out[i + 1], shared = next ? bar.bottom - next.top : 0;
    if (!next || next.depth !== bar.depth || shared <= 0 || shared > line) return;
    if (bar.bottom - bar.top <= shared && next.bottom - next.top <= shared) return;
    bar.bottom -= shared / 2 + 1;
    next.top += shared / 2 + 1;
  });
  return out;
}

/** One lane for each bar, from the left, such that none stands on another; a bar stands right of what holds it. */
export function lanes(bars: readonly Bar[]): number[] {
  const ends: { lane: number; top: number; bottom: number }[] = [];
  const order = bars.map((_, i) => i).sort((a, b) => (bars[a]?.depth ?? 0) - (bars[b]?.depth ?? 0) || (bars[a]?.top ?? 0) - (bars[b]?.top ?? 0));
  const lane = new Array<number>(bars.length).fill(0);
  for (const i of order) {
    const bar = bars[i] as Bar;
    let free = bar.depth;
    while (ends.some((e) => e.lane === free && e.top < bar.bottom && e.bottom > bar.top)) free++;
    ends.push({ lane: free, top: bar.top, bottom: bar.bottom });
    lane[i] = free;
  }
  return lane;
}
