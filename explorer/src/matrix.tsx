// matrix.tsx: who to whom, as numbers?  Rows act, columns are acted upon.
import { useMemo, useState } from 'preact/hooks';
import { cellOf, countPairs } from './pairs.ts';
import { Frame, Switch, unitWords, type ViewProps } from './panel.tsx';
import { QUADS, QUAD_LABEL, VIEW_LABEL, many, number, partyLabel } from './words.ts';

const MOST = 30, MOST_WIDE = 60;

export function Matrix({ cols, result, state, address, alone }: ViewProps) {
  const most = innerWidth > 2200 ? MOST_WIDE : MOST;
  const pairs = useMemo(() => countPairs(cols, result.picks, state.level, state.links, most), [cols, result.turn, state.level, state.links, most]);
  const { names, cells } = pairs, K = names.length, [one, more] = unitWords(result.unit);
  const [focus, setFocus] = useState(0);
  const highest = useMemo(() => {
    let high = 1;
    for (let at = 0; at < K * K; at++) high = Math.max(high, cellOf(cells, at).total);
    return high;
  }, [cells, K]);
  const sumRow = (i: number): number => names.reduce((sum, _, j) => sum + cellOf(cells, i * K + j).total, 0);
  const sumColumn = (j: number): number => names.reduce((sum, _, i) => sum + cellOf(cells, i * K + j).total, 0);
  const choose = (i: number, j: number): void => {
    const from = names[i] as string, to = names[j] as string;
    address.set(state.links === 'does' ? { actor: [from], recipient: [to], page: 0 } : { says: [from], actor: [to], page: 0 });
  };
  const onKey = (event: KeyboardEvent): void => {
    const step: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: K, ArrowUp: -K };
    const by = step[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = focus + by;
    if (next < 0 || next >= K * K) return;
    setFocus(next);
    (event.currentTarget as Element).querySelector<HTMLElement>(`[data-at="${next}"]`)?.focus();
  };
  const [rowWord, columnWord] = state.links === 'does' ? ['Actor', 'recipient'] : ['Source', 'actor spoken of'];

  return (
    <Frame name="matrix" title={VIEW_LABEL.matrix} open={alone ? null : address.link({ view: 'matrix' })} tools={<>
      <Switch label="What cells count" value={state.links} choices={[['does', 'Who to whom'], ['says', 'Who says what of whom']]} choose={(links) => address.set({ links }, true)} />
      <Switch label="Parties" value={state.level} choices={[['country', 'Countries'], ['party', 'Parties']]} choose={(level) => address.set({ level }, true)} />
    </>} foot={<div class="legend">
      {QUADS.map((quad) => <span class={`key ${quad}`} key={quad}><i class="swatch" />mostly {QUAD_LABEL[quad].toLowerCase()}</span>)}
      <span class="end">the {number(K)} parties named most; {many(pairs.oneSided, one, more)} with one side unknown</span>
    </div>}>
      {K === 0 ? <p class="nothing">No parties in what the filters leave.</p> : (
        <div class="scroll matrix" onKeyDown={onKey} role="region" aria-label="Cells" tabIndex={-1}>
          <table>
            <caption class="hidden">{rowWord} in rows, {columnWord} in columns; numbers are {more}. Arrow keys go from cell to cell, Enter filters.</caption>
            <thead>
              <tr><th scope="col" class="corner">{rowWord} ↓ {columnWord} →</th>{names.map((name) => <th scope="col" key={name} class="turned"><span title={partyLabel(name)}>{partyLabel(name)}</span></th>)}<th scope="col" class="number">all</th></tr>
            </thead>
            <tbody>
              {names.map((name, i) => (
                <tr key={name}>
                  <th scope="row" title={name}>{partyLabel(name)}</th>
                  {names.map((to, j) => {
                    const at = i * K + j, { total, quad } = cellOf(cells, at), kind = QUADS[quad] ?? 'vc';
                    return (
                      <td key={to} class={total > 0 ? `cell ${kind}` : 'cell'} style={total > 0 ? { '--share': `${Math.round(12 + 43 * Math.sqrt(total / highest))}%` } : {}}>
                        {total > 0
                          ? <button type="button" data-at={at} tabIndex={at === focus ? 0 : -1} onFocus={() => setFocus(at)} onClick={() => choose(i, j)}
                              aria-label={`${partyLabel(name)} ${state.links === 'does' ? 'to' : 'on'} ${partyLabel(to)}: ${total}, mostly ${QUAD_LABEL[kind].toLowerCase()}`}>{number(total)}</button>
                          : <span data-at={at} tabIndex={at === focus ? 0 : -1} onFocus={() => setFocus(at)}><span class="hidden">none</span></span>}
                      </td>
                    );
                  })}
                  <td class="number sum">{number(sumRow(i))}</td>
                </tr>
              ))}
              <tr><th scope="row">all</th>{names.map((name, j) => <td key={name} class="number sum">{number(sumColumn(j))}</td>)}<td /></tr>
            </tbody>
          </table>
        </div>
      )}
    </Frame>
  );
}
