import { expect, test } from '@playwright/test';
import { long } from './long.ts';
import { scenes } from './scene.ts';

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
