import { expect as expectSoon, test } from '@playwright/test';

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
  await expect(page.locator('.lesson-text')).toHaveCount(10);
  await expect(page.locator('.lesson-text li').first()).toHaveText(/UTS namespace/);
  await expect(page.getByText('The machine needs JavaScript.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start' })).toBeHidden();
});

test('a download that ends early is told in one sentence, and can be begun again', async ({ page }) => {
  await page.route('**/*.zst', (route) => route.fulfill({ status: 200, body: 'short' }));
  await page.goto('workbench/');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('alert')).toContainText(/The download ended early, after 5 of \d+ bytes\./);
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('a download of the right length that is not the machine is told in one sentence', async ({ page }) => {
  await page.route('**/*.zst', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: Buffer.alloc((await response.body()).length, 7) });
  });
  await page.goto('workbench/');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('alert')).toContainText('something on the way has changed it');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('a site that does not answer any more is told in one sentence', async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('workbench/');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('alert')).toContainText(
    'The download did not begin: there is no connection to the site.',
  );
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
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
  release();
});

test('a browser without WebAssembly is told so, and led to the recorded scenes', async ({ page }) => {
  await page.addInitScript(() => Object.assign(window, { WebAssembly: undefined }));
  await page.goto('workbench/');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('alert')).toContainText('This browser has no WebAssembly');
});

test('a browser without the memory for the machine is told so, and led to the recorded scenes', async ({ page }) => {
  await page.route('**/worker-*.js', async (route) => {
    const response = await route.fetch();
    const refusal = `WebAssembly.instantiate = () => Promise.reject(new RangeError('Out of memory'));`;
    await route.fulfill({ response, body: refusal + (await response.text()) });
  });
  await page.goto('workbench/');
  await page.getByRole('button', { name: 'Start' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('this browser has no memory left for it');
  await expect(alert).toContainText('The recorded scenes in the chapters show the same');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});
