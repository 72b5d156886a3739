// timeline.tsx: when was it, and when was it told?
//
// Bars stand on the acts' own days; behind them the outline of the reports' days
// (or the other way round), so that a report on an anniversary is seen as one.
import { brushX, type D3BrushEvent } from 'd3-brush';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { select } from 'd3-selection';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { BAR_DAYS, BAR_GRAINS, barEdges, binActs, binReports, grainFor, usualDomain, wholeDomain, type BarGrain, type Bars, type Domain } from './bins.ts';
import { AsTable, Frame, Switch, quadIndex, unitWords, useSize, type ViewProps } from './panel.tsx';
import { QUADS, QUAD_LABEL, STATUSES, STATUS_LABEL, TYPES, VIEW_LABEL, dayNumber, isoDay, longDay, many, number } from './words.ts';

const DAY_MS = 86_400_000;
const LEFT = 44, RIGHT = 8, TOP = 8, BOTTOM = 24;
const MOST_BARS = 2000;

interface Keys { names: string[]; labels: string[]; of: (e: number) => number }

function keysOf({ cols, state }: ViewProps): Keys {
  if (state.colour === 'status') return { names: cols.statuses.map((s) => `s-${s}`), labels: cols.statuses.map((s) => STATUS_LABEL[s] ?? s), of: (e) => cols.status[e] as number };
  const quad = quadIndex(cols);
  return { names: [...QUADS], labels: QUADS.map((q) => QUAD_LABEL[q]), of: (e) => quad[cols.type[e] as number] as number };
}

function zoomOf(text: string): Domain | null {
  const [from, to] = text.split('..').map((word) => dayNumber(word));
  return from != null && to != null && from <= to ? { from, to: to + 1 } : null;
}

function sum(rows: Float64Array[], bar: number): number {
  return rows.reduce((total, row) => total + (row[bar] as number), 0);
}
function round(n: number): string {
  return number(Math.round(n * 10) / 10);
}

/** "3 – 9 May 2019": the days of a bar. */
function barLabel(edges: Int32Array, bar: number, grain: BarGrain): string {
  const first = edges[bar] as number, last = (edges[bar + 1] as number) - 1;
  const iso = isoDay(first);
  if (grain === 'year') return iso.slice(0, -6);
  if (grain === 'decade') return `${iso.slice(0, -6)}s`;
  return first === last ? longDay(first) : `${longDay(first)} – ${longDay(last)}`;
}

interface Drawn { domain: Domain; grain: BarGrain; main: Bars; ghost: Bars; keys: Keys }

/** Nothing is reckoned before the width is known: it decides the bars. */
function useBars(props: ViewProps, width: number): { drawn: Drawn | null; usual: Domain; whole: Domain } {
  const { cols, result, state } = props;
  const usual = useMemo(() => usualDomain(cols), [cols]);
  const whole = useMemo(() => wholeDomain(cols), [cols]);
  const drawn = useMemo(() => {
    if (width === 0) return null;
    const domain = zoomOf(state.zoom) ?? usual;
    const fitting = grainFor(domain, Math.max(20, Math.min(180, width / 7)));
    const wanted = state.grainof === 'auto' ? fitting : state.grainof;
    const grain = (domain.to - domain.from) / BAR_DAYS[wanted] > MOST_BARS ? fitting : wanted;
    const edges = barEdges(grain, domain), keys = keysOf(props);
    const acts = binActs(cols, result.picks, edges, keys.of, keys.names.length);
    const reports = binReports(cols, result.picks, edges, keys.of, keys.names.length);
    const [main, ghost] = state.days === 'act' ? [acts, reports] : [reports, acts];
    return { domain, grain, main, ghost, keys };
  }, [cols, result.turn, state.zoom, state.grainof, state.days, state.colour, usual, Math.round(width / 40)]);
  return { drawn, usual, whole };
}

/** One path a colour: rectangles of all bars, stacked over `base`. */
function stackPaths(rows: Float64Array[], base: Float64Array, x: (bar: number) => [number, number], y: (value: number) => number): string[] {
  return rows.map((row) => {
    let path = '';
    for (let b = 0; b < row.length; b++) {
      const value = row[b] as number;
      if (value <= 0) continue;
      const from = base[b] as number, [left, right] = x(b), low = y(from), high = y(from + value);
      base[b] = from + value;
      path += `M${left.toFixed(1)} ${low.toFixed(1)}V${high.toFixed(1)}H${right.toFixed(1)}V${low.toFixed(1)}Z`;
    }
    return path;
  });
}

