// article.tsx: what does this report tell, where in its text, and why?
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { api, type Article, type ArticleRef, type Info, type Row } from './api.ts';
import { Correct } from './correct.tsx';
import { inPage, useLoaded } from './load.ts';
import { LAYERS, claimTree, layerMarks, recordMarks, triggerMarks, type Claim, type Layer } from './marks.ts';
import './pages.css';
import { ActName, RecordFields, StatusChip, codeOf } from './record.tsx';
import { shown, unitsOf, type Mark } from './spans.ts';
import type { Address } from './state.ts';
import { Text, claimTitle } from './text.tsx';
import { WhyList } from './why.tsx';
import { dayNumber, longDay, many, partyLabel } from './words.ts';

export interface ArticleProps { n: number; event: number; info: Info; address: Address }

const LAYER_LABEL: Record<Layer, string> = { acts: 'Acts', sources: 'Sources', days: 'Days', places: 'Places', parties: 'Parties' };

export function ArticlePage({ n, event, info, address }: ArticleProps) {
  const { value, fault, again } = useLoaded((signal) => api.article(n, signal), [n]);
  if (n === 0) return <p class="failed">No article is chosen: open one from the table.</p>;
  if (fault) return <p class="failed" role="alert">{fault}</p>;
  if (!value || value.n !== n) return <p class="loading">Reading the article …</p>;
  return <Reading key={n} article={value} event={event} info={info} address={address} reload={again} />;
}

type ReadingProps = { article: Article; event: number; info: Info; address: Address; reload: () => void };

function Reading({ article, event, info, address, reload }: ReadingProps) {
  const [layers, setLayers] = useState<ReadonlySet<Layer>>(new Set(LAYERS));
  const [hovered, setHovered] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const text = useMemo(() => shown(article.text), [article]);
  const units = useMemo(() => unitsOf(article.text), [article]);
  const triggers = useMemo(() => triggerMarks(units, article.events), [article]);
  const claims = useMemo(() => claimTree(units, article.attributions), [article]);
  const row = article.events.find((r) => r.n === (hovered ?? event)) ?? null;
  const marks = useMemo(() => layerMarks(units, article, layers), [article, layers]);
  const now = useMemo(() => marksNow(units, row, claims.all.find((c) => c.of.ord === pointed) ?? null), [article, row, pointed, claims]);
  const corrections = useLoaded((signal) => api.corrections(article.n, signal), [article.n]);
  const choose = (n: number): void => address.set({ event: n }, true);
  useKeys(article.events, event, choose);
  useScroll(event);

  return (
    <div class={row ? 'reading has-record' : 'reading'}>
      <article class="panel report" aria-labelledby="report-title">
        <Head article={article} layers={layers} toggle={(layer) => setLayers(new Set(LAYERS.filter((l) => layers.has(l) !== (l === layer))))} />
        <Text {...{ text, triggers, marks, now, choose }} rows={article.events} claims={layers.has('sources') ? claims.all : NO_CLAIMS} current={row?.n ?? 0} claim={pointed} acts={layers.has('acts')} hover={setHovered} point={setPointed} />
        <Copies article={article} address={address} />
      </article>
      <div class="beside">
        <section class={row ? 'panel record filled' : 'panel record'} aria-labelledby="record-title" aria-live="polite">
          {row ? (
            <Record row={row} address={address} close={() => { setHovered(null); choose(0); }}>
              <Correct key={row.n} event={row.n} corrections={corrections.value ?? []} may={api.mayCorrect(info)} changed={() => { corrections.again(); reload(); }} />
            </Record>
          ) : <p class="nothing" id="record-title">{article.events.length > 0 ? 'Point at a marked word, or choose a record below.' : 'No act was found in this article.'}</p>}
        </section>
        {useMemo(() => <Records rows={article.events} current={event} choose={choose} />, [article, event])}
        {useMemo(() => <Claims roots={claims.roots} article={article} text={text} pointed={pointed} point={setPointed} />, [claims, pointed])}
      </div>
    </div>
  );
}

