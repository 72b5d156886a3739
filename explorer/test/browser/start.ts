// start.ts: a store of example reports, the real server on it, a real browser before it.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

export const PROGRAM = resolve(process.env['DATELINE'] ?? '../build/dateline');
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** Reports of our own beside the bundled ones: one act told by two outlets, one that is denied, and hostile text. */
const REPORTS = [
  { id: 'one', outlet: 'Example Wire', published: '2024-03-05', title: 'Shelling in Peru', text: 'LIMA, March 5, 2024 (Example Wire) - Ecuadorian soldiers killed 12 civilians in Tumbes on March 4, 2024, Peru’s army said.\n\nEcuador’s government denied that its soldiers had killed civilians in Tumbes.' },
  { id: 'two', outlet: 'Andean Courier', published: '2024-03-06', title: 'Twelve dead', text: 'Ecuadorian soldiers killed 12 civilians in Tumbes on March 4, 2024, the Peruvian police said. In May 1995, Peru accused Ecuador of an attack.' },
  { id: 'three', outlet: 'Brussels Observer', published: '2024-03-07', title: 'Talks', text: 'The foreign ministers of France and Germany met in Berlin on March 6, 2024. Poland accused Belarus of an attack on its border guards in 2021.' },
  { id: 'hostile', outlet: '<b>Outlet</b> "&amp;', published: '2024-03-08', title: '<script>document.title="owned"</script>', text: 'Kenyan police arrested <img src=x onerror=alert(1)> 14 students in Nairobi on March 7, 2024.\n\n\u202eUganda\u202c accused Rwanda of an attack on March 7, 2024.' },
];

export interface Explorer { url: string; page: (options?: BrowserContextOptions) => Promise<Seen>; closePages: () => Promise<void>; stop: () => Promise<void> }
/** A page and what went wrong on it: errors, breaches of the policy, requests that left the origin. */
export interface Seen { page: Page; faults: string[] }

function makeStore(folder: string): string {
  const db = join(folder, 'news.db'), more = join(folder, 'more.jsonl');
  writeFileSync(more, REPORTS.map((report) => `${JSON.stringify(report)}\n`).join(''));
  const examples = ['anniversary', 'sanctions', 'wire'].map((name) => resolve(`../examples/${name}.txt`));
  execFileSync(PROGRAM, ['code', '--db', db, ...examples, more], { stdio: ['ignore', 'ignore', 'pipe'] });
  return db;
}

/** Starts the server on a free port; it says where it is. */
export async function serve(db: string): Promise<{ url: string; server: ChildProcess }> {
  const server = spawn(PROGRAM, ['serve', '--db', db, '--port', '0', '--no-open'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const url = await new Promise<string>((found, failed) => {
    let told = '';
    const listen = (chunk: Buffer): void => {
      told += chunk.toString();
      const match = /http:\/\/127\.0\.0\.1:\d+/.exec(told);
      if (match) found(match[0]);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.on('exit', (code) => failed(new Error(`dateline serve ended with ${code}: ${told}`)));
  });
  return { url, server };
}

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

export async function start(): Promise<Explorer> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-explorer-'));
  const { url, server } = await serve(makeStore(folder));
  const browser = await openBrowser();
  const page = async (options: BrowserContextOptions = {}): Promise<Seen> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
    const faults: string[] = [], opened = await context.newPage();
    opened.setDefaultTimeout(8000);
    opened.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text()); });
    opened.on('pageerror', (error) => faults.push(error.message));
    opened.on('dialog', (dialog) => { faults.push(`dialog: ${dialog.message()}`); void dialog.dismiss(); });
    opened.on('request', (request) => { if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== url) faults.push(`request to ${request.url()}`); });
    return { page: opened, faults };
  };
  const closePages = async (): Promise<void> => { await Promise.all(browser.contexts().map((context) => context.close())); };
  const stop = async (): Promise<void> => {
    await browser.close();
    server.removeAllListeners('exit');
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, page, closePages, stop };
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe-core finds wrong, as short lines.  It is put in as the policy allows: by the debugger, not by the page. */
export async function axe(page: Page): Promise<string[]> {
  const { readFileSync } = await import('node:fs');
  await page.evaluate(readFileSync(AXE, 'utf8'));
  return page.evaluate(async () => {
    type Found = { violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[] };
    const { violations } = await (globalThis as unknown as { axe: { run: () => Promise<Found> } }).axe.run();
    return violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => `${n.target.join(' ')} ${n.failureSummary ?? ''}`).join(' | ')}`);
  });
}

/** What the page says it counts: "12 stories". */
export async function counted(page: Page): Promise<number> {
  await page.waitForSelector('.summary .count strong');
  return Number((await page.textContent('.summary .count strong'))?.replaceAll(',', ''));
}
