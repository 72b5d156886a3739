// text.tsx: an article's text with what was found in it.
//
// All of it is text nodes.  Words that carry acts are buttons; everything else
// is painted over the text by the CSS Custom Highlight API, which lets marks
// overlap as they like; without it the text is cut into <mark> pieces.
// Beside the text stand brackets: each holds what one source says.
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Row } from './api.ts';
import { groupBy } from './group.ts';
import type { Claim } from './marks.ts';
import { cut, lanes, meet, paragraphs, type Bar, type Mark, type Piece, type Span } from './spans.ts';
import { partyLabel, statusLabel, typeLabel } from './words.ts';

export interface TextProps {
  text: string;
  rows: readonly Row[];
  triggers: readonly Mark[];
  marks: readonly Mark[];
  now: readonly Mark[];
  claims: readonly Claim[];
  /** the record that is shown beside the text */
  current: number;
  /** the claim that is pointed at, its ord */
  claim: number | null;
  acts: boolean;
  hover: (n: number | null) => void;
  choose: (n: number) => void;
  point: (claim: number | null) => void;
}

const canHighlight = typeof CSS !== 'undefined' && 'highlights' in CSS;
const PREFIX = 'dl-';

/** `marks` stay while a record is looked at; `now` come and go with it. */
export function Text(props: TextProps) {
  const { text, triggers, marks, now, acts, current } = props;
  const root = useRef<HTMLDivElement>(null);
  const blocks = useMemo(() => paragraphs(text), [text]);
  const cutBy = useMemo(() => [...(acts ? triggers : []), ...(canHighlight ? [] : [...marks, ...now])], [triggers, acts, ...(canHighlight ? [] : [marks, now])]);
  const within = useMemo(() => blocks.map(([from, to]) => cutBy.filter(({ span }) => span[0] < to && span[1] > from)), [blocks, cutBy]);
  useHighlights(root, marks, cutBy);
  useHighlights(root, now, cutBy);
  return (
    <div class="text" ref={root}>
      {useMemo(() => <Brackets {...props} root={root} />, [props.claims, props.claim, text])}
      {blocks.map((block, i) => {
        const mine = within[i] ?? [];
        return <Paragraph key={block[0]} {...props} block={block} marks={mine} current={mine.some((mark) => mark.layer === 'trigger' && mark.id === current) ? current : 0} />;
      })}
    </div>
  );
}

/** Drawn anew only when its own marks change or its own record is looked at: a long text has thousands of words that carry acts. */
function Paragraph({ block: [from, to], marks, ...props }: Omit<TextProps, 'marks'> & { block: Span; marks: readonly Mark[] }) {
  return useMemo(() => <p dir="auto">{cut(from, to, marks).map((piece) => <Stretch key={piece.start} piece={piece} {...props} />)}</p>, [from, to, marks, props.current, props.text]);
}

/** "Assault: Armenia → Azerbaijan, denied" */
function recordName({ record }: Row): string {
  const side = (list: readonly { code: string; sector: string[] }[]): string => list.map((p) => partyLabel([p.code, ...p.sector].join('/'))).join(' and ');
  const to = record.recipient.length > 0 ? ` → ${side(record.recipient)}` : '';
  return `${typeLabel(record.type)}: ${side(record.actor) || 'unknown'}${to}, ${statusLabel(record.status)}`;
}

function Stretch({ piece, text, rows, current, hover, choose }: Pick<TextProps, 'text' | 'rows' | 'current' | 'hover' | 'choose'> & { piece: Piece }) {
  const words = text.slice(piece.start, piece.end);
  const painted = piece.marks.filter((mark) => mark.layer !== 'trigger').map((mark) => PREFIX + mark.layer);
  const here = piece.marks.filter((mark) => mark.layer === 'trigger').map((mark) => mark.id);
  const first = here[0];
  if (first === undefined) return painted.length > 0 ? <mark class={painted.join(' ')} data-at={piece.start}>{words}</mark> : <span data-at={piece.start}>{words}</span>;
  const n = here.includes(current) ? current : first, row = rows.find((r) => r.n === n);
  const act = (): void => choose(here[(here.indexOf(current) + 1) % here.length] as number);
  const name = row ? recordName(row) : '';
  return (
    <span role="button" tabIndex={0} data-at={piece.start} data-n={n} aria-pressed={here.includes(current)} aria-label={`${words} – ${name}${here.length > 1 ? `, and ${here.length - 1} more` : ''}`}
      class={['trigger', `t-${row?.record.status ?? 'actual'}`, ...painted].join(' ')} onClick={act} onFocus={() => hover(n)} onBlur={() => hover(null)} onMouseEnter={() => hover(n)} onMouseLeave={() => hover(null)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        act();
      }}>{words}</span>
  );
}

