import { createServer, type RequestListener } from 'node:http';
import { expect, type Page, test } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';
import { long, longUnlessClose } from './long.ts';
import { SceneOnPage } from './scene.ts';
import { watchShifts } from './shifts.ts';
import { chapters, routes } from './site.ts';

for (const route of routes)
  test(`/${route} does not scroll sideways at 360, 768 or 1440 px`, async ({ page }) => {
    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      if (width === 360) await page.goto(route);
      await page.evaluate(() => document.fonts.ready);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });

for (const fonts of ['at once', 'late'])
  for (const width of [360, 1440])
    for (const route of chapters)
      test(
        `nothing on /${route} moves at ${width} px while it loads and is read, fonts ${fonts}`,
        fonts === 'late' ? long : width === 360 ? {} : longUnlessClose(route),
        async ({ page }) => {
          if (fonts === 'late')
            await page.route('**/*.woff2', async (font) => {
              // The page has given up waiting, and shows itself.
              await page.locator('html.late').waitFor();
              await font.continue();
            });
          await page.setViewportSize({ width, height: 800 });
          await page.addInitScript(watchShifts);
          await page.goto(route);
          await readToTheEnd(page);
          await page.evaluate(() => document.fonts.ready);
          expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([]);
        },
      );

async function readToTheEnd(page: Page): Promise<void> {
  for (const part of await page.locator('.island, h2, footer').all()) {
    await part.scrollIntoViewIfNeeded();
    // Two frames: one for what the scrolling brings about, one for it to be drawn.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }
  for (const island of await page.locator('.island').all()) await expect(island).toHaveAttribute('data-alive', '1');
}

test('fonts that come too late for the first paint wait for the next page', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/*.woff2', async (font) => {
    await held;
    await font.continue();
  });
  // As on a line that is quick, however busy this machine is.
  await page.addInitScript(() => localStorage.setItem('fonts', '1'));
  await page.goto('', { waitUntil: 'domcontentloaded' });
  await expect(page.locator('html')).toHaveClass('js late');
  const before = await page.locator('main').evaluate((main) => main.getBoundingClientRect().height);
  release();
  await page.evaluate(() => document.fonts.ready);
  expect(await page.locator('main').evaluate((main) => main.getBoundingClientRect().height)).toBe(before);
});

test('a first visit on a quick line is read in the real faces from its first paint on, also where the processor is busy', async ({
  browser,
  baseURL,
}) => {
  const visit = async (route: string) => {
    const context = await browser.newContext({ serviceWorkers: 'block', baseURL: baseURL ?? '' });
    const page = await context.newPage();
    // Busy while the fonts come.
    await page.addInitScript(() => {
      const until = performance.now() + 400;
      setTimeout(() => {
        while (performance.now() < until);
      });
    });
    // As on a line that is quick, however busy this machine is; nothing of the site has come yet.
    await page.addInitScript(() => localStorage.setItem('fonts', '1'));
    await page.addInitScript(watchShifts);
    await page.goto(route);
    await expect(page.locator('body')).toBeVisible();
    const name = await page.locator('html').getAttribute('class');
    expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts), route).toEqual([]);
    await context.close();
    return name;
  };
  // Other tests may keep all processors busy: one visit of four may be served late.
  for (const route of ['', 'pid/']) {
    const visits: (string | null)[] = [];
    for (let i = 0; i < 4; i += 1) visits.push(await visit(route));
    expect(visits.filter((name) => name === 'js').length, route).toBeGreaterThanOrEqual(3);
  }
});

test('on a slow line the first page asks for its fonts when it has loaded, plays without them, and the next one has them', async ({
  page,
}) => {
  const site = await serve({
    folder: 'dist',
    create: ((answer: RequestListener) =>
      createServer((request, response) => {
        const isPage = request.url?.endsWith('/');
        setTimeout(() => answer(request, response), isPage ? 200 : 0);
      })) as typeof createServer,
  });
  try {
    await page.goto(`${site.address}pid/`);
    const asked = () =>
      page.evaluate(() => {
        const [{ loadEventEnd } = { loadEventEnd: 0 }] = performance.getEntriesByType(
          'navigation',
        ) as PerformanceNavigationTiming[];
        const fonts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.woff2'));
        return fonts.map(({ startTime }) => loadEventEnd > 0 && startTime > loadEventEnd);
      });
    await expect.poll(asked).toEqual([true, true, true, true]);
    const scene = new SceneOnPage(page, 'one-process');
    await scene.alive();
    await scene.run.click();
    await scene.restsAt(1);
    await scene.expectOverlaid('host');
    await expect(page.locator('html')).toHaveClass('js late unfetched');
    await expect.poll(() => page.evaluate(() => localStorage.getItem('fonts'))).toBe('1');
    await page.goto(`${site.address}uts/`);
    await expect(page.locator('html')).toHaveClass('js');
    expect(await page.evaluate(() => document.fonts.check('400 1em "IBM Plex Sans"'))).toBe(true);
  } finally {
    await site.close();
  }
});
