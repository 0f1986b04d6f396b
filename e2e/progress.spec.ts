import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { SceneOnPage } from './scene.ts';
import { siteAddress, troublesOf } from './site.ts';
import { words } from './words.ts';

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
  const entry = page.locator('.rail nav').getByRole('link', { name: `UTS${words.progress.done}` });
  await expect(entry).toBeVisible();
  await expect(page.locator('.rail nav .done')).toHaveCount(1);
  const on = page.locator('.rail .go-on a');
  await expect(on).toHaveText(words.progress.goOn('UTS', '2'));
  await on.click();
  await expect(page).toHaveURL(new RegExp(`/uts/#${last.id}/2$`));
  await last.restsAt(2);

  await page.goto('ledger/');
  const all = Number(await page.locator('.so-far').first().getAttribute('data-of'));
  await expect(page.locator('.tally')).toContainText(words.ledger.andSaw(scenes.length, all));
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: words.ledger.json }).click();
  expect(JSON.parse(readFileSync(await (await saved).path(), 'utf8'))).toMatchObject({
    seen: scenes,
    record: { version: 1, done: scenes, last: `/uts/#${last.id}/2` },
  });
  page.on('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: words.ledger.clear }).click();
  await expect(page.locator('.done, .go-on')).toHaveCount(0);
  await page.goto('');
  await expect(page.locator('head > script[type=speculationrules]')).not.toHaveCount(0);
  await expect(page.locator('.done, .go-on')).toHaveCount(0);
  expect(troubles).toEqual([]);
});

test('the end of a scene leads to the next one of its chapter, and that of the last to the next chapter', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('uts/');
  const ids = await page
    .locator('.island')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.scene ?? ''));
  const [first, second] = ids.map((id) => new SceneOnPage(page, id));
  if (!first || !second) throw new Error('The chapter on UTS has one scene.');
  await first.dot(await first.steps()).click();
  await first.restsAt(await first.steps());
  const title = await second.island.locator('h2').textContent();
  await first.island
    .locator('.next')
    .filter({ visible: true })
    .getByRole('link', { name: title ?? '' })
    .click();
  await expect(page).toHaveURL(new RegExp(`#${second.id}$`));
  await second.alive();
  const last = new SceneOnPage(page, ids.at(-1) ?? '');
  await last.dot(await last.steps()).click();
  const on = page.locator('a[rel=next]');
  await expect(last.island.locator('.next').filter({ visible: true }).getByRole('link')).toHaveAttribute(
    'href',
    (await on.getAttribute('href')) ?? '',
  );
});

test('who has begun nothing is not told to go on', async ({ page }) => {
  for (const last of ['/pid/#one-process', '/pid/#one-process/0/pid-host']) {
    await page.goto('uts/');
    await page.evaluate((record) => localStorage.setItem('isolate:v1', record), JSON.stringify({ last }));
    await page.reload();
    await expect(page.locator('head > script[type=speculationrules]')).not.toHaveCount(0);
    await expect(page.locator('.go-on'), last).toHaveCount(0);
  }
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
