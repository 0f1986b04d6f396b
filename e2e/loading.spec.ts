import { expect, test } from '@playwright/test';
import { openScene } from './scene.ts';
import { words } from './words.ts';

test('when the living scene does not load, the static one stays and offers to try again', async ({ page }) => {
  await page.route('**/assets/alive-*.js', (route) => route.abort());
  await page.goto('pid/');
  const island = page.locator('.island').first();
  await island.hover();
  const note = island.locator('.island-note');
  await expect(note).toContainText(words.notes.notAlive);
  await expect(island.locator('.scene')).toBeVisible();
  await expect(island).not.toHaveAttribute('data-alive', '1');
  await page.unroute('**/assets/alive-*.js');
  await note.getByRole('button', { name: words.notes.tryAgain }).click();
  await expect(island).toHaveAttribute('data-alive', '1');
  await expect(note).toHaveCount(0);
});

test('a reader who saves data finds the way back, and gets the living scene on touching it and not before', async ({
  page,
}) => {
  const modules: string[] = [];
  page.on('request', (request) => /assets\/.*\.js$/.test(request.url()) && modules.push(request.url()));
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });
    localStorage.setItem('isolate:v1', JSON.stringify({ last: '/uts/#hostname/2' }));
  });
  await page.goto('pid/', { waitUntil: 'load' });
  await expect(page.locator('.rail .go-on a')).toHaveText(words.progress.goOn('UTS', '2'));
  expect(modules.filter((url) => !/\/(later|show|shown-again|memory|line)-/.test(url))).toEqual([]);
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([]);
  await page.locator('.island').first().hover();
  await expect(page.locator('.island').first()).toHaveAttribute('data-alive', '1');
});

test('a scene that is scrolled to steps on its rows, and opens no terminal before the reader is at it', async ({
  page,
}) => {
  const scene = await openScene(page, 'one-process');
  await scene.island.scrollIntoViewIfNeeded();
  await expect(scene.island).toHaveAttribute('data-alive', '1');
  await expect(page.locator('link[rel=modulepreload][href*="xterm-"]')).toHaveCount(1);
  await page.evaluate(() => new Promise((done) => requestIdleCallback(() => requestIdleCallback(done))));
  await expect(page.locator('.xterm-host')).toHaveCount(0);
  await scene.island.locator('.terms').hover();
  await expect(scene.island.locator('.xterm-host.ready')).toHaveCount(2);
});

test('the first press types into a terminal that opens for it, from the first letter on', async ({ page }) => {
  const scene = await openScene(page, 'one-process');
  await scene.island.scrollIntoViewIfNeeded();
  await expect(scene.island).toHaveAttribute('data-alive', '1');
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const look = () => {
      const row = document.querySelector('[data-scene="one-process"] .ready .xterm-rows > div')?.textContent;
      if (row && row !== seen.at(-1)) seen.push(row.trimEnd());
      requestAnimationFrame(look);
    };
    look();
  });
  // A finger: nothing has pointed before.
  await scene.run.evaluate((button) => (button as HTMLElement).click());
  await scene.restsAt(1);
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen.filter((row) => row.length < 'root@dockerhost:~# docker run'.length).length).toBeGreaterThan(1);
});

test('the page itself asks for no script, and none runs before the reader or an idle moment', async ({ page }) => {
  await page.goto('pid/');
  expect(await page.locator('script[src]').count()).toBe(0);
});

test('the next chapter is readied near the end of this one and not before, and one that is pointed at when it is', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 500 });
  await page.goto('');
  const rules = () =>
    page
      .locator('head > script[type=speculationrules]')
      .evaluateAll((all) => all.map((script) => JSON.parse(script.textContent ?? '').prerender[0]));
  await expect.poll(rules).toEqual([{ where: { selector_matches: 'nav[aria-label] a' }, eagerness: 'moderate' }]);
  await page.locator('a[rel=next]').scrollIntoViewIfNeeded();
  const next = await page.locator('a[rel=next]').getAttribute('href');
  await expect.poll(rules).toContainEqual({ urls: [next], eagerness: 'immediate' });
});
