import { expect, test } from '@playwright/test';
import { openScene, SceneOnPage } from './scene.ts';
import { siteAddress, troublesOf } from './site.ts';
import { filled, words } from './words.ts';

test('a press types the command, answers it and says what happened', async ({ page }) => {
  const troubles = troublesOf(page, siteAddress());
  const scene = await openScene(page, 'one-process');
  await scene.alive();
  await scene.restsAt(0);
  expect(await scene.livingRows('host')).toEqual(['root@dockerhost:~#']);
  await expect(scene.run).toContainText(filled(words.drive.run, 'docker run -d --name web isolate-lab:13 sleep 600'));
  await scene.run.click();
  await expect(scene.island).toHaveAttribute('data-at', '0 run');
  await scene.restsAt(1);
  await expect
    .poll(async () => (await scene.livingRows('host'))[0])
    .toBe('root@dockerhost:~# docker run -d --name web isolate-lab:13 sleep 600');
  expect(await scene.caption()).toMatch(/^Docker prints the id/);
  await expect(page.locator('#status')).toContainText(
    `${words.notes.step}1${words.notes.ofSteps}5. Docker prints the id`,
  );
  expect(troubles).toEqual([]);
});

test('no step is marked as done before the first is run', async ({ page }) => {
  const scene = await openScene(page, 'one-process');
  const marks = () =>
    scene.island
      .locator('.dots button')
      .evaluateAll((dots) => dots.map((dot) => getComputedStyle(dot, '::before').borderTopColor));
  const [first, ...later] = await marks();
  expect(new Set(later)).toEqual(new Set([first]));
  await scene.dot(1).click();
  const [done, ...left] = await marks();
  expect(done).not.toBe(first);
  expect(new Set(left)).toEqual(new Set([first]));
});

test('typing and answering take at most a second and a half, and a second press finishes at once', async ({ page }) => {
  await page.clock.install();
  const scene = await openScene(page, 'one-process', '/1');
  await scene.alive();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await scene.run.click();
  await page.clock.runFor(300);
  await expect(scene.island).toHaveAttribute('data-at', '1 run');
  await page.clock.runFor(1300);
  await scene.restsAt(2);
  await scene.back.click();
  await scene.run.click();
  await expect(scene.island).toHaveAttribute('data-at', '1 run');
  await scene.run.click();
  await scene.restsAt(2);
  await page.clock.resume();
  await expect.poll(() => scene.livingRows('host')).toEqual(await scene.rows('host'));
});

test('however fast a reader goes to and fro, the drawing comes to rest as if it had been opened there', async ({
  page,
  context,
}) => {
  const scene = await openScene(page, 'one-process');
  await scene.alive();
  const steps = await scene.steps();
  // What has just left may still fade, and what was told to move may still be on its way.
  const drawn = async ({ island }: SceneOnPage) =>
    island.locator('.living svg').evaluate(async (svg) => {
      await Promise.all(svg.getAnimations({ subtree: true }).map(({ finished }) => finished.catch(() => {})));
      return [...svg.querySelectorAll('[data-part]')].map((part) => {
        // Not its box: that is as wide as the face that the page is set in.
        const { transform, opacity } = getComputedStyle(part);
        return `${part.getAttribute('data-part')} ${transform} ${opacity}`;
      });
    });
  for (const step of [steps, 1, 3, 2, steps, 2]) await scene.dot(step).click({ delay: 0 });
  await scene.restsAt(2);
  const opened = await openScene(await context.newPage(), 'one-process', '/2');
  await opened.alive();
  const expected = await drawn(opened);
  await expect.poll(() => drawn(scene)).toEqual(expected);
  await scene.dot(1).click();
  await expect.poll(() => drawn(scene)).not.toEqual(expected);
});

