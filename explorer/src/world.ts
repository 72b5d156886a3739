// world.ts: which shapes has the land?
//
// Rings that cross the 180th meridian jump from one edge of the map to the other,
// which a flat map would draw as lines across the world: they are drawn on beyond
// the edge instead, once at either side.  Antarctica's ring goes round the pole.
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** The ring without jumps; `turns`: by how many degrees its end lies beside its start. */
export function unwrap(ring: readonly Position[]): { ring: Position[]; crosses: boolean; turns: number } {
  let shift = 0, crosses = false, before = ring[0]?.[0] ?? 0;
  const out = ring.map(([lon = 0, lat = 0]) => {
    if (lon - before > 180) shift -= 360;
    else if (lon - before < -180) shift += 360;
    if (shift !== 0) crosses = true;
    before = lon;
    return [lon + shift, lat];
  });
  return { ring: out, crosses, turns: (out.at(-1)?.[0] ?? 0) - (out[0]?.[0] ?? 0) };
}

function moved(ring: readonly Position[], by: number): Position[] {
  return ring.map(([lon = 0, lat = 0]) => [lon + by, lat]);
}

/** A polygon as one or two that can be drawn flat. */
export function flatten(rings: readonly Position[][]): Position[][][] {
  const [outer = [], ...holes] = rings.map(unwrap);
  if (!('ring' in outer)) return [];
  if (Math.abs(outer.turns) > 180) {
    const end = outer.ring.at(-1) as Position, start = outer.ring[0] as Position;
    return [[[...outer.ring, [end[0] as number, -90], [start[0] as number, -90], start]]];
  }
  const own = [outer.ring, ...holes.map((hole) => hole.ring)];
  if (!outer.crosses) return [own];
  const by = Math.max(...outer.ring.map(([lon = 0]) => lon)) > 180 ? -360 : 360;
  return [own, own.map((ring) => moved(ring, by))];
}

/** All countries of a world-atlas topology, ready for a flat map. */
export function landShapes(topology: unknown): FeatureCollection<MultiPolygon> {
  const atlas = topology as Topology<{ countries: GeometryCollection }>;
  const found = feature(atlas, atlas.objects.countries) as FeatureCollection<Polygon | MultiPolygon>;
  const features = found.features.map((country): Feature<MultiPolygon> => {
    const polygons = country.geometry.type === 'Polygon' ? [country.geometry.coordinates] : country.geometry.coordinates;
    return { type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates: polygons.flatMap(flatten) } };
  });
  return { type: 'FeatureCollection', features };
}
