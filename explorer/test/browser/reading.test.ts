// reading.test.ts: article, story and ledger, read by mouse, by key and by program; hostile and odd letters among them.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PROGRAM, axe, openBrowser } from './start.ts';

const REPORTS = [
  { id: 'denial', outlet: 'Beta', published: '2020-10-05', title: 'A denial', text: 'Armenia’s Foreign Ministry said on Monday that its forces had not shelled Ganja on Sunday. It said that Azerbaijani forces shelled Stepanakert on Sunday, killing three civilians.' },
  { id: 'charge', outlet: 'Gamma', published: '2020-10-06', title: 'A charge', text: '🚀🚀 𝔾𝔾 e\u0301e\u0301 👨‍👩‍👧\n\nAzerbaijan’s President, Ilham Aliyev, said that Armenian forces shelled Ganja on October 4, killing at least 20 civilians. 🚀' },
  { id: 'nested', outlet: 'Delta', published: '2020-10-08', title: 'Words within words', text: 'Azerbaijan’s Foreign Ministry said that Armenia’s Defence Ministry had admitted that Armenian forces shelled Barda on Tuesday.' },
  { id: 'hostile', outlet: '<b>Outlet</b>', published: '2020-10-09', title: '<script>document.title="owned"</script>', url: 'javascript:alert(1)',
    text: 'Kenyan police arrested <img src=x onerror=alert(1)> 14 students in Nairobi on October 8, 2020.\n\n\u202eUganda\u202c accused Rwanda of an attack on October 8, 2020. </p><script>alert(2)</script>' },
  { id: 'copy', outlet: 'Copy', published: '2020-10-09', title: 'A charge, again', text: '🚀🚀 𝔾𝔾 e\u0301e\u0301 👨‍👩‍👧\n\nAzerbaijan’s President, Ilham Aliyev, said that Armenian forces shelled Ganja on October 4, killing at least 20 civilians. 🚀' },
] as const;

let folder: string, browser: Browser, server: ChildProcess, shownOnly: ChildProcess, url: string, origin: string, closed: string;
const faults: string[] = [];

async function serve(db: string, more: string[]): Promise<{ server: ChildProcess; url: string }> {
  const started = spawn(PROGRAM, ['serve', '--db', db, '--port', '0', '--no-open', ...more], { stdio: ['ignore', 'pipe', 'pipe'] });
  const address = await new Promise<string>((found, failed) => {
    started.stdout.on('data', (chunk: Buffer) => found(chunk.toString().trim()));
    started.on('exit', (code) => failed(new Error(`dateline serve ended with ${code}`)));
  });
  return { server: started, url: address };
}

async function open(path: string, options: BrowserContextOptions & { noHighlights?: boolean; at?: string } = {}): Promise<Page> {
  const { noHighlights, at = origin, ...context } = options;
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...context })).newPage();
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('dialog', (dialog) => { faults.push(`dialog: ${dialog.message()}`); void dialog.dismiss(); });
  page.on('console', (message) => { if (/Content Security Policy|Refused/.test(message.text())) faults.push(message.text()); });
  if (noHighlights) await page.addInitScript(() => { Reflect.deleteProperty(CSS, 'highlights'); });
  await page.goto(at + path);
  return page;
}

/** The number of the article with that id. */
async function article(page: Page, id: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    for (let n = 1; n < 20; n++) {
      const answer = await fetch(`/api/articles/${n}`);
      if (answer.ok && ((await answer.json()) as { id: string }).id === wanted) return n;
    }
    return 0;
  }, id);
}

async function openArticle(id: string, options: Parameters<typeof open>[1] = {}): Promise<Page> {
  const page = await open('/', options);
  const n = await article(page, id);
  await page.goto(`${options.at ?? origin}/?view=article&article=${n}`);
  await page.waitForSelector('.text p');
  return page;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-reading-'));
  const db = join(folder, 'news.db'), feed = join(folder, 'feed.jsonl');
  writeFileSync(feed, REPORTS.map((report) => `${JSON.stringify(report)}\n`).join(''));
  execFileSync(PROGRAM, ['code', '--db', db, feed], { stdio: ['ignore', 'ignore', 'pipe'] });
  ({ server, url } = await serve(db, ['--write']));
  ({ server: shownOnly, url: closed } = await serve(db, []));
  origin = new URL(url).origin;
  closed = new URL(closed).origin;
  browser = await openBrowser();
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  expect(faults.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  for (const one of [server, shownOnly]) {
    one.removeAllListeners('exit');
    one.kill();
  }
  rmSync(folder, { recursive: true, force: true });
});

/** The words under a highlight, or in the marks that stand for it. */
async function marked(page: Page, layer: string): Promise<string[]> {
  return page.evaluate((name) => {
    if (!('highlights' in CSS)) return [...document.querySelectorAll(`.text .${name}`)].map((e) => e.textContent ?? '');
    return [...(CSS.highlights.get(name) ?? [])].map((range) => String(range));
  }, `dl-${layer}`);
}

