import { expect, test } from '@playwright/test';
import { words } from '../e2e/words.ts';
import { Bench } from './bench.ts';

test('the machine answers, Escape leaves a shell for what no press can harm, and it begins anew when it is reset', async ({
  page,
}) => {
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
  await expect(page.getByRole('region', { name: words.workbench.goals })).toBeFocused();
  for (const key of ['Enter', 'Space']) await page.keyboard.press(key);
  await expect(bench.scene).toHaveAttribute('data-life', '1');
  await expect(bench.diagram).toHaveAttribute('aria-label', /hostname inside/);
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
  await expect(second.page.getByRole('button', { name: words.workbench.start })).toBeVisible();
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

test('Escape belongs to an editor, Shift and Tab leave the shell, and a reset that is not confirmed loses nothing', async ({
  page,
}) => {
  const bench = new Bench(page);
  await bench.start();
  await bench.shell(1).locator('textarea').focus();
  await page.keyboard.type('vi note\n');
  await expect.poll(async () => (await bench.rows(1)).at(-1)).toMatch(/^- note/);
  await page.keyboard.type('ikept');
  await page.keyboard.press('Escape');
  await expect(bench.shell(1).locator('textarea')).toBeFocused();
  // vi waits a moment for what may follow an Escape.
  await expect.poll(async () => (await bench.rows(1)).at(-1)).toMatch(/^- note .*Modified/);
  await page.keyboard.type(':wq\n');
  await bench.prompts(1);
  await bench.type(1, 'cat note');
  expect(await bench.rows(1)).toContain('kept');
  await page.keyboard.press('Shift+Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('[data-shell]'))).toBeNull();

  await page.getByRole('button', { name: words.workbench.ends.reset.name }).click();
  await expect(page.getByRole('button', { name: words.workbench.keep })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: words.workbench.ends.reset.name })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: words.workbench.ends.reset.name })).toBeFocused();
  await page.getByRole('button', { name: words.workbench.ends.off.name }).click();
  await page.keyboard.press('Enter');
  await expect(bench.scene).toHaveAttribute('data-life', '1');
  await bench.type(1, 'cat note');
  expect(await bench.rows(1)).toContain('kept');
});

test('text that comes without keys reaches the shell, once', async ({ page }) => {
  const bench = new Bench(page);
  await bench.start();
  await bench.shell(1).locator('textarea').focus();
  await page.keyboard.type('echo ');
  await page.keyboard.insertText('spoken words');
  await page.keyboard.type(' typed');
  await page.keyboard.press('Enter');
  // The prompt that stands there already says nothing.
  await expect.poll(() => bench.rows(1)).toContain('spoken words typed');
});

test('something mounted over /proc is told, and so is its end', async ({ page }) => {
  const bench = new Bench(page);
  await bench.start();
  await bench.type(1, 'mount -t tmpfs tmpfs /proc');
  await expect(bench.scene.getByRole('alert').getByText(words.workbench.nonsense)).toBeVisible();
  await bench.type(1, 'umount /proc');
  await expect(bench.scene.getByText(words.workbench.nonsense)).toHaveCount(0);
});

test('a machine that is halted is told to be, and begins anew when it is reset', async ({ page }) => {
  const bench = new Bench(page);
  await bench.start();
  await bench.shell(1).locator('textarea').focus();
  await page.keyboard.type('halt\n');
  await expect(bench.scene.getByRole('alert').getByText(words.workbench.halted)).toBeVisible();
  await bench.reset();
  await expect(bench.scene.getByText(words.workbench.halted)).toHaveCount(0);
});

for (const [what, command] of [
  ['reboots', 'reboot'],
  ['panics', 'echo c > /proc/sysrq-trigger'],
] as const)
  test(`a kernel that ${what} is told to have stopped, and begins anew when it is reset`, async ({ page }) => {
    const bench = new Bench(page);
    await bench.start();
    await bench.shell(1).locator('textarea').focus();
    await page.keyboard.type(`${command}\n`);
    // By its processor, where that is halted, or else by its silence.
    await expect(bench.scene.getByRole('alert').getByText(words.workbench.old)).toBeVisible();
    await bench.reset();
    await expect(bench.scene.getByText(words.workbench.old)).toHaveCount(0);
  });

