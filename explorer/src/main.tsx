// main.tsx: the shell: what is loaded, which page the address asks for.
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { api, takeToken, type Info } from './api.ts';
import { ArticlePage } from './article.tsx';
import { LedgerPage } from './ledger.tsx';
import { Address } from './state.ts';
import { StoryPage } from './story.tsx';
import './style.css';

function App({ address, info }: { address: Address; info: Info }) {
  const [state, show] = useState(address.get());
  useEffect(() => address.listen(show), [address]);
  if (state.view === 'article') return <ArticlePage n={state.article} event={state.event} info={info} address={address} />;
  if (state.view === 'story') return <StoryPage n={state.story} info={info} address={address} />;
  if (state.view === 'ledger') return <LedgerPage sides={state.side} parties={[]} filters={state} info={info} address={address} />;
  return <h1>{info.store}</h1>;
}

async function start(): Promise<void> {
  const root = document.getElementById('app');
  if (!root) return;
  takeToken();
  const address = new Address();
  const info = await api.info();
  root.replaceChildren();
  render(<App address={address} info={info} />, root);
}

void start();
