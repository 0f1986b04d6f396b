import { expect, type Page, test } from '@playwright/test';
import { SceneOnPage } from './scene.ts';

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

test('whatever the storage is, the page reads and steps', { tag: '@long' }, async ({ browser }) => {
  test.setTimeout(240_000);
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

test('whatever does not come, the page reads and steps', { tag: '@long' }, async ({ browser }) => {
  test.setTimeout(240_000);
  for (const what of [
    '**/assets/alive-*.js',
    '**/assets/scene-*.js',
    '**/assets/xterm-*.js',
    '**/*.woff2',
    '**/assets/later-*.js',
  ])
    for (const how of ['failed', 'cut']) {
      const page = await browser.newPage();
      const errors = errorsOf(page);
      await page.route(what, (route) =>
        how === 'failed' ? route.abort() : route.fulfill({ body: 'const cut = [', contentType: 'text/javascript' }),
      );
      await page.goto('pid/');
      await stillWorks(page);
      expect(errors, `${what} ${how}`).toEqual([]);
      await page.close();
    }
});

test('an address that names no step, no take or nothing at all opens the page all the same', { tag: '@long' }, async ({
  page,
}) => {
  test.setTimeout(240_000);
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
