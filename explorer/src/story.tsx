// story.tsx: who tells this act, who denies it, who tells it differently?
import { useMemo } from 'preact/hooks';
import { api, type Info, type Row, type Story } from './api.ts';
import { differences, groupOf, tellerOf, type Difference, type Group } from './compare.ts';
import { groupBy } from './group.ts';
import { inPage, useLoaded } from './load.ts';
import './pages.css';
import { ActName, StatusChip, codeOf, numberWords } from './record.tsx';
import { shown } from './spans.ts';
import type { Address } from './state.ts';
import { Evidence } from './table.tsx';
import { countryLabel, dayNumber, daysLabel, longDay, many, number, partyLabel } from './words.ts';

export interface StoryProps { n: number; info: Info; address: Address }

const GROUP_LABEL: Record<Group, string> = { told: 'Tell it', denied: 'Deny it', other: 'Announce, demand or suppose it' };
const GROUP_SIGN: Record<Group, string> = { told: '✓', denied: '✗', other: '…' };

export function StoryPage({ n, address }: StoryProps) {
  const { value, fault } = useLoaded((signal) => api.story(n, signal), [n]);
  const rows = value?.events ?? [];
  const groups = useMemo(() => groupBy(rows, groupOf), [value]);
  if (n === 0) return <p class="failed">No story is chosen: open one from the table.</p>;
  if (fault) return <p class="failed" role="alert">{fault}</p>;
  if (!value || value.story.n !== n) return <p class="loading">Reading the story …</p>;
  return (
    <div class="story">
      <StoryHead story={value.story} rows={rows} address={address} />
      <Differences list={differences(rows, numberWords)} />
      <div class="groups">
        {(['told', 'denied', 'other'] as const).map((group) => {
          const list = groups.get(group) ?? [];
          if (list.length === 0 && group === 'other') return null;
          return (
            <section key={group} class={`panel group g-${group}`} aria-labelledby={`g-${group}`}>
              <header><h2 id={`g-${group}`}><span class="sign" aria-hidden="true">{GROUP_SIGN[group]}</span> {GROUP_LABEL[group]}</h2><span class="quiet small end">{many(list.length, 'record', 'records')}</span></header>
              {list.length === 0 ? <p class="nothing">{group === 'denied' ? 'Nobody denies it here.' : 'Nobody tells it as done here.'}</p>
                : [...groupBy(list, tellerOf)].sort(([a], [b]) => Number(a === '') - Number(b === '')).map(([teller, told]) => (
                  <section key={teller} class="teller"><h3>{teller === '' ? 'Outlets in their own voice' : teller.startsWith('---') ? `Source of unknown country${teller.length > 3 ? `: ${partyLabel(teller.slice(3))}` : ''}` : partyLabel(teller)}</h3>
                    <ul>{told.map((row) => <Telling key={row.n} row={row} address={address} />)}</ul></section>
                ))}
            </section>
          );
        })}
      </div>
    </div>
  );
}

/** The record that tells most of the act. */
function fullest(rows: readonly Row[]): Row | undefined {
  const score = ({ record }: Row): number => (record.status === 'actual' ? 8 : 0) + (record.actor.length > 0 ? 4 : 0) + (record.recipient.length > 0 ? 2 : 0) + (record.when.start ? 1 : 0);
  return rows.toSorted((a, b) => score(b) - score(a) || a.n - b.n)[0];
}

/** Whom to put side by side: the countries; of one country alone its parts. */
function ledgerSides(rows: readonly Row[]): string[] {
  const parties = rows.flatMap((r) => [...r.record.actor, ...r.record.recipient, ...r.record.according_to]).filter((p) => p.code !== '---');
  const countries = [...new Set(rows.flatMap((r) => [...r.record.actor, ...r.record.recipient].map((p) => p.code)))].filter((code) => code !== '---');
  const parts = [...new Set(parties.filter((p) => p.sector.length > 0).map((p) => `${p.code}/${p.sector[0]}`))];
  return (countries.length > 1 ? countries : parts).slice(0, 4);
}

