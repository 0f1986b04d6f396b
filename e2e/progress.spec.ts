import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { SceneOnPage } from './scene.ts';
import { siteAddress, troublesOf } from './site.ts';

test('a reader goes on where they left, sees which chapters are done, and can take that along or clear it', async ({
  page,
}) => {
  const troubles = troublesOf(page, siteAddress());
  await page.goto('uts/');
  const scenes = await page
    .locator('.island')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.scene ?? ''));
  for (const id of scenes) {
    const scene = new SceneOnPage(page, id);
    await scene.dot(await scene.steps()).click();
    await scene.restsAt(await scene.steps());
  }
  const last = new SceneOnPage(page, scenes.at(-1) ?? '');
  await last.dot(2).click();
  await last.restsAt(2);

  await page.goto('');
  await page.reload();
  const entry = page.locator('.rail nav').getByRole('link', { name: 'UTS (done)' });
  await expect(entry).toBeVisible();
  await expect(page.locator('.rail nav .done')).toHaveCount(1);
  const on = page.locator('.rail .go-on a');
  await expect(on).toHaveText('Go on in UTS, step 2');
  await on.click();
  await expect(page).toHaveURL(new RegExp(`/uts/#${last.id}/2$`));
  await last.restsAt(2);

  await page.goto('ledger/');
  await expect(page.locator('.tally')).toContainText(`saw ${scenes.length} of `);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as JSON' }).click();
  expect(JSON.parse(readFileSync(await (await saved).path(), 'utf8'))).toMatchObject({
    seen: scenes,
    record: { version: 1, done: scenes, last: `/uts/#${last.id}/2` },
  });
  page.on('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'Clear my answers' }).click();
  await expect(page.locator('.done, .go-on')).toHaveCount(0);
  await page.goto('');
  await expect(page.locator('head > script[type=speculationrules]')).not.toHaveCount(0);
  await expect(page.locator('.done, .go-on')).toHaveCount(0);
  expect(troubles).toEqual([]);
});

test('a record that is corrupt, or leads elsewhere, shows nothing and costs nothing', async ({ page }) => {
  const troubles = troublesOf(page, siteAddress());
  await page.addInitScript(`localStorage.setItem('isolate:v1', '{"done":{"a":1},"last":"//other.example/#a/1"}')`);
  await page.goto('pid/');
  const scene = new SceneOnPage(page, 'one-process');
  await expect(page.locator('head > script[type=speculationrules]')).not.toHaveCount(0);
  await expect(page.locator('.done, .go-on')).toHaveCount(0);
  await scene.dot(2).click();
  await scene.restsAt(2);
  expect(troubles).toEqual([]);
});
