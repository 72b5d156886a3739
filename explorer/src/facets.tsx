// facets.tsx: by what can the view be narrowed, and what would be left?
import { useDeferred } from './later.ts';
import { useId, useMemo, useState } from 'preact/hooks';
import type { Engine, FacetName, FacetValue, Result } from './filter.ts';
import { toggled } from './panel.tsx';
import type { Address, State } from './state.ts';
import { CONTESTED_LABEL, FACET_LABEL, NO_SOURCE, QUADS, QUAD_LABEL, STATUSES, STATUS_ABOUT, TYPES, countryLabel, grainLabel, number, partyLabel, quadOf, statusLabel, typeLabel } from './words.ts';

interface FacetsProps { engine: Engine; result: Result; state: State; address: Address }

const GRAIN_ORDER = ['day', 'week', 'month', 'quarter', 'year', 'decade', 'century', 'range', 'none'];
const SHORT = 7, LONG = 40;

export function Facets({ engine, result, state, address }: FacetsProps) {
  const turn = useDeferred(result.turn);
  const counts = useMemo(() => {
    if (turn === null) return null;
    const names: FacetName[] = ['type', 'status', 'actor', 'recipient', 'says', 'country', 'outlet', 'grain', 'contested'];
    return Object.fromEntries(names.map((name) => [name, engine.facet(name)])) as Record<FacetName, FacetValue[]>;
  }, [engine, turn, result.unit]);
  if (!counts) return null;
  const part = { state, address };
  return <>
    <TypeFacet {...part} values={counts.type} />
    <Finder {...part} name="actor" values={counts.actor} label={partyLabel} none="None told" />
    <Finder {...part} name="recipient" values={counts.recipient} label={partyLabel} none="None told" />
    <Finder {...part} name="says" values={counts.says} label={partyLabel} none={NO_SOURCE} />
    <Choices {...part} name="status" values={byOrder(counts.status, STATUSES)} label={statusLabel} about={(v) => STATUS_ABOUT[v] ?? ''} />
    <Finder {...part} name="country" values={counts.country} label={countryLabel} none="No place" />
    <Choices {...part} name="contested" values={byOrder(counts.contested, ['any', 'denied', 'actor', 'number'])} label={(v) => CONTESTED_LABEL[v] ?? v} />
    <Days {...part} />
    <Choices {...part} name="grain" values={byOrder(counts.grain, GRAIN_ORDER)} label={grainLabel} />
    <Confidence {...part} />
    <Finder {...part} name="outlet" values={counts.outlet} label={(v) => v} none="No outlet named" />
  </>;
}

interface PartProps { state: State; address: Address }
interface ValuesProps extends PartProps { name: FacetName; values: readonly FacetValue[]; label: (value: string) => string }

function byOrder(values: readonly FacetValue[], order: readonly string[]): FacetValue[] {
  return [...values].sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
}

/** What is chosen but has no row now is still to be seen, so that it can be let go. */
function withChosen(values: readonly FacetValue[], chosen: readonly string[]): FacetValue[] {
  const missing = chosen.filter((value) => !values.some((v) => v.value === value));
  return [...values, ...missing.map((value) => ({ value, count: 0 }))];
}

function Section({ name, chosen, address, children }: { name: FacetName; chosen: readonly string[]; address: Address; children: preact.ComponentChildren }) {
  return (
    <fieldset class="facet">
      <legend>{FACET_LABEL[name]}{chosen.length > 0 && <button type="button" class="button plain clear" onClick={() => address.set({ [name]: [], page: 0 })} aria-label={`Any ${FACET_LABEL[name].toLowerCase()}`}>any</button>}</legend>
      {children}
    </fieldset>
  );
}

function Choice({ name, value, count, most, on, toggle, children, class: more = '', about = '' }: {
  name: string; value: string; count: number; most: number; on: boolean; toggle: () => void; children: preact.ComponentChildren; class?: string; about?: string;
}) {
  return (
    <label class={`choice ${more} ${on ? 'on' : ''}`} title={about} style={{ '--share': `${most > 0 ? (100 * count) / most : 0}%` }}>
      <input type="checkbox" name={name} value={value} checked={on} onChange={toggle} />
      <span class="value">{children}</span>
      <span class="count numbers">{number(count)}</span>
    </label>
  );
}

