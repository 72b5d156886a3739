// map.tsx: where was it, and how exactly is that known?
//
// A circle of kilometres around each place tells how far off its point may be: a
// country is no town.  Acts without a place are counted beside, never put anywhere.
import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { GeoJsonObject } from 'geojson';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import Supercluster from 'supercluster';
import { api } from './api.ts';
import type { Columns } from './columns.ts';
import { placeValue } from './filter.ts';
import { AsTable, Frame, quadIndex, toggled, unitWords, type ViewProps } from './panel.tsx';
import { QUADS, QUAD_LABEL, VIEW_LABEL, countryLabel, kindLabel, kindRadius, many, number } from './words.ts';
import { landShapes } from './world.ts';

type Four = [number, number, number, number];
interface Spot { index: number; quads: Four; total: number }
interface Properties { quads: Four; total: number; index: number }

/** Stories (or records) by their most specific place. */
function countPlaces(cols: Columns, picks: Uint32Array): { spots: Spot[]; nowhere: number; unplaced: number } {
  const counts = new Uint32Array((cols.places.length + 1) * 4), quad = quadIndex(cols);
  for (let i = 0; i < picks.length; i++) {
    const e = picks[i] as number;
    counts[(cols.place[e] as number) * 4 + (quad[cols.type[e] as number] as number)]!++;
  }
  const four = (at: number): Four => [0, 1, 2, 3].map((q) => counts[at * 4 + q] as number) as Four;
  const total = (quads: Four): number => quads[0] + quads[1] + quads[2] + quads[3];
  const spots: Spot[] = [];
  let unplaced = 0;
  cols.places.forEach((place, index) => {
    const quads = four(index + 1), n = total(quads);
    if (n === 0) return;
    if (place.lat === null || place.lon === null) unplaced += n;
    else spots.push({ index, quads, total: n });
  });
  return { spots: spots.sort((a, b) => b.total - a.total), nowhere: total(four(0)), unplaced };
}

const SVG = 'http://www.w3.org/2000/svg';

/** A pie of the four quads with its number: what Leaflet puts on the map. */
function pie(quads: Four, total: number, radius: number, vague: boolean): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg'), size = 2 * radius + 2, c = radius + 1;
  const add = (name: string, attributes: Record<string, string | number>): SVGElement => {
    const element = svg.appendChild(document.createElementNS(SVG, name));
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    return element;
  };
  svg.setAttribute('width', String(size));
  svg.setAttribute('height', String(size));
  svg.setAttribute('aria-hidden', 'true');
  let turn = -Math.PI / 2;
  quads.forEach((n, q) => {
    if (n === 0) return;
    const angle = (n / total) * 2 * Math.PI, to = turn + angle, kind = QUADS[q] ?? 'vc';
    const at = (a: number): string => `${(c + radius * Math.cos(a)).toFixed(2)} ${(c + radius * Math.sin(a)).toFixed(2)}`;
    if (n === total) add('circle', { cx: c, cy: c, r: radius, class: `slice ${kind}` });
    else add('path', { d: `M${c} ${c}L${at(turn)}A${radius} ${radius} 0 ${angle > Math.PI ? 1 : 0} 1 ${at(to)}Z`, class: `slice ${kind}` });
    turn = to;
  });
  if (radius >= 11) {
    add('circle', { cx: c, cy: c, r: radius * 0.62, class: 'hole' });
    add('text', { x: c, y: c, dy: '0.35em', 'text-anchor': 'middle', class: 'pie-number' }).textContent = total > 9999 ? `${Math.round(total / 1000)}k` : String(total);
  }
  add('circle', { cx: c, cy: c, r: radius, class: vague ? 'rim vague' : 'rim' });
  return svg;
}

