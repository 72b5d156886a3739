// ledger.tsx: what does each side say that each did, and what do the others say of it?
import { useState } from 'preact/hooks';
import { api, type Info, type Ledger, type LedgerRow, type Say, type Standing } from './api.ts';
import { inPage, useLoaded } from './load.ts';
import './pages.css';
import { ActName, StatusChip, numberWords } from './record.tsx';
import { shown } from './spans.ts';
import { EMPTY, countFilters, serverFilters, type Address, type Filters, type State } from './state.ts';
import { countryLabel, dayNumber, daysLabel, longDay, many, number, partyLabel } from './words.ts';

/** `sides`: chosen so far, 0 to 6; `parties`: all that the store knows, most often named first. */
export interface LedgerProps { sides: readonly string[]; parties: readonly string[]; filters: Filters; info: Info; address: Address }

const MOST = 6, A_PAGE = 50;
const STANDINGS: readonly Standing[] = ['denied', 'differs', 'agreed', 'one_side', 'outlet'];
/** What is shown: acts of which a party speaks for itself, one standing, or all. */
const SPOKEN = ['denied', 'differs', 'agreed', 'one_side'] as const;
type Choice = State['standing'];
const STANDING_LABEL: Record<Standing, string> = { agreed: 'Agreed', denied: 'Denied', differs: 'Told differently', one_side: 'Told by one side', outlet: 'Told by none of them' };
const STANDING_SIGN: Record<Standing, string> = { agreed: '=', denied: '✗', differs: '≠', one_side: '◐', outlet: '○' };
const STANDING_ABOUT: Record<Standing, string> = {
  agreed: 'two or more of them tell it alike, and none denies it', denied: 'somebody tells it, and one of them denies it',
  differs: 'two or more of them tell it, with another actor or number', one_side: 'one of them alone speaks of it', outlet: 'outlets or other sources tell it; none of the parties speaks for itself',
};

function held(filters: Filters): boolean {
  return ledgerFilters(filters).size > 0;
}

/** The filters that the server takes once only: of several values none holds here. */
function ledgerFilters(filters: Filters): URLSearchParams {
  const all = serverFilters(filters), once = new URLSearchParams();
  for (const key of new Set(all.keys())) if (all.getAll(key).length === 1) once.set(key, all.get(key) as string);
  return once;
}

export function LedgerPage({ sides, parties, filters, address }: LedgerProps) {
  const { standing, page: now } = address.get(), asked = sides.slice(0, MOST), page = Math.max(1, now);
  const query = ledgerFilters(filters);
  if (standing !== 'all') query.set('standing', standing === 'spoken' ? SPOKEN.join() : standing);
  query.set('limit', String(A_PAGE));
  if (page > 1) query.set('offset', String((page - 1) * A_PAGE));
  const { value, fault } = useLoaded<Ledger | null>((signal) => (asked.length < 2 ? Promise.resolve(null) : api.ledger(asked, query, signal)), [asked.join(), query.toString()]);
  const turn = (patch: Partial<State>): void => address.set({ ...patch, page: 0 });
  return (
    <div class="ledger">
      <header class="ledger-head">
        <h1>Claims ledger</h1>
        <p class="quiet">What each party says that each did, and what the others say of it. It judges nothing: it puts words beside words.</p>
        <Sides sides={asked} parties={parties} set={(side) => turn({ side })} />
        <Days filters={filters} turn={turn} />
      </header>
      {fault && <p class="failed" role="alert">{fault}</p>}
      {asked.length < 2 && <p class="nothing">Choose two parties, to read them side by side.</p>}
      {asked.length >= 2 && value && <>
        <Standings totals={value.totals} complete={value.complete} chosen={standing} choose={(s) => turn({ standing: s })} />
        {value.rows.length === 0 ? <p class="nothing">Nothing of this kind ties these parties{held(filters) ? ', within these filters' : ''}.</p> : <Rows ledger={value} address={address} />}
        <Pages page={page} more={value.more} go={(to) => address.set({ page: to === 1 ? 0 : to })} />
      </>}
      {asked.length >= 2 && !value && !fault && <p class="loading">Reading …</p>}
    </div>
  );
}

/* ---- what is asked ------------------------------------------------------------- */

/** "armenia" or "ARM/GOV" → a party's code; what is not known stays, for the server to say so. */
function codeOfWords(words: string, parties: readonly string[]): string {
  const wanted = words.trim().toLowerCase();
  return parties.find((p) => p.toLowerCase() === wanted || partyLabel(p).toLowerCase() === wanted) ?? words.trim().toUpperCase();
}