test('the machine has what the lessons leave to be tried', async ({ page }) => {
  const bench = new Bench(page);
  await bench.start();
  for (const [command, says] of [
    ['lsns -t uts -o TYPE,NPROCS', /uts/],
    ['findmnt -n -o FSTYPE /proc', /^proc$/],
    ['pstree -p 1', /init\(1\)/],
    ['stty size', /^\d+ 80$/],
  ] as const) {
    await bench.type(1, 'clear');
    await bench.type(1, command);
    await expect.poll(async () => (await bench.rows(1)).some((row) => says.test(row))).toBe(true);
  }
});

test('a phone has the keys that its keyboard lacks, and Ctrl holds for one character', async ({ browser }) => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const bench = new Bench(page);
  await bench.start();
  const key = (name: string) => page.getByRole('button', { name, exact: true });
  const field = bench.shell(1).locator('textarea');
  await field.focus();
  await page.keyboard.type('cat');
  await page.keyboard.press('Enter');
  await key(words.workbench.control).tap();
  await expect(key(words.workbench.control)).toHaveAttribute('aria-pressed', 'true');
  await expect(field).toBeFocused();
  await page.keyboard.type('c');
  await expect(key(words.workbench.control)).toHaveAttribute('aria-pressed', 'false');
  await bench.prompts(1);
  await bench.type(1, 'echo first');
  await key(words.workbench.keys.up[1]).tap();
  await expect.poll(async () => (await bench.rows(1)).at(-1)).toMatch(/# echo first$/);
  await page.keyboard.type(' ');
  await key(words.workbench.keys.pipe[1]).tap();
  await page.keyboard.type(' wc -l');
  await page.keyboard.press('Enter');
  await expect.poll(() => bench.rows(1)).toContain('1');
  await page.close();
});

for (const [width, height] of [
  [1366, 650],
  [768, 1024],
  [360, 740],
] as const)
  test(`at ${width} by ${height} goals, shell, drawing and buttons are in one window, and nothing lies over another`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const bench = new Bench(page);
    await bench.start();
    await expect(bench.diagram).toBeVisible();
    await expect.poll(() => bench.scene.evaluate(outOfSight), { timeout: 10_000 }).toEqual([]);
    // Eighty columns need no scrolling where there is room for them, and no row is cut.
    for (const view of await bench.scene.locator('.view:visible').all()) {
      const over = await view.evaluate((view) => [
        view.scrollWidth - view.clientWidth,
        view.scrollHeight - view.clientHeight,
      ]);
      if (width > 640) expect(over[0]).toBeLessThanOrEqual(0);
      expect(over[1]).toBeLessThanOrEqual(0);
    }
    // What the shell's programs believe is what there is.
    await bench.type(1, 'stty size');
    const rows = await bench.shell(1).locator('.xterm-accessibility-tree > div').count();
    await expect(async () => {
      await bench.type(1, 'stty size');
      expect((await bench.rows(1)).at(-2)).toBe(`${rows} 80`);
    }).toPass();
  });

/** What of a workbench is not whole within the window, or lies over another part. */
function outOfSight(scene: Element): string[] {
  const problems: string[] = [];
  const names = ['.bar', '.terms', '.words', '.living', '.drive'];
  const boxes = names.map((name) => ({ name, box: scene.querySelector(name)?.getBoundingClientRect() }));
  for (const [i, { name, box }] of boxes.entries()) {
    if (!box || box.width < 200 || box.height < 30) problems.push(`${name} is ${box?.width} by ${box?.height}`);
    if (!box) continue;
    if (box.left < 0 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
      problems.push(`${name} is from ${box.top} to ${box.bottom} of ${innerHeight}`);
    for (const { name: other, box: next } of boxes.slice(i + 1))
      if (next && Math.min(box.right, next.right) - Math.max(box.left, next.left) > 1)
        if (Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top) > 1)
          problems.push(`${name} lies over ${other}`);
  }
  const drawing = scene.querySelector('.living svg')?.getBoundingClientRect();
  if (!drawing || drawing.width < 260 || drawing.height < 120)
    problems.push(`the drawing is ${drawing?.width} by ${drawing?.height}`);
  return problems;
}
