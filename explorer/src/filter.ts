// filter.ts: which events are meant, and how many would each other choice give?
//
// Every filter is a bit.  An event whose bits are all 0 is in; one whose only bit
// is that of a facet is counted in that facet, so the number beside a choice is
// what choosing it gives.  A story counts once, however many events tell it.
import { NO_DAY, type Columns, type PartyLists } from './columns.ts';
import type { Filters } from './state.ts';
import { dayNumber } from './words.ts';

export const DIMENSIONS = ['type', 'status', 'actor', 'recipient', 'party', 'says', 'country', 'place', 'outlet', 'grain', 'contested',
  'confidence', 'text', 'days', 'reported'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type Unit = 'story' | 'report';
export type FacetName = 'type' | 'status' | 'actor' | 'recipient' | 'says' | 'country' | 'outlet' | 'grain' | 'contested';

export interface Result {
  /** the events to be drawn and listed: of each story the first that is in, or each; in order of n */
  picks: Uint32Array;
  unit: Unit;
  events: number; stories: number; articles: number;
  /** counts up with each change, to be compared */
  turn: number;
}
/** A value of a facet and how many stories (or reports) have it. */
export interface FacetValue { value: string; count: number }

/** "ARM", "ARM/GOV", "/MIL": is a party ("ARM/GOV/MIL") one of these?  Sectors need not be the primary ones. */
export function partyMatches(wanted: string, party: string): boolean {
  const [code, ...sectors] = wanted.split('/');
  const [ofCode, ...ofSectors] = party.split('/');
  return (code === '' || code === ofCode) && sectors.every((s) => ofSectors.includes(s));
}

/** What a place is called in the address: its GeoNames number, else its name. */
export function placeValue(place: { geonameid: number | null; name: string | null }): string {
  return place.geonameid ? String(place.geonameid) : (place.name ?? '');
}

/** The values by which parties are chosen: country, kind of party, and country with kind. */
class PartyValues {
  readonly values: string[] = [];
  /** of each party the indices into values */
  readonly of: Uint32Array[];

  constructor(parties: readonly string[]) {
    const known = new Map<string, number>();
    const index = (value: string): number => {
      let at = known.get(value);
      if (at === undefined) {
        known.set(value, (at = this.values.length));
        this.values.push(value);
      }
      return at;
    };
    this.of = parties.map((party) => {
      const [code = '', ...sectors] = party.split('/').filter((word, i) => i === 0 || word);
      const all = [code, ...(code === '---' ? [] : sectors.map((s) => `${code}/${s}`))];
      return Uint32Array.from([...all, ...sectors.map((s) => `/${s}`)], index);
    });
  }
}

export class Engine {
  private readonly failed: Uint32Array;
  private readonly asked: Partial<Record<Dimension, string>> = {};
  private readonly partyValues: PartyValues;
  private turn = 0;
  private unit: Unit = 'story';

  constructor(readonly cols: Columns) {
    this.failed = new Uint32Array(cols.events);
    this.partyValues = new PartyValues(cols.parties);
  }

  /** `found`: the article numbers of a full-text search, null while there is none. */
  apply(f: Filters, unit: Unit, found: readonly number[] | null = null): Result {
    this.unit = unit;
    const { cols } = this;
    this.dimension('type', f.type.join(), () => this.byCode(cols.type, f.type, cols.types));
    this.dimension('status', f.status.join(), () => this.byCode(cols.status, f.status, cols.statuses));
    this.dimension('grain', f.grain.join(), () => this.byCode(cols.grain, f.grain, ['none', ...cols.grains]));
    this.dimension('actor', f.actor.join(), () => this.byParty([cols.actor], f.actor));
    this.dimension('recipient', f.recipient.join(), () => this.byParty([cols.recipient], f.recipient));
    this.dimension('party', f.party.join(), () => this.byParty([cols.actor, cols.recipient], f.party));
    this.dimension('says', f.says.join(), () => this.byParty([cols.source], f.says));
    this.dimension('country', f.country.join(), () => this.byPlace(f.country, (p) => p.country ?? ''));
    this.dimension('place', f.place.join(), () => this.byPlace(f.place, placeValue));
    this.dimension('outlet', f.outlet.join('\n'), () => this.byOutlet(f.outlet));
    this.dimension('contested', f.contested.join(), () => this.byContested(f.contested));
    this.dimension('confidence', f.confidence ? String(f.confidence) : '', () => (e) => (cols.confidence[e] as number) >= f.confidence);
    this.dimension('days', f.from || f.until ? `${f.from},${f.until}` : '', () => this.byDays(f.from, f.until));
    this.dimension('reported', f.reported_from || f.reported_until ? `${f.reported_from},${f.reported_until}` : '',
      () => this.byReported(f.reported_from, f.reported_until));
    this.dimension('text', found ? `${f.text}\n${found.length}` : '', () => this.byArticle(found ?? []));
    return this.collect();
  }

  /** How many stories (or reports) each value of a facet has, among what all other filters leave; most first. */
  facet(name: FacetName): FacetValue[] {
    const { cols } = this;
    switch (name) {
      case 'type': return this.countCodes('type', cols.type, cols.types);
      case 'status': return this.countCodes('status', cols.status, cols.statuses);
      case 'grain': return this.countCodes('grain', cols.grain, ['none', ...cols.grains]);
      case 'actor': return this.countParties('actor', cols.actor);
      case 'recipient': return this.countParties('recipient', cols.recipient);
      case 'says': return this.countParties('says', cols.source);
      case 'country': return this.countCountries();
      case 'outlet': return this.countCodes('outlet', this.outletOfEvent(), ['none', ...cols.outlets]);
      case 'contested': return this.countContested();
    }
  }

  // ---- one filter, one bit ---------------------------------------------------

  private dimension(name: Dimension, asked: string, test: () => (e: number) => boolean): void {
    if ((this.asked[name] ?? '') === asked) return;
    this.asked[name] = asked;
    const bit = 1 << DIMENSIONS.indexOf(name), { failed } = this, N = this.cols.events;
    if (asked === '') {
      for (let e = 0; e < N; e++) failed[e]! &= ~bit;
      return;
    }
    const holds = test();
    for (let e = 0; e < N; e++) failed[e] = holds(e) ? (failed[e] as number) & ~bit : (failed[e] as number) | bit;
  }

  private byCode(column: Uint8Array, wanted: readonly string[], names: readonly string[]): (e: number) => boolean {
    const chosen = new Uint8Array(Math.max(256, names.length));
    for (const word of wanted) chosen[names.indexOf(word)] = 1;
    return (e) => chosen[column[e] as number] === 1;
  }

  private byParty(roles: readonly PartyLists[], wanted: readonly string[]): (e: number) => boolean {
    const { parties } = this.cols;
    const words = wanted.filter((w) => w !== 'none'), none = words.length < wanted.length;
    const chosen = Uint8Array.from(parties, (party) => (words.some((w) => partyMatches(w, party)) ? 1 : 0));
    return (e) => {
      let any = false;
      for (const { at, list } of roles) {
        for (let i = at[e] as number; i < (at[e + 1] as number); i++) {
          if (chosen[list[i] as number] === 1) return true;
          any = true;
        }
      }
      return none && !any;
    };
  }

  private byPlace(wanted: readonly string[], value: (place: Columns['places'][number]) => string): (e: number) => boolean {
    const { places, place } = this.cols;
    const chosen = new Uint8Array(places.length + 1);
    if (wanted.includes('none')) chosen[0] = 1;
    places.forEach((p, i) => { if (wanted.includes(value(p))) chosen[i + 1] = 1; });
    return (e) => chosen[place[e] as number] === 1;
  }

  private byOutlet(wanted: readonly string[]): (e: number) => boolean {
    const { outlets, outlet, article } = this.cols;
    const chosen = new Uint8Array(outlets.length + 1);
    if (wanted.includes('none')) chosen[0] = 1;
    outlets.forEach((name, i) => { if (wanted.includes(name)) chosen[i + 1] = 1; });
    return (e) => chosen[outlet[article[e] as number] as number] === 1;
  }

  private byContested(wanted: readonly string[]): (e: number) => boolean {
    const { contested } = this.cols;
    let mask = 0;
    for (const word of wanted) mask |= word === 'denied' ? 1 : word === 'actor' ? 2 : word === 'number' ? 4 : 7;
    return (e) => ((contested[e] as number) & mask) !== 0;
  }

  /** The act's days lie wholly within, as `dateline query` has it; one of which only the last day is known lies before it. */
  private byDays(from: string, until: string): (e: number) => boolean {
    const { first, last } = this.cols;
    const low = dayNumber(from), high = dayNumber(until);
    return (e) => {
      const a = first[e] as number, b = last[e] as number;
      return (low === null || (a !== NO_DAY && a >= low)) && (high === null || (b !== NO_DAY && b <= high));
    };
  }

  private byReported(from: string, until: string): (e: number) => boolean {
    const { published, article } = this.cols;
    const low = dayNumber(from) ?? NO_DAY + 1, high = dayNumber(until) ?? 2147483647;
    return (e) => {
      const day = published[article[e] as number] as number;
      return day >= low && day <= high;
    };
  }

  private byArticle(numbers: readonly number[]): (e: number) => boolean {
    const wanted = new Set(numbers);
    const { articleN, article } = this.cols;
    const found = Uint8Array.from(articleN, (n) => (wanted.has(n) ? 1 : 0));
    return (e) => found[article[e] as number] === 1;
  }

  // ---- what is in --------------------------------------------------------------

  private collect(): Result {
    const { failed, cols } = this, { groupOf, article } = cols, N = cols.events;
    const seenGroup = new Uint8Array(cols.groups), seenArticle = new Uint8Array(cols.articles);
    const picks = new Uint32Array(N);
    let events = 0, stories = 0, articles = 0, k = 0;
    for (let e = 0; e < N; e++) {
      if (failed[e] !== 0) continue;
      events++;
      const g = groupOf[e] as number, a = article[e] as number;
      if (seenArticle[a] === 0) { seenArticle[a] = 1; articles++; }
      if (seenGroup[g] === 0) { seenGroup[g] = 1; stories++; picks[k++] = e; }
      else if (this.unit === 'report') picks[k++] = e;
    }
    return { picks: picks.slice(0, k), unit: this.unit, events, stories, articles, turn: ++this.turn };
  }

  // ---- facets --------------------------------------------------------------------

  /** Calls `each` for every event that only this dimension may hold back, stories together; `mark` tells stories (or reports) apart. */
  private among(name: Dimension, each: (e: number, mark: number) => void): void {
    const { failed, cols } = this, { groupList, groupOf } = cols, N = cols.events;
    const others = ~(1 << DIMENSIONS.indexOf(name)), byStory = this.unit === 'story';
    for (let i = 0; i < N; i++) {
      const e = groupList[i] as number;
      if (((failed[e] as number) & others) === 0) each(e, byStory ? (groupOf[e] as number) + 1 : i + 1);
    }
  }

  private tally(values: readonly string[], fill: (count: (value: number, mark: number) => void) => void): FacetValue[] {
    const counts = new Uint32Array(values.length), last = new Uint32Array(values.length);
    fill((value, mark) => {
      if (last[value] === mark) return;
      last[value] = mark;
      counts[value]!++;
    });
    const out: FacetValue[] = [];
    for (let v = 0; v < values.length; v++) if ((counts[v] as number) > 0) out.push({ value: values[v] as string, count: counts[v] as number });
    return out.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }

  private countCodes(name: Dimension, column: Uint8Array | Uint16Array, names: readonly string[]): FacetValue[] {
    return this.tally(names, (count) => this.among(name, (e, mark) => count(column[e] as number, mark)));
  }

  private countParties(name: Dimension, { at, list }: PartyLists): FacetValue[] {
    const { of, values } = this.partyValues, none = values.length;
    return this.tally([...values, 'none'], (count) => this.among(name, (e, mark) => {
      const end = at[e + 1] as number;
      if (at[e] === end) count(none, mark);
      for (let i = at[e] as number; i < end; i++) {
        const own = of[list[i] as number] as Uint32Array;
        for (let k = 0; k < own.length; k++) count(own[k] as number, mark);
      }
    }));
  }

  private countCountries(): FacetValue[] {
    const { places, place } = this.cols;
    const names = ['none', ...new Set(places.map((p) => p.country ?? ''))];
    const of = Uint32Array.from([0, ...places.map((p) => names.indexOf(p.country ?? ''))]);
    return this.tally(names, (count) => this.among('country', (e, mark) => count(of[place[e] as number] as number, mark))).filter((v) => v.value !== '');
  }

  private countContested(): FacetValue[] {
    const { contested } = this.cols;
    return this.tally(['any', 'denied', 'actor', 'number'], (count) => this.among('contested', (e, mark) => {
      const bits = contested[e] as number;
      if (bits !== 0) count(0, mark);
      if (bits & 1) count(1, mark);
      if (bits & 2) count(2, mark);
      if (bits & 4) count(3, mark);
    }));
  }

  private outlets: Uint16Array | null = null;
  private outletOfEvent(): Uint16Array {
    const { article, outlet } = this.cols;
    return (this.outlets ??= Uint16Array.from(article, (a) => outlet[a] as number));
  }
}
