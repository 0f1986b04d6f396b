import { expect, type Page, test } from '@playwright/test';
import { chromiumFlags } from '../scripts/chromium.mjs';
import { words } from './words.ts';

// Playwright switches off what is tested here: that the browser shows a page again as it was left.
test.use({
  launchOptions: {
    executablePath: process.env.CHROMIUM_PATH,
    args: chromiumFlags,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
});

const papers = { light: 'rgb(247, 248, 246)', dark: 'rgb(15, 22, 28)' };

const idle = (page: Page) => expect(page.locator('head > script[type=speculationrules]')).not.toHaveCount(0);

/** Goes back to a page that the browser has kept as it was. */
async function back(page: Page): Promise<void> {
  await page.evaluate(() => void setTimeout(() => history.back()));
  await page.waitForFunction(() => (window as { left?: boolean }).left);
}

/** Marks the page, to be told from one that was loaded anew. */
async function leave(page: Page, route: string): Promise<void> {
  await page.evaluate(() => Object.assign(window, { left: true }));
  await page.goto(route);
}

async function expectDark(page: Page): Promise<void> {
  await expect(page.locator('body')).toHaveCSS('background-color', papers.dark);
  for (const room of ['.rail', '.menu-sheet'])
    await expect(
      page.locator(room).getByRole('radio', { name: words.theme.choices.dark, includeHidden: true }),
    ).toBeChecked();
}

test.beforeEach(({ page }) => page.emulateMedia({ colorScheme: 'light' }));

test('a theme chosen on another page is there after going back', async ({ page }) => {
  await page.goto('pid/');
  await idle(page);
  await leave(page, 'network/');
  await page.locator('.rail').getByRole('radio', { name: words.theme.choices.dark }).check();
  await back(page);
  await expectDark(page);
  await page.locator('.rail').getByRole('radio', { name: words.theme.choices.system }).check();
  await expect(page.locator('body')).toHaveCSS('background-color', papers.light);
});

test('a theme chosen on another page is there after going back to one that was left before it was idle', async ({
  page,
}) => {
  let goOn = () => {};
  const left = new Promise<void>((done) => {
    goOn = done;
  });
  await page.route('**/assets/later-*.js', async (route) => {
    await left;
    await route.continue();
  });
  await page.goto('pid/');
  await leave(page, 'network/');
  goOn();
  await page.locator('.rail').getByRole('radio', { name: words.theme.choices.dark }).check();
  await back(page);
  await expectDark(page);
});

test('a theme chosen in another tab is there at once', async ({ page, context }) => {
  await page.goto('pid/');
  await idle(page);
  const other = await context.newPage();
  await other.emulateMedia({ colorScheme: 'light' });
  await other.goto('network/');
  await other.locator('.rail').getByRole('radio', { name: words.theme.choices.dark }).check();
  await expectDark(page);
});

test('a choice that could not be kept holds on its page, whatever the storage says', async ({ page }) => {
  await page.addInitScript("Storage.prototype.setItem = () => { throw new Error('full'); }");
  await page.goto('pid/');
  await page.locator('.rail').getByRole('radio', { name: words.theme.choices.dark }).check();
  await leave(page, 'network/');
  await back(page);
  await expectDark(page);
});

test('what was read meanwhile is in the contents after going back, and in another tab', async ({ page, context }) => {
  await page.goto('uts/');
  await idle(page);
  await leave(page, 'network/');
  const record = { done: [] as string[], last: '/pid/#one-process/2' };
  await page.evaluate((text) => localStorage.setItem('isolate:v1', text), JSON.stringify(record));
  await back(page);
  await expect(page.locator('.rail .go-on a')).toHaveText(words.progress.goOn('PID', '2'));
  const other = await context.newPage();
  await other.goto('ipc/');
  const scenes = await page.locator('.rail nav a[href$="/uts/"]').getAttribute('data-scenes');
  record.done = scenes?.split(' ') ?? [];
  await other.evaluate((text) => localStorage.setItem('isolate:v1', text), JSON.stringify(record));
  await expect(page.locator('.rail nav').getByRole('link', { name: `UTS${words.progress.done}` })).toBeVisible();
});

test('the ledger has what was answered meanwhile, after going back and in another tab', async ({ page, context }) => {
  await page.goto('ledger/');
  await page.locator('.ledger[data-alive]').waitFor();
  await leave(page, 'network/');
  const answer = (said: Record<string, string>) => localStorage.setItem('isolate:v1', JSON.stringify({ ledger: said }));
  await page.evaluate(answer, { disk: 'shared' });
  await back(page);
  await expect(page.locator('.tally')).toContainText(words.ledger.answeredHere(1, 43, 1));
  const other = await context.newPage();
  await other.goto('ipc/');
  await other.evaluate(answer, { disk: 'shared', cpu: 'limited' });
  await expect(page.locator('.tally')).toContainText(words.ledger.answeredHere(2, 43, 1));
});
