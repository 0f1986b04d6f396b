import { expect, test } from '@playwright/test';
import { openScene, type SceneOnPage, scenes } from './scene.ts';

// Nothing that a reader aims at may move: not by a step, a question, a run or a take, and not when the scene comes alive.
for (const width of [360, 768, 1100, 1440])
  for (const { id } of scenes)
    test(`nothing in ${id} moves or changes its size at ${width} px`, async ({ page }) => {
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route('**/assets/*.js', async (route) => {
        await held;
        await route.continue();
      });
      // High enough for the whole scene: what sticks to the screen's edge stands at its own place.
      await page.setViewportSize({ width, height: 3000 });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const scene = await openScene(page, id);
      await page.evaluate(() => document.fonts.ready);
      const still = await boxesOf(scene);
      expect(Object.keys(still).length).toBeGreaterThan(15);

      const everyStep = async (form: string) => {
        for (let step = 0; step <= (await scene.steps()); step += 1) {
          await (step ? scene.dot(step).click() : scene.island.locator('.bar h2').click());
          if (!step) await page.keyboard.press('Home');
          await scene.restsAt(step);
          expect(await boxesOf(scene), `${form}, step ${step}`).toEqual(still);
          await scene.run.click();
          const ask = scene.island.locator('.ask').filter({ visible: true });
          if (await ask.count()) {
            expect(await boxesOf(scene), `${form}, the question after step ${step}`).toEqual(still);
            await scene.answer(0);
          }
          expect(await boxesOf(scene), `${form}, running after step ${step}`).toEqual(still);
        }
      };
      await everyStep('early');
      release();
      await scene.alive();
      await everyStep('alive');
      const takes = scene.island.locator('.takes[role=switch], .choice button');
      for (const take of await takes.all()) {
        await take.click();
        await everyStep(await take.innerText());
      }
    });

/** Every box that a reader aims at or reads in, relative to the scene. */
async function boxesOf(scene: SceneOnPage): Promise<Record<string, string>> {
  return scene.island.evaluate((island) => {
    const parts = [
      '.scene',
      '.bar',
      '.bar > *',
      '.terms',
      '.window',
      '.view',
      '.drive > *',
      '.dots button',
      '.rest > *',
    ];
    const home = island.getBoundingClientRect();
    const boxes: Record<string, string> = {};
    for (const part of parts)
      island.querySelectorAll(part).forEach((element, i) => {
        if (element.matches('[popover]')) return;
        const { x, y, width, height } = element.getBoundingClientRect();
        boxes[`${part} ${i}`] = [x - home.x, y - home.y, width, height].map((value) => value.toFixed(1)).join(' ');
      });
    return boxes;
  });
}
