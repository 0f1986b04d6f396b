import { expect, test } from '@playwright/test';
import { openScene } from './scene.ts';

test('a question hides the answer until one is picked, then says what the kernel says and shows the proof', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const scene = await openScene(page, 'one-process', '/2');
  await scene.alive();
  await scene.run.click();
  const question = scene.island.getByRole('group', { name: /What does ps aux list inside the container\?/ });
  await expect(question).toBeVisible();
  await expect(question.getByRole('button').first()).toBeFocused();
  await expect(page.locator('#status')).toContainText('What does ps aux list');
  await expect(scene.island.locator('.verdict').filter({ visible: true })).toHaveCount(0);
  expect(await scene.livingRows('web')).toHaveLength(1);
  await scene.run.click();
  await expect(question).toBeVisible();

  await question.getByRole('button', { name: 'all of them' }).click();
  await scene.restsAt(3);
  await expect(question).toBeHidden();
  await expect(scene.run).toBeFocused();
  const verdict = scene.island.locator('.verdict').filter({ visible: true });
  await expect(verdict.locator('[data-said]').filter({ visible: true })).toHaveText(
    'You said: all of them. The kernel says: only what runs in the container, numbered from 1.',
  );
  await expect(verdict).toContainText('belongs to the container’s PID namespace');
  await expect(scene.island.locator('.proof').filter({ visible: true })).toHaveCount(1);
});

test('an answer is remembered, and its question is not asked again', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const scene = await openScene(page, 'one-process', '/2');
  await scene.run.click();
  await scene.answer(2);
  await scene.restsAt(3);
  await page.reload();
  await scene.restsAt(3);
  await expect(scene.island.locator('.picked [data-said]').filter({ visible: true })).toHaveText(/^As you said/);
  await scene.back.click();
  await scene.run.click();
  await scene.restsAt(3);
});

test('a question can be skipped, and Back leaves it at the same step', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const scene = await openScene(page, 'one-process', '/2');
  await scene.alive();
  await scene.run.click();
  await expect(scene.island).toHaveAttribute('data-at', '2 ask');
  await scene.back.click();
  await scene.restsAt(2);
  await scene.run.click();
  await scene.island.getByRole('button', { name: 'Skip the question' }).click();
  await scene.restsAt(3);
  await expect(scene.island.locator('.picked [data-said]').filter({ visible: true })).toHaveText(/^The kernel says/);
});

test('a question is answered by keyboard alone', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const scene = await openScene(page, 'two-numbers', '/2');
  await scene.alive();
  await scene.back.focus();
  await page.keyboard.press('ArrowRight');
  await expect(scene.island.locator('.ask button').filter({ visible: true }).first()).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await scene.restsAt(3);
  await expect(scene.run).toBeFocused();
});