/** Of the record and the claim that are looked at. */
function marksNow(units: Uint32Array, row: Row | null, claim: Claim | null): Mark[] {
  const marks = row ? recordMarks(units, row.record, row.n) : [];
  if (claim) for (const span of claim.content) marks.push({ span, layer: 'claim', id: claim.of.ord });
  return marks;
}

/** j and k go from record to record. */
function useKeys(rows: readonly Row[], event: number, choose: (n: number) => void): void {
  useEffect(() => {
    const onKey = (key: KeyboardEvent): void => {
      if (key.ctrlKey || key.metaKey || key.altKey || (key.target as HTMLElement).matches('input, textarea, select') || (key.key !== 'j' && key.key !== 'k')) return;
      const at = rows.findIndex((r) => r.n === event), next = rows[key.key === 'j' ? at + 1 : Math.max(0, at - 1)];
      if (next) choose(next.n);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [rows, event]);
}

/** The chosen record's word comes into sight. */
function useScroll(event: number): void {
  const before = useRef(-1);
  useEffect(() => {
    if (event === before.current || event === 0) return;
    before.current = event;
    document.querySelector(`.text [data-n="${event}"]`)?.scrollIntoView({ block: matchMedia(NARROW).matches ? 'start' : 'nearest', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  }, [event]);
}

const NO_CLAIMS: readonly Claim[] = [];

const BASIS: Record<string, string> = { given: '', dateline: ', as its first line has it', inferred: ', inferred from the text', unknown: '' };

function Head({ article, layers, toggle }: { article: Article; layers: ReadonlySet<Layer>; toggle: (layer: Layer) => void }) {
  const safe = article.url && /^https?:\/\//.test(article.url) ? article.url : null;
  return (
    <header class="report-head">
      <h1 id="report-title" dir="auto">{shown(article.title ?? article.id)}</h1>
      <p class="quiet">
        <b dir="auto">{shown(article.outlet ?? 'outlet unknown')}</b>, {article.published ? `${longDay(dayNumber(article.published) ?? 0)}${BASIS[article.published_basis] ?? ''}` : 'day unknown'}
        {safe && <> · <a href={safe} rel="noreferrer noopener" target="_blank">original</a></>}
      </p>
      <p class="layers" role="group" aria-label="Marks in the text">
        {LAYERS.map((layer) => <button type="button" key={layer} class={`layer l-${layer}`} aria-pressed={layers.has(layer)} onClick={() => toggle(layer)}><span class="sample">{LAYER_LABEL[layer]}</span></button>)}
      </p>
    </header>
  );
}

const NARROW = '(max-width: 1020px)';

function Record({ row, address, close, children }: { row: Row; address: Address; close: () => void; children: ComponentChildren }) {
  const { record } = row;
  return <>
    <header>
      <h2 id="record-title"><ActName type={record.type} mode={record.mode} /></h2>
      <StatusChip status={record.status} />
      {row.contested && <span class="chip contested">contested</span>}
      <span class="quiet small numbers end">{Math.round(record.confidence * 100)} % sure</span>
      <button type="button" class="button icon close" aria-label="Close the record" onClick={close}>×</button>
    </header>
    <RecordFields row={row} />
    <p class="links">
      {row.story !== null && <a href={address.link({ view: 'story', story: row.story })} onClick={inPage(() => address.set({ view: 'story', story: row.story ?? 0 }))}>{row.reports > 1 ? `Told in ${many(row.reports, 'article', 'articles')}: compare` : 'The story'}</a>}
    </p>
    {children}
    <details class="whys" open={!matchMedia(NARROW).matches}><summary>Why</summary><WhyList n={row.n} /></details>
  </>;
}

/** Nothing happens here when a mouse passes: what is shown above would push the list away under it. */
function Records({ rows, current, choose }: { rows: readonly Row[]; current: number; choose: (n: number) => void }) {
  if (rows.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="records-title">
      <header><h2 id="records-title">{many(rows.length, 'record', 'records')}</h2><span class="quiet small end"><kbd>j</kbd> <kbd>k</kbd> next, previous</span></header>
      <ol class="records">
        {rows.map((row) => (
          <li key={row.n}>
            <button type="button" aria-pressed={row.n === current} onClick={() => choose(row.n)}>
              <ActName type={row.record.type} mode={null} /> {row.record.status !== 'actual' && <StatusChip status={row.record.status} />}
              <span class="small who">{sides(row)}</span>
              <span class="small quiet">{row.record.according_to.length > 0 ? [...row.record.according_to].reverse().map((s) => s.text ?? s.name ?? 'somebody').join(' › ') : 'the outlet'}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function sides({ record }: Row): string {
  const side = (list: readonly { code: string; sector: string[] }[]): string => list.map(codeOf).map((code) => (code === '---' ? '?' : code)).join(' + ');
  return `${side(record.actor) || '?'}${record.recipient.length > 0 ? ` → ${side(record.recipient)}` : ''}`;
}

const STANCE_LABEL: Record<string, string> = {
  asserted: 'says', denied: 'denies', asked: 'asks', demanded: 'demands', planned: 'announces', supposed: 'supposes', not_said: 'does not say',
};

/** The same as the brackets in words: who says what within whose words. */
function Claims({ roots, article, text, pointed, point }: { roots: readonly Claim[]; article: Article; text: string; pointed: number | null; point: (ord: number | null) => void }) {
  if (roots.length === 0) return null;
  const nest = (list: readonly Claim[]): preact.JSX.Element => (
    <ul>{list.map((claim) => (
      <li key={claim.of.ord}>
        <button type="button" class={claim.of.ord === pointed ? 'claim on' : 'claim'} title={claimTitle(claim)} onMouseEnter={() => point(claim.of.ord)} onMouseLeave={() => point(null)} onFocus={() => point(claim.of.ord)} onBlur={() => point(null)}>
          <b dir="auto">{claim.source.map((span) => text.slice(...span)).join(' ') || claim.of.name || 'somebody'}</b> <span class="quiet small">{claim.of.code ? partyLabel([claim.of.code, ...claim.of.sectors].join('/')) : ''}</span>{' '}
          <span class={`stance ${claim.of.stance}`}>{STANCE_LABEL[claim.of.stance] ?? claim.of.stance}</span>
          <q dir="auto">{shorten(claim.content.map((span) => text.slice(...span)).join(' … '))}</q>
        </button>
        {claim.inner.length > 0 && nest(claim.inner)}
      </li>
    ))}</ul>
  );
  return (
    <section class="panel claims" aria-labelledby="claims-title">
      <header><h2 id="claims-title">Who says what</h2></header>
      <ul><li><b dir="auto">{shown(article.outlet ?? 'The outlet')}</b> <span class="quiet small">passes on</span>{nest(roots)}</li></ul>
    </section>
  );
}

function shorten(words: string): string {
  const points = [...words.replaceAll(/\s+/g, ' ')];
  return points.length > 140 ? `${points.slice(0, 139).join('')}…` : points.join('');
}

function Copies({ article, address }: { article: Article; address: Address }) {
  if (article.copies.length === 0 && article.near.length === 0) return null;
  const line = (ref: ArticleRef): string => [shown(ref.outlet ?? 'outlet unknown'), ref.published && longDay(dayNumber(ref.published) ?? 0), shown(ref.title ?? ref.id)].filter(Boolean).join(', ');
  return (
    <footer class="copies">
      {article.near.length > 0 && <><h2>Nearly the same text</h2><ul>{article.near.map((ref) => <li key={ref.n}><a href={address.link({ view: 'article', article: ref.n ?? 0, event: 0 })} onClick={inPage(() => address.set({ view: 'article', article: ref.n ?? 0, event: 0 }))} dir="auto">{line(ref)}</a>{ref.n === article.copy_of && <span class="quiet"> – the earliest</span>}</li>)}</ul></>}
      {article.copies.length > 0 && <><h2>The very same text</h2><ul>{article.copies.map((ref) => <li key={ref.id} dir="auto">{line(ref)}</li>)}</ul></>}
    </footer>
  );
}
