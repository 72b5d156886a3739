// words.ts: what does the page call things?  Every code has a label beside it;
// every string that is not shown once only is here.  Labels say what a source
// tells, never what is so.
import countryNames from 'country-names';

export type Quad = 'vc' | 'mc' | 'vx' | 'mx';
export const QUADS: readonly Quad[] = ['vc', 'mc', 'vx', 'mx'];
export const QUAD_LABEL: Record<Quad, string> = {
  vc: 'Verbal cooperation', mc: 'Material cooperation', vx: 'Verbal conflict', mx: 'Material conflict',
};

interface TypeWords { quad: Quad; label: string; about: string }

/** PLOVER's types, in its order from cooperation to conflict. */
export const TYPES: Record<string, TypeWords> = {
  AGREE: { quad: 'vc', label: 'Agree', about: 'agrees, offers or promises to cooperate; planned visits and meetings' },
  CONSULT: { quad: 'vc', label: 'Consult', about: 'meetings, visits, calls, negotiation, mediation' },
  SUPPORT: { quad: 'vc', label: 'Support', about: 'praise, endorsement, recognition, ratified treaties' },
  CONCEDE: { quad: 'vc', label: 'Concede', about: 'yields in words: accepts demands, pardons, apologises, announces a ceasefire' },
  COOPERATE: { quad: 'mc', label: 'Cooperate', about: 'material exchange: trade, joint exercises, extradition' },
  AID: { quad: 'mc', label: 'Aid', about: 'one-sided help: money, arms, relief, asylum, peacekeepers' },
  RETREAT: { quad: 'mc', label: 'Retreat', about: 'withdraws, releases, disarms, keeps a ceasefire, resigns' },
  REQUEST: { quad: 'vx', label: 'Request', about: 'asks, demands, appeals, orders' },
  ACCUSE: { quad: 'vx', label: 'Accuse', about: 'criticises, condemns, accuses, sues, investigates' },
  REJECT: { quad: 'vx', label: 'Reject', about: 'refuses, vetoes, defies, cancels' },
  THREATEN: { quad: 'vx', label: 'Threaten', about: 'threats, ultimatums, warnings of acts to come' },
  PROTEST: { quad: 'mx', label: 'Protest', about: 'civilians act together: demonstrations, strikes, riots' },
  SANCTION: { quad: 'mx', label: 'Sanction', about: 'cuts relations: sanctions, expulsions, halted aid, verdicts' },
  MOBILIZE: { quad: 'mx', label: 'Mobilize', about: 'shows or raises force without using it' },
  COERCE: { quad: 'mx', label: 'Coerce', about: 'arrests, raids, curfews, censorship, bans' },
  ASSAULT: { quad: 'mx', label: 'Assault', about: 'deliberate acts that can do bodily harm, by anyone' },
};

export function quadOf(type: string): Quad {
  return TYPES[type]?.quad ?? 'vc';
}
export function typeLabel(type: string): string {
  return TYPES[type]?.label ?? type;
}
export function modeLabel(mode: string): string {
  return mode.replaceAll('-', ' ');
}

export const STATUSES = ['actual', 'planned', 'demanded', 'denied', 'hypothetical'] as const;
/** Seen from the innermost source: how it speaks of the act. */
export const STATUS_LABEL: Record<string, string> = {
  actual: 'told as done', planned: 'announced', demanded: 'demanded', denied: 'denied', hypothetical: 'supposed',
};
export const STATUS_ABOUT: Record<string, string> = {
  actual: 'a source or the outlet tells it as done; dateline does not judge whether it is so',
  planned: 'announced, promised or scheduled', demanded: 'somebody demands it', denied: 'a source says that it did not happen',
  hypothetical: 'if, may, could, would',
};
export function statusLabel(status: string): string {
  return STATUS_LABEL[status] ?? status;
}

const GRAIN_LABEL: Record<string, string> = {
  day: 'a day', week: 'a week', month: 'a month', quarter: 'a quarter', year: 'a year', decade: 'a decade', century: 'a century',
  range: 'a range of days', none: 'unknown',
};
export function grainLabel(grain: string): string {
  return GRAIN_LABEL[grain] ?? grain;
}

export const BASIS_LABEL: Record<string, string> = {
  stated: 'the text states the date', relative: 'reckoned from another date', named: 'of an event that the text names',
  published: 'told as news of the report’s day', unstated: 'the text does not tell',
};

export const QUOTE_LABEL: Record<string, string> = { direct: 'in quotation marks', indirect: 'in reported speech', none: 'in the outlet’s voice' };

export const CONTESTED_LABEL: Record<string, string> = {
  any: 'in any way', denied: 'a source denies it', actor: 'told with another actor', number: 'told with another number',
};

