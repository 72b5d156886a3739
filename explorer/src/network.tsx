// network.tsx: who acts on whom, or who speaks of whom?
//
// The same events give the same picture: places of the parties are reckoned, not
// animated, and a party stays near where it was when the filter changes.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum } from 'd3-force';
import { useMemo, useRef, useState } from 'preact/hooks';
import { cellOf, countPairs, type Pairs } from './pairs.ts';
import { AsTable, Frame, Switch, toggled, unitWords, useSize, type ViewProps } from './panel.tsx';
import { QUADS, QUAD_LABEL, VIEW_LABEL, many, number, partyLabel } from './words.ts';

interface Node extends SimulationNodeDatum { name: string; total: number; r: number }
interface Edge { from: number; to: number; total: number; quad: number; mutual: boolean }
interface Picture { nodes: Node[]; edges: Edge[]; hiddenEdges: number; unlinked: number }

const NOTHING: Picture = { nodes: [], edges: [], hiddenEdges: 0, unlinked: 0 };
const MOST_NODES = { small: 28, large: 60 }, MOST_EDGES = { small: 70, large: 160 };

function edgesOf(pairs: Pairs): Edge[] {
  const K = pairs.names.length, out: Edge[] = [];
  for (let from = 0; from < K; from++) {
    for (let to = 0; to < K; to++) {
      const one = cellOf(pairs.cells, from * K + to), both = cellOf(pairs.together, from * K + to);
      if (one.total > 0 && from !== to) out.push({ from, to, ...one, mutual: false });
      if (both.total > 0 && from !== to) out.push({ from, to, ...both, mutual: true });
    }
  }
  return out.sort((a, b) => b.total - a.total || a.from - b.from || a.to - b.to);
}

function arrange(pairs: Pairs, width: number, height: number, most: number, before: Map<string, { x: number; y: number }>): Picture {
  const all = edgesOf(pairs), strongest = Math.max(1, pairs.totals[0] ?? 1);
  const linked = new Set(all.slice(0, most).flatMap((edge) => [edge.from, edge.to]));
  const kept = [...pairs.names.keys()].filter((i) => linked.has(i)), at = new Map(kept.map((i, k) => [i, k]));
  const edges = all.slice(0, most).map((edge) => ({ ...edge, from: at.get(edge.from) as number, to: at.get(edge.to) as number }));
  const nodes: Node[] = kept.map((i) => {
    const name = pairs.names[i] as string, total = pairs.totals[i] as number, old = before.get(name);
    return { name, total, r: 5 + 17 * Math.sqrt(total / strongest), ...(old ? { x: old.x, y: old.y } : {}) };
  });
  settle(nodes, edges, width, height, before.size > 0);
  for (const node of nodes) before.set(node.name, { x: node.x ?? 0, y: node.y ?? 0 });
  fit(nodes, width, height);
  return { nodes, edges, hiddenEdges: all.length - edges.length, unlinked: pairs.names.length - nodes.length };
}

/** Lets the forces come to rest. */
function settle(nodes: Node[], edges: readonly Edge[], width: number, height: number, again: boolean): void {
  const heaviest = Math.max(1, edges[0]?.total ?? 1);
  const weight = (i: number): number => Math.sqrt((edges[i]?.total ?? 1) / heaviest);
  const links: SimulationLinkDatum<Node>[] = edges.map((edge) => ({ source: edge.from, target: edge.to }));
  forceSimulation(nodes).stop()
    .force('link', forceLink<Node, SimulationLinkDatum<Node>>(links).distance((_, i) => 90 + 90 * (1 - weight(i))).strength((_, i) => 0.05 + 0.25 * weight(i)))
    .force('charge', forceManyBody<Node>().strength((node) => -320 - 20 * node.r))
    .force('collide', forceCollide<Node>((node) => node.r + 12 + Math.min(30, 2.2 * (partyLabel(node.name).split(' · ')[0] ?? '').length)))
    .force('x', forceX<Node>(0).strength(0.1 * Math.min(1, height / width)))
    .force('y', forceY<Node>(0).strength(0.1 * Math.max(1, width / height)))
    .alpha(again ? 0.5 : 1).tick(again ? 90 : 260);
}

