import { expect, test } from '@playwright/test';
import { long } from './long.ts';
import { openScene, scenes } from './scene.ts';
import { outOfSight, windows } from './stage.ts';

/** Every run looks at these, in a laptop's window and in a phone's; `npm run test:all` at all of them in all windows. */
const sample = ['one-process', 'two-cables', 'beside', 'which-wall', 'two-numbers', 'three-answers'];

for (const [width, height] of windows)
  for (const { id } of scenes)
    test(
      `at ${width} by ${height} every step of ${id} is in sight, with its words, its drawing and its button, and nothing scrolls`,
      sample.includes(id) && [650, 740].includes(height) ? {} : long,
      async ({ page }) => {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ reducedMotion: 'reduce' });
        const scene = await openScene(page, id, '/1');
        await scene.alive();
        await scene.restsAt(1);
        const act = (what: string, value: number) =>
          scene.island.evaluate((island, [what, value]) => (island as never as Acting).act(what, value), [
            what,
            value,
          ] as const);
        const takes = await scene.island.locator('.takes :is(.wall, .choice button)').count();
        const steps = await scene.steps();
        await act('seek', 0);
        const top = await page.evaluate(() => scrollY);
        const problems: string[] = [];
        const look = async (where: string) => {
          await expect
            .poll(() => outOfSight(scene.island), { message: where, timeout: 700 })
            .toEqual([])
            .catch(async () => {
              for (const one of await outOfSight(scene.island)) problems.push(`${where}: ${one}`);
            });
          const now = await page.evaluate(() => scrollY);
          if (now !== top) problems.push(`${where}: the page went from ${top} to ${now}`);
        };
        for (let take = 0; take < Math.max(takes === 1 ? 2 : takes, 1); take += 1) {
          await act('take', take);
          await act('seek', 0);
          await look(`take ${take}, start`);
          for (let step = 1; step <= steps; step += 1) {
            const asked = (await scene.island.getAttribute('data-at'))?.includes('ask');
            await (asked ? act('pick', 0) : act('press', 0));
            await scene.restsAt(step);
            await look(`take ${take}, step ${step}`);
          }
        }
        expect(problems).toEqual([]);
      },
    );

interface Acting {
  act(what: string, value: number): void;
}
