// help.tsx: what do the marks mean, and what do the keys do?
import { useEffect, useRef } from 'preact/hooks';
import { QUADS, QUAD_LABEL, STATUSES, STATUS_ABOUT, TYPES, statusLabel } from './words.ts';

const KEYS: readonly (readonly [string, string])[] = [
  ['/', 'search the texts'], ['f', 'to the filters'], ['1 – 6', 'overview, time line, map, network, matrix, table'], ['← →', 'in the time line: from bar to bar; Shift chooses days'],
  ['j k', 'in an article: the next record, the one before'], ['Enter', 'choose the bar, party or cell'], ['+ −', 'zoom time line or map'], ['Esc', 'let the days go; close this'], ['?', 'this help'],
];

export function Help({ open, close }: { open: boolean; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);
  return (
    <dialog ref={dialog} class="help" onClose={close} aria-labelledby="help-title" onClick={(event) => { if (event.target === event.currentTarget) close(); }}>
      <div class="inside">
        <header><h2 id="help-title">How to read this</h2><button type="button" class="button" onClick={close}>Close</button></header>
        <p>dateline reads news and writes down who is said to have done what to whom, when, where, and <em>according to whom</em>. It judges nothing: a record is what a report tells. One act that several reports tell is one <strong>story</strong>; counts are of stories unless you choose records.</p>
        <div class="columns">
          <section>
            <h3>Kinds of acts</h3>
            {QUADS.map((quad) => (
              <dl class={quad} key={quad}><dt><span class={`act ${quad}`}>{QUAD_LABEL[quad]}</span></dt>
                {Object.values(TYPES).filter((t) => t.quad === quad).map((t) => <dd key={t.label}><b>{t.label}</b> {t.about}</dd>)}</dl>
            ))}
          </section>
          <section>
            <h3>How the source speaks of it</h3>
            <dl>{STATUSES.map((s) => <div key={s}><dt><span class={`status ${s}`}>{statusLabel(s)}</span></dt><dd>{STATUS_ABOUT[s]}</dd></div>)}</dl>
            <p><span class="chip source"><span class="value">a source</span></span> says so; <span class="chip outlet"><span class="value">the outlet</span></span> tells it in its own voice.</p>
            <h3>Days</h3>
            <p>Bars stand on the days of the acts; the outline behind them on the days of the reports. Where the outline rises and no bars do, reports tell of older acts. Hatched: the day is not exactly known. A filter of days holds acts that lie wholly within.</p>
            <h3>Keys</h3>
            <dl class="keys">{KEYS.map(([key, words]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{words}</dd></div>)}</dl>
          </section>
        </div>
      </div>
    </dialog>
  );
}