/** Moves and stretches the picture into the frame, with room for labels. */
function fit(nodes: Node[], width: number, height: number): void {
  const xs = nodes.map((n) => n.x ?? 0), ys = nodes.map((n) => n.y ?? 0);
  const scale = (values: number[], size: number, margin: number): ((v: number) => number) => {
    const low = Math.min(...values), high = Math.max(...values), room = size - 2 * margin;
    const factor = Math.min(2.2, high > low ? room / (high - low) : 1);
    return (v) => size / 2 + (v - (low + high) / 2) * factor;
  };
  const x = scale(xs, width, 60), y = scale(ys, height - 20, 34);
  for (const node of nodes) {
    node.x = x(node.x ?? 0);
    node.y = y(node.y ?? 0);
  }
}

/** A bow from one circle's rim to the other's; bows of both directions lie apart. */
function bow(a: Node, b: Node, straight: boolean): string {
  const [ax, ay, bx, by] = [a.x ?? 0, a.y ?? 0, b.x ?? 0, b.y ?? 0];
  const dx = bx - ax, dy = by - ay, length = Math.hypot(dx, dy) || 1, bend = straight ? 0 : 0.16;
  const mx = (ax + bx) / 2 - dy * bend, my = (ay + by) / 2 + dx * bend;
  const rim = (x: number, y: number, r: number): string => {
    const l = Math.hypot(mx - x, my - y) || 1;
    return `${(x + ((mx - x) / l) * r).toFixed(1)} ${(y + ((my - y) / l) * r).toFixed(1)}`;
  };
  return length < 1 ? '' : `M${rim(ax, ay, a.r + 1)}Q${mx.toFixed(1)} ${my.toFixed(1)} ${rim(bx, by, b.r + (straight ? 1 : 5))}`;
}

/** "Armenia · government" on two lines. */
function Label({ name, r }: { name: string; r: number }) {
  const [who = '', kind] = partyLabel(name).split(' · ');
  return <text text-anchor="middle"><tspan x="0" y={r + 13}>{who}</tspan>{kind && <tspan class="kind" x="0" dy="1.05em">{kind}</tspan>}</text>;
}