const SECTOR_LABEL: Record<string, string> = {
  GOV: 'government', MIL: 'armed forces', COP: 'police', LEG: 'parliament', JUD: 'courts', PTY: 'party', REB: 'armed opposition',
  PRM: 'paramilitaries', SPY: 'intelligence', UAF: 'unknown armed people', UNK: 'unknown', CVL: 'civilians', OPP: 'opposition',
  ELI: 'former officials', BUS: 'business', LAB: 'labour', AGR: 'farmers', EDU: 'education', MED: 'health', JRN: 'press', REF: 'refugees',
  REL: 'religious bodies', SOC: 'civil society', CRM: 'criminals', PRE: 'disputed entity',
};
export function sectorLabel(sector: string): string {
  return SECTOR_LABEL[sector] ?? sector;
}

const BODY_LABEL: Record<string, string> = {
  '---': 'Not known', UNO: 'United Nations', EUR: 'European Union', IGO: 'International body', NGO: 'Non-governmental body', MNC: 'Multinational firm',
  ISM: 'Movement across borders', IMG: 'Armed group across borders',
};
/** "ARM" → "Armenia". */
export function countryLabel(code: string): string {
  return BODY_LABEL[code] ?? countryNames[code] ?? code;
}
/** "ARM/GOV/MIL" → "Armenia · government, armed forces"; "/MIL" → "armed forces". */
export function partyLabel(party: string): string {
  const [code = '', ...sectors] = party.split('/');
  const what = sectors.filter(Boolean).map(sectorLabel).join(', ');
  if (code === '') return what;
  return what ? `${countryLabel(code)} · ${what}` : countryLabel(code);
}

/** Kinds of places as the coder names them, and how far off the point may be, in kilometres. */
const PLACE_KIND: Record<string, { label: string; radius: number }> = {
  city: { label: 'city', radius: 8 }, capital: { label: 'capital', radius: 12 }, facility: { label: 'site', radius: 3 }, place: { label: 'place', radius: 15 },
  admin3: { label: 'municipality', radius: 15 }, admin2: { label: 'district', radius: 35 }, admin1: { label: 'province or state', radius: 120 },
  border: { label: 'border', radius: 150 }, region: { label: 'region', radius: 200 }, country: { label: 'country', radius: 350 }, continent: { label: 'continent', radius: 1500 },
};
export function kindLabel(kind: string): string {
  return PLACE_KIND[kind]?.label ?? kind;
}
export function kindRadius(kind: string): number {
  return PLACE_KIND[kind]?.radius ?? 25;
}

const NUMBER = new Intl.NumberFormat('en');
/** 12345 → "12,345". */
export function number(n: number): string {
  return NUMBER.format(n);
}
/** "1 story", "12 stories". */
export function many(n: number, one: string, more: string): string {
  return `${number(n)} ${n === 1 ? one : more}`;
}

const DAY_MS = 86_400_000;
const LONG = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Days since 1970-01-01 → "2020-09-27". */
export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, -14);
}
/** "2020-09-27" → days since 1970-01-01, or null. */
export function dayNumber(iso: string | null): number | null {
  const ms = iso ? Date.parse(`${iso}T00:00:00Z`) : NaN;
  return Number.isNaN(ms) ? null : Math.round(ms / DAY_MS);
}
/** Days since 1970-01-01 → "27 Sept 2020", in one piece. */
export function longDay(day: number): string {
  return LONG.format(day * DAY_MS).replaceAll(' ', '\u00a0');
}

/** The days of an act as a reader says them: "27 Sept 2020", "January 1995", "1994", "by 3 May 2019", "unknown". */
export function daysLabel(first: number | null, last: number | null, grain: string | null): string {
  if (first === null && last === null) return 'day unknown';
  if (first === null) return `by ${longDay(last as number)}`;
  if (last === null) return `since ${longDay(first)}`;
  if (grain === 'month') return MONTH.format(first * DAY_MS);
  if (grain === 'year') return isoDay(first).slice(0, -6);
  if (grain === 'decade') return `${isoDay(first).slice(0, -6)}s`;
  return first === last ? longDay(first) : `${longDay(first)} – ${longDay(last)}`;
}

export const VIEW_LABEL = {
  overview: 'Overview', time: 'Time line', map: 'Map', network: 'Network', matrix: 'Matrix', table: 'Table',
  article: 'Article', story: 'Story', ledger: 'Claims ledger',
} as const;

export const FACET_LABEL = {
  type: 'Act', status: 'Told as', actor: 'Actor', recipient: 'Recipient', party: 'Actor or recipient', says: 'According to', country: 'Country of the place',
  place: 'Place', outlet: 'Outlet', grain: 'Days known to', contested: 'Contested',
  text: 'Text', from: 'From', until: 'Until', reported_from: 'Reported from', reported_until: 'Reported until', confidence: 'Confidence at least',
} as const;

export const NO_SOURCE = 'No source named (the outlet)';