function StoryHead({ story, rows, address }: { story: Story; rows: readonly Row[]; address: Address }) {
  const row = fullest(rows);
  if (!row) return <h1>A story without records</h1>;
  const { record } = row, place = rows.flatMap((r) => r.record.where)[0];
  const side = (list: readonly { code: string; sector: string[] }[]): string => list.map((p) => partyLabel(codeOf(p))).join(' and ');
  const sides = ledgerSides(rows);
  return (
    <header class="story-head">
      <h1>{side(record.actor) || 'Somebody'} <ActName type={record.type} mode={record.mode} /> {record.recipient.length > 0 && <><span class="arrow" aria-label="to">→</span> {side(record.recipient)}</>}</h1>
      <p class="quiet">
        {daysLabel(dayNumber(record.when.start), dayNumber(record.when.end), record.when.grain)}{place?.name && <> · {place.name}{place.country && `, ${countryLabel(place.country)}`}</>}
        {' · '}{many(story.events, 'record', 'records')} in {many(story.articles, 'article', 'articles')}{story.originals < story.articles && `, ${number(story.originals)} of them no copies of each other`}
      </p>
      <p class="verdicts">
        {story.denied && <span class="chip contested">a source denies it</span>}{story.other_actor && <span class="chip contested">told of another actor</span>}{story.other_number && <span class="chip contested">told with other numbers</span>}
        {!story.contested && <span class="chip">not contested in these reports</span>}
        {sides.length > 1 && <a class="button" href={address.link({ view: 'ledger', side: sides })} onClick={inPage(() => address.set({ view: 'ledger', side: sides }))}>Claims ledger of {sides.map(partyLabel).join(' and ')}</a>}
      </p>
    </header>
  );
}

const DIFFERENCE_LABEL: Record<Difference['field'], string> = { actor: 'Who did it', number: 'How many', day: 'The day', place: 'The place' };

function Differences({ list }: { list: readonly Difference[] }) {
  if (list.length === 0) return null;
  return (
    <section class="panel differences" aria-labelledby="differences">
      <header><h2 id="differences">Told in more ways than one</h2></header>
      <dl>{list.map((d) => (
        <div key={d.field + d.what}><dt>{DIFFERENCE_LABEL[d.field]}{d.field === 'number' && <span class="quiet"> {d.what}</span>}</dt>
          {d.values.map((v) => <dd key={v.value}><b>{d.field === 'actor' ? v.value.split('+').map(countryLabel).join(', ') : d.field === 'number' ? v.value.replace(`${d.what}: `, '') : v.value}</b> <span class="quiet small">{[...new Set(v.rows.map((r) => r.record.according_to[0]?.text ?? r.outlet ?? 'an outlet'))].slice(0, 4).map(shown).join('; ')}</span></dd>)}</div>
      ))}</dl>
    </section>
  );
}

function Telling({ row, address }: { row: Row; address: Address }) {
  const { record } = row, to = { view: 'article', article: row.article, event: row.n } as const, chain = [...record.according_to].reverse();
  return (
    <li class="telling">
      <a class="words" href={address.link(to)} onClick={inPage(() => address.set(to))}><Evidence row={row} /></a>
      {groupOf(row) === 'other' && <> <StatusChip status={record.status} /></>}
      {record.counts.length > 0 && <span class="small"> {record.counts.map(numberWords).join('; ')}</span>}
      <span class="small quiet from"><bdi>{shown(row.outlet ?? row.doc)}</bdi>{row.published && `, ${longDay(dayNumber(row.published) ?? 0)}`}{chain.map((s, i) => <span key={i}> › <bdi>{shown(s.text ?? s.name ?? 'somebody')}</bdi>{s.cue && /\w/.test(s.cue) ? ` “${s.cue}”` : ''}</span>)}</span>
    </li>
  );
}
