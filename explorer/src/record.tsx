// record.tsx: one record in full: who did what to whom, when, where, according to whom.
import type { ComponentChildren } from 'preact';
import type { Count, Party, Row, Source } from './api.ts';
import { shown } from './spans.ts';
import { BASIS_LABEL, QUOTE_LABEL, STATUS_ABOUT, dayNumber, daysLabel, kindLabel, longDay, modeLabel, partyLabel, quadOf, statusLabel, typeLabel } from './words.ts';

export function codeOf(party: { code: string; sector: readonly string[] }): string {
  return [party.code, ...party.sector].join('/');
}

export function ActName({ type, mode }: { type: string; mode: string | null }) {
  return <span class={`act ${quadOf(type)}`}>{typeLabel(type)}{mode && <span class="mode">{modeLabel(mode)}</span>}</span>;
}

export function StatusChip({ status }: { status: string }) {
  return <span class={`status ${status}`} title={STATUS_ABOUT[status]}>{statusLabel(status)}</span>;
}

/** "killed: at least 12" */
export function numberWords(count: Pick<Count, 'what' | 'low' | 'high'>): string {
  const { what, low, high } = count;
  const many = low !== null && low === high ? low.toLocaleString('en') : low !== null && high !== null ? `${low.toLocaleString('en')} to ${high.toLocaleString('en')}`
    : low !== null ? `at least ${low.toLocaleString('en')}` : high !== null ? `at most ${high.toLocaleString('en')}` : 'a number';
  return `${what}: ${many}`;
}

function Who({ party, part }: { party: Party; part: string }) {
  const code = codeOf(party);
  return <li><span class={`words ${part}`}>{shown(party.text ?? party.name ?? 'not named here')}</span> <span class="quiet small">{code === '---' ? 'unknown' : partyLabel(code)}{party.name && party.text && party.name !== party.text ? ` (${shown(party.name)})` : ''}</span></li>;
}

function Field({ name, children }: { name: string; children: ComponentChildren }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}

/** From the outlet in: each source within the words of the one before. */
export function Chain({ outlet, chain }: { outlet: string | null; chain: readonly Source[] }) {
  const outermost = [...chain].reverse();
  const nest = (i: number): preact.JSX.Element | null => {
    const source = outermost[i];
    if (!source) return null;
    return <ol><li><span class="words of-source">{shown(source.text ?? source.name ?? 'somebody')}</span> <span class="quiet small">{codeOf(source) === '---' ? 'unknown' : partyLabel(codeOf(source))}{source.name && source.text && source.name !== source.text && !source.text.includes(source.name) ? ` (${shown(source.name)})` : ''}{source.cue && ` – “${shown(source.cue)}”`}</span>{nest(i + 1)}</li></ol>;
  };
  return <ol class="chain"><li>{shown(outlet ?? 'the outlet')} <span class="quiet small">{chain.length > 0 ? 'passes on' : 'tells it in its own voice'}</span>{nest(0)}</li></ol>;
}

export function RecordFields({ row }: { row: Row }) {
  const { record } = row, { when } = record;
  return (
    <dl class="fields">
      <Field name="Who">{record.actor.length > 0 ? <ul>{record.actor.map((p, i) => <Who key={i} party={p} part="of-actor" />)}</ul> : <span class="quiet">unknown</span>}</Field>
      {record.recipient.length > 0 && <Field name="To whom"><ul>{record.recipient.map((p, i) => <Who key={i} party={p} part="of-recipient" />)}</ul></Field>}
      <Field name="When">{when.text && <span class="words of-when">{shown(when.text)}</span>} {daysLabel(dayNumber(when.start), dayNumber(when.end), when.grain)} <span class="quiet small">{BASIS_LABEL[when.basis] ?? when.basis}</span></Field>
      {record.where.length > 0 && <Field name="Where"><ul>{record.where.map((p, i) => <li key={i}><span class="words of-where">{shown(p.text ?? p.name ?? '')}</span> <span class="quiet small">{[p.name !== p.text ? p.name : null, p.country, p.kind && kindLabel(p.kind)].filter(Boolean).join(', ')}</span></li>)}</ul></Field>}
      {record.counts.length > 0 && <Field name="Numbers"><ul>{record.counts.map((c, i) => <li key={i}>{numberWords(c)} {c.text && <span class="words of-count">{shown(c.text)}</span>}</li>)}</ul></Field>}
      <Field name="According to"><Chain outlet={row.outlet} chain={record.according_to} /><span class="quiet small">{QUOTE_LABEL[record.quote] ?? record.quote}</span></Field>
      {row.published && <Field name="Reported">{longDay(dayNumber(row.published) ?? 0)}</Field>}
    </dl>
  );
}
