// main.tsx: the shell: what is loaded, which page the address asks for.
import { render } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ApiError, api, takeToken, type Info } from './api.ts';
import { ArticlePage } from './article.tsx';
import { decodeColumns, type Columns } from './columns.ts';
import { Facets } from './facets.tsx';
import { Engine } from './filter.ts';
import { Help } from './help.tsx';
import { useRested, useStages } from './later.ts';
import { LedgerPage } from './ledger.tsx';
import { MapView } from './map.tsx';
import { Matrix } from './matrix.tsx';
import { Network } from './network.tsx';
import { Frame, Switch, unitWords, type ViewProps } from './panel.tsx';
import { Address, EMPTY, LISTS, WORDS, countFilters, type State, type ViewName } from './state.ts';
import { StoryPage } from './story.tsx';
import './style.css';
import { Table } from './table.tsx';
import { ThemeButton, takeTheme } from './theme.tsx';
import { Timeline } from './timeline.tsx';
import { CONTESTED_LABEL, FACET_LABEL, NO_SOURCE, VIEW_LABEL, countryLabel, dayNumber, grainLabel, longDay, number, partyLabel, statusLabel, typeLabel } from './words.ts';

const TABS: readonly ViewName[] = ['overview', 'time', 'map', 'network', 'matrix', 'table'];

interface Found { text: string; found: readonly number[] | null; fault: string }

/** The articles that a full-text search finds, null where none is asked for.  Until an answer is there, and when the
 * question is refused, what was found before stays; at first nothing is. */
function useSearch(text: string): Found & { waiting: boolean } {
  const rested = useRested(text, 200);
  const [answer, setAnswer] = useState<Found>({ text: '', found: text ? [] : null, fault: '' });
  useEffect(() => {
    if (!rested) {
      setAnswer({ text: '', found: null, fault: '' });
      return;
    }
    const stop = new AbortController();
    api.search(rested, stop.signal).then((found) => setAnswer({ text: rested, found, fault: '' }), (reason: unknown) => {
      if (reason instanceof ApiError) setAnswer((before) => ({ text: rested, found: before.found ?? [], fault: [reason.message, reason.hint].filter(Boolean).join(' ') }));
    });
    return () => stop.abort();
  }, [rested]);
  return { ...answer, waiting: answer.text !== text };
}

/** `later`: what the store is and who coded it, which the views do without. */
function App({ address, later, cols }: { address: Address; later: Promise<Info>; cols: Columns }) {
  const [state, show] = useState(address.get());
  const [info, setInfo] = useState<Info | null>(null), [lost, setLost] = useState('');
  useEffect(() => { later.then(setInfo, (reason: unknown) => setLost(reason instanceof Error ? reason.message : String(reason))); }, [later]);
  const store = info?.store ?? '';
  const [help, setHelp] = useState(false);
  useEffect(() => address.listen(show), [address]);
  useKeys(address, () => setHelp((open) => !open));
  const engine = useMemo(() => new Engine(cols), [cols]);
  const { found, fault, waiting } = useSearch(state.text);
  const result = useMemo(() => engine.apply(state, state.unit, found), [engine, state, state.unit, found]);
  useEffect(() => { document.title = [VIEW_LABEL[state.view], store, 'dateline'].filter(Boolean).join(' · '); }, [state.view, store]);
  const page = ['article', 'story', 'ledger'].includes(state.view);

  return <>
    <a class="skip" href="#main">To the content</a>
    <Header {...{ address, state, store, fault }} ask={() => setHelp(true)} />
    <div class={page ? 'body page' : 'body'}>
      {!page && <Side {...{ address, state, engine, result }} />}
      <main id="main" tabIndex={-1}>
        {page ? (info ? <Page {...{ address, state, info, cols }} /> : <p class={lost ? 'failed' : 'loading'} role="status">{lost || 'Reading …'}</p>) : <>
          <h1 class="hidden">{VIEW_LABEL[state.view]}</h1>
          <Summary {...{ address, state, result, waiting }} total={cols.articles} />
          <Views {...{ cols, engine, result, state, address }} />
        </>}
      </main>
    </div>
    <Help open={help} close={() => setHelp(false)} />
  </>;
}

