// later.ts: what may wait until the picture has been painted?
import { useEffect, useState } from 'preact/hooks';

/** The value, one frame late (null at first): what hangs on it is reckoned after the change that the user asked for is to be seen. */
export function useDeferred<T>(value: T): T | null {
  const [late, setLate] = useState<T | null>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setTimeout(() => setLate(value)));
    return () => cancelAnimationFrame(frame);
  }, [value]);
  return late;
}

/** The value once it has been at rest for so many milliseconds. */
export function useRested<T>(value: T, milliseconds: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

/** 1, 2, .. last: one more with each frame, so that the first part of a page is painted before the last is reckoned. */
export function useStages(last: number): number {
  const [stage, setStage] = useState(1);
  useEffect(() => {
    if (stage >= last) return;
    const frame = requestAnimationFrame(() => setTimeout(() => setStage(stage + 1)));
    return () => cancelAnimationFrame(frame);
  }, [stage, last]);
  return stage;
}
