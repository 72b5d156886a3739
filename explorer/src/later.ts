// later.ts: what may wait until the picture has been painted?
import { useEffect, useState } from 'preact/hooks';

/** The value, one frame late: what hangs on it is reckoned after the change that the user asked for is to be seen. */
export function useDeferred<T>(value: T): T {
  const [late, setLate] = useState(value);
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
