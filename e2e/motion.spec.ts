import { expect, test } from '@playwright/test';
import { openScene } from './scene.ts';

test('a gauge goes through what was sampled, until the next press; a step back shows where it ended', async ({
  page,
}) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Animation.enable');
  const scene = await openScene(page, 'quota', '/3');
  await scene.alive();
  const tube = scene.island.locator('.living .plays');
  const moving = () =>
    tube.evaluateAll((tubes) => tubes.flatMap((each) => each.getAnimations().map(({ playState }) => playState)));
  // So slow that it lasts as long as the test.
  await devtools.send('Animation.setPlaybackRate', { playbackRate: 0.001 });
  await scene.run.click();
  await scene.restsAt(4);
  await expect.poll(moving).toEqual(['running']);
  await scene.run.click();
  await expect(scene.island).toHaveAttribute('data-at', /^4\b.*run/);
  expect(await tube.count()).toBe(0);
  await scene.restsAt(5);
  await scene.back.click();
  await scene.restsAt(4);
  await expect(tube).toHaveCount(0);
});

test('with reduced motion a gauge stands where it ended', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const scene = await openScene(page, 'quota', '/3');
  await scene.alive();
  await scene.run.click();
  await scene.restsAt(4);
  await expect(scene.island.locator('.living svg')).toHaveAttribute('aria-label', /read 172 times/);
  await expect(scene.island.locator('.living .plays')).toHaveCount(0);
});