/** The colour that a token has now, for what is drawn on canvas. */
function colour(token: string): string {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = `var(${token})`;
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

/** The countries' shapes, fetched once. */
let world: Promise<GeoJsonObject> | null = null;
function loadWorld(): Promise<GeoJsonObject> {
  world ??= api.world().then(landShapes);
  return world;
}

/** The land has a canvas of its own: rings that come and go do not paint it anew. */
interface Drawing { map: L.Map; ground: L.Canvas; areas: L.LayerGroup; marks: L.LayerGroup; land: L.GeoJSON | null }

/** Beside other views the wheel scrolls the page until one is in the map. */
function makeMap(element: HTMLElement, alone: boolean): Drawing {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(element, {
    preferCanvas: true, minZoom: 1, maxZoom: 11, zoomSnap: 0.5, worldCopyJump: true, attributionControl: false, zoomControl: false,
    zoomAnimation: !calm, fadeAnimation: false, markerZoomAnimation: !calm, scrollWheelZoom: alone, wheelPxPerZoomLevel: 120,
    maxBounds: [[-85, -400], [85, 400]],
  }).setView([25, 15], 1.5);
  if (!alone) map.on('focus', () => map.scrollWheelZoom.enable()).on('blur', () => map.scrollWheelZoom.disable());
  L.control.zoom({ position: 'topright' }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  return { map, ground: L.canvas({ pane: 'tilePane', padding: 0.2 }), areas: L.layerGroup().addTo(map), marks: L.layerGroup().addTo(map), land: null };
}

function drawLand(drawing: Drawing, shapes: GeoJsonObject): void {
  drawing.land?.remove();
  const style = { color: colour('--shore'), weight: 0.8, fillColor: colour('--land'), fillOpacity: 1, renderer: drawing.ground };
  drawing.land = L.geoJSON(shapes, { style: () => style, interactive: false }).addTo(drawing.map);
}

export function MapView(props: ViewProps) {
  const { cols, result, state, address, alone } = props;
  const element = useRef<HTMLDivElement>(null), drawing = useRef<Drawing | null>(null), fitted = useRef(false);
  const [fault, setFault] = useState('');
  const [one, more] = unitWords(result.unit);
  const { spots, nowhere, unplaced } = useMemo(() => countPlaces(cols, result.picks), [cols, result.turn]);
  const index = useMemo(() => {
    const cluster = new Supercluster<Properties, Properties>({
      radius: 46, maxZoom: 11, map: (p) => p,
      reduce: (sum, p) => {
        sum.quads = sum.quads.map((n, q) => n + (p.quads[q] as number)) as Four;
        sum.total += p.total;
      },
    });
    return cluster.load(spots.map(({ index: at, quads, total }) => ({
      type: 'Feature' as const, properties: { quads, total, index: at },
      geometry: { type: 'Point' as const, coordinates: [cols.places[at]?.lon ?? 0, cols.places[at]?.lat ?? 0] },
    })));
  }, [spots]);
  const choose = (at: number): void => {
    const place = cols.places[at];
    if (place) address.set({ place: toggled(address.get().place, placeValue(place)), page: 0 });
  };

  // the map itself, once
  useEffect(() => {
    if (!element.current) return;
    const made = makeMap(element.current, alone);
    drawing.current = made;
    let shapes: GeoJsonObject | null = null;
    const redraw = (): void => { if (shapes) drawLand(made, shapes); };
    loadWorld().then((loaded) => { shapes = loaded; if (drawing.current === made) redraw(); }, () => setFault('The base map could not be read.'));
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', redraw);
    addEventListener('dateline-theme', redraw);
    const watch = new ResizeObserver(() => made.map.invalidateSize({ pan: false }));
    watch.observe(element.current);
    return () => {
      scheme.removeEventListener('change', redraw);
      removeEventListener('dateline-theme', redraw);
      watch.disconnect();
      made.map.remove();
      drawing.current = null;
    };
  }, []);

  // what lies on it, with each filter and move
  useEffect(() => {
    const made = drawing.current;
    if (!made) return;
    if (!fitted.current && spots.length > 0 && element.current && element.current.clientWidth > 0) {
      fitted.current = true;
      const points = spots.slice(0, 400).map(({ index: at }) => [cols.places[at]?.lat ?? 0, cols.places[at]?.lon ?? 0] as [number, number]);
      made.map.fitBounds(L.latLngBounds(points).pad(0.08), { animate: false, maxZoom: 6 });
    }
    const draw = (): void => drawMarks(made, index, cols, { unit: more, chosen: state.place, choose });
    draw();
    made.map.on('moveend', draw);
    return () => { made.map.off('moveend', draw); };
  }, [index, state.place.join(), more]);

  return (
    <Frame name="map" title={VIEW_LABEL.map} open={alone ? null : address.link({ view: 'map' })}
      tools={<span class="end small">
        {nowhere + unplaced > 0 && <button type="button" class="button plain" onClick={() => address.set({ country: toggled(state.country, 'none'), page: 0 })} aria-pressed={state.country.includes('none')}>
          {many(nowhere + unplaced, one, more)} without a place</button>}
      </span>}
      foot={<div class="legend">
        {alone && QUADS.map((quad) => <span class={`key ${quad}`} key={quad}><i class="swatch" />{QUAD_LABEL[quad]}</span>)}
        <span class="key"><i class="swatch ring" />how far off the point may be (a country’s is wide)</span>
        <span class="end">Base map: Natural Earth. Its lines show who holds a place and are no statement on borders.</span>
      </div>}>
      <div class={`map ${alone ? 'tall' : ''}`} ref={element} role="region" aria-label="Map; arrow keys move it, plus and minus zoom" />
      {fault && <p class="nothing" role="alert">{fault}</p>}
      <AsTable what="Map" head={['Place', 'Kind', 'Country', more]} rows={() => spots.map(({ index: at, total }) => {
        const place = cols.places[at];
        return [place?.name ?? '', kindLabel(place?.kind ?? ''), countryLabel(place?.country ?? ''), total];
      })} />
    </Frame>
  );
}

interface MarkProps { unit: string; chosen: readonly string[]; choose: (index: number) => void }

function drawMarks({ map, areas, marks }: Drawing, index: Supercluster<Properties, Properties>, cols: Columns, { unit, chosen, choose }: MarkProps): void {
  const bounds = map.getBounds(), zoom = Math.max(0, Math.floor(map.getZoom()));
  const found = index.getClusters([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()], zoom);
  const most = Math.max(1, ...found.map((f) => f.properties.total)), ring = colour('--plain');
  areas.clearLayers();
  marks.clearLayers();
  for (const spot of found) {
    const [lon = 0, lat = 0] = spot.geometry.coordinates, { quads, total } = spot.properties;
    const cluster = 'cluster_id' in spot.properties ? spot.properties.cluster_id : null;
    const place = cluster === null ? cols.places[spot.properties.index] : undefined;
    const kilometres = place ? kindRadius(place.kind ?? '') : 0;
    if (place) L.circle([lat, lon], { radius: kilometres * 1000, color: ring, weight: 1, dashArray: '3 4', fillColor: ring, fillOpacity: 0.1, interactive: false }).addTo(areas);
    const radius = 7 + 19 * Math.sqrt(total / most);
    const words = place
      ? `${place.name ?? ''} (${kindLabel(place.kind ?? '')}${place.country && place.kind !== 'country' ? `, ${countryLabel(place.country)}` : ''}): ${number(total)} ${unit}`
      : `${number(total)} ${unit} at several places; go nearer`;
    const element = document.createElement('div');
    element.append(pie(quads, total, radius, kilometres >= 100));
    const isChosen = place !== undefined && chosen.includes(placeValue(place));
    const mark = L.marker([lat, lon], {
      icon: L.divIcon({ html: element, className: `pie ${isChosen ? 'chosen' : ''}`, iconSize: [2 * radius + 2, 2 * radius + 2] }), keyboard: true, alt: words, riseOnHover: true,
    });
    mark.bindTooltip(() => Object.assign(document.createElement('span'), { textContent: words }), { direction: 'auto', offset: [radius, 0], opacity: 1 });
    mark.on('click keypress', (event) => {
      const pressed = event as L.LeafletEvent & { originalEvent?: Event };
      if (pressed.type === 'keypress' && pressed.originalEvent instanceof KeyboardEvent && !['Enter', ' '].includes(pressed.originalEvent.key)) return;
      if (cluster === null) choose(spot.properties.index);
      else map.setView([lat, lon], Math.min(11, Math.max(index.getClusterExpansionZoom(cluster), zoom + 1)));
    });
    mark.addTo(marks);
    mark.getElement()?.setAttribute('aria-label', words);
  }
}
