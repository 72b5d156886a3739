// load.ts: an answer of the server, and what is shown until it is there.
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from './api.ts';

export interface Loaded<T> { value: T | null; fault: string; again: () => void }

/** Asks anew when one of `on` changes; the last answer stays to be seen until then. */
export function useLoaded<T>(ask: (signal: AbortSignal) => Promise<T>, on: readonly unknown[]): Loaded<T> {
  const [answer, setAnswer] = useState<{ value: T | null; fault: string }>({ value: null, fault: '' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    ask(stop.signal).then((value) => setAnswer({ value, fault: '' }), (reason: unknown) => {
      if (reason instanceof ApiError) setAnswer({ value: null, fault: [reason.message, reason.hint].filter(Boolean).join(' – ') });
    });
    return () => stop.abort();
  }, [...on, round]);
  return { ...answer, again: () => setRound((n) => n + 1) };
}

/** A plain click goes on in this page; with a key held the browser opens its own. */
export function inPage(go: () => void): (event: MouseEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go();
  };
}
