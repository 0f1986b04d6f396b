import { expect, type Page, test } from '@playwright/test';
import { long } from './long.ts';
import { openScene } from './scene.ts';
import { chapters } from './site.ts';

/** Texts that are cut off by the box around them, or reach out of the window. */
async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('h1, h2, p, li, button, a, td, th, figcaption, summary')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((element) => !element.closest('[popover]:not(:popover-open), .skip, .term-window, .xterm-host, svg'))
      .filter((element) => {
        const style = getComputedStyle(element);
        const hides = style.overflowX !== 'visible' && style.overflowX !== 'auto' && style.overflowX !== 'scroll';
        return hides && style.textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1;
      })
      .map((element) => element.outerHTML.slice(0, 80)),
  );
}

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test('at 400 % a page of 1280 px reads without scrolling sideways, and its scenes step', long, async ({ page }) => {
  // WCAG 2.2, 1.4.10: 1280 by 1024 px at 400 % are 320 by 256.
  await page.setViewportSize({ width: 320, height: 256 });
  for (const route of chapters) {
    await page.goto(route);
    expect(await sideways(page), route).toBeLessThanOrEqual(0);
    expect(await cutOff(page), route).toEqual([]);
  }
  const scene = await openScene(page, 'one-process', '/1');
  await scene.run.click();
  await scene.restsAt(2);
});

test('with the widest spacing that a reader may ask for, no text is cut off', long, async ({ page }) => {
  // WCAG 2.2, 1.4.12.
  await page.addInitScript(() =>
    addEventListener('DOMContentLoaded', () => {
      const spaced = new CSSStyleSheet();
      spaced.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
      );
      document.adoptedStyleSheets.push(spaced);
    }),
  );
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    for (const route of chapters) {
      await page.goto(route);
      expect(await cutOff(page), `${route} at ${width} px`).toEqual([]);
      expect(await sideways(page), `${route} at ${width} px`).toBeLessThanOrEqual(0);
    }
  }
});

test(
  'in forced colours a scene steps, what has the focus shows it, and a mark that is lit differs',
  long,
  async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    const scene = await openScene(page, 'one-process', '/4');
    await scene.alive();
    await scene.restsAt(4);
    const token = scene.island.locator('.token').filter({ hasText: /^1$/ }).first();
    await token.focus();
    await expect(scene.island.locator('.mark.focused')).toHaveCount(1);
    const mark = scene.island.locator('.mark.focused');
    const drawn = await mark.evaluate((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    });
    expect(drawn).toBe(true);
    await scene.run.focus();
    const ring = await scene.run.evaluate((button) => getComputedStyle(button).outlineStyle);
    expect(ring).not.toBe('none');
  },
);

for (const colorScheme of ['light', 'dark'] as const)
  test(`in ${colorScheme} the ring of the focus, the button that runs, the switch and the line to type on have 3 to 1`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    const scene = await openScene(page, 'one-process', '/1');
    const contrasts = await scene.island.evaluate((island) => {
      const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('There is no canvas to read colours from.');
      /** Relative luminance of a CSS colour. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
      const luminance = (colour: string) => {
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data]
          .map((value) => value / 255)
          .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const contrast = (one: string, other: string) => {
        const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
      };
      const styleOf = (selector: string) => {
        const element = island.querySelector(selector);
        if (!element) throw new Error(`${selector} is not in the scene.`);
        return getComputedStyle(element);
      };
      const sheet = styleOf('.scene').backgroundColor;
      const probe = document.createElement('i');
      probe.style.color = 'var(--focus)';
      island.append(probe);
      const focus = getComputedStyle(probe).color;
      return {
        focus: contrast(focus, sheet),
        run: contrast(styleOf('.go').backgroundColor, sheet),
        switch: contrast(styleOf('.wall i').backgroundColor, sheet),
        // In the dark it is told from the sheet by what stands in it.
        line: contrast(styleOf('.type .field').backgroundColor, styleOf('.type .field').color),
      };
    });
    for (const [part, contrast] of Object.entries(contrasts)) expect(contrast, part).toBeGreaterThanOrEqual(3);
  });
