// article.tsx: what does this report tell, where in its text, and why?
import type { Info } from './api.ts';
import type { Address } from './state.ts';

export interface ArticleProps { n: number; event: number; info: Info; address: Address }

export function ArticlePage({ n }: ArticleProps) {
  return <h1>Article {n}</h1>;
}