function Sides({ sides, parties, set }: { sides: readonly string[]; parties: readonly string[]; set: (sides: readonly string[]) => void }) {
  const add = (party: string): void => {
    if (party && !sides.includes(party) && sides.length < MOST) set([...sides, party]);
  };
  return (
    <div class="sides">
      <ul aria-label="Parties">
        {sides.map((side) => <li key={side}><button type="button" class="chip filter" onClick={() => set(sides.filter((s) => s !== side))}><span class="hidden">Leave out </span><span class="value">{partyLabel(side)}</span> <code>{side}</code><span aria-hidden="true">×</span></button></li>)}
      </ul>
      {sides.length < MOST && (
        <form onSubmit={(event) => {
          event.preventDefault();
          const input = event.currentTarget.elements.namedItem('party') as HTMLInputElement;
          add(codeOfWords(input.value, parties));
          input.value = '';
        }}>
          <label class="hidden" for="add-party">Add a party</label>
          <input class="field" id="add-party" name="party" list="parties" placeholder="Add a party: Armenia, ARM/GOV" autocomplete="off" />
          <datalist id="parties">{parties.slice(0, 400).map((p) => <option key={p} value={p}>{partyLabel(p)}</option>)}</datalist>
          <button type="submit" class="button">Add</button>
        </form>
      )}
      {sides.length < 2 && <p class="suggestions"><span class="quiet small">Named most often:</span>{parties.filter((p) => !sides.includes(p)).slice(0, 8).map((p) => <button type="button" class="button plain" key={p} onClick={() => add(p)}>{partyLabel(p)}</button>)}</p>}
    </div>
  );
}

function Days({ filters, turn }: { filters: Filters; turn: (patch: Partial<State>) => void }) {
  const held = [...ledgerFilters(filters)].filter(([key]) => key !== 'from' && key !== 'until');
  return (
    <p class="days">
      <label>From <input class="field slim" type="date" value={filters.from} onChange={(event) => turn({ from: event.currentTarget.value })} /></label>
      <label>until <input class="field slim" type="date" value={filters.until} onChange={(event) => turn({ until: event.currentTarget.value })} /></label>
      {held.map(([key, text]) => <span class="chip" key={key}><span class="quiet">{key.replace('_', ' ')}</span> <span class="value">{text}</span></span>)}
      {countFilters(filters) > ledgerFilters(filters).size && <span class="quiet small">Some filters in force cannot be asked here and are left out.</span>}
      {(held.length > 0 || filters.from || filters.until) && <button type="button" class="button plain" onClick={() => turn(EMPTY)}>Without filters</button>}
    </p>
  );
}

function Standings({ totals, complete, chosen, choose }: { totals: Record<Standing, number>; complete: boolean; chosen: Choice; choose: (s: Choice) => void }) {
  const all = STANDINGS.reduce((sum, s) => sum + totals[s], 0);
  return (
    <div class="standings" role="group" aria-label="How the parties stand to an act">
      <button type="button" class="standing" aria-pressed={chosen === 'spoken'} onClick={() => choose('spoken')}><b class="numbers">{number(all - totals.outlet)}{complete ? '' : '+'}</b> of which a party speaks</button>
      {STANDINGS.map((s) => <button type="button" key={s} class={`standing s-${s}`} aria-pressed={chosen === s} disabled={totals[s] === 0} title={STANDING_ABOUT[s]} onClick={() => choose(chosen === s ? 'spoken' : s)}><span class="sign" aria-hidden="true">{STANDING_SIGN[s]}</span><b class="numbers">{number(totals[s])}</b> {STANDING_LABEL[s].toLowerCase()}</button>)}
      <button type="button" class="standing" aria-pressed={chosen === 'all'} onClick={() => choose('all')}><b class="numbers">{number(all)}{complete ? '' : '+'}</b> all</button>
    </div>
  );
}

function Pages({ page, more, go }: { page: number; more: boolean; go: (page: number) => void }) {
  if (page === 1 && !more) return null;
  return <nav class="pages" aria-label="Pages of the ledger"><span class="quiet">Page {page}</span><span class="switch end"><button type="button" disabled={page === 1} onClick={() => go(page - 1)}>‹ Before</button><button type="button" disabled={!more} onClick={() => go(page + 1)}>Next ›</button></span></nav>;
}

/* ---- the rows --------------------------------------------------------------------- */