export function Network(props: ViewProps) {
  const { cols, result, state, address, alone } = props;
  const [box, width] = useSize<HTMLDivElement>();
  const places = useRef(new Map<string, { x: number; y: number }>());
  const [lit, light] = useState<string | null>(null);
  const size = alone ? 'large' : 'small', w = Math.max(280, width || 600), height = alone ? Math.max(420, Math.min(1300, w * 0.62)) : Math.max(340, Math.min(innerWidth > 2200 ? 740 : 620, w * 0.62));
  const pairs = useMemo(() => countPairs(cols, result.picks, state.level, state.links, w < 480 ? 18 : MOST_NODES[size]), [cols, result.turn, state.level, state.links, size, w < 480]);
  const { nodes, edges, hiddenEdges, unlinked } = useMemo(() => width === 0 ? NOTHING : arrange(pairs, w, height, MOST_EDGES[size], places.current), [pairs, Math.round(w / 60), height, size, width === 0]);
  const [one, more] = unitWords(result.unit);
  const heaviest = Math.max(1, edges[0]?.total ?? 1);
  const within = useMemo(() => pairs.names.reduce((sum, _, i) => sum + cellOf(pairs.cells, i * pairs.names.length + i).total, 0), [pairs]);
  const touches = (edge: Edge): boolean => lit === null || nodes[edge.from]?.name === lit || nodes[edge.to]?.name === lit;
  const chooseEdge = (edge: Edge): void => {
    const from = nodes[edge.from]?.name as string, to = nodes[edge.to]?.name as string;
    if (edge.mutual) address.set({ actor: [], party: [], recipient: [], ...(state.links === 'does' ? { actor: [from] } : {}), page: 0 });
    else address.set(state.links === 'does' ? { actor: [from], recipient: [to], party: [], page: 0 } : { says: [from], actor: [to], page: 0 });
  };
  const chooseNode = (name: string): void => address.set({ party: toggled(state.party, name), page: 0 });
  const edgeWords = (edge: Edge): string => `${partyLabel(nodes[edge.from]?.name ?? '')} ${edge.mutual ? 'and' : state.links === 'does' ? '→' : 'on'} ${partyLabel(nodes[edge.to]?.name ?? '')}: ${many(edge.total, one, more)}, mostly ${QUAD_LABEL[QUADS[edge.quad] ?? 'vc'].toLowerCase()}`;
  const onKey = (event: KeyboardEvent): void => {
    const list = [...(event.currentTarget as Element).querySelectorAll<SVGElement>('.node')], at = list.indexOf(document.activeElement as SVGElement);
    const step: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    const by = step[event.key];
    if (by === undefined || at < 0) return;
    list[(at + by + list.length) % list.length]?.focus();
    event.preventDefault();
  };

  return (
    <Frame name="network" title={VIEW_LABEL.network} open={alone ? null : address.link({ view: 'network' })} tools={<>
      <Switch label="What links mean" value={state.links} choices={[['does', 'Who to whom'], ['says', 'Who says what of whom']]} choose={(links) => address.set({ links }, true)} />
      <Switch label="Parties" value={state.level} choices={[['country', 'Countries'], ['party', 'Parties']]} choose={(level) => address.set({ level }, true)} />
    </>} foot={<div class="legend">
      {alone && QUADS.map((quad) => <span class={`key ${quad}`} key={quad}><i class="swatch line" />{QUAD_LABEL[quad]}</span>)}
      {state.links === 'does' && <span class="key"><i class="swatch line dashed" />with each other</span>}
      <span class="end">{number(nodes.length)} of the parties named most{unlinked > 0 ? `; ${number(unlinked)} more have no link among them` : ''}{hiddenEdges > 0 ? `; ${number(hiddenEdges)} thinner links left out` : ''}; {many(within, one, more)} within one; {many(pairs.oneSided, one, more)} with one side unknown</span>
    </div>}>
      <div ref={box} class="network" onKeyDown={onKey} role="group" aria-label="Parties; arrow keys go from one to the next, Enter filters">
        <svg width={w} height={nodes.length === 0 && width > 0 ? 0 : height} viewBox={`0 0 ${w} ${height}`}>
          <defs>
            {QUADS.map((quad) => (
              <marker key={quad} id={`tip-${quad}`} class={quad} viewBox="0 0 8 8" refX="6" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path class="tip-shape" d="M0 0L8 4L0 8Z" /></marker>
            ))}
          </defs>
          {edges.map((edge) => {
            const quad = QUADS[edge.quad] ?? 'vc', a = nodes[edge.from] as Node, b = nodes[edge.to] as Node;
            return (
              <path key={`${edge.from}-${edge.to}-${edge.mutual}`} class={`edge ${quad} ${edge.mutual ? 'mutual' : ''} ${touches(edge) ? '' : 'faint'}`} d={bow(a, b, edge.mutual)}
                stroke-width={1 + 7 * Math.sqrt(edge.total / heaviest)} marker-end={edge.mutual ? undefined : `url(#tip-${quad})`} onClick={() => chooseEdge(edge)}>
                <title>{edgeWords(edge)}</title>
              </path>
            );
          })}
          {nodes.map((node, i) => (
            <g key={node.name} class={`node ${state.party.includes(node.name) ? 'chosen' : ''} ${lit !== null && lit !== node.name ? 'other' : ''}`} tabIndex={i === 0 ? 0 : -1} role="button"
              aria-pressed={state.party.includes(node.name)} aria-label={`${partyLabel(node.name)}, ${many(node.total, one, more)}`}
              transform={`translate(${(node.x ?? 0).toFixed(1)} ${(node.y ?? 0).toFixed(1)})`} onPointerEnter={() => light(node.name)} onPointerLeave={() => light(null)}
              onFocus={() => light(node.name)} onBlur={() => light(null)} onClick={() => chooseNode(node.name)}
              onKeyDown={(event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); chooseNode(node.name); } }}>
              <circle r={node.r} />
              <Label name={node.name} r={node.r} />
              <title>{`${partyLabel(node.name)} (${node.name}): ${many(node.total, one, more)}`}</title>
            </g>
          ))}
        </svg>
        {nodes.length === 0 && width > 0 && <p class="nothing">No parties in what the filters leave.</p>}
      </div>
      <AsTable what="Network" head={[state.links === 'does' ? 'From' : 'Source', state.links === 'does' ? 'To' : 'On', 'Kind', more]} rows={() => edges.map((edge) =>
        [partyLabel(nodes[edge.from]?.name ?? ''), `${edge.mutual ? 'with ' : ''}${partyLabel(nodes[edge.to]?.name ?? '')}`, QUAD_LABEL[QUADS[edge.quad] ?? 'vc'], edge.total])} />
    </Frame>
  );
}
