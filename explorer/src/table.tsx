// table.tsx: which records are these?  What a source says stands with the source.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { ApiError, ROWS_AT_ONCE, api, type Party, type Row } from './api.ts';
import { csvHead, csvRows } from './csv.ts';
import { Frame, unitWords, type ViewProps } from './panel.tsx';
import { sortPicks } from './sort.ts';
import { printState, serverFilters, type State } from './state.ts';
import { STATUS_ABOUT, VIEW_LABEL, countryLabel, dayNumber, daysLabel, longDay, many, modeLabel, number, partyLabel, quadOf, statusLabel, typeLabel } from './words.ts';

const A_PAGE = { small: 12, large: 50 };

export function Table(props: ViewProps) {
  const { cols, result, state, address, alone } = props;
  const aPage = A_PAGE[alone ? 'large' : 'small'];
  const sorted = useMemo(() => sortPicks(cols, result.picks, state.sort, state.order), [cols, result.turn, state.sort, state.order]);
  const pages = Math.max(1, Math.ceil(sorted.length / aPage)), page = Math.min(Math.max(1, state.page), pages);
  const { rows, fault } = useRows(Array.from(sorted.subarray((page - 1) * aPage, page * aPage), (e) => cols.n[e] as number));
  const [one, more] = unitWords(result.unit);
  const sortBy = (sort: State['sort']): void => address.set({ sort, order: state.sort === sort && state.order === 'down' ? 'up' : 'down', page: 0 }, true);
  const sorter = (sort: State['sort'], words: string): preact.JSX.Element => (
    <button type="button" class="sort" onClick={() => sortBy(sort)}>{words}<span aria-hidden="true">{state.sort !== sort ? '' : state.order === 'up' ? ' ▲' : ' ▼'}</span></button>
  );
  const head = (sort: State['sort'], words: string, extra = ''): preact.JSX.Element => (
    <th scope="col" class={extra} aria-sort={state.sort !== sort ? 'none' : state.order === 'up' ? 'ascending' : 'descending'}>{sorter(sort, words)}</th>
  );

  return (
    <Frame name="table" title={VIEW_LABEL.table} open={alone ? null : address.link({ view: 'table', page: 0 })}
      tools={<span class="end tools"><Download {...props} sorted={sorted} /></span>}
      foot={<Pages page={page} pages={pages} total={sorted.length} aPage={aPage} word={sorted.length === 1 ? one : more} go={(to) => address.set({ page: to === 1 ? 0 : to }, true)} />}>
      {fault && <p class="nothing" role="alert">{fault}</p>}
      {sorted.length === 0 ? <p class="nothing">Nothing is in these filters.</p> : (
        <div class="scroll" role="region" aria-label="Rows" tabIndex={0}>
          <table class="rows">
            <thead>
              <tr>{head('day', 'Day')}{head('type', 'Act')}<th scope="col">Who → whom, where</th><th scope="col">Words of the report</th><th scope="col">According to</th>
                <th scope="col" aria-sort={!['reported', 'outlet'].includes(state.sort) ? 'none' : state.order === 'up' ? 'ascending' : 'descending'}>{sorter('reported', 'Reported')} {sorter('outlet', 'by')}</th>
                {head('reports', 'Reports', 'number')}{head('confidence', 'Confi\u00addence', 'number')}</tr>
            </thead>
            <tbody>{rows.map((row) => <Line key={row.n} row={row} link={(patch) => address.link(patch)} go={(patch) => address.set(patch)} />)}</tbody>
          </table>
        </div>
      )}
    </Frame>
  );
}

/** The rows of these numbers; the last ones stay to be seen while others come. */
function useRows(numbers: number[]): { rows: Row[]; fault: string } {
  const [rows, setRows] = useState<Row[]>([]);
  const [fault, setFault] = useState('');
  useEffect(() => {
    const stop = new AbortController();
    api.rows(numbers, stop.signal).then((got) => { setRows(got); setFault(''); }, (reason: unknown) => {
      if (reason instanceof ApiError) setFault(reason.message);
    });
    return () => stop.abort();
  }, [numbers.join()]);
  return { rows, fault };
}

