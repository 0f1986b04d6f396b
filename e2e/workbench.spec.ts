import { statSync } from 'node:fs';
import { expect as expectSoon, test } from '@playwright/test';
import { lessons } from '../content/lessons/index.ts';
import { anyNumbers, words } from './words.ts';

// The workbench is fetched when it is asked for, and a machine that is busy takes its time to read it.
const expect = expectSoon.configure({ timeout: 60_000 });

test('the workbench fetches nothing of its machine before it is asked to', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto('workbench/', { waitUntil: 'networkidle' });
  expect(fetched.filter((path) => /workbench-|worker-|\.wasm|\.zst|xterm/.test(path))).toEqual([]);
});

test('the workbench tells every lesson without scripts', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto('workbench/');
  await expect(page.locator('.lesson-text')).toHaveCount(lessons.length);
  await expect(page.locator('.lesson-text li').first()).toHaveText(/UTS namespace/);
  await expect(page.getByText(words.workbench.noScript)).toBeVisible();
  await expect(page.getByRole('button', { name: words.workbench.start })).toBeHidden();
});

test('before it runs, the workbench shows what comes: recorded shells, a drawing, every lesson, and what it weighs', async ({
  page,
}) => {
  await page.goto('workbench/');
  const coming = page.locator('.coming');
  await expect(coming.locator('pre').first()).toContainText('root@box');
  await expect(coming.getByRole('img').filter({ visible: true })).toHaveAccessibleName(/10\.0\.0\.2/);
  await expect(coming.getByRole('listitem')).toHaveCount(lessons.length);
  await expect(coming.getByText(anyNumbers(words.workbench.sizes('1.2')))).toBeVisible();
  await coming.getByRole('link', { name: 'A root of your own' }).click();
  await expect(page).toHaveURL(/\/workbench\/#root$/);
});

for (const [width, height] of [
  [1366, 650],
  [768, 1024],
  [360, 740],
] as const)
  test(`the picture of what comes fits a window of ${width} by ${height}, and stays while the machine is fetched`, async ({
    page,
  }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/*.zst', async (route) => {
      await held;
      await route.abort();
    });
    await page.setViewportSize({ width, height });
    await page.goto('workbench/');
    const coming = page.locator('.coming');
    await coming.scrollIntoViewIfNeeded();
    const before = await coming.boundingBox();
    expect(before?.height).toBeLessThanOrEqual(height);
    const parts = await coming
      .locator('> *')
      .evaluateAll((parts) => parts.map((part) => part.scrollWidth - part.clientWidth));
    expect(parts.filter((over) => over > 1)).toEqual([]);
    await page.getByRole('button', { name: words.workbench.start }).click();
    await expect(coming.getByRole('progressbar')).toBeVisible();
    const after = await coming.boundingBox();
    expect([after?.width, after?.height]).toEqual([before?.width, before?.height]);
    release();
  });

test('the workbench is in the contents, on the first page, and at the end of each chapter that a lesson belongs to', async ({
  page,
}) => {
  await page.goto('');
  await expect(page.locator('.rail nav').getByRole('link', { name: words.page.workbench })).toBeVisible();
  await expect(
    page.getByRole('main').getByRole('paragraph').getByRole('link', { name: 'the workbench', exact: true }),
  ).toBeVisible();
  for (const chapter of new Set(lessons.map((lesson) => lesson.chapter))) {
    const there = await page
      .locator('.rail nav')
      .getByRole('link', { name: chapter, exact: true })
      .getAttribute('href');
    await page.goto(there ?? '');
    const leads = await page
      .locator('.by-hand a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    const same = lessons.filter((lesson) => lesson.chapter === chapter);
    expect(leads).toEqual(same.map(({ id }) => `/workbench/?lesson=${id}`));
  }
});

test('a download that ends early is told in one sentence, and can be begun again', async ({ page }) => {
  await page.route('**/*.zst', (route) => route.fulfill({ status: 200, body: 'short' }));
  await page.goto('workbench/');
  await page.getByRole('button', { name: words.workbench.start }).click();
  await expect(page.getByRole('alert')).toContainText(
    words.workbench.cutShort(5, statSync('workbench/state.zst').size),
  );
  await expect(page.getByRole('button', { name: words.workbench.again })).toBeVisible();
});

test('a download of the right length that is not the machine is told in one sentence', async ({ page }) => {
  await page.route('**/*.zst', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: Buffer.alloc((await response.body()).length, 7) });
  });
  await page.goto('workbench/');
  await page.getByRole('button', { name: words.workbench.start }).click();
  await expect(page.getByRole('alert')).toContainText(words.workbench.changed);
  await expect(page.getByRole('button', { name: words.workbench.again })).toBeVisible();
});

test('a site that does not answer any more is told in one sentence', async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('workbench/');
  await page.getByRole('button', { name: words.workbench.start }).click();
  await expect(page.getByRole('alert')).toContainText(words.workbench.noConnection);
});

test('a download can be cancelled', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/*.zst', async (route) => {
    await held;
    await route.abort();
  });
  await page.goto('workbench/');
  await page.getByRole('button', { name: words.workbench.start }).click();
  await page.getByRole('button', { name: words.workbench.cancel }).click();
  await expect(page.getByRole('button', { name: words.workbench.start })).toBeVisible();
  release();
});

test('a browser without WebAssembly is told so, and led to the recorded scenes', async ({ page }) => {
  await page.addInitScript(() => Object.assign(window, { WebAssembly: undefined }));
  await page.goto('workbench/');
  await page.getByRole('button', { name: words.workbench.start }).click();
  await expect(page.getByRole('alert')).toContainText(words.workbench.noWebAssembly);
});

test('a browser without the memory for the machine is told so, and led to the recorded scenes', async ({ page }) => {
  await page.route('**/worker-*.js', async (route) => {
    const response = await route.fetch();
    const refusal = `WebAssembly.instantiate = () => Promise.reject(new RangeError('Out of memory'));`;
    await route.fulfill({ response, body: refusal + (await response.text()) });
  });
  await page.goto('workbench/');
  await page.getByRole('button', { name: words.workbench.start }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(words.workbench.stopped(words.workbench.noMemory));
  await expect(alert).toContainText(words.workbench.without);
  await expect(page.getByRole('button', { name: words.workbench.again })).toBeVisible();
});