/* ---- ranges ------------------------------------------------------------------ */

/** Turns spans of the text into ranges of the page. */
function ranger(root: HTMLElement): (span: Span) => Range | null {
  const nodes = [...root.querySelectorAll<HTMLElement>('[data-at]')].flatMap((e) => (e.firstChild instanceof globalThis.Text ? [{ at: Number(e.dataset['at']), node: e.firstChild }] : []));
  // Of the nodes in order, the last that begins at or before this unit.
  const at = (unit: number): number => {
    let low = 0, high = nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((nodes[middle]?.at ?? 0) <= unit) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  // A span may begin or end between paragraphs: then the nearest letter within it counts.
  return ([from, to]) => {
    let first = Math.max(0, at(from));
    const last = nodes[at(to - 1)], inside = nodes[first];
    if (inside && from >= inside.at + inside.node.length) first++;
    const start = nodes[first];
    if (!start || !last || start.at >= to || last.at < start.at) return null;
    const range = new Range();
    range.setStart(start.node, Math.max(0, from - start.at));
    range.setEnd(last.node, Math.min(last.node.length, to - last.at));
    return range.collapsed ? null : range;
  };
}

function useHighlights(root: RefObject<HTMLElement | null>, marks: readonly Mark[], cutBy: readonly Mark[]): void {
  useLayoutEffect(() => {
    if (!canHighlight || !root.current) return;
    const toRange = ranger(root.current), layers = groupBy(marks, (mark) => mark.layer);
    for (const [layer, list] of layers) {
      const highlight = new Highlight(...list.flatMap((mark) => toRange(mark.span) ?? []));
      highlight.priority = layer.startsWith('of-') ? (layer === 'of-evidence' ? 1 : 2) : 0;
      CSS.highlights.set(PREFIX + layer, highlight);
    }
    return () => {
      for (const layer of layers.keys()) CSS.highlights.delete(PREFIX + layer);
    };
  }, [marks, cutBy]);
}

/* ---- brackets ------------------------------------------------------------------ */

interface ClaimBar extends Bar { claim: Claim }

function measure(root: HTMLElement, claims: readonly Claim[]): ClaimBar[] {
  const toRange = ranger(root), frame = root.getBoundingClientRect();
  const line = Number.parseFloat(getComputedStyle(root).lineHeight) || 30;
  return meet(claims.flatMap((claim) => {
    const boxes = claim.content.flatMap((span) => [...(toRange(span)?.getClientRects() ?? [])]).filter((box) => box.width > 0);
    if (boxes.length === 0) return [];
    const top = Math.min(...boxes.map((box) => box.top)) - frame.top, bottom = Math.max(...boxes.map((box) => box.bottom)) - frame.top;
    return [{ claim, top: Math.round(top) + 2, bottom: Math.round(bottom) - 2, depth: claim.depth }];
  }), line);
}

function Brackets({ root, claims, claim: pointed, point, text }: TextProps & { root: RefObject<HTMLDivElement | null> }) {
  const [bars, setBars] = useState<ClaimBar[]>([]);
  useEffect(() => {
    const at = root.current;
    if (!at) return;
    const again = (): void => setBars(measure(at, claims));
    const watch = new ResizeObserver(again);
    watch.observe(at);
    return () => watch.disconnect();
  }, [claims, text]);
  const lane = lanes(bars), most = Math.max(0, ...lane) + (bars.length > 0 ? 1 : 0);
  useLayoutEffect(() => root.current?.style.setProperty('--lanes', String(most)), [most]);
  return (
    <div class="brackets" aria-hidden="true">
      {bars.map((bar, i) => (
        <span key={bar.claim.of.ord} class={`bracket ${bar.claim.of.stance} ${bar.claim.of.ord === pointed ? 'on' : ''}`} title={claimTitle(bar.claim)}
          style={{ top: `${bar.top}px`, height: `${bar.bottom - bar.top}px`, '--lane': lane[i] }} onMouseEnter={() => point(bar.claim.of.ord)} onMouseLeave={() => point(null)} />
      ))}
    </div>
  );
}

/** "the ministry › the president" from the outermost in. */
export function claimTitle(claim: Claim): string {
  const names: string[] = [];
  for (let c: Claim | null = claim; c; c = c.within) names.unshift(c.of.name ?? 'somebody');
  return names.join(' › ');
}