describe('the text', () => {
  test('is all there, as text alone', async () => {
    const page = await openArticle('hostile');
    const words = await page.locator('.text p').evaluateAll((list) => list.map((p) => p.textContent).join('\n\n'));
    expect(words).toBe(REPORTS[3].text.replaceAll(/[\u202e\u202c]/g, '\ufffd'));
    expect(await page.locator('.text img, .text script, .report-head b b').count()).toBe(0);
    expect(await page.locator('.report a[href^="javascript"]').count()).toBe(0);
    expect(await page.textContent('h1')).toBe(REPORTS[3].title);
    expect(await page.title()).not.toBe('owned');
  });

  for (const noHighlights of [false, true]) {
    test(`marks the very words of the record behind astral letters${noHighlights ? ', without the Highlight API' : ''}`, async () => {
      const page = await openArticle('charge', { noHighlights });
      await page.locator('.records button', { hasText: 'Assault' }).click();
      const joined = async (layer: string): Promise<string> => (await marked(page, layer)).join('');
      await expect.poll(() => joined('of-actor')).toBe('Armenian forces');
      expect(await joined('of-when')).toBe('October 4');
      expect(await joined('of-recipient')).toBe('Ganja');
      expect(await joined('of-evidence')).toContain('Armenian forces shelled Ganja');
      expect(await joined('sources')).toContain('Azerbaijan’s President, Ilham Aliyev');
      expect(await page.locator('.trigger').allTextContents()).toContain('shelled');
      expect(await page.locator('.text p').first().textContent()).toBe('🚀🚀 𝔾𝔾 e\u0301e\u0301 👨‍👩‍👧');
    });
  }

  test('layers are shown and hidden', async () => {
    const page = await openArticle('charge');
    await expect.poll(async () => (await marked(page, 'days')).length).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Days' }).click();
    await expect.poll(async () => (await marked(page, 'days')).length).toBe(0);
    await page.getByRole('button', { name: 'Acts' }).click();
    await expect.poll(() => page.locator('.trigger').count()).toBe(0);
  });

  test('claims stand nested: in brackets beside the text, in a list for all', async () => {
    const page = await openArticle('nested');
    await expect.poll(() => page.locator('.bracket').count()).toBe(2);
    const [outer, inner] = await page.locator('.bracket').evaluateAll((list) => list.map((e) => e.getBoundingClientRect()).sort((a, b) => a.left - b.left).map((b) => [b.left, b.top, b.bottom]));
    expect(inner?.[0]).toBeGreaterThan(outer?.[0] as number);
    expect(inner?.[1]).toBeGreaterThanOrEqual(outer?.[1] as number);
    expect(inner?.[2]).toBeLessThanOrEqual(outer?.[2] as number);
    const nested = page.locator('.claims > ul > li > ul > li > ul > li');
    expect(await nested.count()).toBe(1);
    expect(await nested.textContent()).toContain('Armenia’s Defence Ministry');
    expect(await page.locator('.chain').count()).toBe(0);
    await page.locator('.trigger', { hasText: 'shelled' }).click();
    await expect.poll(async () => (await page.locator('.chain').allTextContents()).join()).toMatch(/Delta.*Foreign Ministry.*Defence Ministry/);
  });

  test('copies are listed', async () => {
    const page = await openArticle('charge');
    expect(await page.locator('.copies').textContent()).toContain('Copy');
  });
});

describe('by key', () => {
  test('focus shows the record and why, Enter holds it, j and k go on', async () => {
    const page = await openArticle('denial');
    await page.locator('.trigger').first().focus();
    await page.waitForSelector('.record .why dt');
    expect(await page.textContent('#record-title')).toContain('Assault');
    expect(await page.textContent('.why')).toMatch(/shell.*is ASSAULT|data\/what\/assault\.rules/s);
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).searchParams.get('event')).not.toBeNull();
    const before = new URL(page.url()).searchParams.get('event');
    await page.keyboard.press('j');
    await expect.poll(() => new URL(page.url()).searchParams.get('event')).not.toBe(before);
    await page.keyboard.press('k');
    await expect.poll(() => new URL(page.url()).searchParams.get('event')).toBe(before);
    expect(await page.locator('.records [aria-pressed="true"]').count()).toBe(1);
  });
});

