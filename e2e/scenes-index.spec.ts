import { expect, type Page, test } from '@playwright/test';
import { scenes } from './scene.ts';
import { words } from './words.ts';

const cards = (page: Page) => page.locator('.shelf > li').filter({ visible: true });

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('the page of all scenes has each once, with a drawing and a link to where it stands', async ({ page }) => {
      await page.goto('scenes/');
      await expect(cards(page)).toHaveCount(scenes.length);
      const links = await page.locator('.shelf h2 a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
      expect(links.sort()).toEqual(scenes.map(({ id, path }) => `/${path}#${id}`).sort());
      await expect(page.locator('.shelf svg[role=img]:is([aria-label], [aria-labelledby])')).toHaveCount(scenes.length);
      await expect(cards(page).filter({ hasText: /\d steps/ })).toHaveCount(scenes.length);
    });

    test('a chapter and what is looked at leave only their scenes, and a pair without one says so', async ({
      page,
    }) => {
      await page.goto('scenes/');
      await page.getByRole('radio', { name: 'Mount', exact: true }).check();
      await expect(cards(page)).toHaveCount(scenes.filter(({ path }) => path === 'mount/').length);
      await page.getByRole('radio', { name: words.shelf.lenses.meter, exact: true }).check();
      await expect(cards(page)).toHaveCount(0);
      await expect(page.locator('.shelf-none')).toBeVisible();
      await page.getByRole('radio', { name: words.shelf.allChapters }).check();
      await expect(page.locator('.shelf-none')).toBeHidden();
      const limits = await page.locator('.shelf > li[data-lens=meter]').count();
      expect(limits).toBeGreaterThan(0);
      await expect(cards(page)).toHaveCount(limits);
    });
  });

test('a card leads to its scene, wherever it is pressed, and every page’s footer and contents lead to the cards', async ({
  page,
}) => {
  await page.goto('pid/');
  await page.locator('footer').getByRole('link', { name: words.page.scenes }).click();
  await expect(page.locator('h1')).toHaveText(words.pages.scenes.title);
  await expect(page.locator('.rail').getByRole('link', { name: words.contents.allScenes })).toBeVisible();
  await page.locator('.shelf > li', { hasText: 'One process, two numbers' }).locator('figure').click({ force: true });
  await expect(page).toHaveURL(/\/pid\/#one-process$/);
});