function Parties({ parties, unknown }: { parties: readonly Party[]; unknown: string }) {
  if (parties.length === 0) return <span class="quiet">{unknown}</span>;
  return <>{parties.map((party, i) => {
    const code = [party.code, ...party.sector].join('/');
    return <span class="party" key={i} title={[party.text, partyLabel(code)].filter(Boolean).join(' · ')}>{shortened(party.name ?? party.text ?? partyLabel(code))} <code>{code === '---' ? '?' : code}</code></span>;
  })}</>;
}

function shortened(text: string): string {
  const points = [...text];
  return points.length > 48 ? `${points.slice(0, 46).join('').trimEnd()} …` : text;
}

/** The clause that tells the act, its word marked. */
export function Evidence({ row }: { row: Row }) {
  const { evidence, trigger } = row.record, text = evidence.text ?? '';
  const at = evidence.span && trigger.span ? trigger.span[0] - evidence.span[0] : -1;
  const points = [...text], length = trigger.span ? trigger.span[1] - trigger.span[0] : 0;
  if (at < 0 || at + length > points.length) return <q class="evidence">{text}</q>;
  return <q class="evidence">{points.slice(0, at).join('')}<mark>{points.slice(at, at + length).join('')}</mark>{points.slice(at + length).join('')}</q>;
}

function Line({ row, link, go }: { row: Row; link: (patch: Partial<State>) => string; go: (patch: Partial<State>) => void }) {
  const { record } = row, { when } = record, place = record.where[0];
  const toArticle: Partial<State> = { view: 'article', article: row.article, event: row.n };
  const toStory: Partial<State> = { view: 'story', story: row.story ?? 0 };
  const open = (patch: Partial<State>) => (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(patch);
  };
  return (
    <tr>
      <td class="day" data-label="Day">{daysLabel(dayNumber(when.start), dayNumber(when.end), when.grain)}</td>
      <td data-label="Act"><span class={`act ${quadOf(record.type)}`}>{typeLabel(record.type)}{record.mode && <span class="mode">{modeLabel(record.mode)}</span>}</span>{' '}
        {record.status !== 'actual' && <span class={`status ${record.status}`} title={STATUS_ABOUT[record.status]}>{statusLabel(record.status)}</span>}
        {row.contested && <span class="chip contested" title={[row.denied && 'a source denies it', row.other_actor && 'told with another actor', row.other_number && 'told with another number'].filter(Boolean).join('; ')}>contested</span>}</td>
      <td class="who" data-label="Who → whom"><Parties parties={record.actor} unknown="unknown" />{record.recipient.length > 0 && <><span class="arrow" aria-label="to">→</span><Parties parties={record.recipient} unknown="" /></>}
        {place && <span class="where" title={[place.name, place.admin1, place.country && countryLabel(place.country)].filter(Boolean).join(', ')}>{place.name}</span>}</td>
      <td class="words" data-label="Words"><a class="clamped" href={link(toArticle)} onClick={open(toArticle)}><Evidence row={row} /></a></td>
      <td data-label="According to">{record.according_to.length > 0
        ? record.according_to.map((source, i) => <span class="chip source" key={i} title={[source.text, partyLabel([source.code, ...source.sector].join('/'))].filter(Boolean).join(' · ')}><span class="value">{source.name ?? source.text ?? 'somebody'}</span></span>)
        : <span class="chip outlet" title="The outlet tells it in its own voice"><span class="value">{row.outlet ?? 'the outlet'}</span></span>}</td>
      <td class="quiet" data-label="Reported"><span class="day">{row.published ? longDay(dayNumber(row.published) ?? 0) : 'no day'}</span>{row.outlet && <span class="by">{row.outlet}</span>}</td>
      <td class="number" data-label="Reports">{row.story ? <a href={link(toStory)} onClick={open(toStory)} title={`The story: ${many(row.reports, 'report', 'reports')}, ${number(row.originals)} of them no copies`}>{number(row.reports)}</a> : '1'}</td>
      <td class="number" data-label="Confidence">{Math.round(record.confidence * 100)} %</td>
    </tr>
  );
}

