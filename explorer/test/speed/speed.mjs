// speed.mjs: how fast is the explorer?   node speed.mjs PROGRAM STORE.db [--limit]
//
// The real server, a real browser.  First view: from the start of loading until
// count, time line, map and network are painted.  Filter: from the click until the
// changed picture is painted.  The middle of several rounds.  Beside the time by the
// clock stands what the page's main thread worked, which a busy machine changes less.
// --limit: exits with 1 where the first view takes 1 s or a filter 150 ms.
import { spawn } from 'node:child_process';
import { chromium } from 'playwright-core';

const FIRST_MS = 1000, FILTER_MS = 150, ROUNDS = 5;
const [program, db, flag] = process.argv.slice(2);

function middle(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

async function serve() {
  const server = spawn(program, ['serve', '--db', db, '--port', '0', '--no-open'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const url = await new Promise((found) => {
    const listen = (chunk) => {
      const match = /http:\/\/127\.0\.0\.1:\d+/.exec(chunk.toString());
      if (match) found(match[0]);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
  });
  return { server, url };
}

/** Runs in the page: notes when everything of the first view has been painted. */
function watch() {
  const wanted = ['.summary .count strong', '.chart path.mx', '.pie', '.node'];
  const look = () => {
    if (wanted.every((selector) => document.querySelector(selector))) {
      requestAnimationFrame(() => setTimeout(() => { window.firstView = performance.now(); }));
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function firstView(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const work = await worked(page);
  await page.addInitScript(watch);
  await page.goto(url);
  await page.waitForFunction(() => window.firstView, null, { timeout: 120_000, polling: 100 });
  return { page, context, work, cpu: await work(), ms: await page.evaluate(() => window.firstView) };
}

/** A function that tells how many milliseconds the page's main thread has worked so far. */
async function worked(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => 1000 * (await session.send('Performance.getMetrics')).metrics.find((m) => m.name === 'TaskDuration').value;
}

/** Runs in the page: clicks, and waits until another count has been painted. */
async function act(selector) {
  const count = document.querySelector('.summary .count'), before = count.textContent, start = performance.now();
  document.querySelector(selector).click();
  while (count.textContent === before) await new Promise((done) => setTimeout(done));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}

async function filterTimes({ page, work }) {
  const clicks = ['input[name=type][value=ASSAULT]', 'input[name=actor]', 'input[name=says]', 'input[name=status][value=actual]', 'input[name=country]'];
  const times = [];
  for (let round = 0; round < 2; round++) {
    for (const selector of clicks) {
      await page.waitForTimeout(700);
      const before = await work(), ms = await page.evaluate(act, selector);
      times.push({ selector, ms, cpu: (await work()) - before });
    }
  }
  return times;
}

const { server, url } = await serve();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
try {
  const first = [], work = [];
  let last;
  for (let round = 0; round < ROUNDS; round++) {
    await last?.context.close();
    last = await firstView(browser, url);
    first.push(last.ms);
    work.push(last.cpu);
  }
  await last.page.waitForTimeout(1500);
  const times = await filterTimes(last), ms = times.map((t) => t.ms);
  const events = (await (await fetch(`${url}/api/info`)).json()).events;
  console.log(`${events} events: first view ${middle(first).toFixed(0)} ms (${first.map((t) => t.toFixed(0)).join(' ')}); worked ${middle(work).toFixed(0)} ms`);
  console.log(`filter ${middle(ms).toFixed(0)} ms, slowest ${Math.max(...ms).toFixed(0)} ms; worked ${middle(times.map((t) => t.cpu)).toFixed(0)} ms`);
  for (const t of times) console.log(`  ${t.ms.toFixed(0).padStart(4)} ms, worked ${t.cpu.toFixed(0).padStart(4)} ms  ${t.selector}`);
  if (flag === '--limit' && (middle(first) >= FIRST_MS || middle(ms) >= FILTER_MS)) process.exitCode = 1;
} finally {
  await browser.close();
  server.kill();
}