function Rows({ ledger, address }: { ledger: Ledger; address: Address }) {
  return (
    <table class="claims-table">
      <thead><tr><th scope="col">The act</th>{ledger.parties.map((p) => <th scope="col" key={p}>{partyLabel(p)} <code>{p}</code></th>)}<th scope="col">Outlets and other sources</th></tr></thead>
      <tbody>
        {ledger.rows.map((row) => (
          <tr key={row.story}>
            <Act row={row} address={address} />
            {row.cells.map((cell, i) => <Cell key={i} name={partyLabel(ledger.parties[i] ?? '')} says={cell} party address={address} />)}
            <Cell name="Outlets and other sources" says={row.others} party={false} address={address} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sideLabel(codes: string | null): string {
  return codes ? codes.split('+').map((code) => (code === '---' ? 'unknown' : partyLabel(code))).join(' and ') : 'unknown';
}

function grainOf(first: string | null, last: string | null): string | null {
  if (!first || !last || first.slice(5) !== '01-01' || !last.endsWith('12-31') || first.slice(0, 4) !== last.slice(0, 4)) return null;
  return 'year';
}

const DIFFERS_LABEL = { actor: 'actors differ', number: 'numbers differ', status: 'told as done and not as done' } as const;

function Act({ row, address }: { row: LedgerRow; address: Address }) {
  return (
    <th scope="row" class={`deed s-${row.standing}`}>
      <span class={`standing s-${row.standing}`} title={STANDING_ABOUT[row.standing]}><span class="sign" aria-hidden="true">{STANDING_SIGN[row.standing]}</span>{STANDING_LABEL[row.standing]}</span>
      <a class="what" href={address.link({ view: 'story', story: row.story })} onClick={inPage(() => address.set({ view: 'story', story: row.story }))}>
        <span>{sideLabel(row.actor)}</span> <ActName type={row.type} mode={row.mode} />{row.recipient && <> <span class="arrow" aria-label="to">→</span> <span>{sideLabel(row.recipient)}</span></>}
      </a>
      <span class="small quiet">{daysLabel(dayNumber(row.first), dayNumber(row.last), grainOf(row.first, row.last))}{row.place && ` · ${row.place}`}{row.country && `, ${countryLabel(row.country)}`}</span>
      {row.status !== 'actual' && row.status !== 'denied' && <StatusChip status={row.status} />}
      {row.differs.map((d) => <span class="chip contested" key={d}>{DIFFERS_LABEL[d]}</span>)}
    </th>
  );
}

const FEW = 3;

function Cell({ name, says, party, address }: { name: string; says: readonly Say[]; party: boolean; address: Address }) {
  const [all, setAll] = useState(false);
  const list = all ? says : says.slice(0, FEW);
  return (
    <td data-label={name} class={says.length === 0 ? 'silent' : ''}>
      {says.length === 0 ? <span class="quiet">{party ? 'no word of it' : '–'}</span> : <ul>{list.map((say) => <Said key={say.n} say={say} party={party} address={address} />)}</ul>}
      {says.length > FEW && <button type="button" class="button plain" aria-expanded={all} onClick={() => setAll(!all)}>{all ? 'Fewer' : many(says.length - FEW, 'more', 'more')}</button>}
    </td>
  );
}

const VERB: Record<string, readonly [sign: string, word: string]> = {
  actual: ['✓', 'tells it'], denied: ['✗', 'denies it'], planned: ['→', 'announces it'], demanded: ['!', 'demands it'], hypothetical: ['?', 'supposes it'],
};

/** An admission is no accusation: whose act it is that the source speaks of. */
function aboutWords(say: Say): string {
  if (say.about === 'own_side') return 'of its own side';
  return say.about === 'another' ? `of ${sideLabel(say.actor)}` : '';
}

function Said({ say, party, address }: { say: Say; party: boolean; address: Address }) {
  const [sign, word] = say.relays.length > 0 ? ['↻', 'passes it on'] : VERB[say.status] ?? ['✓', 'tells it'];
  const to = { view: 'article', article: say.article, event: say.n } as const;
  return (
    <li class={`said ${say.status} ${say.relays.length > 0 ? 'relays' : ''} ${say.about ?? ''}`}>
      <p class="verb"><span class="sign" aria-hidden="true">{sign}</span> <b>{word}</b>{say.by !== null && aboutWords(say) && <span class={`about ${say.about}`}> {aboutWords(say)}</span>}{party && !say.firm && say.relays.length === 0 && <span class="chip" title="Not the party's own voice, or known only from another side: it does not count">not counted</span>}</p>
      <a class="words" href={address.link(to)} onClick={inPage(() => address.set(to))}><q dir="auto">{shown(say.text ?? '')}</q></a>
      {say.counts.length > 0 && <p class="small counts">{say.counts.map(numberWords).join('; ')}</p>}
      <p class="small quiet">
        {say.by !== null && <><bdi>{shown(say.by_text ?? 'a source')}</bdi> <code>{say.by}</code>{say.relays.map((l, i) => <span key={i}> of <bdi>{shown(l.by_text ?? 'a source')}</bdi> <code>{l.by}</code></span>)}{say.via.map((l, i) => <span key={i}> by way of <bdi>{shown(l.by_text ?? 'a source')}</bdi> <code>{l.by}</code></span>)} · </>}
        <bdi>{shown(say.outlet ?? say.doc)}</bdi>{say.published && `, ${longDay(dayNumber(say.published) ?? 0)}`}{say.copies > 0 && ` and ${many(say.copies, 'copy', 'copies')}`}
      </p>
    </li>
  );
}
