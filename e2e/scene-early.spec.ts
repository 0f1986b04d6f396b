import { expect, type Locator, type Page, test } from '@playwright/test';
import { openScene, scenes } from './scene.ts';
import { begun, words } from './words.ts';

/** Holds back every script that the page would fetch; gives back the way to let them pass. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/assets/*.js', async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test('while no script has come, the scene steps, asks, goes back and names its place', async ({ page }) => {
  await holdScripts(page);
  const scene = await openScene(page, 'one-process', '/1');
  await scene.restsAt(1);
  await scene.run.click();
  await scene.restsAt(2);
  expect((await scene.rows('host')).at(-2)).toMatch(/^root +\d+ .*sleep 600$/);
  expect(await scene.caption()).toMatch(/^The host sees it plainly/);
  await expect(page).toHaveURL(/#one-process\/2$/);
  await expect(scene.question).toBeVisible();
  await scene.answer(2);
  await scene.restsAt(3);
  await expect(scene.island.locator('.picked [data-said]').filter({ visible: true })).toHaveText(
    begun(words.question.asYouSaid),
  );
  await scene.back.click();
  await scene.restsAt(2);
  await page.keyboard.press('End');
  await scene.restsAt(5);
  // What was said is kept: the question is not asked again.
  await scene.dot(2).click();
  await page.reload();
  await scene.run.click();
  await scene.restsAt(3);
});

test('the living scene takes over at the same step, with the focus where it was', async ({ page }) => {
  const release = await holdScripts(page);
  const scene = await openScene(page, 'one-process');
  await scene.run.click();
  await scene.run.click();
  await scene.restsAt(2);
  const before = await scene.rows('host');
  await scene.run.evaluate((button) => Object.assign(button, { theSame: true }));
  release();
  await scene.alive();
  await scene.restsAt(2);
  await expect(scene.run).toBeFocused();
  expect(await scene.run.evaluate((button) => (button as { theSame?: boolean }).theSame)).toBe(true);
  expect(await scene.livingRows('host')).toEqual(before);
});

/** What the steps of a scene draw, as it stands in the page. */
function served(island: Locator): Promise<string[]> {
  return island.locator('figure').evaluateAll((figures) => figures.map((figure) => figure.innerHTML));
}

test('the drawings that were served are left as they are by the living scene, and have names', {
  tag: '@chromium',
}, async ({ page }) => {
  const release = await holdScripts(page);
  const scene = await openScene(page, 'one-process', '/2');
  const before = await served(scene.island);
  expect(before).toHaveLength((await scene.steps()) + 1);
  for (const figure of before) expect(figure.match(/<svg class="dg"/g)).toHaveLength(2);
  await expect(scene.island.getByRole('img', { name: /^New: .* Container web/ })).toHaveCount(1);
  // As the browser tells it to assistive technology.
  const tree = await (await page.context().newCDPSession(page)).send('Accessibility.getFullAXTree');
  expect(tree.nodes.filter(({ role }) => role?.value === 'image').map(({ name }) => name?.value)).toContainEqual(
    expect.stringMatching(/^New: .* Container web/),
  );
  release();
  await scene.alive();
  expect(await served(scene.island)).toEqual(before);
});

test('a page that an extension has changed comes alive all the same, and keeps its drawings for paper', async ({
  page,
}) => {
  const release = await holdScripts(page);
  const scene = await openScene(page, 'one-process');
  const before = await served(scene.island);
  await scene.island.locator('.bar > .share').evaluate((button) => button.remove());
  release();
  await scene.alive();
  await expect(scene.island.locator('.bar > .share')).toHaveCount(1);
  expect(await served(scene.island)).toEqual(before);
});

test('a take that is asked for before the living scene is there is shown when it is', async ({ page }) => {
  const release = await holdScripts(page);
  const scene = await openScene(page, 'one-process', '/4');
  await scene.island.getByRole('switch').click();
  expect(await scene.caption()).toMatch(/^One line, two numbers/);
  release();
  await scene.alive();
  await expect.poll(() => scene.caption()).toMatch(/^One line, one number/);
});

test('when the scripts fail, the static scene goes on, and a retry brings the living one', async ({ page }) => {
  await page.route('**/assets/*.js', (route) => route.abort());
  const scene = await openScene(page, 'two-numbers');
  await scene.run.click();
  await scene.restsAt(1);
  const retry = scene.island.getByRole('button', { name: words.notes.tryAgain });
  await expect(retry).toBeVisible();
  await scene.run.click();
  await scene.restsAt(2);
  await page.unroute('**/assets/*.js');
  await retry.click();
  await scene.alive();
  await scene.restsAt(2);
});

test('when only the terminal fails, its static rows stay and step on', async ({ page }) => {
  await page.route('**/assets/xterm-*.js', (route) => route.abort());
  const scene = await openScene(page, 'two-numbers', '/1');
  await scene.island.scrollIntoViewIfNeeded();
  await expect(scene.island).toHaveAttribute('data-alive', '1');
  await scene.run.click();
  await scene.restsAt(2);
  expect((await scene.rows('host')).at(-2)).toMatch(/sleep 600$/);
});

test('storage that is forbidden or corrupt costs what was remembered and nothing else', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('isolate:v1', '{"picks":[[],"speed":'));
  const scene = await openScene(page, 'two-numbers');
  await scene.run.click();
  await scene.restsAt(1);
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new Error('forbidden');
      },
    }),
  );
  await page.reload();
  await scene.run.click();
  await scene.restsAt(2);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  for (const path of new Set(scenes.map((scene) => scene.path)))
    test(`every scene of /${path} reads in full`, async ({ page }) => {
      await page.goto(path);
      const all = scenes.filter((scene) => scene.path === path);
      for (const { id } of all) await readsInFull(page.locator(`.island[data-scene="${id}"] .scene`));
    });

  async function readsInFull(scene: Locator): Promise<void> {
    await expect(scene.locator('.drive, .tabs, .takes, .terms, .next, .ask').filter({ visible: true })).toHaveCount(0);
    const told = scene.locator('.steps').first();
    const steps = (await told.locator('> li').count()) - 1;
    await expect(told.locator('.after').filter({ visible: true })).toHaveCount(steps);
    await expect(told.locator('kbd').first()).toBeVisible();
    await expect(told.locator('figure').filter({ visible: true })).toHaveCount(steps + 1);
    const others = scene.locator('.others');
    if (await others.count()) await others.locator('summary').click();
    for (const other of await others.locator('.steps').all())
      await expect(other.locator('.after').filter({ visible: true })).toHaveCount(steps);
  }
});

test('on paper every step of a scene is there, wherever it stood', async ({ page }) => {
  const scene = await openScene(page, 'one-process', '/2');
  await scene.alive();
  await page.emulateMedia({ media: 'print' });
  await expect(
    scene.island.locator('.drive, .tabs, .takes, .terms, .next, .living').filter({ visible: true }),
  ).toHaveCount(0);
  await expect(scene.island.locator('.steps').first().locator('.after').filter({ visible: true })).toHaveCount(5);
  // The first is of a host on which no container runs yet.
  await expect(scene.island.locator('.steps').first().locator('figure').filter({ visible: true })).toHaveCount(5);
  await expect(scene.island.locator('.others .after').filter({ visible: true })).toHaveCount(5);
});
