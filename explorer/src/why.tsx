// why.tsx: why is a record what it is?  The rules in words, as `dateline explain` tells them.
import { useEffect, useState } from 'preact/hooks';
import { ApiError, api, type Why } from './api.ts';
import { groupBy } from './group.ts';

const kept = new Map<number, Why[]>();
const REST_MS = 250;

/** Asked when a record has been looked at for a moment: a mouse that passes over a text asks nothing. */
function useWhy(n: number): { why: Why[] | null; fault: string } {
  const [answer, setAnswer] = useState<{ n: number; why: Why[] | null; fault: string }>({ n: 0, why: null, fault: '' });
  useEffect(() => {
    if (kept.has(n)) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      api.why(n, stop.signal).then((why) => {
        kept.set(n, why);
        setAnswer({ n, why, fault: '' });
      }, (reason: unknown) => {
        if (reason instanceof ApiError) setAnswer({ n, why: null, fault: reason.message });
      });
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [n]);
  return { why: kept.get(n) ?? (answer.n === n ? answer.why : null), fault: answer.n === n ? answer.fault : '' };
}

const FIELD_LABEL: Record<string, string> = {
  type: 'the act', mode: 'its kind', actor: 'who', recipient: 'to whom', when: 'when', where: 'where', according_to: 'according to', quote: 'quoted',
  status: 'told as', counts: 'numbers', confidence: 'how sure', context: 'about', cameo: 'CAMEO', quad: 'kind of act', because: 'rules',
};

export function WhyList({ n }: { n: number }) {
  const { why, fault } = useWhy(n);
  if (fault) return <p class="quiet small" role="alert">{fault}</p>;
  if (!why) return <p class="quiet small">Reading the rules …</p>;
  if (why.length === 0) return <p class="quiet small">No rule is kept with this record.</p>;
  return (
    <dl class="why">
      {[...groupBy(why, (w) => w.field)].map(([field, lines]) => (
        <div key={field}>
          <dt>{FIELD_LABEL[field] ?? field}</dt>
          <dd>{lines.map((w, i) => <Line key={i} why={w} />)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A reason in words; the line of data that it comes from opens. */
function Line({ why }: { why: Why }) {
  if (!why.line) return <p>{why.words}{why.rule && <> <code class="quiet">{why.rule}</code></>}</p>;
  return <details><summary>{why.words} <code class="quiet">{why.rule}</code></summary><code class="line">{why.line}</code></details>;
}
