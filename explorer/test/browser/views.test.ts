import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { axe, counted, start, type Explorer, type Seen } from './start.ts';

let explorer: Explorer;
beforeAll(async () => { explorer = await start(); });
afterAll(async () => { await explorer?.stop(); });
afterEach(async () => { await explorer.closePages(); });

async function open(path = '/', options = {}): Promise<Seen> {
  const seen = await explorer.page(options);
  await seen.page.goto(explorer.url + path);
  await seen.page.waitForSelector('.summary');
  return seen;
}
const VIEWS = ['overview', 'time', 'map', 'network', 'matrix', 'table'];
const SHOWS: Record<string, string> = { overview: '.view-table .rows tbody tr', time: '.chart svg path.mx', map: '.leaflet-marker-pane .pie', network: '.network .node', matrix: '.matrix .cell button', table: '.rows tbody tr' };

describe('every view', () => {
  test.each(VIEWS)('%s: shows something, nothing fails, nothing leaves the origin', async (view) => {
    const { page, faults } = await open(`/?view=${view}`);
    await page.waitForSelector(SHOWS[view] as string, { state: 'attached' });
    await page.waitForLoadState('networkidle');
    expect(await counted(page)).toBeGreaterThan(8);
    expect(await page.textContent('nav [aria-current=page]')).toBe(await page.textContent(`nav a[href="/${view === 'overview' ? '' : `?view=${view}`}"]`));
    expect(faults).toEqual([]);
  });

  test.each(VIEWS.flatMap((view) => ['light', 'dark'].map((scheme) => [view, scheme] as const)))('%s, %s: axe finds nothing', async (view, colorScheme) => {
    const { page } = await open(`/?view=${view}`, { colorScheme });
    await page.waitForSelector(SHOWS[view] as string, { state: 'attached' });
    expect(await axe(page)).toEqual([]);
  });

  test.each(VIEWS)('%s fits on 390 pixels', async (view) => {
    const { page } = await open(`/?view=${view}`, { viewport: { width: 390, height: 844 } });
    await page.waitForSelector(SHOWS[view] as string, { state: 'attached' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

describe('filters', () => {
  test('a choice goes into the address, all views follow, the address alone gives the same again', async () => {
    const { page, faults } = await open('/');
    const all = await counted(page);
    const choice = page.locator('.choice:has(input[name=type][value=ASSAULT])');
    const told = Number(await choice.locator('.count').textContent());
    await choice.click();
    await page.waitForFunction(() => location.search === '?type=ASSAULT');
    expect(await counted(page)).toBe(told);
    expect(told).toBeLessThan(all);
    await page.waitForFunction((n) => document.querySelector('.view-table .pages')?.textContent?.includes(`of ${n}`), told);
    const rows = await page.locator('.rows .act').allTextContents();
    expect(rows.length).toBe(Math.min(12, told));
    for (const act of rows) expect(act).toContain('Assault');
    const again = await open('/?type=ASSAULT');
    expect(await counted(again.page)).toBe(told);
    expect(await again.page.locator('.chip.filter').allTextContents()).toEqual(['ActAssault×']);
    await again.page.locator('.chip.filter').click();
    expect(await counted(again.page)).toBe(all);
    expect(new URL(again.page.url()).search).toBe('');
    await page.goBack();
    expect(await counted(page)).toBe(all);
    expect([...faults, ...again.faults]).toEqual([]);
  });

  test('the server counts the same', async () => {
    const { page } = await open('/?view=table');
    for (const filters of ['', 'type=ASSAULT', 'actor=ECU', 'recipient=PER', 'says=PER/GOV', 'status=denied', 'from=2024-03-01&until=2024-03-31', 'text=soldiers', 'says=/COP', 'contested=1', 'min_confidence=0.6']) {
      const own = filters.replace('contested=1', 'contested=any').replace('min_confidence=0.6', 'confidence=60');
      const answer = await page.evaluate(async (q) => (await (await fetch(`/api/query?limit=200&${q}`)).json() as { rows: unknown[] }).rows.length, filters);
      await page.goto(`${explorer.url}/?view=table&${own}`);
      await page.waitForFunction((n) => document.querySelector('.summary .count strong')?.textContent === String(n), answer).catch(() => undefined);
      expect([filters, await counted(page)]).toEqual([filters, answer]);
      expect(answer).toBeGreaterThan(0);
    }
  });

  test('full text: found articles only, and what the server refuses is said', async () => {
    const { page } = await open('/?view=table');
    await page.fill('#search', 'tumbes');
    await page.waitForFunction(() => new URLSearchParams(location.search).get('text') === 'tumbes' && Number(document.querySelector('.summary .count strong')?.textContent) < 8);
    expect(await counted(page)).toBeGreaterThan(0);
    const before = await counted(page);
    await page.fill('#search', '"open');
    await page.waitForFunction(() => (document.querySelector('#search-fault')?.textContent ?? '').length > 5);
    expect(await counted(page)).toBe(before);
    const linked = await open('/?view=table&text=%22open');
    await linked.page.waitForFunction(() => (document.querySelector('#search-fault')?.textContent ?? '').length > 5);
    expect(await counted(linked.page)).toBe(0);
    await page.fill('#search', '');
    await page.waitForFunction(() => document.querySelector('#search-fault')?.textContent === '' && !location.search.includes('text'));
  });

  test('records instead of stories', async () => {
    const { page } = await open('/');
    const stories = await counted(page);
    await page.getByRole('button', { name: 'Records' }).click();
    expect(await counted(page)).toBeGreaterThan(stories);
    expect(page.url()).toContain('unit=report');
  });
});

describe('views answer', () => {
  test('time line: dragging chooses days; the other days are seen behind', async () => {
    const { page, faults } = await open('/?view=time&zoom=1990-01-01..2024-12-31');
    const box = await page.locator('.chart').boundingBox();
    if (!box) throw new Error('no chart');
    await page.mouse.move(box.x + 60, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.4, box.y + 60, { steps: 5 });
    await page.mouse.up();
    await page.waitForFunction(() => location.search.includes('from=') && location.search.includes('until='));
    const q = new URL(page.url()).searchParams;
    expect(q.get('from')! < '1996' && q.get('until')! > '1996' && q.get('until')! < '2010').toBe(true);
    expect(await counted(page)).toBeGreaterThan(0);
    expect(await page.locator('.ghost-line').getAttribute('d')).toMatch(/^M.*V/);
    expect(faults).toEqual([]);
  });

  test('time line: own days and report days differ for a report on an anniversary', async () => {
    const { page } = await open('/?view=time&zoom=1994-01-01..2024-12-31&grainof=year');
    const peaks = async (): Promise<string> => page.evaluate(() => [...document.querySelectorAll('.chart path.mx, .chart path.vx')].map((p) => p.getAttribute('d')).join());
    const own = await peaks();
    await page.getByRole('button', { name: 'Days of the reports' }).click();
    await page.waitForFunction(() => location.search.includes('days=report'));
    expect(await peaks()).not.toBe(own);
    await page.locator('.as-table summary').click();
    await page.waitForSelector('.as-table tbody tr');
    const years = await page.locator('.as-table tbody tr td:first-child').allTextContents();
    expect(years).toContain('1995');
    expect(years).toContain('2024');
  });

  test('time line: in the days of the reports, days of reports are chosen; Shift and arrows choose several bars', async () => {
    const { page } = await open('/?view=time&days=report&zoom=2024-03-01..2024-03-31&grainof=day');
    await page.locator('.chart').focus();
    await page.keyboard.press('Home');
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.waitForFunction(() => location.search.includes('reported_until=2024-03-07'));
    expect(new URL(page.url()).searchParams.get('reported_from')).toBe('2024-03-05');
    const reports = await page.evaluate(async () => {
      const { rows } = await (await fetch('/api/query?limit=200')).json() as { rows: { published: string; story: number }[] };
      return new Set(rows.filter((r) => r.published >= '2024-03-05' && r.published <= '2024-03-07').map((r) => r.story)).size;
    });
    expect(await counted(page)).toBeGreaterThanOrEqual(reports);
    await page.getByRole('button', { name: 'To selection' }).click();
    await page.waitForFunction(() => location.search.includes('zoom=2024-03-05..2024-03-07'));
  });

  test('map: a place is a filter; what has none is counted beside', async () => {
    const { page } = await open('/?view=map');
    const total = await counted(page);
    await page.locator('.as-table summary').click();
    await page.waitForSelector('.as-table tbody tr');
    const rows = await page.locator('.as-table tbody tr').evaluateAll((trs) => trs.map((tr) => Number(tr.lastElementChild?.textContent)));
    const beside = Number(/\d+/.exec(await page.locator('.view-map header').innerText())?.[0] ?? 0);
    expect(rows.reduce((a, b) => a + b, 0) + beside).toBe(total);
    const place = page.locator('.leaflet-marker-pane .pie[aria-label*="("]').first(), words = await place.getAttribute('aria-label');
    await place.click();
    await page.waitForFunction(() => location.search.includes('place='));
    expect(await counted(page)).toBe(Number(/: (\d+) stor/.exec(words ?? '')?.[1]));
  });

  test('network and matrix: a click is a filter', async () => {
    const { page } = await open('/?view=network');
    await page.locator('.node').first().click();
    await page.waitForFunction(() => location.search.includes('party='));
    expect(await counted(page)).toBeGreaterThan(0);
    const matrix = await open('/?view=matrix');
    const cell = matrix.page.locator('.matrix .cell button').first(), words = await cell.getAttribute('aria-label');
    const n = Number(/: (\d+),/.exec(words ?? '')?.[1]);
    await cell.click();
    await matrix.page.waitForFunction(() => location.search.includes('actor=') && location.search.includes('recipient='));
    expect(await counted(matrix.page)).toBe(n);
  });

  test('table: sorted by any column, and saved as the command line would', async () => {
    const { page } = await open('/?view=table');
    await page.locator('th button', { hasText: 'Day' }).click();
    await page.waitForFunction(() => location.search.includes('order=up'));
    expect(await page.locator('th[aria-sort=ascending]').count()).toBe(1);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV of this view' }).click();
    const stream = await (await saved).createReadStream();
    let csv = '';
    for await (const chunk of stream) csv += String(chunk);
    expect(csv.split('\r\n')[0]).toContain('story,reports,originals,contested');
    expect(csv.trimEnd().split('\r\n').length - 1).toBe(await counted(page));
  });
});

describe('keyboard', () => {
  test('from the top to a filter, a bar, a view, and help, without a mouse', async () => {
    const { page, faults } = await open('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('f');
    await page.keyboard.press('Space');
    await page.waitForFunction(() => location.search.includes('type='));
    await page.keyboard.press('Space');
    await page.waitForFunction(() => !location.search.includes('type='));
    await page.locator('.chart').focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => (document.querySelector('.chart [role=status]')?.textContent ?? '').includes('stor'));
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.search.includes('from='));
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !location.search.includes('from='));
    await page.keyboard.press('5');
    await page.waitForSelector('.matrix');
    await page.keyboard.press('?');
    await page.waitForSelector('dialog[open]');
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog:not([open])', { state: 'attached' });
    expect(faults).toEqual([]);
  });
});

test('hostile text stays text', async () => {
  const { page, faults } = await open('/?view=table&sort=reported');
  await page.waitForFunction(() => document.querySelector('.rows')?.textContent?.includes('<b>Outlet</b>'));
  expect(await page.title()).toBe('Table · news.db · dateline');
  expect(await page.locator('.rows img, .rows script, .rows b').count()).toBe(0);
  expect(faults).toEqual([]);
});

test('light and dark: as the system has it, until somebody chooses; the choice stays', async () => {
  const { page } = await open('/', { colorScheme: 'dark' });
  const back = (): Promise<string> => page.evaluate(() => getComputedStyle(document.querySelector('.panel') as Element).backgroundColor);
  expect(await back()).toBe('rgb(26, 30, 34)');
  await page.getByRole('button', { name: /^Colours/ }).click();
  expect(await back()).toBe('rgb(255, 255, 255)');
  await page.reload();
  await page.waitForSelector('.panel');
  expect(await back()).toBe('rgb(255, 255, 255)');
});

test('a server that has gone is said', async () => {
  const { page } = await explorer.page();
  await page.route('**/api/columns', (route) => route.fulfill({ status: 500, body: '{"error":"the store cannot be read","hint":null}' }));
  await page.goto(explorer.url);
  await page.waitForSelector('[role=alert]');
  expect(await page.textContent('[role=alert]')).toBe('the store cannot be read');
});
