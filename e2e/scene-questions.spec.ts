import { expect, test } from '@playwright/test';
import { openScene } from './scene.ts';
import { begun, filled, read, words } from './words.ts';

test('a question stands as soon as the step before it is over, and what the kernel says comes with its proof', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const scene = await openScene(page, 'one-process', '/1');
  await scene.alive();
  await scene.run.click();
  await scene.restsAt(2);
  const question = scene.island.getByRole('group', { name: /What does ps aux list inside the container\?/ });
  await expect(question).toBeVisible();
  // It takes the place of what comes next, and leaves that of what was just seen.
  await expect(
    scene.island.locator('.after').filter({ visible: true, hasText: 'The host sees it plainly' }),
  ).toHaveCount(1);
  await expect(page.locator('#status')).toContainText('What does ps aux list');
  await expect(scene.island.locator('.verdict').filter({ visible: true })).toHaveCount(0);
  expect(await scene.livingRows('web')).toHaveLength(1);
  await expect(scene.run).toHaveText(read(words.drive.pick), { useInnerText: true });

  await question.getByRole('button', { name: 'all of them' }).click();
  await scene.restsAt(3);
  await expect(question).toBeHidden();
  await expect(scene.run).toBeFocused();
  const verdict = scene.island.locator('.verdict').filter({ visible: true });
  await expect(verdict.locator('[data-said]').filter({ visible: true })).toHaveText(
    filled(words.question.youSaid, 'all of them', 'only what runs in the container, numbered from 1'),
  );
  await expect(verdict).toContainText('belongs to the container’s PID namespace');
  await expect(scene.island.locator('.proof').filter({ visible: true })).toHaveCount(1);
});

test('the verdict is read first, then what it means, then what comes next', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const scene = await openScene(page, 'one-process', '/2');
  await scene.answer(0);
  await scene.restsAt(3);
  const tops = await scene.island
    .locator('.words > *')
    .evaluateAll((parts) =>
      parts
        .filter((part) => part.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .map((part) => [part.className, part.getBoundingClientRect().top] as const),
    );
  expect([...tops].sort(([, a], [, b]) => a - b).map(([name]) => name)).toEqual(['verdict', 'after', 'next']);
});

test('right and wrong differ in shape, not in colour alone', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const signs: string[] = [];
  for (const answer of [0, 2]) {
    const scene = await openScene(page, 'one-process', '/2');
    await scene.answer(answer);
    await scene.restsAt(3);
    const said = scene.island.locator('.verdict [data-said]').filter({ visible: true });
    signs.push(await said.evaluate((one) => getComputedStyle(one, '::before').clipPath));
    await page.evaluate(() => localStorage.clear());
    await page.goto('about:blank');
  }
  expect(signs[0]).toMatch(/^polygon/);
  expect(signs[1]).toMatch(/^polygon/);
  expect(signs[0]).not.toBe(signs[1]);
});

test('an answer is remembered, and its question is not asked again', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const scene = await openScene(page, 'one-process', '/2');
  await scene.answer(2);
  await scene.restsAt(3);
  await page.reload();
  await scene.restsAt(3);
  await expect(scene.island.locator('.picked [data-said]').filter({ visible: true })).toHaveText(
    begun(words.question.asYouSaid),
  );
  await scene.back.click();
  await scene.restsAt(2);
  await expect(scene.question).toHaveCount(0);
  await scene.run.click();
  await scene.restsAt(3);
});

test('the button that runs goes past a question, and says beforehand that it does', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const scene = await openScene(page, 'one-process', '/2');
  await scene.alive();
  await expect(scene.island).toHaveAttribute('data-at', '2 ask');
  await scene.run.click();
  await scene.restsAt(3);
  await expect(scene.island.locator('.picked [data-said]').filter({ visible: true })).toHaveText(
    begun(words.question.kernelSays),
  );
});

test('a question is answered by its number alone, and elsewhere the numbers are steps', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const scene = await openScene(page, 'two-numbers', '/1');
  await scene.alive();
  await scene.back.focus();
  await page.keyboard.press('2');
  await scene.restsAt(2);
  await page.keyboard.press('2');
  await scene.restsAt(3);
  await expect(scene.island.locator('.picked [data-said]').filter({ visible: true })).toHaveText(
    begun(words.question.asYouSaid),
  );
  await page.keyboard.press('1');
  await scene.restsAt(1);
});

test('the steps that ask have a ring among the marks of the steps', async ({ page }) => {
  const scene = await openScene(page, 'one-process');
  const rings = await scene.island
    .locator('.dots button')
    .evaluateAll((marks) =>
      marks.map((mark) => Number.parseFloat(getComputedStyle(mark, '::before').borderTopWidth) > 0),
    );
  const asking = await scene.island
    .locator('ol[data-in="0"] > li:has(.ask)')
    .evaluateAll((steps) => steps.map((step) => Number((step as HTMLElement).dataset.k)));
  expect(asking.length).toBeGreaterThan(0);
  expect(rings.flatMap((ring, i) => (ring ? [i] : []))).toEqual(asking);
  await expect(scene.dot((asking[0] ?? 0) + 1)).toHaveAccessibleName(/with a question/);
});

test('who skips a question is offered to be asked no more; that holds for all scenes, is kept, and can be taken back', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const scene = await openScene(page, 'one-process', '/2');
  await scene.run.click();
  await scene.restsAt(3);
  const asked = scene.island.locator('.verdict').filter({ visible: true });
  await asked.getByRole('button', { name: words.question.askNoMore }).click();
  const other = await openScene(page, 'two-numbers', '/2');
  await expect(other.question).toHaveCount(0);
  await other.run.click();
  await other.restsAt(3);
  await expect(other.island.locator('.picked [data-said]').filter({ visible: true })).toHaveText(
    begun(words.question.kernelSays),
  );
  await other.island.getByRole('button', { name: words.bar.more }).click();
  await other.island.locator('.card').getByRole('button', { name: words.card.askAgain }).click();
  await page.keyboard.press('Escape');
  await other.dot(2).click();
  await expect(other.question).toHaveCount(1);
});

test('what a scene asks and how fast it plays follows what is chosen in another tab', async ({ page, context }) => {
  const scene = await openScene(page, 'one-process', '/2');
  await expect(scene.question).toHaveCount(1);
  await expect(page.locator('head > script[type=speculationrules]')).not.toHaveCount(0);
  const other = await context.newPage();
  await other.goto('uts/');
  await other.evaluate(() => localStorage.setItem('isolate:v1', '{"quiet":true,"speed":2}'));
  await expect(scene.question).toHaveCount(0);
  await expect(scene.island).toHaveAttribute('data-speed', '2');
  await other.evaluate(() => localStorage.setItem('isolate:v1', '{"picks":{"one-process/default/2":2}}'));
  await expect(scene.island).not.toHaveAttribute('data-speed');
  await scene.dot(3).click();
  await expect(scene.island.locator('.picked [data-said]').filter({ visible: true })).toHaveText(
    begun(words.question.asYouSaid),
  );
});
