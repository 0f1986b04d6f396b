import { expect, test } from '@playwright/test';
import { openScene } from './scene.ts';

for (const [width, height] of [
  [360, 640],
  [1280, 720],
] as const)
  test(`what has the focus is in sight, and nothing lies over all of it, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const scene = await openScene(page, 'one-process', '/4');
    await scene.alive();
    await scene.island.locator('.bar button').filter({ visible: true }).first().focus();
    const covered: string[] = [];
    let walked = 0;
    for (; walked < 60; walked += 1) {
      await page.keyboard.press('Tab');
      const found = await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused?.closest('.island[data-scene="one-process"]')) return undefined;
        // A token of the transcript, which is for those who listen, shows its ring on its mark in the terminal.
        const ringed = focused.matches('.token') ? document.querySelector('.mark.focused') : focused;
        if (!ringed) return `${focused.outerHTML.slice(0, 100)} has no ring`;
        const { left, top, right, bottom } = ringed.getBoundingClientRect();
        const spots = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y] as const));
        const seen = spots.some(([x, y]) => {
          const at = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
          return at !== null && (ringed.contains(at) || at.contains(ringed));
        });
        return seen ? '' : focused.outerHTML.slice(0, 100);
      });
      if (found === undefined) break;
      if (found) covered.push(found);
    }
    expect(walked).toBeGreaterThan(10);
    expect(covered).toEqual([]);
  });