describe('corrections', () => {
  test('one click, a field, a note; shown; undone', async () => {
    const page = await open(new URL(url).hash ? `/${new URL(url).hash}` : '/');
    expect(page.url()).not.toContain('token');
    const n = await article(page, 'charge');
    await page.goto(`${origin}/?view=article&article=${n}`);
    await page.locator('.trigger', { hasText: 'shelled' }).click();
    await page.getByRole('button', { name: 'Wrong …' }).click();
    await page.getByLabel('What is wrong').selectOption('when');
    await page.getByLabel('It should be').fill('2020-10-05');
    await page.getByLabel('Note').fill('<b>the fifth</b>');
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.waitForSelector('.corrections li');
    expect(await page.textContent('.corrections li')).toContain('the day should be 2020-10-05: <b>the fifth</b>');
    await page.reload();
    await page.waitForSelector('.corrections li');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.locator('.corrections li').count()).toBe(0);
  });
  test('none where the store is only shown', async () => {
    const page = await openArticle('charge', { at: closed });
    await page.locator('.trigger', { hasText: 'shelled' }).click();
    await page.waitForSelector('.record .fields');
    expect(await page.getByRole('button', { name: 'Wrong …' }).count()).toBe(0);
  });
});

describe('story and ledger', () => {
  test('a story tells who tells it and who denies it', async () => {
    const page = await openArticle('denial');
    await page.locator('.trigger').first().click();
    await page.locator('.links a').click();
    await page.waitForSelector('.group');
    expect(await page.textContent('.g-denied')).toContain('Armenia · government');
    expect(await page.textContent('.g-told')).toContain('Azerbaijan · government');
    expect(await page.textContent('.g-told')).toContain('killed: at least 20');
    await page.getByRole('link', { name: /Claims ledger of/ }).click();
    await page.waitForSelector('.claims-table');
    expect(new URL(page.url()).searchParams.getAll('side').sort()).toEqual(['ARM', 'AZE']);
  });

  test('parties are chosen by name and stand side by side', async () => {
    const page = await open('/?view=ledger');
    for (const name of ['Armenia', 'aze']) {
      await page.getByLabel('Add a party').fill(name);
      await page.keyboard.press('Enter');
    }
    await page.waitForSelector('.claims-table');
    expect(await page.locator('.claims-table thead th').allTextContents()).toEqual(['The act', 'Armenia ARM', 'Azerbaijan AZE', 'Outlets and other sources']);
    await page.getByRole('button', { name: /denied/ }).click();
    const row = page.locator('.claims-table tbody tr', { hasText: 'Ganja' });
    await expect.poll(() => page.locator('.claims-table tbody tr').count()).toBe(1);
    expect(await row.locator('th .standing').textContent()).toContain('Denied');
    expect(await row.locator('td').nth(0).textContent()).toMatch(/✗\s*denies it of its own side/);
    expect(await row.locator('td').nth(1).textContent()).toMatch(/✓\s*tells it of Armenia/);
    expect(await row.locator('td').nth(1).textContent()).toContain('1 copy');
    await page.getByRole('button', { name: /told by none/ }).click();
    await expect.poll(async () => (await page.locator('.claims-table .said').allTextContents()).join()).toContain('not counted');
    await page.getByRole('button', { name: /Leave out Armenia/ }).click();
    await page.waitForSelector('.nothing');
  });

  test('filters go with it; those that cannot be asked are told', async () => {
    const page = await open('/?view=ledger&side=ARM&side=AZE&place=Barda&standing=all&outlet=Delta');
    await page.waitForSelector('.claims-table');
    expect(await page.locator('.claims-table tbody tr').count()).toBe(1);
    expect(await page.textContent('.ledger .days')).toMatch(/place\s*Barda.*left out/);
    await page.getByRole('button', { name: 'Without filters' }).click();
    await expect.poll(() => page.locator('.claims-table tbody tr').count()).toBeGreaterThan(1);
    expect(new URL(page.url()).searchParams.get('standing')).toBe('all');
  });

  test('an unknown party is told, with what may be meant', async () => {
    const page = await open('/?view=ledger&side=ARM&side=AZR');
    expect(await page.textContent('[role=alert].failed')).toMatch(/AZR is not known – did you mean/);
  });
});

describe('for everybody', () => {
  for (const [width, colorScheme] of [[390, 'light'], [1280, 'dark'], [1280, 'light'], [3840, 'light']] as const) {
    test(`axe finds nothing and nothing overflows: ${width}, ${colorScheme}`, async () => {
      const page = await openArticle('denial', { viewport: { width, height: 900 }, colorScheme });
      await page.locator('.trigger').first().click();
      await page.waitForSelector('.record .why dt', { state: 'attached' });
      const story = await page.locator('.links a').getAttribute('href');
      for (const path of [null, story, '/?view=ledger&side=ARM&side=AZE', '/?view=ledger']) {
        if (path) await page.goto(origin + path);
        await page.waitForSelector(path === null ? '.fields' : path === story ? '.group' : '.sides');
        await page.waitForTimeout(300);
        expect(await axe(page)).toEqual([]);
        expect(await page.evaluate(() => [...document.querySelectorAll('main *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll')).map((e) => e.outerHTML.slice(0, 120)))).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      }
    });
  }
});
