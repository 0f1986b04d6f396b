import { expect, test } from '@playwright/test';
import { chapters, routes, siteAddress } from './site.ts';
import { words } from './words.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const route of chapters)
    test(`/${route} reads in full`, async ({ page }) => {
      await page.goto(route);
      await expect(page.locator('h1')).toBeVisible();
      for (const part of await page.locator('main > p, main > h2, .sourced > p, .source-note').all())
        await expect(part).toBeVisible();
      for (const island of await page.locator('.island').all()) await expect(island).not.toBeEmpty();
      // What only a script can act on is not offered.
      for (const control of await page.locator('.theme').all()) await expect(control).toBeHidden();
    });

  test('the contents open on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('');
    const contents = page.locator('.menu nav');
    await expect(contents).toBeHidden();
    await page.getByText(words.contents.name, { exact: true }).click();
    await expect(contents).toBeVisible();
    await contents.getByRole('link', { name: 'PID' }).click();
    await expect(page).toHaveURL(/\/pid\/$/);
  });

  test('every source has a note, and each leads to the other', async ({ page }) => {
    for (const route of chapters) {
      await page.goto(route);
      const marks = await page.locator('.source-mark a').all();
      await expect(page.locator('.source-note')).toHaveCount(marks.length);
      for (const [i, mark] of marks.entries()) {
        const note = page.locator(`.source-note${await mark.getAttribute('href')}`);
        await expect(note).toContainText(`${i + 1}`);
        await expect(note.locator('.n')).toHaveAttribute('href', `#${await mark.getAttribute('id')}`);
      }
    }
  });
});

test('every link inside the site leads to a page and a place that are there', async ({ request }) => {
  const known = new Map<string, Promise<{ status: number; text: string }>>();
  const get = (address: string) => {
    const answer =
      known.get(address) ??
      request.get(address).then(async (response) => ({ status: response.status(), text: await response.text() }));
    known.set(address, answer);
    return answer;
  };
  for (const route of routes) {
    const page = siteAddress() + route;
    const links = [...(await get(page)).text.matchAll(/<a\b[^>]*? href="([^"]+)"/g)]
      .map(([, link = '']) => new URL(link.replaceAll('&amp;', '&'), page).href)
      .filter((link) => link.startsWith(siteAddress()));
    expect(links.length, `/${route}`).toBeGreaterThan(0);
    for (const link of new Set(links)) {
      const [address = '', place] = link.split('#');
      const { status, text } = await get(address);
      expect(status, `${link} on /${route}`).toBe(200);
      // Steps of scenes are addresses that the script reads: #one-process/3.
      if (place && !place.includes('/')) expect(text, `${link} on /${route}`).toContain(`id="${place}"`);
    }
  }
});

test('the contents name every chapter in order, link the written ones and mark the present one', async ({ page }) => {
  await page.goto('pid/');
  const rail = page.locator('.rail nav');
  await expect(rail.locator(':scope > ol > li > :is(a, span)')).toHaveText([
    /^Introduction/,
    'Where is your host?',
    /^Namespaces/,
    'PID',
    'Network',
    'Mount',
    'UTS',
    'IPC',
    'User',
    'Cgroup',
    /^cgroups/,
    /^Memory/,
    /^What is not/,
    'The second fence',
    'Escapes',
    /^Containers/,
    /^Your ledger/,
    /^How this/,
    words.contents.workbench,
  ]);
  await expect(rail.locator(':scope > ol > li > a')).toHaveCount(chapters.length + 1);
  await expect(rail.locator('[aria-current=page]')).toHaveText('PID');
  // The scenes of this chapter, and of no other.
  const titles = await page.locator('.scene .bar h2').allTextContents();
  await expect(rail.locator('ol ol a')).toHaveText(titles);
});

test('an address that leads nowhere answers 404 with a page that leads back', async ({ page }) => {
  const response = await page.goto('no/such/chapter/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.pages.notFound.title);
  await page.locator('main').getByRole('link', { name: 'Introduction' }).click();
  await expect(page).toHaveURL(siteAddress());
});

test('the chapters follow each other in both directions', async ({ page }) => {
  await page.goto(chapters[0] ?? '');
  const titles: string[] = [];
  for (;;) {
    titles.push((await page.locator('h1').textContent()) ?? '');
    const next = page.locator('a[rel=next]');
    if (!(await next.count())) break;
    await next.click();
    await expect(page.locator('a[rel=prev]')).toContainText(titles.at(-1) ?? '');
  }
  expect(titles).toHaveLength(chapters.length);
});
