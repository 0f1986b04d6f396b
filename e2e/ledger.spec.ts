import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { embeds, routes, siteAddress, troublesOf } from './site.ts';
import { words } from './words.ts';

const row = (page: Page, id: string) => page.locator(`#r-${id}`);

async function openLedger(page: Page): Promise<void> {
  await page.goto('ledger/');
  await page.locator('.ledger[data-alive]').waitFor();
}

test('the ledger keeps its answers back, takes the reader’s, and remembers them', async ({ page }) => {
  const troubles = troublesOf(page, siteAddress());
  await openLedger(page);
  await expect(row(page, 'disk').locator('.answer')).toBeHidden();
  await row(page, 'disk').getByRole('button', { name: 'shared' }).click();
  await expect(row(page, 'disk').locator('.answer')).toBeVisible();
  await expect(row(page, 'disk').locator('.yours')).toHaveText(words.ledger.asYouSaid('shared'));
  await expect(row(page, 'disk').locator('.yours')).toBeVisible();
  await row(page, 'hostname').getByRole('button', { name: 'shared' }).click();
  await expect(row(page, 'hostname').locator('.yours')).toHaveText(words.ledger.youSaid('shared'));
  await expect(page.locator('.tally')).toContainText(words.ledger.answeredHere(2, 43, 1));
  await page.reload();
  await expect(row(page, 'disk').locator('.yours')).toHaveText(words.ledger.asYouSaid('shared'));
  await page.locator('.ledger-tools [name=show]').selectOption('wrong');
  await expect(page.locator('.ledger tbody tr:visible')).toHaveCount(1);
  await page.locator('.ledger-tools [name=show]').selectOption('');
  await page.locator('.ledger-tools [name=sort]').selectOption('name');
  await expect(page.locator('.ledger tbody tr').first().locator('th')).toHaveText('/dev/shm');
  await page.getByRole('button', { name: words.ledger.showAll }).click();
  await expect(row(page, 'cpu').locator('.answer')).toBeVisible();
  expect(troubles).toEqual([]);
});

test('what a scene was answered stands in the ledger, is given out, and can be forgotten', async ({ page }) => {
  await page.goto('pid/#one-process/2');
  await page.locator('#one-process .ask:visible button').first().click();
  await openLedger(page);
  const question = page.locator('[data-place="one-process/default/2"]');
  await expect(question.locator('[data-said]')).toHaveText('all of them');
  await expect(row(page, 'processes').locator('.answer')).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: words.ledger.json }).click();
  const sheet = JSON.parse(readFileSync(await (await saved).path(), 'utf8')) as {
    resources: unknown[];
    questions: { place: string; said?: string }[];
  };
  expect(sheet.resources.length).toBe(43);
  expect(sheet.questions.filter(({ said }) => said)).toEqual([
    expect.objectContaining({ place: 'one-process/default/2', said: 'all of them' }),
  ]);
  page.on('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: words.ledger.clear }).click();
  await expect(question.locator('[data-said]')).toHaveCount(0);
  await page.reload();
  await expect(page.locator('.tally')).toContainText(words.ledger.answeredHere(0, 43, 0));
});

for (const [state, script] of [
  ['forbidden', "Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden'); } })"],
  ['full', "Storage.prototype.setItem = () => { throw new Error('full'); }"],
  ['corrupt', `localStorage.setItem('isolate:v1', '{"ledger":7,"picks":[null],"speed":{}}')`],
] as const)
  test(`a storage that is ${state} costs the ledger its memory and nothing else`, async ({ page }) => {
    const troubles = troublesOf(page, siteAddress());
    await page.addInitScript(script);
    await openLedger(page);
    await row(page, 'disk').getByRole('button', { name: 'limited' }).click();
    await expect(row(page, 'disk').locator('.yours')).toHaveText(words.ledger.youSaid('limited'));
    await expect(page.locator('.kept')).toHaveText(state === 'corrupt' ? '' : words.ledger.notKept);
    expect(troubles).toEqual([]);
  });

for (const { width, height, rows } of [
  { width: 1366, height: 650, rows: 3 },
  { width: 360, height: 740, rows: 1 },
])
  test(`the table stands before its tools, and its first rows on the first screen, ${width} px wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await openLedger(page);
    const ends = await page
      .locator('.ledger tbody tr')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().bottom));
    expect(ends.filter((end) => end <= height).length).toBeGreaterThanOrEqual(rows);
    const table = await page.locator('.ledger table').boundingBox();
    const tools = await page.locator('.ledger-tools').boundingBox();
    expect(tools?.y).toBeGreaterThan((table?.y ?? 0) + (table?.height ?? 0) - 1);
  });

test('no page shows a backtick of its own source', () => {
  const shown = [...routes, ...embeds].flatMap((route) => {
    const html = readFileSync(`dist/${route.endsWith('.html') ? route : `${route}index.html`}`, 'utf8');
    const prose = html.replace(/<(script|style|code|pre|kbd)\b.*?<\/\1>/gs, '').replace(/<[^>]*>/g, '');
    return [...prose.matchAll(/.{0,30}`.{0,30}/g)].map(([text]) => `/${route}: ${text}`);
  });
  expect(shown).toEqual([]);
});

test('a script that does not come gives every answer', async ({ page }) => {
  await page.route('**/assets/ledger-*.js', (route) => route.abort());
  await page.goto('ledger/');
  await expect(row(page, 'disk').locator('.answer')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the ledger is a full table, and verify.sh is on its page and served', async ({ page, request }) => {
    await page.goto('ledger/');
    await expect(page.locator('.ledger .answer:visible')).toHaveCount(43);
    await expect(page.locator('.ledger-tools, .ledger-first').filter({ visible: true })).toHaveCount(0);
    await page.goto('recordings/');
    const shown = await page.locator('.listing').textContent();
    const served = await request.get(`${siteAddress()}verify.sh`);
    expect(served.headers()['content-type']).toContain('text/plain');
    expect(await served.text()).toBe(shown);
    expect(shown).toContain('#!/bin/sh');
  });

  test('every recording can be fetched', async ({ page, request }) => {
    await page.goto('recordings/');
    const links = await page
      .locator('.casts a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links.length).toBeGreaterThan(50);
    for (const link of links) expect((await request.get(link)).ok(), link).toBe(true);
  });
});

test('the count of answers takes as much height before it is known as after, however much was answered', async ({
  page,
}) => {
  await page.goto('ledger/');
  const count = page.locator('.tally');
  await expect(count).toContainText('Here you answered 0 of');
  for (const width of [320, 360, 480, 768, 1024, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    const heights = await count.evaluate((count) => {
      const text = count.textContent ?? '';
      const most = text.replace(/\d+/g, '88');
      return ['', text, most].map((said) => {
        count.textContent = said;
        return count.getBoundingClientRect().height;
      });
    });
    expect(new Set(heights), `at ${width} px: ${heights}`).toHaveProperty('size', 1);
  }
});