function outline(bars: Bars, x: (bar: number) => [number, number], y: (value: number) => number): string {
  const n = bars.edges.length - 1, zero = y(0);
  let path = '';
  for (let b = 0; b < n; b++) {
    const [left, right] = x(b), value = sum(bars.sure, b) + sum(bars.spread, b), top = y(value).toFixed(1);
    path += b === 0 ? `M${left.toFixed(1)} ${zero}V${top}H${right.toFixed(1)}` : `V${top}H${right.toFixed(1)}`;
  }
  return `${path}V${zero}`;
}

export function Timeline(props: ViewProps) {
  const { result, state, address, alone } = props;
  const [box, width] = useSize<HTMLDivElement>();
  const { drawn, usual, whole } = useBars(props, width);
  const [cursor, setCursor] = useState<number | null>(null);
  const [, more] = unitWords(result.unit);
  if (!drawn) return <Frame name="time" title={VIEW_LABEL.time}><div class="chart" ref={box} /></Frame>;
  const { main, ghost, domain, grain, keys } = drawn;

  const zoom = (to: Domain): void => {
    const from = Math.max(to.from, whole.from - 366), end = Math.min(to.to, whole.to + 366);
    const same = from === usual.from && end === usual.to;
    address.set({ zoom: same || end - from < 1 ? '' : `${isoDay(from)}..${isoDay(end - 1)}` }, true);
  };
  const scaleZoom = (factor: number): void => {
    const middle = cursor === null ? (domain.from + domain.to) / 2 : main.edges[cursor] as number;
    const half = Math.max(4, ((domain.to - domain.from) * factor) / 2);
    zoom({ from: Math.floor(middle - half), to: Math.ceil(middle + half) });
  };
  const span = domain.to - domain.from;
  const pan = (share: number): void => zoom({ from: Math.round(domain.from + span * share), to: Math.round(domain.to + span * share) });
  const [fromKey, untilKey] = state.days === 'act' ? (['from', 'until'] as const) : (['reported_from', 'reported_until'] as const);
  const chosen: Domain | null = state[fromKey] || state[untilKey]
    ? { from: dayNumber(state[fromKey]) ?? whole.from, to: (dayNumber(state[untilKey]) ?? whole.to - 1) + 1 } : null;
  const choose = (days: Domain | null): void =>
    address.set({ [fromKey]: days ? isoDay(days.from) : '', [untilKey]: days ? isoDay(days.to - 1) : '', page: 0 });

  return (
    <Frame name="time" title={VIEW_LABEL.time} open={alone ? null : address.link({ view: 'time' })} tools={<>
      <Switch label="Which days the bars stand on" value={state.days} choices={[['act', 'Days of the acts'], ['report', 'Days of the reports']]}
        choose={(days) => address.set({ days }, true)} />
      <Switch label="Colours" value={state.colour} choices={[['quad', 'Kind of act'], ['status', 'Told as']]} choose={(colour) => address.set({ colour }, true)} />
      <label class="end small quiet">Bars of a{' '}
        <select class="field slim" value={state.grainof} onChange={(event) => address.set({ grainof: event.currentTarget.value as typeof state.grainof }, true)}>
          <option value="auto">fitting span ({grain})</option>
          {BAR_GRAINS.filter((g) => g !== 'quarter').map((g) => <option value={g} key={g}>{g}</option>)}
        </select>
      </label>
      <span class="switch" role="group" aria-label="Zoom">
        <button type="button" aria-label="Earlier" title="Earlier" onClick={() => pan(-0.5)}>←</button>
        <button type="button" aria-label="Zoom out" title="Zoom out (−)" onClick={() => scaleZoom(2)}>−</button>
        <button type="button" aria-label="Zoom in" title="Zoom in (+)" onClick={() => scaleZoom(0.5)}>+</button>
        <button type="button" aria-label="Later" title="Later" onClick={() => pan(0.5)}>→</button>
        <button type="button" onClick={() => zoom(whole)}>All</button>
        {chosen && <button type="button" onClick={() => zoom(chosen)}>To selection</button>}
        {state.zoom && <button type="button" onClick={() => address.set({ zoom: '' }, true)}>Reset</button>}
      </span>
    </>} foot={<Foot {...props} drawn={drawn} all={() => zoom(whole)} />}>
      <Chart {...{ box, width, drawn, chosen, choose, cursor, setCursor, scaleZoom, unit: more, days: state.days, tall: alone }} />
      <AsTable what="Time line" head={['Days', ...keys.labels, 'not exact', state.days === 'act' ? 'by days of the reports' : 'by days of the acts']} rows={() =>
        Array.from({ length: main.edges.length - 1 }, (_, b) => b)
          .filter((b) => sum(main.sure, b) + sum(main.spread, b) + sum(ghost.sure, b) + sum(ghost.spread, b) > 0)
          .map((b) => [barLabel(main.edges, b, grain), ...main.sure.map((row) => row[b] as number), Math.round(sum(main.spread, b) * 10) / 10,
            Math.round((sum(ghost.sure, b) + sum(ghost.spread, b)) * 10) / 10])} />
    </Frame>
  );
}