function Pages({ page, pages, total, aPage, word, go }: { page: number; pages: number; total: number; aPage: number; word: string; go: (page: number) => void }) {
  return (
    <nav class="pages" aria-label="Pages of the table">
      <span class="numbers">{total === 0 ? '0' : `${number((page - 1) * aPage + 1)} – ${number(Math.min(total, page * aPage))}`} of {number(total)} {word}</span>
      <span class="end switch">
        <button type="button" disabled={page <= 1} onClick={() => go(1)} aria-label="First page">«</button>
        <button type="button" disabled={page <= 1} onClick={() => go(page - 1)} aria-label="Page before">‹</button>
        <button type="button" disabled={page >= pages} onClick={() => go(page + 1)} aria-label="Next page">›</button>
        <button type="button" disabled={page >= pages} onClick={() => go(pages)} aria-label="Last page">»</button>
      </span>
    </nav>
  );
}

/** All rows of the view as CSV, fetched in pieces; and the same question for the command line, where it can ask it. */
function Download({ cols, sorted, state, result }: ViewProps & { sorted: Uint32Array }) {
  const [done, setDone] = useState<number | null>(null);
  const [fault, setFault] = useState('');
  const save = async (): Promise<void> => {
    setFault('');
    const pieces = [csvHead()], numbers = Array.from(sorted, (e) => cols.n[e] as number);
    try {
      for (let at = 0; at < numbers.length; at += ROWS_AT_ONCE) {
        setDone(at);
        pieces.push(csvRows(await api.rows(numbers.slice(at, at + ROWS_AT_ONCE))));
      }
      saveFile('dateline.csv', pieces);
    } catch (reason) {
      setFault(reason instanceof Error ? reason.message : String(reason));
    }
    setDone(null);
  };
  return <>
    {fault && <span role="alert">{fault}</span>}
    <Command state={state} unit={result.unit} />
    <button type="button" class="button" disabled={done !== null || sorted.length === 0} onClick={() => void save()}>
      {done === null ? 'CSV of this view' : `${number(done)} of ${number(sorted.length)} …`}</button>
  </>;
}

function saveFile(name: string, pieces: string[]): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(pieces, { type: 'text/csv' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The view's question as `dateline query` asks it; null where it cannot (several values of one filter, filters of the page alone). */
export function commandOf(state: State, unit: 'story' | 'report'): string | null {
  const told = serverFilters(state), words: string[] = [];
  const asks = new URLSearchParams(printState({ ...state, zoom: '', side: [], page: 0 }));
  for (const key of ['party', 'outlet', 'grain', 'reported_from', 'reported_until']) if (asks.has(key)) return null;
  if (state.contested.length > 0 && state.contested.join() !== 'any') return null;
  if ([...state.actor, ...state.recipient, ...state.says, ...state.country].includes('none')) return null;
  for (const key of new Set(told.keys())) {
    const values = told.getAll(key);
    if (values.length > 1) return null;
    const value = values[0] as string, option = `--${key.replace('_', '-')}`;
    words.push(key === 'contested' ? option : `${option} ${/^[\w./-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`}`);
  }
  if (unit === 'report') words.push('--by-report');
  return `dateline query --db FILE ${words.join(' ')}`.trim();
}

function Command({ state, unit }: { state: State; unit: 'story' | 'report' }) {
  const command = commandOf(state, unit);
  const [copied, setCopied] = useState(false);
  if (command === null) return null;
  return <button type="button" class="button plain" title={command} onClick={() => void navigator.clipboard.writeText(command).then(() => {
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  })}>{copied ? 'Copied' : 'Copy as command'}</button>;
}
