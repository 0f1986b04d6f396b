import { expect, type Page, test } from '@playwright/test';
import { long } from './long.ts';
import { longUnlessFirst, openScene, type SceneOnPage, scenes } from './scene.ts';

type Boxes = Record<string, string>;

// Nothing that a reader aims at may move: not by a step, a question, a run or a take, and not when the scene comes alive.
for (const width of [360, 768, 1100, 1440])
  for (const { id } of scenes)
    test(
      `nothing in ${id} moves or changes its size at ${width} px`,
      width === 360 ? longUnlessFirst(id) : long,
      async ({ page }) => {
        const release = await holdScripts(page);
        await page.setViewportSize({ width, height: 780 });
        const scene = await openScene(page, id);
        await page.evaluate(() => document.fonts.ready);
        const early = await boxesAtEveryStep(scene);
        const still = early['take 0, step 0'];
        expect(Object.keys(still ?? {}).length).toBeGreaterThan(15);
        release();
        await scene.alive();
        const all = { ...prefixed('early', early), ...prefixed('alive', await boxesAtEveryStep(scene)) };
        expect(Object.keys(all).length).toBeGreaterThan(4 * (await scene.steps()));
        for (const [moment, boxes] of Object.entries(all)) expect(boxes, moment).toEqual(still);
      },
    );

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

function prefixed(form: string, boxes: Record<string, Boxes>): Record<string, Boxes> {
  return Object.fromEntries(Object.entries(boxes).map(([moment, one]) => [`${form}, ${moment}`, one]));
}

/** Every box that a reader aims at or reads in, relative to the scene: at every step, question and run of every take. */
async function boxesAtEveryStep(scene: SceneOnPage): Promise<Record<string, Boxes>> {
  return scene.island.evaluate(async (island) => {
    // The split between the terminals alone may follow the step.
    const parts = [
      '.scene',
      '.bar',
      '.bar > *',
      '.tabs',
      '.terms',
      '.takes > *',
      '.takes button',
      'ol[data-in="0"] .words',
      '.drive > *',
      '.run > :not(.type)',
      '.dots button',
    ];
    const press = async (selector: string, at = 0) => {
      island.querySelectorAll<HTMLElement>(selector)[at]?.click();
      await new Promise((drawn) => requestAnimationFrame(drawn));
    };
    const boxes = () => {
      const home = island.getBoundingClientRect();
      const found: Record<string, string> = {};
      for (const part of parts)
        for (const [i, element] of [...island.querySelectorAll(part)].entries()) {
          // What is not shown at this width is nowhere.
          if (!element.checkVisibility()) continue;
          const { x, y, width, height } = element.getBoundingClientRect();
          found[`${part} ${i}`] = [x - home.x, y - home.y, width, height].map((value) => value.toFixed(1)).join(' ');
        }
      return found;
    };
    const all: Record<string, Record<string, string>> = {};
    const steps = island.querySelectorAll('.dots li').length;
    const takes = island.dataset.alive ? island.querySelectorAll('.choice button').length || 2 : 1;
    for (let take = 0; take < takes; take += 1) {
      if (take > 0) await press('.takes :is([role=switch], .choice button)', take);
      for (let step = 0; step <= steps; step += 1) {
        if (step) await press('.dots button', step - 1);
        else {
          await press('.dots button');
          await press('.back');
        }
        if (!island.dataset.at?.startsWith(`${step}`))
          throw new Error(`expected step ${step}, found ${island.dataset.at}`);
        all[`take ${take}, step ${step}`] = boxes();
        const answer = [...island.querySelectorAll<HTMLElement>('.ask button')].find((one) =>
          one.checkVisibility({ visibilityProperty: true }),
        );
        if (answer) answer.click();
        else await press('.go');
        all[`take ${take}, after step ${step} and a press`] = boxes();
      }
    }
    return all;
  });
}