function Foot({ result, state, address, drawn, all }: ViewProps & { drawn: Drawn; all: () => void }) {
  const { main, keys } = drawn, [one, more] = unitWords(result.unit);
  const pick = (i: number): void => {
    if (state.colour === 'quad') {
      const types = Object.keys(TYPES).filter((type) => TYPES[type]?.quad === QUADS[i]);
      address.set({ type: types.every((t) => state.type.includes(t)) && state.type.length === types.length ? [] : types, page: 0 });
    } else address.set({ status: state.status.join() === STATUSES[i] ? [] : [STATUSES[i] as string], page: 0 });
  };
  return (
    <div class="legend">
      {keys.labels.map((label, i) => (
        <button type="button" class={`key ${keys.names[i]}`} key={label} onClick={() => pick(i)} title={`Only ${label.toLowerCase()}`}><i class="swatch" />{label}</button>
      ))}
      {state.days === 'act' && <span class="key"><i class="swatch hatched" />day not exact: spread over its days</span>}
      <span class="key"><i class="swatch ghost" />{state.days === 'act' ? 'days of the reports' : 'days of the acts'}</span>
      <span class="end">
        {main.before + main.after > 0 && <button type="button" class="button plain" onClick={all}>
          {[main.before > 0 ? `${number(main.before)} earlier` : '', main.after > 0 ? `${number(main.after)} later` : ''].filter(Boolean).join(', ')}</button>}
        {main.unknown > 0 && (state.days === 'act'
          ? <button type="button" class="button plain" onClick={() => address.set({ grain: ['none'], from: '', until: '', page: 0 })}>{many(main.unknown, one, more)} of unknown day</button>
          : <span>{many(main.unknown, one, more)} of undated reports</span>)}
      </span>
    </div>
  );
}

interface ChartProps {
  box: (element: HTMLDivElement | null) => void; width: number; drawn: Drawn; chosen: Domain | null; choose: (days: Domain | null) => void; cursor: number | null;
  setCursor: (bar: number | null) => void; scaleZoom: (factor: number) => void; unit: string; days: 'act' | 'report'; tall: boolean;
}

