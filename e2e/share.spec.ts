import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { openScene, SceneOnPage, scenes } from './scene.ts';
import { embeds, siteAddress, troublesOf } from './site.ts';
import { words } from './words.ts';

test('a link to the step is copied, and opens that step of that take', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const scene = await openScene(page, 'one-process', '/2');
  await scene.alive();
  await scene.island.getByRole('switch').click();
  const share = scene.island.getByRole('button', { name: words.bar.share });
  await share.click();
  const copy = scene.island.locator('[data-do="link"]');
  await copy.click();
  await expect.poll(() => copy.evaluate((button) => getComputedStyle(button, '::after').visibility)).toBe('visible');
  await expect(page.locator('#status')).toHaveText(words.notes.copied);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(
    `${siteAddress()}pid/#one-process/2/host-pids`.replace('host-pids', copied.split('/').at(-1) ?? ''),
  );
  await page.goto('');
  await page.goto(copied);
  await scene.alive();
  await scene.restsAt(2);
  await expect(scene.island).toHaveAttribute('data-take', '1');
});

test('a browser that refuses the clipboard says so, and no error is thrown', async ({ page }) => {
  const troubles = troublesOf(page, siteAddress());
  await page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
  const scene = await openScene(page, 'one-process', '/2');
  await scene.island.getByRole('button', { name: words.bar.share }).click();
  await scene.island.locator('[data-do="link"]').click();
  await expect(page.locator('#status')).toHaveText(words.notes.notCopied);
  expect(troubles).toEqual([]);
});

test('every scene has a page for frames and one of plain text; nobody is to find the first', async ({ request }) => {
  expect(embeds).toEqual(scenes.map(({ id }) => `embed/${id}/`).sort());
  for (const { id } of scenes) {
    const html = await (await request.get(`embed/${id}/`)).text();
    expect(html, id).toContain('<meta name="robots" content="noindex">');
    expect(html, id).not.toContain('rel="canonical"');
    const text = await request.get(`text/${id}.txt`);
    expect(text.headers()['content-type']).toBe('text/plain; charset=utf-8');
    expect((await text.text()).length, id).toBeGreaterThan(1000);
  }
});

test('a scene plays in a frame on another site in the theme that was asked for, and leads home; no other page does', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.emulateMedia({ colorScheme: 'light' });
  const scene = await openScene(page, 'one-process');
  await scene.island.getByRole('button', { name: words.bar.share }).click();
  await scene.island.locator('[data-do="frame"]').click();
  await expect(page.locator('#status')).toHaveText(words.notes.copied);
  const code = await page.evaluate(() => navigator.clipboard.readText());
  expect(code).toContain(`src="${siteAddress()}embed/one-process/"`);

  const body = `${code.replace('one-process/"', 'one-process/?theme=dark"')}<iframe id="no" src="${siteAddress()}pid/"></iframe>`;
  const other = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(body));
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
  await page.setViewportSize({ width: 640, height: 1200 });
  await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
  const frame = page.frameLocator('iframe').first();
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(frame.locator('nav, header')).toHaveCount(0);
  const island = frame.locator('.island');
  await island.locator('.go').click();
  await expect(island).toHaveAttribute('data-alive', '1');
  await expect(island).toHaveAttribute('data-at', /^1/);
  for (const width of [320, 640]) {
    await page.setViewportSize({ width, height: 1200 });
    expect(await frame.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth)).toBe(0);
  }
  await expect(frame.locator('.embed-home a')).toHaveAttribute('href', '/pid/#one-process');
  await expect(page.frameLocator('#no').locator('.island')).toHaveCount(0);
  other.close();
});

test('a frame that may store nothing is in the theme that was asked for', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new Error('forbidden');
      },
    }),
  );
  await page.goto('embed/one-process/?theme=dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a link that is copied in a frame leads to the chapter', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('embed/one-process/?theme=light#one-process/3');
  const scene = new SceneOnPage(page, 'one-process');
  await scene.restsAt(3);
  await scene.island.getByRole('button', { name: words.bar.share }).click();
  await scene.island.locator('[data-do="link"]').click();
  await expect(page.locator('#status')).toHaveText(words.notes.copied);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${siteAddress()}pid/#one-process/3`);
});
