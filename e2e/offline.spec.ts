import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';
import { SceneOnPage } from './scene.ts';
import { troublesOf } from './site.ts';
import { anyNumbers, words } from './words.ts';

test.use({ serviceWorkers: 'allow' });

/** The page has told its worker to keep it, and that is done. */
async function kept(page: Page): Promise<void> {
  await expect(page.locator('body')).toHaveAttribute('data-kept', '', { timeout: 20_000 });
}

/** So many pages are kept, of however many there are. */
const keptOf = (pages: number) => new RegExp(`^${words.offline.kept(pages, 0).replace(' 0 ', ' \\d+ ')}`);

test('a chapter that was read reads and plays without a network, another says that it is not kept, and all can be kept', async ({
  page,
}) => {
  test.setTimeout(180_000);
  let site = await serve({ folder: 'dist' });
  const port = Number(new URL(site.address).port);
  const troubles = troublesOf(page, site.address);
  await page.goto(`${site.address}uts/`);
  await kept(page);
  // What the page's policy refuses, it says in the console.
  expect(troubles).toEqual([]);
  await site.close();

  await page.goto(`${site.address}uts/`);
  await expect(page.locator('h1')).toBeVisible();
  const scene = new SceneOnPage(page, 'hostname');
  await scene.alive();
  await scene.dot(2).click();
  await scene.restsAt(2);
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('hostname');
  await expect(page.locator('.search-count')).toHaveText(words.search.lost);
  await page.goto(`${site.address}pid/`);
  await expect(page.locator('h1')).toHaveText(words.offline.notKept);

  site = await serve({ folder: 'dist', port });
  await page.goto(`${site.address}uts/`);
  await kept(page);
  const keep = page.getByRole('button', { name: anyNumbers(words.offline.keep('1.2')) });
  await keep.click();
  await expect(page.locator('.keeping [role=status]')).toHaveText(words.offline.all, { timeout: 60_000 });
  await site.close();
  await page.goto(`${site.address}pid/`);
  await new SceneOnPage(page, 'one-process').alive();
  await expect(page.locator('.keeping [role=status]')).toHaveText(words.offline.all);
  await expect(page.getByRole('button', { name: words.offline.keptWord })).toBeDisabled();
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('hostname');
  await expect(page.locator('.search li').first()).toBeVisible();
  await page.goto(`${site.address}print/`);
  await expect(page.locator('h1').first()).toBeVisible();
});

test('what another tab has kept is said here when the reader comes back to it', async ({ page, context }) => {
  const site = await serve({ folder: 'dist' });
  try {
    await page.goto(`${site.address}uts/`);
    await kept(page);
    const status = page.locator('.keeping [role=status]');
    await expect(status).toHaveText(keptOf(2));
    const other = await context.newPage();
    await other.goto(`${site.address}pid/`);
    await kept(other);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect(status).toHaveText(keptOf(3));
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name);
    });
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect(status).toHaveText(keptOf(0));
  } finally {
    await site.close();
  }
});

/** Puts a newer version of the site into its folder: a page with another heading, and the worker that knows it. */
async function renew(folder: string): Promise<void> {
  const [file, worker] = ['uts/index.html', 'sw.js'].map((name) => path.join(folder, name)) as [string, string];
  const [html, code] = await Promise.all([readFile(file, 'utf8'), readFile(worker, 'utf8')]);
  const newer = html.replace(/<h1>.*?<\/h1>/, '<h1>Newer</h1>');
  const hash = (text: string) => createHash('sha256').update(text).digest('base64');
  expect(code).toContain(hash(html));
  await writeFile(file, newer);
  await writeFile(worker, code.replace(hash(html), hash(newer)).replace(/\\"version\\":\\"/, '$&newer'));
  // What lies packed beside them is the older version.
  for (const packed of [file, worker]) for (const end of ['.br', '.gz']) await rm(packed + end, { force: true });
}

test('a newer version is offered and loaded when the reader says so, not before, and has what was kept', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const folder = await mkdtemp(path.join(tmpdir(), 'newer-'));
  await cp('dist', folder, { recursive: true });
  const site = await serve({ folder });
  try {
    await page.goto(`${site.address}uts/`);
    await kept(page);
    await page.goto(`${site.address}pid/`);
    await kept(page);
    await page.goto(`${site.address}uts/`);
    await renew(folder);
    await page.reload();
    const note = page.locator('.newer');
    await expect(note).toContainText(words.offline.newer, { timeout: 20_000 });
    await expect(page.locator('h1')).not.toHaveText('Newer');
    // All that was kept has been fetched anew before the offer is made.
    await site.close();
    await note.getByRole('button', { name: words.offline.load }).click();
    await expect(page.locator('h1')).toHaveText('Newer');
    await kept(page);
    await page.goto(`${site.address}pid`);
    await new SceneOnPage(page, 'one-process').alive();
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const names = (await caches.keys()).filter((name) => name.startsWith('pages-'));
          const pages = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
          return pages.map((requests) => requests.map(({ url }) => new URL(url).pathname).sort());
        }),
      )
      .toEqual([['/not-kept.html', '/pid/', '/uts/']]);
  } finally {
    await site.close();
    await rm(folder, { recursive: true });
  }
});