function Chart({ box, width, drawn, chosen, choose, cursor, setCursor, scaleZoom, unit, days, tall }: ChartProps) {
  const { main, ghost, domain, grain, keys } = drawn;
  const [hover, setHover] = useState<number | null>(null);
  const anchor = useRef<number | null>(null);
  const bars = main.edges.length - 1;
  const height = tall ? Math.max(280, Math.min(width * 0.6, innerHeight - 330)) : Math.max(150, Math.min(240, width * 0.17));
  const w = Math.max(width, 200);
  const from = Math.min(domain.from, main.edges[0] as number), to = Math.max(domain.to, main.edges[bars] as number);
  const x = scaleUtc([from * DAY_MS, to * DAY_MS], [LEFT, w - RIGHT]);
  const most = Math.max(1, ...Array.from({ length: bars }, (_, b) => Math.max(sum(main.sure, b) + sum(main.spread, b), sum(ghost.sure, b) + sum(ghost.spread, b))));
  const y = scaleLinear([0, most], [height - BOTTOM, TOP]).nice(4);
  const place = (b: number): [number, number] => {
    const left = x((main.edges[b] as number) * DAY_MS), right = x((main.edges[b + 1] as number) * DAY_MS);
    return right - left > 4 ? [left + 0.5, right - 0.5] : [left, right];
  };
  const base = new Float64Array(bars);
  const solid = stackPaths(main.sure, base, place, y), hatched = stackPaths(main.spread, base, place, y);
  const barAt = (px: number): number => {
    const day = Math.floor(Number(x.invert(px)) / DAY_MS);
    let b = main.edges.findLastIndex((edge) => edge <= day);
    b = Math.max(0, Math.min(bars - 1, b));
    return b;
  };
  const span = (a: number, b: number): Domain => ({ from: main.edges[Math.min(a, b)] as number, to: main.edges[Math.max(a, b) + 1] as number });

  const onKey = (event: KeyboardEvent): void => {
    const at = cursor ?? (chosen ? barAt(x(chosen.from * DAY_MS) + 1) : firstBar(main));
    const step: Record<string, number> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: bars - 1, PageUp: at - 10, PageDown: at + 10 };
    const goal = step[event.key];
    if (goal !== undefined) {
      const next = Math.max(0, Math.min(bars - 1, cursor === null && event.key.startsWith('Arrow') ? at : goal));
      if (event.shiftKey) {
        anchor.current ??= at;
        choose(span(anchor.current, next));
      } else anchor.current = null;
      setCursor(next);
    } else if (event.key === 'Enter' || event.key === ' ') choose(span(at, at));
    else if (event.key === 'Escape') choose(null);
    else if (event.key === '+' || event.key === '=') scaleZoom(0.5);
    else if (event.key === '-') scaleZoom(2);
    else return;
    event.preventDefault();
  };
  const shown = hover ?? cursor;

  return (
    <div class="chart" ref={box} tabIndex={0} role="group" aria-roledescription="bar chart" onKeyDown={onKey} onBlur={() => setCursor(null)}
      aria-label={`${bars} bars of a ${grain}, ${longDay(domain.from)} to ${longDay(domain.to - 1)}. Arrow keys go from bar to bar, Enter chooses the bar's days, with Shift several, Escape all.`}
      onPointerMove={(event) => setHover(barAt(event.clientX - event.currentTarget.getBoundingClientRect().left))} onPointerLeave={() => setHover(null)}
      onWheel={(event) => { if (event.ctrlKey) { event.preventDefault(); scaleZoom(event.deltaY > 0 ? 1.25 : 0.8); } }}>
      <svg width={w} height={height} viewBox={`0 0 ${w} ${height}`} aria-hidden="true">
        <Hatches names={keys.names} />
        {y.ticks(4).filter(Number.isInteger).map((tick) => (
          <g key={tick}>
            <line class="grid" x1={LEFT} x2={w - RIGHT} y1={y(tick)} y2={y(tick)} />
            <text class="tick" x={LEFT - 6} y={y(tick)} dy="0.32em" text-anchor="end">{number(tick)}</text>
          </g>
        ))}
        {shown !== null && <rect class="cursor" x={place(shown)[0]} width={Math.max(1, place(shown)[1] - place(shown)[0])} y={TOP} height={height - TOP - BOTTOM} />}
        <path class="ghost-fill" d={outline(ghost, place, y)} />
        {solid.map((d, i) => d && <path key={i} class={keys.names[i]} d={d} />)}
        {hatched.map((d, i) => d && <path key={i} class={`hatched ${keys.names[i]}`} fill={`url(#hatch-${keys.names[i]})`} d={d} />)}
        <path class="ghost-line" d={outline(ghost, place, y)} />
        <line class="axis" x1={LEFT} x2={w - RIGHT} y1={y(0)} y2={y(0)} />
        {x.ticks(Math.max(2, Math.floor(w / 110))).map((tick) => (
          <text class="tick" key={Number(tick)} x={Math.min(w - 24, Math.max(LEFT, x(tick)))} y={height - 7} text-anchor="middle">{x.tickFormat()(tick)}</text>
        ))}
        <Brush {...{ x: (day: number) => x(day * DAY_MS), w, height, chosen, done: (a, b) => choose(a === null || b === null ? null : span(barAt(a), barAt(b - 1))) }} />
      </svg>
      {shown !== null && <Tip {...{ drawn, bar: shown, left: (place(shown)[0] + place(shown)[1]) / 2, width: w, unit, days }} />}
      <p class="hidden" role="status">{cursor !== null ? describe(drawn, cursor, unit, days) : ''}</p>
    </div>
  );
}

