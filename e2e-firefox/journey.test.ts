import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../scripts/serve.mjs';
import { findFirefox, troublesOf } from './firefox.ts';

const executablePath = findFirefox();
const scene = '.island[data-scene="one-process"]';

// No package manager's Firefox is fetched for this: where none is installed, the run says so and leaves the journey out.
describe.skipIf(!executablePath)(`in ${executablePath ?? 'Firefox, which is not installed here'}`, () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    site = await serve({ folder: 'dist' });
    browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function opened(path: string, width = 1440): Promise<{ page: Page; troubles: () => Promise<string[]> }> {
    // A context of its own remembers nothing.
    const page = await (await browser.createBrowserContext()).newPage();
    const troubles = await troublesOf(page);
    await page.setViewport({ width, height: 1000 });
    await page.goto(`${site.address}${path}`);
    return { page, troubles };
  }
  const at = (page: Page, place: string) => page.waitForSelector(`${scene}[data-at^="${place}"]`);
  const shown = (page: Page, part: string) =>
    page.$$eval(`${scene} ${part}`, (all) =>
      all
        .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .map((one) => one.textContent ?? ''),
    );

  test('a scene comes alive at the step of its address, asks, answers, goes back and changes its take', async () => {
    const { page, troubles } = await opened('pid/#one-process/1');
    await page.waitForSelector(`${scene}[data-alive="1"]`);
    await at(page, '1');
    await page.click(`${scene} .go`);
    await at(page, '2');
    await page.click(`${scene} .go`);
    await at(page, '2 ask');
    const answers = await page.$$(`${scene} .ask button[data-do="pick"]`);
    for (const answer of answers) if (await answer.isVisible()) await answer.click().then(() => answers.splice(0));
    await at(page, '3');
    expect((await shown(page, '.verdict')).join()).toMatch(/you said/i);
    await page.click(`${scene} .back`);
    await at(page, '2');
    await page.click(`${scene} [role=switch]`);
    await page.waitForFunction(() => location.hash === '#one-process/2/pid-host');
    await page.waitForFunction(
      (pane) => document.querySelector<HTMLElement>(pane)?.textContent.includes('--pid=host'),
      {},
      `${scene} [data-pane="host"]`,
    );
    expect(await troubles()).toEqual([]);
    await page.close();
  });

  test('the living terminals show the rows of the transcript', async () => {
    const { page, troubles } = await opened('pid/#one-process/3');
    await page.waitForSelector(`${scene}[data-alive="1"]`);
    await page.waitForFunction(
      (island) => {
        const panes = [...document.querySelectorAll(`${island} [data-pane]`)];
        const text = (row: Element) => (row.textContent ?? '').replaceAll('\u00a0', ' ').trimEnd();
        return (
          panes.length > 1 &&
          panes.every((pane) => {
            const printed = [...pane.querySelectorAll('.row')].filter((row) => row.checkVisibility()).map(text);
            const living = [...pane.querySelectorAll('.xterm-rows > div')].map(text);
            return printed.length > 1 && printed.every((row, i) => living[i] === row);
          })
        );
      },
      { timeout: 60_000 },
      scene,
    );
    expect(await troubles()).toEqual([]);
    await page.close();
  });

  test('the keyboard alone steps a scene and answers its question', async () => {
    const { page, troubles } = await opened('pid/#one-process/2');
    await page.waitForSelector(`${scene}[data-alive="1"]`);
    await page.focus(`${scene} .go`);
    await page.keyboard.press('Enter');
    await at(page, '2 ask');
    await page.keyboard.press('Enter');
    await at(page, '3');
    await page.keyboard.press('ArrowLeft');
    await at(page, '2');
    await page.keyboard.press('End');
    await at(page, '5');
    expect(await troubles()).toEqual([]);
    await page.close();
  });

  test('no page scrolls sideways on a phone', async () => {
    for (const path of ['', 'pid/', 'cgroups/', 'not-isolated/', 'vms/', 'ledger/', 'recordings/']) {
      const { page, troubles } = await opened(path, 360);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
      expect(await troubles(), path).toEqual([]);
      await page.close();
    }
  });

  test('the search opens on the slash and leads to the very step', async () => {
    const { page, troubles } = await opened('');
    await page.keyboard.press('/');
    await page.waitForSelector('dialog[open] input');
    await page.type('dialog[open] input', 'shared memory');
    const link = await page.waitForSelector('dialog[open] a[href*="ipc/"]');
    await link?.click();
    await page.waitForFunction(() => location.pathname.endsWith('/ipc/'));
    expect(await troubles()).toEqual([]);
    await page.close();
  });
});
