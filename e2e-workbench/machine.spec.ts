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

test('shells, goals, drawing and controls are whole at every width, and none lies over another', async ({ page }) => {
  const bench = new Bench(page);
  await bench.start();
  await expect(bench.diagram).toBeVisible();
  for (const [width, height] of [
    [1366, 650],
    [768, 1024],
    [740, 360],
    [360, 740],
  ] as const) {
    await page.setViewportSize({ width, height });
    const laidOut = () =>
      bench.scene.evaluate((scene) => {
        const problems: string[] = [];
        const whole = scene.getBoundingClientRect();
        const names = ['.lesson', '[data-shell="1"]', '[data-shell="2"]', '.living', '.controls'];
        const boxes = names.map((name) => ({ name, box: scene.querySelector(name)?.getBoundingClientRect() }));
        for (const [i, { name, box }] of boxes.entries()) {
          if (!box || box.width < 200 || box.height < 60) problems.push(`${name} is ${box?.width} by ${box?.height}`);
          if (!box) continue;
          if (box.left < whole.left || box.right > whole.right + 1 || box.bottom > whole.bottom + 1)
            problems.push(`${name} leaves the workbench`);
          for (const { name: other, box: next } of boxes.slice(i + 1))
            if (next && Math.min(box.right, next.right) - Math.max(box.left, next.left) > 1)
              if (Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top) > 1)
                problems.push(`${name} lies over ${other}`);
        }
        const drawing = scene.querySelector('.living svg')?.getBoundingClientRect();
        if (!drawing || drawing.width < 260 || drawing.height < 150)
          problems.push(`the drawing is ${drawing?.width} by ${drawing?.height}`);
        return problems;
      });
    await expect.poll(laidOut, { message: `${width} by ${height}`, timeout: 10_000 }).toEqual([]);
    // The last row of a shell stands in it.
    for (const view of await bench.scene.locator('.view').all())
      expect(await view.evaluate((view) => view.scrollHeight - view.clientHeight)).toBeLessThanOrEqual(0);
  }
});