function firstBar(main: Bars): number {
  for (let b = 0; b < main.edges.length - 1; b++) if (sum(main.sure, b) + sum(main.spread, b) > 0) return b;
  return 0;
}

function Hatches({ names }: { names: readonly string[] }) {
  return (
    <defs>
      {names.map((name) => (
        <pattern key={name} id={`hatch-${name}`} class={name} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" class="hatch-back" />
          <rect width="2.2" height="5" class="hatch-line" />
        </pattern>
      ))}
    </defs>
  );
}

function describe({ main, ghost, grain, keys }: Drawn, bar: number, unit: string, days: 'act' | 'report'): string {
  const parts = keys.labels.map((label, i) => [label, main.sure[i]?.[bar] ?? 0] as const).filter(([, n]) => n > 0).map(([label, n]) => `${label} ${round(n)}`);
  const spread = sum(main.spread, bar);
  if (spread > 0) parts.push(`not exact ${round(spread)}`);
  const other = round(sum(ghost.sure, bar) + sum(ghost.spread, bar));
  return `${barLabel(main.edges, bar, grain)}: ${round(sum(main.sure, bar) + spread)} ${unit}${parts.length ? ` (${parts.join(', ')})` : ''}; by the days of the ${days === 'act' ? 'reports' : 'acts'} ${other}`;
}

function Tip({ drawn, bar, left, width, unit, days }: { drawn: Drawn; bar: number; left: number; width: number; unit: string; days: 'act' | 'report' }) {
  const { main, ghost, grain, keys } = drawn, spread = sum(main.spread, bar);
  return (
    <div class={`tip ${left > width / 2 ? 'to-left' : ''}`} style={{ left: `${left}px` }} aria-hidden="true">
      <strong>{barLabel(main.edges, bar, grain)}</strong>
      {keys.labels.map((label, i) => (main.sure[i]?.[bar] ?? 0) > 0 && <span key={label} class={`key ${keys.names[i]}`}><i class="swatch" />{label}<b>{round(main.sure[i]?.[bar] ?? 0)}</b></span>)}
      {spread > 0 && <span class="key"><i class="swatch hatched" />not exact<b>{round(spread)}</b></span>}
      <span class="key"><i class="swatch ghost" />by days of the {days === 'act' ? 'reports' : 'acts'}<b>{round(sum(ghost.sure, bar) + sum(ghost.spread, bar))}</b></span>
      <span class="quiet">{round(sum(main.sure, bar) + spread)} {unit}</span>
    </div>
  );
}

/** Dragging chooses days; the library knows mice, pens and fingers. */
function Brush({ x, w, height, chosen, done }: { x: (day: number) => number; w: number; height: number; chosen: Domain | null; done: (a: number | null, b: number | null) => void }) {
  const group = useRef<SVGGElement>(null);
  const finish = useRef(done);
  finish.current = done;
  useEffect(() => {
    if (!group.current) return;
    const brush = brushX<unknown>().extent([[LEFT, TOP], [w - RIGHT, height - BOTTOM]]).on('end', (event: D3BrushEvent<unknown>) => {
      if (!event.sourceEvent) return;
      const s = event.selection as [number, number] | null;
      finish.current(s?.[0] ?? null, s?.[1] ?? null);
    });
    const at = select(group.current).call(brush);
    const clamp = (px: number): number => Math.max(LEFT, Math.min(w - RIGHT, px));
    brush.move(at, chosen && clamp(x(chosen.from)) < clamp(x(chosen.to)) ? [clamp(x(chosen.from)), clamp(x(chosen.to))] : null);
  }, [w, height, chosen?.from, chosen?.to, x(0), x(1)]);
  return <g class="brush" ref={group} />;
}
