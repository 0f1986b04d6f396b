import { expect, test } from '@playwright/test';
import { long } from './long.ts';
import { SceneOnPage, scenes } from './scene.ts';
import { outOfSight, windows } from './stage.ts';

/** Every run looks at these pages, in a laptop's window and in a phone's; `npm run test:all` at all of them in all windows. */
const sample = ['pid/', 'network/', ''];

for (const [width, height] of windows)
  for (const path of new Set(scenes.map((scene) => scene.path)))
    test(
      `at ${width} by ${height} every step of every scene of /${path} is in sight, with its words, its drawing and its button, and nothing scrolls`,
      sample.includes(path) && [650, 740].includes(height) ? {} : long,
      async ({ page }) => {
        test.setTimeout(300_000);
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ reducedMotion: 'reduce' });
        await page.goto(path);
        const problems: string[] = [];
        for (const { id } of scenes.filter((scene) => scene.path === path))
          problems.push(...(await walked(new SceneOnPage(page, id))));
        expect(problems).toEqual([]);
      },
    );

/** What was out of sight, and where the page moved by itself, on a walk through every take of a scene that picks an answer wherever one is asked for. */
async function walked(scene: SceneOnPage): Promise<string[]> {
  const { page, island, id } = scene;
  const act = (what: string, value: number) =>
    island.evaluate((island, [what, value]) => (island as never as Acting).act(what, value), [what, value] as const);
  // The first use brings the scene into the window.
  await act('seek', 1);
  await scene.alive();
  await scene.restsAt(1);
  await act('seek', 0);
  const top = await page.evaluate(() => scrollY);
  const problems: string[] = [];
  const look = async (where: string) => {
    // The living drawing and the terminals follow the state a moment later.
    await expect
      .poll(() => outOfSight(island), { timeout: 1500 })
      .toEqual([])
      .catch(async () => {
        for (const one of await outOfSight(island)) problems.push(`${id}, ${where}: ${one}`);
      });
    const now = await page.evaluate(() => scrollY);
    if (now !== top) problems.push(`${id}, ${where}: the page went from ${top} to ${now}`);
  };
  const choices = await island.locator('.takes :is(.wall, .choice button)').count();
  const takes = choices === 1 ? 2 : Math.max(choices, 1);
  const steps = await scene.steps();
  for (let take = 0; take < takes; take += 1) {
    await act('take', take);
    await act('seek', 0);
    await look(`take ${take}, start`);
    for (let step = 1; step <= steps; step += 1) {
      const asked = (await island.getAttribute('data-at'))?.includes('ask');
      await (asked ? act('pick', 0) : act('press', 0));
      await scene.restsAt(step);
      await look(`take ${take}, step ${step}`);
    }
  }
  return problems;
}

interface Acting {
  act(what: string, value: number): void;
}
