import { expect, type Page, test } from '@playwright/test';
import { words } from './words.ts';

const papers = { light: 'rgb(247, 248, 246)', dark: 'rgb(15, 22, 28)' };

test('the page follows the system until the reader chooses, and then remembers', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('');
  await expect(page.locator('body')).toHaveCSS('background-color', papers.dark);
  await page.locator('.rail').getByRole('radio', { name: words.theme.choices.light }).check();
  await expect(page.locator('body')).toHaveCSS('background-color', papers.light);
  await page.goto('pid/');
  await expect(page.locator('body')).toHaveCSS('background-color', papers.light);
  await expect(page.locator('.rail').getByRole('radio', { name: words.theme.choices.light })).toBeChecked();
  await page.locator('.rail').getByRole('radio', { name: words.theme.choices.system }).check();
  await page.reload();
  await expect(page.locator('body')).toHaveCSS('background-color', papers.dark);
});

test('the keyboard changes the theme', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('');
  await page.locator('.rail').getByRole('radio', { name: words.theme.choices.system }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.rail').getByRole('radio', { name: words.theme.choices.dark })).toBeChecked();
  await expect(page.locator('body')).toHaveCSS('background-color', papers.dark);
});

test('a remembered theme is there before the first thing is drawn', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.addInitScript(() => localStorage.setItem('theme', 'dark'));
  await page.addInitScript(watchFirstFrame);
  await page.goto('');
  expect(await firstPaper(page)).toBe(papers.dark);
});

function watchFirstFrame(): void {
  // The first frame in which there is a body is the first that could show it.
  const look = () => {
    if (document.body) Object.assign(window, { firstPaper: getComputedStyle(document.body).backgroundColor });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function firstPaper(page: Page): Promise<string> {
  const handle = await page.waitForFunction(() => (window as unknown as { firstPaper?: string }).firstPaper);
  return (await handle.jsonValue()) ?? '';
}

test('storage that is forbidden costs the memory and nothing else', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('forbidden', 'SecurityError');
      },
    });
  });
  await page.goto('');
  await page.locator('.rail').getByRole('radio', { name: words.theme.choices.dark }).check();
  await expect(page.locator('body')).toHaveCSS('background-color', papers.dark);
  expect(errors).toEqual([]);
});