test('Back shows exactly what stood there before, at every step', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const scene = await openScene(page, 'one-process');
  await scene.alive();
  const shown = async () => ({
    host: await scene.livingRows('host'),
    web: await scene.livingRows('web'),
    caption: await scene.caption(),
    heard: await scene.heard(),
    drawing: await scene.island.locator('.living svg').getAttribute('aria-label'),
  });
  const seen = [];
  const steps = await scene.steps();
  for (let step = 0; step < steps; step += 1) {
    await scene.restsAt(step);
    await expect.poll(() => scene.livingRows('host')).toEqual(await scene.rows('host'));
    seen.push(await shown());
    await scene.run.click();
  }
  await scene.restsAt(steps);
  for (const [step, before] of [...seen.entries()].reverse()) {
    await scene.back.click();
    await scene.restsAt(step);
    await expect.poll(shown).toEqual(before);
  }
});

test('the last step offers to start again', async ({ page }) => {
  const scene = await openScene(page, 'two-numbers', '/4');
  await scene.alive();
  await expect(scene.run.locator('[data-k]').filter({ visible: true })).toHaveText(words.drive.again);
  await scene.run.click();
  await scene.restsAt(0);
});

test('the keys step while the scene has the focus, and only then', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // No fragment: it would focus the scene.
  await page.goto('pid/');
  const scene = new SceneOnPage(page, 'one-process');
  await scene.alive();
  await page.keyboard.press('ArrowRight');
  await scene.restsAt(0);
  await scene.back.focus();
  await page.keyboard.press('ArrowRight');
  await scene.restsAt(1);
  await page.keyboard.press('End');
  await scene.restsAt(5);
  await page.keyboard.press('ArrowLeft');
  await scene.restsAt(4);
  await page.keyboard.press('2');
  await scene.restsAt(2);
  await page.keyboard.press('9');
  await scene.restsAt(2);
  await page.keyboard.press('Home');
  await scene.restsAt(0);
  // Space on a button is the button's own.
  await scene.run.focus();
  await page.keyboard.press(' ');
  await scene.restsAt(1);
  await scene.island.locator('.bar h2').click();
  await page.keyboard.press(' ');
  await scene.restsAt(2);
  await page.keyboard.press('Control+ArrowLeft');
  await scene.restsAt(2);
});

