import { expect, test } from '@playwright/test';
import { Bench } from './bench.ts';

test('the machine answers, begins anew when it is reset, and the diagram follows', async ({ page }) => {
  const bench = new Bench(page);
  await bench.start();
  const took = Number(await bench.scene.getAttribute('data-after-ms'));
  console.log(`from the fetched state to the prompt: ${took} ms`);
  await bench.type(1, 'unshare -u sh');
  await bench.type(1, 'hostname inside');
  await expect(page.getByRole('img')).toHaveAttribute('aria-label', /hostname inside/);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByRole('img')).toHaveAttribute('aria-label', /No container\./);
  await bench.prompts(1);
  await bench.type(1, 'hostname');
  expect((await bench.rows(1)).join('\n')).toContain('\nworkbench\n');
});

test('Escape leaves a shell, and the machine of one page is not that of another', async ({ page, context }) => {
  const bench = new Bench(page);
  await bench.start();
  await bench.type(1, 'hostname one');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Reset' })).toBeFocused();
  const other = new Bench(await context.newPage());
  await other.start();
  await other.type(1, 'hostname');
  expect((await other.rows(1)).join('\n')).toContain('\nworkbench\n');
});

test('a second visit fetches nothing again', async ({ page }) => {
  const bench = new Bench(page);
  await bench.start();
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await bench.start();
  expect(fetched.filter((url) => /\.(wasm|zst)$/.test(url))).toEqual([]);
});

test('the machine runs where only its own thread may compile WebAssembly', async ({ page }) => {
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const path = new URL(route.request().url()).pathname;
    const scripts = "script-src 'self' 'unsafe-inline'";
    const policy = /\/worker-[^/]*\.js$/.test(path) ? `${scripts} 'wasm-unsafe-eval'` : scripts;
    const headers = { ...response.headers(), 'content-security-policy': `${policy}; object-src 'none'` };
    await route.fulfill({ response, headers });
  });
  const bench = new Bench(page);
  await bench.start();
  await bench.type(1, 'uname -m');
  expect((await bench.rows(1)).join('\n')).toContain('i686');
});
