import { expect, test } from '@playwright/test';
import { long } from './long.ts';
import { longUnlessFirst, openScene, type SceneOnPage, scenes } from './scene.ts';

for (const width of [360, 768, 1024, 1280, 1440])
  test(
    `at ${width} px no text of a diagram is set under 12 px`,
    width === 768 || width === 1024 ? long : {},
    async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      for (const path of new Set(scenes.map((scene) => scene.path))) {
        await page.goto(path);
        // The first paint may wait for the fonts.
        await expect(page.locator('.scene svg.dg').filter({ visible: true }).first()).toBeVisible();
        // Found and measured in one go: the living drawing may take the static one's place at any moment.
        const sizes = await page.evaluate(() =>
          [...document.querySelectorAll<SVGSVGElement>('.scene svg.dg')].flatMap((svg) => {
            const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
            if (scale === 0) return [];
            const texts = [...svg.querySelectorAll('text')];
            return texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale);
          }),
        );
        expect(sizes.length, path).toBeGreaterThan(0);
        expect(Math.min(...sizes), path).toBeGreaterThanOrEqual(12);
      }
    },
  );

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
        await expect.poll(() => outOfSight(scene)).toEqual([]);
        for (let step = 1; step <= steps; step += 1) {
          await page.keyboard.press('PageDown');
          await expect(scene.island).toHaveAttribute('data-at', new RegExp(`^(${step - 1} ask.*|${step}( said.*)?)$`));
          if ((await scene.island.getAttribute('data-at'))?.includes('ask')) {
            await expect.poll(() => outOfSight(scene)).toEqual([]);
            // A clicker has no other key.
            await page.keyboard.press('PageDown');
          }
          await scene.restsAt(step);
          await expect.poll(() => outOfSight(scene), `step ${step}`).toEqual([]);
        }
        await page.keyboard.press('PageUp');
        await scene.restsAt(steps - 1);
        await expect.poll(() => outOfSight(scene)).toEqual([]);
      },
    );

/** What a lecturer's audience would miss of what the step says, draws and prints, since nobody scrolls. */
function outOfSight({ island }: SceneOnPage): Promise<string[]> {
  return island.evaluate((island) => {
    const lost: string[] = [];
    const shown = [...island.querySelectorAll('.stage :is(.before, .after, .verdict, .ask)')].filter((one) =>
      one.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    );
    // A question lies over the words.
    const asked = shown.filter((one) => one.matches('.ask'));
    const words = asked.length > 0 ? asked : shown;
    const drawings = [...island.querySelectorAll('svg.dg')].filter((one) => one.checkVisibility());
    if (words.length === 0) lost.push('no words');
    if (drawings.length !== 1) lost.push(`${drawings.length} drawings`);
    const floor = island.querySelector('.controls')?.getBoundingClientRect().top ?? 0;
    for (const one of [...words, ...drawings]) {
      const { left, top, right, bottom } = one.getBoundingClientRect();
      const name = `${one.getAttribute('class')} at ${left}, ${top} to ${right}, ${bottom}`;
      // Half a pixel for what zooming rounds.
      if (left < 0 || top < 0 || right > innerWidth + 0.5 || bottom > floor + 0.5 || floor > innerHeight)
        lost.push(name);
      for (const x of [left + 3, right - 3])
        for (const y of [top + 3, bottom - 3]) {
          const there = document.elementsFromPoint(x, y).find((one) => one.checkVisibility({ opacityProperty: true }));
          if (!there || !(one.contains(there) || (drawings.includes(one) && there.contains(one))))
            lost.push(`${name}, under ${there?.outerHTML.slice(0, 60)}`);
        }
    }
    // Before the first step there are prompts only.
    if (!/^0/.test(island.dataset.at ?? '0'))
      for (const view of island.querySelectorAll('.view'))
        if (view.scrollHeight - view.clientHeight - view.scrollTop > 1) lost.push('the end of a terminal');
    return lost;
  });
}
