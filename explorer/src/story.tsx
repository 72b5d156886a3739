// story.tsx: who tells this act, who denies it, who tells it differently?
import type { Info } from './api.ts';
import type { Address } from './state.ts';

export interface StoryProps { n: number; info: Info; address: Address }

export function StoryPage({ n }: StoryProps) {
  return <h1>Story {n}</h1>;
}
