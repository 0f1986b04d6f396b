import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';
import { deadEnds } from './addresses.ts';
import { troublesOf } from './site.ts';

test('built for another base path, the site works there, knows its address, and every address in it leads somewhere', async ({
  page,
  context,
  request,
}) => {
  // A whole build is part of this.
  test.setTimeout(180_000);
  const folder = '.cache/based';
  const env = { ...process.env, BASE_PATH: '/repo/', SITE_URL: 'https://example.org' };
  await promisify(execFile)('node_modules/.bin/vite', ['build', '--outDir', folder, '--logLevel', 'error'], { env });
  const { address, close } = await serve({ folder, base: '/repo/' });
  try {
    const blank = await context.newPage();
    expect(await deadEnds(blank, request, { folder, origin: 'https://example.org', address })).toEqual([]);
    await blank.close();
    const troubles = troublesOf(page, address);
    await page.goto(`${address}pid/`);
    await page.evaluate(() => document.fonts.ready);
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', 'https://example.org/repo/pid/');
    await expect(page.locator('meta[property="og:url"]')).toHaveAttribute('content', 'https://example.org/repo/pid/');
    const card = await page.locator('meta[property="og:image"]').getAttribute('content');
    expect(card).toBe('https://example.org/repo/cards/pid.png');
    expect((await page.request.get(`${address}cards/pid.png`)).headers()['content-type']).toBe('image/png');
    expect(await (await page.request.get(`${address}sitemap.xml`)).text()).toContain('https://example.org/repo/pid/');
    const island = page.locator('.island').first();
    await island.hover();
    await expect(island).toHaveAttribute('data-alive', '1');
    await page.locator('.rail nav').getByRole('link', { name: 'Introduction' }).click();
    await expect(page).toHaveURL(address);
    expect(troubles).toEqual([]);
    expect((await page.goto(`${address}nowhere/`))?.status()).toBe(404);
    await expect(page.locator('.rail')).toBeVisible();
  } finally {
    await close();
    await rm(folder, { recursive: true });
  }
});
