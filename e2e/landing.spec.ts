import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { long } from './long.ts';
import { openScene, SceneOnPage } from './scene.ts';

/** Scenes that stand far down their pages, each with a step. */
const addresses = ['pid/#pid-one/3', 'network/#open-ports/3', 'fence/#smallest-set/4', 'pid/#one-process/3'];

test.use({ viewport: { width: 1366, height: 650 } });

/** The scene fills the window from its upper edge, at the step that was asked for, and stays there. */
async function hasLanded(page: Page, address: string): Promise<void> {
  const [, id = '', step = ''] = /#([\w-]+)\/(\d+)/.exec(address) ?? [];
  const scene = new SceneOnPage(page, id);
  await scene.restsAt(Number(step));
  await expect.poll(() => topOf(scene)).toBeLessThan(14);
  await scene.alive();
  await page.waitForLoadState('networkidle');
  // Two frames in which something might still move it.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const top = await topOf(scene);
  expect(Math.abs(top), `${address} stands at ${top}`).toBeLessThan(14);
}

function topOf({ island }: SceneOnPage): Promise<number> {
  return island.evaluate((island) => island.getBoundingClientRect().top);
}

async function slowed(page: Page, rate: number): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Opens each address so many times, in a context without anything kept. */
async function opens(context: () => Promise<BrowserContext>, times: number, rate: number): Promise<void> {
  for (let time = 0; time < times; time += 1)
    for (const address of addresses) {
      const fresh = await context();
      const page = await fresh.newPage();
      if (rate > 1) await slowed(page, rate);
      await page.goto(address);
      await hasLanded(page, address);
      await fresh.close();
    }
}

for (const rate of [1, 4]) {
  test(`a link to a step lands at its step in a browser that has seen nothing, the processor ${rate} times slower`, async ({
    browser,
    baseURL,
  }) => {
    await opens(
      () => browser.newContext({ baseURL, viewport: { width: 1366, height: 650 }, serviceWorkers: 'block' }),
      1,
      rate,
    );
  });

  test(
    `of a hundred opens of links to steps a hundred land, the processor ${rate} times slower`,
    long,
    async ({ browser, baseURL }) => {
      test.setTimeout(2_400_000);
      await opens(
        () => browser.newContext({ baseURL, viewport: { width: 1366, height: 650 }, serviceWorkers: 'block' }),
        25,
        rate,
      );
    },
  );
}

test('an address that names a scene and no step leads to the scene’s edge, whichever of browser and script is last', async ({
  page,
}) => {
  for (const [width, height] of [
    [1366, 650],
    [360, 780],
  ] as const)
    for (const address of ['network/#two-cables', 'uts/#hostname', 'cgroups/#quota']) {
      await page.setViewportSize({ width, height });
      await page.goto('about:blank');
      await page.goto(address, { waitUntil: 'load' });
      const scene = new SceneOnPage(page, address.split('#')[1] ?? '');
      await expect(scene.island).toHaveAttribute('data-alive', '1');
      expect(Math.abs(await topOf(scene)), `${address} at ${width} px`).toBeLessThan(14);
    }
});

test('with fonts that come late, with less motion and after a reload, it lands at its step', async ({ page }) => {
  const address = addresses[0] ?? '';
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.route('**/*.woff2', async (font) => {
    // The page has given up waiting, and shows itself.
    await page.locator('html.late').waitFor();
    await font.continue();
  });
  await page.goto(address);
  await hasLanded(page, address);
  await page.mouse.wheel(0, -3000);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await page.reload();
  await hasLanded(page, address);
});

test('from another page, from the search, and in a tab that is opened behind, it lands at its step', async ({
  page,
  context,
}) => {
  const address = addresses[1] ?? '';
  await page.goto('uts/');
  await page.evaluate((to) => {
    const link = document.createElement('a');
    link.href = `../${to}`;
    link.textContent = 'There';
    document.querySelector('main')?.prepend(link);
  }, address);
  const [behind] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'There', exact: true }).click({ modifiers: ['Control'] }),
  ]);
  await behind.waitForLoadState();
  await behind.bringToFront();
  await hasLanded(behind, address);
  await page.bringToFront();
  await page.getByRole('link', { name: 'There', exact: true }).click();
  await hasLanded(page, address);
});

test('a reader who scrolls on is not brought back', async ({ page }) => {
  const scene = await openScene(page, 'pid-one', '/3');
  await hasLanded(page, 'pid/#pid-one/3');
  await page.mouse.move(700, 300);
  await page.mouse.wheel(0, -500);
  await expect.poll(() => topOf(scene)).toBeGreaterThan(300);
  await page.setViewportSize({ width: 1280, height: 700 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await topOf(scene)).toBeGreaterThan(200);
});

test('the first press brings a scene into the window, and no later one moves the page', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('pid/');
  const scene = new SceneOnPage(page, 'one-process');
  await scene.alive();
  await scene.island.evaluate((island: HTMLElement) => scrollTo({ top: island.offsetTop - 300, behavior: 'instant' }));
  await scene.run.evaluate((button: HTMLElement) => button.click());
  await scene.restsAt(1);
  const at = await page.evaluate(() => scrollY);
  const box = await scene.island.locator('.scene').boundingBox();
  expect(box && box.y >= 0 && box.y + box.height <= 651).toBe(true);
  for (let step = 2; step <= 5; step += 1) {
    await scene.run.click();
    await scene.restsAt(step);
    expect(await page.evaluate(() => scrollY)).toBe(at);
  }
  await page.mouse.wheel(0, 200);
  await expect.poll(() => page.evaluate(() => scrollY)).not.toBe(at);
  const moved = await page.evaluate(() => scrollY);
  await scene.back.evaluate((button: HTMLElement) => button.click());
  await scene.restsAt(4);
  expect(await page.evaluate(() => scrollY)).toBe(moved);
});

test('an old address of a scene that stands on another page now leads to its step there', async ({ page }) => {
  for (const [from, to] of [
    ['not-isolated/#the-socket/2', 'escapes/#the-socket/2'],
    ['not-isolated/#which-wall/3/seccomp', 'fence/#which-wall/3/seccomp'],
  ] as const) {
    await page.goto(from);
    await page.waitForURL(`**/${to}`);
    await hasLanded(page, to);
  }
});
