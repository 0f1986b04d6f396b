import { expect, test } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { SceneOnPage } from './scene.ts';
import { anyNumbers, begun, words } from './words.ts';

test('a line of output is searched for and found by keyboard alone, and leads to the very step', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => /search-/.test(request.url()) && asked.push(request.url()));
  await page.goto('uts/', { waitUntil: 'load' });
  expect(asked).toEqual([]);
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: words.search.name });
  const input = dialog.getByRole('searchbox');
  await expect(input).toBeFocused();
  await page.keyboard.type('NSpid status');
  await expect(dialog.getByRole('status')).toHaveText(anyNumbers(words.search.whole(2, 2)));
  const first = dialog.getByRole('link').first();
  await expect(first).toContainText('grep NSpid');
  await expect(first.locator('mark').first()).toHaveText(/nspid/i);
  await page.keyboard.press('ArrowDown');
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(input).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/pid\/#one-process\/4$/);
  const scene = new SceneOnPage(page, 'one-process');
  await scene.restsAt(4);
  await expect(scene.island.locator('.scene')).toBeInViewport();

  // From the scene itself, and to where it stands already after it went on.
  await scene.back.click();
  await page.keyboard.press('Control+k');
  await expect(input).toBeFocused();
  await page.keyboard.type('xyzzyx');
  await expect(dialog.getByRole('status')).toContainText(words.search.unknown(['xyzzyx']));
  await expect(dialog.getByRole('link')).toHaveText(begun(words.search.ledger.title));
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(scene.back).toBeFocused();
  await scene.restsAt(3);
});

test('a question leads to its answer, in the colour of its chapter; what is not shown here is said to be so', async ({
  page,
}) => {
  await page.goto('./');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: words.search.name });
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('why does kill -9 1 not work');
  const first = dialog.getByRole('listitem').first();
  await expect(first.getByRole('link')).toHaveAttribute('href', /\/pid\/#pid-one\/3$/);
  await expect(first.locator('mark').first()).toHaveText('kill');
  await expect(first.locator('b')).toHaveAttribute('translate', 'no');
  const colour = await first.getByRole('link').evaluate((link) => getComputedStyle(link).borderLeftColor);
  const tone = await first.evaluate((item) => {
    const probe = item.ownerDocument.createElement('i');
    probe.style.color = 'var(--pid)';
    item.append(probe);
    return getComputedStyle(probe).color;
  });
  expect(colour).toBe(tone);

  await dialog.getByRole('searchbox').fill('freebsd jail');
  await expect(first).toContainText(words.search.notShown);
  await expect(first).toContainText('The nearest is');
  await expect(first.getByRole('link')).toHaveAttribute('href', /\/vms\/#from-a-process-to-a-machine$/);
});

test('keys that an input method takes while it composes a word do nothing else', { tag: '@chromium' }, async ({
  page,
}) => {
  await page.goto('pid/');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: words.search.name });
  const input = dialog.getByRole('searchbox');
  await expect(input).toBeFocused();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { selectionStart: 6, selectionEnd: 6, text: 'zombie' });
  await expect(dialog.getByRole('link').first()).toBeVisible();
  // What a browser sends while a word is composed: https://www.w3.org/TR/uievents/#determine-keydown-keyup-keyCode
  const press = (key: string) =>
    session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, windowsVirtualKeyCode: 229 });
  await press('ArrowDown');
  await expect(input).toBeFocused();
  await press('Enter');
  await expect(input).toHaveValue('zombie');
  await expect(page).toHaveURL(/\/pid\/$/);
  await press('Escape');
  await expect(dialog).toBeVisible();

  await input.fill('');
  await session.send('Input.insertText', { text: 'zombie' });
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/pid\/#pid-one\/5$/);
});

test('a lesson of the workbench is found by what it is about', async ({ page }) => {
  await page.goto('pid/');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: words.search.name });
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('by hand pivot_root');
  await dialog.getByRole('link', { name: /A root of your own/ }).click();
  await expect(page).toHaveURL(/\/workbench\/#root$/);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, bypassCSP: true });

  test('the search fits, has nothing that axe objects to, and says when its index did not load', async ({ page }) => {
    await page.goto('pid/');
    await page.locator('.top').getByRole('button', { name: words.contents.search }).tap();
    const dialog = page.getByRole('dialog', { name: words.search.name });
    await dialog.getByRole('searchbox').fill('namespace');
    await expect(dialog.getByRole('link').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' });
    const results = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
    expect(results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    await page.route('**/assets/search-*.json', (route) => route.abort());
    await page.reload();
    await page.locator('.top').getByRole('button', { name: words.contents.search }).tap();
    await dialog.getByRole('searchbox').fill('namespace');
    await expect(dialog.getByRole('status')).toContainText(words.search.lost);
  });

  test('a tap on a term tells what it means without leaving the page, and the note leads on', async ({ page }) => {
    await page.goto('pid/');
    const term = page.locator('.term').first();
    await term.tap();
    const note = page.locator('.term-note');
    await expect(note).toBeVisible();
    await expect(page).toHaveURL(/\/pid\/$/);
    await note.getByRole('link').tap();
    await expect(page).toHaveURL(/\/glossary\/#/);
  });
});

test('a term tells what it means when it is pointed at or has the focus, and moves nothing', async ({ page }) => {
  await page.goto('pid/');
  const term = page.locator('.term').first();
  const note = page.locator('.term-note');
  const height = () => page.locator('main').evaluate((main) => main.getBoundingClientRect().height);
  await term.scrollIntoViewIfNeeded();
  const before = await height();
  await term.hover();
  await expect(note).toBeVisible();
  expect(await height()).toBe(before);
  // The pointer may go into the note, which stays.
  await note.hover();
  await expect(note).toBeVisible();
  await page.locator('h1').hover();
  await expect(note).toHaveCount(0);
  await term.focus();
  await expect(note).toBeVisible();
  await expect(term).toHaveAccessibleDescription(new RegExp(`${words.terms.more}$`));
  // It goes along when the page scrolls, as it does to bring what has the focus into view.
  const gap = () =>
    term.evaluate((term) => {
      const [line] = term.getClientRects();
      const note = term.nextElementSibling?.getBoundingClientRect();
      const [below, above] = [(note?.top ?? 0) - (line?.bottom ?? 0), (line?.top ?? 0) - (note?.bottom ?? 0)];
      return Math.round(Math.min(Math.abs(below), Math.abs(above)));
    });
  await page.mouse.wheel(0, 60);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await expect(note).toBeVisible();
  await expect.poll(gap).toBe(0);
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
});
