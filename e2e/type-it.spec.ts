import { expect, type Page, test } from '@playwright/test';
import { openScene, type SceneOnPage } from './scene.ts';

const field = ({ island }: SceneOnPage) => island.getByRole('textbox', { name: 'Type it yourself' });

async function typing(page: Page, place = ''): Promise<SceneOnPage> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const scene = await openScene(page, 'two-numbers', place);
  await scene.alive();
  await field(scene).focus();
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
  await expect(scene.island.getByRole('status').filter({ hasText: 'Not recorded' })).toBeVisible();
  await scene.restsAt(1);
  await scene.island.getByRole('button', { name: 'Copy it' }).click();
  await expect(scene.island.getByRole('button', { name: 'Copied', exact: true })).toBeVisible();
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
