import { expect, type Page, test } from '@playwright/test';
import { long } from './long.ts';
import { SceneOnPage } from './scene.ts';
import { words } from './words.ts';

/** The text is there and the scene steps, with or without its living parts. */
async function stillWorks(page: Page): Promise<void> {
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('main > p').nth(1)).toBeVisible();
  const scene = new SceneOnPage(page, 'one-process');
  await scene.dot(2).click();
  await scene.restsAt(2);
  await expect(scene.island.locator('.scene')).toBeVisible();
}

/** What went wrong beyond what the fault itself makes the browser say. */
function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}

const storages = {
  absent: "Object.defineProperty(window, 'localStorage', { value: undefined })",
  forbidden: "Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden'); } })",
  full: "Storage.prototype.setItem = () => { throw new Error('full'); }",
  corrupt: `localStorage.setItem('isolate:v1', '{"picks":[null],"done":7,"last":{},"speed":[]}'); localStorage.theme = '{'`,
  older: `localStorage.setItem('isolate:v0', '{}'); localStorage.setItem('isolate:v1', '"text"')`,
};

test('whatever the storage is, the page reads and steps', long, async ({ browser }) => {
  for (const [name, script] of Object.entries(storages)) {
    const page = await browser.newPage();
    const errors = errorsOf(page);
    await page.addInitScript(script);
    await page.goto('pid/');
    await stillWorks(page);
    expect(errors, name).toEqual([]);
    await page.close();
  }
});

/** What may not come, and the sentence with which the page says so; styles are in the page itself. */
const requests: [what: string, said: string][] = [
  ['**/assets/alive-*.js', words.notes.notAlive],
  ['**/assets/scene-*.js', words.notes.notAlive],
  ['**/assets/xterm-*.js', words.terminals.lost],
  ['**/*.woff2', ''],
  ['**/assets/later-*.js', ''],
];

for (const how of ['failed', 'cut', 'slow'])
  test(`whatever comes ${how}, the page reads and steps, and says what does not work`, long, async ({ browser }) => {
    for (const [what, said] of requests) {
      const page = await browser.newPage();
      const errors = errorsOf(page);
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route(what, async (route) => {
        if (how === 'failed') return route.abort();
        if (how === 'cut') return route.fulfill({ body: 'const cut = [', contentType: 'text/javascript' });
        await held;
        return route.continue();
      });
      await page.goto('pid/', { waitUntil: 'domcontentloaded' });
      await expect(page.locator('link[rel=stylesheet]')).toHaveCount(0);
      await stillWorks(page);
      const told = page.locator('#one-process').locator('xpath=..').locator('.island-note');
      if (how === 'slow') {
        release();
        await new SceneOnPage(page, 'one-process').alive();
        await new SceneOnPage(page, 'one-process').restsAt(2);
      }
      if (said && how !== 'slow') await expect(told, what).toContainText(said);
      else await expect(told, what).toHaveCount(0);
      if (what.includes('later') && how !== 'slow')
        await expect(page.locator('.keeping [role=status]')).toHaveText(words.notes.noKeeping);
      expect(errors, `${what} ${how}`).toEqual([]);
      await page.close();
    }
  });

test('an address that names no step of its scene says so, until one steps', async ({ page }) => {
  for (const junk of ['77', '1/nowhere', '9'.repeat(10_000)]) {
    await page.goto('about:blank');
    await page.goto(`pid/#one-process/${junk}`);
    const scene = new SceneOnPage(page, 'one-process');
    const told = scene.island.getByText(words.notes.noSuchStep);
    await expect(told).toBeVisible();
    await scene.alive();
    await expect(told).toBeVisible();
    await scene.restsAt(0);
    await scene.dot(2).click();
    await scene.restsAt(2);
    await expect(told).toHaveCount(0);
  }
});