test('s changes the speed, which is remembered, and ? lists the keys', async ({ page }) => {
  const scene = await openScene(page, 'one-process');
  await scene.alive();
  await scene.back.focus();
  for (const speed of ['2×', 'instant']) {
    await page.keyboard.press('s');
    await expect(scene.island.locator('.speed [data-speed]').filter({ visible: true })).toHaveText(speed);
  }
  await page.keyboard.press('?');
  await expect(scene.island.locator('.bar .card')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(scene.island.locator('.bar .card')).toBeHidden();
  await page.reload();
  await expect(scene.island.locator('.speed [data-speed]').filter({ visible: true })).toHaveText(words.bar.instant);
  await scene.run.click();
  await scene.restsAt(1);
});

test('the address names the step and leads back to it, without a trail behind the browser’s Back', async ({ page }) => {
  await page.goto('uts/');
  const scene = await openScene(page, 'one-process');
  await scene.alive();
  await scene.dot(3).click();
  await expect(page).toHaveURL(/\/pid\/#one-process\/3$/);
  await scene.dot(4).click();
  await page.reload();
  await scene.restsAt(4);
  await expect(scene.island.locator('.scene')).toBeInViewport();
  await page.goBack();
  await expect(page).toHaveURL(/\/uts\/$/);
});

test('an address of a step that does not exist opens the scene at its start', async ({ page }) => {
  for (const place of ['/17', '/x', '/2/nobody']) {
    const scene = await openScene(page, 'one-process', place);
    await scene.restsAt(0);
    await page.goto('about:blank');
  }
});

test('the switch swaps in the other recording at the same step, and the address says so', async ({ page }) => {
  const scene = await openScene(page, 'one-process', '/4');
  await scene.alive();
  const wall = scene.island.getByRole('switch', { name: words.takes.walls.pid });
  await expect(wall).toBeChecked();
  await wall.click();
  await expect(wall).not.toBeChecked();
  await scene.restsAt(4);
  await expect(page).toHaveURL(/#one-process\/4\/pid-host$/);
  expect(await scene.caption()).toMatch(/^One line, one number/);
  await expect.poll(async () => (await scene.livingRows('host')).at(-2)).toMatch(/^NSpid:\s+\d+$/);
  expect((await scene.heard()).join('\n')).toContain('--pid=host');
  await page.reload();
  await scene.alive();
  await scene.restsAt(4);
  await expect(wall).not.toBeChecked();
  await expect.poll(async () => (await scene.livingRows('host')).at(-2)).toMatch(/^NSpid:\s+\d+$/);
});

test('a press that is let go elsewhere does nothing', async ({ page }) => {
  const scene = await openScene(page, 'one-process', '/1');
  await scene.alive();
  await scene.run.hover();
  await page.mouse.down();
  await scene.island.locator('h2').hover();
  await page.mouse.up();
  await scene.restsAt(1);
  await scene.run.click();
  await scene.restsAt(2);
});

test('with reduced motion the answer is there at once', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const scene = await openScene(page, 'two-numbers');
  await scene.alive();
  const shown = await scene.island.evaluate(async (island) => {
    const rows = () =>
      [...island.querySelectorAll('[data-pane="host"] .xterm-rows > div')].map((row) => row.textContent);
    const seen = new Set<string>();
    island.querySelector<HTMLElement>('.go')?.click();
    while (island.dataset.at !== '1') {
      seen.add(rows().join('\n'));
      await new Promise((done) => requestAnimationFrame(done));
    }
    return seen.size;
  });
  expect(shown, 'a half typed command').toBeLessThanOrEqual(1);
});

test('the copy button gives the command that was run and is seen, without its prompt', { tag: '@chromium' }, async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const scene = await openScene(page, 'one-process', '/2');
  await scene.alive();
  await scene.island.getByRole('button', { name: words.drive.copy }).click();
  await expect(page.locator('#status')).toHaveText(words.notes.copied);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("ps aux | grep '[s]leep 600'");
});

test('the recordings can be downloaded as they are', async ({ page, request }) => {
  const scene = await openScene(page, 'one-process');
  await scene.island.getByRole('button', { name: /^Linux \d/ }).click();
  const links = scene.island.locator('.bar .card a[download]');
  await expect(links).toHaveCount(4);
  for (const link of await links.all()) {
    const response = await request.get((await link.getAttribute('href')) ?? '');
    expect(JSON.parse((await response.text()).split('\n')[0] ?? '')).toMatchObject({ version: 2, width: 80 });
  }
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });

  test('a swipe over the drawing steps on and back, and stays on the page', { tag: '@chromium' }, async ({ page }) => {
    await page.goto('uts/');
    await page.goto('pid/#one-process/2');
    const scene = new SceneOnPage(page, 'one-process');
    await scene.alive();
    const drawing = scene.island.locator('.living');
    await drawing.scrollIntoViewIfNeeded();
    const box = await drawing.boundingBox();
    if (!box) throw new Error('The drawing has no place on the page.');
    const client = await page.context().newCDPSession(page);
    const swipe = async (from: number, to: number) => {
      const y = Math.max(box.y, 0) + 100;
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
        client.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y }] });
      await touch('touchStart', from);
      for (let i = 1; i <= 6; i += 1) await touch('touchMove', from + ((to - from) * i) / 6);
      await touch('touchEnd');
    };
    await swipe(100, 300);
    await scene.restsAt(1);
    await swipe(300, 100);
    await scene.restsAt(2);
    await expect(page).toHaveURL(/\/pid\/#one-process\/2$/);
  });

  test('a tap on the drawing shows all of it over the scene, in a size that can be read, and another gives it back', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('pid/#one-process/3');
    const scene = new SceneOnPage(page, 'one-process');
    await scene.alive();
    const drawing = scene.island.locator('.living svg');
    const texts = () => drawing.locator('text').allTextContents();
    const before = await texts();
    await drawing.tap();
    await expect.poll(async () => (await texts()).length).toBeGreaterThan(before.length);
    const box = await drawing.boundingBox();
    expect(box?.width).toBeGreaterThan(330);
    expect(box?.height).toBeGreaterThan(420);
    await scene.island.getByRole('button', { name: words.drive.enlarge }).tap();
    await expect.poll(texts).toEqual(before);
  });
});
