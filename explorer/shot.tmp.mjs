import { chromium } from 'playwright-core';
const [port, ...names] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
for (const name of names) {
  const [w, theme, query, full] = name.split(',');
  const ctx = await browser.newContext({ viewport: { width: +w, height: +w > 2500 ? 2160 : +w < 500 ? 844 : 800 }, colorScheme: theme });
  const page = await ctx.newPage();
  page.on('console', (m) => console.log(name, m.type(), m.text()));
  page.on('pageerror', (e) => console.log(name, 'ERROR', e.message));
  await page.goto(`http://127.0.0.1:${port}/${query ?? ''}`);
  await page.waitForTimeout(1500);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  const file = `/tmp/w/s3/shots/${w}-${theme}-${(query || 'overview').replace(/[^a-z0-9]+/gi, '_').slice(0, 50)}.png`;
  await page.screenshot({ path: file, fullPage: full === 'full' });
  console.log(file, 'scrollWidth', wide);
  await ctx.close();
}
await browser.close();
