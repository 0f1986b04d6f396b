import { expect, type Page, test } from '@playwright/test';
import { openScene, type SceneOnPage } from './scene.ts';
import { begun, words } from './words.ts';

const field = ({ island }: SceneOnPage) => island.getByRole('textbox', { name: words.type.name });

async function typing(page: Page, place = ''): Promise<SceneOnPage> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const scene = await openScene(page, 'two-numbers', place);
  await scene.alive();
  await scene.island.getByRole('button', { name: words.drive.typeIt }).click();
  await expect(field(scene)).toBeFocused();
  return scene;
}

test('a recorded command is suggested, completed with the right arrow, and run by Enter', async ({ page }) => {
  const scene = await typing(page);
  await page.keyboard.type('docker');
  await page.keyboard.press('ArrowRight');
  await expect(field(scene)).toHaveValue(/^docker run -d .*sleep 600$/);
  await page.keyboard.press('Enter');
  await scene.restsAt(1);
  await expect(field(scene)).toHaveValue('');
  await expect(field(scene)).toBeFocused();
});

test('what is not recorded is said so, changes nothing, and can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const scene = await typing(page, '/1');
  await page.keyboard.type('rm -rf /');
  await page.keyboard.press('Enter');
  await expect(scene.island.getByRole('status').filter({ hasText: begun(words.type.refused) })).toBeVisible();
  await scene.restsAt(1);
  await scene.island.getByRole('button', { name: words.type.copy }).click();
  await expect(scene.island.getByRole('button', { name: words.type.copied, exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('rm -rf /');
});

test('while one types, the scene’s keys are letters, and Tab leaves the field', async ({ page }) => {
  const scene = await typing(page, '/1');
  await page.keyboard.type('2 s?');
  await scene.restsAt(1);
  await expect(field(scene)).toHaveValue('2 s?');
  await page.keyboard.press('Tab');
  await expect(field(scene)).not.toBeFocused();
  await expect(field(scene)).toHaveValue('2 s?');
});

test('Escape gives the button its place back, with the focus', async ({ page }) => {
  const scene = await typing(page, '/1');
  await expect(scene.run).toBeHidden();
  await page.keyboard.type('docker');
  await page.keyboard.press('Escape');
  await expect(field(scene)).toBeHidden();
  await expect(scene.run).toBeVisible();
  await expect(scene.island.getByRole('button', { name: words.drive.typeIt })).toBeFocused();
});

test('what a paste brings along is not held against it', async ({ page }) => {
  const scene = await typing(page, '/1');
  await field(scene).fill('$ sudo ps\u00a0\u2013C sleep  \u2013o pid,user,args\u200b;');
  await page.keyboard.press('Enter');
  await scene.restsAt(2);
});

test('an Enter that ends a composition of an input method runs nothing', async ({ page }) => {
  const scene = await typing(page, '/1');
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', { text: 'ｐｓ', selectionStart: 2, selectionEnd: 2 });
  for (const key of ['Enter', 'Escape'])
    await field(scene).evaluate(
      (input, key) => input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, isComposing: true })),
      key,
    );
  await expect(field(scene)).toBeFocused();
  await scene.restsAt(1);
  await expect(scene.island.getByText(begun(words.type.refused))).toHaveCount(0);
});