function TypeFacet({ state, address, values }: PartProps & { values: readonly FacetValue[] }) {
  const shown = withChosen(values, state.type), most = Math.max(0, ...shown.map((v) => v.count));
  return (
    <Section name="type" chosen={state.type} address={address}>
      {shown.length === 0 && <p class="quiet small">Nothing left by the other filters.</p>}
      {QUADS.map((quad) => {
        const own = byOrder(shown.filter((v) => quadOf(v.value) === quad), Object.keys(TYPES));
        if (own.length === 0) return null;
        return (
          <div class={`quad ${quad}`} role="group" aria-label={QUAD_LABEL[quad]} key={quad}>
            <span class="quad-name"><i class="swatch" />{QUAD_LABEL[quad]}</span>
            {own.map(({ value, count }) => (
              <Choice key={value} name="type" {...{ value, count, most }} class={quad} on={state.type.includes(value)} about={TYPES[value]?.about ?? ''} toggle={() => address.set({ type: toggled(state.type, value), page: 0 })}>{typeLabel(value)}</Choice>
            ))}
          </div>
        );
      })}
    </Section>
  );
}

function Choices({ state, address, name, values, label, about }: ValuesProps & { about?: (value: string) => string }) {
  const shown = withChosen(values, state[name]), most = Math.max(0, ...shown.map((v) => v.count));
  if (shown.length === 0) return null;
  return (
    <Section name={name} chosen={state[name]} address={address}>
      {shown.map(({ value, count }) => (
        <Choice key={value} {...{ name, value, count, most }} on={state[name].includes(value)} about={about?.(value) ?? ''} toggle={() => address.set({ [name]: toggled(state[name], value), page: 0 })}>{label(value)}</Choice>
      ))}
    </Section>
  );
}

/** Long lists: the most frequent, and a box to find the rest.  Of parties the countries stand first; words find kinds and pairs. */
function Finder({ state, address, name, values, label, none }: ValuesProps & { none: string }) {
  const [words, setWords] = useState(''), [all, setAll] = useState(false);
  const id = useId();
  const wanted = words.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const named = (value: string): string => (value === 'none' ? none : label(value));
  const plain = wanted.length === 0 ? values.filter((v) => !v.value.includes('/')) : values.filter((v) => {
    const text = `${v.value} ${named(v.value)}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  const limit = all || wanted.length > 0 ? LONG : SHORT;
  const chosen = state[name], shown = [...plain.slice(0, limit)];
  for (const value of chosen) if (!shown.some((v) => v.value === value)) shown.push(values.find((v) => v.value === value) ?? { value, count: 0 });
  const most = Math.max(0, ...shown.map((v) => v.count));
  return (
    <Section name={name} chosen={chosen} address={address}>
      {(values.length > SHORT || words) && <>
        <label class="hidden" for={id}>Find in {FACET_LABEL[name].toLowerCase()}</label>
        <input id={id} class="field find" type="search" placeholder={['actor', 'recipient', 'says'].includes(name) ? 'Find: Armenia, police, ARM/GOV …' : 'Find …'} value={words} onInput={(event) => setWords(event.currentTarget.value)} />
      </>}
      {shown.map(({ value, count }) => (
        <Choice key={value} {...{ name, value, count, most }} on={chosen.includes(value)} toggle={() => address.set({ [name]: toggled(chosen, value), page: 0 })}>
          {named(value)}{value !== 'none' && value !== '---' && label(value) !== value && <code> {value}</code>}</Choice>
      ))}
      {shown.length === 0 && <p class="quiet small">{wanted.length > 0 ? 'Nothing of that name.' : 'Nothing left by the other filters.'}</p>}
      {plain.length > SHORT && wanted.length === 0 && <button type="button" class="button plain more" onClick={() => setAll(!all)}>{all ? 'Fewer' : `${number(Math.min(plain.length, LONG) - SHORT)} more${plain.length > LONG ? ' (find the rest)' : ''}`}</button>}
    </Section>
  );
}

function Days({ state, address }: PartProps) {
  const pairs = [['Day of the act', 'from', 'until'], ['Day of the report', 'reported_from', 'reported_until']] as const;
  return <>{pairs.map(([title, from, until]) => (
    <fieldset class="facet days" key={from}>
      <legend>{title}</legend>
      {([from, until] as const).map((key) => (
        <label key={key}><span>{key === from ? 'from' : 'until'}</span>
          <input class="field" type="date" value={state[key]} aria-label={`${title}, ${key === from ? 'from' : 'until'}`} onChange={(event) => address.set({ [key]: event.currentTarget.value, page: 0 })} /></label>
      ))}
    </fieldset>
  ))}</>;
}

function Confidence({ state, address }: PartProps) {
  return (
    <fieldset class="facet">
      <legend>{FACET_LABEL.confidence}</legend>
      <label class="slider"><span class="hidden">{FACET_LABEL.confidence}, in percent</span>
        <input type="range" min="0" max="95" step="5" value={state.confidence} onInput={(event) => address.set({ confidence: Number(event.currentTarget.value), page: 0 }, true)} />
        <output class="numbers">{state.confidence} %</output></label>
    </fieldset>
  );
}
