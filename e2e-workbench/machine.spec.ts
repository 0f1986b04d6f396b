import { expect, test } from '@playwright/test';
import { Bench } from './bench.ts';

test('the machine answers, Escape leaves a shell, and it begins anew when it is reset', async ({ page }) => {
  const refused: string[] = [];
  await page.exposeFunction('refuse', (what: string) => refused.push(what));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      (window as unknown as { refuse(what: string): void }).refuse(`${effectiveDirective} ${blockedURI}`),
    );
  });
  const bench = new Bench(page);
  const began = Date.now();
  await bench.start();
  console.log(`from the press to the prompt: ${Date.now() - began} ms, of which after the download:`);
  console.log(`  ${await bench.scene.getAttribute('data-after-ms')} ms`);
  await bench.type(1, 'unshare -u sh');
  await bench.type(1, 'hostname inside');
  await expect(bench.diagram).toHaveAttribute('aria-label', /hostname inside/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Reset' })).toBeFocused();
  await bench.reset();
  await bench.type(1, 'hostname');
  expect(await bench.rows(1)).toContain('workbench');
  expect(refused).toEqual([]);
});

test('a second visit fetches nothing again, and knows nothing of the first one', async ({ page, context }) => {
  const bench = new Bench(page);
  await bench.start();
  await bench.type(1, 'hostname one');
  const second = new Bench(await context.newPage());
  const fetched: string[] = [];
  second.page.on('request', (request) => fetched.push(request.url()));
  await second.start();
  expect(fetched.filter((url) => /\.(wasm|zst)$/.test(url))).toEqual([]);
  await second.type(1, 'hostname');
  expect(await second.rows(1)).toContain('workbench');
  await page.close();
  await second.page.goto('uts/');
  await second.page.goBack();
  await expect(second.page.getByRole('button', { name: 'Start' })).toBeVisible();
});

test('what a shell says can be copied, and what was copied is pasted into the other', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const bench = new Bench(page);
  await bench.start();
  await bench.type(1, 'echo hostname');
  // The terminal takes the mouse above its rows, so the press goes to where the row is.
  const said = await bench
    .shell(1)
    .locator('.xterm-rows > div')
    .filter({ hasText: /^hostname\s*$/ })
    .boundingBox();
  await page.mouse.dblclick((said?.x ?? 0) + 8, (said?.y ?? 0) + 8);
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('hostname');
  await bench.shell(2).locator('textarea').focus();
  await page.keyboard.press('Control+v');
  await expect.poll(async () => (await bench.rows(2)).at(-1)).toMatch(/# hostname$/);
});
