// ledger.tsx: what does each side say that each did?
import type { Info } from './api.ts';
import type { Address, Filters } from './state.ts';

/** `sides`: chosen so far, 0 to 6; `parties`: all that the store knows, most often named first. */
export interface LedgerProps { sides: readonly string[]; parties: readonly string[]; filters: Filters; info: Info; address: Address }

export function LedgerPage({ sides }: LedgerProps) {
  return <h1>Claims ledger: {sides.join(', ')}</h1>;
}
