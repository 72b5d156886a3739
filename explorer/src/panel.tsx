// panel.tsx: what do the views share?  Their props, a frame, switches, and the
// table that says in words what a picture shows.
import type { ComponentChildren } from 'preact';
import { useCallback, useRef, useState } from 'preact/hooks';
import type { Columns } from './columns.ts';
import type { Engine, Result, Unit } from './filter.ts';
import type { Address, State } from './state.ts';
import { QUADS, quadOf } from './words.ts';

/** What every view gets. */
export interface ViewProps { cols: Columns; engine: Engine; result: Result; state: State; address: Address; alone: boolean }

interface FrameProps { name: string; title: string; tools?: ComponentChildren; foot?: ComponentChildren; children: ComponentChildren; open?: string | null; class?: string }

/** A view with a head; `open`: the address where it is alone. */
export function Frame({ name, title, tools, foot, children, open, class: more = '' }: FrameProps) {
  return (
    <section class={`panel view-${name} ${more}`} aria-labelledby={`title-${name}`}>
      <header>
        <h2 id={`title-${name}`}>{open ? <a class="open" href={open} title={`${title} alone`}>{title}</a> : title}</h2>
        {tools}
      </header>
      {children}
      {foot && <footer>{foot}</footer>}
    </section>
  );
}

interface SwitchProps<T extends string> { label: string; value: T; choices: readonly (readonly [T, string])[]; choose: (value: T) => void }

export function Switch<T extends string>({ label, value, choices, choose }: SwitchProps<T>) {
  return (
    <span class="switch" role="group" aria-label={label}>
      {choices.map(([key, text]) => (
        <button type="button" key={key} aria-pressed={key === value} onClick={() => choose(key)}>{text}</button>
      ))}
    </span>
  );
}

/** The same as a table; made when it is opened only. */
export function AsTable({ what, head, rows }: { what: string; head: readonly string[]; rows: () => readonly (readonly (string | number)[])[] }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="as-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{what} as a table</summary>
      {open && (
        <div class="scroll" tabIndex={0} role="region" aria-label={`${what} as a table`}>
          <table>
            <thead><tr>{head.map((word) => <th scope="col" key={word}>{word}</th>)}</tr></thead>
            <tbody>
              {rows().map((row, i) => (
                <tr key={i}>{row.map((cell, k) => <td key={k} class={typeof cell === 'number' ? 'number' : ''}>{typeof cell === 'number' ? cell.toLocaleString('en') : cell}</td>)}</tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}

export function unitWords(unit: Unit): [one: string, more: string] {
  return unit === 'story' ? ['story', 'stories'] : ['record', 'records'];
}

/** Of each type of the columns the index of its quad. */
export function quadIndex(cols: Columns): Uint8Array {
  return Uint8Array.from(cols.types, (type) => QUADS.indexOf(quadOf(type)));
}

/** The size of the element that has the ref, as it changes; another element may take the ref over. */
export function useSize<E extends Element>(): [ref: (element: E | null) => void, width: number, height: number] {
  const [size, setSize] = useState({ width: 0, height: 0 });
  const watch = useRef<ResizeObserver | null>(null);
  const ref = useCallback((element: E | null): void => {
    watch.current?.disconnect();
    watch.current = null;
    if (!element) return;
    watch.current = new ResizeObserver(([entry]) => {
      const box = entry?.contentRect;
      if (box && box.width > 0) setSize((old) => (Math.abs(old.width - box.width) < 1 && Math.abs(old.height - box.height) < 1 ? old : { width: box.width, height: box.height }));
    });
    watch.current.observe(element);
  }, []);
  return [ref, size.width, size.height];
}

/** With it in the list, without it; the same list if nothing changes. */
export function toggled(list: readonly string[], value: string): readonly string[] {
  return list.includes(value) ? list.filter((v) => v !== value) : [...list, value];
}