function Page({ address, state, info, cols }: { address: Address; state: State; info: Info; cols: Columns }) {
  const parties = useMemo(() => mostNamed(cols), [cols]);
  if (state.view === 'article') return <ArticlePage n={state.article} event={state.event} info={info} address={address} />;
  if (state.view === 'story') return <StoryPage n={state.story} info={info} address={address} />;
  return <LedgerPage sides={state.side} parties={parties} filters={state} info={info} address={address} />;
}

/** Countries and parties by how often they act, are acted upon or speak. */
function mostNamed(cols: Columns): string[] {
  const counts = new Map<string, number>();
  for (const { list } of [cols.actor, cols.recipient, cols.source]) {
    for (const p of list) {
      const [code = '', sector = ''] = (cols.parties[p] as string).split('/');
      if (code === '---') continue;
      counts.set(code, (counts.get(code) ?? 0) + 1);
      if (sector) counts.set(`${code}/${sector}`, (counts.get(`${code}/${sector}`) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([party]) => party);
}

function Views(props: Omit<ViewProps, 'alone'>) {
  switch (props.state.view) {
    case 'time': return <Timeline {...props} alone />;
    case 'map': return <MapView {...props} alone />;
    case 'network': return <Network {...props} alone />;
    case 'matrix': return <Matrix {...props} alone />;
    case 'table': return <Table {...props} alone />;
    default: return <Overview {...props} />;
  }
}

/** All together; the time line first, the rest a frame later each. */
function Overview(props: Omit<ViewProps, 'alone'>) {
  const stage = useStages(4);
  return (
    <div class="overview">
      <Timeline {...props} alone={false} />
      {stage >= 2 ? <MapView {...props} alone={false} /> : <Frame name="map" title={VIEW_LABEL.map}><div class="map" /></Frame>}
      {stage >= 3 ? <Network {...props} alone={false} /> : <Frame name="network" title={VIEW_LABEL.network}><div class="map" /></Frame>}
      {stage >= 4 && <Table {...props} alone={false} />}
    </div>
  );
}

function Header({ address, state, store, fault, ask }: { address: Address; state: State; store: string; fault: string; ask: () => void }) {
  const go = (view: ViewName) => (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    address.set({ view, page: 0 });
  };
  // on a narrow page the views' names scroll: the one that is shown is to be seen
  const tabs = useRef<HTMLElement>(null);
  useEffect(() => {
    const tab = tabs.current?.querySelector<HTMLElement>('[aria-current]');
    if (tab && tabs.current) tabs.current.scrollLeft = tab.offsetLeft - (tabs.current.clientWidth - tab.clientWidth) / 2;
  }, [state.view]);
  return (
    <header class="top">
      <a class="brand" href="/" title={store}><b>dateline</b><span>{store}</span></a>
      <nav aria-label="Views" ref={tabs}>
        {[...TABS, 'ledger' as const].map((view) => (
          <a key={view} href={address.link({ view, page: 0 })} aria-current={state.view === view ? 'page' : undefined} onClick={go(view)}>{VIEW_LABEL[view]}</a>
        ))}
      </nav>
      <form class="search" role="search" onSubmit={(event) => event.preventDefault()}>
        <label class="hidden" for="search">Search the texts</label>
        <input id="search" class="field" type="search" placeholder="Search the texts  ( / )" value={state.text} aria-invalid={fault !== ''} aria-describedby="search-fault"
          onInput={(event) => address.set({ text: event.currentTarget.value, page: 0, ...(['article', 'story', 'ledger'].includes(state.view) ? { view: 'overview' as const } : {}) }, true)} />
        <span id="search-fault" class="fault" role="alert">{fault}</span>
      </form>
      <span class="tools">
        <ThemeButton />
        <button type="button" class="button icon" onClick={ask} aria-label="Help" title="Help (?)">?</button>
      </span>
    </header>
  );
}

type Parts = Pick<ViewProps, 'address' | 'state' | 'engine' | 'result'>;

/** The filters: beside the views where there is room, else behind a button. */
function Side({ address, state, engine, result }: Parts) {
  const [open, setOpen] = useState(false);
  const n = countFilters(state);
  return (
    <aside class={open ? 'side open' : 'side'} aria-label="Filters">
      <button type="button" class="button opener" aria-expanded={open} aria-controls="facets" onClick={() => setOpen(!open)}>{open ? 'Close the filters' : n > 0 ? `Filters (${n})` : 'Filters'}</button>
      <div id="facets" class="facets" tabIndex={-1}><Facets {...{ engine, result, state, address }} /></div>
    </aside>
  );
}

/** How much is meant, of what, and by which filters. */
function Summary({ address, state, result, total, waiting }: Omit<Parts, 'engine'> & { total: number; waiting: boolean }) {
  const [one, more] = unitWords(result.unit), n = result.unit === 'story' ? result.stories : result.events;
  return (
    <div class="summary">
      <p class={waiting ? 'count waiting' : 'count'} role="status" aria-live="polite" aria-busy={waiting}>
        <strong class="numbers">{number(n)}</strong> {n === 1 ? one : more}
        <span class="quiet numbers"> {result.unit === 'story' ? `told by ${number(result.events)} records ` : ''}in {number(result.articles)} of {number(total)} articles</span>
      </p>
      <Switch label="What is counted" value={state.unit} choices={[['story', 'Stories'], ['report', 'Records']]} choose={(unit) => address.set({ unit, page: 0 })} />
      <Chosen address={address} state={state} />
    </div>
  );
}

const VALUE_LABEL: Partial<Record<string, (value: string) => string>> = {
  type: typeLabel, status: statusLabel, actor: partyLabel, recipient: partyLabel, party: partyLabel, says: partyLabel, country: countryLabel, grain: grainLabel,
  contested: (v) => CONTESTED_LABEL[v] ?? v,
};
const NONE_LABEL: Partial<Record<string, string>> = { says: NO_SOURCE, country: 'none told', actor: 'none told', recipient: 'none told', outlet: 'none named' };

function Chosen({ address, state }: { address: Address; state: State }) {
  if (countFilters(state) === 0) return null;
  const chip = (key: string, label: string, value: string, patch: Partial<State>): preact.JSX.Element => (
    <li key={`${key} ${value}`}><button type="button" class="chip filter" onClick={() => address.set({ ...patch, page: 0 })} aria-label={`Let go: ${label} ${value}`}><span class="quiet">{label}</span><span class="value">{value}</span><span aria-hidden="true">×</span></button></li>
  );
  return (
    <ul class="chosen" aria-label="Filters in force">
      {LISTS.flatMap((key) => state[key].map((value) => chip(key, FACET_LABEL[key], (value === 'none' ? NONE_LABEL[key] : undefined) ?? VALUE_LABEL[key]?.(value) ?? value, { [key]: state[key].filter((v) => v !== value) })))}
      {WORDS.filter((key) => state[key]).map((key) => chip(key, FACET_LABEL[key], key === 'text' ? state.text : longDay(dayNumber(state[key]) ?? 0), { [key]: '' }))}
      {state.confidence > 0 && chip('confidence', FACET_LABEL.confidence, `${state.confidence} %`, { confidence: 0 })}
      <li><button type="button" class="button plain" onClick={() => address.set({ ...EMPTY, page: 0 })}>Clear all</button></li>
    </ul>
  );
}

/** To the first filter; on a narrow page they are opened first. */
function toFilters(): void {
  const first = (): HTMLElement | null => document.querySelector<HTMLElement>('#facets input');
  if (first()?.offsetParent) first()?.focus();
  else {
    document.querySelector<HTMLElement>('.side .opener')?.click();
    requestAnimationFrame(() => first()?.focus());
  }
}

/** Keys that hold everywhere but where one writes. */
function useKeys(address: Address, help: () => void): void {
  const latest = useRef(help);
  latest.current = help;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const at = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || at.matches('input:not([type=checkbox]):not([type=range]), textarea, select, [contenteditable]')) return;
      const view = TABS[Number(event.key) - 1];
      if (event.key === '/') document.getElementById('search')?.focus();
      else if (event.key === 'f') toFilters();
      else if (event.key === '?') latest.current();
      else if (view) address.set({ view, page: 0 });
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [address]);
}

async function start(): Promise<void> {
  const root = document.getElementById('app');
  if (!root) return;
  takeTheme();
  takeToken();
  try {
    const info = api.info(), cols = decodeColumns(await api.columns());
    root.replaceChildren();
    render(<App address={new Address()} later={info} cols={cols} />, root);
  } catch (reason) {
    const line = Object.assign(document.createElement('p'), { className: 'failed', textContent: reason instanceof Error ? reason.message : String(reason) });
    line.setAttribute('role', 'alert');
    root.replaceChildren(line);
  }
}

void start();
