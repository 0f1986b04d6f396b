import { expect, type Page, test } from '@playwright/test';
import { long, longUnlessClose } from './long.ts';
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
  await page.goto('', { waitUntil: 'domcontentloaded' });
  await expect(page.locator('html')).toHaveClass('js late');
  const before = await page.locator('main').evaluate((main) => main.getBoundingClientRect().height);
  release();
  await page.evaluate(() => document.fonts.ready);
  expect(await page.locator('main').evaluate((main) => main.getBoundingClientRect().height)).toBe(before);
});
