// correct.tsx: "this is wrong": which field, and what a reader has to say; kept
// in the store, shown, and undone with one click.
import { useState } from 'preact/hooks';
import { ApiError, FIELDS, api, type Correction } from './api.ts';

const FIELD_WORDS: Record<(typeof FIELDS)[number], string> = {
  event: 'the whole record: this is not told', type: 'the kind of act', mode: 'its mode', actor: 'who did it', recipient: 'to whom', when: 'the day', where: 'the place',
  according_to: 'the source', quote: 'whether it is quoted', status: 'done, announced, denied …', counts: 'the numbers',
};

export interface CorrectProps { event: number; corrections: readonly Correction[]; may: boolean; changed: () => void }

export function Correct({ event, corrections, may, changed }: CorrectProps) {
  const [open, setOpen] = useState(false);
  const [fault, setFault] = useState('');
  const mine = corrections.filter((c) => c.event === event);
  const attempt = async (what: () => Promise<unknown>): Promise<void> => {
    setFault('');
    try {
      await what();
      setOpen(false);
      changed();
    } catch (reason) {
      if (!(reason instanceof ApiError)) throw reason;
      setFault([reason.message, reason.hint].filter(Boolean).join(' – '));
    }
  };
  if (!may && mine.length === 0) return null;
  return (
    <section class="correct" aria-label="Corrections of this record">
      {mine.length > 0 && (
        <ul class="corrections">
          {mine.map((c) => (
            <li key={c.n}>
              <span class="chip contested">wrong</span> <b>{FIELD_WORDS[c.field as (typeof FIELDS)[number]] ?? c.field}</b>{c.value && <> should be <b>{c.value}</b></>}{c.note && <>: {c.note}</>}
              {may && <button type="button" class="button plain" onClick={() => void attempt(() => api.uncorrect(c.n))}>Undo</button>}
            </li>
          ))}
        </ul>
      )}
      {may && !open && <button type="button" class="button" onClick={() => setOpen(true)}>Wrong …</button>}
      {may && open && <Form send={(field, note, value) => attempt(() => api.correct(event, field, note, value))} close={() => setOpen(false)} />}
      {fault && <p class="fault" role="alert">{fault}</p>}
    </section>
  );
}

function Form({ send, close }: { send: (field: string, note: string, value: string | null) => Promise<void>; close: () => void }) {
  const [busy, setBusy] = useState(false);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement), value = String(data.get('value') ?? '').trim();
    setBusy(true);
    void send(String(data.get('field')), String(data.get('note') ?? '').trim(), value || null).finally(() => setBusy(false));
  };
  return (
    <form class="wrong" onSubmit={submit} onKeyDown={(event) => { if (event.key === 'Escape') close(); }}>
      <label>What is wrong
        <select class="field" name="field" ref={(e) => e?.focus()}>{FIELDS.map((field) => <option key={field} value={field}>{FIELD_WORDS[field]}</option>)}</select>
      </label>
      <label>It should be <span class="quiet">(may stay empty)</span><input class="field" name="value" maxLength={200} autocomplete="off" /></label>
      <label>Note <span class="quiet">(may stay empty)</span><textarea class="field" name="note" rows={2} maxLength={2000} /></label>
      <span class="tools"><button type="submit" class="button" disabled={busy}>Keep</button><button type="button" class="button plain" onClick={close}>Cancel</button></span>
    </form>
  );
}
