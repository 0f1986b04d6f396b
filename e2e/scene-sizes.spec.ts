import { expect, test } from '@playwright/test';
import { longUnlessFirst, openScene, scenes } from './scene.ts';
import { outOfSight } from './stage.ts';

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
] as const)
  for (const { id } of scenes)
    test(
      `in full screen at ${width} by ${height} every step of ${id} is in sight with its caption, and a clicker moves it`,
      longUnlessFirst(id),
      async ({ page }) => {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ reducedMotion: 'reduce' });
        const scene = await openScene(page, id);
        await scene.alive();
        const steps = await scene.steps();
        await scene.run.focus();
        await page.keyboard.press('f');
        await expect.poll(() => scene.island.evaluate((island) => island === document.fullscreenElement)).toBe(true);
        await expect.poll(() => outOfSight(scene.island)).toEqual([]);
        for (let step = 1; step <= steps; step += 1) {
          // A clicker has no other key, for questions neither.
          await page.keyboard.press('PageDown');
          await scene.restsAt(step);
          await expect.poll(() => outOfSight(scene.island), `step ${step}`).toEqual([]);
        }
        await page.keyboard.press('PageUp');
        await scene.restsAt(steps - 1);
        await expect.poll(() => outOfSight(scene.island)).toEqual([]);
      },
    );
