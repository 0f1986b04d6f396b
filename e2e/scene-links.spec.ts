import { expect, test } from '@playwright/test';
import { longUnlessFirst, openScene, SceneOnPage, scenes } from './scene.ts';

for (const { id } of scenes)
  test(
    `the terminals of ${id} show what its transcript says, at every step of every take`,
    longUnlessFirst(id),
    async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.setViewportSize({ width: 1440, height: 1400 });
      const scene = await openScene(page, id);
      await scene.alive();
      const panes = await scene.panes();
      const takes = await scene.island.locator('.takes :is(.wall, .choice button)').all();
      for (const take of [undefined, ...takes]) {
        await take?.click();
        for (let step = 1; step <= (await scene.steps()); step += 1) {
          await scene.dot(step).click();
          await scene.restsAt(step);
          const shown: string[] = [];
          for (const pane of panes) {
            const rows = await scene.rows(pane);
            await expect.poll(() => scene.livingRows(pane), `${pane}, step ${step}`).toEqual(rows);
            shown.push(...rows);
          }
          const terminals = shown.join('\n');
          const told = (await scene.heard()).join('\n');
          const answers = terminals.split('\n').filter((row) => row !== '' && !/^[\w !]+@[\w-]+:\S*[#$]/.test(row));
          for (const answer of answers) expect(told).toContain(answer);
          for (const heard of await scene.heard()) {
            const [, ...lines] = heard.split('\n').map((line) => line.trimEnd());
            for (const line of lines.filter(Boolean)) expect(terminals).toContain(line);
          }
        }
      }
    },
  );

test('a token that has the focus lights its part of the diagram and its marks, and shows a ring', async ({ page }) => {
  const scene = await openScene(page, 'one-process', '/4');
  await scene.alive();
  const token = scene.island.locator('.token').filter({ hasText: /^1$/ }).first();
  await token.focus();
  await expect(scene.island.locator('.living .hot').first()).toHaveAttribute('data-part', 'process:web');
  await expect(scene.island.locator('.mark.focused')).toHaveCount(1);
  await expect(scene.island.locator('.mark.focused')).toBeInViewport();
  expect(await scene.island.locator('.mark.lit').filter({ visible: true }).count()).toBeGreaterThan(3);
  await token.blur();
  await expect(scene.island.locator('.hot, .mark.lit')).toHaveCount(0);
});

test('pointing at a mark lights the diagram, and pointing at the diagram lights the marks', async ({ page }) => {
  const scene = await openScene(page, 'one-process', '/4');
  await scene.alive();
  const mark = scene.island.locator('[data-pane="web"] .mark').filter({ hasText: /^1$/ });
  await mark.hover();
  await expect(scene.island.locator('.living .hot').first()).toHaveAttribute('data-part', 'process:web');
  await scene.island.locator('.bar h2').hover();
  await expect(scene.island.locator('.hot')).toHaveCount(0);
  await scene.island.locator('.living [data-part="process:web"] text').filter({ hasText: 'sleep 600' }).hover();
  await expect(mark).toHaveClass(/lit/);
});

test('a tap on a mark holds the light, and another one lets it go', async ({ page }) => {
  const scene = await openScene(page, 'one-process', '/2');
  await scene.alive();
  const mark = scene.island.locator('.mark').filter({ hasText: 'sleep 600', visible: true }).first();
  await mark.click();
  await scene.island.locator('.bar h2').hover();
  await expect(mark).toHaveClass(/lit/);
  await mark.click();
  await scene.island.locator('.bar h2').hover();
  await expect(scene.island.locator('.mark.lit')).toHaveCount(0);
});

test('the terminals are pictures: nothing in them is reached by Tab or read aloud', async ({ page }) => {
  const scene = await openScene(page, 'one-process', '/3');
  await scene.alive();
  await scene.island.locator('.prov').focus();
  const walked: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const where = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused?.closest('.island[data-scene="one-process"]')) return undefined;
      return focused.closest('[aria-hidden]') ? `hidden: ${focused.outerHTML.slice(0, 80)}` : focused.className;
    });
    if (where === undefined) break;
    walked.push(where);
  }
  expect(walked.filter((where) => where.startsWith('hidden'))).toEqual([]);
  // The tokens of three steps, Back, Run, copy, five steps, the switch, speed and keys: Tab leaves the scene at the end.
  expect(walked.filter((where) => where === 'token').length).toBeGreaterThan(4);
  expect(walked.length).toBeLessThan(30);
});

test('only the steps that are over can be heard', async ({ page }) => {
  const scene = await openScene(page, 'one-process', '/2');
  await scene.alive();
  expect(await scene.heard()).toHaveLength(2);
  await scene.dot(4).click();
  await scene.restsAt(4);
  expect(await scene.heard()).toHaveLength(4);
});

test('the living terminal lies on its static rows to the pixel', async ({ page }) => {
  const scene = await openScene(page, 'one-process', '/5');
  await scene.alive();
  await scene.expectOverlaid('host');
});

test('a scene that comes near leaves the terminals of one that is used', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 560 });
  const used = await openScene(page, 'layers');
  await used.alive();
  await used.run.click();
  await used.restsAt(1);
  const terminals = used.island.locator('.xterm-host.ready');
  await expect(terminals).toHaveCount(2);
  // Three more would be one too many.
  const { island } = new SceneOnPage(page, 'two-userlands');
  await island.scrollIntoViewIfNeeded();
  await expect(island).toHaveAttribute('data-alive', '1');
  await island.locator('.scene').dispatchEvent('pointerover');
  await expect(terminals).toHaveCount(2);
  await expect.poll(() => page.locator('.xterm-host').count()).toBeLessThanOrEqual(4);
  await used.dot(2).click();
  await used.restsAt(2);
  await expect.poll(() => used.livingRows('host')).toEqual(await used.rows('host'));
});