test('a page that is cut amid a scene shows what has come of it', long, async ({ page }) => {
  const html = await (await page.request.get('pid/')).text();
  const cut = html.slice(0, html.indexOf('<ol class="dots">'));
  expect(cut.length).toBeGreaterThan(0);
  await page.route('**/pid/', (route) => route.fulfill({ body: cut, contentType: 'text/html' }));
  await page.goto('pid/');
  const isSeen = () =>
    page
      .locator('#one-process .bar h2')
      .evaluate((title) => title.checkVisibility({ opacityProperty: true, visibilityProperty: true }));
  await expect.poll(isSeen).toBe(true);
});

test('a script that fails half-way leaves the scenes as they were served, and they step', long, async ({ page }) => {
  // The living scene begins, and throws while it draws itself.
  await page.addInitScript(() => {
    const matchMedia = window.matchMedia.bind(window);
    window.matchMedia = (query) => {
      if (new Error().stack?.includes('alive-')) throw new Error('half-way');
      return matchMedia(query);
    };
  });
  await page.goto('pid/');
  await expect(page.locator('.island-note').first()).toContainText(words.notes.notAlive);
  await stillWorks(page);
});

test(
  'a living scene that throws later gives way to the one that was served, and can be called back',
  long,
  async ({ page }) => {
    await page.goto('pid/#one-process/1');
    const scene = new SceneOnPage(page, 'one-process');
    await scene.alive();
    // What another script does to the page, React finds when it clears up after a step: nodes that are not where they were.
    await scene.island.evaluate((island) => {
      for (const group of island.querySelectorAll('.living g, .living svg > *')) group.replaceChildren();
    });
    await scene.dot(3).click();
    await scene.restsAt(3);
    await expect(scene.island.locator('.scene')).toBeVisible();
  },
);

test('a clock that stands in the past costs nothing', long, async ({ page }) => {
  const errors = errorsOf(page);
  await page.clock.setFixedTime(new Date('1970-01-02T00:00:00Z'));
  await page.goto('pid/');
  await stillWorks(page);
  await new SceneOnPage(page, 'one-process').alive();
  expect(errors).toEqual([]);
});

test('two tabs keep what each was answered', long, async ({ context }) => {
  const [one, other] = [await context.newPage(), await context.newPage()];
  await one.goto('pid/#one-process/2');
  await other.goto('#two-numbers/2');
  for (const [page, id] of [
    [one, 'one-process'],
    [other, 'two-numbers'],
  ] as const) {
    const scene = new SceneOnPage(page, id);
    await scene.answer(0);
    await scene.restsAt(3);
  }
  await one.goto('ledger/');
  await one.locator('.ledger[data-alive]').waitFor();
  for (const place of ['one-process/default/2', 'two-numbers/default/2'])
    await expect(one.locator(`[data-place="${place}"] [data-said]`)).toBeVisible();
});

test('the browser’s Back finds the scene at the step where it was left', long, async ({ page }) => {
  const errors = errorsOf(page);
  await page.goto('pid/');
  await stillWorks(page);
  await page.goto('uts/');
  await page.goBack();
  await new SceneOnPage(page, 'one-process').restsAt(2);
  await page.goForward();
  await expect(page.locator('h1')).toContainText('UTS');
  expect(errors).toEqual([]);
});

test('a network that goes amid a scene stops nothing that has begun', long, async ({ page, context }) => {
  const errors = errorsOf(page);
  await page.goto('pid/#one-process/1');
  const scene = new SceneOnPage(page, 'one-process');
  await scene.alive();
  await context.setOffline(true);
  for (const step of [2, 3, 4, 5]) {
    await scene.dot(step).click();
    await scene.restsAt(step);
  }
  await scene.island.getByRole('switch').click();
  await scene.restsAt(5);
  expect(errors).toEqual([]);
});

test('an address that names no step, no take or nothing at all opens the page all the same', long, async ({ page }) => {
  const errors = errorsOf(page);
  for (const hash of [
    '#nothing',
    '#one-process/99',
    '#one-process/2/nobody',
    '#one-process/-1/x/y',
    `#${'%00<script>'.repeat(1000)}`,
  ]) {
    await page.goto('about:blank');
    await page.goto(`pid/${hash}`);
    await stillWorks(page);
  }
  expect(errors).toEqual([]);
});
